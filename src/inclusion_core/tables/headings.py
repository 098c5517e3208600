"""The columns that a table has: which are missing or unknown, and which hold something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

from inclusion_core.expr.record_columns import kinds_beside
from inclusion_core.expr.schema import Field, RecordType
from inclusion_core.fields import FieldKind
from inclusion_core.tables.layout import REQUIRED, columns_of
from inclusion_core.tables.problems import WRONG_KIND
from inclusion_core.wire.converter import Faults
from inclusion_core.wire.file_problems import DUPLICATE_COLUMN, MISSING_COLUMN, UNKNOWN_COLUMN
from inclusion_core.wire.names import strangers, unknown_name
from inclusion_core.wire.problems import Problem
from inclusion_core.wire.value_problems import DERIVED_FIELD

__all__ = ["heading_faults"]

_WANTED: Mapping[FieldKind, str] = {FieldKind.DAY: "date32", FieldKind.NUMBER: "int64"}


def heading_faults(
    schema: Any, record_type: RecordType, fields: Sequence[Field], *, versions: bool = True
) -> Faults:
    """What is wrong with the columns of a table.

    Where anything is, no row is taken: a column that nobody knows may hold what a known one now
    seems to lack.

    Args:
        schema: The Arrow schema.
        record_type: What the rows are.
        fields: The fields that they have beside the key.
        versions: Whether they are versions, with an envelope, or records alone.
    """
    known = columns_of(fields)
    needed = {field.name for field in fields if field.required} | {"id"}
    if versions:
        needed |= set(REQUIRED)
    else:
        own = {name for field in fields for name in kinds_beside(field)} | {"id"}
        known = {name: kind for name, kind in known.items() if name in own}
    return (
        *_unknown(schema.names, known, record_type),
        *_twice(schema.names, known),
        *((name, MISSING_COLUMN) for name in known if name in needed - set(schema.names)),
        *_of_wrong_kind(schema, known),
    )


def _unknown(
    names: list[str], known: Mapping[str, FieldKind], record_type: RecordType
) -> Iterator[tuple[str, Problem]]:
    for position, name in strangers(names, known):
        field = record_type.fields.get(name)
        if field is not None and field.derived is not None:
            yield name, DERIVED_FIELD
        else:
            yield "", unknown_name(UNKNOWN_COLUMN, name, known, position)


def _twice(names: list[str], known: Mapping[str, FieldKind]) -> Iterator[tuple[str, Problem]]:
    times = Counter(names)
    yield from ((name, DUPLICATE_COLUMN) for name in known if times[name] > 1)


def _of_wrong_kind(schema: Any, known: Mapping[str, FieldKind]) -> Iterator[tuple[str, Problem]]:
    for column in schema:
        kind = known.get(column.name)
        if kind is not None and not _fits(kind, column.type):
            found = "a nested type" if column.type.num_fields else str(column.type)
            yield column.name, WRONG_KIND.filled(found=found, wanted=_WANTED.get(kind, "string"))


def _fits(kind: FieldKind, dtype: Any) -> bool:
    types = pa.types
    if types.is_dictionary(dtype):
        dtype = dtype.value_type
    if types.is_null(dtype):
        return True
    if kind is FieldKind.DAY:
        return bool(types.is_date(dtype))
    if kind is FieldKind.NUMBER:
        return bool(types.is_integer(dtype))
    return bool(
        types.is_string(dtype) or types.is_large_string(dtype) or types.is_string_view(dtype)
    )

"""Records as Arrow arrays: what a column of records says, without asking each value what it is.

Arrow itself takes texts, days and numbers fastest; only what it does not know, such as a day that
is known in part, is told as in every other table. Codes, and columns that hold one value, are told
once for all rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from inclusion_core.errors import SchemaError
from inclusion_core.expr.record_columns import attribute_reader, kinds_beside, plain_values
from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind, Record
from inclusion_core.values import Absent
from inclusion_core.wire.value_forms import decimal_text

__all__ = ["ARROW", "PART", "record_table"]

ARROW: Mapping[FieldKind, Any] = {
    kind: {FieldKind.DAY: pa.date32(), FieldKind.NUMBER: pa.int64()}.get(kind, pa.string())
    for kind in FieldKind
}
"""What a column holds: days, whole numbers, and texts; a fraction is a text, which is exact."""

PART = 16_384
"""So many records are turned into columns at once: what is read stays near the processor."""

Arrays: TypeAlias = Mapping[str, Any]
"""The arrays of a field, and of what stands beside it, by column."""

_KNOWN: Mapping[FieldKind, type] = {FieldKind.DAY: date, FieldKind.NUMBER: int}


def record_table(record_type: str, fields: Iterable[Field], records: Sequence[Record]) -> Any:
    """The columns of some fields of records of a type, as an Arrow table.

    Raises:
        SchemaError: A value does not belong into its field.
    """
    makers = [_maker(field) for field in fields]
    try:
        parts = [
            pa.table({name: each for make in makers for name, each in make(part).items()})
            for part in _parts(records)
        ]
    except (pa.ArrowException, TypeError, ValueError, ArithmeticError):  # whose words hold it
        problem = "a value does not belong into its field; write_journal says which one"
        raise SchemaError(record_type, problem) from None
    return pa.concat_tables(parts).combine_chunks()


def _parts(records: Sequence[Record]) -> Iterator[Sequence[Record]]:
    for first in range(0, len(records) or 1, PART):
        yield records[first : first + PART]


def _maker(field: Field) -> Callable[[Sequence[Record]], Arrays]:
    read = attribute_reader(field.name)

    def arrays(records: Sequence[Record]) -> Arrays:
        column = read(records)
        rows = len(column)
        if rows > 1 and column == column[:1] * rows:
            return {name: pa.repeat(each[0], rows) for name, each in _arrays(field, column[:1])}
        return dict(_arrays(field, column))

    return arrays


def _arrays(field: Field, column: list[Any]) -> Iterator[tuple[str, Any]]:
    """The arrays of a column: what Arrow knows it takes, the rest is told, each in its place."""
    if field.kind is FieldKind.DECIMAL:
        yield from _told(field, column)
        return
    own = _all_known(field, column)
    if own is None:
        own = pa.array(_known(field, column), ARROW[field.kind])
    empty = own.is_null()
    odd = [column[each] for each in pc.call_function("indices_nonzero", [empty]).to_pylist()]
    if set(map(type, odd)) <= {Absent}:
        for name, kind in kinds_beside(field).items():
            yield name, own if name == field.name else pa.nulls(len(column), ARROW[kind])
        return
    for name, each in _told(field, odd):
        held = own if name == field.name else pa.nulls(len(column), each.type)
        yield name, pc.call_function("replace_with_mask", [held, empty, each])


def _all_known(field: Field, column: list[Any]) -> Any:
    """The column as it is; ``None`` where Arrow does not know some value."""
    if field.enum is not None:
        return None
    try:
        return pa.array(column, ARROW[field.kind])
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        return None


def _known(field: Field, column: list[Any]) -> list[Any]:
    """What Arrow knows of a column, codes as their texts, and ``None`` for the rest."""
    if field.enum is not None:
        code = field.enum
        return [each._value_ if each.__class__ is code else None for each in column]
    known = _KNOWN.get(field.kind, str)
    return [each if each.__class__ is known else None for each in column]


def _told(field: Field, values: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """Values told one by one."""
    columns = plain_values(field, values)
    if field.kind is FieldKind.DECIMAL:
        columns[field.name] = [
            None if each is None else decimal_text(Decimal(each)) for each in columns[field.name]
        ]
    for name, kind in kinds_beside(field).items():
        yield name, pa.array(columns[name], ARROW[kind])

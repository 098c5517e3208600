"""Layout: which columns the table of a record type has, and what they hold.

First the envelope of a version (``id``, ``version``, ``recorded_on``, ``sequence``,
``recorded_by``, ``act``, ``why``), then the recorded fields, each with the columns beside it. They
are named as tables that are counted are, so that what is written can be counted as it lies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from inclusion_core.errors import SchemaError
from inclusion_core.expr.record_columns import kinds_beside
from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.fields import FieldKind
from inclusion_core.wire.layout import recorded_types

__all__ = ["ENVELOPE_KINDS", "REQUIRED", "columns_of", "fields_of", "table_types"]

ENVELOPE_KINDS: Mapping[str, FieldKind] = {
    "id": FieldKind.KEY,
    "version": FieldKind.NUMBER,
    "recorded_on": FieldKind.DAY,
    "sequence": FieldKind.NUMBER,
    "recorded_by": FieldKind.TEXT,
    "act": FieldKind.CODE,
    "why": FieldKind.TEXT,
}
"""The columns of the envelope; a text that nobody gave is null."""

REQUIRED = ("id", "recorded_on")
"""The columns of the envelope that may not be left out; the others have defaults."""


def fields_of(record_type: RecordType) -> tuple[Field, ...]:
    """The recorded fields, without the key, which is the envelope's."""
    return tuple(field for field in record_type.recorded_fields if field.name != "id")


def columns_of(fields: Iterable[Field]) -> dict[str, FieldKind]:
    """The columns of versions with these fields, each with what it holds."""
    beside = (kinds_beside(field) for field in fields)
    return {**ENVELOPE_KINDS, **{name: kind for each in beside for name, kind in each.items()}}


def table_types(schema: Schema) -> dict[str, RecordType]:
    """The record types that have tables, by name.

    Raises:
        SchemaError: The name of a type or field is no safe name of a file or column, or one name
            would stand for two columns.
    """
    types = recorded_types(schema)
    for name, record_type in types.items():
        beside = (each for field in fields_of(record_type) for each in kinds_beside(field))
        for column, times in Counter([*ENVELOPE_KINDS, *beside]).items():
            if times > 1:
                raise SchemaError(name, f"{column!r} would be the name of two columns")
    return types

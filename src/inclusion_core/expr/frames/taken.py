"""Records taken back from the rows of a table: codes become members, empty cells what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias

from inclusion_core.expr.frames.engines import worked_out
from inclusion_core.expr.frames.tables import Tables
from inclusion_core.expr.schema import Field, RecordType
from inclusion_core.fields import FieldKind, Record
from inclusion_core.values import (
    ABSENT,
    ALWAYS,
    NEVER,
    NOT_ASKED,
    Absent,
    PartialDay,
    Reason,
    Unknown,
)

__all__ = ["in_order", "record_of", "records_in"]

RowOfTable: TypeAlias = Mapping[str, Any]

KEYS = (FieldKind.KEY, FieldKind.REFERENCE, FieldKind.TEXT)
REASONS = {reason.value: Unknown(reason) for reason in Reason}


def records_in(tables: Tables, record_type: str) -> tuple[Record, ...]:
    """All records of a type, ordered by id; they leave the engine.

    Raises:
        UnknownNameError: There is no such record type.
        SchemaError: It has no table.
    """
    rows = worked_out(tables.frame(record_type)).rows(named=True)
    return in_order(record_of(tables.schema[record_type], row) for row in rows)


def in_order(records: Iterable[Record]) -> tuple[Record, ...]:
    """Records by id, as a caseload lists them."""
    return tuple(sorted(records, key=lambda each: each.id))


def record_of(record_type: RecordType, row: RowOfTable) -> Record:
    """The record that a row holds.

    A field whose column is not there was not asked. A code outside its list, which no record can
    hold, is contradictory.
    """
    values = {name: _value(field, row) for name, field in record_type.fields.items()}
    return record_type.record_class(**values)


def _value(field: Field, row: RowOfTable) -> object:
    held: object = row.get(field.name)
    if field.kind in KEYS:
        return "" if held is None else str(held)
    if held is None:
        return NOT_ASKED if field.name not in row else _no_value(field, row)
    if field.kind is FieldKind.CODE and field.enum is not None:
        return _member(field.enum, str(held))
    return Decimal(str(held)) if field.kind is FieldKind.DECIMAL else held


def _member(codes: type[Enum], code: str) -> Enum | Unknown:
    try:
        return codes(code)
    except ValueError:
        return Unknown(Reason.CONTRADICTORY)


def _no_value(field: Field, row: RowOfTable) -> PartialDay | Absent | Unknown:
    """What an empty cell means by what stands beside it."""
    earliest: date | None = row.get(f"{field.name}_earliest")
    latest: date | None = row.get(f"{field.name}_latest")
    if earliest is not None or latest is not None:
        return PartialDay(earliest or ALWAYS, latest or NEVER)
    why: str | None = row.get(f"{field.name}_unknown")
    if why is None and field.kind is not FieldKind.NUMBER:
        return ABSENT
    return REASONS.get(str(why), NOT_ASKED)

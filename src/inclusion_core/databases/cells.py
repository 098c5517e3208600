"""The cells of a row and the JSON values that they stand for, both ways.

The values go through the converter of :mod:`inclusion_core.wire`, so that a database holds what a
file may hold, and a row that somebody wrote past the library is told as a line of a file is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import zip_longest
from typing import Any, TypeAlias

from inclusion_core.expr.record_columns import PARTIAL, kinds_beside
from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.fields import FieldKind
from inclusion_core.findings import Finding
from inclusion_core.model.versions import Act, Version
from inclusion_core.values import PartialDay, parse_day
from inclusion_core.wire.converter import shared_converter
from inclusion_core.wire.entries import Entry, Sheet, entry_of
from inclusion_core.wire.envelope import ENVELOPE
from inclusion_core.wire.problems import Refused
from inclusion_core.wire.value_problems import BOTH_FILLED
from inclusion_core.wire.writing import Row

__all__ = ["Cells", "cells_of", "entries_of", "sheet_of", "values_of", "versions_of"]

Cells: TypeAlias = Mapping[Any, Any]
"""What stands in a row, by column."""

_REMOVING = frozenset(act.value for act in Act if act.removes)


def cells_of(row: Row, record_type: RecordType) -> dict[str, object]:
    """The cells of a version."""
    cells = {name: row[name] for name in ENVELOPE}
    cells["recorded_on"] = parse_day(str(row["recorded_on"]))
    for field in record_type.recorded_fields:
        if field.name != "id":
            cells.update(_cells(field, row.get(field.name)))
    return cells


def _cells(field: Field, value: object) -> dict[str, object]:
    filled: tuple[object, ...] = (value,)
    if isinstance(value, dict):
        filled = (None, value["unknown"])
    elif isinstance(value, str) and field.kind is FieldKind.DAY:
        day = parse_day(value)
        filled = (day,)
        if isinstance(day, PartialDay):
            filled = (None, PARTIAL, day.earliest, day.latest)
    return dict(zip_longest(kinds_beside(field), filled))


def values_of(cells: Cells, record_type: RecordType) -> dict[str, object]:
    """The JSON values of a row."""
    values: dict[str, object] = {name: _plain(cells[name]) for name in ENVELOPE}
    removed = values["act"] in _REMOVING
    for field in record_type.recorded_fields:
        if field.name != "id":
            value = _value(field, cells)
            if value is not None or (field.may_be_absent and not removed):
                values[field.name] = value
    return values


def _value(field: Field, cells: Cells) -> object:
    known, *beside = (cells[name] for name in kinds_beside(field))
    if not any(each is not None for each in beside):
        return _plain(known)
    reason, *ends = beside
    if known is not None:
        return Refused(BOTH_FILLED)
    if reason == PARTIAL and ends and None not in ends:
        return "/".join(str(_plain(end)) for end in ends)
    return Refused(BOTH_FILLED) if any(ends) else {"unknown": reason}


def _plain(cell: object) -> object:
    return cell.isoformat() if isinstance(cell, date) else cell


def sheet_of(record_type: RecordType, schema: Schema) -> Sheet:
    """What turns the rows of a table into versions."""
    return Sheet(record_type=record_type, converter=shared_converter(schema))


def entries_of(rows: Iterable[Cells], sheet: Sheet) -> list[Entry]:
    """The entries that rows make, good or not."""
    return [entry_of(values_of(row, sheet.record_type), sheet) for row in rows]


def versions_of(
    rows: Iterable[Cells], sheet: Sheet
) -> tuple[tuple[Version, ...], tuple[Finding, ...]]:
    """The versions that rows hold, and what is wrong with the others."""
    entries = entries_of(rows, sheet)
    return (
        tuple(entry.version for entry in entries if entry.version is not None),
        tuple(finding for entry in entries for finding in entry.findings(sheet)),
    )

"""The cells of a row and the JSON values that they stand for, both ways.

The values go through the converter of :mod:`inclusion_core.wire`, so that a database holds what a
file may hold, and a row that somebody wrote past the library is told as a line of a file is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import zip_longest
from typing import Any, TypeAlias

import attrs

from inclusion_core.errors import NotADayError
from inclusion_core.expr.record_columns import PARTIAL, kinds_beside
from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.fields import FieldKind
from inclusion_core.findings import Finding
from inclusion_core.model.versions import Act, Version
from inclusion_core.values import PartialDay, parse_day
from inclusion_core.wire.converter import shared_converter
from inclusion_core.wire.entries import Entry, Sheet, entries_of
from inclusion_core.wire.envelope import ENVELOPE, envelope_of
from inclusion_core.wire.problems import Refused
from inclusion_core.wire.value_problems import BOTH_FILLED
from inclusion_core.wire.writing import Row

__all__ = ["Beside", "Cells", "RowForm", "values_in"]

Cells: TypeAlias = Mapping[Any, Any]
"""What stands in a row, by column."""

Beside: TypeAlias = tuple[tuple[str, Field, tuple[str, ...]], ...]
"""The name of each field, the field, and its columns: that of the value first."""

_REMOVING = frozenset(act.value for act in Act if act.removes)


@attrs.frozen(kw_only=True)
class RowForm:
    """What turns versions of a type into rows, and rows into versions."""

    sheet: Sheet
    beside: Beside

    @classmethod
    def of(cls, record_type: RecordType, schema: Schema) -> RowForm:
        """The form of the rows of a type as it is today."""
        return cls(
            sheet=Sheet(record_type=record_type, converter=shared_converter(schema)),
            beside=tuple(
                (field.name, field, tuple(kinds_beside(field)))
                for field in record_type.recorded_fields
                if field.name != "id"
            ),
        )

    def cells(self, row: Row) -> dict[str, object]:
        """The cells of a version as it is written."""
        cells = {name: row[name] for name in ENVELOPE}
        cells["recorded_on"] = parse_day(str(row["recorded_on"]))
        for name, field, columns in self.beside:
            cells.update(zip_longest(columns, _filled(field, row.get(name))))
        return cells

    def cells_of(self, version: Version) -> dict[str, object]:
        """The cells of a version."""
        written = self.sheet.converter.unstructure
        fields = {} if version.record is None else written(version.record)
        return self.cells({**written(envelope_of(version)), **fields})

    def values(self, cells: Cells) -> dict[str, object]:
        """The JSON values of a row."""
        return values_in(cells, self.beside)

    def entries(self, rows: Iterable[Cells]) -> list[Entry]:
        """The entries that rows make, good or not."""
        return list(entries_of(((None, self.values(row)) for row in rows), self.sheet))

    def versions(self, rows: Iterable[Cells]) -> tuple[tuple[Version, ...], tuple[Finding, ...]]:
        """The versions that rows hold, and what is wrong with the others."""
        entries = self.entries(rows)
        return (
            tuple(entry.version for entry in entries if entry.version is not None),
            tuple(finding for entry in entries for finding in entry.findings(self.sheet)),
        )


def _filled(field: Field, value: object) -> tuple[object, ...]:
    if isinstance(value, dict):
        return None, value["unknown"]
    if isinstance(value, str) and field.kind is FieldKind.DAY:
        day = parse_day(value)
        return (None, PARTIAL, day.earliest, day.latest) if isinstance(day, PartialDay) else (day,)
    return (value,)


def values_in(cells: Cells, beside: Beside) -> dict[str, object]:
    """The JSON values of a row whose fields stand in these columns."""
    values: dict[str, object] = {name: _plain(cells[name]) for name in ENVELOPE}
    removed = values["act"] in _REMOVING
    for name, field, columns in beside:
        value = _value(*(cells[column] for column in columns))
        if value is not None or (field.may_be_absent and not removed):
            values[name] = value
    return values


def _value(known: object, reason: object = None, *ends: object) -> object:
    if reason is None and not any(end is not None for end in ends):
        return _plain(known)
    if known is not None:
        return Refused(BOTH_FILLED)
    if reason == PARTIAL and ends and None not in ends:
        return _interval("/".join(str(_plain(end)) for end in ends))
    return Refused(BOTH_FILLED) if any(ends) else {"unknown": reason}


def _interval(text: str) -> str:
    """A day known in part as files write it; what is none stays, to be refused."""
    try:
        return str(parse_day(text))
    except NotADayError:
        return text


def _plain(cell: object) -> object:
    return cell.isoformat() if isinstance(cell, date) else cell

"""Where a cell of a report is, as people write it down: table, row, column."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from inclusion_core.errors import UnknownNameError
from inclusion_core.reports.report import Cell, Report, Table, TableRow

__all__ = ["Place", "place_in"]

_COLUMN = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)


@attrs.frozen(kw_only=True)
class Place:
    """A cell of a report.

    Attributes:
        table: Its table.
        row: Its row.
        column: The place of its column, the first one 1.
    """

    table: Table = attrs.field(repr=lambda table: table.id)
    row: TableRow = attrs.field(repr=lambda row: row.id)
    column: int

    @property
    def cell(self) -> Cell:
        """The cell itself."""
        return self.row.cells[self.column - 1]

    @property
    def written(self) -> str:
        """Its address, as it can be asked for again."""
        return f"{self.table.id}/{self.row.id}/{self.column}"


def place_in(report: Report, written: str) -> Place:
    """The cell at ``table/row/column``; the first column where none is named.

    The id of a row may have strokes of its own. Where what is written could be a row, or a row and
    a column, it is the row.

    Raises:
        UnknownNameError: There is no such table, row or column; near names are listed.
    """
    table, rest = _table(report, written)
    rows = {row.id: row for row in table.rows}
    if rest in rows:
        return Place(table=table, row=rows[rest], column=1)
    row, _, column = rest.rpartition("/")
    if row not in rows:
        named = row if row and _COLUMN.fullmatch(column) else rest
        raise UnknownNameError(f"row of {table.id}", named, rows)
    columns = [str(place) for place, _ in enumerate(table.columns, start=1)]
    if column not in columns:
        raise UnknownNameError(f"column of {table.id}", column, columns)
    return Place(table=table, row=rows[row], column=int(column))


def _table(report: Report, written: str) -> tuple[Table, str]:
    """The table whose id is at the beginning, the longest such id, and what is written after it."""
    by_id = {table.id: table for table in _tables(report)}
    fitting = [key for key in by_id if f"{written}/".startswith(f"{key}/")]
    if not fitting:
        raise UnknownNameError("table", written.partition("/")[0], by_id)
    key = max(fitting, key=len)
    return by_id[key], written[len(key) + 1 :]


def _tables(report: Report) -> Iterator[Table]:
    for section in report.sections:
        yield from section.tables

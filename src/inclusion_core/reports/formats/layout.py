"""How a table is laid out on a page: which columns hold figures, and which rows are parts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from inclusion_core.reports.report import Table, TableRow
from inclusion_core.texts import Text

__all__ = ["DEEPEST", "depths", "figure_columns"]

DEEPEST = 4
"""Rows are set in by so many steps at most."""


def figure_columns(table: Table) -> tuple[bool, ...]:
    """For each column, whether it holds figures or marks alone, and is read from the right."""
    return tuple(
        not any(isinstance(row.cells[place].value, date | Text) for row in table.rows)
        for place in range(len(table.columns))
    )


def depths(table: Table) -> tuple[int, ...]:
    """For each row, how many rows of its table it is a part of, one inside the other.

    A row that names itself, in one step or several, is set in as far as the first repetition.
    """
    by_id = {row.id: row for row in table.rows}
    return tuple(_depth(row, by_id) for row in table.rows)


def _depth(row: TableRow, by_id: Mapping[str, TableRow]) -> int:
    above: set[str] = set()
    while row.part_of and row.part_of in by_id and row.part_of not in above:
        above.add(row.part_of)
        row = by_id[row.part_of]
    return min(len(above), DEEPEST)

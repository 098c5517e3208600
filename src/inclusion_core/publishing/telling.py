"""What a cell of a report tells: of which counts its number is, and that beside it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from inclusion_core.publishing.standing import Few
from inclusion_core.reports.behind import Count, Derived, Shows, Stated
from inclusion_core.reports.report import Cell, Mark, Table, TableRow
from inclusion_core.texts import Text

__all__ = ["Tells", "beside", "tells", "told_in"]


@attrs.frozen
class Tells:
    """The counts that somebody learns from a cell.

    Attributes:
        value: Those of its value; ``None`` where nobody says, so that it cannot be shown.
        unknown: Those of how many more there may be, likewise.
    """

    value: tuple[Count, ...] | None
    unknown: tuple[Count, ...] | None


def tells(cell: Cell, apart: frozenset[Count], few: Few) -> Tells:
    """What a cell tells.

    Args:
        cell: The cell.
        apart: The counts that have cells of their own in its row, see :func:`beside`: what is told
            there is not told in the cell besides.
        few: Knows the counts of the report.
    """
    match cell.behind:
        case Stated():
            return Tells((), ())
        case Count():
            return _of_count(cell, cell.behind, apart, few)
        case Derived():
            return _of_several(cell, cell.behind, few)
        case _:
            said = isinstance(cell.value, Text | Mark)
            return Tells(() if said else None, None if cell.unknown else ())


def _of_count(cell: Cell, behind: Count, apart: frozenset[Count], few: Few) -> Tells:
    count = few.normal(behind)
    if count is None or not (isinstance(cell.value, Mark) or few.is_true(count, cell.value)):
        return Tells(None, None)
    unknown = attrs.evolve(count, shows=Shows.UNKNOWN)
    if count.shows is not Shows.FIGURE or (unknown in apart and not cell.unknown):
        return Tells((count,), None if cell.unknown else ())
    if few.is_true(unknown, cell.unknown):
        return Tells((count,), (unknown,))
    return Tells((count,), None if cell.unknown else ())


def _of_several(cell: Cell, behind: Derived, few: Few) -> Tells:
    counts = [few.normal(each) for each in behind.of]
    known = tuple(each for each in counts if each is not None)
    if len(known) < len(counts):
        return Tells(None, None)
    unknown = tuple(attrs.evolve(each, shows=Shows.UNKNOWN) for each in known)
    return Tells(known, (*known, *unknown) if cell.unknown else ())


def beside(row: TableRow, few: Few) -> frozenset[Count]:
    """For how many the answer is not known, of every cell of a row that has it told apart."""
    found: set[Count] = set()
    for cell in row.cells:
        if isinstance(cell.behind, Count) and cell.behind.shows is Shows.UNKNOWN:
            of = few.normal(cell.behind)
            if of is not None:
                found |= {of} | {
                    attrs.evolve(of, groups=each.behind.groups)
                    for each in row.cells
                    if isinstance(each.behind, Count) and each.behind.metric == of.metric
                }
    normal = (few.normal(each) for each in found)
    return frozenset(each for each in normal if each is not None)


def told_in(table: Table, few: Few) -> Iterator[Count]:
    """The counts that somebody learns from a table."""
    for row in table.rows:
        apart = beside(row, few)
        for cell in row.cells:
            told = tells(cell, apart, few)
            yield from told.value or ()
            yield from told.unknown or ()

"""A report with what is to be hidden hidden: numbers, shares and judgements, and their traces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

import attrs

from inclusion_core.publishing.merging import OTHERS_ID
from inclusion_core.publishing.releases.release import OTHERS
from inclusion_core.publishing.standing import Few
from inclusion_core.publishing.telling import beside, tells
from inclusion_core.reports.behind import Behind, Count, Derived, Shows
from inclusion_core.reports.report import Cell, Mark, Table, TableRow
from inclusion_core.texts import Text

__all__ = ["covered", "hidden_numbers", "says_nothing"]


def covered(table: Table, hidden: AbstractSet[Count], few: Few) -> Table:
    """The table without what is hidden: see :func:`~inclusion_core.publishing.deciding.decided`."""
    rows = [_row(row, hidden, few) for row in table.rows]
    kept = [row for row in rows if not _tells_of_few(row)]
    return attrs.evolve(table, rows=tuple(_in_order(kept)))


def _row(row: TableRow, hidden: AbstractSet[Count], few: Few) -> TableRow:
    apart = beside(row, few)
    cells = [
        attrs.evolve(_cell(cell, apart, hidden, few), behind=_untold(cell.behind))
        for cell in row.cells
    ]
    return attrs.evolve(row, cells=tuple(_one_fate(cells)))


def _cell(cell: Cell, apart: frozenset[Count], hidden: AbstractSet[Count], few: Few) -> Cell:
    told = tells(cell, apart, few)
    value, unknown = cell.value, cell.unknown
    if told.value is None or not hidden.isdisjoint(told.value) or _tells_more(cell, few):
        value = Mark.SUPPRESSED
    if told.unknown is None or not hidden.isdisjoint(told.unknown):
        unknown = Mark.SUPPRESSED
    if value is Mark.SUPPRESSED and isinstance(cell.behind, Derived) and unknown:
        unknown = Mark.SUPPRESSED
    return Cell(value=value, unknown=unknown)


def _tells_more(cell: Cell, few: Few) -> bool:
    """Whether a number that is worked out of counts is of few, or differs by few from one."""
    value = cell.value
    if not isinstance(cell.behind, Derived) or not isinstance(value, int):
        return False
    counts = [few.normal(each) for each in cell.behind.of]
    numbers = [few.number(each) for each in counts if each is not None]
    return any(0 < abs(value - each) < few.threshold.persons for each in (0, *numbers))


def _one_fate(cells: Sequence[Cell]) -> Iterator[Cell]:
    """Shares and judgements are hidden with the sums that they are made of, which are no counts."""
    gone = {
        count
        for cell in cells
        if isinstance(cell.behind, Derived) and cell.value is Mark.SUPPRESSED
        for count in cell.behind.of
    }
    for cell in cells:
        if isinstance(cell.behind, Derived) and not gone.isdisjoint(cell.behind.of):
            yield attrs.evolve(cell, value=Mark.SUPPRESSED)
        else:
            yield cell


def _untold(behind: Behind | None) -> Behind | None:
    """What is behind a cell, without the codes that nothing names."""
    if isinstance(behind, Derived):
        return Derived(of=tuple(map(_count_untold, behind.of)))
    return _count_untold(behind) if isinstance(behind, Count) else behind


def _count_untold(count: Count) -> Count:
    groups = tuple(
        (axis, (OTHERS,) if count.unnamed or _is_several(codes) else codes)
        for axis, codes in count.groups
    )
    return attrs.evolve(count, groups=groups)


def _is_several(codes: Iterable[object]) -> bool:
    return sum(isinstance(code, str) for code in codes) > 1


def _tells_of_few(row: TableRow) -> bool:
    """Whether a row is there for one code alone, and all that it says of it is that it is there."""
    figures = [
        cell
        for cell in row.cells
        if isinstance(cell.behind, Count) and cell.behind.shows is Shows.FIGURE
    ]
    about_a_code = row.part_of and figures and all(_groups(each.behind) for each in figures)
    stated = any(
        cell.behind is not None and not isinstance(cell.behind, Count | Derived)
        for cell in row.cells
    )
    nothing = any(each.value is Mark.SUPPRESSED for each in figures) and all(
        each.value is Mark.SUPPRESSED or each.value == 0 for each in figures
    )
    return bool(about_a_code and nothing and not stated)


def _groups(behind: Behind | None) -> bool:
    return isinstance(behind, Count) and bool(behind.groups)


def _in_order(rows: Sequence[TableRow]) -> list[TableRow]:
    """Rows of codes that stood in the order of their figures: the hidden ones by their ids.

    Between 40 and 35 a hidden number would be known well enough.
    """
    if not rows or not all(_is_of_code(row) for row in rows):
        return list(rows)
    shown = [row for row in rows if row.cells[0].value is not Mark.SUPPRESSED]
    hidden = [row for row in rows if row.cells[0].value is Mark.SUPPRESSED]
    return [*shown, *sorted(hidden, key=lambda row: (row.id == OTHERS_ID, row.id))]


def _is_of_code(row: TableRow) -> bool:
    return not row.part_of and _groups(row.cells[0].behind)


def hidden_numbers(table: Table) -> int:
    """How many numbers of a table are hidden, those beside others included."""
    cells = [cell for row in table.rows for cell in row.cells]
    return sum(
        (cell.value is Mark.SUPPRESSED) + (cell.unknown is Mark.SUPPRESSED) for cell in cells
    )


def says_nothing(table: Table) -> bool:
    """Whether nobody says of a number or day of a table what it is of: it is not for others."""
    return any(
        cell.behind is None and not isinstance(cell.value, Text | Mark)
        for row in table.rows
        for cell in row.cells
    )

"""Who can be told from all others by what the columns of a table say together.

Rows are alike where all their identifying cells are the same, an unknown cell among them by its
reason. A crowd counts persons, not rows: ten rows of one person hide nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeAlias

import attrs

from inclusion_core.extracts.cells import REMOVED, Cell

__all__ = ["ColumnRisk", "Row", "Suppressed", "TableRisk", "crowds", "risk", "suppressed"]


@attrs.frozen(repr=False)
class Row:
    """A row, as far as somebody could be known by it.

    Attributes:
        person: Whom it is about; the row itself where that is not told.
        cells: The identifying cells, in the order of their columns.
    """

    person: str
    cells: tuple[Cell, ...]


@attrs.frozen(kw_only=True)
class ColumnRisk:
    """What one identifying column does.

    Attributes:
        name: The column.
        alone: Rows among too few persons by this column alone.
        harm: Rows that would be among enough persons if this column alone were left out.
    """

    name: str
    alone: int
    harm: int


@attrs.frozen(kw_only=True)
class TableRisk:
    """Who could be known by the identifying columns of a table.

    Attributes:
        rows: How many rows there are.
        persons: How many persons they are about.
        unique: Rows that are like those of nobody else.
        few: Rows among fewer persons than asked for, those among them.
        columns: What each column does, the one that does most harm first.
    """

    rows: int
    persons: int
    unique: int
    few: int
    columns: tuple[ColumnRisk, ...]


Keyed: TypeAlias = Sequence[tuple[str, Hashable]]
"""Persons, each with what is told of them."""


def crowds(keyed: Keyed) -> list[int]:
    """Of each row, of how many persons the same is told."""
    persons: defaultdict[Hashable, set[str]] = defaultdict(set)
    for person, key in keyed:
        persons[key].add(person)
    return [len(persons[key]) for _, key in keyed]


def risk(rows: Sequence[Row], columns: Sequence[str], least: int) -> TableRisk:
    """Who could be known by the identifying columns.

    Args:
        rows: The rows.
        columns: The names of their cells.
        least: How many persons must be alike.
    """
    together = crowds([(row.person, row.cells) for row in rows])
    few = [at for at, size in enumerate(together) if size < least]

    def column(at: int) -> ColumnRisk:
        alone = crowds([(row.person, row.cells[at]) for row in rows])
        others = crowds([(row.person, _without(row.cells, at)) for row in rows])
        return ColumnRisk(
            name=columns[at],
            alone=sum(size < least for size in alone),
            harm=sum(others[each] >= least for each in few),
        )

    found = map(column, range(len(columns)))
    return TableRisk(
        rows=len(rows),
        persons=len({row.person for row in rows}),
        unique=sum(size == 1 for size in together),
        few=len(few),
        columns=tuple(sorted(found, key=lambda each: (-each.harm, -each.alone, each.name))),
    )


def _without(cells: tuple[Cell, ...], at: int) -> tuple[Cell, ...]:
    return (*cells[:at], *cells[at + 1 :])


@attrs.frozen(kw_only=True, repr=False)
class Suppressed:
    """Rows of which enough persons are alike everywhere.

    Attributes:
        kept: Each row by its place before, with its identifying cells as they are now.
        dropped: The places of rows that are left out.
        removed: How many cells were removed from each column, in rows that are kept.
    """

    kept: dict[int, tuple[Cell, ...]]
    dropped: frozenset[int]
    removed: tuple[int, ...]


def suppressed(rows: Sequence[Row], least: int) -> Suppressed:
    """The rows with cells removed until enough persons are alike in each of them.

    Only rows among too few are touched, so that no crowd that was large enough becomes smaller.
    Each time the column is taken whose cells bring most rows among enough others, from these rows;
    where no single column helps, the one that tells most apart, from all rows still among too few.
    Rows that are among too few with no cell left are left out.
    """
    cells = [row.cells for row in rows]
    few = _few(rows, cells, range(len(rows)), least)
    while few:
        column, helped = _best(rows, cells, few, least)
        if column is None:
            break
        for at in helped or few:
            cells[at] = _removed(cells[at], column)
        few = _few(rows, cells, few, least)
    dropped = frozenset(few)
    kept = {at: cells[at] for at in range(len(rows)) if at not in dropped}
    width = range(len(rows[0].cells) if rows else 0)
    return Suppressed(
        kept=kept,
        dropped=dropped,
        removed=tuple(sum(_gone(rows[at], kept[at], column) for at in kept) for column in width),
    )


def _gone(row: Row, cells: tuple[Cell, ...], column: int) -> bool:
    return cells[column] != row.cells[column]


def _few(
    rows: Sequence[Row], cells: Sequence[tuple[Cell, ...]], among: Iterable[int], least: int
) -> list[int]:
    sizes = crowds([(row.person, told) for row, told in zip(rows, cells, strict=True)])
    return [at for at in among if sizes[at] < least]


def _best(
    rows: Sequence[Row], cells: Sequence[tuple[Cell, ...]], few: Sequence[int], least: int
) -> tuple[int | None, list[int]]:
    """The column to remove next, and the rows that this brings among enough others.

    No column where nothing is left in any of the rows.
    """
    best: tuple[tuple[int, int], int, list[int]] | None = None
    for column in range(len(cells[few[0]])):
        apart = len({cells[at][column] for at in few} - {REMOVED})
        if not apart:
            continue
        tried = list(cells)
        for at in few:
            tried[at] = _removed(tried[at], column)
        still = set(_few(rows, tried, few, least))
        helped = [at for at in few if at not in still]
        found = ((len(helped), apart), column, helped)
        if best is None or found[0] > best[0]:
            best = found
    return (None, []) if best is None else best[1:]


def _removed(cells: tuple[Cell, ...], column: int) -> tuple[Cell, ...]:
    return (*cells[:column], REMOVED, *cells[column + 1 :])

"""Rows of one person that are no longer joined, where all of them together would tell who it is.

Each row may be like those of enough persons, and still nobody else have the same two rows. The
pseudonym that joins them is then removed. A row without one is again a row by itself; so of these
too, enough persons must be alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeAlias

import attrs

from inclusion_core.extracts import words
from inclusion_core.extracts.anonymity import crowds
from inclusion_core.extracts.cells import REMOVED, Cell
from inclusion_core.extracts.extract import ExtractTable
from inclusion_core.extracts.lines import Line
from inclusion_core.extracts.pseudonyms import Pseudonyms
from inclusion_core.extracts.treatments import free_name
from inclusion_core.extracts.words import Change
from inclusion_core.texts import Text

__all__ = ["apart", "parted"]

Told: TypeAlias = Sequence[tuple[str, Hashable]]
"""Of each row whom it is about, and what it tells."""


def apart(told: Told, least: int) -> frozenset[str]:
    """The persons whose rows must not be joined.

    Args:
        told: The rows; the same is told of at least so many persons in each of them.
        least: How many persons must be alike.
    """
    rows: defaultdict[str, Counter[Hashable]] = defaultdict(Counter)
    for person, key in told:
        rows[person][key] += 1
    found: set[str] = set()
    while more := {*_known_by_all(rows, found, least), *_known_by_one(told, found, least)}:
        found |= more
    return frozenset(found)


def _known_by_all(rows: dict[str, Counter[Hashable]], found: set[str], least: int) -> Iterable[str]:
    """Those of whom too few others have the same rows, as long as they are joined."""
    still = [
        (person, frozenset(keys.items())) for person, keys in rows.items() if person not in found
    ]
    sizes = crowds(still)
    return (person for (person, _), size in zip(still, sizes, strict=True) if size < least)


def _known_by_one(told: Told, found: set[str], least: int) -> Iterable[str]:
    """Those who are needed as a crowd for a row that is no longer joined."""
    alone = [(person, key) for person, key in told if person in found]
    few = {key for (_, key), size in zip(alone, crowds(alone), strict=True) if size < least}
    return (person for person, key in told if key in few and person not in found)


def parted(
    tables: Sequence[ExtractTable], pseudonyms: Pseudonyms, least: int
) -> tuple[ExtractTable, ...]:
    """The tables without what joins the rows of persons who would be known by all of them.

    Their rows have pseudonyms of the table alone, so that no other table has them too.
    """
    told = [(line.person, key) for each in tables for line, key in each.told()]
    persons = apart(told, least)
    why = words.TOO_FEW_TOGETHER.filled(least=least)
    return tuple(_parted(each, persons, pseudonyms, why=why) for each in tables)


def _parted(
    table: ExtractTable, persons: frozenset[str], pseudonyms: Pseudonyms, *, why: Text
) -> ExtractTable:
    key = free_name(table.table, "person_key")
    places = {at for at, each in enumerate(table.columns) if each.name == key}

    def parted_line(line: Line) -> Line:
        if line.person not in persons:
            return line
        own: Cell = pseudonyms.of(f"{table.table.id} apart", str(line.cells[0]))
        others = (REMOVED if at in places else cell for at, cell in enumerate(line.cells) if at)
        return attrs.evolve(line, joined=False, cells=(own, *others))

    lines = [parted_line(each) for each in table.lines]
    cells = sum(not each.joined for each in lines)
    if not cells:
        return table
    column = key if places else table.columns[0].name
    return attrs.evolve(
        table,
        lines=tuple(sorted(lines, key=lambda each: str(each.cells[0]))),
        changes=(*table.changes, Change(column, words.PARTED.filled(rows=cells), why)),
    )

"""The tables of two releases laid over each other: the finest cells that both tell apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Final, TypeAlias

import attrs

from inclusion_core.disclosure.counts import Place
from inclusion_core.findings import Place as Where
from inclusion_core.metrics.tally import Group
from inclusion_core.publishing.releases.held import Codes, Held, Kind, Said, summed
from inclusion_core.publishing.releases.release import OTHERS
from inclusion_core.reports.behind import Count, Shows

__all__ = ["ALL", "Asked", "Grid", "common", "grid", "where_of"]

ALL: Final[Codes] = frozenset([OTHERS])
"""The codes that a release does not name."""

Asked: TypeAlias = tuple[tuple[str, Codes], ...]
"""Codes by axis, in the order of the axes."""


def common(*several: Iterable[Codes]) -> tuple[Codes, ...]:
    """The finest codes taken together that each of several releases tells apart.

    A code that one of them names and another does not is with the rest of that other one. So a
    country that was merged and is named now, or the other way round, is looked at with the rest:
    what both tell of it, they tell of all together.

    Args:
        several: The codes that each release takes together on an axis.

    Example:
        >>> one, other = [frozenset({"SY"}), frozenset({"AF"})], [frozenset({"SY"})]
        >>> [sorted(codes) for codes in common(one, other)]
        [['*', 'AF'], ['SY']]
    """
    told = [list(columns) for columns in several]
    everything = ALL.union(*(column for columns in told for column in columns))
    found: list[Codes] = []
    for columns in told:
        rest = everything.difference(*columns) | ALL
        for column in (*columns, rest):
            touched = [each for each in found if each & column]
            found = [each for each in found if not each & column]
            found.append(column.union(*touched))
    return tuple(sorted(found, key=lambda codes: sorted(map(str, codes))))


@attrs.frozen
class Grid:
    """What two releases say of each cell of a table and of its totals.

    Attributes:
        rows: How many rows of inner cells.
        columns: How many columns.
        codes: The codes of each place, by axis; none for a total.
        now: What the new release says, by place.
        then: What the earlier one says; nobody anywhere where there is none.
    """

    rows: int
    columns: int
    codes: Mapping[Place, Asked]
    now: Mapping[Place, Said]
    then: Mapping[Place, Said]

    def known(self) -> dict[Place, int]:
        """By how much the numbers of both differ, as far as both are told."""
        return {
            place: now - then
            for place, now in self.now.items()
            if isinstance(now, int) and isinstance(then := self.then[place], int)
        }

    def count(self, kind: Kind, place: Place) -> Count:
        """What is counted at a place."""
        metric, shows, _ = kind
        groups = tuple((axis, tuple(codes)) for axis, codes in self.codes[place])
        return Count(metric=metric, groups=groups, shows=shows)

    def where(self, kind: Kind, place: Place) -> Where:
        """A place as findings name it."""
        return where_of(kind, self.codes[place])


def where_of(kind: Kind, asked: Asked) -> Where:
    """The number of some codes as findings name it."""
    metric, shows, _ = kind
    words = [f"{axis}={'|'.join(sorted(map(_named, codes)))}" for axis, codes in asked]
    words += [] if shows is Shows.FIGURE else [shows.value]
    return Where(record_type="metric", record_id=metric, field=", ".join(words))


def _named(code: Group) -> str:
    return code if isinstance(code, str) else f"({code.value})"


def grid(kind: Kind, now: Held, then: Held | None, *, sums: bool = True) -> Grid:
    """A table of a release over that of an earlier one.

    Args:
        kind: The metric and the axes, two at most.
        now: The numbers of the new release.
        then: Those of the earlier one; ``None`` for a release by itself.
        sums: Whether the figure of the metric is the sum of its groups.
    """
    metric, shows, axes = kind
    both = (now,) if then is None else (now, then)
    parts = [common(*(held.narrowest(kind, place) for held in both)) for place in range(len(axes))]
    rows, columns = ([()] * (2 - len(axes)) + parts) if axes else ((), ())
    size = max(len(rows), 1), max(len(columns), 1)
    codes = {
        place: asked
        for place, asked in _places(rows, columns, axes)
        if sums or len(asked) == len(axes)
    }

    def told(held: Held) -> dict[Place, Said]:
        return {
            place: held.at(
                (metric, shows, tuple(axis for axis, _ in asked)), [each for _, each in asked]
            )
            for place, asked in codes.items()
        }

    if then is None:
        return Grid(*size, codes, _with_sums(told(now), *size), dict.fromkeys(codes, 0))
    return Grid(*size, codes, _with_sums(told(now), *size), _with_sums(told(then), *size))


def _places(
    rows: Sequence[Codes], columns: Sequence[Codes], axes: tuple[str, ...]
) -> Iterator[tuple[Place, Asked]]:
    """Each place with its codes; a single row or column has no total of its own."""
    names = (*("",) * (2 - len(axes)), *axes)
    above = [*rows, None] if rows else [None]
    beside = [*columns, None] if columns else [None]
    for (row, one), (column, other) in product(enumerate(above), enumerate(beside)):
        chosen = ((names[0], one), (names[1], other))
        yield (row, column), tuple((axis, codes) for axis, codes in chosen if codes is not None)


def _with_sums(said: dict[Place, Said], rows: int, columns: int) -> dict[Place, Said]:
    """The same with the totals that nobody tells, where they follow from what they are of."""
    for row in range(rows):
        if said.get((row, columns), 0) is None:
            said[row, columns] = summed(said[row, column] for column in range(columns))
    for column in range(columns + 1):
        if said.get((rows, column), 0) is None:
            said[rows, column] = summed(said[row, column] for row in range(rows))
    return said

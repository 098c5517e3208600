"""The blocks of a report: tables of its numbers that add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from inclusion_core.disclosure.counts import Place
from inclusion_core.publishing.blocks import Block
from inclusion_core.publishing.laying import Codes, Kind, LaidOut
from inclusion_core.reports.behind import Count, Shows

__all__ = ["Building"]


@attrs.frozen
class Building:
    """Makes blocks of what a report tells.

    Attributes:
        laid: What it tells.
        forced: How wide the interval has to stay of counts that are hidden whatever is behind them.
    """

    laid: LaidOut
    forced: Mapping[Count, int] = attrs.field(repr=False)

    def own(self, kind: Kind, axis: str) -> Block:
        """One metric in its columns; without an axis, its number for all alone."""
        return self._block([kind], [self.laid.numbers(*kind, axis)], axis)

    def family(self, whole: str, family: tuple[str, ...], axis: str) -> Block | None:
        """Parts of which nobody is in two, in the columns of their whole.

        Who is in none of them makes a row that is not shown. Where there is nobody like that, the
        parts may be known to make up the whole: then there is no such row, unless there is only one
        part, of which nobody can know that.

        Returns:
            ``None`` where the parts come to more than their whole somewhere.
        """
        figure = Shows.FIGURE
        above = self.laid.numbers(whole, figure, axis)
        rows = [self.laid.numbers(part, figure, axis) for part in family]
        others = tuple(number - sum(column) for number, *column in zip(above, *rows, strict=True))
        if min(others) < 0:
            return None
        if len(family) == 1 or any(others):
            rows.append(others)
        block = self._block([(part, figure) for part in family], rows, axis, (whole, figure))
        return self._with_complements(block, whole, family)

    def crossing(self, kind: Kind, axes: tuple[str, ...]) -> Block | None:
        """One metric by two axes, between its margins.

        Returns:
            ``None`` where the rows and columns do not make up the margins.
        """
        metric, shows = kind
        down, across = (
            self.laid.columns[self.laid.top(Count(metric=metric, shows=shows)), shows, axis]
            for axis in axes
        )
        first, second = axes

        def count(*groups: tuple[str, Codes]) -> Count:
            return Count(metric=metric, groups=groups, shows=shows)

        rows = [(count((first, codes)), codes) for codes in down]
        columns = [(count((second, codes)), codes) for codes in across]
        counts: dict[Place, Count] = {(len(rows), len(columns)): count()}
        values: list[list[int]] = []
        for row, (total, codes) in enumerate(rows):
            counts[row, len(columns)] = total
            inner = [count((first, codes), (second, others)) for _, others in columns]
            counts |= {(row, column): each for column, each in enumerate(inner)}
            values.append([self.laid.few.number(each) for each in inner])
        counts |= {(len(rows), column): each for column, (each, _) in enumerate(columns)}
        if any(self.laid.few.number(each) != total for each, total in _totals(counts, values)):
            return None
        told = {place: each for place, each in counts.items() if each in self.laid.there}
        needed = {place: number for place, each in told.items() if (number := self._needed(each))}
        return Block(tuple(map(tuple, values)), told, needed)

    def _needed(self, count: Count) -> int:
        return max(self.forced.get(count, 0), self.laid.few.needed(count))

    def _implied(self, number: int) -> int:
        """How wide the interval has to stay of a number that only follows from others."""
        return self.laid.few.width(number) if 0 < number < self.laid.few.threshold.persons else 0

    def _block(
        self,
        kinds: Sequence[Kind],
        numbers: Sequence[tuple[int, ...]],
        axis: str,
        wholes: Kind | None = None,
    ) -> Block:
        """Rows of numbers, the last of each for the codes that stand in no column.

        Args:
            kinds: What each row counts; a row more is for those who are in none of them.
            numbers: The rows.
            axis: Of the columns; empty for one column alone.
            wholes: What stands below them.
        """
        rest = any(row[-1] for row in numbers)
        values = tuple(row if rest else row[:-1] for row in numbers)
        columns = len(values[0])
        counts: dict[Place, Count] = {}
        for place, kind in enumerate(kinds):
            counts |= self._placed(kind, axis, place, columns)
        if wholes is not None:
            counts |= self._placed(wholes, axis, len(values), columns)
        needed = {place: self._needed(count) for place, count in counts.items()}
        for row, column in _inner(values):
            unnamed = row >= len(kinds) or (rest and column == columns - 1)
            if unnamed:
                needed[row, column] = self._implied(values[row][column])
        for row in range(len(kinds), len(values)):
            needed[row, columns] = self._implied(sum(values[row]))
        return Block(values, counts, {place: number for place, number in needed.items() if number})

    def _placed(self, kind: Kind, axis: str, row: int, columns: int) -> dict[Place, Count]:
        """The counts of a row that the report shows, by their places."""
        metric, shows = kind
        placed = {
            (row, column): count
            for column, count in enumerate(self.laid.row(metric, shows, axis))
            if axis and count in self.laid.there
        }
        total = Count(metric=metric, shows=shows)
        return {**placed, (row, columns): total} if total in self.laid.there else placed

    def _with_complements(self, block: Block, whole: str, family: tuple[str, ...]) -> Block:
        """The same, with who is not in a part protected where those are few."""
        needed = dict(block.needed)
        for place, count in block.counts.items():
            if count.metric not in family:
                continue
            outside = self._outside(attrs.evolve(count, metric=whole), count)
            if outside:
                needed[place] = max(needed.get(place, 0), outside)
        return attrs.evolve(block, needed=needed)

    def _outside(self, whole: Count, part: Count) -> int:
        """How wide the interval of a part has to stay, so that who is not in it is not told."""
        if whole not in self.laid.there:
            return 0
        inside = {each.id for each in self.laid.few.lineage.members(part)}
        members = [each for each in self.laid.few.lineage.members(whole) if each.id not in inside]
        if not self.laid.few.are_few(whole.metric, members):
            return 0
        return self.laid.few.width(len(members))


def _inner(values: Sequence[Sequence[int]]) -> Iterator[Place]:
    for row, cells in enumerate(values):
        for column in range(len(cells)):
            yield row, column


def _totals(
    counts: Mapping[Place, Count], values: Sequence[Sequence[int]]
) -> Iterator[tuple[Count, int]]:
    """Each margin, and what its row or column adds up to."""
    rows, columns = len(values), len(values[0])
    for row in range(rows):
        yield counts[row, columns], sum(values[row])
    for column in range(columns):
        yield counts[rows, column], sum(each[column] for each in values)
    yield counts[rows, columns], sum(map(sum, values))

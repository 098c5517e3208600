"""Which counts of a report to hide, so that nobody can work out a number of few.

Metrics that are parts of one another and the codes by which they are told apart make many tables
that share numbers. They are gone through one by one, from wholes to parts, until nothing more is
to be hidden. What makes that enough:

- *Fixing what is outside only shrinks what is possible.* A table is looked at as if all numbers
  outside of it were known as they truly are, hidden ones too. An interval that is wide enough then
  is wide enough for whoever knows less.
- *Where a whole is hidden, all its parts are hidden, zeros too.* Whoever moves from one hidden
  place of the whole to another takes along all that is counted of them, so that no part stands in
  the way of an interval of the whole.
- *Parts of which nobody is in two stand in one table with their whole*, which holds the totals:
  1 of three parts that make a whole can be worked out from the whole and the others. Whoever is in
  none of the parts makes a row that is not shown. So has the rest of a single part, which is how
  many of the whole are not in it.
- *What is hidden is hidden with all its breakdowns, zeros too*: two tables that break down one
  number have nothing else in common, so that each can be looked at by itself.

Numbers for which that does not hold are refused: of three axes; of two axes, where a metric or a
part of it has small numbers; of codes that are taken together in two ways; and what two families
of parts have in common. They are hidden altogether as soon as anything is hidden in their whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from inclusion_core.publishing.blocks import Block
from inclusion_core.publishing.building import Building
from inclusion_core.publishing.laying import Kind, LaidOut
from inclusion_core.publishing.moving import Before
from inclusion_core.publishing.standing import Few
from inclusion_core.reports.behind import Count, Shows

__all__ = ["Decided", "decided"]


@attrs.frozen(kw_only=True)
class Decided:
    """What is hidden.

    Attributes:
        hidden: Every count that is.
        refused: Of those, the ones that nobody can keep safe but by hiding all of them.
    """

    hidden: frozenset[Count]
    refused: frozenset[Count] = frozenset()


def decided(
    told: Iterable[Count],
    few: Few,
    forced: Mapping[Count, int] | None = None,
    before: Sequence[Before] = (),
) -> Decided:
    """The counts to hide.

    Args:
        told: All counts of the report, in the one form, in the order of the tables.
        few: Who is behind them.
        forced: Counts that are hidden whatever stands behind them, and how wide their intervals
            have to stay: what was hidden before, and what moved a little since.
        before: What each earlier release said of them.
    """
    listed = tuple(dict.fromkeys(each for each in told if few.is_about_clients(each.metric)))
    return _Deciding(LaidOut(listed, few), dict(forced or {}), tuple(before)).decided()


@attrs.frozen
class _Deciding:
    """One report, while it is being decided."""

    laid: LaidOut
    forced: Mapping[Count, int] = attrs.field(repr=False)
    before: tuple[Before, ...] = attrs.field(repr=False)

    @cached_property
    def building(self) -> Building:
        return Building(self.laid, self.forced)

    def decided(self) -> Decided:
        """Go through all tables until nothing more is to be hidden."""
        hidden: set[Count] = {each for each in self.laid.told if each in self.forced}
        hidden |= {each for each in self.laid.told if self.laid.few.is_small(each)}
        hidden |= self.laid.refused
        refused = set(self.laid.refused)
        before = -1
        while before < len(hidden):
            before = len(hidden)
            hidden |= self._followed(hidden)
            for kind in self.laid.kinds:
                hidden.update(self._of_kind(kind, hidden))
                hidden |= self._followed(hidden)
            crossed = self._crossed(hidden)
            refused |= crossed
            hidden |= crossed
        return Decided(hidden=frozenset(hidden), refused=frozenset(refused & hidden))

    def _followed(self, hidden: set[Count]) -> set[Count]:
        """What is hidden because something above it is."""
        found: set[Count] = set()
        for count in self.laid.told:
            if count not in hidden and any(above in hidden for above in self._aboves(count)):
                found.add(count)
        return found

    def _aboves(self, count: Count) -> Iterator[Count]:
        """The same number of fewer axes, and of every whole."""
        for place in range(len(count.groups)):
            groups = (*count.groups[:place], *count.groups[place + 1 :])
            yield attrs.evolve(count, groups=groups)
        if len(count.groups) > 1:
            yield attrs.evolve(count, groups=())
        if count.shows is Shows.FIGURE:
            metric = count.metric
            while metric in self.laid.tree.whole:
                metric = self.laid.tree.whole[metric]
                yield attrs.evolve(count, metric=metric)

    def _of_kind(self, kind: Kind, hidden: set[Count]) -> Iterator[Count]:
        metric, shows = kind
        if not self.laid.few.adds_up(Count(metric=metric, shows=shows)):
            return  # a median of some tells nothing of that of others
        with_others = self.laid.axes_with_others(metric) if shows is Shows.FIGURE else frozenset()
        for axis in self.laid.axes(kind, metric):
            if axis not in with_others:
                yield from self._safe(self.building.own(kind, axis), hidden)
        if shows is Shows.FIGURE:
            for family in self.laid.tree.parts.get(metric, ()):
                axes = [
                    each
                    for each in self.laid.axes(kind, *family)
                    if self.laid.share(each, metric, *family)
                ]
                for axis in axes or [""]:
                    yield from self._family(metric, family, axis, hidden)
        yield from self._two_way(kind, hidden)

    def _safe(
        self, block: Block, hidden: set[Count], known: frozenset[Count] = frozenset()
    ) -> frozenset[Count]:
        """What is to be hidden of a block, by itself and beside each earlier release."""
        found = block.hidden(hidden, known)
        for each in self.before:
            found |= block.moved(each.said, hidden | found, known, self.laid.few.threshold.persons)
        return found

    def _family(
        self, whole: str, family: tuple[str, ...], axis: str, hidden: set[Count]
    ) -> frozenset[Count]:
        """What is to be hidden of parts and their whole."""
        block = self.building.family(whole, family, axis)
        if block is None:
            return frozenset(each for each in self.laid.told if each.metric in family)
        known = {each for each in block.counts.values() if each.metric == whole}
        return self._safe(block, hidden, frozenset(known - hidden))

    def _two_way(self, kind: Kind, hidden: set[Count]) -> Iterator[Count]:
        """The cells of a metric by two axes at once."""
        metric, shows = kind
        cells: dict[tuple[str, ...], list[Count]] = defaultdict(list)
        for each in self.laid.told:
            if each.metric == metric and each.shows is shows and len(each.groups) == 2:
                cells[tuple(axis for axis, _ in each.groups)].append(each)
        related = shows is Shows.FIGURE and (
            metric in self.laid.tree.whole or metric in self.laid.tree.parts
        )
        for axes, counts in cells.items():
            if related or len(cells) > 1:
                if not hidden.isdisjoint(counts):
                    yield from counts
            else:
                yield from self._crossing(kind, axes, counts, hidden)

    def _crossing(
        self, kind: Kind, axes: tuple[str, ...], counts: Sequence[Count], hidden: set[Count]
    ) -> Iterable[Count]:
        """One table of two axes, between its margins."""
        block = self.building.crossing(kind, axes)
        if block is None:
            return () if hidden.isdisjoint(counts) else counts
        margins = {each for each in block.counts.values() if len(each.groups) < 2}
        return self._safe(block, hidden, frozenset(margins - hidden))

    def _crossed(self, hidden: set[Count]) -> set[Count]:
        """What is in two families at once, where anything of their whole is hidden."""
        found: set[Count] = set()
        for whole, crossed in self.laid.tree.crossed.items():
            its = {whole, *self.laid.tree.below(whole)}
            if any(each.metric in its and each.shows is Shows.FIGURE for each in hidden):
                gone = {below for part in crossed for below in (part, *self.laid.tree.below(part))}
                found |= {
                    each
                    for each in self.laid.told
                    if each.metric in gone and each.shows is Shows.FIGURE
                }
        return found

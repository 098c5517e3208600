"""The days that are to be tried as answers: around each day that something is compared with.

Between two such days all answers come to the same, so that one of them stands for all. Where two
open days are compared with one another, both ends of each stretch are tried, and the other day is
tried before, on and after each of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TypeAlias

from inclusion_core.expr import nodes
from inclusion_core.expr.missing.day_lines import (
    Comparison,
    Line,
    comparisons,
    last_day_before,
    moved,
)
from inclusion_core.expr.missing.open_fact import OpenFact, Place
from inclusion_core.expr.missing.sightings import Sightings

__all__ = ["DayAnswers", "Stretch"]

ONE_DAY = timedelta(days=1)

Stretch: TypeAlias = tuple[date, date]
"""First and last day that an answer may be."""


class DayAnswers:
    """Which days make a difference for each open day of a condition.

    Args:
        condition: The condition.
        seen: What was seen in it.
        stretch: The days that the answer to an open fact may be.
    """

    def __init__(
        self,
        condition: nodes.TruthNode,
        seen: Sightings,
        stretch: Callable[[OpenFact], Stretch],
    ) -> None:
        self._stretch = stretch
        self._cuts: dict[Place, set[date]] = defaultdict(set)
        self._ends: dict[Place, set[date]] = defaultdict(set)
        pairs = _pairs(comparisons(condition, seen.numbers), seen)
        for mine, other in pairs:
            days = (moved(day, other.moves) for day in seen.days[other.leaf])
            _add(self._cuts, seen.facts_of[mine.leaf], _cut(mine, days))
        self._compare_open_days([pair for pair in pairs if seen.facts_of.get(pair[1].leaf)], seen)

    def _compare_open_days(self, pairs: list[Comparison], seen: Sightings) -> None:
        beside: dict[Place, set[date]] = defaultdict(set)
        for mine, other in pairs:
            for fact in seen.facts_of[other.leaf]:
                self._ends[fact.place] |= self._both_ends(fact)
                days = (moved(day, other.moves) for day in self._both_ends(fact))
                _add(beside, seen.facts_of[mine.leaf], _cut(mine, days))
        for place, cuts in beside.items():
            self._cuts[place] |= cuts

    def days(self, fact: OpenFact) -> tuple[date, ...]:
        """Days of which one stands for each answer that makes a difference, in order."""
        first, last = self._stretch(fact)
        inside = {cut for cut in self._cuts[fact.place] if first <= cut < last}
        after_all = max(inside, default=last - ONE_DAY) + ONE_DAY
        ends = {day for day in self._ends[fact.place] if first <= day <= last}
        return tuple(sorted({*inside, after_all, *ends}))

    def _both_ends(self, fact: OpenFact) -> set[date]:
        first, last = self._stretch(fact)
        inside = [cut for cut in self._cuts[fact.place] if first <= cut < last]
        return {first, last, *inside, *(cut + ONE_DAY for cut in inside)}


def _pairs(compared: Iterable[Comparison], seen: Sightings) -> list[Comparison]:
    """The comparisons, each as seen from every side that is open."""
    both_ways = (
        pair for left, right in dict.fromkeys(compared) for pair in ((left, right), (right, left))
    )
    return [pair for pair in both_ways if seen.facts_of.get(pair[0].leaf)]


def _cut(line: Line, days: Iterable[date]) -> set[date]:
    """The last days that, moved, lie before one of these, and those that do not lie after it."""
    return {last_day_before(on, line.moves) for day in days for on in (day, day + ONE_DAY)}


def _add(cuts: dict[Place, set[date]], facts: Iterable[OpenFact], found: set[date]) -> None:
    for fact in facts:
        cuts[fact.place] |= found

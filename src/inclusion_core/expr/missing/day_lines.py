"""How days are compared in a condition: which fields, moved how, against what.

A day that is moved by months and days and then compared crosses the other side once; the day on
which it does so, and the one after it, stand for all answers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from typing import TypeAlias, assert_never

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.objects import NumberSpan, shifted
from inclusion_core.values import FIRST_DAY, LAST_DAY

__all__ = ["Comparison", "Line", "comparisons", "last_day_before", "moved"]

Move: TypeAlias = tuple[int, int, bool]
"""Months, days, and whether the months are a term."""

MOST_YEARS = 150
"""No age is compared with more years than these."""


@attrs.frozen
class Line:
    """A day at the bottom of one side of a comparison, and how it is moved on its way there."""

    leaf: nodes.DayField | nodes.DayLiteral | nodes.DayParameter
    moves: tuple[Move, ...] = ()

    def then(self, *moves: Move) -> Line:
        """The same, moved further."""
        return Line(self.leaf, (*self.moves, *moves))


Comparison: TypeAlias = tuple[Line, Line]


def lines(node: nodes.DayNode) -> Iterator[Line]:
    """The days at the bottom of a day."""
    match node:
        case nodes.DayField() | nodes.DayLiteral() | nodes.DayParameter():
            yield Line(node)
        case nodes.Shifted(of, months, days, term):
            for line in lines(of):
                yield line.then((months, days, term))
        case nodes.Extreme(of):
            for each in of:
                yield from lines(each)
        case nodes.RelatedDay(_, value):
            yield from lines(value)
        case _:
            assert_never(node)


def comparisons(
    condition: nodes.TruthNode, numbers: dict[nodes.NumberNode, set[NumberSpan]]
) -> Iterator[Comparison]:
    """All comparisons of days in a condition; an age is one with each number of years."""
    for node in nodes.walk(condition):
        match node:
            case nodes.NotAfter(left, right):
                yield from _each(lines(left), tuple(lines(right)))
            case nodes.LatestCode(by=by):
                yield from _each(lines(by), tuple(lines(by)))
            case nodes.AtMost(left, right):
                ends = {end for side in (left, right) for span in numbers[side] for end in span}
                for side in (left, right):
                    yield from _ages(side, {n for n in ends if abs(n) <= MOST_YEARS})
            case _:
                pass


def _each(left: Iterator[Line], right: tuple[Line, ...]) -> Iterator[Comparison]:
    return ((mine, other) for mine in left for other in right)


def _ages(side: nodes.NumberNode, years: set[int]) -> Iterator[Comparison]:
    for node in nodes.walk(side):
        if isinstance(node, nodes.CompletedYears):
            ons = tuple(lines(node.on))
            for line in lines(node.since):
                for n in sorted({each for year in years for each in (year, year + 1)}):
                    for day_more in (0, 1):  # born on 29 February
                        yield from _each(iter((line.then((12 * n, day_more, False)),)), ons)


def moved(day: date, moves: tuple[Move, ...]) -> date:
    """A day, moved by each in turn."""
    for months, days, term in moves:
        day = shifted(day, months, days, term=term)
    return day


ALL_DAYS = range(FIRST_DAY.toordinal(), LAST_DAY.toordinal() + 1)


def last_day_before(on: date, moves: tuple[Move, ...]) -> date:
    """The last day that, moved so, lies before another; or the day before the first of all."""
    place = bisect_left(ALL_DAYS, on, key=lambda each: moved(date.fromordinal(each), moves))
    return date.fromordinal(ALL_DAYS.start + place - 1)

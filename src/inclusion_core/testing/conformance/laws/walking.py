"""Walks the calendar day by day, instead of working days out: slow, plain, and independent."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from inclusion_core.expr import nodes
from inclusion_core.expr.objects import NumberSpan, ObjectReader
from inclusion_core.periods import LeapDay
from inclusion_core.values import ALWAYS, NEVER, DaySpan

__all__ = ["DayWalker", "birthdays_passed", "walked"]

ONE_DAY = timedelta(days=1)


class DayWalker(ObjectReader):
    """Reads as an :class:`ObjectReader` does, but finds each day on foot."""

    def _day(self, node: nodes.DayNode, rows: dict[str, Any]) -> DaySpan:
        if not isinstance(node, nodes.Shifted):
            return super()._day(node, rows)
        of = self._day(node.of, rows)
        return DaySpan(*(_on_foot(each, node) for each in of))

    def _number(self, node: nodes.NumberNode, rows: dict[str, Any]) -> NumberSpan:
        if not isinstance(node, nodes.CompletedYears):
            return super()._number(node, rows)
        since, on = self._day(node.since, rows), self._day(node.on, rows)
        if {*since, *on} & {ALWAYS, NEVER}:
            return super()._number(node, rows)
        return NumberSpan(
            birthdays_passed(since.latest, on.earliest, node.leap_day),
            birthdays_passed(since.earliest, on.latest, node.leap_day),
        )


def _on_foot(day: date, node: nodes.Shifted) -> date:
    if day in (ALWAYS, NEVER):
        return day
    end = walked(day, node.months)
    if node.term and end.day == day.day:
        end -= ONE_DAY
    return end + node.days * ONE_DAY


@lru_cache(maxsize=4096)
def walked(day: date, months: int) -> date:
    """The day so many months later, or earlier, counted at each first day of a month on the way.

    Where that month has no such day, its last one.

    Example:
        >>> walked(date(2016, 2, 29), 12)
        datetime.date(2017, 2, 28)
    """
    step = ONE_DAY if months >= 0 else -ONE_DAY
    here, left = day, abs(months)
    while left:
        left -= (here + step).month != here.month
        here += step
    month = here.month
    while here.day > 1:
        here -= ONE_DAY
    while here.day < day.day and (here + ONE_DAY).month == month:
        here += ONE_DAY
    return here


@lru_cache(maxsize=4096)
def birthdays_passed(born: date, on: date, leap_day: LeapDay) -> int:
    """The birthdays from one day to another, each looked for in its year.

    Example:
        >>> birthdays_passed(date(2000, 2, 29), date(2001, 2, 28), LeapDay.MARCH_1)
        0
    """
    passed = 0
    while _birthday(born, born.year + passed + 1, leap_day) <= on:
        passed += 1
    while passed <= 0 and _birthday(born, born.year + passed, leap_day) > on:
        passed -= 1
    return passed


def _birthday(born: date, year: int, leap_day: LeapDay) -> date:
    day = date(year, born.month, 1)
    while day.day < born.day:
        day += ONE_DAY
        if day.month != born.month:
            return day if leap_day is LeapDay.MARCH_1 else day - ONE_DAY
    return day

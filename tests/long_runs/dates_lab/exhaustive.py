"""Every day of two centuries, compared with the plain calendar one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product

from dates_lab import plain_calendar as plain
from inclusion_core.periods import (
    LeapDay,
    completed_years,
    months_after,
    months_before,
    term_from,
)
from inclusion_core.truth import Truth
from inclusion_core.values import DaySpan, between

__all__ = ["FIRST", "LAST", "ages", "differing_months", "intervals", "steps"]

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
EARLY = {LeapDay.MARCH_1: False, LeapDay.FEBRUARY_28: True}


def _plain(day: date) -> plain.PlainDay:
    return day.year, day.month, day.day


def _days(first: date, last: date) -> Iterator[tuple[date, plain.PlainDay]]:
    """Days of the standard library, and beside each the one that the plain calendar counts."""
    counted = _plain(first)
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if _plain(day) != counted:
            raise ArithmeticError("the calendars differ")
        yield day, counted
        counted = plain.next_day(counted)


def steps(*, full: bool) -> Sequence[int]:
    """The numbers of months that are added: all up to 600, or all up to 24 and each 23rd."""
    return range(601) if full else (*range(25), *range(25, 601, 23), 600)


def differing_months(months: Sequence[int]) -> tuple[int, int]:
    """How many sums of a day and months were compared, and how many differ."""
    compared = differing = 0
    for day, counted in _days(FIRST, LAST):
        for each in months:
            compared += 2
            differing += _plain(months_after(day, each)) != plain.after_months(counted, each)
            differing += _plain(months_before(day, each)) != plain.after_months(counted, -each)
            if each:
                compared += 1
                differing += _plain(term_from(day, each)) != plain.term_ends(counted, each)
    return compared, differing


def ages() -> tuple[int, int]:
    """How many ages on birthdays, and a day before and after them, were compared, and differ.

    Everybody born around 1900, which was no leap year, and around 2000, which was one.
    """
    compared = differing = 0
    for first in (1896, 1996):
        for born, counted in _days(date(first, 1, 1), date(first + 8, 12, 31)):
            for years in (*range(31), *range(95, 102)):
                birthday = date(*plain.after_months(counted, 12 * years))
                for on in (birthday + timedelta(days=apart) for apart in (-1, 0, 1)):
                    for leap_day, early in EARLY.items() if on >= born else ():
                        compared += 1
                        expected = plain.whole_years(counted, _plain(on), early=early)
                        differing += completed_years(born, on, leap_day) != expected
    return compared, differing


def intervals(most: int = 5) -> tuple[int, int]:
    """How many triples of intervals were compared, and in how many ``between`` is not right.

    It must say yes where it is so wherever in their intervals the three days lie, and no where it
    is nowhere so; of two ends that surely stand in the wrong order it may say that it does not
    know.
    """
    spans = [(low, high) for low in range(1, most + 1) for high in range(low, most + 1)]
    compared = differing = 0
    for first, day, last in product(spans, repeat=3):
        told = {
            low <= at <= high
            for low, at, high in product(*(range(a, b + 1) for a, b in (first, day, last)))
        }
        right = Truth.UNKNOWN if len(told) == 2 else Truth.YES if True in told else Truth.NO
        found = between(
            *(DaySpan(date(2018, 6, a), date(2018, 6, b)) for a, b in (first, day, last))
        )
        compared += 1
        crossed = first[0] > last[1]
        differing += found is not right and not (crossed and found is Truth.UNKNOWN)
    return compared, differing

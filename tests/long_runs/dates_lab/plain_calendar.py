"""A calendar of whole numbers, written from the rules and from nothing else.

No library and no code of the product is used: a day is a year, a month and a number, and which
days come after which is worked out by arithmetic alone.
"""

from __future__ import annotations

from typing import TypeAlias

__all__ = [
    "after_months",
    "before",
    "last_of",
    "next_day",
    "term_ends",
    "whole_years",
]

PlainDay: TypeAlias = tuple[int, int, int]
"""Year, month, day."""


def is_leap(year: int) -> bool:
    """Whether February has 29 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def last_of(year: int, month: int) -> int:
    """The number of the last day of a month."""
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def after_months(day: PlainDay, months: int) -> PlainDay:
    """The day with the same number so many months on, or the last of that month."""
    year, month, number = day
    counted = 12 * year + (month - 1) + months
    year, month = counted // 12, counted % 12 + 1
    return year, month, min(number, last_of(year, month))


def before(day: PlainDay) -> PlainDay:
    """The day before."""
    year, month, number = day
    if number > 1:
        return year, month, number - 1
    if month > 1:
        return year, month - 1, last_of(year, month - 1)
    return year - 1, 12, 31


def next_day(day: PlainDay) -> PlainDay:
    """The day after."""
    year, month, number = day
    if number < last_of(year, month):
        return year, month, number + 1
    return (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)


def term_ends(first: PlainDay, months: int) -> PlainDay:
    """The last day of a term that begins on a day.

    The day before the next term of the same length would begin; where the last month has no such
    day, its last one.
    """
    same = after_months(first, months)
    return before(same) if same[2] == first[2] else same


def whole_years(born: PlainDay, on: PlainDay, *, early: bool) -> int:
    """Completed years: so many birthdays are over, the day itself included.

    Args:
        born: Day of birth.
        on: The day asked about; not before it.
        early: Who was born on 29 February is older on 28 February of a common year, not 1 March.
    """
    years = 0
    while _birthday(born, born[0] + years + 1, early=early) <= on:
        years += 1
    return years


def _birthday(born: PlainDay, year: int, *, early: bool) -> PlainDay:
    if (born[1], born[2]) == (2, 29) and not is_leap(year):
        return (year, 2, 28) if early else (year, 3, 1)
    return year, born[1], born[2]

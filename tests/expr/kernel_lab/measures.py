"""What the naive reader measures with: days and numbers as intervals, truths of three values.

A day is an interval of ordinal numbers whose infinities are those of ``float``; a truth is
``True``, ``False`` or ``None``.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from enum import Enum
from math import inf
from typing import TypeAlias

from inclusion_core.expr import nodes
from inclusion_core.periods import LeapDay

COUNT_MOST = 10**9
SUM_MOST = 10**15
YEARS_MOST = 10_000

Kleene: TypeAlias = bool | None
Days: TypeAlias = tuple[float, float]
Numbers: TypeAlias = tuple[int, int]


class Code(Enum):
    """What a code can be beside a text."""

    ABSENT = "absent"
    UNKNOWN = "unknown"


def at_least(n: int, answers: list[Kleene]) -> Kleene:
    if sum(1 for each in answers if each is True) >= n:
        return True
    return False if sum(1 for each in answers if each is not False) < n else None


def at_most(left: tuple[float, float], right: tuple[float, float]) -> Kleene:
    if left[1] <= right[0]:
        return True
    return False if left[0] > right[1] else None


def agreed(codes: list[str | Code]) -> str | Code:
    """The one value of all; an unknown one agrees with none, not even with another unknown."""
    first = codes[0]
    return first if all(code == first for code in codes) else Code.UNKNOWN


def shifted(ordinal: float, by: nodes.Shifted) -> float:
    if ordinal in (-inf, inf):
        return ordinal
    day = date.fromordinal(int(ordinal))
    year, month = day.year, day.month + by.months
    while month < 1:
        year, month = year - 1, month + 12
    while month > 12:
        year, month = year + 1, month - 12
    last_of_month = monthrange(year, month)[1]
    if by.term and day.day <= last_of_month:
        return date(year, month, day.day).toordinal() - 1 + by.days
    return date(year, month, min(day.day, last_of_month)).toordinal() + by.days


def years(since: float, on: float, leap_day: LeapDay) -> int:
    if on == inf or since == -inf:
        return YEARS_MOST
    if since == inf or on == -inf:
        return -YEARS_MOST
    born, day = date.fromordinal(int(since)), date.fromordinal(int(on))
    birthday = (born.month, born.day)
    if birthday == (2, 29) and monthrange(day.year, 2)[1] == 28:
        birthday = (2, 28) if leap_day is LeapDay.FEBRUARY_28 else (3, 1)
    had_birthday = (day.month, day.day) >= birthday
    return day.year - born.year - (0 if had_birthday else 1)

"""Working days, and the two ways in which a last day may move to one.

Nothing moves by itself: :mod:`inclusion_core.periods` never asks about working days. What counts as
a public holiday is given, because it is for the place where the action is due.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import TypeAlias

import attrs

from inclusion_core.errors import InclusionError
from inclusion_core.periods import days_after

__all__ = [
    "NoWorkingDayError",
    "WorkingDay",
    "monday_to_friday",
    "next_working_day",
    "with_two_working_days",
    "working_days",
]

WorkingDay: TypeAlias = Callable[[date], bool]
"""Tells whether a day is a working day where the action is due."""

_LONGEST_REST = 366


class NoWorkingDayError(InclusionError):
    """A calendar names no working day for a whole year."""

    def __str__(self) -> str:
        return "no working day within a year; check the calendar of working days"


def monday_to_friday(day: date) -> bool:
    """Whether the day is none of Saturday and Sunday; knows no public holidays."""
    return day.weekday() < 5


@attrs.frozen
class _WorkingDays:
    public_holidays: frozenset[date]

    def __call__(self, day: date) -> bool:
        return monday_to_friday(day) and day not in self.public_holidays


def working_days(public_holidays: Collection[date]) -> WorkingDay:
    """A calendar of working days: Monday to Friday, without these public holidays.

    A day off that was swapped for a working Saturday is no public holiday; leave it out.
    Whether a day in lieu of a Sunday holiday is one, the caller decides.

    Source:
        Regulation (EEC, Euratom) No 1182/71, Article 2.

    Example:
        >>> latvian = working_days([date(2018, 12, 24), date(2018, 12, 25), date(2018, 12, 26)])
        >>> latvian(date(2018, 12, 24)), latvian(date(2018, 12, 27))
        (False, True)
    """
    return _WorkingDays(frozenset(public_holidays))


def next_working_day(last_day: date, working_day: WorkingDay = monday_to_friday) -> date:
    """The first working day on or after the last day of a period: that day itself if it is one.

    For deadlines to act only. Ceilings on a service, days of validity and actions due at
    a specified moment do not move, nor do periods counted backwards or in hours.

    Raises:
        NoWorkingDayError: There is none within a year.

    Source:
        Regulation (EEC, Euratom) No 1182/71, Article 3(4); not where 4(1) or 5(1) apply.

    Example:
        >>> next_working_day(date(2020, 2, 29))
        datetime.date(2020, 3, 2)
    """
    for later in range(_LONGEST_REST):
        day = days_after(last_day, later)
        if working_day(day):
            return day
    raise NoWorkingDayError


def with_two_working_days(
    event: date, last_day: date, working_day: WorkingDay = monday_to_friday
) -> date:
    """The last day, moved on until the period after the event has two working days.

    A period of one day is left as it is. Give the last day as counted and shift the result
    with :func:`next_working_day`; what is said there about ceilings, validity and periods
    counted backwards holds here too.

    Raises:
        NoWorkingDayError: A year has none.

    Source:
        Regulation (EEC, Euratom) No 1182/71, Article 3(5); not where 4(1) or 5(1) apply.

    Example:
        >>> with_two_working_days(date(2018, 11, 30), date(2018, 12, 2))
        datetime.date(2018, 12, 4)
    """
    if (last_day - event).days < 2:
        return last_day
    first = next_working_day(days_after(event, 1), working_day)
    second = next_working_day(days_after(first, 1), working_day)
    return max(last_day, second)

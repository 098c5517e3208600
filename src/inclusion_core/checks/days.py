"""What is sure about days known in part: which comes first, which stays have a day in common.

A day that is partly known is an interval, so that something is sure only where it holds for every
day of it. Of an unknown day nothing is sure.
"""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from inclusion_core.fields import Record
from inclusion_core.periods import Period
from inclusion_core.values import ABSENT, ALWAYS, NEVER, Day, DaySpan, day_span

__all__ = ["ONE_DAY", "Stay", "day_of", "stay_of", "surely_before", "surely_lasts_after"]

ONE_DAY = timedelta(days=1)


def day_of(record: Record, field: str) -> Day:
    """The day that a field of a record holds."""
    day: Day = getattr(record, field)
    return day


def surely_before(day: Day, other: Day) -> bool:
    """Whether one day lies before another; a day that is absent is before and after none.

    Example:
        >>> from inclusion_core.values import parse_day
        >>> surely_before(parse_day("2018-04-15"), parse_day("2018-05"))
        True
        >>> surely_before(parse_day("2018-04-15"), parse_day("2018"))
        False
    """
    if day is ABSENT or other is ABSENT:
        return False
    return day_span(day).latest < day_span(other).earliest


def surely_lasts_after(last_day: Day, day: Day) -> bool:
    """Whether something goes on after a day; without a last day it goes on, as things stand."""
    return day_span(day).latest < day_span(last_day).earliest


@attrs.frozen
class Stay:
    """The days from a first to a last one, both inside, as far as they are known.

    Attributes:
        first: The days among which the first is.
        last: The days among which the last is; never, while it goes on.
    """

    first: DaySpan
    last: DaySpan

    @classmethod
    def of(cls, first_day: Day, last_day: Day) -> Stay | None:
        """The stay between two days; None where the last surely lies before the first."""
        first, last = day_span(first_day), day_span(last_day)
        return None if last.latest < first.earliest else cls(first, last)

    @classmethod
    def during(cls, period: Period | None) -> Stay:
        """The days of a period; all days for none."""
        if period is None:
            return cls(DaySpan(ALWAYS, ALWAYS), day_span(ABSENT))
        last_day = ABSENT if period.last_day is None else period.last_day
        return cls(day_span(period.first_day), day_span(last_day))

    @property
    def begun_by(self) -> date:
        """The day by which it has begun."""
        return min(self.first.latest, self.last.latest)

    @property
    def lasts_until(self) -> date:
        """The day through which it lasts at least."""
        return max(self.first.earliest, self.last.earliest)

    def surely_meets(self, other: Stay) -> bool:
        """Whether there is a day in both, whatever is not known.

        Example:
            >>> spring = Stay.of(date(2018, 3, 1), date(2018, 5, 31))
            >>> spring.surely_meets(Stay.of(date(2018, 5, 31), ABSENT))
            True
        """
        return (
            self.begun_by <= other.lasts_until
            and other.begun_by <= self.lasts_until
            and max(self.begun_by, other.begun_by) < NEVER
        )

    def may_meet(self, other: Stay) -> bool:
        """Whether there can be a day in both, for what is known."""
        return (
            self.first.earliest <= other.last.latest
            and other.first.earliest <= self.last.latest
            and max(self.first.earliest, other.first.earliest) < NEVER
        )


def stay_of(record: Record, first: str = "first_day", last: str = "last_day") -> Stay | None:
    """The stay that two fields of a record tell; None where it is told backwards."""
    return Stay.of(day_of(record, first), day_of(record, last))

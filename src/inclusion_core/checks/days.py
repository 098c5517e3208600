"""What is sure about days known in part: which comes first, which stays have a day in common.

A day that is partly known is an interval, so that something is sure only where it holds for every
day of it. Of an unknown day nothing is sure.
"""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_core.fields import Record
from inclusion_core.values import ABSENT, NEVER, Day, day_span

__all__ = ["Stay", "day_of", "surely_before", "surely_lasts_after"]


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
    """What is sure of the days from a first to a last one, both inside.

    Attributes:
        begun_by: The day by which it has begun.
        lasts_until: The day through which it lasts at least.
    """

    begun_by: date
    lasts_until: date

    @classmethod
    def of(cls, first_day: Day, last_day: Day) -> Stay | None:
        """The stay between two days; None where the last surely lies before the first."""
        first, last = day_span(first_day), day_span(last_day)
        if last.latest < first.earliest:
            return None
        return cls(min(first.latest, last.latest), max(first.earliest, last.earliest))

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

"""The axis of a picture: which days it shows, and where each of them lies."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import chain

import attrs

from inclusion_core.lives.life import Life
from inclusion_core.values import LAST_DAY, DaySpan, PartialDay, day_span

__all__ = ["Axis", "axis_of"]

YEARS_BACK = 5
"""A picture shows that many years before its last day; what is earlier is in the list."""
DAYS_AHEAD = 366
"""And that many days after the one on which the data are known."""

NARROW = 92
"""A day that is not known among more days than these says little about what to show."""


@attrs.frozen(kw_only=True)
class Axis:
    """Days on a line, whole months from the first to the last.

    Attributes:
        first_day: The first day shown.
        last_day: The last.
        left: Where the first day begins.
        right: Where the last day ends.
    """

    first_day: date
    last_day: date
    left: float
    right: float

    @property
    def day_width(self) -> float:
        """How wide a day is."""
        return (self.right - self.left) / ((self.last_day - self.first_day).days + 1)

    @property
    def month_width(self) -> float:
        """How wide a month is, roughly."""
        return self.day_width * 30.4

    def begin(self, day: date) -> float:
        """Where a day begins; at the edge where it lies beyond."""
        days = (day - self.first_day).days
        return min(max(self.left + days * self.day_width, self.left), self.right)

    def end(self, day: date) -> float:
        """Where a day ends; at the edge where it lies beyond."""
        days = (day - self.first_day).days + 1
        return min(max(self.left + days * self.day_width, self.left), self.right)

    def middle(self, day: date) -> float:
        """The middle of a day."""
        return (self.begin(day) + self.end(day)) / 2

    def shows(self, day: date) -> bool:
        """Whether a day is on it."""
        return self.first_day <= day <= self.last_day

    @property
    def months(self) -> Iterator[date]:
        """The first days of its months."""
        day = self.first_day
        while day <= self.last_day:
            yield day
            day = _last_of_month(day) + timedelta(days=1)


def axis_of(life: Life, *, left: float, right: float, also: Iterable[DaySpan] = ()) -> Axis | None:
    """The axis for a life, and perhaps for other days; ``None`` where no day is known.

    It ends with the last day of the life, or the day on which the data are known, and begins with
    the first day of the years before that.
    """
    known_on = min(life.known_on, LAST_DAY)
    days = list(_days(life, also, min(known_on + timedelta(days=DAYS_AHEAD), LAST_DAY)))
    if not days:
        return None
    last = days[-1]
    if known_on <= last + timedelta(days=DAYS_AHEAD):
        last = max(last, known_on)
    earliest = date(last.year - YEARS_BACK, last.month, 1)
    first = next(day for day in days if day >= earliest)
    return Axis(
        first_day=first.replace(day=1), last_day=_last_of_month(last), left=left, right=right
    )


def _days(life: Life, also: Iterable[DaySpan], latest: date) -> Iterator[date]:
    """The days up to the latest, in order; those known to the year alone only where no other is."""
    told = (day for entry in life.entries for day in (entry.begins, entry.ends))
    spans = [*also, *(day_span(day) for day in told if isinstance(day, date | PartialDay))]
    narrow = [span for span in spans if (span.latest - span.earliest).days <= NARROW]
    ends = sorted(chain.from_iterable(narrow or spans))
    return (day for day in ends if day <= latest)


def _last_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])

"""What a field can hold: something known, nothing, or something that nobody knows yet.

``ABSENT`` says: it is known that there is none, or none so far (a plan that is not
fulfilled, a participation that has not ended). :class:`Unknown` says that there may be one
and why it is not known. ``None`` is never used for either.

A day is read as an interval of days (:class:`DaySpan`): a known day is an interval of one day,
a year of birth alone one of a whole year, an unknown day any day at all, an absent day *never*.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from enum import Enum
from typing import Literal, NamedTuple, NoReturn, TypeAlias, TypeVar

import attrs

from inclusion_core.errors import NotADayError
from inclusion_core.truth import Truth

__all__ = [
    "ABSENT",
    "ALWAYS",
    "FIRST_DAY",
    "LAST_DAY",
    "NEVER",
    "NOT_ASKED",
    "Absent",
    "Answer",
    "Day",
    "DaySpan",
    "PartialDay",
    "Reason",
    "Unknown",
    "between",
    "day_span",
    "day_text",
    "parse_day",
]


class Absent(Enum):
    """The type of :data:`ABSENT`."""

    ABSENT = "absent"

    def __bool__(self) -> NoReturn:
        raise TypeError("compare with `is ABSENT`")

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Literal[Absent.ABSENT] = Absent.ABSENT
"""It is known that there is none, or none so far."""


class Reason(Enum):
    """Why a value is not known."""

    NOT_ASKED = "not_asked"
    REFUSED = "refused"
    CLIENT_DOES_NOT_KNOW = "client_does_not_know"
    CONTRADICTORY = "contradictory"
    ERASED = "erased"


@attrs.frozen
class Unknown:
    """There may be a value; it is not known, for this reason."""

    reason: Reason

    def __bool__(self) -> NoReturn:
        raise TypeError("an unknown value is neither true nor false: use isinstance")


NOT_ASKED = Unknown(Reason.NOT_ASKED)
"""Nobody has asked yet: what an empty cell mostly means."""

T = TypeVar("T")
Answer: TypeAlias = T | Absent | Unknown
"""A value that may be known, absent or unknown."""

FIRST_DAY = date(1800, 1, 1)
"""The first day that a record may hold."""
LAST_DAY = date(2999, 12, 31)
"""The last day that a record may hold; a day without end is absent, not a far one."""

ALWAYS = date(1000, 1, 1)
"""Before every day: the lower end of a day of which nothing is known."""
NEVER = date(9000, 1, 1)
"""After every day: the day of what does not happen, as things stand."""


@attrs.frozen
class PartialDay:
    """A day that is known only to lie between two days, both inside.

    Example:
        >>> PartialDay.of_month(2020, 9)
        PartialDay('2020-09')
        >>> PartialDay.of_year(1990).latest
        datetime.date(1990, 12, 31)
    """

    earliest: date
    latest: date

    def __attrs_post_init__(self) -> None:
        if not self.earliest < self.latest:
            raise NotADayError

    @classmethod
    def of_year(cls, year: int) -> PartialDay:
        """Some day of that year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def of_month(cls, year: int, month: int) -> PartialDay:
        """Some day of that month."""
        return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]))

    def __str__(self) -> str:
        if self == PartialDay.of_year(self.earliest.year):
            return f"{self.earliest.year:04}"
        if self == PartialDay.of_month(self.earliest.year, self.earliest.month):
            return f"{self.earliest.year:04}-{self.earliest.month:02}"
        return f"{self.earliest.isoformat()}/{self.latest.isoformat()}"

    def __repr__(self) -> str:
        return f"PartialDay({str(self)!r})"


Day: TypeAlias = date | PartialDay | Absent | Unknown
"""A day that may be known, known in part, absent or unknown."""


class DaySpan(NamedTuple):
    """A day as an interval, both ends inside; ``ALWAYS`` and ``NEVER`` are its infinities."""

    earliest: date
    latest: date

    @property
    def exact(self) -> bool:
        """Whether the day is known to the day (or known to be never)."""
        return self.earliest == self.latest


ANY_DAY = DaySpan(ALWAYS, NEVER)
NO_DAY = DaySpan(NEVER, NEVER)


def between(first: DaySpan, day: DaySpan, last: DaySpan) -> Truth:
    """Whether a day lies between two others, both inside.

    Example:
        >>> may, june = DaySpan(date(2018, 5, 1), date(2018, 5, 31)), date(2018, 6, 1)
        >>> between(may, DaySpan(june, june), NO_DAY), between(may, may, NO_DAY)
        (Truth.YES, Truth.UNKNOWN)
    """
    if day.latest < first.earliest or day.earliest > last.latest:
        return Truth.NO
    inside = first.latest <= day.earliest and day.latest <= last.earliest
    return Truth.YES if inside else Truth.UNKNOWN


def day_span(day: Day) -> DaySpan:
    """The interval in which a day lies; an absent day is *never*.

    Example:
        >>> day_span(parse_day("2020-09")).latest
        datetime.date(2020, 9, 30)
    """
    if isinstance(day, date):
        return DaySpan(day, day)
    if isinstance(day, PartialDay):
        return DaySpan(day.earliest, day.latest)
    return NO_DAY if day is ABSENT else ANY_DAY


_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def parse_day(text: str) -> date | PartialDay:
    """A day, month, year or interval as ISO 8601 writes it, and nothing else.

    Raises:
        NotADayError: Anything else, or a day outside the years 1800 to 2999.
            The error does not hold the text.

    Example:
        >>> parse_day("2018-04-15")
        datetime.date(2018, 4, 15)
        >>> parse_day("2018-04-15/2018-05-02")
        PartialDay('2018-04-15/2018-05-02')
    """
    first, slash, last = text.partition("/")
    day = _parse_one(first)
    if slash:
        until = _parse_one(last)
        if not (type(day) is date and type(until) is date and day < until):
            raise NotADayError
        day = PartialDay(day, until)
    span = day_span(day)
    if span.earliest < FIRST_DAY or span.latest > LAST_DAY:
        raise NotADayError
    return day


def _parse_one(text: str) -> date | PartialDay:
    match = _DAY.fullmatch(text)
    if match is None:
        raise NotADayError
    year, month, day = match.groups()
    try:
        if day is not None:
            return date(int(year), int(month), int(day))
        if month is not None:
            return PartialDay.of_month(int(year), int(month))
        return PartialDay.of_year(int(year))
    except ValueError:
        raise NotADayError from None


def day_text(day: date | PartialDay) -> str:
    """The one way in which a day is written; :func:`parse_day` reads it back.

    Example:
        >>> day_text(PartialDay.of_year(1990))
        '1990'
    """
    return day.isoformat() if isinstance(day, date) else str(day)

"""Periods of calendar days, and the few ways to count from one day to another.

Two month conventions stand side by side and never mix:

- *after an event* (:func:`months_after`): 12 months after a status of 15 April 2016 end on
  15 April 2017, because the day of the event is not counted;
- *a term from a day* (:func:`term_from`): 18 months from 1 June 2018 end on 30 November 2019,
  because the first day is counted.

Both add months once, from the origin, and clip a missing day to the end of the month.
Adding one month twice to 31 January gives 28 March; adding two gives 31 March.
No last day moves to a working day unless a caller asks: a limit on receiving a service is
a ceiling, not a deadline to act, and dates of validity do not move either (Regulation (EEC,
Euratom) No 1182/71, Articles 4(1) and 5(1)).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from enum import Enum
from functools import lru_cache

import attrs
from dateutil.relativedelta import relativedelta

from inclusion_core.errors import InclusionError

__all__ = [
    "BackwardsPeriodError",
    "LeapDay",
    "LengthError",
    "Period",
    "PeriodFormError",
    "completed_years",
    "days_after",
    "has_reached",
    "months_after",
    "months_before",
    "parts_of_months_after",
    "term",
    "term_from",
    "weeks_after",
]

_LONGEST_TOLD = 100
"""So many signs, or bits of a number, are repeated in an error."""

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class BackwardsPeriodError(InclusionError):
    """A period would end before it begins."""

    def __str__(self) -> str:
        return "the last day lies before the first day; correct one of them"


class PeriodFormError(InclusionError):
    """Something that is not a calendar day is given as an end of a period."""

    def __init__(self, expected: str) -> None:
        super().__init__(expected)
        self.expected = expected

    def __str__(self) -> str:
        return f"not a period of days: {self.expected}"


class LengthError(InclusionError):
    """A length of time that cannot be counted."""

    def __init__(self, length: str, unit: str, problem: str) -> None:
        super().__init__(length, unit, problem)
        self.length = length
        self.unit = unit
        self.problem = problem

    def __str__(self) -> str:
        return f"a length of {self.length} {self.unit} {self.problem}"


@attrs.frozen
class Period:
    """Unbroken days from a first to a last one, both inside; open-ended without a last one.

    Attributes:
        last_day: None while no end is set.

    Raises:
        BackwardsPeriodError: The last day lies before the first.
        PeriodFormError: An end carries a time of day.

    Example:
        >>> pilot = Period(date(2018, 6, 1), date(2018, 11, 30))
        >>> str(pilot), pilot.days
        ('2018-06-01..2018-11-30', 183)
        >>> pilot.covers(date(2018, 11, 30))
        True
        >>> str(pilot.intersection(Period(date(2018, 9, 1))))
        '2018-09-01..2018-11-30'
    """

    first_day: date
    last_day: date | None = None

    def __attrs_post_init__(self) -> None:
        if isinstance(self.first_day, datetime) or isinstance(self.last_day, datetime):
            raise PeriodFormError("give days without a time, such as moment.date()")
        if self.last_day is not None and self.last_day < self.first_day:
            raise BackwardsPeriodError

    @classmethod
    def year(cls, year: int) -> Period:
        """The calendar year."""
        return cls(_first_of(year, 1), date(year, 12, 31))

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """The calendar month, 1 to 12."""
        first_day = _first_of(year, month)
        return cls(first_day, first_day.replace(day=monthrange(year, month)[1]))

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period that ``str`` wrote so, and nothing looser.

        Raises:
            PeriodFormError: Any other form. The message does not repeat the text.

        Example:
            >>> Period.parse("2018-06-01..").covers(date(2030, 1, 1))
            True
        """
        first, dots, last = text.partition("..")
        first_day = _iso_day(first)
        last_day = _iso_day(last) if last else None
        if not dots or first_day is None or (last and last_day is None):
            raise PeriodFormError("write 2018-06-01..2018-11-30, or 2018-06-01.. without an end")
        return cls(first_day, last_day)

    @property
    def days(self) -> int | None:
        """The number of days inside; None when open-ended."""
        return None if self.last_day is None else (self.last_day - self.first_day).days + 1

    def covers(self, on: date) -> bool:
        """Whether the day is inside."""
        return self.first_day <= on and (self.last_day is None or on <= self.last_day)

    def overlaps(self, other: Period) -> bool:
        """Whether at least one day is inside both."""
        return self.covers(other.first_day) or other.covers(self.first_day)

    def intersection(self, other: Period) -> Period | None:
        """The days inside both; None when there are none."""
        if not self.overlaps(other):
            return None
        ends = [end for end in (self.last_day, other.last_day) if end is not None]
        return Period(max(self.first_day, other.first_day), min(ends, default=None))

    def __str__(self) -> str:
        last_day = "" if self.last_day is None else self.last_day.isoformat()
        return f"{self.first_day.isoformat()}..{last_day}"


def _first_of(year: int, month: int) -> date:
    if not MINYEAR <= year <= MAXYEAR:
        raise PeriodFormError(f"years run from {MINYEAR} to {MAXYEAR}")
    if not 1 <= month <= 12:
        raise PeriodFormError("months run from 1 to 12")
    return date(year, month, 1)


def _iso_day(text: str) -> date | None:
    if not _ISO_DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def months_after(event: date, months: int) -> date:
    """The last day of a period of whole months counted from an event.

    The day of the event is not counted, so the period ends on the day with the same number.
    Where the last month has no such day, it ends with that month.

    Raises:
        LengthError: The day would lie outside the years 1 to 9999.

    Source:
        Regulation (EEC, Euratom) No 1182/71, Article 3(1) and (2)(c).

    Example:
        >>> months_after(date(2018, 4, 15), 12)
        datetime.date(2019, 4, 15)
        >>> months_after(date(2016, 2, 29), 12)
        datetime.date(2017, 2, 28)
    """
    try:
        moved: date = event + _length_in_months(months)
    except (ValueError, OverflowError):
        raise _out_of_calendar(months, "months") from None
    return moved


@lru_cache(maxsize=256)
def _length_in_months(months: int) -> relativedelta:
    """The same few lengths are added again and again."""
    return relativedelta(months=months)


def months_before(day: date, months: int) -> date:
    """The day so many months earlier, clipped to the end of the month.

    A period counted backwards never moves to a working day.
    "More than 6 months since a day" is ``months_after(since, 6) < on``; asking
    ``since < months_before(on, 6)`` differs where a month end is clipped.

    Raises:
        LengthError: The day would lie outside the years 1 to 9999.

    Source:
        Regulation (EEC, Euratom) No 1182/71, Article 3(4), second subparagraph.

    Example:
        >>> months_before(date(2018, 8, 31), 6)
        datetime.date(2018, 2, 28)
    """
    return months_after(day, -months)


def days_after(event: date, days: int) -> date:
    """The last day of a period of days counted from an event, which is not counted.

    Raises:
        LengthError: The day would lie outside the years 1 to 9999.

    Source:
        Regulation (EEC, Euratom) No 1182/71, Article 3(1) and (2)(b).

    Example:
        >>> days_after(date(2018, 11, 30), 28)
        datetime.date(2018, 12, 28)
    """
    ordinal = event.toordinal() + days
    if not 1 <= ordinal <= date.max.toordinal():
        raise _out_of_calendar(days, "days")
    return date.fromordinal(ordinal)


def weeks_after(event: date, weeks: int) -> date:
    """The last day of a period of weeks: the same weekday as the event.

    Raises:
        LengthError: The day would lie outside the years 1 to 9999.

    Source:
        Regulation (EEC, Euratom) No 1182/71, Article 3(1) and (2)(c).

    Example:
        >>> weeks_after(date(2018, 11, 30), 4)
        datetime.date(2018, 12, 28)
    """
    return days_after(event, 7 * weeks)


def parts_of_months_after(event: date, months: Decimal | str | int) -> date:
    """The last day of a period of months and parts of a month.

    Whole months first, then the part, of which a month has 30 days. That order, and that half
    a day counts as one, is our own reading: the regulation states neither.

    Args:
        event: Not counted.
        months: Exact, such as ``"2.5"``. A float is not.

    Raises:
        LengthError: Not an exact number, negative, or outside the years 1 to 9999.

    Source:
        Regulation (EEC, Euratom) No 1182/71, Article 3(2)(d).

    Example:
        >>> parts_of_months_after(date(2018, 3, 10), "2.5")
        datetime.date(2018, 5, 25)
    """
    length = _exact(months)
    if length > 12 * MAXYEAR:
        raise _out_of_calendar(months, "months")
    whole = int(length)
    part = ((length - whole) * 30).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return days_after(months_after(event, whole), int(part))


def _exact(months: object) -> Decimal:
    if isinstance(months, Decimal | str | int):
        try:
            length = Decimal(months)
        except InvalidOperation:
            length = Decimal("NaN")
        if length.is_finite() and length >= 0:
            return length
    raise LengthError(_told(months), "months", 'is not exact; write "2.5" or a Decimal, 0 or more')


def _out_of_calendar(length: object, unit: str) -> LengthError:
    return LengthError(_told(length), unit, f"leads outside the years {MINYEAR} to {MAXYEAR}")


def _told(length: object) -> str:
    """A length as it was given; of a number that nobody can read, how long it is."""
    if isinstance(length, int) and length.bit_length() > _LONGEST_TOLD:
        return f"about {'-' if length < 0 else ''}2**{length.bit_length()}"
    told = str(length)
    return told if len(told) <= _LONGEST_TOLD else f"{told[:_LONGEST_TOLD]}…"


def term_from(first_day: date, months: int) -> date:
    """The last day of a term that starts on a day, such as a contract; that day is counted.

    One day before the same day so many months later. Where the last month has no such day,
    the term ends with that month (own reading).

    Raises:
        LengthError: Less than a month, or outside the years 1 to 9999.

    Example:
        >>> term_from(date(2018, 6, 1), 18)
        datetime.date(2019, 11, 30)
        >>> term_from(date(2017, 8, 31), 6)
        datetime.date(2018, 2, 28)
    """
    if months < 1:
        raise LengthError(_told(months), "months", "is no term; give 1 or more")
    same_day = months_after(first_day, months)
    return same_day if same_day.day != first_day.day else days_after(same_day, -1)


def term(first_day: date, months: int) -> Period:
    """The term itself, from its first day; see :func:`term_from`.

    Example:
        >>> str(term(date(2018, 6, 1), 6))
        '2018-06-01..2018-11-30'
    """
    return Period(first_day, term_from(first_day, months))


class LeapDay(Enum):
    """The day on which a person born on 29 February turns older in a common year."""

    MARCH_1 = "march_1"
    FEBRUARY_28 = "february_28"


def completed_years(born: date, on: date, leap_day: LeapDay = LeapDay.MARCH_1) -> int:
    """The age in completed years on a day; negative before birth.

    With MARCH_1 it is the largest n with ``born <= months_before(on, 12 * n)``,
    with FEBRUARY_28 the largest n with ``months_after(born, 12 * n) <= on``.

    Example:
        >>> completed_years(date(2000, 2, 29), date(2025, 2, 28))
        24
        >>> completed_years(date(2000, 2, 29), date(2025, 2, 28), LeapDay.FEBRUARY_28)
        25
    """
    years = on.year - born.year
    birthday = (born.month, born.day)
    if leap_day is LeapDay.FEBRUARY_28 and birthday == (2, 29):
        birthday = (2, monthrange(on.year, 2)[1])
    return years if birthday <= (on.month, on.day) else years - 1


def has_reached(born: date, years: int, on: date, leap_day: LeapDay = LeapDay.MARCH_1) -> bool:
    """Whether a person is at least so many years old on a day; the birthday counts.

    Example:
        >>> has_reached(date(1993, 7, 16), 25, date(2018, 7, 16))
        True
    """
    return completed_years(born, on, leap_day) >= years

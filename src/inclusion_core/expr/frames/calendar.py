"""Days moved by months and days, and completed years, in columns.

Every engine gives the day that :mod:`inclusion_core.periods` gives. Some need help:

- Spark moves a day as a moment of the session's time zone, in which a day may be missing: a day is
  therefore made a moment of no zone first,
- pyarrow moves by days, not by months: there months are counted.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeAlias

import narwhals as nw

from inclusion_core.expr import nodes
from inclusion_core.expr.frames.columns import (
    DayColumn,
    Flag,
    NumberColumn,
    as_column,
    choose,
    either,
    literal,
    smaller,
)
from inclusion_core.expr.objects import shifted as shifted_day
from inclusion_core.expr.objects import years as years_between
from inclusion_core.periods import LeapDay
from inclusion_core.values import ALWAYS, NEVER

MonthsAfter: TypeAlias = Callable[[nw.Expr, int], nw.Expr]
"""The same day some months later; the last of that month where it is shorter."""

EPOCH = 719_468
"""Days from 1 March of the year 0 to 1 January 1970."""


def months_after(implementation: nw.Implementation) -> MonthsAfter:
    """How an engine moves days by months."""
    return _months_counted if implementation.is_pyarrow() else _months_offset


def _months_offset(day: nw.Expr, months: int) -> nw.Expr:
    return _offset(day, f"{months}mo")


def _offset(day: nw.Expr, by: str) -> nw.Expr:
    return day.cast(nw.Datetime).dt.offset_by(by).cast(nw.Date)


def _months_counted(day: nw.Expr, months: int) -> nw.Expr:
    """Counted from the first days of two months: a day further, or the last before the second."""
    month = day.dt.year().cast(nw.Int64) * 12 + day.dt.month().cast(nw.Int64) + (months - 1)
    further = _first_of(month) + day.dt.day().cast(nw.Int64) - 1
    last: nw.Expr = smaller(further, _first_of(month + 1) - 1)
    return last.cast(nw.Int32).cast(nw.Date)


def _first_of(month: nw.Expr) -> nw.Expr:
    """The first day of a month, in days since 1970; months are counted from January of the year 0.

    A year that begins in March ends with its leap day, so that the months before it never move.
    """
    since_march = month - 2
    year = since_march // 12
    in_year = ((since_march - year * 12) * 153 + 2) // 5
    return year * 365 + year // 4 - year // 100 + year // 400 + in_year - EPOCH


def day_number(day: nw.Expr) -> nw.Expr:
    """A day in days since 1970: engines do not agree on what the difference of two days is."""
    month = day.dt.year().cast(nw.Int64) * 12 + day.dt.month().cast(nw.Int64) - 1
    number: nw.Expr = _first_of(month) + day.dt.day().cast(nw.Int64) - 1
    return number


def moved(
    day: DayColumn, months: int, days: int, by_months: MonthsAfter, *, term: bool = False
) -> DayColumn:
    """A day moved by months, to the end of a term of them, then by days; the infinities stay."""
    if isinstance(day, date):
        return shifted_day(day, months, days, term=term)
    moved_day = day
    if months:
        moved_day = by_months(moved_day, months)
    if term:
        clipped = moved_day.dt.day() != day.dt.day()
        before = _offset(moved_day, "-1d")
        moved_day = nw.when(clipped).then(moved_day).otherwise(before)
    if days:
        moved_day = _offset(moved_day, f"{days}d")
    infinite = (day == literal(ALWAYS)) | (day == literal(NEVER))
    return nw.when(infinite).then(day).otherwise(moved_day)


def next_day(day: DayColumn) -> DayColumn:
    """The day after; the infinities stay."""
    return moved(day, 0, 1, _months_offset)


MONTH, YEAR = 32, 384
"""In the number of a day a month is as long as that, and so no longer than any number of a day."""
FAR = 10**9


def months_of(day: DayColumn, *, is_moved: bool) -> NumberColumn:
    """A day as a number, to which months can be added without the length of months.

    A day is not after another moved by months exactly where its number is not more than that of the
    other with as many months added: in the month of the moved day both are in, its end clips
    nothing that matters. The infinities of the day that is moved are farther than all others.
    """
    before, never = (-FAR // 2, 2 * FAR) if is_moved else (-FAR, FAR)
    if isinstance(day, date):
        number = day.year * YEAR + day.month * MONTH + day.day
        return {ALWAYS: before, NEVER: never}.get(day, number)
    counted = (
        day.dt.year().cast(nw.Int64) * YEAR
        + day.dt.month().cast(nw.Int64) * MONTH
        + day.dt.day().cast(nw.Int64)
    )
    return (
        nw.when(day == literal(NEVER))
        .then(literal(never))
        .when(day == literal(ALWAYS))
        .then(literal(before))
        .otherwise(counted)
    )


def last_moved_to(on: date, months: int, days: int, *, term: bool) -> date:
    """The last day that comes to be not after another when it is moved."""
    if on in (ALWAYS, NEVER):
        return on
    day = shifted_day(on, -months, -days) + timedelta(days=40)
    while shifted_day(day, months, days, term=term) > on:
        day -= timedelta(days=1)
    return day


def first_moved_to(on: date, months: int, days: int, *, term: bool) -> date:
    """The first day that comes to be not before another when it is moved."""
    if on in (ALWAYS, NEVER):
        return on
    day = shifted_day(on, -months, -days) - timedelta(days=40)
    while shifted_day(day, months, days, term=term) < on:
        day += timedelta(days=1)
    return day


def completed(since: DayColumn, on: DayColumn, leap_day: LeapDay) -> NumberColumn:
    """Completed years from one day to another, also from and to the infinities."""
    if isinstance(since, date) and isinstance(on, date):
        return years_between(since, on, leap_day)
    year_s, month_day_s = _parts(since)
    year_o, month_day_o = _parts(on)
    early = month_day_o < month_day_s
    if leap_day is LeapDay.FEBRUARY_28:
        leap = (year_o % 4 == 0) & ((year_o % 100 != 0) | (year_o % 400 == 0))
        early = early & ~((month_day_s == literal(229)) & (month_day_o == literal(228)) & ~leap)
    counted = year_o - year_s - choose(early, 1, 0)
    is_never, is_always = _equal(on, NEVER), _equal(since, ALWAYS)
    is_before, is_unborn = _equal(on, ALWAYS), _equal(since, NEVER)
    finite = choose(either(is_before, is_unborn), -nodes.YEARS_MOST, counted)
    return choose(either(is_never, is_always), nodes.YEARS_MOST, finite)  # type: ignore[no-any-return]


def _parts(day: DayColumn) -> tuple[nw.Expr, nw.Expr]:
    """The year, and month and day as one number; as 64-bit integers, smaller ones overflow."""
    column = as_column(day)
    month, day_of_month = column.dt.month().cast(nw.Int64), column.dt.day().cast(nw.Int64)
    return column.dt.year().cast(nw.Int64), month * 100 + day_of_month


def _equal(day: DayColumn, other: date) -> Flag:
    return day == other if isinstance(day, date) else day == literal(other)

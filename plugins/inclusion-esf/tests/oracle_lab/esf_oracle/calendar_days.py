"""Months and years on the calendar, without a library of dates."""

from datetime import date, timedelta

NEVER = date(9000, 1, 1)
"""The day of what does not happen."""

EARLIEST = date(1800, 1, 1)
"""Before every day that matters."""


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def length_of_month(year, month):
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def months_later(day, months):
    """The day of the same number so many months later, or the last of that month."""
    if day == NEVER:
        return NEVER
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, length_of_month(year, month)))


def days_later(day, days):
    return day if day == NEVER else day + timedelta(days=days)


def birthday(born_on, years):
    """The day on which somebody turns so many years old; 29 February is 1 March in common years."""
    year = born_on.year + years
    if (born_on.month, born_on.day) == (2, 29) and not is_leap(year):
        return date(year, 3, 1)
    return date(year, born_on.month, born_on.day)


def is_years_old(born_on, years, on):
    """Whether somebody has turned so many years old by that day."""
    return birthday(born_on, years) <= on

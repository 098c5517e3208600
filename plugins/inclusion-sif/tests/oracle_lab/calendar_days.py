"""Months and years, counted on the calendar without a library of dates."""

from datetime import date, timedelta

A_DAY = timedelta(days=1)


def month_end(year, month):
    """The last day of a month: the day before the first of the next one."""
    following = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
    return following - A_DAY


def months_later(day, months):
    """The day of the same number so many months later, or the end of that month."""
    year, month = day.year, day.month
    step = 1 if months > 0 else -1
    for _ in range(abs(months)):
        month += step
        if month == 13:
            year, month = year + 1, 1
        elif month == 0:
            year, month = year - 1, 12
    end = month_end(year, month)
    return end if day.day > end.day else date(year, month, day.day)


def last_day_of_term(first_day, months):
    """The last of so many months of which the first day is counted.

    It is the day before the day of the same number; where the last month has no day of that
    number, the end of that month.
    """
    same_number = months_later(first_day, months)
    return same_number - A_DAY if same_number.day == first_day.day else same_number


def completed_years(born_on, on):
    """How many birthdays have come; who is born on 29 February has it on 1 March else."""
    years = 0
    while True:
        year = born_on.year + years + 1
        leap_day = (born_on.month, born_on.day) == (2, 29)
        if leap_day and month_end(year, 2).day == 28:
            birthday = date(year, 3, 1)
        else:
            birthday = date(year, born_on.month, born_on.day)
        if birthday > on:
            return years
        years += 1


def days_between(first_day, last_day):
    """Every day from the first to the last, both inside."""
    day = first_day
    while day <= last_day:
        yield day
        day += A_DAY

"""The last day of a limit for every status day of four decades, counted once more by hand.

The count here is of its own making: it knows how many days the months have, and nothing else.
"""

from datetime import date, timedelta
from functools import cache

import attrs
import pytest
from limit_lab import ENTERED, MENTOR_LIMIT, standing_of

from inclusion_core.expr import day_parameter, days_after, months_after, term_from
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.parameters import Parameters
from inclusion_core.facts.subjects import PARTICIPATION
from inclusion_core.limits import End, window_of
from inclusion_core.truth import Truth

FIRST, LAST = date(2000, 1, 1), date(2040, 12, 31)
MONTHS = (1, 2, 3, 6, 7, 10, 12, 18, 24)
TERMS = (6, 18)
DAYS = (28, 30, 60)

LENGTHS = {
    **{f"{number} months": months_after(PARTICIPATION.entered_on, number) for number in MONTHS},
    **{f"term of {number}": term_from(PARTICIPATION.entered_on, number) for number in TERMS},
    **{f"{number} days": days_after(PARTICIPATION.entered_on, number) for number in DAYS},
}


def limit_of(length):
    end = End(id="length", says=MENTOR_LIMIT.says, day=LENGTHS[length], source=MENTOR_LIMIT.source)
    return attrs.evolve(MENTOR_LIMIT, first_day=PARTICIPATION.entered_on, ends=(end,))


# Days as (year, month, day), counted by hand.


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(year, month):
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def next_day(year, month, day):
    if day < days_in(year, month):
        return year, month, day + 1
    return (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)


def day_before(year, month, day):
    if day > 1:
        return year, month, day - 1
    if month == 1:
        return year - 1, 12, 31
    return year, month - 1, days_in(year, month - 1)


@cache
def some_months_later(year, month, months):
    """Steps from month to month, as a finger on a calendar does."""
    for _ in range(months):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return year, month


def month_count(day, months):
    year, month = some_months_later(day[0], day[1], months)
    return year, month, min(day[2], days_in(year, month))


def term_count(day, months):
    year, month = some_months_later(day[0], day[1], months)
    if day[2] > days_in(year, month):
        return year, month, days_in(year, month)
    return day_before(year, month, day[2])


ALL_DAYS = [(2000, 1, 1)]
while ALL_DAYS[-1] < (2043, 12, 31):
    ALL_DAYS.append(next_day(*ALL_DAYS[-1]))
NUMBER = {day: number for number, day in enumerate(ALL_DAYS)}
DATES = {day: date(*day) for day in ALL_DAYS}
STATUS_DAYS = [day for day in ALL_DAYS if day <= (2040, 12, 31)]


def counted(length, day):
    """The last day of a length, by hand."""
    first, _, unit = length.partition(" ")
    if first == "term":
        return term_count(day, int(length.rpartition(" ")[2]))
    return month_count(day, int(first)) if unit == "months" else ALL_DAYS[NUMBER[day] + int(first)]


class Clock:
    """One participation, used again for every day: records are frozen for all others."""

    def __init__(self, length):
        self.record = attrs.evolve(ENTERED, entered_on=FIRST)
        self.days = {}
        standing = standing_of(self.record)
        parameters = Parameters(days=self.days)
        self.reader = ObjectReader(standing.records, parameters=parameters)
        limit = limit_of(length)
        self.closes_on = limit.closes_on.node
        self.last_inside = (
            limit.covers(day_parameter("last")) & ~limit.covers(day_parameter("next"))
        ).node

    def set_to(self, on):
        object.__setattr__(self.record, "entered_on", on)


def test_the_calendar_that_is_counted_by_hand_has_all_days():
    assert len(STATUS_DAYS) == (LAST - FIRST).days + 1
    assert list(DATES.values()) == [
        FIRST + timedelta(days=number) for number in range(len(ALL_DAYS))
    ]


@pytest.mark.at_length(few=4)
@pytest.mark.parametrize("length", LENGTHS)
def test_the_last_day_of_every_status_day_is_the_one_counted_by_hand(length):
    clock = Clock(length)
    wrong = []

    for day in STATUS_DAYS:
        clock.set_to(DATES[day])
        last = DATES[counted(length, day)]
        if clock.reader.day(clock.closes_on, clock.record) != (last, last):
            wrong.append(day)

    assert wrong == []


NEAR_MONTH_END = [
    day for day in STATUS_DAYS if 2015 <= day[0] <= 2020 and day[2] in (1, 28, 29, 30, 31)
]


@pytest.mark.parametrize("length", LENGTHS)
def test_the_last_day_is_inside_and_the_next_is_not(length):
    clock = Clock(length)
    wrong = []

    for day in NEAR_MONTH_END:
        last = counted(length, day)
        clock.set_to(DATES[day])
        clock.days |= {"last": DATES[last], "next": DATES[next_day(*last)]}
        if clock.reader.truth(clock.last_inside, clock.record) is not Truth.YES:
            wrong.append(day)

    assert wrong == []


# Worked examples: event, length, last day, first day outside.

EXAMPLES = {
    "E01": (date(2016, 2, 29), "12 months", date(2017, 2, 28), date(2017, 3, 1)),
    "E02": (date(2017, 8, 31), "6 months", date(2018, 2, 28), date(2018, 3, 1)),
    "E03": (date(2017, 11, 18), "12 months", date(2018, 11, 18), date(2018, 11, 19)),
    "E04": (date(2019, 12, 31), "2 months", date(2020, 2, 29), date(2020, 3, 1)),
    "E05": (date(2018, 12, 31), "2 months", date(2019, 2, 28), date(2019, 3, 1)),
    "E06": (date(2016, 8, 31), "18 months", date(2018, 2, 28), date(2018, 3, 1)),
    "E07": (date(2016, 5, 4), "12 months", date(2017, 5, 4), date(2017, 5, 5)),
    "E08": (date(2018, 11, 30), "28 days", date(2018, 12, 28), date(2018, 12, 29)),
    "E09": (date(2018, 11, 30), "6 months", date(2019, 5, 30), date(2019, 5, 31)),
    "E12": (date(2018, 6, 1), "term of 18", date(2019, 11, 30), date(2019, 12, 1)),
    "E13": (date(2018, 6, 1), "term of 6", date(2018, 11, 30), date(2018, 12, 1)),
    "E14": (date(2017, 3, 1), "term of 6", date(2017, 8, 31), date(2017, 9, 1)),
    "E15": (date(2017, 8, 31), "term of 6", date(2018, 2, 28), date(2018, 3, 1)),
}


@pytest.mark.parametrize("example", EXAMPLES)
def test_worked_examples_end_on_the_day_that_was_worked_out(example):
    event, length, last_day, first_outside = EXAMPLES[example]
    standing = standing_of(attrs.evolve(ENTERED, entered_on=event))
    there = window_of(limit_of(length), standing, event)

    assert there.last_day == last_day
    assert there.covers(last_day) is Truth.YES
    assert there.covers(first_outside) is Truth.NO

"""Days as rules meet them: month ends, leap days, and the days around a named one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import strategies as st

from inclusion_core.values import FIRST_DAY, LAST_DAY

__all__ = ["PLAIN_DAYS", "around", "days"]

ONE_DAY = timedelta(days=1)

PLAIN_DAYS: tuple[date, ...] = (
    date(2018, 1, 1),
    date(2018, 6, 1),
    date(2018, 12, 31),
    date(2019, 1, 31),
    date(2019, 2, 28),
    date(2019, 3, 1),
    date(2019, 11, 30),
    date(2020, 2, 28),
    date(2020, 2, 29),
    date(2020, 3, 1),
)
"""Few days, the plainest first, of which many are ends of months and one is a leap day."""


def around(day: date) -> tuple[date, ...]:
    """A day that records may hold, the one before and the one after.

    Example:
        >>> [str(each) for each in around(date(2018, 3, 1))]
        ['2018-03-01', '2018-02-28', '2018-03-02']
    """
    if not FIRST_DAY <= day <= LAST_DAY:
        return ()
    before = (day - ONE_DAY,) if day > FIRST_DAY else ()
    after = (day + ONE_DAY,) if day < LAST_DAY else ()
    return (day, *before, *after)


def days(near: Iterable[date] = ()) -> st.SearchStrategy[date]:
    """Days that meet borders often: named days and their neighbours, month ends, leap days.

    Sometimes it is any day that a record may hold.

    Args:
        near: Days that matter, the plainest first; it shrinks to the first of them.

    Example:
        >>> from hypothesis import find
        >>> find(days(near=[date(2019, 4, 15)]), lambda day: True)
        datetime.date(2019, 4, 15)
    """
    named = tuple(near)
    beside = tuple(dict.fromkeys(each for day in named for each in around(day)))
    choices = [beside] if beside else []
    usual = [st.sampled_from(each) for each in (*choices, PLAIN_DAYS)]
    return st.one_of(*usual, *usual, st.dates(FIRST_DAY, LAST_DAY))

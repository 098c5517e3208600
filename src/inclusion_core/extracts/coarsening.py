"""Days made coarser, and intervals in their place: what is told is still true."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from enum import Enum

from inclusion_core.extracts.cells import PARTIAL, Cell, NoValue
from inclusion_core.values import ABSENT, ALWAYS, NEVER, PartialDay

__all__ = ["Coarseness", "coarsened", "days_since"]


class Coarseness(Enum):
    """How exactly a day is told; the value is what one writes on the command line."""

    DAY = "none"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_MONTHS = {Coarseness.MONTH: 1, Coarseness.QUARTER: 3, Coarseness.YEAR: 12}


def coarsened(cell: Cell, to: Coarseness) -> Cell:
    """A day as the whole month, quarter or year in which it lies.

    One that is known in part lies in all of them that it touches; an end that is not known stays
    so. What is no day stays as it is.

    Example:
        >>> coarsened(date(2018, 9, 13), Coarseness.MONTH)
        PartialDay('2018-09')
        >>> coarsened(PartialDay.of_month(2018, 9), Coarseness.QUARTER)
        PartialDay('2018-07-01/2018-09-30')
    """
    match cell:
        case date():
            first = last = cell
        case PartialDay():
            first, last = cell.earliest, cell.latest
        case _:
            return cell
    if to is Coarseness.DAY:
        return cell
    return PartialDay(
        first if first == ALWAYS else _first_of(first, _MONTHS[to]),
        last if last == NEVER else _last_of(last, _MONTHS[to]),
    )


def _first_of(day: date, months: int) -> date:
    return date(day.year, day.month - (day.month - 1) % months, 1)


def _last_of(day: date, months: int) -> date:
    month = day.month - (day.month - 1) % months + months - 1
    return date(day.year, month, monthrange(day.year, month)[1])


def days_since(since: Cell, cell: Cell) -> Cell:
    """How many days lie between two days; fewer than none where the second is the earlier one.

    Where either is not known, neither is this, for the same reason; where there is none, none.

    Example:
        >>> days_since(date(2018, 9, 1), date(2018, 9, 13))
        12
    """
    for each in (cell, since):
        if isinstance(each, NoValue):
            return each
        if each is ABSENT:
            return ABSENT
    if isinstance(cell, date) and isinstance(since, date):
        return (cell - since).days
    return PARTIAL

"""When operations end, and until when what is held for them may be kept.

An operation whose last day nobody knows, or has set, may end on any day: what is held for it is
never due by guess.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from inclusion_core.model.funding import Operation
from inclusion_core.periods import months_after
from inclusion_core.values import ABSENT, ALWAYS, NEVER, DaySpan, day_span

__all__ = ["ANY_END", "kept_through", "last_day_of"]

ANY_END = DaySpan(ALWAYS, NEVER)
"""The last day of an operation of which nothing is known."""


def last_day_of(operation: Operation | None) -> DaySpan:
    """The days on which an operation may end; any day where it is not there or says nothing."""
    if operation is None or operation.last_day is ABSENT:
        return ANY_END
    return day_span(operation.last_day)


def kept_through(ends: Iterable[DaySpan], months: int) -> DaySpan:
    """The last day on which something may be kept, as an interval; any day for no operation.

    Args:
        ends: Last days of the operations for which it is held; the latest counts.
        months: Counted once, from the last day of an operation, which is not counted itself.

    Example:
        >>> leap = date(2020, 2, 29)
        >>> kept_through([DaySpan(leap, leap), DaySpan(date(2019, 1, 1), leap)], 36).latest
        datetime.date(2023, 2, 28)
    """
    known = tuple(ends) or (ANY_END,)
    return DaySpan(
        max(_later(each.earliest, months) for each in known),
        max(_later(each.latest, months) for each in known),
    )


def _later(day: date, months: int) -> date:
    return day if day in (ALWAYS, NEVER) else months_after(day, months)

"""Who reaches a limit soon: the windows that end in the next days, or may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

import attrs

from inclusion_core.facts.cases import Standing
from inclusion_core.limits.limit import Limit
from inclusion_core.limits.window import SupportWindow, window_of
from inclusion_core.periods import LengthError, days_after
from inclusion_core.truth import Truth
from inclusion_core.values import day_span

__all__ = ["Expiring", "expiring"]

ONE_DAY = timedelta(days=1)


@attrs.frozen(kw_only=True, repr=False)
class Expiring:
    """The windows that end in a time, both days inside, by last day.

    Attributes:
        first_day: The first day of that time: the day of the question.
        last_day: The last.
        surely: Those whose last day lies in it.
        perhaps: Those whose last day is not known exactly and may lie in it.
    """

    first_day: date
    last_day: date
    surely: tuple[SupportWindow, ...]
    perhaps: tuple[SupportWindow, ...]


def expiring(
    limits: Sequence[Limit], standings: Iterable[Standing], on: date, days: int
) -> Expiring:
    """The windows whose last day is the day of the question or one of so many days after it.

    Who has left the programme before is left out, and so is a window after which another one of
    the same support goes on.

    Args:
        limits: The limits.
        standings: Who is looked at: ``Cases.in_programme``.
        on: The day of the question.
        days: How many days to look ahead.

    Raises:
        LengthError: Less than no day.
    """
    if days < 0:
        raise LengthError(str(days), "days", "is no time ahead; give 0 or more")
    until = days_after(on, days)
    surely: list[SupportWindow] = []
    perhaps: list[SupportWindow] = []
    for window in _that_matter(limits, standings, on):
        if on <= window.last.earliest and window.last.latest <= until:
            surely.append(window)
        elif on <= window.last.latest and window.last.earliest <= until:
            perhaps.append(window)
    return Expiring(
        first_day=on,
        last_day=until,
        surely=tuple(sorted(surely, key=_order)),
        perhaps=tuple(sorted(perhaps, key=_order)),
    )


def _that_matter(
    limits: Sequence[Limit], standings: Iterable[Standing], on: date
) -> Iterator[SupportWindow]:
    by_support = sorted(limits, key=lambda limit: (limit.support.id, limit.id))
    for standing in standings:
        if day_span(standing.participation.left_on).latest < on:
            continue
        for _, of_one in groupby(by_support, key=lambda limit: limit.support.id):
            windows = [window_of(limit, standing, on) for limit in of_one]
            for window in windows:
                if window.is_empty is not Truth.YES and not _goes_on(window, windows):
                    yield window


def _goes_on(window: SupportWindow, windows: Iterable[SupportWindow]) -> bool:
    """Whether another window surely covers the day after the last one, whichever that is."""
    after = [day + ONE_DAY for day in window.last]
    return any(
        all(other.covers(day) is Truth.YES for day in after)
        for other in windows
        if other is not window
    )


def _order(window: SupportWindow) -> tuple[date, date, str, str]:
    earliest, latest = window.last
    return earliest, latest, window.standing.participation.id, window.limit.id

"""Days and periods as arguments; the clock is asked in one place, for the day of an import."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import UTC, date, datetime

from inclusion_core.errors import InclusionError
from inclusion_core.periods import Period
from inclusion_core.values import parse_day

__all__ = ["closed_period", "known_day", "today"]


def known_day(written: str) -> date:
    """A day, ``2018-12-03``.

    Raises:
        ArgumentTypeError: It is none, or only a part of one.
    """
    try:
        day = parse_day(written)
    except InclusionError:
        day = None
    if not isinstance(day, date):
        raise ArgumentTypeError("not a day: write it as 2018-12-03")
    return day


def closed_period(written: str) -> Period:
    """A period with a last day, ``2018-06-01..2018-11-30``.

    Raises:
        ArgumentTypeError: It is none, or has no last day.
    """
    try:
        period = Period.parse(written)
    except InclusionError as error:
        raise ArgumentTypeError(str(error)) from None
    if period.last_day is None:
        raise ArgumentTypeError("a report needs the last day too: write 2018-06-01..2018-11-30")
    return period


def today() -> date:
    """The day on which the command is given, where it is given."""
    return datetime.now(tz=UTC).astimezone().date()

"""How many of something there are at once, from day to day."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

import attrs

from inclusion_core.checks.days import ONE_DAY, Stay
from inclusion_core.periods import Period
from inclusion_core.texts import Text, lv, period_text
from inclusion_core.values import ALWAYS, NEVER

__all__ = [
    "NO_DAYS",
    "Level",
    "Span",
    "frame_of",
    "levels_of",
    "moved",
    "perhaps",
    "surely",
    "unbroken",
]

Span: TypeAlias = tuple[date, date]
"""Days from a first to a last one, both inside."""

NO_DAYS: Span = (NEVER, ALWAYS)

FROM_TO = lv("no {first} līdz {last}").en("{first} to {last}")


@attrs.frozen
class Level:
    """Unbroken days, and how many there are at once on them.

    Attributes:
        first_day: The first of these days.
        last_day: The last, inside.
        least: The smallest number on any of them.
        most: The largest.
    """

    first_day: date
    last_day: date
    least: int
    most: int

    @property
    def days(self) -> Text:
        """The days in words."""
        return period_text(Period(self.first_day, self.last_day))

    @property
    def months(self) -> Text:
        """The months in which they lie, where the days themselves would tell of a client.

        Example:
            >>> Level(date(2018, 5, 10), date(2018, 6, 20), 3, 3).months.in_("en")
            '2018-05 to 2018-06'
        """
        first, last = (f"{day:%Y-%m}" for day in (self.first_day, self.last_day))
        return Text.same(first) if first == last else FROM_TO.filled(first=first, last=last)


def surely(stays: Iterable[Stay]) -> list[Span]:
    """The days that lie in each stay whatever is not known."""
    return [
        (stay.begun_by, stay.lasts_until) for stay in stays if stay.begun_by <= stay.lasts_until
    ]


def perhaps(stays: Iterable[Stay]) -> list[Span]:
    """The days that can lie in each stay, for what is known."""
    return [(stay.first.earliest, stay.last.latest) for stay in stays]


def frame_of(in_force: Period | None, known_on: date) -> Span:
    """The days that are looked at: those on which a rule is in force, as far as data are known."""
    if in_force is None:
        return ALWAYS, known_on
    return in_force.first_day, min(known_on, in_force.last_day or known_on)


def levels_of(spans: Mapping[Hashable, Sequence[Span]], frame: Span) -> Iterator[Level]:
    """How many different ones there are on each day of a frame.

    Args:
        spans: The days of each; where they overlap, it still counts once.
        frame: The first and the last day that are looked at; there may be none between them.
    """
    first_day, last_day = frame
    if first_day > last_day:
        return
    change: dict[date, int] = {first_day: 0}
    for own in spans.values():
        for first, last in _joined(own):
            if first <= last_day and last >= first_day:
                begin = max(first, first_day)
                change[begin] = change.get(begin, 0) + 1
                if last < last_day:
                    change[last + ONE_DAY] = change.get(last + ONE_DAY, 0) - 1
    number = 0
    days = sorted(change)
    for day, following in zip(days, [*days[1:], last_day + ONE_DAY], strict=True):
        number += change[day]
        yield Level(day, following - ONE_DAY, number, number)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """The same days without overlap."""
    waiting: Span | None = None
    for first, last in sorted(spans):
        if waiting is not None and first <= waiting[1]:
            waiting = waiting[0], max(waiting[1], last)
            continue
        if waiting is not None:
            yield waiting
        waiting = first, last
    if waiting is not None:
        yield waiting


def unbroken(levels: Iterable[Level], wrong: Callable[[int], bool]) -> Iterator[Level]:
    """The unbroken times in which the number is wrong all along."""
    found: Level | None = None
    for level in levels:
        if wrong(level.most):
            found = level if found is None else _with(found, level)
        elif found is not None:
            yield found
            found = None
    if found is not None:
        yield found


def _with(found: Level, level: Level) -> Level:
    return Level(
        found.first_day,
        level.last_day,
        min(found.least, level.least),
        max(found.most, level.most),
    )


def moved(day: date, days: int) -> date:
    """A day so many days later; always and never stay where they are."""
    return day if day in (ALWAYS, NEVER) else day + days * ONE_DAY

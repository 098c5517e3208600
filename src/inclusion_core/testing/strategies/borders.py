"""The days on which drawn lives turn: named ones, their neighbours, and those that they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache

import attrs

from inclusion_core.errors import InclusionError
from inclusion_core.periods import months_after
from inclusion_core.testing.strategies.days import PLAIN_DAYS, around
from inclusion_core.testing.strategies.noticing import Move
from inclusion_core.values import ALWAYS, FIRST_DAY, LAST_DAY

__all__ = ["BIRTHDAYS", "Borders"]

BIRTHDAYS: tuple[date, ...] = (
    date(1990, 1, 1),
    date(2000, 2, 29),
    date(2010, 6, 1),
    date(1953, 12, 31),
)
"""An adult, one born on a leap day, a child, a pensioner."""

USUAL_MOVES = (Move(months=12), Move(months=1), Move(days=30))
"""Where no declaration says how days are shifted."""

LATELY = range(2000, 2050)
"""Years whose days are plainer than others."""

NEAREST = 12
"""Named days that are drawn plainly; the others are only moved."""


@attrs.frozen
class Borders:
    """Days that are worth drawing.

    Attributes:
        plain: Those that are drawn as they are, the plainest first.
        named: Those from which others are counted.
        moves: By how much, there and back; not at all among them.
    """

    plain: tuple[date, ...]
    named: tuple[date, ...]
    moves: tuple[Move, ...]

    @classmethod
    def of(cls, days: Iterable[date], moves: Iterable[Move]) -> Borders:
        """The borders that named days and moves make.

        Example:
            >>> borders = Borders.of([date(2014, 1, 1)], [Move(months=12)])
            >>> year = date(2019, 1, 1), date(2019, 12, 31)
            >>> [str(day) for day in borders.moved(date(2018, 2, 28), *year)]
            ['2019-02-28', '2019-02-27', '2019-03-01']
        """
        within = tuple(day for day in days if FIRST_DAY <= day <= LAST_DAY) or PLAIN_DAYS
        named = tuple(sorted(within, key=lambda day: day.year not in LATELY))
        there = tuple(moves) or USUAL_MOVES
        back = (Move(-each.months, -each.days) for each in there)
        beside = (each for day in named[:NEAREST] for each in around(day)[1:])
        return cls(
            plain=tuple(dict.fromkeys((*named[:NEAREST], *beside))),
            named=named,
            moves=tuple(dict.fromkeys((Move(), *there, *back))),
        )

    @property
    def after_all(self) -> date:
        """A day after all that is drawn plainly in our times: everything is known on it."""
        lately = [day.year for day in self.plain if day.year in LATELY]
        return date(min(max(lately, default=self.plain[0].year) + 2, LAST_DAY.year), 12, 31)

    def moved(self, day: date, first: date, last: date) -> list[date]:
        """The days between two to which one leads: each move to a day and to its two neighbours.

        The neighbours of the day itself are among them.
        """
        first, last = max(first, FIRST_DAY), min(last, LAST_DAY)
        return [each for each in _moved(day, self.moves) if first <= each <= last]

    def within(self, first: date, last: date, usual: Sequence[date]) -> list[date]:
        """The plain days between two, both inside; where there are none, the first of the two."""
        inside = [day for day in usual if first <= day <= last]
        if inside:
            return inside
        return [max(first, FIRST_DAY) if first > ALWAYS else min(last, LAST_DAY)]


@lru_cache(maxsize=10_000)
def _moved(day: date, moves: tuple[Move, ...]) -> tuple[date, ...]:
    found: dict[date, None] = {}
    for move in moves:
        try:
            there = months_after(day, move.months) + timedelta(days=move.days)
        except (InclusionError, OverflowError):
            continue
        found.update(dict.fromkeys(around(there)))
    return tuple(found)

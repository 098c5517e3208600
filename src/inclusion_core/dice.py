"""Draws that come out alike on every machine and in every version of Python.

Of the standard generator only ``random()`` is used: it alone is documented to give the same
numbers for the same seed for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from random import Random
from typing import Generic, NamedTuple, TypeVar

__all__ = ["Days", "Deck", "Dice", "days"]

T = TypeVar("T")


class Days(NamedTuple):
    """The days from which one is drawn, both ends inside."""

    first: date
    last: date


def days(text: str) -> Days:
    """The days written as ``2018-06-01..2018-11-30``, or one day.

    Example:
        >>> days("2018-06-01").last
        datetime.date(2018, 6, 1)
    """
    first, _, last = text.partition("..")
    return Days(date.fromisoformat(first), date.fromisoformat(last or first))


class Dice:
    """A source of draws; the same seed gives the same draws."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - a sample is drawn, not a secret

    def below(self, count: int) -> int:
        """A whole number from 0 up to, but not including, ``count``."""
        return int(self._random.random() * count)

    def pick(self, cards: Sequence[T]) -> T:
        """One of the cards."""
        return cards[self.below(len(cards))]

    def day(self, among: Days) -> date:
        """One of the days."""
        return among.first + timedelta(days=self.below((among.last - among.first).days + 1))

    def shuffled(self, cards: Iterable[T]) -> list[T]:
        """The cards in a new order."""
        order = list(cards)
        for last in range(len(order) - 1, 0, -1):
            other = self.below(last + 1)
            order[last], order[other] = order[other], order[last]
        return order

    def shares(self, total: int, parts: int, *, least: int, most: int) -> list[int]:
        """So many parts that make up the total, each from ``least`` to ``most``."""
        shares = [least] * parts
        while sum(shares) < total:
            shares[self.pick([part for part in range(parts) if shares[part] < most])] += 1
        return shares


class Deck(Generic[T]):
    """Cards dealt in drawn order; when all are dealt they are shuffled again.

    Every card turns up once in as many deals as there are cards, whatever the seed.
    """

    def __init__(self, dice: Dice, cards: Iterable[T]) -> None:
        self._dice = dice
        self._cards = tuple(cards)
        self._left: list[T] = []

    def deal(self) -> T:
        """The next card."""
        if not self._left:
            self._left = self._dice.shuffled(self._cards)
        return self._left.pop()

"""Ids that carry no meaning."""

from __future__ import annotations

from inclusion_core.dice import Deck, Dice

__all__ = ["Ids"]


class Ids:
    """Opaque ids: a prefix for the type of record, and a drawn number that means nothing."""

    def __init__(self, dice: Dice, digits: int = 4) -> None:
        self._digits = digits
        self._numbers = Deck(dice, range(1, 10**digits))

    def take(self, prefix: str) -> str:
        """An id that nothing has yet."""
        return f"{prefix}-{self._numbers.deal():0{self._digits}}"

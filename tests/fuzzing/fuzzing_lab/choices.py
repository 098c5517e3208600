"""Decisions taken from bytes: the same bytes take the same decisions, whoever made them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

__all__ = ["Choices"]

T = TypeVar("T")


class Choices:
    """A source of decisions; when its bytes are used up, the first of all that can be chosen."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def left(self) -> int:
        """How many bytes are not used yet."""
        return max(0, len(self._data) - self._at)

    def below(self, count: int) -> int:
        """A whole number from 0 up to, but not including, ``count``."""
        taken = self._data[self._at : self._at + (1 if count <= 256 else 3)]
        self._at += len(taken)
        return int.from_bytes(taken, "big") % count if count else 0

    def pick(self, sequence: Sequence[T]) -> T:
        """One of them."""
        return sequence[self.below(len(sequence))]

"""Three-valued logic: yes, no, and not known (Kleene's strong logic)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NoReturn

__all__ = ["Truth", "all_of", "any_of", "at_least"]


class Truth(Enum):
    """Yes, no or not known.

    ``&``, ``|`` and ``~`` are Kleene's: an unknown operand leaves the answer open
    only where the other one does not settle it.

    Example:
        >>> Truth.NO & Truth.UNKNOWN
        Truth.NO
        >>> Truth.YES & Truth.UNKNOWN
        Truth.UNKNOWN
    """

    NO = "no"
    UNKNOWN = "unknown"
    YES = "yes"

    @classmethod
    def of(cls, holds: bool | None) -> Truth:
        """The truth of a two-valued answer; ``None`` is not known."""
        if holds is None:
            return cls.UNKNOWN
        return cls.YES if holds else cls.NO

    @property
    def decided(self) -> bool:
        """Whether the answer is yes or no."""
        return self is not Truth.UNKNOWN

    def __and__(self, other: Truth) -> Truth:
        return all_of((self, other))

    def __or__(self, other: Truth) -> Truth:
        return any_of((self, other))

    def __invert__(self) -> Truth:
        return _OPPOSITE[self]

    def __bool__(self) -> NoReturn:
        raise TypeError("an answer may be unknown: compare it, `answer is Truth.YES`")

    def __repr__(self) -> str:
        return f"Truth.{self.name}"


_OPPOSITE = {
    Truth.YES: Truth.NO,
    Truth.NO: Truth.YES,
    Truth.UNKNOWN: Truth.UNKNOWN,
}


def all_of(answers: Iterable[Truth]) -> Truth:
    """Yes when every answer is yes; no as soon as one is no. Of nothing: yes."""
    seen = set(answers)
    if Truth.NO in seen:
        return Truth.NO
    return Truth.UNKNOWN if Truth.UNKNOWN in seen else Truth.YES


def any_of(answers: Iterable[Truth]) -> Truth:
    """Yes as soon as one answer is yes; no when every one is no. Of nothing: no."""
    seen = set(answers)
    if Truth.YES in seen:
        return Truth.YES
    return Truth.UNKNOWN if Truth.UNKNOWN in seen else Truth.NO


def at_least(n: int, answers: Iterable[Truth]) -> Truth:
    """Whether ``n`` or more of the answers are yes.

    Example:
        >>> at_least(2, [Truth.YES, Truth.UNKNOWN, Truth.NO])
        Truth.UNKNOWN
    """
    listed = list(answers)
    surely = sum(answer is Truth.YES for answer in listed)
    possibly = surely + sum(answer is Truth.UNKNOWN for answer in listed)
    if surely >= n:
        return Truth.YES
    return Truth.NO if possibly < n else Truth.UNKNOWN

"""Levels of a language, and whether one is above another."""

from __future__ import annotations

from enum import Enum

from inclusion_amif.assumptions import PRE_A1_COUNTS
from inclusion_core.expr import CodeExpression, Condition, any_of

__all__ = ["LEVELS", "LanguageLevel", "is_higher", "steps_up"]


class LanguageLevel(Enum):
    """A level of the Common European Framework of Reference for Languages, lowest first."""

    PRE_A1 = "pre_a1"
    A1 = "a1"
    A2 = "a2"
    B1 = "b1"
    B2 = "b2"
    C1 = "c1"
    C2 = "c2"


LEVELS: tuple[LanguageLevel, ...] = tuple(LanguageLevel)


def steps_up(entry: LanguageLevel, leaving: LanguageLevel) -> int:
    """By how many levels somebody is better; below zero where they are worse.

    Example:
        >>> steps_up(LanguageLevel.PRE_A1, LanguageLevel.A2), steps_up(LEVELS[2], LEVELS[1])
        (2, -1)
    """
    return LEVELS.index(leaving) - LEVELS.index(entry)


def is_higher(
    leaving: CodeExpression[LanguageLevel], entry: CodeExpression[LanguageLevel]
) -> Condition:
    """Whether one level is above the other by one step or more.

    Between the two there is then a border: the one below it, the other above. Whether the lowest
    border, that of A1, is one is an assumption.
    """
    below_a1, *others = (
        entry.is_in(*LEVELS[:border]) & leaving.is_in(*LEVELS[border:])
        for border in range(1, len(LEVELS))
    )
    return any_of(PRE_A1_COUNTS.holds & below_a1, *others)

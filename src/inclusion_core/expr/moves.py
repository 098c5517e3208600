"""How one day follows another: by months and days; and when two that follow keep their order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from math import ceil, floor
from typing import TypeAlias

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.objects import shifted

__all__ = ["STAYS", "Moves", "Parts", "Step", "bounds", "keep_order", "moved", "then"]

DAYS_IN_A_MONTH = 146_097 / 4_800
"""On average over 400 years, after which the calendar begins again."""

UNEVEN = 8
"""By fewer days than this do some months differ from as many average ones."""


@attrs.frozen(cache_hash=True)
class Step:
    """One step: by months, clipped or as a term, or by days."""

    months: int = 0
    days: int = 0
    term: bool = False


Moves: TypeAlias = tuple[Step, ...]
"""Steps, one after the other. They never bring a later day before an earlier one."""

STAYS: Moves = ()


def then(moves: Moves, node: nodes.Shifted) -> Moves:
    """The moves, and after them those of a node."""
    if node.months:
        moves = (*moves, Step(months=node.months, term=node.term))
    days = node.days
    if days and moves and moves[-1].days:
        days += moves[-1].days
        moves = moves[:-1]
    return (*moves, Step(days=days)) if days else moves


def moved(day: date, moves: Moves) -> date:
    """Where a day comes to; the infinities stay."""
    for step in moves:
        day = shifted(day, step.months, step.days, term=step.term)
    return day


def bounds(moves: Moves) -> tuple[int, int]:
    """How many days a day is moved by: never fewer than the first, never more than the second."""
    fewest = most = 0
    for step in moves:
        length = step.months * DAYS_IN_A_MONTH
        uneven = UNEVEN if step.months else 0
        fewest += step.days + floor(length) - uneven
        most += step.days + ceil(length) + uneven
    return fewest, most


def keep_order(left: Moves, right: Moves) -> bool:
    """Whether they bring every day into the same order: the left one never after, or always.

    Six months and seven do, one month and thirty days do not. Where that is not certain, no.
    """
    while left and right and left[0] == right[0]:
        left, right = left[1:], right[1:]
    if left == right:
        return True
    (fewest_left, most_left), (fewest_right, most_right) = bounds(left), bounds(right)
    return most_left <= fewest_right or fewest_left > most_right


@attrs.frozen(repr=False)
class Parts:
    """What a day is made from, while another one moves.

    Attributes:
        moves: How it follows that one, where it does.
        fixed: The days that it can be otherwise.
        kinks: When a list from which it is taken may change.
    """

    moves: frozenset[Moves] = frozenset()
    fixed: frozenset[date] = frozenset()
    kinks: frozenset[date] = frozenset()

    @classmethod
    def together(cls, parts: Iterable[Parts]) -> Parts:
        """The parts of the first or the last of several days."""
        listed = list(parts)
        return cls(
            frozenset[Moves]().union(*(each.moves for each in listed)),
            frozenset[date]().union(*(each.fixed for each in listed)),
            frozenset[date]().union(*(each.kinks for each in listed)),
        )

    def shifted(self, by: nodes.Shifted) -> Parts:
        """The parts of the day that a node shifts."""
        return Parts(
            frozenset(then(moves, by) for moves in self.moves),
            frozenset(moved(day, then(STAYS, by)) for day in self.fixed),
            self.kinks,
        )

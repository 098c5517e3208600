"""Bounds: what a condition demands of a number, a day or the time between two days.

``completed_years(born_on, entered_on) < 25`` is a comparison of days inside; here it is a time from
birth to entry of less than 300 months again, so that it can be laid beside another.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TypeAlias

import attrs

from inclusion_core.expr import nodes

__all__ = ["Bounded", "Bounds", "Length", "bounds_of"]

ONE_DAY = timedelta(days=1)


@attrs.frozen
class Length:
    """The time from one day to another, in months.

    Attributes:
        since: The day from which it is counted.
        until: The day to which.
        from_until: Months are counted back from the second day rather than on from the first,
            which differs for the last days of long months.
    """

    since: nodes.DayNode
    until: nodes.DayNode
    from_until: bool


Bounded: TypeAlias = nodes.NumberNode | nodes.DayNode | Length
"""What can be bounded."""


@attrs.frozen
class Bounds:
    """Between what something lies, in numbers, months or days.

    Attributes:
        least: The smallest number or first day; ``None``: any.
        most: The largest number or last day; ``None``: any.
        above: It must be more than ``least``.
        below: It must be less than ``most``.
    """

    least: int | date | None = None
    most: int | date | None = None
    above: bool = False
    below: bool = False

    def met(self, other: Bounds) -> Bounds | None:
        """The bounds of both; ``None`` where both bound the same end."""
        if (self.least is not None and other.least is not None) or (
            self.most is not None and other.most is not None
        ):
            return None
        return Bounds(
            least=other.least if self.least is None else self.least,
            most=other.most if self.most is None else self.most,
            above=self.above or other.above,
            below=self.below or other.below,
        )


def bounds_of(node: nodes.TruthNode) -> tuple[Bounded, Bounds] | None:
    """What a single comparison bounds, and how; ``None`` where it bounds nothing by a literal.

    Example:
        >>> age = nodes.NumberField(nodes.Variable("guest", "case"), "age")
        >>> bounds_of(nodes.Not(nodes.AtMost(nodes.NumberLiteral(25), age)))[1]
        Bounds(least=None, most=24, above=False, below=False)
    """
    match node:
        case nodes.AtMost(left, right):
            return _of_numbers(left, right, negated=False)
        case nodes.Not(nodes.AtMost(left, right)):
            return _of_numbers(left, right, negated=True)
        case nodes.NotAfter(left, right):
            return _of_days(left, right, negated=False)
        case nodes.Not(nodes.NotAfter(left, right)):
            return _of_days(left, right, negated=True)
        case _:
            return None


def _of_numbers(
    left: nodes.NumberNode, right: nodes.NumberNode, *, negated: bool
) -> tuple[Bounded, Bounds] | None:
    match left, right:
        case nodes.NumberLiteral(), nodes.NumberLiteral():
            return None
        case _, nodes.NumberLiteral(number):
            return left, Bounds(least=number + 1) if negated else Bounds(most=number)
        case nodes.NumberLiteral(number), _:
            return right, Bounds(most=number - 1) if negated else Bounds(least=number)
        case _:
            return None


def _of_days(
    left: nodes.DayNode, right: nodes.DayNode, *, negated: bool
) -> tuple[Bounded, Bounds] | None:
    match left, right:
        case nodes.DayLiteral(), nodes.DayLiteral():
            return None
        case _, nodes.DayLiteral(day):
            return left, Bounds(least=day + ONE_DAY) if negated else Bounds(most=day)
        case nodes.DayLiteral(day), _:
            return right, Bounds(most=day - ONE_DAY) if negated else Bounds(least=day)
        case _:
            return _of_length(left, right, negated=negated)


def _of_length(
    left: nodes.DayNode, right: nodes.DayNode, *, negated: bool
) -> tuple[Bounded, Bounds] | None:
    """The time between two days of which one is moved by months."""
    (first, moved), (last, moved_last) = _moved(left), _moved(right)
    if bool(moved) == bool(moved_last):
        return None
    months = moved - moved_last
    if months > 0:  # first + months <= last
        length = Length(first, last, from_until=not moved)
        bounds = Bounds(most=months, below=True) if negated else Bounds(least=months)
    else:  # first <= last + months
        length = Length(last, first, from_until=bool(moved))
        bounds = Bounds(least=-months, above=True) if negated else Bounds(most=-months)
    return length, bounds


def _moved(day: nodes.DayNode) -> tuple[nodes.DayNode, int]:
    """A day, and by how many months it is moved."""
    if isinstance(day, nodes.Shifted) and day.months and not (day.days or day.term):
        return day.of, day.months
    return day, 0

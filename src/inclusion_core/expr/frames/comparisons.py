"""How two days are compared while as few days as can be are moved.

- A moved day against one that is the same in every row: that one is moved back instead, once.
- A day against one moved by months, where the same day is moved by several numbers of months, as
  for ages: days become numbers to which months are added, and each day does so once.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.frames.calendar import first_moved_to, last_moved_to
from inclusion_core.expr.handles import Age
from inclusion_core.expr.parameters import Parameters

CONSTANT = (nodes.DayLiteral, nodes.DayParameter)


@attrs.frozen
class Months:
    """A day as a number of months and days.

    Attributes:
        of: The day.
        moved: Whether months are added to it.
    """

    of: nodes.DayNode
    moved: bool


@attrs.frozen
class InMonths:
    """A comparison of two such numbers.

    Attributes:
        left: What is not to be more.
        right: What it is compared with, after months are added.
        months: How many.
    """

    left: Months
    right: Months
    months: int


def folded(node: nodes.NotAfter, parameters: Parameters) -> nodes.NotAfter:
    """The same comparison without a move, where one side is the same in every row."""
    match node:
        case nodes.NotAfter(nodes.Shifted(of, months, days, term), right) if isinstance(
            right, CONSTANT
        ):
            bound = last_moved_to(_constant(right, parameters), months, days, term=term)
            return nodes.NotAfter(of, nodes.DayLiteral(bound))
        case nodes.NotAfter(left, nodes.Shifted(of, months, days, term)) if isinstance(
            left, CONSTANT
        ):
            bound = first_moved_to(_constant(left, parameters), months, days, term=term)
            return nodes.NotAfter(nodes.DayLiteral(bound), of)
        case _:
            return node


def _constant(node: nodes.DayLiteral | nodes.DayParameter, parameters: Parameters) -> date:
    return node.day if isinstance(node, nodes.DayLiteral) else parameters.day(node.name)


def in_days(node: nodes.AtMost, parameters: Parameters) -> nodes.TruthNode:
    """Completed years against a number that is the same in every row, as a comparison of days."""
    match node:
        case nodes.AtMost(nodes.NumberLiteral() | nodes.NumberParameter(), nodes.CompletedYears()):
            return _aged(node.right, _number(node.left, parameters))
        case nodes.AtMost(nodes.CompletedYears(), nodes.NumberLiteral() | nodes.NumberParameter()):
            return nodes.Not(_aged(node.left, _number(node.right, parameters) + 1))
        case _:
            return node


def _number(node: nodes.NumberNode, parameters: Parameters) -> int:
    if isinstance(node, nodes.NumberLiteral):
        return node.number
    return parameters.number(node.name)  # type: ignore[union-attr]


def _aged(years: nodes.NumberNode, least: int) -> nodes.TruthNode:
    handle = Age(years)
    return (handle >= least).node


def in_months(node: nodes.NotAfter, moves: Mapping[nodes.DayNode, int]) -> InMonths | None:
    """The comparison in months, where it is cheaper.

    Args:
        node: A comparison.
        moves: By how many different numbers of months a day is moved, by day.
    """
    left, right = node.left, node.right
    if not isinstance(right, nodes.Shifted) or isinstance(left, (nodes.Shifted, *CONSTANT)):
        return None
    if isinstance(right.of, CONSTANT) or moves_of(right) is None or moves.get(right.of, 0) < 2:
        return None
    return InMonths(Months(left, moved=False), Months(right.of, moved=True), right.months)


def moves_of(node: nodes.Node) -> nodes.DayNode | None:
    """The day that a node moves by months alone."""
    if isinstance(node, nodes.Shifted) and not node.days and not node.term:
        return node.of
    return None

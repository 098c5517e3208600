"""The comparisons of a condition, in the order in which a flat trace has their answers."""

from __future__ import annotations

from inclusion_core.expr import nodes
from inclusion_core.expr.handles import Condition

__all__ = ["comparisons"]


def comparisons(condition: Condition | nodes.TruthNode) -> tuple[nodes.TruthNode, ...]:
    """The comparisons of a condition from left to right, each where it stands first.

    A comparison asks about days, numbers, a code, what is known, or whether a list holds a record.
    What is asked of the records of a list has an answer for each of them and is not among them.

    Example:
        >>> from datetime import date
        >>> from inclusion_core.expr import day
        >>> first = day(date(2018, 6, 1)) <= date(2018, 7, 1)
        >>> second = day(date(2018, 8, 1)) <= date(2018, 7, 1)
        >>> comparisons(first & ~second | first) == (first.node, second.node)
        True
    """
    waiting = [condition.node if isinstance(condition, Condition) else condition]
    seen: set[int] = set()
    found: dict[nodes.TruthNode, None] = {}
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        match node:
            case nodes.Not(of) | nodes.Named(_, of):
                waiting.append(of)
            case nodes.AllOf(of) | nodes.AnyOf(of) | nodes.AtLeast(_, of):
                waiting.extend(reversed(of))
            case _:
                found.setdefault(node)
    return tuple(found)

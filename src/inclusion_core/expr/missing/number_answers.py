"""The numbers that are to be tried as answers: few where few are possible, else around borders."""

from __future__ import annotations

from inclusion_core.expr import nodes
from inclusion_core.expr.missing.sightings import Sightings
from inclusion_core.fields import Bounds

__all__ = ["numbers_to_try"]

FEW = 8
"""So many numbers or fewer are all tried."""


def numbers_to_try(bounds: Bounds, condition: nodes.TruthNode, seen: Sightings) -> tuple[int, ...]:
    """Numbers of which one stands for each answer that makes a difference.

    Exact where one open number meets what is known. Where several are added up or compared with
    one another and many are possible, some answers may be left out.
    """
    if bounds.most - bounds.least < FEW:
        return tuple(range(bounds.least, bounds.most + 1))
    tried = {bounds.least, bounds.most}
    for gap in _gaps(condition, seen):
        for end in (bounds.least, bounds.most):
            tried |= {end + gap - 1, end + gap, end + gap + 1}
    return tuple(sorted(each for each in tried if bounds.least <= each <= bounds.most))


def _gaps(condition: nodes.TruthNode, seen: Sightings) -> set[int]:
    """How far the ends of two compared numbers lie apart: so far has an answer to move one."""
    return {
        sign * (theirs - mine)
        for node in nodes.walk(condition)
        if isinstance(node, nodes.AtMost)
        for left in seen.numbers[node.left]
        for right in seen.numbers[node.right]
        for mine in left
        for theirs in right
        for sign in (1, -1)
    }

"""What several conditions begin with alike, so that it is worked out once.

*Entered in the period, with a complete record, and unemployed* begins as *entered in the period,
with a complete record, and inactive* does: the beginning is a condition of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeAlias

import attrs

from inclusion_core.expr import nodes

Joined: TypeAlias = nodes.AllOf | nodes.AnyOf
REDUCTIONS = (
    nodes.Exists,
    nodes.RelatedDay,
    nodes.Count,
    nodes.Sum,
    nodes.OnlyCode,
    nodes.LatestCode,
)


@attrs.frozen
class Beginnings:
    """The beginnings that several conditions share, by the condition.

    Attributes:
        of: The longest one of each condition that has one.
    """

    of: Mapping[Joined, Joined]

    @classmethod
    def among(cls, used: Iterable[nodes.Node]) -> Beginnings:
        """Those of the conditions among some nodes; lists are left alone."""
        joined = [
            node for node in used if isinstance(node, (nodes.AllOf, nodes.AnyOf)) and _is_flat(node)
        ]
        times = Counter(
            (type(node), node.of[:size]) for node in joined for size in range(2, len(node.of) + 1)
        )
        found: dict[Joined, Joined] = {}
        waiting: list[Joined] = joined
        while waiting:
            node = waiting.pop()
            for size in range(len(node.of) - 1, 1, -1):
                kind = type(node)
                if times[kind, node.of[:size]] > times[kind, node.of[: size + 1]]:
                    found[node] = kind(node.of[:size])
                    if found[node] not in found:
                        waiting.append(found[node])
                    break
        return cls(found)

    def parts(self, node: Joined) -> tuple[nodes.TruthNode, ...]:
        """What a condition is joined of, its beginning as one."""
        first = self.of.get(node)
        return node.of if first is None else (first, *node.of[len(first.of) :])

    def shortest(self, node: nodes.TruthNode) -> nodes.TruthNode:
        """The shortest beginning of what must all hold for a condition; itself if it has none."""
        found: nodes.TruthNode = node
        while isinstance(found, nodes.AllOf) and found in self.of:
            found = self.of[found]
        return found


def _is_flat(node: nodes.Node) -> bool:
    return not any(isinstance(part, REDUCTIONS) for part in nodes.walk(node))

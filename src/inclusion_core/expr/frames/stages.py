"""Works out what is used more than once, in as few steps as it is deep.

Each step adds all its columns at once. A step for each column would be a query inside a query for
each of them: some engines take longer to plan such a query than to run it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.frames import columns as c
from inclusion_core.expr.frames.beginnings import REDUCTIONS
from inclusion_core.expr.frames.columns import Days, Numbers, TruthColumn
from inclusion_core.expr.frames.comparisons import Months, folded, in_days, in_months
from inclusion_core.expr.frames.compiled import Compiled

Part: TypeAlias = nodes.Node | Months
"""What may be worked out in a step."""


@attrs.define
class Staged(Compiled):
    """Rows for which nodes become columns step by step."""

    def stage(self, wanted: Iterable[nodes.Node]) -> None:
        """Hold what some nodes use more than once; what is inside lists is left to them."""
        heights: dict[Part, int] = {}
        steps: dict[int, list[Part]] = {}

        def height(node: Part) -> int:
            if node not in heights:
                found = max((height(part) for part in self._needs(node)), default=0)
                if self._is_worth_holding(node):
                    found += 1
                    steps.setdefault(found, []).append(node)
                heights[node] = found
            return heights[node]

        for node in wanted:
            height(node)
        for step in sorted(steps):
            self._hold_all([node for node in steps[step] if node not in self.held])

    def truth_within(self, universe: nodes.TruthNode, node: nodes.TruthNode) -> TruthColumn:
        """A condition that begins with another one, which is worked out already."""
        given, parts = _parts(universe), _parts(node)
        if parts[: len(given)] != given:
            return self.truth(node)
        rest = [self.truth(part) for part in parts[len(given) :]]
        return c.conjunction([self.truth(universe), *rest])

    def _needs(self, node: Part) -> Iterable[Part]:
        """What must be worked out for a node."""
        match node:
            case Months():
                return (node.of,)
            case nodes.NotAfter():
                folded_node = folded(node, self.work.parameters)
                by_months = in_months(folded_node, self.work.moves)
                if by_months is not None:
                    return (by_months.left, by_months.right)
                return (folded_node.left, folded_node.right)
            case nodes.AllOf() | nodes.AnyOf():
                return self.work.beginnings.parts(node)
            case nodes.AtMost():
                by_days = in_days(node, self.work.parameters)
                return (by_days,) if by_days is not node else nodes.children(node)
            case _:
                return () if isinstance(node, REDUCTIONS) else nodes.children(node)

    def _is_worth_holding(self, node: Part) -> bool:
        if isinstance(node, (nodes.Shifted, nodes.CompletedYears, Months)):
            return True
        if not isinstance(node, nodes.TruthNode) or node not in self.work.repeated:
            return False
        if isinstance(node, nodes.IsKnown):
            return False
        return not any(isinstance(part, REDUCTIONS) for part in nodes.walk(node))

    def _hold_all(self, step: list[Part]) -> None:
        found = {node: self._worked_out(node) for node in step}
        kept = iter(self.kept_all(part for each in found.values() for part in _columns(each)))
        for node, each in found.items():
            self.held[node] = _held(each, [next(kept) for _ in _columns(each)])

    def _worked_out(self, node: Any) -> TruthColumn | Days | Numbers:
        match node:
            case Months():
                return self._months(node)
            case nodes.Shifted():
                return self._shifted(node)
            case nodes.CompletedYears():
                return self._years(node)
            case _:
                return self._truth(node)


def _parts(node: nodes.TruthNode) -> tuple[nodes.TruthNode, ...]:
    """What must all hold for a condition."""
    return node.of if isinstance(node, nodes.AllOf) else (node,)


def _columns(each: TruthColumn | Days | Numbers) -> tuple[Any, ...]:
    if isinstance(each, TruthColumn):
        return () if each.same else (each.as_whole(),)
    return (each.lo,) if each.exact else tuple(each)


def _held(each: TruthColumn | Days | Numbers, columns: list[Any]) -> Any:
    """The same, in columns that are worked out."""
    if not columns:
        return each
    if not isinstance(each, TruthColumn):
        return type(each)(columns[0], columns[-1])
    if each.exact:
        return TruthColumn(columns[0], columns[0])
    return TruthColumn.of_whole(columns[0])

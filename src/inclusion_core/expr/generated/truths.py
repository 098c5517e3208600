"""Writes what is done for each answer to a condition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias, assert_never, cast

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.generated.outcomes import NOTHING, Outcome, into, leaves
from inclusion_core.expr.generated.reductions import ListWriting
from inclusion_core.expr.generated.regions import GROUP
from inclusion_core.expr.generated.writing import Ends, Group

__all__ = ["TruthWriting"]


_Unnamed: TypeAlias = (
    nodes.NotAfter
    | nodes.AtMost
    | nodes.IsIn
    | nodes.IsKnown
    | nodes.Not
    | nodes.AllOf
    | nodes.AnyOf
    | nodes.AtLeast
    | nodes.Exists
)
"""Conditions in the one form: clauses are left out of it."""


@attrs.frozen
class _Joint:
    """Conditions that must all hold, or of which one must.

    Attributes:
        sort: Which of the two.
        start: The answer while none of them is read.
        settled: The answer that settles the whole.
    """

    sort: type[nodes.AllOf | nodes.AnyOf]
    start: str
    settled: str

    def kept_in(self, name: str, leaving: str = NOTHING) -> Outcome:
        """What each condition does to the answer so far, or where it settles the whole."""
        settles = f"{name} = {self.settled}" if leaving == NOTHING else leaving
        opens = f"if {name} is {self.start}: {name} = UNKNOWN"
        still = f"{name} is not {self.settled}" if leaving == NOTHING else ""
        statements = {self.start: NOTHING, self.settled: settles}
        return Outcome(statements["YES"], statements["NO"], opens, self.sort, still)


JOINTS: Mapping[type[nodes.AllOf | nodes.AnyOf], _Joint] = {
    nodes.AllOf: _Joint(nodes.AllOf, "YES", "NO"),
    nodes.AnyOf: _Joint(nodes.AnyOf, "NO", "YES"),
}


class TruthWriting(ListWriting):
    """Writes conditions."""

    def truth(self, node: nodes.TruthNode, on: Outcome) -> None:
        """Write what is done for each answer to a condition."""
        if self.kept(node):
            self.dispatch(self.answer(node), on)
        else:
            self._truth(cast("_Unnamed", node), on)

    def answer(self, node: nodes.TruthNode) -> str:
        """The name of the answer to a condition."""
        return self.held(node, lambda: self._named(node))

    def _named(self, node: nodes.TruthNode) -> str:
        if isinstance(node, nodes.Exists):
            return self.exists(node)
        if isinstance(node, nodes.AllOf | nodes.AnyOf):
            return self._joint_answer(node)
        name = self.source.fresh("t")
        self._truth(cast("_Unnamed", node), into(name))
        return name

    def _truth(self, node: _Unnamed, on: Outcome) -> None:
        match node:
            case nodes.NotAfter(left, right):
                self._not_more(self.day(left), self.day(right), on)
            case nodes.AtMost(left, right):
                self._not_more(self.number(left), self.number(right), on)
            case nodes.IsIn():
                self.is_in(node, on)
            case nodes.IsKnown():
                self.known(node, on)
            case nodes.Not(of):
                self.truth(of, on.negated)
            case nodes.AllOf() | nodes.AnyOf():
                self._joined(node, on)
            case nodes.AtLeast():
                self._at_least(node, on)
            case nodes.Exists():
                self.dispatch(self.exists(node), on)
            case _:
                assert_never(node)

    def _not_more(self, left: Ends, right: Ends, on: Outcome) -> None:
        """Compare two intervals; where both are exact, the second question is not asked."""
        surely = (f"{left[1]} <= {right[0]}", on.yes)
        exact = [f"{ends[0]} is {ends[1]}" for ends in (left, right) if ends[0] != ends[1]]
        if not exact:
            self.source.text.choose([surely], on.no)
            return
        not_at_all = f"{left[0]} > {right[1]}"
        if len(exact) == 1:
            not_at_all = f"{exact[0]} or {not_at_all}"
        self.source.text.choose([surely, (not_at_all, on.no)], on.unknown)

    def _joined(self, node: nodes.AllOf | nodes.AnyOf, on: Outcome) -> None:
        joint = JOINTS[type(node)]
        settled = on.no if joint.settled == "NO" else on.yes
        if len(node.of) > GROUP or not node.of:
            self.dispatch(self._joint_answer(node), on)
        elif on.joins is type(node):
            self._each(node, on)
        elif leaves(settled):
            name = self.source.fresh("t")
            self.add(f"{name} = {joint.start}")
            self._each(node, joint.kept_in(name, settled))
            self.dispatch(name, on)
        else:
            self.dispatch(self._joint_answer(node), on)

    def _joint_answer(self, node: nodes.AllOf | nodes.AnyOf) -> str:
        joint, name = JOINTS[type(node)], self.source.fresh("t")
        self.add(f"{name} = {joint.start}")
        if len(node.of) > GROUP:
            self._in_groups(node, joint, name)
        else:
            self._each(node, joint.kept_in(name))
        return name

    def _each(self, node: Any, on: Outcome) -> None:
        self.operands(node, lambda each: self.truth(each, on), open_=on.open)

    def _in_groups(self, node: nodes.AllOf | nodes.AnyOf, joint: _Joint, name: str) -> None:
        inner = self.source.fresh("t")
        whole, part = joint.kept_in(name), joint.kept_in(inner)
        self.in_groups(
            node,
            Group(f"{inner} = {joint.start}", inner, part.open),
            lambda each: self.truth(each, part),
            lambda found: self.dispatch(found, whole),
            open_=whole.open,
        )

    def _at_least(self, node: nodes.AtLeast, on: Outcome) -> None:
        sure, perhaps = self.source.fresh("n"), self.source.fresh("m")
        counted = Outcome(f"{sure} += 1", NOTHING, f"{perhaps} += 1")
        self.add(f"{sure} = {perhaps} = 0")
        if len(node.of) > GROUP:

            def join(found: str) -> None:
                self.add(f"{sure} += {found}[0]")
                self.add(f"{perhaps} += {found}[1]")

            group = Group(f"{sure} = {perhaps} = 0", f"{sure}, {perhaps}")
            self.in_groups(node, group, lambda each: self.truth(each, counted), join)
        else:
            self._each(node, counted)
        least = self.source.constant(node.n)
        enough, too_few = f"{sure} >= {least}", f"{sure} + {perhaps} < {least}"
        self.source.text.choose([(enough, on.yes), (too_few, on.no)], on.unknown)

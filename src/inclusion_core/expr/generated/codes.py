"""Writes how codes are compared, but for how lists come to one."""

from __future__ import annotations

from abc import abstractmethod
from enum import Enum
from typing import assert_never

from inclusion_core.expr import nodes
from inclusion_core.expr.generated.measures import MeasureWriting
from inclusion_core.expr.generated.outcomes import Outcome

__all__ = ["CodeWriting"]

FEW = 4
"""So many members of an enumeration are compared one by one."""


class CodeWriting(MeasureWriting):
    """Writes codes."""

    @abstractmethod
    def code_of_list(self, node: nodes.OnlyCode | nodes.LatestCode) -> str:
        """The name of the code that a list comes to."""

    def code(self, node: nodes.CodeNode) -> str:
        """The name of a code; for a field, of what it holds."""
        return self.held(node, lambda: self._code(node))

    def _code(self, node: nodes.CodeNode) -> str:
        match node:
            case nodes.CodeField():
                return self.code_field(node)
            case nodes.OnlyCode() | nodes.LatestCode():
                return self.code_of_list(node)
            case _:
                assert_never(node)

    def plain_code(self, node: nodes.CodeNode) -> str:
        """A code itself, whatever a field holds in its place."""
        name = self.code(node)
        return f"code_of({name})" if isinstance(node, nodes.CodeField) else name

    def is_in(self, node: nodes.IsIn, on: Outcome) -> None:
        """Write what is done where a code is one of a set."""
        code, listed, text = self.code(node.of), self._listed(node.members), self.source.text
        if not isinstance(node.of, nodes.CodeField):
            found = (f"{code} in {listed}", on.yes)
            text.choose([(f"{code} is UNKNOWN_CODE", on.unknown), found], on.no)
            return
        enum = self.canonical.readable.field(node.of).enum
        plain = f"type({code}) is {self.source.tool(enum or str)}"
        if enum is None:
            found_if = f"{plain} and {code} in {listed}"
        else:
            few = self._few(enum, node.members)
            found_if = (
                f"{plain} and {code}._value_ in {listed}"
                if few is None
                else " or ".join(f"{code} is {self.source.tool(each)}" for each in few) or "False"
            )
        with text.block(f"if {found_if}:"):
            self.add(on.yes)
        with text.block(f"elif {plain} or {code} is ABSENT:"):
            self.add(on.no)
        with text.block("else:"):
            answer = self.source.fresh("t")
            self.add(f"{answer} = code_in({code}, {listed})")
            self.dispatch(answer, on)

    def _few(self, enum: type[Enum], members: frozenset[str] | str) -> list[Enum] | None:
        """The members of an enumeration that are asked for, if they are few."""
        if isinstance(members, str):
            return None
        asked = [each for each in enum if str(each.value) in members]
        return asked if len(asked) <= FEW else None

    def _listed(self, members: frozenset[str] | str) -> str:
        """The name of a set of codes."""
        if not isinstance(members, str):
            return self.source.constant(members)
        known = self.source.code_sets
        if members not in known:
            known[members] = self.source.fresh("p")
            name = self.source.constant(members)
            self.source.bound.add(f"{known[members]} = given_codes(parameters, {name})")
        return known[members]

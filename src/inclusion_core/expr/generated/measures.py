"""Writes how days and numbers are worked out, but for those of lists."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, assert_never

from inclusion_core.expr import nodes
from inclusion_core.expr.generated.fields import FieldWriting
from inclusion_core.expr.generated.regions import GROUP
from inclusion_core.expr.generated.steps import Moves
from inclusion_core.expr.generated.writing import Ends, Group

__all__ = ["MeasureWriting"]


class MeasureWriting(FieldWriting):
    """Writes days and numbers."""

    @abstractmethod
    def day_of_list(self, node: nodes.RelatedDay) -> Ends:
        """The ends of the first or last day of a list."""

    @abstractmethod
    def number_of_list(self, node: nodes.Count | nodes.Sum) -> Ends:
        """The ends of a count or a sum."""

    def day(self, node: nodes.DayNode) -> Ends:
        """The names of the ends of a day."""
        return self.held(node, lambda: self._day(node))

    def _day(self, node: nodes.DayNode) -> Ends:
        match node:
            case nodes.DayField():
                return self.day_field(node)
            case nodes.DayLiteral(day):
                name = self.source.constant(day)
                return name, name
            case nodes.DayParameter(name):
                return self._given("given_day", name)
            case nodes.Shifted():
                return self._shifted(node)
            case nodes.Extreme():
                return self._extreme(node)
            case nodes.RelatedDay():
                return self.day_of_list(node)
            case _:
                assert_never(node)

    def number(self, node: nodes.NumberNode) -> Ends:
        """The names of the ends of a number."""
        return self.held(node, lambda: self._number(node))

    def _number(self, node: nodes.NumberNode) -> Ends:
        match node:
            case nodes.NumberField():
                return self.number_field(node)
            case nodes.NumberLiteral(number):
                name = self.source.constant(number)
                return name, name
            case nodes.NumberParameter(name):
                return self._given("given_number", name)
            case nodes.CompletedYears():
                return self._years(node)
            case nodes.Count() | nodes.Sum():
                return self.number_of_list(node)
            case _:
                assert_never(node)

    def _given(self, how: str, name: str) -> Ends:
        found = self.source.fresh("p")
        self.add(f"{found} = {how}(parameters, {self.source.constant(name)})")
        return found, found

    def _shifted(self, node: nodes.Shifted) -> Ends:
        first, last = self.day(node.of)
        moves, a = self._moves(node), self.source.fresh("a")
        self.add(f"{a} = {moves}[{first}]")
        if first == last:
            return a, a
        b = self.source.fresh("b")
        self.add(f"{b} = {a} if {last} is {first} else {moves}[{last}]")
        return a, b

    def _moves(self, node: nodes.Shifted) -> str:
        way, known = (node.months, node.days, node.term), self.source.moves
        if way not in known:
            known[way] = self.source.tool(Moves(node.months, node.days, term=node.term))
        return known[way]

    def _extreme(self, node: nodes.Extreme) -> Ends:
        beyond = ">" if node.last else "<"
        a, b = self.source.fresh("a"), self.source.fresh("b")

        def compare(first: str, last: str) -> None:
            self.source.text.choose([(f"{first} {beyond} {a}", f"{a} = {first}")], "pass")
            self.source.text.choose([(f"{last} {beyond} {b}", f"{b} = {last}")], "pass")

        def write(operand: Any) -> None:
            compare(*self.day(operand))

        if len(node.of) > GROUP:
            start = f"{a} = {b} = {'ALWAYS' if node.last else 'NEVER'}"
            self.add(start)
            self.in_groups(
                node,
                Group(start, f"{a}, {b}"),
                write,
                lambda found: compare(f"{found}[0]", f"{found}[1]"),
            )
        else:
            first, last = self.day(node.of[0])
            self.add(f"{a} = {first}")
            self.add(f"{b} = {last}")
            for operand in node.of[1:]:
                write(operand)
        return a, b

    def _years(self, node: nodes.CompletedYears) -> Ends:
        born, judged = ", ".join(self.day(node.since)), ", ".join(self.day(node.on))
        a, b = self.source.fresh("a"), self.source.fresh("b")
        leap_day = self.source.tool(node.leap_day)
        self.add(f"{a}, {b} = years_between(({born}), ({judged}), {leap_day})")
        return a, b

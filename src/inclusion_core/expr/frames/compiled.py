"""Compiles nodes to columns of a frame: one method for each kind of node, one case for each."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator
from typing import Any, assert_never

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.frames import columns as c
from inclusion_core.expr.frames.calendar import MONTH, completed, months_after, months_of, moved
from inclusion_core.expr.frames.columns import CodeColumn, Days, Flag, Numbers, TruthColumn
from inclusion_core.expr.frames.comparisons import Months, folded, in_days, in_months
from inclusion_core.expr.frames.rows import PairT, Rows
from inclusion_core.truth import Truth


@attrs.define
class Compiled(Rows):
    """Rows for which nodes become columns; lists are left to :class:`.plan.Plan`.

    Attributes:
        held: Columns of the nodes worked out so far, and of days in months.
    """

    held: dict[Any, Any] = attrs.field(factory=dict, kw_only=True)

    @abstractmethod
    def reduced(self, node: nodes.Reduction) -> Any:
        """What a list comes to."""

    def truth(self, node: nodes.TruthNode) -> TruthColumn:
        """The column of a condition."""
        if node in self.held:
            return self.held[node]  # type: ignore[no-any-return]
        found = self._truth(node)
        if node in self.work.repeated and not isinstance(node, nodes.IsKnown):
            found = self.columns_of(found)
            self.held[node] = found
        return found

    def one_possible(
        self, asked: list[dict[nodes.TruthNode, frozenset[str]]], hops: frozenset[str]
    ) -> Flag:
        """Whether what one of several lists asks along some links holds, or may hold."""
        found: Flag = False
        for parts in asked:
            along = [part for part, its in parts.items() if its == hops]
            every: Flag = True
            for part in along:
                every = c.both(every, self.possible(part))
            found = c.either(found, every)
        return found

    def possible(self, node: nodes.TruthNode) -> Flag:
        """Whether a condition holds or may hold: the cheapest way to ask it of many rows."""
        if node in self.held:
            return c.perhaps(self.held[node])
        return c.perhaps(self.truth(node))

    def _truth(self, node: nodes.TruthNode) -> TruthColumn:
        match node:
            case nodes.NotAfter(left, right):
                if self._surely_after_all(left, right):
                    return c.TRUTHS[Truth.NO]
                return self._not_after(folded(node, self.work.parameters))
            case nodes.AtMost():
                return self._at_most(node)
            case nodes.IsIn(of, members):
                given = self.work.parameters
                listed = given.set_of_codes(members) if isinstance(members, str) else members
                return c.is_in(self.code(of), listed)
            case nodes.IsKnown():
                return self.is_known(node)
            case nodes.Not(of):
                return c.opposite(self.truth(of))
            case nodes.AllOf():
                return c.conjunction(self._until_no(self.work.beginnings.parts(node)))
            case nodes.AnyOf():
                return c.disjunction(map(self.truth, self.work.beginnings.parts(node)))
            case nodes.AtLeast(n, of):
                return c.at_least(n, [self.truth(each) for each in of])
            case nodes.Exists():
                return self.reduced(node)  # type: ignore[no-any-return]
            case nodes.Named(_, of):
                return self.truth(of)
            case _:
                assert_never(node)

    def _until_no(self, of: tuple[nodes.TruthNode, ...]) -> Iterator[TruthColumn]:
        for each in of:
            truth = self.truth(each)
            yield truth
            if truth.possible is False:
                return

    def _surely_after_all(self, left: nodes.DayNode, right: nodes.DayNode) -> bool:
        """Whether a day is after one that is the same in every row, and is to be the first."""
        if not isinstance(right, nodes.Extreme) or right.last:
            return False
        given = [
            each for each in right.of if isinstance(each, (nodes.DayLiteral, nodes.DayParameter))
        ]
        return any(c.compared(self.day(left), self.day(each)).possible is False for each in given)

    def _not_after(self, node: nodes.NotAfter) -> TruthColumn:
        by_months = in_months(node, self.work.moves)
        if by_months is None:
            return c.compared(self.day(node.left), self.day(node.right))
        lo, hi = self.months(by_months.right)
        further = by_months.months * MONTH
        low = lo + further
        moved_on = Numbers(low, low if lo is hi else hi + further)
        return c.compared(self.months(by_months.left), moved_on)

    def _at_most(self, node: nodes.AtMost) -> TruthColumn:
        by_days = in_days(node, self.work.parameters)
        if by_days is not node:
            return self.truth(by_days)
        return c.compared(self.number(node.left), self.number(node.right))

    def months(self, node: Months) -> Numbers:
        """The two columns of a day as a number of months and days."""
        return self._held_pair(node, lambda: self._months(node))

    def _months(self, node: Months) -> Numbers:
        lo, hi = self.day(node.of)
        low = months_of(lo, is_moved=node.moved)
        return Numbers(low, low if lo is hi else months_of(hi, is_moved=node.moved))

    def day(self, node: nodes.DayNode) -> Days:
        """The two columns of a day."""
        match node:
            case nodes.DayField(row, name):
                return self.day_field(row, name)
            case nodes.DayLiteral(day):
                return Days(day, day)
            case nodes.DayParameter(name):
                given = self.work.parameters.day(name)
                return Days(given, given)
            case nodes.Shifted():
                return self._held_pair(node, lambda: self._shifted(node))
            case nodes.Extreme(several, last):
                return self._held_pair(node, lambda: self._extreme(several, last=last))
            case nodes.RelatedDay():
                return self.reduced(node)  # type: ignore[no-any-return]
            case _:
                assert_never(node)

    def code(self, node: nodes.CodeNode) -> CodeColumn:
        """The column of a code."""
        match node:
            case nodes.CodeField(row, name):
                return self.code_field(row, name)
            case nodes.OnlyCode() | nodes.LatestCode():
                return self.reduced(node)  # type: ignore[no-any-return]
            case _:
                assert_never(node)

    def number(self, node: nodes.NumberNode) -> Numbers:
        """The two columns of a number."""
        match node:
            case nodes.NumberField(row, name):
                return self.number_field(row, name)
            case nodes.NumberLiteral(number):
                return Numbers(number, number)
            case nodes.NumberParameter(name):
                given = self.work.parameters.number(name)
                return Numbers(given, given)
            case nodes.Count() | nodes.Sum():
                return self.reduced(node)  # type: ignore[no-any-return]
            case nodes.CompletedYears():
                return self._held_pair(node, lambda: self._years(node))
            case _:
                assert_never(node)

    def _shifted(self, node: nodes.Shifted) -> Days:
        lo, hi = self.columns_of(self.day(node.of))
        by_months = months_after(self.frame.implementation)

        def move(end: c.DayColumn) -> c.DayColumn:
            return moved(end, node.months, node.days, by_months, term=node.term)

        low = move(lo)
        return Days(low, low if lo is hi else move(hi))

    def _extreme(self, of: tuple[nodes.DayNode, ...], *, last: bool) -> Days:
        choose = c.larger if last else c.smaller
        lo, hi = self.columns_of(self.day(of[0]))
        for node in of[1:]:
            other = self.columns_of(self.day(node))
            low = choose(lo, other.lo)
            exact = lo is hi and other.exact
            lo, hi = self.columns_of(Days(low, low if exact else choose(hi, other.hi)))
        return Days(lo, hi)

    def _years(self, node: nodes.CompletedYears) -> Numbers:
        born, judged = self.columns_of(self.day(node.since)), self.columns_of(self.day(node.on))
        return Numbers(
            completed(born.hi, judged.lo, node.leap_day),
            completed(born.lo, judged.hi, node.leap_day),
        )

    def _held_pair(self, node: nodes.Node | Months, work_out: Callable[[], PairT]) -> PairT:
        if node not in self.held:
            self.held[node] = self.columns_of(work_out())
        found: PairT = self.held[node]
        return found

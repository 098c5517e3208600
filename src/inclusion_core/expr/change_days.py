"""The days on which a condition changes for a record while the day of the question moves.

Nothing else happens meanwhile: the records are read as things stand. No day is walked through.
A day either stays or follows the day of the question and never turns back, so the days on which
one overtakes another are found by bisection; where one is taken from a list, the days on which
records enter or leave the list are found in the same way. Only on such days is the condition read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import product
from typing import Any, TypeAlias, assert_never

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.handles import Condition
from inclusion_core.expr.moves import STAYS, Moves, Parts, moved
from inclusion_core.expr.objects import ObjectReader, years
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.expr.rows import CASE
from inclusion_core.expr.sweeping import Sweep, checked_for_sweeping
from inclusion_core.fields import Record
from inclusion_core.periods import LeapDay
from inclusion_core.truth import Truth

__all__ = ["Change", "ChangeReader", "checked_for_sweeping"]

_Rows: TypeAlias = dict[str, Any]
"""What the rows of an expression stand for, by name; the reader of objects looks inside."""


@attrs.frozen
class Change:
    """What a condition comes to from a day on, until the next change.

    ``repr`` shows neither: both tell of a client.
    """

    on: date = attrs.field(repr=False)
    truth: Truth = attrs.field(repr=False)


class ChangeReader(ObjectReader):
    """Reads when conditions change, about one record at a time.

    Args:
        records: All records that a condition may reach.
        sweep: The days over which the day of the question moves.
        parameter: The day parameter that it is.
        parameters: What else the asker gives by name.
    """

    def __init__(
        self,
        records: Records,
        *,
        sweep: Sweep,
        parameter: str = "judged_on",
        parameters: Parameters | None = None,
    ) -> None:
        super().__init__(records, parameters=parameters)
        self.sweep = sweep
        self.swept: nodes.DayParameter = nodes.DayParameter(parameter)
        self._following: dict[nodes.Node, bool] = {}

    def changes(self, condition: Condition | nodes.TruthNode, record: Record) -> tuple[Change, ...]:
        """What a condition comes to on the first day, and then each day on which that changes.

        Raises:
            ExpressionError: Its changes cannot be found, it is nested too deep, or it mentions a
                row that it does not bind.
            UnknownNameError: It names a field, link or parameter that is not there.
        """
        node = condition.node if isinstance(condition, Condition) else condition
        rows = {CASE: record}
        return tuple(self._course(self._checked(node), rows, self._of_clauses(node, rows)))

    def _checked(self, node: nodes.NodeT) -> nodes.NodeT:
        checked_for_sweeping(super()._checked(node), self.swept.name)
        return node

    def _course(self, node: nodes.TruthNode, rows: _Rows, days: Iterable[date]) -> list[Change]:
        """The changes among some days, and before them the state on the first day of all."""
        course: list[Change] = []
        for day in (self.sweep.first_day, *sorted(set(days))):
            asked = {**self.parameters.days, self.swept.name: day}
            self.parameters: Parameters = attrs.evolve(self.parameters, days=asked)
            truth = self._truth(node, rows)
            if not course or truth is not course[-1].truth:
                course.append(Change(day, truth))
        return course

    # The days on which a value may change: one method for each kind of node.

    def _of_clauses(self, node: nodes.TruthNode, rows: _Rows) -> Iterator[date]:
        """The days on which a part of a condition changes; each part is read by itself."""
        match node:
            case nodes.Not(of) | nodes.Named(_, of):
                yield from self._of_clauses(of, rows)
            case nodes.AllOf(of) | nodes.AnyOf(of) | nodes.AtLeast(_, of):
                for each in of:
                    yield from self._of_clauses(each, rows)
            case _ if self._follows(node):
                changes = self._course(node, rows, self._of_truth(node, rows))
                yield from (change.on for change in changes[1:])
            case _:
                return

    def _of_truth(self, node: nodes.TruthNode, rows: _Rows) -> Iterator[date]:
        match node:
            case nodes.NotAfter(left, right):
                yield from self.sweep.meetings(self._parts(left, rows), self._parts(right, rows))
            case nodes.AtMost(left, right):
                yield from self._of_number(left, rows)
                yield from self._of_number(right, rows)
            case nodes.IsIn(of):
                yield from self._of_code(of, rows)
            case nodes.IsKnown():
                return
            case nodes.Not(of) | nodes.Named(_, of):
                yield from self._of_truth(of, rows)
            case nodes.AllOf(of) | nodes.AnyOf(of) | nodes.AtLeast(_, of):
                for each in of:
                    yield from self._of_truth(each, rows)
            case nodes.Exists(related):
                yield from self._of_list(related, rows)
            case _:
                assert_never(node)

    def _of_code(self, node: nodes.CodeNode, rows: _Rows) -> Iterator[date]:
        if isinstance(node, nodes.CodeField):
            return
        yield from self._of_list(node.related, rows)
        inside = list(self._inside(node.related, rows))
        for each in inside:
            yield from self._of_code(node.value, each)
        if isinstance(node, nodes.LatestCode):
            by = Parts.together(self._parts(node.by, each) for each in inside)
            yield from self.sweep.meetings(by, by)

    def _of_number(self, node: nodes.NumberNode, rows: _Rows) -> Iterator[date]:
        match node:
            case nodes.NumberField() | nodes.NumberLiteral() | nodes.NumberParameter():
                return
            case nodes.Count(related):
                yield from self._of_list(related, rows)
            case nodes.Sum(related, value):
                yield from self._of_list(related, rows)
                for each in self._inside(related, rows):
                    yield from self._of_number(value, each)
            case nodes.CompletedYears():
                yield from self._of_years(node, rows)
            case _:
                assert_never(node)

    def _of_years(self, node: nodes.CompletedYears, rows: _Rows) -> Iterator[date]:
        since, on = self._parts(node.since, rows), self._parts(node.on, rows)
        yield from since.kinks | on.kinks
        for day, moves in product(since.fixed, on.moves):
            yield from self.sweep.climbs(partial(_older, day, moves, node.leap_day))
        for day, moves in product(on.fixed, since.moves):
            yield from self.sweep.climbs(partial(_younger, day, moves, node.leap_day))

    def _parts(self, node: nodes.DayNode, rows: _Rows) -> Parts:
        match node:
            case _ if not self._follows(node):
                return Parts(fixed=frozenset(self._day(node, rows)))
            case nodes.Shifted(of):
                return self._parts(of, rows).shifted(node)
            case nodes.Extreme(of):
                return Parts.together(self._parts(each, rows) for each in of)
            case nodes.RelatedDay(related, value):
                list_itself = Parts(kinks=frozenset(self._of_list(related, rows)))
                inside = self._inside(related, rows)
                return Parts.together([list_itself, *(self._parts(value, each) for each in inside)])
            case _:  # nothing else can follow it but the day of the question itself
                return Parts(moves=frozenset({STAYS}))

    # Lists.

    def _of_list(self, related: nodes.Related, rows: _Rows) -> Iterator[date]:
        """The days on which a record may enter or leave a list."""
        if self._follows(related.where):
            for each in self._inside(related, rows):
                yield from self._of_truth(related.where, each)

    def _inside(self, related: nodes.Related, rows: _Rows) -> Iterator[_Rows]:
        """The rows, once for each record that may belong to a list on some day."""
        for row in self._listed(related, self._row(related.owner, rows), rows):
            yield {**rows, related.variable.name: row}

    def _follows(self, node: nodes.Node) -> bool:
        """Whether a node mentions the day of the question."""
        if node not in self._following:
            self._following[node] = any(part == self.swept for part in nodes.walk(node))
        return self._following[node]


def _older(since: date, moves: Moves, leap_day: LeapDay, on: date) -> int:
    """The years completed since a day, on one that moves."""
    return years(since, moved(on, moves), leap_day)


def _younger(until: date, moves: Moves, leap_day: LeapDay, since: date) -> int:
    """The years completed until a day since one that moves; the later that is, the fewer."""
    return -years(moved(since, moves), until, leap_day)

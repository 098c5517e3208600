"""A third reader, naive on purpose: plain recursion over nodes, plain loops over all records.

It knows no index, no join and no sentinel day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from math import inf
from typing import Any, TypeAlias, assert_never

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.schema import Field, Schema
from inclusion_core.fields import Record
from inclusion_core.values import ABSENT, PartialDay, Unknown
from kernel_lab.measures import (
    COUNT_MOST,
    SUM_MOST,
    Code,
    Days,
    Kleene,
    Numbers,
    agreed,
    at_least,
    at_most,
    shifted,
    years,
)

World: TypeAlias = Mapping[str, Sequence[Record]]
"""All records by the name of their type."""


@attrs.frozen
class Real:
    """A row that is a record."""

    record_type: str
    record: Record


@attrs.frozen
class Missing:
    """A record that another one names and that is not among the records."""

    record_type: str
    key: str


@attrs.frozen
class Possible:
    """A record of which nothing is known but the day before which none of its days lies."""

    record_type: str
    not_before: float = -inf


RowValue: TypeAlias = Real | Missing | Possible
Scope: TypeAlias = Mapping[nodes.Variable, RowValue]
Member: TypeAlias = tuple[Scope, Kleene, RowValue]


@attrs.frozen(kw_only=True)
class Oracle:
    """Reads expressions about the records of a world.

    Attributes:
        known_on: Day through which the world is known; ``None``: as things stand.
    """

    schema: Schema
    world: World
    days: Mapping[str, date]
    numbers: Mapping[str, int]
    codes: Mapping[str, frozenset[str]]
    known_on: date | None = None

    def scope(self, record: Record) -> Scope:
        """What an expression about a record sees first."""
        record_type = self.schema.type_of(record).name
        return {nodes.Variable(record_type, "case"): Real(record_type, record)}

    # Rows and lists.

    def row(self, node: nodes.RowNode, scope: Scope) -> RowValue:
        if isinstance(node, nodes.Variable):
            return scope[node]
        start = self.row(node.row, scope)
        link = self.schema[start.record_type].link(node.link)
        if not isinstance(start, Real):
            return Possible(link.to)
        key = getattr(start.record, link.field)
        for record in self.world[link.to]:
            if record.id == key:
                return Real(link.to, record)
        return Missing(link.to, key)

    def members(self, related: nodes.Related, scope: Scope) -> list[Member]:
        """The records that belong to the list surely (true) or perhaps (none)."""
        found: list[Member] = []
        for row in self.listed(related, scope):
            inner = {**scope, related.variable: row}
            belongs = self.truth(related.where, inner)
            if belongs and isinstance(row, Possible):
                belongs = None
            if belongs is not False:
                found.append((inner, belongs, row))
        return found

    def listed(self, related: nodes.Related, scope: Scope) -> Iterator[RowValue]:
        owner = self.row(related.owner, scope)
        to = self.schema.hop(owner.record_type, related.path)
        if isinstance(owner, Possible):
            yield Possible(to)
            return
        keys = [owner.record.id if isinstance(owner, Real) else owner.key]
        here, records = owner.record_type, list[Record]()
        for name in related.path:
            link = self.schema[here].link(name)
            records = [
                record for record in self.world[link.to] if getattr(record, link.field) in keys
            ]
            here, keys = link.to, [record.id for record in records]
        for record in records:
            yield Real(to, record)
        through = self.complete_through(related, scope)
        if through < inf:
            yield Possible(to, through + 1)

    def complete_through(self, related: nodes.Related, scope: Scope) -> float:
        ends = [inf]
        if self.known_on is not None:
            ends.append(self.known_on.toordinal())
        if related.complete_through is not None:
            ends.append(self.day(related.complete_through, scope)[0])
        return min(ends)

    # Fields.

    def field(self, node: nodes.FieldNode, scope: Scope) -> tuple[RowValue, Field, Any]:
        row = self.row(node.row, scope)
        field = self.schema[row.record_type].field(node.name)
        return row, field, getattr(row.record, node.name) if isinstance(row, Real) else None

    # Days.

    def day(self, node: nodes.DayNode, scope: Scope) -> Days:
        match node:
            case nodes.DayField():
                return self.day_field(node, scope)
            case nodes.DayLiteral():
                return node.day.toordinal(), node.day.toordinal()
            case nodes.DayParameter():
                return self.days[node.name].toordinal(), self.days[node.name].toordinal()
            case nodes.Shifted():
                earliest, latest = self.day(node.of, scope)
                return shifted(earliest, node), shifted(latest, node)
            case nodes.Extreme():
                spans = [self.day(each, scope) for each in node.of]
                pick: Callable[..., float] = max if node.last else min
                return pick(span[0] for span in spans), pick(span[1] for span in spans)
            case nodes.RelatedDay():
                return self.last_day(node, scope) if node.last else self.first_day(node, scope)
            case _:
                assert_never(node)

    def day_field(self, node: nodes.DayField, scope: Scope) -> Days:
        row, _, value = self.field(node, scope)
        if isinstance(row, Possible):
            return row.not_before, inf
        if isinstance(row, Missing) or isinstance(value, Unknown):
            return -inf, inf
        if value is ABSENT:
            return (inf if self.known_on is None else self.known_on.toordinal() + 1), inf
        if isinstance(value, PartialDay):
            return value.earliest.toordinal(), value.latest.toordinal()
        return value.toordinal(), value.toordinal()

    def first_day(self, node: nodes.RelatedDay, scope: Scope) -> Days:
        earliest = latest = inf
        for inner, surely, _ in self.members(node.related, scope):
            span = self.day(node.value, inner)
            earliest = min(earliest, span[0])
            if surely:
                latest = min(latest, span[1])
        return earliest, latest

    def last_day(self, node: nodes.RelatedDay, scope: Scope) -> Days:
        spans = [
            (surely, self.day(node.value, inner))
            for inner, surely, _ in self.members(node.related, scope)
        ]
        sure = [span for surely, span in spans if surely]
        if sure:
            return max(span[0] for span in sure), max(span[1] for _, span in spans)
        return min((span[0] for _, span in spans), default=inf), inf

    # Codes.

    def code(self, node: nodes.CodeNode, scope: Scope) -> str | Code:
        match node:
            case nodes.CodeField():
                row, _, value = self.field(node, scope)
                if not isinstance(row, Real) or isinstance(value, Unknown):
                    return Code.UNKNOWN
                if value is ABSENT:
                    return Code.ABSENT
                return value.value if isinstance(value, Enum) else value
            case nodes.OnlyCode():
                members = self.members(node.related, scope)
                if not members:
                    return Code.ABSENT
                if not any(surely for _, surely, _ in members):
                    return Code.UNKNOWN
                return agreed([self.code_of(node.value, member) for member in members])
            case nodes.LatestCode():
                return self.latest_code(node, scope)
            case _:
                assert_never(node)

    def code_of(self, value: nodes.CodeNode, member: Member) -> str | Code:
        inner, _, row = member
        return Code.UNKNOWN if isinstance(row, Possible) else self.code(value, inner)

    def latest_code(self, node: nodes.LatestCode, scope: Scope) -> str | Code:
        candidates: list[tuple[Member, Days]] = []
        for member in self.members(node.related, scope):
            span = self.day(node.by, member[0])
            if span[0] < inf:
                candidates.append((member, span))
        if not candidates:
            return Code.ABSENT
        sure = [span for member, span in candidates if member[1] and span[1] < inf]
        if not sure:
            return Code.UNKNOWN
        surely_by = max(span[0] for span in sure)
        return agreed(
            [
                self.code_of(node.value, member)
                for member, span in candidates
                if span[1] >= surely_by
            ]
        )

    # Numbers.

    def number(self, node: nodes.NumberNode, scope: Scope) -> Numbers:
        match node:
            case nodes.NumberField():
                row, field, value = self.field(node, scope)
                if not isinstance(row, Real) or isinstance(value, Unknown):
                    return field.bounds.least, field.bounds.most
                return value, value
            case nodes.NumberLiteral():
                return node.number, node.number
            case nodes.NumberParameter():
                return self.numbers[node.name], self.numbers[node.name]
            case nodes.Count():
                members = self.members(node.related, scope)
                surely = sum(1 for _, sure, _ in members if sure)
                more = any(isinstance(row, Possible) for _, _, row in members)
                return surely, COUNT_MOST if more else len(members)
            case nodes.Sum():
                return self.sum(node, scope)
            case nodes.CompletedYears():
                since, on = self.day(node.since, scope), self.day(node.on, scope)
                return (
                    years(since[1], on[0], node.leap_day),
                    years(since[0], on[1], node.leap_day),
                )
            case _:
                assert_never(node)

    def sum(self, node: nodes.Sum, scope: Scope) -> Numbers:
        least = most = 0
        no_least = no_most = False
        for inner, surely, row in self.members(node.related, scope):
            low, high = self.number(node.value, inner)
            if isinstance(row, Possible):
                no_least, no_most = low < 0, high > 0
            else:
                least += low if surely else min(low, 0)
                most += high if surely else max(high, 0)
        return -SUM_MOST if no_least else least, SUM_MOST if no_most else most

    # Truths.

    def truth(self, node: nodes.TruthNode, scope: Scope) -> Kleene:
        match node:
            case nodes.NotAfter():
                return at_most(self.day(node.left, scope), self.day(node.right, scope))
            case nodes.AtMost():
                return at_most(self.number(node.left, scope), self.number(node.right, scope))
            case nodes.IsIn():
                return self.is_in(node, scope)
            case nodes.IsKnown():
                return self.is_known(node, scope)
            case nodes.Not():
                holds = self.truth(node.of, scope)
                return None if holds is None else not holds
            case nodes.Named():
                return self.truth(node.of, scope)
            case nodes.Exists():
                return at_least(1, [belongs for _, belongs, _ in self.members(node.related, scope)])
            case nodes.AllOf() | nodes.AnyOf() | nodes.AtLeast():
                return self.counted(node, [self.truth(each, scope) for each in node.of])
            case _:
                assert_never(node)

    def counted(
        self, node: nodes.AllOf | nodes.AnyOf | nodes.AtLeast, answers: list[Kleene]
    ) -> Kleene:
        match node:
            case nodes.AllOf():
                return at_least(len(answers), answers)
            case nodes.AnyOf():
                return at_least(1, answers)
            case nodes.AtLeast():
                return at_least(node.n, answers)

    def is_in(self, node: nodes.IsIn, scope: Scope) -> Kleene:
        code = self.code(node.of, scope)
        if code is Code.UNKNOWN:
            return None
        members = self.codes[node.members] if isinstance(node.members, str) else node.members
        return code in members

    def is_known(self, node: nodes.IsKnown, scope: Scope) -> Kleene:
        row, _, value = self.field(node.field, scope)
        if not isinstance(row, Real):
            return None
        if node.reason is not None:
            return isinstance(value, Unknown) and value.reason is node.reason
        return not isinstance(value, Unknown)

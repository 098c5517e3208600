"""Reads expressions on the records of one case: the definition of what every node means.

It is an interpreter, slow and plain, and the measure of every other reader. A day is read as an
interval of days, a number as an interval of numbers, a truth as one of three.

**As things stand** (``known_on=None``) an absent day is never, and lists hold what they hold.
**Known on a day**, an absent day may still come after it, and any list may hold one more record
after it: what is not there yet is then not *no*, but unknown. A record that another one names and
that is missing is a fault of the data, to be found by a check; it is not one that may still come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import Enum
from typing import Any, NamedTuple, TypeAlias, assert_never

import attrs

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import nodes
from inclusion_core.expr.handles import (
    CodeExpression,
    Condition,
    DayExpression,
    NumberExpression,
)
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.expr.rows import CASE
from inclusion_core.expr.schema import Field, Schema
from inclusion_core.fields import Record
from inclusion_core.periods import LeapDay, completed_years, months_after, term_from
from inclusion_core.truth import Truth, all_of, any_of, at_least
from inclusion_core.values import (
    ABSENT,
    ALWAYS,
    ANY_DAY,
    NEVER,
    NO_DAY,
    Absent,
    Day,
    DaySpan,
    Unknown,
    day_span,
)

__all__ = ["UNKNOWN_CODE", "Code", "NumberSpan", "ObjectReader", "UnknownCode"]

ONE_DAY = timedelta(days=1)


class UnknownCode(Enum):
    """The type of :data:`UNKNOWN_CODE`."""

    UNKNOWN_CODE = "unknown_code"


UNKNOWN_CODE = UnknownCode.UNKNOWN_CODE
"""A code that is not known, for whatever reason."""

Code: TypeAlias = str | Absent | UnknownCode
"""A code, that there is none, or that it is not known."""


class NumberSpan(NamedTuple):
    """A number as an interval, both ends inside."""

    least: int
    most: int


# What a row of an expression can stand for, besides a record.


@attrs.frozen
class _Missing:
    """A record that another one names and that is not there: only its key is known."""

    key: str


@attrs.frozen
class _Later:
    """One more record that a list may still hold: all its days lie in ``days``."""

    days: DaySpan


_NOTHING_KNOWN = _Later(ANY_DAY)
"""A record of which nothing is known, not even whether there is one."""

_Row: TypeAlias = Record | _Missing | _Later
_Rows: TypeAlias = dict[str, _Row]


class _Member(NamedTuple):
    """A record that belongs to a list, surely or perhaps; or one that may still come."""

    rows: _Rows
    sure: bool
    later: bool


class ObjectReader:
    """Reads expressions about one record at a time.

    Args:
        records: All records that the expression may reach.
        parameters: What the asker gives by name.
        known_on: The day up to which the records are known; ``None`` reads them as things stand.
    """

    def __init__(
        self,
        records: Records,
        *,
        parameters: Parameters | None = None,
        known_on: date | None = None,
    ) -> None:
        self.records = records
        self.parameters: Parameters = parameters or Parameters()
        self.known_on = known_on

    def truth(self, condition: Condition | nodes.TruthNode, record: Record) -> Truth:
        """Whether a condition holds for a record.

        Raises:
            ExpressionError: It is nested too deep, or mentions a row that it does not bind.
            UnknownNameError: It names a field, link or parameter that is not there.
        """
        node = condition.node if isinstance(condition, Condition) else condition
        return self._truth(self._checked(node), {CASE: record})

    def day(self, day: DayExpression | nodes.DayNode, record: Record) -> DaySpan:
        """The interval in which a day lies for a record; raises as :meth:`truth` does."""
        node = day.node if isinstance(day, DayExpression) else day
        return self._day(self._checked(node), {CASE: record})

    def code(self, code: CodeExpression[Any] | nodes.CodeNode, record: Record) -> Code:
        """A code of a record; raises as :meth:`truth` does."""
        node = code.node if isinstance(code, CodeExpression) else code
        return self._code(self._checked(node), {CASE: record})

    def number(self, number: NumberExpression | nodes.NumberNode, record: Record) -> NumberSpan:
        """The interval in which a number lies for a record; raises as :meth:`truth` does."""
        node = number.node if isinstance(number, NumberExpression) else number
        return self._number(self._checked(node), {CASE: record})

    def _checked(self, node: nodes.NodeT) -> nodes.NodeT:
        """The node, once its depth is known to be bearable."""
        nodes.checked_depth(node)
        return node

    # One method for each kind of node, one case for each node.

    def _truth(self, node: nodes.TruthNode, rows: _Rows) -> Truth:
        match node:
            case nodes.NotAfter(left, right):
                return _not_after(self._day(left, rows), self._day(right, rows))
            case nodes.AtMost(left, right):
                return _at_most(self._number(left, rows), self._number(right, rows))
            case nodes.IsIn(of, members):
                return self._is_in(self._code(of, rows), members)
            case nodes.IsKnown():
                return self._is_known(node, rows)
            case nodes.Not(of):
                return ~self._truth(of, rows)
            case nodes.AllOf(of):
                return all_of(self._truth(each, rows) for each in of)
            case nodes.AnyOf(of):
                return any_of(self._truth(each, rows) for each in of)
            case nodes.AtLeast(n, of):
                return at_least(n, (self._truth(each, rows) for each in of))
            case nodes.Exists(related):
                sure = {member.sure for member in self._members(related, rows)}
                return Truth.of(True if True in sure else None if sure else False)
            case nodes.Named(_, of):
                return self._truth(of, rows)
            case _:
                assert_never(node)

    def _day(self, node: nodes.DayNode, rows: _Rows) -> DaySpan:
        match node:
            case nodes.DayField():
                return self._day_field(node, rows)
            case nodes.DayLiteral(day):
                return DaySpan(day, day)
            case nodes.DayParameter(name):
                given = self.parameters.day(name)
                return DaySpan(given, given)
            case nodes.Shifted(of):
                span = self._day(of, rows)
                return DaySpan(
                    *(shifted(each, node.months, node.days, term=node.term) for each in span)
                )
            case nodes.Extreme(of, last):
                choose = max if last else min
                spans = [self._day(each, rows) for each in of]
                return DaySpan(choose(s.earliest for s in spans), choose(s.latest for s in spans))
            case nodes.RelatedDay(related, value, last):
                members = list(self._members(related, rows))
                spans = [self._day(value, member.rows) for member in members]
                sure = [s for s, member in zip(spans, members, strict=True) if member.sure]
                return _last_day(spans, sure) if last else _first_day(spans, sure)
            case _:
                assert_never(node)

    def _code(self, node: nodes.CodeNode, rows: _Rows) -> Code:
        match node:
            case nodes.CodeField():
                return self._code_field(node, rows)
            case nodes.OnlyCode(related, value):
                members = list(self._members(related, rows))
                return self._agreed(value, members) if members else ABSENT
            case nodes.LatestCode(related, value, by):
                members = self._latest(by, list(self._members(related, rows)))
                return self._agreed(value, members) if members else ABSENT
            case _:
                assert_never(node)

    def _number(self, node: nodes.NumberNode, rows: _Rows) -> NumberSpan:
        match node:
            case nodes.NumberField():
                return self._number_field(node, rows)
            case nodes.NumberLiteral(number):
                return NumberSpan(number, number)
            case nodes.NumberParameter(name):
                given = self.parameters.number(name)
                return NumberSpan(given, given)
            case nodes.Count(related):
                members = list(self._members(related, rows))
                later = any(member.later for member in members)
                sure = sum(member.sure for member in members)
                return NumberSpan(sure, nodes.COUNT_MOST if later else len(members))
            case nodes.Sum(related, value):
                return self._sum(value, self._members(related, rows))
            case nodes.CompletedYears(since, on, leap_day):
                born, judged = self._day(since, rows), self._day(on, rows)
                return NumberSpan(
                    years(born.latest, judged.earliest, leap_day),
                    years(born.earliest, judged.latest, leap_day),
                )
            case _:
                assert_never(node)

    # Fields.

    def _row(self, node: nodes.RowNode, rows: _Rows) -> _Row:
        if isinstance(node, nodes.Variable):
            try:
                return rows[node.name]
            except KeyError:
                raise ExpressionError(
                    f"row {node.name!r} is used outside of the list that it goes through"
                ) from None
        start = self._row(node.row, rows)
        if not isinstance(start, Record):
            return _NOTHING_KNOWN
        link = self.records.schema.type_of(start).link(node.link)
        key = getattr(start, link.field)
        return self.records.find(link.to, key) or _Missing(key)

    def _field(self, node: nodes.FieldNode, record: Record) -> Field:
        return self.records.schema.type_of(record).field(node.name)

    def _day_field(self, node: nodes.DayField, rows: _Rows) -> DaySpan:
        row = self._row(node.row, rows)
        if not isinstance(row, Record):
            return row.days if isinstance(row, _Later) else ANY_DAY
        self._field(node, row)
        day: Day = getattr(row, node.name)
        if day is ABSENT and self.known_on is not None:
            return DaySpan(self.known_on + ONE_DAY, NEVER)
        return day_span(day)

    def _code_field(self, node: nodes.CodeField, rows: _Rows) -> Code:
        row = self._row(node.row, rows)
        if not isinstance(row, Record):
            return UNKNOWN_CODE
        self._field(node, row)
        code: Enum | str | Absent | Unknown = getattr(row, node.name)
        if isinstance(code, Unknown):
            return UNKNOWN_CODE
        if code is ABSENT or isinstance(code, str):
            return code
        return str(code.value)

    def _number_field(self, node: nodes.NumberField, rows: _Rows) -> NumberSpan:
        row = self._row(node.row, rows)
        record_type = self.records.schema[record_type_of(node.row, self.records.schema)]
        bounds = record_type.field(node.name).bounds
        number: int | Unknown | None = getattr(row, node.name) if isinstance(row, Record) else None
        if isinstance(number, int):
            return NumberSpan(number, number)
        return NumberSpan(bounds.least, bounds.most)

    def _is_known(self, node: nodes.IsKnown, rows: _Rows) -> Truth:
        row = self._row(node.field.row, rows)
        if not isinstance(row, Record):
            return Truth.UNKNOWN
        self._field(node.field, row)
        value: object = getattr(row, node.field.name)
        if node.reason is None:
            return Truth.of(not isinstance(value, Unknown))
        return Truth.of(isinstance(value, Unknown) and value.reason is node.reason)

    def _is_in(self, code: Code, members: frozenset[str] | str) -> Truth:
        listed = self.parameters.set_of_codes(members) if isinstance(members, str) else members
        if code is UNKNOWN_CODE:
            return Truth.UNKNOWN
        return Truth.of(code in listed)

    # Lists.

    def _members(self, related: nodes.Related, rows: _Rows) -> Iterator[_Member]:
        """The records of a list that meet its condition or may meet it."""
        owner = self._row(related.owner, rows)
        for row in self._listed(related, owner, rows):
            inside = {**rows, related.variable.name: row}
            holds = self._truth(related.where, inside)
            if holds is not Truth.NO:
                later = not isinstance(row, Record)
                yield _Member(inside, holds is Truth.YES and not later, later)

    def _listed(self, related: nodes.Related, owner: _Row, rows: _Rows) -> Iterator[_Row]:
        if isinstance(owner, _Later):
            yield _NOTHING_KNOWN
            return
        keys = [owner.key if isinstance(owner, _Missing) else owner.id]
        record_type = record_type_of(related.owner, self.records.schema)
        found: list[Record] = []
        for name in related.path:
            link = self.records.schema[record_type].link(name)
            if not link.many:
                raise ExpressionError(f"{name!r} is not a list", "read its fields directly")
            found = [r for key in keys for r in self.records.naming(link.to, link.field, key)]
            keys, record_type = [record.id for record in found], link.to
        yield from found
        later = self._later(related, rows)
        if later is not None:
            yield later

    def _later(self, related: nodes.Related, rows: _Rows) -> _Later | None:
        """The record that may still come after the day through which a list is complete."""
        through = NEVER if self.known_on is None else self.known_on
        if related.complete_through is not None:
            through = min(through, self._day(related.complete_through, rows).earliest)
        if through == NEVER:
            return None
        return _Later(DaySpan(ALWAYS if through == ALWAYS else through + ONE_DAY, NEVER))

    def _agreed(self, value: nodes.CodeNode, members: Sequence[_Member]) -> Code:
        """The one code of all members; unknown unless one surely belongs and all agree."""
        if not any(member.sure for member in members) or any(member.later for member in members):
            return UNKNOWN_CODE
        codes = {self._code(value, member.rows) for member in members}
        return codes.pop() if len(codes) == 1 else UNKNOWN_CODE

    def _latest(self, by: nodes.DayNode, members: Sequence[_Member]) -> list[_Member]:
        """The members that may be the latest; those whose day is never are not among them."""
        dated = [(self._day(by, member.rows), member) for member in members]
        candidates = [
            (span, member._replace(sure=member.sure and span.latest < NEVER))
            for span, member in dated
            if span.earliest < NEVER
        ]
        latest = max((span.earliest for span, member in candidates if member.sure), default=ALWAYS)
        return [member for span, member in candidates if span.latest >= latest]

    def _sum(self, value: nodes.NumberNode, members: Iterator[_Member]) -> NumberSpan:
        least = most = 0
        later = NumberSpan(0, 0)
        for member in members:
            number = self._number(value, member.rows)
            if member.later:
                later = number
            elif member.sure:
                least, most = least + number.least, most + number.most
            else:
                least, most = least + min(number.least, 0), most + max(number.most, 0)
        return NumberSpan(
            -nodes.SUM_MOST if later.least < 0 else least,
            nodes.SUM_MOST if later.most > 0 else most,
        )


def record_type_of(row: nodes.RowNode, schema: Schema) -> str:
    """The record type of what a row stands for."""
    if isinstance(row, nodes.Variable):
        return row.record_type
    return schema[record_type_of(row.row, schema)].link(row.link).to


def shifted(day: date, months: int, days: int, *, term: bool = False) -> date:
    """A day moved by months, to the end of a term of them, then by days; the infinities stay."""
    if day in (ALWAYS, NEVER):
        return day
    move = term_from if term else months_after
    return move(day, months) + timedelta(days=days)


def years(since: date, on: date, leap_day: LeapDay) -> int:
    """Completed years, also from and to the infinities."""
    if on == NEVER or since == ALWAYS:
        return nodes.YEARS_MOST
    if since == NEVER or on == ALWAYS:
        return -nodes.YEARS_MOST
    return completed_years(since, on, leap_day)


def _not_after(left: DaySpan, right: DaySpan) -> Truth:
    if left.latest <= right.earliest:
        return Truth.YES
    return Truth.NO if left.earliest > right.latest else Truth.UNKNOWN


def _at_most(left: NumberSpan, right: NumberSpan) -> Truth:
    if left.most <= right.least:
        return Truth.YES
    return Truth.NO if left.least > right.most else Truth.UNKNOWN


def _first_day(spans: Sequence[DaySpan], sure: Sequence[DaySpan]) -> DaySpan:
    if not spans:
        return NO_DAY
    return DaySpan(
        min(span.earliest for span in spans),
        min((span.latest for span in sure), default=NEVER),
    )


def _last_day(spans: Sequence[DaySpan], sure: Sequence[DaySpan]) -> DaySpan:
    if not spans:
        return NO_DAY
    if not sure:
        return DaySpan(min(span.earliest for span in spans), NEVER)
    return DaySpan(max(span.earliest for span in sure), max(span.latest for span in spans))

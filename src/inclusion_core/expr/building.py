"""Typed handles with which authors build expressions.

Python's operators make nodes: ``(age < 25) & status.is_in(REFUGEE)``. A handle holds a node and
gives only the operators that make sense for it, so that a type checker catches a day compared with
a number. A handle is never true or false: ``bool()`` of it raises.

Records are named by row handles: a class with one attribute for each field and link.

    class ClientRow(Row):
        record_type = "client"
        born_on = DayAttribute()
        statuses: ToMany[StatusRow] = ToMany(lambda: StatusRow)

    client = subject(ClientRow)
    client.statuses.where(lambda s: s.kind.is_in(REFUGEE)).earliest(lambda s: s.granted_on)

The lambda runs once, while the expression is built, with a handle for any one record of the list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import Enum
from itertools import count
from typing import Any, ClassVar, Generic, NoReturn, Self, TypeAlias, TypeVar

import attrs

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import nodes
from inclusion_core.periods import LeapDay
from inclusion_core.values import Reason

__all__ = [
    "JUDGED_ON",
    "Age",
    "CodeAttribute",
    "CodeExpression",
    "Condition",
    "DayAttribute",
    "DayExpression",
    "Expression",
    "Many",
    "NumberAttribute",
    "NumberExpression",
    "Row",
    "ToMany",
    "ToOne",
    "all_of",
    "any_of",
    "at_least",
    "codes_parameter",
    "completed_years",
    "day",
    "day_parameter",
    "days_after",
    "earliest_of",
    "latest_of",
    "months_after",
    "months_before",
    "number_parameter",
    "subject",
]

CASE = "case"
"""The name of the record that an expression is about."""

CodeT = TypeVar("CodeT", bound="Enum | str")
RowT = TypeVar("RowT", bound="Row")
OtherRowT = TypeVar("OtherRowT", bound="Row")
NodeT = TypeVar("NodeT", bound=nodes.Node)
HandleT = TypeVar("HandleT", bound="Expression[Any]")


@attrs.frozen(eq=False, order=False)
class Expression(Generic[NodeT]):
    """What every handle is: it holds a node, and has no truth of its own."""

    node: NodeT

    def at(self, on: DayExpression | date) -> Self:
        """The same expression, judged on another day than the one asked about.

        It is resolved here and now: every :data:`JUDGED_ON` inside becomes that day.
        """
        nodes.checked_depth(self.node)
        moved = nodes.rebuilt(self.node, {JUDGED_ON.node: _day_node(on)})
        return attrs.evolve(self, node=moved)

    def __bool__(self) -> NoReturn:
        raise TypeError("an expression is not true or false by itself: combine with & | ~")

    def __eq__(self, other: object) -> NoReturn:
        raise TypeError("compare codes with is_in(...), days and numbers with <= and >=")

    __hash__ = None  # type: ignore[assignment]  # an expression is no key; its node is


class Condition(Expression[nodes.TruthNode]):
    """Something that holds, does not hold, or is not known to hold."""

    def __and__(self, other: Condition) -> Condition:
        return all_of(self, other)

    def __or__(self, other: Condition) -> Condition:
        return any_of(self, other)

    def __invert__(self) -> Condition:
        if isinstance(self.node, nodes.Not):
            return Condition(self.node.of)
        return Condition(nodes.Not(self.node))

    def named(self, clause_id: str) -> Condition:
        """The same condition under an id of its own."""
        return Condition(nodes.Named(clause_id, self.node))


class DayExpression(Expression[nodes.DayNode]):
    """A day; the day of what does not happen is after every other."""

    def __le__(self, other: DayExpression | date) -> Condition:
        return Condition(nodes.NotAfter(self.node, _day_node(other)))

    def __ge__(self, other: DayExpression | date) -> Condition:
        return Condition(nodes.NotAfter(_day_node(other), self.node))

    def __lt__(self, other: DayExpression | date) -> Condition:
        return ~(self >= other)

    def __gt__(self, other: DayExpression | date) -> Condition:
        return ~(self <= other)

    def is_on(self, other: DayExpression | date) -> Condition:
        """Whether it is the same day."""
        return (self <= other) & (self >= other)

    def is_between(
        self, first_day: DayExpression | date, last_day: DayExpression | date
    ) -> Condition:
        """Whether it lies between two days, both inside."""
        return (self >= first_day) & (self <= last_day)

    def is_known(self) -> Condition:
        """Whether anything is recorded: a day, a part of one, or that there is none."""
        return _is_known(self.node, None)

    def is_unknown_because(self, reason: Reason) -> Condition:
        """Whether it is unknown for this reason."""
        return _is_known(self.node, reason)


class CodeExpression(Expression[nodes.CodeNode], Generic[CodeT]):
    """A code, compared with ``is_in`` alone."""

    def is_in(self, *members: CodeT | CodesParameter) -> Condition:
        """Whether it is one of these; an absent code is none of them."""
        parameters = [member.name for member in members if isinstance(member, CodesParameter)]
        codes = frozenset(
            _code(member) for member in members if not isinstance(member, CodesParameter)
        )
        sets: list[frozenset[str] | str] = [
            *parameters,
            *([codes] if codes or not parameters else []),
        ]
        return any_of(*(Condition(nodes.IsIn(self.node, each)) for each in sets))

    def is_known(self) -> Condition:
        """Whether anything is recorded: a code, or that there is none."""
        return _is_known(self.node, None)

    def is_unknown_because(self, reason: Reason) -> Condition:
        """Whether it is unknown for this reason."""
        return _is_known(self.node, reason)


class NumberExpression(Expression[nodes.NumberNode]):
    """A whole number."""

    def __le__(self, other: NumberExpression | int) -> Condition:
        return Condition(nodes.AtMost(self.node, _number_node(other)))

    def __ge__(self, other: NumberExpression | int) -> Condition:
        return Condition(nodes.AtMost(_number_node(other), self.node))

    def __lt__(self, other: NumberExpression | int) -> Condition:
        return ~(self >= other)

    def __gt__(self, other: NumberExpression | int) -> Condition:
        return ~(self <= other)

    def is_exactly(self, other: NumberExpression | int) -> Condition:
        """Whether it is that number."""
        return (self <= other) & (self >= other)

    def is_known(self) -> Condition:
        """Whether a number is recorded."""
        return _is_known(self.node, None)

    def is_unknown_because(self, reason: Reason) -> Condition:
        """Whether it is unknown for this reason."""
        return _is_known(self.node, reason)


class Age(NumberExpression):
    """Completed years; compared with a number of years it is one comparison of days.

    A person of *n* years or more was born on or before the day *n* years earlier. A person born
    on 29 February turns a year older on 1 March of a common year, or on 28 February where the
    expression says so.
    """

    def __ge__(self, other: NumberExpression | int) -> Condition:
        node = self.node
        if not isinstance(other, int) or not isinstance(node, nodes.CompletedYears):
            return super().__ge__(other)
        if node.leap_day is LeapDay.MARCH_1:
            return Condition(nodes.NotAfter(node.since, _shifted(node.on, months=-12 * other)))
        return Condition(nodes.NotAfter(_shifted(node.since, months=12 * other), node.on))

    def __le__(self, other: NumberExpression | int) -> Condition:
        if not isinstance(other, int):
            return super().__le__(other)
        return ~(self >= other + 1)


@attrs.frozen
class CodesParameter:
    """A set of codes that the asker gives by name."""

    name: str


def day(on: date) -> DayExpression:
    """A day that the author writes."""
    return DayExpression(nodes.DayLiteral(on))


def day_parameter(name: str) -> DayExpression:
    """A day that the asker gives by name."""
    return DayExpression(nodes.DayParameter(name))


def number_parameter(name: str) -> NumberExpression:
    """A whole number that the asker gives by name."""
    return NumberExpression(nodes.NumberParameter(name))


def codes_parameter(name: str) -> CodesParameter:
    """A set of codes that the asker gives by name: the members of the EU on a day."""
    return CodesParameter(name)


JUDGED_ON = day_parameter("judged_on")
"""The day that a question is asked about; :meth:`Expression.at` puts another in its place."""


def months_after(event: DayExpression | date, months: int) -> DayExpression:
    """The day so many months after an event, clipped to month end."""
    return DayExpression(_shifted(_day_node(event), months=months))


def months_before(on: DayExpression | date, months: int) -> DayExpression:
    """The day so many months before another, clipped to month end."""
    return DayExpression(_shifted(_day_node(on), months=-months))


def days_after(event: DayExpression | date, days: int) -> DayExpression:
    """The day so many days after an event; a negative number goes back."""
    return DayExpression(_shifted(_day_node(event), days=days))


def earliest_of(*days: DayExpression | date) -> DayExpression:
    """The first of several days."""
    return _extreme(days, last=False)


def latest_of(*days: DayExpression | date) -> DayExpression:
    """The last of several days; never, if one of them is never."""
    return _extreme(days, last=True)


def completed_years(
    since: DayExpression | date,
    on: DayExpression | date = JUDGED_ON,
    leap_day: LeapDay = LeapDay.MARCH_1,
) -> Age:
    """The years completed from one day to another: an age."""
    return Age(nodes.CompletedYears(_day_node(since), _day_node(on), leap_day))


def all_of(*conditions: Condition) -> Condition:
    """Whether every one of them holds."""
    parts = _flat(nodes.AllOf, conditions)
    return Condition(parts[0] if len(parts) == 1 else nodes.AllOf(parts))


def any_of(*conditions: Condition) -> Condition:
    """Whether one of them holds, or more."""
    parts = _flat(nodes.AnyOf, conditions)
    return Condition(parts[0] if len(parts) == 1 else nodes.AnyOf(parts))


def at_least(n: int, *conditions: Condition) -> Condition:
    """Whether so many of them hold, or more."""
    return Condition(nodes.AtLeast(n, tuple(_condition(each) for each in conditions)))


def _flat(
    joined: type[nodes.AllOf | nodes.AnyOf], conditions: Iterable[Condition]
) -> tuple[nodes.TruthNode, ...]:
    parts: list[nodes.TruthNode] = []
    for condition in conditions:
        node = _condition(condition)
        parts.extend(node.of if isinstance(node, joined) else (node,))
    return tuple(parts)


def _condition(condition: Condition) -> nodes.TruthNode:
    hint = "a comparison with == gives a plain bool: use is_in, is_on or is_exactly"
    return _checked(condition, Condition, "a condition", hint).node


def _extreme(days: tuple[DayExpression | date, ...], *, last: bool) -> DayExpression:
    if not days:
        raise ExpressionError("the first or last of no day", "name at least one")
    listed = tuple(dict.fromkeys(_day_node(each) for each in days))
    return DayExpression(listed[0] if len(listed) == 1 else nodes.Extreme(listed, last))


def _shifted(of: nodes.DayNode, *, months: int = 0, days: int = 0) -> nodes.DayNode:
    return nodes.Shifted(of, months, days) if months or days else of


def _day_node(of: DayExpression | date) -> nodes.DayNode:
    if isinstance(of, date) and not isinstance(of, datetime):
        return nodes.DayLiteral(of)
    return _checked(of, DayExpression, "a day").node


def _number_node(of: NumberExpression | int) -> nodes.NumberNode:
    if isinstance(of, int) and not isinstance(of, bool):
        return nodes.NumberLiteral(of)
    return _checked(of, NumberExpression, "a whole number").node


def _code_node(of: CodeExpression[Any]) -> nodes.CodeNode:
    return _checked(of, CodeExpression, "a code").node


def _checked(handle: object, kind: type[HandleT], said: str, hint: str = "") -> HandleT:
    """The handle, if it is of the kind that belongs here; type checkers say so before."""
    if not isinstance(handle, kind):
        raise ExpressionError(f"{said} is expected", hint or f"this is {type(handle).__name__}")
    return handle


def _code(member: Enum | str) -> str:
    return str(member.value) if isinstance(member, Enum) else member


def _is_known(node: nodes.Node, reason: Reason | None) -> Condition:
    if not isinstance(node, nodes.FieldNode):
        raise ExpressionError("only a field is known or unknown", "ask it of the field itself")
    return Condition(nodes.IsKnown(node, reason))


class Row:
    """A record in an expression; a subclass has an attribute for each field and link.

    Attributes:
        record_type: The name of the record type in the schema.
        row: The node behind the handle.
    """

    record_type: ClassVar[str]

    def __init__(self, row: nodes.RowNode) -> None:
        self.row = row


def subject(row: type[RowT]) -> RowT:
    """The handle of the record that an expression is about."""
    return row(nodes.Variable(row.record_type, CASE))


class _Attribute:
    def __set_name__(self, owner: type[Row], name: str) -> None:
        self.name = name


class DayAttribute(_Attribute):
    """A day of a record."""

    def __get__(self, row: Row, owner: type[Row]) -> DayExpression:
        return DayExpression(nodes.DayField(row.row, self.name))


class NumberAttribute(_Attribute):
    """A whole number of a record."""

    def __get__(self, row: Row, owner: type[Row]) -> NumberExpression:
        return NumberExpression(nodes.NumberField(row.row, self.name))


class CodeAttribute(_Attribute, Generic[CodeT]):
    """A code of a record; ``codes`` is the class of its members."""

    def __init__(self, codes: type[CodeT]) -> None:
        self.codes = codes

    def __get__(self, row: Row, owner: type[Row]) -> CodeExpression[CodeT]:
        return CodeExpression(nodes.CodeField(row.row, self.name))


class ToOne(_Attribute, Generic[RowT]):
    """The one record that a record names."""

    def __init__(self, to: Callable[[], type[RowT]]) -> None:
        self.to = to

    def __get__(self, row: Row, owner: type[Row]) -> RowT:
        return self.to()(nodes.Hop(row.row, self.name))


class ToMany(_Attribute, Generic[RowT]):
    """The records that name a record."""

    def __init__(self, to: Callable[[], type[RowT]]) -> None:
        self.to = to

    def __get__(self, row: Row, owner: type[Row]) -> Many[RowT]:
        return Many(row.row, (self.name,), self.to())


_FRESH = count()


@attrs.frozen
class _Said:
    """What was said of any one record of a list, and the variable that stood for the record."""

    of: nodes.Variable
    parts: tuple[nodes.Node, ...]

    def renamed(self, variable: nodes.Variable) -> tuple[Any, ...]:
        return nodes.rebuilt(self.parts, {self.of: variable})


@attrs.frozen(eq=False, order=False)
class Many(Generic[RowT]):
    """A list of records, to be narrowed and then reduced to a day, a code, a number or a truth."""

    owner: nodes.RowNode
    path: tuple[str, ...]
    row: type[RowT]
    conditions: tuple[_Said, ...] = ()
    complete: nodes.DayNode | None = None

    def where(self, condition: Callable[[RowT], Condition]) -> Many[RowT]:
        """Those of them for which the condition holds."""
        said = self._said(lambda row: (_condition(condition(row)),))
        return attrs.evolve(self, conditions=(*self.conditions, said))

    def on(self, day_: DayExpression | date = JUDGED_ON) -> Many[RowT]:
        """Those whose ``first_day`` to ``last_day``, both inside, covers a day."""

        def covers(row: RowT) -> Condition:
            first, last = (nodes.DayField(row.row, name) for name in ("first_day", "last_day"))
            return (DayExpression(first) <= day_) & (DayExpression(last) >= day_)

        return self.where(covers)

    def each(self, inner: Callable[[RowT], Many[OtherRowT]]) -> Many[OtherRowT]:
        """The lists of the records of this list, as one list: the services of all spells."""
        if self.conditions or self.complete is not None:
            raise ExpressionError("a narrowed list of lists", "narrow with where() after each()")
        between = self._fresh()
        found = inner(self.row(between))
        if found.owner != between:
            raise ExpressionError("each() must give a list of the record it is handed")
        said = [node for each in found.conditions for node in each.parts]
        if found.complete is not None:
            said.append(found.complete)
        if any(between in nodes.walk(node) for node in said):
            raise ExpressionError(
                "a condition on the record between two lists", "narrow with where() after each()"
            )
        return attrs.evolve(found, owner=self.owner, path=(*self.path, *found.path))

    def complete_through(self, on: DayExpression | date) -> Many[RowT]:
        """Say that the list is complete through a day only: later, more records may exist."""
        return attrs.evolve(self, complete=_day_node(on))

    def exist(self) -> Condition:
        """Whether there is one, or more."""
        return Condition(nodes.Exists(self._related()[0]))

    def for_all(self, condition: Callable[[RowT], Condition]) -> Condition:
        """Whether the condition holds for every one of them; of none, yes."""
        return ~self.where(lambda row: ~condition(row)).exist()

    def count(self) -> NumberExpression:
        """How many there are."""
        return NumberExpression(nodes.Count(self._related()[0]))

    def sum(self, number: Callable[[RowT], NumberExpression]) -> NumberExpression:
        """The sum of a number over them."""
        related, (value,) = self._related(lambda row: (_number_node(number(row)),))
        return NumberExpression(nodes.Sum(related, value))

    def earliest(self, on: Callable[[RowT], DayExpression]) -> DayExpression:
        """The first of their days; of none, never."""
        related, (value,) = self._related(lambda row: (_day_node(on(row)),))
        return DayExpression(nodes.RelatedDay(related, value, last=False))

    def latest(self, on: Callable[[RowT], DayExpression]) -> DayExpression:
        """The last of their days; of none, never."""
        related, (value,) = self._related(lambda row: (_day_node(on(row)),))
        return DayExpression(nodes.RelatedDay(related, value, last=True))

    def only(self, code: Callable[[RowT], CodeExpression[CodeT]]) -> CodeExpression[CodeT]:
        """The code on which they all agree; of none, absent; where they differ, unknown."""
        related, (value,) = self._related(lambda row: (_code_node(code(row)),))
        return CodeExpression(nodes.OnlyCode(related, value))

    def latest_code(
        self,
        code: Callable[[RowT], CodeExpression[CodeT]],
        by: Callable[[RowT], DayExpression],
    ) -> CodeExpression[CodeT]:
        """The code of the one with the latest day; of none, absent."""
        related, (value, latest) = self._related(
            lambda row: (_code_node(code(row)), _day_node(by(row)))
        )
        return CodeExpression(nodes.LatestCode(related, value, latest))

    def _fresh(self) -> nodes.Variable:
        return nodes.Variable(self.row.record_type, f"?{next(_FRESH)}")

    def _said(self, of: Callable[[RowT], tuple[nodes.Node, ...]]) -> _Said:
        """What a function says of any one record; each time another variable stands for it."""
        variable = self._fresh()
        said = _Said(variable, of(self.row(variable)))
        for node in said.parts:
            nodes.checked_depth(node)
        return said

    def _related(
        self, values: Callable[[RowT], tuple[nodes.Node, ...]] = lambda _: ()
    ) -> tuple[nodes.Related, tuple[Any, ...]]:
        """Close the list: its variable gets the name that its depth gives it."""
        value = self._said(values)
        inside = [node for said in (*self.conditions, value) for node in said.parts]
        depths = (int(v.name.removeprefix(EACH)) for n in inside for v in nodes.bound_variables(n))
        variable = nodes.Variable(self.row.record_type, f"{EACH}{max(depths, default=0) + 1}")
        where = all_of(
            *(Condition(node) for said in self.conditions for node in said.renamed(variable))
        )
        related = nodes.Related(self.owner, self.path, variable, where.node, self.complete)
        return related, value.renamed(variable)


EACH = "each"

Handle: TypeAlias = Condition | DayExpression | CodeExpression[Any] | NumberExpression

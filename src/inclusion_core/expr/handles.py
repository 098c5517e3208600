"""Handles of values: what authors combine with Python's operators.

``(age < 25) & status.is_in(REFUGEE)`` makes nodes. A handle holds a node and gives only the
operators that make sense for it, so that a type checker catches a day compared with a number; what
it misses is refused when the expression is built. A handle is never true or false: ``bool()`` of
it raises.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from typing import Any, ClassVar, Generic, Never, NoReturn, Self, TypeAlias, TypeVar

import attrs

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import nodes
from inclusion_core.expr.clauses import Clause
from inclusion_core.expr.renumbering import depth, renumbered
from inclusion_core.expr.spelled import shortly_spelled
from inclusion_core.periods import LeapDay
from inclusion_core.sources import Source
from inclusion_core.texts import Text
from inclusion_core.values import Reason

CodeT = TypeVar("CodeT", bound="Enum | str")
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
        other = day_node(on)
        moved = nodes.rebuilt(self.node, {JUDGED_ON.node: other})
        return attrs.evolve(self, node=renumbered(moved) if depth(other) else moved)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({shortly_spelled(self.node)})"

    def __bool__(self) -> NoReturn:
        raise TypeError("an expression is not true or false by itself: combine with & | ~")

    def __eq__(self, other: Never) -> NoReturn:  # type: ignore[override]  # checkers refuse it
        raise TypeError("compare codes with is_in(...), days and numbers with <= and >=")

    __hash__: ClassVar[None] = None  # type: ignore[assignment]  # its node is a key


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

    def named(self, clause_id: str, says: Text, source: Source | None = None) -> Condition:
        """The same condition as a clause of its own: explanations name it."""
        clause = Clause(id=clause_id, says=says, source=source)
        return Condition(nodes.Named(clause, self.node))


class DayExpression(Expression[nodes.DayNode]):
    """A day; the day of what does not happen is after every other."""

    def __le__(self, other: DayExpression | date) -> Condition:
        return Condition(nodes.NotAfter(self.node, day_node(other)))

    def __ge__(self, other: DayExpression | date) -> Condition:
        return Condition(nodes.NotAfter(day_node(other), self.node))

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


@attrs.frozen(eq=False, order=False, repr=False)
class CodeExpression(Expression[nodes.CodeNode], Generic[CodeT]):
    """A code, compared with ``is_in`` alone.

    Attributes:
        codes: The class of its members: an enumeration, or ``str`` for a list kept elsewhere.
    """

    codes: type[CodeT]

    def is_in(self, *members: CodeT | CodesParameter) -> Condition:
        """Whether it is one of these; an absent code is none of them."""
        for member in members:
            if not isinstance(member, CodesParameter) and type(member) is not self.codes:
                raise ExpressionError(
                    f"{type(member).__name__} is no code of this field",
                    f"its codes are of {self.codes.__name__}",
                )
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
        return Condition(nodes.AtMost(self.node, number_node(other)))

    def __ge__(self, other: NumberExpression | int) -> Condition:
        return Condition(nodes.AtMost(number_node(other), self.node))

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
    return DayExpression(_shifted(day_node(event), months=months))


def months_before(on: DayExpression | date, months: int) -> DayExpression:
    """The day so many months before another, clipped to month end."""
    return DayExpression(_shifted(day_node(on), months=-months))


def term_from(first_day: DayExpression | date, months: int) -> DayExpression:
    """The last day of a term of months that begins with a day: six months of a programme.

    Raises:
        ExpressionError: Less than a month is no term.
    """
    if months < 1:
        raise ExpressionError(f"{months} months are no term", "give 1 or more")
    return DayExpression(nodes.Shifted(day_node(first_day), months=months, term=True))


def days_after(event: DayExpression | date, days: int) -> DayExpression:
    """The day so many days after an event; a negative number goes back."""
    return DayExpression(_shifted(day_node(event), days=days))


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
    return Age(nodes.CompletedYears(day_node(since), day_node(on), leap_day))


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
    return Condition(nodes.AtLeast(n, tuple(condition_node(each) for each in conditions)))


def _flat(
    joined: type[nodes.AllOf | nodes.AnyOf], conditions: Iterable[Condition]
) -> tuple[nodes.TruthNode, ...]:
    parts: list[nodes.TruthNode] = []
    for condition in conditions:
        node = condition_node(condition)
        parts.extend(node.of if isinstance(node, joined) else (node,))
    return tuple(parts)


def condition_node(condition: Condition) -> nodes.TruthNode:
    """The node of a condition."""
    hint = "a comparison with == gives a plain bool: use is_in, is_on or is_exactly"
    return _checked(condition, Condition, "a condition", hint).node


def _extreme(days: tuple[DayExpression | date, ...], *, last: bool) -> DayExpression:
    if not days:
        raise ExpressionError("the first or last of no day", "name at least one")
    listed = tuple(dict.fromkeys(day_node(each) for each in days))
    return DayExpression(listed[0] if len(listed) == 1 else nodes.Extreme(listed, last))


def _shifted(of: nodes.DayNode, *, months: int = 0, days: int = 0) -> nodes.DayNode:
    return nodes.Shifted(of, months, days) if months or days else of


def day_node(of: DayExpression | date) -> nodes.DayNode:
    """The node of a day, or of a day that the author writes."""
    if isinstance(of, date) and not isinstance(of, datetime):
        return nodes.DayLiteral(of)
    return _checked(of, DayExpression, "a day").node


def number_node(of: NumberExpression | int) -> nodes.NumberNode:
    """The node of a number, or of a number that the author writes."""
    if isinstance(of, int) and not isinstance(of, bool):
        return nodes.NumberLiteral(of)
    return _checked(of, NumberExpression, "a whole number").node


def code_node(of: CodeExpression[Any]) -> nodes.CodeNode:
    """The node of a code."""
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


Handle: TypeAlias = Condition | DayExpression | CodeExpression[Any] | NumberExpression
"""What a reader can be asked for."""

"""The closed set of nodes of which every expression is made.

Nodes are plain frozen values: two expressions are equal when they are built alike. Authors do not
touch them (``handles`` and ``rows`` are for authors), readers match on them and prove with
``assert_never`` that none is left out.

Everything else is sugar: ``<`` is *not (not after)*, an age is a comparison of days, *on a day* is
two comparisons, *for all* is *no record that is not*.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, TypeAlias, TypeVar, cast
from weakref import WeakValueDictionary

import attrs

from inclusion_core.errors import ExpressionError
from inclusion_core.expr.clauses import Clause
from inclusion_core.periods import LeapDay
from inclusion_core.values import Reason

# Rows: what a field is a field of.


@attrs.frozen(cache_hash=True)
class Variable:
    """The record that an expression is about, or one record of a list while it is gone through.

    Attributes:
        record_type: Its type.
        name: ``case`` for the record asked about; ``each1``, ``each2`` ... for records of lists,
            numbered from the innermost, so that expressions built alike are equal.
    """

    record_type: str
    name: str


@attrs.frozen(cache_hash=True)
class Hop:
    """The one record that another one names: the client of a participation."""

    row: RowNode
    link: str


RowNode: TypeAlias = Variable | Hop


@attrs.frozen(cache_hash=True)
class Related:
    """The records of a list that meet a condition.

    Attributes:
        owner: Whose list.
        path: The list by name; several names lead through lists of lists.
        variable: What stands for one record of it.
        where: The condition.
        complete_through: Through which day the list is complete; beyond it one more record may
            exist. ``None``: as far as the data are known.
    """

    owner: RowNode
    path: tuple[str, ...]
    variable: Variable
    where: TruthNode
    complete_through: DayNode | None = None


# Days.


@attrs.frozen(cache_hash=True)
class DayField:
    """A day that a record holds."""

    row: RowNode
    name: str


@attrs.frozen(cache_hash=True)
class DayLiteral:
    """A day that the author wrote."""

    day: date


@attrs.frozen(cache_hash=True)
class DayParameter:
    """A day that the asker gives: the day judged at, the last day of the period."""

    name: str


@attrs.frozen(cache_hash=True)
class Shifted:
    """A day moved by months, clipped to month end, or by days; never (and always) stay.

    Attributes:
        of: The day.
        months: Whole months, added once.
        days: Days, added after the months.
        term: The months are a term that begins with the day: its last day is the one before the
            same day of the month, or the end of a month that has no such day.
    """

    of: DayNode
    months: int = 0
    days: int = 0
    term: bool = False


@attrs.frozen(cache_hash=True)
class Extreme:
    """The first or the last of several days."""

    of: tuple[DayNode, ...]
    last: bool


@attrs.frozen(cache_hash=True)
class RelatedDay:
    """The first or the last day over related records; over none, never."""

    related: Related
    value: DayNode
    last: bool


DayNode: TypeAlias = DayField | DayLiteral | DayParameter | Shifted | Extreme | RelatedDay


# Codes.


@attrs.frozen(cache_hash=True)
class CodeField:
    """A code that a record holds."""

    row: RowNode
    name: str


@attrs.frozen(cache_hash=True)
class OnlyCode:
    """The code on which all related records agree.

    Over no record it is absent; where records differ, or one of them only may belong, unknown.
    """

    related: Related
    value: CodeNode


@attrs.frozen(cache_hash=True)
class LatestCode:
    """The code of the related record with the latest day.

    Over no record it is absent; where two records may be the latest and differ, unknown.
    """

    related: Related
    value: CodeNode
    by: DayNode


CodeNode: TypeAlias = CodeField | OnlyCode | LatestCode


# Numbers.


@attrs.frozen(cache_hash=True)
class NumberField:
    """A whole number that a record holds."""

    row: RowNode
    name: str


@attrs.frozen(cache_hash=True)
class NumberLiteral:
    """A whole number that the author wrote."""

    number: int


@attrs.frozen(cache_hash=True)
class NumberParameter:
    """A whole number that the asker gives."""

    name: str


@attrs.frozen(cache_hash=True)
class Count:
    """How many related records there are."""

    related: Related


@attrs.frozen(cache_hash=True)
class Sum:
    """The sum of a number over related records."""

    related: Related
    value: NumberNode


@attrs.frozen(cache_hash=True)
class CompletedYears:
    """The years that have passed from one day to another: an age."""

    since: DayNode
    on: DayNode
    leap_day: LeapDay = LeapDay.MARCH_1


NumberNode: TypeAlias = NumberField | NumberLiteral | NumberParameter | Count | Sum | CompletedYears


# Truths.


@attrs.frozen(cache_hash=True)
class NotAfter:
    """The one comparison of days: the left one is not after the right one."""

    left: DayNode
    right: DayNode


@attrs.frozen(cache_hash=True)
class AtMost:
    """The one comparison of numbers: the left one is not more than the right one."""

    left: NumberNode
    right: NumberNode


@attrs.frozen(cache_hash=True)
class IsIn:
    """A code is one of a set; an absent code is in none.

    Attributes:
        of: The code.
        members: The set, or the name of a parameter that holds it.
    """

    of: CodeNode
    members: frozenset[str] | str


@attrs.frozen(cache_hash=True)
class IsKnown:
    """A field holds an answer: a value, or that there is none.

    Attributes:
        field: The field.
        reason: Asks instead whether it is unknown for this reason.
    """

    field: FieldNode
    reason: Reason | None = None


@attrs.frozen(cache_hash=True)
class Not:
    """The opposite."""

    of: TruthNode


@attrs.frozen(cache_hash=True)
class AllOf:
    """Every one of them; of none, yes."""

    of: tuple[TruthNode, ...]


@attrs.frozen(cache_hash=True)
class AnyOf:
    """One of them or more; of none, no."""

    of: tuple[TruthNode, ...]


@attrs.frozen(cache_hash=True)
class AtLeast:
    """So many of them, or more."""

    n: int
    of: tuple[TruthNode, ...]


@attrs.frozen(cache_hash=True)
class Exists:
    """There is such a record."""

    related: Related


@attrs.frozen(cache_hash=True)
class Named:
    """A condition that is a clause: explanations and boundary tests hang on its id."""

    clause: Clause
    of: TruthNode


TruthNode: TypeAlias = (
    NotAfter | AtMost | IsIn | IsKnown | Not | AllOf | AnyOf | AtLeast | Exists | Named
)

FieldNode: TypeAlias = DayField | CodeField | NumberField
Reduction: TypeAlias = RelatedDay | OnlyCode | LatestCode | Count | Sum | Exists
Node: TypeAlias = DayNode | CodeNode | NumberNode | TruthNode | RowNode | Related

NO_CONDITION = AllOf(())

COUNT_MOST = 10**9
"""Upper end of a count to which more records may still come."""
SUM_MOST = 10**15
"""Ends of a sum to which more records may still come."""
YEARS_MOST = 10_000
"""The years completed since, or until, a day that is infinitely far."""

NODE_CLASSES = frozenset(
    {
        *(Variable, Hop, Related),
        *(DayField, DayLiteral, DayParameter, Shifted, Extreme, RelatedDay),
        *(CodeField, OnlyCode, LatestCode),
        *(NumberField, NumberLiteral, NumberParameter, Count, Sum, CompletedYears),
        *(NotAfter, AtMost, IsIn, IsKnown, Not, AllOf, AnyOf, AtLeast, Exists, Named),
    }
)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind))


def children(node: Node) -> Iterator[Node]:
    """The nodes directly inside a node."""
    kind: type = type(node)
    for name in _names(kind):
        value: object = getattr(node, name)
        for part in cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,):
            if type(part) in NODE_CLASSES:
                yield cast("Node", part)


def walk(node: Node) -> Iterator[Node]:
    """A node and all nodes inside it, outermost first; what is used in two places, once."""
    waiting: list[Node] = [node]
    seen: set[int] = set()
    while waiting:
        current = waiting.pop()
        if id(current) not in seen:
            seen.add(id(current))
            yield current
            waiting.extend(reversed(list(children(current))))


DEEPEST = 100
"""How deep nodes may be nested: deeper ones would exhaust the stack of a reader."""


_BEARABLE: WeakValueDictionary[int, Node] = WeakValueDictionary()
"""By their ids, the nodes that are known not to be nested too deep, as long as they are there."""


def checked_depth(node: Node) -> None:
    """Refuse an expression that is nested too deep to be read.

    Raises:
        ExpressionError: It is deeper than ``DEEPEST`` nodes.
    """
    if _BEARABLE.get(id(node)) is node:
        return
    level: dict[int, Node] = {id(node): node}
    for _ in range(DEEPEST):
        level = {id(child): child for parent in level.values() for child in children(parent)}
        if not level:
            _BEARABLE[id(node)] = node
            return
    raise ExpressionError(
        f"an expression is nested more than {DEEPEST} deep",
        "give its parts to one all_of or any_of",
    )


def base(row: RowNode) -> Variable:
    """The variable at which a row of hops begins."""
    while isinstance(row, Hop):
        row = row.row
    return row


def bound_variables(node: Node) -> frozenset[Variable]:
    """The variables that stand for records of lists inside a node."""
    return frozenset(part.variable for part in walk(node) if isinstance(part, Related))


def free_variables(node: Node) -> frozenset[Variable]:
    """The variables that a node mentions and does not bind itself."""
    used = frozenset(part for part in walk(node) if isinstance(part, Variable))
    return used - bound_variables(node)


PartT = TypeVar("PartT")
NodeT = TypeVar("NodeT", bound="Node")


def rebuilt(part: PartT, replaced: Mapping[Node, Node]) -> PartT:
    """The same expression with some of its nodes replaced by others."""
    done: dict[int, Any] = {}

    def again(found: Any) -> Any:
        if isinstance(found, tuple):
            parts = tuple(again(each) for each in found)
            return found if parts == found else parts
        if type(found) not in NODE_CLASSES:
            return found
        if found in replaced:
            return replaced[found]
        if id(found) not in done:
            inside = {a.name: getattr(found, a.name) for a in attrs.fields(type(found))}
            changed = {name: again(value) for name, value in inside.items()}
            done[id(found)] = found if changed == inside else attrs.evolve(found, **changed)
        return done[id(found)]

    return cast("PartT", again(part))

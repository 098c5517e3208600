"""Handles of records and of lists of records: where the values of an expression come from.

A record type has a class with one attribute for each field and link.

    class ClientRow(Row):
        record_type = "client"
        born_on = DayAttribute()
        statuses: ToMany[StatusRow] = ToMany(lambda: StatusRow)

    client = subject(ClientRow)
    client.statuses.where(lambda s: s.kind.is_in(REFUGEE)).earliest(lambda s: s.granted_on)

The lambda runs once, while the expression is built, with a handle for any one record of the list.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count
from typing import Any, ClassVar, Generic, NoReturn, TypeVar

import attrs

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import nodes
from inclusion_core.expr.handles import (
    JUDGED_ON,
    CodeExpression,
    CodeT,
    Condition,
    DayExpression,
    NumberExpression,
    all_of,
    code_node,
    condition_node,
    day_node,
    number_node,
)
from inclusion_core.expr.renumbering import EACH, depth

RowT = TypeVar("RowT", bound="Row")
OtherRowT = TypeVar("OtherRowT", bound="Row")

CASE = "case"
"""The name of the record that an expression is about."""


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


def related(row: Row, link: str, to: type[RowT]) -> Many[RowT]:
    """The records of another distribution's type that name a record.

    A handle has an attribute for the lists of its own distribution alone; a plugin whose record
    type refers to a client reaches its records by the list that the reference adds to the client.

    Args:
        row: The record that is named.
        link: The list, as the reference calls it: ``garden_visits``.
        to: The handle class of its records.
    """
    return Many(row.row, (link,), to)


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
        return CodeExpression(nodes.CodeField(row.row, self.name), self.codes)


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

    def __attrs_post_init__(self) -> None:
        for node in self.parts:
            nodes.checked_depth(node)

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
        variable, row = self._any_one()
        said = _Said(variable, (condition_node(condition(row)),))
        return attrs.evolve(self, conditions=(*self.conditions, said))

    def on(self, day: DayExpression | date = JUDGED_ON) -> Many[RowT]:
        """Those whose ``first_day`` to ``last_day``, both inside, covers a day."""

        def covers(row: RowT) -> Condition:
            first, last = (nodes.DayField(row.row, name) for name in ("first_day", "last_day"))
            return (DayExpression(first) <= day) & (DayExpression(last) >= day)

        return self.where(covers)

    def each(self, inner: Callable[[RowT], Many[OtherRowT]]) -> Many[OtherRowT]:
        """The lists of the records of this list, as one list: the services of all spells."""
        if self.conditions or self.complete is not None:
            raise ExpressionError("a narrowed list of lists", "narrow with where() after each()")
        between, row = self._any_one()
        found = inner(row)
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
        return attrs.evolve(self, complete=day_node(on))

    def exist(self) -> Condition:
        """Whether there is one, or more."""
        return Condition(nodes.Exists(self._closed()[0]))

    def for_all(self, condition: Callable[[RowT], Condition]) -> Condition:
        """Whether the condition holds for every one of them; of none, yes."""
        return ~self.where(lambda row: ~condition(row)).exist()

    def count(self) -> NumberExpression:
        """How many there are."""
        return NumberExpression(nodes.Count(self._closed()[0]))

    def sum(self, number: Callable[[RowT], NumberExpression]) -> NumberExpression:
        """The sum of a number over them."""
        variable, row = self._any_one()
        related, (value,) = self._closed(variable, number_node(number(row)))
        return NumberExpression(nodes.Sum(related, value))

    def earliest(self, on: Callable[[RowT], DayExpression]) -> DayExpression:
        """The first of their days; of none, never."""
        return self._day(on, last=False)

    def latest(self, on: Callable[[RowT], DayExpression]) -> DayExpression:
        """The last of their days; of none, never."""
        return self._day(on, last=True)

    def only(self, code: Callable[[RowT], CodeExpression[CodeT]]) -> CodeExpression[CodeT]:
        """The code on which they all agree; of none, absent; where they differ, unknown."""
        variable, row = self._any_one()
        handle = code(row)
        related, (value,) = self._closed(variable, code_node(handle))
        return CodeExpression(nodes.OnlyCode(related, value), handle.codes)

    def latest_code(
        self,
        code: Callable[[RowT], CodeExpression[CodeT]],
        by: Callable[[RowT], DayExpression],
    ) -> CodeExpression[CodeT]:
        """The code of the one with the latest day; of none, absent."""
        variable, row = self._any_one()
        handle = code(row)
        related, (value, latest) = self._closed(variable, code_node(handle), day_node(by(row)))
        return CodeExpression(nodes.LatestCode(related, value, latest), handle.codes)

    def __bool__(self) -> NoReturn:
        raise TypeError("a list is not true or false: ask whether its records exist()")

    def _day(self, on: Callable[[RowT], DayExpression], *, last: bool) -> DayExpression:
        variable, row = self._any_one()
        related, (value,) = self._closed(variable, day_node(on(row)))
        return DayExpression(nodes.RelatedDay(related, value, last=last))

    def _any_one(self) -> tuple[nodes.Variable, RowT]:
        """A variable that stands for any one record; each time another, so that none is caught."""
        variable = nodes.Variable(self.row.record_type, f"?{next(_FRESH)}")
        return variable, self.row(variable)

    def _closed(
        self, of: nodes.Variable | None = None, *values: nodes.Node
    ) -> tuple[nodes.Related, tuple[Any, ...]]:
        """The list and its values, in which its variable has the name that its depth gives it."""
        value = _Said(of or self._any_one()[0], values)
        inside = [node for said in (*self.conditions, value) for node in said.parts]
        variable = nodes.Variable(self.row.record_type, f"{EACH}{depth(*inside) + 1}")
        where = all_of(
            *(Condition(node) for said in self.conditions for node in said.renamed(variable))
        )
        related = nodes.Related(self.owner, self.path, variable, where.node, self.complete)
        return related, value.renamed(variable)

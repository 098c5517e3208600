"""What a reader of an expression meets: fields, codes, numbers, days, and how days are moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeAlias

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.schema import Schema

__all__ = ["FieldName", "Move", "Noticed"]

FieldName: TypeAlias = tuple[str, str]
"""A record type and one of its fields."""

MONTHS_OF_A_YEAR = 12


@attrs.frozen(order=True)
class Move:
    """By how much a day is shifted: months first, then days."""

    months: int = 0
    days: int = 0


class Noticed:
    """What was met in expressions so far.

    Attributes:
        numbers: The values of number parameters, by name.
        compared: The numbers with which fields are compared.
    """

    def __init__(self, schema: Schema, numbers: Mapping[str, int]) -> None:
        self.schema = schema
        self.numbers: dict[str, int] = dict(numbers)
        self.record_types: set[str] = set()
        self.fields: set[FieldName] = set()
        self.codes: dict[FieldName, set[str]] = defaultdict(set)
        self.compared: dict[FieldName, set[int]] = defaultdict(set)
        self.counts: dict[str, int] = {}
        self.days: set[date] = set()
        self.moves: set[Move] = set()

    def look_at(self, node: nodes.Node) -> None:
        """Go through an expression."""
        for part in nodes.walk(node):
            self._meet(part)

    def _meet(self, part: nodes.Node) -> None:
        match part:
            case nodes.Variable() | nodes.Hop():
                self._type_of(part)
            case nodes.Related():
                self._end_of(part)
            case nodes.DayField() | nodes.CodeField() | nodes.NumberField():
                self.fields.add((self._type_of(part.row), part.name))
            case nodes.DayLiteral():
                self.days.add(part.day)
            case nodes.Shifted():
                self.moves.add(Move(part.months, part.days))
            case nodes.IsIn(members=frozenset()):
                for name in self._code_fields(part.of):
                    self.codes[name].update(part.members)
            case nodes.AtMost():
                self._compare(part.left, part.right)
                self._compare(part.right, part.left)
            case _:
                pass

    def _type_of(self, row: nodes.RowNode) -> str:
        """The record type of a row, which is met; of a row of no such type, its name alone."""
        if isinstance(row, nodes.Hop):
            of = self._type_of(row.row)
            link = self.schema[of].link(row.link)
            self.fields.add((of, link.field))
            found = link.to
        else:
            found = row.record_type
        if found in self.schema.record_types:
            self.record_types.add(found)
        return found

    def _end_of(self, related: nodes.Related) -> str:
        found = self._type_of(related.owner)
        for name in related.path:
            link = self.schema[found].link(name)
            found = link.to
            self.record_types.add(found)
            self.fields.add((found, link.field))
        return found

    def _code_fields(self, code: nodes.Node) -> Iterator[FieldName]:
        while isinstance(code, nodes.OnlyCode | nodes.LatestCode):
            code = code.value
        if isinstance(code, nodes.CodeField):
            yield self._type_of(code.row), code.name

    def _compare(self, side: nodes.NumberNode, other: nodes.NumberNode) -> None:
        """What one side asks of the other where that is a number that is known beforehand."""
        number = self._number(other)
        if number is None:
            return
        match side:
            case nodes.CompletedYears():
                years = (number, number + 1)
                self.moves.update(Move(MONTHS_OF_A_YEAR * each) for each in years)
            case nodes.Count():
                end = self._end_of(side.related)
                self.counts[end] = max(number, self.counts.get(end, 0))
            case nodes.NumberField():
                self.compared[self._type_of(side.row), side.name].add(number)
            case nodes.Sum():
                self._compare(side.value, other)
            case _:
                pass

    def _number(self, node: nodes.NumberNode) -> int | None:
        if isinstance(node, nodes.NumberLiteral):
            return node.number
        return self.numbers.get(node.name) if isinstance(node, nodes.NumberParameter) else None

"""What is asked of each record that may meet a condition, and what was found.

Truths are read as far as they are known on a day: what may still come is no *no*. Days, codes and
numbers are read as things stand, with the reason where there is none. On tables the same is read by
:mod:`inclusion_core.expr.frames.answered`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from typing import TypeAlias

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.handles import Condition
from inclusion_core.expr.objects import UNKNOWN_CODE, ObjectReader
from inclusion_core.expr.records import Records
from inclusion_core.fields import Record
from inclusion_core.truth import Truth
from inclusion_core.values import (
    ABSENT,
    ANY_DAY,
    NEVER,
    NOT_ASKED,
    Absent,
    DaySpan,
    PartialDay,
    Unknown,
)

__all__ = ["Answers", "Value", "answers"]

Value: TypeAlias = date | PartialDay | str | int | Absent | Unknown
"""A day, a code or a number; that there is none; or why it is not known."""


@attrs.frozen(repr=False)
class Answers:
    """What was found for one record.

    Attributes:
        id: Its key.
        truths: Whether conditions hold, by name.
        values: Days, codes and numbers, by name.
    """

    id: str
    truths: Mapping[str, Truth]
    values: Mapping[str, Value]


def answers(
    reader: ObjectReader,
    record_type: str,
    among: Condition,
    truths: Mapping[str, Condition],
    values: Mapping[str, nodes.Node],
) -> tuple[Answers, ...]:
    """What is asked of the records for which a condition holds or may hold, ordered by id.

    Args:
        reader: Reads the records.
        record_type: What is chosen from.
        among: Whoever surely does not meet it is left out.
        truths: Conditions to ask, by name.
        values: Days, codes and numbers to ask, by name; a condition is a code of yes and no.
    """
    as_things_stand = ObjectReader(reader.records, parameters=reader.parameters)

    def found() -> Iterator[Answers]:
        for record in reader.records.of_type(record_type):
            if reader.truth(among, record) is not Truth.NO:
                yield Answers(
                    record.id,
                    {name: reader.truth(of, record) for name, of in truths.items()},
                    {name: _value(as_things_stand, of, record) for name, of in values.items()},
                )

    return tuple(sorted(found(), key=lambda each: each.id))


def _value(reader: ObjectReader, node: nodes.Node, record: Record) -> Value:
    if isinstance(node, nodes.FieldNode):
        return _held(node, reader.records, record)
    if isinstance(node, nodes.TruthNode):
        return _YES_NO[reader.truth(node, record)]
    if isinstance(node, nodes.DayNode):
        return _day(reader.day(node, record))
    if isinstance(node, nodes.NumberNode):
        span = reader.number(node, record)
        return span.least if span.least == span.most else NOT_ASKED
    assert isinstance(node, nodes.CodeNode)  # noqa: S101  whoever asks declares nothing else
    code = reader.code(node, record)
    if code is UNKNOWN_CODE:
        return NOT_ASKED
    return ABSENT if code == "" else code


_YES_NO: Mapping[Truth, Value] = {
    Truth.YES: "yes",
    Truth.NO: "no",
    Truth.UNKNOWN: NOT_ASKED,
}


def _held(node: nodes.FieldNode, records: Records, record: Record) -> Value:
    """What a field of a record holds, or of one that it names."""
    for name in _links(node.row):
        link = records.schema.type_of(record).link(name)
        named = records.find(link.to, getattr(record, link.field))
        if named is None:
            return NOT_ASKED
        record = named
    records.schema.type_of(record).field(node.name)
    value: Value | Enum = getattr(record, node.name)
    if isinstance(value, Enum) and not isinstance(value, Absent):
        return str(value.value)
    return ABSENT if value == "" else value


def _links(row: nodes.RowNode) -> list[str]:
    """The links that lead to a row, from the record asked about."""
    links: list[str] = []
    while isinstance(row, nodes.Hop):
        links.append(row.link)
        row = row.row
    return links[::-1]


def _day(span: DaySpan) -> Value:
    if span.exact:
        return ABSENT if span.earliest == NEVER else span.earliest
    return NOT_ASKED if span == ANY_DAY else PartialDay(*span)

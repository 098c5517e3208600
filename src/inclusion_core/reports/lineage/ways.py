"""The ways from a record to the persons it is about, or to the operation that pays for it."""

from __future__ import annotations

from collections.abc import Container, Iterator

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.rows import CASE
from inclusion_core.expr.schema import Link, RecordType, Schema

__all__ = ["ListWay", "list_ways", "way_to", "ways_to"]


def way_to(
    goal: str, record_type: str, schema: Schema, there: Container[str]
) -> nodes.CodeNode | None:
    """The key of the one record of a type to which another leads by the records it names.

    Args:
        goal: The record type at the end, ``person``.
        record_type: Where the way begins.
        schema: The record types and their links.
        there: The record types of which there are data: no way leads over others.

    Returns:
        The key; ``None`` where no way leads there, or two that are as short: a link between two
        clients is about none of them alone.
    """
    found = ways_to(goal, record_type, schema, there)
    return found[0] if len(found) == 1 else None


def ways_to(
    goal: str, record_type: str, schema: Schema, there: Container[str]
) -> tuple[nodes.CodeNode, ...]:
    """The keys at the ends of all the shortest ways; see :func:`way_to`.

    What a caseload works out is taken at the end of a way alone: the person of a client, but not
    the enrolment of a participation, which is a second way to the same person.
    """
    rows: list[tuple[str, nodes.RowNode]] = [(record_type, nodes.Variable(record_type, CASE))]
    seen = {record_type}
    while rows:
        found = tuple(
            nodes.CodeField(row, link.field)
            for name, row in rows
            for link in schema[name].links.values()
            if link.to == goal and not link.many
        )
        if found:
            return found
        rows = [
            (link.to, nodes.Hop(row, link.name))
            for name, row in rows
            for link in schema[name].links.values()
            if _is_recorded(schema[name], link) and link.to not in seen and link.to in there
        ]
        seen |= {name for name, _ in rows}
    return ()


def _is_recorded(record_type: RecordType, link: Link) -> bool:
    """Whether a link is to one record, and somebody wrote it down."""
    return not link.many and record_type.field(link.field).derived is None


@attrs.frozen(kw_only=True)
class ListWay:
    """A way over a list of records that name the one where it begins.

    Attributes:
        record_type: The type of the records in the list: ``service_attendance``.
        owner: On each of them the key of the record where the way begins.
        ends: On each of them the keys of those to whom it leads.
    """

    record_type: str
    owner: nodes.CodeNode
    ends: tuple[nodes.CodeNode, ...]


def list_ways(
    goal: str, record_type: str, schema: Schema, there: Container[str]
) -> Iterator[ListWay]:
    """The ways over the records that name one of a type: from a service to those who came.

    One list and no more: an operation is not about everybody who took part in its programmes, nor
    a social worker about their clients.
    """
    for link in schema[record_type].links.values():
        if not link.many or link.to not in there:
            continue
        if schema[link.to].field(link.field).derived is not None:
            continue
        ends = ways_to(goal, link.to, schema, there)
        if ends:
            owner = nodes.CodeField(nodes.Variable(link.to, CASE), link.field)
            yield ListWay(record_type=link.to, owner=owner, ends=ends)

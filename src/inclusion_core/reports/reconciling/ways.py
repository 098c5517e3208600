"""The way from a record to the person it is about, or to the operation that pays for it."""

from __future__ import annotations

from collections.abc import Container

from inclusion_core.expr import nodes
from inclusion_core.expr.rows import CASE
from inclusion_core.expr.schema import Link, RecordType, Schema

__all__ = ["way_to"]


def way_to(
    goal: str, record_type: str, schema: Schema, there: Container[str]
) -> nodes.CodeNode | None:
    """The key of the one record of a type to which another leads by the records it names.

    What a caseload works out is taken at the end of a way alone: the person of a client, but not
    the enrolment of a participation, which is a second way to the same person.

    Args:
        goal: The record type at the end, ``person``.
        record_type: Where the way begins.
        schema: The record types and their links.
        there: The record types of which there are data: no way leads over others.

    Returns:
        The key; ``None`` where no way leads there, or two that are as short: a link between two
        clients is about none of them alone.
    """
    rows: list[tuple[str, nodes.RowNode]] = [(record_type, nodes.Variable(record_type, CASE))]
    seen = {record_type}
    while rows:
        found = [
            nodes.CodeField(row, link.field)
            for name, row in rows
            for link in schema[name].links.values()
            if link.to == goal and not link.many
        ]
        if found:
            return found[0] if len(found) == 1 else None
        rows = [
            (link.to, nodes.Hop(row, link.name))
            for name, row in rows
            for link in schema[name].links.values()
            if _is_recorded(schema[name], link) and link.to not in seen and link.to in there
        ]
        seen |= {name for name, _ in rows}
    return None


def _is_recorded(record_type: RecordType, link: Link) -> bool:
    """Whether a link is to one record, and somebody wrote it down."""
    return not link.many and record_type.field(link.field).derived is None

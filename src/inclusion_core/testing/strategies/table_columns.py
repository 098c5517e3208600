"""Expressions over the columns of a facts table, read down to the records behind the columns."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.expr import nodes
from inclusion_core.expr.rows import CASE
from inclusion_core.facts.table import Column, FactsTable
from inclusion_core.fields import FieldKind

__all__ = ["table_nodes", "through_columns"]

_FIELDS = {
    FieldKind.DAY: nodes.DayField,
    FieldKind.CODE: nodes.CodeField,
    FieldKind.NUMBER: nodes.NumberField,
}


def table_nodes(table: FactsTable) -> Iterator[nodes.Node]:
    """All that the columns of a table are worked out from."""
    yield nodes.Variable(table.subject.record_type, CASE)
    for column in table.columns.values():
        yield from _asked(column)


def through_columns(node: nodes.Node, table: FactsTable | None) -> Iterator[nodes.Node]:
    """An expression, with what its columns are worked out from in the place of the columns.

    It is for looking at, not for asking: a column of yes and no becomes a condition.
    """
    if table is None:
        yield node
        return
    row = nodes.Variable(table.record_type.name, CASE)
    found = {part for part in nodes.walk(node) if type(part) in _FIELDS.values()}
    replaced: dict[nodes.Node, nodes.Node] = {}
    for name, column in table.columns.items():
        field = _FIELDS[table.record_type.fields[name].kind](row, name)
        if field in found:
            replaced[field], *conditions = _asked(column)
            yield from conditions
    yield nodes.Variable(table.subject.record_type, CASE)
    yield nodes.rebuilt(node, replaced)


def _asked(column: Column) -> Iterator[nodes.Node]:
    yield column.value.node
    if column.known_where is not None:
        yield column.known_where.node

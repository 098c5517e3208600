"""Where a column of a facts table comes from: whose key it is, and whether it is sensitive."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inclusion_core.expr import nodes
from inclusion_core.expr.objects import record_type_of
from inclusion_core.expr.schema import Field, Schema
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import FieldKind, Holding

__all__ = ["STAFF", "holds_any_words", "key_of", "nodes_of", "special"]

STAFF = ("provider", "staff_assignment", "staff_member")
"""Whose keys are left out: they tell who works where, and through them whom they see."""

KEYS = (FieldKind.KEY, FieldKind.REFERENCE)
SOME_KEY, SOME_WORDS = "k7Q2_x9-w4", "any words, as they come"


def key_of(table: FactsTable, field: Field, schema: Schema) -> str:
    """Whose key a column holds; empty for codes that are none.

    A list of codes that anything can be in, such as ids of a data set, is one of keys.
    """
    if field.kind is not FieldKind.CODE or field.enum is not None:
        return ""
    for owner, each in _fields(table, field.name, schema):
        if each.kind in KEYS:
            return owner if each.reference is None else each.reference.to
    return f"{table.id}.{field.name}" if _matches(field, SOME_KEY) else ""


def holds_any_words(field: Field) -> bool:
    """Whether a column of codes could hold a sentence: then it is free text, whatever its name."""
    return _matches(field, SOME_WORDS)


def _matches(field: Field, text: str) -> bool:
    codes = field.code_list
    return codes is not None and re.fullmatch(codes.pattern, text) is not None


def special(table: FactsTable, field: Field, schema: Schema) -> Holding | None:
    """Why a column may be held, where it is of a special category of personal data.

    What its own field says goes first. The record class of a facts table mixes what is sensitive
    with what is not; so the column is asked from which records and fields it is worked out.

    Source: Regulation (EU) 2016/679 (General Data Protection Regulation), Article 9.
    """
    own = field.holding
    if own is not None and own is not table.record.held:
        return own if _is_special(own) else None
    return next(filter(_is_special, _holdings(table, field.name, schema)), None)


def _is_special(holding: Holding) -> bool:
    return holding.ground.value.startswith("9(")


def _holdings(table: FactsTable, column: str, schema: Schema) -> Iterator[Holding]:
    """Why what a column is worked out of may be held: the fields, and the lists looked through."""
    for _, field in _fields(table, column, schema):
        if field.holding is not None:
            yield field.holding
    for node in nodes_of(table, column):
        if isinstance(node, nodes.Related):
            held = schema[node.variable.record_type].record_class.held
            if held is not None:
                yield held


def _fields(table: FactsTable, column: str, schema: Schema) -> Iterator[tuple[str, Field]]:
    """The fields that a column reads, each with the type of record that has it."""
    for node in nodes_of(table, column):
        if isinstance(node, nodes.FieldNode):
            owner = record_type_of(node.row, schema)
            yield owner, schema[owner].field(node.name)


def nodes_of(table: FactsTable, column: str) -> Iterator[nodes.Node]:
    """All that a column is worked out of, and by which it is known of whom it is asked."""
    found = table.columns[column]
    yield from nodes.walk(found.value.node)
    if found.known_where is not None:
        yield from nodes.walk(found.known_where.node)

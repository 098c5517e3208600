"""A facts table: one row for each subject, and a column for each fact that is asked of it.

Rules and limits look at one life in all its records. Indicators ask the same few facts of very many
people; these are worked out once, into one flat table, and the indicators are declared over its
columns. There are three ways to such a table: from the records of a caseload, from normalised
tables by joins on their engine, or somebody brings it, one row for each subject.

The columns are the fields of a record class, so that they have a kind, codes, and a say in what may
be absent or unknown, like the fields of any record; the words for them are in a vocabulary.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.handles import (
    CodeExpression,
    Condition,
    DayExpression,
    Expression,
    NumberExpression,
)
from inclusion_core.expr.rows import Row
from inclusion_core.expr.schema import Field, RecordType, Schema, schema_of
from inclusion_core.facts.assumption import Assumption, check_assumed
from inclusion_core.facts.declaration import Declaration, node_of
from inclusion_core.fields import FieldKind, Record, type_name
from inclusion_core.sources import Source
from inclusion_core.texts import Text
from inclusion_core.vocabulary import Vocabulary

__all__ = ["Column", "FactsTable"]


@attrs.frozen(kw_only=True)
class Column:
    """How one column of a facts table is worked out for a subject.

    Attributes:
        value: A day, code or number; a condition fills a column of yes and no.
        known_where: Where this does not surely hold, the answer is not known: a list without a
            record says nothing of those who were never asked. ``None``: it always is.
    """

    value: Expression[Any] = attrs.field(eq=node_of)
    known_where: Condition | None = attrs.field(
        default=None, eq=lambda each: None if each is None else each.node
    )


@attrs.frozen(kw_only=True)
class FactsTable:
    """A table with a row for each record of a type, worked out of all records.

    A column that may not be absent is not known where its value is absent. Days that have not come
    are absent, as things stand on the day up to which the records are known.

    Attributes:
        id: In the namespace of the distribution that declares it, ``esf.participation``.
        says: What a row stands for.
        subject: The handle class of the records that have a row each; the row has the same id.
        row: The handle class of the table's own rows: metrics are declared with it.
        record: The record class of the rows: what the columns hold.
        columns: How each is worked out, by name; every field of the class but the id.
        words: What the columns and their codes are called, besides the core's own words.
        assumes: The numbers that the columns take for granted.
        source: Where it is prescribed that this be kept of everybody; ``None`` where no text does.

    Raises:
        DeclarationError: A column has no field or a field no column, one is of another kind than
            its field, has codes of another list, is about other records, or takes an unnamed
            number for granted.
    """

    id: str
    says: Text
    subject: type[Row]
    row: type[Row]
    record: type[Record]
    columns: Mapping[str, Column]
    words: Vocabulary
    assumes: tuple[Assumption, ...] = ()
    source: Source | None = None
    schema: Schema = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "schema", schema_of(self.record))
        declared = Declaration(kind="facts table", id=self.id, subject=self.subject)
        if self.row.record_type != type_name(self.record):
            problem = f"{self.row.__name__} is no handle of {self.record.__name__}"
            raise declared.refused(problem)
        fields = {name: field for name, field in self.record_type.fields.items() if name != "id"}
        for name in sorted(fields.keys() ^ self.columns.keys()):
            lacks = "column" if name in fields else "field"
            raise declared.refused(f"{name!r} has no {lacks}")
        for name, field in fields.items():
            self._check(declared, name, field, self.columns[name])

    def _check(self, declared: Declaration, name: str, field: Field, column: Column) -> None:
        kinds = _KINDS.get(field.kind)
        if kinds is None:
            raise declared.refused(f"{name!r}: no fact is worked out as a {field.kind.value}")
        said = f"what its field holds, a {field.kind.value}"
        declared.check(name, column.value, kinds, said, may_ask_what_is_known=True)
        if column.known_where is not None:
            declared.check(
                name, column.known_where, Condition, "a condition", may_ask_what_is_known=True
            )
        for node in _nodes(column):
            check_assumed("facts table", self.id, node, self.assumes)
        if isinstance(column.value, Condition) and field.codes != ("yes", "no"):
            raise declared.refused(f"{name!r} is a condition: its field must hold a YesNo")
        codes = column.value.codes if isinstance(column.value, CodeExpression) else field.enum
        if field.enum is not None and codes is not field.enum:
            raise declared.refused(f"{name!r}: its field holds codes of another list")

    @property
    def record_type(self) -> RecordType:
        """The fields of the rows."""
        return self.schema[type_name(self.record)]


_KINDS: Mapping[FieldKind, tuple[type[Any], ...]] = {
    FieldKind.DAY: (DayExpression,),
    FieldKind.CODE: (CodeExpression, Condition),
    FieldKind.NUMBER: (NumberExpression,),
}


def _nodes(column: Column) -> tuple[nodes.Node, ...]:
    both = (column.value, column.known_where)
    return tuple(each.node for each in both if each is not None)

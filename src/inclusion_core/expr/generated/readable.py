"""What of a schema generated code can read exactly as the interpreter does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from keyword import iskeyword
from typing import Any

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.generated.refusal import NotGeneratedError
from inclusion_core.expr.objects import record_type_of
from inclusion_core.expr.schema import Field, Link, RecordType, Schema
from inclusion_core.fields import FieldKind
from inclusion_core.values import ALWAYS, FIRST_DAY, LAST_DAY, NEVER

__all__ = ["Readable", "within_records"]

KINDS: Mapping[type[nodes.FieldNode], FieldKind] = {
    nodes.DayField: FieldKind.DAY,
    nodes.CodeField: FieldKind.CODE,
    nodes.NumberField: FieldKind.NUMBER,
}


def within_records(day: object) -> bool:
    """Whether it is a plain day that a record may hold."""
    return type(day) is date and FIRST_DAY <= day <= LAST_DAY


@attrs.frozen
class Readable:
    """The record types, fields and links that an expression names.

    Attributes:
        schema: The record types.
    """

    schema: Schema

    def type_of(self, row: nodes.RowNode) -> RecordType:
        """The record type of a row."""
        return self.schema[record_type_of(row, self.schema)]

    def field(self, node: nodes.FieldNode) -> Field:
        """The field that a node reads."""
        return self.type_of(node.row).field(node.name)

    def links(self, related: nodes.Related) -> tuple[Link, ...]:
        """The links of a list, one for each name of its path."""
        record_type, found = self.type_of(related.owner), []
        for name in related.path:
            link = record_type.link(name)
            if not link.many:
                raise NotGeneratedError("a link to one record is read as a list")
            found.append(link)
            record_type = self.schema[link.to]
        return tuple(found)

    def check(self, node: Any) -> None:
        """Look at one node.

        Raises:
            NotGeneratedError: Only the interpreter reads it.
            UnknownNameError: A field or link is not in the schema.
        """
        match node:
            case nodes.DayField() | nodes.CodeField() | nodes.NumberField():
                field = self.field(node)
                if field.kind is not KINDS[type(node)] or not _plain(field.name):
                    raise NotGeneratedError("a field is of another kind")
            case nodes.Hop(row, name):
                link = self.type_of(row).link(name)
                if link.many or not _plain(link.field):
                    raise NotGeneratedError("a list is read as one record")
            case nodes.DayLiteral(day):
                if not (within_records(day) or day in (ALWAYS, NEVER)):
                    raise NotGeneratedError("a day of the author lies very far away")
            case nodes.Shifted(months=months, term=True) if months < 1:
                raise NotGeneratedError("less than a month is no term")
            case nodes.Extreme(of=()):
                raise NotGeneratedError("the first or last of no day")
            case _:
                pass


def _plain(name: str) -> bool:
    """Whether a name of the schema can stand in source text as it is."""
    return name.isascii() and name.isidentifier() and not iskeyword(name)

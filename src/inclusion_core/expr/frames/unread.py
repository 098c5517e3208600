"""Asks conditions of the rows of a table as they stand in it, before anything is worked out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import nodes
from inclusion_core.expr.frames import source
from inclusion_core.expr.frames.columns import TRUTHS, CodeColumn, Days, Numbers, TruthColumn
from inclusion_core.expr.frames.compiled import Compiled
from inclusion_core.expr.objects import record_type_of
from inclusion_core.expr.schema import Field
from inclusion_core.truth import Truth


@attrs.define
class Unread(Compiled):
    """The rows of one table, of which nothing is read yet.

    Fields become expressions over the table's own columns, so that a filter reaches the file that
    the table is read from. It is asked only what mentions neither links nor lists.
    """

    def day_field(self, row: nodes.RowNode, name: str) -> Days:
        """A day as the table holds it."""
        return source.day_of(*self._field(row, name), self.work.known_on)

    def number_field(self, row: nodes.RowNode, name: str) -> Numbers:
        """A number as the table holds it."""
        return source.number_of(self._field(row, name)[0])

    def code_field(self, row: nodes.RowNode, name: str) -> CodeColumn:
        """A code as the table holds it."""
        return source.code_of(*self._field(row, name))

    def is_known(self, node: nodes.IsKnown) -> TruthColumn:
        """Whether the table says that a field is not known."""
        field, names = self._field(node.field.row, node.field.name)
        told = source.answered(field, names)
        if node.reason is None:
            return TruthColumn(told, told)
        if told is True:
            return TRUTHS[Truth.NO]
        found = source.why_of(field, names) == node.reason.value
        return TruthColumn(found, found)

    def kept_all(self, columns: Iterable[Any]) -> list[Any]:
        """The columns as they are: nothing can be given a name in a table."""
        return list(columns)

    def reduced(self, node: nodes.Reduction) -> Any:
        """Refuse: a list is not in the table."""
        path = ".".join(node.related.path)
        raise ExpressionError(f"the list {path!r} is asked for before its table is read")

    def _field(self, row: nodes.RowNode, name: str) -> tuple[Field, Sequence[str]]:
        tables = self.work.tables
        return tables.column(record_type_of(row, tables.schema), name)

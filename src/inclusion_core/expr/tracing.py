"""Reads expressions as the reader of objects does, and keeps how each answer came about.

Nothing is worked out a second time, so that an account of an answer cannot differ from the answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.handles import Condition
from inclusion_core.expr.objects import (
    Code,
    NumberSpan,
    ObjectReader,
    _Later,
    _Missing,
    _Row,
    _Rows,
    record_type_of,
)
from inclusion_core.expr.rows import CASE
from inclusion_core.expr.traces import FieldRead, ListRead, Read, RecordMissing, Trace
from inclusion_core.fields import Record, type_name
from inclusion_core.truth import Truth
from inclusion_core.values import ALWAYS, DaySpan

__all__ = ["TracingReader"]

ONE_DAY = timedelta(days=1)


@attrs.define
class _Open:
    """A part that is being read."""

    node: nodes.Node
    reads: list[Read] = attrs.Factory(list)
    parts: list[Trace] = attrs.Factory(list)


class TracingReader(ObjectReader):
    """A reader of objects that can also say how it came to an answer."""

    _open: tuple[_Open, ...] = ()
    _against = False

    def trace(self, condition: Condition | nodes.TruthNode, record: Record) -> Trace:
        """How a condition comes to what it is for a record; raises as :meth:`truth` does."""
        node = condition.node if isinstance(condition, Condition) else condition
        whole = _Open(nodes.AllOf((node,)))
        self._open, self._against = (whole,), False
        try:
            self._truth(self._checked(node), {CASE: record})
        finally:
            self._open = ()
        return whole.parts[0]

    # Each part is opened, read as ever, and closed again.

    def _truth(self, node: nodes.TruthNode, rows: _Rows) -> Truth:
        turned = isinstance(node, nodes.Not)
        here = self._against
        self._begin(node)
        self._against = here ^ turned
        truth = super()._truth(node, rows)
        self._against = here
        self._end(rows, truth)
        return truth

    def _day(self, node: nodes.DayNode, rows: _Rows) -> DaySpan:
        self._begin(node)
        span = super()._day(node, rows)
        self._end(rows)
        return span

    def _code(self, node: nodes.CodeNode, rows: _Rows) -> Code:
        self._begin(node)
        code = super()._code(node, rows)
        self._end(rows)
        return code

    def _number(self, node: nodes.NumberNode, rows: _Rows) -> NumberSpan:
        self._begin(node)
        span = super()._number(node, rows)
        self._end(rows)
        return span

    def _begin(self, node: nodes.Node) -> None:
        if self._open:
            self._open = (*self._open, _Open(node))

    def _end(self, rows: _Rows, truth: Truth | None = None) -> None:
        if not self._open:
            return
        *below, done = self._open
        self._open = tuple(below)
        outside = below[-1]
        asked_of = None if truth is None else _asked_of(outside.node, rows)
        outside.parts.append(
            Trace(
                node=done.node,
                truth=truth,
                against=self._against,
                member=_key(asked_of) if isinstance(asked_of, Record) else None,
                later=asked_of is not None and not isinstance(asked_of, Record),
                reads=tuple(done.reads),
                parts=tuple(done.parts),
            )
        )

    # What is read.

    def _day_field(self, node: nodes.DayField, rows: _Rows) -> DaySpan:
        self._keep_field(node, rows)
        return super()._day_field(node, rows)

    def _code_field(self, node: nodes.CodeField, rows: _Rows) -> Code:
        self._keep_field(node, rows)
        return super()._code_field(node, rows)

    def _number_field(self, node: nodes.NumberField, rows: _Rows) -> NumberSpan:
        self._keep_field(node, rows)
        return super()._number_field(node, rows)

    def _is_known(self, node: nodes.IsKnown, rows: _Rows) -> Truth:
        self._keep_field(node.field, rows)
        return super()._is_known(node, rows)

    def _keep_field(self, node: nodes.FieldNode, rows: _Rows) -> None:
        if not self._open:
            return
        row = self._row(node.row, rows)
        if isinstance(row, Record):
            self._field(node, row)
            record_type, record_id = _key(row)
            value: Any = getattr(row, node.name)
            self._keep(
                FieldRead(
                    record_type=record_type, record_id=record_id, field=node.name, value=value
                )
            )
        else:
            self._keep_missing(node.row, rows)

    def _keep_missing(self, node: nodes.RowNode, rows: _Rows) -> None:
        """Keep that a record is not there by which the way to another one leads."""
        row = self._row(node, rows)
        if isinstance(row, _Missing):
            record_type = record_type_of(node, self.records.schema)
            self._keep(RecordMissing(record_type=record_type, record_id=row.key))
        elif isinstance(node, nodes.Hop):
            self._keep_missing(node.row, rows)

    def _listed(self, related: nodes.Related, owner: _Row, rows: _Rows) -> Iterator[_Row]:
        listed = tuple(super()._listed(related, owner, rows))
        if self._open:
            self._keep_list(related, owner, rows, listed)
        yield from listed

    def _keep_list(
        self, related: nodes.Related, owner: _Row, rows: _Rows, listed: tuple[_Row, ...]
    ) -> None:
        if isinstance(owner, _Later):
            self._keep_missing(related.owner, rows)
            return
        last = listed[-1] if listed else None
        self._keep(
            ListRead(
                owner_type=record_type_of(related.owner, self.records.schema),
                owner_id=owner.key if isinstance(owner, _Missing) else owner.id,
                record_type=related.variable.record_type,
                record_ids=tuple(row.id for row in listed if isinstance(row, Record)),
                complete_through=_before(last.days.earliest) if isinstance(last, _Later) else None,
            )
        )

    def _keep(self, read: Read) -> None:
        self._open[-1].reads.append(read)


def _asked_of(outside: nodes.Node, rows: _Rows) -> _Row | None:
    """The record of a list of which a condition right inside a reduction is asked."""
    if isinstance(outside, nodes.Reduction):
        return rows[outside.related.variable.name]
    return None


def _key(record: Record) -> tuple[str, str]:
    return type_name(type(record)), record.id


def _before(first_day: date) -> date:
    return ALWAYS if first_day == ALWAYS else first_day - ONE_DAY

"""A reader that remembers on which open facts its answer hangs.

It reads what an :class:`~inclusion_core.expr.objects.ObjectReader` reads, and gives the same
answers. What lies inside a condition that is settled is forgotten: nothing can change it any more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.missing.open_fact import Kind, OpenFact, Place
from inclusion_core.expr.objects import (
    UNKNOWN_CODE,
    Code,
    NumberSpan,
    ObjectReader,
    _Later,
    _Member,
    _Missing,
    _Row,
    _Rows,
    record_type_of,
)
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.expr.rows import CASE
from inclusion_core.fields import Record, type_name
from inclusion_core.truth import Truth, all_of, any_of, at_least
from inclusion_core.values import ABSENT, DaySpan, PartialDay, Reason, Unknown

__all__ = ["Rest", "TouchingReader"]


@attrs.frozen(kw_only=True)
class Rest:
    """What is left of a condition once it was read.

    Attributes:
        truth: What it came to.
        condition: The part that is still undecided.
        open: The open facts on which that hangs, in the order in which they are mentioned.
        stuck: What stands in the way in the records themselves.
        met: The answers supposed on which it hangs.
    """

    truth: Truth
    condition: nodes.TruthNode
    open: tuple[OpenFact, ...]
    stuck: tuple[OpenFact, ...]
    met: frozenset[Place]


class TouchingReader(ObjectReader):
    """Reads a condition and says on what its answer hangs.

    Args:
        records: All records, as they are supposed to be.
        parameters: What the asker gives by name.
        known_on: The day up to which the records are known; ``None``: as things stand.
        answered: What was supposed: fields, and lists to which nothing more comes.
    """

    def __init__(
        self,
        records: Records,
        *,
        parameters: Parameters,
        known_on: date | None,
        answered: Collection[Place] = (),
    ) -> None:
        super().__init__(records, parameters=parameters, known_on=known_on)
        self._answered = answered
        self._touched: list[OpenFact] = []
        self._met: list[Place] = []

    def rest(self, condition: nodes.TruthNode, record: Record) -> Rest:
        """What is left of a condition that is known to be no deeper than a reader can bear."""
        truth, left = self._rest(condition, {CASE: record})
        touched = dict.fromkeys(self._touched)
        return Rest(
            truth=truth,
            condition=left,
            open=tuple(fact for fact in touched if fact.kind is not Kind.CORRECT),
            stuck=tuple(fact for fact in touched if fact.kind is Kind.CORRECT),
            met=frozenset(self._met),
        )

    # The undecided part.

    def _rest(self, node: nodes.TruthNode, rows: _Rows) -> tuple[Truth, nodes.TruthNode]:
        touched, met = len(self._touched), len(self._met)
        truth, left = self._left(node, rows)
        if truth.decided:
            del self._touched[touched:], self._met[met:]
        return truth, left

    def _left(self, node: nodes.TruthNode, rows: _Rows) -> tuple[Truth, nodes.TruthNode]:
        match node:
            case nodes.Named(_, of):
                return self._rest(of, rows)
            case nodes.Not(of):
                truth, left = self._rest(of, rows)
                return ~truth, nodes.Not(left)
            case nodes.AllOf(of):
                truths, undecided = self._parts(of, rows)
                parts = tuple(dict.fromkeys(undecided))
                return all_of(truths), parts[0] if len(parts) == 1 else nodes.AllOf(parts)
            case nodes.AnyOf(of):
                truths, undecided = self._parts(of, rows)
                parts = tuple(dict.fromkeys(undecided))
                return any_of(truths), parts[0] if len(parts) == 1 else nodes.AnyOf(parts)
            case nodes.AtLeast(n, of):
                truths, undecided = self._parts(of, rows)
                return at_least(n, truths), nodes.AtLeast(n - truths.count(Truth.YES), undecided)
            case _:
                return self._truth(node, rows), node

    def _parts(
        self, parts: tuple[nodes.TruthNode, ...], rows: _Rows
    ) -> tuple[list[Truth], tuple[nodes.TruthNode, ...]]:
        read = [self._rest(each, rows) for each in parts]
        undecided = tuple(left for truth, left in read if not truth.decided)
        return [truth for truth, _ in read], undecided

    def _truth(self, node: nodes.TruthNode, rows: _Rows) -> Truth:
        touched = len(self._touched)
        truth = super()._truth(node, rows)
        if truth.decided:
            del self._touched[touched:]
        return truth

    # What is read.

    def _day_field(self, node: nodes.DayField, rows: _Rows) -> DaySpan:
        span = super()._day_field(node, rows)
        self._touch(node, rows)
        return span

    def _code_field(self, node: nodes.CodeField, rows: _Rows) -> Code:
        code = super()._code_field(node, rows)
        self._touch(node, rows)
        return code

    def _number_field(self, node: nodes.NumberField, rows: _Rows) -> NumberSpan:
        span = super()._number_field(node, rows)
        self._touch(node, rows)
        return span

    def _touch(self, node: nodes.FieldNode, rows: _Rows) -> None:
        row = self._row(node.row, rows)
        if not isinstance(row, Record):
            return
        place = Place(type_name(type(row)), row.id, node.name)
        if place in self._answered:
            self._met.append(place)
        fact = self._open(place, node, getattr(row, node.name))
        if fact is not None:
            self._touched.append(fact)

    def _open(self, place: Place, node: nodes.FieldNode, value: object) -> OpenFact | None:
        if isinstance(value, Unknown):
            return OpenFact(place=place, kind=Kind.ASK, reason=value.reason)
        if isinstance(value, PartialDay):
            return OpenFact(place=place, kind=Kind.ASK)
        comes = value is ABSENT and self.known_on is not None and isinstance(node, nodes.DayField)
        return OpenFact(place=place, kind=Kind.WAIT) if comes else None

    # Records and lists.

    def _row(self, node: nodes.RowNode, rows: _Rows) -> _Row:
        row = super()._row(node, rows)
        if isinstance(row, _Missing):
            place = Place(record_type_of(node, self.records.schema), row.key, "")
            self._touched.append(OpenFact(place=place, kind=Kind.CORRECT))
        return row

    def _listed(self, related: nodes.Related, owner: _Row, rows: _Rows) -> Iterator[_Row]:
        place = None if isinstance(owner, _Later) else self._list_place(related, owner)
        for row in super()._listed(related, owner, rows):
            if isinstance(row, Record) or place is None:
                yield row
            elif place in self._answered:
                self._met.append(place)
            else:
                self._touched.append(OpenFact(place=place, kind=Kind.WAIT))
                yield row

    def _list_place(self, related: nodes.Related, owner: Record | _Missing) -> Place:
        record_type = record_type_of(related.owner, self.records.schema)
        key = owner.id if isinstance(owner, Record) else owner.key
        return Place(record_type, key, ".".join(related.path), related.variable.record_type)

    def _agreed(self, value: nodes.CodeNode, members: Sequence[_Member]) -> Code:
        for member in members:  # an agreement that fails early hangs on all of them
            self._code(value, member.rows)
        return super()._agreed(value, members)

    def _code(self, node: nodes.CodeNode, rows: _Rows) -> Code:
        code = super()._code(node, rows)
        if isinstance(node, nodes.OnlyCode | nodes.LatestCode) and code is UNKNOWN_CODE:
            owner = self._row(node.related.owner, rows)
            if isinstance(owner, Record):
                self._touched.append(
                    OpenFact(
                        place=self._list_place(node.related, owner),
                        kind=Kind.CORRECT,
                        reason=Reason.CONTRADICTORY,
                    )
                )
        return code

"""Reads expressions on the records of one case as the interpreter does, but compiled."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from typing import Any, TypeAlias, TypeVar

from inclusion_core.errors import InclusionError
from inclusion_core.expr import nodes
from inclusion_core.expr.generated.compiled import compiled
from inclusion_core.expr.generated.numbering import comparisons
from inclusion_core.expr.generated.readable import within_records
from inclusion_core.expr.handles import (
    CodeExpression,
    Condition,
    DayExpression,
    Expression,
    Handle,
    NumberExpression,
)
from inclusion_core.expr.objects import Code, NumberSpan, ObjectReader
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.fields import Record
from inclusion_core.truth import Truth
from inclusion_core.values import NEVER, NO_DAY, DaySpan

__all__ = ["GeneratedReader", "Trace"]

Trace: TypeAlias = tuple[Truth, tuple[Truth, ...]]
"""The answer to a condition, and those to its comparisons."""

MeasureT = TypeVar("MeasureT")
_Read: TypeAlias = Callable[[Any], Any]

FAULTS = (InclusionError, ValueError, OverflowError)
"""What generated code meets where a day leads out of the calendar.

The interpreter then says so, after the fault is left behind: it may hold a value of the record.
"""
MOST_KEPT = 1_000
"""How many expressions a reader keeps bound to its records."""


class GeneratedReader:
    """Reads expressions about one record at a time, for many records.

    It means what :class:`~inclusion_core.expr.objects.ObjectReader` means. An expression is
    compiled when it is first asked; what little the generated code cannot read exactly, the
    interpreter reads. Days of records are taken to lie where a record may hold them.

    Args:
        records: All records that the expression may reach.
        parameters: What the asker gives by name.
        known_on: The day up to which the records are known; ``None`` reads them as things stand.
    """

    def __init__(
        self,
        records: Records,
        *,
        parameters: Parameters | None = None,
        known_on: date | None = None,
    ) -> None:
        self.records = records
        self.parameters: Parameters = parameters or Parameters()
        self.known_on = known_on
        self._plain = ObjectReader(records, parameters=self.parameters, known_on=known_on)
        # By the id of what is asked, which stays alive beside the function that reads it.
        self._truths: dict[int, tuple[_Read, object]] = {}
        self._traces: dict[int, tuple[_Read, object]] = {}
        self._measures: dict[int, tuple[_Read, object]] = {}

    def truth(self, condition: Condition | nodes.TruthNode, record: Record) -> Truth:
        """Whether a condition holds for a record.

        Raises:
            ExpressionError: It is nested too deep, or mentions a row that it does not bind.
            UnknownNameError: It names a field, link or parameter that is not there.
        """
        found = self._truths.get(id(condition))
        if found is None:
            found = self._bound(self._truths, condition, self._plain.truth)
        try:
            return found[0](record)  # type: ignore[no-any-return]
        except FAULTS:
            pass
        return self._plain.truth(condition, record)

    def traced(self, condition: Condition | nodes.TruthNode, record: Record) -> Trace:
        """Whether a condition holds for a record, and the answers to all of its comparisons.

        They come in the order of :func:`~inclusion_core.expr.generated.comparisons`; raises as
        :meth:`truth` does.
        """
        found = self._traces.get(id(condition))
        if found is None:
            found = self._bound(self._traces, condition, self._traced)
        try:
            return found[0](record)  # type: ignore[no-any-return]
        except FAULTS:
            pass
        return self._traced(condition, record)

    def day(self, day: DayExpression | nodes.DayNode, record: Record) -> DaySpan:
        """The interval in which a day lies for a record; raises as :meth:`truth` does."""
        return self._measured(day, record, self._plain.day)

    def code(self, code: CodeExpression[Any] | nodes.CodeNode, record: Record) -> Code:
        """A code of a record; raises as :meth:`truth` does."""
        return self._measured(code, record, self._plain.code)

    def number(self, number: NumberExpression | nodes.NumberNode, record: Record) -> NumberSpan:
        """The interval in which a number lies for a record; raises as :meth:`truth` does."""
        return self._measured(number, record, self._plain.number)

    def _measured(
        self, asked: Any, record: Record, plain: Callable[[Any, Record], MeasureT]
    ) -> MeasureT:
        found = self._measures.get(id(asked))
        if found is None:
            found = self._bound(self._measures, asked, plain)
        try:
            return found[0](record)  # type: ignore[no-any-return]
        except FAULTS:
            pass
        return plain(asked, record)

    def _traced(self, condition: Condition | nodes.TruthNode, record: Record) -> Trace:
        truth = self._plain.truth
        answers = tuple(truth(each, record) for each in comparisons(condition))
        return truth(condition, record), answers

    def _bound(
        self,
        kept: dict[int, tuple[_Read, object]],
        asked: Handle | nodes.Node,
        plain: Callable[[Any, Record], Any],
    ) -> tuple[_Read, object]:
        """What reads an expression, bound to these records and parameters."""
        node = asked.node if isinstance(asked, Expression) else asked
        nodes.checked_depth(node)
        read: _Read = partial(plain, node)
        found = None
        if self.known_on is None or within_records(self.known_on):
            found = compiled(
                node,
                self.records.schema,
                as_things_stand=self.known_on is None,
                traced=kept is self._traces,
            )
        if found is not None:
            with suppress(*FAULTS):  # a parameter is missing, or leads out of the calendar
                read = found.bind(*self._given, read)
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[id(asked)] = read, asked
        return kept[id(asked)]

    @property
    def _given(self) -> tuple[object, ...]:
        absent, last = NO_DAY, NEVER
        if self.known_on is not None:
            absent, last = DaySpan(self.known_on + timedelta(days=1), NEVER), self.known_on
        records = self.records
        return (records.find, records.naming, self.parameters, last, absent.earliest, absent)

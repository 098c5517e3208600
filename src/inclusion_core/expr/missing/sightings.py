"""A reader that remembers, besides, which values it saw: what answers are to be tried."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from inclusion_core.expr import nodes
from inclusion_core.expr.missing.open_fact import OpenFact, Place
from inclusion_core.expr.missing.touching import TouchingReader
from inclusion_core.expr.objects import Code, NumberSpan, _Rows
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.values import ALWAYS, NEVER, DaySpan

__all__ = ["Sightings"]


class Sightings(TouchingReader):
    """Reads once, and keeps what it saw.

    Attributes:
        facts_of: By field in the condition, the open facts that it stood for.
        days: By field, day of the author or parameter, the finite ends of what was read.
        codes: By field, the codes that were read.
        numbers: By number, the intervals that were read.
    """

    def __init__(
        self,
        records: Records,
        *,
        parameters: Parameters,
        known_on: date | None,
        answered: Collection[Place] = (),
    ) -> None:
        super().__init__(records, parameters=parameters, known_on=known_on, answered=answered)
        self.facts_of: dict[nodes.Node, dict[OpenFact, None]] = defaultdict(dict)
        self.days: dict[nodes.DayNode, set[date]] = defaultdict(set)
        self.codes: dict[nodes.CodeNode, set[str]] = defaultdict(set)
        self.numbers: dict[nodes.NumberNode, set[NumberSpan]] = defaultdict(set)

    def _open(self, place: Place, node: nodes.FieldNode, value: object) -> OpenFact | None:
        fact = super()._open(place, node, value)
        if fact is not None:
            self.facts_of[node][fact] = None
        return fact

    def _day(self, node: nodes.DayNode, rows: _Rows) -> DaySpan:
        span = super()._day(node, rows)
        if isinstance(node, nodes.DayField | nodes.DayLiteral | nodes.DayParameter):
            self.days[node].update(end for end in span if end not in (ALWAYS, NEVER))
        return span

    def _code(self, node: nodes.CodeNode, rows: _Rows) -> Code:
        code = super()._code(node, rows)
        if isinstance(code, str):
            self.codes[node].add(code)
        return code

    def _number(self, node: nodes.NumberNode, rows: _Rows) -> NumberSpan:
        span = super()._number(node, rows)
        self.numbers[node].add(span)
        return span

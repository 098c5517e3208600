"""A question about one participation, judged on a day: what an answer is made from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.handles import JUDGED_ON, Condition
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.facts.cases import Standing
from inclusion_core.facts.subjects import PARTICIPATION
from inclusion_core.facts.telling import Telling
from inclusion_core.fields import Record
from inclusion_core.texts import Text
from inclusion_core.truth import Truth

__all__ = ["Question"]


@attrs.frozen(kw_only=True)
class Question:
    """Whether a condition holds for one participation, judged on a day.

    Attributes:
        says: What the question is.
        asks: The condition; its clauses are named.
        standing: Who is judged, by which records, known up to which day.
        on: The day of the question.
        tellings: For clauses by id, the sentence for one case.
    """

    says: Text
    asks: Condition = attrs.field(eq=lambda asks: asks.node, repr=False)
    standing: Standing
    on: date
    tellings: Mapping[str, Telling] = attrs.field(factory=dict, repr=False, hash=False)

    @property
    def parameters(self) -> Parameters:
        """What the condition is asked with."""
        return Parameters(days={"judged_on": self.on})

    @cached_property
    def node(self) -> nodes.TruthNode:
        """The condition as it is asked: of an applicant, entry is the day of the question."""
        if not self.standing.applicant:
            return self.asks.node
        return nodes.rebuilt(self.asks.node, {PARTICIPATION.entered_on.node: JUDGED_ON.node})

    def reader(self, records: Records | None = None, on: date | None = None) -> ObjectReader:
        """Reads the condition, by these records or others, on this day or another."""
        return ObjectReader(
            self.standing.records if records is None else records,
            parameters=Parameters(days={"judged_on": self.on if on is None else on}),
            known_on=self.standing.known_on,
        )

    @cached_property
    def truth(self) -> Truth:
        """What the condition comes to for what is known."""
        return self.reader().truth(self.node, self.standing.participation)

    def supposing(self, *records: Record) -> Question:
        """The same question as if some records were there, or were otherwise."""
        return attrs.evolve(self, standing=self.standing.supposing(*records))

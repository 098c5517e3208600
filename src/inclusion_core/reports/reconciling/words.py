"""The words in which a reconciliation is told."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from inclusion_core.expr.schema import Schema
from inclusion_core.metrics.metric import Metric
from inclusion_core.metrics.wording import Wording
from inclusion_core.pages.lines import one_line
from inclusion_core.reports.filling.found import Found
from inclusion_core.reports.reconciling.bridge import Place, Step
from inclusion_core.reports.reconciling.clauses import clause_text
from inclusion_core.reports.reconciling.missed import Missed, Why, WithoutClause
from inclusion_core.texts import Text, lv
from inclusion_core.vocabulary import Vocabulary

__all__ = ["STEPS", "ReconciliationWords"]

STEPS: Mapping[Step, Text] = {
    Step.NO_PERSONS: lv("nav personas: cita skaitāmā vienība").en("no persons: other subjects"),
    Step.NOBODY_NAMED: lv("datos nav pateikts, kura persona tā ir").en(
        "the data do not tell which person it is"
    ),
    Step.SEVERAL_PARTICIPATIONS: lv("tā pati persona vienā vietā vēlreiz").en(
        "the same person once more in one place"
    ),
    Step.SEVERAL_OPERATIONS: lv("tā pati persona vēl citā projektā pēc tās pašas definīcijas").en(
        "the same person in another operation too, by the same definition"
    ),
    Step.SEVERAL_METRICS: lv("tā pati persona arī pēc citas definīcijas").en(
        "the same person by another definition too"
    ),
}
WITHOUT_CLAUSE: Mapping[WithoutClause, Text] = {
    WithoutClause.NO_RECORD: lv("personai nav neviena ieraksta, ko šis rādītājs varētu skaitīt").en(
        "the person has no record that this metric could count"
    ),
    WithoutClause.NOT_KNOWN: lv("nav zināms, vai ieskaitāms").en("not known whether it counts"),
    WithoutClause.OPEN: lv("termiņš vēl nav beidzies").en("its window is still open"),
}
IN_OPERATION = lv("{metric} [{operation}]").en("{metric} [{operation}]")
NUMBERED = lv("{number}. {place}").en("{number}. {place}")
NOT_BY = lv("skaita {one}, neskaita {other}").en("counted by {one}, not by {other}")
CLAUSE = lv("nav izpildīts ({aspect}): {clause}").en("does not hold ({aspect}): {clause}")


@attrs.frozen(kw_only=True)
class ReconciliationWords:
    """Puts the parts of a reconciliation into words.

    Attributes:
        metrics: The metrics, by id.
        vocabulary: Words for record types, fields and codes.
        schema: The record types.
        numbers: The number of each place, so that a table can name it by that.
        found: Fills the slots of what the authors of metrics wrote.
    """

    metrics: Mapping[str, Metric]
    vocabulary: Vocabulary
    schema: Schema = attrs.field(repr=False)
    numbers: Mapping[Place, int]
    found: Found

    def metric(self, key: str) -> Text:
        """What a metric counts."""
        return self.found.filled(self.metrics[key].says)

    def place(self, place: Place) -> Text:
        """A metric, and the operation in which it is counted."""
        says = self.metric(place.metric)
        if not place.operation:
            return says
        return IN_OPERATION.filled(metric=says, operation=one_line(place.operation))

    def subject(self, metric: Metric) -> Text:
        """What one subject of a metric is called."""
        return self._wording(metric).vocabulary.type_text(metric.subject.record_type)

    def numbered(self, place: Place) -> Text:
        """A place after its number."""
        return NUMBERED.filled(number=self.numbers[place], place=self.place(place))

    def not_by(self, missed: Missed) -> Text:
        """By whom somebody is counted, and by whom not."""
        one, other = (self.metric(each.metric.id) for each in (missed.by, missed.other))
        return NOT_BY.filled(one=one, other=other)

    def why(self, missed: Missed, why: Why) -> Text:
        """Why somebody is not counted: the clause that does not hold, as its author wrote it."""
        if isinstance(why, WithoutClause):
            return WITHOUT_CLAUSE[why]
        clause = missed.other.clauses[why]
        told = clause_text(clause.node, self._wording(missed.other.metric))
        return CLAUSE.filled(aspect=clause.aspect.says, clause=self.found.filled(told))

    def _wording(self, metric: Metric) -> Wording:
        if metric.table is None:
            return Wording(self.vocabulary, (self.schema,))
        words = self.vocabulary.joined([metric.table.words])
        return Wording(words, (self.schema, metric.table.schema))

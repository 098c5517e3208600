"""What a traced cell says of itself: names and words, for a screen and for other programs alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum

import attrs

from inclusion_core.expr.schema import Schema
from inclusion_core.metrics.aspects import VALUES, Aspect
from inclusion_core.metrics.metric import Axis, Metric
from inclusion_core.metrics.tally import Group, NoCode
from inclusion_core.metrics.wording import Wording
from inclusion_core.reports.behind import Shows, Stated
from inclusion_core.reports.filling.cells import NUMBER, OPEN, UNKNOWN, heading
from inclusion_core.reports.filling.places import IN_CELL, NO_CODE
from inclusion_core.reports.lineage.formulas import formula
from inclusion_core.reports.lineage.tracing import Traced, TracedCell
from inclusion_core.reports.reconciling.clauses import clause_text
from inclusion_core.reports.report import Provenance
from inclusion_core.sources import Source
from inclusion_core.texts import OR, Language, Text, listing, lv, period_text
from inclusion_core.vocabulary import Vocabulary

__all__ = ["Detail", "TracingWords"]

CLAUSE = lv("{aspect}: {clause}").en("{aspect}: {clause}")
SOURCE = lv("avots").en("source")
STATED = lv("kāds to ir pierakstījis: mērķis, termiņš vai summa; nekas nav skaitīts").en(
    "somebody wrote it down: a target, a due day or a sum; nothing was counted"
)
NOBODY_SAYS = lv("nekas nav teikts: tie ir vārdi, atzīme vai rinda par vienu ierakstu").en(
    "nothing is said: these are words, a mark, or a row about one record"
)
UNKNOWN_METRIC = lv("rādītāja {metric} šajā veidlapā nav").en("the form has no metric {metric}")
SHOWS: Mapping[Shows, Text] = {
    Shows.FIGURE: NUMBER,
    Shows.UNKNOWN: UNKNOWN,
    Shows.OPEN: OPEN,
}


@attrs.frozen
class Detail:
    """One thing said of a count.

    Attributes:
        id: What it is about.
        name: The same in words.
        says: What is said.
    """

    id: str
    name: Text
    says: Text


@attrs.frozen(kw_only=True)
class TracingWords:
    """Puts a traced cell into words.

    Attributes:
        vocabulary: Words for record types, fields and codes.
        schema: The record types.
        axes: By what each metric is broken down, by id of the metric.
    """

    vocabulary: Vocabulary
    schema: Schema = attrs.field(repr=False)
    axes: Mapping[str, tuple[Axis, ...]] = attrs.field(repr=False)

    def behind(self, cell: TracedCell) -> tuple[Text, ...]:
        """What is behind a cell that is no count itself; nothing for one that is."""
        found = formula(cell.form, cell.place)
        told: tuple[Text, ...] = () if found is None else (found,)
        if cell.behind is None:
            told = (NOBODY_SAYS,)
        elif isinstance(cell.behind, Stated):
            told = (STATED,)
        return (*told, *(UNKNOWN_METRIC.filled(metric=each.metric) for each in cell.missing))

    def says(self, traced: Traced, provenance: Provenance) -> Text:
        """What is counted, and for which groups."""
        return self._filled(heading(traced.metric), provenance)

    def details(self, traced: Traced, provenance: Provenance) -> Iterator[Detail]:
        """All that is known of a count but who is behind it."""
        metric, count = traced.metric, traced.count
        wording = self._wording(metric)
        yield Detail("shows", lv("kas parādīts").en("what is shown"), SHOWS[count.shows])
        yield from self._groups(traced, provenance)
        subject = wording.vocabulary.type_text(metric.subject.record_type)
        yield _of(Aspect.SUBJECT, subject)
        yield _of(Aspect.GRAIN, VALUES[metric.grain])
        yield _of(Aspect.MEMBERSHIP, VALUES[metric.membership])
        yield _of(Aspect.CLASSIFIED_ON, VALUES[metric.classified_on])
        yield _of(Aspect.MEASURE, VALUES[metric.measure])
        if metric.amount is not None:
            yield _of(Aspect.AMOUNT, wording.number(metric.amount.node))
        if metric.settled_on is not None:
            yield _of(Aspect.SETTLED_ON, wording.day(metric.settled_on.node))
        for clause in traced.clauses:
            told = self._filled(clause_text(clause.node, wording), provenance)
            yield _of(clause.aspect, told)
        for assumption, value in traced.assumptions:
            yield _of(Aspect.ASSUMES, self._filled(assumption.told(value), provenance))
        yield Detail("source", SOURCE, _cited(metric.source))

    def _groups(self, traced: Traced, provenance: Provenance) -> Iterator[Detail]:
        metric = traced.metric
        own = () if metric.by is None else (metric.by,)
        by_id = {axis.id: axis for axis in (*self.axes.get(metric.id, ()), *own)}
        for key, groups in traced.count.groups:
            named = (_code(by_id.get(key), group, self.vocabulary) for group in groups)
            axis = self._filled(by_id[key].says, provenance) if key in by_id else Text.same(key)
            yield Detail(
                "group",
                lv("tikai šie").en("only these"),
                IN_CELL.filled(axis=axis, code=listing(named, OR)),
            )

    def _wording(self, metric: Metric) -> Wording:
        if metric.table is None:
            return Wording(self.vocabulary, (self.schema,))
        words = self.vocabulary.joined([metric.table.words])
        return Wording(words, (self.schema, metric.table.schema))

    def _filled(self, text: Text, provenance: Provenance) -> Text:
        slots: dict[str, Text | date] = {
            "period": period_text(provenance.period),
            "status_day": provenance.status_day,
        }
        return text.filled(**{name: slots[name] for name in text.slots & slots.keys()})


def _of(aspect: Aspect, says: Text) -> Detail:
    return Detail(aspect.value, aspect.says, says)


def _code(axis: Axis | None, group: Group, words: Vocabulary) -> Text:
    if isinstance(group, NoCode):
        return NO_CODE[group]
    codes: type[Enum | str] = str if axis is None else axis.code.codes
    if issubclass(codes, Enum) and group in {each.value for each in codes}:
        return words.code_text(codes(group))
    return Text.same(group)  # of a list kept elsewhere, or what stands for several


def _cited(source: Source) -> Text:
    lv_words, en_words = (Text.same(source.citation(each)) for each in (Language.LV, Language.EN))
    return Text(lv=lv_words.lv, en=en_words.en)

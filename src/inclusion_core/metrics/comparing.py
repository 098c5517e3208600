"""Two metrics laid side by side: in which words of their definitions they differ.

Two figures with the same heading are often not the same figure. Definitions are compared as they
are written: two conditions that come to the same by other ways are told as different ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.handles import Condition, DayExpression, NumberExpression
from inclusion_core.expr.schema import Schema
from inclusion_core.facts.assumption import Assumption
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.metrics.aspects import VALUES, Aspect
from inclusion_core.metrics.conditions_apart import BoundsApart, CodesApart, conditions_apart
from inclusion_core.metrics.differences import NONE, Difference, Telling
from inclusion_core.metrics.metric import Measure, Metric
from inclusion_core.metrics.wording import Wording
from inclusion_core.texts import Text, listing, lv
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.words import WORDS

__all__ = ["Aspect", "BoundsApart", "CodesApart", "Comparison", "Difference", "compared"]


ALIKE = lv("Abi rādītāji ir definēti vienādi; to skaitļus drīkst salīdzināt.").en(
    "Both metrics are defined alike; their figures may be compared."
)
COMPARABLE = lv("Skaitļus drīkst salīdzināt, lai gan definīcijās atšķiras {words}.").en(
    "The figures may be compared, although the definitions differ in {words}."
)
NOT_COMPARABLE = lv("Skaitļus nedrīkst salīdzināt: definīcijās atšķiras {words}.").en(
    "The figures may not be compared: the definitions differ in {words}."
)
YES_NO = {True: lv("jā").en("yes"), False: lv("nē").en("no")}
RECORDS = lv("ieraksti").en("records")


@attrs.frozen(kw_only=True)
class Comparison:
    """Two definitions, and all in which they differ.

    Attributes:
        one: The first.
        other: The second.
        differences: In the order of the words of a definition.
    """

    one: Metric
    other: Metric
    differences: tuple[Difference, ...]

    @property
    def comparable(self) -> bool:
        """Whether the figures may be compared.

        They may not where another thing is counted, or counted otherwise. A breakdown and adding
        up do not change the total; a breakdown whose different codes are counted does.
        """
        return not any(difference.matters for difference in self.differences)

    @property
    def says(self) -> Text:
        """The same in a sentence, with the words in which they differ."""
        if not self.differences:
            return ALIKE
        words = listing(difference.aspect.says for difference in self.differences)
        return (COMPARABLE if self.comparable else NOT_COMPARABLE).filled(words=words)

    def told(self, vocabulary: Vocabulary = WORDS, schema: Schema = SCHEMA) -> tuple[Text, ...]:
        """What there is to say: whether they may be compared, then each difference.

        Args:
            vocabulary: The words for fields and codes, before those of the metrics' facts tables.
            schema: The record types, where others are counted than those of the core and of the
                facts tables.
        """
        tables = [each.table for each in (self.one, self.other) if each.table is not None]
        wording = Wording(
            vocabulary.joined(table.words for table in tables),
            (schema, *(table.schema for table in tables)),
        )
        telling = Telling(self.one.id, self.other.id, wording)
        return (self.says, *(text for each in self.differences for text in telling.told(each)))


def compared(one: Metric, other: Metric) -> Comparison:
    """Two metrics side by side.

    Their ids, headings, sources and notes are not compared.
    """
    return Comparison(one=one, other=other, differences=tuple(_differences(one, other)))


def _differences(one: Metric, other: Metric) -> Iterator[Difference]:
    if one.subject.record_type != other.subject.record_type:
        subjects = (_words(each).type_text(each.subject.record_type) for each in (one, other))
        yield _apart(Aspect.SUBJECT, *subjects)
    if one.table != other.table:
        tables = (RECORDS if each.table is None else each.table.says for each in (one, other))
        yield _apart(Aspect.TABLE, *tables)
    yield from _conditions_apart(Aspect.UNIVERSE, one.universe, other.universe)
    yield from _conditions_apart(Aspect.WHERE, one.where, other.where)
    for aspect in (Aspect.GRAIN, Aspect.MEMBERSHIP, Aspect.CLASSIFIED_ON, Aspect.MEASURE):
        words = [VALUES[getattr(each, aspect.value)] for each in (one, other)]
        if words[0] != words[1]:
            yield _apart(aspect, *words)
    yield from _asked_apart(Aspect.AMOUNT, one.amount, other.amount)
    if one.unit != other.unit:
        yield _apart(Aspect.UNIT, *(each.unit or NONE for each in (one, other)))
    yield from _asked_apart(Aspect.SETTLED_ON, one.settled_on, other.settled_on)
    yield from _assumed_apart(one, other)
    if _axis(one) != _axis(other):
        counted = Measure.DIFFERENT_CODES in (one.measure, other.measure)
        axes = (NONE if each.by is None else each.by.says for each in (one, other))
        yield _apart(Aspect.BY, *axes, matters=counted)
    if one.adds_up != other.adds_up:
        yield _apart(Aspect.ADDS_UP, YES_NO[one.adds_up], YES_NO[other.adds_up], matters=False)


def _axis(metric: Metric) -> nodes.CodeNode | None:
    return None if metric.by is None else metric.by.code.node


def _words(metric: Metric) -> Vocabulary:
    return WORDS if metric.table is None else WORDS.joined([metric.table.words])


def _apart(aspect: Aspect, one: Text, other: Text, *, matters: bool = True) -> Difference:
    """A word that both fill in otherwise; where the few words are the same, that is all to say."""
    alike = one == other
    return Difference(aspect=aspect, one=one, other=other, otherwise=alike, matters=matters)


def _conditions_apart(aspect: Aspect, one: Condition, other: Condition) -> Iterator[Difference]:
    apart = conditions_apart(one.node, other.node)
    if apart is not None:
        yield Difference(
            aspect=aspect, codes=apart.codes, bounds=apart.bounds, otherwise=apart.otherwise
        )


def _asked_apart(
    aspect: Aspect,
    one: DayExpression | NumberExpression | None,
    other: DayExpression | NumberExpression | None,
) -> Iterator[Difference]:
    asked = tuple(None if each is None else each.node for each in (one, other))
    if asked[0] != asked[1]:
        yield Difference(aspect=aspect, asked=(asked[0], asked[1]))


def _assumed_apart(one: Metric, other: Metric) -> Iterator[Difference]:
    """The assumptions that only one of them makes, or makes otherwise, in sentences."""
    left, right = ({each.id: each for each in metric.assumes} for metric in (one, other))
    apart = [
        key
        for key in dict.fromkeys((*left, *right))
        if key not in left or key not in right or left[key].default != right[key].default
    ]
    if apart:
        yield _apart(
            Aspect.ASSUMES,
            *(_said(side[key] for key in apart if key in side) for side in (left, right)),
        )


def _said(assumptions: Iterable[Assumption]) -> Text:
    """What is assumed by default, one sentence beside the other."""
    told = [each.told(each.default) for each in assumptions]
    if not told:
        return NONE
    return Text(
        lv="; ".join(each.lv for each in told),
        en="; ".join(each.en for each in told),
        filled_in=any(each.filled_in for each in told),
    )

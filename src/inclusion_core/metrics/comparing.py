"""Two metrics laid side by side: in which words of their definitions they differ.

Two figures with the same heading are often not the same figure. Definitions are compared as they
are written: two conditions that come to the same by other ways are told as different ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.handles import Condition
from inclusion_core.expr.objects import record_type_of
from inclusion_core.expr.schema import Schema
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.metrics.aspects import VALUES, Aspect
from inclusion_core.metrics.metric import Measure, Metric
from inclusion_core.texts import Text, listing, lv
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.words import WORDS

__all__ = ["Aspect", "CodesApart", "Comparison", "Difference", "compared"]

NodeT = TypeVar("NodeT", bound=nodes.Node)


ALIKE = lv("Abi rādītāji ir definēti vienādi; to skaitļus drīkst salīdzināt.").en(
    "Both metrics are defined alike; their figures may be compared."
)
COMPARABLE = lv("Skaitļus drīkst salīdzināt, lai gan definīcijās atšķiras {words}.").en(
    "The figures may be compared, although the definitions differ in {words}."
)
NOT_COMPARABLE = lv("Skaitļus nedrīkst salīdzināt: definīcijās atšķiras {words}.").en(
    "The figures may not be compared: the definitions differ in {words}."
)
APART = lv("{aspect}: {one} / {other}").en("{aspect}: {one} / {other}")
ONLY = lv("{aspect} ({record}, {field}): tikai rādītājā {metric}: {codes}").en(
    "{aspect} ({record}, {field}): only in {metric}: {codes}"
)
OTHERWISE = lv("{aspect}: formulēts citādi").en("{aspect}: defined otherwise")
YES_NO = {True: lv("jā").en("yes"), False: lv("nē").en("no")}
NONE = lv("nav").en("none")


@attrs.frozen(kw_only=True)
class CodesApart:
    """Codes of one field that only one of two conditions names.

    Attributes:
        code: The field, or what is worked out of a list of them.
        only_one: Codes that only the first names, sorted.
        only_other: Codes that only the second names, sorted.
    """

    code: nodes.CodeNode
    only_one: tuple[str, ...]
    only_other: tuple[str, ...]

    @property
    def field(self) -> nodes.CodeField:
        """The field that holds the codes."""
        code = self.code
        while not isinstance(code, nodes.CodeField):
            code = code.value
        return code


@attrs.frozen(kw_only=True)
class Difference:
    """One word in which two definitions differ.

    Attributes:
        aspect: The word.
        one: What the first says, where a few words can say it; ``None`` for a condition.
        other: What the second says.
        codes: For a condition, the codes that only one of them names.
        otherwise: Whether a condition differs in more than these codes.
        matters: Whether figures that differ in it may not be compared.
    """

    aspect: Aspect
    one: Text | None = None
    other: Text | None = None
    codes: tuple[CodesApart, ...] = ()
    otherwise: bool = False
    matters: bool = True


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
            vocabulary: The words for fields and codes.
            schema: The record types, where others than those of the core are counted.
        """
        told = _Told(self, vocabulary, schema)
        return (self.says, *(text for each in self.differences for text in told.difference(each)))


def compared(one: Metric, other: Metric) -> Comparison:
    """Two metrics side by side.

    Their ids, headings, sources and notes are not compared.
    """
    return Comparison(one=one, other=other, differences=tuple(_differences(one, other)))


def _differences(one: Metric, other: Metric) -> Iterator[Difference]:
    if one.subject.record_type != other.subject.record_type:
        subjects = (WORDS.type_text(each.subject.record_type) for each in (one, other))
        yield _apart(Aspect.SUBJECT, *subjects)
    yield from _conditions_apart(Aspect.UNIVERSE, one.universe, other.universe)
    yield from _conditions_apart(Aspect.WHERE, one.where, other.where)
    for aspect in (Aspect.GRAIN, Aspect.MEMBERSHIP, Aspect.CLASSIFIED_ON, Aspect.MEASURE):
        words = [VALUES[getattr(each, aspect.value)] for each in (one, other)]
        if words[0] != words[1]:
            yield _apart(aspect, *words)
    if _axis(one) != _axis(other):
        counted = Measure.DIFFERENT_CODES in (one.measure, other.measure)
        axes = (NONE if each.by is None else each.by.says for each in (one, other))
        yield _apart(Aspect.BY, *axes, matters=counted)
    if one.adds_up != other.adds_up:
        yield _apart(Aspect.ADDS_UP, YES_NO[one.adds_up], YES_NO[other.adds_up], matters=False)


def _apart(aspect: Aspect, one: Text, other: Text, *, matters: bool = True) -> Difference:
    return Difference(aspect=aspect, one=one, other=other, matters=matters)


def _axis(metric: Metric) -> nodes.CodeNode | None:
    return None if metric.by is None else metric.by.code.node


def _conditions_apart(aspect: Aspect, one: Condition, other: Condition) -> Iterator[Difference]:
    left, right = _unnamed(one.node), _unnamed(other.node)
    if left != right:
        yield Difference(
            aspect=aspect,
            codes=tuple(_codes_apart(left, right)),
            otherwise=_without_codes(left) != _without_codes(right),
        )


def _unnamed(node: nodes.TruthNode) -> nodes.TruthNode:
    """A condition without the names of its clauses: they say nothing of who is counted."""
    named = [part for part in nodes.walk(node) if isinstance(part, nodes.Named)]
    return nodes.rebuilt(node, {part: _unnamed(part.of) for part in named})


def _without_codes(node: NodeT) -> NodeT:
    """A condition in which every set of codes is empty."""
    asked = (part for part in nodes.walk(node) if isinstance(part, nodes.IsIn))
    return nodes.rebuilt(
        node,
        {
            part: nodes.IsIn(_without_codes(part.of), frozenset())
            for part in asked
            if isinstance(part.members, frozenset)
        },
    )


def _codes_apart(one: nodes.TruthNode, other: nodes.TruthNode) -> Iterator[CodesApart]:
    left, right = _codes(one), _codes(other)
    for code in left:
        if code in right and left[code] != right[code]:
            yield CodesApart(
                code=code,
                only_one=tuple(sorted(left[code] - right[code])),
                only_other=tuple(sorted(right[code] - left[code])),
            )


def _codes(condition: nodes.TruthNode) -> dict[nodes.CodeNode, frozenset[str]]:
    """The codes that a condition names, by what they are codes of."""
    found: dict[nodes.CodeNode, frozenset[str]] = {}
    for part in nodes.walk(condition):
        if isinstance(part, nodes.IsIn) and isinstance(part.members, frozenset):
            found[part.of] = found.get(part.of, frozenset()) | part.members
    return found


@attrs.frozen
class _Told:
    """A comparison while it is put into words."""

    comparison: Comparison
    vocabulary: Vocabulary
    schema: Schema

    def difference(self, difference: Difference) -> Iterator[Text]:
        aspect = difference.aspect.says
        if difference.one is not None and difference.other is not None:
            yield APART.filled(aspect=aspect, one=difference.one, other=difference.other)
        for apart in difference.codes:
            for metric, codes in (
                (self.comparison.one, apart.only_one),
                (self.comparison.other, apart.only_other),
            ):
                if codes:
                    yield self._only(aspect, metric, apart.field, codes)
        if difference.otherwise:
            yield OTHERWISE.filled(aspect=aspect)

    def _only(
        self, aspect: Text, metric: Metric, field: nodes.CodeField, codes: tuple[str, ...]
    ) -> Text:
        record_type = record_type_of(field.row, self.schema)
        members = self.schema[record_type].field(field.name).enum
        words = (
            Text.same(code) if members is None else self.vocabulary.code_text(members(code))
            for code in codes
        )
        return ONLY.filled(
            aspect=aspect,
            record=self.vocabulary.type_text(record_type),
            field=self.vocabulary.field_text(record_type, field.name),
            metric=metric.id,
            codes=listing(words),
        )

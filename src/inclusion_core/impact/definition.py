"""In what the definition of a metric is another than it was, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.schema import Schema
from inclusion_core.facts.declaration import node_of
from inclusion_core.facts.table import Column
from inclusion_core.impact.standing import MetricStanding
from inclusion_core.metrics.aspects import Aspect
from inclusion_core.metrics.comparing import compared
from inclusion_core.metrics.conditions_apart import conditions_apart
from inclusion_core.metrics.differences import Difference, Telling
from inclusion_core.metrics.wording import Wording
from inclusion_core.texts import Text, lv
from inclusion_core.vocabulary import Vocabulary

__all__ = ["definition_apart", "wording_of"]

SUBJECT = lv("skaita citus ierakstus: {one} / {other}").en("counts other records: {one} / {other}")
ONLY_BEFORE = lv("{aspect} ({record}, {field}): tikai iepriekš: {codes}").en(
    "{aspect} ({record}, {field}): only before: {codes}"
)
ONLY_AFTER = lv("{aspect} ({record}, {field}): tikai tagad: {codes}").en(
    "{aspect} ({record}, {field}): only now: {codes}"
)
COLUMN = lv("kā uzzina, {field}: {told}").en("how it is found out, {field}: {told}")
APART = lv("{one} / {other}").en("{one} / {other}")
OTHERWISE = lv("formulēts citādi").en("defined otherwise")
NOT_HERE = frozenset({Aspect.TABLE, Aspect.ASSUMES})
"""The columns of a table and the values that are assumed are compared for themselves."""


def wording_of(
    standings: Iterable[MetricStanding], vocabulary: Vocabulary, schema: Schema
) -> Wording:
    """The words for what metrics ask for, those of their facts tables included."""
    metrics = [each.metric for each in standings if each.metric is not None]
    tables = [metric.table for metric in metrics if metric.table is not None]
    words = vocabulary.joined(table.words for table in tables)
    return Wording(words, (schema, *(table.schema for table in tables)))


def definition_apart(
    before: MetricStanding, after: MetricStanding, vocabulary: Vocabulary, schema: Schema
) -> tuple[Text, ...]:
    """A line for each word, code and bound in which a definition is another; none where it is not.

    Args:
        before: The metric as it was.
        after: The metric as it is.
        vocabulary: The words for record types, fields and codes.
        schema: The record types.
    """
    if (before.subject, before.table) != (after.subject, after.table):
        one, other = (vocabulary.type_text(each.subject) for each in (before, after))
        return (SUBJECT.filled(one=one, other=other),)
    if before.metric is None or after.metric is None:
        return ()
    wording = wording_of((before, after), vocabulary, schema)
    differences = compared(before.metric, after.metric).differences
    told = [
        line for each in differences if each.aspect not in NOT_HERE for line in _told(each, wording)
    ]
    return (*told, *_columns_apart(before, after, wording))


def _told(difference: Difference, wording: Wording) -> Iterator[Text]:
    """One difference; its sides are called by time, for both are of one metric."""
    for apart in difference.codes:
        sides = ((ONLY_BEFORE, apart.only_one), (ONLY_AFTER, apart.only_other))
        for words, codes in sides:
            if codes:
                yield words.filled(
                    aspect=difference.aspect.says,
                    record=wording.vocabulary.type_text(wording.record_type(apart.field.row)),
                    field=wording.field(apart.field),
                    codes=wording.codes(apart.field, codes),
                )
    yield from Telling("", "", wording).told(attrs.evolve(difference, codes=()))


def _columns_apart(
    before: MetricStanding, after: MetricStanding, wording: Wording
) -> Iterator[Text]:
    """The columns that both ask for, and are worked out otherwise."""
    for name in sorted(before.columns.keys() & after.columns.keys()):
        one, other = before.columns[name], after.columns[name]
        if one != other:
            field = wording.vocabulary.field_text(after.table, name)
            for told in _column_apart(one, other, wording):
                yield COLUMN.filled(field=field, told=told)


def _column_apart(one: Column, other: Column, wording: Wording) -> Iterator[Text]:
    """How a column is worked out otherwise; in a few words where few say it."""
    same_where = attrs.evolve(one, value=other.value) == other
    values = node_of(one.value), node_of(other.value)
    conditions = [each for each in values if isinstance(each, nodes.TruthNode)]
    numbers = [each for each in values if isinstance(each, nodes.DayNode | nodes.NumberNode)]
    if same_where and len(conditions) == len(values):
        apart = conditions_apart(*conditions)
        if apart is not None:
            codes, bounds, otherwise = apart.codes, apart.bounds, apart.otherwise
            yield from _told(
                Difference(aspect=Aspect.WHERE, codes=codes, bounds=bounds, otherwise=otherwise),
                wording,
            )
    elif same_where and len(numbers) == len(values):
        left, right = map(wording.bounded, numbers)
        yield APART.filled(one=left, other=right) if left != right else OTHERWISE
    else:
        yield OTHERWISE

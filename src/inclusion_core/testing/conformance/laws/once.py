"""The law that a person counts once, however many services, places and providers there are."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.expr import nodes
from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Schema
from inclusion_core.metrics.figures import Figure
from inclusion_core.metrics.metric import Grain, Measure, Metric
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.laws.asked import Asked
from inclusion_core.testing.conformance.laws.copying import COPIES
from inclusion_core.testing.conformance.laws.figures import counted
from inclusion_core.testing.conformance.laws.gathering import different
from inclusion_core.testing.conformance.laws.searching import Problem, broken
from inclusion_core.testing.conformance.laws.settings import Setting, drawn

__all__ = ["PERSONS_COUNT_ONCE", "counts_persons_once", "persons_once"]


def counts_persons_once(metric: Metric, schema: Schema) -> bool:
    """Whether a metric says that it counts a person once.

    Its subjects are persons, or each is about one person, and its grain is more than an event.
    Where it adds up or counts records of a person, more of them may rightly change it.
    """
    subject = metric.subject if metric.table is None else metric.table.subject
    return (
        metric.grain is not Grain.EVENT
        and metric.measure in (Measure.SUBJECTS, Measure.DIFFERENT_CODES)
        and _names_a_person(subject.record_type, schema)
        and not any(isinstance(node, (nodes.Count, nodes.Sum)) for node in _nodes(metric))
    )


def _nodes(metric: Metric) -> Iterator[nodes.Node]:
    """All that a metric is made of, the columns of its table included."""
    for expression in metric.expressions.values():
        yield from nodes.walk(expression.node)
    for column in () if metric.table is None else metric.table.columns.values():
        for each in (column.value, column.known_where):
            if each is not None:
                yield from nodes.walk(each.node)


def _names_a_person(record_type: str, schema: Schema) -> bool:
    """Whether a record is a person, or leads to one over records that it names."""
    found, waiting = {record_type}, [record_type]
    while waiting:
        for link in schema[waiting.pop()].links.values():
            if not link.many and link.to not in found:
                found.add(link.to)
                waiting.append(link.to)
    return "person" in found


def persons_once(asked: Asked, setting: Setting) -> Iterator[Problem]:
    """What counts a person again who is known, or was served, once more."""
    its = [each for each in asked.metrics if counts_persons_once(each, asked.schema)]
    before = counted(its, setting.records(asked.schema), setting, setting.known_on) if its else {}
    for so, (copied, grains) in COPIES.items():
        same = [each for each in its if each.grain in grains]
        for again in copied(setting.caseload, asked.schema) if same else ():
            records = Records(asked.schema, again.records)
            after = counted(same, records, setting, setting.known_on)
            for metric in same:
                told = _changed(before[metric.id], after[metric.id])
                if told:
                    yield metric.id, f"{_promise(metric)}, but {told} when one person {so}"


def _promise(metric: Metric) -> str:
    subject = metric.subject.record_type
    return f"it says that it counts once per {metric.grain.value} (it counts each {subject})"


def _changed(before: Figure, after: Figure) -> str:
    one, other = before.total, after.total
    if before.value != after.value:
        return f"its figure goes from {before.value} to {after.value}"
    if (one.asked, one.unknown, one.open) != (other.asked, other.unknown, other.open):
        return (
            f"those asked, unknown and open go from {one.asked}, {one.unknown}, {one.open} "
            f"to {other.asked}, {other.unknown}, {other.open}"
        )
    return ""


def _look(given: Given) -> Iterator[Broken]:
    first = different(given)
    yield from broken(given, drawn(given), persons_once, first=first)


def _concerns(given: Given) -> bool:
    return any(counts_persons_once(each, given.schema) for each in given.brought.metrics)


PERSONS_COUNT_ONCE = Conformance(
    "persons-count-once",
    "Who comes to a second provider, service, place or programme is counted once, as the grain of "
    "a metric says.",
    _look,
    concerns=_concerns,
)

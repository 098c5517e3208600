"""The law that what is not known is counted neither as yes nor as no."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inclusion_core.expr import nodes
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.records import Records
from inclusion_core.expr.rows import CASE
from inclusion_core.facts.assumption import assumed
from inclusion_core.facts.building import counted_records
from inclusion_core.metrics.figures import Figure
from inclusion_core.metrics.metric import Metric
from inclusion_core.metrics.tally import Tally
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.laws.asked import Asked
from inclusion_core.testing.conformance.laws.figures import by_subject, counted, nobody
from inclusion_core.testing.conformance.laws.searching import Problem, broken
from inclusion_core.testing.conformance.laws.turning import TurnedOut, some_turned_out, turned_out

__all__ = [
    "UNKNOWN_IS_NOT_COUNTED",
    "Learned",
    "counted_stay_counted",
    "followed",
    "turned",
]


def counted_stay_counted(asked: Asked, example: TurnedOut) -> Iterator[Problem]:
    """What counts somebody surely, or surely not, and otherwise once more is known."""
    metrics = [each for each in asked.metrics if followed(each, later=example.later)]
    before, after = (each.records(asked.schema) for each in (example.before, example.after))
    then = counted(metrics, before, example.before, example.before.known_on)
    now = counted(metrics, after, example.after)
    learned = Learned(example, before, after)
    for metric in metrics:
        told = _moved(then[metric.id], now[metric.id], learned.of(metric))
        if told:
            yield metric.id, told


def followed(metric: Metric, *, later: bool) -> bool:
    """Whether what comes later leaves alone what the metric is about.

    A facts table is worked out as things stand, so that more knowledge changes its rows, not what
    comes later. And whether something is known may be asked of one subject, not of its lists.
    """
    if later and metric.table is not None:
        return False
    asked = (part for each in metric.expressions.values() for part in nodes.walk(each.node))
    own = metric.subject.record_type
    return all(_about(part, own) for part in asked if isinstance(part, nodes.IsKnown))


def _about(node: nodes.IsKnown, record_type: str) -> bool:
    variable = nodes.base(node.field.row)
    return variable.record_type == record_type and variable.name == CASE


def _moved(before: Figure, after: Figure, learned: Sequence[str]) -> str:
    """Who was surely counted, or not, and is not so any more."""
    then, now = by_subject(before), by_subject(after)
    for key in sorted((then.keys() | now.keys()) - set(learned)):
        told = turned(then.get(key, nobody), now.get(key, nobody))
        if told:
            return f"{key} {told} once all is known"
    return ""


def turned(before: Tally, after: Tally) -> str:
    """What has become of the answer about one subject that was sure; empty where it stayed."""
    if before.unknown or before.open:
        return ""
    if before.counted and not after.counted:
        return "was counted, and is not"
    if not before.counted and (after.counted or after.unknown):
        return "was surely not counted, and is or may be"
    return ""


class Learned:
    """Of whom something has become known that a metric asks to be known."""

    def __init__(self, example: TurnedOut, before: Records, after: Records) -> None:
        self.example: TurnedOut = example
        self.before: Records = before
        self.after: Records = after
        self._found: dict[object, list[str]] = {}

    def of(self, metric: Metric) -> list[str]:
        """The subjects that are new, or of whom more is known; and so may count otherwise."""
        asked = frozenset(
            part
            for each in metric.expressions.values()
            for part in nodes.walk(each.node)
            if isinstance(part, nodes.IsKnown)
        )
        key = (metric.subject.record_type, "" if metric.table is None else metric.table.id, asked)
        if key not in self._found:
            self._found[key] = list(self._of(metric, sorted(asked, key=repr)))
        return self._found[key]

    def _of(self, metric: Metric, asked: Sequence[nodes.IsKnown]) -> Iterator[str]:
        given = assumed(self.example.before.parameters, metric.all_assumptions)
        before, after = (
            counted_records(metric.table, each, given) for each in (self.before, self.after)
        )
        readers = [ObjectReader(each, parameters=given) for each in (before, after)]
        name = metric.subject.record_type
        for record in after.of_type(name):
            known = before.find(name, record.id)
            if known is None:
                yield record.id
                continue
            then, now = readers
            if any(then.truth(each, known) is not now.truth(each, record) for each in asked):
                yield record.id


def _look(given: Given) -> Iterator[Broken]:
    first = some_turned_out(given)
    yield from broken(given, turned_out(given), counted_stay_counted, first=first)


UNKNOWN_IS_NOT_COUNTED = Conformance(
    "unknown-is-not-counted",
    "What is not known counts neither as yes nor as no: the figure lies between those counted and "
    "those with the unknown and open ones, however they turn out.",
    _look,
    concerns=lambda given: bool(given.brought.metrics),
)

"""Figures of a drawn caseload, told apart by the records that are counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from inclusion_core.expr import nodes
from inclusion_core.expr.handles import CodeExpression
from inclusion_core.expr.records import Records
from inclusion_core.expr.rows import CASE
from inclusion_core.metrics.counting import count_records
from inclusion_core.metrics.figures import Figure
from inclusion_core.metrics.metric import Axis, Metric
from inclusion_core.metrics.tally import Tally
from inclusion_core.testing.conformance.laws.settings import Setting
from inclusion_core.texts import lv

__all__ = ["by_subject", "counted", "nobody"]

SUBJECT = "subject"
nobody: Tally = Tally()
"""The tally of somebody about whom nothing is asked."""


def counted(
    metrics: Iterable[Metric],
    records: Records,
    setting: Setting,
    known_on: date | None = None,
) -> dict[str, Figure]:
    """The figures of metrics by their ids, broken down by the record that is counted."""
    found: dict[str, Figure] = {}
    for axis, its in _by_type(metrics):
        given = setting.parameters
        found |= count_records(its, records, given, known_on=known_on, by=(axis,)).by_id
    return found


def by_subject(figure: Figure) -> Mapping[str, Tally]:
    """The tally of each record that is counted, or may be, by its id."""
    return {str(key): tally for (key,), tally in figure.by(SUBJECT).items()}


def _by_type(metrics: Iterable[Metric]) -> Iterable[tuple[Axis, list[Metric]]]:
    found: dict[str, list[Metric]] = defaultdict(list)
    for metric in metrics:
        found[metric.subject.record_type].append(metric)
    return [(_axis(record_type), its) for record_type, its in found.items()]


def _axis(record_type: str) -> Axis:
    """Tells every counted record from all others."""
    key = nodes.CodeField(nodes.Variable(record_type, CASE), "id")
    says = lv("katrs atsevišķi").en("one by one")
    return Axis(id=SUBJECT, says=says, code=CodeExpression(key, str))

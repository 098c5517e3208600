"""Counting: the same metrics on the records of a caseload or on the tables of a register.

Both ways read the same conditions, and give the same figures. A subject is counted when the
condition surely holds for it; where that is not known it is counted apart, never as yes or no.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from inclusion_core.expr import nodes
from inclusion_core.expr.handles import CodeExpression, Condition
from inclusion_core.expr.objects import UNKNOWN_CODE, Code, ObjectReader
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.fields import Record
from inclusion_core.metrics.figures import Figure, Figures, Group, NoCode, Tally, ordered_groups
from inclusion_core.metrics.metric import Metric, each_once
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT

if TYPE_CHECKING:
    from inclusion_core.expr.frames import Tables

__all__ = ["count_records", "count_tables"]


def count_records(
    metrics: Iterable[Metric],
    records: Records,
    parameters: Parameters,
    *,
    known_on: date | None = None,
) -> Figures:
    """The figures of metrics, counted on records.

    Args:
        metrics: What to count.
        records: The records of a caseload.
        parameters: What the metrics ask for: the days of the period.
        known_on: The day up to which the records are known; ``None`` reads them as things stand.

    Raises:
        DeclarationError: Two metrics that differ have the same id.
        UnknownNameError: A metric asks for a parameter that is not given.
    """
    reader = ObjectReader(records, parameters=parameters, known_on=known_on)
    return Figures({metric.id: _counted(metric, reader) for metric in each_once(metrics)})


def _counted(metric: Metric, reader: ObjectReader) -> Figure:
    answers: list[tuple[Truth, Truth, Group]] = []
    for record in reader.records.of_type(metric.subject.record_type):
        asked = reader.truth(metric.universe, record)
        counted = asked & reader.truth(metric.where, record) if asked is not Truth.NO else asked
        if asked is not Truth.NO:
            answers.append((asked, counted, _group(metric, reader, record)))
    groups: dict[Group, list[tuple[Truth, Truth]]] = defaultdict(list)
    for asked, counted, group in answers:
        groups[group].append((asked, counted))
    tallies = [(group, _tally(pairs)) for group, pairs in groups.items()]
    return Figure(
        metric=metric,
        total=_tally([(asked, counted) for asked, counted, _ in answers]),
        groups=ordered_groups(tallies) if metric.by is not None else {},
    )


def _group(metric: Metric, reader: ObjectReader, record: Record) -> Group:
    if metric.by is None:
        return NoCode.ABSENT
    code: Code = reader.code(metric.by.code, record)
    if code is UNKNOWN_CODE:
        return NoCode.UNKNOWN
    return NoCode.ABSENT if code is ABSENT else code


def _tally(pairs: Sequence[tuple[Truth, Truth]]) -> Tally:
    counted = Counter(answer for _, answer in pairs)
    asked = sum(answer is Truth.YES for answer, _ in pairs)
    return Tally(counted[Truth.YES], counted[Truth.UNKNOWN], asked)


def count_tables(
    metrics: Iterable[Metric],
    tables: Tables,
    parameters: Parameters,
    *,
    known_on: date | None = None,
) -> Figures:
    """The figures of metrics, counted on tables; see :func:`count_records`.

    All metrics about one kind of subject are worked out together.
    """
    listed = each_once(metrics)
    found: dict[str, Figure] = {}
    by_subject: dict[str, list[Metric]] = defaultdict(list)
    for metric in listed:
        by_subject[metric.subject.record_type].append(metric)
    for subject, its in by_subject.items():
        found |= _counted_on_tables(subject, its, tables, parameters, known_on)
    return Figures({metric.id: found[metric.id] for metric in listed})


def _counted_on_tables(
    subject: str,
    metrics: Sequence[Metric],
    tables: Tables,
    parameters: Parameters,
    known_on: date | None,
) -> dict[str, Figure]:
    from inclusion_core.expr.frames import Count, FrameReader  # noqa: PLC0415  an extra

    conditions: dict[str, Condition] = {}
    axes: dict[str, CodeExpression[Any]] = {}
    names: dict[nodes.Node, str] = {}
    counts: list[Count] = []
    for place, metric in enumerate(metrics):
        by = ""
        if metric.by is not None:
            by = names.setdefault(metric.by.code.node, f"axis_{len(names)}")
            axes[by] = metric.by.code
        count = Count(f"counted_{place}", f"asked_{place}", by)
        conditions[count.asked] = metric.universe
        conditions[count.counted] = metric.universe & metric.where
        counts.append(count)
    reader = FrameReader(tables, parameters=parameters, known_on=known_on)
    tallied = reader.tally(subject, conditions, axes, counts)
    return {metric.id: _figure(metric, rows) for metric, rows in zip(metrics, tallied, strict=True)}


def _figure(metric: Metric, rows: Sequence[tuple[str | None, int, int, int]]) -> Figure:
    groups = [(_group_of(code), Tally(*tally)) for code, *tally in rows]
    total = Tally(*(sum(tally[place] for _, *tally in rows) for place in range(3)))
    return Figure(
        metric=metric,
        total=total,
        groups=ordered_groups(groups) if metric.by is not None else {},
    )


def _group_of(code: str | None) -> Group:
    if code is None:
        return NoCode.UNKNOWN
    return code or NoCode.ABSENT

"""Counting: the same metrics on the records of a caseload or on the tables of a register.

Both ways read the same conditions, and give the same figures. A subject is counted when the
condition surely holds for it; where that is not known, or does not stand yet, it is counted apart,
never as yes or no.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.expr import nodes
from inclusion_core.expr.generated import GeneratedReader
from inclusion_core.expr.handles import (
    CodeExpression,
    Condition,
    NumberExpression,
    all_of,
    day,
)
from inclusion_core.expr.objects import UNKNOWN_CODE, Code
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.facts.assumption import assumed
from inclusion_core.facts.building import counted_records, counted_tables
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import Record
from inclusion_core.metrics.figures import Figure, Figures
from inclusion_core.metrics.metric import Axis, Measure, Metric, each_once
from inclusion_core.metrics.tally import (
    Cells,
    Group,
    NoCode,
    OrderedCells,
    Tally,
    added,
    order_of,
    ordered_cells,
    ordered_groups,
    rolled,
)
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT

if TYPE_CHECKING:
    from inclusion_core.expr.frames import Tables, TalliedCell

    Grouped: TypeAlias = tuple[tuple[Group, ...], TalliedCell]

__all__ = ["count_records", "count_tables"]


def count_records(
    metrics: Iterable[Metric],
    records: Records,
    parameters: Parameters,
    *,
    known_on: date | None = None,
    by: Sequence[Axis] = (),
) -> Figures:
    """The figures of metrics, counted on records.

    Args:
        metrics: What to count.
        records: The records of a caseload, or the rows of a facts table.
        parameters: What the metrics ask for: the days of the period, and what is assumed other
            than by default.
        known_on: The day up to which the records are known; ``None`` reads them as things stand.
        by: Codes by which every figure is broken down, besides what its metric says.

    Raises:
        DeclarationError: Two metrics that differ have the same id, or an axis is about other
            subjects than a metric counts.
        UnknownNameError: A metric asks for a parameter that is not given.
    """
    listed = each_once(metrics)
    given = _with_assumptions(parameters, listed)
    found: dict[str, Figure] = {}
    for table, its in _by_table(listed):
        _check_axes(its, by)
        counted = counted_records(table, records, given)
        reader = GeneratedReader(counted, parameters=given, known_on=known_on)
        found |= {metric.id: _figure(metric, by, _cells_of(metric, by, reader)) for metric in its}
    return Figures({metric.id: found[metric.id] for metric in listed})


def count_tables(
    metrics: Iterable[Metric],
    tables: Tables,
    parameters: Parameters,
    *,
    known_on: date | None = None,
    by: Sequence[Axis] = (),
) -> Figures:
    """The figures of metrics, counted on tables; see :func:`count_records`.

    All metrics about one kind of subject are worked out together, in one pass; a median takes a
    pass of its own.
    """
    listed = each_once(metrics)
    given = _with_assumptions(parameters, listed)
    found: dict[str, Figure] = {}
    for table, its in _by_table(listed):
        _check_axes(its, by)
        counted = counted_tables(table, tables, given)
        for together in _passes(its):
            found |= _Pass(together, tuple(by), known_on).figures(counted, given)
    return Figures({metric.id: found[metric.id] for metric in listed})


def _with_assumptions(parameters: Parameters, metrics: Iterable[Metric]) -> Parameters:
    return assumed(parameters, (each for metric in metrics for each in metric.all_assumptions))


def _by_table(metrics: Iterable[Metric]) -> Iterator[tuple[FactsTable | None, list[Metric]]]:
    """The metrics that count the same rows, together: of one facts table, or of one type."""
    found: dict[tuple[str, str], list[Metric]] = defaultdict(list)
    for metric in metrics:
        table = "" if metric.table is None else metric.table.id
        found[table, metric.subject.record_type].append(metric)
    for its in found.values():
        yield its[0].table, its


def _check_axes(metrics: Iterable[Metric], by: Sequence[Axis]) -> None:
    for metric in metrics:
        for axis in by:
            about = {each.record_type for each in nodes.free_variables(axis.code.node)}
            if about - {metric.subject.record_type}:
                problem = f"it is broken down by {axis.id}, which is about other subjects"
                raise DeclarationError("metric", metric.id, problem)


def _axes(metric: Metric, by: Sequence[Axis]) -> tuple[Axis, ...]:
    return (*by, *(() if metric.by is None else (metric.by,)))


def _figure(metric: Metric, by: Sequence[Axis], cells: Cells) -> Figure:
    """The figure of a metric, from the cells of the asked axes and, last, of its own."""
    groups: dict[Group, Tally] = {}
    if metric.by is not None:
        own = rolled(cells, [len(by)])
        groups = ordered_groups((codes[0], tally) for codes, tally in own.items())
    return Figure(
        metric=metric,
        total=added(cells.values()),
        groups=groups,
        axes=tuple(by),
        cells=rolled(cells, range(len(by))) if by else {},
    )


# On records.


def _cells_of(metric: Metric, by: Sequence[Axis], reader: GeneratedReader) -> Cells:
    found: dict[tuple[Group, ...], list[Tally]] = defaultdict(list)
    for record in reader.records.of_type(metric.subject.record_type):
        asked = reader.truth(metric.universe, record)
        if asked is not Truth.NO:
            codes = tuple(_group(axis, reader, record) for axis in _axes(metric, by))
            found[codes].append(_tally(metric, reader, record, asked))
    return ordered_cells({codes: added(tallies) for codes, tallies in found.items()})


def _group(axis: Axis, reader: GeneratedReader, record: Record) -> Group:
    code: Code = reader.code(axis.code, record)
    if code is UNKNOWN_CODE:
        return NoCode.UNKNOWN
    return NoCode.ABSENT if code is ABSENT else code


def _tally(metric: Metric, reader: GeneratedReader, record: Record, asked: Truth) -> Tally:
    """The tally of one subject that may be asked about."""
    if metric.settled_on is not None and reader.known_on is not None:
        stands = _stands(metric, reader.known_on)
        if reader.truth(stands, record) is not Truth.YES:
            return Tally(open=1)
    counted = asked & reader.truth(metric.where, record)
    tally = Tally(
        counted=int(counted is Truth.YES),
        unknown=int(counted is Truth.UNKNOWN),
        asked=int(asked is Truth.YES),
    )
    if metric.amount is None or counted is not Truth.YES:
        return tally
    least, most = reader.number(metric.amount, record)
    if least != most:
        return attrs.evolve(tally, amount_unknown=1)
    spread = ((least, 1),) if metric.measure is Measure.MEDIAN else ()
    return attrs.evolve(tally, amount=least, spread=spread)


def _stands(metric: Metric, known_on: date) -> Condition:
    """Whether the answer stands at the end of what is known."""
    return all_of() if metric.settled_on is None else metric.settled_on <= day(known_on)


# On tables.


def _passes(metrics: Sequence[Metric]) -> Iterator[list[Metric]]:
    """Metrics that are worked out together; the amounts of a median make cells of their own."""
    medians = [metric for metric in metrics if metric.measure is Measure.MEDIAN]
    together = [metric for metric in metrics if metric.measure is not Measure.MEDIAN]
    if together:
        yield together
    for metric in medians:
        yield [metric]


class _Pass:
    """One pass over one table: the metrics counted in it, in the names that the reader takes."""

    def __init__(
        self, metrics: Sequence[Metric], by: Sequence[Axis], known_on: date | None
    ) -> None:
        from inclusion_core.expr.frames import Count  # noqa: PLC0415  an extra

        self.metrics, self.by, self.known_on = metrics, by, known_on
        self.conditions: dict[str, Condition] = {}
        self.axes: dict[str, CodeExpression[Any] | NumberExpression] = {}
        self.amounts: dict[str, NumberExpression] = {}
        self.places: dict[nodes.Node, int] = {}
        self.counts: list[Count] = []
        for place, metric in enumerate(metrics):
            for axis in _axes(metric, by):
                self._axis(axis.code)
            count = Count(f"counted_{place}", f"asked_{place}")
            self.conditions[count.asked] = metric.universe
            self.conditions[count.counted] = metric.universe & metric.where
            if metric.settled_on is not None and known_on is not None:
                count = count._replace(settled=f"settled_{place}")
                self.conditions[count.settled] = _stands(metric, known_on)
            if metric.amount is not None:
                count = count._replace(amount=f"amount_{place}")
                self.amounts[count.amount] = metric.amount
                if metric.measure is Measure.MEDIAN:
                    self._axis(metric.amount)
            self.counts.append(count)

    def _axis(self, of: CodeExpression[Any] | NumberExpression) -> None:
        if of.node not in self.places:
            self.places[of.node] = len(self.places)
            self.axes[f"axis_{len(self.axes)}"] = of

    def figures(self, tables: Tables, parameters: Parameters) -> Mapping[str, Figure]:
        """The figures of the metrics, by id."""
        from inclusion_core.expr.frames import FrameReader  # noqa: PLC0415  an extra

        reader = FrameReader(tables, parameters=parameters, known_on=self.known_on)
        subject = self.metrics[0].subject.record_type
        tallied = reader.tally(subject, self.conditions, self.axes, self.counts, self.amounts)
        grouped = ((tuple(map(_group_of, cell.keys)), cell) for cell in tallied)
        cells = sorted(grouped, key=lambda each: order_of(each[0]))
        return {
            metric.id: _figure(metric, self.by, self._cells(place, metric, cells))
            for place, metric in enumerate(self.metrics)
        }

    def _cells(self, place: int, metric: Metric, cells: Sequence[Grouped]) -> Cells:
        """The cells of one metric: those of its own axes, added up over the axes of the others."""
        places = [self.places[axis.code.node] for axis in _axes(metric, self.by)]
        if places == list(range(len(self.axes))):
            each_its_own = ((codes, self._tally(place, metric, cell)) for codes, cell in cells)
            return OrderedCells(each for each in each_its_own if not each[1].empty)
        found: dict[tuple[Group, ...], list[Tally]] = defaultdict(list)
        for groups, cell in cells:
            codes = tuple(groups[each] for each in places)
            found[codes].append(self._tally(place, metric, cell))
        return ordered_cells({codes: added(tallies) for codes, tallies in found.items()})

    def _tally(self, place: int, metric: Metric, cell: TalliedCell) -> Tally:
        tally = Tally(*cell.tallies[place])
        if metric.measure is Measure.MEDIAN and metric.amount is not None and tally.counted:
            amount = cell.keys[self.places[metric.amount.node]]
            if isinstance(amount, int):
                return attrs.evolve(tally, spread=((amount, tally.counted),))
        return tally


def _group_of(key: str | int | None) -> Group:
    if key is None:
        return NoCode.UNKNOWN
    return str(key) or NoCode.ABSENT

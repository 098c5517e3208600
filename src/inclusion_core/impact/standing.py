"""The standing of every subject for every figure of a report, under one state of affairs.

A state of affairs is a day of knowledge, values of assumptions, and versions of definitions. Two
standings of one form are laid side by side by :func:`inclusion_core.impact.comparing.compared`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum

import attrs

from inclusion_core.expr import nodes
from inclusion_core.facts.table import Column
from inclusion_core.impact.counted import filled_says
from inclusion_core.metrics.metric import Measure, Metric
from inclusion_core.metrics.tally import Group
from inclusion_core.periods import Period
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.form import ReportForm
from inclusion_core.reports.lineage.lineage import Lineage
from inclusion_core.reports.lineage.subjects import Listing, State
from inclusion_core.reports.report import Provenance
from inclusion_core.texts import Text
from inclusion_core.truth import Truth
from inclusion_core.wire import SCHEMA_VERSION

__all__ = ["MetricStanding", "Place", "Standing", "owner_of", "places_of", "standing_of"]


@attrs.frozen(kw_only=True)
class Place:
    """What a subject is for a figure.

    Attributes:
        state: Counted, not known, open, or not counted.
        truths: Whether each clause of the metric holds for it.
        codes: Where it stands on each axis by which the form tells the figure apart.
        amount: Its amount, for a total or median; ``None`` where it has none, or it is not known.
    """

    state: State
    truths: tuple[Truth, ...] = attrs.field(default=(), repr=False)
    codes: Mapping[str, Group] = attrs.field(factory=dict[str, Group], repr=False)
    amount: int | None = attrs.field(default=None, repr=False)


@attrs.frozen(kw_only=True)
class MetricStanding:
    """The places of all subjects of one metric.

    Attributes:
        id: Of the metric.
        says: What it counts.
        subject: The record type of those who are counted, or of which rows are worked out.
        table: Id of the facts table whose rows they are; empty for none.
        measure: What of the counted makes the figure.
        by: Id of the axis whose different codes are counted; empty for none.
        axes: What the form tells the figure apart by: the words for each axis, by its id.
        lists: The closed list of codes of each axis that has one, by its id.
        assumptions: What the metric takes for granted, by id.
        columns: How each column of the facts table that it asks for is worked out, by name.
        metric: The definition; ``None`` where it was saved and nobody declares such a one any more.
        places: Where each subject stands, by id; ``None`` where the data tell nothing of it.
    """

    id: str
    says: Text
    subject: str
    table: str = ""
    measure: Measure = Measure.SUBJECTS
    by: str = ""
    axes: Mapping[str, Text] = attrs.field(factory=dict[str, Text], repr=False)
    lists: Mapping[str, type[Enum]] = attrs.field(
        factory=dict[str, type[Enum]], eq=False, repr=False
    )
    assumptions: Mapping[str, int] = attrs.field(factory=dict[str, int])
    columns: Mapping[str, Column] = attrs.field(factory=dict[str, Column], repr=False)
    metric: Metric | None = attrs.field(default=None, repr=False)
    places: Mapping[str, Place] | None = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Standing:
    """The places of all subjects of all metrics of a form.

    It holds ids, states, codes and amounts of clients: it is for the staff of the programme alone.

    Attributes:
        form: Id of the report form.
        provenance: From what it was made.
        metrics: In the order of the form.
    """

    form: str
    provenance: Provenance
    metrics: tuple[MetricStanding, ...] = attrs.field(repr=False)


def standing_of(  # noqa: PLR0913  all that figures depend on
    form: ReportForm,
    data: ReportData,
    *,
    period: Period,
    status_day: date,
    versions: Sequence[tuple[str, str]] = (),
    assumptions: Mapping[str, int] = {},
) -> Standing:
    """Where everybody stands for the figures of a form; it is asked for as a report is.

    Args:
        form: What is reported.
        data: On what; records, or the tables of a register.
        period: The period reported on.
        status_day: The day that "now" stands for.
        versions: Distributions that take part, with their versions.
        assumptions: What to take for granted other than by default, by id.

    Raises:
        AssumptionError: A value is none of those that may be assumed, or of no assumption here.
        DeclarationError: The period has no last day.
        SchemaError: The data hold nothing of what the form is about.
    """
    lineage = form.lineage(data, period=period, status_day=status_day, assumptions=assumptions)
    provenance = Provenance(
        period=period,
        status_day=status_day,
        known_on=data.known_on,
        fingerprint=data.fingerprint,
        records=data.records,
        schema_version=SCHEMA_VERSION,
        versions=tuple(sorted(versions)),
    )
    return Standing(
        form=form.id,
        provenance=provenance,
        metrics=tuple(_standing(each, lineage, provenance) for each in form.metrics),
    )


def places_of(listing: Listing) -> Mapping[str, Place]:
    """Where each subject of a metric stands, by id."""
    return {
        each.id: Place(state=each.state, truths=each.truths, codes=each.codes, amount=each.amount)
        for each in listing.subjects
    }


def owner_of(metric: Metric) -> str:
    """The record type that a metric counts, or of which the rows that it counts are worked out."""
    return (metric.subject if metric.table is None else metric.table.subject).record_type


def _standing(metric: Metric, lineage: Lineage, made_from: Provenance) -> MetricStanding:
    axes = (*lineage.axes[metric.id], *(() if metric.by is None else (metric.by,)))
    given = lineage.parameters.numbers
    held = lineage.data.holds(metric)
    return MetricStanding(
        id=metric.id,
        says=filled_says(metric, made_from.period, made_from.status_day),
        subject=owner_of(metric),
        table="" if metric.table is None else metric.table.id,
        measure=metric.measure,
        by="" if metric.by is None else metric.by.id,
        axes={axis.id: axis.says for axis in axes},
        lists={axis.id: axis.code.codes for axis in axes if issubclass(axis.code.codes, Enum)},
        assumptions={each.id: given[each.id] for each in metric.all_assumptions},
        columns=_columns(metric),
        metric=metric,
        places=places_of(lineage.listing(metric.id)) if held else None,
    )


def _columns(metric: Metric) -> Mapping[str, Column]:
    """The columns of its facts table that a metric asks for."""
    if metric.table is None:
        return {}
    names = {
        part.name
        for expression in metric.expressions.values()
        for part in nodes.walk(expression.node)
        if isinstance(part, nodes.FieldNode)
    }
    return {name: column for name, column in metric.table.columns.items() if name in names}

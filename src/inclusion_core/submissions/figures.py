"""The figures of a submission: of the period, from the first day on, and against the target."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

import attrs

from inclusion_core.impact.counted import Counted, filled_says
from inclusion_core.metrics.figures import Figure, Figures
from inclusion_core.metrics.metric import Metric
from inclusion_core.metrics.targets import TargetProgress, against_targets
from inclusion_core.model.target import Target
from inclusion_core.submissions.asked import Asked, Material
from inclusion_core.submissions.form import SubmissionForm
from inclusion_core.texts import Text
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, day_span

__all__ = ["Counted", "Promised", "ReportedFigure", "count", "reported_figures"]


@attrs.frozen(kw_only=True)
class Promised:
    """The target that a figure is held against.

    Attributes:
        first: What was promised at first.
        amended: What is promised as things stand on the status day.
        due_on: The last of the days on which it may be due; ``None`` where nobody says.
        sure: Whether it surely is the one in force.
        past_due: Whether it surely is due by the end of the period.
    """

    first: int
    amended: int
    due_on: date | None
    sure: bool
    past_due: bool


@attrs.frozen(kw_only=True)
class ReportedFigure:
    """A metric with its figures.

    Attributes:
        metric: Its id.
        says: What it counts.
        period: The figure of the period; ``None`` where the data tell nothing of it.
        cumulative: The figure from the first day of the operation; ``None`` where it does not add
            up over time, or that day is not known.
        target: What was promised; ``None`` where nothing was.
    """

    metric: str
    says: Text
    period: Counted | None
    cumulative: Counted | None = None
    target: Promised | None = None

    @property
    def held_against(self) -> Counted | None:
        """The figure that is held against the target: the cumulative one, where there is one."""
        return self.cumulative or self.period

    @property
    def per_cent(self) -> Decimal | None:
        """What per cent of the target as amended is reached, half of a tenth rounded up."""
        held = self.held_against
        actual = None if held is None else held.value
        if self.target is None or not self.target.amended or actual is None:
            return None
        share = Fraction(actual) / self.target.amended
        return Decimal(floor(share * 1000 + Fraction(1, 2))).scaleb(-1)


def count(metrics: Iterable[Metric], material: Material, asked: Asked) -> Figures:
    """The figures of metrics, as far as the records hold anything of them."""
    listed = tuple(metrics)
    data = material.known(asked.known_on).data
    held = [metric for metric in listed if data.holds(metric)]
    taken = {each.id: each for metric in held for each in metric.all_assumptions}
    given = asked.parameters(tuple(taken.values()))
    tables = {metric.table.id: metric.table for metric in held if metric.table is not None}
    return data.with_facts(tables.values(), given).count(held, given)


def reported_figures(
    form: SubmissionForm, material: Material, asked: Asked
) -> tuple[ReportedFigure, ...]:
    """The figures of a form, in the order of its metrics."""
    figures = count(form.shown, material, asked)
    whole = Figures({})
    if asked.since_the_start is not None:
        adding = [each for each in form.shown if form.adds_up_over_time(each)]
        whole = count(adding, material, asked.since_the_start)
    held = Figures({**figures.by_id, **whole.by_id})
    targets = _targets(material, asked)
    progress = against_targets(held, targets, on=asked.status_day)
    return tuple(
        ReportedFigure(
            metric=metric.id,
            says=filled_says(metric, asked.period, asked.status_day),
            period=_counted(figures.by_id.get(metric.id)),
            cumulative=_counted(whole.by_id.get(metric.id)),
            target=_promised([each for each in progress if each.target.metric == metric.id], asked),
        )
        for metric in form.shown
    )


def _counted(figure: Figure | None) -> Counted | None:
    if figure is None:
        return None
    return Counted(value=figure.value, unknown=figure.unknown, open=figure.open)


def _targets(material: Material, asked: Asked) -> tuple[Target, ...]:
    """The targets of the operation about all places together."""
    return tuple(
        each
        for each in material.known(asked.known_on).caseload.of(Target)
        if each.operation_id == asked.operation and each.place is ABSENT
    )


def _promised(progress: Sequence[TargetProgress], asked: Asked) -> Promised | None:
    """The target that is due next after the period or at its end; the last one where none is."""
    if not progress:
        return None
    last_day = asked.period.last_day or asked.status_day
    ordered = sorted(progress, key=lambda each: day_span(each.target.due_on).latest)
    coming = (each for each in ordered if day_span(each.target.due_on).latest >= last_day)
    chosen = next(coming, ordered[-1])
    due = day_span(chosen.target.due_on)
    return Promised(
        first=chosen.amends[0].amount if chosen.amends else chosen.target.amount,
        amended=chosen.target.amount,
        due_on=due.latest if due.exact else None,
        sure=chosen.in_force is Truth.YES,
        past_due=due.latest <= last_day,
    )

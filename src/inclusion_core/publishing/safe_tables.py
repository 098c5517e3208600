"""Tables of metrics that may be shown to others, without a report form: asked for and protected.

    tables = safe_tables(INDICATORS, register, period=year, by=["gender"], known_on=known_on)
    polars.DataFrame(tables)

All tables of one call are protected together: what is hidden in one of them cannot be worked out
from another. Of what was published elsewhere they know nothing, unless it is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, cast

from inclusion_core.disclosure.threshold import THRESHOLD, Threshold
from inclusion_core.frames.breaking_down import axes_of, code_says
from inclusion_core.metrics.explanations import words_of
from inclusion_core.metrics.metric import Axis, Measure, Metric, each_once
from inclusion_core.periods import Period
from inclusion_core.publishing.audience import Audience
from inclusion_core.publishing.published import published
from inclusion_core.publishing.releases.earlier import Earlier
from inclusion_core.publishing.tables_shown import SafeTables
from inclusion_core.reports.behind import Count
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.form import CrossTable, FigureTable, ReportForm, SectionForm, TableForm
from inclusion_core.reports.lineage.lineage import Lineage
from inclusion_core.texts import lv

if TYPE_CHECKING:
    from inclusion_core.frames.registers import Register

__all__ = ["safe_tables"]

TITLE = lv("Rādītāju tabulas").en("Tables of figures")
SUBTITLE = lv("{period}").en("{period}")
ROWS = lv("rādītājs").en("metric")


def safe_tables(  # noqa: PLR0913  all that a figure depends on, and all that decides what is shown
    metrics: Iterable[Metric],
    register: Register,
    *,
    period: Period,
    known_on: date,
    by: Iterable[Axis | str] = (),
    status_day: date | None = None,
    assumptions: Mapping[str, int] = {},
    threshold: Threshold = THRESHOLD,
    earlier: Earlier | None = None,
) -> SafeTables:
    """Figures of metrics in all, and by each of some codes, as much of it as everybody may see.

    Args:
        metrics: What to count.
        register: On what.
        period: The period reported on.
        known_on: The day up to which the register is known.
        by: By what figures are broken down: axes, or names of columns that hold codes; each
            makes a table of its own, beside the totals.
        status_day: The day that "now" stands for; by default the last day of the period.
        assumptions: What to assume other than by default, by the id of the assumption.
        threshold: From how many persons and households on a number is shown.
        earlier: What was published before of the same figures, and may be subtracted.

    Raises:
        UnknownNameError: A column to break down by is not there; near names are listed.
        DeclarationError: The period has no last day, two metrics that differ have one id, or an
            axis is about other subjects than a metric counts.
        AssumptionError: A value is none of those that may be assumed, or of no assumption here.
        SchemaError: The register lacks a table or column that is asked for.
    """
    listed = each_once(metrics)
    axes = axes_of(by, listed, register.recorded.schema)
    data = ReportData.of_tables(
        register.known(known_on),
        known_on=known_on,
        fingerprint=register.fingerprint() if register.files else "0" * 64,
        records=register.rows(),
        parts=register.apart,
    )
    asked: dict[str, Any] = {
        "period": period,
        "status_day": status_day or period.last_day or known_on,
        "assumptions": assumptions,
    }
    bare = _form(listed, axes, {}, threshold)
    named = _nameable(bare.lineage(data, **asked), listed, axes, threshold)
    form = _form(listed, axes, named, threshold)
    report, lineage = form.filled_in(data, **asked), form.lineage(data, **asked)
    shown = published(report, lineage, Audience.PUBLIC, threshold=threshold, earlier=earlier)
    return SafeTables.of(shown)


def _form(
    metrics: tuple[Metric, ...],
    axes: tuple[Axis, ...],
    named: Mapping[str, tuple[str, ...]],
    threshold: Threshold,
) -> ReportForm:
    additive = tuple(each for each in metrics if each.measure is not Measure.DIFFERENT_CODES)
    totals = FigureTable(id="all", title=TITLE, row_heading=ROWS, metrics=metrics)
    tables: tuple[TableForm, ...] = (
        totals,
        *(_broken_down(additive, axis, named.get(axis.id, ())) for axis in axes),
    )
    return ReportForm(
        id="safe-tables",
        title=TITLE,
        subtitle=SUBTITLE,
        threshold=threshold,
        sections=(SectionForm(id="tables", title=TITLE, tables=tables),),
    )


def _broken_down(metrics: tuple[Metric, ...], axis: Axis, named: tuple[str, ...]) -> CrossTable:
    words = words_of(metrics[0].table)
    codes = axis.code.codes
    return CrossTable(
        id=f"by-{axis.id.replace('_', '-')}",
        title=axis.says,
        row_heading=ROWS,
        metrics=metrics,
        by=axis,
        codes=named if codes is str else _codes(cast("Iterable[Enum]", codes)),
        name=lambda code: code_says(axis, code, words),
    )


def _codes(listed: Iterable[Enum]) -> tuple[str, ...]:
    return tuple(each.value for each in listed)


def _nameable(
    lineage: Lineage, metrics: tuple[Metric, ...], axes: tuple[Axis, ...], threshold: Threshold
) -> Mapping[str, tuple[str, ...]]:
    """Of lists kept elsewhere, the codes that have enough people behind some number.

    To name a code that nobody had to name says that somebody has it.
    """
    found: dict[str, tuple[str, ...]] = {}
    for axis in axes:
        if axis.code.codes is not str:
            continue
        codes = {
            code
            for metric in metrics
            for each in lineage.listing(metric.id).subjects
            if isinstance(code := each.codes[axis.id], str)
        }
        found[axis.id] = tuple(
            code
            for code in sorted(codes)
            if any(_are_enough(lineage, metric, axis, code, threshold) for metric in metrics)
        )
    return found


def _are_enough(
    lineage: Lineage, metric: Metric, axis: Axis, code: str, threshold: Threshold
) -> bool:
    backing = lineage.backing(Count(metric=metric.id, groups=((axis.id, (code,)),)))
    return backing.persons >= threshold.persons and backing.households >= threshold.households

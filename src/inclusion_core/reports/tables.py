"""The tables that a form may ask for, as values: what stands in the rows and in the columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias, assert_never

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.expr import nodes
from inclusion_core.metrics.gaps import Gaps
from inclusion_core.metrics.inequalities import Inequality
from inclusion_core.metrics.metric import Axis, Measure, Metric
from inclusion_core.metrics.rate import Rate
from inclusion_core.texts import Text, lv

__all__ = [
    "BreakdownTable",
    "CrossTable",
    "FigureTable",
    "GapsTable",
    "InequalityTable",
    "Pair",
    "PairTable",
    "RateTable",
    "TableForm",
    "axes_of",
    "metrics_of",
]


@attrs.frozen(kw_only=True)
class FigureTable:
    """A table with one row for each of several metrics.

    Where a metric has a window, a column says for how many it is still open.

    Attributes:
        id: Names the table inside the report.
        title: What it shows.
        row_heading: Heading over the names of the metrics.
        metrics: In the order of the rows; the unit of an amount stands after its name.
        notes: What a reader must know, besides the notes of the metrics.
    """

    id: str
    title: Text
    row_heading: Text
    metrics: tuple[Metric, ...]
    notes: tuple[Text, ...] = ()


@attrs.frozen(kw_only=True)
class BreakdownTable:
    """A table with one row for each code by which a metric is broken down, the largest first.

    Attributes:
        id: Names the table inside the report.
        title: What it shows.
        metric: What is counted; it is broken down by a code.
        name: The name of a code.
        notes: What a reader must know, besides the notes of the metric.

    Raises:
        DeclarationError: The metric is not broken down.
    """

    id: str
    title: Text
    metric: Metric
    name: Callable[[str], Text]
    notes: tuple[Text, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.metric.by is None:
            raise DeclarationError("table", self.id, f"{self.metric.id} is not broken down")


@attrs.frozen(kw_only=True)
class CrossTable:
    """A table with one row for each of several metrics, and a column for each code.

    The columns are: all; each code; what has no code or none that is known, where there is any
    such; for how many the answer is not known; and, where a metric has a window, for how many it is
    still open. Codes that are not named stand under *other*, where there are any.

    Attributes:
        id: Names the table inside the report.
        title: What it shows.
        row_heading: Heading over the names of the metrics.
        metrics: In the order of the rows; the unit of an amount stands after its name.
        by: By what the figures are broken down.
        codes: The codes that have a column, in this order.
        name: The name of a code.
        notes: What a reader must know, besides the notes of the metrics.

    Raises:
        DeclarationError: A metric counts other subjects than the codes are about, or counts
            different codes.
    """

    id: str
    title: Text
    row_heading: Text
    metrics: tuple[Metric, ...]
    by: Axis
    codes: tuple[str, ...]
    name: Callable[[str], Text]
    notes: tuple[Text, ...] = ()

    def __attrs_post_init__(self) -> None:
        _check_axes(self.id, self.metrics, (self.by,))
        for metric in self.metrics:
            if metric.measure is Measure.DIFFERENT_CODES:
                problem = f"{metric.id} counts different codes: those of two columns do not add up"
                raise DeclarationError("table", self.id, problem)


@attrs.frozen(kw_only=True)
class RateTable:
    """A table with one row for each of several rates: part, whole, and the share in percent.

    Broken down by something, a rate has below it a row for each code with anybody in the whole.

    Attributes:
        id: Names the table inside the report.
        title: What it shows.
        row_heading: Heading over the names of the rates.
        rates: In the order of the rows.
        by: By what each rate is broken down; ``None`` for the totals alone.
        notes: What a reader must know, besides the notes of the rates.

    Raises:
        DeclarationError: A rate is about other subjects than the codes are.
    """

    id: str
    title: Text
    row_heading: Text
    rates: tuple[Rate, ...]
    by: Axis | None = None
    notes: tuple[Text, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.by is not None:
            _check_axes(self.id, tuple(rate.of for rate in self.rates), (self.by,))


@attrs.frozen(kw_only=True)
class InequalityTable:
    """A table with one row for each official inequality: both sides, and whether it holds.

    Under one that is broken in a cell stands a row for that cell. A report in which any is broken
    says so at its beginning.

    Attributes:
        id: Names the table inside the report.
        title: What it shows.
        inequalities: In the order of the rows.
        metrics: The metrics that the inequalities name.
        by: By what the figures are broken down, so that each cell is checked as well.
        notes: What a reader must know.

    Raises:
        DeclarationError: An inequality names a metric that is not there, or a metric counts other
            subjects than the codes are about.
    """

    id: str
    title: Text
    inequalities: tuple[Inequality, ...]
    metrics: tuple[Metric, ...]
    by: tuple[Axis, ...] = ()
    notes: tuple[Text, ...] = ()

    def __attrs_post_init__(self) -> None:
        _check_axes(self.id, self.metrics, self.by)
        there = {metric.id for metric in self.metrics}
        for inequality in self.inequalities:
            missing = sorted({*inequality.left, *inequality.right} - there)
            if missing:
                problem = f"{inequality.id} is about {', '.join(missing)}; name it in `metrics`"
                raise DeclarationError("table", self.id, problem)


@attrs.frozen(kw_only=True)
class Pair:
    """Two metrics that readers take for the same.

    Attributes:
        one: The first.
        other: The second.
        why: Why their figures differ.
    """

    one: Metric
    other: Metric
    why: Text


ONE = lv("Pirmais").en("First")
OTHER = lv("Otrais").en("Second")


@attrs.frozen(kw_only=True)
class PairTable:
    """A table with one row for each of several pairs of metrics: both figures, why they differ.

    Attributes:
        id: Names the table inside the report.
        title: What it shows.
        row_heading: Heading over the names of the pairs.
        one: Heading over the figures of the first, such as the fund that asks for them.
        other: Heading over the figures of the second.
        pairs: In the order of the rows.
        notes: What a reader must know, besides the notes of the metrics.
    """

    id: str
    title: Text
    row_heading: Text
    one: Text = ONE
    other: Text = OTHER
    pairs: tuple[Pair, ...]
    notes: tuple[Text, ...] = ()


@attrs.frozen(kw_only=True)
class GapsTable:
    """Two tables: how often each answer is missing and why; then who lacks which answers.

    Attributes:
        id: Names the first table inside the report; the second is ``<id>.subjects``.
        title: What is missing.
        gaps: What is looked for.
        most: How many subjects to name; a note says how many more there are.
        notes: What a reader must know.
    """

    id: str
    title: Text
    gaps: Gaps
    most: int = 100
    notes: tuple[Text, ...] = ()


TableForm: TypeAlias = (
    FigureTable | BreakdownTable | CrossTable | RateTable | InequalityTable | PairTable | GapsTable
)


def _check_axes(table: str, metrics: Iterable[Metric], by: Iterable[Axis]) -> None:
    for axis in by:
        about = {each.record_type for each in nodes.free_variables(axis.code.node)}
        for metric in metrics:
            if about != {metric.subject.record_type}:
                problem = f"{metric.id} counts other subjects than {axis.id} is about"
                raise DeclarationError("table", table, problem)


def metrics_of(form: TableForm) -> tuple[Metric, ...]:
    """The metrics whose figures a table shows."""
    match form:
        case FigureTable() | CrossTable() | InequalityTable():
            return form.metrics
        case BreakdownTable():
            return (form.metric,)
        case RateTable():
            return tuple(metric for rate in form.rates for metric in (rate.of, rate.among))
        case PairTable():
            return tuple(metric for pair in form.pairs for metric in (pair.one, pair.other))
        case GapsTable():
            return ()
        case _:
            assert_never(form)


def axes_of(form: TableForm) -> tuple[Axis, ...]:
    """By what the figures of a table are broken down, besides what their metrics say."""
    match form:
        case CrossTable():
            return (form.by,)
        case RateTable():
            return () if form.by is None else (form.by,)
        case InequalityTable():
            return form.by
        case _:
            return ()

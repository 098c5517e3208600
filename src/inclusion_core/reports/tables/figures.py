"""Tables of figures: a row for each metric, a row for each code, or a column for each code."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.metrics.metric import Axis, Measure, Metric
from inclusion_core.reports.report import Drawing
from inclusion_core.reports.tables.axes import check_axes
from inclusion_core.texts import Text

__all__ = ["BreakdownTable", "CrossTable", "FigureTable"]


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
        drawing: What may be drawn beside it, where all rows are of one kind; ``None`` for nothing.
    """

    id: str
    title: Text
    row_heading: Text
    metrics: tuple[Metric, ...]
    notes: tuple[Text, ...] = ()
    drawing: Drawing | None = None


@attrs.frozen(kw_only=True)
class BreakdownTable:
    """A table with one row for each code by which a metric is broken down, the largest first.

    Attributes:
        id: Names the table inside the report.
        title: What it shows.
        metric: What is counted; it is broken down by a code.
        name: The name of a code.
        notes: What a reader must know, besides the notes of the metric.
        drawing: What may be drawn beside it: a bar for each code; ``None`` for nothing.

    Raises:
        DeclarationError: The metric is not broken down.
    """

    id: str
    title: Text
    metric: Metric
    name: Callable[[str], Text]
    notes: tuple[Text, ...] = ()
    drawing: Drawing | None = Drawing()  # noqa: RUF009  frozen, as this is

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
        drawing: What may be drawn beside it; the first column is that of all. ``None`` for nothing.

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
    drawing: Drawing | None = None

    def __attrs_post_init__(self) -> None:
        check_axes(self.id, self.metrics, (self.by,))
        for metric in self.metrics:
            if metric.measure is Measure.DIFFERENT_CODES:
                problem = f"{metric.id} counts different codes: those of two columns do not add up"
                raise DeclarationError("table", self.id, problem)

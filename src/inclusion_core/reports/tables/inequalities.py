"""Tables of official inequalities."""

from __future__ import annotations

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.metrics.inequalities import Inequality
from inclusion_core.metrics.metric import Axis, Metric
from inclusion_core.reports.tables.axes import check_axes
from inclusion_core.texts import Text

__all__ = ["InequalityTable"]


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
        check_axes(self.id, self.metrics, self.by)
        there = {metric.id for metric in self.metrics}
        for inequality in self.inequalities:
            missing = sorted({*inequality.left, *inequality.right} - there)
            if missing:
                problem = f"{inequality.id} is about {', '.join(missing)}; name it in `metrics`"
                raise DeclarationError("table", self.id, problem)

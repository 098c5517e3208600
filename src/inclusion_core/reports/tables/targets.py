"""Tables of targets."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.metrics.metric import Axis, Measure, Metric
from inclusion_core.metrics.targets import OPERATION, PLACE
from inclusion_core.reports.tables.axes import is_about
from inclusion_core.texts import Text

__all__ = ["TargetTable"]


@attrs.frozen(kw_only=True)
class TargetTable:
    """A table with one row for each of several metrics: what was promised, and what came of it.

    What was promised stands in the data, as targets of operations. The columns are: what was
    promised at first; what is promised as amended by the status day; the figure; what per cent of
    the amended promise that is; whether it is reached; by when it is due; whether that day has
    passed; and, where a metric has a window, for how many it is still open. Each amendment is told
    in a note with its day.

    A metric has below it a row for each place and each operation by which it is told apart. The
    metrics may count different subjects: each is told apart by those axes that are about its own.

    Attributes:
        id: Names the table inside the report.
        title: What it shows.
        row_heading: Heading over the names of the metrics.
        metrics: In the order of the rows; the unit of an amount stands after its name.
        by: Axes with the id ``place`` or ``operation``, of each at most one for one kind of
            subject.
        name: The name of a place or an operation by its code.
        notes: What a reader must know, besides the notes of the metrics.

    Raises:
        DeclarationError: An axis has another id, or there are two for one kind of subject; it is
            about no subject that is counted; or a metric that is told apart counts different codes.
    """

    id: str
    title: Text
    row_heading: Text
    metrics: tuple[Metric, ...]
    by: tuple[Axis, ...] = ()
    name: Callable[[str], Text] = Text.same
    notes: tuple[Text, ...] = ()

    def __attrs_post_init__(self) -> None:
        for axis in self.by:
            if axis.id not in (OPERATION, PLACE):
                raise self._refused(f"targets are by {OPERATION} or {PLACE}, not by {axis.id}")
            if not any(is_about(axis, metric) for metric in self.metrics):
                raise self._refused(f"no metric counts what {axis.id} is about")
        for metric in self.metrics:
            ids = [axis.id for axis in self.axes_of(metric)]
            if len(set(ids)) < len(ids):
                raise self._refused(f"{metric.id} has two axes with one id")
            if ids and metric.measure is Measure.DIFFERENT_CODES:
                problem = f"{metric.id} counts different codes: they are not told apart"
                raise self._refused(problem)

    def axes_of(self, metric: Metric) -> tuple[Axis, ...]:
        """By what a metric is told apart here."""
        return tuple(axis for axis in self.by if is_about(axis, metric))

    def _refused(self, problem: str) -> DeclarationError:
        return DeclarationError("table", self.id, problem)

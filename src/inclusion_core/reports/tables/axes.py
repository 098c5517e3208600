"""Whether the figures of a table can be broken down as it asks."""

from __future__ import annotations

from collections.abc import Iterable

from inclusion_core.errors import DeclarationError
from inclusion_core.expr import nodes
from inclusion_core.metrics.metric import Axis, Metric

__all__ = ["check_axes", "is_about"]


def is_about(axis: Axis, metric: Metric) -> bool:
    """Whether an axis is about what a metric counts, and about nothing else."""
    about = {each.record_type for each in nodes.free_variables(axis.code.node)}
    return about == {metric.subject.record_type}


def check_axes(table: str, metrics: Iterable[Metric], by: Iterable[Axis]) -> None:
    """Look whether each axis is about what each metric counts.

    Args:
        table: Id of the table.
        metrics: What it counts.
        by: By what it breaks the figures down.

    Raises:
        DeclarationError: A metric counts other subjects than an axis is about.
    """
    for axis in by:
        for metric in metrics:
            if not is_about(axis, metric):
                problem = f"{metric.id} counts other subjects than {axis.id} is about"
                raise DeclarationError("table", table, problem)

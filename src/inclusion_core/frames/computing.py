"""Computes the figures of metrics on a register, part by part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from inclusion_core.frames.asking import Asked, assumptions_of
from inclusion_core.frames.breaking_down import axes_of
from inclusion_core.frames.figure_tables import FigureTable
from inclusion_core.frames.registers import Register
from inclusion_core.metrics.adding_up import Progress, count_parts
from inclusion_core.metrics.metric import Axis, Metric, each_once
from inclusion_core.periods import Period

__all__ = ["Progress", "compute"]


def compute(  # noqa: PLR0913  all that a figure depends on
    metrics: Iterable[Metric],
    register: Register,
    *,
    period: Period,
    status_day: date | None = None,
    known_on: date | None = None,
    by: Iterable[Axis | str] = (),
    assumptions: Mapping[str, int] | None = None,
    progress: Progress | None = None,
) -> FigureTable:
    """The figures of metrics on a register.

    All metrics about one kind of subject are worked out in one pass over each part; a median takes
    a pass of its own.

    Args:
        metrics: What to count.
        register: On what.
        period: The period reported on.
        status_day: The day that "now" stands for; by default the last day of the period.
        known_on: The day up to which the register is known: a result that may still come is told
            apart then. ``None`` reads the register as things stand, and nothing is open.
        by: By what every figure is broken down: axes, or names of columns that hold codes.
        assumptions: What to assume other than by default, by the id of the assumption.
        progress: Called after each part.

    Raises:
        UnknownNameError: A column to break down by is not there; near names are listed.
        DeclarationError: The period has no last day, two metrics that differ have one id, or an
            axis is about other subjects than a metric counts.
        AssumptionError: A value is none of those that may be assumed, or of no assumption here.
        SchemaError: The register lacks a table or column that is asked for.
    """
    listed = each_once(metrics)
    axes = axes_of(by, listed, register.recorded.schema)
    asked = Asked.of(
        assumptions_of(listed),
        period=period,
        status_day=status_day,
        known_on=known_on,
        values=assumptions,
    )
    figures = count_parts(
        listed,
        register.parts_known(known_on),
        asked.parameters,
        known_on=known_on,
        by=axes,
        progress=progress,
    )
    return FigureTable(figures=figures, axes=axes, asked=asked)

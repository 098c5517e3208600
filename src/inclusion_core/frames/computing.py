"""Computes the figures of metrics on a register, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeAlias

from inclusion_core.frames.adding_up import added_up, finest
from inclusion_core.frames.asking import Asked, assumptions_of
from inclusion_core.frames.breaking_down import axes_of
from inclusion_core.frames.figure_tables import FigureTable
from inclusion_core.frames.registers import Register
from inclusion_core.metrics.counting import count_tables
from inclusion_core.metrics.figures import Figures
from inclusion_core.metrics.metric import Axis, Metric, each_once
from inclusion_core.periods import Period

__all__ = ["Progress", "compute"]

Progress: TypeAlias = Callable[[int, int], object]
"""Told after each part: how many are done, of how many."""


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
    parts = register.parts_known(known_on)
    several = len(parts) > 1
    counted_by = finest(listed, axes) if several else axes
    found: list[Figures] = []
    for done, part in enumerate(parts, 1):
        figures = count_tables(listed, part, asked.parameters, known_on=known_on, by=counted_by)
        found.append(figures)
        if progress is not None:
            progress(done, len(parts))
    return FigureTable(
        figures=added_up(found, axes) if several else found[0], axes=axes, asked=asked
    )

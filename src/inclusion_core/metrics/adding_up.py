"""Figures of a register in parts: counted one part after another, and added up.

Every row is in one part, so that all counts may be added. Elsewhere unique counts of two places do
not add up, and :class:`Figure` refuses to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from inclusion_core.expr.parameters import Parameters
from inclusion_core.metrics.counting import count_tables
from inclusion_core.metrics.figures import Figure, Figures
from inclusion_core.metrics.metric import Axis, Metric, each_once
from inclusion_core.metrics.tally import (
    Cells,
    Group,
    Tally,
    added,
    ordered_cells,
    ordered_groups,
    rolled,
)

if TYPE_CHECKING:
    from inclusion_core.expr.frames import Tables

__all__ = ["Progress", "count_parts"]

Progress: TypeAlias = Callable[[int, int], object]
"""Told after each part: how many are done, of how many."""


def count_parts(  # noqa: PLR0913  all that a figure depends on
    metrics: Iterable[Metric],
    parts: Sequence[Tables],
    parameters: Parameters,
    *,
    known_on: date | None = None,
    by: Sequence[Axis] = (),
    progress: Progress | None = None,
) -> Figures:
    """The figures of metrics, counted on one part after another.

    Args:
        metrics: What to count.
        parts: Tables of which every row is in one alone, as are all rows that belong to it.
        parameters: What the metrics ask for; see :func:`~inclusion_core.metrics.count_tables`.
        known_on: The day up to which the tables are known; ``None`` reads them as things stand.
        by: Codes by which every figure is broken down.
        progress: Called after each part.
    """
    listed, axes = each_once(metrics), tuple(by)
    counted_by = _finest(listed, axes) if len(parts) > 1 else axes
    found: list[Figures] = []
    for done, part in enumerate(parts, 1):
        found.append(count_tables(listed, part, parameters, known_on=known_on, by=counted_by))
        if progress is not None:
            progress(done, len(parts))
    return _all_parts(found, axes) if len(found) > 1 else found[0]


def _finest(metrics: Iterable[Metric], axes: tuple[Axis, ...]) -> tuple[Axis, ...]:
    """The axes by which parts are counted: those that are asked for, and those of the metrics.

    The groups of a figure leave out where nobody is counted; only cells can be added up.
    """
    own = {metric.by.code.node: metric.by for metric in metrics if metric.by is not None}
    return (*axes, *own.values())


def _all_parts(parts: Sequence[Figures], axes: tuple[Axis, ...]) -> Figures:
    """The figures of the whole, broken down by the axes that are asked for."""
    return Figures(
        {
            figure.metric.id: _added_up([part[figure.metric.id] for part in parts], axes)
            for figure in parts[0]
        }
    )


def _added_up(figures: Sequence[Figure], axes: tuple[Axis, ...]) -> Figure:
    metric = figures[0].metric
    cells = _merged(figures)
    groups: dict[Group, Tally] = {}
    if metric.by is not None:
        places = [axis.code.node for axis in figures[0].axes]
        own = rolled(cells, [places.index(metric.by.code.node)])
        groups = ordered_groups((codes[0], tally) for codes, tally in own.items())
    return Figure(
        metric=metric,
        total=added(figure.total for figure in figures),
        groups=groups,
        axes=axes,
        cells=rolled(cells, range(len(axes))) if axes else {},
    )


def _merged(figures: Iterable[Figure]) -> Cells:
    """The cells of all figures, those of one place added up."""
    found: dict[tuple[Group, ...], list[Tally]] = {}
    for figure in figures:
        for codes, tally in figure.cells.items():
            found.setdefault(codes, []).append(tally)
    return ordered_cells({codes: added(tallies) for codes, tallies in found.items()})

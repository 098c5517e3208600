"""Figures of the parts of a register, added up: every row is in one part, so that all of them may.

Elsewhere unique counts of two places do not add up, and :class:`Figure` refuses to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from inclusion_core.metrics.figures import Figure, Figures
from inclusion_core.metrics.metric import Axis, Metric
from inclusion_core.metrics.tally import (
    Cells,
    Group,
    Tally,
    added,
    ordered_cells,
    ordered_groups,
    rolled,
)

__all__ = ["added_up", "finest"]


def finest(metrics: Iterable[Metric], axes: tuple[Axis, ...]) -> tuple[Axis, ...]:
    """The axes by which parts are counted: those that are asked for, and those of the metrics.

    The groups of a figure leave out where nobody is counted; only cells can be added up.
    """
    own = {metric.by.code.node: metric.by for metric in metrics if metric.by is not None}
    return (*axes, *own.values())


def added_up(parts: Sequence[Figures], axes: tuple[Axis, ...]) -> Figures:
    """The figures of the whole, broken down by the axes that are asked for.

    Args:
        parts: The figures of each part, counted by the finest axes.
        axes: The axes that are asked for: the first of those.
    """
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

"""Figures as rows: one metric in one cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from inclusion_core.metrics.figures import Amount, Figure
from inclusion_core.metrics.metric import Axis, Measure
from inclusion_core.metrics.tally import Cells, Group, Tally

__all__ = ["FigureRow", "figure_rows"]


@attrs.frozen(kw_only=True)
class FigureRow:
    """One metric in one cell.

    Attributes:
        metric: Its id.
        codes: The place of the cell on each axis.
        counted: How many are surely counted.
        unknown: How many more may be, because something about them is not known.
        open: For how many the answer does not stand yet.
        asked: Of how many the question is surely asked, and stands: the denominator.
        value: The figure: the number counted, their total or median; ``None`` for the median of
            nobody, and for the different codes of one cell, which only the whole figure tells.
    """

    metric: str
    codes: tuple[Group, ...]
    counted: int
    unknown: int
    open: int
    asked: int
    value: Amount


def figure_rows(
    figures: Iterable[Figure], cells: Sequence[tuple[Group, ...]], axes: tuple[Axis, ...]
) -> tuple[FigureRow, ...]:
    """A row for each figure, in each cell; in the order of the figures, then of the cells."""
    return tuple(_row(figure, codes, axes) for figure in figures for codes in cells)


def _row(figure: Figure, codes: tuple[Group, ...], axes: tuple[Axis, ...]) -> FigureRow:
    cells: Cells = figure.cells
    tally = cells.get(codes, Tally()) if axes else figure.total
    return FigureRow(
        metric=figure.metric.id,
        codes=codes,
        counted=tally.counted,
        unknown=tally.unknown + tally.amount_unknown if axes else figure.unknown,
        open=tally.open,
        asked=tally.asked,
        value=_value(figure, tally) if axes else figure.value,
    )


def _value(figure: Figure, tally: Tally) -> Amount:
    """What a figure comes to in one cell."""
    of_cells: Mapping[Measure, Amount] = {
        Measure.SUBJECTS: tally.counted,
        Measure.TOTAL: tally.amount,
        Measure.MEDIAN: tally.median,
    }
    return of_cells.get(figure.metric.measure)

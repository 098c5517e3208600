"""Restating: the same figures as known on two days, side by side.

A figure moves because somebody came in late, because a record was corrected, or because an answer
that was open now stands. What it was, and what it is, belong on one line.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.metrics.figures import Amount, Figure, Figures
from inclusion_core.metrics.metric import Axis, Measure, Metric
from inclusion_core.metrics.tally import Cells, Group, Tally, ordered_cells

__all__ = ["Restatement", "restated"]


@attrs.frozen(kw_only=True)
class Restatement:
    """What one place of a figure was, and what it is.

    Attributes:
        metric: What was counted.
        axes: By what the place is told apart; empty for the total.
        cell: The place, by one code for each axis.
        before: Its tally as known on the first day.
        after: Its tally as known on the second day.
        values: What it came to and comes to: subjects, or a total or median of their amounts; for
            the total of different codes, codes.
    """

    metric: Metric
    axes: tuple[Axis, ...] = ()
    cell: tuple[Group, ...] = ()
    before: Tally
    after: Tally
    values: tuple[Amount, Amount]

    @property
    def changed(self) -> bool:
        """Whether anything of it has moved."""
        return self.before != self.after

    @property
    def counted(self) -> tuple[int, int]:
        """How many were counted, and how many are."""
        return self.before.counted, self.after.counted

    @property
    def unknown(self) -> tuple[int, int]:
        """For how many it was not known, and is not."""
        return self.before.unknown, self.after.unknown

    @property
    def open(self) -> tuple[int, int]:
        """For how many the answer did not stand yet, and does not."""
        return self.before.open, self.after.open


def restated(before: Figures, after: Figures) -> tuple[Restatement, ...]:
    """Each figure as known on two days: its total, then each cell and group that it has on either.

    Args:
        before: As known on the first day.
        after: The same metrics, for the same period, as known on the second day.

    Raises:
        DeclarationError: A metric was counted on one day only, was defined otherwise, or is broken
            down otherwise.

    Example:
        [each for each in restated(in_january, in_june) if each.changed]
    """
    uneven = before.by_id.keys() ^ after.by_id.keys()
    if uneven:
        raise DeclarationError("metric", min(uneven), "it was counted on one of the days only")
    return tuple(each for figure in before for each in _restated(figure, after[figure.metric.id]))


def _restated(before: Figure, after: Figure) -> Iterator[Restatement]:
    metric = before.metric
    if metric != after.metric:
        raise DeclarationError("metric", metric.id, "it was defined otherwise; count both again")
    if before.axes != after.axes:
        raise DeclarationError("metric", metric.id, "it is broken down otherwise; count both again")
    yield Restatement(
        metric=metric,
        before=before.total,
        after=after.total,
        values=(before.value, after.value),
    )
    yield from _places(metric, before.axes, before.cells, after.cells)
    if metric.by is not None:
        yield from _places(metric, (metric.by,), _own_cells(before), _own_cells(after))


def _own_cells(figure: Figure) -> Cells:
    return {(group,): tally for group, tally in figure.groups.items()}


def _places(
    metric: Metric, axes: tuple[Axis, ...], before: Cells, after: Cells
) -> Iterator[Restatement]:
    for cell in ordered_cells({**before, **after}):
        one, other = before.get(cell, Tally()), after.get(cell, Tally())
        values = _value(metric, one), _value(metric, other)
        yield Restatement(
            metric=metric, axes=axes, cell=cell, before=one, after=other, values=values
        )


def _value(metric: Metric, tally: Tally) -> Amount:
    if metric.amount is None:
        return tally.counted
    return tally.amount if metric.measure is Measure.TOTAL else tally.median

"""The rows of a table of targets, one by one."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import attrs

from inclusion_core.metrics.figures import Figure
from inclusion_core.metrics.targets import TargetProgress
from inclusion_core.model.target import Target
from inclusion_core.reports.behind import STATED, Behind, Count, Derived
from inclusion_core.reports.filling.cells import (
    NO,
    YES,
    amount_cell,
    not_collected,
    percent,
)
from inclusion_core.reports.filling.counts import counts_behind
from inclusion_core.reports.filling.target_notes import NOT_KNOWN, ONE_OF_SEVERAL, day_words
from inclusion_core.reports.report import Cell, TableRow
from inclusion_core.texts import Text
from inclusion_core.truth import Truth

__all__ = ["FigureBehind", "Line", "one_of_several"]


@attrs.frozen(kw_only=True)
class Line:
    """One row, before it is known how many columns there are.

    Attributes:
        id: Of the row.
        says: Its heading.
        figure: What came of it; ``None`` where nothing tells it.
        behind: Where the figure comes from, and for how many it is open.
        progress: The target that it is about; ``None`` for a figure without one.
        part_of: Id of the row above it.
        notes: What is told of it.
    """

    id: str
    says: Text
    figure: Figure | None
    behind: FigureBehind | None = None
    progress: TargetProgress | None = None
    part_of: str = ""
    notes: tuple[Text, ...] = ()

    def row(self, *, with_open: bool) -> TableRow:
        """The row."""
        figure, behind, progress = self.figure, self.behind, self.progress
        actual, opened = not_collected(2)
        if figure is not None and behind is not None:
            unknown = figure.unknown
            actual = amount_cell(figure.value, unknown=unknown, behind=behind.figure)
            windowed = figure.metric.settled_on is not None
            opened = amount_cell(figure.open, behind=behind.open) if windowed else amount_cell(None)
        first, amended, *judged = (
            (amount_cell(None),) * 6 if progress is None else _judged(progress, behind)
        )
        cells = (first, amended, actual, *judged, *((opened,) if with_open else ()))
        return TableRow(id=self.id, heading=self.says, cells=cells, part_of=self.part_of)


@attrs.frozen(kw_only=True)
class FigureBehind:
    """Where the figure of a row comes from.

    Attributes:
        figure: The figure, and for how many it is not known.
        open: For how many it is open.
    """

    figure: Count | Derived
    open: Count

    @property
    def judged(self) -> Derived:
        """What is behind all that is said of the figure."""
        return Derived(of=counts_behind(self.figure, self.open))


def _judged(progress: TargetProgress, behind: FigureBehind | None) -> tuple[Cell, ...]:
    """All cells of a target but that of the figure."""
    target = progress.target
    amount, actual = target.amount, progress.actual
    judged = None if behind is None else behind.judged
    due = target.due_on if isinstance(target.due_on, date) else day_words(target.due_on)
    return (
        Cell(value=_first(progress).amount, behind=STATED),
        Cell(value=amount, behind=STATED),
        percent(None if actual is None or not amount else Fraction(actual) / amount, judged),
        _truth_cell(progress.reached, judged),
        Cell(value=due, behind=STATED),
        _truth_cell(progress.past_due, STATED),
    )


def _first(progress: TargetProgress) -> Target:
    """The target that was agreed first, of those that became this one."""
    return (*progress.amends, progress.target)[0]


def _truth_cell(truth: Truth, behind: Behind | None) -> Cell:
    words = {Truth.YES: YES, Truth.NO: NO, Truth.UNKNOWN: NOT_KNOWN}[truth]
    return Cell(value=words, behind=behind)


def one_of_several(
    progress: TargetProgress,
    part_of: str,
    notes: tuple[Text, ...],
    *,
    figure: Figure | None,
    behind: FigureBehind | None,
) -> Line:
    """The row of one target where a spot has several."""
    target = progress.target
    return Line(
        id=f"{part_of}/{target.id}",
        says=ONE_OF_SEVERAL.filled(amount=target.amount, due=day_words(target.due_on)),
        figure=figure,
        behind=behind,
        progress=progress,
        part_of=part_of,
        notes=notes,
    )

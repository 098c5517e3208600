"""The numbers that a published report tells, as far as it says what stands behind them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import attrs

from inclusion_core.publishing.releases.release import HIDDEN, Number, Shown
from inclusion_core.reports.behind import Count, Shows
from inclusion_core.reports.report import Cell, Mark, Report

__all__ = ["numbers_of"]


def numbers_of(report: Report) -> tuple[Number, ...]:
    """The counts of a report that is published, shown or hidden.

    What is worked out of counts, stated by somebody or not collected is left out, and so is
    every number of which the report does not say what it counts.
    """
    return tuple(
        number
        for section in report.sections
        for table in section.tables
        for row in table.rows
        for cell in row.cells
        for number in _numbers(cell)
    )


def _numbers(cell: Cell) -> Iterator[Number]:
    if not isinstance(cell.behind, Count):
        return
    value = _shown(cell.value)
    if value is not None:
        yield Number(count=cell.behind, value=value)
    unknown = _shown(cell.unknown)
    if unknown and cell.behind.shows is Shows.FIGURE:  # beside most figures none is told, not 0
        yield Number(count=attrs.evolve(cell.behind, shows=Shows.UNKNOWN), value=unknown)


def _shown(value: object) -> Shown | None:
    if value is Mark.SUPPRESSED:
        return HIDDEN
    return value if isinstance(value, int | Decimal) else None

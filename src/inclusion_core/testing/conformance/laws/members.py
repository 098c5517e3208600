"""The law of lineage: as many members stand behind each figure of a report as it says."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from inclusion_core.reports.behind import Count, Shows
from inclusion_core.reports.lineage.lineage import Lineage
from inclusion_core.reports.report import Cell, Mark, Report
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.faults import fault_told
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.laws.asked import Asked
from inclusion_core.testing.conformance.laws.everything import reported
from inclusion_core.testing.conformance.laws.gathering import few_different
from inclusion_core.testing.conformance.laws.searching import Problem, broken
from inclusion_core.testing.conformance.laws.settings import Setting, drawn

__all__ = ["MEMBERS_MAKE_FIGURES", "members_make_figures"]


def members_make_figures(asked: Asked, setting: Setting) -> Iterator[Problem]:
    """The figures of reports that are others than those which their members make."""
    for form in asked.reports:
        try:
            found = list(_others(*reported(form, asked, setting)))
        except Exception as fault:  # noqa: BLE001  whatever a plugin raises is told
            yield form.id, f"who is behind its figures cannot be told: {fault_told(fault)}"
            continue
        yield from ((f"{form.id}/{where}", problem) for where, problem in found)


def _others(report: Report, lineage: Lineage) -> Iterator[tuple[str, str]]:
    for where, cell in _counted(report):
        problem = _problem(cell, lineage)
        if problem:
            yield where, problem


def _counted(report: Report) -> Iterator[tuple[str, Cell]]:
    """The cells with a count behind them, each with its table and row."""
    tables = [table for section in report.sections for table in section.tables]
    for table in tables:
        for row in table.rows:
            for cell in row.cells:
                if isinstance(cell.behind, Count) and cell.value is not Mark.NOT_COLLECTED:
                    yield f"{table.id}/{row.id}", cell


def _problem(cell: Cell, lineage: Lineage) -> str:
    count = cell.behind
    assert isinstance(count, Count)  # noqa: S101  no other cell is asked
    shown = None if cell.value is Mark.NOT_APPLICABLE else cell.value
    made = lineage.number(count)
    if made != shown:
        return f"it shows {shown} of {count.metric}, and its members make {made}"
    if count.shows is not Shows.FIGURE or not cell.unknown:
        return ""
    without = len(lineage.members(attrs.evolve(count, shows=Shows.UNKNOWN)))
    if without == cell.unknown:
        return ""
    return f"beside {count.metric} it says not known of {cell.unknown}, and they are {without}"


def _look(given: Given) -> Iterator[Broken]:
    few = few_different(given)
    first = few[: max(1, len(few) // 2)]
    yield from broken(given, drawn(given), members_make_figures, first=first)


MEMBERS_MAKE_FIGURES = Conformance(
    "members-make-figures",
    "The members behind each figure of a report are as many as it says.",
    _look,
    concerns=lambda given: bool(given.brought.reports),
)

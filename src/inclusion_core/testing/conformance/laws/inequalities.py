"""The law of official inequalities: figures keep them whoever the people are."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.metrics.counting import count_records
from inclusion_core.metrics.figures import Figures, broken_inequalities
from inclusion_core.metrics.inequalities import checked
from inclusion_core.reports.tables import InequalityTable
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.laws.asked import Asked
from inclusion_core.testing.conformance.laws.figures import counted
from inclusion_core.testing.conformance.laws.gathering import different
from inclusion_core.testing.conformance.laws.searching import Problem, broken
from inclusion_core.testing.conformance.laws.settings import Setting, drawn

__all__ = ["INEQUALITIES_HOLD", "inequalities_hold"]


def inequalities_hold(asked: Asked, setting: Setting) -> Iterator[Problem]:
    """Metrics that count more than what they are part of, and broken rules of the forms."""
    records = setting.records(asked.schema)
    figures = Figures(counted(asked.metrics, records, setting, setting.known_on))
    for part, whole in broken_inequalities(figures):
        here, there = (figures[key].total.counted for key in (part, whole))
        yield part, f"it is part of {whole}, and counts {here} where that one counts {there}"
    for form in asked.reports:
        for table in form.tables:
            if isinstance(table, InequalityTable):
                yield from _broken_in(form.id, table, asked, setting)


def _broken_in(
    form: str, table: InequalityTable, asked: Asked, setting: Setting
) -> Iterator[Problem]:
    records = setting.records(asked.schema)
    figures = count_records(
        table.metrics, records, setting.parameters, known_on=setting.known_on, by=table.by
    )
    for each in checked(figures, table.inequalities):
        if not each.holds:
            where = f" in {', '.join(map(str, each.cell))}" if each.cell else ""
            told = f"{each.inequality.formula}{where}: {each.left} and {each.right}"
            yield f"{form}/{each.inequality.id}", f"the inequality does not hold, {told}"


def _look(given: Given) -> Iterator[Broken]:
    first = different(given, tidy=True)
    yield from broken(given, drawn(given, tidy=True), inequalities_hold, first=first)


def _concerns(given: Given) -> bool:
    own = given.brought
    tables = (table for form in own.reports for table in form.tables)
    return any(each.part_of for each in own.metrics) or any(
        isinstance(table, InequalityTable) for table in tables
    )


INEQUALITIES_HOLD = Conformance(
    "inequalities-hold",
    "A part is never more than its whole, and the inequalities of report forms hold.",
    _look,
    concerns=_concerns,
)

"""A toy fund: a facts table, what it assumes, metrics over it and a form of no programme."""

from __future__ import annotations

from datetime import date
from importlib.metadata import version

from stays_lab import (
    ENTERED,
    GENDER,
    GROWN,
    GROWN_UP,
    LEAVERS,
    PROVIDERS,
    STAYED,
    STAYS,
    WINDOW,
    WORKERS,
    YOUNG,
    named,
)

from inclusion_core.manager import Plugin
from inclusion_core.markers import hookimpl
from inclusion_core.metrics.gaps import Gaps
from inclusion_core.metrics.inequalities import Inequality, Relation
from inclusion_core.reports.form import (
    CrossTable,
    GapsTable,
    InequalityTable,
    ReportForm,
    SectionForm,
)
from inclusion_core.sources import Source
from inclusion_core.texts import lv

ACT = Source(lv("Likums").en("Act"), issued=date(2016, 2, 9))
TITLE = lv("Fonda ziņojums").en("Report to the fund")
WHAT = lv("Rādītājs").en("Measure")
EVERYBODY = Inequality(
    id="toy.both",
    left=("toy.grown", "toy.young"),
    relation=Relation.EQUAL,
    right=("toy.stayed",),
    source=ACT,
)
FIGURES = CrossTable(
    id="figures",
    title=TITLE,
    row_heading=WHAT,
    metrics=(STAYED, GROWN, YOUNG, LEAVERS, WORKERS, PROVIDERS),
    by=GENDER,
    codes=("female", "male"),
    name=named,
)
GAPS = GapsTable(
    id="gaps",
    title=lv("Trūkst").en("Missing"),
    gaps=Gaps(
        id="toy.gaps", says=TITLE, table=STAYS, among=ENTERED, fields=("gender",), source=ACT
    ),
)


def form(key: str, *tables: CrossTable | GapsTable | InequalityTable) -> ReportForm:
    """A form of the whole fund."""
    return ReportForm(
        id=key,
        title=TITLE,
        subtitle=lv("{period}").en("{period}"),
        sections=(SectionForm(id="all", title=TITLE, tables=tables),),
    )


FUND = form("toy.fund", FIGURES, GAPS)
STRICT = form(
    "toy.strict",
    FIGURES,
    InequalityTable(
        id="rules", title=TITLE, inequalities=(EVERYBODY,), metrics=(GROWN, YOUNG, STAYED)
    ),
)


class FundPlugin:
    """All that the toy fund declares."""

    @hookimpl
    def inclusion_facts_tables(self):
        return (STAYS,)

    @hookimpl
    def inclusion_assumptions(self):
        return (GROWN_UP, WINDOW)

    @hookimpl
    def inclusion_metrics(self):
        return FIGURES.metrics

    @hookimpl
    def inclusion_reports(self):
        return (FUND, STRICT)


TOY_FUND = Plugin(
    name="toy",
    distribution="inclusion-toy",
    version=version("inclusion-core"),
    load=FundPlugin,
)

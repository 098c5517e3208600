"""The laboratory of impact: the course of the submissions, and a guest book with a facts table."""

from datetime import date

import attrs
import handed_lab as lab
from metrics_lab.guest_facts import OFTEN, TABLE, GuestFacts, GuestFactsRow, facts
from metrics_lab.guests import COUNTRY, Guest, Room, Visit, book, metric
from metrics_lab.guests import SCHEMA as GUESTS

from inclusion_core.expr import subject
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY
from inclusion_core.facts.rows import ParticipationRow
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.facts.table import Column, FactsTable
from inclusion_core.impact.comparing import compared
from inclusion_core.impact.material import Material
from inclusion_core.impact.standing import standing_of
from inclusion_core.metrics.metric import Axis, Measure
from inclusion_core.model.caseload import Journal
from inclusion_core.periods import Period
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.form import FigureTable, ReportForm, SectionForm
from inclusion_core.texts import lv

stay = subject(ParticipationRow)
STAYS = lab.metric(
    "stays",
    lv("Dalības").en("Stays"),
    subject=ParticipationRow,
    universe=(stay.entered_on <= PERIOD_LAST_DAY) & (stay.left_on >= PERIOD_FIRST_DAY),
    measure=Measure.DIFFERENT_CODES,
    by=Axis(id="gender", says=lv("Dzimums").en("Gender"), code=stay.client.gender),
)
BY_GENDER = lab.report_form(STAYS)
YEAR = Period(date(2018, 1, 1), date(2018, 12, 31))
LAST = YEAR.last_day
KNOWN = date(2019, 1, 3)
TITLE = lv("Pārskats").en("Overview")
VERSIONS = (("inclusion-class", "1.0.0"),)
__all__ = ["COUNTRY", "GUESTS", "OFTEN", "TABLE", "GuestFacts", "Journal", "Room", "facts"]


def material(*more):
    return Material(lab.journal(*more), SCHEMA)


def standing(form, of, known_on, *, period=YEAR, **given):
    """Where everybody stands for a form, as known on a day."""
    data = of.known(known_on).data
    return standing_of(
        form, data, period=period, status_day=period.last_day, versions=VERSIONS, **given
    )


def between(of, since, until, *, form=lab.FORM, then=None, period=YEAR):
    """What moves between two days, or two forms."""
    before = standing(form, of, since, period=period)
    after = standing(then or form, of, until, period=period)
    return compared(before, after, material=of)


def guest_form(*metrics):
    table = FigureTable(id="guests", title=TITLE, row_heading=TITLE, metrics=metrics)
    section = SectionForm(id="guests", title=TITLE, tables=(table,))
    return ReportForm(id="toy.book", title=TITLE, subtitle=TITLE, sections=(section,))


GUEST_RECORDS = book(
    Guest(id="g-1", born_on=date(1980, 1, 1), country="LV", children=2),
    Guest(id="g-2", born_on=date(2005, 1, 1), country="UA", children=1),
    Guest(id="g-3", country="UA"),
    *(Visit(id=f"v-{number}", guest_id="g-1", room=Room.HALL) for number in range(3)),
    *(Visit(id=f"w-{number}", guest_id="g-2", room=Room.KITCHEN) for number in range(2)),
    Visit(id="x-1", guest_id="g-3"),
)


def guests(*metrics, assumptions={}):  # noqa: B006  read alone
    """Where the guests stand."""
    data = ReportData(on=GUEST_RECORDS, known_on=KNOWN, fingerprint="0" * 64, records=9)
    return standing_of(
        guest_form(*metrics),
        data,
        period=YEAR,
        status_day=LAST,
        assumptions=assumptions,
    )


def guest_facts(**columns):
    """The facts table, with some columns worked out otherwise."""
    known = {name: Column(value=each) for name, each in columns.items()}
    return attrs.evolve(TABLE, columns={**TABLE.columns, **known})


def of_facts(where, table: FactsTable = TABLE, **fields):
    return metric(
        subject=GuestFactsRow, table=table, universe=facts.visits >= 1, where=where, **fields
    )

"""The laboratory of submissions: a course, its money and targets, and what was recorded when.

Five clients take the course. On 10 August 2018, after the first half year was handed in, the entry
of one is corrected, and those of two are taken back; on 1 October one is erased.
"""

from datetime import date
from decimal import Decimal

import attrs

from inclusion_core.expr import months_after, subject
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY, STATUS_DAY
from inclusion_core.facts.rows import (
    HouseholdRow,
    ParticipationRow,
    PersonRow,
    ServiceAttendanceRow,
    ServiceRow,
)
from inclusion_core.fields import type_name
from inclusion_core.manager import Plugin
from inclusion_core.markers import hookimpl
from inclusion_core.metrics.metric import Axis, Grain, Measure, Membership, Metric
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.cost import BudgetLine, CostBasis, CostCap, CostCapPer, CostEntry
from inclusion_core.model.funding import (
    Contract,
    Fund,
    FundingShare,
    Operation,
    Programme,
    Provider,
    ShareRule,
)
from inclusion_core.model.household import Household, HouseholdMembership
from inclusion_core.model.outcome import Evidence, Outcome, OutcomeKind
from inclusion_core.model.participation import Participation
from inclusion_core.model.service import Service, ServiceAttendance
from inclusion_core.model.target import Target
from inclusion_core.model.versions import Act, Version
from inclusion_core.model.yes_no import YesNo
from inclusion_core.periods import Period
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.reports.form import FigureTable, ReportForm, SectionForm
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, NOT_ASKED, parse_day

RULES = Source(lv("Nolikums").en("Rules"), issued=date(2018, 1, 2))
FIRST_HALF = Period(date(2018, 1, 1), date(2018, 6, 30))
SECOND_HALF = Period(date(2018, 7, 1), date(2018, 12, 31))
START, JULY, AUGUST = date(2018, 1, 5), date(2018, 7, 2), date(2018, 8, 10)
OCTOBER, NEXT_YEAR = date(2018, 10, 1), date(2019, 1, 3)

person, attendance = subject(PersonRow), subject(ServiceAttendanceRow)
stays = person.clients.each(lambda client: client.participations)
in_period = stays.where(
    lambda each: (each.entered_on <= PERIOD_LAST_DAY) & (each.left_on >= PERIOD_FIRST_DAY)
)
on_the_day = stays.where(
    lambda each: (each.entered_on <= STATUS_DAY) & (each.left_on >= STATUS_DAY)
)
stay = subject(ParticipationRow)


def metric(key, says, **fields):
    given = {
        "subject": PersonRow,
        "universe": in_period.exist(),
        "grain": Grain.PROGRAMME,
        "membership": Membership.ACTIVE,
        "source": RULES.point("1"),
        **fields,
    }
    return Metric(id=f"class.{key}", says=says, **given)


GENDER = Axis(
    id="gender",
    says=lv("Dzimums").en("Gender"),
    code=person.clients.only(lambda client: client.gender),
)
CLIENTS = metric("clients", lv("Klienti").en("Clients"))
NOW = metric(
    "now",
    lv("Klienti {status_day:locative}").en("Clients on {status_day}"),
    universe=on_the_day.exist(),
    membership=Membership.STOCK,
)
GENDERS = metric("genders", lv("Dzimumi").en("Genders"), measure=Measure.DIFFERENT_CODES, by=GENDER)
MINUTES = metric(
    "minutes",
    lv("Apmeklējums").en("Attendance"),
    subject=ServiceAttendanceRow,
    universe=attendance.service.given_on.is_between(PERIOD_FIRST_DAY, PERIOD_LAST_DAY),
    measure=Measure.TOTAL,
    amount=attendance.minutes,
    unit=lv("minūtes").en("minutes"),
)
USUAL = metric(
    "usual",
    lv("Mediāna").en("Median"),
    subject=ServiceAttendanceRow,
    universe=attendance.service.given_on.is_between(PERIOD_FIRST_DAY, PERIOD_LAST_DAY),
    measure=Measure.MEDIAN,
    amount=attendance.minutes,
    unit=lv("minūtes").en("minutes"),
)
RESULTS = metric(
    "results",
    lv("Rezultāts mēneša laikā").en("A result within a month"),
    subject=ParticipationRow,
    universe=stay.left_on.is_between(PERIOD_FIRST_DAY, PERIOD_LAST_DAY),
    where=stay.outcomes.where(
        lambda each: each.happened_on <= months_after(stay.left_on, 1)
    ).exist(),
    settled_on=months_after(stay.left_on, 1),
)
memberships = subject(HouseholdRow).memberships
FAMILIES = metric(
    "families",
    lv("Ģimenes").en("Families"),
    subject=HouseholdRow,
    universe=memberships.where(
        lambda each: each.client.participations.where(
            lambda stay: stay.entered_on <= PERIOD_LAST_DAY
        ).exist()
    ).exist(),
)
SERVICES = metric(
    "services",
    lv("Pakalpojumi").en("Services"),
    subject=ServiceRow,
    universe=subject(ServiceRow).given_on.is_between(PERIOD_FIRST_DAY, PERIOD_LAST_DAY),
)
PROGRAMME = ProgrammeDefinition(
    id="class.course",
    says=lv("Kurss").en("Course"),
    target_group=lv("visi").en("everybody"),
    operation_number="9.9",
    sources=(RULES,),
)


def report_form(*metrics, tables=(), key="class.half-year"):
    return ReportForm(
        id=key,
        programme=PROGRAMME.id,
        title=lv("Pusgada ziņojums").en("Half-year report"),
        subtitle=lv("{period}").en("{period}"),
        sections=(
            SectionForm(
                id="figures",
                title=lv("Skaitļi").en("Figures"),
                tables=(
                    FigureTable(
                        id="figures",
                        title=lv("Skaitļi").en("Figures"),
                        row_heading=lv("Kas").en("What"),
                        metrics=metrics,
                    ),
                    *tables,
                ),
            ),
        ),
    )


METRICS = (CLIENTS, NOW, GENDERS, MINUTES, USUAL, RESULTS, FAMILIES)
FORM = report_form(*METRICS)
SHORT = report_form(CLIENTS, key="class.short")


class ClassPlugin:
    @hookimpl
    def inclusion_programmes(self):
        return (PROGRAMME,)

    @hookimpl
    def inclusion_metrics(self):
        return METRICS

    @hookimpl
    def inclusion_formats(self):
        return (
            ReportFormat(
                id="class.text",
                says=lv("teksts").en("text"),
                suffix=".md",
                media_type="text/plain",
                render=lambda report, language: report.title.in_(language).encode(),
            ),
        )

    @hookimpl
    def inclusion_reports(self):
        return (FORM, SHORT, report_form(key="class.empty"))


def plugin(version):
    return Plugin(name="class", distribution="inclusion-class", version=version, load=ClassPlugin)


OPERATION = Operation(
    id="op-1",
    number="9.9",
    title="Courses",
    beneficiary="The town",
    first_day=date(2018, 1, 1),
    last_day=date(2019, 12, 31),
)
FUNDING = (
    OPERATION,
    Fund(id="f-1", name="Fund"),
    Fund(id="f-2", name="State"),
    FundingShare(
        id="sh-1", operation_id="op-1", fund_id="f-1", percent=Decimal(85), rule=ShareRule.AT_MOST
    ),
    FundingShare(
        id="sh-2", operation_id="op-1", fund_id="f-2", percent=Decimal(15), rule=ShareRule.REMAINDER
    ),
    BudgetLine(id="b-1", operation_id="op-1", number="1", title="Teachers", amount_cents=1_000_000),
    BudgetLine(id="b-2", operation_id="op-1", number="2", title="Rooms"),
    CostCap(
        id="cap-1",
        budget_line_id="b-1",
        per=CostCapPer.MONTH,
        cap_cents=10_000,
        first_day=date(2018, 1, 1),
    ),
    Programme(id="pr-1", operation_id="op-1", declared_as="class.course"),
    Provider(id="p-1", name="Our house"),
    Contract(
        id="k-1",
        programme_id="pr-1",
        provider_id="p-1",
        number="2018/7",
        first_day=date(2018, 1, 1),
    ),
    Target(
        id="t-1",
        operation_id="op-1",
        metric="class.clients",
        amount=10,
        agreed_on=START,
        due_on=date(2018, 6, 30),
    ),
    Target(
        id="t-2",
        operation_id="op-1",
        metric="class.clients",
        amount=8,
        agreed_on=date(2018, 3, 1),
        due_on=date(2018, 6, 30),
    ),
)


def cost(key, month, net, vat=0, eligible=YesNo.NO, *, units=1, line="b-1"):
    return CostEntry(
        id=key,
        budget_line_id=line,
        contract_id="k-1",
        basis=CostBasis.ACTUAL,
        month=month if month in (ABSENT, NOT_ASKED) else parse_day(month),
        units=units,
        net_cents=net,
        vat_cents=vat,
        vat_eligible=eligible,
    )


def client(number, gender=Gender.FEMALE):
    return Client(id=f"c-{number}", provider_id="p-1", born_on=date(1990, 5, 1), gender=gender)


def participation(number, entered_on, left_on=ABSENT):
    return Participation(
        id=f"s-{number}",
        client_id=f"c-{number}",
        programme_id="pr-1",
        entered_on=entered_on,
        left_on=left_on,
    )


PEOPLE = (
    *(client(number, Gender.MALE if number == 5 else Gender.FEMALE) for number in range(1, 6)),
    participation(1, date(2018, 2, 1), date(2018, 6, 15)),
    participation(2, date(2018, 2, 1)),
    participation(3, date(2018, 7, 1)),
    participation(4, date(2018, 3, 1)),
    participation(5, date(2018, 4, 1)),
    Household(id="h-1"),
    HouseholdMembership(id="m-1", household_id="h-1", client_id="c-4", first_day=START),
    Service(id="v-1", contract_id="k-1", given_on=date(2018, 3, 5), minutes=90, place="Rīga"),
    Service(id="v-2", contract_id="k-1", given_on=date(2018, 3, 6), minutes=90, place="Cēsis"),
    *(
        ServiceAttendance(
            id=f"a-{number}", service_id="v-1", participation_id=f"s-{number}", minutes=90
        )
        for number in (1, 2)
    ),
    ServiceAttendance(id="a-4", service_id="v-2", participation_id="s-4", minutes=60),
    Outcome(
        id="o-1",
        participation_id="s-1",
        kind=OutcomeKind.EMPLOYMENT,
        happened_on=date(2018, 6, 20),
        evidence=Evidence.DOCUMENT,
    ),
    Outcome(
        id="o-2",
        participation_id="s-2",
        kind=OutcomeKind.LANGUAGE_LEVEL,
        happened_on=date(2018, 6, 20),
        evidence=ABSENT,
    ),
    Outcome(id="o-3", participation_id="s-2", happened_on=date(2018, 9, 20)),
)
COSTS = (cost("e-1", "2018-01", 10_000, 2_100), cost("e-2", "2018-07", 5_000))


def first(record, on=START):
    return Version(
        record_type=type_name(type(record)), record_id=record.id, recorded_on=on, record=record
    )


def later(version, act, on, record=None, number=None):
    return attrs.evolve(
        version,
        version=number or version.version + 1,
        recorded_on=on,
        act=act,
        why="looked up again",
        record=record,
    )


RECORDED = {
    (version.record_type, version.record_id): version
    for version in map(first, (*FUNDING, *PEOPLE, *COSTS))
}
ENTERED_EARLIER = participation(3, date(2018, 6, 1))


def corrected():
    """Somebody had entered in June; two stays were none; one lesson was shorter."""
    shorter = ServiceAttendance(id="a-2", service_id="v-1", participation_id="s-2", minutes=30)
    return (
        later(RECORDED["participation", "s-3"], Act.CORRECTED, AUGUST, ENTERED_EARLIER),
        later(RECORDED["participation", "s-4"], Act.RETRACTED, AUGUST),
        later(RECORDED["participation", "s-5"], Act.RETRACTED, AUGUST),
        later(RECORDED["service_attendance", "a-2"], Act.CORRECTED, AUGUST, shorter),
    )


def journal(*more):
    return Journal((*RECORDED.values(), *more))


def erased(*keys, among=None):
    """The journal after everything about some records is erased."""
    before = among or journal(*corrected())
    kept = tuple(each for each in before.versions if (each.record_type, each.record_id) not in keys)
    gone = (later(RECORDED[key], Act.ERASED, OCTOBER, number=9) for key in keys)
    return Journal((*kept, *gone))

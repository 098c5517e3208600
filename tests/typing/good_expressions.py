"""What authors and embedders write, and mypy and pyright must accept. Checked, never run."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import assert_type

from inclusion_core import (
    SCHEMA,
    Caseload,
    Language,
    Metric,
    Period,
    ProgrammeDefinition,
    Report,
    ReportData,
    ReportForm,
    ReportFormat,
    Source,
    Text,
    Truth,
    Unknown,
    count_records,
    count_tables,
    en,
    hookimpl,
    load_catalogue,
    lv,
    read_journal,
    write_journal,
)
from inclusion_core.expr import (
    Age,
    CodeExpression,
    Condition,
    DayExpression,
    Many,
    NumberExpression,
    Row,
    all_of,
    any_of,
    at_least,
    codes_parameter,
    completed_years,
    days_after,
    earliest_of,
    latest_of,
    months_after,
    months_before,
    number_parameter,
    subject,
)
from inclusion_core.expr.frames import FrameReader, Tables
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.records import Records
from inclusion_core.expr.rows import CodeAttribute, DayAttribute, NumberAttribute, ToMany, ToOne
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY, STATUS_DAY, report_days
from inclusion_core.facts.rows import ClientRow, ParticipationRow, PersonRow, ProtectionSpellRow
from inclusion_core.metrics.figures import Figure
from inclusion_core.metrics.metric import Axis, ClassifiedOn, Grain, Measure, Membership
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.status import ProtectionKind
from inclusion_core.reports.form import BreakdownTable, FigureTable, SectionForm
from inclusion_core.values import ABSENT, Day, PartialDay, Reason, day_span

MK102 = Source("Ministru kabineta noteikumi Nr. 102", issued=date(2016, 2, 9))
PROTECTED = (ProtectionKind.REFUGEE, ProtectionKind.ALTERNATIVE_STATUS)

person = subject(PersonRow)
client = subject(ClientRow)
participation = subject(ParticipationRow)

# From a paragraph of law to a condition: each step has the type of what it gives.

spells = client.protection_spells
assert_type(spells, Many[ProtectionSpellRow])
protection = spells.on().only(lambda spell: spell.kind)
assert_type(protection, CodeExpression[ProtectionKind])
target_group: Condition = protection.is_in(ProtectionKind.ASYLUM_SEEKER, *PROTECTED).named(
    "target", Text.same("Target group")
)

status_day = spells.where(lambda spell: spell.kind.is_in(*PROTECTED)).earliest(
    lambda spell: spell.decided_on
)
assert_type(status_day, DayExpression)
twelve_months: DayExpression = months_after(status_day, 12)
in_time: Condition = (client.died_on > twelve_months) & (days_after(status_day, 30) <= STATUS_DAY)
latest_kind: CodeExpression[ProtectionKind] = spells.latest_code(
    lambda spell: spell.kind, by=lambda spell: spell.first_day
)
listed: Condition = protection.is_in(ProtectionKind.REFUGEE, codes_parameter("protected"))

# Days, numbers, codes and truths.

age: Age = completed_years(client.born_on, STATUS_DAY)
working_age: Condition = (age >= 15) & (age < number_parameter("retirement_age"))
at_entry: Age = age.at(participation.entered_on)
young_or_old: Condition = any_of(age < 25, age > 54, ~working_age)
two_of_three: Condition = at_least(2, target_group, in_time, working_age)
everyone: Condition = all_of()
window: DayExpression = earliest_of(PERIOD_LAST_DAY, latest_of(status_day, date(2018, 6, 1)))
born_then: Condition = client.born_on.is_between(date(1990, 1, 1), months_before(STATUS_DAY, 216))
same_day: Condition = client.born_on.is_on(client.died_on)
refused: Condition = client.gender.is_unknown_because(Reason.REFUSED)
asked: Condition = client.gender.is_known() & client.born_on.is_known()
one_client: Condition = person.clients.count().is_exactly(1)
few: NumberExpression = person.clients.count()

# Lists of lists, links, all and none.

stays: Many[ParticipationRow] = person.clients.each(lambda each: each.participations)
served: Condition = stays.where(
    lambda stay: (stay.entered_on <= PERIOD_LAST_DAY) & (stay.left_on >= PERIOD_FIRST_DAY)
).exist()
all_left: Condition = stays.for_all(lambda stay: stay.left_on <= STATUS_DAY)
declared: Condition = participation.programme.declared_as.is_in("sif.mentoring")
budget: NumberExpression = participation.programme.operation.budget_cents
complete: DayExpression = stays.complete_through(STATUS_DAY).latest(lambda stay: stay.left_on)


# A record type that a plugin adds.


class VisitRow(Row):
    record_type = "visit"
    made_on: DayAttribute = DayAttribute()
    minutes: NumberAttribute = NumberAttribute()
    gender: CodeAttribute[Gender] = CodeAttribute(Gender)
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)
    companions: ToMany[ClientRow] = ToMany(lambda: ClientRow)


visit = subject(VisitRow)
assert_type(visit.made_on, DayExpression)
assert_type(visit.minutes, NumberExpression)
assert_type(visit.gender, CodeExpression[Gender])
assert_type(visit.client, ClientRow)
assert_type(visit.companions, Many[ClientRow])
long_visit: Condition = (visit.minutes > 60) & visit.client.gender.is_in(Gender.FEMALE)

# A metric, a form, the hooks of a plugin.

CLIENTS = Metric(
    id="demo.clients",
    says=lv("Unikālie klienti").en("Unique clients"),
    subject=PersonRow,
    universe=served,
    where=one_client,
    grain=Grain.PROGRAMME,
    membership=Membership.ACTIVE,
    classified_on=ClassifiedOn.STATUS_DAY,
    by=Axis(
        id="gender",
        says=en("Gender").lv("Dzimums"),
        code=person.clients.only(lambda each: each.gender),
    ),
    measure=Measure.SUBJECTS,
    source=MK102.point("3.3"),
)
FORM = ReportForm(
    id="demo.form",
    programme="demo.service",
    title=Text.same("Demo"),
    subtitle=lv("{period:genitive}").en("{period}"),
    sections=(
        SectionForm(
            id="clients",
            title=Text.same("Clients"),
            tables=(
                FigureTable(
                    id="figures",
                    title=Text.same("Clients"),
                    row_heading=Text.same("Clients"),
                    metrics=(CLIENTS,),
                ),
                BreakdownTable(
                    id="genders", title=Text.same("Gender"), metric=CLIENTS, name=Text.same
                ),
            ),
        ),
    ),
)


def titled(report: Report, language: Language) -> bytes:
    return report.title.in_(language).encode()


@hookimpl
def inclusion_programmes() -> Iterable[ProgrammeDefinition]:
    return (
        ProgrammeDefinition(
            id="demo.service",
            says=Text.same("Demo"),
            target_group=Text.same("Anyone"),
            operation_number="1",
            sources=(MK102,),
        ),
    )


@hookimpl
def inclusion_metrics() -> Iterable[Metric]:
    return [CLIENTS]


@hookimpl
def inclusion_formats() -> Iterable[ReportFormat]:
    yield ReportFormat(
        id="demo.title",
        says=Text.same("The title"),
        suffix=".txt",
        media_type="text/plain",
        render=titled,
    )


# An embedder: read, ask, count, report, write.


def answers(folder: str, on: date) -> list[Truth]:
    catalogue = load_catalogue()
    reading = read_journal(folder, catalogue.schema)
    caseload = reading.journal.as_known_on(on)
    write_journal(reading.journal, folder, SCHEMA)
    reader = ObjectReader(Records(SCHEMA, caseload.records), known_on=on)
    first, *_ = caseload.of(Client)
    assert_type(first, Client)
    reader.day(status_day, first)
    reader.number(age, first)
    reader.code(protection, first)
    return [reader.truth(target_group, each) & ~Truth.UNKNOWN for each in caseload.of(Client)]


def figures(caseload: Caseload, period: Period) -> tuple[Figure, ...]:
    data = ReportData.of_caseload(caseload, SCHEMA, engine="polars")
    days = report_days(period, date(2018, 12, 3))
    tables = Tables.of_records(SCHEMA, caseload.records, engine="duckdb")
    FrameReader(tables, parameters=days).read("person", {"served": served, "clients": few})
    FORM.filled_in(data, period=period, status_day=date(2018, 12, 3))
    on_objects = count_records([CLIENTS], Records(SCHEMA, caseload.records), days)
    return on_objects["demo.clients"], count_tables([CLIENTS], tables, days)["demo.clients"]


# A value is known, absent or unknown, and is told apart.


def birthday(one: Client) -> date | None:
    born: Day = one.born_on
    match born:
        case date():
            return born
        case PartialDay(earliest, _):
            return earliest
        case Unknown():
            return None
        case _:
            assert born is ABSENT
            return day_span(born).earliest


Client(
    id="c-1",
    provider_id="p-1",
    born_on=PartialDay.of_year(1990),
    gender=Unknown(Reason.REFUSED),
    died_on=ABSENT,
)

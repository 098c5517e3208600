"""The laboratory of extracts: a facts table with a column of every kind, and records to fill it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import attrs

from inclusion_core.expr import CodeAttribute, DayAttribute, NumberAttribute, Row, subject
from inclusion_core.expr.handles import CodeExpression, completed_years
from inclusion_core.expr.nodes import CodeField
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.extracts.making import Maker
from inclusion_core.extracts.plan import Plan
from inclusion_core.extracts.pseudonyms import Per, Pseudonyms, Purpose
from inclusion_core.extracts.taking import Source
from inclusion_core.facts.moments import PERIOD_LAST_DAY, report_days
from inclusion_core.facts.rows import (
    HouseholdMembershipRow,
    ParticipationRow,
    PersonRow,
)
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.facts.table import Column, FactsTable
from inclusion_core.fields import Bounds, CodeList, Record, type_name
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client, Gender, SamePersonLink
from inclusion_core.model.funding import Operation, Programme, Provider
from inclusion_core.model.household import Household, HouseholdMembership, HouseholdRole
from inclusion_core.model.participation import Participation
from inclusion_core.model.personal import PUBLIC_TASK, SPECIAL_CATEGORY, PersonalRecord
from inclusion_core.model.traits import RiskSpell
from inclusion_core.model.versions import Version
from inclusion_core.model.yes_no import YesNo
from inclusion_core.periods import Period
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, PartialDay, Reason, Unknown
from inclusion_core.vocabulary import Vocabulary

KNOWN_ON = date(2018, 12, 3)
YEAR = Period(date(2018, 1, 1), date(2018, 12, 31))
KEY = b"0123456789abcdef0123456789abcdef"
REFUSED = Unknown(Reason.REFUSED)
WORDS = Vocabulary(id="toy.words")

IDS = CodeList("ids of this data set", r"\S+")
NOTES = CodeList("notes", r".+")
COURSES = CodeList("courses", r"[a-z]+(\.[a-z]+)+")
ANY_CODES = CodeList("providers", r"[a-z-]+[0-9]*")


@attrs.frozen(kw_only=True, repr=False)
class ToyEntry(PersonalRecord):
    """One participation."""

    id: str
    operation: Annotated[str | Absent | Unknown, IDS] = NOT_ASKED
    provider: Annotated[str | Absent | Unknown, ANY_CODES] = NOT_ASKED
    course_key: Annotated[str | Absent | Unknown, IDS] = NOT_ASKED
    note: Annotated[str | Absent | Unknown, NOTES] = NOT_ASKED
    course: Annotated[str | Absent | Unknown, COURSES] = NOT_ASKED
    gender: Gender | Unknown = NOT_ASKED
    born_on: Day = NOT_ASKED
    entered_on: Day = NOT_ASKED
    left_on: Day = ABSENT
    age: Annotated[int | Unknown, Bounds(0, 120, "years")] = NOT_ASKED
    at_risk: YesNo | Unknown = NOT_ASKED
    asked: Annotated[YesNo | Unknown, SPECIAL_CATEGORY] = NOT_ASKED
    told: Annotated[YesNo | Unknown, attrs.evolve(PUBLIC_TASK, months=12)] = NOT_ASKED


class ToyEntryRow(Row):
    """The handle of a participation."""

    record_type = "toy_entry"
    operation: CodeAttribute[str] = CodeAttribute(str)
    provider: CodeAttribute[str] = CodeAttribute(str)
    course_key: CodeAttribute[str] = CodeAttribute(str)
    note: CodeAttribute[str] = CodeAttribute(str)
    course: CodeAttribute[str] = CodeAttribute(str)
    gender: CodeAttribute[Gender] = CodeAttribute(Gender)
    born_on: DayAttribute = DayAttribute()
    entered_on: DayAttribute = DayAttribute()
    left_on: DayAttribute = DayAttribute()
    age: NumberAttribute = NumberAttribute()
    at_risk: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    asked: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    told: CodeAttribute[YesNo] = CodeAttribute(YesNo)


entry = subject(ParticipationRow)
at_risk = entry.client.risk_spells.exist()


def key_of(row, name):
    return Column(value=CodeExpression(CodeField(row.row, name), str))


ENTRIES = FactsTable(
    id="toy.entry",
    says=lv("dalība").en("a participation"),
    subject=ParticipationRow,
    row=ToyEntryRow,
    record=ToyEntry,
    columns={
        "operation": key_of(entry.programme, "operation_id"),
        "provider": key_of(entry.client, "provider_id"),
        "course_key": Column(value=entry.programme.declared_as),
        "note": Column(value=entry.programme.declared_as),
        "course": Column(value=entry.programme.declared_as),
        "gender": Column(value=entry.client.gender),
        "born_on": Column(value=entry.client.born_on),
        "entered_on": Column(value=entry.entered_on),
        "left_on": Column(value=entry.left_on),
        "age": Column(value=completed_years(entry.client.born_on, entry.entered_on)),
        "at_risk": Column(value=at_risk),
        "asked": Column(value=entry.left_on <= PERIOD_LAST_DAY),
        "told": Column(value=at_risk),
    },
    words=WORDS,
)


@attrs.frozen(kw_only=True, repr=False)
class ToyPlain(Record):
    """One person, household or membership."""

    id: str
    gender: Gender | Unknown = NOT_ASKED


class ToyPlainRow(Row):
    """The handle of any of them."""

    record_type = "toy_plain"
    gender: CodeAttribute[Gender] = CodeAttribute(Gender)


@attrs.frozen(kw_only=True, repr=False)
class ToyHome(Record):
    """One stay in a household, with a name that the extract would like to use."""

    id: str
    household_key: HouseholdRole | Unknown = NOT_ASKED
    first_day: Day = NOT_ASKED
    last_day: Day = ABSENT
    last_day_days: Annotated[int | Unknown, Bounds(0, 9)] = NOT_ASKED


class ToyHomeRow(Row):
    """The handle of a stay in a household."""

    record_type = "toy_home"
    household_key: CodeAttribute[HouseholdRole] = CodeAttribute(HouseholdRole)
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    last_day_days: NumberAttribute = NumberAttribute()


def plain(key, row, columns, record, handle):
    return FactsTable(
        id=key,
        says=lv("rinda").en("a row"),
        subject=row,
        row=handle,
        record=record,
        columns=columns,
        words=WORDS,
    )


person = subject(PersonRow)
PERSONS = plain(
    "toy.person",
    PersonRow,
    {"gender": Column(value=person.clients.only(lambda each: each.gender))},
    ToyPlain,
    ToyPlainRow,
)
stay = subject(HouseholdMembershipRow)
HOMES = plain(
    "toy.home",
    HouseholdMembershipRow,
    {
        "household_key": Column(value=stay.role),
        "first_day": Column(value=stay.first_day),
        "last_day": Column(value=stay.last_day),
        "last_day_days": Column(value=stay.client.provider.contracts.count()),
    },
    ToyHome,
    ToyHomeRow,
)

BORN = (
    date(1990, 5, 17),
    date(1990, 8, 2),
    PartialDay.of_year(1985),
    PartialDay.of_month(1970, 3),
    NOT_ASKED,
    REFUSED,
)
GENDERS = (Gender.FEMALE, Gender.MALE, NOT_ASKED)
CLIENTS = 24


def records() -> tuple[Record, ...]:
    """Twenty-four clients in one course; the two last are one person, in two operations."""
    clients = [
        Client(
            id=f"client-{at:02}",
            provider_id="provider-77",
            gender=GENDERS[at % 3],
            born_on=BORN[at % 6],
        )
        for at in range(CLIENTS)
    ]
    entries = [
        Participation(
            id=f"entry-{CLIENTS - at:02}",
            client_id=f"client-{at:02}",
            programme_id=f"programme-{int(at == CLIENTS - 1)}",
            entered_on=date(2018, 1 + at % 12, 1 + at),
            left_on=ABSENT if at % 2 else date(2018, 12, 1 + at % 3),
        )
        for at in range(CLIENTS)
    ]
    return (
        Provider(id="provider-77", name="Our House of Names"),
        *(
            each
            for at in (0, 1)
            for each in (
                Operation(id=f"operation-{at}", number=f"9.{at}", title="Title", beneficiary="B"),
                Programme(
                    id=f"programme-{at}", operation_id=f"operation-{at}", declared_as="toy.course"
                ),
            )
        ),
        *clients,
        *entries,
        SamePersonLink(
            id="link-1",
            client_id="client-23",
            other_client_id="client-22",
            linked_on=date(2018, 3, 1),
        ),
        RiskSpell(id="risk-1", client_id="client-03"),
        Household(id="household-1"),
        *(
            HouseholdMembership(
                id=f"membership-{at}",
                household_id="household-1",
                client_id=f"client-0{at}",
                role=HouseholdRole.ADULT,
                first_day=date(2018, 2, 1 + at),
            )
            for at in (0, 1)
        ),
    )


def caseload(known_on=KNOWN_ON, of=None):
    """The caseload of these records."""
    versions = [
        Version(
            record_type=type_name(type(each)),
            record_id=each.id,
            recorded_on=date(2018, 1, 1),
            record=each,
        )
        for each in (records() if of is None else of)
    ]
    return Journal(tuple(versions)).as_known_on(known_on)


PARAMETERS = report_days(YEAR, date(2018, 12, 31))


def source_of(of=None, known_on=KNOWN_ON) -> Source:
    """The records of the caseload."""
    found = caseload(known_on, of)
    return Source(on=Records(SCHEMA, found.records), parameters=PARAMETERS, known_on=found.known_on)


def register_of(engine="polars") -> Source:
    """The recorded tables of a register, with what is worked out of them on their engine."""
    from inclusion_core.expr.frames import Tables
    from inclusion_core.facts.derived_tables import with_derived

    recorded = {
        name: found
        for name, found in caseload().records.items()
        if not SCHEMA[name].derived and found
    }
    tables = Tables.of_records(SCHEMA, recorded, engine=engine)
    there = {name: frame for name, frame in tables.frames.items() if not SCHEMA[name].derived}
    return Source(
        on=with_derived(Tables(SCHEMA, there), KNOWN_ON), parameters=PARAMETERS, known_on=KNOWN_ON
    )


def pseudonyms(name="Release 1", per=Per.RELEASE, key=KEY):
    return Pseudonyms(key, Purpose(per=per, name=name))


def made(source, *tables, stands_for=None, period=YEAR, **plan):
    """The extract of these tables under a plan."""
    return Maker(
        schema=SCHEMA,
        vocabulary=WORDS,
        pseudonyms=stands_for or pseudonyms(),
        plan=Plan(**plan),
        period=period,
    ).extract(tables or (ENTRIES,), source, versions=(("inclusion-toy", "1.0"),))


def column(table, name):
    """The cells of a column, by the pseudonym of the row."""
    at = [each.name for each in table.columns].index(name)
    return {str(line.cells[0]): line.cells[at] for line in table.lines}


__all__ = [
    "ENTRIES",
    "HOMES",
    "KEY",
    "KNOWN_ON",
    "PARAMETERS",
    "PERSONS",
    "YEAR",
    "Parameters",
    "caseload",
    "column",
    "made",
    "pseudonyms",
    "records",
    "register_of",
    "source_of",
]

"""A sound plugin with a value of each kind: the language café; and the same with others instead."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum
from importlib.metadata import version
from types import ModuleType
from typing import Annotated

import attrs

from inclusion_core.checks.check import Fault
from inclusion_core.dice import Dice
from inclusion_core.expr import CodeAttribute, DayAttribute, Row, ToOne, months_after, subject
from inclusion_core.expr.rows import related
from inclusion_core.facts.assumption import Assumption
from inclusion_core.facts.fact import Fact
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY
from inclusion_core.facts.rows import ClientRow, ParticipationRow, PersonRow, ServiceAttendanceRow
from inclusion_core.facts.table import Column, FactsTable
from inclusion_core.fields import Record, Reference
from inclusion_core.limits.limit import End, Limit, Support
from inclusion_core.manager.plugins import Plugin
from inclusion_core.markers import hookimpl
from inclusion_core.metrics.inequalities import Inequality, Relation
from inclusion_core.metrics.metric import Axis, Grain, Membership, Metric
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.funding import Fund, Operation, Programme, Provider
from inclusion_core.model.participation import Participation
from inclusion_core.model.personal import PersonalRecord
from inclusion_core.model.versions import Version
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.reports.form import FigureTable, InequalityTable, ReportForm, SectionForm
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.reports.report import Cell
from inclusion_core.rules.rule import Rule
from inclusion_core.samples import Sample
from inclusion_core.sources import Source
from inclusion_core.texts import Text, lv
from inclusion_core.values import NOT_ASKED, Day, Unknown
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire import json_document
from inclusion_core.wire.readers import DataReader

VERSION = version("inclusion-core")
AGREEMENT = Source(lv("Līgums Nr. 7").en("Agreement No 7"), issued=date(2018, 5, 2))

LANGUAGE = ProgrammeDefinition(
    id="cafe.language",
    says=lv("Valodas kafejnīca").en("Language café"),
    target_group=lv("pašvaldībā dzīvojošie").en("residents of the municipality"),
    operation_number="7/2018",
    sources=(AGREEMENT,),
)


class Drink(Enum):
    TEA = "tea"
    COFFEE = "coffee"


@attrs.frozen(kw_only=True, repr=False)
class CafeEvening(PersonalRecord):
    """A client came to an evening of the café."""

    id: str
    client_id: Annotated[str, Reference("client", inverse="cafe_evenings")]
    came_on: Day = NOT_ASKED
    drank: Drink | Unknown = NOT_ASKED


class CafeEveningRow(Row):
    """The handle of an evening."""

    record_type = "cafe_evening"
    came_on: DayAttribute = DayAttribute()
    drank: CodeAttribute[Drink] = CodeAttribute(Drink)
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)


WORDS = Vocabulary(
    id="cafe.words",
    types={"cafe_evening": lv("kafejnīcas vakars").en("evening at the café")},
    fields={
        "cafe_evening.came_on": lv("vakara diena").en("day of the evening"),
        "cafe_evening.drank": lv("dzēriens").en("drink"),
    },
    codes={Drink.TEA: lv("tēja").en("tea"), Drink.COFFEE: lv("kafija").en("coffee")},
)

client = subject(ClientRow)
participation = subject(ParticipationRow)
person = subject(PersonRow)
stays = person.clients.each(lambda each: each.participations)

GROWN_UP = Assumption(
    id="cafe.grown-up",
    says=lv("pieaugušais ir no {value} gadiem").en("a grown-up is {value} or older"),
    default=18,
    least=16,
    most=21,
    source=AGREEMENT.point("5").own_reading(lv("vecums nav minēts").en("no age is named")),
)
FIRST_EVENING = Fact(
    id="cafe.first-evening",
    says=lv("pirmais vakars").en("first evening"),
    subject=ParticipationRow,
    value=related(participation.client, "cafe_evenings", CafeEveningRow).earliest(
        lambda evening: evening.came_on
    ),
)
CAME_FIRST = Rule(
    id="cafe.came-first",
    programme=LANGUAGE.id,
    says=lv("bijis kafejnīcā līdz iestāšanās dienai").en("came to the café by the day of entry"),
    holds=FIRST_EVENING.value <= participation.entered_on,
    source=AGREEMENT.point("2"),
)
TEACHING = Support(
    id="cafe.teaching",
    says=lv("valodas mācības").en("language teaching"),
    given=subject(ServiceAttendanceRow).minutes >= 1,
)
YEAR = Limit(
    id="cafe.year",
    programme=LANGUAGE.id,
    says=lv("gadu pēc iestāšanās").en("for a year after entry"),
    support=TEACHING,
    first_day=participation.entered_on,
    ends=(
        End(
            id="twelve-months",
            says=lv("12 mēneši pēc iestāšanās").en("12 months after entry"),
            day=months_after(participation.entered_on, 12),
            source=AGREEMENT.point("3"),
        ),
    ),
    source=AGREEMENT.point("3"),
)


@attrs.frozen(kw_only=True, repr=False)
class CafeStay(PersonalRecord):
    """A participation as the café counts it."""

    id: str
    entered_on: Day = NOT_ASKED


class CafeStayRow(Row):
    """The handle of a stay."""

    record_type = "cafe_stay"
    entered_on: DayAttribute = DayAttribute()


STAYS = FactsTable(
    id="cafe.stays",
    says=lv("dalība").en("stay"),
    subject=ParticipationRow,
    row=CafeStayRow,
    record=CafeStay,
    columns={"entered_on": Column(value=participation.entered_on)},
    words=Vocabulary(
        id="cafe.stays-words",
        types={"cafe_stay": lv("dalība").en("stay")},
        fields={"cafe_stay.entered_on": lv("iestāšanās diena").en("day of entry")},
    ),
)


def metric(key: str, **others: object) -> Metric:
    """A count of persons who entered."""
    usual = {
        "says": lv("Iestājās").en("Entered"),
        "subject": PersonRow,
        "universe": stays.where(
            lambda stay: stay.entered_on.is_between(PERIOD_FIRST_DAY, PERIOD_LAST_DAY)
        ).exist(),
        "grain": Grain.PROGRAMME,
        "membership": Membership.ENTERED,
        "source": AGREEMENT.point("4"),
    }
    return Metric(id=key, **{**usual, **others})


ENTERED = metric("cafe.entered")
WOMEN = metric(
    "cafe.women",
    says=lv("Sievietes").en("Women"),
    where=person.clients.where(lambda each: each.gender.is_in(Gender.FEMALE)).exist(),
    part_of=ENTERED.id,
)
AT_MOST_ALL = Inequality(
    id="cafe.women-at-most-all",
    left=(WOMEN.id,),
    relation=Relation.AT_MOST,
    right=(ENTERED.id,),
    source=AGREEMENT.point("4"),
)


def figures(*metrics: Metric) -> FigureTable:
    """A table of these metrics."""
    return FigureTable(
        id="entries",
        title=lv("Kas iestājās").en("Who entered"),
        row_heading=lv("Personas").en("Persons"),
        metrics=metrics,
    )


INEQUALITIES = InequalityTable(
    id="inequalities",
    title=lv("Pārbaudes").en("Checks"),
    inequalities=(AT_MOST_ALL,),
    metrics=(ENTERED, WOMEN),
)


def form(*tables: object, **others: object) -> ReportForm:
    """A report of these tables."""
    usual = {
        "id": "cafe.report",
        "programme": LANGUAGE.id,
        "title": lv("Pārskats").en("Report"),
        "subtitle": lv("Valodas kafejnīca, {period}").en("Language café, {period}"),
        "sections": (
            SectionForm(id="all", title=lv("Dalībnieki").en("Participants"), tables=tables),
        ),
    }
    return ReportForm(**{**usual, **others})


REPORT = form(figures(ENTERED, WOMEN), INEQUALITIES)

LATE = Fault(
    kind="cafe.late",
    says=lv("vakars pēc nāves").en("an evening after death"),
    remedy=lv("pārbaudiet dienas").en("check the days"),
)


def late_evenings(examined):
    """The evenings of clients after their death."""
    for evening in examined.of(CafeEvening):
        whose = examined.records.find("client", evening.client_id)
        if whose is not None and isinstance(whose.died_on, date):
            yield LATE.at(evening, "came_on")


CHECK = LATE.check(late_evenings)


def lines(report, language):
    """Every cell on a line of its own."""
    cells = (
        f"{row.heading.in_(language)}: {shown(cell, language)}"
        for section in report.sections
        for table in section.tables
        for row in table.rows
        for cell in row.cells
    )
    return "\n".join([report.title.in_(language), *cells]).encode()


def shown(cell: Cell, language) -> str:
    value = cell.value.in_(language) if isinstance(cell.value, Text) else cell.value
    return f"{value} ({cell.unknown})"


def report_format(render: Callable[..., object], **others: object) -> ReportFormat:
    """A format with this function."""
    usual = {
        "id": "cafe.lines",
        "says": lv("rindas").en("lines"),
        "suffix": ".txt",
        "media_type": "text/plain",
    }
    return ReportFormat(render=render, **{**usual, **others})


def read_evenings(path, schema):
    """Evenings from a text file: on each line an id, the client and the day."""
    names = ("id", "client_id", "came_on")
    rows = [line.split() for line in path.read_bytes().decode(errors="replace").splitlines()]
    evenings = [
        {"recorded_on": "2018-12-31", **dict(zip(names, row, strict=False))} for row in rows
    ]
    records = {"cafe_evening": evenings}
    document = {"schema": "inclusion_core", "schema_version": 1, "records": records}
    return json_document.read(json.dumps(document).encode(), schema)


def reader(read: Callable[..., object], *suffixes: str) -> DataReader:
    """A reader with this function."""
    return DataReader(
        id="cafe.evenings", says=lv("vakari").en("evenings"), suffixes=suffixes, read=read
    )


FIRST = date(2018, 6, 1)


def journal(*records: Record) -> Journal:
    """These records, and all that they refer to."""
    chain = (
        Fund(id="fund", name="Municipality"),
        Operation(id="op", number="7/2018", title="Café", beneficiary="Municipality"),
        Provider(id="provider", name="Café"),
        Programme(id="pr", operation_id="op", declared_as=LANGUAGE.id),
    )
    return Journal(
        tuple(
            Version(
                record_type=CAFE_TYPES.get(type(each), type(each).__name__.lower()),
                record_id=each.id,
                recorded_on=date(2018, 12, 31),
                record=each,
            )
            for each in (*chain, *records)
        )
    )


CAFE_TYPES = {CafeEvening: "cafe_evening"}


def build(seed: int) -> Journal:
    """Five guests."""
    dice = Dice(seed)
    records: list[Record] = []
    for number in range(1, 6):
        came = FIRST + timedelta(days=dice.below(20))
        gender = Gender.FEMALE if number % 2 else Gender.MALE
        records += [
            Client(
                id=f"c{number}", provider_id="provider", born_on=date(1990, 1, 1), gender=gender
            ),
            CafeEvening(id=f"e{number}", client_id=f"c{number}", came_on=came, drank=Drink.TEA),
            Participation(
                id=f"p{number}", client_id=f"c{number}", programme_id="pr", entered_on=came
            ),
        ]
    return journal(*records)


def sample(build: Callable[[int], Journal]) -> Sample:
    """A sample that is built so."""
    return Sample(id="cafe.guests", says=lv("Pieci viesi").en("Five guests"), build=build)


SOUND = {
    "programmes": (LANGUAGE,),
    "rules": (CAME_FIRST,),
    "limits": (YEAR,),
    "checks": (CHECK,),
    "metrics": (ENTERED, WOMEN),
    "facts": (FIRST_EVENING,),
    "facts_tables": (STAYS,),
    "assumptions": (GROWN_UP,),
    "record_types": (CafeEvening,),
    "reports": (REPORT,),
    "formats": (report_format(lines),),
    "readers": (reader(read_evenings, ".evenings"),),
    "texts": (WORDS,),
    "samples": (sample(build),),
}
"""What the sound plugin declares."""


def module(**instead: object) -> ModuleType:
    """The hooks of the sound plugin, with other values instead of some of its own."""
    made = ModuleType("inclusion_cafe")
    for kind, values in {**SOUND, **instead}.items():
        give = values if callable(values) else lambda given=values: given
        setattr(made, f"inclusion_{kind}", hookimpl(give))
    return made


def cafe(**instead: object) -> Plugin:
    """The sound plugin, with other values instead of some of its own."""
    hooks = module(**instead)
    return Plugin(name="cafe", distribution="inclusion-cafe", version=VERSION, load=lambda: hooks)


def gender_axis() -> Axis:
    """By gender of a client."""
    return Axis(id="gender", says=lv("dzimums").en("gender"), code=client.gender)

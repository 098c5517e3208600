"""The one good caseload, as a book of plain texts that every way in can be written from.

Two of its types are the model's own; the rooms are a plugin's, and have had another version.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from importlib.metadata import version as version_of
from typing import Annotated, TypeAlias

import attrs

from inclusion_core.expr import CodeAttribute, DayAttribute, Row, subject
from inclusion_core.facts.rows import ClientRow, PersonRow
from inclusion_core.facts.table import Column, FactsTable
from inclusion_core.fields import Bounds, Record, Reference
from inclusion_core.manager import Plugin, load_catalogue
from inclusion_core.markers import hookimpl
from inclusion_core.metrics.metric import Grain, Membership, Metric
from inclusion_core.migrations import FieldRenamed
from inclusion_core.model.client import Gender
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.reports.form import FigureTable, ReportForm, SectionForm
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.values import NOT_ASKED, Day, Unknown
from inclusion_core.vocabulary import Vocabulary

__all__ = [
    "CANARIES",
    "CANARY",
    "CATALOGUE",
    "ENVELOPE",
    "FLAT",
    "FORM_ID",
    "GOOD",
    "PROGRAMME",
    "SCHEMA",
    "Book",
    "CellText",
    "damaged",
    "latest",
]

CANARY = "CANARY Kanārija"
"""Stands for a value of a client wherever one is planted."""

BORN = "1971-03-17"
CANARIES = ("CANARY", "Kan\u0101rija", "Kanarija", BORN, "17.03.1971", "19710317", "(1971, 3, 17)")
"""What no message may hold: what was planted, and a day of birth in the forms that it may take."""

RULES = Source("Rules")


@attrs.frozen(kw_only=True, repr=False)
class WaysRoom(Record):
    """A room in which a client lives; its floor was once called otherwise."""

    earlier = ((FieldRenamed("storey", "floor"),),)

    id: str
    client_id: Annotated[str, Reference("client", inverse="ways_rooms")]
    floor: Annotated[int | Unknown, Bounds(0, 99)] = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class Flat(Record):
    """A client, flat."""

    id: str
    born_on: Day = NOT_ASKED
    gender: Gender | Unknown = NOT_ASKED


class FlatRow(Row):
    """A client, flat."""

    record_type = "flat"
    born_on = DayAttribute()
    gender: CodeAttribute[Gender] = CodeAttribute(Gender)


client = subject(ClientRow)
FLAT = FactsTable(
    id="ways.flats",
    says=lv("klienti").en("clients"),
    subject=ClientRow,
    row=FlatRow,
    record=Flat,
    columns={"born_on": Column(value=client.born_on), "gender": Column(value=client.gender)},
    words=Vocabulary(id="ways.words", types={"flat": lv("klients").en("client")}),
)

PROGRAMME = ProgrammeDefinition(
    id="ways.course",
    says=lv("Kurss").en("Course"),
    target_group=lv("visi").en("everybody"),
    operation_number="1",
    sources=(RULES,),
)
FORM_ID = "ways.overview"
PERSONS = Metric(
    id="ways.persons",
    says=lv("Personas").en("Persons"),
    subject=PersonRow,
    universe=subject(PersonRow).clients.exist(),
    grain=Grain.PROGRAMME,
    membership=Membership.STOCK,
    source=RULES,
)
TABLE = FigureTable(
    id="persons",
    title=lv("Cik personu").en("How many persons"),
    row_heading=lv("Kas").en("Who"),
    metrics=(PERSONS,),
)
FORM = ReportForm(
    id=FORM_ID,
    programme=PROGRAMME.id,
    title=lv("Ziņojums").en("Overview"),
    subtitle=lv("{period}").en("{period}"),
    sections=(SectionForm(id="all", title=lv("Visi").en("All"), tables=(TABLE,)),),
)


class WaysPlugin:
    """What the laboratory brings beside the model."""

    @hookimpl
    def inclusion_programmes(self):
        return (PROGRAMME,)

    @hookimpl
    def inclusion_record_types(self):
        return (WaysRoom,)

    @hookimpl
    def inclusion_metrics(self):
        return (PERSONS,)

    @hookimpl
    def inclusion_reports(self):
        return (FORM,)


CATALOGUE = load_catalogue(
    [
        Plugin(
            name="ways",
            distribution="inclusion-ways",
            version=version_of("inclusion-core"),
            load=WaysPlugin,
        )
    ]
)
SCHEMA = CATALOGUE.schema

CellText: TypeAlias = str
Book: TypeAlias = dict[str, list[dict[str, CellText]]]
"""Rows by record type; a cell is a text, as a CSV file has it."""


ENVELOPE = {"version": "1", "recorded_on": "2018-06-01", "act": "recorded"}


def _row(key: str, **fields: str) -> dict[str, CellText]:
    return {"id": key, **ENVELOPE, **fields}


def _client(key: str, **fields: str) -> dict[str, CellText]:
    return _row(key, **{"provider_id": "p-1", "born_on": BORN, "died_on": "", **fields})


GOOD: Book = {
    "provider": [_row("p-1", name="Provider")],
    "client": [
        _client("c-1", gender="female"),
        _client("c-2", gender="male"),
        _client("c-2", version="2", recorded_on="2018-06-02", act="changed", gender="female"),
        _client("c-3", gender="non_binary"),
    ],
    "arrival": [
        _row("a-1", client_id="c-1", arrived_on="2018-01-02", manner="own"),
        _row("a-2", client_id="c-2", arrived_on="2018-01-03", manner="own"),
    ],
    "ways_room": [
        _row("r-1", client_id="c-1", floor="1"),
        _row("r-2", client_id="c-3", floor="2"),
    ],
}
"""A provider, three clients of whom one has a history, two arrivals, two rooms."""


def damaged(damage: Callable[[Book], None] | None) -> Book:
    """The good book with a damage."""
    book = deepcopy(GOOD)
    if damage is not None:
        damage(book)
    return book


def latest(book: Book) -> Book:
    """The book without versions, for ways in that know none: of each record its last row counts.

    Rows that are there twice stay twice.
    """
    return {
        name: [row for row in rows if not _superseded(row, rows)] for name, rows in book.items()
    }


def _superseded(row: dict[str, str], rows: list[dict[str, str]]) -> bool:
    return any(
        other.get("id") == row.get("id") and other["version"] > row["version"] for other in rows
    )

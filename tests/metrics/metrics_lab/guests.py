"""A guest book: guests of a day centre and their visits. Small enough to count by hand."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.expr import (
    CodeAttribute,
    DayAttribute,
    NumberAttribute,
    Row,
    ToMany,
    ToOne,
    subject,
)
from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Schema, schema_of
from inclusion_core.fields import CodeList, Record, Reference, type_name
from inclusion_core.metrics.metric import Axis, Grain, Membership, Metric
from inclusion_core.sources import Source
from inclusion_core.texts import Text, lv
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown


class Room(Enum):
    HALL = "hall"
    KITCHEN = "kitchen"


@attrs.frozen(kw_only=True, repr=False)
class Guest(Record):
    id: str
    born_on: Day = NOT_ASKED
    moved_away_on: Day = ABSENT
    country: Annotated[str | Absent | Unknown, CodeList("countries", "[A-Z]{2}")] = NOT_ASKED
    generation: Annotated[str | Unknown, CodeList("generations", "[0-9]{4}")] = NOT_ASKED
    children: int | Unknown = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class Visit(Record):
    id: str
    guest_id: Annotated[str, Reference("guest", inverse="visits")]
    came_on: Day = NOT_ASKED
    room: Room | Unknown = NOT_ASKED


SCHEMA: Schema = schema_of(Guest, Visit)


class GuestRow(Row):
    record_type = "guest"
    born_on = DayAttribute()
    moved_away_on = DayAttribute()
    country = CodeAttribute(str)
    generation = CodeAttribute(str)
    children = NumberAttribute()
    visits: ToMany[VisitRow] = ToMany(lambda: VisitRow)


class VisitRow(Row):
    record_type = "visit"
    came_on = DayAttribute()
    room = CodeAttribute(Room)
    guest: ToOne[GuestRow] = ToOne(lambda: GuestRow)


guest = subject(GuestRow)
visit = subject(VisitRow)

ADULT = guest.born_on <= date(2000, 6, 1)
"""Has completed 18 years on 1 June 2018."""
SAYS = lv("Viesi").en("Guests")
COUNTRY = Axis(id="country", says=lv("Valsts").en("Country"), code=guest.country)
BORN = Axis(id="born", says=lv("Paaudze").en("Generation"), code=guest.generation)
ROOM = Axis(id="room", says=lv("Telpa").en("Room"), code=visit.room)


def metric(**fields: object) -> Metric:
    """A metric about guests; what is not said is the simplest."""
    given = {
        "id": "toy.guests",
        "says": SAYS,
        "subject": GuestRow,
        "universe": guest.visits.exist(),
        "grain": Grain.PROGRAMME,
        "membership": Membership.ACTIVE,
        "source": Source(Text.same("The guest book")),
        **fields,
    }
    return Metric(**given)  # type: ignore[arg-type]  # the fields are given by name


def book(*records: Record) -> Records:
    """The records of a guest book, in the order in which they are given."""
    by_type: dict[str, list[Record]] = {}
    for record in records:
        by_type.setdefault(type_name(type(record)), []).append(record)
    return Records(SCHEMA, by_type)

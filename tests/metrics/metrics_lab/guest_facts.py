"""The facts table of the guest book: one row for each guest."""

from __future__ import annotations

from typing import Annotated

import attrs

from inclusion_core.expr import CodeAttribute, DayAttribute, NumberAttribute, Row, subject
from inclusion_core.facts.assumption import Assumption
from inclusion_core.facts.table import Column, FactsTable
from inclusion_core.fields import CodeList, Record
from inclusion_core.model.yes_no import YesNo
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown
from inclusion_core.vocabulary import Vocabulary
from metrics_lab.guests import GuestRow, guest


@attrs.frozen(kw_only=True, repr=False)
class GuestFacts(Record):
    id: str
    born_on: Day = NOT_ASKED
    moved_away_on: Day = ABSENT
    country: Annotated[str | Absent | Unknown, CodeList("countries", "[A-Z]{2}")] = NOT_ASKED
    visits: int | Unknown = NOT_ASKED
    came_often: YesNo | Unknown = NOT_ASKED


class GuestFactsRow(Row):
    record_type = "guest_facts"
    born_on = DayAttribute()
    moved_away_on = DayAttribute()
    country = CodeAttribute(str)
    visits = NumberAttribute()
    came_often = CodeAttribute(YesNo)


OFTEN = Assumption(
    id="toy.often",
    says=lv("bieži ir vismaz {value} reizes").en("often is {value} times or more"),
    default=2,
    most=9,
    source=Source("The guest book"),
)
WORDS = Vocabulary(
    id="toy.facts-words",
    types={"guest_facts": lv("viesis īsumā").en("guest in short")},
    fields={"guest_facts.visits": lv("apmeklējumi").en("visits")},
)
TABLE = FactsTable(
    id="toy.facts",
    says=lv("viens viesis").en("one guest"),
    subject=GuestRow,
    row=GuestFactsRow,
    record=GuestFacts,
    columns={
        "born_on": Column(value=guest.born_on),
        "moved_away_on": Column(value=guest.moved_away_on),
        "country": Column(value=guest.country),
        "visits": Column(value=guest.visits.count()),
        "came_often": Column(value=guest.visits.count() >= OFTEN.number),
    },
    words=WORDS,
    assumes=(OFTEN,),
)
facts = subject(GuestFactsRow)

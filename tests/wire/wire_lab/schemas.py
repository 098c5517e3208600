"""The schema of the model, and record types as a plugin might add them."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.expr.schema import schema_of
from inclusion_core.fields import Bounds, CodeList, Derived, DerivedRecord, Record, Reference
from inclusion_core.model import RECORD_CLASSES
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown

SCHEMA = schema_of(*RECORD_CLASSES)


class Mood(Enum):
    GOOD = "good"
    NONE = "none"


@attrs.frozen(kw_only=True, repr=False)
class Visit(Record):
    """Every combination of what a field may be that the model does not happen to use."""

    id: str
    mood: Mood | Absent | Unknown
    ended_on: Day
    closed_as: Mood | Absent
    price: Decimal | Absent = ABSENT
    debt: Decimal | Absent | Unknown = NOT_ASKED
    balance: Annotated[int | Unknown, Bounds(-5, 5, "points")] = NOT_ASKED
    note: str | Absent | Unknown = NOT_ASKED
    remark: str | Absent | Unknown = ABSENT
    place: Annotated[str | Absent, CodeList("places", r"[ -~\n]{2,101}")] = ABSENT
    weight: Annotated[int, Derived("the number of its guests")] = 0


@attrs.frozen(kw_only=True, repr=False)
class Guest(Record):
    id: str
    visit_id: Annotated[str, Reference("visit", inverse="guests")]
    came_as: Mood
    rank: Annotated[int, Bounds(0, 9)]


@attrs.frozen(kw_only=True, repr=False)
class Host(Record):
    """A record whose class has a rule of its own, and says the values when it is broken."""

    id: str
    mood: Mood
    rank: Annotated[int, Bounds(0, 9)]

    def __attrs_post_init__(self) -> None:
        if self.rank == 9 and self.mood is Mood.NONE:
            raise ValueError(self.id, self.rank)


@attrs.frozen(kw_only=True, repr=False)
class Party(DerivedRecord):
    id: str


ODD = schema_of(Visit, Guest, Party)
RULED = schema_of(Host)

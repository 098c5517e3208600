"""A facts table of stays in the café, sound or with a column that lies about what it knows."""

from __future__ import annotations

import attrs

from inclusion_core.expr import CodeAttribute, DayAttribute, NumberAttribute, Row
from inclusion_core.facts.rows import ParticipationRow
from inclusion_core.facts.subjects import CLIENT, PARTICIPATION
from inclusion_core.facts.table import Column, FactsTable
from inclusion_core.fields import Record
from inclusion_core.model.client import Gender
from inclusion_core.values import ABSENT, NOT_ASKED, Day, Unknown
from inclusion_core.vocabulary import Vocabulary
from laws_lab.plugins import SAYS


@attrs.frozen(kw_only=True, repr=False)
class CafeStay(Record):
    """A stay as the café sees it."""

    id: str
    entered_on: Day = NOT_ASKED
    left_on: Day = ABSENT
    gender: Gender | Unknown = NOT_ASKED
    spells: int | Unknown = NOT_ASKED


class CafeStayRow(Row):
    record_type = "cafe_stay"
    entered_on: DayAttribute = DayAttribute()
    left_on: DayAttribute = DayAttribute()
    gender: CodeAttribute[Gender] = CodeAttribute(Gender)
    spells: NumberAttribute = NumberAttribute()


def facts(known_where=None):
    """The table; what is known of gender hangs on a condition."""
    return FactsTable(
        id="cafe.stay",
        says=SAYS,
        subject=ParticipationRow,
        row=CafeStayRow,
        record=CafeStay,
        columns={
            "entered_on": Column(value=PARTICIPATION.entered_on),
            "left_on": Column(value=PARTICIPATION.left_on),
            "gender": Column(value=CLIENT.gender, known_where=known_where),
            "spells": Column(value=PARTICIPATION.delivery_spells.count()),
        },
        words=Vocabulary(id="cafe.stay-words"),
    )


SOUND = facts()
LYING = facts(~CLIENT.born_on.is_known())
"""Whose gender is said to be known as long as nobody knows when they were born."""

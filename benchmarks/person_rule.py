"""One rule about one person, and random persons of whom most is known."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from inclusion_core.expr import (
    JUDGED_ON,
    Condition,
    Expression,
    all_of,
    any_of,
    completed_years,
    months_after,
    nodes,
    subject,
)
from inclusion_core.expr.records import Records
from inclusion_core.facts.rows import EntryTraitsRow
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import Record
from inclusion_core.model.client import Client
from inclusion_core.model.education import EducationLevel
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.labour import LabourStatus
from inclusion_core.model.participation import Participation
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay

JUDGED = date(2018, 12, 3)
KNOWN_ON = date(2018, 12, 3)
OPENED = date(2016, 2, 9)
"""The day since which one could enter."""
LOW = (
    EducationLevel.ISCED_0,
    EducationLevel.ISCED_1,
    EducationLevel.ISCED_2,
    EducationLevel.ISCED_3,
)
ADULT_YEARS = 25
JOBLESS_MONTHS = 12

traits = subject(EntryTraitsRow)
entered = traits.participation.entered_on

RULE: Condition = all_of(
    entered >= OPENED,
    entered <= JUDGED_ON,
    completed_years(traits.participation.client.born_on, entered) >= ADULT_YEARS,
    traits.labour_status.is_in(LabourStatus.UNEMPLOYED, LabourStatus.INACTIVE),
    months_after(traits.unemployed_since, JOBLESS_MONTHS) < entered,
    ~traits.in_education.is_in(YesNo.YES),
    any_of(
        traits.education_level.is_in(*LOW),
        traits.disability.is_in(YesNo.YES),
        traits.dependent_children.is_in(YesNo.YES),
    ),
)
"""Adult at entry, without work for more than a year, in no school, at one disadvantage at least."""


def size_of(expression: Expression[Any]) -> tuple[int, int]:
    """How many nodes an expression has beside its rows, and how many fields it reads."""
    parts = {each for each in nodes.walk(expression.node) if not isinstance(each, nodes.RowNode)}
    return len(parts), sum(isinstance(each, nodes.FieldNode) for each in parts)


def people(number: int, *, seed: int = 1, all_known: bool = False) -> list[Record]:
    """Random participations with client and traits: a client, a participation, traits, and so on.

    Of ten persons about six are eligible. One value in twenty is not known, unless all are; one
    day in twenty is known as a month.
    """
    draw = Random(seed)

    def day(first: date, days: int) -> Any:
        on = first + timedelta(days=draw.randrange(days))
        if all_known or draw.random() < 0.9:
            return on
        return NOT_ASKED if draw.random() < 0.5 else PartialDay.of_month(on.year, on.month)

    def one_of(*choices: Any) -> Any:
        return draw.choice(choices) if all_known or draw.random() < 0.95 else NOT_ASKED

    found: list[Record] = []
    for place in range(number):
        jobless = draw.random() < 0.95
        found += [
            Client(id=f"c-{place}", provider_id="p", born_on=day(date(1955, 1, 1), 365 * 41)),
            Participation(
                id=f"e-{place}",
                client_id=f"c-{place}",
                programme_id="m",
                entered_on=day(date(2016, 6, 1), 365 * 2 + 180),
            ),
            EntryTraits(
                id=f"t-{place}",
                participation_id=f"e-{place}",
                labour_status=one_of(
                    *([LabourStatus.UNEMPLOYED] if jobless else [LabourStatus.EMPLOYED])
                ),
                unemployed_since=day(date(2012, 1, 1), 365 * 4) if jobless else ABSENT,
                in_education=one_of(*[YesNo.NO] * 9, YesNo.YES),
                education_level=one_of(*EducationLevel),
                disability=one_of(YesNo.YES, *[YesNo.NO] * 4),
                dependent_children=one_of(YesNo.YES, YesNo.NO),
            ),
        ]
    return found


def records_of(found: list[Record]) -> Records:
    """The records, found by key."""
    by_class = {"client": Client, "participation": Participation, "entry_traits": EntryTraits}
    return Records(
        SCHEMA,
        {name: [each for each in found if type(each) is cls] for name, cls in by_class.items()},
    )

"""The laboratory of stays: a small facts table, metrics over it, and a few rows to count by hand.

A stay is one participation in a course. Whether work was found is known three months after leaving.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

import attrs

from inclusion_core.expr import CodeAttribute, DayAttribute, NumberAttribute, Row, subject
from inclusion_core.expr.handles import completed_years, months_after
from inclusion_core.expr.records import Records
from inclusion_core.facts.assumption import Assumption
from inclusion_core.facts.moments import PERIOD_LAST_DAY
from inclusion_core.facts.rows import ParticipationRow
from inclusion_core.facts.table import Column, FactsTable
from inclusion_core.fields import Bounds, CodeList, Record
from inclusion_core.metrics.metric import Axis, Grain, Measure, Membership, Metric
from inclusion_core.model.client import Gender
from inclusion_core.model.participation import LeavingReason
from inclusion_core.model.yes_no import YesNo
from inclusion_core.sources import Source
from inclusion_core.texts import Text, lv
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Reason, Unknown
from inclusion_core.vocabulary import Vocabulary

HOUSES = CodeList("houses", r"[a-z.]+")
REFUSED = Unknown(Reason.REFUSED)
CONTRADICTORY = Unknown(Reason.CONTRADICTORY)
ACT = Source(lv("Likums").en("Act"), issued=date(2016, 2, 9))


@attrs.frozen(kw_only=True, repr=False)
class ToyStay(Record):
    """One participation in a course."""

    id: str
    house: Annotated[str | Absent | Unknown, HOUSES] = NOT_ASKED
    gender: Gender | Unknown = NOT_ASKED
    born_on: Day = NOT_ASKED
    entered_on: Day = NOT_ASKED
    left_on: Day = ABSENT
    found_work: YesNo | Unknown = NOT_ASKED
    providers: Annotated[int | Unknown, Bounds(0, 100)] = NOT_ASKED


class ToyStayRow(Row):
    """The handle of a stay."""

    record_type = "toy_stay"
    house: CodeAttribute[str] = CodeAttribute(str)
    gender: CodeAttribute[Gender] = CodeAttribute(Gender)
    born_on: DayAttribute = DayAttribute()
    entered_on: DayAttribute = DayAttribute()
    left_on: DayAttribute = DayAttribute()
    found_work: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    providers: NumberAttribute = NumberAttribute()


GROWN_UP = Assumption(
    id="toy.grown-up",
    says=lv("pieaugušais ir no {value} gadu vecuma").en("a grown-up is {value} or older"),
    default=18,
    least=16,
    most=21,
    source=ACT.point("5").own_reading(lv("vecums nav minēts").en("no age is named")),
)
WINDOW = Assumption(
    id="toy.window",
    says=lv("kad rezultāts ir galīgs").en("when a result stands"),
    default=3,
    choices={
        0: lv("izstāšanās dienā").en("on leaving"),
        3: lv("trīs mēnešus pēc izstāšanās").en("three months after leaving"),
    },
    source=ACT.point("6"),
)
stay = subject(ToyStayRow)
participation = subject(ParticipationRow)

STAYS = FactsTable(
    id="toy.stay",
    says=lv("dalība kursā").en("a stay in the course"),
    subject=ParticipationRow,
    row=ToyStayRow,
    record=ToyStay,
    columns={
        "house": Column(value=participation.programme.declared_as),
        "gender": Column(value=participation.client.gender),
        "born_on": Column(value=participation.client.born_on),
        "entered_on": Column(value=participation.entered_on),
        "left_on": Column(value=participation.left_on),
        "found_work": Column(value=participation.leaving_reason.is_in(LeavingReason.COMPLETED)),
        "providers": Column(value=participation.delivery_spells.count()),
    },
    words=Vocabulary(
        id="toy.stay-words",
        fields={
            "toy_stay.house": lv("māja").en("house"),
            "toy_stay.found_work": lv("atrada darbu").en("found work"),
        },
    ),
    assumes=(WINDOW,),
    source=ACT,
)
"""Most tests bring the rows themselves."""

SAYS = lv("Skaits").en("Number")
GENDER = Axis(id="gender", says=lv("Dzimums").en("Gender"), code=stay.gender)
HOUSE = Axis(id="house", says=lv("Māja").en("House"), code=stay.house)
ENTERED = stay.entered_on <= PERIOD_LAST_DAY
LEFT = stay.left_on <= PERIOD_LAST_DAY


def metric(key: str, **fields: object) -> Metric:
    """A metric over stays; what is not said is the simplest."""
    given = {
        "says": lv(f"Skaits: {key}").en(f"Number: {key}"),
        "subject": ToyStayRow,
        "table": STAYS,
        "universe": ENTERED,
        "grain": Grain.OPERATION,
        "membership": Membership.CUMULATIVE,
        "source": ACT,
        **fields,
    }
    return Metric(id=f"toy.{key}", **given)  # type: ignore[arg-type]  # the fields are given by name


STAYED = metric("stayed")
GROWN = metric(
    "grown",
    where=completed_years(stay.born_on, stay.entered_on) >= GROWN_UP.number,
    assumes=(GROWN_UP,),
)
YOUNG = metric(
    "young",
    where=completed_years(stay.born_on, stay.entered_on) < GROWN_UP.number,
    assumes=(GROWN_UP,),
)
LEAVERS = metric("leavers", universe=LEFT, settled_on=months_after(stay.left_on, 3))
WORKERS = metric(
    "workers",
    universe=LEFT,
    where=stay.found_work.is_in(YesNo.YES),
    settled_on=months_after(stay.left_on, 3),
    notes=(lv("Pēc trim mēnešiem.").en("After three months."),),
)
PROVIDERS = metric(
    "providers",
    measure=Measure.TOTAL,
    amount=stay.providers,
    unit=lv("izpildītāji").en("providers"),
)
MIDDLE = metric(
    "middle",
    measure=Measure.MEDIAN,
    amount=stay.providers,
    unit=lv("izpildītāji").en("providers"),
)

ROWS = (
    ToyStay(
        id="s-1",
        house="oak",
        gender=Gender.FEMALE,
        born_on=date(1990, 5, 1),
        entered_on=date(2018, 1, 10),
        left_on=date(2018, 3, 1),
        found_work=YesNo.YES,
        providers=2,
    ),
    ToyStay(
        id="s-2",
        house="elm",
        gender=Gender.MALE,
        born_on=date(2001, 5, 1),
        entered_on=date(2018, 2, 10),
        left_on=date(2018, 4, 1),
        found_work=YesNo.NO,
        providers=1,
    ),
    ToyStay(
        id="s-3",
        house="oak",
        gender=REFUSED,
        born_on=date(1980, 1, 1),
        entered_on=date(2018, 3, 10),
        left_on=date(2018, 5, 1),
        found_work=NOT_ASKED,
        providers=NOT_ASKED,
    ),
    ToyStay(
        id="s-4",
        gender=Gender.FEMALE,
        born_on=NOT_ASKED,
        entered_on=date(2018, 5, 10),
        left_on=date(2018, 11, 1),
        found_work=CONTRADICTORY,
        providers=4,
    ),
    ToyStay(
        id="s-5",
        house="elm",
        gender=Gender.MALE,
        born_on=date(1970, 1, 1),
        entered_on=date(2018, 6, 10),
        providers=1,
    ),
    ToyStay(id="s-6", house="oak", gender=Gender.FEMALE, entered_on=date(2019, 2, 1)),
    ToyStay(id="s-7", gender=REFUSED, providers=3),
)
"""Five stays of 2018, one of 2019, and one of which nobody knows when it began."""


def stays(*rows: ToyStay) -> Records:
    """Rows as records of the table's own schema."""
    return Records(STAYS.schema, {"toy_stay": rows})


def named(code: str) -> Text:
    """The name of a code, for a table."""
    return Text.same(code.capitalize())

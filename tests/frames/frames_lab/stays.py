"""A facts table of stays in a programme, and metrics of every measure about them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import attrs

from inclusion_core import Period
from inclusion_core.expr import (
    CodeAttribute,
    DayAttribute,
    NumberAttribute,
    Row,
    all_of,
    completed_years,
    months_after,
    subject,
)
from inclusion_core.facts.assumption import Assumption
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY
from inclusion_core.facts.rows import ParticipationRow
from inclusion_core.facts.table import Column, FactsTable
from inclusion_core.fields import Bounds, CodeList, Record
from inclusion_core.metrics.metric import Axis, Grain, Measure, Membership, Metric
from inclusion_core.model.client import Gender
from inclusion_core.model.outcome import OutcomeKind
from inclusion_core.model.yes_no import YesNo
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown
from inclusion_core.vocabulary import Vocabulary

PERIOD = Period.year(2020)
KNOWN_ON = date(2020, 12, 31)
SOURCE = Source("The laboratory")

YOUNG = Assumption(
    id="lab.young",
    says=lv("Jaunietim nav {value} gadu").en("A young person has not completed {value} years"),
    default=25,
    most=30,
    source=SOURCE,
)


@attrs.frozen(kw_only=True, repr=False)
class Stay(Record):
    """One stay, flat."""

    id: str
    gender: Gender | Unknown = NOT_ASKED
    country: Annotated[str | Absent | Unknown, CodeList("countries", "[A-Z]{2}")] = NOT_ASKED
    born_on: Day = NOT_ASKED
    entered_on: Day = NOT_ASKED
    left_on: Day = ABSENT
    found_work: YesNo | Unknown = NOT_ASKED
    minutes: Annotated[int | Unknown, Bounds(0, 100_000)] = NOT_ASKED


class StayRow(Row):
    """One stay, flat."""

    record_type = "stay"
    gender: CodeAttribute[Gender] = CodeAttribute(Gender)
    country: CodeAttribute[str] = CodeAttribute(str)
    born_on = DayAttribute()
    entered_on = DayAttribute()
    left_on = DayAttribute()
    found_work: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    minutes = NumberAttribute()


participation = subject(ParticipationRow)
client = participation.client
STAYS = FactsTable(
    id="lab.stays",
    says=lv("dalības").en("stays"),
    subject=ParticipationRow,
    row=StayRow,
    record=Stay,
    columns={
        "gender": Column(value=client.gender),
        "country": Column(value=client.arrivals.only(lambda each: each.country)),
        "born_on": Column(value=client.born_on),
        "entered_on": Column(value=participation.entered_on),
        "left_on": Column(value=participation.left_on),
        "found_work": Column(
            value=participation.outcomes.where(
                lambda each: each.kind.is_in(OutcomeKind.EMPLOYMENT)
            ).exist(),
            known_where=participation.outcomes.exist(),
        ),
        "minutes": Column(value=participation.attendances.sum(lambda each: each.minutes)),
    },
    words=Vocabulary(
        id="lab.words",
        types={"stay": lv("dalība").en("stay")},
        fields={"stay.found_work": lv("atrada darbu").en("found work")},
    ),
)
SUBJECTS = ("participation", "client", "arrival", "outcome", "service_attendance")
"""The record types that the columns reach."""

stay = subject(StayRow)
ENTERED = stay.entered_on.is_between(PERIOD_FIRST_DAY, PERIOD_LAST_DAY)
LEFT = stay.left_on.is_between(PERIOD_FIRST_DAY, PERIOD_LAST_DAY)
IS_YOUNG = (completed_years(stay.born_on, stay.entered_on) < YOUNG.number).named(
    "young", lv("ir jaunietis").en("is young")
)
GENDER = Axis(id="gender", says=lv("Dzimums").en("Gender"), code=stay.gender)
COUNTRY = Axis(id="country", says=lv("Valsts").en("Country"), code=stay.country)


def metric(key: str, **fields: object) -> Metric:
    """A metric about stays; what is not said is the simplest."""
    given = {
        "says": lv(f"{key} (lv)").en(key),
        "subject": StayRow,
        "table": STAYS,
        "universe": ENTERED,
        "grain": Grain.PROGRAMME,
        "membership": Membership.ENTERED,
        "source": SOURCE,
        **fields,
    }
    return Metric(id=f"lab.{key}", **given)  # type: ignore[arg-type]  # the fields are given by name


TOTAL = metric("co01")
YOUNG_ONES = metric("co02", where=IS_YOUNG, assumes=(YOUNG,), part_of="lab.co01")
FOUND_WORK = metric(
    "cr01",
    universe=LEFT,
    where=stay.found_work.is_in(YesNo.YES),
    settled_on=months_after(stay.left_on, 6),
)
BY_COUNTRY = metric("by-country", by=COUNTRY, where=IS_YOUNG, assumes=(YOUNG,))
COUNTRIES = metric("countries", by=COUNTRY, measure=Measure.DIFFERENT_CODES)
MINUTES = metric("minutes", measure=Measure.TOTAL, amount=stay.minutes, unit=lv("min").en("min"))
MEDIAN = metric("median", measure=Measure.MEDIAN, amount=stay.minutes)
METRICS = (TOTAL, YOUNG_ONES, FOUND_WORK, BY_COUNTRY, COUNTRIES, MINUTES, MEDIAN)

EVERYBODY = metric("everybody", universe=all_of())

"""A plugin with a record type of its own, which has every kind of field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated

import attrs

from door_lab.plugins import declaring, plugin
from inclusion_core.checks.check import Fault
from inclusion_core.expr import CodeAttribute, DayAttribute, NumberAttribute, Row, ToOne
from inclusion_core.facts.rows import ClientRow
from inclusion_core.fields import Bounds, CodeList, Frozen, Reference
from inclusion_core.model.personal import PersonalRecord
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown
from inclusion_core.vocabulary import Vocabulary


class Weather(Enum):
    SUN = "sun"
    RAIN = "rain"


@attrs.frozen(kw_only=True, repr=False)
class GardenVisit(PersonalRecord):
    """A client was shown the garden."""

    id: str
    client_id: Annotated[str, Reference("client", inverse="garden_visits")]
    offered_on: date
    made_on: Annotated[Day, Frozen()] = NOT_ASKED
    weather: Weather | Absent | Unknown = NOT_ASKED
    country: Annotated[str | Absent | Unknown, CodeList("ISO 3166-1 alpha-2", r"[A-Z]{2}")] = ABSENT
    minutes: Annotated[int | Unknown, Bounds(0, 600, "minutes")] = NOT_ASKED
    price: Decimal | Absent | Unknown = ABSENT
    remark: str | Absent | Unknown = ABSENT


class GardenVisitRow(Row):
    record_type = "garden_visit"
    offered_on: DayAttribute = DayAttribute()
    made_on: DayAttribute = DayAttribute()
    weather: CodeAttribute[Weather] = CodeAttribute(Weather)
    country: CodeAttribute[str] = CodeAttribute(str)
    minutes: NumberAttribute = NumberAttribute()
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)


IN_RAIN = Fault(
    kind="garden.in-rain",
    says=lv("apmeklējums lietū").en("a visit in rain"),
    remedy=lv("pārbaudiet").en("check it"),
)


def visits_in_rain(examined):
    for visit in examined.of(GardenVisit):
        if visit.weather is Weather.RAIN:
            yield IN_RAIN.at(visit, "weather")


def breaks(examined):
    for visit in examined.of(GardenVisit):
        raise ValueError(visit.remark)


WORDS = Vocabulary(
    id="garden.words",
    types={"garden_visit": lv("dārza apmeklējums").en("visit to the garden")},
    codes={Weather.RAIN: lv("lietus").en("rain")},
)
BROKEN = attrs.evolve(IN_RAIN, kind="garden.broken")

GARDEN = plugin(
    "garden",
    declaring(
        record_types=(GardenVisit,),
        texts=(WORDS,),
        checks=(BROKEN.check(breaks), IN_RAIN.check(visits_in_rain)),
    ),
)

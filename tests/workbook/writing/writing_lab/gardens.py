"""A small schema, as a plugin might bring it, with its words and its programme."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.expr.schema import schema_of
from inclusion_core.fields import Bounds, CodeList, Frozen, Record, Reference
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.words import WORDS
from inclusion_core.workbook.form import WorkbookForm, form_of


class Soil(Enum):
    CLAY = "clay"
    SAND = "sand"


@attrs.frozen(kw_only=True, repr=False)
class Shed(Record):
    id: str


@attrs.frozen(kw_only=True, repr=False)
class Garden(Record):
    id: str
    shed_id: Annotated[str, Reference("shed", inverse="gardens")]
    name: str
    soil: Soil | Absent | Unknown = NOT_ASKED
    zone: Annotated[str | Absent, CodeList("climate zones", r"[A-Z0-9]{1,9}")] = ABSENT
    dug_on: Day = ABSENT
    opened_on: date | Absent = ABSENT
    beds: Annotated[int | Unknown, Bounds(0, 50, "beds"), Frozen()] = NOT_ASKED
    seeds: Annotated[int | Unknown, Bounds(0, 10**17)] = NOT_ASKED
    rent: Decimal | Absent = ABSENT


SCHEMA = schema_of(Shed, Garden)

GARDEN_WORDS = Vocabulary(
    id="garden.words",
    types={
        "shed": lv("nojume").en("tool shed"),
        "garden": lv("dārzs pie mājas").en("neighbour's garden"),
    },
    fields={
        "id": lv("numurs").en("number"),
        "garden.name": lv("nosaukums").en("name"),
        "soil": lv("augsne").en("soil"),
        "garden.dug_on": lv("uzrakšanas diena").en("day dug"),
    },
    codes={Soil.CLAY: lv("māls").en("clay, heavy"), Soil.SAND: lv("smilts").en("sand")},
).joined((WORDS,))

PROGRAMME = ProgrammeDefinition(
    id="garden.sharing",
    says=lv("Kopīgi dārzi").en("Shared gardens"),
    target_group=lv("kaimiņi").en("neighbours"),
    operation_number="G-1",
    sources=(Source("Garden act", issued=date(2018, 3, 1)).point("4"),),
)
FORM: WorkbookForm = form_of(PROGRAMME, SCHEMA, GARDEN_WORDS)

"""A garden whose record type had three versions: renamed, divided, added to, and with new defaults.

Each class is the type as it was then; all three read the files of those before.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.expr.schema import schema_of
from inclusion_core.fields import Bounds, Record, Reference
from inclusion_core.migrations import (
    EarlierField,
    EmptyMeant,
    FieldAdded,
    FieldRenamed,
    FieldsRewritten,
    TypeRenamed,
)
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Act, Version
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Reason, Unknown


class Soil(Enum):
    CLAY = "clay"
    SAND = "sand"


@attrs.frozen(kw_only=True, repr=False)
class Garden(Record):
    id: str
    name: str


@attrs.frozen(kw_only=True, repr=False)
class Plot(Record):
    """The first version."""

    id: str
    garden_id: Annotated[str, Reference("garden", inverse="plots")]
    soil: Soil | Unknown = NOT_ASKED
    size: str | Unknown = NOT_ASKED
    rows: Annotated[int | Unknown, Bounds(0, 99)] = NOT_ASKED
    shade: Soil | Absent | Unknown = NOT_ASKED


def in_centimetres(values: Mapping[str, object]) -> Mapping[str, object]:
    """Two whole numbers in place of ``"2 x 3 m"`` and a number of rows."""
    match values.get("size"):
        case str(size):
            width, length = size.removesuffix(" m").split(" x ")
            return {"width": int(width) * 100, "length": int(length) * 100, "more": 1}
        case None:
            return {}
        case unknown:
            return {"width": unknown, "length": unknown}


FIRST_TO_SECOND = (TypeRenamed("plot"), FieldRenamed("soil", "ground"))
SECOND_TO_THIRD = (
    FieldsRewritten(
        was=(
            EarlierField(name="size", may_be_unknown=True),
            EarlierField(name="rows", holds_number=True, may_be_unknown=True),
        ),
        now=("width", "length"),
        rewrite=in_centimetres,
    ),
    FieldAdded("fenced_by", ABSENT),
    FieldAdded("seen_as", Unknown(Reason.ERASED)),
    FieldAdded("kind", "clay"),
    EmptyMeant("shade", NOT_ASKED),
)


@attrs.frozen(kw_only=True, repr=False)
class SecondBed(Record):
    id: str
    garden_id: Annotated[str, Reference("garden", inverse="beds")]
    ground: Soil | Unknown = NOT_ASKED
    size: str | Unknown = NOT_ASKED
    rows: Annotated[int | Unknown, Bounds(0, 99)] = NOT_ASKED
    shade: Soil | Absent | Unknown = NOT_ASKED

    earlier = (FIRST_TO_SECOND,)


@attrs.frozen(kw_only=True, repr=False)
class Bed(Record):
    """The third version, of today."""

    id: str
    garden_id: Annotated[str, Reference("garden", inverse="beds")]
    ground: Soil | Unknown = NOT_ASKED
    width: Annotated[int | Unknown, Bounds(0, 9_999)] = NOT_ASKED
    length: Annotated[int | Unknown, Bounds(0, 9_999)] = NOT_ASKED
    shade: Soil | Absent | Unknown = ABSENT
    fenced_by: str | Absent = ABSENT
    seen_as: Soil | Unknown = NOT_ASKED
    kind: Soil

    earlier = (FIRST_TO_SECOND, SECOND_TO_THIRD)


SecondBed.__name__ = "Bed"  # types are called as their classes are
FIRST, SECOND, THIRD = (schema_of(Garden, each) for each in (Plot, SecondBed, Bed))


def journal(bed_class: type[Record], *beds: Record) -> Journal:
    """Each bed as a first version; then bed 9, of which only a retraction is left."""
    name = "plot" if bed_class is Plot else "bed"
    day = date(2018, 5, 1)
    versions = [
        Version(record_type=name, record_id=bed.id, recorded_on=day, record=bed) for bed in beds
    ]
    gone = Version(
        record_type=name,
        record_id="b-9",
        version=2,
        recorded_on=day,
        act=Act.ERASED,
        record=None,
    )
    garden = Version(
        record_type="garden",
        record_id="g-1",
        recorded_on=day,
        record=Garden(id="g-1", name="Dārzs"),
    )
    return Journal((*versions, gone, garden))


SHARED = {"garden_id": "g-1"}
OLD_PLOTS = (
    Plot(id="b-1", soil=Soil.CLAY, size="2 x 3 m", rows=4, shade=Soil.SAND, **SHARED),
    Plot(id="b-2", size=Unknown(Reason.REFUSED), shade=ABSENT, **SHARED),
    Plot(id="b-3", **SHARED),
)
OLD_BEDS = (
    SecondBed(id="b-1", ground=Soil.CLAY, size="2 x 3 m", rows=4, shade=Soil.SAND, **SHARED),
    SecondBed(id="b-2", size=Unknown(Reason.REFUSED), shade=ABSENT, **SHARED),
    SecondBed(id="b-3", **SHARED),
)
REST = {"seen_as": Unknown(Reason.ERASED), "kind": Soil.CLAY, **SHARED}
BEDS = (
    Bed(id="b-1", ground=Soil.CLAY, width=200, length=300, shade=Soil.SAND, **REST),
    Bed(
        id="b-2",
        width=Unknown(Reason.REFUSED),
        length=Unknown(Reason.REFUSED),
        **REST,
    ),
    Bed(id="b-3", shade=NOT_ASKED, **REST),
)

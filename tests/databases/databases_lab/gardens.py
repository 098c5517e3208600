"""Gardens as they were and as they are: a type renamed, divided and added to, and two that swapped.

Each class of ``BEFORE`` is the type as it was in its first version.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.expr.schema import schema_of
from inclusion_core.fields import Record, Reference, type_name
from inclusion_core.migrations import (
    EarlierField,
    FieldAdded,
    FieldRenamed,
    FieldsRewritten,
    TypeRenamed,
)
from inclusion_core.model.versions import Act, Version
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, PartialDay, Reason, Unknown


class Soil(Enum):
    CLAY = "clay"
    SAND = "sand"


@attrs.frozen(kw_only=True, repr=False)
class Garden(Record):
    id: str


@attrs.frozen(kw_only=True, repr=False)
class Plot(Record):
    id: str
    garden_id: Annotated[str, Reference("garden", inverse="plots")]
    soil: Soil | Unknown = NOT_ASKED
    size: str | Unknown = NOT_ASKED
    dug_on: Day = NOT_ASKED
    fenced_on: Day = ABSENT


@attrs.frozen(kw_only=True, repr=False)
class Path(Record):
    id: str


@attrs.frozen(kw_only=True, repr=False)
class Lane(Record):
    id: str
    paved: str | Absent = ABSENT


@attrs.frozen(kw_only=True, repr=False)
class Tree(Record):
    id: str
    garden_id: Annotated[str, Reference("garden", inverse="trees")]


def in_metres(values: Mapping[str, object]) -> Mapping[str, object]:
    """A whole number in place of ``"3 m"``, and a text in place of a day."""
    size = values.get("size")
    metres = int(size.removesuffix(" m")) if isinstance(size, str) else size
    return {"size": metres, "dug": values.get("dug_on")}


@attrs.frozen(kw_only=True, repr=False)
class Bed(Record):
    id: str
    garden_id: Annotated[str, Reference("garden", inverse="beds")]
    ground: Soil | Unknown = NOT_ASKED
    size: int | Unknown = NOT_ASKED
    dug: str | Unknown = NOT_ASKED
    fenced_on: Day = ABSENT
    lit: Soil | Unknown = NOT_ASKED
    in_use: str

    earlier = (
        (
            TypeRenamed("plot"),
            FieldRenamed("soil", "ground"),
            FieldsRewritten(
                was=(
                    EarlierField(name="size", may_be_unknown=True),
                    EarlierField(name="dug_on", may_be_unknown=True),
                ),
                now=("size", "dug"),
                rewrite=in_metres,
            ),
            FieldAdded("lit", Unknown(Reason.ERASED)),
            FieldAdded("in_use", "yes"),
        ),
    )


@attrs.frozen(kw_only=True, repr=False)
class NewLane(Record):
    id: str

    earlier = ((TypeRenamed("path"),),)


@attrs.frozen(kw_only=True, repr=False)
class Road(Record):
    id: str
    paved: str | Absent = ABSENT

    earlier = ((TypeRenamed("lane"),),)


@attrs.frozen(kw_only=True, repr=False)
class TallTree(Record):
    id: str
    garden_id: Annotated[str, Reference("garden", inverse="trees")]
    metres: int | Unknown = NOT_ASKED

    earlier = ((FieldAdded("metres", NOT_ASKED),),)


NewLane.__name__, TallTree.__name__ = "Lane", "Tree"  # types are called as their classes are
BEFORE = schema_of(Garden, Plot, Path, Lane, Tree)
TODAY = schema_of(Garden, Bed, NewLane, Road, TallTree)
DAY = date(2018, 5, 1)


def listed(*records: Record) -> tuple[Version, ...]:
    return tuple(
        Version(
            record_type=type_name(type(each)), record_id=each.id, recorded_on=DAY, record=each
        )
        for each in records
    )  # fmt: skip


def gone(record_type: str) -> Version:
    return Version(
        record_type=record_type, record_id="b-9", version=2, recorded_on=DAY, act=Act.ERASED,
        record=None,
    )  # fmt: skip


IN = {"garden_id": "g"}
MAY = PartialDay.of_month(2018, 5)
OLD = (
    *listed(
        Plot(id="b-1", soil=Soil.CLAY, size="3 m", dug_on=date(2018, 4, 1), fenced_on=MAY, **IN),
        Plot(id="b-2", size=Unknown(Reason.REFUSED), dug_on=MAY, **IN),
        Plot(id="b-3", soil=Soil.SAND, dug_on=Unknown(Reason.REFUSED), fenced_on=DAY, **IN),
        Garden(id="g"),
        Path(id="first"),
        Lane(id="second", paved="stone"),
        Tree(id="oak", **IN),
    ),
    gone("plot"),
)
REST = {"lit": Unknown(Reason.ERASED), "in_use": "yes", **IN}
NEW = (
    *listed(
        Bed(id="b-1", ground=Soil.CLAY, size=3, dug="2018-04-01", fenced_on=MAY, **REST),
        Bed(id="b-2", size=Unknown(Reason.REFUSED), dug="2018-05", **REST),
        Bed(id="b-3", ground=Soil.SAND, dug=Unknown(Reason.REFUSED), fenced_on=DAY, **REST),
        Garden(id="g"),
        NewLane(id="first"),
        Road(id="second", paved="stone"),
        TallTree(id="oak", **IN),
    ),
    gone("bed"),
)

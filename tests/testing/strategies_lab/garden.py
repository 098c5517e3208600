"""A small schema without clients: gardens, beds, gardeners, and who waters what."""

from datetime import date
from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.expr.schema import schema_of
from inclusion_core.fields import Bounds, CodeList, Record, Reference
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown


class Crop(Enum):
    BEANS = "beans"
    PEAS = "peas"
    KALE = "kale"


@attrs.frozen(kw_only=True, repr=False)
class Garden(Record):
    id: str
    first_day: date
    rows: Annotated[int, Bounds(3, 5)]


@attrs.frozen(kw_only=True, repr=False)
class Bed(Record):
    id: str
    garden_id: Annotated[str, Reference("garden", inverse="beds")]
    neighbour_id: Annotated[str, Reference("bed", inverse="neighbours")]
    crop: Crop | Unknown = NOT_ASKED
    sort: Annotated[str | Absent | Unknown, CodeList("sorts of seed", "Z[0-9]{3}")] = ABSENT
    sown_on: Day = NOT_ASKED
    weight: Annotated[int | Unknown, Bounds(0, 900)] = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class Gardener(Record):
    id: str
    bed_id: Annotated[str, Reference("bed", inverse="gardeners")]


@attrs.frozen(kw_only=True, repr=False)
class Watering(Record):
    id: str
    bed_id: Annotated[str, Reference("bed", inverse="waterings")]
    gardener_id: Annotated[str, Reference("gardener", inverse="waterings")]
    watered_on: Day = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class LabourSpell(Record):
    """A type of the name of one of the model, and of another kind."""

    id: str
    gardener_id: Annotated[str, Reference("gardener", inverse="labour_spells")]


GARDEN = schema_of(Garden, Bed, Gardener, Watering, LabourSpell)


@attrs.frozen(kw_only=True, repr=False)
class Hen(Record):
    id: str
    egg_id: Annotated[str, Reference("egg", inverse="hens")]


@attrs.frozen(kw_only=True, repr=False)
class Egg(Record):
    id: str
    hen_id: Annotated[str, Reference("hen", inverse="eggs")]


HENS = schema_of(Hen, Egg)
"""Each comes from the other."""

"""Places and the regions they lie in, both for as long as they exist."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.fields import CodeList, Record, Reference
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown

__all__ = ["Place", "PlaceInRegion", "PlaceKind"]

TERRITORIES = CodeList("ISO 3166-2, NUTS or LAU", r"[A-Z][A-Z0-9-]*")


class PlaceKind(Enum):
    """What a place is."""

    MUNICIPALITY = "municipality"
    CENTRE = "centre"
    STATISTICAL_REGION = "statistical_region"
    PROGRAMME_REGION = "programme_region"


@attrs.frozen(kw_only=True, repr=False)
class Place(Record):
    """A municipality, a centre or a region, from the day it exists to the day it does not.

    A reform that redraws a place ends one record and begins another.

    Attributes:
        name: As the programme writes it.
        kind: What it is.
        official_code: Its code; absent for what only the programme knows.
        first_day: First day on which it exists so.
        last_day: Last day; absent while it does.
    """

    id: str
    name: str
    kind: PlaceKind | Unknown = NOT_ASKED
    official_code: Annotated[str | Absent | Unknown, TERRITORIES] = ABSENT
    first_day: Day = NOT_ASKED
    last_day: Day = ABSENT


@attrs.frozen(kw_only=True, repr=False)
class PlaceInRegion(Record):
    """One unbroken time in which a place lies in a region.

    Attributes:
        place_id: The place.
        region_id: The region, a place itself.
        first_day: First day.
        last_day: Last day; absent while it does.
    """

    id: str
    place_id: Annotated[str, Reference("place", inverse="regions")]
    region_id: Annotated[str, Reference("place", inverse="places")]
    first_day: Day = NOT_ASKED
    last_day: Day = ABSENT

"""Where people live, and the statistical regions before and after they were redrawn.

Regions are those of the NUTS lists: of 2021, which held until the end of 2023, and of 2024
(Delegated Regulation (EU) 2023/674). The codes of 2024 are second-hand: verify them before use.
"Vidzeme" of the two lists is not one territory, so it is two records.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import attrs

from inclusion_core.model.entry import Settlement
from inclusion_core.model.place import Place, PlaceInRegion, PlaceKind
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Unknown
from inclusion_sif.sample.ledger import Ledger
from inclusion_sif.sample.life import SERVICE_START, day_before
from inclusion_sif.sample.procedure import CENTRE

__all__ = ["LIVED_IN", "REDRAWN_ON", "Town", "write_places"]

REDRAWN_ON = date(2024, 1, 1)
"""The first day of the regions of 2024."""
NOTED_ON = date(2024, 1, 2)
"""The day on which that is recorded."""

OLD_REGIONS = {
    "LV003": "Kurzeme",
    "LV006": "Rīga",
    "LV007": "Pierīga",
    "LV008": "Vidzeme",
}
"""Regions that end with 2023."""
LASTING_REGIONS = {"LV005": "Latgale", "LV009": "Zemgale"}
NEW_REGIONS = {"LV00A": "Rīga", "LV00B": "Kurzeme", "LV00C": "Vidzeme"}
"""Regions that begin with 2024."""


class Town(NamedTuple):
    """A place in which clients live.

    Attributes:
        id: Of the record.
        name: As the service writes it.
        kind: Municipality or centre.
        code: ISO 3166-2.
        region: Code of the region until the end of 2023.
        region_since: Code of the region since 2024.
        settlement: How densely it is settled.
    """

    id: str
    name: str
    kind: PlaceKind
    code: str | Absent | Unknown
    region: str
    region_since: str
    settlement: Settlement


def _city(stem: str, name: str, code: str | Unknown, region: str, region_since: str) -> Town:
    kind, settlement = PlaceKind.MUNICIPALITY, Settlement.CITY
    return Town(f"place-{stem}", name, kind, code, region, region_since, settlement)


TOWNS = (
    Town(
        *("place-mucenieki", CENTRE, PlaceKind.CENTRE, ABSENT),
        *("LV007", "LV00A", Settlement.RURAL),
    ),
    Town(
        *("place-limbazu-novads", "Limbažu novads", PlaceKind.MUNICIPALITY, "LV-054"),
        *("LV007", "LV00C", Settlement.RURAL),
    ),
    Town(
        *("place-ogre", "Ogre", PlaceKind.MUNICIPALITY, NOT_ASKED),
        *("LV007", "LV00C", Settlement.TOWN),
    ),
    _city("riga", "Rīga", "LV-RIX", "LV006", "LV00A"),
    _city("jurmala", "Jūrmala", "LV-JUR", "LV007", "LV00A"),
    _city("jelgava", "Jelgava", "LV-JEL", "LV009", "LV009"),
    _city("liepaja", "Liepāja", "LV-LPX", "LV003", "LV00B"),
    _city("daugavpils", "Daugavpils", "LV-DGV", "LV005", "LV005"),
    _city("valmiera", "Valmiera", NOT_ASKED, "LV008", "LV00C"),
)

LIVED_IN = {town.name: town for town in TOWNS}
"""The places in which clients live, by name."""


def write_places(ledger: Ledger) -> None:
    """Writes the places as they are when the service begins, and what the redrawing changes."""
    for code, name in {**OLD_REGIONS, **LASTING_REGIONS}.items():
        ledger.record(_region(code, name), SERVICE_START)
    for town in TOWNS:
        place = Place(id=town.id, name=town.name, kind=town.kind, official_code=town.code)
        ledger.record(place, SERVICE_START)
        ledger.record(_lying_in(town, town.region), SERVICE_START)
    _redraw(ledger)


def _redraw(ledger: Ledger) -> None:
    eve = day_before(REDRAWN_ON)
    for code, name in OLD_REGIONS.items():
        ledger.change(attrs.evolve(_region(code, name), last_day=eve), NOTED_ON)
    for code, name in NEW_REGIONS.items():
        ledger.record(attrs.evolve(_region(code, name), first_day=REDRAWN_ON), NOTED_ON)
    for town in _redrawn():
        ledger.change(attrs.evolve(_lying_in(town, town.region), last_day=eve), NOTED_ON)
        since = attrs.evolve(_lying_in(town, town.region_since), first_day=REDRAWN_ON)
        ledger.record(since, NOTED_ON)


def _redrawn() -> Iterator[Town]:
    return (town for town in TOWNS if town.region != town.region_since)


def _region(code: str, name: str) -> Place:
    return Place(
        id=f"region-{code}", name=name, kind=PlaceKind.STATISTICAL_REGION, official_code=code
    )


def _lying_in(town: Town, region: str) -> PlaceInRegion:
    return PlaceInRegion(
        id=f"{town.id}-in-{region}", place_id=town.id, region_id=f"region-{region}"
    )

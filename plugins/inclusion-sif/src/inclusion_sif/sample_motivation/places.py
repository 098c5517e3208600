"""The regions of the programme in 2018, and the municipality that it was in until May 2021.

The municipality ended with the reform of 1 July 2021; what it lay in is from memory, to be
verified. What happened there stays recorded under its name.
"""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_core.model.place import Place, PlaceInRegion, PlaceKind
from inclusion_core.values import NOT_ASKED
from inclusion_sif.motivation.programme import REGIONS_2018
from inclusion_sif.sample.ledger import Ledger
from inclusion_sif.sample_motivation.figures import REGION_OF_VIESITE

__all__ = ["PLACES", "write_places"]

VIESITE = "Viesītes novads"
PLACES = {
    **{code: name.in_("lv") for code, name in REGIONS_2018.items()},
    REGION_OF_VIESITE: VIESITE,
}
"""Where services are given, by region."""

NOTED_IN_2018 = date(2018, 2, 19)
NOTED_IN_2020 = date(2020, 6, 15)
ENDED_WITH, NOTED_IN_2021 = date(2021, 6, 30), date(2021, 7, 1)


def write_places(ledger: Ledger) -> None:
    """Writes the places down, and on 1 July 2021 that the municipality is no more."""
    for code, name in REGIONS_2018.items():
        region = Place(id=f"region-{code}", name=name.in_("lv"), kind=PlaceKind.PROGRAMME_REGION)
        ledger.record(region, NOTED_IN_2018)
    zemgale = Place(
        id=f"region-{REGION_OF_VIESITE}",
        name="Zemgale",
        kind=PlaceKind.STATISTICAL_REGION,
        official_code=REGION_OF_VIESITE,
    )
    municipality = Place(
        id="place-viesites-novads",
        name=VIESITE,
        kind=PlaceKind.MUNICIPALITY,
        official_code=NOT_ASKED,
    )
    lying_in = PlaceInRegion(
        id=f"{municipality.id}-in-{REGION_OF_VIESITE}",
        place_id=municipality.id,
        region_id=zemgale.id,
    )
    for record in (zemgale, municipality, lying_in):
        ledger.record(record, NOTED_IN_2020)
    ledger.change(attrs.evolve(municipality, last_day=ENDED_WITH), NOTED_IN_2021)
    ledger.change(attrs.evolve(lying_in, last_day=ENDED_WITH), NOTED_IN_2021)

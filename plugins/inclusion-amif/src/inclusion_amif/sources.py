"""The regulation, and the guidance, that the indicators of the fund rest on."""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_core.sources import Confidence, Source
from inclusion_core.texts import Text, lv

__all__ = [
    "ANNEX_V",
    "CUMULATIVE_DATA",
    "FIRST_REGISTERED",
    "OBJECTIVE_A",
    "OBJECTIVE_B",
    "REGULATION",
    "item_a",
    "item_b",
]

REGULATION = Source(
    lv("Regula (ES) 2021/1147, ar ko izveido Patvēruma, migrācijas un integrācijas fondu").en(
        "Regulation (EU) 2021/1147 establishing the Asylum, Migration and Integration Fund"
    ),
    issued=date(2021, 7, 7),
    short=lv("Regula (ES) 2021/1147").en("Regulation (EU) 2021/1147"),
    found_at="CELEX 32021R1147",
)
"""The Asylum, Migration and Integration Fund 2021-2027."""

OBJECTIVE_A = REGULATION.at(
    lv("VIII pielikums, konkrētais mērķis (a)").en("Annex VIII, specific objective (a)")
)
OBJECTIVE_B = REGULATION.at(
    lv("VIII pielikums, konkrētais mērķis (b)").en("Annex VIII, specific objective (b)")
)

ANNEX_V = REGULATION.annex("V")
"""The core performance indicators: of integration, items 8 to 11."""

FIRST_REGISTERED = Source(
    lv("Zviedrijas vadošās iestādes norādījumi par dalībnieku vecumu").en(
        "Guidance of the Swedish managing authority on the age of participants"
    ),
    confidence=Confidence.PUBLISHED,
    place=lv("diena, kad dalībnieku pirmoreiz reģistrē").en(
        "the day on which a participant is first registered"
    ),
)

CUMULATIVE_DATA = Source(
    lv("Regula (ES) 2021/1060 (Kopīgo noteikumu regula)").en(
        "Regulation (EU) 2021/1060 (Common Provisions Regulation)"
    ),
    issued=date(2021, 6, 24),
    short=lv("Regula (ES) 2021/1060").en("Regulation (EU) 2021/1060"),
    found_at="CELEX 32021R1060",
    confidence=Confidence.REMEMBERED,
    note=lv("ka uz SFC2021 sūta vērtības kopš perioda sākuma, ir pēc atmiņas, jāpārbauda").en(
        "that values since the beginning go to SFC2021 is from memory, to be verified"
    ),
).article("42")

WRITTEN_FROM_MEMORY = lv(
    "rādītāja nosaukums daļēji atrasts, definīcija pēc atmiņas; jāpārbauda tekstā"
).en("the name was found in part, the definition is from memory; to be verified in the text")


def item_a(number: str) -> Source:
    """An item of specific objective (a), the common European asylum system."""
    place: Text = lv(f"VIII pielikums, konkrētais mērķis (a), {number}. punkts").en(
        f"Annex VIII, specific objective (a), item {number}"
    )
    return attrs.evolve(
        REGULATION.at(place), confidence=Confidence.REMEMBERED, note=WRITTEN_FROM_MEMORY
    )


def item_b(number: str) -> Source:
    """An item of specific objective (b), legal migration and integration."""
    place: Text = lv(f"VIII pielikums, konkrētais mērķis (b), {number}. punkts").en(
        f"Annex VIII, specific objective (b), item {number}"
    )
    return REGULATION.at(place)

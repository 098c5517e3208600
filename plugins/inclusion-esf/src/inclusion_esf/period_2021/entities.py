"""Output indicators EECO18 and EECO19: public bodies and enterprises."""

from __future__ import annotations

from inclusion_core.metrics.metric import Metric
from inclusion_core.texts import lv
from inclusion_esf.period_2021.notes import CODE_REMEMBERED
from inclusion_esf.sources import REGULATION_2021
from inclusion_esf.supported import different_entities, is_public_body, is_small_enterprise

__all__ = ["ESF_PLUS_ENTITY_INDICATORS"]

POINT_2 = REGULATION_2021.at(lv("I pielikuma 2. punkts").en("Annex I, point 2"))

EECO18 = different_entities(
    "esf.plus.eeco18",
    lv(
        "EECO18 atbalstīto valsts pārvaldes iestāžu vai sabiedrisko pakalpojumu skaits valsts, "
        "reģionālā vai vietējā līmenī"
    ).en(
        "EECO18 number of supported public administrations or public services at national, "
        "regional or local level"
    ),
    is_public_body,
    source=POINT_2,
    notes=(CODE_REMEMBERED,),
)
EECO19 = different_entities(
    "esf.plus.eeco19",
    lv(
        "EECO19 atbalstīto mikrouzņēmumu, mazo un vidējo uzņēmumu skaits (tostarp kooperatīvie un "
        "sociālie uzņēmumi)"
    ).en(
        "EECO19 number of supported micro, small and medium-sized enterprises (including "
        "cooperative enterprises and social enterprises)"
    ),
    is_small_enterprise,
    source=POINT_2,
    notes=(CODE_REMEMBERED,),
)

ESF_PLUS_ENTITY_INDICATORS: tuple[Metric, ...] = (EECO18, EECO19)

"""What the motivation programme is, for whom, where and by whom."""

from __future__ import annotations

from collections.abc import Mapping

from inclusion_core.model.staff import StaffRole
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.texts import Text, lv
from inclusion_sif.operation import OPERATION_NUMBER
from inclusion_sif.sources import CONTRACT_2018, MK102

__all__ = [
    "MEASURE_7_3_2",
    "MEASURE_9_1_1_1",
    "MEASURE_9_1_1_2",
    "MONTHS_OF_SUPPORT",
    "MOTIVATION",
    "REGIONS_2018",
    "TEAM",
    "region_name",
]

MOTIVATION = ProgrammeDefinition(
    id="sif.motivation",
    says=lv("Motivācijas un atbalsta programma").en("Motivation and support programme"),
    target_group=lv(
        "sociālās atstumtības un diskriminācijas riskam pakļautas personas dzimuma, vecuma, "
        "invaliditātes, etniskās piederības vai bezpajumtniecības dēļ"
    ).en(
        "persons at risk of exclusion and discrimination because of gender, age, disability, "
        "ethnicity or homelessness"
    ),
    operation_number=OPERATION_NUMBER,
    sources=(MK102.point("3.1"), MK102.point("39.4"), CONTRACT_2018),
)

MONTHS_OF_SUPPORT = 6
"""How long the services last, as it was published of the contract of 2018."""

MEASURE_9_1_1_1 = "nva.measure_9_1_1_1"
MEASURE_9_1_1_2 = "nva.measure_9_1_1_2"
MEASURE_7_3_2 = "nva.measure_7_3_2"
"""Programmes of others, as data name them: who records that a person takes part in one gives its
programme record this value in ``declared_as``. No distribution needs to declare them."""

TEAM: tuple[StaffRole, ...] = (
    StaffRole.SOCIAL_WORKER,
    StaffRole.PSYCHOLOGIST,
    StaffRole.CAREER_COUNSELLOR,
    StaffRole.LAWYER,
)
"""Who works with a client; in this programme the social worker is also called change agent."""

REGIONS_2018: Mapping[str, Text] = {
    "RIGA": lv("Rīga").en("Rīga"),
    "VIDZEME": lv("Vidzeme").en("Vidzeme"),
    "ZIEMELLATGALE": lv("Ziemeļlatgale").en("Northern Latgale"),
}
"""Where it was delivered in 2018: regions of the programme, not of statistics, by their code."""


def region_name(code: str) -> Text:
    """The name of a region of 2018 by its code; the code itself where it is another.

    Example:
        >>> region_name("ZIEMELLATGALE").in_("lv")
        'Ziemeļlatgale'
        >>> region_name("LV006").in_("en")
        'LV006'
    """
    return REGIONS_2018.get(code) or Text.same(code)

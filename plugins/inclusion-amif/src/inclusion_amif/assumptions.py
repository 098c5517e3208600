"""What is assumed where the annexes leave a point open; every report shows it.

The asker may assume otherwise.
"""

from __future__ import annotations

from inclusion_amif.sources import FIRST_REGISTERED, OBJECTIVE_B, REGULATION
from inclusion_core.facts.assumption import Assumption
from inclusion_core.texts import lv

__all__ = [
    "AGE_ON",
    "APPLICATIONS_UNTIL",
    "ASSUMPTIONS",
    "NON_CITIZENS_ARE_THIRD_COUNTRY",
    "PRE_A1_COUNTS",
]

AGE_ON = Assumption(
    id="amif.age-on",
    says=lv("kurā dienā skatās vecumu").en("on which day the age is looked at"),
    default=0,
    choices={
        0: lv("vecums ir tas, kāds bija dienā, kad iestājās projektā").en(
            "the age is that on the day of entry to the project"
        ),
        1: lv("vecums ir tas, kāds bija pirmā atbalsta dienā").en(
            "the age is that on the day of the first support"
        ),
    },
    source=FIRST_REGISTERED.own_reading(
        lv("pielikumi dienu nenosaka; citas valsts norādījumi ņem pirmās reģistrācijas dienu").en(
            "the annexes name no day; guidance of another state takes that of first registration"
        )
    ),
)

NON_CITIZENS_ARE_THIRD_COUNTRY = Assumption(
    id="amif.non-citizens-are-third-country-nationals",
    says=lv("vai Latvijas nepilsoņi ir trešo valstu valstspiederīgie").en(
        "whether Latvian non-citizens are third-country nationals"
    ),
    default=1,
    choices={
        1: lv(
            "Latvijas nepilsoņi ir trešo valstu valstspiederīgie: viņi nav Savienības pilsoņi"
        ).en("Latvian non-citizens are third-country nationals: they are no citizens of the Union"),
        0: lv("Latvijas nepilsoņi nav trešo valstu valstspiederīgie").en(
            "Latvian non-citizens are no third-country nationals"
        ),
    },
    source=REGULATION.article("2").own_reading(
        lv("jāsaskaņo ar vadošo iestādi").en("to be confirmed by the managing authority")
    ),
)

PRE_A1_COUNTS = Assumption(
    id="amif.pre-a1-counts",
    says=lv("vai no līmeņa zem A1 uz A1 ir viens līmenis (R.2.8)").en(
        "whether from below A1 to A1 is one level (R.2.8)"
    ),
    default=1,
    choices={
        1: lv("R.2.8 skaita arī to, kurš no līmeņa zem A1 sasniedz A1").en(
            "R.2.8 counts also who gets from below A1 to A1"
        ),
        0: lv("R.2.8 līmeni zem A1 neatšķir no A1").en("R.2.8 does not tell below A1 from A1"),
    },
    source=OBJECTIVE_B.own_reading(
        lv("8. punkts līmeni zem A1 nepiemin; jāpārbauda").en(
            "item 8 does not mention a level below A1; to be verified"
        )
    ),
)

APPLICATIONS_UNTIL = Assumption(
    id="amif.applications-until",
    says=lv("līdz kurai dienai pieteikumus skaita (R.2.10, R.2.11)").en(
        "until which day applications count (R.2.10, R.2.11)"
    ),
    default=0,
    choices={
        0: lv("R.2.10 un R.2.11 skaita pieteikumus līdz pēdējai dienai projektā").en(
            "R.2.10 and R.2.11 count applications up to the last day in the project"
        ),
        1: lv("R.2.10 un R.2.11 skaita arī pieteikumus pēc aiziešanas").en(
            "R.2.10 and R.2.11 count applications after leaving too"
        ),
    },
    source=OBJECTIVE_B.own_reading(
        lv("10. un 11. punkts dienu nenosaka; jāpārbauda").en(
            "items 10 and 11 name no day; to be verified"
        )
    ),
)

ASSUMPTIONS: tuple[Assumption, ...] = (
    AGE_ON,
    NON_CITIZENS_ARE_THIRD_COUNTRY,
    PRE_A1_COUNTS,
    APPLICATIONS_UNTIL,
)
"""All of them."""

"""Output indicators EECO01 to EECO17 of Annex I: who entered, and what they were like."""

from __future__ import annotations

from inclusion_core.expr import all_of, any_of
from inclusion_core.metrics.metric import Metric
from inclusion_core.texts import Text, lv
from inclusion_esf import definitions as term
from inclusion_esf.completeness import (
    ASSUMES_2021,
    in_annex_i,
    in_annex_i_total,
    is_objective_l,
)
from inclusion_esf.definition import Definition, IndicatorList
from inclusion_esf.period_2021.assumptions import AGE_SPLIT
from inclusion_esf.period_2021.circumstances import EECO12, EECO13, EECO14, EECO15, EECO16, EECO17
from inclusion_esf.period_2021.notes import (
    CODE_REMEMBERED,
    COMPLETE_ONLY,
    ESTIMATE_ALLOWED,
    NOT_FOR_L_AND_M,
    NOT_FOR_M_OR_MOST_DEPRIVED,
)
from inclusion_esf.sources import REGULATION_2021

__all__ = ["FOR_ALL_OBJECTIVES", "LIST", "OUTPUTS", "TOTAL"]


def _point(number: str) -> Text:
    return lv(f"I pielikuma {number}. punkts").en(f"Annex I, point {number}")


FOR_ALL_OBJECTIVES = IndicatorList(
    namespace="esf.plus",
    source=REGULATION_2021.at(_point("1.1")),
    complete=in_annex_i_total,
    assumes=ASSUMES_2021,
    notes=(COMPLETE_ONLY, NOT_FOR_M_OR_MOST_DEPRIVED),
)
"""Of objective (l) the total and the ages; unless it is for the most deprived (Annex II)."""

LIST = IndicatorList(
    namespace="esf.plus",
    source=REGULATION_2021.at(_point("1.1")),
    complete=in_annex_i,
    assumes=ASSUMES_2021,
    notes=(COMPLETE_ONLY, NOT_FOR_L_AND_M),
)

LIST_1_2 = IndicatorList(
    namespace="esf.plus",
    source=REGULATION_2021.at(_point("1.2")),
    complete=LIST.complete,
    assumes=LIST.assumes,
    notes=(ESTIMATE_ALLOWED, *LIST.notes),
)

TOTAL: Metric = FOR_ALL_OBJECTIVES.metric(
    Definition(
        id="eeco01",
        name=lv("EECO01 dalībnieku kopskaits").en("EECO01 total number of participants"),
        means=lv("EECO02, EECO04 un EECO05 summa; konkrētajā mērķī (l) skaita tieši.").en(
            "The sum of EECO02, EECO04 and EECO05; in specific objective (l) counted directly."
        ),
        where=any_of(is_objective_l, term.unemployed, term.inactive, term.working),
        notes=(CODE_REMEMBERED,),
    )
)

# Labour market.

EECO02 = Definition(
    id="eeco02",
    name=lv("EECO02 bezdarbnieki, tostarp ilgstošie bezdarbnieki").en(
        "EECO02 unemployed, including long-term unemployed"
    ),
    means=lv("Kā CO01; reģistra datiem drīkst lietot valsts definīciju.").en(
        "As CO01; data of a register may follow a national definition."
    ),
    where=term.unemployed,
    part_of=TOTAL.id,
)
EECO03 = Definition(
    id="eeco03",
    name=lv("EECO03 ilgstošie bezdarbnieki").en("EECO03 long-term unemployed"),
    means=lv(
        "Bezdarbnieks vairāk nekā 12 mēnešus, bet jaunāks par 25 gadiem - vairāk nekā 6 mēnešus."
    ).en("Unemployed for more than 12 months, or, below the age of 25, for more than 6."),
    among=term.unemployed,
    where=any_of(
        term.unemployed_for_more_than(12),
        all_of(AGE_SPLIT.holds, term.age < 25, term.unemployed_for_more_than(6)),
    ),
    part_of="esf.plus.eeco02",
    assumes=(AGE_SPLIT,),
    notes=(
        CODE_REMEMBERED,
        lv("Dalījums 25 gadu vecumā ir pēc atmiņas, jāpārbauda.").en(
            "The split at the age of 25 is from memory, to be checked."
        ),
    ),
)
EECO04 = Definition(
    id="eeco04",
    name=lv("EECO04 ekonomiski neaktīvas personas").en("EECO04 inactive"),
    means=lv("Kā CO03.").en("As CO03."),
    where=term.inactive,
    part_of=TOTAL.id,
    notes=(CODE_REMEMBERED,),
)
EECO05 = Definition(
    id="eeco05",
    name=lv("EECO05 nodarbinātie, tostarp pašnodarbinātie").en(
        "EECO05 employed, including self-employed"
    ),
    means=lv("Kā CO05.").en("As CO05."),
    where=term.working,
    part_of=TOTAL.id,
    notes=(CODE_REMEMBERED,),
)

# Age.

EECO06 = Definition(
    id="eeco06",
    name=lv("EECO06 bērnu skaits, kas jaunāki par 18 gadiem").en(
        "EECO06 number of children below 18 years of age"
    ),
    means=lv("Iestāšanās dienā nav 18 gadu.").en("Younger than 18 on the day of entry."),
    where=term.age < 18,
    part_of=TOTAL.id,
    notes=(CODE_REMEMBERED,),
)
EECO07 = Definition(
    id="eeco07",
    name=lv("EECO07 jauniešu skaits vecumā no 18 līdz 29 gadiem").en(
        "EECO07 young people between 18 and 29 years of age"
    ),
    means=lv("Iestāšanās dienā 18 līdz 29 gadi, abi ieskaitīti.").en(
        "18 to 29 on the day of entry, both included."
    ),
    where=(term.age >= 18) & (term.age < 30),
    part_of=TOTAL.id,
    notes=(CODE_REMEMBERED,),
)
EECO08 = Definition(
    id="eeco08",
    name=lv("EECO08 dalībnieku skaits vecumā no 55 gadiem").en(
        "EECO08 number of participants of 55 years of age and above"
    ),
    means=lv("Iestāšanās dienā 55 gadi vai vairāk.").en("55 or older on the day of entry."),
    where=term.age >= 55,
    part_of=TOTAL.id,
    notes=(
        CODE_REMEMBERED,
        lv("30 līdz 54 gadus vecos neviens rādītājs neskaita.").en(
            "Those of 30 to 54 are in no indicator."
        ),
    ),
)

# Education.

EECO09 = Definition(
    id="eeco09",
    name=lv("EECO09 ar pamatskolas izglītību vai zemāku izglītības līmeni (ISCED 0-2)").en(
        "EECO09 with lower secondary education or less (ISCED 0-2)"
    ),
    means=lv("Augstākais pabeigtais līmenis ir ISCED 0, 1 vai 2; no CO09 atšķiras ar ISCED 0.").en(
        "The highest completed level is ISCED 0, 1 or 2; unlike CO09, ISCED 0 is inside."
    ),
    where=term.isced(0, 1, 2),
    part_of=TOTAL.id,
    notes=(CODE_REMEMBERED,),
)
EECO10 = Definition(
    id="eeco10",
    name=lv("EECO10 ar vidējo (ISCED 3) vai pēcvidusskolas izglītību (ISCED 4)").en(
        "EECO10 with upper secondary (ISCED 3) or post-secondary education (ISCED 4)"
    ),
    means=lv("Augstākais pabeigtais līmenis ir ISCED 3 vai 4.").en(
        "The highest completed level is ISCED 3 or 4."
    ),
    where=term.isced(3, 4),
    part_of=TOTAL.id,
    notes=(CODE_REMEMBERED,),
)
EECO11 = Definition(
    id="eeco11",
    name=lv("EECO11 ar augstāko izglītību (ISCED 5 līdz 8)").en(
        "EECO11 with tertiary education (ISCED 5 to 8)"
    ),
    means=lv("Augstākais pabeigtais līmenis ir ISCED 5 līdz 8.").en(
        "The highest completed level is ISCED 5 to 8."
    ),
    where=term.isced(5, 6, 7, 8),
    part_of=TOTAL.id,
    notes=(CODE_REMEMBERED,),
)

OUTPUTS: tuple[Metric, ...] = (
    TOTAL,
    *LIST.metrics(EECO02, EECO03, EECO04, EECO05),
    *FOR_ALL_OBJECTIVES.metrics(EECO06, EECO07, EECO08),
    *LIST.metrics(EECO09, EECO10, EECO11),
    *LIST_1_2.metrics(EECO12, EECO13, EECO14, EECO15, EECO16, EECO17),
)

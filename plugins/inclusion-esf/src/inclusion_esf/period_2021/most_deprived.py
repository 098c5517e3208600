"""Annex II: the indicators of objective (l) where it is for the most deprived."""

from __future__ import annotations

from inclusion_core.expr import any_of
from inclusion_core.metrics.metric import Metric
from inclusion_core.texts import lv
from inclusion_esf import definitions as term
from inclusion_esf.completeness import in_annex_ii
from inclusion_esf.definition import Definition, IndicatorList
from inclusion_esf.period_2021.notes import (
    ESTIMATE_ALLOWED,
    NATIONAL_DEFINITION,
    SENSITIVE,
    WITHOUT_CODES,
)
from inclusion_esf.sources import REGULATION_2021

__all__ = ["MOST_DEPRIVED", "TOTAL"]

LIST = IndicatorList(
    namespace="esf.most-deprived",
    source=REGULATION_2021.annex("II"),
    complete=in_annex_ii,
    notes=(
        lv(
            "Skaita visus, arī ar nepilnīgiem ierakstiem: pilnīguma noteikums ir par I pielikuma "
            "datiem (pašu lasījums)."
        ).en(
            "Counts all, incomplete records too: the rule on complete records is about the data of "
            "Annex I (our own reading)."
        ),
        ESTIMATE_ALLOWED,
        WITHOUT_CODES,
    ),
)

TOTAL: Metric = LIST.metric(
    Definition(
        id="total",
        name=lv("Vistrūcīgākās personas: dalībnieku kopskaits").en(
            "Most deprived: total number of participants"
        ),
        means=lv("Visi, kas iestājās projektā, kurš paredzēts vistrūcīgākajām personām.").en(
            "All who entered an operation for the most deprived."
        ),
    )
)
CHILDREN = Definition(
    id="children",
    name=lv("Vistrūcīgākās personas: bērnu skaits, kas jaunāki par 18 gadiem").en(
        "Most deprived: number of children below 18 years of age"
    ),
    means=lv("Iestāšanās dienā nav 18 gadu.").en("Younger than 18 on the day of entry."),
    where=term.age < 18,
    part_of=TOTAL.id,
)
YOUNG_PEOPLE = Definition(
    id="young-people",
    name=lv("Vistrūcīgākās personas: jauniešu skaits vecumā no 18 līdz 29 gadiem").en(
        "Most deprived: number of young people between 18 and 29 years of age"
    ),
    means=lv("Iestāšanās dienā 18 līdz 29 gadi, abi ieskaitīti.").en(
        "18 to 29 on the day of entry, both included."
    ),
    where=(term.age >= 18) & (term.age < 30),
    part_of=TOTAL.id,
)
OLDER_PEOPLE = Definition(
    id="older-people",
    name=lv("Vistrūcīgākās personas: dalībnieku skaits vecumā no 65 gadiem").en(
        "Most deprived: number of participants of 65 years of age and above"
    ),
    means=lv("Iestāšanās dienā 65 gadi vai vairāk; I pielikumā robeža ir 55 gadi.").en(
        "65 or older on the day of entry; in Annex I the limit is 55."
    ),
    where=term.age >= 65,
    part_of=TOTAL.id,
)
WITH_DISABILITIES = Definition(
    id="with-disabilities",
    name=lv("Vistrūcīgākās personas: dalībnieki ar invaliditāti").en(
        "Most deprived: participants with disabilities"
    ),
    means=lv("Invaliditāte pēc valsts definīcijas.").en("Disability by the national definition."),
    where=term.has_disability,
    part_of=TOTAL.id,
    notes=(SENSITIVE,),
)
THIRD_COUNTRY_NATIONALS = Definition(
    id="third-country-nationals",
    name=lv("Vistrūcīgākās personas: trešo valstu valstspiederīgie").en(
        "Most deprived: third-country nationals"
    ),
    means=lv("Iestāšanās dienā nav nevienas Savienības dalībvalsts pilsonis.").en(
        "A citizen of no member state of the Union on the day of entry."
    ),
    where=term.is_third_country_national,
    part_of=TOTAL.id,
)
FOREIGN_BACKGROUND_OR_MINORITY = Definition(
    id="foreign-background-or-minority",
    name=lv(
        "Vistrūcīgākās personas: ārvalstu izcelsmes dalībnieku un minoritāšu skaits (tostarp tādas "
        "marginalizētas kopienas kā romi)"
    ).en(
        "Most deprived: number of participants with a foreign background, minorities (including "
        "marginalised communities, such as Roma people)"
    ),
    means=lv("Viens rādītājs tam, kas I pielikumā ir EECO14 un EECO15.").en(
        "One indicator for what is EECO14 and EECO15 in Annex I."
    ),
    where=any_of(term.has_foreign_background, term.is_minority),
    part_of=TOTAL.id,
    notes=(SENSITIVE, NATIONAL_DEFINITION),
)
HOMELESS = Definition(
    id="homeless",
    name=lv(
        "Vistrūcīgākās personas: bezpajumtnieki vai personas, ko skārusi mājokļa atstumtība"
    ).en("Most deprived: homeless or affected by housing exclusion"),
    means=lv("Bez mājokļa vai nedrošā, neatbilstošā mājoklī.").en(
        "Without housing, or in insecure or inadequate housing."
    ),
    where=term.is_homeless,
    part_of=TOTAL.id,
)

MOST_DEPRIVED: tuple[Metric, ...] = (
    TOTAL,
    *LIST.metrics(
        *(CHILDREN, YOUNG_PEOPLE, OLDER_PEOPLE, WITH_DISABILITIES, THIRD_COUNTRY_NATIONALS),
        *(FOREIGN_BACKGROUND_OR_MINORITY, HOMELESS),
    ),
)

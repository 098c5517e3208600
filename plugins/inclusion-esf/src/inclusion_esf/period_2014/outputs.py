"""Output indicators CO01 to CO19: who entered, and what they were like on the day of entry."""

from __future__ import annotations

from inclusion_core.expr import any_of
from inclusion_core.metrics.metric import Metric
from inclusion_core.texts import lv
from inclusion_esf import definitions as term
from inclusion_esf.completeness import ASSUMES_2014, complete_2014
from inclusion_esf.definition import Definition, IndicatorList
from inclusion_esf.period_2014.assumptions import SCHOOL_AGE
from inclusion_esf.period_2014.circumstances import CO12, CO13, CO14, CO15, CO16, CO17, CO18, CO19
from inclusion_esf.period_2014.notes import COMPLETE_ONLY, HOUSEHOLD_UNTIL_2018
from inclusion_esf.sources import ANNEX_I_2013, ANNEX_I_2018, ANSWERS_2014

__all__ = ["GRAND_TOTAL", "HOUSEHOLD_OUTPUTS", "OUTPUTS", "TOTAL"]

EVERYBODY = IndicatorList(namespace="esf", source=ANSWERS_2014)
LIST = IndicatorList(
    namespace="esf",
    source=ANNEX_I_2018,
    complete=complete_2014,
    assumes=ASSUMES_2014,
    notes=(COMPLETE_ONLY,),
)
LIST_2013 = IndicatorList(
    namespace="esf.2013",
    source=ANNEX_I_2013,
    complete=complete_2014,
    assumes=ASSUMES_2014,
    notes=(COMPLETE_ONLY, HOUSEHOLD_UNTIL_2018),
)

GRAND_TOTAL: Metric = EVERYBODY.metric(
    Definition(
        id="grand-total",
        name=lv("Dalībnieku kopskaits, arī ar nepilnīgiem ierakstiem").en(
            "Grand total of participants, incomplete records included"
        ),
        means=lv("Visi, kas iestājās pārskata periodā, arī tie, kuru ieraksts nav pilnīgs.").en(
            "All who entered in the period, also those whose record is incomplete."
        ),
    )
)

TOTAL: Metric = LIST.metric(
    Definition(
        id="total",
        name=lv("Dalībnieku kopskaits").en("Total participants"),
        means=lv(
            "CO01, CO03 un CO05 summa: katram dalībniekam ir tieši viens statuss darba tirgū."
        ).en("The sum of CO01, CO03 and CO05: each participant has exactly one labour status."),
        where=any_of(term.unemployed, term.inactive, term.working),
        part_of=GRAND_TOTAL.id,
    )
)

# Labour market.

CO01 = Definition(
    id="co01",
    name=lv("CO01 bezdarbnieki, tostarp ilgstošie bezdarbnieki").en(
        "CO01 unemployed, including long-term unemployed"
    ),
    means=lv(
        "Bez darba, gatavs strādāt un aktīvi meklē darbu, vai reģistrēts kā bezdarbnieks. "
        "Pilna laika studējošie ir neaktīvi."
    ).en(
        "Without work, available for it and actively seeking it, or registered as unemployed. "
        "Full-time students are inactive."
    ),
    where=term.unemployed,
    part_of=TOTAL.id,
)
CO02 = Definition(
    id="co02",
    name=lv("CO02 ilgstošie bezdarbnieki").en("CO02 long-term unemployed"),
    means=lv(
        "Bezdarbnieks vairāk nekā 12 mēnešus, bet jaunāks par 25 gadiem - vairāk nekā 6 mēnešus. "
        "Tieši 12 vai 6 mēneši vēl nav ilgstoši; vecums ir iestāšanās dienā."
    ).en(
        "Unemployed for more than 12 months, or, below the age of 25, for more than 6. Exactly 12 "
        "or 6 months are not long-term; the age is that on the day of entry."
    ),
    among=term.unemployed,
    where=any_of(
        term.unemployed_for_more_than(12), (term.age < 25) & term.unemployed_for_more_than(6)
    ),
    part_of="esf.co01",
)
CO03 = Definition(
    id="co03",
    name=lv("CO03 ekonomiski neaktīvas personas").en("CO03 inactive"),
    means=lv(
        "Nestrādā un nav bezdarbnieks: arī bērni, pilna laika studējošie, pensionāri, aprūpētāji."
    ).en("Neither works nor is unemployed: children, full-time students, pensioners, carers too."),
    where=term.inactive,
    part_of=TOTAL.id,
)
CO04 = Definition(
    id="co04",
    name=lv("CO04 ekonomiski neaktīvas personas, kas neiesaistās izglītībā vai apmācībā").en(
        "CO04 inactive, not in education or training"
    ),
    means=lv("Neaktīvs un nav ne formālā, ne neformālā izglītībā vai apmācībā.").en(
        "Inactive, and in neither formal nor non-formal education or training."
    ),
    among=term.inactive,
    where=term.not_in_education,
    part_of="esf.co03",
    notes=(
        lv("Kas pieder pie izglītības un apmācības, ir pēc atmiņas un jāpārbauda.").en(
            "What belongs to education and training is from memory, to be checked."
        ),
    ),
)
CO05 = Definition(
    id="co05",
    name=lv("CO05 nodarbinātie, tostarp pašnodarbinātie").en(
        "CO05 employed, including self-employed"
    ),
    means=lv(
        "Strādā par samaksu, peļņai vai ģimenes labā, arī ja uz laiku nav darbā; bērna kopšanas "
        "atvaļinājumā no darba - strādā, ja nav reģistrēts kā bezdarbnieks."
    ).en(
        "Works for pay, profit or family gain, also if away from work for a time; on parental "
        "leave from a job in work, unless registered as unemployed."
    ),
    where=term.working,
    part_of=TOTAL.id,
    notes=(
        lv("Teikums par bērna kopšanas atvaļinājumu lasīts nepilnīgi, jāpārbauda.").en(
            "The clause on parental leave was read in part only, to be checked."
        ),
    ),
)

# Age.

CO06 = Definition(
    id="co06",
    name=lv("CO06 personas, kas jaunākas par 25 gadiem").en("CO06 below 25 years of age"),
    means=lv("Iestāšanās dienā nav 25 gadu.").en("Younger than 25 on the day of entry."),
    where=term.age < 25,
    part_of=TOTAL.id,
)
CO07 = Definition(
    id="co07",
    name=lv("CO07 personas, kas vecākas par 54 gadiem").en("CO07 above 54 years of age"),
    means=lv("Iestāšanās dienā 55 gadi vai vairāk; 54 gadi nav ieskaitīti.").en(
        "55 or older on the day of entry; 54 is not included."
    ),
    where=term.age >= 55,
    part_of=TOTAL.id,
    notes=(
        lv("25 līdz 54 gadus vecos neviens rādītājs neskaita.").en(
            "Those of 25 to 54 are in no indicator."
        ),
    ),
)
CO08 = Definition(
    id="co08",
    name=lv(
        "CO08 personas, kas vecākas par 54 gadiem un kas ir bezdarbnieki, tostarp ilgstošie "
        "bezdarbnieki, vai ekonomiski neaktīvi un neiesaistās izglītībā vai apmācībā"
    ).en(
        "CO08 above 54 years of age who are unemployed, including long-term unemployed, or "
        "inactive not in education or training"
    ),
    means=lv("CO07 un turklāt CO01 vai CO04; neaktīvie, kas mācās, nav ieskaitīti.").en(
        "CO07, and CO01 or CO04 besides; the inactive who learn are not included."
    ),
    among=term.age >= 55,
    where=term.unemployed | (term.inactive & term.not_in_education),
    part_of="esf.co07",
)

# Education.

CO09 = Definition(
    id="co09",
    name=lv("CO09 ar sākumskolas (ISCED 1) vai pamatskolas izglītību (ISCED 2)").en(
        "CO09 with primary (ISCED 1) or lower secondary education (ISCED 2)"
    ),
    means=lv(
        "Augstākais pabeigtais līmenis ir ISCED 1 vai 2; arī ISCED 0 tam, kurš vēl nav skolas "
        "vecumā."
    ).en(
        "The highest completed level is ISCED 1 or 2; also ISCED 0 of who is still below school "
        "age."
    ),
    where=term.isced(1, 2) | (term.isced(0) & (term.age < SCHOOL_AGE.number)),
    part_of=TOTAL.id,
    assumes=(SCHOOL_AGE,),
    notes=(
        lv("ISCED 0 pēc skolas vecuma nav ne CO09, ne CO10, ne CO11; tas parasti ir CO17.").en(
            "ISCED 0 past school age is in none of CO09 to CO11; it is usually in CO17."
        ),
    ),
)
CO10 = Definition(
    id="co10",
    name=lv("CO10 ar vidējo (ISCED 3) vai pēcvidusskolas izglītību (ISCED 4)").en(
        "CO10 with upper secondary (ISCED 3) or post-secondary education (ISCED 4)"
    ),
    means=lv("Augstākais pabeigtais līmenis ir ISCED 3 vai 4.").en(
        "The highest completed level is ISCED 3 or 4."
    ),
    where=term.isced(3, 4),
    part_of=TOTAL.id,
)
CO11 = Definition(
    id="co11",
    name=lv("CO11 ar augstāko izglītību (ISCED 5 līdz 8)").en(
        "CO11 with tertiary education (ISCED 5 to 8)"
    ),
    means=lv("Augstākais pabeigtais līmenis ir ISCED 5 līdz 8.").en(
        "The highest completed level is ISCED 5 to 8."
    ),
    where=term.isced(5, 6, 7, 8),
    part_of=TOTAL.id,
)

OUTPUTS: tuple[Metric, ...] = LIST.metrics(
    *(CO01, CO02, CO03, CO04, CO05, CO06, CO07, CO08, CO09, CO10, CO11),
    *(CO15, CO16, CO17, CO18, CO19),
)
"""The outputs of both texts of Annex I."""

HOUSEHOLD_OUTPUTS: tuple[Metric, ...] = LIST_2013.metrics(CO12, CO13, CO14)
"""The outputs of the original text alone."""

"""What is assumed where the text of 2014-2020 leaves a point open."""

from __future__ import annotations

from inclusion_core.facts.assumption import Assumption
from inclusion_core.texts import lv
from inclusion_esf.sources import ANNEX_I_2018, ANSWERS_2014, GUIDANCE

__all__ = [
    "ASSUMPTIONS_2014",
    "CITIZENS_OF_OTHERS_ARE_MIGRANTS",
    "DISADVANTAGE_SET",
    "HOUSEHOLD_NEEDED",
    "NEWLY_SEARCHING",
    "SCHOOL_AGE",
]

SCHOOL_AGE = Assumption(
    id="esf.school-age",
    says=lv(
        "bez sākumskolas izglītības (ISCED 0) CO09 skaita to, kurš iestājoties ir jaunāks par "
        "{value} gadiem"
    ).en("without primary education (ISCED 0), who is younger than {value} on entry is in CO09"),
    default=7,
    least=0,
    most=20,
    source=ANSWERS_2014.own_reading(
        lv("izņēmums lasīts nepilnīgi; Latvijā skolu sāk septiņu gadu vecumā").en(
            "the exception was read in part only; in Latvia school begins at the age of seven"
        )
    ),
)

CITIZENS_OF_OTHERS_ARE_MIGRANTS = Assumption(
    id="esf.third-country-nationals-are-migrants",
    says=lv("vai trešo valstu valstspiederīgie ir migranti").en(
        "whether third-country nationals are migrants"
    ),
    default=1,
    choices={
        1: lv("CO15 skaita arī trešo valstu valstspiederīgos: viņi ir migranti").en(
            "CO15 counts third-country nationals too: they are migrants"
        ),
        0: lv("CO15 skaita tikai ārvalstu izcelsmi un piederību minoritātei, ne pilsonību").en(
            "CO15 counts foreign background and minorities alone, not citizenship"
        ),
    },
    source=ANNEX_I_2018.own_reading(
        lv("kas ir migrants, nosaka valsts definīcija").en(
            "who is a migrant is for a national definition to say"
        )
    ),
)

DISADVANTAGE_SET = Assumption(
    id="esf.disadvantage-set",
    says=lv("kuri rādītāji veido nelabvēlīgo situāciju rādītājos CR05 un CR09").en(
        "which indicators make the disadvantage of CR05 and CR09"
    ),
    default=0,
    choices={
        0: lv(
            "CR05 un CR09 nelabvēlīga situācija ir CO12 līdz CO17 sākotnējā tekstā un CO15 līdz "
            "CO17 pēc 2018. gada grozījumiem"
        ).en(
            "the disadvantage of CR05 and CR09 is CO12 to CO17 in the original text and CO15 to "
            "CO17 as amended in 2018"
        ),
        1: lv("CR05 un CR09 nelabvēlīga situācija ir CO12 līdz CO17 abos tekstos").en(
            "the disadvantage of CR05 and CR09 is CO12 to CO17 in both texts"
        ),
        2: lv(
            "CR05 un CR09 nelabvēlīga situācija ir CO15 līdz CO17 abos tekstos: tikai īpašo "
            "kategoriju dati"
        ).en(
            "the disadvantage of CR05 and CR09 is CO15 to CO17 in both texts: special categories "
            "of data alone"
        ),
    },
    source=GUIDANCE,
)

HOUSEHOLD_NEEDED = Assumption(
    id="esf.household-needed",
    says=lv("kuram ieraksts bez mājsaimniecības datiem nav pilnīgs").en(
        "whose record is incomplete without the household"
    ),
    default=1,
    choices={
        0: lv("ieraksts ir pilnīgs arī bez mājsaimniecības datiem").en(
            "a record is complete without the household"
        ),
        1: lv(
            "ieraksts bez mājsaimniecības datiem nav pilnīgs tam, kurš iestājās pirms 2018. gada "
            "2. augusta"
        ).en("a record without the household is incomplete of who entered before 2 August 2018"),
        2: lv("ieraksts bez mājsaimniecības datiem nav pilnīgs nevienam").en(
            "a record without the household is incomplete of everybody"
        ),
    },
    source=ANNEX_I_2018.own_reading(
        lv(
            "ka pēc grozījumiem mājsaimniecības dati vairs nav vajadzīgi, izriet no tā, ka CO12 "
            "līdz CO14 svītroti"
        ).en(
            "that the household is not needed since the amendment follows from the removal of "
            "CO12 to CO14"
        )
    ),
)

NEWLY_SEARCHING = Assumption(
    id="esf.newly-searching",
    says=lv("kurš rādītājā CR05 no jauna meklē darbu").en("who newly looks for work in CR05"),
    default=0,
    choices={
        0: lv("CR05 no jauna meklē darbu tas, kurš iestājoties bija neaktīvs, kā rādītājā CR01").en(
            "in CR05 who was inactive on entry newly looks for work, as in CR01"
        ),
        1: lv("CR05 no jauna meklē darbu katrs, kurš iestājoties nebija bezdarbnieks").en(
            "in CR05 everybody who was not unemployed on entry newly looks for work"
        ),
    },
    source=GUIDANCE.own_reading(
        lv("vai CR05 darba meklēšana attiecas tikai uz neaktīvajiem, nav teikts").en(
            "whether the job searching of CR05 is for the inactive alone is not said"
        )
    ),
)

ASSUMPTIONS_2014: tuple[Assumption, ...] = (
    SCHOOL_AGE,
    CITIZENS_OF_OTHERS_ARE_MIGRANTS,
    DISADVANTAGE_SET,
    HOUSEHOLD_NEEDED,
    NEWLY_SEARCHING,
)

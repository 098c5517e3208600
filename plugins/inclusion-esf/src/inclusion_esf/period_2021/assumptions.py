"""What is assumed where the text of 2021-2027 leaves a point open."""

from __future__ import annotations

from inclusion_core.facts.assumption import Assumption
from inclusion_core.texts import lv
from inclusion_esf.sources import ANSWERS_2021, REGULATION_2021

__all__ = ["AGE_SPLIT", "ASSUMPTIONS_2021", "GENDER_NEEDED", "INACTIVE_ONLY", "RURAL_CLASSES"]

GENDER_NEEDED = Assumption(
    id="esf.plus.gender-needed",
    says=lv("vai ESF+ ieraksts bez dzimuma ir pilnīgs").en(
        "whether a record of the ESF+ without gender is complete"
    ),
    default=0,
    choices={
        0: lv("ESF+ ieraksts ir pilnīgs arī bez dzimuma; to rāda atsevišķi kā nezināmu").en(
            "a record of the ESF+ without gender is complete; it is shown apart, as not known"
        ),
        1: lv("ESF+ ieraksts bez dzimuma nav pilnīgs, un dalībnieku neskaita").en(
            "a record of the ESF+ without gender is incomplete, and not counted"
        ),
    },
    source=REGULATION_2021.article("17(5)").own_reading(
        lv("dzimums nav I pielikuma 1.1. punktā, bet katru rādītāju dala pēc tā").en(
            "gender is not in point 1.1 of Annex I, yet every figure is broken down by it"
        )
    ),
)

AGE_SPLIT = Assumption(
    id="esf.plus.long-term-by-age",
    says=lv("vai EECO03 jauniešiem pietiek ar sešiem mēnešiem").en(
        "whether six months make a young person long-term unemployed in EECO03"
    ),
    default=1,
    choices={
        1: lv("EECO03 ir vairāk nekā 6 mēneši līdz 25 gadu vecumam, pēc tam vairāk nekā 12").en(
            "EECO03 is more than 6 months below the age of 25, and more than 12 from then on"
        ),
        0: lv("EECO03 ir vairāk nekā 12 mēneši jebkurā vecumā").en(
            "EECO03 is more than 12 months at any age"
        ),
    },
    source=REGULATION_2021.annex("I").own_reading(
        lv("vecuma dalījums pēc atmiņas: kā 2014.-2020. gadā").en(
            "the split by age is from memory: as in 2014-2020"
        )
    ),
)

INACTIVE_ONLY = Assumption(
    id="esf.plus.job-search-of-inactive-only",
    says=lv("vai EECR01 skaita tikai neaktīvos").en("whether EECR01 counts the inactive alone"),
    default=1,
    choices={
        1: lv("EECR01 skaita tikai to, kurš iestājoties bija neaktīvs").en(
            "EECR01 counts only who was inactive on entry"
        ),
        0: lv("EECR01 skaita katru, kurš iestājoties nebija bezdarbnieks").en(
            "EECR01 counts everybody who was not unemployed on entry"
        ),
    },
    source=ANSWERS_2021.own_reading(
        lv("atbilžu piemēros ir tikai neaktīvi dalībnieki").en(
            "the examples in the answers have inactive participants alone"
        )
    ),
)

RURAL_CLASSES = Assumption(
    id="esf.plus.rural-classes",
    says=lv("kuras urbanizācijas klases EECO17 ir lauku apvidi").en(
        "which degrees of urbanisation are rural in EECO17"
    ),
    default=3,
    choices={
        3: lv("EECO17 lauku apvidi ir 3. klase (mazapdzīvotas teritorijas)").en(
            "in EECO17 rural is class 3 (thinly populated areas)"
        ),
        2: lv("EECO17 lauku apvidi ir 2. un 3. klase").en("in EECO17 rural is classes 2 and 3"),
    },
    source=REGULATION_2021.at(lv("I pielikuma 1.2. punkts").en("Annex I, point 1.2")).own_reading(
        lv("ka der tikai 3. klase, ir pēc atmiņas").en("that it is class 3 alone is from memory")
    ),
)

ASSUMPTIONS_2021: tuple[Assumption, ...] = (
    GENDER_NEEDED,
    AGE_SPLIT,
    INACTIVE_ONLY,
    RURAL_CLASSES,
)

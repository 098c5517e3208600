"""What a reader must know of several indicators of 2021-2027."""

from __future__ import annotations

from inclusion_core.texts import Text, lv

__all__ = [
    "CODE_REMEMBERED",
    "COMPLETE_ONLY",
    "DEFINITION_REMEMBERED",
    "ESTIMATE_ALLOWED",
    "IN_FOUR_WEEKS",
    "NATIONAL_DEFINITION",
    "NOT_FOR_L_AND_M",
    "NOT_FOR_M_OR_MOST_DEPRIVED",
    "SAMPLE",
    "SENSITIVE",
    "WITHOUT_CODES",
]

COMPLETE_ONLY: Text = lv(
    "Skaita tikai ierakstus, kuros ir visi I pielikuma 1.1. punkta dati; pārējo nav pat kopskaitā."
).en(
    "Only records with all data of point 1.1 of Annex I count; the others are not even in the "
    "total."
)

NOT_FOR_L_AND_M: Text = lv("Neattiecas uz konkrēto mērķi (l).").en(
    "Does not apply to specific objectives (l) and (m)."
)

CODE_REMEMBERED: Text = lv("Kods ir pēc atmiņas, jāpārbauda.").en(
    "The code is from memory, to be checked."
)

DEFINITION_REMEMBERED: Text = lv("Definīcija ir pēc atmiņas, jāpārbauda.").en(
    "The definition is from memory, to be checked."
)

ESTIMATE_ALLOWED: Text = lv(
    "Drīkst būt finansējuma saņēmēja pamatots novērtējums; šeit skaitīti zināmie dalībnieki."
).en(
    "May be an informed estimate of the beneficiary; counted here are the participants of whom it "
    "is known."
)

NATIONAL_DEFINITION: Text = lv("Drīkst lietot valsts definīciju.").en(
    "A national definition may be used."
)

NOT_FOR_M_OR_MOST_DEPRIVED: Text = lv(
    "Konkrētajā mērķī (m) jautā III pielikums, vistrūcīgākajām personām mērķī (l) - II pielikums."
).en(
    "Under specific objective (m) Annex III asks instead, for the most deprived under (l) Annex II."
)

SENSITIVE: Text = lv(
    "Īpašo kategoriju dati: persona var neatbildēt, ieraksts paliek pilnīgs un atbilde nezināma."
).en(
    "Special category of data: a person may decline; the record stays complete, the answer not "
    "known."
)

IN_FOUR_WEEKS: Text = lv(
    "Ja 28 dienās ir vairāki notikumi darba tirgū, skaita pēdējo; EECR01 un EECR04 izslēdz viens "
    "otru."
).en(
    "Of several labour-market events within the 28 days the last one counts; EECR01 and EECR04 "
    "exclude each other."
)

SAMPLE: Text = lv(
    "Ziņo pēc reprezentatīvas izlases katrā konkrētajā mērķī (a) līdz (k); šeit skaitīti visi, par "
    "kuriem ir dati."
).en(
    "Is reported from a representative sample for each specific objective (a) to (k); counted here "
    "are all of whom there are data."
)

WITHOUT_CODES: Text = lv("Oficiāla koda nav.").en("There is no official code.")

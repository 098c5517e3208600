"""What a reader must know of several indicators of 2014-2020."""

from __future__ import annotations

from inclusion_core.texts import Text, lv

__all__ = [
    "COMPLETE_ONLY",
    "FROM_ANNEX_ORDER",
    "HOUSEHOLD_UNTIL_2018",
    "IN_FOUR_WEEKS",
    "SAMPLE",
    "SAMPLE_ALLOWED",
    "SENSITIVE",
]

COMPLETE_ONLY: Text = lv(
    "Skaita tikai pilnīgus ierakstus; pārējie ir tikai kopskaitā ar nepilnīgiem ierakstiem."
).en("Only complete records count; the others are in the grand total alone.")

HOUSEHOLD_UNTIL_2018: Text = lv("Svītrots no I pielikuma no 2018. gada 2. augusta.").en(
    "Removed from Annex I from 2 August 2018 on."
)

SENSITIVE: Text = lv(
    "Īpašo kategoriju dati: persona var neatbildēt, ieraksts paliek pilnīgs un atbilde nezināma."
).en(
    "Special category of data: a person may decline; the record stays complete, the answer not "
    "known."
)

SAMPLE_ALLOWED: Text = lv("Drīkst noteikt pēc reprezentatīvas izlases.").en(
    "May rest on a representative sample."
)

SAMPLE: Text = lv(
    "Ziņo pēc reprezentatīvas izlases katrā ieguldījumu prioritātē; šeit skaitīti visi, par kuriem "
    "ir dati."
).en(
    "Is reported from a representative sample for each investment priority; counted here are all "
    "of whom there are data."
)

FROM_ANNEX_ORDER: Text = lv("Kods ir pēc secības pielikumā, jāpārbauda.").en(
    "The code follows the order of the annex, to be checked."
)

IN_FOUR_WEEKS: Text = lv("Ja 28 dienās ir vairāki notikumi darba tirgū, skaita pēdējo.").en(
    "Of several labour-market events within the 28 days the last one counts."
)

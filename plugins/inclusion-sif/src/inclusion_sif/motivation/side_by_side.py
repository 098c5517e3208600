"""The two published rates in one report, and why they may not be compared.

In which words the definitions differ is not written here: the definitions are compared. Written
are only the reasons that no definition holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from inclusion_core.metrics.comparing import Comparison, compared
from inclusion_core.reports.form import Pair, PairTable, RateTable, ReportForm, SectionForm
from inclusion_core.texts import Text, lv
from inclusion_sif.motivation.programme import MOTIVATION
from inclusion_sif.motivation.published import (
    CLIENTS_IN_2018,
    CLIENTS_IN_2021,
    NARROW_IN_2021,
    RATES_BY_THE_OTHER,
    RATES_PUBLISHED,
    WIDE_IN_2018,
)

__all__ = ["CLIENTS_COMPARED", "RESULTS_COMPARED", "TWO_RATES"]

RESULTS_COMPARED: Comparison = compared(WIDE_IN_2018, NARROW_IN_2021)
"""The parts, 39 and 18."""
CLIENTS_COMPARED: Comparison = compared(CLIENTS_IN_2018, CLIENTS_IN_2021)
"""The wholes, 168 and 60."""

RESULTS = lv("Rezultāti").en("Results")
YEAR_2018 = lv("2018. gads").en("2018")
UNTIL_MAY_2021 = lv("No 2020. gada septembra līdz 2021. gada 1. maijam").en(
    "September 2020 to 1 May 2021"
)
BESIDE = lv("{one}; {other}").en("{one}; {other}")

OWN_DAYS = lv(
    "Katrs īpatsvars ir par sava paziņojuma dienām, lai kāds ir šī ziņojuma periods ({period})."
).en(
    "Each share is of the days of its own announcement, whatever the period of this report "
    "({period})."
)
WINDOWS = lv(
    "Kalendārais gads un iepirkuma periods: katram palīdz sešus mēnešus, un periods šo laiku "
    "pārcērt sākumā un beigās. Kas iestājās neilgi pirms beigām, tam rezultātam bija maz laika; "
    "kas iestājās pirms sākuma, to varēja sasniegt jau agrāk."
).en(
    "A calendar year and a procurement period: everybody is supported for six months, and the "
    "period cuts this time at its beginning and end. Who entered shortly before the end had little "
    "time for a result; who entered before the beginning may have had it earlier."
)
DENOMINATORS = lv(
    "Par abām kopām nav teikts, vai tajās ir visi, kuriem palīdzēja, vai tikai tie, kuri periodā "
    "iestājās. Te tie ir visi, kuriem palīdzēja (pašu interpretācija); cik ir iestājušies, rāda "
    "abu periodu ziņojumi."
).en(
    "Of neither whole is it said whether it holds everybody who was supported, or only those who "
    "entered in the period. Here it is everybody supported (our own reading); how many entered is "
    "in the reports on the two periods."
)
PLACES = lv(
    "Citas vietas: 2018. gadā Rīga, Vidzeme un Ziemeļlatgale; pēc tam viens novads, Viesītes, ar "
    "citu darba tirgu un citu pakalpojumu sniedzēju."
).en(
    "Other places: in 2018 Rīga, Vidzeme and Northern Latgale; later one municipality, Viesītes "
    "novads, with another labour market and another provider."
)
TARGET_MIX = lv(
    "Citi cilvēki: cik katrā periodā ir katra riska pamata dēļ, nav publicēts. Ja šis sastāvs ir "
    "cits, īpatsvars var būt cits arī tad, ja programma dara to pašu."
).en(
    "Other people: how many there are in each period by each risk ground was not published. Where "
    "that mix is another, so may be the share, even of a programme that does the same."
)
ALIKE = lv(
    "Ar vienu definīciju skaitļi atšķiras citādi nekā publicētie. Arī tad paliek citas dienas, "
    "vietas un cilvēki: starpība nesaka, kurš strādāja labāk."
).en(
    "By one definition the figures differ otherwise than those published. Other days, places and "
    "people remain even then: the difference does not tell who worked better."
)


def _differences(comparison: Comparison) -> Text:
    """Every difference of two definitions, one after another."""
    told: Sequence[Text] = comparison.told()[1:]
    return reduce(lambda one, other: BESIDE.filled(one=one, other=other), told)


TWO_RATES: ReportForm = ReportForm(
    id="sif.motivation.two-rates",
    programme=MOTIVATION.id,
    title=lv("Divi īpatsvari, kurus nedrīkst salīdzināt").en("Two rates that may not be compared"),
    subtitle=lv(
        "Motivācijas un atbalsta programma 2018. gadā un no 2020. gada septembra līdz 2021. gada "
        "1. maijam"
    ).en("Motivation and support programme in 2018, and from September 2020 to 1 May 2021"),
    sections=(
        SectionForm(
            id="rates",
            title=lv("Publicētie skaitļi").en("The published figures"),
            paragraphs=(RESULTS_COMPARED.says, OWN_DAYS),
            tables=(
                RateTable(
                    id="rates",
                    title=lv("Personas ar rezultātu starp tām, kuras saņēma pakalpojumus").en(
                        "Persons with a result among those who received services"
                    ),
                    row_heading=RESULTS,
                    rates=RATES_PUBLISHED,
                ),
            ),
        ),
        SectionForm(
            id="definitions",
            title=lv("Kā atšķiras definīcijas").en("How the definitions differ"),
            tables=(
                PairTable(
                    id="definitions",
                    title=lv("Abas definīcijas blakus").en("Both definitions side by side"),
                    row_heading=lv("Rādītāji").en("Figures"),
                    one=YEAR_2018,
                    other=UNTIL_MAY_2021,
                    pairs=(
                        Pair(
                            one=WIDE_IN_2018,
                            other=NARROW_IN_2021,
                            why=_differences(RESULTS_COMPARED),
                        ),
                        Pair(
                            one=CLIENTS_IN_2018,
                            other=CLIENTS_IN_2021,
                            why=_differences(CLIENTS_COMPARED),
                        ),
                    ),
                ),
            ),
        ),
        SectionForm(
            id="beyond",
            title=lv("Ko definīcijas nesaka").en("What the definitions do not say"),
            paragraphs=(WINDOWS, DENOMINATORS, PLACES, TARGET_MIX),
        ),
        SectionForm(
            id="alike",
            title=lv("Katrs periods ar otra definīciju").en("Each period by the other definition"),
            paragraphs=(ALIKE,),
            tables=(
                RateTable(
                    id="alike",
                    title=lv("Tās pašas personas, skaitītas ar otra paziņojuma definīciju").en(
                        "The same persons, counted by the definition of the other announcement"
                    ),
                    row_heading=RESULTS,
                    rates=RATES_BY_THE_OTHER,
                ),
            ),
        ),
    ),
    sources=MOTIVATION.sources,
)
"""39 of 168 and 18 of 60, and every reason that keeps them apart."""

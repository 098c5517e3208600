"""The reports of the programme: each with what was a result when it was published."""

from __future__ import annotations

from inclusion_core.metrics.metric import Metric
from inclusion_core.reports.form import BreakdownTable, FigureTable, ReportForm, SectionForm
from inclusion_core.sources import Confidence, Source
from inclusion_core.texts import Text, lv
from inclusion_sif.motivation import metrics, sentences
from inclusion_sif.motivation.programme import MOTIVATION, region_name

__all__ = ["RESULTS_2018", "RESULTS_2021"]

TERRITORIAL_REFORM = Source(
    lv("Administratīvi teritoriālā reforma 2021. gadā").en(
        "Administrative-territorial reform 2021"
    ),
    confidence=Confidence.REMEMBERED,
    note=lv("Viesītes novads pastāvēja līdz 2021. gada 30. jūnijam ieskaitot; jāpārbauda").en(
        "Viesītes novads existed up to and including 30 June 2021; to be verified"
    ),
)

PERSONS = lv("Personas").en("Persons")
SUBTITLE = lv("Motivācijas un atbalsta programma, {period}").en(
    "Motivation and support programme, {period}"
)

PUBLISHED_2018 = lv(
    "Publicēts 2019. gada 8. janvārī: pakalpojumus sniedza Latvijas Sarkanais Krusts pēc 2018. "
    "gada 19. februāra iepirkuma līguma Nr. S-SIF-2018-4 Rīgā, Vidzemē un Ziemeļlatgalē; tie ilgst "
    "sešus mēnešus. Riska pamati: vecums, dzimums, invaliditāte, etniskā piederība. Finansē "
    "Eiropas Sociālais fonds un Latvijas valsts budžets; cik katrs, tur nav teikts."
).en(
    "Published on 8 January 2019: the services were given by the Latvian Red Cross under "
    "procurement contract No S-SIF-2018-4 of 19 February 2018, in Rīga, Vidzeme and Northern "
    "Latgale; they last six months. Risk grounds: age, gender, disability, ethnicity. Funded by "
    "the European Social Fund and the Latvian state budget; how much by each is not said there."
)
PUBLISHED_2021 = lv(
    'Publicēts: pakalpojumus sniedza "Apvienība Verte" Viesītes novadā no 2020. gada septembra '
    "(diena nav publicēta) līdz 2021. gada 1. maijam. 85 % finansē Eiropas Sociālais fonds, 15 % "
    "Latvijas valsts budžets. Viesītes novads beidza pastāvēt 2021. gada 1. jūlijā (pēc atmiņas, "
    "jāpārbauda)."
).en(
    "Published: the services were given by Apvienība Verte in Viesītes novads from September 2020 "
    "(the day was not published) to 1 May 2021. 85 % is funded by the European Social Fund, 15 % "
    "by the Latvian state budget. The municipality ended on 1 July 2021 (from memory, to be "
    "checked)."
)
WHOSE_FIGURES = lv(
    "Skaitļi ir par tiem datiem, no kuriem šis ziņojums aizpildīts, un tā periodu."
).en("The figures are of the data from which this report was filled in, and of its period.")


def _served_and_results(published: Text, results: Metric) -> SectionForm:
    """What was published of the time, and the two figures."""
    return SectionForm(
        id="results",
        title=lv("Personas un rezultāti").en("Persons and results"),
        paragraphs=(published, WHOSE_FIGURES),
        tables=(
            FigureTable(
                id="results",
                title=lv("Personas, kuras saņēma pakalpojumus, un rezultāti").en(
                    "Persons who received services, and results"
                ),
                row_heading=PERSONS,
                metrics=(metrics.CLIENTS, results),
            ),
        ),
    )


REGIONS = SectionForm(
    id="regions",
    title=lv("Reģioni").en("Regions"),
    tables=(
        BreakdownTable(
            id="regions",
            title=lv("Personas ar rezultātu pēc reģiona iestāšanās dienā").en(
                "Persons with a result by region on the day of entry"
            ),
            metric=metrics.OUTCOMES_2018,
            name=region_name,
        ),
    ),
)

AT_THE_BORDERS = SectionForm(
    id="borders",
    title=lv("Perioda sākums un beigas").en("Beginning and end of the period"),
    paragraphs=(
        lv(
            "Skaitīts ir ikviens, kurš kādu perioda dienu bija programmā. Kas iestājās agrāk, "
            "rezultātu var būt sasniedzis pirms perioda; kam seši mēneši vēl nav pagājuši, tas to "
            "var sasniegt pēc tā. Ne viens, ne otrs šajā periodā nav rezultāts."
        ).en(
            "Everybody is counted who was in the programme on a day of the period. Who entered "
            "before may have had a result before it; whose six months are not over may have one "
            "after it. Neither is a result in this period."
        ),
    ),
    tables=(
        FigureTable(
            id="borders",
            title=lv("Personas, kuras saņēma pakalpojumus, pie perioda robežām").en(
                "Persons who received services, at the borders of the period"
            ),
            row_heading=PERSONS,
            metrics=(metrics.CLIENTS, metrics.ENTRANTS, metrics.SIX_MONTHS_GO_ON),
        ),
    ),
)

RESULTS_2018 = ReportForm(
    id="sif.motivation.results-2018",
    programme=MOTIVATION.id,
    title=lv("Motivācijas programmas rezultāti, kā tos skaitīja 2018. gadā").en(
        "Results of the motivation programme, as counted in 2018"
    ),
    subtitle=SUBTITLE,
    sections=(
        _served_and_results(PUBLISHED_2018, metrics.OUTCOMES_2018),
        REGIONS,
        AT_THE_BORDERS,
    ),
    sources=MOTIVATION.sources,
    sentences=sentences.RESULTS_2018,
)
"""What was published of 2018: 168 persons, 39 with a result, by region."""

RESULTS_2021 = ReportForm(
    id="sif.motivation.results-2021",
    programme=MOTIVATION.id,
    title=lv("Motivācijas programmas rezultāti, kā tos skaitīja 2020. un 2021. gadā").en(
        "Results of the motivation programme, as counted in 2020 and 2021"
    ),
    subtitle=SUBTITLE,
    sections=(_served_and_results(PUBLISHED_2021, metrics.OUTCOMES_2021), AT_THE_BORDERS),
    sources=(*MOTIVATION.sources, TERRITORIAL_REFORM),
    sentences=sentences.RESULTS_2021,
)
"""What was published of September 2020 to 1 May 2021: 60 persons, 18 re-included."""

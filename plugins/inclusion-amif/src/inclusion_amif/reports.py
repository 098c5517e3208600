"""The reports of the fund: the table for SFC2021, the results, and who lacks which answers."""

from __future__ import annotations

from collections.abc import Iterable

from inclusion_amif.asylum import ASYLUM_OUTPUTS
from inclusion_amif.entities import ENTITY_OUTPUTS
from inclusion_amif.gaps import GAPS
from inclusion_amif.indicator import with_brackets
from inclusion_amif.inequalities import INEQUALITIES, OF_RESULTS
from inclusion_amif.integration import INTEGRATION_OUTPUTS
from inclusion_amif.metrics import METRICS
from inclusion_amif.results import RATES, RESULTS
from inclusion_amif.sources import ANNEX_V, CUMULATIVE_DATA, REGULATION
from inclusion_amif.terms import GENDER
from inclusion_core.metrics.gaps import Gaps
from inclusion_core.metrics.inequalities import Inequality
from inclusion_core.metrics.metric import Metric
from inclusion_core.model.client import Gender
from inclusion_core.reports.form import (
    CrossTable,
    FigureTable,
    GapsTable,
    InequalityTable,
    RateTable,
    ReportForm,
    SectionForm,
)
from inclusion_core.texts import Text, lv
from inclusion_core.words import WORDS

__all__ = ["REPORTS"]

INDICATOR = lv("Rādītājs").en("Indicator")
RESULTS_TITLE = lv("Integrācijas rezultāti").en("Integration results")
CUMULATIVE: Text = lv(
    "Skaitļi ir kumulatīvi: no projektu sākuma līdz perioda ({period}) pēdējai dienai. Viena gada "
    "pieaugums ir divu ziņojumu starpība."
).en(
    "The figures are cumulative: from the beginning of the projects to the last day of the period "
    "({period}). What one year adds is the difference of two reports."
)


def _gender_name(code: str) -> Text:
    return WORDS.code_text(Gender(code))


def _by_age_and_gender(key: str, title: Text, indicators: tuple[Metric, ...]) -> CrossTable:
    """A row for each indicator and, below it, each age bracket; a column for each gender."""
    return CrossTable(
        id=key,
        title=title,
        row_heading=INDICATOR,
        metrics=with_brackets(*indicators),
        by=GENDER,
        codes=tuple(gender.value for gender in Gender),
        name=_gender_name,
    )


def _section(key: str, title: Text, indicators: tuple[Metric, ...]) -> SectionForm:
    return SectionForm(id=key, title=title, tables=(_by_age_and_gender(key, title, indicators),))


def _inequalities(inequalities: tuple[Inequality, ...]) -> SectionForm:
    title = lv("Rādītāju saskaņa").en("What must hold between the indicators")
    table = InequalityTable(
        id="inequalities",
        title=title,
        inequalities=inequalities,
        metrics=tuple(_named_in(inequalities)),
        by=(GENDER,),
    )
    return SectionForm(id="inequalities", title=title, tables=(table,))


def _named_in(inequalities: Iterable[Inequality]) -> Iterable[Metric]:
    named = {key for each in inequalities for key in (*each.left, *each.right)}
    return (metric for metric in METRICS if metric.id in named)


ENTITIES_TITLE = lv("Iznākumi, kas nav personas").en("Outputs that are no persons")

INDICATORS: ReportForm = ReportForm(
    id="amif.2021.indicators",
    title=lv("PMIF 2021-2027 rādītāji").en("Indicators of the AMIF 2021-2027"),
    subtitle=lv("Regulas (ES) 2021/1147 V un VIII pielikums, {period}").en(
        "Annexes V and VIII to Regulation (EU) 2021/1147, {period}"
    ),
    sections=(
        _section(
            "asylum", lv("Konkrētais mērķis (a)").en("Specific objective (a)"), ASYLUM_OUTPUTS
        ),
        _section(
            "integration",
            lv("Konkrētais mērķis (b): iznākumi").en("Specific objective (b): outputs"),
            INTEGRATION_OUTPUTS,
        ),
        SectionForm(
            id="entities",
            title=ENTITIES_TITLE,
            tables=(
                FigureTable(
                    id="entities",
                    title=ENTITIES_TITLE,
                    row_heading=INDICATOR,
                    metrics=ENTITY_OUTPUTS,
                ),
            ),
        ),
        _section(
            "results",
            lv("Konkrētais mērķis (b): rezultāti").en("Specific objective (b): results"),
            RESULTS,
        ),
        _inequalities(INEQUALITIES),
    ),
    notes=(CUMULATIVE,),
    sources=(REGULATION, CUMULATIVE_DATA),
)
"""The annual table: a row for each code and age bracket, a column for each gender."""

RATES_TITLE = lv("Rezultātu īpatsvars").en("Result rates")

RESULTS_REPORT: ReportForm = ReportForm(
    id="amif.2021.results",
    title=lv("PMIF integrācijas rezultāti").en("Integration results of the AMIF"),
    subtitle=lv("R.2.8 līdz R.2.11, {period}").en("R.2.8 to R.2.11, {period}"),
    sections=(
        _section("results", RESULTS_TITLE, RESULTS),
        SectionForm(
            id="rates",
            title=RATES_TITLE,
            paragraphs=(
                lv(
                    "R.2.8 daļa ir no tiem, kas aizgāja no valodas kursiem; pārējās no O.2.3 "
                    "dalībniekiem, arī tiem, kam nejautāja."
                ).en(
                    "The share of R.2.8 is of those who left a language course; the others are of "
                    "the participants of O.2.3, those included whom nobody asked."
                ),
            ),
            tables=(
                RateTable(
                    id="rates", title=RATES_TITLE, row_heading=INDICATOR, rates=RATES, by=GENDER
                ),
            ),
        ),
        _inequalities(OF_RESULTS),
    ),
    notes=(CUMULATIVE,),
    sources=(ANNEX_V,),
)
"""The core performance indicators of integration, and what share of the participants they are."""


def _gaps_section(gaps: Gaps) -> SectionForm:
    key = gaps.id.removeprefix("amif.gaps.")
    table = GapsTable(id=key, title=gaps.says, gaps=gaps)
    return SectionForm(id=key, title=gaps.says, tables=(table,))


COMPLETENESS: ReportForm = ReportForm(
    id="amif.2021.completeness",
    title=lv("Ko vēl vajag pajautāt: PMIF").en("What is still to be asked: AMIF"),
    subtitle=lv("PMIF dalībnieki līdz perioda pēdējai dienai, {period}").en(
        "Participants of the AMIF by the last day of the period, {period}"
    ),
    sections=tuple(_gaps_section(each) for each in GAPS),
    notes=(
        lv("Ziņojums nosauc dalībniekus pēc to necaurspīdīgajiem numuriem un nav publicējams.").en(
            "The report names participants by their opaque ids, and is not for publication."
        ),
    ),
)

REPORTS: tuple[ReportForm, ...] = (INDICATORS, RESULTS_REPORT, COMPLETENESS)

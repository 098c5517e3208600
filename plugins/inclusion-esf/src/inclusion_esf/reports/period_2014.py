"""The annual table of the ESF 2014-2020, under both texts of Annex I."""

from __future__ import annotations

from inclusion_core.metrics.inequalities import Inequality
from inclusion_core.metrics.metric import Membership, Metric
from inclusion_core.metrics.rate import Rate
from inclusion_core.model.client import Gender
from inclusion_core.reports.form import ReportForm, SectionForm
from inclusion_core.texts import Text, lv
from inclusion_esf.inequalities import INEQUALITIES_2013, INEQUALITIES_2018
from inclusion_esf.period_2014.indicators import ESF_INDICATORS_2013, ESF_INDICATORS_2018
from inclusion_esf.period_2014.projects import ESF_PROJECT_INDICATORS
from inclusion_esf.rates import RATES_2013, RATES_2018
from inclusion_esf.reports.tables import (
    by_gender,
    checks_section,
    entities_section,
    rates_section,
)

__all__ = ["ANNUAL", "ANNUAL_2013"]

GENDERS = (Gender.FEMALE, Gender.MALE)


def _participants(indicators: tuple[Metric, ...]) -> SectionForm:
    outputs = tuple(each for each in indicators if each.membership is Membership.ENTERED)
    results = tuple(each for each in indicators if each.membership is Membership.LEFT)
    return SectionForm(
        id="participants",
        title=lv("Dalībnieki").en("Participants"),
        paragraphs=(
            lv(
                "Iznākumi: kas iestājās periodā {period}. Rezultāti: kas tajā aizgāja, cik par "
                "viņiem zināms. Nepilnīgs ieraksts ir tikai kopskaitā."
            ).en(
                "Outputs: who entered in the period, {period}. Results: who left in it, as far as "
                "is known of them. An incomplete record is in the grand total alone."
            ),
        ),
        tables=(
            by_gender("outputs", lv("Iznākuma rādītāji").en("Output indicators"), outputs, GENDERS),
            by_gender(
                "results", lv("Rezultāta rādītāji").en("Result indicators"), results, GENDERS
            ),
        ),
    )


def _annual(
    key: str,
    titles: tuple[Text, Text],
    indicators: tuple[Metric, ...],
    rates: tuple[Rate, ...],
    inequalities: tuple[Inequality, ...],
) -> ReportForm:
    return ReportForm(
        id=key,
        title=titles[0],
        subtitle=titles[1],
        sections=(
            _participants(indicators),
            entities_section(ESF_PROJECT_INDICATORS),
            rates_section(rates),
            checks_section(inequalities),
        ),
    )


ANNUAL: ReportForm = _annual(
    "esf.annual",
    (
        lv("ESF 2014-2020 kopīgie rādītāji").en("Common indicators of the ESF 2014-2020"),
        lv("Regulas (ES) Nr. 1304/2013 I pielikums ar 2018. gada grozījumiem, {period}").en(
            "Annex I to Regulation (EU) No 1304/2013 as amended in 2018, {period}"
        ),
    ),
    ESF_INDICATORS_2018,
    RATES_2018,
    INEQUALITIES_2018,
)
"""The annual table under the text that holds since 2 August 2018."""

ANNUAL_2013: ReportForm = _annual(
    "esf.annual-original-text",
    (
        lv("ESF 2014-2020 kopīgie rādītāji, sākotnējais teksts").en(
            "Common indicators of the ESF 2014-2020, original text"
        ),
        lv("Regulas (ES) Nr. 1304/2013 I pielikuma sākotnējais teksts, {period}").en(
            "Annex I to Regulation (EU) No 1304/2013 in its original text, {period}"
        ),
    ),
    ESF_INDICATORS_2013,
    RATES_2013,
    INEQUALITIES_2013,
)
"""The annual table under the original text, with the indicators of households."""

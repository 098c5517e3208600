"""The annual table of the ESF+ 2021-2027, with the list for the most deprived and estimates."""

from __future__ import annotations

from inclusion_core.metrics.metric import Membership, Metric
from inclusion_core.model.client import Gender
from inclusion_core.reports.form import CrossTable, ReportForm, SectionForm
from inclusion_core.texts import Text, lv
from inclusion_esf.inequalities import INEQUALITIES_PLUS
from inclusion_esf.period_2021.entities import ESF_PLUS_ENTITY_INDICATORS
from inclusion_esf.period_2021.estimates import ESTIMATED, ESTIMATED_BY_GENDER
from inclusion_esf.period_2021.indicators import ESF_PLUS_INDICATORS, MOST_DEPRIVED_INDICATORS
from inclusion_esf.rates import RATES_PLUS
from inclusion_esf.reports.tables import (
    by_gender,
    checks_section,
    entities_section,
    gender_name,
    rates_section,
)

__all__ = ["ANNUAL_PLUS"]

GENDERS = tuple(Gender)
BY_OBJECTIVE = lv(
    "Ko skaita, atkarīgs no konkrētā mērķa, ko pasaka operācijas ieraksts `esf_project`: mērķi (m) "
    "I pielikums neskaita, mērķi (l) skaita citādi. Kur mērķis nav zināms, nav zināms arī, vai "
    "dalībnieku skaitīt."
).en(
    "What is counted depends on the specific objective, which the record `esf_project` of the "
    "operation says: Annex I leaves (m) out and counts (l) otherwise. Where the objective is not "
    "known, it is not known whether a participant counts."
)


def _of(membership: Membership) -> tuple[Metric, ...]:
    return tuple(each for each in ESF_PLUS_INDICATORS if each.membership is membership)


def _participants() -> SectionForm:
    outputs, results = _of(Membership.ENTERED), _of(Membership.LEFT)
    return SectionForm(
        id="participants",
        title=lv("Dalībnieki").en("Participants"),
        paragraphs=(
            lv(
                "Iznākumi: kas iestājās periodā {period}. Rezultāti: kas tajā aizgāja, cik par "
                "viņiem zināms. Nepilnīgs ieraksts nav nevienā skaitlī, arī kopskaitā ne."
            ).en(
                "Outputs: who entered in the period, {period}. Results: who left in it, as far as "
                "is known of them. An incomplete record is in no figure, not even in the total."
            ),
            BY_OBJECTIVE,
        ),
        tables=(
            by_gender("outputs", lv("Iznākuma rādītāji").en("Output indicators"), outputs, GENDERS),
            by_gender(
                "results", lv("Rezultāta rādītāji").en("Result indicators"), results, GENDERS
            ),
        ),
    )


def _most_deprived() -> SectionForm:
    title: Text = lv("Vistrūcīgākās personas (II pielikums)").en("The most deprived (Annex II)")
    table = by_gender("most-deprived", title, MOST_DEPRIVED_INDICATORS, GENDERS)
    return SectionForm(id="most-deprived", title=title, tables=(table,))


def _estimates() -> SectionForm:
    title: Text = lv("Pamatoti novērtējumi").en("Informed estimates")
    table = CrossTable(
        id="estimates",
        title=title,
        row_heading=lv("Rādītājs").en("Indicator"),
        metrics=ESTIMATED,
        by=ESTIMATED_BY_GENDER,
        codes=tuple(gender.value for gender in GENDERS),
        name=gender_name,
    )
    return SectionForm(
        id="estimates",
        title=title,
        paragraphs=(
            lv(
                "Finansējuma saņēmēja novērtējumi, kur regula tos atļauj. Tie stāv blakus "
                "saskaitītajam un netiek tam pieskaitīti."
            ).en(
                "Estimates by the beneficiary, where the regulation allows them. They stand beside "
                "what is counted, and are not added to it."
            ),
        ),
        tables=(table,),
    )


ANNUAL_PLUS: ReportForm = ReportForm(
    id="esf.plus.annual",
    title=lv("ESF+ 2021-2027 kopīgie rādītāji").en("Common indicators of the ESF+ 2021-2027"),
    subtitle=lv("Regulas (ES) 2021/1057 I un II pielikums, {period}").en(
        "Annexes I and II to Regulation (EU) 2021/1057, {period}"
    ),
    sections=(
        _participants(),
        entities_section(ESF_PLUS_ENTITY_INDICATORS),
        _most_deprived(),
        _estimates(),
        rates_section(RATES_PLUS),
        checks_section(INEQUALITIES_PLUS),
    ),
)
"""The annual table of the ESF+."""

"""The tables that the annual reports of both funds have in common."""

from __future__ import annotations

from collections.abc import Iterable

from inclusion_core.metrics.inequalities import Inequality
from inclusion_core.metrics.metric import Metric
from inclusion_core.metrics.rate import Rate
from inclusion_core.model.client import Gender
from inclusion_core.reports.form import (
    CrossTable,
    FigureTable,
    InequalityTable,
    RateTable,
    SectionForm,
)
from inclusion_core.texts import Text, lv
from inclusion_core.words import WORDS
from inclusion_esf.axes import GENDER, OBJECTIVE
from inclusion_esf.metrics import METRICS

__all__ = ["by_gender", "checks_section", "entities_section", "gender_name", "rates_section"]

INDICATOR = lv("Rādītājs").en("Indicator")


def gender_name(code: str) -> Text:
    """What a gender is called."""
    return WORDS.code_text(Gender(code))


def by_gender(
    key: str, title: Text, metrics: tuple[Metric, ...], genders: tuple[Gender, ...]
) -> CrossTable:
    """Indicators of participants, broken down by gender as both regulations want it."""
    return CrossTable(
        id=key,
        title=title,
        row_heading=INDICATOR,
        metrics=metrics,
        by=GENDER,
        codes=tuple(gender.value for gender in genders),
        name=gender_name,
    )


def entities_section(metrics: tuple[Metric, ...]) -> SectionForm:
    """What is counted besides participants: projects, enterprises, public bodies."""
    title = lv("Projekti un atbalstītās organizācijas").en("Projects and supported entities")
    table = FigureTable(id="entities", title=title, row_heading=INDICATOR, metrics=metrics)
    return SectionForm(id="entities", title=title, tables=(table,))


def rates_section(rates: tuple[Rate, ...]) -> SectionForm:
    """Of those of whom a result is asked, how many have it."""
    title = lv("Rezultātu īpatsvars").en("Result rates")
    table = RateTable(id="rates", title=title, row_heading=INDICATOR, rates=rates, by=OBJECTIVE)
    return SectionForm(
        id="rates",
        title=title,
        paragraphs=(
            lv(
                "Kam logs vēl atvērts, tas nav ne skaitītājā, ne saucējā. Rādītājiem, ko nosaka "
                "pēc izlases, šeit skaita visus, par kuriem ir ziņas."
            ).en(
                "Who is still within a window is neither in the part nor in the whole. For "
                "indicators that rest on a sample, all of whom there are data are counted here."
            ),
        ),
        tables=(table,),
    )


def checks_section(inequalities: tuple[Inequality, ...]) -> SectionForm:
    """What must hold between the indicators, whatever the data."""
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

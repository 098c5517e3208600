"""Result rates: of those of whom a result is asked, how many have it.

Broken down by the axis of objectives, they are the rates by specific objective.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from inclusion_core.expr import all_of
from inclusion_core.metrics.metric import Metric
from inclusion_core.metrics.rate import Rate
from inclusion_core.texts import Text, lv
from inclusion_esf.period_2014.indicators import ESF_INDICATORS_2013, ESF_INDICATORS_2018
from inclusion_esf.period_2021.indicators import ESF_PLUS_INDICATORS

__all__ = ["ASKED", "RATES_2013", "RATES_2018", "RATES_PLUS"]

WHO_LEFT = lv("visi, kas aizgāja").en("all who left")
INACTIVE = lv("iestājoties neaktīvie").en("inactive on entry")
NOT_IN_EDUCATION = lv("iestājoties ne izglītībā, ne apmācībā").en(
    "not in education or training on entry"
)
NOT_WORKING = lv("iestājoties bezdarbnieki vai neaktīvie").en("unemployed or inactive on entry")
NOT_WORKING_ABOVE_54 = lv("iestājoties bezdarbnieki vai neaktīvie, vecāki par 54 gadiem").en(
    "unemployed or inactive on entry, above 54 years of age"
)
NOT_WORKING_DISADVANTAGED = lv("iestājoties bezdarbnieki vai neaktīvie nelabvēlīgā situācijā").en(
    "unemployed or inactive on entry, and disadvantaged"
)
DISADVANTAGED = lv("nelabvēlīgā situācijā").en("disadvantaged")
EMPLOYED = lv("iestājoties nodarbinātie").en("employed on entry")

OF_WHOM: dict[str, Text] = {
    "cr01": INACTIVE,
    "cr02": NOT_IN_EDUCATION,
    "cr03": WHO_LEFT,
    "cr04": NOT_WORKING,
    "cr05": DISADVANTAGED,
    "cr06": NOT_WORKING,
    "cr07": EMPLOYED,
    "cr08": NOT_WORKING_ABOVE_54,
    "cr09": NOT_WORKING_DISADVANTAGED,
    "eecr01": INACTIVE,
    "eecr02": NOT_IN_EDUCATION,
    "eecr03": WHO_LEFT,
    "eecr04": NOT_WORKING,
    "eecr05": NOT_WORKING,
    "eecr06": EMPLOYED,
}
"""Of whom each result is asked, by the last part of its id."""

SHARE = lv("{indicator}; no: {of_whom}").en("{indicator}; of: {of_whom}")


def _code(metric: Metric) -> str:
    return metric.id.rpartition(".")[2]


def _asked(result: Metric) -> Metric:
    """How many the result is asked of, and whose answer stands."""
    return attrs.evolve(
        result,
        id=f"esf.asked.{result.id.removeprefix('esf.')}",
        says=OF_WHOM[_code(result)],
        where=all_of(),
        part_of="",
    )


def _rate(result: Metric) -> Rate:
    return Rate(
        id=f"esf.rate.{result.id.removeprefix('esf.')}",
        says=SHARE.filled(indicator=result.says, of_whom=OF_WHOM[_code(result)]),
        of=result,
        among=_asked(result),
        source=result.source,
        notes=result.notes,
    )


def _rates(indicators: Iterable[Metric]) -> tuple[Rate, ...]:
    return tuple(_rate(each) for each in indicators if _code(each) in OF_WHOM)


RATES_2013: tuple[Rate, ...] = _rates(ESF_INDICATORS_2013)
RATES_2018: tuple[Rate, ...] = _rates(ESF_INDICATORS_2018)
RATES_PLUS: tuple[Rate, ...] = _rates(ESF_PLUS_INDICATORS)

ASKED: tuple[Metric, ...] = tuple(
    {rate.among.id: rate.among for rate in (*RATES_2013, *RATES_2018, *RATES_PLUS)}.values()
)
"""The wholes of the rates."""

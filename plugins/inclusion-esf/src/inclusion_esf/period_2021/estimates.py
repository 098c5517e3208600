"""Informed estimates: where the fund takes a beneficiary's number in the place of a count."""

from __future__ import annotations

from inclusion_core.expr import subject
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY
from inclusion_core.metrics.metric import Axis, Grain, Measure, Membership, Metric
from inclusion_core.texts import lv
from inclusion_esf.period_2021.indicators import ESF_PLUS_INDICATORS, MOST_DEPRIVED_INDICATORS
from inclusion_esf.period_2021.notes import ESTIMATE_ALLOWED
from inclusion_esf.records import EsfEstimateRow

__all__ = ["ESTIMATED", "ESTIMATED_BY_GENDER", "MAY_BE_ESTIMATED"]

MAY_BE_ESTIMATED: tuple[Metric, ...] = tuple(
    metric
    for metric in (*ESF_PLUS_INDICATORS, *MOST_DEPRIVED_INDICATORS)
    if ESTIMATE_ALLOWED in metric.notes
)
"""EECO12 to EECO17, and all indicators of Annex II."""

estimate: EsfEstimateRow = subject(EsfEstimateRow)

ESTIMATED_BY_GENDER: Axis = Axis(id="gender", says=lv("dzimums").en("gender"), code=estimate.gender)


def _estimated(indicator: Metric) -> Metric:
    return Metric(
        id=f"esf.estimated.{indicator.id.removeprefix('esf.')}",
        says=indicator.says,
        subject=EsfEstimateRow,
        universe=estimate.made_on.is_between(PERIOD_FIRST_DAY, PERIOD_LAST_DAY),
        where=estimate.indicator.is_in(indicator.id),
        grain=Grain.OPERATION,
        membership=Membership.ENTERED,
        measure=Measure.TOTAL,
        amount=estimate.amount,
        unit=lv("dalībnieki").en("participants"),
        adds_up=True,
        source=indicator.source,
        notes=(
            lv("Saņēmēju novērtējumi, kas veikti pārskata periodā; skaitīti nav.").en(
                "Estimates of beneficiaries made in the period; nobody was counted."
            ),
        ),
    )


ESTIMATED: tuple[Metric, ...] = tuple(_estimated(each) for each in MAY_BE_ESTIMATED)
"""For each indicator that may be estimated, what was."""

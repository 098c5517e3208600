"""All that this distribution counts."""

from __future__ import annotations

from inclusion_core.metrics.metric import Metric, each_once
from inclusion_esf.check_metrics import CHECK_METRICS
from inclusion_esf.period_2014.indicators import ESF_INDICATORS_2013, ESF_INDICATORS_2018
from inclusion_esf.period_2014.projects import ESF_PROJECT_INDICATORS
from inclusion_esf.period_2021.entities import ESF_PLUS_ENTITY_INDICATORS
from inclusion_esf.period_2021.estimates import ESTIMATED
from inclusion_esf.period_2021.indicators import ESF_PLUS_INDICATORS, MOST_DEPRIVED_INDICATORS
from inclusion_esf.rates import ASKED
from inclusion_esf.sampling import SAMPLING_FRAMES

__all__ = ["METRICS"]

METRICS: tuple[Metric, ...] = each_once(
    (
        *(*ESF_INDICATORS_2013, *ESF_INDICATORS_2018, *ESF_PROJECT_INDICATORS),
        *(*ESF_PLUS_INDICATORS, *ESF_PLUS_ENTITY_INDICATORS, *MOST_DEPRIVED_INDICATORS),
        *(*ESTIMATED, *CHECK_METRICS, *ASKED, *SAMPLING_FRAMES),
    )
)

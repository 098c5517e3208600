"""The common indicators on participants, by the two texts of Annex I."""

from __future__ import annotations

from inclusion_core.metrics.metric import Metric
from inclusion_esf.period_2014.outputs import GRAND_TOTAL, HOUSEHOLD_OUTPUTS, OUTPUTS, TOTAL
from inclusion_esf.period_2014.results import RESULTS, RESULTS_2013, RESULTS_2018

__all__ = ["ESF_INDICATORS_2013", "ESF_INDICATORS_2018"]


def _by_code(*metrics: Metric) -> tuple[Metric, ...]:
    return tuple(sorted(metrics, key=lambda metric: metric.id.rpartition(".")[2]))


ESF_INDICATORS_2013: tuple[Metric, ...] = (
    *(GRAND_TOTAL, TOTAL),
    *_by_code(*OUTPUTS, *HOUSEHOLD_OUTPUTS),
    *_by_code(*RESULTS, *RESULTS_2013),
)
"""By the original text of 17 December 2013."""

ESF_INDICATORS_2018: tuple[Metric, ...] = (
    *(GRAND_TOTAL, TOTAL),
    *OUTPUTS,
    *_by_code(*RESULTS, *RESULTS_2018),
)
"""By the text as amended from 2 August 2018 on."""

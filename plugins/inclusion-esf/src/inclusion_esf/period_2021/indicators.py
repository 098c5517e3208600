"""The common indicators on participants, by Annexes I and II."""

from __future__ import annotations

from inclusion_core.metrics.metric import Metric
from inclusion_esf.period_2021.most_deprived import MOST_DEPRIVED
from inclusion_esf.period_2021.outputs import OUTPUTS
from inclusion_esf.period_2021.results import RESULTS

__all__ = ["ESF_PLUS_INDICATORS", "MOST_DEPRIVED_INDICATORS"]

ESF_PLUS_INDICATORS: tuple[Metric, ...] = (*OUTPUTS, *RESULTS)
"""Annex I: specific objectives (a) to (l)."""

MOST_DEPRIVED_INDICATORS: tuple[Metric, ...] = MOST_DEPRIVED
"""Annex II: specific objective (l), for the most deprived."""

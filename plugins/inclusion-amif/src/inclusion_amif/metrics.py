"""All that this distribution counts."""

from __future__ import annotations

from inclusion_amif.asylum import ASYLUM_OUTPUTS
from inclusion_amif.entities import ENTITY_OUTPUTS
from inclusion_amif.indicator import with_brackets
from inclusion_amif.integration import INTEGRATION_OUTPUTS
from inclusion_amif.results import ASKED, RESULTS
from inclusion_core.metrics.metric import Metric

__all__ = ["METRICS", "ON_PERSONS"]

ON_PERSONS: tuple[Metric, ...] = (*ASYLUM_OUTPUTS, *INTEGRATION_OUTPUTS, *RESULTS)
"""The indicators that count persons, in the order of their codes within each annex item."""

METRICS: tuple[Metric, ...] = (*with_brackets(*ON_PERSONS), *ENTITY_OUTPUTS, *ASKED)

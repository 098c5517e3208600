"""Impact: what a later day, another assumption or another definition moves, and whom."""

from __future__ import annotations

from inclusion_core.impact.comparing import compared
from inclusion_core.impact.file import standing_json
from inclusion_core.impact.file_reader import standing_from_json
from inclusion_core.impact.material import Material
from inclusion_core.impact.moved import Impact, MetricImpact, Moved
from inclusion_core.impact.standing import Standing, standing_of
from inclusion_core.impact.told_json import impact_json

__all__ = [
    "Impact",
    "Material",
    "MetricImpact",
    "Moved",
    "Standing",
    "compared",
    "impact_json",
    "standing_from_json",
    "standing_json",
    "standing_of",
]

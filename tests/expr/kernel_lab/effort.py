"""How hard the random tests try."""

import os

from hypothesis import HealthCheck, settings

MULTIPLIER = float(os.environ.get("INCLUSION_FUZZ", "1"))
"""Set INCLUSION_FUZZ=10 for a run ten times as long."""


def examples(number: int) -> settings:
    """Try so many random cases, times the multiplier."""
    return settings(
        max_examples=max(1, round(number * MULTIPLIER)),
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )

"""How hard the random tests try."""

from effort import tries
from hypothesis import HealthCheck, settings


def examples(number: int) -> settings:
    """Try so many random cases, times the multiplier."""
    return settings(
        max_examples=tries(number),
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )

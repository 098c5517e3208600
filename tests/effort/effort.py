"""How hard the tests try: every number of cases is said here, and all grow together."""

import os
from collections.abc import Iterable

__all__ = ["FUZZ", "SHORT", "spread", "tries"]

FUZZ = float(os.environ.get("INCLUSION_FUZZ", "1"))
"""Set INCLUSION_FUZZ=10 to draw ten times as many, and 0.2 to draw a fifth."""

SHORT = os.environ.get("INCLUSION_SHORT") == "1"
"""Set INCLUSION_SHORT=1 to run a few of the cases of tests that take long, as CI does."""


def tries(number: int, *, least: int = 1) -> int:
    """So many random cases, times the multiplier; never fewer than the least."""
    return max(least, round(number * FUZZ))


def spread(number: int, few: int) -> Iterable[int]:
    """Which of so many listed cases are run: all, or in a short run a few, evenly spread."""
    if few >= number or not SHORT:
        return range(number)
    return (place * number // few for place in range(few))

"""How hard the random tests try: every number of cases is said here, and all grow together."""

import os

__all__ = ["FUZZ", "tries"]

FUZZ = float(os.environ.get("INCLUSION_FUZZ", "1"))
"""Set INCLUSION_FUZZ=10 for a run ten times as long, and 0.2 for a short one."""


def tries(number: int, *, least: int = 1) -> int:
    """So many random cases, times the multiplier; never fewer than the least."""
    return max(least, round(number * FUZZ))

"""How many to draw, of all and of each stratum."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import ceil
from statistics import NormalDist

from inclusion_core.errors import DeclarationError

__all__ = ["ANSWERS_FOR_AN_INTERVAL", "CONFIDENCE", "allocated", "size_needed", "standard_errors"]

CONFIDENCE = Fraction(95, 100)
"""How often, of many samples, an interval is to contain what it stands for."""

ANSWERS_FOR_AN_INTERVAL = 2
"""A stratum with fewer answers does not show how answers vary in it."""

_EXACT_TO = 10**9


def standard_errors(confidence: Fraction) -> Fraction:
    """How many standard errors the interval reaches to each side; rounded, the same everywhere.

    Raises:
        DeclarationError: No confidence between 0 and 1.

    Example:
        >>> round(float(standard_errors(Fraction(95, 100))), 3)
        1.96
    """
    if not 0 < confidence < 1:
        raise DeclarationError(
            "sample", "confidence", "give a part of 1, such as Fraction(95, 100)"
        )
    reached = NormalDist().inv_cdf(float((1 + confidence) / 2))
    return Fraction(round(reached * _EXACT_TO), _EXACT_TO)


def size_needed(population: int, *, margin: Fraction, confidence: Fraction = CONFIDENCE) -> int:
    """How many answers estimate any share within a margin; draw more, as not everybody answers.

    It holds for the worst case, a share of one half, and for a simple random sample; strata drawn
    in proportion to their size do no worse.

    Args:
        population: How many the sample stands for.
        margin: How far the interval may reach to each side, as a part of 1.
        confidence: As a part of 1.

    Raises:
        DeclarationError: The margin or the confidence is no part of 1.

    Source:
        The sample size for a proportion with finite population correction (Cochran).

    Example:
        >>> size_needed(1000, margin=Fraction(2, 100))
        707
        >>> size_needed(1000, margin=Fraction(5, 100), confidence=Fraction(90, 100))
        214
    """
    if not 0 < margin < 1:
        raise DeclarationError("sample", "margin", "give a part of 1, such as Fraction(2, 100)")
    infinite = standard_errors(confidence) ** 2 / (4 * margin**2)
    if population == 0:
        return 0
    needed = ceil(infinite * population / (infinite + population - 1))
    return max(needed, min(population, ANSWERS_FOR_AN_INTERVAL))


def allocated(sizes: Mapping[str, int], total: int) -> dict[str, int]:
    """How many to draw of each stratum: in proportion to its size, and two at least.

    A stratum of one gives one, an empty one none. What is left over after rounding down goes to
    the strata with the largest remainders; of equal ones to the larger, then to the first by name.

    Args:
        sizes: How many there are in each stratum, by its name.
        total: How many to draw.

    Raises:
        DeclarationError: A size is below zero, there are not so many to draw, or two of each
            stratum are more than that.

    Source:
        Proportional allocation; rounding by the method of largest remainders.

    Example:
        >>> allocated({"Rīga": 700, "Vidzeme": 290, "Latgale": 10}, 50)
        {'Latgale': 2, 'Rīga': 34, 'Vidzeme': 14}
    """
    least = {name: min(size, ANSWERS_FOR_AN_INTERVAL) for name, size in sorted(sizes.items())}
    if any(size < 0 for size in sizes.values()):
        raise DeclarationError("sample", "sizes", "a stratum has fewer than none")
    if not sum(least.values()) <= total <= sum(sizes.values()):
        problem = (
            f"{total} cannot be drawn: give a number from {sum(least.values())}, two of each "
            f"stratum, to {sum(sizes.values())}, all that there are"
        )
        raise DeclarationError("sample", "total", problem)
    quotas = _quotas(sizes, least, total)
    drawn = {name: int(quota) for name, quota in quotas.items()}
    by_remainder = sorted(quotas, key=lambda name: (drawn[name] - quotas[name], -sizes[name], name))
    for name in by_remainder[: total - sum(drawn.values())]:
        drawn[name] += 1
    return drawn


def _quotas(sizes: Mapping[str, int], least: Mapping[str, int], total: int) -> dict[str, Fraction]:
    """The exact part of each stratum, no less than its least; the others share what is left."""
    quotas = {name: Fraction(number) for name, number in least.items()}
    shared = {name for name in least if sizes[name] > least[name]}
    while shared:
        left = total - sum(least[name] for name in quotas if name not in shared)
        whole = sum(sizes[name] for name in shared)
        parts = {name: Fraction(left * sizes[name], whole) for name in shared}
        too_few = {name for name in shared if parts[name] < least[name]}
        if not too_few:
            quotas |= parts
            break
        shared -= too_few
    return quotas

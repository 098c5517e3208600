"""Exact shares of an amount: each at most its per cent, and the remainder for one who takes it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_FLOOR, Decimal

from inclusion_core.errors import InclusionError

__all__ = ["ShareError", "shared_out"]


class ShareError(InclusionError):
    """Shares that cannot be worked out."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem

    def __str__(self) -> str:
        return f"the shares cannot be worked out: {self.problem}"


def shared_out(amount: int, at_most: Iterable[Decimal]) -> tuple[int, ...]:
    """What each share comes to, and last the remainder; together they are the amount.

    A share is rounded down, so that it never exceeds its per cent.

    Args:
        amount: In the unit of account of the source: cents, or whole euros. Not below zero.
        at_most: Per cent of each share but the last, 0 to 100 together.

    Raises:
        ShareError: The amount is below zero, or the per cents are no shares of a whole.

    Example:
        >>> shared_out(1003, [Decimal(85)])
        (852, 151)
        >>> shared_out(7965257, [Decimal(85)])
        (6770468, 1194789)
    """
    percents = tuple(at_most)
    if amount < 0:
        raise ShareError("the amount is below zero; share out what is paid back the same way")
    if any(not each.is_finite() or each < 0 for each in percents) or sum(percents) > 100:
        raise ShareError("per cents must not be below zero, nor above 100 together")
    shares = tuple(
        int((amount * percent / 100).to_integral_value(ROUND_FLOOR)) for percent in percents
    )
    return *shares, amount - sum(shares)

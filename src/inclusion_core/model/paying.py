"""Who pays how much of an amount, by the shares of an operation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from inclusion_core.model.funding import FundingShare, ShareRule
from inclusion_core.shares import ShareError, shared_out

__all__ = ["paid_by"]


def paid_by(shares: Iterable[FundingShare], amount: int) -> Mapping[str, int]:
    """What each fund pays of an amount, by the id of the fund.

    Args:
        shares: All shares of one operation.
        amount: In euro cents, or in whole euros where the source counts so.

    Raises:
        ShareError: They do not make 100 per cent, or not exactly one of them takes the remainder.
    """
    listed = sorted(shares, key=lambda share: share.id)
    last = [share for share in listed if share.rule is ShareRule.REMAINDER]
    first = [share for share in listed if share.rule is ShareRule.AT_MOST]
    if len(last) != 1 or len(first) + 1 != len(listed):
        raise ShareError("say of each share whether it is at_most or the one remainder")
    if sum(share.percent for share in listed) != 100:
        raise ShareError("the shares of an operation make 100 per cent")
    amounts = shared_out(amount, [share.percent for share in first])
    return {share.fund_id: paid for share, paid in zip((*first, *last), amounts, strict=True)}

"""Who pays for an operation: its shares make the whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.examined import Examined
from inclusion_core.findings import Finding
from inclusion_core.model.funding import FundingShare, Operation, ShareRule
from inclusion_core.texts import lv

__all__ = ["FUNDING_CHECKS"]

NOT_WHOLE = Fault(
    kind="check.shares-not-whole",
    says=lv("finansējuma daļas kopā nav 100 procenti").en(
        "the funding shares do not make 100 per cent"
    ),
    remedy=lv("izlabojiet daļas vai pievienojiet trūkstošo").en(
        "correct the shares, or add the one that is missing"
    ),
)


TWO_REMAINDERS = Fault(
    kind="check.two-remainders",
    says=lv("atlikumu uzņemas vairāk nekā viens").en(
        "more than one share takes the remainder of an operation"
    ),
    remedy=lv("atstājiet remainder vienai daļai; pārējām rakstiet at_most").en(
        "leave remainder to one share; write at_most for the others"
    ),
)


def _two_remainders(examined: Examined) -> Iterator[Finding]:
    takers = [each for each in examined.of(FundingShare) if each.rule is ShareRule.REMAINDER]
    first: dict[str, FundingShare] = {}
    for share in sorted(takers, key=lambda each: each.id):
        if first.setdefault(share.operation_id, share) is not share:
            yield TWO_REMAINDERS.at(share, "rule")


def _not_whole(examined: Examined) -> Iterator[Finding]:
    """An operation of which no share is recorded at all is left alone."""
    shares: dict[str, list[Decimal]] = defaultdict(list)
    for share in examined.of(FundingShare):
        shares[share.operation_id].append(share.percent)
    for operation in examined.of(Operation):
        if operation.id in shares and sum(shares[operation.id]) != 100:
            yield NOT_WHOLE.at(operation)


FUNDING_CHECKS: tuple[Check, ...] = (
    NOT_WHOLE.check(_not_whole),
    TWO_REMAINDERS.check(_two_remainders),
)

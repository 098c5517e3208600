from decimal import Decimal

import pytest

from inclusion_core.model.funding import FundingShare, Operation


def share(key, percent, operation="op"):
    return FundingShare(id=key, operation_id=operation, fund_id="esf", percent=Decimal(percent))


@pytest.mark.parametrize(("percent", "wrong"), [("15", False), ("14.99", True), ("15.01", True)])
def test_the_shares_of_an_operation_make_the_whole(found, percent, wrong):
    expected = [("check.shares-not-whole", "op", "")] if wrong else []

    assert found(share("s-2", percent)) == expected


def test_shares_are_added_exactly(found):
    tenths = [share(f"s-{n}", "0.1") for n in range(1, 1001)]

    assert found(*tenths) == []


def test_an_operation_without_any_share_is_left_alone(found):
    other = Operation(id="op-2", number="2", title="Title", beneficiary="Foundation")

    assert found(other) == []


def test_shares_of_an_operation_that_is_not_there_are_missing_references(found):
    assert found(share("s-3", "50", "op-9")) == [("check.missing-reference", "s-3", "operation_id")]

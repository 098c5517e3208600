"""Exact shares: never above their per cent, and always the whole amount together."""

import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_core.model.funding import FundingShare, ShareRule
from inclusion_core.model.paying import paid_by
from inclusion_core.shares import ShareError, shared_out

percents = st.integers(0, 10_000).map(lambda hundredths: Decimal(hundredths) / 100)
shares = st.lists(percents, max_size=4).filter(lambda listed: sum(listed) <= 100)


@given(st.integers(0, 10**15), shares)
def test_no_share_exceeds_its_per_cent_and_together_they_are_the_amount(amount, at_most):
    *paid, remainder = shared_out(amount, at_most)

    assert sum(paid) + remainder == amount
    for share, percent in zip(paid, at_most, strict=True):
        exact = Fraction(amount) * Fraction(percent) / 100
        assert exact - 1 < share <= exact


@pytest.mark.parametrize(
    ("amount", "paid"), [(1003, (852, 151)), (7_965_257, (6_770_468, 1_194_789)), (0, (0, 0))]
)
def test_at_most_85_per_cent_is_rounded_down(amount, paid):
    assert shared_out(amount, [Decimal(85)]) == paid


def test_who_takes_the_remainder_alone_takes_all():
    assert shared_out(7, []) == (7,)


@pytest.mark.parametrize(
    ("amount", "at_most"), [(-1, [85]), (1, [-1]), (1, [60, 41])], ids=["debt", "below", "above"]
)
def test_what_is_no_share_of_a_whole_is_refused(amount, at_most):
    with pytest.raises(ShareError) as caught:
        shared_out(amount, [Decimal(each) for each in at_most])

    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value)


def test_a_share_may_be_nothing_or_the_whole():
    assert shared_out(100, [Decimal(0)]) == (0, 100)
    assert shared_out(100, [Decimal(100)]) == (100, 0)


def test_shares_that_cannot_be_worked_out_say_why():
    with pytest.raises(ShareError) as debt:
        shared_out(-1, [Decimal(85)])
    with pytest.raises(ShareError) as above:
        shared_out(1, [Decimal(101)])

    problem = "the amount is below zero; share out what is paid back the same way"
    assert debt.value.args == (debt.value.problem,) == (problem,)
    assert str(debt.value) == f"the shares cannot be worked out: {problem}"
    assert above.value.problem == "per cents must not be below zero, nor above 100 together"


def share(fund, percent, rule):
    return FundingShare(
        id=f"s-{fund}", operation_id="op", fund_id=fund, percent=Decimal(percent), rule=rule
    )


ESF = share("esf", 85, ShareRule.AT_MOST)
STATE = share("state", 15, ShareRule.REMAINDER)


def test_each_fund_pays_its_share_of_an_amount():
    assert paid_by([STATE, ESF], 1003) == {"esf": 852, "state": 151}


@pytest.mark.parametrize(
    "listed",
    [
        [ESF],
        [STATE, share("other", 85, ShareRule.REMAINDER)],
        [STATE, FundingShare(id="s", operation_id="op", fund_id="esf", percent=Decimal(85))],
        [STATE, share("esf", 84, ShareRule.AT_MOST)],
    ],
    ids=["no remainder", "two remainders", "not said", "not whole"],
)
def test_shares_that_do_not_say_who_pays_what_are_refused(listed):
    with pytest.raises(ShareError):
        paid_by(listed, 1003)


@pytest.mark.parametrize("percent", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_a_per_cent_that_is_no_number_or_has_no_end_is_no_share(percent):
    with pytest.raises(ShareError):
        shared_out(100, [Decimal(percent)])

"""Kleene's logic."""

import pickle
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_core.truth import Truth, all_of, any_of, at_least

NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES
truths = st.sampled_from(Truth)


def test_conjunction_is_the_least_and_disjunction_the_greatest_of_no_unknown_yes():
    rank = {NO: 0, UNKNOWN: 1, YES: 2}
    for left, right in product(Truth, Truth):
        assert rank[left & right] == min(rank[left], rank[right])
        assert rank[left | right] == max(rank[left], rank[right])


def test_the_opposite_of_unknown_is_unknown():
    assert (~YES, ~UNKNOWN, ~NO) == (NO, UNKNOWN, YES)


@given(truths, truths)
def test_de_morgan_holds(left, right):
    assert ~(left & right) == ~left | ~right


def test_of_nothing_all_hold_and_none_does():
    assert all_of([]) is YES
    assert any_of([]) is NO


@given(st.lists(truths, max_size=5), st.integers(-1, 6))
def test_at_least_agrees_with_every_way_of_settling_what_is_unknown(answers, n):
    ways = product(*[[YES, NO] if a is UNKNOWN else [a] for a in answers])
    verdicts = {sum(a is YES for a in way) >= n for way in ways}

    expected = UNKNOWN if len(verdicts) == 2 else Truth.of(verdicts.pop())
    assert at_least(n, answers) is expected


def test_an_answer_is_not_a_bool():
    with pytest.raises(TypeError, match=r"answer is Truth\.YES"):
        bool(YES)


def test_a_two_valued_answer_becomes_one_of_three():
    assert (Truth.of(True), Truth.of(False), Truth.of(None)) == (YES, NO, UNKNOWN)


def test_only_unknown_is_undecided():
    assert [t.decided for t in (YES, NO, UNKNOWN)] == [True, True, False]


def test_a_truth_survives_pickling_and_shows_its_name():
    assert pickle.loads(pickle.dumps(UNKNOWN)) is UNKNOWN
    assert repr(UNKNOWN) == "Truth.UNKNOWN"


def test_unknown_answers_may_make_up_what_is_lacking_but_not_more():
    assert at_least(2, [YES, UNKNOWN]) is UNKNOWN
    assert at_least(3, [YES, UNKNOWN]) is NO
    assert at_least(1, [YES, UNKNOWN]) is YES


def test_whoever_asks_whether_a_truth_is_true_is_told_what_to_write():
    with pytest.raises(TypeError) as raised:
        bool(UNKNOWN)

    assert str(raised.value) == "an answer may be unknown: compare it, `answer is Truth.YES`"

"""What follows from the numbers of one release."""

from decimal import Decimal

import pytest
from release_lab import count, one_way, two_way

from inclusion_core.metrics.tally import NoCode
from inclusion_core.publishing.releases.held import Held
from inclusion_core.publishing.releases.release import HIDDEN, Number
from inclusion_core.reports.behind import Shows

SHOWN = Held(one_way(50, {"x": 20, "y": 30}))
WITH_REST = Held(one_way(50, {"x": 20, "*": 30}))
REST_HIDDEN = Held(one_way(50, {"x": HIDDEN, "*": HIDDEN}))
TOP_ONE = Held(one_way(50, {"x": 20}))
TOGETHER = Held(one_way(50, {"x": 20, ("y", "z"): 30}))


@pytest.mark.parametrize(
    ("held", "asked", "said"),
    [
        (SHOWN, {}, 50),
        (SHOWN, {"a": "x"}, 20),
        (SHOWN, {"a": ("x", "y")}, 50),
        (SHOWN, {"a": "z"}, 0),
        (SHOWN, {"a": ("x", "z")}, 20),
        (SHOWN, {"b": "x"}, None),
        (WITH_REST, {"a": "y"}, HIDDEN),
        (WITH_REST, {"a": ("x", "y")}, HIDDEN),
        (WITH_REST, {"a": ("y", "*")}, 30),
        (WITH_REST, {"a": ("x", "y", "*")}, 50),
        (REST_HIDDEN, {"a": ("x", "*")}, HIDDEN),
        (TOP_ONE, {"a": "y"}, HIDDEN),
        (TOP_ONE, {"a": "*"}, 30),
        (TOP_ONE, {"a": ("x", "*")}, 50),
        (TOGETHER, {"a": "y"}, HIDDEN),
        (TOGETHER, {"a": ("z", "y")}, 30),
        (TOGETHER, {"a": ("x", "y")}, HIDDEN),
        (TOGETHER, {"a": ("y", "w")}, HIDDEN),
        (Held(one_way(50, {"x": 50, ("y", "z"): 0})), {"a": "y"}, 0),
        (Held(one_way(..., {"x": 20})), {"a": "y"}, 0),
        (Held(one_way(50, {"x": HIDDEN, "y": HIDDEN})), {"a": "z"}, 0),
        (Held(one_way(HIDDEN, {"x": 20})), {"a": "z"}, 0),
        (Held(one_way(50, {"x": 50, "*": 0})), {"a": "z"}, 0),
        (Held(one_way(50, {"x": 20, NoCode.UNKNOWN: 30})), {"a": NoCode.UNKNOWN}, 30),
    ],
)
def test_a_count_is_said_as_far_as_it_follows(held, asked, said):
    assert held.said(count(**asked)) is said or held.said(count(**asked)) == said


def test_a_wider_table_is_taken_apart_no_further_than_it_was():
    held = Held(two_way(((1, 2), (3, 4)), {(0, 0)}))

    assert held.said(count(a="r1", b=("c0", "c1"))) == 7
    assert held.said(count(a="r0", b=("c0", "c1"))) is HIDDEN
    assert held.said(count(a="r2", b="c0")) == 0
    assert held.said(count(b="c1", a="r0")) == 2


def test_a_cell_that_was_left_out_says_nothing():
    left_out = [
        each for each in two_way(((1, 2), (3, 4)), {}) if each.count != count(a="r0", b="c0")
    ]

    assert Held(left_out).said(count(a="r0", b="c0")) is None
    assert Held(left_out).said(count(a="r0", b=("c0", "c1"))) is None


def test_a_median_is_not_subtracted_and_other_numbers_are_apart():
    held = Held([Number(count=count(), value=Decimal("4.5"))])

    assert held.said(count()) is None
    assert held.said(count(shows=Shows.OPEN)) is None


def test_the_number_of_codes_is_no_sum_of_their_groups():
    numbers = one_way(2, {"x": 20, "y": 30})

    assert Held(numbers).said(count(a="z")) is HIDDEN
    assert Held(numbers, {"m"}).said(count(a="z")) == 0

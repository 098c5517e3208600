"""Which releases a figure can be subtracted from, and what they said."""

from datetime import date
from itertools import permutations

import pytest
from release_lab import HALF, OTHER_HALF, YEAR, count, metric, one_way, release

from inclusion_core.metrics.metric import Measure, Membership
from inclusion_core.periods import Period
from inclusion_core.publishing.audience import Audience
from inclusion_core.publishing.releases.earlier import compares
from inclusion_core.publishing.releases.ledger import Releases
from inclusion_core.publishing.releases.release import HIDDEN

METRICS = (metric(),)
OVERLAPPING = Period(date(2018, 4, 1), date(2018, 9, 30))


def earlier(*entries, period=YEAR, metrics=METRICS, **more):
    return Releases(entries=entries).earlier(metrics, period, **more)


@pytest.mark.parametrize(
    ("membership", "period", "compared"),
    [
        (Membership.ACTIVE, HALF, True),
        (Membership.ACTIVE, YEAR, True),
        (Membership.ENTERED, Period(date(2018, 3, 1), date(2018, 3, 31)), True),
        (Membership.LEFT, OTHER_HALF, False),
        (Membership.ACTIVE, OVERLAPPING, False),
        (Membership.CUMULATIVE, OTHER_HALF, True),
        (Membership.STOCK, YEAR, False),
        (Membership.STOCK, Period(date(2018, 6, 1), date(2018, 6, 30)), True),
    ],
)
def test_releases_of_which_one_holds_the_other_are_compared(membership, period, compared):
    assert compares(release([]), period, metric(membership=membership)) is compared


def test_a_metric_that_nobody_knows_is_compared_with_every_release():
    assert compares(release([]), OTHER_HALF, None)


def test_figures_from_one_first_day_on_are_compared():
    first = release(one_way(20, {}), counted_from=date(2017, 1, 1))

    assert earlier(first, period=OTHER_HALF).number(count()) is None
    since = earlier(first, period=OTHER_HALF, counted_from=date(2017, 1, 1))
    assert since.number(count()) == 20


def test_the_latest_number_is_said_unless_any_release_hides_it():
    first = release(one_way(20, {"x": HIDDEN}), "first")
    second = release(one_way(31, {"x": 12, "y": 14}), "second", day=date(2018, 8, 1))
    both = earlier(second, first)

    assert both.number(count()) == 31
    assert both.numbers(count()) == (20, 31)
    assert both.number(count(a="x")) is HIDDEN
    assert both.number(count(b="x")) is None
    assert [each.number(count(a="x")) for each in both.each] == [HIDDEN, 12]


def test_the_order_of_entry_makes_no_difference():
    three = [
        release(one_way(20, {"x": 20}), "first"),
        release(one_way(31, {"x": 31}), "second", day=date(2018, 8, 1)),
        release(one_way(44, {"x": HIDDEN}), "third", day=date(2018, 8, 1), period=YEAR),
    ]

    assert all(earlier(*order) == earlier(*three) for order in permutations(three))


def test_the_public_has_not_seen_what_the_funder_has():
    for_funder = release(one_way(20, {}), audience=Audience.FUNDER)

    assert earlier(for_funder).number(count()) is None
    assert earlier(for_funder, audience=Audience.FUNDER).number(count()) == 20


def test_medians_are_not_subtracted():
    assert earlier(release(one_way(20, {})), metrics=[metric(measure=Measure.MEDIAN)]).each
    median = earlier(release(one_way(20, {})), metrics=[metric(measure=Measure.MEDIAN)])
    assert median.number(count()) is None


def test_what_was_merged_stays_merged():
    first = release(one_way(50, {"x": 20, "y": 12, "*": 18}), "first")
    second = release(one_way(50, {"x": 20, "z": 12, "*": 18}), "second")

    assert earlier().nameable(count(), "a") is None
    assert earlier(first).nameable(count(), "a") == {"x", "y"}
    assert earlier(first, second).nameable(count(), "a") == {"x"}
    assert earlier(first, second).nameable(count(), "b") is None


def test_all_may_be_named_where_all_were():
    assert earlier(release(one_way(50, {"x": 20, "y": 30}))).nameable(count(), "a") is None


def test_the_others_are_those_that_a_new_report_does_not_name():
    first = release(one_way(50, {"x": 20, "y": 12, "*": 18}))

    assert earlier(first).others(count(), "a", ["x", "y"]) == 18
    assert earlier(first).others(count(), "a", ["x"]) == 30
    assert earlier(first).others(count(), "a", ["x", "y", "z"]) is HIDDEN
    assert earlier(first).others(count(), "b", ["x"]) is None
    assert earlier().others(count(), "a", ["x"]) is None
    hidden = release(one_way(50, {"x": 20, "y": HIDDEN, "*": 18}), "hidden")
    assert earlier(hidden, first).others(count(), "a", ["x"]) is HIDDEN

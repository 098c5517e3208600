"""What a release uncovers, by itself and with earlier ones."""

from types import SimpleNamespace

import pytest
from release_lab import HALF, YEAR, count, metric, one_way, release, two_way

from inclusion_core.expr.schema import Schema
from inclusion_core.facts import rows
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.metrics.metric import Measure
from inclusion_core.metrics.tally import NoCode
from inclusion_core.publishing.releases.checking import uncovered
from inclusion_core.publishing.releases.ledger import Releases
from inclusion_core.publishing.releases.persons import is_about_clients
from inclusion_core.publishing.releases.release import HIDDEN, Number
from inclusion_core.reports.behind import Shows

METRICS = (metric(),)


def found(now, *before, metrics=METRICS, **more):
    """The kinds and the places of the findings."""
    entries = tuple(release(each, f"r{place}") for place, each in enumerate(before))
    published = release(now, "now", period=YEAR, **more)
    earlier = Releases(entries=(*entries, published)).earlier(metrics, YEAR)
    return {
        (finding.kind.removeprefix("publishing."), finding.place.field)
        for finding in uncovered(published, earlier)
    }


def test_a_safe_release_uncovers_nothing():
    assert found(one_way(60, {"x": HIDDEN, "y": HIDDEN, "z": 25})) == set()
    assert found(one_way(60, {"x": 0, "y": 35, "z": 25})) == set()


def test_a_number_below_the_threshold_is_named():
    assert found(one_way(60, {"x": 3, "y": 57})) == {("small-number", "a=x")}
    assert found(one_way(4, {})) == {("small-number", "")}
    assert found(one_way(60, {NoCode.UNKNOWN: 3, "y": 57}, shows=Shows.OPEN)) == {
        ("small-number", "a=(unknown), open")
    }


def test_one_hidden_number_is_recovered_from_the_total():
    assert found(one_way(60, {"x": HIDDEN, "y": 57})) == {("uncovered", "a=x")}
    assert found(one_way(60, {"x": HIDDEN, "y": 35, "z": 25})) == set()


def test_two_hidden_numbers_of_few_are_recovered_together():
    assert found(one_way(60, {"x": HIDDEN, "y": HIDDEN, "z": 55})) == {
        ("uncovered", "a=x"),
        ("uncovered", "a=y"),
    }


def test_a_number_that_is_surely_large_is_no_secret():
    assert found(one_way(60, {"x": HIDDEN, "y": 40})) == set()


def test_one_hidden_number_in_each_row_is_recovered_from_two_equations():
    values = ((3, 20, 30), (40, 50, 60), (70, 80, 90))

    assert found(two_way(values, {(0, 0), (1, 1)})) == {("uncovered", "a=r0, b=c0")}
    assert found(two_way(values, {(0, 0), (0, 1), (1, 0), (1, 1)})) == set()


def test_a_total_that_is_not_told_follows_from_its_cells():
    cells = [each for each in two_way(((1, 20), (30, 40)), {(0, 0)}) if each.count.groups]
    assert found(cells) == {("uncovered", "a=r0, b=c0")}
    inner = [each for each in cells if len(each.count.groups) == 2]
    assert found(inner) == set()


def test_a_number_that_may_be_small_is_pointed_out():
    hidden = {(0, 0), (0, 1), (1, 0), (1, 1)}

    assert found(two_way(((12, 20, 50), (30, 5, 50)), hidden)) == set()
    assert found(two_way(((12, 1, 50), (1, 4, 50)), hidden)) == {
        ("small-number", "b=c1"),
        ("may-be-uncovered", "a=r0, b=c0"),
        ("uncovered", "a=r0, b=c1"),
        ("uncovered", "a=r1, b=c0"),
        ("uncovered", "a=r1, b=c1"),
    }


def test_a_small_difference_to_an_earlier_release_is_named():
    first = one_way(60, {"x": 20, "y": 40})

    assert found(one_way(80, {"x": 20, "y": 60}), first) == set()
    assert found(one_way(83, {"x": 23, "y": 60}), first) == {("small-change", "a=x")}
    assert found(one_way(80, {"x": 18, "y": 62}), first) == {("small-change", "a=x")}


def test_a_number_hidden_alone_is_known_from_the_earlier_release():
    first = one_way(60, {"x": 20, "y": 20, "z": 20})

    assert found(one_way(65, {"x": HIDDEN, "y": HIDDEN, "z": 20}), first) == {
        ("small-change", ""),
        ("uncovered", "a=x"),
        ("uncovered", "a=y"),
    }
    assert found(one_way(HIDDEN, {"x": HIDDEN, "y": HIDDEN, "z": 20}), first) == set()


def test_what_stays_hidden_may_not_change_by_few():
    first = one_way(60, {"x": HIDDEN, "y": HIDDEN, "z": 25})

    assert found(one_way(80, {"x": HIDDEN, "y": HIDDEN, "z": 35}), first) == set()
    assert found(one_way(70, {"x": HIDDEN, "y": HIDDEN, "z": 35}), first) == set()
    assert found(one_way(73, {"x": HIDDEN, "y": HIDDEN, "z": 35}), first) == {
        ("uncovered", "a=x"),
        ("uncovered", "a=y"),
    }


def test_what_may_have_fallen_leaves_more_room():
    first = one_way(90, {"x": 20, "y": 20, "z": 50})

    assert found(one_way(75, {"x": HIDDEN, "y": HIDDEN, "z": 30}), first) == set()


def test_what_was_hidden_is_not_shown_and_what_was_merged_is_not_named():
    first = one_way(60, {"x": HIDDEN, "y": HIDDEN, "z": 25})
    merged = one_way(60, {"z": 25, "*": 35})

    assert ("shown-again", "a=x") in found(one_way(90, {"x": 40, "y": HIDDEN, "z": 35}), first)
    assert found(one_way(90, {"x": 40, "z": 35, "*": 15}), merged) == {("named-again", "a=x")}
    assert found(one_way(90, {"z": 35, "*": 55}), merged) == set()
    assert found(one_way(90, {"*": 90}), merged) == set()
    assert found(one_way(63, {"*": 63}), merged) == {
        ("small-change", ""),
        ("small-change", "a=*|z"),
    }


def test_a_code_that_nobody_had_may_be_named():
    assert found(one_way(80, {"x": 60, "y": 20}), one_way(60, {"x": 60})) == set()


def test_codes_merged_on_one_of_two_axes_are_not_named():
    def crossed(*codes):
        return [
            Number(count=count(a=code, b=other), value=number)
            for code, number in codes
            for other in ("u", "v")
        ]

    before, now = crossed(("x", 20), ("*", 30)), crossed(("x", 40), ("y", 20), ("*", 30))

    assert found(now, before) == {("named-again", "a=y")}


def test_what_is_public_already_is_not_told_again():
    naive = one_way(60, {"x": 3, "y": 57})

    assert found(naive, naive) == set()
    assert found(one_way(61, {"x": 4, "y": 57}), naive) == {
        ("small-change", ""),
        ("small-change", "a=x"),
        ("small-number", "a=x"),
    }


def test_a_release_of_other_counts_is_not_compared():
    assert found(one_way(60, {"x": 20, "y": 40}), one_way(57, {}, key="other")) == set()


def test_tables_that_contradict_themselves_are_named():
    assert found(one_way(60, {"x": 90})) == {("does-not-add-up", "a=*")}
    fallen = one_way(30, {"x": HIDDEN, "y": HIDDEN, "z": 20})
    torn = one_way(20, {"x": HIDDEN, "y": HIDDEN, "z": 30})
    assert ("does-not-add-up", "a=*") in found(fallen, torn)


def test_medians_and_tables_of_three_axes_are_left_out():
    three = [Number(count=count(a="x", b="y", c="z"), value=3)]

    assert found(three) == set()
    assert found(one_way(4, {}), metrics=[metric(measure=Measure.MEDIAN)]) == set()


def test_a_number_of_codes_is_not_a_number_of_persons():
    codes = metric(measure=Measure.DIFFERENT_CODES)

    assert found(one_way(2, {"x": 20, "y": 40}), metrics=[codes]) == set()
    assert found(one_way(2, {"x": HIDDEN, "y": 40}), metrics=[codes]) == set()
    assert found(
        one_way(3, {"x": 22, "y": 40}), one_way(2, {"x": 20, "y": 40}), metrics=[codes]
    ) == {("small-change", "a=x")}


def test_who_is_no_client_may_be_few():
    published = release(one_way(4, {}), "now")
    earlier = Releases().earlier(METRICS, YEAR)

    assert not uncovered(published, earlier, aside=["m"])
    assert [each.kind for each in uncovered(published, earlier)] == ["publishing.small-number"]


@pytest.mark.parametrize(
    ("row", "about"),
    [
        (rows.PersonRow, True),
        (rows.HouseholdRow, True),
        (rows.ClientRow, True),
        (rows.ServiceRow, True),
        (rows.StaffMemberRow, False),
        (rows.BudgetLineRow, False),
    ],
)
def test_a_metric_is_about_clients_if_a_way_leads_to_them(row, about):
    assert is_about_clients(metric(row=row), SCHEMA) is about
    assert is_about_clients(metric(row=row), Schema({})) is True


def test_the_rows_of_a_facts_table_are_about_whom_they_stand_for():
    table = SimpleNamespace(subject=rows.StaffMemberRow)

    assert not is_about_clients(SimpleNamespace(subject=rows.ClientRow, table=table), SCHEMA)


def test_no_finding_says_a_number():
    naive = one_way(6007, {"x": HIDDEN, "y": 6001})
    published = release(naive, "now")
    [finding] = uncovered(published, Releases().earlier([metric()], HALF))

    assert "600" not in repr(finding).replace("6000", "")
    assert finding.in_("en").startswith("metric m, field a=x: a hidden number or a change of it")
    assert finding.in_("lv").startswith("metric m, lauks a=x: paslēpts skaitlis")


@pytest.mark.parametrize("least", [3, 10])
def test_the_threshold_is_that_of_the_release(least):
    numbers = one_way(60, {"x": 5, "y": 55})

    assert bool(found(numbers, least=least)) is (least == 10)

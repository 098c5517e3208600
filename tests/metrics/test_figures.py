"""Figures: a value, what is not known, and groups in one order."""

import pickle
import statistics
from collections import Counter
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from metrics_lab.guests import BORN, COUNTRY, guest, metric

from inclusion_core.errors import NotAdditiveError, UnknownNameError
from inclusion_core.metrics.figures import (
    Figure,
    Figures,
    NoCode,
    Tally,
    broken_inequalities,
)
from inclusion_core.metrics.metric import Measure
from inclusion_core.metrics.tally import added, ordered_cells, ordered_groups, rolled

GROUPS = {
    "LV": Tally(3, 0, 3),
    "SY": Tally(1, 2, 4),
    "UA": Tally(0, 1, 1),
    NoCode.ABSENT: Tally(2, 0, 2),
    NoCode.UNKNOWN: Tally(4, 1, 5),
}
TOTAL = Tally(10, 4, 15)


def figures(*found):
    return Figures({figure.metric.id: figure for figure in found})


def figure(key, counted, part_of=""):
    return Figure(metric=metric(id=key, part_of=part_of), total=Tally(counted, 0, counted))


def test_the_figure_of_subjects_is_how_many_are_counted():
    counted = Figure(metric=metric(by=COUNTRY), total=TOTAL, groups=GROUPS)

    assert (counted.value, counted.unknown) == (10, 4)


def test_the_figure_of_different_codes_is_how_many_known_codes_the_counted_have():
    different = metric(by=COUNTRY, measure=Measure.DIFFERENT_CODES)
    counted = Figure(metric=different, total=TOTAL, groups=GROUPS)

    assert counted.value == 2
    assert counted.unknown == 4 + 4


def test_different_codes_of_subjects_whose_code_is_known_are_open_only_by_the_subjects():
    different = metric(by=COUNTRY, measure=Measure.DIFFERENT_CODES)
    counted = Figure(metric=different, total=Tally(3, 1, 4), groups={"LV": Tally(3, 1, 4)})

    assert (counted.value, counted.unknown) == (1, 1)


def test_figures_are_found_by_the_id_of_their_metric_and_listed_in_order():
    found = figures(figure("toy.b", 2), figure("toy.a", 1))

    assert found["toy.a"].value == 1
    assert [each.metric.id for each in found] == ["toy.b", "toy.a"]


def test_a_figure_that_was_not_counted_is_named_with_those_that_look_like_it():
    with pytest.raises(UnknownNameError) as raised:
        figures(figure("toy.guests", 2))["toy.gests"]

    assert str(raised.value) == "no figure 'toy.gests'; did you mean toy.guests?"


def test_groups_are_ordered_by_code_then_absent_then_unknown_and_empty_ones_left_out():
    mixed = [
        (NoCode.UNKNOWN, Tally(1, 0, 1)),
        ("UA", Tally(0, 1, 0)),
        (NoCode.ABSENT, Tally(1, 0, 1)),
        ("LV", Tally(2, 0, 2)),
        ("EE", Tally(0, 0, 9)),
    ]

    assert list(ordered_groups(mixed)) == ["LV", "UA", NoCode.ABSENT, NoCode.UNKNOWN]
    assert list(ordered_groups(mixed[::-1]).items()) == list(ordered_groups(mixed).items())


def test_the_figure_of_a_total_is_the_sum_and_may_grow_by_those_whose_amount_is_not_known():
    hours = metric(measure=Measure.TOTAL, amount=guest.visits.count())
    counted = Figure(metric=hours, total=Tally(4, 1, 6, open=2, amount=90, amount_unknown=2))

    assert (counted.value, counted.unknown, counted.open) == (90, 3, 2)


@pytest.mark.parametrize(
    ("spread", "median"),
    [
        ((), None),
        (((7, 1),), 7),
        (((1, 1), (2, 1)), Decimal("1.5")),
        (((1, 1), (3, 1)), 2),
        (((1, 2), (5, 1)), 1),
        (((-3, 1), (-2, 1)), Decimal("-2.5")),
        (((1, 1), (2, 2), (9, 1)), 2),
        (((1, 3), (2, 1), (9, 4)), Decimal("5.5")),
    ],
)
def test_the_figure_of_a_median_lies_half_way_where_two_are_in_the_middle(spread, median):
    middle = metric(measure=Measure.MEDIAN, amount=guest.visits.count())
    figure = Figure(metric=middle, total=Tally(sum(times for _, times in spread), spread=spread))

    assert figure.value == median


@given(st.lists(st.integers(-5, 5), min_size=1))
def test_a_median_is_that_of_the_amounts_one_by_one(amounts):
    tally = Tally(len(amounts), spread=tuple(sorted(Counter(amounts).items())))

    assert tally.median == statistics.median(amounts)


def test_tallies_of_groups_that_share_nobody_add_up_in_every_number():
    one = Tally(1, 2, 3, 4, 5, 6, ((1, 1), (2, 1)))
    other = Tally(10, 20, 30, 40, 50, 60, ((2, 3),))

    assert added([one, other]) == Tally(11, 22, 33, 44, 55, 66, ((1, 1), (2, 4)))
    assert added([]) == Tally()
    assert Tally().empty
    assert not any(
        attrs.evolve(Tally(), **{name: 1}).empty for name in ("counted", "unknown", "asked", "open")
    )


def test_a_tally_shows_what_there_is():
    assert repr(Tally(1, 2, 3)) == "Tally(counted=1, unknown=2, asked=3)"
    assert repr(Tally(open=4)) == "Tally(counted=0, unknown=0, asked=0, open=4)"


CELLS = ordered_cells(
    {
        (NoCode.UNKNOWN, "LV"): Tally(1),
        ("1990", "SY"): Tally(4, 1),
        ("1990", "LV"): Tally(2),
        ("1991", NoCode.ABSENT): Tally(8),
        ("1992", "LV"): Tally(),
    }
)


def test_cells_are_ordered_and_without_those_in_which_nobody_is():
    assert list(CELLS) == [
        ("1990", "LV"),
        ("1990", "SY"),
        ("1991", NoCode.ABSENT),
        (NoCode.UNKNOWN, "LV"),
    ]
    assert rolled(CELLS, [1]) == {
        ("LV",): Tally(3),
        ("SY",): Tally(4, 1),
        (NoCode.ABSENT,): Tally(8),
    }
    assert rolled(CELLS, []) == {(): Tally(15, 1)}


def test_a_figure_is_rolled_up_by_the_names_of_its_axes_in_any_order():
    counted = Figure(metric=metric(), total=Tally(15, 1), axes=(BORN, COUNTRY), cells=CELLS)

    assert counted.by("country")["LV",] == Tally(3)
    assert next(iter(counted.by("country", "born"))) == ("LV", "1990")
    with pytest.raises(UnknownNameError, match="no axis 'land'; there are: born, country"):
        counted.by("land")


def test_figures_that_add_up_are_added_cell_by_cell_and_group_by_group():
    visits = metric(by=COUNTRY, adds_up=True)
    one = Figure(
        metric=visits,
        total=Tally(3),
        groups={"LV": Tally(3)},
        axes=(BORN,),
        cells={("1990",): Tally(3)},
    )
    other = Figure(
        metric=visits,
        total=Tally(4, 1),
        groups={"EE": Tally(2), "LV": Tally(2, 1)},
        axes=(BORN,),
        cells={("1990",): Tally(2, 1), ("1980",): Tally(2)},
    )

    both = one + other

    assert both.total == Tally(7, 1)
    assert list(both.groups.items()) == [("EE", Tally(2)), ("LV", Tally(5, 1))]
    assert list(both.cells.items()) == [(("1980",), Tally(2)), (("1990",), Tally(5, 1))]
    assert both.axes == (BORN,)
    plain = Figure(metric=metric(adds_up=True), total=Tally(3))
    assert (plain + plain).total == Tally(6)
    assert (plain + plain).cells == {}


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (
            {"id": "toy.a", "adds_up": True},
            {"adds_up": True},
            ": they are figures of two metrics; declare a metric for both together$",
        ),
        ({}, {}, "one subject may be in both"),
        (
            {"adds_up": True, "measure": Measure.DIFFERENT_CODES, "by": COUNTRY},
            {"adds_up": True, "measure": Measure.DIFFERENT_CODES, "by": COUNTRY},
            "codes and medians",
        ),
    ],
)
def test_figures_that_do_not_add_up_are_refused_with_the_reason(one, other, why):
    left, right = (Figure(metric=metric(**each), total=Tally(1)) for each in (one, other))

    with pytest.raises(NotAdditiveError, match=why):
        left + right


def test_figures_broken_down_otherwise_are_not_added():
    plain = Figure(metric=metric(adds_up=True), total=Tally(1))

    with pytest.raises(NotAdditiveError, match="broken down otherwise"):
        plain + attrs.evolve(plain, axes=(COUNTRY,))


def test_a_part_that_is_more_than_its_whole_is_named_with_it():
    found = figures(
        figure("toy.whole", 5),
        figure("toy.same", 5, part_of="toy.whole"),
        figure("toy.more", 6, part_of="toy.whole"),
        figure("toy.orphan", 9, part_of="toy.not-asked"),
    )

    assert broken_inequalities(found) == (("toy.more", "toy.whole"),)


def test_figures_are_values_that_travel_between_processes():
    one = figures(Figure(metric=metric(by=COUNTRY), total=TOTAL, groups=GROUPS))
    again = pickle.loads(pickle.dumps(one))

    assert again == one
    assert again["toy.guests"].groups[NoCode.ABSENT] == Tally(2, 0, 2)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one["toy.guests"].total = Tally()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.by_id = {}
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        TOTAL.counted = 11

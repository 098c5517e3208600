"""Figures: a value, what is not known, and groups in one order."""

import pickle

import attrs
import pytest
from metrics_lab.guests import COUNTRY, metric

from inclusion_core.errors import UnknownNameError
from inclusion_core.metrics.figures import (
    Figure,
    Figures,
    NoCode,
    Tally,
    broken_inequalities,
    ordered_groups,
)
from inclusion_core.metrics.metric import Measure

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

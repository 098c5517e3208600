"""Targets: which one is in force on a day, and whether so much was reached."""

from datetime import date

import attrs
import pytest
from metrics_lab.guests import BORN, COUNTRY, guest, metric

from inclusion_core.errors import DeclarationError
from inclusion_core.metrics.figures import Figure, Figures, NoCode, Tally
from inclusion_core.metrics.metric import Axis, Measure
from inclusion_core.metrics.targets import against_targets, figure_of
from inclusion_core.model.target import Target
from inclusion_core.texts import Text
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay

ON = date(2018, 12, 31)
DUE = date(2019, 6, 30)
OPERATIONS = Axis(id="operation", says=Text.same("operation"), code=guest.country)


def target(key, amount=100, agreed_on=date(2018, 1, 1), due_on=DUE, **fields):
    given = {"operation_id": "one", "metric": "toy.guests", **fields}
    return Target(id=key, amount=amount, agreed_on=agreed_on, due_on=due_on, **given)


def figures(tally, **fields):
    axes = {name: fields.pop(name) for name in ("axes", "cells") if name in fields}
    return Figures({"toy.guests": Figure(metric=metric(**fields), total=tally, **axes)})


def in_force(*targets, on=ON):
    found = against_targets(figures(Tally(50)), targets, on=on)
    return {each.target.id: each.in_force for each in found}


YES, UNKNOWN = Truth.YES, Truth.UNKNOWN


def test_the_target_agreed_last_by_the_day_is_in_force():
    first, amended = target("first"), target("amended", 120, date(2018, 6, 1))

    assert in_force(first, amended, on=date(2018, 5, 31)) == {"first": YES}
    assert in_force(amended, first, on=date(2018, 6, 1)) == {"amended": YES}
    assert in_force(first, amended, on=date(2017, 12, 31)) == {}


def test_an_amendment_says_what_it_amends_the_first_agreed_first():
    first, second = target("first"), target("second", 120, date(2018, 6, 1))
    third = target("third", 90, date(2018, 9, 1))

    (progress,) = against_targets(figures(Tally(95)), [third, second, first], on=ON)

    assert progress.target == third
    assert progress.amends == (first, second)
    assert progress.reached is YES


def test_a_due_day_that_was_moved_is_amended_too():
    moved = target("moved", agreed_on=date(2018, 6, 1), due_on=date(2020, 6, 30))

    assert in_force(target("first"), moved) == {"moved": YES}


def test_targets_for_several_due_days_stand_beside_each_other_and_are_amended_one_by_one():
    years = [target(f"of {year}", due_on=date(year, 12, 31)) for year in (2018, 2019, 2020)]
    amended = target("amended", 120, date(2018, 6, 1), date(2019, 12, 31))

    assert in_force(*years) == {"of 2018": YES, "of 2019": YES, "of 2020": YES}
    assert in_force(*years, amended) == {"of 2018": YES, "amended": YES, "of 2020": YES}


def test_two_amounts_agreed_on_one_day_contradict_each_other():
    assert in_force(target("a"), target("b", 110)) == {"a": UNKNOWN, "b": UNKNOWN}
    assert in_force(target("a"), target("b", 100)) == {"a": YES, "b": YES}


def test_a_day_of_agreement_that_is_not_known_leaves_open_which_target_is_in_force():
    first = target("first")

    assert in_force(first, target("x", 110, NOT_ASKED)) == {"first": UNKNOWN, "x": UNKNOWN}
    some_day = target("x", 110, PartialDay.of_month(2018, 12))
    assert in_force(first, some_day, on=date(2018, 12, 15)) == {"first": UNKNOWN, "x": UNKNOWN}
    assert in_force(first, some_day) == {"x": YES}
    assert in_force(first, target("never", 110, ABSENT)) == {"first": YES}
    assert in_force(target("x", agreed_on=NOT_ASKED)) == {"x": UNKNOWN}


def test_a_due_day_that_is_not_known_may_be_that_of_another_target():
    years = [target(f"of {year}", due_on=date(year, 12, 31)) for year in (2018, 2019)]
    some_year = target("some year", 120, date(2018, 6, 1), NOT_ASKED)

    assert in_force(*years, some_year) == {
        "of 2018": UNKNOWN,
        "of 2019": UNKNOWN,
        "some year": YES,
    }


@pytest.mark.parametrize(
    ("due_on", "past_due"),
    [
        (date(2018, 12, 30), Truth.YES),
        (date(2018, 12, 31), Truth.NO),
        (PartialDay.of_month(2018, 11), Truth.YES),
        (PartialDay.of_month(2018, 12), Truth.UNKNOWN),
        (PartialDay.of_year(2019), Truth.NO),
        (NOT_ASKED, Truth.UNKNOWN),
        (ABSENT, Truth.NO),
    ],
)
def test_a_target_is_past_due_after_its_due_day(due_on, past_due):
    (progress,) = against_targets(figures(Tally(50)), [target("a", due_on=due_on)], on=ON)

    assert progress.past_due is past_due


TOTAL = {"measure": Measure.TOTAL, "amount": guest.visits.count()}
MEDIAN = {"measure": Measure.MEDIAN, "amount": guest.visits.count()}
CODES = {"measure": Measure.DIFFERENT_CODES, "by": COUNTRY}


@pytest.mark.parametrize(
    ("tally", "fields", "reached"),
    [
        (Tally(100), {}, Truth.YES),
        (Tally(99), {}, Truth.NO),
        (Tally(99, 1), {}, Truth.UNKNOWN),
        (Tally(99, open=1), {}, Truth.UNKNOWN),
        (Tally(98, 1), {}, Truth.NO),
        (Tally(3, amount=100, amount_unknown=1), TOTAL, Truth.YES),
        (Tally(3, amount=99, amount_unknown=1), TOTAL, Truth.UNKNOWN),
        (Tally(3, amount=99), TOTAL, Truth.NO),
        (Tally(1, spread=((100, 1),)), MEDIAN, Truth.YES),
        (Tally(1, spread=((99, 1),)), MEDIAN, Truth.NO),
        (Tally(1, 1, spread=((100, 1),)), MEDIAN, Truth.UNKNOWN),
        (Tally(), MEDIAN, Truth.UNKNOWN),
        (Tally(9), CODES, Truth.NO),
        (Tally(9, 100), CODES, Truth.UNKNOWN),
    ],
)
def test_who_is_not_known_may_make_the_difference(tally, fields, reached):
    (progress,) = against_targets(figures(tally, **fields), [target("a")], on=ON)

    assert progress.reached is reached
    assert (progress.unknown, progress.open) == (tally.unknown + tally.amount_unknown, tally.open)


def test_a_target_of_a_metric_that_was_not_counted_is_told_without_a_figure():
    (progress,) = against_targets(figures(Tally(9)), [target("a", metric="toy.other")], on=ON)

    assert (progress.actual, progress.reached) == (None, Truth.UNKNOWN)
    assert (progress.unknown, progress.open) == (0, 0)


BY_OPERATION = {
    "axes": (BORN, OPERATIONS),
    "cells": {
        ("1980", "one"): Tally(60, 1),
        ("1990", "one"): Tally(30),
        ("1990", "two"): Tally(200, open=4),
        ("1990", NoCode.UNKNOWN): Tally(8, 1, open=2),
    },
}


def test_operations_are_kept_apart_and_who_may_be_of_either_is_unknown():
    targets = [target("b", operation_id="two"), target("a"), target("c", operation_id="three")]
    found = against_targets(figures(Tally(298, 2, 300), **BY_OPERATION), targets, on=ON)

    assert [
        (each.target.id, each.actual, each.unknown, each.open, each.reached) for each in found
    ] == [
        ("a", 90, 10, 2, Truth.UNKNOWN),
        ("c", 0, 9, 2, Truth.NO),
        ("b", 200, 9, 6, Truth.YES),
    ]


def test_a_target_amends_none_of_another_operation_or_metric():
    later = target("later", 1, date(2018, 6, 1), operation_id="two")
    other = target("other", 1, date(2018, 6, 1), metric="toy.visits")
    found = against_targets(figures(Tally(9), **BY_OPERATION), [target("a"), later, other], on=ON)

    assert {each.target.id: each.amends for each in found} == {"a": (), "later": (), "other": ()}


def test_figures_of_all_operations_together_reach_the_target_of_none():
    targets = [target("a"), target("b", operation_id="two")]

    with pytest.raises(DeclarationError, match="count it by an axis 'operation'"):
        against_targets(figures(Tally(9)), targets, on=ON)


def test_different_codes_are_not_told_apart_by_operation():
    counted = figures(Tally(9), **CODES, **BY_OPERATION)

    with pytest.raises(DeclarationError, match="count each operation alone"):
        against_targets(counted, [target("a")], on=ON)


def test_no_targets_are_no_progress():
    assert against_targets(figures(Tally(9)), [], on=ON) == ()


BY_PLACE = {
    "axes": (attrs.evolve(COUNTRY, id="place"), OPERATIONS),
    "cells": {
        ("A", "one"): Tally(60, 1),
        ("B", "one"): Tally(30, open=3),
        ("B", "two"): Tally(5),
        (NoCode.ABSENT, "one"): Tally(7),
        (NoCode.UNKNOWN, "one"): Tally(2),
    },
}


def test_a_target_about_a_place_is_measured_by_the_figure_of_the_place():
    targets = [target("a", 60, place="A"), target("b", 33, place="B"), target("all", 100)]
    found = against_targets(figures(Tally(104, 1), **BY_PLACE), targets, on=ON)

    assert [
        (each.target.id, each.actual, each.unknown, each.open, each.reached) for each in found
    ] == [
        ("all", 99, 1, 3, Truth.UNKNOWN),
        ("a", 60, 3, 0, Truth.YES),
        ("b", 30, 2, 3, Truth.UNKNOWN),
    ]


def test_a_target_amends_none_about_another_place():
    later = {"amount": 1, "agreed_on": date(2018, 6, 1)}
    targets = [target("all"), target("a", place="A"), target("later", place="A", **later)]
    found = against_targets(figures(Tally(104, 1), **BY_PLACE), targets, on=ON)

    assert [(each.target.id, [it.id for it in each.amends]) for each in found] == [
        ("all", []),
        ("later", ["a"]),
    ]


def test_which_place_was_meant_may_not_be_known():
    (progress,) = against_targets(
        figures(Tally(104, 1), **BY_PLACE), [target("a", place=NOT_ASKED)], on=ON
    )

    assert (progress.in_force, progress.actual, progress.reached) == (YES, None, UNKNOWN)


def test_figures_of_all_places_together_reach_the_target_of_none():
    with pytest.raises(DeclarationError, match="targets of places; count it by an axis 'place'"):
        against_targets(figures(Tally(9)), [target("a", place="A")], on=ON)


def test_a_figure_is_told_apart_by_any_of_its_axes():
    figure = figures(Tally(104, 1), **BY_PLACE)["toy.guests"]

    assert figure_of(figure, {}) is figure
    assert figure_of(figure, {"place": "B"}).total == Tally(35, 2, open=3)
    assert figure_of(figure, {"operation": "two", "place": "B"}).total == Tally(5)
    assert figure_of(figure, {"place": NoCode.UNKNOWN}).total == Tally(2)

"""Restating: what a figure was and what it is, for the total, cells and groups."""

from datetime import date
from decimal import Decimal

import pytest
from metrics_lab.guests import ADULT, BORN, COUNTRY, Guest, book, guest, metric

from inclusion_core.errors import DeclarationError
from inclusion_core.expr import all_of, days_after
from inclusion_core.expr.parameters import Parameters
from inclusion_core.metrics.counting import count_records
from inclusion_core.metrics.figures import Figure, Figures, NoCode, Tally
from inclusion_core.metrics.metric import Measure
from inclusion_core.metrics.restating import restated


def figures(*found):
    return Figures({each.metric.id: each for each in found})


def test_counted_unknown_and_open_stand_side_by_side():
    (one,) = restated(
        figures(Figure(metric=metric(), total=Tally(3, 2, 9, open=4))),
        figures(Figure(metric=metric(), total=Tally(5, 1, 11, open=0))),
    )

    assert (one.metric, one.axes, one.cell) == (metric(), (), ())
    assert (one.counted, one.unknown, one.open) == ((3, 5), (2, 1), (4, 0))
    assert one.values == (3, 5)
    assert one.changed


def test_each_cell_and_group_of_either_day_is_restated_after_the_total():
    counted = metric(by=COUNTRY)
    before = Figure(
        metric=counted,
        total=Tally(3),
        groups={"LV": Tally(3)},
        axes=(BORN,),
        cells={("1990",): Tally(3)},
    )
    after = Figure(
        metric=counted,
        total=Tally(4, 1),
        groups={"EE": Tally(1), "LV": Tally(3), NoCode.UNKNOWN: Tally(0, 1)},
        axes=(BORN,),
        cells={("1980",): Tally(1, 1), ("1990",): Tally(3)},
    )

    found = restated(figures(before), figures(after))

    assert [(each.axes, each.cell, each.values, each.changed) for each in found] == [
        ((), (), (3, 4), True),
        ((BORN,), ("1980",), (0, 1), True),
        ((BORN,), ("1990",), (3, 3), False),
        ((COUNTRY,), ("EE",), (0, 1), True),
        ((COUNTRY,), ("LV",), (3, 3), False),
        ((COUNTRY,), (NoCode.UNKNOWN,), (0, 0), True),
    ]


def test_totals_medians_and_different_codes_are_restated_by_their_values():
    cells = {("1990",): Tally(2, amount=6, spread=((1, 1), (5, 1)))}
    total = metric(id="toy.total", measure=Measure.TOTAL, amount=guest.children)
    median = metric(id="toy.median", measure=Measure.MEDIAN, amount=guest.children)
    codes = metric(id="toy.codes", measure=Measure.DIFFERENT_CODES, by=COUNTRY)
    middle = Tally(2, amount=5, spread=((1, 1), (4, 1)))
    before = figures(
        Figure(metric=total, total=Tally(2, amount=6), axes=(BORN,), cells=cells),
        Figure(metric=median, total=middle, axes=(BORN,), cells=cells),
        Figure(metric=codes, total=Tally(9), groups={"EE": Tally(4), "LV": Tally(5)}),
    )
    after = figures(
        Figure(metric=codes, total=Tally(9), groups={"LV": Tally(9)}),
        Figure(metric=median, total=Tally(), axes=(BORN,)),
        Figure(metric=total, total=Tally(2, amount=7), axes=(BORN,), cells=cells),
    )

    found = restated(before, after)

    assert [(each.metric.id, each.cell, each.values) for each in found] == [
        ("toy.total", (), (6, 7)),
        ("toy.total", ("1990",), (6, 6)),
        ("toy.median", (), (Decimal("2.5"), None)),
        ("toy.median", ("1990",), (3, None)),
        ("toy.codes", (), (2, 1)),
        ("toy.codes", ("EE",), (4, 0)),
        ("toy.codes", ("LV",), (5, 9)),
    ]


def test_a_window_that_has_passed_in_between_moves_a_subject_from_open_to_counted():
    stayed = metric(universe=all_of(), where=ADULT, settled_on=days_after(guest.moved_away_on, 28))
    records = book(Guest(id="g", born_on=date(1990, 1, 1), moved_away_on=date(2018, 6, 1)))
    june, july = (
        count_records([stayed], records, Parameters(), known_on=date(2018, month, 28))
        for month in (6, 7)
    )

    (one,) = restated(june, july)

    assert (one.open, one.counted) == ((1, 0), (0, 1))


@pytest.mark.parametrize(
    ("after", "problem"),
    [
        ((), "counted on one of the days only"),
        ((Figure(metric=metric(where=ADULT), total=Tally()),), "defined otherwise"),
        ((Figure(metric=metric(), total=Tally(), axes=(BORN,)),), "broken down otherwise"),
    ],
)
def test_figures_that_are_not_the_same_are_not_laid_side_by_side(after, problem):
    before = figures(Figure(metric=metric(), total=Tally()))

    with pytest.raises(DeclarationError, match=problem):
        restated(before, figures(*after))
    with pytest.raises(DeclarationError, match=problem):
        restated(figures(*after), before)

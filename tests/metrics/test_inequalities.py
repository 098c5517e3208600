"""Inequalities: checked on what is surely counted, in the total and in each cell."""

import pytest
from metrics_lab.guests import BORN, COUNTRY, guest, metric

from inclusion_core.errors import DeclarationError, UnknownNameError
from inclusion_core.metrics.figures import Figure, Figures, NoCode, Tally
from inclusion_core.metrics.inequalities import Inequality, Relation, checked
from inclusion_core.metrics.metric import Measure
from inclusion_core.sources import Source

SOURCE = Source("The guest book")


def figure(key, counted, cells=(), axes=(COUNTRY,), **fields):
    tallies = {(code,): Tally(number, 1) for code, number in cells}
    return Figure(
        metric=metric(id=key, **fields),
        total=Tally(counted, 5),
        axes=axes if cells else (),
        cells=tallies,
    )


def figures(*found):
    return Figures({each.metric.id: each for each in found})


def rule(left, relation, right):
    return Inequality(
        id="toy.rule", left=tuple(left), relation=relation, right=tuple(right), source=SOURCE
    )


PART_OF_WHOLE = rule(["toy.part"], Relation.AT_MOST, ["toy.whole"])


@pytest.mark.parametrize(
    ("relation", "left", "right", "holds"),
    [
        (Relation.AT_MOST, 2, 3, True),
        (Relation.AT_MOST, 3, 3, True),
        (Relation.AT_MOST, 4, 3, False),
        (Relation.EQUAL, 3, 3, True),
        (Relation.EQUAL, 2, 3, False),
        (Relation.EQUAL, 4, 3, False),
    ],
)
def test_a_rule_holds_by_its_relation(relation, left, right, holds):
    found = figures(figure("toy.part", left), figure("toy.whole", right))

    (one,) = checked(found, [rule(["toy.part"], relation, ["toy.whole"])])

    assert (one.holds, one.left, one.right, one.cell) == (holds, left, right, ())


def test_each_side_is_added_up():
    parts = rule(["toy.a", "toy.b"], Relation.EQUAL, ["toy.whole"])
    found = figures(figure("toy.a", 2), figure("toy.b", 3), figure("toy.whole", 5))

    assert [each.holds for each in checked(found, [parts])] == [True]
    assert parts.formula == "toy.a + toy.b = toy.whole"
    assert PART_OF_WHOLE.formula == "toy.part ≤ toy.whole"


def test_each_cell_in_which_either_side_has_anybody_is_checked_after_the_total():
    found = figures(
        figure("toy.part", 3, [("LV", 2), (NoCode.UNKNOWN, 1)]),
        figure("toy.whole", 9, [("EE", 4), ("LV", 1)]),
    )

    assert [
        (each.cell, each.left, each.right, each.holds) for each in checked(found, [PART_OF_WHOLE])
    ] == [
        ((), 3, 9, True),
        (("EE",), 0, 4, True),
        (("LV",), 2, 1, False),
        ((NoCode.UNKNOWN,), 1, 0, False),
    ]


def test_figures_broken_down_otherwise_are_checked_in_total_only():
    found = figures(
        figure("toy.part", 3, [("LV", 2)]), figure("toy.whole", 9, [("1990", 4)], axes=(BORN,))
    )

    assert [each.cell for each in checked(found, [PART_OF_WHOLE])] == [()]


def test_totals_are_compared_by_their_amounts():
    hours = {"measure": Measure.TOTAL, "amount": guest.visits.count()}
    found = figures(
        Figure(metric=metric(id="toy.part", **hours), total=Tally(9, amount=10)),
        Figure(metric=metric(id="toy.whole", **hours), total=Tally(1, amount=11)),
    )

    (one,) = checked(found, [PART_OF_WHOLE])

    assert (one.left, one.right, one.holds) == (10, 11, True)


@pytest.mark.parametrize(
    "fields",
    [
        {"measure": Measure.MEDIAN, "amount": guest.visits.count()},
        {"measure": Measure.DIFFERENT_CODES, "by": COUNTRY},
    ],
)
def test_figures_that_do_not_add_up_keep_no_rule(fields):
    found = figures(figure("toy.part", 3), figure("toy.whole", 9, **fields))

    with pytest.raises(DeclarationError, match=r"the figures of toy\.whole do not add up"):
        checked(found, [PART_OF_WHOLE])


def test_a_figure_that_was_not_counted_is_named():
    with pytest.raises(UnknownNameError, match=r"no figure .toy\.whole."):
        checked(figures(figure("toy.part", 3)), [PART_OF_WHOLE])


@pytest.mark.parametrize(("left", "right"), [([], ["toy.whole"]), (["toy.part"], [])])
def test_a_side_without_a_metric_is_refused(left, right):
    with pytest.raises(DeclarationError, match="a side names no metric"):
        rule(left, Relation.EQUAL, right)

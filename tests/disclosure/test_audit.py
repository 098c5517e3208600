"""What can be worked out of hidden places, exactly: against trying out and linear programming."""

from itertools import product

import pytest
from disclosure_lab.linear import of_table, ranges
from disclosure_lab.tables import drawn_table
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_core.dice import Dice
from inclusion_core.disclosure.audit import Interval, audited
from inclusion_core.disclosure.counts import CountTable
from inclusion_core.errors import DeclarationError

SQUARE = {(0, 0), (0, 1), (1, 0), (1, 1)}


def ends(table, hidden):
    return {place: (each.least, each.most) for place, each in audited(table, hidden).items()}


def tried_out(rows, hidden, up_to):
    """The ends of each hidden cell of a table of two rows, over all tables with the same totals."""
    width = len(rows[0])
    inner = list(product(range(2), range(width)))
    fitting = []
    for numbers in product(
        *(range(up_to + 1) if (row, at) in hidden else (rows[row][at],) for row, at in inner)
    ):
        other = (numbers[:width], numbers[width:])
        if _totals(other) == _totals(rows):
            fitting.append(other)
    return {
        (row, at): (min(o[row][at] for o in fitting), max(o[row][at] for o in fitting))
        for row, at in inner
        if (row, at) in hidden
    }


def _totals(rows):
    return [sum(row) for row in rows], [sum(column) for column in zip(*rows, strict=True)]


def test_one_hidden_cell_is_worked_out_from_its_row():
    assert ends(CountTable(values=((3, 20), (30, 40))), {(0, 0)}) == {(0, 0): (3, 3)}


def test_four_corners_move_together_and_stop_at_zero():
    table = CountTable(values=((3, 20), (30, 40)))

    assert ends(table, SQUARE) == {
        (0, 0): (0, 23),
        (0, 1): (0, 23),
        (1, 0): (10, 33),
        (1, 1): (37, 60),
    }


def test_with_all_totals_hidden_there_is_no_end():
    table = CountTable(values=((3, 20), (30, 40)))

    interval = audited(table, {*table.places()})[0, 0]

    assert (interval.least, interval.most, interval.width) == (0, None, None)
    assert interval.is_as_wide_as(10**9)


def test_what_everybody_knows_narrows_the_interval():
    table = CountTable(values=((3, 20), (30, 40)), least={(0, 0): 2}, most={(1, 1): 41})

    assert ends(table, SQUARE)[0, 0] == (2, 4)


def test_a_hidden_total_grows_with_its_cells():
    table = CountTable(values=((3, 20), (30, 40)), most={(2, 0): 40})

    assert ends(table, {(0, 0), (0, 2), (2, 0), (2, 2)}) == {
        (0, 0): (0, 10),
        (0, 2): (20, 30),
        (2, 0): (30, 40),
        (2, 2): (90, 100),
    }


def test_numbers_below_zero_move_as_others_do():
    table = CountTable(
        values=((-3, 2), (4, -1)),
        least=dict.fromkeys(product(range(3), range(3)), -5),
    )

    assert ends(table, SQUARE)[0, 0] == (-5, 4)


def test_in_one_row_a_number_is_hidden_in_both_of_its_places():
    table = CountTable(values=((3, 20, 8),))

    assert ends(table, {(0, 0), (1, 1)}) == {
        (0, 0): (0, 23),
        (1, 0): (0, 23),
        (0, 1): (0, 23),
        (1, 1): (0, 23),
    }


def test_one_hidden_cell_alone_can_be_anything():
    table = CountTable(values=((3,),), most={(1, 1): 9})

    assert set(ends(table, {(0, 1)}).values()) == {(0, 9)}
    assert len(audited(table, {(0, 1)})) == 4


def test_nothing_hidden_is_nothing_to_work_out():
    assert audited(CountTable(values=((0, 0), (0, 0))), ()) == {}


def test_hidden_zeros_in_a_row_of_zero_are_known():
    assert ends(CountTable(values=((0, 0), (5, 6))), SQUARE)[0, 0] == (0, 0)


def test_an_interval_shows_no_number():
    assert repr(Interval(3, 17)) == "Interval()"
    assert Interval(3, 17).width == 14
    assert Interval(3, 17).is_as_wide_as(14)
    assert not Interval(3, 17).is_as_wide_as(15)


def test_a_place_that_is_not_there_is_refused():
    with pytest.raises(DeclarationError, match=r"'\(5, 0\)': the table has no such place"):
        audited(CountTable(values=((1, 2), (3, 4))), {(5, 0)})


@settings(max_examples=tries(40), deadline=None)
@given(st.lists(st.integers(0, 3), min_size=4, max_size=4), st.data())
def test_trying_out_all_tables_gives_the_same_ends(numbers, data):
    rows = (tuple(numbers[:2]), tuple(numbers[2:]))
    hidden = data.draw(st.sets(st.sampled_from(sorted(SQUARE))))

    assert ends(CountTable(values=rows), hidden) == tried_out(rows, hidden, up_to=6)


@settings(max_examples=tries(40), deadline=None)
@given(st.integers(0, 2**32), st.data())
def test_linear_programming_gives_the_same_ends_in_whole_numbers(seed, data):
    table = drawn_table(Dice(seed))
    hidden = table.with_twins(data.draw(st.sets(st.sampled_from(list(table.places())))))

    found = ends(table, hidden)

    puzzle = of_table(table, hidden)
    asked = ranges((puzzle, ("", place)) for place in found)
    assert dict(zip(found, asked, strict=True)) == found

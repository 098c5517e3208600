"""A table for a release of which only the shown numbers are left."""

import pytest
from disclosure_lab.tables import drawn_growth, drawn_table
from hypothesis import given
from hypothesis import strategies as st

from inclusion_core.dice import Dice
from inclusion_core.disclosure.counts import CountTable
from inclusion_core.disclosure.fitting import fitting
from inclusion_core.errors import DeclarationError

NOW = ((5, 22, 15), (30, 45, 12))


def shown_of(values, hidden):
    table = CountTable(values=values)
    return {place: table.value(place) for place in table.places() if place not in hidden}


def test_a_table_without_anything_hidden_is_given_back():
    assert fitting(shown_of(((1, 2), (3, 4)), ()), now=((5, 6), (7, 8))) == ((1, 2), (3, 4))


def test_what_was_hidden_is_filled_so_that_nothing_has_gone_down():
    before = ((3, 20, 15), (30, 40, 12))
    hidden = {(0, 0), (0, 2), (1, 0), (1, 2)}

    found = fitting(shown_of(before, hidden), now=NOW)

    assert shown_of(found, hidden) == shown_of(before, hidden)
    assert all(
        old <= new for rows in zip(found, NOW, strict=True) for old, new in zip(*rows, strict=True)
    )


def test_where_something_must_have_gone_down_the_table_still_fits():
    before = ((30, 20, 15), (30, 40, 12))
    hidden = {(0, 0), (0, 1), (1, 0), (1, 1)}

    found = fitting(shown_of(before, hidden), now=((1, 1, 15), (1, 1, 12)))

    assert shown_of(found, hidden) == shown_of(before, hidden)


def test_what_was_hidden_can_have_been_far_more_than_all_there_is_now():
    assert fitting({(0, 2): 900, (2, 2): 1900}, now=((1, 0), (0, 0))) in (
        ((900, 0), (1000, 0)),
        ((900, 0), (0, 1000)),
        ((0, 900), (1000, 0)),
        ((0, 900), (0, 1000)),
    )


def test_in_one_row_either_place_of_a_number_is_enough():
    assert fitting({(1, 0): 3, (0, 2): 23}, now=((4, 30),)) == ((3, 20),)
    assert fitting({(0, 0): 3, (0, 1): 20, (0, 2): 23}, now=((4, 30),)) == ((3, 20),)


def test_hidden_totals_follow_from_what_is_filled():
    found = fitting({(0, 0): 1, (0, 1): 2, (1, 1): 4}, now=((5, 6), (7, 8)))

    assert found == ((1, 2), (7, 4))


@pytest.mark.parametrize(
    "shown",
    [
        {(0, 0): 1, (0, 1): 2, (0, 2): 4},
        {(0, 0): 5, (0, 2): 4},
        {(0, 2): 4, (1, 2): 4, (2, 2): 9},
        {(0, 0): -1},
    ],
)
def test_numbers_that_contradict_each_other_fit_no_table(shown):
    assert fitting(shown, now=((5, 6), (7, 8))) is None


def test_two_numbers_for_one_place_fit_no_table():
    assert fitting({(0, 0): 1, (1, 0): 2}, now=((5, 6),)) is None
    assert fitting({(0, 0): 1, (1, 0): 1, (0, 1): 3}, now=((5, 6),)) == ((1, 3),)


def test_a_place_that_is_not_there_is_refused():
    with pytest.raises(DeclarationError, match="the table has no such place"):
        fitting({(7, 7): 1}, now=((5, 6),))


@given(st.integers(0, 2**32), st.booleans(), st.data())
def test_any_release_can_be_filled(seed, growing, data):
    dice = Dice(seed)
    table = drawn_table(dice)
    later = drawn_growth(dice, table.values, growing=growing)
    hidden = table.with_twins(data.draw(st.sets(st.sampled_from(list(table.places())))))

    found = fitting(shown_of(table.values, hidden), now=later)

    assert found is not None
    assert shown_of(found, hidden) == shown_of(table.values, hidden)
    if growing:
        old, new = CountTable(values=found), CountTable(values=later)
        assert all(old.value(place) <= new.value(place) for place in old.places())

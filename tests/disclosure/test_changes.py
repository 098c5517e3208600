"""Two releases together tell no more than each may tell, and no small change."""

import pytest
from disclosure_lab.linear import ranges
from disclosure_lab.pairs import Pair, drawn_pair
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_core.dice import Dice
from inclusion_core.disclosure.audit import audited
from inclusion_core.disclosure.changes import changes
from inclusion_core.disclosure.counts import CountTable
from inclusion_core.disclosure.hiding import protected
from inclusion_core.errors import DeclarationError

FIRST = ((3, 20, 15), (30, 40, 12))
HIDDEN = frozenset({(0, 0), (0, 2), (1, 0), (1, 2)})


def betrayed(pairs):
    """The secrets that whoever has both releases can work out too well."""
    asked, promised = [], []
    for pair in pairs:
        puzzle = pair.puzzle
        for name, needed in pair.secrets():
            asked.append((puzzle, name))
            promised.append((pair, name, needed))
    found = zip(ranges(asked, whole=False), promised, strict=True)
    return [
        (pair, name)
        for (least, most), (pair, name, needed) in found
        if least is not None and most is not None and most - least < needed
    ]


def drawn_pairs(count, seed, *, naive=False):
    dice = Dice(seed)
    drawn = (drawn_pair(dice, naive=naive) for _ in range(count))
    return [pair for pair in drawn if pair is not None]


def test_a_release_that_is_repeated_hides_what_it_hid_and_nothing_else():
    table = changes(FIRST, HIDDEN, FIRST, {(0, 0): 9}, 10)

    assert not any(table.needed.values())
    assert protected(table) == HIDDEN


def test_a_change_of_two_persons_is_hidden_with_its_totals():
    later = ((3, 22, 15), (30, 40, 12))

    table = changes(FIRST, HIDDEN, later, {(0, 0): 9}, 10)

    grown = {(0, 1), (0, 3), (2, 1), (2, 3)}
    assert {place for place, needed in table.needed.items() if needed == 9} == grown
    assert protected(table) == HIDDEN | grown


def test_a_change_of_many_may_be_told():
    later = ((3, 60, 15), (30, 80, 12))

    table = changes(FIRST, HIDDEN, later, {(0, 0): 9}, 10)

    assert protected(table) == HIDDEN


@pytest.mark.parametrize(("more", "needed"), [(9, 9), (10, 0), (11, 0)])
def test_a_change_may_be_told_from_the_threshold_on(more, needed):
    later = ((20 + more, 30), (40, 50))

    table = changes(((20, 30), (40, 50)), (), later, {}, 10)

    assert table.needed[0, 0] == needed


def test_what_was_shown_and_has_not_changed_is_public_already():
    table = changes(FIRST, (), FIRST, {(0, 0): 9}, 10)

    assert protected(table) == frozenset()


def test_what_was_shown_and_has_become_small_is_hidden_now():
    later = ((3, 4, 15), (30, 40, 12))

    table = changes(FIRST, HIDDEN, later, {(0, 1): 9}, 10)

    assert table.needed[0, 1] == 9
    assert (0, 1) in protected(table)


def test_a_hidden_number_that_may_have_changed_by_few_needs_cover_in_the_change():
    later = ((5, 20, 30), (40, 40, 40))

    table = changes(FIRST, HIDDEN, later, {(0, 0): 9}, 10)

    assert table.needed[0, 0] == 9
    assert audited(table, protected(table))[0, 0].is_as_wide_as(9)


def test_where_something_went_down_old_and_new_vary_apart():
    later = ((1, 40, 15), (50, 40, 60))

    table = changes(FIRST, HIDDEN, later, {(0, 0): 9}, 10)

    assert table.least_of((0, 0)) == -3
    assert table.needed[0, 0] == 0
    assert protected(table) == HIDDEN


def test_what_everybody_knows_of_today_bounds_the_change():
    later = ((6, 20, 30), (40, 40, 40))

    table = changes(
        FIRST, HIDDEN, later, {(0, 0): 9}, 10, least_now={(0, 0): 5}, most_now={(0, 0): 20}
    )

    assert (table.least_of((0, 0)), table.most_of((0, 0))) == (2, 17)
    assert table.needed[0, 0] == 9


def test_what_is_needed_now_and_was_never_so_wide_is_needed_of_the_change():
    later = ((20, 60, 15), (30, 80, 60))

    assert changes(FIRST, HIDDEN, later, {(0, 0): 12}, 10).needed[0, 0] == 9
    assert changes(FIRST, HIDDEN, later, {(0, 0): 99}, 10).needed[0, 0] == 99


def test_one_row_has_its_twins_hidden_in_the_change_too():
    table = changes(((3, 20, 30),), {(0, 0), (0, 1)}, ((3, 20, 60),), {(0, 0): 9}, 10)

    assert protected(table) == {(0, 0), (1, 0), (0, 1), (1, 1)}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ((FIRST, (), ((1, 2), (3, 4)), {}, 10), "'before': it has other rows or columns than"),
        ((FIRST, {(9, 9)}, FIRST, {}, 10), r"'\(9, 9\)': the table has no such place"),
        ((FIRST, (), FIRST, {(9, 9): 9}, 10), r"'\(9, 9\)': the table has no such place"),
        ((FIRST, (), ((-3, 2, 1), (3, 4, 5)), {}, 10), r"'\(0, 0\)': its number is below"),
    ],
)
def test_releases_that_do_not_fit_are_refused(given, words):
    with pytest.raises(DeclarationError, match=words):
        changes(*given)


def test_subtracting_two_releases_that_look_safe_can_give_one_person():
    values, later = ((16, 42), (1, 40)), ((16, 43), (1, 41))
    first = CountTable(values=values, needed={(1, 0): 9})
    second = CountTable(values=later, needed={(1, 0): 9})
    naive = Pair(first, protected(first), second, protected(second))
    table = changes(values, naive.hidden_first, later, second.needed, 10)

    assert ("D", (0, 2)) in {name for _, name in betrayed([naive])}
    assert betrayed([naive._replace(hidden_second=protected(table))]) == []


@pytest.mark.no_cover
def test_in_hundreds_of_pairs_no_secret_is_worked_out_from_both():
    pairs = drawn_pairs(200, seed=2019)

    assert len(pairs) > 150
    assert {pair.shows_no_loss for pair in pairs} == {True, False}
    assert betrayed(pairs) == []


@pytest.mark.no_cover
def test_the_same_audit_finds_secrets_where_the_first_release_is_forgotten():
    assert len(betrayed(drawn_pairs(30, seed=2020, naive=True))) > 20


@settings(max_examples=tries(15), deadline=None)
@given(st.integers(0, 2**32))
def test_any_pair_of_releases_keeps_its_secrets(seed):
    assert betrayed(drawn_pairs(1, seed)) == []

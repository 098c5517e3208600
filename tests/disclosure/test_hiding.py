"""What is hidden is enough, by independent audits, and not much more than is needed."""

import pickle

import pytest
from disclosure_lab.linear import of_table, ranges
from disclosure_lab.optimum import cheapest_places
from disclosure_lab.tables import drawn_table, drawn_tables, drawn_values, small_ones
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_core.dice import Dice
from inclusion_core.disclosure.audit import audited
from inclusion_core.disclosure.counts import CountTable
from inclusion_core.disclosure.hiding import NotProtectableError, protected

TABLES_OF_THE_LAW = 5000
WIDER = ((3, 3), (3, 4), (4, 4), (2, 5))


def wide_enough(table, hidden):
    intervals = audited(table, hidden)
    return all(intervals[place].is_as_wide_as(n) for place, n in table.needed.items() if n)


def cost(table, hidden):
    return sum(table.cost_of(place) for place in hidden)


def test_nothing_is_hidden_where_nothing_needs_it():
    assert protected(CountTable(values=((30, 40), (50, 60)), needed={(0, 0): 0})) == frozenset()


def test_a_table_of_zeros_needs_nothing():
    assert protected(CountTable(values=((0, 0, 0), (0, 0, 0)))) == frozenset()


def test_one_small_cell_takes_three_others_along():
    table = CountTable(values=((3, 20, 15), (30, 40, 12)), needed={(0, 0): 9})

    assert protected(table) == {(0, 0), (0, 2), (1, 0), (1, 2)}


def test_a_neighbour_that_is_too_small_itself_is_no_cover():
    table = CountTable(values=((3, 1, 60), (30, 40, 50)), needed={(0, 0): 9})

    assert (0, 2) in protected(table)
    assert (0, 1) not in protected(table)


def test_several_circles_cover_where_one_is_too_small():
    table = CountTable(
        values=((2, 4, 3, 3), (9, 9, 9, 9)),
        needed={(0, 0): 9},
        known={(2, 0), (2, 1), (2, 2), (2, 3), (2, 4), (0, 4), (1, 4)},
    )

    hidden = protected(table)

    assert hidden == {(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)}
    assert audited(table, hidden)[0, 0].width == 9


def test_a_place_that_can_only_go_down_is_covered_downwards():
    table = CountTable(
        values=((20, 4, 3, 4), (9, 30, 30, 30)),
        needed={(0, 0): 9},
        most={(0, 0): 20},
        known={(0, 4), (1, 4), (2, 0)},
    )

    hidden = protected(table)

    assert audited(table, hidden)[0, 0].most == 20
    assert wide_enough(table, hidden)


def test_what_one_circle_gives_upwards_another_can_give_downwards():
    table = CountTable(
        values=((6, 3, 0), (0, 3, 0), (3, 0, 9)),
        needed={(0, 0): 6},
        known={(0, 3), (1, 3), (2, 3), (3, 0), (3, 1), (3, 2), (3, 3)},
    )

    hidden = protected(table)

    assert wide_enough(table, hidden)


def test_in_one_row_another_cell_is_hidden_in_both_of_its_places():
    table = CountTable(values=((3, 20, 8),), needed={(0, 0): 9})

    assert protected(table) == {(0, 0), (1, 0), (0, 2), (1, 2)}


def test_one_cell_is_hidden_with_its_total():
    assert len(protected(CountTable(values=((3,),), needed={(0, 0): 9}))) == 4


def test_two_small_cells_of_a_row_cover_each_other_or_take_more():
    covered = CountTable(values=((6, 8, 40),), needed={(0, 0): 9, (0, 1): 9})
    too_few = CountTable(values=((1, 2, 40),), needed={(0, 0): 9, (0, 1): 9})

    assert protected(covered) == {(0, 0), (0, 1), (1, 0), (1, 1)}
    assert protected(too_few) == {(row, column) for row in (0, 1) for column in (0, 1, 2)}


def test_a_total_that_is_small_itself_is_hidden_and_covered():
    table = CountTable(values=((3, 4), (30, 40)), needed={(0, 0): 9, (0, 1): 9, (0, 2): 9})

    hidden = protected(table)

    assert {(0, 0), (0, 1), (0, 2)} < hidden
    assert wide_enough(table, hidden)


def test_totals_are_hidden_where_nothing_else_is_left_and_the_grand_total_last():
    table = CountTable(values=((3, 0), (0, 40)), needed={(0, 0): 9}, known={(0, 1), (1, 0)})

    assert protected(table) == {(0, 0), (0, 2), (1, 1), (1, 2), (2, 0), (2, 1)}


def test_what_is_known_is_not_hidden():
    table = CountTable(values=((3, 20), (30, 40)), needed={(0, 0): 9}, known={(0, 1)})

    hidden = protected(table)

    assert (0, 1) not in hidden
    assert wide_enough(table, hidden)


def test_what_is_hidden_anyway_is_used():
    table = CountTable(values=((3, 20, 15), (30, 40, 12)), needed={(0, 0): 9}, hidden={(0, 1)})

    assert protected(table) == {(0, 0), (0, 1), (1, 0), (1, 1)}


def test_what_is_known_of_a_cover_counts():
    table = CountTable(
        values=((3, 20, 15), (30, 40, 12)), needed={(0, 0): 9}, least={(0, 2): 14, (1, 2): 12}
    )

    assert protected(table) == {(0, 0), (0, 1), (1, 0), (1, 1)}


def test_a_dearer_cell_is_left_if_another_will_do():
    table = CountTable(
        values=((3, 20, 15), (30, 40, 12)), needed={(0, 0): 9}, cost={(0, 2): 5, (1, 2): 5}
    )

    assert protected(table) == {(0, 0), (0, 1), (1, 0), (1, 1)}


def test_changes_below_zero_are_covered_too():
    table = CountTable(
        values=((-3, 12), (15, -20)),
        needed={(0, 0): 9},
        least={(row, column): -30 for row in range(3) for column in range(3)},
    )

    assert protected(table) == {(0, 0), (0, 1), (1, 0), (1, 1)}


def test_what_turns_out_not_to_be_needed_is_shown_again():
    shown_again = 0
    for seed in range(40):
        table = drawn_table(Dice(seed), (4, 4))
        try:
            hidden = protected(table)
        except NotProtectableError:
            continue
        for place in hidden - table.hidden - set(table.needed):
            shown_again += 1
            assert not wide_enough(table, hidden - {place})
    assert shown_again > 50


def test_where_too_much_is_known_each_place_is_named():
    table = CountTable(
        values=((3, 20), (30, 4)),
        needed={(0, 0): 9, (1, 1): 9},
        known={(0, 1), (0, 2), (1, 0), (1, 2)},
    )

    with pytest.raises(NotProtectableError) as refused:
        protected(table)

    assert refused.value.places == ((0, 0), (1, 1))
    assert str(refused.value) == (
        "however much of the table is hidden, too much is known of (0, 0), (1, 1): "
        "publish nothing of it, or a table of fewer rows and columns"
    )
    again = pickle.loads(pickle.dumps(refused.value))
    assert (str(again), again.places) == (str(refused.value), refused.value.places)


def test_only_the_places_of_which_too_much_is_known_are_named():
    table = CountTable(
        values=((3, 20), (30, 4), (30, 50)),
        needed={(0, 0): 9, (1, 1): 9},
        known={(0, 1), (0, 2)},
    )

    with pytest.raises(NotProtectableError) as refused:
        protected(table)

    assert refused.value.places == ((0, 0),)


def test_what_everybody_knows_cannot_be_kept():
    table = CountTable(values=((3, 20), (30, 40)), needed={(0, 0): 9}, known={(0, 0)})

    with pytest.raises(NotProtectableError) as refused:
        protected(table)

    assert refused.value.places == ((0, 0),)


def test_bounds_that_everybody_knows_can_make_it_impossible():
    table = CountTable(values=((3, 20), (30, 40)), needed={(0, 0): 9}, most={(0, 0): 8})

    with pytest.raises(NotProtectableError):
        protected(table)


def test_the_same_table_gives_the_same_places_whatever_the_order_of_what_was_given():
    table = drawn_table(Dice(8), (4, 4))
    turned = CountTable(
        values=table.values,
        needed=dict(reversed(table.needed.items())),
        hidden=table.hidden,
        known=table.known,
        least=dict(reversed(table.least.items())),
        most=dict(reversed(table.most.items())),
    )

    assert protected(table) == protected(turned)


def test_rows_and_columns_in_another_order_give_the_same_where_there_are_no_equals():
    table = CountTable(values=((3, 21, 15), (31, 47, 12), (66, 4, 90)), needed={(0, 0): 9})
    turned = CountTable(values=tuple(row[::-1] for row in table.values[::-1]), needed={(2, 2): 9})

    again = {
        (place[0] if place[0] == 3 else 2 - place[0], place[1] if place[1] == 3 else 2 - place[1])
        for place in protected(turned)
    }

    assert again == protected(table)


def test_a_large_table_is_protected_in_one_order():
    values = drawn_values(Dice(5), (10, 8))
    table = CountTable(values=values, needed=small_ones(CountTable(values=values)))

    hidden = protected(table)

    assert wide_enough(table, hidden)


@pytest.mark.no_cover
def test_in_thousands_of_tables_no_secret_is_worked_out_by_linear_programming():
    asked, promised, refused = [], [], 0
    for table in drawn_tables(TABLES_OF_THE_LAW, seed=2018):
        try:
            hidden = protected(table)
        except NotProtectableError:
            refused += 1
            continue
        puzzle = of_table(table, hidden)
        promised += [(table, hidden, place) for place in table.needed]
        asked += [(puzzle, ("", place)) for place in table.needed]

    for (least, most), (table, hidden, place) in zip(ranges(asked), promised, strict=True):
        assert place in hidden
        assert most is None or most - least >= table.needed[place], (table.values, hidden)
    assert refused < TABLES_OF_THE_LAW / 10


@pytest.mark.no_cover
def test_a_refused_table_cannot_be_protected_even_if_all_else_is_hidden():
    asked, named = [], []
    for table in drawn_tables(700, seed=1201):
        try:
            protected(table)
        except NotProtectableError as refused:
            hidden = set(table.places()) - table.with_twins(table.known)
            puzzle = of_table(table, hidden)
            named += [(table, place) for place in refused.places]
            asked += [(puzzle, ("", place)) for place in refused.places]

    assert len(named) > 10
    for (least, most), (table, place) in zip(ranges(asked), named, strict=True):
        assert most is not None
        assert most - least < table.needed_of(place)


@pytest.mark.no_cover
def test_little_more_is_hidden_than_the_least_that_is_possible():
    dice, ratios = Dice(146), []
    while len(ratios) < 40:
        values = drawn_values(dice, dice.pick(WIDER))
        table = CountTable(values=values, needed=small_ones(CountTable(values=values)))
        if table.needed:
            hidden, best = protected(table), cheapest_places(table)
            assert wide_enough(table, best)
            assert cost(table, hidden) >= cost(table, best)
            ratios.append(len(hidden) / len(best))

    assert sum(ratios) / len(ratios) <= 1.25
    assert max(ratios) <= 1.5


@settings(max_examples=tries(40), deadline=None)
@given(st.integers(0, 2**32))
def test_each_secret_of_any_table_stays_as_wide_as_it_needs(seed):
    table = drawn_table(Dice(seed))
    try:
        hidden = protected(table)
    except NotProtectableError:
        return

    assert table.hidden | set(table.needed) <= hidden
    assert not hidden & table.known
    asked = [(of_table(table, hidden), ("", place)) for place in table.needed]
    for (least, most), needed in zip(ranges(asked), table.needed.values(), strict=True):
        assert most is None or most - least >= needed

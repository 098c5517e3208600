"""Tables of counts: totals follow, and what is given must fit."""

import pytest

from inclusion_core.disclosure.counts import CountTable
from inclusion_core.errors import DeclarationError

TABLE = CountTable(values=((1, 20, 3), (30, 40, 5)))


def test_totals_follow_from_the_inner_cells():
    assert [TABLE.value(place) for place in TABLE.places()] == [
        *(1, 20, 3, 24),
        *(30, 40, 5, 75),
        *(31, 60, 8, 99),
    ]


def test_totals_are_dearer_than_all_inner_cells_together():
    assert [TABLE.cost_of((0, 0)), TABLE.cost_of((0, 3)), TABLE.cost_of((2, 1))] == [1, 7, 7]
    assert TABLE.cost_of((2, 3)) == 42
    assert CountTable(values=TABLE.values, cost={(2, 1): 3}).cost_of((2, 1)) == 3


def test_with_one_row_the_total_of_a_column_is_the_cell_above():
    table = CountTable(values=((1, 20),), needed={(1, 0): 9}, least={(0, 1): 5}, cost={(1, 1): 4})

    assert table.twins((0, 0)) == table.twins((1, 0)) == ((0, 0), (1, 0))
    assert table.twins((0, 2)) == ((0, 2), (1, 2))
    assert table.needed_of((0, 0)) == 9
    assert table.least_of((1, 1)) == 5
    assert (table.cost_of((0, 0)), table.cost_of((0, 1)), table.cost_of((0, 2))) == (1, 4, 12)


def test_with_one_column_the_total_of_a_row_is_the_cell_beside():
    table = CountTable(values=((1,), (20,)), most={(0, 1): 8, (0, 0): 12})

    assert table.twins((1, 1)) == ((1, 0), (1, 1))
    assert table.twins((2, 0)) == ((2, 0), (2, 1))
    assert table.most_of((0, 0)) == 8
    assert table.most_of((1, 0)) is None
    assert table.cost_of((2, 0)) == 12


def test_one_cell_is_one_number_in_four_places():
    table = CountTable(values=((7,),))

    assert table.twins((1, 1)) == ((0, 0), (0, 1), (1, 0), (1, 1))
    assert not table.is_total((1, 1))
    assert table.cost_of((1, 1)) == 1


def test_no_number_is_shown():
    table = CountTable(
        values=((61, 62), (63, 64)),
        needed={(0, 0): 65},
        hidden={(0, 1)},
        known={(1, 1)},
        least={(0, 0): 60},
        most={(0, 0): 66},
        cost={(0, 0): 67},
    )

    shown = repr(table)

    assert "6" not in shown
    assert "(0, 1)" in shown


def test_what_was_given_may_change_and_the_table_does_not():
    needed = {(0, 0): 9}
    table = CountTable(values=[[1, 20], [30, 40]], needed=needed)

    needed[0, 1] = 9

    assert table == CountTable(values=((1, 20), (30, 40)), needed={(0, 0): 9})


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"values": ()}, "'all': it needs one row and one column at least"),
        ({"values": ((),)}, "'all': it needs one row and one column at least"),
        ({"values": ((1, 2), (3,))}, "'row 1': it is not as long as the first row"),
        ({"needed": {(3, 0): 9}}, "'(3, 0)': the table has no such place"),
        ({"hidden": {(0, -1)}}, "'(0, -1)': the table has no such place"),
        ({"known": {(0, 4)}}, "'(0, 4)': the table has no such place"),
        ({"most": {(-1, 0): 9}}, "'(-1, 0)': the table has no such place"),
        ({"needed": {(0, 1): -1}}, "'(0, 1)': `needed` is below zero"),
        ({"cost": {(0, 1): -1}}, "'(0, 1)': `cost` is below zero"),
        (
            {"least": {(0, 1): 21}},
            "'(0, 1)': its number is below what `least` says everybody knows",
        ),
        ({"most": {(0, 3): 23}}, "'(0, 3)': its number is above what `most` says everybody knows"),
        (
            {"values": ((-77, 90),)},
            "'(0, 0)': its number is below what `least` says everybody knows",
        ),
        (
            {"hidden": {(0, 1)}, "known": {(0, 1)}},
            "'(0, 1)': it cannot be hidden and known to everybody",
        ),
        (
            {"values": ((77, 90),), "hidden": {(0, 1)}, "known": {(1, 1)}},
            "'(0, 1)': it cannot be hidden and known to everybody",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_its_place_and_without_its_number(given, words):
    with pytest.raises(DeclarationError) as refused:
        CountTable(**{"values": TABLE.values, **given})

    assert str(refused.value) == f"table of counts {words}"
    assert "77" not in str(refused.value)

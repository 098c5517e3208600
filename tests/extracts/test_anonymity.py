"""Crowds are counted as anybody would count them, and are made where they are asked for."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_core.extracts.anonymity import ColumnRisk, Row, risk, suppressed
from inclusion_core.extracts.cells import REMOVED
from inclusion_core.values import ABSENT

CELLS = st.sampled_from(["a", "b", ABSENT, REMOVED, 1])
ROWS = st.lists(
    st.builds(Row, st.sampled_from("pqrstuvwxyz"), st.tuples(CELLS, CELLS, CELLS)), max_size=30
)


def persons_by_cells(rows):
    """An independent count, in a loop."""
    found = defaultdict(set)
    for person, cells in rows:
        found[tuple(map(repr, cells))].add(person)
    return found


@given(ROWS, st.integers(2, 5))
def test_every_crowd_that_is_asked_for_is_there(rows, least):
    done = suppressed(rows, least)
    kept = [(rows[at].person, cells) for at, cells in done.kept.items()]

    assert all(len(each) >= least for each in persons_by_cells(kept).values())
    assert sorted([*done.kept, *done.dropped]) == list(range(len(rows)))


@given(ROWS, st.integers(2, 5))
def test_a_cell_is_told_as_it_was_or_removed_and_a_large_crowd_is_left_alone(rows, least):
    done = suppressed(rows, least)
    before = persons_by_cells([(each.person, each.cells) for each in rows])

    for at, row in enumerate(rows):
        if len(before[tuple(map(repr, row.cells))]) >= least:
            assert done.kept[at] == row.cells
        for was, now in zip(row.cells, done.kept.get(at, row.cells), strict=True):
            assert now in (was, REMOVED)
    removed = [
        sum(cells[column] != rows[at].cells[column] for at, cells in done.kept.items())
        for column in range(3 if rows else 0)
    ]
    assert list(done.removed) == removed


@given(ROWS, st.integers(2, 5))
def test_the_report_counts_what_a_loop_counts(rows, least):
    found = risk(rows, ("x", "y", "z"), least)
    told = [(each.person, each.cells) for each in rows]

    def few(columns):
        picked = [(person, [cells[at] for at in columns]) for person, cells in told]
        crowd = persons_by_cells(picked)
        return [len(crowd[tuple(map(repr, cells))]) < least for _, cells in picked]

    together = few((0, 1, 2))
    assert (found.rows, found.few) == (len(rows), sum(together))
    assert found.persons == len({each.person for each in rows})
    for name, at, others in (("x", 0, (1, 2)), ("y", 1, (0, 2)), ("z", 2, (0, 1))):
        [column] = [each for each in found.columns if each.name == name]
        rescued = zip(together, few(others), strict=True)
        assert column.alone == sum(few((at,)))
        assert column.harm == sum(was and not still for was, still in rescued)


def rows_of(*cells):
    return [Row(str(at), each) for at, each in enumerate(cells)]


def test_the_column_that_helps_most_is_removed_and_only_where_it_is_needed():
    rows = rows_of(("f", 1), ("f", 2), ("m", 3), ("m", 3))
    done = suppressed(rows, 2)

    assert done.kept == {0: ("f", REMOVED), 1: ("f", REMOVED), 2: ("m", 3), 3: ("m", 3)}
    assert (done.removed, done.dropped) == ((0, 2), frozenset())


def test_where_no_single_column_helps_the_most_telling_goes_first():
    done = suppressed(rows_of(("f", 1, "a"), ("m", 2, "a"), ("m", 3, "b")), 3)

    assert list(done.kept.values()) == [(REMOVED, REMOVED, REMOVED)] * 3


def test_who_is_alone_with_nothing_told_is_left_out():
    done = suppressed(rows_of(("f",), ("f",), ("m",)), 2)

    assert (sorted(done.kept), done.dropped, done.removed) == ([0, 1], {2}, (0,))


def test_ten_rows_of_one_person_hide_nobody():
    rows = [Row("same", ("f",))] * 10

    assert risk(rows, ("gender",), 2).few == 10
    assert risk(rows, ("gender",), 2).unique == 10
    assert len(suppressed(rows, 2).dropped) == 10


@pytest.mark.parametrize("rows", [[], rows_of((), ())])
def test_where_nothing_is_told_there_is_nothing_to_remove(rows):
    assert suppressed(rows, 2).removed == ()
    assert risk(rows, (), 2).columns == ()


def test_the_column_that_does_most_harm_is_named_first():
    found = risk(rows_of(("f", 1), ("f", 2), ("m", 3), ("m", 3)), ("gender", "number"), 2)

    assert found.columns == (
        ColumnRisk(name="number", alone=2, harm=2),
        ColumnRisk(name="gender", alone=0, harm=0),
    )

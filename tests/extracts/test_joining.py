"""Pseudonyms join the rows of a person only where enough others have the same rows."""

from collections import Counter, defaultdict
from itertools import product

from extract_lab import ENTRIES, HOMES, PERSONS, column, made, source_of
from hypothesis import given
from hypothesis import strategies as st

from inclusion_core.extracts.cells import REMOVED
from inclusion_core.extracts.joining import apart

TOLD = st.lists(st.tuples(st.sampled_from("pqrstuvw"), st.sampled_from("abc")), max_size=25)


def crowd_of(told, key):
    return {person for person, each in told if each == key}


def profile(told, person):
    return Counter(key for each, key in told if each == person)


@given(TOLD, st.integers(2, 4))
def test_neither_all_rows_of_a_person_nor_one_that_is_apart_tell_who_it_is(told, least):
    told = [(person, key) for person, key in told if len(crowd_of(told, key)) >= least]
    found = apart(told, least)
    joined = {person for person, _ in told} - found

    for person in joined:
        alike = [each for each in joined if profile(told, each) == profile(told, person)]
        assert len(alike) >= least
    for person, key in told:
        assert person not in found or len(crowd_of(told, key) & found) >= least


@given(TOLD, st.integers(2, 4))
def test_where_everybody_has_one_row_all_stay_as_they_are(told, least):
    told = list({person: (person, key) for person, key in told}.values())
    told = [(person, key) for person, key in told if len(crowd_of(told, key)) >= least]

    assert apart(told, least) == frozenset()


def test_who_alone_has_two_rows_is_apart_and_others_with_them_as_a_crowd():
    told = [*product("pqr", "a"), *product("stu", "b"), ("v", "a"), ("v", "b")]

    assert apart(told, 3) == set("pqrstuv")
    assert apart([*told, ("w", "a"), ("w", "b"), ("x", "a"), ("x", "b")], 3) == frozenset()


def test_a_crowd_that_is_apart_already_needs_nobody_else():
    told = [("p", "a"), ("p", "b"), ("q", "a"), ("q", "c"), ("r", "b"), ("r", "c")]

    assert apart([*told, *product("stu", "d")], 2) == set("pqr")


def test_a_row_that_is_apart_has_a_pseudonym_of_its_table_alone():
    asked = {"identifying": ("gender", "operation"), "least": 3}
    before = made(source_of(), ENTRIES, PERSONS, **asked)
    after = made(source_of(), ENTRIES, PERSONS, **asked, enforced=True)
    entries, persons = after.tables
    keys = column(entries, "person_key")
    parted = {line.person for line in entries.lines if not line.joined}

    assert before.joint_risk.few > 0
    assert (after.joint_risk.few, after.joint_risk.unique) == (0, 0)
    assert {row for row, key in keys.items() if key == REMOVED} == {
        line.cells[0] for line in entries.lines if not line.joined
    }
    assert parted
    told = {str(cell) for table in after.tables for line in table.lines for cell in line.cells}
    assert told.isdisjoint(parted)
    assert parted == {line.person for line in persons.lines if not line.joined}
    [change] = [each for each in entries.changes if "no longer" in each.what.in_("en")]
    [of_persons] = [each for each in persons.changes if "no longer" in each.what.in_("en")]
    assert (change.column, of_persons.column) == ("person_key", "id")
    assert "fewer than 3 persons would be alike" in change.why.in_("en")
    ids = [line.cells[0] for line in entries.lines]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)


def test_where_crowds_are_made_households_are_not_joined():
    [free] = made(source_of(), HOMES).tables
    [homes] = made(
        source_of(), HOMES, least=2, identifying=("last_day_days",), enforced=True
    ).tables
    told = {each.column: each.why.in_("en") for each in homes.changes}

    assert "household_key_" in [each.name for each in free.columns]
    assert "household_key_" not in [each.name for each in homes.columns]
    assert told["household_key_"].startswith("by all rows of a household together")


def test_persons_are_counted_once_whatever_their_rows():
    extract = made(source_of(), ENTRIES, identifying=("course",), least=2, enforced=True)
    persons = defaultdict(list)
    for line in extract.tables[0].lines:
        persons[line.person].append(line)

    assert extract.joint_risk.persons == len(persons) == 23

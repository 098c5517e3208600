"""The fast lane and the reference converter take the same, with the same value."""

import json
from datetime import date
from decimal import Decimal

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from wire_lab.folder import item
from wire_lab.schemas import ODD, RULED, SCHEMA, Mood
from wire_lab.strategies import histories

from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Act
from inclusion_core.values import ABSENT, NOT_ASKED
from inclusion_core.wire import fast_lane as lanes
from inclusion_core.wire.converter import converter_of
from inclusion_core.wire.entries import Sheet, entries_of, entry_of, told_entry
from inclusion_core.wire.identifiers import all_identifiers, identifier
from inclusion_core.wire.json_text import loaded
from inclusion_core.wire.problems import RefusedError
from inclusion_core.wire.writing import rows_of

TYPES = [(schema, each) for schema in (SCHEMA, ODD) for each in schema if not each.derived]
VISIT = {
    "id": "v-1",
    "recorded_on": "2018-04-15",
    "mood": "good",
    "ended_on": "2018",
    "closed_as": "none",
}
GOOD = {
    "client": (SCHEMA, item()),
    "visit": (ODD, {**VISIT, "balance": 1, "price": "1.5", "debt": None, "place": "ab"}),
    "guest": (
        ODD,
        {"id": "g-1", "recorded_on": "2018-04-15", "visit_id": "v", "came_as": "good", "rank": 1},
    ),
    "host": (RULED, {"id": "h-1", "recorded_on": "2018-04-15", "mood": "good", "rank": 9}),
}
POOL = [
    *(None, True, False, 0, 1, -1, 7, 10**12, 1.0, "", "1", "c-1", "x y", "2018", "2018-04-15"),
    *("2018-13", "good", "none", "erased", "changed", "0.5", "-0", "\t", [], {}, [1]),
    *({"unknown": "refused"}, {"unknown": "x"}, "050590-12345", "ā" * 3),
]


def sheet_of(schema, name):
    return Sheet(record_type=schema[name], converter=converter_of(schema))


def by_reference(written, sheet):
    """The entry as it is read where the fast lane takes nothing."""
    return told_entry(written, sheet, 7)


@pytest.mark.parametrize("name", GOOD)
def test_what_is_good_is_taken_by_the_fast_lane(name):
    schema, row = GOOD[name]
    sheet = sheet_of(schema, name)

    assert sheet.lane.taken([row]) == [by_reference(row, sheet).version]
    assert entry_of(row, sheet, 7) == by_reference(row, sheet)


@pytest.mark.at_length(few=1)
@pytest.mark.parametrize("name", GOOD)
def test_both_read_the_same_from_any_value_in_any_field(name):
    schema, row = GOOD[name]
    sheet = sheet_of(schema, name)
    names = [*row, "version", "sequence", "recorded_by", "act", "why", "zzz"]
    written = [
        loaded(json.dumps({**row, each: value}).encode()) for each in names for value in POOL
    ]
    written += [{each: row[each] for each in row if each != left_out} for left_out in row]

    rows = [each for each in written if isinstance(each, dict)]
    for one in rows * 2:  # the second time, what was taken is remembered
        assert entry_of(one, sheet, 7) == by_reference(one, sheet)
    together = list(entries_of([(7, each) for each in rows * 2], sheet))
    assert together == [by_reference(each, sheet) for each in rows * 2]


def test_no_value_is_taken_for_an_equal_one_of_another_kind():
    sheet = sheet_of(ODD, "guest")
    row = GOOD["guest"][1]

    assert entry_of(row, sheet).version.record.rank == 1
    assert entry_of({**row, "rank": True}, sheet).faults
    assert entry_of({**row, "version": True}, sheet).faults


def test_a_rule_of_a_class_is_left_to_the_reference():
    sheet = sheet_of(RULED, "host")
    row = {**GOOD["host"][1], "mood": "none"}

    assert sheet.lane.taken([row]) == [None]
    ((field, problem),) = entry_of(row, sheet).faults
    assert (field, problem.kind) == ("", "wire.contradicts-itself")


def test_what_takes_a_record_back_is_left_to_the_reference():
    sheet = sheet_of(SCHEMA, "client")
    row = {"id": "c-1", "recorded_on": "2018-04-15", "version": 2, "act": "erased"}

    assert sheet.lane.taken([row]) == [None]
    assert entry_of(row, sheet).version.act is Act.ERASED


def test_what_is_left_out_means_what_the_class_says():
    (version,) = sheet_of(ODD, "visit").lane.taken([VISIT])
    record = version.record

    assert (record.debt, record.price, record.remark) == (NOT_ASKED, ABSENT, ABSENT)
    assert (record.weight, record.closed_as) == (0, Mood.NONE)


def test_more_texts_than_are_remembered_are_read_all_the_same(monkeypatch):
    monkeypatch.setattr(lanes, "REMEMBERED", 1)
    sheet = sheet_of(ODD, "visit")
    read = [
        entry_of({**VISIT, "price": price, "recorded_on": day}, sheet).version
        for day, price in [("2018-04-15", "1.5"), ("2018-04-16", "2.5"), ("2018-04-15", "1.5")]
    ]

    assert [each.record.price for each in read] == [Decimal("1.5"), Decimal("2.5"), Decimal("1.5")]
    assert [each.recorded_on for each in read][1] == date(2018, 4, 16)


def test_one_bad_row_among_many_costs_no_other():
    sheet = sheet_of(SCHEMA, "client")
    rows = [item(id=f"c-{number}") for number in range(20)]
    rows[7] = item(id="c 7")
    rows[8] = None

    taken = sheet.lane.taken(rows)

    assert [place for place, version in enumerate(taken) if version is None] == [7, 8]
    assert [version.record_id for version in taken if version][6:8] == ["c-6", "c-9"]
    assert sheet.lane.taken([]) == []


def test_ids_are_looked_at_together_as_each_alone():
    good = ["c-1", "x" * 100, "client/0042", "1234567890"]
    odd = [
        "",
        "-1",
        "c 1",
        "c\n1",
        "c-1\n",
        "x" * 101,
        "a@b",
        "ā",
        "Q" * 11,
        "0" * 11,
        "050590-12345",
    ]

    assert all_identifiers(good)
    for value in [*good, *odd]:
        try:
            alone = identifier(value) == value
        except RefusedError:
            alone = False
        assert all_identifiers(["c-1", value, "c-2"]) == alone
    with pytest.raises(TypeError):
        all_identifiers(["c-1", 2])


@given(st.data())
@settings(deadline=None, max_examples=tries(60))
def test_both_read_the_same_from_any_row(data):
    schema, record_type = data.draw(st.sampled_from(TYPES))
    sheet = sheet_of(schema, record_type.name)
    versions = data.draw(histories(record_type, "x-1"))
    written = rows_of(Journal(tuple(versions)), schema)[record_type.name]

    for row in written:
        assert entry_of(row, sheet, 7) == by_reference(row, sheet)
        odd = {**row, data.draw(st.sampled_from([*row, "more"])): data.draw(st.sampled_from(POOL))}
        assert entry_of(odd, sheet, 7) == by_reference(odd, sheet)

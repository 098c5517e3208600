"""Versions of one record: what must follow from what, and what an erasure takes with it."""

import pytest
from wire_lab.folder import CODE, TAG, encoded
from wire_lab.readings import found
from wire_lab.schemas import SCHEMA

from inclusion_core.facts.schema import SCHEMA as CORE_SCHEMA
from inclusion_core.wire import Reading, json_document


def version(number: object = 1, act: str = "recorded", **values: object) -> dict[str, object]:
    fields = {} if act in ("retracted", "erased") else {"name": "Patvērums"}
    day = f"2018-04-{number:02}" if isinstance(number, int) and number < 30 else "2018-04-30"
    return {"id": "p", "version": number, "recorded_on": day, "act": act, **fields, **values}


def read(*versions: dict[str, object]) -> Reading:
    return json_document.read(encoded({**TAG, "records": {"provider": versions}}), SCHEMA)


def numbers(reading: Reading) -> list[int]:
    return [kept.version for kept in reading.journal.versions]


def rows(reading: Reading) -> list[int | None]:
    return [finding.place.row for finding in reading.findings]


@pytest.mark.parametrize(
    "acts",
    [
        ["recorded"],
        ["recorded", "changed", "corrected"],
        ["recorded", "retracted"],
        ["recorded", "retracted", "corrected"],
        ["erased"],
    ],
    ids="-".join,
)
def test_a_good_history_is_kept_whole(acts):
    reading = read(*(version(number, act) for number, act in enumerate(acts, start=1)))

    assert reading.findings == ()
    assert reading.rows_kept == len(acts)


def test_versions_may_stand_in_any_order():
    reading = read(version(2, "changed"), version(3, "retracted"), version(1))

    assert reading.findings == ()
    assert numbers(reading) == [1, 2, 3]


def test_histories_of_several_records_do_not_mix():
    reading = read(version(), version(id="q"), version(2, "changed", id="q"))

    assert reading.findings == ()


def test_of_copies_one_is_kept():
    reading = read(version(), version(), version())

    assert found(reading) == {("same-version-twice", "version")}
    assert (rows(reading), numbers(reading)) == ([2, 3], [1])


def test_of_versions_that_differ_under_one_number_none_is_kept():
    reading = read(version(), version(2, "changed", name="A"), version(2, "changed", name="B"))

    assert found(reading) == {("same-version-twice", "version")}
    assert (rows(reading), numbers(reading)) == ([2, 3], [1])


def test_a_faulty_version_under_the_same_number_leaves_the_good_one_in_doubt():
    reading = read(version(), version(name=None))

    assert found(reading) == {("same-version-twice", "version"), ("may-not-be-absent", "name")}
    assert numbers(reading) == []


def test_a_gap_is_pointed_out_and_the_versions_stay():
    reading = read(version(1), version(4, "changed"))

    assert found(reading) == {("version-gap", "version")}
    assert (rows(reading), numbers(reading)) == ([2], [1, 4])


def test_a_history_that_begins_late_has_a_gap():
    reading = read(version(2, "changed"))

    assert found(reading) == {("version-gap", "version")}
    assert numbers(reading) == [2]


def test_a_faulty_version_makes_no_gap():
    reading = read(version(1), version(2, "changed", name=7), version(3, "changed"))

    assert found(reading) == {("not-a-text", "name")}
    assert numbers(reading) == [1, 3]


def test_the_first_version_must_record_something():
    reading = read(version(1, "changed"))

    assert found(reading) == {("first-not-recorded", "act")}
    assert numbers(reading) == [1]


def test_a_first_version_whose_act_cannot_be_read_is_said_once():
    assert found(read(version(1, "made"))) == {("not-a-code", "act")}


def test_a_later_version_must_not_record_again():
    reading = read(version(1), version(2, "recorded"))

    assert found(reading) == {("recorded-again", "act")}
    assert numbers(reading) == [1, 2]


@pytest.mark.parametrize(
    "later",
    [{"recorded_on": "2018-03-31"}, {"recorded_on": "2018-04-01", "sequence": 4}],
    ids=["an earlier day", "an earlier place on the day"],
)
def test_a_version_must_not_be_recorded_before_the_one_it_follows(later):
    reading = read(version(1, sequence=5), version(2, "changed", **later))

    assert found(reading) == {("recorded-backwards", "version")}
    assert numbers(reading) == [1, 2]


def test_two_versions_may_be_recorded_at_one_moment():
    reading = read(version(1), version(2, "changed", recorded_on="2018-04-01"))

    assert reading.findings == ()


def test_a_faulty_day_is_not_compared():
    reading = read(version(1), version(2, "changed", recorded_on=""), version(3, "changed"))

    assert found(reading) == {("not-a-full-day", "recorded_on")}


# Erasure


def test_an_erasure_takes_the_older_values_with_it():
    reading = read(version(1), version(2, "changed"), version(3, "erased"))

    assert found(reading) == {("erased-still-there", "version")}
    assert (rows(reading), numbers(reading)) == ([1, 2], [3])


def test_what_holds_no_values_may_stand_before_an_erasure():
    reading = read(version(2, "retracted"), version(5, "erased"))

    assert reading.findings == ()
    assert numbers(reading) == [2, 5]


def test_nothing_may_follow_an_erasure():
    reading = read(version(1, "erased"), version(2, "changed"), version(3, "erased"))

    assert found(reading) == {("version-after-erasure", "version")}
    assert (rows(reading), numbers(reading)) == ([2, 3], [1])


def test_an_erasure_with_a_fault_still_erases():
    reading = read(version(1), version(2, "erased", recorded_by=CODE))

    assert found(reading) == {("telling-id", "recorded_by"), ("erased-still-there", "version")}
    assert numbers(reading) == []


def test_an_erasure_that_still_holds_values_still_erases():
    reading = read(version(1), version(2, "erased", name="Patvērums"))

    assert found(reading) == {("value-after-removal", "name"), ("erased-still-there", "version")}
    assert numbers(reading) == []


def test_an_erasure_whose_number_cannot_be_read_still_erases():
    reading = read(version(1), version(2, "retracted"), version("x", "erased"))

    assert found(reading) == {("not-a-number", "version"), ("erased-still-there", "version")}
    assert numbers(reading) == [2]


def test_an_erasure_without_a_good_id_belongs_to_no_record():
    reading = read(version(1), version(2, "erased", id=CODE))

    assert found(reading) == {("telling-id", "id")}
    assert numbers(reading) == [1]


def test_an_unreadable_version_before_an_erasure_is_pointed_out_too():
    reading = read(version(1, "made"), version(2, "erased"))

    assert found(reading) == {("not-a-code", "act"), ("erased-still-there", "version")}
    assert numbers(reading) == [2]


def entry(number: int, act: str, entered_on: str, left_on: str | None = None) -> dict[str, object]:
    return {
        "id": "in-1",
        "version": number,
        "recorded_on": f"2018-05-0{number}",
        "act": act,
        **({} if act == "retracted" else {"client_id": "c-1", "programme_id": "m-1"}),
        **({} if act == "retracted" else {"entered_on": entered_on, "left_on": left_on}),
    }


def entries(*versions: dict[str, object]) -> Reading:
    document = {**TAG, "records": {"participation": versions}}
    return json_document.read(encoded(document), CORE_SCHEMA)


def test_a_change_does_not_move_what_was_settled_at_entry():
    reading = entries(entry(1, "recorded", "2018-04-03"), entry(2, "changed", "2018-04-04"))

    assert found(reading) == {("frozen-field", "entered_on")}
    assert numbers(reading) == [1, 2]


def test_a_correction_moves_what_was_settled_at_entry():
    reading = entries(
        entry(1, "recorded", "2018-04-03"),
        entry(2, "corrected", "2018-04-04"),
        entry(3, "changed", "2018-04-04", "2018-05-02"),
    )

    assert reading.findings == ()


def test_what_was_taken_back_settles_nothing():
    reading = entries(
        entry(1, "recorded", "2018-04-03"),
        entry(2, "retracted", ""),
        entry(3, "corrected", "2018-04-05"),
    )

    assert reading.findings == ()

"""Until when data are kept: boundaries, several operations, and what nobody knows."""

from datetime import date

import attrs
import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from keeping_lab import (
    ANNA,
    BERTA,
    CHAIN,
    ERASED_ON,
    REGISTER,
    STAFF,
    WITH_SURVEYS,
    Pair,
    Survey,
    journal_of,
    operation,
    removed,
    version,
)

from inclusion_core.checks.consistency import contradictions
from inclusion_core.checks.consistency.people.keeping import KEEPING_CHECKS
from inclusion_core.checks.operation_ends import ANY_END, kept_through
from inclusion_core.expr.schema import Schema
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.keeping import Lack, Missing, due_for_erasure
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Programme
from inclusion_core.model.participation import Participation
from inclusion_core.model.staff import StaffMember
from inclusion_core.model.versions import Act
from inclusion_core.periods import months_after
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, NOT_ASKED, DaySpan, PartialDay


def dues(*records, on, schema=SCHEMA):
    return {
        (each.record_type, each.record_id): each
        for each in due_for_erasure(journal_of(*records), schema, on)
    }


def anna(*records, on, schema=SCHEMA):
    return dues(*records, on=on, schema=schema)["client", "anna"]


@pytest.mark.parametrize(
    ("last_day", "kept_still", "due"),
    [
        (date(2020, 8, 31), date(2023, 8, 31), date(2023, 9, 1)),
        (date(2020, 2, 29), date(2023, 2, 28), date(2023, 3, 1)),
        (date(2021, 2, 28), date(2024, 2, 28), date(2024, 2, 29)),
    ],
)
def test_on_the_last_day_data_are_kept_and_on_the_next_they_are_due(last_day, kept_still, due):
    records = (operation(last_day=last_day), *REGISTER[1:])

    before, after = anna(*records, on=kept_still), anna(*records, on=due)

    assert (before.due, before.due_since) == (Truth.NO, None)
    assert {each.until for each in before.kept_by} == {DaySpan(kept_still, kept_still)}
    assert (after.due, after.due_since, after.kept_by) == (Truth.YES, due, ())


def test_of_several_operations_the_latest_counts_and_is_named():
    later = (
        operation("op2", date(2022, 3, 31)),
        Programme(id="n", operation_id="op2", declared_as="sif.motivation"),
        Participation(id="pa2", client_id="anna", programme_id="n"),
    )

    due = anna(*REGISTER, *later, on=date(2024, 1, 1))

    assert due.due is Truth.NO
    assert {each.operations for each in due.kept_by} == {("op2",)}


def test_what_is_held_is_told_by_type_and_ground():
    due = anna(*REGISTER, on=ERASED_ON)

    assert [(each.record_type, each.records) for each in due.held] == [
        ("case_assignment", ("ca",)),
        ("client", ("anna",)),
        ("goal", ("ga",)),
        ("household_membership", ("ha",)),
        ("participation", ("pa",)),
        ("service_attendance", ("aa",)),
        ("support_plan", ("sa",)),
    ]
    assert due.held[1].fields == ("id", "provider_id", "born_on", "died_on")
    assert due.held[1].holding.months == 36


@pytest.mark.parametrize("last_day", [ABSENT, NOT_ASKED])
def test_an_operation_without_a_last_day_leaves_it_open(last_day):
    due = anna(operation(last_day=last_day), *REGISTER[1:], on=date(2999, 1, 1))

    assert (due.due, due.due_since) == (Truth.UNKNOWN, None)
    assert due.held[0].operations == ("op",)
    assert due.missing == (
        Missing(record_type="operation", record_id="op", field="last_day", lack=Lack.LAST_DAY),
    )


@pytest.mark.parametrize(
    ("on", "due"),
    [
        (date(2023, 8, 1), Truth.NO),
        (date(2023, 8, 2), Truth.UNKNOWN),
        (date(2023, 8, 31), Truth.UNKNOWN),
        (date(2023, 9, 1), Truth.YES),
    ],
)
def test_a_month_alone_decides_outside_of_it(on, due):
    records = (operation(last_day=PartialDay.of_month(2020, 8)), *REGISTER[1:])

    assert anna(*records, on=on).due is due


def test_what_is_surely_kept_is_kept_whatever_else_is_not_known():
    unknown = (
        operation("op2", NOT_ASKED),
        Programme(id="n", operation_id="op2", declared_as="sif.motivation"),
        Participation(id="pa2", client_id="anna", programme_id="n"),
    )

    kept = anna(*REGISTER, *unknown, on=date(2023, 8, 31))
    undecided = anna(*REGISTER, *unknown, on=date(2023, 9, 1))

    assert (kept.due, kept.missing) == (Truth.NO, ())
    assert {each.operations for each in kept.held} == {("op",)}
    assert undecided.due is Truth.UNKNOWN
    assert {each.operations for each in undecided.held} == {("op2",)}


def test_a_programme_that_is_not_there_is_what_is_missing():
    due = anna(*ANNA[:2], on=date(2999, 1, 1))

    assert due.due is Truth.UNKNOWN
    assert due.missing == (
        Missing(
            record_type="participation", record_id="pa", field="programme_id", lack=Lack.RECORD
        ),
    )


def test_who_took_part_in_nothing_is_undecided():
    due = anna(ANNA[0], on=date(2999, 1, 1))

    assert due.due is Truth.UNKNOWN
    assert due.held[0].operations == ()
    assert due.missing == (Missing(record_type="client", record_id="anna", lack=Lack.OPERATION),)


def test_without_any_ground_nothing_is_due():
    bare = Schema(
        {
            each.name: attrs.evolve(
                each,
                fields={
                    name: attrs.evolve(field, holding=None) for name, field in each.fields.items()
                },
            )
            for each in SCHEMA
        }
    )

    due = anna(ANNA[0], *CHAIN[2:3], on=date(2999, 1, 1), schema=bare)

    assert (due.due, due.held) == (Truth.UNKNOWN, ())
    assert due.missing == (Missing(record_type="client", record_id="anna", lack=Lack.HOLDING),)


def test_fields_with_another_time_are_told_apart():
    survey = Survey(id="s", client_id="anna", health="good", told_on=date(2018, 1, 5))

    due = anna(*REGISTER, survey, on=date(2021, 3, 1), schema=WITH_SURVEYS)
    told = {each.fields: each.due for each in due.held if each.record_type == "survey"}

    assert due.due is Truth.NO
    assert told == {("id", "client_id"): Truth.NO, ("health", "told_on"): Truth.YES}


def test_staff_are_held_for_their_contracts_and_for_their_clients():
    later = (
        operation("op2", date(2022, 3, 31)),
        Programme(id="n", operation_id="op2", declared_as="sif.motivation"),
        Participation(id="pa2", client_id="anna", programme_id="n"),
    )
    on = date(2023, 9, 1)

    assert dues(*REGISTER, on=on)["staff_member", "w"].due is Truth.YES
    assert dues(*REGISTER, *later, on=on)["staff_member", "w"].due is Truth.NO
    assert [each.records for each in dues(*REGISTER, on=on)["staff_member", "w"].held] == [
        ("wk",),
        ("w",),
    ]


def test_an_assignment_of_nobody_is_held_about_itself():
    told = dues(*CHAIN, *STAFF[1:2], on=date(2023, 9, 1))

    assert {key: each.due for key, each in told.items()} == {("staff_assignment", "wk"): Truth.YES}


def test_records_that_name_one_another_in_a_circle_have_an_end():
    pair = (Pair(id="one", pair_id="two"), Pair(id="two", pair_id="one"))

    told = dues(*pair, on=date(2023, 9, 1), schema=WITH_SURVEYS)

    assert {key: each.due for key, each in told.items()} == {
        ("pair", "one"): Truth.UNKNOWN,
        ("pair", "two"): Truth.UNKNOWN,
    }


def test_a_journal_also_tells_of_what_was_taken_back():
    client = Client(id="anna", provider_id="p")
    versions = (version(client), removed(client, 2, date(2018, 7, 1), Act.RETRACTED))
    journal = journal_of(*CHAIN, *versions, *ANNA[1:2])

    from_journal = due_for_erasure(journal, SCHEMA, date(2023, 9, 1))
    from_caseload = due_for_erasure(journal.as_known_on(ERASED_ON), SCHEMA, date(2023, 9, 1))

    assert [(each.record_id, each.due) for each in from_journal] == [("anna", Truth.YES)]
    assert [each.record_id for each in from_caseload] == ["pa"]


def test_what_is_recorded_later_does_not_count():
    later = version(StaffMember(id="new", provider_id="p"), on=date(2018, 7, 1))

    assert ("staff_member", "new") not in dues(*REGISTER, later, on=date(2018, 6, 30))


DAYS = st.dates(date(2016, 1, 1), date(2030, 12, 31))


@settings(max_examples=tries(30), deadline=None)
@given(last_days=st.lists(DAYS, min_size=1, max_size=3), on=DAYS)
def test_due_is_the_day_after_the_latest_operation_with_its_months(last_days, on):
    chain = [
        each
        for number, last_day in enumerate(last_days)
        for each in (
            operation(f"o{number}", last_day),
            Programme(id=f"m{number}", operation_id=f"o{number}", declared_as="sif.mentoring"),
            Participation(id=f"p{number}", client_id="anna", programme_id=f"m{number}"),
        )
    ]
    last = max(months_after(each, 36) for each in last_days)
    due = due_for_erasure(Caseload.of_records([*chain, ANNA[0]], known_on=on), SCHEMA, on)

    assert due[0].due is Truth.of(on > last)


@settings(max_examples=tries(20), deadline=None)
@given(last_day=DAYS, on=DAYS)
def test_the_check_warns_exactly_of_whom_is_due(last_day, on):
    records = (operation(last_day=last_day), *CHAIN[1:], *ANNA, *BERTA)
    caseload = Caseload.of_records(records, known_on=on)
    due = {
        each.record_id for each in due_for_erasure(caseload, SCHEMA, on) if each.due is Truth.YES
    }

    found = contradictions(caseload, SCHEMA, KEEPING_CHECKS)

    assert {each.place.record_id for each in found} == due


def test_of_no_operation_nothing_is_known():
    assert kept_through([], 36) == ANY_END
    assert kept_through([ANY_END], 36) == ANY_END

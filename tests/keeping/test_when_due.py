"""Erasing what is due: lives, records, single fields; and the register of what was erased."""

from datetime import date

import attrs
import pytest
from keeping_lab import (
    ERASED_ON,
    OF_ANNA,
    REGISTER,
    WITH_SURVEYS,
    Meeting,
    Survey,
    SurveyNote,
    journal_of,
    operation,
    removed,
    version,
)

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.keeping import (
    HeldField,
    LossKind,
    blanked,
    done_erasures,
    erased,
    erased_when_due,
    losses,
)
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Programme
from inclusion_core.model.participation import Participation
from inclusion_core.model.versions import Act
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, NOT_ASKED, Reason, Unknown

LATER = (
    operation("op2", date(2022, 3, 31)),
    Programme(id="n", operation_id="op2", declared_as="sif.motivation"),
    Participation(id="pa2", client_id="anna", programme_id="n"),
)
DUE_ON = date(2023, 9, 1)
SURVEY = Survey(id="s", client_id="anna", health="good", told_on=date(2018, 1, 5))
GONE = Unknown(Reason.ERASED)


def when_due(journal, due_on=DUE_ON, schema=SCHEMA, on=None):
    return erased_when_due(
        journal, schema, due_on=due_on, on=on or due_on, by="u-1", because="time is over"
    )


def stones(journal):
    return {each.record_id for each in journal.versions if each.act is Act.ERASED}


def test_all_that_is_due_goes_clients_households_and_staff():
    left = when_due(journal_of(*REGISTER))

    assert stones(left) == {
        *OF_ANNA,
        *("berta", "pb", "hb", "ab", "home", "w", "wk", "ws"),
    }
    assert when_due(left) == left
    assert {each.id for each in left.as_known_on(DUE_ON).records["service"]} == {"group"}


def test_on_the_last_day_nothing_goes():
    journal = journal_of(*REGISTER)

    assert set(when_due(journal, date(2023, 8, 31)).versions) == set(journal.versions)


def test_who_is_to_be_kept_stays_with_those_who_work_with_them():
    left = when_due(journal_of(*REGISTER, *LATER))

    assert stones(left) == {"berta", "pb", "hb", "ab"}


def test_nothing_that_is_undecided_goes():
    journal = journal_of(operation(last_day=NOT_ASKED), *REGISTER[1:])

    assert stones(when_due(journal, date(2999, 1, 1))) == set()


def test_a_field_whose_time_is_over_becomes_unknown_in_every_version():
    first = version(SURVEY)
    second = version(
        Survey(id="s", client_id="anna", health="bad", told_on=ABSENT),
        2,
        date(2018, 7, 1),
        act=Act.CHANGED,
    )
    journal = journal_of(*REGISTER, first, second)

    left = when_due(journal, date(2021, 3, 1), WITH_SURVEYS)
    own = [each for each in left.versions if each.record_type == "survey"]

    assert stones(left) == set()
    assert [each.record.health for each in own] == [GONE, GONE, GONE]
    assert [each.record.told_on for each in own] == [date(2018, 1, 5), ABSENT, ABSENT]
    assert (own[2].version, own[2].act, own[2].why) == (3, Act.CORRECTED, "time is over")
    assert (own[2].recorded_on, own[2].sequence) == (date(2021, 3, 1), 1)
    assert when_due(left, date(2021, 3, 1), WITH_SURVEYS) == left
    assert [(each.kind, each.versions) for each in losses(journal, left, WITH_SURVEYS)] == [
        (LossKind.PART, 2)
    ]


def test_a_record_of_which_every_field_is_due_goes_as_a_whole():
    left = when_due(journal_of(*REGISTER, SURVEY), date(2021, 9, 1), WITH_SURVEYS)

    assert stones(left) == {"s"}


def test_a_record_that_is_named_by_what_stays_loses_its_fields_alone():
    note = SurveyNote(id="note", survey_id="s")

    left = when_due(journal_of(*REGISTER, SURVEY, note), date(2021, 9, 1), WITH_SURVEYS)
    own = [each for each in left.versions if each.record_type == "survey"]

    assert stones(left) == set()
    assert [each.record.health for each in own] == [GONE, GONE]


def test_a_field_that_was_never_asked_stays_so():
    plain = Survey(id="s", client_id="anna")
    journal = journal_of(*REGISTER, plain)

    assert set(when_due(journal, date(2021, 3, 1), WITH_SURVEYS).versions) == set(journal.versions)


def test_a_blank_on_the_day_of_the_last_version_comes_after_it():
    field = HeldField(record_type="client", record_id="anna", field="born_on")
    same_day = {"on": date(2018, 6, 4), "by": "u-1", "because": "asked for"}
    journal = journal_of(*REGISTER)

    left = blanked(journal, [field], SCHEMA, **same_day)
    own = [each for each in left.versions if each.record_id == "anna"]

    assert [(each.sequence, each.record.born_on) for each in own] == [(1, GONE), (2, GONE)]


def test_what_was_taken_back_is_blanked_and_stays_taken_back():
    field = HeldField(record_type="client", record_id="anna", field="born_on")
    back = removed(REGISTER[4], 2, date(2018, 7, 1), Act.RETRACTED)

    left = blanked(
        journal_of(*REGISTER, back), [field], SCHEMA, on=ERASED_ON, by="u-1", because="asked for"
    )
    own = [each for each in left.versions if each.record_id == "anna"]

    assert [each.record and each.record.born_on for each in own] == [GONE, None]


def test_what_must_always_be_known_is_passed_over():
    field = HeldField(record_type="client", record_id="anna", field="provider_id")
    journal = journal_of(*REGISTER)

    left = blanked(journal, [field], SCHEMA, on=ERASED_ON, by="u-1", because="asked for")

    assert set(left.versions) == set(journal.versions)


@pytest.mark.parametrize(("on", "note"), [(date(2021, 3, 1), "agreed"), (date(2022, 10, 1), GONE)])
def test_a_field_about_two_clients_goes_when_it_is_due_for_both(on, note):
    meeting = Meeting(id="m", client_id="anna", other_client_id="berta", note="agreed")

    left = when_due(journal_of(*REGISTER, *LATER, meeting), on, WITH_SURVEYS)
    own = [each for each in left.versions if each.record_type == "meeting"]

    assert {each.record.note for each in own} == {note}


@pytest.mark.parametrize(
    ("on", "early"),
    [
        (ERASED_ON, Truth.YES),
        (date(2023, 8, 31), Truth.YES),
        (date(2023, 9, 1), Truth.UNKNOWN),
        (date(2025, 3, 31), Truth.UNKNOWN),
        (date(2025, 4, 1), Truth.NO),
    ],
)
def test_the_register_says_whether_it_was_before_data_were_due(on, early):
    left = erased(
        journal_of(*REGISTER, *LATER), "anna", SCHEMA, on=on, by="u-1", because="asked for"
    )

    done = done_erasures(left, SCHEMA, on)

    assert {each.record_id for each in done} == {*OF_ANNA, "pa2"}
    assert {(each.erased_on, each.erased_by, each.because) for each in done} == {
        (on, "u-1", "asked for")
    }
    assert {each.before_due for each in done} == {early}
    assert done_erasures(left, SCHEMA, date(2018, 11, 4)) == ()


def test_without_operations_or_a_ground_nobody_can_say():
    client = Client(id="anna", provider_id="p")
    left = erased(journal_of(client), "anna", SCHEMA, on=ERASED_ON, by="u-1", because="asked for")
    home = when_due(journal_of(*REGISTER))

    (alone,) = done_erasures(left, SCHEMA, ERASED_ON)
    (household,) = (
        each for each in done_erasures(home, SCHEMA, DUE_ON) if each.record_type == "household"
    )

    assert alone.before_due is Truth.UNKNOWN
    assert household.before_due is Truth.UNKNOWN


def test_the_register_names_the_fields_that_were_erased():
    changed = version(attrs.evolve(SURVEY, asked_on=ABSENT), 2, date(2018, 7, 1), act=Act.CHANGED)
    left = when_due(journal_of(*REGISTER, SURVEY, changed), date(2021, 3, 1), WITH_SURVEYS)

    (done,) = done_erasures(left, WITH_SURVEYS, date(2021, 3, 1))

    assert (done.record_type, done.record_id, done.fields) == ("survey", "s", ("health",))
    assert (done.erased_on, done.before_due) == (date(2021, 3, 1), Truth.NO)

"""A journal read on different days: what was recorded by then, as it then stood."""

from datetime import date, timedelta

import pytest
from caseload_lab.random_records import listed, lists_of_records
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.caseload import Caseload, Journal
from inclusion_core.model.client import Client, Person
from inclusion_core.model.funding import Provider
from inclusion_core.model.participation import Participation
from inclusion_core.model.versions import Act, Version
from inclusion_core.values import ABSENT

ENTERED = Participation(id="p-1", client_id="c-1", programme_id="m", entered_on=date(2018, 6, 4))
LEFT = Participation(
    id="p-1",
    client_id="c-1",
    programme_id="m",
    entered_on=date(2018, 6, 4),
    left_on=date(2018, 9, 28),
)
CORRECTED = Participation(
    id="p-1",
    client_id="c-1",
    programme_id="m",
    entered_on=date(2018, 6, 5),
    left_on=date(2018, 9, 28),
)


def version(number, recorded_on, act, record, **others):
    return Version(
        record_type="participation",
        record_id="p-1",
        version=number,
        recorded_on=recorded_on,
        act=act,
        record=record,
        **others,
    )


RECORDED_IN_JUNE = version(1, date(2018, 6, 7), Act.RECORDED, ENTERED)
CHANGED_IN_OCTOBER = version(2, date(2018, 10, 1), Act.CHANGED, LEFT)
CORRECTED_IN_DECEMBER = version(3, date(2018, 12, 3), Act.CORRECTED, CORRECTED)
HISTORY = (RECORDED_IN_JUNE, CHANGED_IN_OCTOBER, CORRECTED_IN_DECEMBER)


def participations(on, *versions):
    return Journal(versions).as_known_on(on).of(Participation)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2018, 6, 6), ()),
        (date(2018, 6, 7), (ENTERED,)),
        (date(2018, 9, 30), (ENTERED,)),
        (date(2018, 10, 1), (LEFT,)),
        (date(2018, 12, 2), (LEFT,)),
        (date(2018, 12, 3), (CORRECTED,)),
        (date(2030, 1, 1), (CORRECTED,)),
    ],
)
def test_a_record_is_read_as_it_stood_at_the_end_of_the_day(on, expected):
    assert participations(on, *HISTORY) == expected


def test_a_report_of_the_past_can_be_made_again_after_a_correction():
    before = Journal(HISTORY[:2]).as_known_on(date(2018, 11, 30))

    assert Journal(HISTORY).as_known_on(date(2018, 11, 30)) == before


def test_a_retracted_record_is_there_until_the_day_before_and_leaves_nothing():
    retracted = version(2, date(2018, 7, 1), Act.RETRACTED, None)
    after = Journal((RECORDED_IN_JUNE, retracted)).as_known_on(date(2018, 7, 1))

    assert participations(date(2018, 6, 30), RECORDED_IN_JUNE, retracted) == (ENTERED,)
    assert after.of(Participation) == ()
    assert after.tombstones == ()
    assert len(after) == 0


def test_a_retracted_record_may_be_recorded_again():
    retracted = version(2, date(2018, 7, 1), Act.RETRACTED, None)
    again = version(3, date(2018, 7, 2), Act.RECORDED, LEFT)

    assert participations(date(2018, 7, 2), RECORDED_IN_JUNE, retracted, again) == (LEFT,)


def test_an_erased_record_leaves_a_tombstone_with_its_type_and_id():
    erased = version(2, date(2018, 7, 1), Act.ERASED, None)
    other = Version(
        record_type="client",
        record_id="c-9",
        version=4,
        recorded_on=date(2018, 1, 2),
        act=Act.ERASED,
        record=None,
    )
    journal = Journal((RECORDED_IN_JUNE, erased, other))

    assert journal.as_known_on(date(2018, 7, 1)).of(Participation) == ()
    assert journal.as_known_on(date(2018, 7, 1)).tombstones == (
        ("client", "c-9"),
        ("participation", "p-1"),
    )
    assert journal.as_known_on(date(2018, 6, 30)).tombstones == (("client", "c-9"),)


def test_of_several_versions_of_one_day_the_highest_number_counts():
    first = version(1, date(2018, 6, 7), Act.RECORDED, ENTERED, sequence=2)
    tenth = version(10, date(2018, 6, 7), Act.CHANGED, CORRECTED, sequence=1)
    second = version(2, date(2018, 6, 7), Act.CHANGED, LEFT, sequence=3)

    assert participations(date(2018, 6, 7), tenth, first, second) == (CORRECTED,)


def test_records_of_different_types_may_have_the_same_id():
    provider = Version(
        record_type="provider",
        record_id="p-1",
        recorded_on=date(2018, 6, 7),
        record=Provider(id="p-1", name="Provider"),
    )
    known = Journal((RECORDED_IN_JUNE, provider)).as_known_on(date(2018, 6, 7))

    assert known.of(Participation) == (ENTERED,)
    assert known.of(Provider) == (Provider(id="p-1", name="Provider"),)


def test_an_empty_journal_gives_an_empty_caseload():
    journal = Journal(())

    assert journal.as_known_on(date(2018, 6, 7)) == Caseload(date(2018, 6, 7), {})
    assert journal.last_recorded_on is None


def test_the_last_entry_of_a_journal_may_stand_anywhere_in_it():
    assert Journal(HISTORY[::-1]).last_recorded_on == date(2018, 12, 3)


def test_a_journal_shows_none_of_its_records():
    assert repr(Journal(HISTORY)) == "Journal()"


def test_persons_are_worked_out_from_the_clients_known_by_then():
    client = Client(id="c-1", provider_id="p-1")
    recorded = Version(
        record_type="client", record_id="c-1", recorded_on=date(2018, 6, 7), record=client
    )

    assert Journal((recorded,)).as_known_on(date(2018, 6, 6)).of(Person) == ()
    assert Journal((recorded,)).as_known_on(date(2018, 6, 7)).of(Person) == (Person(id="c-1"),)


BEGINNING = date(2018, 1, 1)


@st.composite
def histories(draw):
    """Records of the model, each with a history of its own."""
    versions = []
    for record in draw(lists_of_records(("client", "same_person_link"))):
        kind = SCHEMA.type_of(record).name
        acts = draw(st.lists(st.sampled_from(Act), max_size=3))
        for number, act in enumerate([Act.RECORDED, *acts], start=1):
            recorded_on = BEGINNING + timedelta(days=draw(st.integers(0, 6)))
            versions.append(
                Version(
                    record_type=kind,
                    record_id=record.id,
                    version=number,
                    recorded_on=recorded_on,
                    act=act,
                    record=None if act.removes else record,
                )
            )
    return versions


a_day = st.integers(-1, 7).map(lambda days: BEGINNING + timedelta(days=days))


@given(histories().flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))), a_day)
@settings(max_examples=tries(40), deadline=None)
def test_the_order_in_which_versions_stand_makes_no_difference(both, on):
    found, shuffled = both

    assert Journal(tuple(shuffled)).as_known_on(on) == Journal(tuple(found)).as_known_on(on)


@given(histories(), a_day)
@settings(max_examples=tries(40), deadline=None)
def test_what_is_recorded_later_changes_nothing_of_what_was_known_before(found, on):
    by_then = tuple(version for version in found if version.recorded_on <= on)

    assert Journal(tuple(found)).as_known_on(on) == Journal(by_then).as_known_on(on)


@given(histories(), a_day)
@settings(max_examples=tries(40), deadline=None)
def test_a_record_is_known_as_its_last_version_by_then_says(found, on):
    caseload = Journal(tuple(found)).as_known_on(on)
    known = {(SCHEMA.type_of(r).name, r.id) for r in listed(caseload) if not isinstance(r, Person)}
    last = {}
    for each in sorted(found, key=lambda each: each.version):
        if each.recorded_on <= on:
            last[each.record_type, each.record_id] = each.act

    assert known == {key for key, act in last.items() if not act.removes}
    assert set(caseload.tombstones) == {key for key, act in last.items() if act is Act.ERASED}


def test_what_has_not_ended_by_then_is_absent_and_not_unknown():
    (still_there,) = participations(date(2018, 9, 30), *HISTORY)

    assert still_there.left_on is ABSENT

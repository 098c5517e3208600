"""Erasing clients: what goes, what stays, and that nothing of them is left in any byte."""

import pickle
from datetime import date

import attrs
import pytest
from effort import tries
from hypothesis import given, settings
from keeping_lab import (
    ANNA,
    BERTA,
    CHAIN,
    ERASED_ON,
    OF_ANNA,
    RECORDED,
    REGISTER,
    WITH_SURVEYS,
    Circle,
    journal_of,
    removed,
    version,
)

from inclusion_core.checks.consistency import contradictions
from inclusion_core.expr import subject
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.facts.rows import PersonRow
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.findings import Severity
from inclusion_core.keeping import (
    ErasedTooEarlyError,
    Loss,
    LossKind,
    all_erased,
    can_be_made_again,
    erased,
    losses,
)
from inclusion_core.keeping.holders import holders
from inclusion_core.lives.errors import NoSuchRecordError
from inclusion_core.metrics.counting import count_records
from inclusion_core.metrics.metric import Grain, Membership, Metric
from inclusion_core.model.client import Client
from inclusion_core.model.household import Household
from inclusion_core.model.participation import Participation
from inclusion_core.model.plan import Goal
from inclusion_core.model.versions import Act
from inclusion_core.sources import Source
from inclusion_core.testing.strategies.caseloads import caseloads
from inclusion_core.texts import lv
from inclusion_core.values import PartialDay, day_text
from inclusion_core.wire import json_document, read_journal, write_journal


def without(journal, *clients, schema=SCHEMA, on=ERASED_ON):
    return all_erased(journal, clients, schema, on=on, by="u-1", because="asked for")


def shape(journal):
    """What is left of each record: its acts."""
    return {
        key: tuple(each.act for each in journal.versions if each.record_id == key)
        for key in dict.fromkeys(each.record_id for each in journal.versions)
    }


def test_the_life_of_the_client_goes_and_what_is_shared_stays():
    journal = journal_of(*REGISTER)

    left = erased(journal, "anna", SCHEMA, on=ERASED_ON, by="u-1", because="asked for")

    gone = {key for key, acts in shape(left).items() if acts == (Act.ERASED,)}
    assert gone == OF_ANNA
    assert [each for each in left.versions if each.record_id not in gone] == sorted(
        (each for each in journal.versions if each.record_id not in gone),
        key=lambda each: each.order,
    )


def test_a_tombstone_says_when_by_whom_and_why_and_nothing_else():
    changed = version(
        attrs.evolve(ANNA[1], left_on=date(2018, 9, 28)), 2, date(2018, 10, 1), act=Act.CHANGED
    )

    left = without(journal_of(*REGISTER, changed), "anna")

    assert [each for each in left.versions if each.record_id == "pa"] == [
        removed(ANNA[1], 3, ERASED_ON, Act.ERASED, recorded_by="u-1", why="asked for")
    ]


@pytest.mark.parametrize("on", [RECORDED, date(2018, 11, 4), ERASED_ON, date(2030, 1, 1)])
def test_as_known_on_any_day_nothing_of_the_client_is_there(on):
    caseload = without(journal_of(*REGISTER), "anna").as_known_on(on)

    assert [each.id for each in caseload.of(Client)] == ["berta"]
    assert [each.id for each in caseload.of(Participation)] == ["pb"]
    assert len(caseload.tombstones) == (len(OF_ANNA) if on >= ERASED_ON else 0)


def test_what_is_left_contradicts_nothing_and_leads_nowhere():
    left = without(journal_of(*REGISTER), "anna")

    assert contradictions(left.as_known_on(date(2018, 12, 1)), SCHEMA, journal=left) == ()


YOUNG = Metric(
    id="toy.young",
    says=lv("Dzimušie pēc 1980. gada").en("Persons born after 1980"),
    subject=PersonRow,
    universe=subject(PersonRow)
    .clients.where(lambda client: client.born_on >= date(1980, 1, 1))
    .exist(),
    grain=Grain.PROGRAMME,
    membership=Membership.STOCK,
    source=Source(lv("Nolikums").en("Rules"), issued=date(2018, 1, 2)),
)


def test_the_figures_of_the_others_stay_as_they_were():
    before = journal_of(*REGISTER)
    after = without(before, "anna")

    assert figure(before) == figure(after) == 1
    assert figure(without(before, "berta")) == 0


def figure(journal):
    records = Records(SCHEMA, journal.as_known_on(ERASED_ON).records)
    return count_records([YOUNG], records, Parameters())["toy.young"].total.counted


def test_a_household_goes_with_the_last_who_lived_in_it():
    assert "home" in shape(without(journal_of(*REGISTER), "anna"))
    assert shape(without(journal_of(*REGISTER), "anna"))["home"] == (Act.RECORDED,)
    assert shape(without(journal_of(*REGISTER), "anna", "berta"))["home"] == (Act.ERASED,)


def test_what_was_taken_back_or_erased_before_keeps_no_value_either():
    goal = Goal(id="gone", support_plan_id="sa")
    by_hand = Goal(id="hand", support_plan_id="sa")
    tombstone = removed(by_hand, 2, date(2018, 7, 1), Act.ERASED, why="before")
    journal = journal_of(
        *REGISTER,
        goal,
        removed(goal, 2, date(2018, 7, 1), Act.RETRACTED, why="entered twice"),
        by_hand,
        tombstone,
    )

    left = without(journal, "anna")

    assert shape(left)["gone"] == (Act.ERASED,)
    assert [each for each in left.versions if each.record_id == "hand"] == [tombstone]


def test_versions_of_others_that_named_the_client_go():
    mistaken = attrs.evolve(BERTA[1], client_id="anna")
    right = version(BERTA[1], 2, date(2018, 7, 1), act=Act.CORRECTED, why="another client")
    later = version(
        attrs.evolve(BERTA[1], left_on=date(2018, 9, 28)), 3, date(2018, 10, 1), act=Act.CHANGED
    )
    others = [each for each in REGISTER if each.id != "pb"]
    journal = journal_of(*others, version(mistaken), right, later)

    left = without(journal, "anna")
    kept = [each for each in left.versions if each.record_id == "pb"]

    assert [(each.version, each.act, each.recorded_on) for each in kept] == [
        (1, Act.RECORDED, date(2018, 7, 1)),
        (2, Act.CHANGED, date(2018, 10, 1)),
    ]
    assert left.as_known_on(date(2018, 6, 30)).of(Participation) == ()
    part = Loss(record_type="participation", record_id="pb", kind=LossKind.PART, versions=1)
    assert part in losses(journal, left, SCHEMA)


def test_a_version_that_takes_back_is_no_beginning():
    mistaken = attrs.evolve(BERTA[1], client_id="anna")
    taken_back = removed(BERTA[1], 2, date(2018, 7, 1), Act.RETRACTED)
    right = version(BERTA[1], 3, date(2018, 8, 1), act=Act.CORRECTED)
    others = [each for each in REGISTER if each.id != "pb"]

    left = without(journal_of(*others, version(mistaken), taken_back, right), "anna")
    reading = json_document.read(json_document.write(left, SCHEMA), SCHEMA)

    assert shape(left)["pb"] == (Act.RECORDED,)
    assert reading.findings == ()
    assert reading.journal == left


def test_what_names_somebody_else_too_stays_until_they_are_erased():
    circle = Circle(id="circle", leader_id="pa", guest_id="pb")
    journal = journal_of(*REGISTER, circle)

    one = without(journal, "anna", schema=WITH_SURVEYS)
    both = without(one, "berta", schema=WITH_SURVEYS)
    found = contradictions(one.as_known_on(ERASED_ON), WITH_SURVEYS, journal=one)

    assert shape(one)["circle"] == (Act.RECORDED,)
    assert [(each.kind, each.place.record_id) for each in found] == [
        ("check.reference-to-erased", "circle")
    ]
    assert shape(both)["circle"] == (Act.ERASED,)
    assert both == without(journal, "anna", "berta", schema=WITH_SURVEYS)


def test_what_follows_from_what_goes_goes_too():
    journal = journal_of(*CHAIN, *ANNA[2:], *BERTA)

    assert without(journal, "anna") == journal_sorted_without(journal, {"ha"})


def journal_sorted_without(journal, gone):
    kept = [each for each in journal.versions if each.record_id not in gone]
    stones = [
        attrs.evolve(
            each, version=2, recorded_on=ERASED_ON, recorded_by="u-1", act=Act.ERASED,
            why="asked for", record=None,
        )
        for each in journal.versions
        if each.record_id in gone
    ]  # fmt: skip
    return type(journal)(tuple(sorted((*kept, *stones), key=lambda each: each.order)))


def test_nobody_of_whom_nothing_was_recorded_can_be_erased():
    with pytest.raises(NoSuchRecordError) as refused:
        without(journal_of(*REGISTER), "anna", "nobody")

    assert (refused.value.record_type, refused.value.record_id) == ("client", "nobody")


def test_a_client_whose_record_went_by_hand_is_erased_to_the_end():
    journal = journal_of(*REGISTER[1:])
    stone = removed(ANNA[0], 2, date(2018, 7, 1), Act.ERASED)
    by_hand = type(journal)(
        (*(each for each in journal.versions if each.record_id != "anna"), stone)
    )

    left = without(by_hand, "anna")

    assert {key for key, acts in shape(left).items() if acts == (Act.ERASED,)} == OF_ANNA


def test_nothing_is_erased_before_it_was_recorded():
    late = version(attrs.evolve(ANNA[3], met_on=date(2018, 12, 1)), 2, date(2018, 12, 3))

    with pytest.raises(ErasedTooEarlyError, match="goal 'ga' was written after") as refused:
        without(journal_of(*REGISTER, late), "anna")

    copy = pickle.loads(pickle.dumps(refused.value))
    assert (copy.record_type, copy.record_id) == ("goal", "ga")
    assert len(without(journal_of(*REGISTER, late), "anna", on=date(2018, 12, 3)).versions)


def test_erasing_twice_is_erasing_once_whatever_the_order_and_the_day():
    journal = journal_of(*REGISTER)
    one = without(journal, "anna")
    two = without(without(journal, "berta"), "anna")

    assert without(one, "anna") == one
    assert without(one, "anna", on=date(2019, 1, 1)) == one
    assert without(one, "berta") == two == without(journal, "berta", "anna", "anna")


def test_a_submission_can_be_made_again_where_nothing_known_then_is_gone():
    early = version(Household(id="early"), on=date(2018, 1, 1))
    journal = journal_of(early, *REGISTER)
    left = without(journal, "anna")

    assert can_be_made_again(journal, left, date(2018, 6, 3))
    assert not can_be_made_again(journal, left, RECORDED)


def test_what_goes_is_told_by_record_with_its_versions():
    journal = journal_of(*REGISTER)

    told = losses(journal, without(journal, "anna"), SCHEMA)

    assert {each.record_id for each in told} == OF_ANNA
    assert {(each.kind, each.versions) for each in told} == {(LossKind.ERASED, 1)}


def distinctive(record):
    """The days of a record, as files write them."""
    for field in SCHEMA.type_of(record).recorded_fields:
        value = getattr(record, field.name)
        if isinstance(value, date | PartialDay):
            yield day_text(value)


def test_no_value_of_the_client_is_in_any_byte_written(tmp_path):
    values = {value for record in ANNA for value in distinctive(record)}
    left = without(journal_of(*REGISTER), "anna")
    write_journal(left, tmp_path / "folder", SCHEMA)
    files = [path.read_bytes() for path in (tmp_path / "folder").iterdir()]
    written = b"".join((*files, json_document.write(left, SCHEMA), pickle.dumps(left)))

    assert values == {"1971-03-17", "2018-10-09", "2017-07-01", "2017-07-02", "2017-07-03"}
    assert not [value for value in values if value.encode() in written]
    assert read_journal(tmp_path / "folder", SCHEMA).findings == ()
    assert read_journal(tmp_path / "folder", SCHEMA).journal.as_known_on(
        ERASED_ON
    ) == left.as_known_on(ERASED_ON)


def lives(journal, client_id):
    """The records of each other client, as they stand."""
    records = Records(SCHEMA, journal.as_known_on(date(2999, 1, 1)).records)
    return {
        each.key: each.keys
        for each in holders(records)
        if each.record_type == "client" and each.record_id != client_id
    }


@settings(max_examples=tries(25), deadline=None)
@given(caseloads(known_on=date(2018, 12, 3)))
def test_whatever_the_register_others_keep_their_lives_and_order_does_not_matter(caseload):
    recorded = [
        record
        for name, listed in caseload.records.items()
        if not SCHEMA[name].derived
        for record in listed
    ]
    journal = journal_of(*(_as_recorded(each) for each in recorded))
    clients = [each.id for each in caseload.of(Client)]
    on = date(2019, 1, 1)
    left = journal
    for client in clients:
        following = without(left, client, on=on)
        assert without(following, client, on=on) == following
        gone = {key for key, acts in shape(following).items() if acts == (Act.ERASED,)}
        assert client in gone
        for key, keys in lives(following, client).items():
            before = set(lives(left, client)[key])
            assert {each for each in before - set(keys) if each[0] != "same_person_link"} == set()
        left = following
    backwards = journal
    for client in reversed(clients):
        backwards = without(backwards, client, on=on)
    assert backwards == left == without(journal, *clients, on=on)


def _as_recorded(record):
    """A record without what a caseload works out."""
    worked_out = {
        field.name: "" for field in SCHEMA.type_of(record).fields.values() if field.derived
    }
    return attrs.evolve(record, **worked_out) if worked_out else record


@settings(max_examples=tries(15), deadline=None)
@given(caseloads(known_on=date(2018, 12, 3), tidy=True))
def test_whatever_the_register_nothing_contradicts_itself_afterwards(caseload):
    recorded = [
        _as_recorded(record)
        for name, listed in caseload.records.items()
        if not SCHEMA[name].derived
        for record in listed
    ]
    for client in caseload.of(Client):
        left = without(journal_of(*recorded), client.id)
        found = contradictions(left.as_known_on(date(2018, 12, 3)), SCHEMA, journal=left)
        assert [each for each in found if each.severity is Severity.ERROR] == []

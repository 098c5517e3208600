"""Versions follow from one another, whoever writes; all of a call is written, or nothing."""

import pickle

import attrs
import pytest
from databases_lab.people import ANNA, PEOPLE, REGISTER, TERMS, removed, version

from inclusion_core.databases import BusyError, Conflict, ConflictError
from inclusion_core.databases.appending import Appender
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.versions import Act
from inclusion_core.wire.writing import NotWritableError

MALE = attrs.evolve(ANNA, gender=Gender.MALE)


@pytest.fixture
def filled(database):
    database.append(REGISTER)
    return database


def last_of(database, key):
    versions = database.reading().journal.versions
    return [each for each in versions if each.record_id == key][-1]


def test_a_call_that_is_made_again_writes_nothing(filled):
    assert filled.append(REGISTER) == 0
    assert filled.append((*REGISTER, version(MALE, 2))) == 1
    assert filled.append((*REGISTER, version(MALE, 2))) == 0


def test_progress_tells_how_many_are_done(on_sqlite):
    clients = [version(Client(id=f"c-{number}", provider_id="p")) for number in range(1_001)]
    told = []

    assert on_sqlite.append(iter(clients), progress=told.append) == 1_001
    assert told == [1_000, 1_001]


def test_who_was_slower_is_told_which_record_and_what_to_do(filled):
    filled.append([version(MALE, 2)])

    with pytest.raises(ConflictError) as caught:
        filled.append([version(Client(id="new", provider_id="p")), version(ANNA, 2)])

    assert caught.value.kind is Conflict.TAKEN
    assert str(caught.value) == (
        "version 2 of client 'anna': somebody has written it meanwhile, otherwise; read the "
        "record again and write what you add as version 3"
    )
    assert pickle.loads(pickle.dumps(caught.value)).there == 2
    assert last_of(filled, "anna").record == MALE
    assert "new" not in {each.record_id for each in filled.reading().journal.versions}


def test_a_version_after_a_gap_is_refused(filled):
    with pytest.raises(ConflictError, match="the last one there is 1; write the next") as caught:
        filled.append([version(MALE, 3)])

    assert caught.value.kind is Conflict.GAP


def test_an_erasure_is_refused_while_the_values_are_there(filled):
    with pytest.raises(ConflictError, match="call rewrite"):
        filled.append([removed("client", "anna", 2, act=Act.ERASED)])


def test_nothing_follows_an_erasure(database):
    tombstone = removed("client", "anna", 3, act=Act.ERASED)
    database.append([tombstone])

    assert database.append([tombstone]) == 0
    for number in (2, 4):
        with pytest.raises(ConflictError, match="use a new id") as caught:
            database.append([version(ANNA, number)])
        assert caught.value.kind is Conflict.ERASED


def test_what_no_file_could_hold_is_not_written(database):
    with pytest.raises(NotWritableError):
        database.append([version(ANNA), attrs.evolve(version(PEOPLE[1]), record_id="other")])

    assert not database.reading().journal.versions


@pytest.fixture
def overtaken(monkeypatch):
    """Somebody writes between looking at what is there and writing."""
    looks = Appender._last
    times = iter(range(10))

    def blind(self, connection, name, rows):
        return looks(self, connection, name, rows) if next(times) else {}

    monkeypatch.setattr(Appender, "_last", blind)


def test_who_is_overtaken_by_another_version_is_told_so(filled, overtaken):
    with pytest.raises(ConflictError) as caught:
        filled.append([version(MALE)])

    assert caught.value.kind is Conflict.TAKEN
    assert last_of(filled, "anna").record == ANNA


def test_who_is_overtaken_by_the_same_version_calls_again(filled, overtaken):
    chunk = [version(TERMS[0]), version(Client(id="new", provider_id="p"))]

    with pytest.raises(BusyError, match="call again"):
        filled.append([version(TERMS[0])])
    assert filled.append(chunk) == 1

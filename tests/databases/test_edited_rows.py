"""Rows that somebody edited by hand: each is named, the good ones stay, and nothing is lost."""

import pytest
from databases_lab.people import ANNA, CORRECTED, RECORDED, REGISTER, removed, version
from sqlalchemy.exc import IntegrityError

from inclusion_core.checks.consistency import contradictions
from inclusion_core.databases import Conflict, ConflictError, DamagedRowsError, DatabaseFailedError
from inclusion_core.facts.schema import SCHEMA


@pytest.fixture
def filled(database):
    database.append((*REGISTER, version(ANNA, 2), version(ANNA, 3)))
    return database


def write(database, *statements):
    with database.engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def kinds(findings):
    return {(each.kind, each.place.record_type, each.place.record_id) for each in findings}


def test_a_reference_to_nobody_is_found_by_the_checks_and_others_are_judged(filled):
    write(filled, "update participation set client_id = 'nobody' where id = 'pa'")

    reading = filled.reading()
    assert reading.findings == ()
    assert reading.rows_kept == len(REGISTER) + 2
    found = contradictions(reading.journal.as_known_on(CORRECTED), SCHEMA)
    assert ("participation", "pa") in {
        (each.place.record_type, each.place.record_id) for each in found
    }
    assert filled.case("berta", known_on=CORRECTED).client.id == "berta"
    assert "pa" not in {
        each.id for each in filled.case("anna", known_on=CORRECTED).records.of_type("participation")
    }


def test_a_version_that_is_missing_is_named_and_is_not_taken_for_another(filled):
    write(filled, "delete from client where id = 'anna' and version = 2")

    reading = filled.reading()
    assert kinds(reading.findings) == {("wire.version-gap", "client", "anna")}
    assert reading.rows_kept == len(REGISTER) + 1
    with pytest.raises(ConflictError, match="put its row back from a copy, or write") as caught:
        filled.append([version(ANNA, 2)])
    assert caught.value.kind is Conflict.MISSING
    assert filled.append([version(ANNA, 4)]) == 1


def test_what_follows_an_erasure_is_named(filled):
    write(
        filled,
        "update client set act = 'erased', why = '', provider_id = null, gender = null, "
        "born_on = null where id = 'anna' and version = 2",
    )

    reading = filled.reading()
    assert ("wire.version-after-erasure", "client", "anna") in kinds(reading.findings)
    assert ("anna", 3) not in {(each.record_id, each.version) for each in reading.journal.versions}
    assert filled.case("berta", known_on=CORRECTED).client.id == "berta"


EDITS = {
    "update service set minutes = 'many' where id = 'group'": "minutes",
    "update service set given_on = x'414243' where id = 'group'": "given_on",
    "update service set given_on = 20180202 where id = 'group'": "given_on",
    "update service set contract_id = x'37' where id = 'group'": "contract_id",
    "update service set sequence = 1.5 where id = 'group'": "sequence",
    "update service set act = 'done' where id = 'group'": "act",
    "update service set recorded_on = '2018-02-30' where id = 'group'": "recorded_on",
}


@pytest.mark.parametrize("statement", EDITS)
def test_what_is_of_another_kind_on_sqlite_is_named_by_its_field(on_sqlite, statement):
    on_sqlite.append(REGISTER)
    write(on_sqlite, statement)

    reading = on_sqlite.reading()
    assert {(each.place.record_id, each.place.field) for each in reading.findings} >= {
        ("group", EDITS[statement])
    }
    assert reading.rows_kept == len(REGISTER) - 1
    with pytest.raises(DamagedRowsError, match="group"):
        list(on_sqlite.versions(RECORDED))


def test_a_text_in_no_encoding_is_told_without_the_text(on_sqlite):
    on_sqlite.append(REGISTER)
    write(on_sqlite, "update provider set name = cast(x'416E6E61FF' as text) where id = 'p'")

    with pytest.raises(DatabaseFailedError, match="a text is not in UTF-8") as caught:
        on_sqlite.reading()
    assert "Anna" not in str(caught.value)


@pytest.mark.parametrize(
    "what", ["recorded_on = 'never'", "version = 'two'", "id = x'41'", "recorded_on = x'32'"]
)
def test_by_what_a_row_is_found_no_edit_makes_another_kind(on_sqlite, what):
    on_sqlite.append(REGISTER)

    with pytest.raises(IntegrityError):
        write(on_sqlite, f"update client set {what} where id = 'anna'")


def test_a_table_that_is_dropped_while_it_is_open_is_told(apart):
    apart.append(REGISTER)
    write(apart, "drop table goal")

    for call in (apart.reading, lambda: apart.caseload(RECORDED)):
        with pytest.raises(DatabaseFailedError, match="open the database anew"):
            call()
    assert apart.append([removed("participation", "pa", 2)]) == 1


def test_versions_come_one_after_the_other_as_known_on_a_day(filled):
    told = []

    found = list(filled.versions(RECORDED, progress=told.append))

    assert {(each.record_type, each.record_id) for each in found} == {
        (each.record_type, each.record_id) for each in REGISTER
    }
    assert told[-1] == len(found) == len(REGISTER)
    assert [each.version for each in filled.versions(CORRECTED) if each.record == ANNA] == [3]

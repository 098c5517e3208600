"""What is erased goes from the tables, and from the files."""

from datetime import date

import attrs
import pytest
from databases_lab.people import ANNA, RECORDED, REGISTER, SECRET, version

from inclusion_core.databases import NotSweptError
from inclusion_core.databases.connecting import reading
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.keeping.erasing import erased
from inclusion_core.model.caseload import Journal
from inclusion_core.model.household import HouseholdMembership

NOTE = "kept in the blue folder"
ON = date(2018, 11, 5)


@pytest.fixture
def filled(database):
    corrected = attrs.evolve(version(ANNA, 2), why=NOTE)
    database.append((*REGISTER, corrected))
    return database


def erase_anna(journal):
    return erased(journal, "anna", SCHEMA, on=ON, by="u-1", because="asked for")


def test_an_erasure_leaves_tombstones_on_every_day(filled):
    expected = erase_anna(filled.reading().journal)

    filled.rewrite(erase_anna)

    reading = filled.reading()
    assert reading.journal == expected
    assert not [each for each in reading.findings if each.place.record_id == "anna"]
    assert ("client", "anna") in filled.caseload(ON).tombstones
    assert filled.fingerprint(ON)
    assert "anna" not in {each.id for each in filled.caseload(RECORDED).records["client"]}


def test_what_is_rewritten_takes_the_place_of_what_was(filled):
    def moved(journal):
        return Journal(
            tuple(
                attrs.evolve(each, record=attrs.evolve(each.record, client_id="carl"))
                if isinstance(each.record, HouseholdMembership)
                else each
                for each in journal.versions
            )
        )

    filled.rewrite(moved)

    members = filled.caseload(RECORDED).of(HouseholdMembership)
    assert {each.client_id for each in members} == {"carl"}


def test_a_change_that_changes_nothing_writes_nothing(filled):
    before = filled.reading()

    filled.rewrite(lambda journal: journal)

    assert filled.reading() == before


def bytes_of(folder):
    return b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())


def test_no_file_of_sqlite_holds_what_was_erased(apart_on_sqlite, tmp_path):
    apart_on_sqlite.append((*REGISTER, attrs.evolve(version(ANNA, 2), why=NOTE)))
    assert NOTE.encode() in bytes_of(tmp_path)
    assert SECRET.isoformat().encode() in bytes_of(tmp_path)

    apart_on_sqlite.rewrite(erase_anna)

    assert NOTE.encode() not in bytes_of(tmp_path)
    assert SECRET.isoformat().encode() not in bytes_of(tmp_path)


def test_who_still_reads_keeps_the_file_from_being_swept(apart_on_sqlite, tmp_path, monkeypatch):
    monkeypatch.setattr("inclusion_core.databases.connecting.PATIENCE", "PRAGMA busy_timeout = 50")
    apart_on_sqlite.append((*REGISTER, attrs.evolve(version(ANNA, 2), why=NOTE)))
    with reading(apart_on_sqlite.engine) as connection:
        assert connection.exec_driver_sql("select count(*) from client").scalar()
        with pytest.raises(NotSweptError, match=r"call sweep\(\)"):
            apart_on_sqlite.rewrite(erase_anna)
    assert ("client", "anna") in apart_on_sqlite.caseload(ON).tombstones

    apart_on_sqlite.sweep()

    assert NOTE.encode() not in bytes_of(tmp_path)


def test_no_table_of_postgres_holds_what_was_erased(apart_on_postgres, cluster):
    apart_on_postgres.append((*REGISTER, attrs.evolve(version(ANNA, 2), why=NOTE)))
    cluster.execute("checkpoint")
    [[number]] = cluster.execute(
        f"select oid from pg_database where datname = '{apart_on_postgres.engine.url.database}'"
    )
    tables = cluster.data / "base" / str(number)
    assert NOTE.encode() in bytes_of(tables)

    apart_on_postgres.rewrite(erase_anna)
    cluster.execute("checkpoint")

    assert NOTE.encode() not in bytes_of(tables)
    apart_on_postgres.sweep()

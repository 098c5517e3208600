"""What is written is what is read, as it was known on every day."""

from datetime import date

import pytest
from databases_lab.people import CORRECTED, RECORDED, REGISTER, SECRET, removed, version

from inclusion_core.databases import DamagedRowsError, Database
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client
from inclusion_core.model.versions import Act
from inclusion_core.values import PartialDay
from inclusion_core.wire.fingerprint import fingerprint

LATER = (
    version(Client(id="berta", provider_id="p", born_on=date(1990, 7, 16)), 2),
    removed("participation", "pb", 2),
    removed("client", "gone", 3, act=Act.ERASED),
)
JOURNAL = Journal(tuple(sorted((*REGISTER, *LATER), key=lambda each: each.order)))


@pytest.fixture
def filled(database):
    assert database.append(JOURNAL.versions) == len(JOURNAL.versions)
    return database


def test_every_version_comes_back_as_it_was_written(filled):
    reading = filled.reading()

    assert reading.journal == JOURNAL
    assert reading.rows_read == len(JOURNAL.versions)
    assert not reading.findings


@pytest.mark.parametrize("on", [date(2018, 6, 3), RECORDED, CORRECTED])
def test_the_caseload_is_that_of_the_journal_on_every_day(filled, on):
    expected = JOURNAL.as_known_on(on)
    told = []

    caseload = filled.caseload(on, progress=told.append)

    assert caseload == expected
    assert filled.fingerprint(on) == fingerprint(expected, SCHEMA)
    recorded = [each for each in expected.records if not SCHEMA[each].derived]
    assert filled.count(on) == sum(len(expected.records[each]) for each in recorded)
    assert told == sorted(told)


def test_a_database_that_is_opened_again_holds_what_it_held(filled):
    again = Database.open(filled.engine)

    assert again.reading().journal == JOURNAL
    assert Database.create(filled.engine).reading().journal == JOURNAL
    assert repr(again) in ("Database(sqlite)", "Database(postgresql)")


def test_a_day_known_in_part_has_its_ends_beside_it(filled):
    with filled.engine.connect() as connection:
        table = filled.tables["participation"]
        [row] = connection.execute(table.select().where(table.c.id == "pb", table.c.version == 1))

    assert row.entered_on is None
    assert row.entered_on_unknown == "partial"
    assert (row.entered_on_earliest, row.entered_on_latest) == (
        date(2017, 8, 1),
        date(2017, 8, 31),
    )


def test_a_day_that_is_an_interval_comes_back(on_sqlite):
    day = PartialDay(date(1990, 1, 3), date(1991, 2, 4))
    written = version(Client(id="c", provider_id="p", born_on=day))

    on_sqlite.append([written])

    assert on_sqlite.reading().journal.versions == (written,)


def write(database, statement):
    with database.engine.begin() as connection:
        connection.exec_driver_sql(statement)


DAMAGES = {
    "a value and a reason": (
        "update client set gender_unknown = 'refused' where id = 'anna'",
        "gender",
    ),
    "a code outside the list": ("update client set gender = 'x' where id = 'anna'", "gender"),
    "no such reason": (
        "update client set gender = null, gender_unknown = 'tired' where id = 'anna'",
        "gender",
    ),
    "ends without a reason": (
        "update client set born_on = null, born_on_earliest = '1971-01-01' where id = 'anna'",
        "born_on",
    ),
    "the last day before the first": (
        """update client set born_on = null, born_on_unknown = 'partial',
        born_on_earliest = '1971-01-02', born_on_latest = '1971-01-01' where id = 'anna'""",
        "born_on",
    ),
    "one end only": (
        """update client set born_on = null, born_on_unknown = 'partial',
        born_on_latest = '1971-01-01' where id = 'anna'""",
        "born_on",
    ),
    "partial without ends": (
        "update client set gender = null, gender_unknown = 'partial' where id = 'anna'",
        "gender",
    ),
    "nothing where something must stand": (
        "update client set provider_id = null where id = 'anna'",
        "provider_id",
    ),
    "values after a removal": (
        "update client set act = 'retracted' where id = 'anna'",
        "provider_id",
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_row_that_somebody_spoilt_is_named_by_its_field(on_sqlite, damage):
    statement, field = DAMAGES[damage]
    on_sqlite.append(JOURNAL.versions)
    write(on_sqlite, statement)

    reading = on_sqlite.reading()
    places = {(each.place.record_id, each.place.field) for each in reading.findings}
    assert ("anna", field) in places
    assert reading.rows_kept == reading.rows_read - 1


def test_nobody_is_judged_without_a_row_that_somebody_spoilt(filled):
    write(filled, DAMAGES["a code outside the list"][0])

    assert filled.reading().rows_kept == len(JOURNAL.versions) - 1
    with pytest.raises(DamagedRowsError, match="put them right there") as caught:
        filled.case("anna", known_on=RECORDED)
    assert str(SECRET) not in str(caught.value)
    with pytest.raises(DamagedRowsError):
        filled.caseload(RECORDED)
    with pytest.raises(DamagedRowsError):
        filled.rewrite(lambda journal: journal)


def test_a_text_in_a_column_of_days_is_a_finding_and_no_failure(on_sqlite):
    on_sqlite.append(JOURNAL.versions)
    write(on_sqlite, "update client set born_on = 'spring' where id = 'anna'")

    [finding] = on_sqlite.reading().findings

    assert (finding.place.record_id, finding.place.field) == ("anna", "born_on")

"""Parquet, databases and answers of version 1 too; and no version without a file that shows it."""

import json
import sqlite3
from contextlib import closing

import pytest
from test_stored import STORED, TYPES_OF_VERSION_1

from inclusion_core import SCHEMA
from inclusion_core.databases import Database
from inclusion_core.impact import file as standing
from inclusion_core.publishing.releases import text as releases
from inclusion_core.submissions.answers import given_in
from inclusion_core.tables.reader import PARQUET_READER
from inclusion_core.wire import SCHEMA_VERSION, expressions, read_journal
from inclusion_core.wire.type_versions import current_versions

VERSIONS = STORED.parent
FORMS = {
    "folder/schema.json": SCHEMA_VERSION,
    "journal.json": SCHEMA_VERSION,
    "parquet/schema.json": SCHEMA_VERSION,
    "database.sql": SCHEMA_VERSION,
    "standing.json": standing.VERSION,
    "ledger": releases.VERSION,
}
"""What is written, under its name in the folder of a version, and the version it has today."""


def test_a_parquet_folder_is_read_whole():
    reading = PARQUET_READER.read(STORED / "parquet", SCHEMA)

    assert reading.findings == ()
    assert reading.journal == read_journal(STORED / "folder", SCHEMA).journal


def test_a_database_is_opened_or_brought_up_and_holds_what_it_held(tmp_path):
    place = tmp_path / "cases.sqlite"
    with closing(sqlite3.connect(place)) as connection:
        connection.executescript((STORED / "database.sql").read_text(encoding="utf-8"))
    where = f"sqlite:///{place}"
    Database.upgrade(where, SCHEMA)
    database = Database.open(where, SCHEMA)
    reading = database.reading()
    database.engine.dispose()

    assert reading.findings == ()
    assert reading.journal == read_journal(STORED / "folder", SCHEMA).journal


def test_answers_are_read():
    given = given_in((STORED / "answers.toml").read_bytes())
    said = {key: (text.in_("lv"), text.in_("en")) for key, text in given.narrative}

    assert given.cover.contract == "2018/7"
    assert said["more"] == ("Vairāk.", "More.")
    assert said["summary"] == ("Divas {groups}.",) * 2


@pytest.mark.parametrize("form", FORMS)
def test_of_every_version_of_a_form_a_file_is_kept(form):
    kept = [number for number in range(1, 100) if (VERSIONS / f"version_{number}" / form).exists()]

    assert set(range(1, FORMS[form] + 1)) <= set(kept)


def test_of_every_version_of_an_expression_a_file_is_kept():
    golden = STORED.parents[1] / "golden"
    current = expressions.document.SCHEMA_VERSION

    for number in range(1, current + 1):
        written = json.loads((golden / f"expressions_version_{number}.json").read_bytes())
        assert {each["schema_version"] for each in written} == {number}


def test_of_every_version_of_a_record_type_a_file_is_kept():
    """Types that were not there in version 1 are kept with the version in which they came."""
    shown = {(name, 1) for name in TYPES_OF_VERSION_1}
    for path in sorted(VERSIONS.glob("*/folder/schema.json")):
        shown |= set(json.loads(path.read_bytes()).get("type_versions", {}).items())
        shown |= {(each.stem, 1) for each in path.parent.glob("*.csv")}
    today = current_versions(SCHEMA)
    wanted = {
        (kind.name, number)
        for kind in SCHEMA
        if not kind.derived
        for number in range(1, today.get(kind.name, 1) + 1)
    }

    assert wanted <= shown

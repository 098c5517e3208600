"""The same data give the same bytes, in whatever way they come and are counted."""

import hashlib
import os
import random
import subprocess
import sys
from datetime import date

import pytest

from inclusion_core import Journal, Language, Period, ReportData, read_journal
from inclusion_core.testing import installed_catalogue
from inclusion_core.wire import csv_folder, json_document
from inclusion_sif.sample import build

STATUS_DAY = date(2018, 12, 3)
HALF_YEAR = Period(date(2018, 6, 1), date(2018, 11, 30))


@pytest.fixture(scope="module")
def catalogue():
    return installed_catalogue()


@pytest.fixture(scope="module")
def journal():
    return build()


def rendered(catalogue, journal, engine=None):
    """The report in every format, in both languages; pages for print hang on installed fonts."""
    form = catalogue.report("sif.mentoring.interim")
    data = ReportData.of_caseload(journal.as_known_on(STATUS_DAY), catalogue.schema, engine=engine)
    report = form.filled_in(
        data,
        period=HALF_YEAR,
        status_day=STATUS_DAY,
        versions=catalogue.versions_behind(form),
    )
    return {
        (each.id, language): each.render(report, language)
        for each in catalogue.formats
        if each.id != "pdf"
        for language in Language
    }


@pytest.fixture(scope="module")
def expected(catalogue, journal):
    return rendered(catalogue, journal)


@pytest.mark.at_length(few=1)
@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_from_tables_as_from_objects(catalogue, journal, expected, engine):
    assert rendered(catalogue, journal, engine) == expected


def test_from_a_folder_of_csv(catalogue, journal, expected, tmp_path):
    csv_folder.write(journal, tmp_path, catalogue.schema)
    reading = read_journal(tmp_path, catalogue.schema)

    assert reading.findings == ()
    assert rendered(catalogue, reading.journal) == expected


def test_from_a_json_document(catalogue, journal, expected, tmp_path):
    path = tmp_path / "caseload.json"
    path.write_bytes(json_document.write(journal, catalogue.schema))
    reading = read_journal(path, catalogue.schema)

    assert reading.findings == ()
    assert rendered(catalogue, reading.journal) == expected


def test_from_records_in_another_order(catalogue, journal, expected):
    shuffled = list(journal.versions)
    random.Random(7).shuffle(shuffled)

    assert rendered(catalogue, Journal(tuple(shuffled))) == expected


def test_from_rows_of_csv_in_another_order(catalogue, journal, expected, tmp_path):
    csv_folder.write(journal, tmp_path, catalogue.schema)
    for path in tmp_path.glob("*.csv"):
        heading, *rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
        random.Random(11).shuffle(rows)
        path.write_text(heading + "".join(rows), encoding="utf-8", newline="")

    assert rendered(catalogue, read_journal(tmp_path, catalogue.schema).journal) == expected


PROGRAM = """
import hashlib, sys
from datetime import date
from inclusion_core import Language, Period, ReportData, load_catalogue
from inclusion_sif.sample import build
catalogue = load_catalogue()
form = catalogue.report("sif.mentoring.interim")
on = date(2018, 12, 3)
data = ReportData.of_caseload(build().as_known_on(on), catalogue.schema, engine=sys.argv[1] or None)
report = form.filled_in(
    data,
    period=Period(date(2018, 6, 1), date(2018, 11, 30)),
    status_day=on,
    versions=catalogue.versions_behind(form),
)
for each in (each for each in catalogue.formats if each.id != "pdf"):
    for language in Language:
        print(each.id, language, hashlib.sha256(each.render(report, language)).hexdigest())
"""


@pytest.mark.at_length(few=1)
@pytest.mark.parametrize(
    ("engine", "settings"),
    [
        ("", {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"}),
        ("polars", {"PYTHONHASHSEED": "2", "LC_ALL": "lv_LV.UTF-8", "TZ": "Europe/Riga"}),
        ("duckdb", {"PYTHONHASHSEED": "3", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"}),
    ],
)
def test_whatever_the_hash_seed_the_locale_and_the_time_zone(expected, engine, settings):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, engine],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=True,
    )
    digests = {
        (name, Language(language)): digest
        for name, language, digest in (line.split() for line in done.stdout.splitlines())
    }

    assert digests == {
        key: hashlib.sha256(content).hexdigest() for key, content in expected.items()
    }

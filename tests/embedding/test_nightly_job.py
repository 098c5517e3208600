"""The job of docs/how-to/run-a-nightly-job.md, run as it stands there."""

import fcntl
import json
import logging
import subprocess
import sys
from datetime import date
from pathlib import Path
from signal import SIGKILL

import attrs
import pytest
from databases_lab.people import ANNA, REGISTER, version
from page_lab.files import file_blocks
from sybil import Document

from inclusion_core import Journal, Language, Period, ReportData, write_journal
from inclusion_core.catalogue import PluginFault
from inclusion_core.databases import BusyError, Database, LostConnectionError
from inclusion_core.publishing.releases.ledger import opened
from inclusion_core.testing import installed_catalogue

HERE = Path(__file__).parent
DOCS = HERE.parents[1] / "docs"
DAY = date(2018, 12, 3)
JOURNAL = Journal(REGISTER)
MONTH = "sif.mentoring.interim.2018-11"


@pytest.fixture(scope="module")
def catalogue():
    return installed_catalogue()


@pytest.fixture(scope="module")
def nightly(example, catalogue):
    job = example("nightly_job.nightly")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(job, "load_catalogue", lambda: catalogue)
        yield job


@pytest.fixture
def folder(tmp_path, catalogue):
    write_journal(JOURNAL, tmp_path / "cases", catalogue.schema)
    return tmp_path / "cases"


def in_database(address, catalogue):
    database = Database.create(address, catalogue.schema)
    database.append(JOURNAL.versions)
    database.engine.dispose()
    return address


@pytest.fixture
def sqlite_cases(sqlite_url, catalogue):
    return in_database(sqlite_url, catalogue)


@pytest.fixture
def postgres_cases(postgres_url, catalogue):
    return in_database(postgres_url, catalogue)


@pytest.fixture(params=["folder", "sqlite_cases", "postgres_cases"])
def cases(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def run(nightly, tmp_path):
    def night(where, day=DAY, wait=pytest.fail):
        return nightly.main([str(where), str(tmp_path / "out"), "--day", str(day)], wait)

    return night


def held(folder):
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file() and each.name != ".lock"
    }


def test_a_night_gives_the_same_from_every_place(run, cases, tmp_path, catalogue):
    code = run(cases)

    form, period = catalogue.report("sif.mentoring.interim"), Period(date(2018, 12, 1), DAY)
    data = ReportData.of_caseload(JOURNAL.as_known_on(DAY), catalogue.schema)
    versions = catalogue.versions_behind(form)
    own = form.filled_in(data, period=period, status_day=DAY, versions=versions)
    latest = held(tmp_path / "out" / "staff" / "latest")
    assert latest["report.json"] == catalogue.formats["json"].render(own, Language.LV)
    errors = [each for each in json.loads(latest["findings.json"]) if each["severity"] == "error"]
    assert code == (1 if errors else 0)
    assert set(held(tmp_path / "out" / "public")) == {f"{MONTH}.html", f"{MONTH}.json"}
    assert [each.id for each in opened(tmp_path / "out" / "releases").entries] == [MONTH]


def test_twice_the_same_night_changes_nothing(run, cases, tmp_path):
    first = run(cases)
    there = held(tmp_path / "out")

    assert run(cases) == first
    assert held(tmp_path / "out") == there


def test_what_was_published_stays_whatever_is_corrected(run, sqlite_cases, tmp_path, catalogue):
    run(sqlite_cases)
    before = held(tmp_path / "out")
    database = Database.open(sqlite_cases, catalogue.schema)
    more = attrs.evolve(ANNA, id="dana")
    database.append([version(more, recorded_on=DAY)])
    database.engine.dispose()

    run(sqlite_cases, date(2018, 12, 4))

    after = held(tmp_path / "out")
    assert before.items() <= after.items()
    latest = (tmp_path / "out" / "staff" / "latest").readlink()
    assert latest.name.startswith("2018-12-04-")
    assert held(tmp_path / "out" / "public") == {
        name.removeprefix("public/"): data
        for name, data in before.items()
        if name.startswith("public/")
    }


def test_of_bad_data_the_good_is_reported_and_the_rest_told(run, folder, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    file = folder / "client.csv"
    heading, first, *others = file.read_text(encoding="utf-8").splitlines()
    bad = first.replace("1971-03-17", "SECRET")
    assert bad != first
    file.write_text("\n".join([heading, bad, *others, ""]), encoding="utf-8")

    assert run(folder) == 1

    findings = (tmp_path / "out" / "staff" / "latest" / "findings.json").read_text()
    told = [each for each in json.loads(findings) if each["kind"] == "wire.not-a-day"]
    assert [(each["row"], each["record_id"], each["field"]) for each in told] == [
        (2, "anna", "born_on")
    ]
    assert "SECRET" not in findings + caplog.text
    assert f"kept: {len(REGISTER) - 1}" in caplog.text


@pytest.mark.parametrize("place", ["nowhere", "empty", "sqlite:///nowhere/cases.db"])
def test_where_nothing_can_be_read_nothing_is_written(run, tmp_path, monkeypatch, place, caplog):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()

    assert run(place) == 4
    assert held(tmp_path / "out") == {}
    assert "not done" in caplog.text


def test_a_missing_plugin_is_told_and_the_night_goes_on(
    run, folder, monkeypatch, catalogue, caplog
):
    fault = PluginFault(plugin="esf", distribution="inclusion-esf", problem="does not load")
    less = attrs.evolve(catalogue, faults=(fault,))
    monkeypatch.setattr("nightly_job.nightly.load_catalogue", lambda: less)

    assert run(folder) == 1
    assert str(fault) in caplog.messages


def test_two_do_not_run_at_once(run, folder, tmp_path):
    (tmp_path / "out").mkdir()
    with (tmp_path / "out" / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert run(folder) == 75
        assert held(tmp_path / "out") == {}

    assert run(folder) in (0, 1)


def test_a_lost_database_is_waited_for(run, postgres_cases, cluster):
    waited = []
    cluster.stop()

    def comes_back(seconds):
        waited.append(seconds)
        if len(waited) == 2:
            cluster.start()

    try:
        assert run(postgres_cases, wait=comes_back) in (0, 1)
    finally:
        if len(waited) < 2:
            cluster.start()
    assert waited == [10, 60]


@pytest.mark.parametrize("error", [BusyError, LostConnectionError])
def test_the_job_gives_up_in_the_end(run, sqlite_cases, tmp_path, monkeypatch, error):
    waited = []

    def fails(_):
        raise error

    monkeypatch.setattr(Database, "reading", fails)

    assert run(sqlite_cases, wait=waited.append) == 4
    assert waited == [10, 60, 300]
    assert held(tmp_path / "out") == {}


def test_a_night_that_is_killed_leaves_nothing_half(folder, tmp_path):
    done = subprocess.run(
        [sys.executable, HERE / "nightly_lab" / "killed.py", folder, tmp_path / "nights"],
        capture_output=True,
        check=True,
    )
    *killed, whole = json.loads(done.stdout)

    assert len(killed) > 12
    assert {each["ended"] for each in killed} == {-SIGKILL}
    assert whole["ended"] == 0
    assert whole["after"] == whole["next"]
    for night in killed:
        seen = {name: text for name, text in night["after"].items() if "/." not in name}
        assert seen.items() <= whole["after"].items()
        assert len([each for each in seen if each.startswith("staff/2018")]) in (0, 3)
        if f"public/{MONTH}.json" in seen:
            assert any(each.startswith("releases/0001-") for each in seen)
        assert night["next"] == whole["after"]


def test_the_script_runs_from_the_shell(folder, tmp_path):
    script = DOCS / "examples" / "nightly_job" / "nightly.py"
    done = subprocess.run(
        [sys.executable, script, folder, tmp_path / "out", "--day", "2018-12-03"],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )

    assert done.returncode == 1, done.stderr
    assert f"INFO rows read: {len(REGISTER)}, kept: {len(REGISTER)}" in done.stderr
    assert (tmp_path / "out").stat().st_mode & 0o077 == 0


def test_the_day_is_that_of_riga(nightly, run, folder, tmp_path, monkeypatch):
    from datetime import UTC, datetime

    class Clock:
        @staticmethod
        def now(zone):
            return datetime(2018, 12, 2, 22, 30, tzinfo=UTC).astimezone(zone)

    monkeypatch.setattr(nightly, "datetime", Clock)

    assert nightly.main([str(folder), str(tmp_path / "out")]) in (0, 1)
    assert (tmp_path / "out" / "staff" / "latest").readlink().name.startswith("2018-12-03-")


def test_the_page_shows_the_script():
    page = DOCS / "how-to" / "run-a-nightly-job.md"
    text = page.read_text(encoding="utf-8")
    blocks = dict(each.parsed for each in file_blocks(Document(text, page.name)))
    script = DOCS / "examples" / "nightly_job" / "nightly.py"

    assert blocks["nightly_job/nightly.py"] == script.read_text(encoding="utf-8")

"""Other processes: what is handed to them, what they find after a fork, and that they agree."""

import json
import os
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from inclusion_core import (
    Caseload,
    Cases,
    Finding,
    Language,
    Period,
    ReportData,
    contradictions,
)
from inclusion_core.databases import Conflict, ConflictError
from inclusion_core.errors import DeclarationError, SchemaError, UnknownNameError
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Programme
from inclusion_core.model.participation import Participation
from inclusion_core.publishing.releases.errors import LedgerBusyError, LedgerError
from inclusion_core.testing import installed_catalogue

TODAY = date(2018, 12, 3)
YEAR = Period(date(2018, 1, 1), date(2018, 12, 31))
PROGRAMME, FORM = "sif.motivation", "sif.motivation.results-2018"


@pytest.fixture(scope="module")
def catalogue():
    return installed_catalogue()


@pytest.fixture(scope="module")
def journal(catalogue):
    return catalogue.samples[PROGRAMME].build(1)


@pytest.fixture(scope="module")
def caseload(journal):
    return journal.as_known_on(TODAY)


def again(thing):
    return pickle.loads(pickle.dumps(thing))


# What can be handed to another process.


def test_a_journal_and_a_caseload_come_back_as_they_were(journal, caseload):
    assert again(journal) == journal
    assert again(caseload) == caseload


def test_a_report_and_the_data_it_is_made_of_come_back_as_they_were(catalogue, caseload):
    data = again(ReportData.of_caseload(caseload, catalogue.schema))
    report = catalogue.report(FORM).filled_in(data, period=YEAR, status_day=TODAY)

    assert again(report) == report
    for key in ("html", "json", "csv"):
        render = catalogue.formats[key].render
        assert render(again(report), Language.LV) == render(report, Language.LV)


def test_a_report_form_a_programme_and_the_schema_come_back_as_they_were(catalogue):
    assert again(catalogue.report(FORM)) == catalogue.report(FORM)
    assert again(catalogue.programme(PROGRAMME)) == catalogue.programme(PROGRAMME)
    assert again(catalogue.schema).record_types.keys() == catalogue.schema.record_types.keys()
    assert again(YEAR) == YEAR


def test_a_decision_that_came_back_says_the_same(catalogue, caseload):
    service = catalogue.eligibility(PROGRAMME)
    cases = Cases.of(caseload, catalogue.schema)
    standing, verdict = next(iter(service.verdicts(cases)))
    decision = service.assess_standing(standing, TODAY)
    other = again(decision)

    assert decision.verdict is verdict
    assert other.verdict is verdict
    assert other.explain("lv") == decision.explain("lv")
    assert other.as_json("en") == decision.as_json("en")


def test_a_window_that_came_back_says_the_same(catalogue):
    client = Client(id="c-1", provider_id="p-1")
    entry = Participation(
        id="v-1",
        client_id="c-1",
        programme_id="m-1",
        entered_on=date(2018, 2, 5),
    )
    programme = Programme(id="m-1", operation_id="o-1", declared_as="sif.mentoring")
    known = Caseload.of_records([client, entry, programme], known_on=TODAY)
    case = Cases.of(known, catalogue.schema)["c-1"]
    window = catalogue.eligibility("sif.mentoring").support("social-worker", case, on=TODAY)

    assert again(window).explain("en") == window.explain("en")


def test_findings_come_back_as_they_were(catalogue, caseload, journal):
    findings = contradictions(
        caseload, catalogue.schema, catalogue.checks_for([PROGRAMME]), journal
    )
    some = (*findings, Finding(kind="test.one", says=catalogue.report(FORM).title,
                               remedy=catalogue.report(FORM).title))  # fmt: skip

    assert again(some) == some


@pytest.mark.parametrize(
    "error",
    [
        SchemaError("client", "no"),
        DeclarationError("metric", "m", "no"),
        UnknownNameError("metric", "enterd", ["entered"]),
        ConflictError("client", "c-1", 2, 2, Conflict.TAKEN),
        LedgerError("0001.json", "torn"),
        LedgerBusyError(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_comes_back_as_it_was(error):
    other = again(error)

    assert (type(other), str(other), vars(other)) == (type(error), str(error), vars(error))


def test_a_catalogue_is_not_handed_over_but_loaded_where_it_is_needed(catalogue):
    """Checks and formats are functions, some of them made on the spot."""
    with pytest.raises((pickle.PicklingError, AttributeError)):
        pickle.dumps(catalogue)


# Processes that begin anew, and processes that are forked.

WORK = '''
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache
from hashlib import sha256
from multiprocessing import get_context

from inclusion_core import Caseload, Language, Period, ReportData, load_catalogue
from inclusion_core.manager import installed_plugins

YEAR = Period(date(2018, 1, 1), date(2018, 12, 31))


@cache
def catalogue():
    """Loaded once in each process."""
    return load_catalogue(each for each in installed_plugins() if each.name == "sif")


def monthly(caseload: Caseload, month: int) -> str:
    """The SHA-256 of the report of a month; two processes cannot share more than data."""
    form = catalogue().report("sif.motivation.results-2018")
    report = form.filled_in(
        ReportData.of_caseload(caseload, catalogue().schema),
        period=Period.month(2018, month),
        status_day=date(2018, 12, 3),
    )
    return sha256(catalogue().formats["html"].render(report, Language.LV)).hexdigest()


def main() -> None:
    how = sys.argv[1]
    journal = catalogue().samples["sif.motivation"].build(1)
    caseload = journal.as_known_on(date(2018, 12, 3))
    months = range(1, 3)
    if how == "alone":
        found = [monthly(caseload, month) for month in months]
    else:
        if how == "fork":
            monthly(caseload, 1)  # so that what is kept was filled before
        with ProcessPoolExecutor(1, mp_context=get_context(how)) as pool:
            found = list(pool.map(monthly, [caseload] * 2, months))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
'''


@pytest.fixture(scope="module")
def work(tmp_path_factory):
    path = tmp_path_factory.mktemp("work") / "work.py"
    path.write_text(WORK, encoding="utf-8")

    def work(how, seed):
        run = subprocess.run(
            [sys.executable, "-W", "error", str(path), how],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        assert (run.returncode, run.stderr) == (0, "")
        return json.loads(run.stdout)

    return work


def test_processes_that_hash_differently_and_begin_differently_give_the_same_bytes(work):
    alone = work("alone", "1")

    assert len({*alone}) == 2
    assert work("spawn", "2") == alone
    assert work("fork", "3") == alone


FORKED = """
import os, sys
from pathlib import Path
from inclusion_core.frames import opening

folder = Path(opening._private_folder(os.getpid()))
child = os.fork()
if child == 0:
    assert opening._private_folder(os.getpid()) != str(folder)
    sys.exit(0)
os.waitpid(child, 0)
print(folder.exists(), folder)
"""


def test_a_forked_process_has_a_folder_of_its_own_and_takes_no_other_away():
    run = subprocess.run([sys.executable, "-c", FORKED], capture_output=True, text=True, check=True)
    kept, folder = run.stdout.split()

    assert kept == "True"
    assert not Path(folder).exists()

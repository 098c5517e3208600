"""Reconciling on the command line: metrics, data, and a report in any format."""

import json
from datetime import date
from importlib.metadata import version

import pytest
from fund_lab import TOY_FUND
from stays_lab import ROWS, STAYS

from inclusion_core.cli.facts_written import write_parquet
from inclusion_core.expr import subject
from inclusion_core.facts.rows import ClientRow, PersonRow
from inclusion_core.manager import Plugin
from inclusion_core.markers import hookimpl
from inclusion_core.metrics.metric import Grain, Membership, Metric
from inclusion_core.sources import Source
from inclusion_core.texts import lv

YEAR = ("--period", "2018-01-01..2018-12-31")
RULES = Source(lv("Nolikums").en("Rules"), issued=date(2018, 1, 2))
PERSONS = Metric(
    id="more.persons",
    says=lv("Personas").en("Persons"),
    subject=PersonRow,
    universe=subject(PersonRow).clients.exist(),
    grain=Grain.PROGRAMME,
    membership=Membership.STOCK,
    source=RULES,
)
CLIENTS = Metric(
    id="more.clients",
    says=lv("Klienti").en("Clients"),
    subject=ClientRow,
    universe=subject(ClientRow).born_on.is_known(),
    grain=Grain.PROGRAMME,
    membership=Membership.STOCK,
    source=RULES,
)


class MorePlugin:
    @hookimpl
    def inclusion_metrics(self):
        return (PERSONS, CLIENTS)


MORE = Plugin(
    name="more",
    distribution="inclusion-more",
    version=version("inclusion-core"),
    load=MorePlugin,
)


@pytest.fixture
def reconciled(run, folder):
    """Runs `reconcile` on two clients; gives its exit code, what it shows and what it remarks."""

    def command(*arguments):
        both = ("more.persons", "more.clients", folder)
        return run("reconcile", *both, *YEAR, *arguments, plugins=(MORE,))

    return command


def tables(shown):
    return {
        table["id"]: {row["id"]: row["cells"] for row in table["rows"]}
        for section in json.loads(shown)["sections"]
        for table in section["tables"]
    }


@pytest.mark.parametrize("engine", [(), ("--engine", "polars")])
def test_two_metrics_are_reconciled(reconciled, engine):
    code, shown, _ = reconciled("--format", "json", *engine)

    bridge = tables(shown)["bridge"]
    assert code == 0
    assert bridge["persons"][1]["count"] == 2
    assert bridge["several-metrics"][0]["count"] == -2
    assert "c-1" not in shown
    assert {each["distribution"] for each in json.loads(shown)["provenance"]["versions"]} >= {
        "inclusion-core",
        "inclusion-more",
    }


def test_it_is_shown_in_the_language_asked_for(reconciled):
    code, shown, _ = reconciled("--language", "lv")

    assert code == 0
    assert shown.startswith("Saskaņošana: kas kur skaitīts")


def test_persons_are_named_where_that_is_asked_for(reconciled):
    _, shown, _ = reconciled("--format", "json", "--list-persons")

    assert set(tables(shown)["persons.several-metrics"]) == {"c-1", "c-2"}


def test_it_is_written_to_a_file_in_the_format_that_its_name_tells(reconciled, tmp_path):
    path = tmp_path / "reconciliation.md"
    code, shown, remarked = reconciled("--output", path)

    assert (code, shown) == (0, "")
    assert path.read_text(encoding="utf-8").startswith("# Reconciliation")
    assert f"The report is written to {path}" in remarked


def test_a_file_whose_name_tells_nothing_is_written_as_for_a_terminal(reconciled, tmp_path):
    path = tmp_path / "reconciliation.unknown"
    reconciled("--output", path)

    assert path.read_text(encoding="utf-8").startswith("Reconciliation")


def test_the_report_does_not_take_the_place_of_data(reconciled, folder):
    code, _, remarked = reconciled("--output", folder / "report.md")

    assert code == 2
    assert "lies in the data" in remarked


def test_a_binary_format_needs_a_file(run, folder):
    code, _, remarked = run("reconcile", "toy.persons", folder, *YEAR, "--format", "toy.binary")

    assert code == 2
    assert "cannot be shown" in remarked


def test_an_unknown_metric_is_answered_with_the_nearest(run, folder):
    code, _, remarked = run("reconcile", "toy.person", folder, *YEAR)

    assert code == 2
    assert "toy.persons" in remarked


def test_a_period_that_is_not_known_yet_is_remarked(reconciled):
    _, _, remarked = reconciled("--known-on", "2018-11-30")

    assert "The period ends on 31 December 2018" in remarked


def test_a_register_is_reconciled_and_what_it_does_not_tell_is_a_step(run, tmp_path):
    path = tmp_path / "stays.parquet"
    write_parquet(STAYS, ROWS, path)
    arguments = ("toy.stayed", "toy.workers", path, *YEAR, "--assume", "toy.window=0")

    code, shown, _ = run("reconcile", *arguments, "--format", "json", plugins=(TOY_FUND,))

    assert code == 0
    assert tables(shown)["bridge"]["no-persons"][0]["count"] == -6
    assert "assumptions" in tables(shown)


def test_faults_in_the_data_are_told_after_it(run, faulty_folder):
    code, shown, remarked = run("reconcile", "more.persons", faulty_folder, *YEAR, plugins=(MORE,))

    assert code == 1
    assert shown.startswith("Reconciliation")
    assert "In the data: " in remarked
    assert "CANARY" not in remarked

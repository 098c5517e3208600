"""Data that a plugin reads, and what it looks for in them: commands take both as their own."""

import json
from datetime import date
from importlib.metadata import version

import pytest

from inclusion_core.checks.check import Fault
from inclusion_core.expr import subject
from inclusion_core.facts.rows import PersonRow
from inclusion_core.manager import Plugin
from inclusion_core.markers import hookimpl
from inclusion_core.metrics.metric import Grain, Membership, Metric
from inclusion_core.model.client import Client
from inclusion_core.reports.form import FigureTable, ReportForm, SectionForm
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.wire import json_document
from inclusion_core.wire.readers import DataReader

CANARY = "050590-12345"
EARLY = Fault(
    kind="lines.early", says=lv("par agru").en("too early"), remedy=lv("gaidiet").en("wait")
)


def read_lines(path, schema):
    """Clients, on each line one and the day of birth."""
    lines = [line.split() for line in path.read_text().splitlines()]
    clients = [
        {"id": key, "recorded_on": "2018-06-01", "provider_id": "p-1", "born_on": born_on}
        for key, born_on in lines
    ]
    provider = {"id": "p-1", "recorded_on": "2018-06-01", "name": "Provider"}
    records = {"client": clients, "provider": [provider]}
    document = {"schema": "inclusion_core", "schema_version": 1, "records": records}
    return json_document.read(json.dumps(document).encode(), schema)


def born_early(examined):
    for client in examined.of(Client):
        if client.born_on < date(1950, 1, 1):
            yield EARLY.at(client, "born_on")


def breaks(examined):
    raise ValueError(CANARY)


PERSONS = Metric(
    id="lines.persons",
    says=lv("Personas").en("Persons"),
    subject=PersonRow,
    universe=subject(PersonRow).clients.exist(),
    grain=Grain.PROGRAMME,
    membership=Membership.STOCK,
    source=Source("Rules"),
)
FORM = ReportForm(
    id="lines.form",
    programme="lines.course",
    title=lv("Pārskats").en("Overview"),
    subtitle=lv("{period}").en("{period}"),
    sections=(
        SectionForm(
            id="all",
            title=lv("Visi").en("All"),
            tables=(
                FigureTable(
                    id="all",
                    title=lv("Visi").en("All"),
                    row_heading=lv("Kas").en("Who"),
                    metrics=(PERSONS,),
                ),
            ),
        ),
    ),
)


class Lines:
    @hookimpl
    def inclusion_reports(self):
        return (FORM,)

    @hookimpl
    def inclusion_readers(self):
        says = lv("saraksts").en("list")
        return (DataReader(id="lines.lines", says=says, suffixes=(".lines",), read=read_lines),)

    @hookimpl
    def inclusion_checks(self):
        broken = Fault(kind="lines.broken", says=EARLY.says, remedy=EARLY.remedy)
        return (EARLY.check(born_early), broken.check(breaks))


LINES = Plugin(
    name="lines",
    distribution="inclusion-lines",
    version=version("inclusion-core"),
    load=Lines,
)


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "register.lines"
    path.write_text("c-1 1990-05-01\nc-2 1949-12-31\n")
    return path


def test_a_file_that_a_plugin_reads_is_checked_by_its_checks_too(run, lines):
    code, shown, _ = run("check", lines, plugins=(LINES,))

    assert code == 1
    assert shown == (
        "error: the check lines.broken failed; what else it would have found is not known; tell "
        "those who distribute this check\n"
        "error: client c-2, field born_on: too early; wait\n"
        "In the data: 2 errors, 0 warnings.\n"
        "Rows: 3 in the data, 3 kept. As known on 1 June 2018.\n"
    )


def test_without_the_plugin_the_file_is_not_read(run, lines):
    code, shown, _ = run("check", lines, plugins=())

    assert code == 4
    assert "there is no reader for this; what is read here: folder of CSV files, JSON" in shown


def test_a_report_is_made_from_a_file_that_a_plugin_reads(run, lines):
    period = ("--period", "2018-06-01..2018-06-30")
    code, shown, remarks = run(
        "report", "lines.form", lines, *period, "--format", "csv", plugins=(LINES,)
    )

    assert code == 1
    assert "lines.persons" in shown
    assert "2 errors" in remarks
    assert CANARY not in f"{shown}{remarks}"

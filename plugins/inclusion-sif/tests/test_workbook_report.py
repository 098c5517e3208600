"""A workbook that a provider fills in becomes the published report in two commands."""

import json
from functools import cache
from importlib.metadata import version

import pytest

import inclusion_sif
from inclusion_core.cli import main
from inclusion_core.manager import Plugin, load_catalogue

SIF = Plugin(
    name="sif",
    distribution="inclusion-sif",
    version=version("inclusion-core"),
    load=lambda: inclusion_sif,
)
HALF_YEAR = ("--period", "2018-06-01..2018-11-30", "--status-day", "2018-12-03")
FORM = "sif.mentoring.interim"


@cache
def alone():
    """The catalogue of this plugin without any other."""
    return load_catalogue([SIF])


@pytest.fixture
def run(capsys):
    def command(*arguments):
        code = main([str(each) for each in arguments], load=alone)
        return code, capsys.readouterr().out

    return command


def figures(shown):
    return {
        (section["id"], table["id"], row["id"]): row["cells"]
        for section in json.loads(shown)["sections"]
        for table in section["tables"]
        for row in table["rows"]
    }


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_filled_workbook_becomes_the_published_report_in_two_commands(tmp_path, run, language):
    sample, workbook, caseload = (tmp_path / name for name in ("sample", "book.xlsx", "caseload"))
    run("sample", "sif.mentoring", sample)
    known = ("--from", sample, "--known-on", "2018-12-03", "--language", language)
    assert run("template", "sif.mentoring", "-o", workbook, *known)[0] == 0

    imported, _ = run(
        *("import", workbook, "--into", caseload, "--programme", "sif.mentoring"),
        *("--recorded-on", "2018-12-03", "--write", "changes"),
    )
    reported, shown = run("report", FORM, caseload, *HALF_YEAR, "--format", "json")

    assert (imported, reported) == (0, 0)
    _, published = run(
        *("report", FORM, sample, *HALF_YEAR, "--known-on", "2018-12-03", "--format", "json")
    )
    assert figures(shown) == figures(published)
    assert figures(shown)
    clients = (caseload / "client.csv").read_text(encoding="utf-8")
    given = (sample / "client.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert not any(f"{line.partition(',')[0]}," in clients for line in given)

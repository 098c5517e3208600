"""A workbook that a provider fills in becomes the published report in two commands."""

import json

import pytest

from inclusion_core.cli import main

HALF_YEAR = ("--period", "2018-06-01..2018-11-30", "--status-day", "2018-12-03")
FORM = "sif.mentoring.interim"


@pytest.fixture
def run(capsys, alone):
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


@pytest.mark.at_length(few=1)
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

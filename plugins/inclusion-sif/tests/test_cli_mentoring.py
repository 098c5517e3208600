"""The command line from the sample to the published figures."""

import csv
import io
import json

import pytest

from inclusion_core.cli import main

HALF_YEAR = (
    *("--period", "2018-06-01..2018-11-30"),
    *("--status-day", "2018-12-03", "--known-on", "2018-12-03"),
)
APRIL = (
    *("--period", "2016-04-01..2016-04-30"),
    *("--status-day", "2016-05-24", "--known-on", "2016-05-24"),
)


@pytest.fixture
def run(capsys, alone):
    """Runs a command; gives its exit code, what it shows and what it remarks."""

    def command(*arguments):
        code = main([str(each) for each in arguments], load=alone)
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return command


@pytest.fixture(scope="module")
def sample(tmp_path_factory, alone):
    """The sample as a folder."""
    folder = tmp_path_factory.mktemp("made") / "sample"
    assert main(["sample", "sif.mentoring", str(folder)], load=alone) == 0
    return folder


def figures(shown):
    return {
        row["id"]: row["cells"][0]["count"]
        for section in json.loads(shown)["sections"]
        for table in section["tables"]
        for row in table["rows"]
    }


PUBLISHED_2018 = {
    "sif.mentoring.clients": 146,
    "sif.mentoring.families-with-children": 19,
    "sif.mentoring.families-without-children": 5,
    "sif.mentoring.individuals": 65,
    "sif.mentoring.children": 39,
    "sif.mentoring.children-on-status-day": 19,
    "sif.mentoring.children-at-school": 12,
    "sif.mentoring.arrived-asylum-seekers": 111,
    "sif.mentoring.countries": 26,
    "sif.mentoring.social-workers": 2,
    "sif.mentoring.social-mentors": 11,
}
PUBLISHED_2016 = {
    "sif.mentoring.clients": 69,
    "sif.mentoring.relocated": 23,
    "sif.mentoring.social-workers": 1,
    "sif.mentoring.social-mentors": 4,
}


@pytest.mark.at_length(few=1)
@pytest.mark.parametrize("engine", ["objects", "polars", "duckdb"])
def test_the_interim_report_of_the_sample_gives_the_published_figures(run, sample, engine):
    asked = ("report", "sif.mentoring.interim", sample, *HALF_YEAR, "--engine", engine)
    code, shown, _ = run(*asked, "--format", "json")

    assert code == 0
    assert figures(shown).items() >= PUBLISHED_2018.items()


def test_the_monthly_report_of_the_sample_gives_the_published_figures(run, sample):
    _, shown, _ = run("report", "sif.mentoring.monthly", sample, *APRIL, "--format", "json")

    assert figures(shown).items() >= PUBLISHED_2016.items()


def test_a_newcomer_gets_a_report_on_the_screen_and_one_to_keep(run, sample, tmp_path):
    page = tmp_path / "report.html"
    code, shown, remarks = run(
        "report", "sif.mentoring.interim", sample, *HALF_YEAR, "--html", page
    )

    assert code == 0
    assert shown.startswith("Interim report\n")
    assert f"The report is written to {page}\n" in remarks
    assert page.read_bytes().startswith(b"<!DOCTYPE html>")


def test_the_report_speaks_latvian(run, sample):
    _, shown, _ = run("report", "sif.mentoring.interim", sample, *HALF_YEAR, "--language", "lv")

    assert shown.startswith("Starpposma ziņojums\n")
    assert "Unikālie klienti" in shown


@pytest.mark.at_length(few=0)
def test_a_document_gives_the_same_report_as_a_folder(run, sample, tmp_path):
    run("sample", "sif.mentoring", tmp_path, "--format", "json")
    document = tmp_path / "caseload.json"
    asked = (*HALF_YEAR, "--format", "json")

    code, shown, remarks = run("report", "sif.mentoring.interim", sample, *asked)
    assert run("report", "sif.mentoring.interim", document, *asked) == (
        code,
        shown,
        remarks.replace(str(sample), str(document)),
    )


def test_nothing_in_the_sample_contradicts_itself(run, sample):
    code, shown, remarks = run("check", sample, "--format", "json")

    assert (code, remarks) == (0, "")
    findings = json.loads(shown)["findings"]
    assert {each["severity"] for each in findings} == {"warning"}
    assert {each["kind"] for each in findings} == {
        "sif.mentoring.needed-answers",
        "sif.mentoring.outcomes-evidenced",
        "sif.mentoring.plan-drawn-up",
    }


def test_a_row_that_is_spoilt_is_named_and_the_others_are_counted(run, tmp_path):
    folder = tmp_path / "sample"
    run("sample", "sif.mentoring", folder)
    path = folder / "client.csv"
    heading, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8")))
    rows[0][heading.index("born_on")] = "CANARY"
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([heading, *rows])
    path.write_text(text.getvalue(), encoding="utf-8")

    code, shown, remarks = run("report", "sif.mentoring.interim", folder, *HALF_YEAR)

    assert code == 1
    assert shown.startswith("Interim report\n")
    assert "wire.not-a-day: 1" in remarks
    assert "client.csv, row 2" in remarks
    assert "CANARY" not in shown + remarks


def test_the_programme_is_listed_with_its_forms(run):
    assert "  sif.mentoring   Social worker and social mentor service\n" in run("programmes")[1]
    assert "sif.mentoring.interim, sif.mentoring.monthly" in run("programmes", "sif.mentoring")[1]
    assert "inclusion-sif" in run("plugins")[1]

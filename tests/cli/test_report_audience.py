"""`report --audience`: what the funder and the public are shown."""

import json

import pytest

FORM = "toy.course.interim"
WINTER = "2018-01-01..2018-02-28"


def shown_cells(document):
    sections = json.loads(document)["sections"]
    return [
        cell
        for section in sections
        for table in section["tables"]
        for row in table["rows"]
        for cell in row["cells"]
    ]


@pytest.fixture
def report(run, folder):
    def made(*more):
        return run("report", FORM, folder, "--period", WINTER, "--format", "json", *more)

    return made


def test_staff_are_shown_all_where_nothing_is_asked_for(report):
    assert report("--audience", "staff") == report()


def test_the_public_is_not_shown_a_number_of_few(report):
    code, shown, _ = report("--audience", "public")

    assert code == 0
    assert shown_cells(shown)[0]["mark"] == "suppressed"
    assert json.loads(shown)["sections"][-1]["id"] == "disclosure"


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_every_engine_hides_the_same(report, engine):
    assert report("--audience", "public", "--engine", engine) == report("--audience", "public")


def test_the_funder_is_shown_all_for_a_reason(report):
    _, protected, _ = report("--audience", "funder")
    code, shown, _ = report("--audience", "funder", "--unprotected", "contract, 7.1")

    assert code == 0
    assert shown_cells(protected)[0]["mark"] == "suppressed"
    assert "count" in shown_cells(shown)[0]
    assert "contract, 7.1" in json.loads(shown)["notes"][-1]["lv"]


def test_a_ledger_of_releases_is_held_against_a_public_report(report, tmp_path):
    ledger = tmp_path / "ledger"
    ledger.mkdir()

    code, shown, _ = report("--audience", "public", "--releases", ledger)

    paragraphs = json.loads(shown)["sections"][-1]["paragraphs"]
    assert code == 0
    assert any("published before" in each["en"] for each in paragraphs)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["--unprotected", "because"], "--unprotected goes with --audience funder"),
        (
            ["--audience", "public", "--unprotected", "because"],
            "--unprotected goes with --audience funder",
        ),
        (["--audience", "funder", "--unprotected", " "], "--unprotected needs a reason"),
        (["--releases", "somewhere"], "--releases goes with a report that is protected"),
        (
            ["--audience", "funder", "--unprotected", "x", "--releases", "somewhere"],
            "--releases goes with a report that is protected",
        ),
        (["--audience", "public", "--releases", "nowhere"], "nowhere is no folder"),
        (["--audience", "publik"], "public"),
    ],
)
def test_what_does_not_go_together_is_refused(report, given, told):
    code, shown, remarks = report(*given)

    assert code != 0
    assert shown == ""
    assert told in remarks

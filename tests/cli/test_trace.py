"""Tracing a cell on the command line: from a form, from a saved report, for whoever asks."""

import json

import pytest
from fund_lab import TOY_FUND
from stays_lab import ROWS, STAYS

from inclusion_core.cli.facts_written import write_parquet

YEAR = ("--period", "2018-01-01..2018-12-31")
CELL = "persons/toy.persons"


@pytest.fixture
def traced(run, folder):
    """Runs `trace` on two clients; gives its exit code, what it shows and what it remarks."""

    def command(*arguments, form="toy.course.interim", cell=CELL, days=YEAR):
        return run("trace", form, cell, folder, *days, *arguments)

    return command


@pytest.fixture
def saved(run, folder, tmp_path):
    """A report of the same data as a file."""

    def written(*arguments):
        path = tmp_path / "report.json"
        code, _, _ = run(
            "report", "toy.course.interim", folder, *YEAR, "--output", path, *arguments
        )
        assert code == 0
        return path

    return written


@pytest.mark.parametrize("engine", [(), ("--engine", "polars")])
def test_a_figure_names_its_members(traced, engine):
    code, shown, remarked = traced(*engine)

    assert code == 0
    assert shown.startswith(
        f"{CELL}/1: Persons born by 31 December 2018, Number: 2\n\n"
        "Persons born by 31 December 2018 [toy.persons]\n"
    )
    assert "  members (2): c-1, c-2\n" in shown
    assert remarked == ""


def test_it_is_told_in_the_language_asked_for(traced):
    _, shown, _ = traced("--language", "lv")

    assert "  kas skaitīti (2): c-1, c-2\n" in shown


def test_a_member_is_explained(traced):
    code, shown, _ = traced("--member", "c-2")

    assert code == 0
    assert "  toy.persons, c-2: counted\n" in shown
    assert ": 1991-05-01\n" in shown


def test_who_is_no_member_is_refused(traced):
    code, shown, remarked = traced("--member", "c-3")

    assert (code, shown) == (2, "")
    assert "there is no person 'c-3'" in remarked


def test_only_so_many_are_named(traced):
    assert "members (2): c-1, and 1 more" in traced("--most", "1")[1]
    assert "not a number: write it as 20" in traced("--most", "all")[2]


def test_json_has_all_of_it(traced):
    _, shown, _ = traced("--format", "json", "--most", "1")

    assert json.loads(shown)["counts"][0]["members"]["ids"] == ["c-1", "c-2"]


@pytest.mark.parametrize("audience", ["funder", "public"])
def test_others_are_shown_what_they_may_see_and_no_member(traced, audience):
    code, shown, _ = traced("--audience", audience)

    assert code == 0
    assert shown.startswith(f"{CELL}/1: Persons born by 31 December 2018, Number: [c]\n")
    assert "source: Rules" in shown
    assert "c-1" not in shown
    _, as_json, _ = traced("--audience", audience, "--format", "json")
    assert "c-1" not in as_json
    assert '"count": 2' not in as_json


def test_others_are_shown_no_case(traced):
    code, shown, remarked = traced("--audience", "public", "--member", "c-1")

    assert (code, shown) == (2, "")
    assert "cases are shown to staff alone" in remarked


def test_a_funder_who_may_see_all_sees_no_member(traced):
    _, shown, _ = traced("--audience", "funder", "--unprotected", "by contract")

    assert "Number: 2\n" in shown
    assert "c-1" not in shown


def test_without_a_period_there_is_nothing_to_trace(traced):
    code, _, remarked = traced(days=())

    assert code == 2
    assert "name the period" in remarked


def test_a_wrong_cell_is_told_with_near_names(traced):
    code, _, remarked = traced(cell="person/toy.persons")

    assert code == 2
    assert "no table 'person'; did you mean persons?" in remarked


def test_a_saved_report_says_its_days_itself(traced, saved):
    code, shown, remarked = traced(form=saved(), days=())

    assert code == 0
    assert "Reporting period: 1 January 2018 to 31 December 2018\n" in shown
    assert "members (2): c-1, c-2" in shown
    assert "other data" not in remarked


def test_days_beside_a_saved_report_are_refused(traced, saved):
    code, _, remarked = traced(form=saved())

    assert code == 2
    assert "the saved report says its days" in remarked


def test_a_saved_report_of_other_data_is_told_so(traced, saved, folder):
    path = saved()
    (folder / "client.csv").write_text(
        "id,recorded_on,provider_id,born_on\nc-1,2018-01-01,p-1,1990-05-01\n"
    )
    code, shown, remarked = traced(form=path, days=())

    assert code == 0
    assert "Number: 2\n" in shown
    assert "members (1): c-1" in shown
    assert "made from other data" in remarked
    assert "These data now give 1." in remarked
    _, _, of_others = traced("--audience", "public", form=path, days=())
    assert "now give" not in of_others


def test_what_is_hidden_in_a_saved_report_is_traced_by_staff(traced, saved):
    _, shown, remarked = traced(form=saved("--audience", "public"), days=())

    assert "Number: [c]\n" in shown
    assert "members (2): c-1, c-2" in shown
    assert "now give" not in remarked


def test_a_file_that_is_not_there_is_told(traced, tmp_path):
    code, _, remarked = traced(form=tmp_path / "none.json", days=())

    assert code == 4
    assert "nothing could be read from" in remarked


# A fund, its facts and what it assumes.


@pytest.fixture
def stays(tmp_path):
    """A register of one facts table."""
    path = tmp_path / "toy_stay.parquet"
    write_parquet(STAYS, ROWS, path)
    return path


def test_a_register_is_traced_too(run, stays):
    arguments = ("trace", "toy.fund", "figures/toy.grown/2", stays, *YEAR)
    code, shown, _ = run(*arguments, "--member", "s-1", plugins=(TOY_FUND,))

    assert code == 0
    assert "  only these: Gender: female\n" in shown
    assert "  toy.grown, s-1: counted\n" in shown


def test_what_a_saved_report_assumes_is_taken_from_it(run, stays, tmp_path):
    path = tmp_path / "report.json"
    given = ("--assume", "toy.grown-up=21", "--assume", "toy.window=0")
    run("report", "toy.fund", stays, *YEAR, *given, "--output", path, plugins=(TOY_FUND,))
    code, shown, remarked = run("trace", path, "figures/toy.grown", stays, plugins=(TOY_FUND,))

    assert code == 0
    assert "  assumptions: a grown-up is 21 or older\n" in shown
    assert "  assumptions: on leaving\n" in shown
    assert "now give" not in remarked


def test_what_can_no_longer_be_assumed_is_told(run, stays, tmp_path):
    path = tmp_path / "report.json"
    run("report", "toy.fund", stays, *YEAR, "--output", path, plugins=(TOY_FUND,))
    written = path.read_text().replace("a grown-up is 18 or older", "a grown-up is 99 or older")
    path.write_text(written)
    code, _, remarked = run("trace", path, "figures/toy.grown", stays, plugins=(TOY_FUND,))

    assert code == 2
    assert "what the report assumes at 'toy.grown-up'" in remarked


def test_an_assumption_that_is_gone_is_left_out(run, stays, tmp_path):
    path = tmp_path / "report.json"
    run("report", "toy.fund", stays, *YEAR, "--output", path, plugins=(TOY_FUND,))
    path.write_text(path.read_text().replace('"id": "toy.grown-up"', '"id": "toy.gone"'))
    code, shown, _ = run("trace", path, "figures/toy.grown", stays, plugins=(TOY_FUND,))

    assert code == 0
    assert "  assumptions: a grown-up is 18 or older\n" in shown


def test_what_a_published_report_takes_together_is_not_named_again(run, stays, tmp_path):
    path = tmp_path / "report.json"
    run("report", "toy.fund", stays, *YEAR, "--output", path, plugins=(TOY_FUND,))
    whole = json.loads(path.read_text())
    cell = whole["sections"][0]["tables"][0]["rows"][0]["cells"][1]
    cell["behind"]["groups"][0]["codes"] = ["*"]
    path.write_text(json.dumps(whole))
    row = whole["sections"][0]["tables"][0]["rows"][0]["id"]
    asked = ("trace", path, f"figures/{row}/2", stays)
    code, shown, remarked = run(*asked, plugins=(TOY_FUND,))

    assert code == 0
    assert "only these: Gender: *\n" in shown
    assert "s-1" not in shown
    assert "Which codes are taken together here this file does not tell" in remarked
    code, shown, _ = run(*asked, "--member", "s-1", plugins=(TOY_FUND,))
    assert (code, shown) == (2, "")


def test_faulty_data_are_told_and_counted(run, faulty_folder):
    code, shown, remarked = run("trace", "toy.course.interim", CELL, faulty_folder, *YEAR)

    assert code == 1
    assert "members (1): c-1" in shown
    assert "In the data: " in remarked
    assert "CANARY" not in shown + remarked

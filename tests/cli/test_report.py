import io
import json
import sys

import pytest

from inclusion_core.cli import report as report_command
from inclusion_core.errors import MissingExtraError

FORM = "toy.course.interim"
JANUARY = "2018-01-01..2018-01-31"
WINTER = "2018-01-01..2018-02-28"


def figure(shown):
    (table,) = json.loads(shown)["sections"][0]["tables"]
    return table["rows"][0]["cells"][0]["count"]


def test_a_report_is_shown_as_plain_text(run, folder):
    code, shown, remarks = run("report", FORM, folder, "--period", WINTER)

    assert code == 0
    assert shown.startswith("Overview\n========\n1 January 2018 to 28 February 2018\n")
    assert "Persons born by 28 February 2018" in shown
    assert remarks == ""


def test_a_report_speaks_latvian(run, folder):
    _, shown, _ = run("report", FORM, folder, "--period", WINTER, "--language", "lv")

    assert shown.startswith("Ziņojums\n")


@pytest.mark.parametrize("engine", ["objects", "polars", "duckdb"])
def test_every_engine_gives_the_same_report(run, folder, engine):
    first = run("report", FORM, folder, "--period", WINTER)

    assert run("report", FORM, folder, "--period", WINTER, "--engine", engine) == first


def test_all_that_is_recorded_counts_if_nothing_else_is_said(run, folder):
    code, shown, remarks = run("report", FORM, folder, "--period", JANUARY, "--format", "json")

    assert (code, figure(shown), remarks) == (0, 2, "")


def test_what_was_recorded_after_the_day_that_is_asked_for_is_left_out_and_told(run, folder):
    asked = ("report", FORM, folder, "--period", JANUARY, "--format", "json")
    code, shown, remarks = run(*asked, "--known-on", "2018-01-31")

    assert code == 0
    assert figure(shown) == 1
    assert remarks == (
        "Versions that were recorded after 31 January 2018 and are not in the report: 1.\n"
    )


def test_the_data_are_known_on_the_status_day_if_nothing_is_recorded_later(run, folder):
    asked = ("report", FORM, folder, "--period", JANUARY, "--format", "json")
    code, shown, remarks = run(*asked, "--status-day", "2018-02-03")

    assert (code, figure(shown), remarks) == (0, 2, "")


def test_what_is_recorded_later_can_be_counted(run, folder):
    asked = ("report", FORM, folder, "--period", JANUARY, "--format", "json")
    code, shown, remarks = run(*asked, "--known-on", "2018-03-01")

    assert (code, figure(shown), remarks) == (0, 2, "")


def test_days_beyond_what_is_known_are_remarked_on(run, folder):
    days = ("--period", WINTER, "--status-day", "2018-03-03", "--known-on", "2018-02-01")
    code, _, remarks = run("report", FORM, folder, *days)

    assert code == 0
    assert remarks.splitlines() == [
        (
            "The status day, 3 March 2018, is after the day on which the data are known "
            "(1 February 2018): what happened in between is not in the report."
        ),
        (
            "The period ends on 28 February 2018, after the day on which the data are known "
            "(1 February 2018): what happened in between is not in the report."
        ),
    ]


def test_remarks_speak_latvian(run, folder):
    asked = ("report", FORM, folder, "--period", WINTER, "--language", "lv")
    _, _, remarks = run(*asked, "--known-on", "2018-01-15")

    assert remarks.splitlines() == [
        (
            "Statusa diena, 2018. gada 28. februāris, ir pēc dienas, kurā dati zināmi "
            "(2018. gada 15. janvāris): starp tām notikušā ziņojumā nav."
        ),
        (
            "Periods beidzas 2018. gada 28. februārī, pēc dienas, kurā dati zināmi "
            "(2018. gada 15. janvāris): starp tām notikušā ziņojumā nav."
        ),
        "Versijas, kas ierakstītas pēc 2018. gada 15. janvāra un ziņojumā nav: 1.",
    ]


def test_a_report_is_made_from_the_good_rows_and_the_others_are_named(run, faulty_folder):
    code, shown, remarks = run(
        "report", FORM, faulty_folder, "--period", WINTER, "--format", "json"
    )

    assert code == 1
    assert figure(shown) == 1
    assert remarks.splitlines()[:3] == [
        "In the data: 2 errors, 0 warnings.",
        "  check.before-birth: 1",
        "  wire.not-a-day: 1",
    ]
    assert "client.csv, row 3, client c-2, field born_on" in remarks
    assert "CANARY" not in shown + remarks


def test_only_the_first_faults_are_named(run, folder):
    rows = "".join(f"c-{number},2018-01-01,p-1,CANARY\n" for number in range(30))
    (folder / "client.csv").write_text(f"id,recorded_on,provider_id,born_on\n{rows}")

    code, _, remarks = run("report", FORM, folder, "--period", WINTER)

    assert code == 1
    assert remarks.count("error: client.csv") == 20
    assert remarks.endswith(f"and 10 more; all are shown by: inclusion-core check {folder}\n")


def test_warnings_alone_are_no_faults(run, folder):
    (folder / "schema.json").unlink()

    code, _, remarks = run("report", FORM, folder, "--period", WINTER)

    assert code == 0
    assert remarks.startswith("In the data: 0 errors, 1 warning.\n")


def test_a_json_document_is_read_as_well(run, tmp_path):
    run("sample", "toy.sample", tmp_path / "made", "--format", "json")
    made = tmp_path / "made" / "caseload.json"

    code, shown, _ = run("report", FORM, made, "--period", WINTER, "--format", "json")

    assert (code, figure(shown)) == (0, 1)


def test_an_output_is_written_instead_of_shown(run, folder, tmp_path):
    path = tmp_path / "report.txt"
    asked = ("report", FORM, folder, "--period", WINTER)
    _, as_shown, _ = run(*asked)

    code, shown, remarks = run(*asked, "--output", path)

    assert (code, shown) == (0, "")
    assert remarks == f"The report is written to {path}\n"
    assert path.read_bytes() == as_shown.encode()


@pytest.mark.parametrize(
    ("name", "beginning"), [("r.HTML", b"<!DOCTYPE"), ("r.json", b"{"), ("r.report", b"Overview")]
)
def test_the_name_of_the_output_tells_its_format(run, folder, tmp_path, name, beginning):
    run("report", FORM, folder, "--period", WINTER, "--output", tmp_path / name)

    assert (tmp_path / name).read_bytes().startswith(beginning)


def test_a_format_that_is_asked_for_wins_over_the_name(run, folder, tmp_path):
    path = tmp_path / "r.html"
    run("report", FORM, folder, "--period", WINTER, "--output", path, "--format", "json")

    assert path.read_bytes().startswith(b"{")


def test_html_can_be_left_beside_what_is_shown(run, folder, tmp_path):
    path = tmp_path / "r.html"

    code, shown, _ = run("report", FORM, folder, "--period", WINTER, "--html", path)

    assert code == 0
    assert shown.startswith("Overview\n")
    assert path.read_bytes().startswith(b"<!DOCTYPE")


def test_bytes_are_written_and_not_shown(run, folder, tmp_path):
    asked = ("report", FORM, folder, "--period", WINTER)

    code, shown, remarks = run(*asked, "--format", "toy.binary")
    assert (code, shown) == (2, "")
    assert remarks == "inclusion-core: toy.binary cannot be shown; name a file with --output\n"

    assert run(*asked, "--output", tmp_path / "r.bin")[0] == 0
    assert (tmp_path / "r.bin").read_bytes() == b"\x00\xff"


@pytest.mark.parametrize("option", ["--output", "--html"])
def test_a_report_never_takes_the_place_of_data(run, folder, option):
    before = (folder / "client.csv").read_bytes()

    code, _, remarks = run(
        "report", FORM, folder, "--period", WINTER, option, folder / "client.csv"
    )

    assert code == 2
    assert "lies in the data; write the report elsewhere" in remarks
    assert (folder / "client.csv").read_bytes() == before


def test_an_output_that_cannot_be_written_is_told_in_a_line(run, folder, tmp_path):
    path = tmp_path / "nowhere" / "r.html"

    code, shown, remarks = run("report", FORM, folder, "--period", WINTER, "--html", path)

    assert (code, shown) == (4, "")
    assert remarks == f"inclusion-core: {path}: No such file or directory\n"


def test_data_that_are_not_there_are_told_in_a_line(run, tmp_path):
    code, shown, remarks = run("report", FORM, tmp_path / "nowhere", "--period", WINTER)

    assert (code, shown) == (4, "")
    assert remarks == (
        f"inclusion-core: nothing could be read from {tmp_path / 'nowhere'}: "
        "there is no such file or folder; check the path\n"
    )


def test_a_folder_without_data_gives_no_report_of_zeros(run, tmp_path):
    code, shown, remarks = run("report", FORM, tmp_path, "--period", WINTER)

    assert (code, shown) == (4, "")
    assert "there is no file of records in the folder" in remarks


def test_further_reasons_are_counted(run, folder):
    (folder / "client.csv").write_text("name\n")
    (folder / "provider.csv").write_text("")

    code, _, remarks = run("report", FORM, folder, "--period", WINTER)

    assert code == 4
    assert remarks.count("\n") == 1
    assert remarks.endswith("more)\n")


def test_an_empty_register_is_reported_on(run, folder):
    (folder / "client.csv").write_text("id,recorded_on,provider_id\n")
    (folder / "provider.csv").write_text("id,recorded_on,name\n")

    code, shown, _ = run("report", FORM, folder, "--period", WINTER, "--format", "json")

    assert (code, figure(shown)) == (0, 0)


def test_the_same_data_give_the_same_bytes(run, folder, tmp_path):
    for name in ("first.html", "second.html"):
        run("report", FORM, folder, "--period", WINTER, "--output", tmp_path / name)

    assert (tmp_path / "first.html").read_bytes() == (tmp_path / "second.html").read_bytes()


class Terminal(io.TextIOWrapper):
    def isatty(self):
        return True


@pytest.fixture
def on_terminal(run, monkeypatch):
    """Runs a command on a terminal that knows only ASCII; gives what the terminal was told."""

    def command(*arguments):
        told = io.BytesIO()
        with monkeypatch.context() as changed, Terminal(told, encoding="ascii") as screen:
            changed.setenv("TERM", "xterm-256color")
            changed.setenv("COLUMNS", "100")
            changed.delenv("NO_COLOR", raising=False)
            changed.setattr(sys, "stdout", screen)
            assert run(*arguments)[0] == 0
            return told.getvalue()

    return command


def test_a_terminal_gets_colour(on_terminal, folder):
    told = on_terminal("report", FORM, folder, "--period", WINTER)

    assert b"\x1b[" in told
    assert b"Overview" in told


def test_a_terminal_without_rich_gets_plain_text(on_terminal, folder, monkeypatch):
    def missing(*_):
        raise MissingExtraError("rich", "colour")

    monkeypatch.setattr(report_command, "print_rich", missing)

    told = on_terminal("report", FORM, folder, "--period", WINTER, "--language", "lv")

    assert told.startswith(b"Zi\\u0146ojums\n")
    assert b"\x1b[" not in told


def test_other_formats_are_not_coloured(on_terminal, folder):
    told = on_terminal("report", FORM, folder, "--period", WINTER, "--format", "csv")

    assert b"\x1b[" not in told

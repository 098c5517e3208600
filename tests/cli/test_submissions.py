"""The commands about submissions: hand in, verify, compare, draw a sample."""

import csv
import json
import sys
from hashlib import sha256
from importlib.metadata import version
from io import StringIO
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "submissions"))

import handed_lab as lab

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.submissions.answers import MAX_ANSWERS_BYTES
from inclusion_core.wire import write_journal

PLUGINS = (lab.plugin(version("inclusion-core")),)
FORM = "class.half-year"
FIRST = ("--period", "2018-01-01..2018-06-30", "--known-on", "2018-07-02")
SECOND = ("--period", "2018-07-01..2018-12-31", "--known-on", "2019-01-03")
SIGNED = (
    *("--prepared", "coordinator:2018-07-02", "--checked", "accountant:2018-07-03"),
    *("--approved", "director:2018-07-03"),
)
ANSWERS = """
[narrative]
summary = "Two groups ended."
[deviations]
"class.clients" = "Fewer came."
"""


@pytest.fixture(scope="module")
def desk_folder(tmp_path_factory):
    """The records, the answers and, once it is handed in, the first submission."""
    folder = tmp_path_factory.mktemp("desk")
    write_journal(lab.journal(*lab.corrected()), folder / "data", SCHEMA)
    (folder / "answers.toml").write_text(ANSWERS)
    return folder


@pytest.fixture
def command(run):
    """Runs a command with the plugin of the course."""

    def with_plugin(*arguments):
        return run(*arguments, plugins=PLUGINS)

    return with_plugin


@pytest.fixture
def first(command, desk_folder):
    """The first submission, frozen once."""
    output = desk_folder / "first"
    if not output.exists():
        code, out, err = submit(command, desk_folder, output, "--format", "html", *SIGNED)
        assert (code, out.splitlines()[0]) == (0, f"Submission 1 is frozen: {output}")
        assert "warning: outcome o-2, field evidence" in err
    return output


def submit(command, desk_folder, output, *more, days=FIRST):
    answers = ("--narrative", desk_folder / "answers.toml")
    return command("submit", FORM, desk_folder / "data", *days, "--output", output, *answers, *more)


def test_a_submission_is_frozen_with_its_pages(first):
    assert sorted(path.name for path in first.iterdir()) == [
        *("SHA256SUMS", "report.json", "submission.en.html", "submission.json"),
        "submission.lv.html",
    ]
    cover = json.loads((first / "submission.json").read_text())["cover"]
    assert (cover["number"], cover["contract"]) == (1, "2018/7")


def test_what_is_missing_stands_in_the_way(command, desk_folder, tmp_path):
    code, out, err = submit(command, desk_folder, tmp_path / "out")

    assert (code, out) == (2, "")
    assert "error: field prepared: it is not said who did it, and when: prepared" in err
    assert "not frozen, for something is missing" in err
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_too_long_for_answers_is_not_read(command, desk_folder, tmp_path):
    answers = tmp_path / "answers.toml"
    answers.write_text("CANARY" * MAX_ANSWERS_BYTES, encoding="utf-8")
    code, out, err = command(
        *("submit", FORM, desk_folder / "data", *FIRST, "--output", tmp_path / "out"),
        *("--narrative", answers),
    )

    assert (code, out) == (2, "")
    assert "a file of answers has at most 1,048,576 bytes" in err
    assert "CANARY" not in err


def test_a_draft_is_frozen_all_the_same(command, desk_folder, tmp_path):
    code, out, _ = submit(command, desk_folder, tmp_path / "out", "--draft", "--language", "lv")

    assert code == 1
    assert out.startswith("Iesniegums Nr. 1 iesaldēts: ")


def test_the_next_one_corrects_the_last(command, desk_folder, first, tmp_path):
    answers, output = tmp_path / "answers.toml", tmp_path / "out"
    common = ("submit", FORM, desk_folder / "data", *SECOND, "--previous", first)
    code, out, _ = command(*common, "--template", answers)
    assert (code, out) == (0, f"The answers to fill in: {answers}\n")
    cover, corrections = answers.read_text().split("[corrections]")
    filled = f"{cover}[corrections]" + corrections.replace('= ""\n', '= "A list was found."\n')
    answers.write_text(filled.replace('summary = """\n"""', 'summary = "All is well."'))
    code, out, err = command(*common, *SIGNED, "--narrative", answers, "--output", output)

    assert (code, out.splitlines()[:2]) == (
        0,
        [f"Submission 2 is frozen: {output}", "Corrections since the last: 12"],
    ), err
    assert (output / "persons.json").exists()
    code, out, _ = command("verify", output, desk_folder / "data")
    assert (code, out) == (
        0,
        "Submission 2 comes out of the data exactly the same, byte for byte.\n",
    )
    code, out, _ = command("compare", first, output, desk_folder / "data")
    assert code == 0
    assert "Submissions 1 and 2 side by side:\nThey are about different periods" in out
    assert "The figures of submission 1, as known for submission 2:" in out
    assert "Clients, in the period: 4, then 3." in out
    assert "  person c-3: not counted, then counted\n" in out
    assert "    participation s-3, version 2: corrected on 10 August 2018\n" in out
    assert "    no record that names it was written since\n" in out


def test_a_window_that_closed_since_wants_a_word_too(command, desk_folder, first, tmp_path):
    output = tmp_path / "out"
    known = ("--period", "2018-01-01..2018-06-30", "--known-on", "2018-07-20")
    more = ("--revision", "--previous", first, *SIGNED)
    code, _, err = submit(command, desk_folder, output, *more, days=known)

    assert (code, err.count("error: ")) == (2, 2)
    assert "field class.results/cumulative: a figure of the last submission is corrected" in err


@pytest.fixture
def revision(command, desk_folder, first, tmp_path):
    output = tmp_path / "revision"
    more = ("--revision", "--previous", first, *SIGNED)
    known = ("--period", "2018-01-01..2018-06-30", "--known-on", "2018-07-03")
    code, _, err = submit(command, desk_folder, output, *more, days=known)
    assert code == 0, err
    return output


def test_where_nothing_moved_it_is_told(command, desk_folder, first, revision):
    code, out, _ = command("compare", first, revision, desk_folder / "data")

    assert code == 0
    assert out.splitlines() == [
        *("Submissions 1 and 1 side by side:", "The figures do not differ."),
        *("The figures of submission 1, as known for submission 1:", "None has moved."),
    ]
    assert command("compare", first, revision, "--language", "lv")[1] == (
        "Iesniegumi Nr. 1 un Nr. 1 līdzās:\nSkaitļi neatšķiras.\n"
    )
    cover = json.loads((revision / "submission.json").read_text())["cover"]
    assert (cover["number"], cover["edition"]) == (1, "revision")


def test_files_can_be_attached(command, desk_folder, tmp_path):
    files = tmp_path / "files"
    files.mkdir()
    (files / "list.pdf").write_bytes(b"a list")
    more = ("--attachments", files, "--number", "4", "--operation", "9.9", *SIGNED)
    more += ("--format", "class.text", "--format", "class.text")
    code, *_ = submit(command, desk_folder, tmp_path / "out", *more)

    assert code == 0
    assert (tmp_path / "out" / "attachments" / "list.pdf").read_bytes() == b"a list"
    assert (tmp_path / "out" / "submission.lv.md").read_text().endswith("iesniegums Nr. 4")
    assert command("verify", tmp_path / "out", desk_folder / "data")[0] == 0


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (("--revision",), "name it with --previous"),
        (("--number", "0"), "not a number of a submission"),
        (("--prepared", "2018-07-02"), "write a role and a day"),
        (("--prepared", "coordinator:2018"), "not a day"),
        (("--format", "pdfx"), "no format 'pdfx'"),
        (("--format", "md", "--format", "class.text"), "would have one name"),
        (("--operation", "8.8"), "no operation with that number"),
        (("--assume", "class.x=1"), "no assumption"),
    ],
)
def test_what_cannot_be_done_is_told(command, desk_folder, tmp_path, more, why):
    code, _, err = submit(command, desk_folder, tmp_path / "out", *more)

    assert (code, why in err) == (2, True), err


def test_a_place_must_be_named_and_free(command, desk_folder, first, tmp_path):
    data = desk_folder / "data"
    taken = tmp_path / "taken.toml"
    taken.touch()

    assert "name a new folder" in command("submit", FORM, data, *FIRST)[2]
    assert "a frozen submission stays" in submit(command, desk_folder, first)[2]
    assert "lies in the data" in submit(command, desk_folder, data / "out")[2]
    assert "is there already" in command("submit", FORM, data, *FIRST, "--template", taken)[2]


def test_a_register_has_no_history(command, tmp_path):
    code, _, err = command("submit", FORM, "x.parquet", *FIRST, "--output", tmp_path / "out")

    assert (code, "a register has no history" in err) == (2, True)


def test_the_last_submission_must_be_one_of_the_form(command, desk_folder, first, tmp_path):
    data = desk_folder / "data"
    other = ("submit", "class.short", data, *SECOND, "--output", tmp_path / "out")

    assert f"the last submission is of {FORM}" in command(*other, "--previous", first)[2]


def changed(first, tmp_path):
    """A copy of the first submission in which somebody has changed a page."""
    copy = tmp_path / "changed"
    copy.mkdir()
    for path in first.iterdir():
        (copy / path.name).write_bytes(path.read_bytes())
    (copy / "submission.lv.html").write_bytes(b"<html>")
    return copy


def test_a_submission_that_was_changed_is_not_gone_on_from(command, desk_folder, first, tmp_path):
    copy = changed(first, tmp_path)
    code, _, err = submit(command, desk_folder, tmp_path / "out", "--previous", copy)

    assert (code, "submission.lv.html is no submission, or was changed" in err) == (2, True)


def test_a_changed_file_is_told(command, desk_folder, first, tmp_path):
    code, out, _ = command("verify", changed(first, tmp_path), desk_folder / "data")

    assert code == 1
    assert out.splitlines() == [
        "The file is not as it was frozen: submission.lv.html",
        "The file for readers comes out otherwise now: submission.lv.html",
        "Submission 1 comes out of the data exactly the same, byte for byte.",
    ]


def test_the_hash_that_was_noted_is_compared(command, desk_folder, first):
    code, out, _ = command("verify", first, desk_folder / "data", "--hash", "a" * 64)

    assert (code, out.splitlines()[0].startswith("This is not the submission")) == (1, True)
    noted = out.splitlines()[0].split()[-1]
    assert command("verify", first, desk_folder / "data", "--hash", noted.upper())[0] == 0


def test_an_erasure_is_told_as_the_reason(command, first, tmp_path):
    keys = (("client", "c-2"), ("participation", "s-2"), ("service_attendance", "a-2"))
    write_journal(lab.erased(*keys), tmp_path / "data", SCHEMA)
    code, out, _ = command("verify", first, tmp_path / "data")

    assert code == 1
    assert (
        "Records were erased since (client: 1, participation: 1 and service attendance: 1)" in out
    )
    assert "Clients, in the period: was 4, comes out as 3 now." in out
    assert "The rest of the report comes out otherwise, too." in out
    assert command("verify", first, tmp_path / "data", "--language", "lv")[1].startswith(
        "Iesniegums Nr. 1 no datiem vairs tāds neiznāk.\nKopš tā laika dzēsti ieraksti (klients: 1"
    )
    code, out, _ = command("compare", first, first, tmp_path / "data")
    assert "  the records of that day now give 3: something was erased" in out


def test_records_changed_without_a_version_are_told(command, desk_folder, first, tmp_path):
    write_journal(lab.journal(lab.first(lab.client(9))), tmp_path / "data", SCHEMA)
    code, out, _ = command("verify", first, tmp_path / "data")

    assert (code, "changed without leaving a version" in out) == (1, True)


def forged(first, folder, report, submission):
    """A submission whose list of hashes was forged with it."""
    folder.mkdir()
    old = sha256((first / "report.json").read_bytes()).hexdigest().encode()
    submission = submission.replace(old, sha256(report).hexdigest().encode())
    files = {"report.json": report, "submission.json": submission}
    sums = (f"{sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    for name, data in {**files, "SHA256SUMS": "".join(sums).encode()}.items():
        (folder / name).write_bytes(data)
    return folder


def test_another_version_of_a_program_is_told(command, desk_folder, first, tmp_path):
    now = version("inclusion-core")
    then = (first / "report.json").read_bytes()
    report = then.replace(f'"version": "{now}"'.encode(), b'"version": "0.0.1"', 1)
    copy = forged(first, tmp_path / "other", report, (first / "submission.json").read_bytes())
    code, out, _ = command("verify", copy, desk_folder / "data")

    assert code == 0
    assert out.startswith("Another version of a program, inclusion-c")
    assert f": then 0.0.1, now {now}.\n" in out


def test_a_figure_that_the_records_never_gave_is_told(command, desk_folder, first, tmp_path):
    report = (first / "report.json").read_bytes()
    submission = (first / "submission.json").read_bytes().replace(b'"count": 4', b'"count": 8', 1)
    copy = forged(first, tmp_path / "forged", report, submission)
    code, out, _ = command("verify", copy, desk_folder / "data")

    assert code == 1
    assert out.splitlines() == [
        "Submission 1 does not come out of the data as it was handed in.",
        "Clients, in the period: was 8, comes out as 4 now.",
    ]


def test_a_folder_that_is_none_is_told(command, desk_folder, tmp_path):
    code, _, err = command("verify", tmp_path, desk_folder / "data")

    assert (code, "submission.json is no submission" in err) == (2, True)


def test_data_of_which_a_part_cannot_be_read_are_told(command, desk_folder, tmp_path):
    data = tmp_path / "data"
    write_journal(lab.journal(*lab.corrected()), data, SCHEMA)
    with (data / "provider.csv").open("a") as file:
        file.write("p-9,x,2018-01-05,1,,recorded,,CANARY\n")
    answers = ("--narrative", desk_folder / "answers.toml")
    common = ("submit", FORM, data, *FIRST, "--output", tmp_path / "out", *answers)
    code, _, err = command(*common, *SIGNED)

    assert code == 1
    assert f"A part of the data could not be read; see: inclusion-core check {data}" in err
    sample = ("audit-sample", data, "--form", FORM, *FIRST, "--size", "1", "--seed", "x")
    assert command(*sample)[0] == 1


def test_a_sample_is_drawn_with_its_records(command, desk_folder):
    common = ("audit-sample", desk_folder / "data", "--form", FORM, *FIRST, "--seed", "2018")
    code, out, _ = command(*common, "--size", "2")

    assert code == 0
    assert out.startswith("Audit sample: Clients. Seed: 2018.\n")
    assert "all: 2 of 4 drawn, probability 1/2\n  person c-" in out
    assert command(*common, "--size", "2")[1] == out
    assert "outcome o-1, version 1; evidence: document" in command(*common, "--size", "9")[1]
    by_place = command(*common, "--size", "0", "--by-place", "--language", "lv")[1]
    assert by_place.endswith("Nav neviena, ko izvēlēties.\n")
    assert "Rīga: 1 of 2 drawn" in command(*common, "--size", "1", "--by-place")[1]


def test_a_sample_is_written_as_a_table(command, desk_folder, tmp_path):
    path = tmp_path / "sample.csv"
    common = ("audit-sample", desk_folder / "data", "--form", FORM, *FIRST, "--seed", "2018")
    more = ("--size", "9", "--metric", "class.now", "--format", "csv", "--output", path)
    code, out, err = command(*common, *more)
    rows = list(csv.DictReader(StringIO(path.read_text())))

    assert (code, out, err) == (0, "", f"The sample is written to {path}\n")
    assert {row["subject_id"] for row in rows} == {"c-2", "c-4", "c-5"}
    assert {row["probability"] for row in rows} == {"1"}
    assert command(*common, *more)[0] == 2
    assert command(*common, *more, "--overwrite")[0] == 0
    assert "class.now" in command(*common, "--size", "1", "--metric", "class.now")[1]


@pytest.mark.parametrize(
    ("form", "more", "why"),
    [
        (FORM, ("--size", "-1"), "not a size"),
        (FORM, ("--size", "1", "--metric", "class.noone"), "no metric of the form"),
        ("class.empty", ("--size", "1"), "counts nobody"),
    ],
)
def test_a_sample_of_nobody_is_told(command, desk_folder, form, more, why):
    common = ("audit-sample", desk_folder / "data", "--form", form, *FIRST, "--seed", "x")
    code, _, err = command(*common, *more)

    assert (code, why in err) == (2, True), err

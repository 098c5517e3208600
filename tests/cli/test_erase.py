"""Erasing on the command line: told first, written whole or not at all."""

from datetime import date
from types import SimpleNamespace

import pytest

from inclusion_core.cli import erase, erase_written

ASKED = ("--on", "2018-11-05", "--by", "u-1", "--because", "asked for")


@pytest.fixture
def register(folder):
    """Both clients were in a programme of an operation that has ended; a visit of the second."""
    (folder / "operation.csv").write_text(
        "id,recorded_on,number,title,beneficiary,last_day\n"
        "op,2018-01-01,1,Title,Foundation,2018-02-28\n"
    )
    (folder / "programme.csv").write_text(
        "id,recorded_on,operation_id,declared_as\nm,2018-01-01,op,toy.course\n"
    )
    (folder / "participation.csv").write_text(
        "id,recorded_on,client_id,programme_id\ns-1,2018-01-01,c-1,m\ns-2,2018-02-01,c-2,m\n"
    )
    return folder


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


GOES = (
    "client c-1: everything, versions with values: 1\n"
    "participation s-1: everything, versions with values: 1\n"
)


def test_a_dry_run_tells_what_would_go(run, register):
    before = files(register)

    told = run("erase", register, "--client", "c-1", "--on", "2018-11-05", "--dry-run")

    assert told == (
        0,
        f"{GOES}A dry run: records that would lose values: 2. Nothing is written.\n",
        "",
    )
    assert files(register) == before


def test_what_is_left_goes_to_a_new_folder(run, register, tmp_path):
    before = files(register)
    place = tmp_path / "new" / "left"

    code, shown, remarks = run("erase", register, "--client", "c-1", *ASKED, "--to", place)

    assert (code, remarks) == (0, "")
    assert shown == (
        f"{GOES}Records that have lost values: 2. Written to {place}\n"
        "The data as they were, backups, and the files you imported from are yours to delete.\n"
    )
    assert files(register) == before
    assert b"1990-05-01" not in b"".join(files(place).values())
    assert b"1991-05-01" in files(place)["client.csv"]
    assert run("check", place)[0] == 0
    assert [path.name for path in place.parent.iterdir()] == ["left"]


def test_it_can_be_one_document(run, register, tmp_path):
    place = tmp_path / "left.json"

    assert run("erase", register, "--client", "c-1", "c-2", *ASKED, "--to", place)[0] == 0
    assert run("erase", place, "--client", "c-1", *ASKED, "--in-place")[1] == (
        "Nothing to erase; nothing is written.\n"
    )
    assert b"1991-05-01" not in place.read_bytes()


@pytest.mark.parametrize("form", ["folder", "document"])
def test_the_data_themselves_can_be_written_over(run, register, tmp_path, form):
    data = register
    if form == "document":
        data = tmp_path / "data.json"
        run("erase", register, "--client", "c-2", *ASKED, "--to", data)

    code, _, _ = run("erase", data, "--client", "c-1", *ASKED, "--in-place")

    written = data.read_bytes() if data.is_file() else files(data)["client.csv"]
    assert code == 0
    assert b"1990-05-01" not in written


@pytest.mark.parametrize("form", ["folder", "document", "new"])
def test_where_not_everything_can_be_written_nothing_is(run, register, tmp_path, monkeypatch, form):
    data = register
    if form == "document":
        data = tmp_path / "data.json"
        run("erase", register, "--client", "c-2", *ASKED, "--to", data)
    (register / "notes").mkdir()
    there = [data] if data.is_file() else sorted(each for each in data.iterdir() if each.is_file())
    before = {path: path.read_bytes() for path in there}

    def half(journal, path, schema, **_):
        if path.is_dir():
            (path / "client.csv").write_text("half of it")
            (path / "outcome.csv").write_text("half of it")
        else:
            path.write_text("half of it")
        raise OSError(28, "no space left", str(path))

    monkeypatch.setattr(erase_written, "write_caseload", half)
    place = ("--to", tmp_path / "left") if form == "new" else ("--in-place",)

    code, _, remarks = run("erase", data, "--client", "c-1", *ASKED, *place)

    assert (code, "no space left" in remarks) == (4, True)
    assert {path: path.read_bytes() for path in there} == before
    assert not (register / "outcome.csv").exists()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith((".", "left"))]


def test_all_that_is_due_goes_on_the_day_after_the_last(run, register, tmp_path):
    asked = ("--by", "u-1", "--because", "time is over", "--to", tmp_path / "left")

    _, before, _ = run("erase", register, "--due-on", "2021-02-28", *asked)
    _, after, _ = run("erase", register, "--due-on", "2021-03-01", *asked)
    _, shown, _ = run("keeping", tmp_path / "left", "--on", "2021-03-01")

    assert before == "Nothing to erase; nothing is written.\n"
    assert "Records that have lost values: 4." in after
    assert "Due: 0. Still to be kept: 0. Not known: 0." in shown
    assert "participation s-2: erased on 1 March 2021; by u-1; time is over; when it was" in shown


def test_what_leads_nowhere_in_what_is_left_is_told(run, register, tmp_path):
    (register / "participation.csv").write_text(
        "id,recorded_on,client_id,programme_id\ns-1,2018-01-01,c-1,nowhere\n"
        "s-2,2018-01-01,c-2,nowhere\n"
    )

    code, _, remarks = run("erase", register, "--client", "c-1", *ASKED, "--to", tmp_path / "left")

    assert code == 0
    assert "error: participation s-2, field programme_id" in remarks
    assert "participation s-1" not in remarks


@pytest.fixture
def frozen(monkeypatch, tmp_path):
    """A submission as known on a day, wherever it lies."""

    def known(on):
        submission = SimpleNamespace(
            asked=SimpleNamespace(known_on=on), cover=SimpleNamespace(number=2)
        )
        opened = SimpleNamespace(submission=submission)
        monkeypatch.setattr(erase, "opened_whole", lambda path: opened)
        return tmp_path / "second"

    return known


@pytest.mark.parametrize(
    ("known_on", "told"),
    [
        (date(2018, 1, 31), "cannot be made again from the data any more"),
        (date(2017, 12, 31), "can still be made again."),
    ],
)
def test_submissions_that_cannot_be_made_again_are_told(run, register, frozen, known_on, told):
    path = frozen(known_on)

    _, shown, _ = run(
        "erase", register, "--client", "c-1", *ASKED, "--dry-run", "--submission", path
    )

    assert f"Submission 2 ({path}): {told}" in shown


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--on", "2018-11-05", "--dry-run"), "name either who is erased"),
        (("--client", "c-1", "--due-on", "2018-11-05", "--dry-run"), "name either who is erased"),
        (("--client", "c-1", "--dry-run"), "name the day of the erasure"),
        (("--client", "c-1", "--on", "2018-11-05", "--in-place"), "--by ID who erases"),
        (("--client", "c-1", *ASKED[:4], "--in-place"), "with --because TEXT why"),
        (("--client", "c-1", *ASKED), "say where to write"),
        (("--client", "c-1", "--on", "2018-11-05", "--by", "a b", "--in-place"), "--by"),
        (("--client", "c-1", *ASKED, "--to", "{data}/left"), "lies in the caseload"),
        (("--client", "c-1", *ASKED, "--to", "{data}/.."), "is there already"),
        (("--client", "c-9", *ASKED, "--in-place"), "no client 'c-9' was ever recorded"),
        (("--client", "c-1", "--on", "2017-01-01", "--dry-run"), "was written after that day"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(run, register, arguments, told):
    before = files(register)
    filled = [each.format(data=register) for each in arguments]

    code, shown, remarks = run("erase", register, *filled)

    assert (code, shown) == (2, "")
    assert told in remarks
    assert files(register) == before


def test_faulty_data_are_not_written_over(run, faulty_folder):
    code, _, remarks = run("erase", faulty_folder, "--client", "c-1", *ASKED, "--in-place")

    assert code == 2
    assert "what cannot be read of it would be lost" in remarks
    assert "CANARY" not in remarks


def test_what_a_plugin_reads_is_written_to_a_new_place(run, tmp_path):
    other = tmp_path / "data.toy"
    other.write_text("anything")

    code, _, remarks = run("erase", other, "--client", "c-1", *ASKED, "--in-place")

    assert code == 2
    assert "cannot be written over; name a new place with --to" in remarks

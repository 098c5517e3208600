"""The commands ``release`` and ``releases``: what was published, and what it would uncover."""

import json

import pytest

OLD = "metric,axis,code,shows,number\n"
DAYS = ("--period", "2018-01-01..2018-06-30")


@pytest.fixture
def published(run, folder):
    """A report of two clients."""
    path = folder.parent / "interim.json"
    form = ("toy.course.interim", folder, "--period", "2018-01-01..2018-12-31")
    assert run("report", *form, "--audience", "public", "--output", path)[0] == 0
    return path


@pytest.fixture
def ledger(tmp_path):
    return tmp_path / "ledger"


def old(path, rows, heading=OLD):
    path.write_text(heading + rows)
    return path


def enter(run, path, ledger, *more):
    return run("release", path, "--ledger", ledger, *more)


ON = ("--day", "2019-01-10")


def test_a_published_report_is_entered_and_listed(run, published, ledger):
    code, out, err = enter(run, published, ledger, *ON)

    assert (code, err) == (0, "")
    assert out.splitlines()[:2] == [
        "The release interim uncovers nothing, nor does it with the earlier ones.",
        f"The release interim is entered into {ledger}",
    ]
    code, listed, _ = run("releases", ledger)
    assert code == 0
    assert listed.splitlines() == [
        (
            "10 January 2019: interim (toy.course.interim), for everybody; "
            "1 January 2018 to 31 December 2018; 1 number, 1 hidden of them"
        ),
        out.splitlines()[2],
    ]


def test_the_day_is_said_and_not_guessed(run, published, ledger):
    code, _, err = enter(run, published, ledger)

    assert (code, ledger.exists()) == (2, False)
    assert "say with --day when it was published" in err
    assert enter(run, published, ledger, "--day", "2019-02-03")[0] == 0
    assert run("releases", ledger, "--language", "lv")[1].startswith("2019. gada 3. februārī: ")


def test_an_empty_ledger_has_nothing(run, tmp_path):
    assert run("releases", tmp_path) == (0, "Nothing is published yet.\n", "")
    assert run("releases", tmp_path / "none")[0] == 4


def test_looking_enters_nothing_and_says_what_would_be_uncovered(run, tmp_path, ledger):
    first = old(tmp_path / "first.csv", "toy.persons,,,,40\n")
    second = old(tmp_path / "second.csv", "toy.persons,,,,43\ntoy.persons,,,open,hidden\n")
    form = ("--form", "toy.course.interim", *DAYS, "--day", "2018-07-01")
    assert enter(run, first, ledger, *form)[0] == 0

    code, out, _ = enter(run, second, ledger, *form, "--check")

    assert (code, len(list(ledger.glob("*.json")))) == (1, 1)
    assert out.splitlines() == [
        "The release second tells more than may be told:",
        (
            "error: metric toy.persons: against the release first: the difference is below the "
            "threshold of 10; hide the number; `report --releases` does so by itself"
        ),
    ]
    elsewhere = ("--period", "2019-01-01..2019-06-30", *form[:2])
    assert enter(run, second, ledger, *elsewhere, "--check")[1].startswith("The release second")
    assert enter(run, second, ledger.parent / "none", *form, "--check")[0] == 4


def test_an_unsafe_old_publication_is_entered_and_what_is_public_is_said(run, tmp_path, ledger):
    path = old(tmp_path / "old.csv", "toy.persons,,,,146\ntoy.persons,country,XX,,1\n")
    options = ("--form", "a leaflet", *DAYS, "--id", "leaflet", "--audience", "funder", *ON)

    code, out, _ = enter(run, path, ledger, *options, "--counted-from", "2017-01-01")

    assert code == 1
    assert "metric toy.persons, field country=XX: a number below the threshold of 10" in out
    assert "The release leaflet is entered" in out
    assert "leaflet (a leaflet), for the funder; 1 January 2017" in run("releases", ledger)[1]


def test_nothing_is_entered_where_a_row_is_wrong(run, tmp_path, ledger):
    path = old(
        tmp_path / "old.csv", "toy.persons,,,,CANARY\ntoy.persons,,,sum,3\nnone.such,,,,20\n"
    )

    code, out, err = enter(run, path, ledger, "--form", "x", *DAYS, *ON)

    assert (code, out, ledger.exists()) == (4, "", False)
    assert err.splitlines() == [
        "error: old.csv, row 2, field number: this is not a number; write 39, 4.5 or hidden",
        (
            "error: old.csv, row 3, field shows: there is no such kind of number; write figure, "
            "unknown or open"
        ),
        (
            "warning: old.csv, row 4, field metric: no plugin has such a metric; check the id; the "
            "number is compared with the same id alone, in every report"
        ),
        "Nothing is entered: no number of a publication may be left out.",
    ]


@pytest.mark.parametrize(
    ("file", "options", "why"),
    [
        (("old.csv", OLD), (), "an old publication needs --form and --period"),
        (("old.csv", OLD), ("--form", "x", *DAYS), "does not say of any number what it counts"),
        (("r.json", "{}"), ("--form", "x"), "a report says itself of what form and period it is"),
        (("r.json", "{}"), (), "not a report file"),
        (("r.json", "{}"), ("--id", "010101-12345"), "personal code"),
        (("a b.csv", OLD + "m,,,,20\n"), ("--form", "x", *DAYS), "the name of the file is no id"),
    ],
)
def test_what_cannot_be_entered_is_refused(run, ledger, file, options, why):
    name, text = file
    path = ledger.with_name(name)
    path.write_text(text)

    code, _, err = enter(run, path, ledger, *options, *ON)

    assert (code, ledger.exists()) == (2, False)
    assert why in err


def test_a_report_that_lists_persons_is_not_published(run, published, ledger):
    report = json.loads(published.read_text())
    report["sections"][0]["tables"][0]["lists_persons"] = True
    published.write_text(json.dumps(report))

    code, _, err = enter(run, published, ledger, *ON)

    assert (code, ledger.exists()) == (2, False)
    assert "the report lists persons and is for staff" in err


def test_a_release_is_entered_once_and_an_edited_ledger_is_refused(run, published, ledger):
    assert enter(run, published, ledger, *ON)[0] == 0
    assert "rename one" in enter(run, published, ledger, *ON)[2]
    [entry] = ledger.glob("*.json")
    entry.write_text(entry.read_text().replace("2018-12-31", "2018-12-30"))

    assert "its bytes are others" in run("releases", ledger)[2]

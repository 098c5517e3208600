import stat
from importlib.metadata import version

import openpyxl
import pytest

from inclusion_core.manager import Plugin
from inclusion_core.markers import hookimpl
from inclusion_core.model.funding import Provider
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.sources import Source
from inclusion_core.texts import lv

KEYS = "record_type,number,id\nclient,17,c-1\nprovider,P,p-1\n"


def sheets(path):
    return openpyxl.load_workbook(path).sheetnames


def filled_in(path, title="client"):
    """The rows of a sheet that have more than a number."""
    rows = openpyxl.load_workbook(path)[title].iter_rows(min_row=2, max_col=3, values_only=True)
    return [row for row in rows if row[1]]


@pytest.fixture
def book(tmp_path):
    return tmp_path / "book.xlsx"


def test_a_workbook_is_written_for_the_programme(run, tmp_path):
    path = tmp_path / "deep" / "book.xlsx"

    code, shown, remarks = run("template", "toy.course", "-o", path, "--rows", "3")

    assert (code, remarks) == (0, "")
    assert shown == f"The workbook is written to {path}\n"
    assert {"Notes", "client", "arrival"} <= set(sheets(path))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_workbook_has_the_words_of_the_language(run, book):
    code, shown, _ = run("template", "toy.course", "-o", book, "--language", "lv", "--rows", "3")

    assert (code, shown) == (0, f"Darbgrāmata ierakstīta: {book}\n")
    assert {"Paskaidrojumi", "klients"} <= set(sheets(book))


def test_the_only_programme_need_not_be_named(run, tmp_path):
    for name, programme in (("one.xlsx", ()), ("two.xlsx", ("toy.course",))):
        assert run("template", *programme, "--output", tmp_path / name, "--rows", "1")[0] == 0

    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_a_programme_must_be_named_where_there_is_none_or_several(run, book):
    code, _, remarks = run("template", "-o", book, plugins=())

    assert code == 2
    assert remarks == (
        "inclusion-core: name a programme; there are: none; install a plugin that declares one\n"
    )


def test_a_misspelt_programme_has_a_near_one(run, book):
    code, _, remarks = run("template", "toy.curse", "-o", book)

    assert (code, remarks) == (
        2,
        "inclusion-core: no programme 'toy.curse'; did you mean toy.course?\n",
    )


@pytest.mark.parametrize("number", ["-1", "many", "100001", "1.5"])
def test_a_number_of_rows_is_a_number(run, book, number):
    code, _, remarks = run("template", "-o", book, f"--rows={number}")

    assert code == 2
    assert "write 0 to 100000" in remarks


def test_the_records_of_a_caseload_stand_in_the_workbook(run, book, folder):
    code, _, remarks = run("template", "-o", book, "--from", folder, "--rows", "0")

    assert (code, remarks) == (0, "")
    assert filled_in(book) == [("c-1", "p-1", "1990-05-01"), ("c-2", "p-1", "1991-05-01")]


def test_the_records_are_those_that_were_known_on_a_day(run, book, folder):
    run("template", "-o", book, "--from", folder, "--known-on", "2018-01-15", "--rows", "0")

    assert [row[0] for row in filled_in(book)] == ["c-1"]


def test_numbers_of_the_provider_stand_in_place_of_ids(run, book, folder, tmp_path):
    keys = tmp_path / "keys.csv"
    keys.write_text(KEYS)

    assert run("template", "-o", book, "--from", folder, "--keys", keys, "--rows", "0")[0] == 0
    assert [row[:2] for row in filled_in(book)] == [("17", "P"), ("c-2", "P")]


def test_a_caseload_without_records_gives_an_empty_workbook(run, book, folder):
    for path in folder.glob("*.csv"):
        path.write_text(path.read_text().splitlines()[0])

    assert run("template", "-o", book, "--from", folder, "--rows", "1")[0] == 0
    assert filled_in(book) == []


def test_records_for_which_there_is_no_sheet_are_named(run, book, folder):
    class Narrow:
        @hookimpl
        def inclusion_programmes(self):
            return (
                ProgrammeDefinition(
                    id="toy.clients",
                    says=lv("Klienti").en("Clients"),
                    target_group=lv("visi").en("everybody"),
                    operation_number="9.9",
                    sources=(Source("Rules"),),
                    records=(Provider,),
                ),
            )

    narrow = Plugin(
        name="toy",
        distribution="inclusion-toy",
        version=version("inclusion-core"),
        load=Narrow,
    )

    code, _, remarks = run("template", "-o", book, "--from", folder, plugins=(narrow,))

    assert code == 0
    assert remarks == (
        "The workbook has no sheet for these records, which stay as they are: client (2)\n"
    )


def test_what_cannot_be_read_of_the_caseload_is_said(run, book, faulty_folder):
    code, _, remarks = run("template", "-o", book, "--from", faulty_folder, "--rows", "0")

    assert code == 1
    assert "client.csv, row 3, client c-2, field born_on" in remarks
    assert "CANARY" not in remarks
    assert [row[0] for row in filled_in(book)] == ["c-1"]


def test_a_caseload_that_is_not_there_gives_no_workbook(run, book, tmp_path):
    code, _, remarks = run("template", "-o", book, "--from", tmp_path / "none")

    assert code == 4
    assert remarks.startswith(f"inclusion-core: nothing could be read from {tmp_path / 'none'}: ")
    assert not book.exists()


def test_a_damaged_or_missing_key_file_gives_no_workbook(run, book, folder, tmp_path):
    keys = tmp_path / "keys.csv"
    missing = run("template", "-o", book, "--from", folder, "--keys", keys)
    keys.write_text(f"{KEYS}client,CANARY\n")
    damaged = run("template", "-o", book, "--from", folder, "--keys", keys)

    assert (missing[0], damaged[0]) == (2, 4)
    assert missing[2] == f"inclusion-core: {keys} is not there; name the key file of the import\n"
    assert f"nothing could be read from {keys}: keys.csv, row 4: " in damaged[2]
    assert "CANARY" not in damaged[2]
    assert not book.exists()


def test_a_file_that_is_there_is_written_over_only_when_asked(run, book):
    book.write_text("mine")

    code, _, remarks = run("template", "-o", book, "--rows", "0")

    assert (code, book.read_text()) == (2, "mine")
    assert remarks.endswith("is there already; name another file, or add --overwrite\n")
    assert run("template", "-o", book, "--rows", "0", "--overwrite")[0] == 0
    assert "client" in sheets(book)


def test_a_workbook_does_not_lie_in_the_caseload(run, folder):
    code, _, remarks = run("template", "-o", folder / "book.xlsx", "--from", folder)

    assert code == 2
    assert remarks.endswith("lies in the caseload; write the workbook elsewhere\n")
    assert not (folder / "book.xlsx").exists()


def test_options_that_do_not_go_together_are_refused(run, tmp_path):
    without = run("template", "-o", tmp_path / "a.xlsx", "--keys", tmp_path / "keys.csv")
    suffix = run("template", "-o", tmp_path / "a.ods")

    assert (without[0], suffix[0]) == (2, 2)
    assert without[2] == "inclusion-core: --keys and --known-on go with --from CASELOAD\n"
    assert "must end in .xlsx" in suffix[2]

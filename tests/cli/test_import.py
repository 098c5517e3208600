import stat
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from inclusion_core.cli import import_written
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.versions import Act
from inclusion_core.wire import read_journal
from inclusion_core.words import WORDS

PROVIDER = ("P", "Patvērums")
ANNA = ("010190-12345", "P", "01.05.1990", "sieviete")
BORIS = ("020291-54321", "P", "1991-05-01", None)
HEADINGS = {
    "provider": ("id", "name"),
    "client": ("id", "provider_id", "born_on", "gender", "died_on"),
    "arrival": ("id", "client_id", "arrived_on"),
    "citizenship_spell": ("id", "client_id", "country"),
}
CANARIES = ("12345", "54321", "1990", "1991", "siev")


def write_book(path, **sheets):
    """A workbook with the headings of a template above these rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(WORDS.type(name, "en"))
        sheet.append([WORDS.field(name, field, "en") for field in HEADINGS[name]])
        for row in rows:
            sheet.append(list(row))
    book.save(path)


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "book.xlsx"
    write_book(path, provider=[PROVIDER], client=[ANNA, BORIS])
    return path


@pytest.fixture
def keys(tmp_path):
    return tmp_path / "book.keys.csv"


@pytest.fixture
def caseload(tmp_path):
    return tmp_path / "caseload"


@pytest.fixture
def take_in(run, book, caseload):
    """Imports the workbook, recorded in March 2018 where no other day is said."""

    def command(*options):
        return run("import", book, "--into", caseload, "--recorded-on", "2018-03-04", *options)

    return command


def recorded(caseload, record_class=Client):
    journal = read_journal(caseload, SCHEMA).journal
    return journal.as_known_on(date(2018, 12, 31)).of(record_class)


def acts(caseload):
    journal = read_journal(caseload, SCHEMA).journal
    return [each.act for each in journal.versions if each.record_type == "client"]


def test_a_dry_run_shows_what_would_come_and_writes_nothing(take_in, tmp_path):
    code, shown, remarks = take_in()

    assert (code, remarks) == (0, "")
    assert shown == (
        "records   new  changed  same  left out  not in the workbook\n"
        "provider    1        0     0         0                    0\n"
        "client      2        0     0         0                    0\n"
        "\n"
        "In the data: 0 errors, 0 warnings.\n"
        "A dry run: nothing is written. To write, add --write changes or, where what was written "
        "before was wrong, --write corrections.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["book.xlsx"]


def test_the_same_in_latvian(take_in):
    _, shown, _ = take_in("--language", "lv")

    assert shown.startswith(
        "ieraksti               jauni  mainīti  tādi paši  nepieņemti  nav darbgrāmatā\n"
        "pakalpojuma sniedzējs      1        0          0           0                0\n"
    )
    assert "Mēģinājums: nekas nav ierakstīts." in shown


def test_a_first_import_makes_a_caseload_and_a_key_file(run, take_in, caseload, keys):
    code, shown, _ = take_in("--write", "changes")

    assert code == 0
    assert shown.endswith(f"Versions: 3. Written to {caseload}; keys: {keys}\n")
    assert [(each.born_on, each.gender) for each in sorted(recorded(caseload), key=_birthday)] == [
        (date(1990, 5, 1), Gender.FEMALE),
        (date(1991, 5, 1), Client(id="c", provider_id="p").gender),
    ]
    assert stat.S_IMODE(keys.stat().st_mode) == 0o600
    assert "client,010190-12345,c-" in keys.read_text()
    assert run("check", caseload)[0] == 0
    assert not any(b"010190" in data for data in contents(caseload).values())


def _birthday(client):
    return client.born_on


def test_a_second_import_of_the_same_changes_nothing(take_in, caseload, keys):
    take_in("--write", "changes")
    before = contents(caseload), keys.read_bytes()

    code, shown, _ = take_in("--write", "changes")

    assert (code, contents(caseload), keys.read_bytes()) == (0, *before)
    assert "client      0        0     2         0                    0\n" in shown
    assert shown.endswith("Nothing has changed; nothing is written.\n")


@pytest.mark.parametrize(
    ("options", "act"),
    [(("changes",), Act.CHANGED), (("corrections", "--why", "misread"), Act.CORRECTED)],
)
def test_what_differs_is_written_as_asked(take_in, book, caseload, options, act):
    take_in("--write", "changes")
    write_book(book, provider=[PROVIDER], client=[ANNA, (*BORIS[:3], "male")])

    code, shown, _ = take_in("--write", *options)

    (boris,) = [each for each in recorded(caseload) if each.gender is Gender.MALE]
    assert code == 0
    assert f"Changed:\n  sheet client, row 3, client {boris.id}: gender\n" in shown
    assert sorted(acts(caseload), key=str) == sorted([act, Act.RECORDED, Act.RECORDED], key=str)


def test_values_are_shown_only_when_asked_for(take_in, book):
    take_in("--write", "changes")
    write_book(book, provider=[PROVIDER], client=[(*ANNA[:2], "1990-05", "female"), BORIS])

    hidden, shown = take_in()[1], take_in("--values")[1]

    assert "day of birth\n" in hidden
    assert not any(each in hidden for each in CANARIES)
    assert "day of birth: 1990-05-01 -> 1990-05\n" in shown


def test_a_value_that_is_not_there_is_shown_by_its_mark(take_in, book):
    take_in("--write", "changes")
    write_book(book, provider=[PROVIDER], client=[ANNA, (*BORIS[:3], "(refused)")])

    assert "gender: (not asked) -> (refused)\n" in take_in("--values")[1]


def test_corrections_need_a_reason(take_in, caseload):
    code, _, remarks = take_in("--write", "corrections")

    assert (code, caseload.exists()) == (2, False)
    assert remarks == "inclusion-core: say with --why for what reason records are corrected\n"


def test_good_rows_are_written_and_faulty_ones_named(take_in, book, caseload, keys):
    write_book(
        book,
        provider=[PROVIDER],
        client=[ANNA, (*BORIS[:2], "1991-13-01", None)],
        arrival=[("1", ANNA[0], "2017-11-05"), ("2", BORIS[0], "2017-11-05")],
    )

    code, shown, _ = take_in("--write", "changes")

    assert code == 1
    assert "client      1        0     0         1                    0\n" in shown
    assert "error: book.xlsx, sheet client, row 3, client, column C, field day of birth: " in shown
    assert "error: book.xlsx, sheet arrival, row 3, arrival, column B, field client: " in shown
    assert "because its row is faulty" in shown
    assert "In the data: 2 errors, 0 warnings." in shown
    assert not any(each in shown for each in CANARIES)
    assert len(recorded(caseload)) == 1
    assert BORIS[0] not in keys.read_text()


def test_what_goes_away_with_other_faults_is_shown_last_and_in_part(take_in, book):
    arrivals = [(number, BORIS[0], "2017-11-05") for number in range(1, 24)]
    write_book(
        book, provider=[PROVIDER], client=[(*BORIS[:2], "1991-13-01", None)], arrival=arrivals
    )

    _, shown, _ = take_in()

    faults = [line for line in shown.splitlines() if line.startswith("error")]
    assert "sheet client" in faults[0]
    assert len(faults) == 1 + 20
    assert "and 3 more that name faulty rows\n" in shown
    assert "In the data: 24 errors, 0 warnings." in shown


def test_contradictions_are_shown_at_their_cells(take_in, book):
    write_book(book, provider=[PROVIDER], client=[ANNA], arrival=[("1", ANNA[0], "1989-01-02")])

    code, shown, _ = take_in()

    assert code == 1
    assert "error: book.xlsx, sheet arrival, row 2, arrival a-" in shown
    assert "column C, field day of arrival: " in shown


def test_records_on_no_row_are_named_and_stay(take_in, book, caseload):
    take_in("--write", "changes")
    write_book(book, provider=[PROVIDER], client=[BORIS])

    code, shown, _ = take_in("--write", "changes")

    (anna,) = [each for each in recorded(caseload) if each.gender is Gender.FEMALE]
    assert code == 0
    assert f"Not in the workbook (they stay as they are):\n  client {anna.id}\n" in shown


def test_possible_duplicates_are_listed_and_not_merged(take_in, book, caseload):
    double = ("99", "P", "1990-05-01", "female")
    take_in("--write", "changes")
    write_book(
        book,
        provider=[PROVIDER],
        client=[BORIS, double],
        citizenship_spell=[("1", "99", "SY")],
    )

    _, shown, _ = take_in()

    (anna,) = [each for each in recorded(caseload) if each.gender is Gender.FEMALE]
    title = "Perhaps one person (nothing is merged by itself):\n"
    pair = shown.partition(title)[2].splitlines()[0]
    assert set(pair.strip().partition(": ")[0].split(" / ")) == {
        f"client {anna.id}",
        "sheet client, row 3",
    }
    assert pair.endswith("birthday and gender are the same; citizenship is not known of all")


def test_duplicates_of_one_citizenship_are_said_to_be(take_in, book):
    double = ("99", "P", "1990-05-01", "female")
    write_book(
        book,
        provider=[PROVIDER],
        client=[ANNA, double],
        citizenship_spell=[("1", "99", "SY"), ("2", ANNA[0], "SY")],
    )

    _, shown, _ = take_in()

    assert "  sheet client, row 2 / sheet client, row 3: birthday, gender and citizenship" in (
        shown.replace("row 3 / sheet client, row 2", "row 2 / sheet client, row 3")
    )


def test_duplicates_that_are_not_in_the_workbook_are_not_listed(take_in, book, tmp_path):
    write_book(book, provider=[PROVIDER], client=[ANNA, ("99", *ANNA[1:])])
    take_in("--write", "changes")
    write_book(book, provider=[PROVIDER], client=[BORIS])

    assert "Perhaps one person" not in take_in()[1]


def test_a_lost_key_file_gets_a_word(take_in, caseload, keys):
    take_in("--write", "changes")
    keys.unlink()

    code, shown, _ = take_in()

    assert code == 0
    assert "warning: book.keys.csv: there is no key file though there are records" in shown


def test_a_key_file_of_another_name_is_taken(take_in, tmp_path, keys):
    other = tmp_path / "safe" / "numbers.csv"
    take_in("--write", "changes", "--keys", other)

    _, shown, _ = take_in("--keys", other)

    assert "client      0        0     2         0                    0\n" in shown
    assert not keys.exists()


def test_a_damaged_key_file_stops_the_import(take_in, caseload, keys):
    keys.write_text("record_type,number,id\nclient,010190-12345\n")

    code, shown, remarks = take_in("--write", "changes")

    assert (code, shown, caseload.exists()) == (4, "", False)
    assert f"nothing could be read from {keys}: book.keys.csv, row 2: " in remarks
    assert "12345" not in remarks


def test_a_key_file_does_not_lie_in_the_caseload(run, take_in, book, caseload):
    inside = take_in("--keys", caseload / "keys.csv", "--write", "changes")
    caseload.mkdir()
    book = book.rename(caseload / "book.xlsx")
    beside = run("import", book, "--into", caseload, "--write", "changes")

    assert (inside[0], beside[0]) == (2, 2)
    assert "the key file tells who is who and stays with the provider" in inside[2]
    assert beside[2] == inside[2].replace("keys.csv", "book.keys.csv")
    assert [path.name for path in caseload.iterdir()] == ["book.xlsx"]


def test_a_document_may_be_the_caseload(run, book, tmp_path, keys):
    document = tmp_path / "data" / "caseload.json"
    taken_in = ("import", book, "--into", document, "--recorded-on", "2018-03-04", "--write")

    first = run(*taken_in, "changes")
    before = document.read_bytes()
    second = run(*taken_in, "changes")

    assert (first[0], second[0], document.read_bytes()) == (0, 0, before)
    assert len(recorded(document)) == 2


def test_an_empty_folder_may_be_the_caseload(take_in, caseload):
    caseload.mkdir()

    assert take_in("--write", "changes")[0] == 0


def test_a_caseload_with_faults_is_not_written_over(run, book, faulty_folder):
    before = contents(faulty_folder)

    code, _, remarks = run("import", book, "--into", faulty_folder, "--write", "changes")

    assert (code, contents(faulty_folder)) == (2, before)
    assert f"correct first what `inclusion-core check {faulty_folder}` shows" in remarks


def test_a_folder_of_something_else_is_left_alone(run, book, tmp_path):
    code, _, remarks = run("import", book, "--into", tmp_path, "--keys", tmp_path.parent / "k.csv")

    assert code == 4
    assert f"nothing could be read from {tmp_path}: there is no file of records" in remarks


@pytest.mark.parametrize("before", [None, "record_type,number,id\nprovider,P,p-1\n"])
def test_what_cannot_be_written_leaves_everything_as_it_was(
    take_in, caseload, keys, monkeypatch, before
):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    if before is not None:
        keys.write_text(before)
    monkeypatch.setattr(import_written, "write_caseload", full)

    code, _, remarks = take_in("--write", "changes")

    assert (code, remarks) == (4, "inclusion-core: No space left on device\n")
    assert not caseload.exists()
    assert (keys.read_text() if keys.exists() else None) == before


def test_the_day_of_recording_is_today_where_none_is_given(run, book, caseload, monkeypatch):
    monkeypatch.setattr("inclusion_core.cli.import_.today", lambda: date(2018, 7, 8))

    run("import", book, "--into", caseload, "--write", "changes", "--recorded-by", "s-1")

    versions = read_journal(caseload, SCHEMA).journal.versions
    assert {(each.recorded_on, each.recorded_by) for each in versions} == {
        (date(2018, 7, 8), "s-1")
    }


def test_today_is_a_day():
    from inclusion_core.cli.days import today

    assert today() >= date(2025, 1, 1)


@pytest.mark.parametrize(
    ("option", "value"), [("--why", "two\nlines"), ("--recorded-by", "010190-12345")]
)
def test_what_no_file_could_hold_is_refused_at_once(take_in, option, value):
    code, _, remarks = take_in(option, value)

    assert code == 2
    assert f"argument {option}: " in remarks
    assert value not in remarks


def test_a_workbook_without_records_changes_nothing(take_in, book, caseload):
    write_book(book, client=[])

    code, shown, _ = take_in("--write", "changes")

    assert (code, caseload.exists()) == (0, False)
    assert shown.startswith("There is no record in the workbook.\n")


def test_what_is_no_workbook_is_not_read(run, tmp_path, caseload):
    (tmp_path / "letter.xlsx").write_text("Dear all")

    missing = run("import", tmp_path / "none.xlsx", "--into", caseload)
    letter = run("import", tmp_path / "letter.xlsx", "--into", caseload)

    assert (missing[0], letter[0]) == (4, 4)
    assert missing[2].startswith(f"inclusion-core: nothing could be read from {tmp_path}/none")
    assert letter[2].startswith(f"inclusion-core: nothing could be read from {tmp_path}/letter")


def test_a_workbook_whose_sheets_nobody_knows_is_not_read(run, book, caseload):
    other = openpyxl.Workbook()
    other.active.append(["Vārds", "Uzvārds"])
    other.active.append(["CANARY", "CANARY"])
    other.save(book)

    code, shown, remarks = run("import", book, "--into", caseload)

    assert (code, shown) == (4, "")
    assert "nothing could be read from" in remarks
    assert "CANARY" not in remarks


def changed_by_hand(path, change):
    """The workbook with its sheet of clients changed."""
    book = openpyxl.load_workbook(path)
    change(book["client"])
    book.save(path)


def expands(path):
    with ZipFile(path, "a", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", b" " * (1 << 24))


def has_formulas(path):
    changed_by_hand(path, lambda page: page.cell(2, 4, '="fe"&"male"'))


def has_merged_cells(path):
    changed_by_hand(path, lambda page: page.merge_cells("D2:D3"))


def has_hidden_rows(path):
    changed_by_hand(path, lambda page: setattr(page.row_dimensions[3], "hidden", True))


def has_two_people_of_one_number(path):
    changed_by_hand(path, lambda page: page.cell(3, 1, ANNA[0]))


def is_formatted_to_its_end(path):
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet2.xml"
    rows = "".join(f'<row r="{row}" s="1" customFormat="1"/>' for row in range(4, 1_048_577))
    parts[name] = parts[name].replace(b"</sheetData>", f"{rows}</sheetData>".encode())
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


@pytest.mark.parametrize(
    ("harm", "code", "words", "new"),
    [
        (expands, 4, ["book.xlsx: unpacked, the workbook would be exceedingly large"], 0),
        (
            has_formulas,
            1,
            [
                "warning: book.xlsx, sheet client, row 2, column D: the column has formulas",
                "row 2, client, column D, field gender: the formula was never worked out",
                "In the data: 1 error, 1 warning.",
            ],
            1,
        ),
        (
            has_merged_cells,
            0,
            [
                "warning: book.xlsx, sheet client, row 2, column D: the sheet has merged cells (1)",
                "In the data: 0 errors, 1 warning.",
            ],
            2,
        ),
        (
            has_hidden_rows,
            0,
            [
                "warning: book.xlsx, sheet client, row 3: the sheet has hidden rows (1)",
                "In the data: 0 errors, 1 warning.",
            ],
            2,
        ),
        (
            has_two_people_of_one_number,
            1,
            [
                f"error: book.xlsx, sheet client, row {row}, client, column A, field case number: "
                "this record is on more than one row"
                for row in (2, 3)
            ],
            0,
        ),
        (is_formatted_to_its_end, 0, ["In the data: 0 errors, 0 warnings."], 2),
    ],
)
def test_whatever_was_done_to_a_workbook_gets_a_word_and_good_rows_are_taken(
    take_in, book, caseload, *, harm, code, words, new
):
    harm(book)

    found, shown, remarks = take_in("--write", "changes")

    assert found == code
    assert all(each in shown + remarks for each in words)
    assert not any(each in shown + remarks for each in CANARIES)
    assert len(recorded(caseload) if new else ()) == new


def test_an_error_in_a_sheet_with_a_mapping_leaves_out_its_row(run, book, folder, tmp_path):
    own_sheet(book)
    page = openpyxl.load_workbook(book)
    page.active.append(["18", "=TODAY()", "S"])
    page.save(book)
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(MAPPING, encoding="utf-8")

    code, shown, _ = run("import", book, "--into", folder, "--mapping", mapping)

    assert code == 1
    assert "sheet Klienti 2018, row 3, client, column B, field Dzimis: the formula was" in shown
    assert "client     1        0     0         1                    2\n" in shown


def test_a_contradiction_names_the_row_of_the_other_record(take_in, book):
    write_book(
        book,
        provider=[PROVIDER],
        client=[(*ANNA, "1995-01-01")],
        arrival=[("1", ANNA[0], "2017-11-05")],
    )

    _, shown, _ = take_in()

    assert "(sheet client, row 2)" in shown


def test_a_marked_copy_is_replaced_and_nothing_else(take_in, book, tmp_path):
    write_book(book, provider=[PROVIDER], client=[(*ANNA[:3], "CANARY")])
    marked = tmp_path / "marked.xlsx"
    said = f"inclusion-core: {marked} is there already; name another file, or add --overwrite\n"
    first = [take_in("--marked", marked)[0] for _ in range(2)]
    openpyxl.load_workbook(marked).save(marked)
    before = marked.read_bytes()

    code, shown, remarks = take_in("--marked", marked)

    assert first == [1, 1]
    assert (code, shown, remarks, marked.read_bytes()) == (2, "", said, before)
    assert take_in("--marked", marked, "--overwrite")[0] == 1
    assert marked.read_bytes() != before


def test_the_faults_are_marked_in_a_copy(take_in, book, tmp_path):
    write_book(book, provider=[PROVIDER], client=[(*ANNA[:3], "CANARY")])
    marked = tmp_path / "marked.xlsx"

    code, shown, _ = take_in("--marked", marked)

    assert code == 1
    assert f"The workbook with marks: {marked}\n" in shown
    assert openpyxl.load_workbook(marked)["client"]["D2"].comment is not None


def test_the_marked_copy_lies_outside_the_caseload(take_in, caseload):
    code, _, remarks = take_in("--marked", caseload / "marked.xlsx")

    assert code == 2
    assert remarks.endswith("lies in the caseload; write the marked copy elsewhere\n")


def own_sheet(path):
    """A sheet as a provider keeps it."""
    book = openpyxl.Workbook()
    book.active.title = "Klienti 2018"
    book.active.append(["Nr.", "Dzimis", "Dzimums"])
    book.active.append(["17", "01.05.1990", "S"])
    book.save(path)


MAPPING = """\
[[sheet]]
title = "Klienti 2018"

[[sheet.record]]
type = "client"
number = "Nr."
fields = { born_on = "Dzimis", gender = "Dzimums" }
constants = { provider_id = "p-1" }
words = { gender = { S = "female" } }
"""


def test_another_layout_is_read_through_its_mapping_file(run, book, folder, tmp_path):
    own_sheet(book)
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(MAPPING, encoding="utf-8")
    options = ("--into", folder, "--mapping", mapping, "--recorded-on", "2018-03-04")

    code, shown, _ = run("import", book, *options)
    run("import", book, *options, "--write", "changes")

    assert code == 0
    assert "client     1        0     0         0                    2\n" in shown
    assert Gender.FEMALE in {each.gender for each in recorded(folder)}


def test_a_mapping_is_suggested_for_another_layout(run, book, tmp_path):
    own_sheet(book)
    target = tmp_path / "deep" / "mapping.toml"

    code, shown, _ = run("import", book, "--suggest")
    written = run("import", book, "--suggest", "--output", target)
    again = run("import", book, "--suggest", "--output", target)

    assert (code, written[0], again[0]) == (0, 0, 2)
    assert "Klienti 2018" in shown
    assert target.read_text(encoding="utf-8") == shown
    assert written[1] == f"The mapping file, which is to be checked, is written to {target}\n"
    assert run("import", book, "--suggest", "--output", target, "--overwrite")[0] == 0
    assert again[2].endswith(
        "mapping.toml is there already; name another file, or add --overwrite\n"
    )


def test_options_that_do_not_go_together_are_refused(run, book, tmp_path):
    for options, said in (
        ((), "name the caseload that it goes into with --into CASELOAD"),
        (("--suggest", "--write", "changes"), "--suggest goes with neither --mapping nor --write"),
        (("--suggest", "--mapping", "m.toml"), "--suggest goes with neither --mapping nor --write"),
        (
            ("--into", tmp_path / "c", "--output", "m.toml"),
            "--output goes with --suggest; the caseload is named with --into",
        ),
    ):
        code, _, remarks = run("import", book, *options)

        assert (code, remarks) == (2, f"inclusion-core: {said}\n")


def test_a_faulty_mapping_file_is_not_used(take_in, tmp_path, caseload):
    mapping = tmp_path / "mapping.toml"
    mapping.write_text("[[sheet]]\ntitle = 'CANARY'\n")

    code, _, remarks = take_in("--mapping", mapping, "--write", "changes")

    assert (code, caseload.exists()) == (4, False)
    assert f"nothing could be read from {mapping}: " in remarks


def test_a_caseload_goes_out_into_a_template_and_comes_back_the_same(run, folder, tmp_path):
    book = tmp_path / "out.xlsx"
    run("template", "--output", book, "--from", folder, "--rows", "2", "--language", "lv")

    code, shown, _ = run("import", book, "--into", folder, "--recorded-on", "2018-03-04")

    assert code == 0
    assert "client      0        0     2         0                    0\n" in shown

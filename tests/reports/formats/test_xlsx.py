"""A report as a workbook: what it holds, and what a spreadsheet makes of it."""

import io
import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from hashlib import sha256

import attrs
import openpyxl
import pytest
from office_lab import by_calamine, by_openpyxl, meant, parts, seen, tables_of

from inclusion_core.errors import MissingExtraError
from inclusion_core.reports.formats.json_text import json_text
from inclusion_core.reports.formats.xlsx import XLSX, xlsx
from inclusion_core.reports.formats.xlsx_page import letters_of
from inclusion_core.reports.formats.xlsx_sheets import sheets_of
from inclusion_core.reports.report import Cell, Section, Table, TableRow
from inclusion_core.texts import Language, Text

BOTH = pytest.mark.parametrize("language", Language)


def one_table(report, *rows, columns=("Kopā",), **own):
    """The report with one table; a row is a heading and its cells."""
    told = {"id": "t", "title": Text.same("Tabula"), "row_heading": Text.same("Rinda"), **own}
    table = Table(
        columns=tuple(map(Text.same, columns)),
        rows=tuple(
            TableRow(
                id=str(place),
                heading=Text.same(heading),
                cells=tuple(cell if isinstance(cell, Cell) else Cell(value=cell) for cell in cells),
            )
            for place, (heading, *cells) in enumerate(rows)
        ),
        **told,
    )
    section = Section(id="s", title=Text.same("Daļa"), tables=(table,))
    return attrs.evolve(report, sections=(section,))


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.fixture(scope="module")
def data(report):
    return xlsx(report, Language.EN)


def test_the_first_sheet_says_all_that_stands_outside_the_tables(data):
    cover = [row[0] for row in by_openpyxl(data)["Report"]]

    assert cover[:8] == [
        "Interim report on the social mentor service",
        "Programme for asylum seekers and persons with refugee status",
        "Contents",
        "Persons",
        "2018. In summer the second stage began; it goes on until autumn next year.",
        "1. Persons who received support",
        "2. Persons by region and month",
        "Services",
    ]
    assert "[c]: not shown, so that the persons counted cannot be recognised" in cover
    assert "Reporting period: 1 June 2018 to 30 November 2018" in cover
    assert f"Fingerprint of the records (SHA-256): {'3f9a' * 16}" in cover
    assert (
        "Cabinet Regulation No. 102 (2016-02-09), 3.3; consolidated text; likumi.lv 280230" in cover
    )


def test_a_report_without_sections_announces_no_contents(report):
    bare = by_openpyxl(xlsx(attrs.evolve(report, sections=()), Language.EN))

    assert list(bare) == ["Report"]
    assert "Contents" not in [row[0] for row in bare["Report"]]


def test_a_table_has_a_sheet_with_numbers_unknowns_signs_and_what_explains_them(data):
    sheet = by_openpyxl(data)["1. Persons who received support"]
    total = ["Measure", "Total", "Total: not known"]

    assert [row[0] for row in sheet[:3]] == [
        "Persons who received support",
        "Persons",
        "To the first sheet",
    ]
    assert sheet[3][:3] == total
    assert sheet[3][-1] == "Part of"
    assert sheet[4][:4] == ["Received the service of a social mentor", 12345, 2, 7010]
    assert sheet[6][0] == "in employment"
    assert sheet[6][-1].startswith("After support in education")
    assert sheet[7][-1] == "in employment"
    assert sheet[8][3] == "[c]"
    assert [row[0] for row in sheet[10:14]] == [
        "0: counted, and there are none",
        "[c]: not shown, so that the persons counted cannot be recognised",
        "[x]: this was not collected",
        "[z]: does not apply here",
    ]
    assert sheet[14][0].startswith("…: not known: for so many more the answer is not known")
    assert sheet[15][0] == "Each person is counted once in the programme."


def test_a_sheet_can_be_read_printed_and_looked_up_by_those_who_do_not_see_it(data):
    book = opened(data)
    page = book["2. Persons by region and month"]
    table = page.tables["table_2_regions"]

    assert page.freeze_panes == "B5"
    assert page.print_title_rows == "$4:$4"
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.page_setup.fitToHeight, page.sheet_properties.pageSetUpPr.fitToPage) == (0, True)
    assert table.ref == "A4:M7"
    assert [each.name for each in table.tableColumns] == [cell.value for cell in page[4]]
    assert not any(each.merged_cells.ranges for each in book)
    assert page["A3"].hyperlink.location == "'Report'!A1"
    assert book["Report"]["A7"].hyperlink.location == "'2. Persons by region and month'!A1"


def test_a_table_without_rows_says_so(data):
    sheet = by_openpyxl(data)["4. Camps"]

    assert sheet[3] == ["Camp", "Number of participants"]
    assert sheet[5][0] == "The table has no rows."


@BOTH
def test_days_are_days_in_the_form_of_the_language(report, language):
    page = opened(xlsx(report, language)).worksheets[3]
    forms = {Language.LV: '[$-426]yyyy". gada "d. mmmm', Language.EN: "[$-809]d mmmm yyyy"}

    assert page["B5"].is_date
    assert page["B5"].value.date() == date(2019, 4, 15)
    assert page["B5"].number_format == forms[language]


def test_numbers_keep_all_their_digits_or_stand_as_text(report):
    rows = (
        ("count", 2018),
        ("amount", Decimal("45.50")),
        ("large", 123_456_789_012_345),
        ("too large", 1_234_567_890_123_456),
        ("too fine", Decimal("-0.123456789012345")),
        ("before 1900", date(1899, 12, 31)),
        ("after a day that never was", date(1900, 3, 1)),
        ("the day before", date(1900, 2, 28)),
    )
    data = xlsx(one_table(report, *rows), Language.EN)
    page = opened(data).worksheets[1]

    assert [(page[f"B{row}"].value, page[f"B{row}"].number_format) for row in range(5, 8)] == [
        (2018, "[<10000]0;#,##0"),
        (45.5, "[<10000]0.00;#,##0.00"),
        (123_456_789_012_345, "[<10000]0;#,##0"),
    ]
    assert [page[f"B{row}"].value for row in (8, 9, 10, 12)] == [
        "1,234,567,890,123,456",
        "-0.123456789012345",
        "31 December 1899",
        "28 February 1900",
    ]
    assert page["B11"].value.date() == date(1900, 3, 1)
    assert page["A14"].value == (
        "Numbers of more than 15 digits stand as text: a spreadsheet would round them."
    )


def test_headings_that_are_empty_alike_or_long_are_told_apart(report):
    columns = ("", "a", "A", "a", "b" * 300, "b" * 300, "c" * 252)
    told = one_table(report, ("row", *range(7)), columns=columns)
    page, long_texts = opened(xlsx(told, Language.LV)).worksheets[1:]
    headings = [cell.value for cell in page[4]]

    assert headings[1:5] == ["2. aile", "a", "A (2)", "a (3)"]
    assert headings[5].startswith("bbb")
    assert headings[5].endswith("… [viss teksts ir lapā “Garie teksti”]")
    assert headings[6].endswith("… (2)")
    assert max(map(len, headings)) == 255
    assert [each.name for each in page.tables["table_1_t"].tableColumns] == headings
    assert [[cell.value for cell in row] for row in long_texts["A4:D6"]] == [
        ["Lapa", "Šūna", "Daļa", "Teksts"],
        ["1. Tabula", "F4", 1, "b" * 300],
        ["1. Tabula", "G4", 1, "b" * 300],
    ]


def test_words_longer_than_a_cell_go_on_in_a_sheet_of_their_own(report):
    long = "ab😀" * 10_000
    told = one_table(report, (long, Text.same(long)), title=Text.same(long))
    pages = by_openpyxl(xlsx(told, Language.EN))
    rows = pages["Long texts"][4:]

    assert list(pages)[1] == "1. ab😀ab😀ab😀ab😀ab😀ab😀ab…"
    for cell in ("A1", "A5", "B5"):
        whole = [row[3] for row in rows if row[0] == list(pages)[1] and row[1] == cell]
        assert "".join(whole) == long
        assert len(whole) == 2
        assert max(len(part) + part.count("😀") for part in whole) <= 32_767
    shown = pages[list(pages)[1]][4][1]
    assert shown.endswith("… [the whole text is on the sheet “Long texts”]")
    assert shown[:20_000] == long[:20_000]


def test_words_stay_words_whatever_they_look_like(report):
    nasty = (
        "=1+1",
        "{=A1}",
        "http://a.lv",
        "007",
        "1e5",
        "<r>x</r>",
        "_x0041_",
        "'",
        "TRUE",
        "#N/A",
    )
    told = one_table(report, *((each, Text.same(each)) for each in nasty), columns=("_x0041_",))
    data = xlsx(told, Language.LV)
    page = opened(data).worksheets[1]

    assert [[page[f"{at}{row}"].value for at in "AB"] for row in range(5, 15)] == [
        [each, each] for each in nasty
    ]
    assert by_calamine(data)["1. Tabula"][4:14] == [[each, each] for each in nasty]
    assert {cell.data_type for row in page["A5:B14"] for cell in row} == {"s"}
    names = parts(data)["xl/tables/table1.xml"].xpath("//@name")
    assert "_x005F_x0041_" in names


def test_the_names_of_sheets_are_such_as_a_spreadsheet_takes(report):
    titles = ("[a]:*?/\\b", "Personas, kas saņēma atbalstu programmā", "x" * 40, "", "_x0041_ '")
    told = [
        one_table(report, ("r", 1), title=Text.same(title), id=" ").sections for title in titles
    ]
    whole = attrs.evolve(report, sections=tuple(section for each in told for section in each))

    assert [sheet.name for sheet in sheets_of(whole, Language.LV)] == [
        "1. a b",
        "2. Personas, kas saņēma",
        f"3. {'x' * 27}…",
        "4.",
        "5.",
    ]
    assert [sheet.table_name for sheet in sheets_of(whole, Language.LV)][:2] == [
        "table_1",
        "table_2",
    ]
    assert opened(xlsx(whole, Language.LV)).sheetnames[1:3] == ["1. a b", "2. Personas, kas saņēma"]


def test_a_table_that_no_sheet_holds_goes_on_in_others(report):
    rows = [(f"r{row}", *range(10 * row, 10 * row + 3)) for row in range(5)]
    told = one_table(report, *rows, columns=("a", "b", "c"))
    sheets = sheets_of(told, Language.LV, most_rows=2, most_columns=2)

    assert [sheet.name for sheet in sheets] == [f"{number}. Tabula" for number in range(1, 7)]
    assert [sheet.contents for sheet in sheets[:3]] == [
        (("r0", 0, 1), ("r1", 10, 11)),
        (("r0", 2), ("r1", 12)),
        (("r2", 20, 21), ("r3", 30, 31)),
    ]
    assert sheets[5].contents == (("r4", 42),)
    assert {sheet.part for sheet in sheets} == {0}


def test_columns_are_called_by_letters():
    assert [letters_of(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@BOTH
def test_the_file_says_what_it_is_and_in_which_language(report, language):
    long = attrs.evolve(report, subtitle=Text.same("s" * 300))
    properties = opened(xlsx(long, language)).properties

    assert properties.title == report.title.in_(language)
    assert properties.subject == f"{'s' * 254}…"
    assert properties.keywords == "example.mentoring.interim"
    assert properties.creator == "inclusion_core"
    assert properties.language == {"lv": "lv-LV", "en": "en-GB"}[language]
    assert properties.created == properties.modified
    assert properties.created.isoformat() == "2018-12-03T00:00:00"


def test_a_list_of_many_rows_can_be_filtered(report):
    few, many = (
        opened(xlsx(one_table(report, *((f"r{row}", row) for row in range(rows))), Language.LV))
        for rows in (20, 21)
    )

    assert few.worksheets[1].tables["table_1_t"].autoFilter is None
    assert many.worksheets[1].tables["table_1_t"].autoFilter.ref == "A4:B25"


def test_a_part_is_set_in_and_rows_are_as_high_as_their_words(report, data):
    page = opened(data).worksheets[1]

    assert [page[f"A{row}"].alignment.indent for row in range(5, 10)] == [0, 0, 1, 2, 0]
    assert page.row_dimensions[6].height == 45
    assert page.row_dimensions[5].height is None
    assert page.column_dimensions["A"].width >= 36


@BOTH
def test_the_real_reports_of_plugins_are_read_back(real_reports, language):
    for each in real_reports:
        data = xlsx(each, language)
        for read in (by_openpyxl, by_calamine):
            sheets = list(read(data).values())[1:]
            tables = tables_of(each)
            assert len(sheets) == len(tables)
            told = [seen(sheet, table) for sheet, table in zip(sheets, tables, strict=True)]
            assert [cells for _, _, cells in told] == [meant(table, language) for table in tables]
        assert any(table.rows for table in tables_of(each))


CHILD = """
import sys
from hashlib import sha256
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.reports.formats.optional import inclusion_formats
from inclusion_core.texts import Language
assert not {"xlsxwriter", "docx", "weasyprint", "lxml"} & set(sys.modules)
report = report_from_json(sys.stdin.buffer.read())
for each in inclusion_formats():
    if each.id in {"xlsx", "docx"}:
        for language in Language:
            print(each.id, language.value, sha256(each.render(report, language)).hexdigest())
"""


def test_the_bytes_are_the_same_in_every_process_and_nothing_is_imported_before_it_is_used(report):
    told = []
    for seed, zone in (("0", "Asia/Tokyo"), ("77", "America/Lima")):
        machine = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        child = subprocess.run(
            [sys.executable, "-c", CHILD],
            input=json_text(report, Language.LV),
            env={**os.environ, **machine, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        )
        told.append(child.stdout.decode().split("\n"))

    assert told[0] == told[1]
    assert len(told[0]) == 5
    assert f"xlsx en {sha256(xlsx(report, Language.EN)).hexdigest()}" in told[0]


def test_who_lacks_the_extra_is_told_what_to_install(report, monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    with pytest.raises(MissingExtraError, match=r"pip install 'inclusion-core\[xlsx\]'"):
        XLSX.render(report, Language.LV)

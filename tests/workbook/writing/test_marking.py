"""The copy of a workbook in which faulty cells are marked."""

from __future__ import annotations

import pickle
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from writing_lab.books import cells
from writing_lab.gardens import FORM, Garden

from inclusion_core.errors import MissingExtraError
from inclusion_core.findings import Finding, Place, Severity
from inclusion_core.model.caseload import Caseload
from inclusion_core.sources import Source
from inclusion_core.texts import Text, lv
from inclusion_core.workbook.marking import findings_sheet
from inclusion_core.workbook.marking.copying import bytes_of, opened
from inclusion_core.workbook.marking.marked import (
    MarkedOverSourceError,
    is_marked_copy,
    marked_copy,
)
from inclusion_core.workbook.template.making import template

SHEET = "neighbour's garden"
ERROR, WARNING = "FFFFC9D1", "FFFFE9A8"


def _finding(
    row: int | None = 2,
    column: str = "C",
    *,
    sheet: str = SHEET,
    severity: Severity = Severity.ERROR,
    says: Text | None = None,
    source: Source | None = None,
) -> Finding:
    return Finding(
        kind="workbook.not-a-day",
        says=says or lv("tā nav diena").en("this is not a day"),
        remedy=lv("ierakstiet dienu").en("write a day"),
        place=Place(file="own.xlsx", sheet=sheet, row=row, column=column, field="name"),
        severity=severity,
        source=source,
    )


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A workbook that a provider filled in: a template with two rows."""
    gardens = [
        Garden(id=key, shed_id="s-1", name="=1+1", opened_on=date(2018, 5, 1), beds=7)
        for key in ("g-1", "g-2")
    ]
    contents = Caseload.of_records(gardens, known_on=date(2018, 6, 1))
    path = tmp_path / "own.xlsx"
    path.write_bytes(template(FORM, "en", contents=contents, empty_rows=2))
    return path


def _marked(source: Path, *findings: Finding, language: str = "en", name: str = "marked.xlsx"):
    target = source.parent / "out" / name
    marked_copy(source, target, findings, language)
    return target


def _page(path: Path, sheet: str = SHEET):
    return openpyxl.load_workbook(path, rich_text=True)[sheet]


def test_the_cell_of_a_finding_has_a_fill_and_a_note_with_its_words(own: Path) -> None:
    page = _page(_marked(own, _finding()))

    assert page["C2"].fill.fgColor.rgb == ERROR
    assert page["C2"].comment.text == "[inclusion_core]\nError: this is not a day. Write a day."
    assert page["C2"].comment.author == "inclusion_core"
    assert page["C3"].comment is None
    assert page["C3"].fill.fill_type is None


def test_a_warning_differs_in_colour_and_in_word_and_in_latvian(own: Path) -> None:
    page = _page(_marked(own, _finding(severity=Severity.WARNING), language="lv"))

    assert page["C2"].fill.fgColor.rgb == WARNING
    assert page["C2"].comment.text == (
        "[inclusion_core]\nBrīdinājums: tā nav diena. Ierakstiet dienu."
    )


def test_several_findings_of_one_cell_stand_in_one_note_and_the_gravest_gives_the_fill(
    own: Path,
) -> None:
    unusual = _finding(
        severity=Severity.WARNING, says=lv("neparasta diena").en("this is an unusual day")
    )

    page = _page(_marked(own, unusual, _finding()))

    assert page["C2"].fill.fgColor.rgb == ERROR
    assert page["C2"].comment.text.splitlines()[1:] == [
        "Warning: this is an unusual day. Write a day.",
        "Error: this is not a day. Write a day.",
    ]


def test_a_finding_about_a_row_marks_its_first_cell(own: Path) -> None:
    page = _page(_marked(own, _finding(row=3, column="")))

    assert "not a day" in page["A3"].comment.text


def test_columns_go_on_after_z(own: Path) -> None:
    page = _page(_marked(own, _finding(column="AB")))

    assert "not a day" in page["AB2"].comment.text
    assert page["AB2"].value is None


@pytest.mark.parametrize(
    "finding",
    [
        _finding(row=None, column=""),
        _finding(sheet="no such sheet"),
        _finding(sheet="", row=None, column=""),
        _finding(column="c"),
        _finding(column="XFE"),
        _finding(row=1_048_577),
    ],
)
def test_a_finding_without_a_cell_is_only_listed(own: Path, finding: Finding) -> None:
    target = _marked(own, finding)

    listed = _page(target, "Findings")
    assert (listed["A2"].value, listed["C2"].value) == ("Error", "this is not a day")
    assert listed["B2"].hyperlink is None
    texts = [cell.comment.text for row in _page(target).iter_rows() for cell in row if cell.comment]
    assert not any("[inclusion_core]" in text for text in texts)


def test_the_first_sheet_lists_everything_and_leads_to_the_cells(own: Path) -> None:
    act = Source("Garden act").point("4")
    target = _marked(
        own, _finding(row=3, source=act), _finding(), _finding(sheet="", row=None, column="")
    )

    book = openpyxl.load_workbook(target)
    page = book.worksheets[0]
    heading, *rows = page.iter_rows(values_only=True)
    assert heading == (
        *("Severity", "Place", "What is wrong", "What to do", "Source", "Kind of finding"),
    )
    assert [row[1] for row in rows] == [
        "own.xlsx, field name",
        "sheet neighbour's garden, row 2, column C, field name",
        "sheet neighbour's garden, row 3, column C, field name",
    ]
    assert rows[2] == (
        *("Error", rows[2][1], "this is not a day", "write a day"),
        *("Garden act, 4", "workbook.not-a-day"),
    )
    links = [cell.hyperlink and cell.hyperlink.location for cell in page["B"]]
    assert links == [None, None, "'neighbour''s garden'!C2", "'neighbour''s garden'!C3"]
    assert page["A2"].fill.fgColor.rgb == ERROR
    assert book.active is page
    assert [sheet.sheet_view.tabSelected for sheet in book.worksheets] == [
        True,
        *[False] * (len(book.worksheets) - 1),
    ]


def test_the_list_is_in_the_language_asked_for(own: Path) -> None:
    page = openpyxl.load_workbook(_marked(own, _finding(), language="lv")).worksheets[0]

    assert page.title == "Atradumi"
    assert page["A2"].value == "Kļūda"
    assert page["B2"].value.startswith("lapa neighbour's garden, rinda 2")


def test_where_nothing_was_found_the_list_says_so(own: Path) -> None:
    assert _page(_marked(own), "Findings")["A2"].value == "Nothing was found."


def test_a_long_list_ends_with_how_many_there_are_besides(own: Path, monkeypatch) -> None:
    monkeypatch.setattr(findings_sheet, "MOST_LISTED", 2)

    target = _marked(own, *(_finding(row=row) for row in range(2, 7)))

    rows = list(_page(target, "Findings").iter_rows(values_only=True))
    assert len(rows) == 4
    assert rows[-1][0] == "Further findings that are not shown here: 3"
    assert "not a day" in _page(target)["C6"].comment.text  # all the same marked


def test_values_do_not_change(own: Path) -> None:
    before = cells(own.read_bytes())

    after = cells(_marked(own, _finding(), _finding(row=4, column="AA")).read_bytes())

    assert {name: _filled(rows) for name, rows in after.items() if name != "Findings"} == {
        name: _filled(rows) for name, rows in before.items()
    }


def _filled(rows):
    """What stands where; a marked cell may widen the area of a sheet without filling it."""
    return {
        (row, column): cell
        for row, line in enumerate(rows)
        for column, cell in enumerate(line)
        if cell != ""
    }


def test_values_of_every_sort_do_not_change(tmp_path: Path) -> None:
    source = tmp_path / "own.xlsx"
    book = xlsxwriter.Workbook(source, {"remove_timezone": True})
    page = book.add_worksheet("own")
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    hours = book.add_format({"num_format": "[h]:mm"})
    page.write_datetime(0, 0, datetime(2018, 4, 15, 13, 7, 59, tzinfo=UTC), day)
    page.write_number(0, 1, 43205, day)
    page.write_number(0, 2, -5, day)  # no day at all, though the cell says so
    page.write_number(0, 3, 9e9, day)
    page.write_number(0, 4, 1.5, hours)
    page.write_number(0, 5, 0.1 + 0.2)
    page.write_number(0, 6, 123456789012345)
    page.write_boolean(0, 7, True)
    page.write_string(0, 8, "  two\nlines  ")
    page.write_string(0, 9, "=A1")
    page.write_datetime(0, 10, time(12, 30), day)
    page.write_string(0, 11, "#N/A")
    book.close()

    target = _marked(source, _finding(sheet="own", row=1, column="A"))

    assert cells(target.read_bytes())["own"] == cells(source.read_bytes())["own"]


def test_formulas_stay_formulas_and_are_not_worked_out(own: Path) -> None:
    book = openpyxl.load_workbook(own)
    book[SHEET]["H2"] = "=SUM(1,2)"
    book.save(own)

    page = _page(_marked(own, _finding(column="H")))

    assert (page["H2"].value, page["H2"].data_type) == ("=SUM(1,2)", "f")
    assert (page["C2"].value, page["C2"].data_type) == ("=1+1", "s")


def test_formats_drop_downs_and_letters_in_bold_stay(own: Path) -> None:
    book = openpyxl.load_workbook(own)
    book[SHEET]["C3"] = CellRichText("a ", TextBlock(InlineFont(b=True), "bold"), " word")
    book.save(own)

    page = _page(_marked(own, _finding(), _finding(column="G")))

    assert page["G2"].number_format == "yyyy-mm-dd"
    assert page["G2"].value.date() == date(2018, 5, 1)
    assert len(page.data_validations.dataValidation) == 5
    assert page["C3"].value[1].font.b


def test_a_note_that_stood_at_the_cell_stays_and_the_findings_come_after_it(own: Path) -> None:
    book = openpyxl.load_workbook(own)
    book[SHEET]["C2"].comment = Comment("Ask Anna", "Marta")
    book.save(own)

    comment = _page(_marked(own, _finding()))["C2"].comment

    assert comment.text == ("Ask Anna\n\n[inclusion_core]\nError: this is not a day. Write a day.")
    assert comment.author == "Marta"


def test_the_notes_at_the_headings_stay(own: Path) -> None:
    before = [cell.comment.text for cell in _page(own)[1]]

    page = _page(_marked(own, _finding()))

    assert [cell.comment.text for cell in page[1]] == before


def test_of_merged_cells_the_first_is_marked(own: Path) -> None:
    book = openpyxl.load_workbook(own)
    book[SHEET].merge_cells("B2:C3")
    book.save(own)

    target = _marked(own, _finding(row=3, column="C"), _finding(row=4, column="C"))

    page = _page(target)
    assert "not a day" in page["B2"].comment.text
    assert "not a day" in page["C4"].comment.text
    assert _page(target, "Findings")["B2"].hyperlink.location == "'neighbour''s garden'!B2"


def test_a_marked_copy_that_was_corrected_can_be_marked_again(own: Path) -> None:
    book = openpyxl.load_workbook(own)
    book[SHEET]["C2"].comment = Comment("Ask Anna", "Marta")
    book.save(own)
    first = _marked(own, _finding(), _finding(row=3), _finding(row=4))

    page = _page(_marked(first, _finding(row=3, column="D"), language="lv", name="again.xlsx"))

    book = page.parent
    assert [sheet for sheet in book.sheetnames if sheet in {"Findings", "Atradumi"}] == ["Atradumi"]
    assert page["C2"].comment.text == "Ask Anna"
    assert page["C2"].fill.fill_type is None
    assert page["C3"].comment is None
    assert page["C3"].fill.fill_type is None
    assert "nav diena" in page["D3"].comment.text


def test_a_fill_that_is_not_ours_stays(own: Path) -> None:
    first = _marked(own, _finding())
    book = openpyxl.load_workbook(first)
    book[SHEET]["C2"].fill = openpyxl.styles.PatternFill("solid", fgColor="FF00FF00")
    book.save(first)

    page = _page(_marked(first, name="again.xlsx"))

    assert page["C2"].comment is None
    assert page["C2"].fill.fgColor.rgb == "FF00FF00"


def test_a_sheet_of_the_provider_that_is_called_findings_stays(own: Path) -> None:
    book = openpyxl.load_workbook(own)
    book.create_sheet("Findings")["A1"] = "my own"
    book.save(own)

    book = openpyxl.load_workbook(_marked(own, _finding()))

    assert book["Findings"]["A1"].value == "my own"
    assert book.worksheets[0]["A1"].value == "Severity"


@pytest.mark.parametrize("name", ["own.ods", "own.xls", "broken.xlsx", "not-there.xlsx"])
def test_of_a_file_that_cannot_be_opened_there_is_only_the_list(tmp_path: Path, name: str) -> None:
    source = tmp_path / name
    if name == "own.ods":
        with ZipFile(source, "w") as archive:
            archive.writestr("content.xml", "<office:document-content/>")
    elif name != "not-there.xlsx":
        source.write_bytes(b"PK\x03\x04 but no workbook")

    target = _marked(source, _finding())

    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["Findings"]
    assert book["Findings"]["C2"].value == "this is not a day"
    assert book["Findings"]["B2"].hyperlink is None


def test_what_may_be_a_zip_bomb_is_not_opened(own: Path) -> None:
    with ZipFile(own, "a", ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/picture.png", bytes(1 << 23))

    assert openpyxl.load_workbook(_marked(own, _finding())).sheetnames == ["Findings"]


def test_a_long_note_is_cut_where_a_spreadsheet_would_refuse_it(own: Path) -> None:
    target = _marked(own, *(_finding(says=Text.same("x" * 1000)) for _ in range(40)))

    text = _page(target)["C2"].comment.text
    assert len(text) == 32_001
    assert text.endswith("…")


def test_characters_that_a_spreadsheet_cannot_hold_are_shown_by_their_number(own: Path) -> None:
    odd = _finding(says=Text.same("a\x01b\ud800c\ufffed\te"))

    target = _marked(own, odd)

    told = "a\\u0001b\\ud800c\\ufffed\te"
    assert _page(target, "Findings")["C2"].value == told
    assert told in _page(target)["C2"].comment.text


def test_words_that_look_like_a_formula_are_listed_as_text(own: Path) -> None:
    page = _page(_marked(own, _finding(says=Text.same("=1+1"))), "Findings")

    assert (page["C2"].value, page["C2"].data_type) == ("=1+1", "s")


def test_the_copy_never_takes_the_place_of_its_source(own: Path) -> None:
    before = own.read_bytes()
    (own.parent / "way").mkdir()

    with pytest.raises(MarkedOverSourceError) as caught:
        marked_copy(own, own.parent / "way" / ".." / "own.xlsx", [_finding()], "en")

    assert own.read_bytes() == before
    assert "another name" in str(caught.value)
    assert isinstance(pickle.loads(pickle.dumps(caught.value)), MarkedOverSourceError)


def test_a_marked_copy_is_known_until_somebody_saves_it(own: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.xlsx"
    marked_copy(own, copy, [_finding()], "lv")
    known = [is_marked_copy(path) for path in (copy, own, tmp_path / "none.xlsx")]

    openpyxl.load_workbook(copy).save(copy)

    assert known == [True, False, False]
    assert not is_marked_copy(copy)


def test_the_source_is_not_touched(own: Path) -> None:
    before = own.read_bytes()

    _marked(own, _finding())

    assert own.read_bytes() == before


def test_only_the_owner_may_read_the_copy(own: Path) -> None:
    assert _marked(own, _finding()).stat().st_mode & 0o077 == 0


def test_equal_findings_give_equal_bytes_and_no_time_stands_in_them(own: Path) -> None:
    findings = [_finding(), _finding(row=3)]

    one = _marked(own, *findings, name="one.xlsx")
    other = _marked(own, *reversed(findings), name="other.xlsx")

    assert one.read_bytes() == other.read_bytes()
    with ZipFile(one) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert archive.read("docProps/core.xml").count(b"2018-01-01T00:00:00Z") == 2


def test_a_template_for_new_workbooks_becomes_a_workbook(own: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(own)
    book.template = True
    book.save(tmp_path / "own.xltx")

    target = _marked(tmp_path / "own.xltx", _finding())

    assert not openpyxl.load_workbook(target).template
    assert "not a day" in _page(target)["C2"].comment.text


def test_macros_stay_where_both_files_may_have_some(own: Path, tmp_path: Path) -> None:
    with ZipFile(own) as before, ZipFile(tmp_path / "own.xlsm", "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name))
        after.writestr("xl/vbaProject.bin", b"macros")

    kept = _marked(tmp_path / "own.xlsm", _finding(), name="marked.xlsm")
    dropped = _marked(tmp_path / "own.xlsm", _finding(), name="marked.xlsx")

    assert "xl/vbaProject.bin" in ZipFile(kept).namelist()
    assert "xl/vbaProject.bin" not in ZipFile(dropped).namelist()


def test_macros_are_kept_aside_for_reading_alone(own: Path) -> None:
    book = opened(own, with_macros=True)

    assert bytes_of(book)
    assert book.vba_archive.mode == "r"
    assert book.vba_archive.testzip() is None


def test_without_the_extra_it_is_said_what_to_install(own: Path, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.setitem(sys.modules, "openpyxl.reader.excel", None)

    with pytest.raises(MissingExtraError, match=r"inclusion-core\[xlsx\]"):
        _marked(own, _finding())


def test_a_text_that_looks_like_the_number_of_a_letter_stays_as_it_is(tmp_path: Path) -> None:
    source = tmp_path / "own.xlsx"
    with xlsxwriter.Workbook(source) as book:
        page = book.add_worksheet(SHEET)
        page.write_row(0, 0, ["_x0041_", "a_x000D_b", "x005F_"])
    marked = _marked(source, _finding(1, "A"))

    assert cells(marked.read_bytes())[SHEET][0][:3] == ["_x0041_", "a_x000D_b", "x005F_"]

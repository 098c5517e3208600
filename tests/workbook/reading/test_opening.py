"""A workbook as a grid of cells, whatever was done to it."""

from __future__ import annotations

import sys
from datetime import date, datetime, time, timedelta
from zipfile import ZipFile

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_lab.books import SHEET_PART, by_hand, packed, parts_of, typed, written
from reading_lab.grids import ERROR, UNCOUNTED

from inclusion_core.errors import MissingExtraError
from inclusion_core.findings import Severity
from inclusion_core.workbook.opening import anatomy
from inclusion_core.workbook.opening.grids import open_grid

CANARY = "CANARY"


def kinds(grid):
    return [finding.kind for finding in grid.findings]


def told(grid):
    """Kind and place of each finding; no finding repeats what a cell holds."""
    for finding in grid.findings:
        assert CANARY not in finding.in_("lv") + finding.in_("en") + repr(finding)
    return [
        (finding.kind, finding.place.sheet, finding.place.row, finding.place.column)
        for finding in grid.findings
    ]


def rows(grid, sheet=0):
    return {number: dict(cells) for number, cells in grid.sheets[sheet].rows.items()}


@pytest.mark.parametrize("date_1904", [False, True])
def test_every_kind_of_cell_is_read(tmp_path, date_1904):
    def fill(book):
        page = book.add_worksheet("Klients")
        day, moment, clock, hours = (
            book.add_format({"num_format": form})
            for form in ("dd.mm.yyyy", "dd.mm.yyyy hh:mm", "hh:mm", "[h]:mm")
        )
        page.write_datetime(2, 1, date(2018, 4, 15), day)
        page.write_datetime(2, 2, datetime.fromisoformat("2018-04-15T13:05"), moment)
        page.write_datetime(2, 3, time(1, 30), clock)
        page.write_number(2, 4, 25.5 / 24, hours)
        page.write_number(4, 1, 12)
        page.write_number(4, 2, 83.87)
        page.write_boolean(4, 3, True)
        page.write_string(4, 4, "  a\nb  ")
        page.write_string(4, 5, "   ")
        page.write_blank(4, 6, None, day)
        page.write_string(4, 7, "_x000D_")

    grid = open_grid(written(tmp_path / "a.xlsx", fill, date_1904=date_1904))

    assert (grid.file, grid.findings, grid.sheets[0].title) == ("a.xlsx", (), "Klients")
    assert rows(grid) == {
        3: {
            1: date(2018, 4, 15),
            2: datetime.fromisoformat("2018-04-15T13:05"),
            3: time(1, 30),
            4: timedelta(hours=25, minutes=30),
        },
        5: {1: 12.0, 2: 83.87, 3: True, 4: "  a\nb  ", 7: "_x000D_"},
    }


def test_sheets_come_in_their_order_and_charts_are_none(tmp_path):
    def fill(book):
        book.add_worksheet("B").write(0, 0, 1)
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=B!$A$1"})
        book.add_chartsheet("Chart").set_chart(chart)
        book.add_worksheet("A")

    grid = open_grid(written(tmp_path / "a.xlsx", fill))

    assert [sheet.title for sheet in grid.sheets] == ["B", "A"]
    assert rows(grid, 1) == {}


def test_a_formula_gives_its_last_value_and_is_told_once_a_column(tmp_path):
    def fill(book):
        page = book.add_worksheet("Klients")
        page.write_formula("B2", f'="{CANARY}"', None, CANARY)
        page.write_formula("B3", "=1+1", None, 2)
        page.write_formula("A3", "=1+1", None, 2)
        page.write_formula("C2", '=""', None, "")
        page.write_string("D2", CANARY)

    parts = parts_of(written(tmp_path / "a.xlsx", fill))
    sheet = parts[SHEET_PART].replace(b'<c r="C2">', b'<c r="C2" t="str">')
    grid = open_grid(packed(tmp_path / "a.xlsx", parts | {SHEET_PART: sheet}))

    assert rows(grid) == {2: {1: CANARY, 3: CANARY}, 3: {0: 2.0, 1: 2.0}}
    assert told(grid) == [
        ("workbook.formulas", "Klients", 2, "B"),
        ("workbook.formulas", "Klients", 2, "C"),
        ("workbook.formulas", "Klients", 3, "A"),
    ]
    assert {finding.severity for finding in grid.findings} == {Severity.WARNING}


def test_a_formula_that_was_never_worked_out_is_refused(tmp_path):
    grid = open_grid(typed(tmp_path / "a.xlsx", {"A": [[CANARY, f'="{CANARY}"'], ["=1+1"]]}))

    assert rows(grid) == {1: {0: CANARY, 1: UNCOUNTED}, 2: {0: UNCOUNTED}}
    assert told(grid) == [
        ("workbook.formulas", "A", 1, "B"),
        ("workbook.formulas", "A", 2, "A"),
    ]


def test_an_error_in_a_cell_is_refused(tmp_path):
    def fill(book):
        page = book.add_worksheet("A")
        page.write_formula("A1", f'="{CANARY}"+1', None, "#VALUE!")
        page.write_string("B1", CANARY)

    grid = open_grid(written(tmp_path / "a.xlsx", fill))

    assert rows(grid) == {1: {0: ERROR, 1: CANARY}}
    assert told(grid) == [("workbook.formulas", "A", 1, "A")]


def test_of_merged_cells_only_the_first_has_the_value(tmp_path):
    def fill(book):
        page = book.add_worksheet("A")
        page.merge_range("B3:C4", CANARY)
        page.merge_range("A7:A9", CANARY)

    grid = open_grid(written(tmp_path / "a.xlsx", fill))

    assert rows(grid) == {3: {1: CANARY}, 7: {0: CANARY}}
    assert told(grid) == [("workbook.merged-cells", "A", 3, "B")]
    assert "(2)" in grid.findings[0].says.in_("en")


def test_what_is_hidden_is_read_and_told(tmp_path):
    def fill(book):
        page = book.add_worksheet("A")
        for row in range(5):
            page.write_row(row, 0, [CANARY, row, row])
        page.set_row(1, None, None, {"hidden": True})
        page.set_row(3, None, None, {"hidden": True})
        page.set_row(9, None, None, {"hidden": True})
        page.set_column("B:B", None, None, {"hidden": True})
        page.set_column("F:XFD", None, None, {"hidden": True})
        other = book.add_worksheet("B")
        other.write_string(0, 0, CANARY)
        other.hide()
        book.add_worksheet("C").very_hidden()

    grid = open_grid(written(tmp_path / "a.xlsx", fill))

    assert rows(grid)[4] == {0: CANARY, 1: 3.0, 2: 3.0}
    assert [sheet.hidden for sheet in grid.sheets] == [False, True, True]
    assert grid.sheets[0].hidden_rows == {2, 4}
    assert told(grid) == [
        ("workbook.hidden-columns", "A", None, "B"),
        ("workbook.hidden-rows", "A", 2, ""),
        ("workbook.hidden-sheet", "B", None, ""),
        ("workbook.hidden-sheet", "C", None, ""),
    ]


def test_more_hidden_columns_than_a_sheet_has_are_not_kept(tmp_path):
    columns = '<col min="1" max="1" hidden="1"/>' * 16_384 + '<col min="2" max="2" hidden="1"/>'
    data = '<sheetData><row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row></sheetData>'
    grid = open_grid(by_hand(tmp_path / "a.xlsx", f"<cols>{columns}</cols>{data}"))

    assert told(grid) == [("workbook.hidden-columns", "A", None, "A")]
    assert "(1)" in grid.findings[0].says.in_("en")


def test_a_million_empty_rows_are_passed_over(tmp_path):
    empty = "".join(f'<row r="{row}" s="1" customFormat="1"/>' for row in range(2, 1_048_576))
    empty += '<row r="1048576"><c r="A1048576" s="1"/></row>'
    head = '<row r="1"><c r="A1"><v>7</v></c></row>'
    grid = open_grid(by_hand(tmp_path / "a.xlsx", f"<sheetData>{head}{empty}</sheetData>"))

    assert (rows(grid), grid.findings) == ({1: {0: 7.0}}, ())


def test_the_last_row_of_a_sheet_is_read(tmp_path):
    data = '<row r="1048576"><c r="B1048576"><v>7</v></c></row>'
    grid = open_grid(by_hand(tmp_path / "a.xlsx", f"<sheetData>{data}</sheetData>"))

    assert rows(grid) == {1_048_576: {1: 7.0}}


def test_cells_at_both_ends_of_a_sheet_take_no_room(tmp_path):
    data = (
        '<row r="1"><c r="A1"><v>7</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>'
    )
    grid = open_grid(by_hand(tmp_path / "a.xlsx", f"<sheetData>{data}</sheetData>"))

    assert (kinds(grid), grid.sheets) == (["workbook.far-cells"], ())
    assert "row 1,048,576 and column XFD" in grid.findings[0].says.in_("en")


def test_the_room_of_all_sheets_counts(tmp_path, monkeypatch):
    path = typed(tmp_path / "a.xlsx", {"A": [[1, 2, 3]], "B": [[1], [2], [3], [4]]})

    monkeypatch.setattr(anatomy, "MOST_ROOM", 7)
    assert kinds(open_grid(path)) == []

    monkeypatch.setattr(anatomy, "MOST_ROOM", 6)
    assert kinds(open_grid(path)) == ["workbook.far-cells"]
    assert "in sheet 2" in open_grid(path).findings[0].says.in_("en")


def test_more_cells_than_allowed_are_not_read(tmp_path):
    path = typed(tmp_path / "a.xlsx", {"A": [[CANARY, 2], [3, 4]], "B": [[5]]})

    assert kinds(open_grid(path, max_cells=5)) == []
    assert told(open_grid(path, max_cells=4)) == [("workbook.too-many-cells", "", None, "")]


def test_a_cell_without_a_place_stands_after_the_one_before_it(tmp_path):
    data = (
        '<row><c t="e"><v>#REF!</v></c><c><v>7</v></c></row>'
        '<row r="5"><c r="C5"><v>7</v></c><c t="e"><v>#REF!</v></c></row>'
        "<row><c><v>8</v></c></row>"
    )
    grid = open_grid(by_hand(tmp_path / "a.xlsx", f"<sheetData>{data}</sheetData>"))

    assert rows(grid) == {1: {0: ERROR, 1: 7.0}, 5: {2: 7.0, 3: ERROR}, 6: {0: 8.0}}


@pytest.mark.parametrize(
    "sheet",
    [
        "<sheetData><row>",
        '<sheetData><row r="x"/></sheetData>',
        '<sheetData><row><c r="1A"><v>1</v></c></row></sheetData>',
        '<mergeCells><mergeCell ref="?"/></mergeCells>',
        "<sheetData>\x00</sheetData>",
        "<sheetData>\ufffe</sheetData>",
        "&lol;",
    ],
)
def test_a_sheet_that_cannot_be_read_is_damaged(tmp_path, sheet):
    assert kinds(open_grid(by_hand(tmp_path / "a.xlsx", sheet))) == ["workbook.damaged"]


def test_a_workbook_that_does_not_say_where_its_sheets_are_is_damaged(tmp_path):
    whole, less = by_hand(tmp_path / "a.xlsx", "<sheetData/>"), tmp_path / "b.xlsx"
    with ZipFile(whole) as archive, ZipFile(less, "w") as copy:
        for name in archive.namelist():
            if name != "xl/_rels/workbook.xml.rels":
                copy.writestr(name, archive.read(name))

    assert kinds(open_grid(whole)) == []
    assert kinds(open_grid(less)) == ["workbook.damaged"]


def test_a_document_type_is_refused_before_it_expands(tmp_path):
    laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    bomb = f'<!DOCTYPE a [<!ENTITY a0 "{CANARY}">{laughs}]><worksheet>&a9;</worksheet>'
    grid = open_grid(by_hand(tmp_path / "a.xlsx", "", **{SHEET_PART: bomb}))

    assert told(grid) == [("workbook.damaged", "", None, "")]


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [
        ("xl/workbook.xml", "r:id=", "r:di="),
        ("xl/workbook.xml", "<sheet ", '<sheet name="B" r:id="r9"/><sheet '),
        ("xl/workbook.xml", "<sheet ", '<sheet name="A" r:id="r1"/><sheet '),
        ("xl/_rels/workbook.xml.rels", "worksheets/sheet1", "worksheets/sheet7"),
        ("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "styles.xml"),
    ],
)
def test_a_workbook_whose_parts_do_not_fit_is_damaged(tmp_path, part, before, after):
    parts = parts_of(by_hand(tmp_path / "a.xlsx", "<sheetData/>"))
    changed = parts[part].replace(before.encode(), after.encode())
    grid = open_grid(packed(tmp_path / "a.xlsx", parts | {part: changed}))

    assert kinds(grid) == ["workbook.damaged"]


def test_a_part_may_be_named_from_the_root(tmp_path):
    path = by_hand(
        tmp_path / "a.xlsx", '<sheetData><row><c t="e"><v>#N/A</v></c></row></sheetData>'
    )
    part = "xl/_rels/workbook.xml.rels"
    parts = parts_of(path)
    changed = parts[part].replace(b'"worksheets/', b'"/xl/worksheets/')

    assert rows(open_grid(packed(path, parts | {part: changed}))) == {1: {0: ERROR}}


@settings(max_examples=tries(40), deadline=None)
@given(st.data())
def test_whatever_is_changed_in_a_workbook_it_is_read_or_a_finding(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("damage")
    parts = parts_of(typed(folder / "a.xlsx", {"A": [["a", date(2018, 4, 15)], [1, "=1+1"]]}))
    name = data.draw(st.sampled_from(sorted(parts)))
    at = data.draw(st.integers(0, len(parts[name]) - 1))
    length = data.draw(st.integers(0, 9))
    put = data.draw(st.binary(max_size=9))
    changed = parts[name][:at] + put + parts[name][at + length :]
    grid = open_grid(packed(folder / "a.xlsx", parts | {name: changed}))

    assert grid.sheets or any(each.severity is Severity.ERROR for each in grid.findings)


def test_a_workbook_with_macros_is_read_without_them(tmp_path):
    path = typed(tmp_path / "a.xlsx", {"A": [[1]]})
    parts = parts_of(path) | {"xl/vbaProject.bin": b"not even a macro"}

    assert rows(open_grid(packed(tmp_path / "a.xlsm", parts))) == {1: {0: 1.0}}


def test_an_archive_of_something_else_is_no_workbook(tmp_path):
    grid = open_grid(packed(tmp_path / "a.xlsx", {"word/document.xml": f"<a>{CANARY}</a>"}))

    assert told(grid) == [("workbook.not-a-workbook", "", None, "")]
    assert grid.findings[0].place.file == "a.xlsx"


def test_a_text_is_no_workbook(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_text(f"id;name\n1;{CANARY}\n", encoding="utf-8")

    assert told(open_grid(path)) == [("workbook.not-a-workbook", "", None, "")]


def test_a_file_that_cannot_be_read_is_a_finding(tmp_path):
    path = typed(tmp_path / "a.xlsx", {"A": [[1]]})

    assert kinds(open_grid(tmp_path / "b.xlsx")) == ["wire.not-there"]
    assert kinds(open_grid(tmp_path)) == ["wire.not-a-file"]
    assert kinds(open_grid(path, max_bytes=100)) == ["wire.too-big"]


def test_without_its_extra_the_error_says_what_to_install(tmp_path, monkeypatch):
    path = typed(tmp_path / "a.xlsx", {"A": [[1]]})
    monkeypatch.setitem(sys.modules, "python_calamine", None)

    with pytest.raises(MissingExtraError, match=r"inclusion-core\[xlsx\]"):
        open_grid(path)


def test_a_grid_does_not_show_its_cells(tmp_path):
    grid = open_grid(typed(tmp_path / "a.xlsx", {"A": [[CANARY]]}))

    assert CANARY not in repr(grid) + repr(grid.sheets)

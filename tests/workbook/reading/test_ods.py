"""A workbook of LibreOffice as a grid of cells."""

from __future__ import annotations

from datetime import date

import pytest
from reading_lab.books import ods
from reading_lab.grids import ERROR, UNCOUNTED

from inclusion_core.workbook.opening.grids import open_grid


def text(words, attributes=""):
    return (
        f'<table:table-cell office:value-type="string"{attributes}>'
        f"<text:p>{words}</text:p></table:table-cell>"
    )


def table(rows, title="A", attributes=""):
    return f'<table:table table:name="{title}"{attributes}>{rows}</table:table>'


def row(*cells, attributes=""):
    return f"<table:table-row{attributes}>{''.join(cells)}</table:table-row>"


NUMBER = '<table:table-cell office:value-type="float" office:value="7"/>'
DAY = '<table:table-cell office:value-type="date" office:date-value="2018-04-15"/>'
EMPTY = "<table:table-cell/>"


def opened(tmp_path, tables, **limits):
    return open_grid(ods(tmp_path / "a.ods", tables), **limits)


def rows(grid):
    return {number: dict(cells) for number, cells in grid.sheets[0].rows.items()}


def told(grid):
    return [(each.kind, each.place.row, each.place.column) for each in grid.findings]


def test_every_kind_of_cell_is_read(tmp_path):
    gap = row(EMPTY, attributes=' table:number-rows-repeated="2"')
    grid = opened(
        tmp_path,
        table(gap + row(EMPTY, text("a"), NUMBER, DAY)) + table(row(NUMBER), title="B"),
    )

    assert rows(grid) == {3: {1: "a", 2: 7.0, 3: date(2018, 4, 15)}}
    assert [sheet.title for sheet in grid.sheets] == ["A", "B"]
    assert grid.findings == ()


def test_formulas_are_told_and_errors_refused(tmp_path):
    formula = ' table:formula="of:=1+1"'
    worked_out = f'<table:table-cell{formula} office:value-type="float" office:value="2"/>'
    never = f"<table:table-cell{formula}/>"
    error = (
        f'<table:table-cell{formula} office:value-type="string" calcext:value-type="error">'
        "<text:p>#REF!</text:p></table:table-cell>"
    )
    grid = opened(tmp_path, table(row(worked_out, never, error)))

    assert rows(grid) == {1: {0: 2.0, 1: UNCOUNTED, 2: ERROR}}
    assert told(grid) == [
        ("workbook.formulas", 1, "A"),
        ("workbook.formulas", 1, "B"),
        ("workbook.formulas", 1, "C"),
    ]


def test_an_error_is_not_read_as_a_text(tmp_path):
    error = (
        '<table:table-cell office:value-type="string" calcext:value-type="error">'
        "<text:p>#REF!</text:p></table:table-cell>"
    )

    assert rows(opened(tmp_path, table(row(error, NUMBER)))) == {1: {0: ERROR, 1: 7.0}}


def test_merged_and_hidden_cells_are_told(tmp_path):
    columns = (
        "<table:table-column/>"
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="filter"/>'
    )
    merged = text("a", ' table:number-columns-spanned="2" table:number-rows-spanned="1"')
    hidden = row(NUMBER, NUMBER, NUMBER, attributes=' table:visibility="filter"')
    grid = opened(tmp_path, table(columns + row(merged, "<table:covered-table-cell/>") + hidden))

    assert rows(grid) == {1: {0: "a"}, 2: {0: 7.0, 1: 7.0, 2: 7.0}}
    assert grid.sheets[0].hidden_rows == {2}
    assert told(grid) == [
        ("workbook.hidden-columns", None, "B"),
        ("workbook.merged-cells", 1, "A"),
        ("workbook.hidden-rows", 2, ""),
    ]


def test_a_remark_at_a_cell_is_no_value(tmp_path):
    remark = "<office:annotation><text:p>said</text:p></office:annotation>"
    grid = opened(tmp_path, table(row(f"<table:table-cell>{remark}</table:table-cell>", NUMBER)))

    assert grid.sheets[0].rows[1][1] == 7.0


def test_repeated_cells_count_each(tmp_path):
    cell = (
        '<table:table-cell office:value-type="float" office:value="7"'
        ' table:number-columns-repeated="3"/>'
    )
    repeated = table(row(cell, attributes=' table:number-rows-repeated="2"'))

    assert rows(opened(tmp_path, repeated)) == {
        number: {0: 7.0, 1: 7.0, 2: 7.0} for number in (1, 2)
    }
    assert told(opened(tmp_path, repeated, max_cells=5)) == [("workbook.too-many-cells", None, "")]


def test_cells_at_both_ends_of_a_sheet_take_no_room(tmp_path):
    far = row(
        '<table:table-cell table:number-columns-repeated="16383"/>',
        NUMBER,
    )
    empty = row(EMPTY, attributes=' table:number-rows-repeated="1048574"')

    grid = opened(tmp_path, table(row(NUMBER) + empty + far))

    assert told(grid) == [("workbook.far-cells", None, "")]


@pytest.mark.parametrize(
    "tables",
    [
        table(row(NUMBER)) + table(row(NUMBER)),
        table(row(NUMBER), attributes=' table:number-rows-repeated="x"').replace(
            "<table:table-row>", '<table:table-row table:number-rows-repeated="x">'
        ),
        "<table:table>",
    ],
)
def test_a_workbook_that_cannot_be_read_is_damaged(tmp_path, tables):
    assert told(opened(tmp_path, tables)) == [("workbook.damaged", None, "")]

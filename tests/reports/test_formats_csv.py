"""CSV: one row a cell, which a spreadsheet cannot take for a formula."""

import csv
import io
from decimal import Decimal

import attrs
import pytest

from inclusion_core.reports.formats.csv_text import HEADINGS, csv_text
from inclusion_core.reports.report import Cell, TableRow
from inclusion_core.texts import Language, Text


def read(data):
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def of(rows, record):
    return [row for row in rows if row["record"] == record]


def test_every_cell_is_a_row_and_every_row_has_the_same_ten_columns(report):
    data = csv_text(report, Language.LV)
    rows = read(data)

    assert data.startswith(b"\xef\xbb\xbfrecord,section,table,row,")
    assert data.count(b"\r\n") == len(rows) + 1
    assert {tuple(row) for row in rows} == {HEADINGS}
    assert len(of(rows, "cell")) == 5 * 4 + 3 * 6 + 2 * 2


def test_a_figure_is_plain_and_a_mark_is_no_figure(report):
    cells = of(read(csv_text(report, Language.EN)), "cell")

    assert cells[0] == {
        "record": "cell",
        "section": "persons",
        "table": "persons",
        "row": "supported",
        "row_heading": "Received the service of a social mentor",
        "part_of": "",
        "column": "Total",
        "value": "12345",
        "mark": "",
        "unknown": "2",
    }
    assert (cells[3]["value"], cells[3]["mark"], cells[3]["unknown"]) == ("", "suppressed", "0")
    assert (cells[10]["value"], cells[10]["mark"], cells[10]["part_of"]) == ("0", "", "positive")
    assert (cells[15]["mark"], cells[15]["unknown"]) == ("not_applicable", "1")


def test_a_day_is_written_as_iso_has_it_and_words_in_one_language(report):
    in_latvian = of(read(csv_text(report, Language.LV)), "cell")

    assert [cell["value"] for cell in in_latvian[-4:]] == [
        "2019-04-15",
        "12 mēneši pēc statusa dienas | plāns vēl nav izpildīts",
        "",
        "'= vēl *nav* zināma <diena>",
    ]


def test_what_is_no_cell_stands_in_the_order_of_reading(report):
    rows = read(csv_text(report, Language.EN))

    assert [row["record"] for row in rows if row["record"] != "cell"] == [
        *("report", "title", "subtitle"),
        *("section", "paragraph"),
        *("table", *("heading",) * 5, *("legend",) * 5, "table_note", "table_note"),
        *("table", *("heading",) * 7, "legend"),
        "section",
        *("table", *("heading",) * 3, "legend", "legend"),
        *("table", "heading", "heading"),
        *("note", "note"),
        *("source", "source", "source_detail", "source", "source_detail"),
        *("provenance",) * 6,
        *("version", "version"),
    ]
    assert of(rows, "note")[0]["value"] == "'- The figures are made up."
    assert of(rows, "legend")[1]["row"] == "suppressed"
    assert of(rows, "source_detail")[0]["value"].endswith("consolidated text; likumi.lv 280230")


def test_where_figures_are_from_is_written_for_programs(report):
    rows = read(csv_text(report, Language.EN))

    assert {row["row"]: row["value"] for row in of(rows, "provenance")} == {
        "period": "2018-06-01..2018-11-30",
        "status_day": "2018-11-30",
        "known_on": "2018-12-03",
        "records": "48210",
        "fingerprint": "3f9a" * 16,
        "schema_version": "1",
    }
    assert {row["row"]: row["value"] for row in of(rows, "version")} == {
        "inclusion-core": "0.1.0",
        "inclusion-sif": "0.1.0",
    }


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "'a"])
def test_words_that_a_spreadsheet_would_work_out_are_guarded(report, formula):
    guarded = attrs.evolve(report, title=Text.same(formula))

    assert of(read(csv_text(guarded, Language.LV)), "title")[0]["value"] == f"'{formula}"


def test_a_count_below_zero_is_a_number_and_not_guarded(report):
    section = report.sections[0]
    row = TableRow(id="balance", heading=Text.same("Balance"), cells=(Cell(value=-5),) * 4)
    tables = (attrs.evolve(section.tables[0], rows=(row,)),)
    changed = attrs.evolve(report, sections=(attrs.evolve(section, tables=tables),))

    assert of(read(csv_text(changed, Language.LV)), "cell")[0]["value"] == "-5"


def test_a_decimal_fraction_has_a_point_in_every_language_and_is_not_guarded(report):
    section = report.sections[0]
    values = (Decimal("45.5"), Decimal("-0.5"), Decimal("1E+2"), Decimal("12345.0"))
    row = TableRow(
        id="share", heading=Text.same("Share"), cells=tuple(Cell(value=each) for each in values)
    )
    tables = (attrs.evolve(section.tables[0], rows=(row,)),)
    changed = attrs.evolve(report, sections=(attrs.evolve(section, tables=tables),))

    cells = of(read(csv_text(changed, Language.LV)), "cell")
    assert [each["value"] for each in cells] == ["45.5", "-0.5", "100", "12345.0"]

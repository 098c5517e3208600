"""A template that was filled in, as rows of values."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from reading_lab.books import typed, written
from reading_lab.forms import FORM, headings
from reading_lab.grids import ERROR, grid, sheet

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.findings import Finding, Place, Severity
from inclusion_core.model.caseload import Journal
from inclusion_core.texts import lv
from inclusion_core.wire.problems import Refused
from inclusion_core.workbook.filling.rows import filled
from inclusion_core.workbook.importing.acceptance import Recording
from inclusion_core.workbook.importing.imports import imported
from inclusion_core.workbook.importing.keys import KeyFile
from inclusion_core.workbook.opening.grids import open_grid

CANARY = "CANARY"
CLIENTS = headings("client", "id", "provider_id", "born_on", "gender", "died_on")
PROVIDERS = headings("provider", "id", "name")
ARRIVALS = headings("arrival", "id", "client_id", "arrived_on")


def clients(*rows):
    return sheet("Klients", CLIENTS, *rows)


def read(*sheets, findings=()):
    return filled(grid(*sheets, findings=findings), FORM)


def told(findings):
    """Kind, row and column of each finding; no finding repeats what a cell holds."""
    for finding in findings:
        assert CANARY not in finding.in_("lv") + finding.in_("en") + repr(finding)
    return [(each.kind, each.place.row, each.place.column) for each in findings]


def refused(row):
    return {
        name: each.problem.kind for name, each in row.values.items() if isinstance(each, Refused)
    }


def brought_in(workbook):
    draws = iter(f"{number:08}" for number in range(1000))
    recording = Recording(recorded_on=date(2019, 1, 15), draw=lambda: next(draws))
    return imported(workbook, KeyFile(), Journal(()), SCHEMA, recording)


def unusual(row, column, kind="workbook.formulas", title="Klients"):
    return Finding(
        kind=kind,
        says=lv("formulas").en("formulas"),
        remedy=lv("pārbaudiet").en("check them"),
        place=Place(file="garden.xlsx", sheet=title, row=row, column=column),
        severity=Severity.WARNING,
    )


def test_a_row_gives_the_values_of_its_record():
    book = read(clients([12.0, " P  1 ", "15.04.1990", "Sieviete", "(nav jautāts)"]))
    (row,) = book.rows

    assert (row.record_type, row.sheet, row.row, row.number) == ("client", "Klients", 2, "12")
    assert row.values == {
        "provider_id": "P 1",
        "born_on": "1990-04-15",
        "gender": "female",
        "died_on": {"unknown": "not_asked"},
    }
    assert row.place("garden.xlsx", "born_on") == Place(
        file="garden.xlsx",
        sheet="Klients",
        row=2,
        record_type="client",
        column="C",
        field="dzimšanas datums",
    )
    assert (book.file, book.rows_read, book.findings) == ("garden.xlsx", 1, ())


def test_an_empty_cell_is_left_out_and_a_mark_is_none():
    (row,) = read(clients(["12", "p", None, None, "(none)"])).rows

    assert row.values == {"provider_id": "p", "died_on": None}


def test_blank_rows_and_rows_that_wait_are_passed_over():
    book = read(clients(["1"], [None], ["2", "p"], ["3"], [None, None, None, None, None, CANARY]))

    assert [row.number for row in book.rows] == ["2"]
    assert book.rows_read == 1


def test_a_record_that_is_nothing_but_its_number_is_a_record():
    book = read(sheet("mājsaimniecība", headings("household", "id"), ["1"], [2.0]))

    assert [(row.number, row.values) for row in book.rows] == [("1", {}), ("2", {})]


def test_rows_above_the_headings_are_not_read():
    book = read(sheet("Klients", [CANARY, "x"], CLIENTS, ["1", "p"]))

    assert [row.row for row in book.rows] == [3]


def test_sheets_come_in_the_order_of_the_workbook():
    book = read(
        sheet("Pakalpojuma sniedzējs", PROVIDERS, ["p", "Dārzs"]),
        sheet("Saraksti", [CANARY]),
        sheet("Findings", [CANARY]),
        sheet("Notes", [CANARY]),
        clients(["1", "p"]),
    )

    assert [row.record_type for row in book.rows] == ["provider", "client"]
    assert book.findings == ()


def test_what_a_cell_says_wrongly_stays_in_the_row_until_all_is_told_at_once():
    book = read(clients([CANARY, None, "31.02.1990", CANARY, CANARY]))
    (row,) = book.rows

    assert refused(row) == {
        "born_on": "workbook.no-such-day",
        "gender": "workbook.not-a-code",
        "died_on": "workbook.not-a-day",
    }
    assert book.findings == ()
    assert told(brought_in(book).findings) == [
        ("wire.required", 2, "B"),
        ("workbook.no-such-day", 2, "C"),
        ("workbook.not-a-code", 2, "D"),
        ("workbook.not-a-day", 2, "E"),
    ]


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (None, "workbook.row-without-number"),
        ("(nav)", "workbook.row-without-number"),
        ("(refused)", "workbook.row-without-number"),
        (date(2018, 4, 15), "workbook.day-not-wanted"),
        ("x" * 201, "wire.too-long"),
    ],
)
def test_a_row_without_a_number_is_left_out_and_all_that_is_wrong_with_it_told(number, kind):
    book = read(clients([number, "(nav)", "2990", CANARY, "2018-02-01"]))

    assert book.rows == ()
    assert book.rows_read == 1
    assert told(book.findings) == [
        (kind, 2, "A"),
        ("wire.may-not-be-absent", 2, "B"),
        ("workbook.not-a-code", 2, "D"),
    ]


def test_a_row_without_a_number_may_have_nothing_else_wrong_with_it():
    links = headings(
        "same_person_link", "id", "client_id", "other_client_id", "linked_on", "undone_on"
    )
    book = read(sheet("vienas personas saite", links, [None, CANARY, "b c", "15.04.2018"]))

    assert told(book.findings) == [("workbook.row-without-number", 2, "A")]


def test_two_rows_with_one_number_are_both_told_once_and_left_out():
    book = read(
        clients([CANARY, "p"], [f"{CANARY} ", "p"], ["3", "p"]),
        sheet("provider", PROVIDERS, ["p", "Dārzs"]),
        sheet("arrival", ARRIVALS, ["1", CANARY, "2018"], ["2", "3", "2018"]),
    )
    result = brought_in(book)

    assert told(book.findings) == []
    assert told(result.findings) == [
        ("workbook.record-twice", 2, "A"),
        ("workbook.record-twice", 3, "A"),
        ("workbook.refers-to-left-out", 2, "B"),
    ]
    assert Counter(version.record_type for version in result.versions) == {
        "client": 1,
        "provider": 1,
        "arrival": 1,
    }


def test_without_a_column_that_must_be_there_no_row_is_taken_but_all_that_is_wrong_is_told():
    book = read(sheet("Klients", [CLIENTS[0], CLIENTS[2]], ["1", "31.02.1990"], [None, "1990"]))

    assert book.rows == ()
    assert book.rows_read == 2
    assert told(book.findings) == [
        ("workbook.missing-column", 1, ""),
        ("workbook.no-such-day", 2, "B"),
        ("workbook.row-without-number", 3, "A"),
    ]


def test_without_the_column_of_numbers_that_is_told_once():
    book = read(sheet("Klients", CLIENTS[1:], ["p", "1990"], ["p", "1991"]))

    assert told(book.findings) == [("workbook.missing-column", 1, "")]
    assert book.rows == ()


def test_a_column_that_need_not_be_there_is_not_in_the_workbook():
    (row,) = read(sheet("Klients", CLIENTS[:2], ["1", "p"])).rows

    assert set(row.columns) == {"id", "provider_id"}


def test_an_error_in_a_cell_is_told_once_where_the_row_is():
    book = read(
        clients(["1", "p", ERROR, "Sieviete"], [ERROR, "p"], [ERROR]),
        sheet("provider", PROVIDERS, ["p", "Dārzs"]),
    )
    row = book.rows[0]

    assert refused(row) == {"born_on": "workbook.error-value"}
    assert book.rows_read == 4
    assert told(brought_in(book).findings) == [
        ("workbook.error-value", 2, "C"),
        ("workbook.error-value", 3, "A"),
        ("workbook.error-value", 4, "A"),
        ("wire.required", 4, "B"),
    ]


def test_an_error_counts_as_filled_in_where_a_number_alone_waits():
    book = read(clients(["1", None, ERROR], ["2"]))

    assert [row.number for row in book.rows] == ["1"]


def test_an_error_where_nothing_is_read_is_not_told():
    book = read(
        sheet("Klients", [*CLIENTS, ERROR], [CANARY, "p"]),
        sheet("Saraksti", [ERROR]),
    )

    assert len(book.rows) == 1
    assert book.findings == ()


def test_an_error_in_place_of_a_heading_is_told_in_place_of_the_column():
    book = read(sheet("Klients", [*CLIENTS[:2], ERROR], ["1", "p", CANARY]))

    assert told(book.findings) == [("workbook.error-value", 1, "C")]
    assert book.rows[0].values == {"provider_id": "p"}


def test_an_error_in_a_sheet_without_known_headings_is_not_repeated():
    assert told(read(sheet("Klients", [ERROR])).findings) == [("workbook.no-headings", None, "")]


def test_a_row_that_names_a_row_that_was_left_out_is_left_out_because_of_it():
    book = read(
        sheet("Klients", [CLIENTS[0], CLIENTS[2]], [CANARY, "1990"]),
        sheet("arrival", ARRIVALS, ["1", CANARY, "2018"], ["2", "3", "2018"]),
    )

    assert book.left_out == (("client", CANARY),)
    assert CANARY not in repr(book)
    assert told(brought_in(book).findings) == [
        ("workbook.missing-column", 1, ""),
        ("workbook.refers-to-left-out", 2, "B"),
        ("workbook.unknown-number", 3, "B"),
    ]


def test_what_is_unusual_about_the_sheets_that_are_read_is_told():
    findings = [
        unusual(2, "C"),
        unusual(None, "B", "workbook.hidden-columns"),
        unusual(7, "", "workbook.hidden-rows"),
    ]
    book = read(clients(["1", "p", "1990"]), findings=findings)

    assert book.rows[0].values["born_on"] == "1990"
    assert Counter(each.kind for each in book.findings) == Counter(each.kind for each in findings)


def test_the_title_of_a_sheet_that_nobody_knows_is_not_told():
    book = read(
        sheet(CANARY, ["a"]), findings=[unusual(1, "A", title=CANARY), unusual(1, "", title="")]
    )

    assert told(book.findings) == [
        ("workbook.unknown-sheet", None, ""),
        ("workbook.formulas", 1, ""),
    ]


def test_findings_may_be_asked_for_some_sheets():
    both = grid(clients(), findings=[unusual(1, "A"), unusual(1, "A", title=CANARY)])

    assert [each.place.sheet for each in both.findings_about(["Klients"])] == ["Klients"]


def test_a_sheet_without_headings_is_told_and_the_others_are_read():
    book = read(sheet("Klients", [CANARY]), sheet("provider", PROVIDERS, ["p", "Dārzs"]))

    assert told(book.findings) == [("workbook.no-headings", None, "")]
    assert len(book.rows) == 1


def test_a_workbook_without_a_sheet_of_the_template_is_told():
    assert told(read(sheet("Sheet1")).findings) == [("workbook.no-known-sheet", None, "")]
    assert read(clients()).findings == ()


def test_a_workbook_that_could_not_be_opened_tells_only_why(tmp_path):
    book = filled(open_grid(tmp_path / "none.xlsx"), FORM)

    assert told(book.findings) == [("wire.not-there", None, "")]


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_workbook_from_a_file_is_read(tmp_path, language):
    def fill(book):
        page = book.add_worksheet("Klients" if language == "lv" else "Client")
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        page.write_row(
            0, 0, headings("client", "id", "provider_id", "born_on", "gender", language=language)
        )
        page.write_row(1, 0, [7, "p"])
        page.write_datetime(1, 2, date(1990, 4, 15), day)
        page.write_string(1, 3, "vīrietis")

    book = filled(open_grid(written(tmp_path / "garden.xlsx", fill)), FORM)

    assert [(row.number, dict(row.values)) for row in book.rows] == [
        ("7", {"provider_id": "p", "born_on": "1990-04-15", "gender": "male"})
    ]
    assert book.findings == ()


def test_a_formula_that_was_never_worked_out_leaves_out_its_row(tmp_path):
    path = typed(tmp_path / "a.xlsx", {"Klients": [CLIENTS, ["1", "p", "=TODAY()"]]})
    book = filled(open_grid(path), FORM)

    assert refused(book.rows[0]) == {"born_on": "workbook.formula-without-value"}
    assert told(book.findings) == [("workbook.formulas", 2, "C")]


def test_rows_do_not_show_their_values():
    assert CANARY not in repr(read(clients([CANARY, CANARY, CANARY])))

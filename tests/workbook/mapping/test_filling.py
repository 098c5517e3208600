"""Records come out of a provider's own sheet as the mapping says, and nothing else does."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from mapping_lab import sheet, taken

from inclusion_core.findings import Finding, Place
from inclusion_core.texts import lv
from inclusion_core.wire.problems import Refused
from inclusion_core.workbook.opening.file_problems import ERROR_VALUE

CANARY = "Kanārija"
ERROR = Refused(ERROR_VALUE)

HEADINGS = ["Nr.", "Lietas nr.", "Vārds, uzvārds", "Dzim.\n dati", "Statuss", "Statuss  NO"]

CLIENT = """
[[sheet]]
title = "Saraksts"
heading_row = 3
[[sheet.record]]
type = "client"
number = "Lietas nr."
[sheet.record.fields]
born_on = "Dzim. dati"
[sheet.record.constants]
provider_id = "P1"
"""

SPELL = """
[[sheet.record]]
type = "protection_spell"
number = ["Lietas nr.", "Statuss no"]
[sheet.record.fields]
client_id = "Lietas nr."
kind = "Statuss"
first_day = "Statuss no"
[sheet.record.constants]
legal_basis = "asylum_law"
[sheet.record.words.kind]
"Alt." = "alternative_status"
"?" = ""
"""


def listed(*rows, **others):
    return sheet([["Kopsavilkums"], [None], HEADINGS, *rows], **others)


def numbers(workbook, record_type="client"):
    return [row.number for row in workbook.rows if row.record_type == record_type]


def kinds(workbook):
    for finding in workbook.findings:
        assert CANARY not in f"{finding!r} {finding.in_('lv')} {finding.in_('en')}"
    return [
        (finding.kind, finding.place.row, finding.place.column, finding.place.field)
        for finding in workbook.findings
        if finding.kind != "workbook.column-not-mapped"
    ]


def simple(folder, text, *rows, **others):
    """What is taken from a sheet whose first row has the headings."""
    return taken(folder, f'[[sheet]]\ntitle = "Saraksts"\n{text}', sheet(rows, **others))


def test_a_row_gives_a_record_of_each_kind(tmp_path):
    workbook = taken(
        tmp_path,
        CLIENT + SPELL,
        listed([1, "L-1", CANARY, "31.12.1990", "ALT.", date(2018, 4, 15)]),
    )

    client, spell = workbook.rows
    assert (client.record_type, client.number, client.row) == ("client", "L-1", 4)
    assert client.values == {"provider_id": "P1", "born_on": "1990-12-31"}
    assert (client.columns["born_on"].letter, client.columns["born_on"].heading) == (
        "D",
        "Dzim. dati",
    )
    assert client.columns["id"].letter == "B"
    assert "provider_id" not in client.columns
    assert (spell.record_type, spell.number) == ("protection_spell", "L-1 | 2018-04-15")
    assert spell.values == {
        "client_id": "L-1",
        "legal_basis": "asylum_law",
        "kind": "alternative_status",
        "first_day": "2018-04-15",
    }
    assert spell.columns["client_id"].letter == "B"
    assert (workbook.file, workbook.rows_read) == ("book.xlsx", 1)


def test_columns_that_are_not_named_are_not_read_and_told_by_letter_only(tmp_path):
    workbook = taken(tmp_path, CLIENT, listed([1, "L-1", CANARY, "1990", CANARY, CANARY]))

    (finding,) = workbook.findings
    assert finding.kind == "workbook.column-not-mapped"
    assert finding.severity.value == "warning"
    assert "A, C, E, F" in finding.says.in_("en")
    assert CANARY not in f"{finding!r}{finding.in_('lv')}"
    assert CANARY not in str([(row.number, row.values, row.columns) for row in workbook.rows])


def test_of_many_columns_that_are_not_named_the_first_are_told(tmp_path):
    text = '[[sheet.record]]\ntype = "household"\nnumber = "Nr."'
    workbook = simple(tmp_path, text, ["Nr.", *range(30)], ["G1"])

    (finding,) = workbook.findings
    assert "B, C" in finding.in_("en")
    assert "U, …" in finding.in_("en")


def test_a_column_is_not_mapped_even_where_it_has_no_heading(tmp_path):
    text = '[[sheet.record]]\ntype = "household"\nnumber = "Nr."'
    workbook = simple(tmp_path, text, ["Nr.", "  "], ["G1", None, CANARY])

    (finding,) = workbook.findings
    assert ": C;" in finding.in_("en")


def test_a_record_of_which_nothing_is_filled_in_is_not_there(tmp_path):
    workbook = taken(
        tmp_path,
        CLIENT + SPELL,
        listed([1, "L-1", CANARY, None, "bēgļa statuss", "01.02.2018"], [2, "L-2", CANARY]),
    )

    assert [row.record_type for row in workbook.rows] == ["protection_spell"]
    assert kinds(workbook) == []
    assert workbook.rows_read == 2


def test_the_number_stays_when_its_day_is_written_in_another_way(tmp_path):
    found = {
        numbers(
            taken(tmp_path, CLIENT + SPELL, listed([1, "L-1", None, None, "Alt.", day])),
            "protection_spell",
        )[0]
        for day in (
            date(2018, 4, 15),
            datetime.combine(date(2018, 4, 15), time()),
            "15.04.2018",
            "2018-04-15",
            "15/4/2018",
        )
    }

    assert found == {"L-1 | 2018-04-15"}


def test_numbers_of_several_parts_are_never_the_same_by_chance(tmp_path):
    text = """
    [[sheet.record]]
    type = "household"
    number = ["a", "b"]
    """
    pairs = [("1 |", "2"), ("1", "| 2"), ("1", "2"), ("1 | 2", "3"), ("1", "2 | 3"), ("a.b", "c")]
    workbook = simple(tmp_path, text, ["a", "b"], *pairs)

    assert len(set(numbers(workbook, "household"))) == len(pairs)
    assert "1 | 2" in numbers(workbook, "household")


def test_a_number_with_a_number_cell_is_as_the_sheet_shows_it(tmp_path):
    text = '[[sheet.record]]\ntype = "household"\nnumber = "Nr."'
    workbook = simple(tmp_path, text, ["Nr."], [17], [18.0], [" 19 "])

    assert numbers(workbook, "household") == ["17", "18", "19"]


def test_a_row_without_its_number_is_a_finding(tmp_path):
    workbook = taken(
        tmp_path, CLIENT + SPELL, listed([1, None, CANARY, "1990"], [2, "L-2", None, None, "Alt."])
    )

    assert workbook.rows == ()
    assert kinds(workbook) == [
        ("workbook.row-without-number", 4, "B", "Lietas nr."),
        ("workbook.row-without-number", 5, "B", "Lietas nr."),
    ]


def test_a_number_that_is_none_is_a_finding_of_its_own(tmp_path):
    workbook = taken(
        tmp_path,
        CLIENT,
        listed([1, date(2018, 1, 1), None, "1990"], [2, "(nav jautāts)", None, "1991"]),
    )

    assert kinds(workbook) == [
        ("workbook.day-not-wanted", 4, "B", "Lietas nr."),
        ("workbook.row-without-number", 5, "B", "Lietas nr."),
    ]


def test_what_is_not_understood_stays_refused_in_its_place(tmp_path):
    workbook = taken(tmp_path, CLIENT, listed([1, "L-1", None, CANARY]))

    (row,) = workbook.rows
    assert isinstance(row.values["born_on"], Refused)
    place = row.place("book.xlsx", "born_on")
    assert (place.row, place.column, place.field) == (4, "D", "Dzim. dati")


def test_marks_say_why_there_is_no_value(tmp_path):
    workbook = taken(tmp_path, CLIENT, listed([1, "L-1", None, "(refused)"]))

    assert workbook.rows[0].values["born_on"] == {"unknown": "refused"}


def test_a_column_may_be_named_by_its_letter_and_is_then_called_as_its_field(tmp_path):
    text = """
    [[sheet.record]]
    type = "household_membership"
    number = [{letter = "A"}, {letter = "C"}]
    [sheet.record.fields]
    household_id = {letter = "A"}
    client_id = {letter = "c"}
    role = {letter = "B"}
    """
    workbook = simple(tmp_path, text, [CANARY, CANARY, CANARY], ["G1", "bērns", "L-1"])

    (row,) = workbook.rows
    assert row.values == {"household_id": "G1", "client_id": "L-1", "role": "child"}
    assert row.place("a", "role").field == "role"
    assert kinds(workbook) == []


def test_a_heading_that_is_not_there_takes_its_record_away_and_no_other(tmp_path):
    workbook = taken(
        tmp_path,
        CLIENT + SPELL.replace('kind = "Statuss"', 'kind = "Status"'),
        listed([1, "L-1", CANARY, "1990", "Alt.", "2018"]),
    )

    assert [row.record_type for row in workbook.rows] == ["client"]
    assert kinds(workbook) == [("workbook.column-not-found", 3, "", "Status")]


def test_a_heading_that_is_there_twice_must_be_told_by_letter(tmp_path):
    text = """
    [[sheet.record]]
    type = "client"
    number = "Nr."
    [sheet.record.fields]
    born_on = "datums"
    [sheet.record.constants]
    provider_id = "P1"
    """
    workbook = simple(tmp_path, text, ["Nr.", "Datums", "DATUMS "], ["1", "1990", "1991"])

    assert workbook.rows == ()
    assert kinds(workbook) == [("workbook.column-twice", 1, "", "datums")]
    assert "B, C" in workbook.findings[0].in_("en")


def test_a_missing_column_of_the_sheet_takes_all_its_records_away(tmp_path):
    text = CLIENT.replace("[[sheet.record]]", 'fill_down = ["Gads"]\n[[sheet.record]]')
    workbook = taken(tmp_path, text, listed([1, "L-1", None, "1990"]))

    assert workbook.rows == ()
    assert kinds(workbook) == [("workbook.column-not-found", 3, "", "Gads")]


def test_a_sheet_without_the_row_of_headings_has_none_of_the_columns(tmp_path):
    workbook = taken(tmp_path, CLIENT, sheet([["Lietas nr."]]))

    assert {kind for kind, *_ in kinds(workbook)} == {"workbook.column-not-found"}


def test_a_sheet_that_is_not_there_is_a_finding(tmp_path):
    workbook = taken(tmp_path, CLIENT, listed([1, "L-1"], title="Cits"))

    assert [(finding.kind, finding.place.sheet) for finding in workbook.findings] == [
        ("workbook.sheet-not-mapped", ""),
        ("workbook.sheet-not-found", "Saraksts"),
    ]


def test_sheets_that_are_not_named_are_told_by_position(tmp_path):
    named = listed([1, "L-1", None, "1990"], title=" saraksts")
    workbook = taken(
        tmp_path, CLIENT, named, sheet([[1]], title=CANARY), sheet([], title="c"), sheet([[2]], "d")
    )

    (finding,) = (each for each in workbook.findings if each.kind == "workbook.sheet-not-mapped")
    assert "by position: 2, 4" in finding.in_("en")
    assert CANARY not in f"{finding!r}{finding.in_('en')}"
    assert numbers(workbook) == ["L-1"]


def test_what_is_unusual_is_told_of_the_file_and_of_sheets_that_are_meant(tmp_path):
    findings = tuple(
        Finding(
            kind=f"workbook.{number}",
            says=lv("neparasts").en("unusual"),
            remedy=lv("pārbaudiet").en("check it"),
            place=Place(file="book.xlsx", sheet=title),
        )
        for number, title in enumerate(["", " saraksts", CANARY])
    )

    workbook = taken(
        tmp_path,
        CLIENT,
        listed([1, "L-1", None, "1990"], title=" saraksts"),
        sheet([[1]], title=CANARY),
        findings=findings,
    )

    told = [kind for kind, *_ in kinds(workbook)]
    assert told == ["workbook.0", "workbook.sheet-not-mapped", "workbook.1"]


def test_an_error_leaves_out_each_record_that_is_read_from_its_cell_and_no_other(tmp_path):
    workbook = taken(
        tmp_path,
        CLIENT + SPELL,
        listed(
            [1, "L-1", ERROR, ERROR, "Alt.", "2018"],
            [2, "L-2", CANARY, "1990", ERROR, CANARY],
            [3, "L-3", CANARY, CANARY, "Alt.", ERROR],
        ),
    )

    assert [(row.record_type, row.number) for row in workbook.rows] == [
        ("protection_spell", "L-1 | 2018"),
        ("client", "L-2"),
        ("client", "L-3"),
    ]
    assert kinds(workbook) == [
        ("workbook.error-value", 4, "D", "Dzim. dati"),
        ("workbook.error-value", 5, "E", "Statuss"),
        ("workbook.not-a-day", 5, "F", "Statuss NO"),
        ("workbook.error-value", 6, "F", "Statuss NO"),
    ]
    assert workbook.left_out == (
        ("client", "L-1"),
        ("protection_spell", f"L-2 | {CANARY}"),
    )
    assert CANARY not in repr(workbook)


def test_an_error_that_several_records_are_read_from_is_told_once(tmp_path):
    workbook = taken(tmp_path, CLIENT + SPELL, listed([1, ERROR, CANARY, "1990", "Alt.", "2018"]))

    assert (workbook.rows, workbook.left_out, workbook.rows_read) == ((), (), 1)
    assert kinds(workbook) == [("workbook.error-value", 4, "B", "Lietas nr.")]


def test_an_error_in_a_row_without_its_number_is_told_beside_that(tmp_path):
    workbook = taken(tmp_path, CLIENT, listed([1, None, CANARY, ERROR]))

    assert kinds(workbook) == [
        ("workbook.row-without-number", 4, "B", "Lietas nr."),
        ("workbook.error-value", 4, "D", "Dzim. dati"),
    ]


@pytest.mark.parametrize("of_the_sheet", [True, False])
def test_an_error_in_the_column_of_a_condition_is_told_where_no_other_fails(tmp_path, of_the_sheet):
    conditions = """only_where = [
        {column = {letter = "B"}, equals = "jā"}, {column = "Gads", equals = "2018"}
    ]"""
    record = """
    [[sheet.record]]
    type = "participation"
    number = "Nr."
    fields = {client_id = "Nr."}
    constants = {programme_id = "1"}
    """
    parts = [conditions, record] if of_the_sheet else [record, conditions]

    workbook = simple(
        tmp_path,
        "\n".join(parts),
        ["Nr.", ERROR, "Gads"],
        ["1", ERROR, 2018],
        ["2", ERROR, 2019],
        ["3", "jā", 2018],
    )

    assert numbers(workbook, "participation") == ["3"]
    assert kinds(workbook) == [("workbook.error-value", 2, "B", "")]
    assert workbook.left_out == (("participation", "1"),)


def test_an_error_where_nothing_is_read_is_not_told(tmp_path):
    workbook = taken(
        tmp_path,
        CLIENT + SPELL,
        listed([1, "L-1", ERROR, "1990"], [ERROR, None, ERROR], [ERROR, "L-3"]),
        sheet([[ERROR]], title="Cits"),
    )

    assert numbers(workbook) == ["L-1"]
    assert kinds(workbook) == [("workbook.sheet-not-mapped", None, "", "")]


def test_an_error_is_not_taken_for_an_empty_cell_that_has_a_meaning(tmp_path):
    workbook = taken(
        tmp_path,
        CLIENT + SPELL.replace('"?" = ""', '"" = "refugee"'),
        listed([1, "L-1", None, None, ERROR, "2018"]),
    )

    assert workbook.rows == ()
    assert kinds(workbook) == [("workbook.error-value", 4, "E", "Statuss")]


def test_an_error_in_place_of_a_heading_is_no_heading(tmp_path):
    workbook = simple(
        tmp_path, '[[sheet.record]]\ntype = "household"\nnumber = "Nr."', ["Nr.", ERROR], ["G1"]
    )

    assert numbers(workbook, "household") == ["G1"]
    assert kinds(workbook) == []


def test_what_an_empty_cell_would_take_from_an_error_above_is_an_error_too(tmp_path):
    text = """
    fill_down = ["Nr."]
    [[sheet.record]]
    type = "need"
    number = ["Nr.", "Joma"]
    [sheet.record.fields]
    client_id = "Nr."
    area = "Joma"
    """
    workbook = simple(
        tmp_path, text, ["Nr.", "Joma"], [ERROR, "housing"], [None, "health"], ["2", "health"]
    )

    assert numbers(workbook, "need") == ["2 | health"]
    assert kinds(workbook) == [
        ("workbook.error-value", 2, "A", "Nr."),
        ("workbook.error-above", 3, "A", "Nr."),
    ]


def test_a_record_that_repeats_is_one(tmp_path):
    workbook = taken(
        tmp_path,
        CLIENT,
        listed([1, "L-1", None, "1990"], [2, "L-1", None, "1990"], [3, "L-1", None, None]),
    )

    assert [(row.number, row.row) for row in workbook.rows] == [("L-1", 4)]
    assert kinds(workbook) == []


def test_a_record_that_repeats_with_other_values_is_none(tmp_path):
    workbook = taken(
        tmp_path,
        CLIENT,
        listed(
            [1, "L-1", None, "1990"],
            [2, "L-1", None, "1990"],
            [3, "L-2", None, "1990"],
            [4, "L-1", None, "1991"],
            [5, "L-1", None, "1992"],
        ),
    )

    assert numbers(workbook) == ["L-2"]
    assert workbook.left_out == (("client", "L-1"),)
    assert kinds(workbook) == [
        ("workbook.record-differs", 4, "D", "Dzim. dati"),
        ("workbook.record-differs", 7, "D", "Dzim. dati"),
        ("workbook.record-differs", 8, "D", "Dzim. dati"),
    ]
    told = [each.in_("en") for each in workbook.findings if each.kind.endswith("differs")]
    assert "row 7;" in told[0]
    assert "row 4;" in told[1]


def test_records_of_two_sheets_that_differ_point_at_each_other(tmp_path):
    second = CLIENT.replace("Saraksts", "Otrs").replace('born_on = "Dzim. dati"', 'gender = "Dz."')
    workbook = taken(
        tmp_path,
        CLIENT + second,
        listed([1, "L-1", None, "1990"]),
        sheet([["Lietas nr.", "Dz."], ["L-1", "vīrietis"]], title="Otrs", first=3),
    )

    assert workbook.rows == ()
    assert [each.place.sheet for each in workbook.findings if each.kind.endswith("differs")] == [
        "Otrs",
        "Saraksts",
    ]


def test_a_fixed_number_is_one_record_of_all_rows(tmp_path):
    text = """
    [[sheet.record]]
    type = "provider"
    number = {text = "P1"}
    [sheet.record.constants]
    name = "Mūsu māja"
    """
    workbook = simple(tmp_path, text, ["Nr."], ["1"], ["2"])

    (row,) = workbook.rows
    assert (row.number, row.values) == ("P1", {"name": "Mūsu māja"})


def test_a_record_that_only_joins_others_is_there_where_all_are_named(tmp_path):
    text = """
    [[sheet.record]]
    type = "delivery_spell"
    number = "Nr."
    [sheet.record.fields]
    participation_id = "Nr."
    contract_id = "Līgums"
    [sheet.record.words.contract_id]
    "otrais" = "LK-2"
    "nav" = ""
    """
    workbook = simple(
        tmp_path, text, ["Nr.", "Līgums"], ["1", "LK-1"], ["2"], [None, "LK-1"], ["4", "OTRAIS"],
        ["5", "nav"],
    )  # fmt: skip

    assert [(row.number, row.values["contract_id"]) for row in workbook.rows] == [
        ("1", "LK-1"),
        ("4", "LK-2"),
    ]
    assert workbook.findings == ()


def test_a_reference_with_an_empty_cell_is_left_out(tmp_path):
    text = """
    [[sheet.record]]
    type = "client"
    number = "Nr."
    [sheet.record.fields]
    provider_id = "Sniedzējs"
    born_on = "Dzimis"
    """
    workbook = simple(
        tmp_path, text, ["Nr.", "Sniedzējs", "Dzimis"], ["1", None, "1990"], ["2", "(nav)", "1990"]
    )

    assert [row.values for row in workbook.rows] == [
        {"born_on": "1990"},
        {"born_on": "1990"},
    ]


def test_rows_can_be_passed_over(tmp_path):
    text = CLIENT.replace("[[sheet.record]]", "skip_rows = [5]\n[[sheet.record]]")
    workbook = taken(tmp_path, text, listed([1, "L-1", None, "1990"], ["Kopā", None, None, "1990"]))

    assert (numbers(workbook), kinds(workbook), workbook.rows_read) == (["L-1"], [], 1)


def test_an_empty_cell_can_mean_what_stands_above(tmp_path):
    text = """
    fill_down = ["Nr.", "Vieta"]
    [[sheet.record]]
    type = "need"
    number = ["Nr.", "Joma"]
    [sheet.record.fields]
    client_id = "Nr."
    area = "Joma"
    """
    workbook = simple(
        tmp_path, text, ["Nr.", "Joma", "Vieta"], ["1", "housing"], [None, "health"], [None] * 3,
        ["2", "health"],
    )  # fmt: skip

    assert [row.values["client_id"] for row in workbook.rows] == ["1", "1", "2"]


def test_words_can_mean_an_empty_cell(tmp_path):
    text = CLIENT.replace("[[sheet.record]]", 'empty_words = ["-", "N/A"]\n[[sheet.record]]')
    workbook = taken(
        tmp_path, text, listed([1, "L-1", "-", "1990", "n/a"], [2, "L-2", None, " - "], ["-", " "])
    )

    assert (numbers(workbook), workbook.rows_read) == (["L-1"], 2)
    assert "A, C;" in workbook.findings[0].in_("en") or "A, C, E" in workbook.findings[0].in_("en")


def test_own_words_can_mean_an_empty_cell(tmp_path):
    workbook = taken(tmp_path, CLIENT + SPELL, listed([1, "L-1", None, None, "?", None]))

    assert workbook.rows == ()
    assert kinds(workbook) == []


@pytest.mark.parametrize(
    ("cell", "there"),
    [("Mentori", True), (" mentori", True), (5, True), (None, False), ("Motivācija", False)],
)
def test_a_condition_chooses_rows(tmp_path, cell, there):
    condition = 'only_where = {column = "Programma", equals = ["MENTORI", "5"]}'
    record = """
    [[sheet.record]]
    type = "participation"
    number = "Nr."
    fields = {client_id = "Nr."}
    constants = {programme_id = "1"}
    """
    rows = [["Nr.", "Programma"], ["1", cell]]

    assert bool(simple(tmp_path, f"{condition}\n{record}", *rows).rows) is there
    assert bool(simple(tmp_path, f"{record}\n{condition}", *rows).rows) is there


@pytest.mark.parametrize(
    ("heading", "named"),
    [
        (2018, "2018"),
        (2018.5, "2018.5"),
        (True, "true"),
        (date(2018, 1, 1), "2018-01-01"),
        (datetime.combine(date(2018, 1, 1), time()), "2018-01-01"),
        (datetime.combine(date(2018, 1, 1), time(9, 30)), "2018-01-01 09:30:00"),
        (time(9, 30), "09:30:00"),
        (10**15, "1000000000000000"),
    ],
)
def test_headings_are_compared_as_they_are_shown(tmp_path, heading, named):
    text = f"""
    [[sheet.record]]
    type = "household"
    number = "{named}"
    """

    assert numbers(simple(tmp_path, text, [heading], ["1"]), "household") == ["1"]


def test_no_value_is_shown_by_what_reads_them(tmp_path):
    workbook = taken(tmp_path, CLIENT, listed([1, "L-1", CANARY, CANARY]))

    assert CANARY not in repr(workbook)
    assert "L-1" not in repr(workbook)
    assert CANARY not in repr(workbook.rows[0])

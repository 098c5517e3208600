"""Sheets and columns, recognised by what stands above them."""

from __future__ import annotations

import pytest
from reading_lab.forms import FORM, WHOLE_FORM, heading, headings, title
from reading_lab.grids import grid, sheet

from inclusion_core.findings import Finding
from inclusion_core.texts import lv
from inclusion_core.workbook.filling.headings import headed, recognised
from inclusion_core.workbook.filling.names import Names
from inclusion_core.workbook.tabs import NOTES_SHEET

CANARY = "CANARY"
CLIENT = next(each for each in FORM if each.record_type.name == "client")
FIELDS = ("id", "provider_id", "born_on", "gender", "died_on")
ALL = headings("client", *FIELDS)
DATA = ["12", "p", "2018", "sieviete", None]


def types(*sheets):
    found = recognised(grid(*sheets), FORM, (NOTES_SHEET,))
    return [form.record_type.name for _, form in found.sheets]


def told(findings):
    """Kind and place of each finding; no finding repeats a title or a heading that is unknown."""
    for finding in findings:
        assert CANARY not in finding.in_("lv") + finding.in_("en") + repr(finding)
    return [(each.kind, each.place.row, each.place.column) for each in findings]


def under(*rows, first=1):
    return headed("garden.xlsx", sheet("Klients", *rows, first=first), CLIENT)


@pytest.mark.parametrize(
    "named",
    ["klients", "  KLIENTS ", "client", "Client", "klients\N{COMBINING ACUTE ACCENT}"],
)
def test_a_sheet_is_known_by_its_title_in_either_language(named):
    assert types(sheet(named, ALL)) == ["client"]


def test_a_sheet_is_known_by_its_name_in_code():
    assert types(sheet("same_person_link", ["id"])) == ["same_person_link"]
    assert types(sheet("ierasanas", ["id"])) == ["arrival"]


def test_sheets_without_records_are_passed_over():
    sheets = (sheet("Paskaidrojumi", ["a"]), sheet("NOTES", ["a"]), sheet("Klients"), sheet("x"))
    found = recognised(grid(*sheets), FORM, (NOTES_SHEET,))

    assert (found.sheets, found.findings) == ((), ())


def test_a_sheet_that_nobody_knows_is_told_by_its_position_alone():
    sheets = (sheet("Klients", ALL), sheet(CANARY, ["a"]), sheet("Klientss", ["a"]))
    found = recognised(grid(*sheets), FORM, ())

    assert told(found.findings) == [("workbook.unknown-sheet", None, "")] * 2
    assert "sheet 2 is not known" in found.findings[0].says.in_("en")
    assert title("household", "en") in found.findings[0].remedy.in_("en")
    assert found.findings[1].remedy.in_("lv").endswith(": klients")


def test_of_two_sheets_for_one_type_the_first_that_holds_something_counts():
    sheets = (sheet("Klients"), sheet("Client", ALL), sheet("klients ", ALL))
    found = recognised(grid(*sheets), FORM, ())

    assert [known.title for known, _ in found.sheets] == ["Client"]
    assert told(found.findings) == [("workbook.sheet-twice", None, "")]
    assert found.findings[0].place.sheet == "klients "


@pytest.mark.parametrize("language", ["lv", "en"])
def test_columns_are_known_in_either_language(language):
    named = headings("client", *FIELDS, language=language)
    found = under([f" {each.upper()}\n" for each in named], DATA)

    assert [found.fields[index].name for index in range(5)] == list(FIELDS)
    assert {name: found.columns[name].letter for name in FIELDS} == dict(
        zip(FIELDS, "ABCDE", strict=True)
    )
    assert [found.columns[name].heading for name in FIELDS] == named
    assert (found.row, found.told, found.findings) == (1, frozenset(), ())


def test_columns_are_known_by_names_in_code_and_without_diacritics():
    found = under(["id", "provider_id", "dzimsanas datums"], ["12", "p", "2018"])

    assert {field.name for field in found.fields.values()} == {"id", "provider_id", "born_on"}
    assert found.columns["provider_id"].heading == heading("client", "provider_id")


def test_columns_may_stand_in_any_order_with_gaps():
    found = under([None, ALL[1], None, ALL[0]], [None, "p", None, "12"])

    assert {name: found.columns[name].letter for name in found.columns} == {
        "id": "D",
        "provider_id": "B",
    }


def test_the_headings_are_in_the_row_that_names_most_columns():
    found = under(["dzimums"], [CANARY, 7], ALL, DATA, ALL[:2])

    assert found.row == 3


def test_the_headings_are_among_the_first_twenty_rows():
    assert under(ALL, first=20).row == 20
    finding = under(ALL, first=21)

    assert isinstance(finding, Finding)
    assert told([finding]) == [("workbook.no-headings", None, "")]
    assert heading("client", "born_on", "en") in finding.remedy.in_("en")


def test_a_sheet_without_headings_is_told():
    assert told([under([CANARY, 7])]) == [("workbook.no-headings", None, "")]


def test_a_heading_that_nobody_knows_is_told_with_near_ones():
    found = under([*ALL[:2], "dzimšanas datumss", CANARY, 7, CANARY], [*DATA[:2], 2018, 7, 8])

    assert told(found.findings) == [
        ("workbook.unknown-heading", 1, "C"),
        ("workbook.unknown-heading", 1, "D"),
        ("workbook.unknown-heading", 1, "E"),
    ]
    assert found.findings[0].remedy.in_("lv").startswith("rakstiet dzimšanas datums vai")
    assert heading("client", "died_on", "en") in found.findings[1].remedy.in_("en")
    assert found.findings[0].place.sheet == "Klients"


def test_near_a_strange_heading_are_all_when_none_is_left():
    found = under([*ALL, CANARY], [*DATA, 7])

    assert heading("client", "born_on") in found.findings[0].remedy.in_("lv")


def test_a_column_without_a_heading_is_told():
    assert told(under([*ALL, None], [*DATA, CANARY]).findings) == [
        ("workbook.column-without-heading", 1, "F")
    ]


def test_a_doubled_heading_is_told_unless_one_is_empty():
    empty = under([*ALL[:2], ALL[1], ALL[2], ALL[2]], [*DATA[:2], None, None, "2018"])
    twice = under([*ALL[:2], ALL[1]], [*DATA[:2], "q"])

    assert (empty.told, empty.findings) == (frozenset(), ())
    assert empty.columns["born_on"].letter == "E"
    assert twice.told == {"provider_id"}
    assert told(twice.findings) == [("workbook.heading-twice", 1, "C")]


def test_a_column_that_must_be_there_is_missed_once_there_are_rows():
    assert told(under(ALL[2:]).findings) == []

    found = under(ALL[2:], DATA[2:])

    assert told(found.findings) == [("workbook.missing-column", 1, "")] * 2
    assert found.told == {"id", "provider_id"}
    assert heading("client", "id", "en") in found.findings[0].says.in_("en")


def test_notes_have_their_own_title():
    assert lv("Paskaidrojumi").en("Notes") == NOTES_SHEET


@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_sheet_and_column_of_every_record_type_is_known(language):
    sheets = [
        sheet(each.title.in_(language), [column.heading.in_(language) for column in each.columns])
        for each in WHOLE_FORM
    ]
    found = recognised(grid(*sheets), WHOLE_FORM, ())

    assert [form for _, form in found.sheets] == list(WHOLE_FORM)
    for known, form in found.sheets:
        columns = headed("garden.xlsx", known, form)
        assert list(columns.fields.values()) == [column.field for column in form.columns]
        assert columns.findings == ()


def test_a_name_goes_before_one_in_code_and_the_language_of_the_sheet_before_another():
    names = Names.of(
        {
            "id": lv("numurs").en("number"),
            "number": lv("skaits").en("count"),
            "rate": lv("count").en("rate"),
            "twin": lv("divi").en("same"),
            "other": lv("trīs").en("same"),
        }
    )

    assert (names.find("Number", "en"), names.find("numurs", "en")) == ("id", "id")
    assert (names.find("count", "en"), names.find("count", "lv")) == ("number", "rate")
    assert (names.find("rate ", "en"), names.find("TWIN", "lv")) == ("rate", "twin")
    assert (names.find("same", "en"), names.find("x", "lv"), names.find(7, "lv")) == (None,) * 3
    assert names.language(["number", "rate", "divi", 7]) == "en"
    assert names.language(["x"]) == "lv"

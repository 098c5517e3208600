"""The workbook that a provider gets."""

from __future__ import annotations

import sys
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import attrs
import pytest
from writing_lab.books import book_of, cells, drop_downs, offered
from writing_lab.gardens import FORM, GARDEN_WORDS, PROGRAMME, Garden, Shed, Soil
from writing_lab.gardens import SCHEMA as GARDENS

from inclusion_core.errors import DeclarationError, MissingExtraError
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Programme, Provider
from inclusion_core.model.household import Household
from inclusion_core.texts import Text, lv
from inclusion_core.values import ABSENT
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.writing import NotWritableError
from inclusion_core.words import WORDS
from inclusion_core.workbook.form import WorkbookForm, form_of
from inclusion_core.workbook.template import prepared
from inclusion_core.workbook.template.making import template

CORE = form_of(PROGRAMME, SCHEMA, WORDS)
KNOWN_ON = date(2018, 6, 1)


def _of(*records: Garden | Shed) -> Caseload:
    return Caseload.of_records(records, known_on=KNOWN_ON)


def _garden(key: str = "g-1", **values: object) -> Garden:
    return Garden(**{"id": key, "shed_id": "s-1", "name": "Rose", **values})


def _renamed(**types: Text) -> WorkbookForm:
    words = Vocabulary(id="garden.words", types=types).joined((GARDEN_WORDS,))
    return form_of(PROGRAMME, GARDENS, words)


def _note(data: bytes, sheet: str, heading: str) -> str:
    page = book_of(data)[sheet]
    (cell,) = [cell for cell in page[1] if cell.value == heading]
    assert cell.comment.author == "inclusion_core"
    return cell.comment.text


@pytest.mark.parametrize(
    ("language", "notes", "lists"), [("lv", "Paskaidrojumi", "Saraksti"), ("en", "Notes", "Lists")]
)
def test_the_sheets_stand_between_the_notes_and_the_lists(language, notes, lists) -> None:
    sheets = list(cells(template(CORE, language, empty_rows=2)))

    titles = [sheet.title.in_(language) for sheet in CORE]
    assert sheets == [notes, *titles, lists]
    recorded = [each for each in SCHEMA if not each.derived]  # no sheet for what is worked out
    assert len(sheets) == len(recorded) + 2


@pytest.mark.counted
def test_a_programme_that_names_its_records_has_no_other_sheets() -> None:
    narrow = attrs.evolve(PROGRAMME, records=(Programme, Provider, Client))

    sheets = list(cells(template(form_of(narrow, SCHEMA, WORDS), "en")))

    assert sheets == ["Notes", "programme", "provider", "client", "Lists"]


def test_the_same_arguments_give_the_same_bytes() -> None:
    contents = _of(_garden(), Shed(id="s-1"))

    assert template(FORM, "lv", contents=contents) == template(FORM, "lv", contents=contents)


def test_nothing_says_when_it_was_made() -> None:
    with ZipFile(BytesIO(template(FORM, "lv"))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert b"2018-01-01T00:00:00Z" in archive.read("docProps/core.xml")


@pytest.mark.parametrize("language", ["lv", "en"])
def test_nothing_is_protected_frozen_hidden_or_worked_out(language) -> None:
    book = book_of(template(CORE, language, empty_rows=2))

    assert book.security is None or not book.security.lockStructure
    for page in book.worksheets:
        assert page.freeze_panes is None
        assert not page.protection.sheet
        assert page.sheet_state == "visible"
        assert not page.merged_cells.ranges
        assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n"}


def test_sheets_print_with_their_headings_on_every_page() -> None:
    page = book_of(template(FORM, "en"))["neighbour's garden"]

    assert page.print_title_rows == "$1:$1"
    assert page.page_setup.orientation == "landscape"


def test_headings_are_bold_and_wrapped_and_dark_where_they_must_be_filled_in() -> None:
    page = book_of(template(FORM, "en"))["neighbour's garden"]
    number, shed, name, soil, *_ = page[1]

    assert {cell.value for cell in (number, shed, name, soil)} == {
        *("number", "shed id", "name", "soil")
    }
    for cell in page[1]:
        assert cell.font.bold
        assert cell.alignment.wrap_text
    assert {cell.fill.fgColor.rgb for cell in (number, shed, name)} == {"FF1F3864"}
    assert soil.fill.fgColor.rgb == "FFDCE6F2"
    assert all(page.column_dimensions[letter].width >= 12 for letter in "ABCDEFGHIJ")


def test_every_heading_of_the_core_has_a_note() -> None:
    book = book_of(template(CORE, "lv", empty_rows=2))

    for sheet in CORE:
        for cell in book[sheet.title.in_("lv")][1]:
            assert cell.comment.text


def test_a_note_says_what_to_enter_whether_it_is_needed_and_what_empty_means() -> None:
    data = template(FORM, "en")

    assert _note(data, "neighbour's garden", "name") == (
        "Text, in one line. No names of people, personal codes or contacts.\nMust be filled in."
    )
    assert _note(data, "neighbour's garden", "soil") == (
        "One of the words of the list.\nAn empty cell: nobody has asked.\n"
        "Where there is no value, or it is not known: (none), (refused), "
        "(client does not know), (contradictory)."
    )
    assert _note(data, "neighbour's garden", "beds") == (
        "A whole number from 0 to 50; unit: beds.\n"
        "Settled once; to be altered later only where it was written wrongly.\n"
        "An empty cell: nobody has asked.\n"
        "Where there is no value, or it is not known: (refused), (client does not know), "
        "(contradictory)."
    )
    assert _note(data, "neighbour's garden", "opened on") == (
        "A day: 2018-04-15 or 15.04.2018. It must be known to the day.\n"
        "An empty cell: there is none, or none so far."
    )
    assert "2018-04 or 2018" in _note(data, "neighbour's garden", "day dug")
    assert "climate zones" in _note(data, "neighbour's garden", "zone")
    assert "83.87" in _note(data, "neighbour's garden", "rent")
    assert "from 0 to 100,000," in _note(data, "neighbour's garden", "seeds")
    assert "“tool shed”" in _note(data, "neighbour's garden", "shed id")
    assert "next import" in _note(data, "tool shed", "number")


def test_notes_are_in_the_language_of_the_workbook() -> None:
    assert _note(template(FORM, "lv"), "dārzs pie mājas", "augsne") == (
        "Viena no saraksta vērtībām.\nTukša šūna: nav jautāts.\n"
        "Ja vērtības nav vai tā nav zināma: (nav), (atteicās atbildēt), (klients nezina), "
        "(pretrunīgi)."
    )


def test_units_and_lists_of_the_core_have_latvian_names() -> None:
    data = template(CORE, "lv", empty_rows=2)

    assert "mērvienība: eiro centi" in _note(data, "projekts", CORE_BUDGET)
    assert "kataloga programmas" in _note(data, "programma", "programma katalogā")


CORE_BUDGET = WORDS.field("operation", "budget_cents", "lv")


def test_a_client_has_the_case_number_that_the_provider_gives() -> None:
    data = template(CORE, "lv", empty_rows=3)

    assert cells(data)["klients"][1:] == []
    assert "Lietas numurs" in _note(data, "klients", "lietas numurs")


def test_rows_of_other_records_wait_with_their_numbers() -> None:
    rows = cells(template(CORE, "lv", empty_rows=3))["mērķis"]

    assert [row[0] for row in rows[1:]] == ["1", "2", "3"]
    assert {cell for row in rows[1:] for cell in row[1:]} == {""}


def test_a_row_that_would_be_a_record_by_its_number_alone_does_not_wait() -> None:
    assert cells(template(CORE, "en", empty_rows=3))["household"] == [["number"]]


def test_numbers_that_wait_go_on_after_those_that_are_taken() -> None:
    contents = _of(_garden("2"), _garden("4"))

    rows = cells(template(FORM, "en", contents=contents, empty_rows=3))["neighbour's garden"]

    assert [row[0] for row in rows[1:]] == ["2", "4", "1", "3", "5"]


def test_numbers_are_those_of_the_provider_where_they_are_given() -> None:
    data = template(
        FORM,
        "en",
        contents=_of(_garden(), Shed(id="s-1")),
        numbers=lambda record_type, key: f"{record_type} no. {key[-1]}",
        empty_rows=0,
    )

    assert cells(data)["neighbour's garden"][1][:2] == ["garden no. 1", "shed no. 1"]
    assert cells(data)["tool shed"][1] == ["shed no. 1"]


def test_records_without_a_sheet_are_left_out() -> None:
    contents = Caseload.of_records([Household(id="h-1")], known_on=KNOWN_ON)

    assert template(FORM, "en", contents=contents) == template(FORM, "en")


def test_cells_keep_years_and_leading_zeros_as_they_are_typed() -> None:
    page = book_of(template(FORM, "en", empty_rows=1))["neighbour's garden"]

    formats = [
        columns.number_format
        for columns in page.column_dimensions.values()
        for _ in range(columns.min, columns.max + 1)
    ]
    assert formats == ["@", "@", "@", "@", "@", "@", "yyyy-mm-dd", "General", "General", "@"]
    assert page["A2"].number_format == "@"


def test_a_full_day_is_a_day_and_one_that_may_be_partial_a_text() -> None:
    garden = _garden(dug_on=date(2018, 4, 15), opened_on=date(2018, 5, 1))

    page = book_of(template(FORM, "en", contents=_of(garden)))["neighbour's garden"]

    assert page["F2"].value == "2018-04-15"
    assert page["G2"].value.date() == date(2018, 5, 1)
    assert page["G2"].number_format == "yyyy-mm-dd"


def test_a_number_with_more_digits_than_a_spreadsheet_keeps_is_a_text() -> None:
    garden = _garden(beds=7, seeds=10**15)

    page = book_of(template(FORM, "en", contents=_of(garden)))["neighbour's garden"]

    assert (page["H2"].value, page["I2"].value) == (7, str(10**15))


@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_closed_list_and_every_reference_of_the_core_has_a_drop_down(language) -> None:
    book = book_of(template(CORE, language, empty_rows=4))
    titles = {sheet.record_type.name: sheet.title.in_(language) for sheet in CORE}

    for sheet in CORE:
        page = book[titles[sheet.record_type.name]]
        found = drop_downs(page)
        for letter, column in zip(
            (cell.column_letter for cell in page[1]), sheet.columns, strict=True
        ):
            if column.field.enum is not None:
                words = [WORDS.code(code, language) for code in column.field.enum]
                assert offered(book, found[letter])[: len(words)] == words
                assert found[letter].showErrorMessage
            if column.field.reference is not None:
                to = titles[column.field.reference.to]
                assert found[letter].formula1 == f"'{to}'!$A$2:$A$5"
    used = {each.errorStyle for page in book.worksheets for each in drop_downs(page).values()}
    blanks = {each.allow_blank for page in book.worksheets for each in drop_downs(page).values()}
    assert (used, blanks) == ({"warning"}, {True})


def test_a_drop_down_offers_codes_and_the_marks_that_the_field_allows() -> None:
    book = book_of(template(FORM, "en"))

    found = drop_downs(book["neighbour's garden"])

    assert offered(book, found["D"]) == [
        *("clay, heavy", "sand", "(none)"),
        *("(refused)", "(client does not know)", "(contradictory)"),
    ]
    assert offered(book, found["H"]) == ["(refused)", "(client does not know)", "(contradictory)"]
    assert not found["H"].showErrorMessage  # any number will do
    assert set(found) == {"B", "D", "F", "H", "I"}


def test_a_drop_down_goes_on_below_the_rows_that_wait() -> None:
    found = drop_downs(book_of(template(FORM, "en", empty_rows=2))["neighbour's garden"])

    assert str(found["D"].sqref) == "D2:D1048576"


def test_lists_stand_on_their_sheet_once_whoever_uses_them() -> None:
    lists = cells(template(CORE, "en", empty_rows=2))["Lists"]
    columns = [[cell for cell in column if cell] for column in zip(*lists, strict=True)]

    bodies = [tuple(body) for _, *body in columns]
    assert len(set(bodies)) == len(bodies) > 26  # the letters of a column go on after Z
    (heading,) = [heading for heading, *body in columns if body[:2] == ["yes", "no"]]
    assert heading.startswith("VAT is eligible, unaccompanied minor")


def test_the_programme_of_a_workbook_is_offered_where_programmes_are_named() -> None:
    book = book_of(template(CORE, "en", empty_rows=2))

    found = drop_downs(book["programme"])

    assert offered(book, found["C"]) == ["garden.sharing"]
    assert not found["C"].showErrorMessage


def test_a_reference_to_a_record_without_a_sheet_has_no_drop_down_and_says_so() -> None:
    narrow = attrs.evolve(PROGRAMME, records=(Garden,))
    form = form_of(narrow, GARDENS, GARDEN_WORDS)

    data = template(form, "en")

    assert "B" not in drop_downs(book_of(data)["neighbour's garden"])
    assert "(tool shed)" in _note(data, "neighbour's garden", "shed id")


def test_a_sheet_without_rows_still_offers_its_first_row() -> None:
    found = drop_downs(book_of(template(FORM, "en", empty_rows=0))["neighbour's garden"])

    assert found["B"].formula1 == "'tool shed'!$A$2:$A$2"


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("lv", ["Kopīgi dārzi", "Mērķa grupa: kaimiņi", "Projekta numurs: G-1", "(nav)"]),
        ("en", ["Shared gardens", "For: neighbours", "Number of the operation: G-1", "(none)"]),
    ],
)
def test_the_notes_name_the_programme_and_its_sources_sheets_columns_and_marks(
    language, wanted
) -> None:
    sheets = cells(template(FORM, language))
    said = [cell for row in next(iter(sheets.values())) for cell in row if cell]

    assert set(wanted) <= set(said)
    assert any("Garden act (2018-03-01), 4" in cell for cell in said)
    assert {sheet.title.in_(language) for sheet in FORM} <= set(said)
    assert {column.heading.in_(language) for sheet in FORM for column in sheet.columns} <= set(said)


def test_the_notes_lead_to_the_sheets() -> None:
    page = book_of(template(FORM, "en"))["Notes"]

    links = {
        cell.value: cell.hyperlink.location for (cell, *_) in page.iter_rows() if cell.hyperlink
    }
    assert links == {
        "tool shed": "'tool shed'!A1",
        "neighbour's garden": "'neighbour''s garden'!A1",
    }


@pytest.mark.counted
@pytest.mark.parametrize(
    ("title", "problem"),
    [
        (lv("dārzs, kas ir daudz par garu lapai").en("a garden"), "1 to 31 characters, and has 34"),
        (lv("🌱" * 16).en("a garden"), "1 to 31 characters, and has 32"),
        (lv("dārzs/lauks").en("a garden"), "must not hold any of"),
        (lv("dārzs\nlauks").en("a garden"), "must not hold any of"),
        (lv("'dārzs").en("a garden"), "apostrophe"),
        (lv("dārzs'").en("a garden"), "apostrophe"),
        (lv("History").en("a garden"), "for themselves"),
        (lv("NOJUME").en("a garden"), "another sheet"),
        (lv("saraksti").en("a garden"), "another sheet"),
        (lv("Atradumi").en("a garden"), "another sheet"),
        (Text.same(""), "1 to 31 characters, and has 0"),
    ],
)
def test_a_title_that_no_tab_can_hold_is_the_fault_of_whoever_named_the_type(
    title, problem
) -> None:
    with pytest.raises(DeclarationError) as caught:
        template(_renamed(garden=title), "lv")

    assert caught.value.key == "garden"
    assert problem in str(caught.value)


def test_two_columns_of_one_heading_are_the_fault_of_whoever_named_them() -> None:
    words = Vocabulary(
        id="garden.words", fields={"garden.soil": lv("Nosaukums").en("soil")}
    ).joined((GARDEN_WORDS,))

    with pytest.raises(DeclarationError, match="two of its columns have the heading 'nosaukums'"):
        template(form_of(PROGRAMME, GARDENS, words), "lv")


def test_all_words_of_the_core_fit_on_tabs_and_above_columns() -> None:
    for language in ("lv", "en"):
        assert template(CORE, language, empty_rows=0)


@pytest.mark.parametrize("text", ["", "two\nlines", "half \ud83c", "x" * 10_001])
def test_a_text_that_could_not_be_read_back_is_not_written(text) -> None:
    with pytest.raises(NotWritableError) as caught:
        template(FORM, "en", contents=_of(_garden(name=text)))

    (finding,) = caught.value.findings
    assert (finding.place.record_type, finding.place.record_id) == ("garden", "g-1")
    assert finding.place.field == "name"
    assert text[:10] not in str(caught.value) or not text


@pytest.mark.counted
def test_a_number_that_could_not_be_read_back_is_not_written_and_not_told() -> None:
    with pytest.raises(NotWritableError) as caught:
        template(FORM, "en", contents=_of(Shed(id="s-1")), numbers=lambda *_: "Anna\t1")

    assert "Anna" not in str(caught.value)


@pytest.mark.counted
def test_more_records_than_a_sheet_has_rows_are_not_written() -> None:
    sheds = (Shed(id="s-1"),) * (prepared.MOST_RECORDS + 1)

    with pytest.raises(NotWritableError, match="more records than a sheet has rows"):
        template(FORM, "en", contents=Caseload(KNOWN_ON, {"shed": sheds}), empty_rows=0)


def test_no_row_waits_below_the_last_row_of_a_sheet(monkeypatch) -> None:
    monkeypatch.setattr(prepared, "MOST_RECORDS", 3)

    rows = cells(template(FORM, "en", contents=_of(_garden()), empty_rows=10))

    assert len(rows["neighbour's garden"]) == 1 + 3


@pytest.mark.counted
def test_without_the_extra_it_is_said_what_to_install(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    with pytest.raises(MissingExtraError, match=r"inclusion-core\[xlsx\]"):
        template(FORM, "en")


def test_values_that_are_absent_or_not_asked_leave_the_cell_empty_where_that_says_it() -> None:
    rows = cells(template(FORM, "en", contents=_of(_garden(soil=ABSENT)), empty_rows=0))

    assert rows["neighbour's garden"][1] == ["g-1", "s-1", "Rose", "(none)", *[""] * 6]
    assert Soil.CLAY not in rows["neighbour's garden"][1]

"""A proposed mapping names headings, never values, and reads back as it stands."""

from __future__ import annotations

from datetime import date

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from mapping_lab import FORM, grid, reading, sheet

from inclusion_core.texts import Language
from inclusion_core.wire.problems import Refused
from inclusion_core.workbook.form import WorkbookForm
from inclusion_core.workbook.mapping.reading import filled
from inclusion_core.workbook.opening.file_problems import ERROR_VALUE
from inclusion_core.workbook.suggesting.proposal import suggested

CANARY = "Kanārija"
ERROR = Refused(ERROR_VALUE)

HEADINGS = ["Lietas nr.", "Dzim. dat.", "Dzimums", "Statuss", "no", "līdz"]
ROWS = [
    ["L-1", date(1990, 1, 1), "vīrietis", "bēgļa statuss", date(2018, 4, 15), None],
    ["L-2", "1991", "sieviete", "patvēruma meklētājs", date(2018, 5, 1), None],
]


def proposal(folder, *sheets, form=FORM, language=Language.EN):
    """The text of a proposal, which reads back without findings; and the mapping."""
    text = suggested(grid(*sheets), form, language)
    outcome = reading(folder, text, form)
    assert outcome.findings == ()
    return text, outcome.mapping


def records(mapping):
    return {record.record_type: record for sheet in mapping.sheets for record in sheet.records}


def named(column):
    return getattr(column, "text", None) or column.letter


def fields(mapping, record_type):
    found = records(mapping)[record_type].fields
    return {name: named(column) for name, column in found.items()}


def number(mapping, record_type):
    return [named(part) for part in records(mapping)[record_type].number]


def form_without(*names):
    """The form of a programme that has not all records."""
    return WorkbookForm(
        programme=FORM.programme,
        sheets=tuple(each for each in FORM if each.record_type.name not in names),
        vocabulary=FORM.vocabulary,
    )


def test_a_usual_list_of_clients_is_understood(tmp_path):
    listed = sheet([["Klientu saraksts"], [None], HEADINGS, *ROWS], title="Klientu saraksts 2018")

    text, mapping = proposal(tmp_path, listed)

    assert [(each.title, each.heading_row) for each in mapping.sheets] == [
        ("Klientu saraksts 2018", 3)
    ]
    assert fields(mapping, "client") == {"born_on": "Dzim. dat.", "gender": "Dzimums"}
    assert fields(mapping, "protection_spell") == {
        "kind": "Statuss",
        "first_day": "no",
        "last_day": "līdz",
    }
    assert number(mapping, "client") == ["Lietas nr."]
    assert number(mapping, "protection_spell") == ["Lietas nr.", "no"]
    assert 'provider_id = "1"  # write the real number' in text
    workbook = filled(grid(listed), mapping, FORM)
    assert len(workbook.rows) == 4
    assert workbook.findings == ()


def test_english_headings_are_understood_too(tmp_path):
    rows = [
        ["Case no", "DOB", "Gender", "Nationality", "Status", "Status from", "Enrolled"],
        ["1", "01.02.1990", "female", "SY", "refugee status", "2018", "01.06.2018"],
    ]

    _, mapping = proposal(tmp_path, sheet(rows))

    assert fields(mapping, "client") == {"born_on": "DOB", "gender": "Gender"}
    assert fields(mapping, "citizenship_spell") == {"country": "Nationality"}
    assert fields(mapping, "protection_spell") == {"kind": "Status", "first_day": "Status from"}
    assert fields(mapping, "participation") == {"entered_on": "Enrolled"}


def test_comments_are_in_the_language_of_the_reader(tmp_path):
    latvian, _ = proposal(tmp_path, sheet([HEADINGS, *ROWS]), language=Language.LV)

    assert "ierakstiet īsto numuru" in latvian
    assert "write the real number" not in latvian


def test_no_cell_below_the_headings_is_ever_shown(tmp_path):
    rows = [
        ["Lietas nr.", "Vārds", "Dzimums", "Statuss", "Novads", "Piezīmes", "Valstspiederība"],
        *([f"{CANARY}-{at}", CANARY, CANARY, CANARY, CANARY, CANARY, CANARY] for at in range(3)),
    ]

    text, _ = proposal(tmp_path, sheet(rows))

    assert CANARY not in text
    assert "3 of 3 cells are not understood" in text


def test_a_sheet_without_headings_shows_nothing_at_all(tmp_path):
    text, mapping = proposal(
        tmp_path,
        sheet([[CANARY, date(1990, 1, 1), f"{CANARY} vārds"], [CANARY, 5, "Dzimums"]]),
        sheet([], title="Tukša"),
    )

    assert mapping.sheets == ()
    assert CANARY not in text
    assert "On sheet 1 no row with known headings was found." in text
    assert "On sheet 2 no row with known headings was found." in text


def test_a_hidden_sheet_is_not_looked_at(tmp_path):
    text, mapping = proposal(tmp_path, sheet([HEADINGS], title=CANARY, hidden=True))

    assert mapping.sheets == ()
    assert CANARY not in text
    assert "Sheet 1 is hidden" in text


@pytest.mark.parametrize("titles", [("a", "A "), ("\ud800", "b"), (" ", "b")])
def test_a_sheet_that_cannot_be_named_is_told_by_position(tmp_path, titles):
    text, _ = proposal(tmp_path, *(sheet([HEADINGS, *ROWS], title=each) for each in titles))

    assert "Sheet 1 cannot be told by its title" in text


def test_personal_columns_are_left_out_and_said_to_be(tmp_path):
    headings = ["Nr.p.k.", "Vārds, uzvārds", "Personas kods", "Tālr.", "E-pasts", "Adrese"]
    row = [1, CANARY, "010190-12345", "29123456", "a@b.lv", CANARY]

    text, mapping = proposal(tmp_path, sheet([HEADINGS + headings, ROWS[0] + row]))

    personal, _, counters = text.partition("Left out on purpose")[2].partition("only count rows")
    for heading in headings[1:]:
        assert f'"{heading}"' in personal
    assert '"Nr.p.k."' in counters
    written = str(
        [(each.fields, each.references, each.number) for each in records(mapping).values()]
    )
    assert not any(heading in written for heading in headings)


def test_a_column_whose_cells_look_like_names_is_personal_whatever_its_heading(tmp_path):
    rows = [["Klients", "Dzimums", "Pašvaldība"], *([f"{CANARY} Bērziņa", "s", "R"] for _ in "ab")]

    text, mapping = proposal(tmp_path, sheet(rows))

    assert '"Klients"' in text.partition("Left out on purpose")[2]
    assert mapping.sheets == ()


def test_a_column_whose_cells_look_like_contacts_is_personal(tmp_path):
    rows = [[*HEADINGS, "Dzīvesvieta"], [*ROWS[0], "29 123 456"], [*ROWS[1], "a@b.lv"]]

    text, mapping = proposal(tmp_path, sheet(rows))

    assert '"Dzīvesvieta"' in text.partition("Left out on purpose")[2]
    assert "residence_spell" not in records(mapping)


def test_free_text_about_a_person_is_not_taken_without_asking(tmp_path):
    rows = [[*HEADINGS, "Dzīvesvieta"], [*ROWS[0], "pie Annas"], [*ROWS[1], "pie Jura"]]

    text, mapping = proposal(tmp_path, sheet(rows))

    assert '"Dzīvesvieta" / residence_spell.place' in text
    assert "residence_spell" not in records(mapping)


def test_free_text_beside_a_record_is_commented_out_with_a_caution(tmp_path):
    rows = [
        ["Lietas nr.", "Uzturēšanās atļauja", "Dzīvesvieta"],
        ["L-1", "pastāvīga", "pie Annas"],
        ["L-2", "pagaidu", "pie Jura"],
    ]

    text, mapping = proposal(tmp_path, sheet(rows))

    assert '# place = "Dzīvesvieta"' in text
    assert "free text: it must not tell who somebody is" in text
    assert "place" not in fields(mapping, "residence_spell")


def test_a_text_that_comes_again_and_again_is_no_free_text(tmp_path):
    rows = [[*HEADINGS, "Novads"], *([*ROWS[0], "Rīga"] for _ in range(4))]

    _, mapping = proposal(tmp_path, sheet(rows))

    assert fields(mapping, "residence_spell") == {"place": "Novads"}


def test_a_personal_code_may_be_the_number_since_numbers_are_re_keyed(tmp_path):
    rows = [["Lietas nr.", "Dzimums"], ["010190-12345", "vīrietis"]]

    _, mapping = proposal(tmp_path, sheet(rows))

    assert number(mapping, "client") == ["Lietas nr."]


def test_without_a_number_everything_is_commented_out(tmp_path):
    text, mapping = proposal(tmp_path, sheet([["Personas kods", "Dzimums"], ["1", "vīrietis"]]))

    assert mapping.sheets == ()
    assert '# number = "…"' in text
    assert '# gender = "Dzimums"' in text
    assert "A personal code would do too" in text


def test_what_is_unsure_is_commented_out_with_what_else_it_may_be(tmp_path):
    rows = [[*HEADINGS, "Lēmuma par statusu diena"], [*ROWS[0], "2018"]]

    text, mapping = proposal(tmp_path, sheet(rows))

    assert '# decided_on = "Lēmuma par statusu diena"  # not sure; or ' in text
    assert "decided_on" not in fields(mapping, "protection_spell")


def test_what_is_unsure_and_may_be_nothing_else_says_so(tmp_path):
    rows = [["Lietas nr.", "Dzimums", "Miris laukos"], ["1", "vīrietis", None]]

    text, _ = proposal(tmp_path, sheet(rows))

    assert '# died_on = "Miris laukos"  # not sure\n' in text


def test_what_is_unsure_and_belongs_to_no_record_is_listed(tmp_path):
    rows = [["Lietas nr.", "Dzimums", "Pirmā diena", "Krāsa"], ["1", "vīrietis", "2018", CANARY]]

    text, _ = proposal(tmp_path, sheet(rows))

    perhaps = text.partition("Perhaps:")[2]
    assert '"Pirmā diena" / ' in perhaps
    assert "Nothing was found for columns D." in perhaps
    assert "Krāsa" not in text


def test_a_column_without_a_heading_is_told_by_its_letter(tmp_path):
    rows = [HEADINGS, [*ROWS[0], CANARY]]

    text, _ = proposal(tmp_path, sheet(rows))

    assert "Nothing was found for columns G." in text


def test_days_that_are_none_are_not_proposed(tmp_path):
    rows = [["Lietas nr.", "Dzimšanas datums", "Dzimums"], ["1", CANARY, "vīrietis"]]

    text, mapping = proposal(tmp_path, sheet(rows))

    assert "born_on" not in fields(mapping, "client")
    assert "Nothing was found for columns B." in text


def test_a_heading_that_is_there_twice_is_named_by_its_letter(tmp_path):
    rows = [
        ["Lietas nr.", "Statuss", "No", "Programma", "no"],
        ["1", "bēgļa statuss", "2018", "LK", "01.06.2018"],
    ]

    _, mapping = proposal(tmp_path, sheet(rows))

    assert fields(mapping, "protection_spell")["first_day"] == "C"


def test_a_field_is_proposed_once(tmp_path):
    rows = [
        ["Lietas nr.", "Dzimšanas datums", "Birth date"],
        ["1", "1990", "1990"],
    ]

    text, mapping = proposal(tmp_path, sheet(rows))

    assert fields(mapping, "client") == {"born_on": "Dzimšanas datums"}
    assert '# born_on = "Birth date"  # not sure' in text


def test_services_of_a_client_get_a_number_with_their_day(tmp_path):
    rows = [
        ["Lietas nr.", "Datums", "Ilgums (min)", "Pakalpojuma veids", "Līguma nr."],
        ["L-1", "01.07.2018", 60, "CANARY", "LK-1"],
        ["L-1", "02.07.2018", 60, "CANARY", "LK-1"],
    ]

    text, mapping = proposal(tmp_path, sheet(rows, title="Konsultācijas"))

    assert fields(mapping, "service") == {
        "kind": "Pakalpojuma veids",
        "given_on": "Datums",
        "minutes": "Ilgums (min)",
    }
    assert number(mapping, "service") == ["Lietas nr.", "Līguma nr.", "Datums"]
    attendance = records(mapping)["service_attendance"]
    assert attendance.references["service_id"] == records(mapping)["service"].number
    assert [named(part) for part in attendance.references["participation_id"]] == ["Lietas nr."]
    assert "as if there were one for each case" in text
    assert "delivery_spell" not in records(mapping)
    assert '# "…" = "group"' in text


def test_a_day_that_is_not_always_there_makes_no_number(tmp_path):
    rows = [HEADINGS, ROWS[0], ["L-2", "1991", None, "bēgļa statuss", None, None]]

    _, mapping = proposal(tmp_path, sheet(rows))

    assert number(mapping, "protection_spell") == ["Lietas nr."]


def test_services_without_day_or_number_of_their_own_are_commented_out(tmp_path):
    rows = [["Lietas nr.", "Pakalpojuma veids", "Dzimums"], ["L-1", CANARY, "vīrietis"]]

    text, mapping = proposal(tmp_path, sheet(rows))

    assert "service" not in records(mapping)
    assert '# type = "service"' in text


def test_records_that_only_join_others_are_proposed(tmp_path):
    rows = [["Ģimenes nr.", "Lietas nr."], ["G1", "L-1"]]

    _, mapping = proposal(tmp_path, sheet(rows, title="Ģimenes"))

    assert number(mapping, "household") == ["Ģimenes nr."]
    assert number(mapping, "household_membership") == ["Ģimenes nr.", "Lietas nr."]


def test_a_family_with_roles_is_numbered_by_both(tmp_path):
    rows = [["Ģimenes nr.", "Lietas nr.", "Loma"], ["G1", "L-1", "bērns"], ["G2", "L-1", "bērns"]]

    _, mapping = proposal(tmp_path, sheet(rows, title="Ģimenes"))

    assert number(mapping, "household_membership") == ["Lietas nr.", "Ģimenes nr."]


def test_a_required_field_that_no_column_fills_in_comments_the_record_out(tmp_path):
    rows = [["Projekta numurs", "Finansējuma saņēmējs"], ["9.1.4.4.", "Fonds"]]

    text, mapping = proposal(tmp_path, sheet(rows, title="Projekts"))

    assert mapping.sheets == ()
    assert "Nothing was found for title, without which there is no such record." in text


def test_the_number_on_paper_is_the_number_of_the_record_too(tmp_path):
    rows = [["Līguma numurs", "Parakstīšanas diena"], ["LK-1", "01.02.2018"]]

    _, mapping = proposal(tmp_path, sheet(rows, title="Līgumi"))

    assert number(mapping, "contract") == ["Līguma numurs"]
    assert fields(mapping, "contract") == {
        "number": "Līguma numurs",
        "signed_on": "Parakstīšanas diena",
    }


def test_what_stands_for_an_empty_cell_is_proposed_as_that(tmp_path):
    rows = [HEADINGS, [*ROWS[0][:5], "-"], [*ROWS[1][:5], " N/A"], ["L-3", "-"]]

    text, mapping = proposal(tmp_path, sheet(rows))

    assert mapping.sheets[0].empty_words == {"-", "n/a"}
    assert "cells are not understood" not in text


def test_records_that_the_programme_does_not_have_are_not_proposed(tmp_path):
    form = form_without("client", "protection_spell", "participation")

    text, mapping = proposal(tmp_path, sheet([HEADINGS, *ROWS]), form=form)

    assert "protection_spell" not in text
    assert not {"client", "protection_spell"} & set(records(mapping))


def test_a_record_that_belongs_to_no_client_of_the_programme_has_no_number(tmp_path):
    rows = [["Lietas nr.", "Rezultāta datums", "Dzimums"], ["1", "2018", "vīrietis"]]

    text, mapping = proposal(tmp_path, sheet(rows), form=form_without("participation"))

    assert "outcome" in records(mapping)
    assert 'participation_id = "1"  # write the real number' in text


@settings(deadline=None, max_examples=tries(60))
@given(
    headings=st.lists(
        st.one_of(
            st.text(max_size=12),
            st.sampled_from(
                ["Lietas nr.", 'Dzimums "\n', "Statuss\\", "Datums", "no\x00", "Vārds"]
            ),
        ),
        max_size=6,
    ),
    title=st.text(max_size=8),
    cells=st.lists(st.one_of(st.text(max_size=5), st.dates(), st.integers()), max_size=6),
)
def test_every_proposal_reads_back_without_findings(tmp_path_factory, headings, title, cells):
    folder = tmp_path_factory.mktemp("proposal")
    listed = sheet([[*HEADINGS, *headings], cells, [*ROWS[0], *cells]], title=title)

    _, mapping = proposal(folder, listed)

    workbook = filled(grid(listed), mapping, FORM)
    told = {finding.kind for finding in workbook.findings}
    assert not told & {"workbook.column-not-found", "workbook.sheet-not-found"}


def test_the_hardest_heading_is_quoted_and_found_again(tmp_path):
    hard = 'Lietas "nr."\\\n\x01\x7f\u2028 '
    rows = [[hard, *HEADINGS[1:]], *ROWS]

    text, mapping = proposal(tmp_path, sheet(rows))

    assert r'number = "Lietas \"nr.\"\\ \u0001\u007f"' in text
    assert filled(grid(sheet(rows)), mapping, FORM).rows


def test_half_a_character_in_a_heading_leaves_the_letter(tmp_path):
    rows = [["Lietas nr. \ud800", *HEADINGS[1:]], *ROWS]

    text, mapping = proposal(tmp_path, sheet(rows))

    assert number(mapping, "client") == ["A"]
    text.encode()


def test_errors_in_cells_say_nothing_of_what_a_column_is(tmp_path):
    errors = [[f"L-{number}", *[ERROR] * 5] for number in range(3, 9)]

    with_errors, _ = proposal(tmp_path, sheet([[ERROR], [*HEADINGS, ERROR], *ROWS, *errors]))
    without, _ = proposal(tmp_path, sheet([["x"], HEADINGS, *ROWS, *[row[:1] for row in errors]]))

    assert with_errors == without

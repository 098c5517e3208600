"""Plain text and coloured text for a terminal."""

import io
import sys
from datetime import date
from pathlib import Path

import attrs
import pytest

from inclusion_core.errors import MissingExtraError
from inclusion_core.pages.lines import hanging, one_line, padded, width, wrapped
from inclusion_core.reports.formats.terminal import terminal, terminal_lines
from inclusion_core.reports.formats.terminal_rich import print_rich
from inclusion_core.reports.formats.terminal_table import table_lines
from inclusion_core.reports.report import Cell, Table, TableRow
from inclusion_core.texts import Language, Text

SNAPSHOTS = Path(__file__).parent / "snapshots"


def table(*rows, columns=("Total",), row_heading="Measure"):
    return Table(
        id="t",
        title=Text.same("Table"),
        row_heading=Text.same(row_heading),
        columns=tuple(map(Text.same, columns)),
        rows=tuple(
            TableRow(id=f"r{place}", heading=Text.same(heading), cells=cells)
            for place, (heading, *cells) in enumerate(rows)
        ),
    )


def in_english(shown, columns=100):
    return [line.rstrip() for line in table_lines(shown, Language.EN, columns)]


@pytest.mark.parametrize("language", Language)
def test_the_plain_text_reads_as_reviewed(report, language):
    expected = (SNAPSHOTS / f"terminal.{language}.txt").read_bytes()

    assert terminal(report, language) == expected


@pytest.mark.parametrize("columns", [40, 60, 80, 100])
def test_no_line_is_wider_than_asked(report, columns):
    for language in Language:
        lines = [line.words for line in terminal_lines(report, language, columns)]

        assert max(map(width, lines)) <= columns


def test_digits_stand_under_digits_and_what_is_not_known_follows():
    shown = table(
        ("Women", Cell(value=39, unknown=2)),
        ("Men", Cell(value=12345)),
        ("Children", Cell(value=0)),
    )

    assert in_english(shown) == [
        "Measure    Total",
        "--------  ---------------------",
        "Women         39 (+2 not known)",
        "Men       12,345",
        "Children       0",
    ]


def test_what_is_not_known_stands_under_its_figure_where_room_is_scarce():
    shown = table(("Women", Cell(value=39, unknown=2), Cell(value=7)), columns=("Total", "Youths"))

    assert in_english(shown, columns=36) == [
        "Measure           Total  Youths",
        "-------  --------------  ------",
        "Women                39       7",
        "         (+2 not known)",
    ]


def test_a_table_without_room_for_its_columns_is_written_row_by_row():
    shown = table(
        ("Women", Cell(value=39, unknown=2), Cell(value=date(2019, 4, 15))),
        ("Men", Cell(value=41), Cell(value=Text.same("not set"))),
        columns=("Total", "Last day"),
    )

    assert in_english(shown, columns=30) == [
        "Women",
        "  Total: 39 (+2 not known)",
        "  Last day: 15 April 2019",
        "",
        "Men",
        "  Total: 41",
        "  Last day: not set",
    ]


def test_a_long_heading_is_wrapped_and_stands_on_the_line_of_dashes():
    shown = table(("Rīga", Cell(value=8)), columns=("Persons who found employment",))

    assert in_english(shown) == [
        "              Persons who",
        "Measure  found employment",
        "-------  ----------------",
        "Rīga                    8",
    ]


def test_a_table_without_columns_is_a_list_of_its_rows():
    shown = table(("Rīga",), ("Vidzeme",), columns=())

    assert in_english(shown) == ["Measure", "-------", "Rīga", "Vidzeme"]


def test_a_part_is_set_in_under_its_whole_however_its_heading_is_wrapped():
    whole = TableRow(id="a", heading=Text.same("All"), cells=(Cell(value=3),))
    part = TableRow(
        id="b", heading=Text.same("in employment or education"), cells=(Cell(value=1),), part_of="a"
    )
    shown = attrs.evolve(table(), rows=(whole, part))

    assert in_english(shown, columns=28) == [
        "Measure                Total",
        "---------------------  -----",
        "All                        3",
        "  in employment or         1",
        "  education",
    ]


def test_wide_and_combining_signs_take_the_columns_that_a_terminal_gives_them():
    assert (width("日本"), width("e\N{COMBINING ACUTE ACCENT}"), width("ā")) == (4, 1, 1)
    assert padded("日本", 6) == "日本  "
    assert padded("ā", 3, right=True) == "  ā"
    assert wrapped("日本語", 4) == ("日本", "語")
    assert wrapped("ab cdefgh", 3) == ("ab", "cde", "fgh")
    assert wrapped("a bc", 1) == ("a", "b", "c")
    assert wrapped("", 5) == ("",)
    assert hanging("- ", "a bc", 4) == ("- a", "  bc")


def test_no_control_character_reaches_the_terminal():
    assert one_line("a\x1b[31mb\x07\n\tc\u2028d") == "a\\u001b[31mb\\u0007 c d"


def test_marks_that_turn_the_direction_of_writing_are_shown_by_number_and_letters_stay():
    assert one_line("a\u202eb\u2066 שלום\u2069") == "a\\u202eb\\u2066 שלום\\u2069"


def test_a_grouped_number_is_never_broken():
    assert wrapped("12\N{NO-BREAK SPACE}345 x", 6) == ("12\N{NO-BREAK SPACE}345", "x")
    assert one_line("12\N{NO-BREAK SPACE}345") == "12\N{NO-BREAK SPACE}345"


def printed(report, monkeypatch, columns, *, colours):
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1") if colours else monkeypatch.delenv(
        "FORCE_COLOR", raising=False
    )
    file = io.StringIO()
    print_rich(report, Language.LV, file)
    return file.getvalue()


def test_without_colours_rich_prints_the_plain_text(report, monkeypatch):
    shown = printed(report, monkeypatch, 100, colours=False)

    assert shown.encode() == terminal(report, Language.LV)


def test_rich_colours_the_same_words(report, monkeypatch):
    shown = printed(report, monkeypatch, 240, colours=True)

    assert "\x1b[1;36mSociālā mentora pakalpojuma starpposma ziņojums\x1b[0m" in shown
    assert "\x1b[33m[c]\x1b[0m" in shown
    assert "\x1b[2m(+12 nav zināms)\x1b[0m" in shown


def test_rich_fits_the_terminal_but_for_one_too_narrow_to_read(report, monkeypatch):
    lines = printed(report, monkeypatch, 20, colours=False).splitlines()

    assert max(map(width, lines)) == 40
    assert "  2018. gada 30. novembri" in lines


def test_rich_that_is_not_installed_is_asked_for(report, monkeypatch):
    monkeypatch.setitem(sys.modules, "rich.console", None)

    with pytest.raises(MissingExtraError, match=r"inclusion-core\[rich\]"):
        print_rich(report, Language.LV, io.StringIO())


def test_signs_that_are_set_over_others_take_no_room_and_wide_ones_take_two():
    assert width("a\N{COMBINING PARENTHESES OVERLAY}b") == 2
    assert width("a\N{FULLWIDTH QUESTION MARK}") == 3

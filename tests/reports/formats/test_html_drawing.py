"""Bars beside figures: how long they are, and what their parts mean."""

from decimal import Decimal
from fractions import Fraction

import pytest
from effort import tries
from html_lab import Page
from hypothesis import given, settings
from report_lab import LANGUAGES, tables

from inclusion_core.errors import DeclarationError
from inclusion_core.reports.formats.bars import Bar, bars
from inclusion_core.reports.formats.html_drawing import ROOMIEST, room_for, signs
from inclusion_core.reports.formats.html_table import table_block
from inclusion_core.reports.report import Cell, Drawing, Mark, Table, TableRow
from inclusion_core.texts import Language, Text, lv


def drawn(*rows, drawing=None, columns=1):
    return Table(
        id="t",
        title=lv("Pa valstīm").en("By country"),
        row_heading=lv("Valsts").en("Country"),
        columns=tuple(lv(f"Aile {place}").en(f"Column {place}") for place in range(columns)),
        rows=tuple(
            TableRow(
                id=str(place),
                heading=Text.same(str(place)),
                cells=row if isinstance(row, tuple) else (row,),
            )
            for place, row in enumerate(rows)
        ),
        drawing=drawing or Drawing(),
    )


def against(*rows):
    """Rows of what was promised and what was done."""
    return drawn(*rows, drawing=Drawing(column=1, against=0), columns=2)


def test_the_largest_figure_fills_the_room_and_the_others_their_share():
    table = drawn(Cell(value=20), Cell(value=5), Cell(value=Decimal("2.5")), Cell(value=0))

    assert [(bar.surely, bar.perhaps) for bar in bars(table)] == [
        (1, 1),
        (Fraction(1, 4), Fraction(1, 4)),
        (Fraction(1, 8), Fraction(1, 8)),
        (0, 0),
    ]


def test_how_many_more_there_may_be_is_added_and_counts_for_the_room():
    table = drawn(Cell(value=20, unknown=20), Cell(value=0, unknown=10))

    assert bars(table) == (
        Bar(surely=Fraction(1, 2), perhaps=Fraction(1)),
        Bar(surely=Fraction(0), perhaps=Fraction(1, 4)),
    )


@pytest.mark.parametrize("value", [Mark.SUPPRESSED, -3, Decimal("-0.1"), Text.same("seven")])
def test_what_is_no_figure_from_zero_on_has_no_bar(value):
    assert bars(drawn(Cell(value=value), Cell(value=4))) == (
        None,
        Bar(surely=Fraction(1), perhaps=Fraction(1)),
    )


def test_figures_that_are_all_zero_have_bars_of_no_length():
    assert bars(drawn(Cell(value=0))) == (Bar(surely=Fraction(0), perhaps=Fraction(0)),)


def test_a_table_without_a_drawing_has_no_bars():
    table = drawn(Cell(value=4))
    plain = Table(
        id="t", title=table.title, row_heading=table.title, columns=table.columns, rows=table.rows
    )

    assert bars(plain) == (None,)
    assert "<svg" not in table_block(plain, "k", Language.EN)
    assert "drawn" not in table_block(plain, "k", Language.EN)


def test_huge_figures_are_drawn_in_their_proportion():
    table = drawn(Cell(value=10**400), Cell(value=10**400 // 2))

    assert bars(table)[1].surely == Fraction(1, 2)
    assert 'width="50.00%"' in table_block(table, "k", Language.LV)


def test_every_row_is_measured_by_what_was_promised_in_it():
    table = against((Cell(value=100), Cell(value=120)), (Cell(value=5), Cell(value=3, unknown=1)))

    assert bars(table) == (
        Bar(surely=Fraction(1), perhaps=Fraction(1), promised=Fraction(5, 6)),
        Bar(surely=Fraction(1, 2), perhaps=Fraction(2, 3), promised=Fraction(5, 6)),
    )


def test_the_line_stands_at_the_end_where_nobody_did_more():
    assert bars(against((Cell(value=8), Cell(value=2)))) == (
        Bar(surely=Fraction(1, 4), perhaps=Fraction(1, 4), promised=Fraction(1)),
    )


def test_a_bar_of_more_than_twice_as_much_is_broken():
    first, second, third = bars(
        against(
            (Cell(value=20), Cell(value=64)),
            (Cell(value=20), Cell(value=40)),
            (Cell(value=20), Cell(value=39, unknown=2)),
        )
    )

    assert first == Bar(
        surely=Fraction(1), perhaps=Fraction(1), promised=Fraction(1, 2), broken=True
    )
    assert second == Bar(surely=Fraction(1), perhaps=Fraction(1), promised=Fraction(1, 2))
    assert third == Bar(
        surely=Fraction(39, 40), perhaps=Fraction(1), promised=Fraction(1, 2), broken=True
    )


@pytest.mark.parametrize("promised", [0, Mark.NOT_APPLICABLE, Decimal(0), -1])
def test_without_anything_promised_there_is_no_bar(promised):
    rows = (Cell(value=promised), Cell(value=4)), (Cell(value=8), Cell(value=4))

    assert bars(against(*rows)) == (
        None,
        Bar(surely=Fraction(1, 2), perhaps=Fraction(1, 2), promised=Fraction(1)),
    )


@settings(deadline=None, max_examples=tries(40))
@given(tables())
def test_no_bar_leaves_its_room(table):
    for bar in bars(table):
        if bar is not None:
            assert 0 <= bar.surely <= bar.perhaps <= 1
            assert bar.promised is None or Fraction(1, 2) <= bar.promised <= 1
            assert not bar.broken or bar.perhaps == 1


@settings(deadline=None, max_examples=tries(25))
@given(tables(), LANGUAGES)
def test_there_is_the_same_room_for_the_figures_of_all_rows(table, language):
    page = Page(table_block(table, "k", language))
    rooms = {
        each.attributes["class"]
        for each in page.root.all("span")
        if each.attributes.get("class", "").startswith("room")
    }

    assert len(rooms) <= 1
    assert 1 <= room_for(table, language) <= ROOMIEST


def shapes(table):
    page = Page(table_block(table, "k", Language.EN))
    cells = [cell for cell in page.root.all("td") if "drawn" in cell.attributes["class"].split()]
    return [[each.tag for each in cell.all("rect", "line")] for cell in cells]


def test_parts_are_told_apart_by_shape():
    full, striped, frame, gap, line = "rect", "line", "rect", "line", "line"

    assert shapes(drawn(Cell(value=3), Cell(value=0), Cell(value=Mark.SUPPRESSED))) == [
        [full],
        [],
        [],
    ]
    assert shapes(drawn(Cell(value=3, unknown=1), Cell(value=0, unknown=1))) == [
        [full, striped, frame],
        [striped, frame],
    ]
    assert shapes(against((Cell(value=4), Cell(value=3)), (Cell(value=1), Cell(value=3)))) == [
        [full, gap, line],
        [full, gap, gap, line],
    ]


def test_the_bar_stands_in_the_cell_of_its_figure():
    table = against((Cell(value=4), Cell(value=3, unknown=2)))
    first, second = Page(table_block(table, "k", Language.EN)).root.all("td")

    assert not list(first.all("svg"))
    assert len(list(second.all("svg"))) == 1
    assert second.words() == "3 (+2 not known)"


def told(table, language=Language.EN):
    return [each.words() for each in Page(signs(table, bars(table), language)).root.all("li")]


def test_what_the_parts_mean_is_told_where_they_are_there():
    broken = against((Cell(value=4), Cell(value=30, unknown=2)))

    assert told(drawn(Cell(value=3), Cell(value=0))) == []
    assert told(drawn(Cell(value=3, unknown=1))) == [
        "full bar: the figure in the cell",
        "striped bar: so many more, for whom the answer is not known",
    ]
    assert told(broken) == [
        "full bar: the figure in the cell",
        "upright line: Column 0",
        "broken bar: more than twice as much as the line shows",
    ]
    assert told(broken, Language.LV)[1] == "stāva līnija: Aile 0"
    assert told(against((Cell(value=0), Cell(value=3)))) == []


@pytest.mark.parametrize(
    "drawing", [Drawing(column=2), Drawing(column=-1), Drawing(column=0, against=2)]
)
def test_a_drawing_of_a_column_that_is_not_there_is_refused(drawing):
    with pytest.raises(DeclarationError, match="draw columns that it has"):
        drawn((Cell(value=1), Cell(value=2)), drawing=drawing, columns=2)

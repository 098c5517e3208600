"""How a section goes onto paper."""

import pytest

from inclusion_core.reports.formats.html import html
from inclusion_core.reports.formats.html_paper import paper_for
from inclusion_core.reports.formats.html_style import stylesheet
from inclusion_core.reports.report import Cell, Drawing, Section, Table, TableRow
from inclusion_core.texts import Language, Text, lv


def section(*tables):
    return Section(id="s", title=lv("Daļa").en("Part"), tables=tables)


def table(columns, cell, *, heading="Age", drawing=None):
    return Table(
        id="t",
        title=Text.same("T"),
        row_heading=Text.same("R"),
        columns=tuple(Text.same(heading) for _ in range(columns)),
        rows=(TableRow(id="r", heading=Text.same("A"), cells=(cell,) * columns),),
        drawing=drawing,
    )


@pytest.mark.parametrize(
    ("columns", "paper"),
    [(0, ""), (5, ""), (9, "across"), (14, "across"), (20, "across small"), (40, "broad")],
)
def test_more_columns_want_broader_paper(columns, paper):
    assert paper_for(section(table(columns, Cell(value=12_345))), Language.EN) == paper


def test_a_section_goes_where_its_widest_table_fits():
    narrow, wide = table(1, Cell(value=1)), table(14, Cell(value=12_345))

    assert paper_for(section(narrow, wide), Language.LV) == "across"
    assert paper_for(section(), Language.LV) == ""


def test_headings_sentences_unknowns_and_bars_take_room():
    one = Cell(value=1)
    words = Cell(value=Text.same("because " * 9))

    assert paper_for(section(table(6, one)), Language.EN) == ""
    assert paper_for(section(table(6, one, heading="counterrevolution")), Language.EN) == "across"
    assert paper_for(section(table(6, Cell(value=1, unknown=1))), Language.EN) == "across"
    assert paper_for(section(table(3, words)), Language.EN) == "across"
    assert paper_for(section(table(12, one)), Language.EN) == ""
    assert paper_for(section(table(12, one, drawing=Drawing())), Language.EN) == "across"


def test_the_style_sheet_knows_every_kind_of_paper(report):
    rules = stylesheet()

    assert 'class="across"' in html(report, Language.EN).decode()
    assert all(f".{kind}" in rules for kind in ("across{page", "broad{page", "small table"))
    assert "@page{size:A4" in rules
    assert "thead{display:table-header-group}" in rules
    assert 'counter(page) " / " counter(pages)' in rules

"""A web page gives back the figures of its report, whatever the words are."""

import re
from datetime import date
from decimal import Decimal

from effort import tries
from html_lab import Page, number, tables_of
from hypothesis import given, settings
from report_lab import LANGUAGES, reports

from inclusion_core.pages.lines import encoded, one_line
from inclusion_core.reports.formats.html import html
from inclusion_core.reports.formats.wording import SIGNS
from inclusion_core.reports.report import Mark

law = settings(deadline=None, max_examples=tries(30))


def shown(text, language):
    """Words as a page can have them: half a character has no bytes."""
    return encoded(one_line(text.in_(language))).decode()


def of_report(report):
    return [table for section in report.sections for table in section.tables]


def assert_says(read, cell, language):
    match cell.value:
        case Mark():
            assert read.words == SIGNS[cell.value]
        case date():
            assert read.day == cell.value
        case int() | Decimal():
            assert number(read.words, language) == cell.value
        case _:
            assert read.words == shown(cell.value, language).strip(" ")
    told = re.sub(r"[^0-9]", "", read.unknown)
    assert int(told or 0) == cell.unknown


@law
@given(reports(), LANGUAGES)
def test_a_web_page_gives_back_headings_figures_unknowns_days_and_marks(report, language):
    page = Page(html(report, language).decode())
    tables = list(tables_of(page))

    assert [each.words() for each in page.root.all("h1")] == [shown(report.title, language)]
    assert [each.caption for each in tables] == [
        shown(table.title, language) for table in of_report(report)
    ]
    for read, table in zip(tables, of_report(report), strict=True):
        assert read.headings == [
            shown(text, language) for text in (table.row_heading, *table.columns)
        ]
        for (heading, cells), row in zip(read.rows, table.rows, strict=True):
            assert heading == shown(row.heading, language)
            for each, cell in zip(cells, row.cells, strict=True):
                assert_says(each, cell, language)


@law
@given(reports(), LANGUAGES)
def test_every_table_can_be_read_by_a_screen_reader(report, language):
    """One row of headings, each with its scope; a caption; no merged cells; the same width."""
    page = Page(html(report, language).decode())
    (root,) = page.root.all("html")

    assert root.attributes["lang"] == str(language)
    (viewport,) = (
        each.attributes["content"]
        for each in page.root.all("meta")
        if each.attributes.get("name") == "viewport"
    )
    assert viewport == "width=device-width, initial-scale=1", "as wide as the screen"
    for table, told in zip(page.root.all("table"), of_report(report), strict=True):
        assert [each.tag for each in table.inside if not isinstance(each, str)] == [
            *("caption", "thead", "tbody")
        ]
        (head,), *rows = ([*part.all("tr")] for part in table.all("thead", "tbody"))
        assert {each.attributes["scope"] for each in head.all("th")} == {"col"}
        assert not list(head.all("td"))
        for row in rows[0]:
            assert [each.tag for each in row.all("th", "td")] == ["th", *["td"] * len(told.columns)]
            assert next(row.all("th")).attributes["scope"] == "row"
        assert not any(
            {"colspan", "rowspan"} & set(each.attributes) for each in table.all("th", "td")
        )


@law
@given(reports(), LANGUAGES)
def test_no_drawing_has_words_or_a_name_that_could_be_there_twice(report, language):
    page = Page(html(report, language).decode())

    for drawing in page.root.all("svg"):
        assert drawing.attributes["aria-hidden"] == "true"
        assert drawing.words() == ""
        assert not any("id" in each.attributes for each in drawing.all("rect", "line"))

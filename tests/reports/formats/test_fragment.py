"""A report or a table in a notebook."""

import re

import attrs
import pytest
from effort import tries
from html_lab import Page, tables_of
from hypothesis import given, settings
from report_lab import LANGUAGES, reports
from test_html_laws import of_report

from inclusion_core.pages.lines import one_line
from inclusion_core.reports.formats.wording import cell_text
from inclusion_core.texts import Language


def test_a_report_shows_itself_in_english_and_in_latvian_where_asked(report):
    english, latvian = Page(report._repr_html_()), Page(report.shown("lv")._repr_html_())

    assert [each.words() for each in english.root.all("h2", "h3")] == [
        "Interim report on the social mentor service",
        "Persons",
        "Services",
        "Notes",
        "Sources",
    ]
    assert next(english.root.all("div")).attributes["lang"] == "en"
    assert next(latvian.root.all("div")).attributes["lang"] == "lv"
    assert next(latvian.root.all("caption")).words() == "Personas, kas saņēma atbalstu"


def test_a_report_without_notes_and_sources_has_no_headings_for_them(report):
    page = Page(attrs.evolve(report, notes=(), sources=())._repr_html_())

    headings = [each.words() for each in page.root.all("h3")]
    assert "Notes" not in headings
    assert "Sources" not in headings
    assert "Persons" in headings


def test_a_table_shows_itself_with_its_legend_and_notes(report):
    (table, *_), camps = report.sections[0].tables, report.sections[1].tables[1]
    page = Page(table._repr_html_())

    rows = next(tables_of(page)).rows
    assert [heading for heading, _ in rows][:4] == [
        "Received the service of a social mentor",
        (
            "After support in education, gaining a qualification, searching for a job or in "
            "employment, also self-employed"
        ),
        "– in employment",
        "– – self-employed",
    ]
    assert rows[0][1][0].words == "12,345 (+2 not known)"
    assert "does not apply here" in [each.words() for each in page.root.all("dd")]
    assert "Each person is counted once in the programme." in page.root.words()
    assert "The table has no rows." in camps.shown(Language.EN).html


def test_a_piece_for_a_notebook_touches_nothing_around_it(report):
    whole = report.shown("en").html

    assert not re.search(r"<(style|script|link|iframe|img|form|html|body|head|h1)\b", whole)
    assert not re.search(r"\b(id|class|href|src|on\w+)=", whole)


def test_what_is_shown_is_not_in_its_repr(report):
    assert "Persons" not in repr(report.shown("en"))


@pytest.mark.parametrize("language", ["de", ""])
def test_a_language_that_is_not_there_is_refused(report, language):
    with pytest.raises(ValueError, match="is not a valid Language"):
        report.shown(language)


@settings(deadline=None, max_examples=tries(25))
@given(reports(), LANGUAGES)
def test_a_piece_for_a_notebook_gives_back_the_figures(report, language):
    tables = list(tables_of(Page(report.shown(language).html)))

    for read, table in zip(tables, of_report(report), strict=True):
        assert read.caption == one_line(table.title.in_(language))
        for (heading, cells), row in zip(read.rows, table.rows, strict=True):
            assert heading.endswith(one_line(row.heading.in_(language)))
            assert [each.words for each in cells] == [
                cell_text(cell, language) for cell in row.cells
            ]

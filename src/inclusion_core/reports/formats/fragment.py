"""A report or a table as a piece of HTML for a notebook: the page without its furniture."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.pages.elements import Html, element, on_lines, words
from inclusion_core.pages.fragment import LEFT, RIGHT, Fragment
from inclusion_core.reports.formats.html_elements import told
from inclusion_core.reports.formats.html_table import named
from inclusion_core.reports.formats.layout import depths, figure_columns
from inclusion_core.reports.formats.wording import (
    NO_ROWS,
    NOTES,
    ORIGIN,
    SOURCES,
    cell_text,
    legend,
    origin,
    source_lines,
)
from inclusion_core.reports.report import Report, Section, Table
from inclusion_core.texts import Language, LanguageCode, Text

__all__ = ["report_fragment", "table_fragment"]

SHOWN_DIGITS = 12
PART = "\N{EN DASH} "


def report_fragment(report: Report, language: LanguageCode) -> Fragment:
    """The report: its sections, notes and sources, and last how it was made."""
    return _whole(_report(report, Language(language)), Language(language))


def table_fragment(table: Table, language: LanguageCode) -> Fragment:
    """The table, with what explains it."""
    return _whole(_table(table, Language(language)), Language(language))


def _whole(parts: Iterator[Html], language: Language) -> Fragment:
    return Fragment(element("div", on_lines(*parts), lang=language.value))


def _report(report: Report, language: Language) -> Iterator[Html]:
    yield element("h2", told(report.title, language))
    yield element("p", told(report.subtitle, language))
    for section in report.sections:
        yield from _section(section, language)
    if report.notes:
        yield _heading(NOTES, language)
        yield from _paragraphs(report.notes, language)
    if report.sources:
        yield _heading(SOURCES, language)
        cited = (words(source_lines(source, language)[0]) for source in report.sources)
        yield element("ul", on_lines(*(element("li", each) for each in cited)))
    made = named(origin(report.provenance, digits=SHOWN_DIGITS), language)
    yield element("details", element("summary", told(ORIGIN, language)), made)


def _section(section: Section, language: Language) -> Iterator[Html]:
    yield _heading(section.title, language)
    yield from _paragraphs(section.paragraphs, language)
    for table in section.tables:
        yield from _table(table, language)


def _heading(title: Text, language: Language) -> Html:
    return element("h3", told(title, language))


def _paragraphs(texts: tuple[Text, ...], language: Language) -> Iterator[Html]:
    return (element("p", told(text, language)) for text in texts)


def _table(table: Table, language: Language) -> Iterator[Html]:
    aligned = [RIGHT if figures else LEFT for figures in figure_columns(table)]
    caption = element("caption", element("b", told(table.title, language)), style=LEFT)
    head = element("th", told(table.row_heading, language), scope="col", style=LEFT)
    headings = (
        element("th", told(column, language), scope="col", style=style)
        for column, style in zip(table.columns, aligned, strict=True)
    )
    body = on_lines(*_rows(table, aligned, language))
    yield element(
        "table",
        caption,
        element("thead", element("tr", head, *headings)),
        element("tbody", body),
    )
    yield named(legend(table), language)
    yield from _paragraphs(table.notes if table.rows else (NO_ROWS, *table.notes), language)


def _rows(table: Table, aligned: list[str], language: Language) -> Iterator[Html]:
    for row, depth in zip(table.rows, depths(table), strict=True):
        heading = words(PART * depth), told(row.heading, language)
        cells = (
            element("td", words(cell_text(cell, language)), style=style)
            for cell, style in zip(row.cells, aligned, strict=True)
        )
        yield element("tr", element("th", *heading, scope="row", style=LEFT), *cells)

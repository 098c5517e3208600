"""A report as a document of Word: headings, tables and notes, to be read, printed and handed in.

The words are those of the web page. Tables are marked as such for who does not see them: the row
of headings is one and is repeated on each page, each table has a caption and a description, no
cells are merged. The same report gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from io import BytesIO
from typing import Any

import attrs

from inclusion_core.errors import MissingExtraError
from inclusion_core.pages.lines import one_line
from inclusion_core.reports.formats.docx_elements import paragraph
from inclusion_core.reports.formats.docx_styles import set_up
from inclusion_core.reports.formats.docx_table import Tables
from inclusion_core.reports.formats.office_package import AUTHOR, LONGEST_PROPERTY, made_on, packed
from inclusion_core.reports.formats.office_words import cut, label
from inclusion_core.reports.formats.report_format import ReportFormat
from inclusion_core.reports.formats.wording import (
    NO_ROWS,
    NOTES,
    ORIGIN,
    SOURCES,
    legend,
    origin,
    says,
    source_lines,
)
from inclusion_core.reports.report import Report, Section, Table
from inclusion_core.texts import Language, Text, lv

__all__ = ["DOCX", "docx"]

_MOST_UPRIGHT = 6
"""A table of more columns is printed across the page, and so is all of its report."""


def docx(report: Report, language: Language) -> bytes:
    """The report as a document.

    Raises:
        MissingExtraError: python-docx is not installed.
    """
    document = _python_docx().Document()
    tables = [table for section in report.sections for table in section.tables]
    across = any(len(table.columns) > _MOST_UPRIGHT for table in tables)
    room = set_up(document, language, across=across)
    _name(document.core_properties, report, language)
    writer = _Writer(document=document, tables=Tables(room=room), language=language)
    writer.write(report)
    file = BytesIO()
    document.save(file)
    return packed(file.getvalue(), language)


def _python_docx() -> Any:
    """The library; its types are partial."""
    try:
        return import_module("docx")
    except ModuleNotFoundError:
        raise MissingExtraError("docx", "a report as a document") from None


def _name(properties: Any, report: Report, language: Language) -> None:
    """Put into the properties of the document what it is; nothing there is of a machine."""
    properties.title = cut(says(report.title, language), LONGEST_PROPERTY)
    properties.subject = cut(says(report.subtitle, language), LONGEST_PROPERTY)
    properties.keywords = cut(one_line(report.id), LONGEST_PROPERTY)
    properties.author = properties.last_modified_by = AUTHOR
    properties.comments = ""
    properties.created = properties.modified = made_on(report.provenance.known_on)


@attrs.frozen(kw_only=True)
class _Writer:
    """Writes one paragraph or table after another.

    Attributes:
        document: The document of python-docx, whose types are partial.
        tables: Makes its tables.
        language: The language of its words.
    """

    document: Any
    tables: Tables
    language: Language

    def write(self, report: Report) -> None:
        """All of the report."""
        self._text(report.title, "Title")
        self._text(report.subtitle, "Subtitle")
        for section in report.sections:
            self._section(section)
        notes = (says(note, self.language) for note in report.notes)
        self._listed(NOTES, ([note] for note in notes))
        cited = (source_lines(source, self.language) for source in report.sources)
        self._listed(SOURCES, ([first, *filter(None, [more])] for first, more in cited))
        made = (label(entry, self.language) for entry in origin(report.provenance))
        self._listed(ORIGIN, ([line] for line in made))

    def _section(self, section: Section) -> None:
        self._text(section.title, "Heading 1")
        for words in section.paragraphs:
            self._text(words, "Normal")
        for table in section.tables:
            self._table(table)

    def _table(self, table: Table) -> None:
        for element in self.tables.of(table, self.language):
            self._text(table.title, "Caption")
            self._add(element)
        if not table.rows:
            self._text(NO_ROWS, "Table Note")
        for entry in legend(table):
            self._paragraph(label(entry, self.language), "Table Note")
        for note in table.notes:
            self._text(note, "Table Note")

    def _listed(self, heading: Text, entries: Iterable[Sequence[str]]) -> None:
        """A heading and a list, each entry of one line or several; nothing for no entries."""
        listed = list(entries)
        if listed:
            self._text(heading, "Heading 1")
        for first, *others in listed:
            self._paragraph(first, "List Bullet")
            for line in others:
                self._paragraph(line, "List Continue")

    def _text(self, text: Text, style: str) -> None:
        self._paragraph(says(text, self.language), style)

    def _paragraph(self, words: str, style: str) -> None:
        self._add(paragraph(words, style.replace(" ", "")))  # the id of a style has no spaces

    def _add(self, element: Any) -> None:
        """Put an element behind the others; what stands last is about the pages."""
        self.document.element.body.insert_element_before(element, "w:sectPr")


DOCX = ReportFormat(
    id="docx",
    says=lv("Word dokuments").en("Word document"),
    suffix=".docx",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    binary=True,
    render=docx,
)

"""The first sheet of a workbook: everything that a report says outside its tables.

It is read down one column: title, parts with their paragraphs and the way to their tables, what
signs mean, notes, sources, and how the report was made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from inclusion_core.reports.formats.office_words import label
from inclusion_core.reports.formats.wording import (
    CONTENTS,
    NOTES,
    ORIGIN,
    SOURCES,
    origin,
    says,
    source_lines,
)
from inclusion_core.reports.formats.xlsx_columns import signs
from inclusion_core.reports.formats.xlsx_sheets import Sheet
from inclusion_core.reports.report import Report
from inclusion_core.texts import Language, Text, lv

__all__ = ["Line", "cover"]

SIGNS = lv("Apzīmējumi").en("Signs")


@attrs.frozen
class Line:
    """A line of the first sheet.

    Attributes:
        kind: How it is shown: title, section, heading, said or link.
        words: What it says.
        leads_to: The sheet that it leads to; empty for none.
    """

    kind: str
    words: str
    leads_to: str = ""


def cover(report: Report, sheets: Iterable[Sheet], language: Language) -> Iterator[Line]:
    """The lines of the first sheet."""
    yield Line("title", says(report.title, language))
    yield Line("said", says(report.subtitle, language))
    yield from _contents(report, sheets, language)
    tables = (table for section in report.sections for table in section.tables)
    explained = {entry.id: label(entry, language) for table in tables for entry in signs(table)}
    yield from _part(SIGNS, explained.values(), language)
    yield from _part(NOTES, (says(note, language) for note in report.notes), language)
    cited = (line for source in report.sources for line in source_lines(source, language))
    yield from _part(SOURCES, filter(None, cited), language)
    made = (label(entry, language) for entry in origin(report.provenance))
    yield from _part(ORIGIN, made, language)


def _contents(report: Report, sheets: Iterable[Sheet], language: Language) -> Iterator[Line]:
    if report.sections:
        yield Line("section", says(CONTENTS, language))
    listed = tuple(sheets)
    for place, section in enumerate(report.sections):
        yield Line("heading", says(section.title, language))
        yield from (Line("said", says(paragraph, language)) for paragraph in section.paragraphs)
        for sheet in (each for each in listed if each.part == place):
            yield Line("link", f"{sheet.number}. {sheet.title}", sheet.name)


def _part(heading: Text, lines: Iterable[str], language: Language) -> Iterator[Line]:
    """A heading and what stands under it; nothing where nothing does."""
    listed = list(lines)
    if listed:
        yield Line("section", says(heading, language))
    yield from (Line("said", line) for line in listed)

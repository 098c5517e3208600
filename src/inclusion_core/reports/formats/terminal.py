"""A report as plain text for a terminal, without boxes; wide tables are written row by row.

The lines are made here with the part that each plays; :mod:`.terminal_rich` colours the same lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

import attrs

from inclusion_core.pages.lines import encoded, hanging, padded, width, wrapped
from inclusion_core.reports.formats.report_format import ReportFormat
from inclusion_core.reports.formats.terminal_table import STEP, table_lines
from inclusion_core.reports.formats.wording import (
    NO_ROWS,
    NOTES,
    ORIGIN,
    SOURCES,
    Explained,
    legend,
    origin,
    says,
    source_lines,
)
from inclusion_core.reports.report import Report, Section, Table
from inclusion_core.sources import Source
from inclusion_core.texts import Language, Text, lv

__all__ = ["COLUMNS", "TERMINAL", "Line", "Part", "terminal", "terminal_lines"]

COLUMNS = 100
"""The widest line."""

_SHOWN_DIGITS = 12  # enough to tell two fingerprints apart at a glance
_ROOM_FOR_WORDS = 30  # with less room beside a name, words go under it


class Part(Enum):
    """What a line is in the report."""

    TITLE = "title"
    HEADING = "heading"
    TABLE_TITLE = "table title"
    TABLE = "table"
    TEXT = "text"
    ASIDE = "aside"


@attrs.frozen
class Line:
    """One line of a report, with no control character in it."""

    words: str
    part: Part = Part.TEXT


def terminal(report: Report, language: Language) -> bytes:
    """The report for reading in a terminal, in UTF-8, of at most 100 columns."""
    lines = terminal_lines(report, language, COLUMNS)
    return encoded("".join(line.words.rstrip(" ") + "\n" for line in lines))


def terminal_lines(report: Report, language: Language, columns: int) -> Iterator[Line]:
    """The report line by line, each of at most so many columns, which are to be 40 or more."""
    yield from _underlined(report.title, "=", Part.TITLE, language, columns)
    yield from _lines(wrapped(says(report.subtitle, language), columns))
    for section in report.sections:
        yield from _section(section, language, columns)
    if report.notes:
        yield from _heading(NOTES, language, columns)
        yield from _lines(_notes(report.notes, language, columns))
    if report.sources:
        yield from _heading(SOURCES, language, columns)
        yield from _lines(_sources(report.sources, language, columns))
    made = origin(report.provenance, digits=_SHOWN_DIGITS)
    yield from _heading(ORIGIN, language, columns)
    yield from _lines(_told(made, language, columns), Part.ASIDE)


def _lines(lines: Iterable[str], part: Part = Part.TEXT) -> Iterator[Line]:
    return (Line(words, part) for words in lines)


def _underlined(
    title: Text, sign: str, part: Part, language: Language, columns: int
) -> Iterator[Line]:
    lines = wrapped(says(title, language), columns)
    yield from _lines((*lines, sign * max(map(width, lines))), part)


def _heading(title: Text, language: Language, columns: int) -> Iterator[Line]:
    yield from _lines(("", ""))
    yield from _underlined(title, "-", Part.HEADING, language, columns)
    yield Line("")


def _section(section: Section, language: Language, columns: int) -> Iterator[Line]:
    yield from _heading(section.title, language, columns)
    for place, paragraph in enumerate(section.paragraphs):
        yield from _lines(("",) if place else ())
        yield from _lines(wrapped(says(paragraph, language), columns))
    for place, table in enumerate(section.tables):
        yield from _lines(("",) if place or section.paragraphs else ())
        yield from _lines(wrapped(says(table.title, language), columns), Part.TABLE_TITLE)
        yield Line("")
        yield from _lines(table_lines(table, language, columns), Part.TABLE)
        yield from _below(table, language, columns)


def _below(table: Table, language: Language, columns: int) -> Iterator[Line]:
    if not table.rows:
        yield Line(says(NO_ROWS, language))
    explained = legend(table)
    yield from _lines(("",) if explained or table.notes else ())
    yield from _lines(_told(explained, language, columns), Part.ASIDE)
    yield from _lines(_notes(table.notes, language, columns), Part.ASIDE)


def _told(entries: tuple[Explained, ...], language: Language, columns: int) -> Iterator[str]:
    """Names, and beside them what they mean, all beginning at the same column."""
    names = [f"{says(entry.sign, language)}:" for entry in entries]
    room = max(map(width, names), default=0) + len(STEP)
    for name, entry in zip(names, entries, strict=True):
        words = says(entry.says, language)
        if columns - room < _ROOM_FOR_WORDS:
            yield from wrapped(name, columns)
            yield from hanging(STEP, words, columns)
        else:
            yield from hanging(padded(name, room), words, columns)


def _notes(notes: tuple[Text, ...], language: Language, columns: int) -> Iterator[str]:
    for note in notes:
        yield from hanging("- ", says(note, language), columns)


def _sources(sources: tuple[Source, ...], language: Language, columns: int) -> Iterator[str]:
    for source in sources:
        citation, more = source_lines(source, language)
        yield from hanging("- ", citation, columns)
        if more:
            yield from hanging(STEP * 2, more, columns)


TERMINAL = ReportFormat(
    id="terminal",
    says=lv("vienkāršs teksts terminālim").en("plain text for a terminal"),
    suffix=".txt",
    media_type="text/plain; charset=utf-8",
    render=terminal,
)

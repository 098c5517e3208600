"""A report as GitHub-flavoured Markdown whose source can be read, too."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from inclusion_core.pages.lines import encoded, padded, width
from inclusion_core.pages.markdown import inline, opening
from inclusion_core.reports.formats.layout import depths, figure_columns
from inclusion_core.reports.formats.report_format import ReportFormat
from inclusion_core.reports.formats.wording import (
    NO_ROWS,
    NOTES,
    ORIGIN,
    SOURCES,
    Explained,
    cell_text,
    legend,
    origin,
    says,
    source_lines,
)
from inclusion_core.reports.report import Report, Section, Table
from inclusion_core.sources import Source
from inclusion_core.texts import Language, Text, lv

__all__ = ["MARKDOWN", "markdown"]

_PART = "\N{EN DASH} "  # spaces at the beginning of a cell are not shown
_NARROWEST = 3  # a line of fewer dashes is not always taken for one


def markdown(report: Report, language: Language) -> bytes:
    """The report as Markdown: no text of it can become markup, HTML or another cell."""
    blocks = [f"# {inline(says(report.title, language))}", _block(report.subtitle, language)]
    for section in report.sections:
        blocks += _section(section, language)
    if report.notes:
        blocks += [f"## {says(NOTES, language)}", _listed(_texts(report.notes, language))]
    if report.sources:
        blocks += [f"## {says(SOURCES, language)}", _listed(_sources(report.sources, language))]
    made = origin(report.provenance)
    blocks += [f"## {says(ORIGIN, language)}", _listed(_told(made, language))]
    return encoded("\n\n".join(blocks) + "\n")


def _block(text: Text, language: Language) -> str:
    return opening(says(text, language))


def _listed(lines: Iterator[str]) -> str:
    return "\n".join(f"- {line}".rstrip(" ") for line in lines)


def _texts(texts: tuple[Text, ...], language: Language) -> Iterator[str]:
    return (_block(text, language) for text in texts)


def _told(entries: tuple[Explained, ...], language: Language) -> Iterator[str]:
    for entry in entries:
        yield f"{_block(entry.sign, language)}: {inline(says(entry.says, language))}"


def _sources(sources: tuple[Source, ...], language: Language) -> Iterator[str]:
    for source in sources:
        citation, more = source_lines(source, language)
        yield opening(citation) + (f"\n  - {opening(more)}" if more else "")


def _section(section: Section, language: Language) -> Iterator[str]:
    yield f"## {inline(says(section.title, language))}"
    yield from _texts(section.paragraphs, language)
    for table in section.tables:
        yield f"### {inline(says(table.title, language))}"
        yield "\n".join(_table(table, language))
        if not table.rows:
            yield says(NO_ROWS, language)
        explained = legend(table)
        if explained or table.notes:
            yield _listed(chain(_told(explained, language), _texts(table.notes, language)))


def _table(table: Table, language: Language) -> Iterator[str]:
    figures = (False, *figure_columns(table))
    rows = [[inline(says(text, language)) for text in (table.row_heading, *table.columns)]]
    for row, depth in zip(table.rows, depths(table), strict=True):
        heading = _PART * depth + inline(says(row.heading, language))
        rows.append([heading, *(inline(cell_text(cell, language)) for cell in row.cells)])
    widths = [max(_NARROWEST, *map(width, column)) for column in zip(*rows, strict=True)]
    for place, cells in enumerate(rows):
        yield _line(
            padded(cell, room, right=right)
            for cell, room, right in zip(cells, widths, figures, strict=True)
        )
        if place == 0:
            yield _line(
                "-" * (room - 1) + ":" if right else "-" * room
                for room, right in zip(widths, figures, strict=True)
            )


def _line(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


MARKDOWN = ReportFormat(
    id="md",
    says=lv("Markdown teksts").en("Markdown text"),
    suffix=".md",
    media_type="text/markdown; charset=utf-8",
    render=markdown,
)

"""Laws: whatever a report holds, its figures and words are found again in every text."""

import re
from datetime import date
from decimal import Decimal

from effort import tries
from hypothesis import assume, given, settings
from output_lab.figures import figure_read, figure_written
from output_lab.readers.csv_file import rows_of
from output_lab.readers.found import unseen
from output_lab.readers.markdown_text import read_markdown
from output_lab.readers.terminal_text import cut_at, read_terminal
from output_lab.shown import numbered, shown, squeezed
from report_lab import LANGUAGES, reports, tables

from inclusion_core.reports.formats.csv_text import csv_text
from inclusion_core.reports.formats.json_reader import report_from_json
from inclusion_core.reports.formats.json_text import json_text
from inclusion_core.reports.formats.layout import depths, figure_columns
from inclusion_core.reports.formats.markdown import markdown
from inclusion_core.reports.formats.terminal import COLUMNS, terminal
from inclusion_core.reports.formats.terminal_table import table_lines
from inclusion_core.reports.formats.wording import (
    NO_ROWS,
    NOTES,
    ORIGIN,
    SOURCES,
    legend,
    origin,
    source_lines,
)
from inclusion_core.reports.report import Mark
from inclusion_core.texts import Text

law = settings(deadline=None, max_examples=tries(20))


def said(text, language):
    return shown(text.in_(language))


def tables_of(report):
    return [table for section in report.sections for table in section.tables]


def digits(value):
    """A figure with all the digits in which it is written; anything else as it is."""
    if isinstance(value, int | Decimal):
        return Decimal(f"{value:f}" if isinstance(value, Decimal) else value).as_tuple()
    return value


def assert_found(words, cell, language):
    """A cell is read as what it holds."""
    if not isinstance(cell.value, Text):
        assert words == figure_written(cell.value, cell.unknown, language)
        read, unknown = figure_read(words, language)
        assert (digits(read), unknown) == (digits(cell.value), cell.unknown)
    elif not cell.unknown:
        assert words.strip() == said(cell.value, language).strip()
    else:
        before, _, more = words.rpartition("(+")
        assert before.strip() == said(cell.value, language).strip()
        assert figure_read(f"0 (+{more}", language) == (0, cell.unknown)


@law
@given(reports(), LANGUAGES)
def test_json_is_the_report_and_holds_nothing_that_acts(report, language):
    data = json_text(report, language)

    assert report_from_json(data) == report
    assert list(unseen(data.decode())) == []


# CSV.

FROM_US = ("legend", "provenance", "version")


@law
@given(reports(), LANGUAGES)
def test_csv_is_the_report(report, language):
    rows = rows_of(csv_text(report, language))
    told = [(row["record"], row["section"], row["table"], row["value"]) for row in rows]
    found = [row for row in rows if row["record"] == "cell"]
    expected = [
        (row, column, cell)
        for table in tables_of(report)
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
    ]

    assert [each for each in told if each[0] not in {"cell", *FROM_US}] == [*flat(report, language)]
    for written, (row, column, cell) in zip(found, expected, strict=True):
        assert (written["row"], written["part_of"]) == (numbered(row.id), numbered(row.part_of))
        assert written["row_heading"] == said(row.heading, language)
        assert written["column"] == said(column, language)
        assert written["unknown"] == str(cell.unknown)
        assert_holds(written, cell.value, language)


def flat(report, language):
    """What stands in the file besides figures and where they are from."""
    yield "report", "", "", numbered(report.id)
    yield "title", "", "", said(report.title, language)
    yield "subtitle", "", "", said(report.subtitle, language)
    for section in report.sections:
        key = numbered(section.id)
        yield "section", key, "", said(section.title, language)
        yield from (("paragraph", key, "", said(each, language)) for each in section.paragraphs)
        for table in section.tables:
            place = key, numbered(table.id)
            yield "table", *place, said(table.title, language)
            for heading in (table.row_heading, *table.columns):
                yield "heading", *place, said(heading, language)
            yield from (("table_note", *place, said(note, language)) for note in table.notes)
    yield from (("note", "", "", said(note, language)) for note in report.notes)
    for source in report.sources:
        citation, more = source_lines(source, language)
        yield "source", "", "", citation
        yield from [("source_detail", "", "", more)] * bool(more)


def assert_holds(row, value, language):
    """A row holds the value, as files write it."""
    if isinstance(value, Mark):
        assert (row["value"], row["mark"]) == ("", value.value)
        return
    assert row["mark"] == ""
    match value:
        case date():
            assert date.fromisoformat(row["value"]) == value
        case Text():
            assert row["value"] == said(value, language)
        case _:
            assert digits(Decimal(row["value"])) == digits(value)


# Markdown.


@law
@given(reports(), LANGUAGES)
def test_markdown_is_the_report(report, language):
    read = read_markdown(markdown(report, language))

    assert read.acting == ()
    assert len(read.grids) == len(tables_of(report))
    for grid, table in zip(read.grids, tables_of(report), strict=True):
        headings, *rows = grid
        assert [each.strip() for each in headings] == [
            said(each, language).strip() for each in (table.row_heading, *table.columns)
        ]
        for (heading, *cells), row, depth in zip(rows, table.rows, depths(table), strict=True):
            assert heading.strip() == f"{'– ' * depth}{said(row.heading, language)}".strip()
            for words, cell in zip(cells, row.cells, strict=True):
                assert_found(words, cell, language)
    outside = [unit.strip() for unit in without_tables(read) if unit.strip()]
    assert outside == [each.strip() for each in words_of(report, language) if each.strip()]


def without_tables(read):
    """The units that are no cells; those of a table stand together, in its order."""
    waiting = [cell for grid in read.grids for row in grid for cell in row]
    for kind, unit in zip(read.kinds, read.units, strict=True):
        if kind in {"th", "td"}:
            assert unit == waiting.pop(0)
        else:
            yield unit
    assert waiting == []


def words_of(report, language):
    """All words outside of tables, in the order of reading."""
    yield said(report.title, language)
    yield said(report.subtitle, language)
    for section in report.sections:
        yield said(section.title, language)
        yield from (said(each, language) for each in section.paragraphs)
        for table in section.tables:
            yield said(table.title, language)
            yield "" if table.rows else said(NO_ROWS, language)
            yield from told(legend(table), language)
            yield from (said(note, language) for note in table.notes)
    if report.notes:
        yield said(NOTES, language)
        yield from (said(note, language) for note in report.notes)
    if report.sources:
        yield said(SOURCES, language)
        for source in report.sources:
            yield from source_lines(source, language)
    yield said(ORIGIN, language)
    yield from told(origin(report.provenance), language)


def told(entries, language):
    return (f"{said(each.sign, language)}: {said(each.says, language)}" for each in entries)


# A terminal.


@law
@given(reports(), LANGUAGES)
def test_plain_text_holds_all_words_outside_of_tables_in_their_order(report, language):
    read = read_terminal(terminal(report, language))
    whole = squeezed("".join(read.units))
    place = 0

    assert read.acting == ()
    for words in words_of(report, language):
        if report.provenance.fingerprint in words:
            continue  # it is shortened
        place = whole.find(squeezed(words.removeprefix("- ")), place)
        assert place >= 0


@law
@given(tables(), LANGUAGES)
def test_the_figures_of_a_table_stand_in_its_columns(table, language):
    lines = table_lines(table, language, COLUMNS)
    grid = [
        [said(each, language) for each in (table.row_heading, *table.columns)],
        *([said(row.heading, language), *row.cells] for row in table.rows),
    ]
    dashes = [line for line in lines if is_under_headings(line, len(grid[0]))]
    assume(len(dashes) < 2)  # nobody can tell a row of dashes from the line under the headings
    if not dashes:
        assert_row_by_row(lines, table, language)
        return
    ends = [
        sum(map(len, dashes[0].split("  ")[: place + 1])) + 2 * place
        for place in range(len(grid[0]))
    ]
    top = lines.index(dashes[0])
    head, body = ([cut_at(line, ends) for line in part] for part in (lines[:top], lines[top + 1 :]))
    for place, figures in enumerate((False, *figure_columns(table))):
        heading, column = ([line[place].strip(" ") for line in part] for part in (head, body))
        cells = [row[place] for row in grid[1:]]
        assert squeezed("".join(heading)) == squeezed(grid[0][place])
        if figures:
            for words, cell in zip(figures_in(column), cells, strict=True):
                assert_found(words, cell, language)
        else:
            written = (cell if place == 0 else in_words(cell, language) for cell in cells)
            assert squeezed("".join(column)) == squeezed("".join(written))


def is_under_headings(line, columns):
    """A line of dashes for each column; for one without any words, of none."""
    parts = line.split("  ")
    return len(parts) == columns and not {*"".join(parts)} - {"-"}


def figures_in(column):
    """The figures of a column, each with what stands under it."""
    figures = []
    for words in filter(None, column):
        if words.startswith("(+"):
            figures[-1] += f" {words}"
        else:
            figures.append(words)
    return [re.sub(" +", " ", each) for each in figures]


def in_words(cell, language):
    """A cell among words."""
    if not isinstance(cell.value, Text):
        return figure_written(cell.value, cell.unknown, language)
    return said(cell.value, language) + figure_written(0, cell.unknown, language)[1:]


def assert_row_by_row(lines, table, language):
    """Headings and cells follow each other, for each row."""
    expected = []
    for row in table.rows:
        expected.append(said(row.heading, language))
        for column, cell in zip(table.columns, row.cells, strict=True):
            expected += [said(column, language), ":", in_words(cell, language)]
    assert squeezed("".join(lines)) == squeezed("".join(expected))

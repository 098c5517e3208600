"""The laboratory of office files: reads them with libraries that know nothing of reports."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal

import docx as python_docx
import openpyxl
import python_calamine
from lxml import etree

from inclusion_core.pages.lines import one_line
from inclusion_core.reports.formats.layout import depths
from inclusion_core.reports.formats.wording import cell_text, legend, origin, source_lines
from inclusion_core.reports.report import Mark
from inclusion_core.texts import Language, Text

SIGNS = {Mark.SUPPRESSED: "[c]", Mark.NOT_COLLECTED: "[x]", Mark.NOT_APPLICABLE: "[z]"}
NOT_KNOWN = {Language.LV: "nav zināms", Language.EN: "not known"}
FIRST_WITH_DAYS = date(1900, 3, 1)


def by_openpyxl(data):
    """The sheets by name: rows of cells, empty ones as nothing."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert not any(cell.data_type == "f" for page in book for row in page.rows for cell in row)
    return {
        page.title: [[_plain(cell.value) for cell in row] for row in page.rows] for page in book
    }


def by_calamine(data):
    """The same, read by another library."""
    book = python_calamine.load_workbook(io.BytesIO(data))
    return {
        name: [
            [_plain(value) for value in row]
            for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        ]
        for name in book.sheet_names
    }


def _plain(value):
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, int | float):
        return Decimal(repr(value)).normalize() + 0
    return value or ""


def tables_of(report):
    """The tables of a report in the order of reading."""
    return [table for section in report.sections for table in section.tables]


def seen(rows, table):
    """What a sheet says of a table: headings, then each row as cells with their unknowns."""
    head, *others = rows[3:][: 1 + len(table.rows)]
    places, place = [], 1
    for column in range(len(table.columns)):
        unknowns = any(row.cells[column].unknown for row in table.rows)
        places.append((place, place + 1 if unknowns else None))
        place += 1 + unknowns
    headings = [head[0], *(head[place] for place, _ in places)]
    told = [head[beside] for _, beside in places if beside is not None]
    cells = [
        (
            row[0],
            [(row[at], Decimal(0) if beside is None else row[beside]) for at, beside in places],
        )
        for row in others
    ]
    return headings, told, cells


def meant(table, language):
    """What the sheet is to say of each row."""
    return [
        (
            one_line(row.heading.in_(language)),
            [
                (expected(cell.value, language), expected(cell.unknown, language))
                for cell in row.cells
            ],
        )
        for row in table.rows
    ]


def expected(value, language):
    """What a cell is to hold."""
    match value:
        case Mark():
            return SIGNS[value]
        case Text():
            return one_line(value.in_(language))
        case date():
            return value if value >= FIRST_WITH_DAYS else day_words(value, language)
        case int() | Decimal():
            digits = f"{value}" if isinstance(value, int) else f"{value:f}"
            few = len(digits.strip("-").replace(".", "")) <= 15
            return Decimal(value).normalize() + 0 if few else number_words(digits, language)


def day_words(day, language):
    months = {
        Language.LV: "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris "
        "oktobris novembris decembris",
        Language.EN: "January February March April May June July August September October November "
        "December",
    }
    month = months[language].split()[day.month - 1]
    if language is Language.LV:
        return f"{day.year}. gada {day.day}. {month}"
    return f"{day.day} {month} {day.year}"


def number_words(digits, language):
    """Sixteen digits or more, as people of the language group them."""
    sign = "-" if digits.startswith("-") else ""
    whole, _, fraction = digits.strip("-").partition(".")
    grouped = f"{int(whole):,}" if len(whole) > 4 else whole
    if language is Language.LV:
        return f"{sign}{grouped.replace(',', chr(0xA0))}{',' if fraction else ''}{fraction}"
    return f"{sign}{grouped}{'.' if fraction else ''}{fraction}"


def parts(data):
    """The XML files of the archive, each well-formed, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def read_docx(data):
    """The paragraphs with their styles, and the tables as rows of words."""
    document = python_docx.Document(io.BytesIO(data))
    paragraphs = [(each.style.name, each.text) for each in document.paragraphs]
    tables = [
        [[cell.text for cell in row.cells] for row in table.rows] for table in document.tables
    ]
    return paragraphs, tables


def docx_rows(table, language):
    """The rows of a table as a document is to show them."""
    yield [one_line(text.in_(language)) for text in (table.row_heading, *table.columns)]
    for row, depth in zip(table.rows, depths(table), strict=True):
        heading = "– " * depth + one_line(row.heading.in_(language))
        yield [heading, *(cell_text(cell, language) for cell in row.cells)]


def docx_paragraphs(report, language):
    """The paragraphs of a document, without those that only explain."""

    def told(text):
        return one_line(text.in_(language))

    yield "Title", told(report.title)
    yield "Subtitle", told(report.subtitle)
    for section in report.sections:
        yield "Heading 1", told(section.title)
        yield from (("Normal", told(each)) for each in section.paragraphs)
        for table in section.tables:
            yield "Caption", told(table.title)
            if not table.rows:
                yield (
                    "Table Note",
                    {"lv": "Tabulā nav nevienas rindas."}.get(language, "The table has no rows."),
                )
            for entry in legend(table):
                yield "Table Note", f"{told(entry.sign)}: {told(entry.says)}"
            yield from (("Table Note", told(note)) for note in table.notes)
    if report.notes:
        yield "Heading 1", {"lv": "Piezīmes"}.get(language, "Notes")
    yield from (("List Bullet", told(note)) for note in report.notes)
    if report.sources:
        yield "Heading 1", {"lv": "Avoti"}.get(language, "Sources")
    for source in report.sources:
        citation, more = source_lines(source, language)
        yield "List Bullet", citation
        yield from [("List Continue", more)] if more else []
    yield "Heading 1", {"lv": "Kā šis pārskats tapis"}.get(language, "How this report was made")
    for entry in origin(report.provenance):
        yield "List Bullet", f"{told(entry.sign)}: {told(entry.says)}"

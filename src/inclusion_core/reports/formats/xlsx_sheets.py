"""The sheets of a workbook: one for each table, with its name, headings, rows and what explains it.

All of that is decided here; :mod:`.xlsx_book` only writes it down. A table with more rows or
columns than a sheet holds goes on in further sheets, each with the row headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from inclusion_core.reports.formats.layout import depths
from inclusion_core.reports.formats.office_words import cut, in_parts, label, units
from inclusion_core.reports.formats.wording import NO_ROWS, says
from inclusion_core.reports.formats.xlsx_columns import Column, columns_of, signs
from inclusion_core.reports.formats.xlsx_values import Content, stands_as_words
from inclusion_core.reports.report import Report, Section, Table
from inclusion_core.texts import Language, lv

__all__ = ["MOST_COLUMNS", "MOST_ROWS", "Sheet", "sheets_of"]

MOST_ROWS = 1_000_000
"""So many rows of a table has a sheet; there is room left for what explains it."""
MOST_COLUMNS = 16_000
LONGEST_NAME = 31
LONGEST_TABLE_NAME = 60

MANY_DIGITS = lv(
    "Skaitļi, kuros ir vairāk nekā 15 ciparu, ir ierakstīti kā teksts: izklājlapa tos noapaļotu."
).en("Numbers of more than 15 digits stand as text: a spreadsheet would round them.")

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]|_x[0-9a-fA-F]{4}_")  # the last means a character
_NOT_IN_TABLE_NAMES = re.compile(r"[^A-Za-z0-9]+")


@attrs.frozen(kw_only=True)
class Sheet:
    """One table, or the part of it that one sheet holds.

    Attributes:
        number: Its place among the sheets of tables, from 1.
        name: On its tab: at most 31 characters, and no other sheet has it.
        table_name: What formulas call the table.
        title: What it shows.
        part: The place of the part of the report that it stands in.
        section: The title of that part.
        row_heading: Heading over the row headings.
        columns: The others, each with what stands in it.
        rows: The row headings.
        depths: How far each row is set in.
        below: What explains the table.
    """

    number: int
    name: str
    table_name: str
    title: str
    part: int
    section: str
    row_heading: str
    columns: tuple[Column, ...]
    rows: tuple[str, ...]
    depths: tuple[int, ...]
    below: tuple[str, ...]

    @property
    def contents(self) -> tuple[tuple[Content, ...], ...]:
        """What stands in each row, its heading first."""
        columns = (column.contents for column in self.columns)
        return tuple(zip(self.rows, *columns, strict=True))


def sheets_of(
    report: Report,
    language: Language,
    *,
    most_rows: int = MOST_ROWS,
    most_columns: int = MOST_COLUMNS,
) -> tuple[Sheet, ...]:
    """The sheets of a report, in the order of reading.

    Args:
        report: The report.
        language: Of the words.
        most_rows: How many rows of a table a sheet takes.
        most_columns: How many columns, besides that of the row headings.
    """
    sheets = (
        (sheet, table)
        for part, section in enumerate(report.sections)
        for table in section.tables
        for sheet in _parted(_whole(table, part, section, language), most_rows, most_columns)
    )
    return tuple(_named(sheet, table, number) for number, (sheet, table) in enumerate(sheets, 1))


def _whole(table: Table, part: int, section: Section, language: Language) -> Sheet:
    """The table as if a sheet held all of it; it has no name yet."""
    return Sheet(
        number=0,
        name="",
        table_name="",
        title=says(table.title, language),
        part=part,
        section=says(section.title, language),
        row_heading=says(table.row_heading, language),
        columns=columns_of(table, language),
        rows=tuple(says(row.heading, language) for row in table.rows),
        depths=depths(table),
        below=tuple(_below(table, language)),
    )


def _below(table: Table, language: Language) -> Iterator[str]:
    if not table.rows:
        yield says(NO_ROWS, language)
    yield from (label(entry, language) for entry in signs(table))
    cells = (cell for row in table.rows for cell in row.cells)
    if any(stands_as_words(number) for cell in cells for number in (cell.value, cell.unknown)):
        yield says(MANY_DIGITS, language)
    yield from (says(note, language) for note in table.notes)


def _parted(whole: Sheet, most_rows: int, most_columns: int) -> Iterator[Sheet]:
    """One sheet for each part of the rows and columns; one for a table without any."""
    for rows in _runs(len(whole.rows), most_rows):
        for columns in _runs(len(whole.columns), most_columns):
            yield attrs.evolve(
                whole,
                columns=tuple(
                    attrs.evolve(column, contents=column.contents[rows])
                    for column in whole.columns[columns]
                ),
                rows=whole.rows[rows],
                depths=whole.depths[rows],
            )


def _runs(count: int, most: int) -> Iterable[slice]:
    return (slice(first, first + most) for first in range(0, max(1, count), most))


def _named(sheet: Sheet, table: Table, number: int) -> Sheet:
    """The sheet with names that no other has: both begin with its number."""
    words = " ".join(_NOT_IN_NAMES.sub(" ", sheet.title).split())
    known_as = _NOT_IN_TABLE_NAMES.sub("_", table.id)[:LONGEST_TABLE_NAME].strip("_")
    return attrs.evolve(
        sheet,
        number=number,
        name=_short(f"{number}. {words}", LONGEST_NAME).rstrip(" '"),
        table_name=f"table_{number}_{known_as}".rstrip("_"),
    )


def _short(words: str, most: int) -> str:
    """The words, or those at the beginning that fit, whole where the first of them does."""
    if units(words) <= most:
        return words
    beginning = next(in_parts(words, most))
    whole, _, rest = beginning.rpartition(" ")
    return whole if len(whole) > len(rest) else cut(words, most)

"""A report as CSV in long form: one row a cell, ten columns, for spreadsheets and programs.

The form:
    RFC 4180: commas, double quotes, CRLF. UTF-8 with a byte order mark, without which Excel
    shows "Rīga" as "RÄ«ga"; Python reads it as ``utf-8-sig``. A spreadsheet whose lists are
    separated by semicolons, as in Latvia, opens it through its text import.

The rows:
    Rows whose ``record`` is ``cell`` are the figures. All other rows say in ``record`` what they
    are (report, title, subtitle, section, paragraph, table, legend, table_note, note, source,
    source_detail, provenance, version) and in ``value`` what they say, in the order of reading,
    so that the file keeps its one shape and stands for the whole report.

The cells:
    ``value`` is a number without grouping and with a decimal point, a day as 2019-04-15, or words
    in the language asked for. It is empty where ``mark`` says why there is none: suppressed,
    not_collected or not_applicable. ``unknown`` says how many more there may be, and is 0 where
    none are.

The guard:
    Words that a spreadsheet would take for a formula (they begin with = + - @, a tab or a line
    break, or a full-width form of these) are given an apostrophe in front, and so are words that
    begin with an apostrophe. Taking one apostrophe off gives back the words. A figure is a
    number and never guarded.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import assert_never

import attrs

from inclusion_core.pages.lines import encoded
from inclusion_core.reports.formats.report_format import ReportFormat
from inclusion_core.reports.formats.wording import legend, origin, source_lines
from inclusion_core.reports.report import (
    CellValue,
    Mark,
    Provenance,
    Report,
    Section,
    Table,
)
from inclusion_core.texts import Language, Text, lv

__all__ = ["CSV", "HEADINGS", "csv_text"]

_GUARDED = (
    *("=", "+", "-", "@", "\t", "\r", "\n", "'"),
    "\N{FULLWIDTH EQUALS SIGN}",
    "\N{FULLWIDTH PLUS SIGN}",
    "\N{FULLWIDTH HYPHEN-MINUS}",
    "\N{FULLWIDTH COMMERCIAL AT}",
)
_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


@attrs.frozen(kw_only=True)
class _Row:
    """One row of the file; what does not apply is empty."""

    record: str
    section: str = ""
    table: str = ""
    row: str = ""
    row_heading: str = ""
    part_of: str = ""
    column: str = ""
    value: str | int | Decimal = ""
    mark: str = ""
    unknown: int | str = ""


HEADINGS = tuple(field.name for field in attrs.fields(_Row))
"""The ten columns."""


def csv_text(report: Report, language: Language) -> bytes:
    """The report as CSV, with words in one language."""
    file = io.StringIO(newline="")
    file.write(_BYTE_ORDER_MARK)
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for row in _rows(report, language):
        writer.writerow(map(_guarded, attrs.astuple(row)))
    return encoded(file.getvalue())


def _guarded(value: str | int | Decimal) -> str | int:
    if isinstance(value, Decimal):
        return f"{value:f}"
    guard = isinstance(value, str) and value.startswith(_GUARDED)
    return f"'{value}" if guard else value


def _rows(report: Report, language: Language) -> Iterator[_Row]:
    yield _Row(record="report", value=report.id)
    yield _Row(record="title", value=report.title.in_(language))
    yield _Row(record="subtitle", value=report.subtitle.in_(language))
    for section in report.sections:
        yield from _section(section, language)
    for note in report.notes:
        yield _Row(record="note", value=note.in_(language))
    for source in report.sources:
        citation, more = source_lines(source, language)
        yield _Row(record="source", value=citation)
        if more:
            yield _Row(record="source_detail", value=more)
    yield from _provenance(report.provenance, language)


def _section(section: Section, language: Language) -> Iterator[_Row]:
    yield _Row(record="section", section=section.id, value=section.title.in_(language))
    for paragraph in section.paragraphs:
        yield _Row(record="paragraph", section=section.id, value=paragraph.in_(language))
    for table in section.tables:
        head = _Row(record="table", section=section.id, table=table.id)
        yield attrs.evolve(head, value=table.title.in_(language))
        yield from _cells(table, head, language)
        for entry in legend(table):
            yield attrs.evolve(
                head,
                record="legend",
                row=entry.id,
                row_heading=entry.sign.in_(language),
                value=entry.says.in_(language),
            )
        for note in table.notes:
            yield attrs.evolve(head, record="table_note", value=note.in_(language))


def _cells(table: Table, head: _Row, language: Language) -> Iterator[_Row]:
    headings = [column.in_(language) for column in table.columns]
    for row in table.rows:
        for heading, cell in zip(headings, row.cells, strict=True):
            yield attrs.evolve(
                head,
                record="cell",
                row=row.id,
                row_heading=row.heading.in_(language),
                part_of=row.part_of,
                column=heading,
                value=_value(cell.value, language),
                mark=cell.value.value if isinstance(cell.value, Mark) else "",
                unknown=cell.unknown,
            )


def _value(value: CellValue, language: Language) -> str | int | Decimal:
    match value:
        case Mark():
            return ""
        case date():
            return value.isoformat()
        case int() | Decimal():
            return value
        case Text():
            return value.in_(language)
        case _:
            assert_never(value)


def _provenance(provenance: Provenance, language: Language) -> Iterator[_Row]:
    """As the page says it, but in the form that programs read."""
    exact: dict[str, str | int] = {
        "period": str(provenance.period),
        "status_day": provenance.status_day.isoformat(),
        "known_on": provenance.known_on.isoformat(),
        "records": provenance.records,
        "fingerprint": provenance.fingerprint,
        "schema_version": provenance.schema_version,
    }
    names = {entry.id: entry.sign.in_(language) for entry in origin(provenance)}
    for key, value in exact.items():
        yield _Row(record="provenance", row=key, row_heading=names[key], value=value)
    for distribution, version in provenance.versions:
        yield _Row(record="version", row=distribution, row_heading=names["versions"], value=version)


CSV = ReportFormat(
    id="csv",
    says=lv("CSV tabula, viena šūna rindā").en("CSV table, one cell a row"),
    suffix=".csv",
    media_type="text/csv; charset=utf-8",
    render=csv_text,
)

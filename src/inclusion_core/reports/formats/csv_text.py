r"""A report as CSV in long form: one row a cell, ten columns, for spreadsheets and programs.

The form:
    RFC 4180: commas, double quotes, CRLF; words with a semicolon are quoted too. UTF-8 with a
    byte order mark, without which Excel shows "Rīga" as "RÄ«ga"; Python reads it as
    ``utf-8-sig``. A spreadsheet whose lists are separated by semicolons, as in Latvia, opens it
    through its text import.

The rows:
    Rows whose ``record`` is ``cell`` are the figures. All other rows say in ``record`` what they
    are (report, title, subtitle, section, paragraph, table, heading, legend, table_note, note,
    source, source_detail, provenance, version) and in ``value`` what they say, in the order of
    reading, so that the file keeps its one shape and stands for the whole report. The first
    ``heading`` of a table is the one over its rows, the others are those of its columns.

The cells:
    ``value`` is a number without grouping and with a decimal point, a day as 2019-04-15, or words
    in the language asked for. It is empty where ``mark`` says why there is none: suppressed,
    not_collected or not_applicable. ``unknown`` says how many more there may be, is 0 where none
    are, and ``suppressed`` where that is hidden. So is the number of records.

    Words stand on one line, and what cannot be shown is shown by its number, ``\u202e``.

The guard:
    Where words begin with what a spreadsheet takes for the beginning of a formula (= + - @ or a
    full-width form of these, also behind blanks or quotation marks), an apostrophe is put before
    it; and before an apostrophe there, too. It is the same behind each semicolon, where a
    spreadsheet in Latvia begins another cell. Taking one apostrophe off in these places gives back
    the words. A figure is a number and never guarded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import assert_never

import attrs

from inclusion_core.pages.formulas import guarded
from inclusion_core.pages.lines import encoded
from inclusion_core.reports.formats.report_format import ReportFormat
from inclusion_core.reports.formats.wording import legend, origin, says, source_lines
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

_QUOTED = re.compile('[,;"]')
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
    rows = [HEADINGS, *(attrs.astuple(row) for row in _rows(report, language))]
    lines = (",".join(map(_written, row)) + "\r\n" for row in rows)
    return encoded(_BYTE_ORDER_MARK + "".join(lines))


def _written(value: str | int | Decimal) -> str:
    """A number as it is, words guarded, and quoted where they hold what parts cells."""
    if not isinstance(value, str):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    words = guarded(value)
    return '"{}"'.format(words.replace('"', '""')) if _QUOTED.search(words) else words


def _rows(report: Report, language: Language) -> Iterator[_Row]:
    yield _Row(record="report", value=report.id)
    yield _Row(record="title", value=says(report.title, language))
    yield _Row(record="subtitle", value=says(report.subtitle, language))
    for section in report.sections:
        yield from _section(section, language)
    for note in report.notes:
        yield _Row(record="note", value=says(note, language))
    for source in report.sources:
        citation, more = source_lines(source, language)
        yield _Row(record="source", value=citation)
        if more:
            yield _Row(record="source_detail", value=more)
    yield from _provenance(report.provenance, language)


def _section(section: Section, language: Language) -> Iterator[_Row]:
    yield _Row(record="section", section=section.id, value=says(section.title, language))
    for paragraph in section.paragraphs:
        yield _Row(record="paragraph", section=section.id, value=says(paragraph, language))
    for table in section.tables:
        head = _Row(record="table", section=section.id, table=table.id)
        yield attrs.evolve(head, value=says(table.title, language))
        yield from _cells(table, head, language)
        for entry in legend(table):
            yield attrs.evolve(
                head,
                record="legend",
                row=entry.id,
                row_heading=says(entry.sign, language),
                value=says(entry.says, language),
            )
        for note in table.notes:
            yield attrs.evolve(head, record="table_note", value=says(note, language))


def _cells(table: Table, head: _Row, language: Language) -> Iterator[_Row]:
    headings = [says(column, language) for column in table.columns]
    for heading in (says(table.row_heading, language), *headings):
        yield attrs.evolve(head, record="heading", value=heading)
    for row in table.rows:
        for heading, cell in zip(headings, row.cells, strict=True):
            yield attrs.evolve(
                head,
                record="cell",
                row=row.id,
                row_heading=says(row.heading, language),
                part_of=row.part_of,
                column=heading,
                value=_value(cell.value, language),
                mark=cell.value.value if isinstance(cell.value, Mark) else "",
                unknown=_written_number(cell.unknown),
            )


def _written_number(number: int | Mark) -> int | str:
    return number.value if isinstance(number, Mark) else number


def _value(value: CellValue, language: Language) -> str | int | Decimal:
    match value:
        case Mark():
            return ""
        case date():
            return value.isoformat()
        case int() | Decimal():
            return value
        case Text():
            return says(value, language)
        case _:
            assert_never(value)


def _provenance(provenance: Provenance, language: Language) -> Iterator[_Row]:
    """As the page says it, but in the form that programs read."""
    exact: dict[str, str | int] = {
        "period": str(provenance.period),
        "status_day": provenance.status_day.isoformat(),
        "known_on": provenance.known_on.isoformat(),
        "records": _written_number(provenance.records),
        "fingerprint": provenance.fingerprint,
        "schema_version": provenance.schema_version,
    }
    names = {entry.id: says(entry.sign, language) for entry in origin(provenance)}
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

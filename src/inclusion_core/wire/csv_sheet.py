"""One CSV file: its heading, then its entries.

Where the heading is wrong no row is taken: a column that nobody knows may hold what a known one
now seems to lack.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from inclusion_core.wire.converter import Faults
from inclusion_core.wire.csv_cells import CellReader
from inclusion_core.wire.csv_rows import CsvRow, rows
from inclusion_core.wire.entries import Sheet, entries_of
from inclusion_core.wire.file_problems import (
    DUPLICATE_COLUMN,
    EMPTY_FILE,
    LONG_ROW,
    MISSING_COLUMN,
    NO_HEADING,
    SHORT_ROW,
    UNKNOWN_COLUMN,
)
from inclusion_core.wire.names import strangers, unknown_name
from inclusion_core.wire.problems import Problem
from inclusion_core.wire.reading import Part, part_of
from inclusion_core.wire.type_versions import WrittenType
from inclusion_core.wire.value_problems import DERIVED_FIELD

__all__ = ["sheet_part"]


def sheet_part(data: bytes, sheet: Sheet, written: WrittenType) -> Part:
    """What a CSV file adds to a reading.

    Args:
        data: Its bytes.
        sheet: What is told as its place.
        written: Its record type, in the version that it holds.
    """
    following = rows(data)
    heading = next(following, _NOTHING)
    faults = _heading_faults(heading, written)
    findings = [problem.at(sheet.place(heading.number, field=name)) for name, problem in faults]
    if findings:
        return Part(findings=tuple(findings), rows_read=sum(1 for _ in following))
    reader = CellReader.under(heading.cells, written.columns)

    def whole() -> Iterator[tuple[int, Mapping[str, object]]]:
        for row in following:
            problem = row.problem or _ragged(row, heading)
            if problem is None:
                yield row.number, written.row(reader.values(row.cells))
            else:
                findings.append(problem.at(sheet.place(row.number)))

    entries = list(entries_of(whole(), sheet))
    return part_of(sheet, entries, findings, rows_read=len(entries) + len(findings))


_NOTHING = CsvRow(1, problem=EMPTY_FILE)


def _ragged(row: CsvRow, heading: CsvRow) -> Problem | None:
    if len(row.cells) == len(heading.cells):
        return None
    return SHORT_ROW if len(row.cells) < len(heading.cells) else LONG_ROW


def _heading_faults(heading: CsvRow, written: WrittenType) -> Faults:
    columns, fields = written.columns, written.record_type.fields
    known = [name for column in columns for name in column.headings]
    names = [cell if isinstance(cell, str) else "" for cell in heading.cells]
    if heading.problem is not None:
        return (("", heading.problem),)
    if not set(names) & set(known):
        return (("", NO_HEADING.filled(names=", ".join(known))),)
    times = Counter(names)
    return (
        *(
            (name, DERIVED_FIELD)
            if name in fields and fields[name].derived is not None
            else ("", unknown_name(UNKNOWN_COLUMN, name, known, position))
            for position, name in strangers(names, known)
        ),
        *((name, DUPLICATE_COLUMN) for name in known if times[name] > 1),
        *(
            (column.name, MISSING_COLUMN)
            for column in columns
            if column.required and column.name not in times
        ),
    )

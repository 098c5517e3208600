"""One table, gone through once: the records that each row gives, and what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from inclusion_core.findings import Finding, Place
from inclusion_core.rows.declared import Progress, Row
from inclusion_core.rows.given import GivenRows, rows_in
from inclusion_core.rows.reading import RecordReader
from inclusion_core.rows.row_problems import DOUBLED_COLUMN, MISSING_COLUMN, NOT_A_ROW
from inclusion_core.wire.problems import Refused

__all__ = ["Line", "lines_of"]

TOLD_EVERY = 10_000
"""After so many rows progress is told, and at the end of a table."""


@attrs.frozen(kw_only=True, repr=False)
class Line:
    """What a row gives.

    Attributes:
        table: The table.
        row: Its number, from 1; 0 for what is wrong with the table.
        raw: The row as it came; empty for what is none.
        records: What reads each record that it gives, and what it says of it.
        findings: What is wrong with the row or the table itself.
        left_out: Whether there is a record that it gives and that is not read.
    """

    table: str
    row: int
    raw: Row = attrs.field(factory=dict)
    records: tuple[tuple[RecordReader, Mapping[str, object]], ...] = ()
    findings: tuple[Finding, ...] = ()
    left_out: bool = False


def lines_of(
    table: str, given: Any, readers: Sequence[RecordReader], progress: Progress | None = None
) -> Iterator[Line]:
    """The rows of a table, one at a time.

    Args:
        table: What it is called.
        given: Its rows, in any form that is known.
        readers: What reads the records that a row gives.
        progress: Told how many rows have been read.

    Raises:
        NotRowsError: There are no rows in what is given.
    """
    opened = rows_in(given, table)
    usable, faults = _usable(opened, readers)
    if faults:
        yield Line(table=table, row=0, findings=faults)
    number = 0
    for number, row in enumerate(opened.rows, start=1):
        line = _line(table, number, row, usable)
        yield attrs.evolve(line, left_out=True) if len(usable) < len(readers) else line
        if progress is not None and number % TOLD_EVERY == 0:
            progress(table, number)
    if progress is not None and (number == 0 or number % TOLD_EVERY):
        progress(table, number)


def _usable(
    opened: GivenRows, readers: Sequence[RecordReader]
) -> tuple[Sequence[RecordReader], tuple[Finding, ...]]:
    """The readers that find their columns; where one is missing no record is read without it."""
    if opened.names is None:
        return readers, ()
    times = Counter(opened.names)
    faults: list[Finding] = []
    usable: list[RecordReader] = []
    for reader in readers:
        wrong = {name: field for name, field in reader.columns.items() if times[name] != 1}
        for name, field in wrong.items():
            problem = DOUBLED_COLUMN if times[name] else MISSING_COLUMN
            place = reader.sheet.place(None, field=field)
            faults.append(problem.filled(column=name).at(place))
        if not wrong:
            usable.append(reader)
    return usable, tuple(faults)


def _line(table: str, number: int, row: Row | None, readers: Sequence[RecordReader]) -> Line:
    if row is None:
        finding = NOT_A_ROW.at(Place(file=table, row=number))
        return Line(table=table, row=number, findings=(finding,), left_out=True)
    records: list[tuple[RecordReader, Mapping[str, object]]] = []
    findings: list[Finding] = []
    for reader in readers:
        written = reader.written(row)
        if isinstance(written, Refused):
            findings.append(written.problem.at(reader.sheet.place(number)))
        elif written is not None:
            records.append((reader, written))
    return Line(
        table=table,
        row=number,
        raw=row,
        records=tuple(records),
        findings=tuple(findings),
        left_out=bool(findings),
    )

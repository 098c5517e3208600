"""A journal read from a folder of Parquet files: whole, or in parts where it is large.

Nothing is raised for what is wrong with files or data: every fault is a finding, and what is good
is kept. The row of a place is the position in the file, from 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from inclusion_core.expr.schema import Schema
from inclusion_core.findings import Finding
from inclusion_core.tables.folder import Folder, TableSheet
from inclusion_core.tables.parquet_file import Batch
from inclusion_core.tables.problems import NOT_IN_ORDER
from inclusion_core.wire.entries import Entry
from inclusion_core.wire.files import MAX_BYTES
from inclusion_core.wire.reading import Part, Reading, part_of, together

__all__ = ["ROWS", "Progress", "read", "read_batches"]

ROWS = 50_000
"""So many rows are in memory at once, unless the caller says otherwise."""

Progress: TypeAlias = Callable[[int, int], None]
"""Called with how many rows are done, of how many."""


def read(path: Path | str, schema: Schema, *, max_bytes: int = MAX_BYTES) -> Reading:
    """The journal that a folder of Parquet files holds, or one file named after its type.

    Args:
        path: The folder; what does not look like Parquet in it is passed over.
        schema: The record types that there are.
        max_bytes: A larger file is not read.
    """
    found = Folder.of(Path(path), schema, max_bytes)
    return together([found.told, *(_whole(sheet) for sheet in found.sheets)])


def read_batches(
    path: Path | str,
    schema: Schema,
    *,
    rows: int = ROWS,
    max_bytes: int = 1 << 50,
    progress: Progress | None = None,
) -> Iterator[Reading]:
    """The same in parts, file by file, so that no more than some rows are in memory at once.

    All versions of a record are in one part, so that its history is checked as in :func:`read`.
    For that a file must be sorted by id and version, as :func:`~inclusion_core.tables.write`
    writes it; where one is not, a finding says so.

    Args:
        path: The folder, or one file.
        schema: The record types that there are.
        rows: How many rows are read at once; a part may have a few more.
        max_bytes: A larger file is not read.
        progress: Called after each part.
    """
    found = Folder.of(Path(path), schema, max_bytes)
    in_all = sum(sheet.file.rows for sheet in found.sheets)
    done = 0
    if found.told.findings:
        yield together([found.told])
    for sheet in found.sheets:
        for part in _in_parts(sheet, rows):
            yield together([part])
            done += part.rows_read
            if progress is not None:
                progress(done, in_all)


def _whole(table: TableSheet) -> Part:
    entries: list[Entry] = []
    others: list[Finding] = []
    for batch in table.file.batches(ROWS):
        if isinstance(batch, Batch):
            entries += table.reader.entries(batch.columns, batch.rows, batch.first_row)
        else:
            row, problem = batch
            others.append(problem.at(table.sheet.place(row)))
    return part_of(table.sheet, entries, others, rows_read=table.file.rows)


def _in_parts(table: TableSheet, most_rows: int) -> Iterator[Part]:
    """Parts that end where a record ends; the versions of the last one wait for the next."""
    waiting: list[Entry] = []
    last, sorted_so_far, left = "", True, table.file.rows
    for batch in table.file.batches(most_rows):
        others: list[Finding] = []
        if isinstance(batch, Batch):
            for entry in table.reader.entries(batch.columns, batch.rows, batch.first_row):
                if entry.record_id and entry.record_id < last and sorted_so_far:
                    sorted_so_far = False
                    others.append(NOT_IN_ORDER.at(table.sheet.place(entry.row)))
                last = entry.record_id or last
                waiting.append(entry)
        else:
            row, problem = batch
            others.append(problem.at(table.sheet.place(row)))
        ready = [entry for entry in waiting if entry.record_id != last]
        waiting = [entry for entry in waiting if entry.record_id == last]
        left -= len(ready)
        yield part_of(table.sheet, ready, others, rows_read=len(ready))
    if waiting or left:
        yield part_of(table.sheet, waiting, (), rows_read=left)

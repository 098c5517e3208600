"""A journal read from a folder of Parquet files: whole, or in parts where it is large.

Nothing is raised for what is wrong with files or data: every fault is a finding, and what is good
is kept. The row of a place is the position in the file, from 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

import attrs

from inclusion_core.expr.schema import Schema
from inclusion_core.findings import Finding, Place
from inclusion_core.tables.entries import BatchReader, fields_then
from inclusion_core.tables.headings import heading_faults
from inclusion_core.tables.layout import table_types
from inclusion_core.tables.parquet_file import Batch, ParquetFile, opened_file
from inclusion_core.tables.problems import NOT_IN_ORDER, UNKNOWN_TABLE
from inclusion_core.tables.tagging import tag_in
from inclusion_core.wire.converter import shared_converter
from inclusion_core.wire.csv_folder import TAG_FILE, names_in, versions_in
from inclusion_core.wire.entries import Entry, Sheet
from inclusion_core.wire.files import MAX_BYTES
from inclusion_core.wire.history_problems import DERIVED_TYPE
from inclusion_core.wire.names import strangers, unknown_name
from inclusion_core.wire.problems import Problem
from inclusion_core.wire.reading import Part, Reading, part_of, together
from inclusion_core.wire.type_versions import WrittenType, WrittenTypes, told_apart, written_types

__all__ = ["ROWS", "Progress", "read", "read_batches"]

PARQUET = ".parquet"

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
    found = _Folder.of(Path(path), schema, max_bytes)
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
    found = _Folder.of(Path(path), schema, max_bytes)
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


@attrs.frozen
class _TableSheet:
    """One file that can be read, and what reads it."""

    sheet: Sheet
    file: ParquetFile
    reader: BatchReader


@attrs.frozen
class _Folder:
    """What can be read of a folder, and what is wrong with the rest."""

    told: Part
    sheets: tuple[_TableSheet, ...] = ()

    @classmethod
    def of(cls, path: Path, schema: Schema, max_bytes: int) -> _Folder:
        table_types(schema)  # raises before anything is read
        types = written_types(schema)
        if path.is_file():
            return cls._of_files({path.name: path}, None, {}, (schema, types, max_bytes), ())
        names = names_in(path)
        if isinstance(names, Problem):
            return cls(Part(findings=(names.at(Place()),)))
        versions, problems = versions_in(path, names, max_bytes)
        told = tuple(problem.at(Place(file=TAG_FILE)) for problem in problems)
        if versions is None:
            return cls(Part(findings=told))
        files = {name: path / name for name in names if _looks_like_parquet(name)}
        return cls._of_files(files, path, versions, (schema, types, max_bytes), told)

    @classmethod
    def _of_files(
        cls,
        files: Mapping[str, Path],
        inside: Path | None,
        versions: Mapping[str, int],
        bounds: tuple[Schema, WrittenTypes, int],
        told: tuple[Finding, ...],
    ) -> _Folder:
        schema, types, max_bytes = bounds
        findings = [*told, *_unknown(files, schema, types)]
        stood = {f"{name}{PARQUET}": name for name, _ in types}
        opened: dict[str, ParquetFile] = {}
        for file, path in files.items():
            if file not in stood:
                continue
            found = opened_file(path, max_bytes=max_bytes, inside=inside)
            if isinstance(found, Problem):
                findings.append(found.at(Place(file=file)))
                continue
            tag = tag_in(found.metadata, stood[file])
            if tag.problems:
                findings += (problem.at(Place(file=file)) for problem in tag.problems)
                continue
            opened[stood[file]] = found
            versions = {**versions, **tag.versions}
        sheets: list[_TableSheet] = []
        converter = shared_converter(schema)
        for name, written in told_apart(opened, versions, types):
            file = f"{name}{PARQUET}"
            if isinstance(written, Problem):
                findings.append(written.at(Place(file=file)))
                continue
            sheet = Sheet(file=file, record_type=written.record_type, converter=converter)
            faults = _faults(opened[name], written)
            findings += (problem.at(sheet.place(None, field=field)) for field, problem in faults)
            if not faults:
                reader = BatchReader.of(sheet, written)
                sheets.append(_TableSheet(sheet, opened[name], reader))
        refused = sum(each.rows for each in opened.values()) - sum(e.file.rows for e in sheets)
        return cls(Part(findings=tuple(findings), rows_read=refused), tuple(sheets))


def _looks_like_parquet(name: str) -> bool:
    return name.lower().endswith(PARQUET) and name[0] not in "._"


def _unknown(files: Mapping[str, Path], schema: Schema, types: WrittenTypes) -> Iterator[Finding]:
    stood = {f"{name}{PARQUET}" for name, _ in types}
    derived = {f"{each.name}{PARQUET}": each.name for each in schema if each.derived}
    recorded = [f"{each.name}{PARQUET}" for each in schema if not each.derived]
    for position, name in strangers(files, stood | derived.keys()):
        yield unknown_name(UNKNOWN_TABLE, name, recorded, position).at(Place())
    for name in files:
        if name in derived and name not in stood:
            yield DERIVED_TYPE.at(Place(file=name, record_type=derived[name]))


def _faults(file: ParquetFile, written: WrittenType) -> tuple[tuple[str, Problem], ...]:
    return heading_faults(file.schema, written.record_type, fields_then(written))


def _whole(table: _TableSheet) -> Part:
    entries: list[Entry] = []
    others: list[Finding] = []
    for batch in table.file.batches(ROWS):
        if isinstance(batch, Batch):
            entries += table.reader.entries(batch.columns, batch.rows, batch.first_row)
        else:
            row, problem = batch
            others.append(problem.at(table.sheet.place(row)))
    return part_of(table.sheet, entries, others, rows_read=table.file.rows)


def _in_parts(table: _TableSheet, most_rows: int) -> Iterator[Part]:
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

"""A folder of Parquet files: which of them can be read, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from inclusion_core.expr.schema import Schema
from inclusion_core.findings import Finding, Place
from inclusion_core.tables.entries import BatchReader, fields_then
from inclusion_core.tables.headings import heading_faults
from inclusion_core.tables.layout import table_types
from inclusion_core.tables.parquet_file import ParquetFile, opened_file
from inclusion_core.tables.problems import UNKNOWN_TABLE
from inclusion_core.tables.tagging import tag_in
from inclusion_core.wire.converter import shared_converter
from inclusion_core.wire.csv_folder import TAG_FILE, names_in, versions_in
from inclusion_core.wire.entries import Sheet
from inclusion_core.wire.history_problems import DERIVED_TYPE
from inclusion_core.wire.names import strangers, unknown_name
from inclusion_core.wire.problems import Problem
from inclusion_core.wire.reading import Part
from inclusion_core.wire.type_versions import WrittenType, WrittenTypes, told_apart, written_types

__all__ = ["Folder", "TableSheet"]

SUFFIX = ".parquet"


@attrs.frozen
class TableSheet:
    """One file that can be read, and what reads it."""

    sheet: Sheet
    file: ParquetFile
    reader: BatchReader


@attrs.frozen
class Folder:
    """What can be read of a folder, and what is wrong with the rest."""

    told: Part
    sheets: tuple[TableSheet, ...] = ()

    @classmethod
    def of(cls, path: Path, schema: Schema, max_bytes: int) -> Folder:
        """What can be read of a folder, or of one file; nothing of its rows is read yet."""
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
    ) -> Folder:
        schema, types, max_bytes = bounds
        findings = [*told, *_unknown(files, schema, types)]
        stood = {f"{name}{SUFFIX}": name for name, _ in types}
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
        sheets: list[TableSheet] = []
        converter = shared_converter(schema)
        for name, written in told_apart(opened, versions, types):
            file = f"{name}{SUFFIX}"
            if isinstance(written, Problem):
                findings.append(written.at(Place(file=file)))
                continue
            sheet = Sheet(file=file, record_type=written.record_type, converter=converter)
            faults = _faults(opened[name], written)
            findings += (problem.at(sheet.place(None, field=field)) for field, problem in faults)
            if not faults:
                reader = BatchReader.of(sheet, written)
                sheets.append(TableSheet(sheet, opened[name], reader))
        refused = sum(each.rows for each in opened.values()) - sum(e.file.rows for e in sheets)
        return cls(Part(findings=tuple(findings), rows_read=refused), tuple(sheets))


def _looks_like_parquet(name: str) -> bool:
    return name.lower().endswith(SUFFIX) and name[0] not in "._"


def _unknown(files: Mapping[str, Path], schema: Schema, types: WrittenTypes) -> Iterator[Finding]:
    stood = {f"{name}{SUFFIX}" for name, _ in types}
    derived = {f"{each.name}{SUFFIX}": each.name for each in schema if each.derived}
    recorded = [f"{each.name}{SUFFIX}" for each in schema if not each.derived]
    for position, name in strangers(files, stood | derived.keys()):
        yield unknown_name(UNKNOWN_TABLE, name, recorded, position).at(Place())
    for name in files:
        if name in derived and name not in stood:
            yield DERIVED_TYPE.at(Place(file=name, record_type=derived[name]))


def _faults(file: ParquetFile, written: WrittenType) -> tuple[tuple[str, Problem], ...]:
    return heading_faults(file.schema, written.record_type, fields_then(written))

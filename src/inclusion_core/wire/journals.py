"""Journals in files: each path goes to the reader that takes what it ends in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from logging import getLogger
from pathlib import Path

import attrs

from inclusion_core.expr.schema import Schema
from inclusion_core.findings import Place
from inclusion_core.model.caseload import Journal
from inclusion_core.texts import OR, listing
from inclusion_core.wire import csv_folder, json_document
from inclusion_core.wire.file_problems import NOT_A_FILE, NOT_THERE, TOO_BIG, UNREADABLE
from inclusion_core.wire.files import MAX_BYTES, put
from inclusion_core.wire.problems import Problem
from inclusion_core.wire.reader_problems import NO_READER, READER_FAILED, TWO_FORMS
from inclusion_core.wire.readers import READERS, DataReader, readers_within
from inclusion_core.wire.reading import Part, Reading, together

__all__ = ["read_journal", "write_journal"]

_LOG = getLogger("inclusion_core.files")

PARQUET = ".parquet"


def read_journal(
    path: Path | str,
    schema: Schema,
    readers: Iterable[DataReader] = READERS,
    *,
    max_bytes: int = MAX_BYTES,
) -> Reading:
    """The journal that a folder of CSV files, a ``.json`` document or another file holds.

    Nothing is raised for what is wrong with the data or the files: every fault is a finding, and
    what is good is kept.

    Args:
        path: The folder or file.
        schema: The record types that there are.
        readers: What can be read; those of a catalogue know the files of its plugins too.
        max_bytes: A larger file is not read.
    """
    path = Path(path)
    reading = _reading(path, schema, tuple(readers), max_bytes)
    told = {
        "event": "file.read",
        "file": path.name,
        "rows": reading.rows_read,
        "kept": reading.rows_kept,
        "findings": len(reading.findings),
    }
    _LOG.info(
        "%(file)s: of %(rows)d rows %(kept)d are kept, with %(findings)d findings",
        told,
        extra=told,
    )
    return reading


def _reading(path: Path, schema: Schema, listed: tuple[DataReader, ...], max_bytes: int) -> Reading:
    try:
        is_folder, is_file = path.is_dir(), path.is_file()
    except OSError:
        return _nothing(UNREADABLE, Place())
    if is_folder:
        endings = _endings_in(path)
        for each in listed:
            if each.folders and not endings.isdisjoint(each.suffixes):
                if ".csv" not in endings:
                    return _read_with_care(each, path, schema)
                return _with(csv_folder.read(path, schema, max_bytes=max_bytes), TWO_FORMS)
        if PARQUET in endings and ".csv" not in endings:  # it would read as an empty journal
            return _nothing(_no_reader(listed), Place())
    reader = _reader_of(path, listed, is_folder=is_folder, is_file=is_file)
    if reader is None:
        return _nothing(_no_reader(listed), Place())
    for own in readers_within(max_bytes):
        if own.id == reader.id:
            return own.read(path, schema)
    problem = None if is_folder else _unusable(path, max_bytes, is_file=is_file)
    if problem is not None:
        return _nothing(problem, Place(file=path.name))
    return _read_with_care(reader, path, schema)


def _endings_in(folder: Path) -> frozenset[str]:
    """What the names of the files in a folder end in, in small letters; hidden ones left out."""
    try:
        names = [path for path in folder.iterdir() if path.name[0] not in "._"]
    except OSError:
        return frozenset()
    return frozenset(path.suffix.lower() for path in names)


def _with(reading: Reading, problem: Problem) -> Reading:
    return attrs.evolve(reading, findings=(problem.at(Place()), *reading.findings))


def _reader_of(
    path: Path, readers: Sequence[DataReader], *, is_folder: bool, is_file: bool
) -> DataReader | None:
    """The reader that takes a path; what is not there and ends in nothing known is a folder."""
    suffix = path.suffix.lower()
    if not is_folder:
        for reader in readers:
            if suffix in reader.suffixes:
                return reader
    folders = (reader for reader in readers if not reader.suffixes)
    return None if is_file else next(folders, None)


def _no_reader(readers: Iterable[DataReader]) -> Problem:
    return NO_READER.filled(forms=listing((reader.form for reader in readers), OR))


def _unusable(path: Path, max_bytes: int, *, is_file: bool) -> Problem | None:
    try:
        if not is_file:
            return NOT_A_FILE if path.exists() or path.is_symlink() else NOT_THERE
        return TOO_BIG.filled(most=max_bytes) if path.stat().st_size > max_bytes else None
    except OSError:
        return UNREADABLE


def _read_with_care(reader: DataReader, path: Path, schema: Schema) -> Reading:
    """What the reader of a plugin gives; why it fails is not told, for that may hold values."""
    try:
        reading: object = reader.read(path, schema)
    except KeyboardInterrupt:
        raise
    except BaseException:  # noqa: BLE001  one that exits or panics must not stop others
        reading = None
    if isinstance(reading, Reading):
        return reading
    return _nothing(READER_FAILED.filled(reader=reader.id), Place(file=path.name))


def _nothing(problem: Problem, place: Place) -> Reading:
    return together([Part(findings=(problem.at(place),))])


def write_journal(journal: Journal, path: Path | str, schema: Schema) -> None:
    """Write a journal: a document where the path ends in ``.json``, a folder of CSV elsewhere.

    Raises:
        NotWritableError: What would be written could not be read back as it is.
    """
    path = Path(path)
    if path.suffix.lower() == ".json":
        data = json_document.write(journal, schema)
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path.parent, [(path.name, data)])
    else:
        csv_folder.write(journal, path, schema)
    told = {"event": "file.written", "file": path.name, "versions": len(journal.versions)}
    _LOG.info("%(file)s: %(versions)d versions are written", told, extra=told)

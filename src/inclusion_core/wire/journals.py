"""Journals in files: a folder of CSV or one JSON document, told apart by the path."""

from __future__ import annotations

from pathlib import Path

from inclusion_core.expr.schema import Schema
from inclusion_core.findings import Place
from inclusion_core.model.caseload import Journal
from inclusion_core.wire import csv_folder, json_document
from inclusion_core.wire.file_problems import NOT_A_JOURNAL, UNREADABLE
from inclusion_core.wire.files import MAX_BYTES, put
from inclusion_core.wire.reading import Part, Reading, together

__all__ = ["read_journal", "write_journal"]


def read_journal(path: Path | str, schema: Schema, *, max_bytes: int = MAX_BYTES) -> Reading:
    """The journal that a folder of CSV files or a ``.json`` document holds.

    Nothing is raised for what is wrong with the data or the files: every fault is a finding, and
    what is good is kept.

    Args:
        path: The folder or document.
        schema: The record types that there are.
        max_bytes: A larger file is not read.
    """
    path = Path(path)
    try:
        is_folder, is_file = path.is_dir(), path.is_file()
    except OSError:
        return together([Part(findings=(UNREADABLE.at(Place()),))])
    if _is_document(path) and not is_folder:
        return json_document.read(path, schema, max_bytes=max_bytes)
    if is_file:
        return together([Part(findings=(NOT_A_JOURNAL.at(Place()),))])
    return csv_folder.read(path, schema, max_bytes=max_bytes)


def write_journal(journal: Journal, path: Path | str, schema: Schema) -> None:
    """Write a journal: a document where the path ends in ``.json``, a folder of CSV elsewhere.

    Raises:
        NotWritableError: What would be written could not be read back as it is.
    """
    path = Path(path)
    if _is_document(path):
        data = json_document.write(journal, schema)
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path.parent, [(path.name, data)])
    else:
        csv_folder.write(journal, path, schema)


def _is_document(path: Path) -> bool:
    return path.suffix.lower() == ".json"

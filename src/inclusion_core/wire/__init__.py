"""Files: a journal as a folder of CSV or one JSON document, both ways, strict and lossless."""

from __future__ import annotations

from inclusion_core.wire import csv_folder, json_document
from inclusion_core.wire.converter import converter_of
from inclusion_core.wire.fingerprint import fingerprint
from inclusion_core.wire.journals import read_journal, write_journal
from inclusion_core.wire.readers import DataReader
from inclusion_core.wire.reading import Reading
from inclusion_core.wire.tag import SCHEMA_VERSION
from inclusion_core.wire.writing import NotWritableError

__all__ = [
    "SCHEMA_VERSION",
    "DataReader",
    "NotWritableError",
    "Reading",
    "converter_of",
    "csv_folder",
    "fingerprint",
    "json_document",
    "read_journal",
    "write_journal",
]

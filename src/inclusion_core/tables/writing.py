"""A journal as a folder of Parquet files, one for each record type, and what describes them.

Beside the files lie ``schema.json``, as in a folder of CSV, and ``datapackage.json``, by which
tools that know nothing of this library read the columns and follow the references. A file carries
the tag of its schema in its own metadata too, so that it says what it is when it is alone.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import count
from logging import getLogger
from operator import attrgetter
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Version
from inclusion_core.tables.layout import ENVELOPE_KINDS, fields_of, table_types
from inclusion_core.tables.package import PACKAGE_FILE, package_of
from inclusion_core.tables.record_arrays import ARROW, record_table
from inclusion_core.tables.tagging import metadata_of
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.csv_folder import TAG_FILE
from inclusion_core.wire.files import put
from inclusion_core.wire.tag import tag_of
from inclusion_core.wire.writing import rows_of

__all__ = ["versions_table", "write"]

_ATTRIBUTES = {"id": "record_id", "act": "act.value"}
"""Where a version says what a column of the envelope holds, where that has another name."""

_LOG = getLogger("inclusion_core.files")


def write(
    journal: Journal, folder: Path | str, schema: Schema, *, vocabulary: Vocabulary | None = None
) -> None:
    """Write a journal: a Parquet file for every record type that is not worked out.

    All files are written beside their places before the first takes its place, ``schema.json``
    last. A file of another name in the folder is left alone. Only the owner may read the files.

    Args:
        journal: What is written.
        folder: Where; it is made if it is not there.
        schema: The record types that there are.
        vocabulary: What they are called; the English words become titles of the data package.

    Raises:
        NotWritableError: What would be written could not be read back as it is.
        SchemaError: The schema is one that no table can hold.
    """
    types = table_types(schema)
    rows_of(journal, schema)  # raises, for all that could not be read back
    listed: dict[str, list[Version]] = defaultdict(list)
    for version in sorted(journal.versions, key=attrgetter("order")):
        listed[version.record_type].append(version)
    contents = [
        (
            f"{name}.parquet",
            _bytes(versions_table(record_type, listed[name]), metadata_of(schema, name)),
        )
        for name, record_type in types.items()
    ]
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    put(
        folder,
        [
            *contents,
            (PACKAGE_FILE, _json(package_of(schema, vocabulary))),
            (TAG_FILE, f"{json.dumps(tag_of(schema))}\n".encode()),
        ],
    )
    told = {"event": "file.written", "file": folder.name, "versions": len(journal.versions)}
    _LOG.info("%(file)s: %(versions)d versions are written", told, extra=told)


def versions_table(record_type: RecordType, versions: Sequence[Version]) -> Any:
    """The versions of one record type as an Arrow table, in the order in which they are given."""
    records = [version.record for version in versions if version.record is not None]
    held = record_table(record_type.name, fields_of(record_type), records)
    columns = {name: held[name] for name in held.column_names}
    if len(records) < len(versions):
        following = count()
        there = [None if each.record is None else next(following) for each in versions]
        rows = pa.array(there, pa.int64())
        columns = {name: column.take(rows) for name, column in columns.items()}
    return pa.table({**dict(_envelopes(versions)), **columns})


def _envelopes(versions: Sequence[Version]) -> Iterator[tuple[str, Any]]:
    """The columns of the envelope; a text that nobody gave is null."""
    for name, kind in ENVELOPE_KINDS.items():
        said = map(attrgetter(_ATTRIBUTES.get(name, name)), versions)
        yield name, pa.array([None if each == "" else each for each in said], ARROW[kind])


def _bytes(table: Any, metadata: Mapping[bytes, bytes]) -> bytes:
    written = BytesIO()
    pq.write_table(table.replace_schema_metadata(metadata), written, compression="zstd")
    return written.getvalue()


def _json(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()

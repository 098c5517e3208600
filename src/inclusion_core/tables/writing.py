"""A journal as a folder of Parquet files, one for each record type, and what describes them.

Beside the files lie ``schema.json``, as in a folder of CSV, and ``datapackage.json``, by which
tools that know nothing of this library read the columns and follow the references. A file carries
the tag of its schema in its own metadata too, so that it says what it is when it is alone.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from operator import attrgetter
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Version
from inclusion_core.tables.arrow_tables import arrays, field_columns
from inclusion_core.tables.layout import ENVELOPE_KINDS, columns_of, fields_of, table_types
from inclusion_core.tables.package import PACKAGE_FILE, package_of
from inclusion_core.tables.tagging import metadata_of
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.csv_folder import TAG_FILE
from inclusion_core.wire.files import put
from inclusion_core.wire.tag import tag_of
from inclusion_core.wire.writing import rows_of

__all__ = ["versions_table", "write"]


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


def versions_table(record_type: RecordType, versions: Sequence[Version]) -> Any:
    """The versions of one record type as an Arrow table, in the order in which they are given."""
    fields = fields_of(record_type)
    records = [version.record for version in versions if version.record is not None]
    held = field_columns(fields, records)
    if len(records) < len(versions):
        there = [version.record is not None for version in versions]
        held = {name: list(_spread(values, there)) for name, values in held.items()}
    columns = {**_envelopes(versions), **held}
    return pa.table(arrays(columns, columns_of(fields)))


def _envelopes(versions: Sequence[Version]) -> Mapping[str, list[Any]]:
    read = {"id": "record_id", "act": "act.value"}
    return {
        name: [value if value != "" else None for value in map(_getter(read, name), versions)]
        for name in ENVELOPE_KINDS
    }


def _getter(read: Mapping[str, str], name: str) -> Any:
    return attrgetter(read.get(name, name))


def _spread(values: Iterable[Any], there: Iterable[bool]) -> Iterator[Any]:
    """The values in the rows that have a record, and nothing in the others."""
    following = iter(values)
    for each in there:
        yield next(following) if each else None


def _bytes(table: Any, metadata: Mapping[bytes, bytes]) -> bytes:
    written = BytesIO()
    pq.write_table(table.replace_schema_metadata(metadata), written, compression="zstd")
    return written.getvalue()


def _json(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()

"""The ways in by Arrow: a folder of Parquet files, and a table of records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from inclusion_core import tables
from inclusion_core.fields import FieldKind
from inclusion_core.findings import Finding
from ways_lab.caseload import CANARY, SCHEMA, Book, latest
from ways_lab.files import OLD_TAG, TAG
from ways_lab.outcome import Outcome, of_reading, of_records
from ways_lab.way import LAST_VERSION, NO_FILE, NO_TAG, Harm, Way, truncated

__all__ = [
    "ARROW",
    "PARQUET",
    "Arrows",
    "arrows",
    "in_file",
    "overwritten_data",
    "spoilt",
    "write_parquet",
]

Arrows = dict[str, Any]
"""Arrow tables by record type."""

ENVELOPE = {"version": FieldKind.NUMBER, "recorded_on": FieldKind.DAY, "act": FieldKind.TEXT}


def arrows(book: Book, *, versions: bool = True) -> Arrows:
    """The book as Arrow tables, each column of the kind that its cells have.

    Args:
        book: The book.
        versions: Whether its versions are written, or the last one of each record alone.
    """
    rows_of = book if versions else latest(book)
    return {name: _arrow(name, rows, versions=versions) for name, rows in rows_of.items()}


def _arrow(name: str, rows: list[dict[str, str]], *, versions: bool) -> Any:
    kinds = {**ENVELOPE, **{each.name: each.kind for each in SCHEMA[name].recorded_fields}}
    columns = {
        each: _column([row[each] for row in rows], kinds.get(each, FieldKind.TEXT))
        for each in (rows[0] if rows else kinds)
        if versions or each not in ENVELOPE
    }
    return pa.table(columns)


def _column(cells: Iterable[str], kind: FieldKind) -> Any:
    texts = [cell or None for cell in cells]
    if kind is FieldKind.DAY:
        try:
            return pa.array([each and date.fromisoformat(each) for each in texts], pa.date32())
        except ValueError:
            return pa.array(texts, pa.string())
    if kind is FieldKind.NUMBER and all(each is None or each.isdigit() for each in texts):
        return pa.array([each and int(each) for each in texts], pa.int64())
    return pa.array(texts, pa.string())


NO_UTF_8 = b"CANARY\xff"
HALF = b"CANARY\xed\xa0\x80"


def spoilt(table: Any, name: str, instead: bytes) -> Any:
    """The table with other bytes in the last row of a column of texts."""
    cells = [str(each).encode() for each in table[name].to_pylist()]
    cells[-1] = instead
    column = pa.array(cells, pa.binary()).view(pa.string())
    return table.set_column(table.column_names.index(name), name, column)


def write_parquet(given: Mapping[str, Any], folder: Path) -> Path:
    """Files as others write them."""
    for name, table in given.items():
        pq.write_table(table, folder / f"{name}.parquet")
    return folder


# A folder of Parquet files.


def _write_folder(book: Book, folder: Path) -> Path:
    (folder / "schema.json").write_text(json.dumps(TAG), encoding="utf-8")
    return write_parquet(arrows(book), folder)


def _tagged(**tag: object) -> Harm:
    def harm(folder: Path) -> None:
        (folder / "schema.json").write_text(json.dumps({**TAG, **tag}), encoding="utf-8")

    return harm


def _older(folder: Path) -> None:
    table = pq.read_table(folder / "ways_room.parquet")
    names = ["storey" if name == "floor" else name for name in table.column_names]
    write_parquet({"ways_room": table.rename_columns(names)}, folder)
    (folder / "schema.json").write_text(json.dumps(OLD_TAG), encoding="utf-8")


def in_file(instead: bytes) -> Harm:
    """Spoils a code in the file of clients."""

    def harm(folder: Path) -> None:
        table = pq.read_table(folder / "client.parquet")
        write_parquet({"client": spoilt(table, "gender", instead)}, folder)

    return harm


def _foreign(folder: Path) -> None:
    (folder / "client.parquet").write_text(CANARY, encoding="utf-8")


PARQUET = Way(
    id="parquet",
    says="folder of Parquet files",
    make=_write_folder,
    read=lambda folder: of_reading(tables.read(folder, SCHEMA)),
    harms={
        "nothing-there": lambda folder: folder / "elsewhere",
        "foreign": _foreign,
        "other-schema": _tagged(schema="CANARY"),
        "newer": _tagged(schema_version=2),
        "newer-type": _tagged(type_versions={"ways_room": 3}),
        "older": _older,
        "truncated": lambda folder: truncated(folder / "client.parquet"),
        "overwritten": lambda folder: overwritten_data(folder / "client.parquet"),
        "not-utf-8": in_file(NO_UTF_8),
        "half-character": in_file(HALF),
        "empty-file": lambda f: [(f / "client.parquet").write_bytes(b""), f][1],
    },
)


def overwritten_data(file: Path) -> None:
    """Overwrite the data, and leave what stands at the end of the file."""
    data = file.read_bytes()
    file.write_bytes(data[:4] + b"\xff" * 40 + data[44:])


# Tables of records.


def _records(given: Arrows) -> Outcome:
    records: list[Any] = []
    findings: list[Finding] = []
    for name, table in given.items():
        taken = tables.records_of(SCHEMA[name], table)
        records += taken.records
        findings += taken.findings
    return of_records(records, findings)


def _spoil(given: Arrows, instead: bytes) -> Arrows:
    return {**given, "client": spoilt(given["client"], "gender", instead)}


ARROW = Way(
    id="arrow",
    says="Arrow tables of records (`tables.records_of`)",
    make=lambda book, _: arrows(book, versions=False),
    read=_records,
    harms={
        "foreign": lambda given: {**given, "client": pa.table({"CANARY": [CANARY]})},
        "not-utf-8": lambda given: _spoil(given, NO_UTF_8),
        "half-character": lambda given: _spoil(given, HALF),
    },
    never={
        **NO_FILE,
        **NO_TAG,
        **dict.fromkeys(("history", "version-twice"), LAST_VERSION),
    },
)

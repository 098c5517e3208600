"""Readers of tables: Parquet, Arrow, a register of frames, a facts table, a database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from ways_lab.arrow import arrows
from ways_lab.caseload import FLAT
from ways_lab.caseload import SCHEMA as WHOLE
from ways_lab.database import DATABASE
from ways_lab.files import TAG

from fuzzing_lab.choices import Choices
from fuzzing_lab.mutating import Build
from fuzzing_lab.of_journals import SCHEMA, good_book, kept_and_told
from fuzzing_lab.reader import Reader, Said, put, scratch, told
from fuzzing_lab.values import arrow_column
from inclusion_core import frames, tables
from inclusion_core.databases import Database
from inclusion_core.facts.own_table import read_own_table

__all__ = ["READERS"]


def _parquet_files() -> Iterator[bytes]:
    for name, table in arrows(good_book()).items():
        if name in ("provider", "client"):
            file = BytesIO()
            pq.write_table(table, file, compression="NONE" if name == "client" else "SNAPPY")
            yield file.getvalue()


def _parquet(data: bytes) -> Said:
    """As the file of clients and as that of providers, whole and in parts."""
    said = ""
    for name in ("client", "provider"):
        folder = put(f"parquet-{name}/{name}.parquet", data).parent
        put(f"parquet-{name}/schema.json", str(TAG).replace("'", '"').encode())
        said += kept_and_told(tables.read(folder, SCHEMA))
        for part in tables.read_batches(folder, SCHEMA, rows=2):
            said += told(part.findings)
    return said


def _register(data: bytes) -> Said:
    register = frames.register(put("register/client.parquet", data).parent, schema=SCHEMA)
    return told(register.findings()) + repr(register)


def _arrow(data: bytes) -> Said:
    """A table of records whose columns hold anything that Arrow can hold."""
    table = _drawn_table(Choices(data))
    taken = tables.records_of(SCHEMA["client"], table)
    again = tables.table_of(SCHEMA["client"], taken.records)
    assert tables.records_of(SCHEMA["client"], again).records == taken.records
    return told(taken.findings) + repr(taken)


def _own(data: bytes) -> Said:
    held, findings = read_own_table(FLAT, _drawn_table(Choices(data)))
    return told(findings) + repr(held)


NAMES = (
    *("id", "id", "provider_id", "born_on", "gender", "died_on", "gender_unknown", "person_id"),
    *("born_on_unknown", "born_on_earliest", "born_on_latest", "", "ID", "version"),
)


def _drawn_table(choices: Choices) -> Any:
    rows = choices.below(4)
    names = ["id", *(choices.pick(NAMES) for _ in range(choices.below(7)))]
    columns = [arrow_column(choices, rows) for _ in names]
    if choices.below(8):
        columns[0] = pa.array([f"c-{choices.below(3)}" for _ in range(rows)], pa.string())
    return pa.table(columns, names=names)


def _database() -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(DATABASE.make(good_book(), Path(folder)))
        connection = sqlite3.connect(file)
        connection.execute("VACUUM")
        connection.close()
        return file.read_bytes()


def _opened(data: bytes) -> Said:
    for end in ("-wal", "-shm", "-journal"):
        Path(f"{scratch()}/cases.db{end}").unlink(missing_ok=True)
    database = Database.open(f"sqlite:///{put('cases.db', data)}", WHOLE)
    try:
        return kept_and_told(database.reading(), WHOLE)
    finally:
        database.engine.dispose()


READERS = (
    Reader(
        id="parquet",
        says="a journal as a folder of Parquet files: one of the files",
        build=Build.BYTES,
        examples=lambda: tuple(_parquet_files()),
        read=_parquet,
        runs=5,
    ),
    Reader(
        id="register",
        says="a register of Parquet files",
        build=Build.BYTES,
        examples=lambda: tuple(_parquet_files())[1:],
        read=_register,
        runs=2,
    ),
    Reader(
        id="arrow",
        says="an Arrow table of records",
        build=Build.BYTES,
        examples=lambda: (bytes(range(64)), b"\1\3\0\1\2"),
        read=_arrow,
    ),
    Reader(
        id="own-table",
        says="a facts table of one's own",
        build=Build.BYTES,
        examples=lambda: (bytes(range(64)),),
        read=_own,
        runs=2,
    ),
    Reader(
        id="database",
        says="the file of a database (SQLite)",
        build=Build.BYTES,
        examples=lambda: (_database(),),
        read=_opened,
        runs=1,
    ),
)

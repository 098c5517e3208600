"""The way in by a database: on SQLite, with rows that somebody edited past the library."""

from __future__ import annotations

import atexit
import sqlite3
from collections.abc import Callable
from functools import cache
from pathlib import Path
from shutil import copy, rmtree
from tempfile import mkdtemp

from inclusion_core.databases import Database
from ways_lab.caseload import CANARY, GOOD, SCHEMA, Book
from ways_lab.files import numbers_in
from ways_lab.outcome import Outcome, of_reading
from ways_lab.way import Harm, Way, overwritten, truncated

__all__ = ["DATABASE"]


def _write(book: Book, folder: Path) -> Path:
    file = Path(copy(_empty(), folder / "cases.db"))
    _run(file, lambda connection: _fill(connection, book))
    return file


@cache
def _empty() -> Path:
    folder = Path(mkdtemp(prefix="ways-in-"))
    atexit.register(rmtree, folder)
    file = folder / "empty.db"
    Database.create(f"sqlite:///{file}", SCHEMA).engine.dispose()
    _run(file, lambda connection: connection.execute("PRAGMA journal_mode = DELETE"))
    return file


def _fill(connection: sqlite3.Connection, book: Book) -> None:
    """Insert rows as a person with a database tool would, columns and tables included."""
    for name in GOOD:
        if name not in book:
            connection.execute(f"DROP TABLE {name}")
    for name, several in book.items():
        rows = [{EXTRA.get(key, key): text for key, text in row.items()} for row in several]
        names = list(rows[0]) if rows else list(GOOD[name][0])
        there = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
        for column in names:
            if column not in there:
                connection.execute(f"ALTER TABLE {name} ADD COLUMN {column} TEXT")
        for column in GOOD[name][0]:
            if column not in names:
                connection.execute(f"DROP INDEX IF EXISTS ix_{name}_{column}")
                connection.execute(f"ALTER TABLE {name} DROP COLUMN {column}")
        for row in rows:
            _insert(connection, name, row)


def _insert(connection: sqlite3.Connection, name: str, row: dict[str, str]) -> None:
    numbers = numbers_in(name)
    cells = {"sequence": 1, "recorded_by": "", "why": ""}
    for key, text in row.items():
        cells[key] = (int(text) if key in numbers and text.isdigit() else text) if text else None
    marks = ", ".join("?" for _ in cells)
    connection.execute(
        f"INSERT INTO {name} ({', '.join(cells)}) VALUES ({marks})", list(cells.values())
    )


def _run(file: Path, work: Callable[[sqlite3.Connection], object]) -> None:
    connection = sqlite3.connect(file)
    work(connection)
    connection.commit()
    connection.close()


def _sql(*statements: str) -> Harm:
    return lambda file: _run(file, lambda c: [c.execute(each) for each in statements])


def _read(file: Path) -> Outcome:
    database = Database.open(f"sqlite:///{file}", SCHEMA)
    try:
        return of_reading(database.reading())
    finally:
        database.engine.dispose()


EXTRA = {"CANARY": "extra"}
"""A column of a database is made by those who run it, and named to them."""
TWICE = "id and version are the key of the table, which takes none twice"

DATABASE = Way(
    id="database",
    says="database (`Database`), here on SQLite",
    make=_write,
    read=_read,
    harms={
        "nothing-there": lambda file: file.with_name("elsewhere.db"),
        "foreign": lambda file: [file.write_text(CANARY * 1000), file][1],
        "other-schema": _sql("DELETE FROM schema_version WHERE name = 'inclusion_core'"),
        "newer": _sql("UPDATE schema_version SET schema_version = 9 WHERE name = 'inclusion_core'"),
        "newer-type": _sql("UPDATE schema_version SET schema_version = 3 WHERE name = 'ways_room'"),
        "older": _sql(
            "UPDATE schema_version SET schema_version = 1 WHERE name = 'ways_room'",
            "ALTER TABLE ways_room RENAME COLUMN floor TO storey",
            "ALTER TABLE ways_room RENAME COLUMN floor_unknown TO storey_unknown",
        ),
        "truncated": truncated,
        "overwritten": overwritten,
        "not-utf-8": _sql("UPDATE client SET gender = CAST(x'4341ff' AS TEXT) WHERE id = 'c-3'"),
        "half-character": _sql(
            "UPDATE client SET gender = CAST(x'4341eda080' AS TEXT) WHERE id = 'c-3'"
        ),
        "empty-file": lambda file: [file.write_bytes(b""), file][1],
    },
    never={
        **dict.fromkeys(("record-twice", "version-twice"), TWICE),
        "only-values": "the table checks versions, days of recording and acts itself",
    },
)

"""Work of keeping cases in a database, of SQLite in a file."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from counted.job import Work
from counted.journals import KNOWN_ON, journal
from inclusion_core.databases import Database


def appended(clients: int, folder: Path) -> Work:
    made, turns = journal(clients), count()
    return lambda: _new(folder / f"{next(turns)}.db").append(made.versions)


def read(clients: int, folder: Path) -> Work:
    database = _new(folder / "cases.db")
    database.append(journal(clients).versions)
    return lambda: database.caseload(KNOWN_ON)


def _new(path: Path) -> Database:
    return Database.create(f"sqlite:///{path}")

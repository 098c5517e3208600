"""Work of reading and writing files."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from counted.job import Work
from counted.journals import journal
from inclusion_core import SCHEMA, tables
from inclusion_core.wire import csv_folder, json_document


def read_csv(clients: int, folder: Path) -> Work:
    csv_folder.write(journal(clients), folder / "csv", SCHEMA)
    return lambda: csv_folder.read(folder / "csv", SCHEMA)


def read_json(clients: int, _: Path) -> Work:
    data = json_document.write(journal(clients), SCHEMA)
    return lambda: json_document.read(data, SCHEMA)


def read_parquet(clients: int, folder: Path) -> Work:
    tables.write(journal(clients), folder / "parquet", SCHEMA)
    return lambda: tables.read(folder / "parquet", SCHEMA)


def write_csv(clients: int, folder: Path) -> Work:
    made, turns = journal(clients), count()
    return lambda: csv_folder.write(made, folder / f"csv-{next(turns)}", SCHEMA)


def write_json(clients: int, _: Path) -> Work:
    made = journal(clients)
    return lambda: json_document.write(made, SCHEMA)


def write_parquet(clients: int, folder: Path) -> Work:
    made, turns = journal(clients), count()
    return lambda: tables.write(made, folder / f"parquet-{next(turns)}", SCHEMA)

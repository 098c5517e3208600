"""A database against the files: writing and reading a journal, a case, tables as known on a day.

Times are relative to reading the same journal from CSV, in one run; memory is what Python holds at
most while a million participations, or as many as are asked for, are appended and read.

    .venv/bin/python benchmarks/database.py [--participations 20000] [--address sqlite:///x.db]
"""

from __future__ import annotations

import argparse
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from inclusion_core.databases import Database
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import type_name
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Operation, Programme, Provider
from inclusion_core.model.participation import Participation
from inclusion_core.model.versions import Version
from inclusion_core.wire import csv_folder

DAY = date(2018, 12, 31)


def versions(participations: int) -> Iterator[Version]:
    for record in (
        Operation(id="op", number="9", title="Title", beneficiary="Foundation"),
        Programme(id="m", operation_id="op", declared_as="sif.mentoring"),
        Provider(id="p", name="Provider"),
    ):
        yield version(record)
    for number in range(participations):
        born = date(1960, 1, 1) + timedelta(days=number % 18_000)
        entered = date(2018, 1, 1) + timedelta(days=number % 300)
        yield version(Client(id=f"c-{number}", provider_id="p", born_on=born))
        yield version(
            Participation(
                id=f"s-{number}", client_id=f"c-{number}", programme_id="m", entered_on=entered
            )
        )


def version(record) -> Version:
    return Version(
        record_type=type_name(type(record)),
        record_id=record.id,
        recorded_on=date(2018, 6, 4),
        record=record,
    )


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description="A database against the files.")
    parser.add_argument("--participations", type=int, default=20_000)
    parser.add_argument("--address", default="")
    parser.add_argument("--memory", action="store_true", help="trace memory, which takes longer")
    given = parser.parse_args()
    many = given.participations
    with TemporaryDirectory() as name:
        folder = Path(name)
        database = Database.create(given.address or f"sqlite:///{folder / 'cases.db'}")
        if given.memory:
            tracemalloc.start()
            database.append(versions(many))
            print(f"append: {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB at most")
            tracemalloc.reset_peak()
            last = 0
            for number, _ in enumerate(database.cases(known_on=DAY)):
                last = number
                if number == 2_000:
                    break
            print(f"{last} cases: {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB at most")
            return
        csv_folder.write(Journal(tuple(versions(many))), folder / "csv", SCHEMA)
        floor = seconds(lambda: csv_folder.read(folder / "csv", SCHEMA))
        ways: dict[str, Callable[[], object]] = {
            "append": lambda: database.append(versions(many)),
            "append again": lambda: database.append(versions(many)),
            "caseload": lambda: database.caseload(DAY),
            "fingerprint": lambda: database.fingerprint(DAY),
            "on DuckDB": lambda: database.on_engine(DAY),
            "on Polars": lambda: database.on_engine(DAY, engine="polars"),
            "100 cases": lambda: [database.case(f"c-{n}", known_on=DAY) for n in range(100)],
        }
        print(f"{2 * many} rows; reading them from CSV: {floor:.2f} s = 1")
        for way, work in ways.items():
            taken = seconds(work)
            print(f"{way:>12}: {taken / floor:5.2f} ({taken:.2f} s)")
        database.engine.dispose()


if __name__ == "__main__":
    main()

"""A database of many participations: appended to and read back lazily, against the bare driver.

Each step runs in a process of its own, so that its memory is its own, and tells how far it is on
the error stream. Bare is what the driver needs for the same rows: executemany and fetchmany.

    .venv/bin/python benchmarks/database.py [--rows 1000000] [--address ADDRESS] [--write]
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import results

from inclusion_core import Period, ReportData, load_catalogue
from inclusion_core.databases import Database
from inclusion_core.databases.connecting import engine_of
from inclusion_core.fields import type_name
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Operation, Programme, Provider
from inclusion_core.model.participation import Participation
from inclusion_core.model.versions import Version

DAY = date(2018, 12, 3)
HALF_YEAR = Period(date(2018, 6, 1), date(2018, 11, 30))
AT_ONCE = 1_000
CASES = 2_000
TABLES = ("client", "participation")
TERMS = (
    Operation(id="op", number="9", title="Title", beneficiary="Foundation"),
    Programme(id="m", operation_id="op", declared_as="sif.mentoring"),
    Provider(id="p", name="Provider"),
)


def versions(rows: int) -> Iterator[Version]:
    """The terms, then a client and a participation, so many times."""
    yield from map(version, TERMS)
    for number in range(rows):
        born = date(1960, 1, 1) + timedelta(days=number % 18_000)
        entered = date(2018, 1, 1) + timedelta(days=number % 300)
        yield version(Client(id=f"c-{number:07}", provider_id="p", born_on=born))
        yield version(
            Participation(
                id=f"s-{number:07}",
                client_id=f"c-{number:07}",
                programme_id="m",
                entered_on=entered,
            )
        )


def version(record) -> Version:
    return Version(
        record_type=type_name(type(record)),
        record_id=record.id,
        recorded_on=date(2018, 6, 4),
        record=record,
    )


def parts(items: Iterable, size: int) -> Iterator[list]:
    following = iter(items)
    while part := list(islice(following, size)):
        yield part


def told(done: int) -> None:
    if done % 100_000 < AT_ONCE:
        sys.stderr.write(f"\r{done:,}")


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def make(_: str, rows: int) -> float:
    """The versions themselves, thrown away."""
    return seconds(lambda: sum(1 for _ in versions(rows)))


def bare_insert(address: str, _: int) -> float:
    """The same rows into tables with the same key and indexes, by executemany."""
    engine = engine_of(address)
    target = engine_of(f"{address}.bare") if engine.dialect.name == "sqlite" else engine
    ours = Database.open(engine).tables
    with engine.connect() as source, target.connect() as connection:
        streamed = source.execution_options(yield_per=AT_ONCE)
        taken = sum(copied(streamed, connection, ours[name]) for name in TABLES)
        taken += seconds(connection.commit)
        for name in TABLES:
            connection.exec_driver_sql(f"drop table bare_{name}")
        connection.commit()
    return taken


def copied(source, connection, table) -> float:
    """Seconds for the rows of a table."""
    name, dialect = f"bare_{table.name}", connection.dialect
    columns = ", ".join(
        f"{each.name} {each.type.compile(dialect=dialect)}" for each in table.columns
    )
    connection.exec_driver_sql(f"create table {name} ({columns}, primary key (id, version))")
    for index in table.indexes:
        (column,) = index.columns
        connection.exec_driver_sql(f"create index bare_{index.name} on {name} ({column.name})")
    marks = ", ".join("?" if dialect.name == "sqlite" else "%s" for _ in table.columns)
    statement = f"insert into {name} values ({marks})"
    cursor, taken = connection.connection.cursor(), 0.0
    for part in source.exec_driver_sql(f"select * from {table.name}").partitions():
        given = list(map(tuple, part))
        start = perf_counter()
        cursor.executemany(statement, given)
        taken += perf_counter() - start
    return taken


def bare_fetch(address: str, _: int) -> float:
    """The same rows, so many at once."""

    def fetch() -> None:
        with engine_of(address).connect() as connection:
            streamed = connection.execution_options(yield_per=AT_ONCE)
            for name in TABLES:
                for part in streamed.exec_driver_sql(f"select * from {name}").partitions():
                    del part

    return seconds(fetch)


def append(address: str, rows: int) -> float:
    database = Database.create(address)
    return seconds(lambda: database.append(versions(rows), progress=told))


def append_again(address: str, rows: int) -> float:
    database = Database.open(address)
    return seconds(lambda: database.append(versions(rows), progress=told))


def read(address: str, rows: int) -> float:
    database = Database.open(address)

    def count() -> None:
        found = sum(1 for _ in database.versions(DAY, progress=told))
        if found != 2 * rows + len(TERMS):
            raise SystemExit(f"{found} versions came back")

    return seconds(count)


def cases(address: str, _: int) -> float:
    """The first of all cases."""
    database = Database.open(address)
    return seconds(lambda: sum(1 for _ in islice(database.cases(known_on=DAY), CASES)))


def one_case(address: str, rows: int) -> float:
    """A hundred cases, each asked for by its id."""
    database = Database.open(address)
    return seconds(
        lambda: [database.case(f"c-{n * (rows // 100):07}", known_on=DAY) for n in range(100)]
    )


def report_of(data: Callable[[Database], ReportData], address: str) -> float:
    catalogue = load_catalogue()
    form = catalogue.report("sif.mentoring.interim")
    database = Database.open(address)
    figures: list[object] = []

    def count() -> None:
        report = form.filled_in(data(database), period=HALF_YEAR, status_day=DAY)
        figures.append(report.sections[0].tables[0].rows[0].cells[0].value)

    taken = seconds(count)
    sys.stderr.write(f" {figures} ")
    return taken


def report_objects(address: str, _: int) -> float:
    return report_of(lambda own: ReportData.of_caseload(own.caseload(DAY), own.schema), address)


def report_polars(address: str, _: int) -> float:
    return report_of(
        lambda own: ReportData.of_tables(**own.for_report(DAY, engine="polars")), address
    )


def report_duckdb(address: str, _: int) -> float:
    return report_of(
        lambda own: ReportData.of_tables(**own.for_report(DAY, engine="duckdb")), address
    )


STEPS: dict[str, Callable[[str, int], float]] = {
    each.__name__: each
    for each in (make, append, append_again, bare_insert, read, bare_fetch, cases, one_case)
}
REPORTS = {each.__name__: each for each in (report_objects, report_polars, report_duckdb)}
WORDS = {
    "make": ("versions are made", ""),
    "append": ("append, with making them", "bare_insert"),
    "append_again": ("append again: all is there", "bare_insert"),
    "bare_insert": ("bare: executemany", ""),
    "read": ("read back lazily", "bare_fetch"),
    "bare_fetch": ("bare: fetchmany", ""),
    "cases": (f"the first {CASES:,} of all cases", ""),
    "one_case": ("100 cases by id", ""),
    "report_objects": ("a report from objects", "report_objects"),
    "report_polars": ("the same on the tables, Polars", "report_objects"),
    "report_duckdb": ("the same on the tables, DuckDB", "report_objects"),
}


def run(step: str, address: str, rows: int) -> tuple[float, float]:
    """Seconds, and megabytes at most, of a step in a process of its own."""
    command = [sys.executable, __file__, "--step", step, "--address", address, "--rows", str(rows)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    taken, most = json.loads(done.stdout)
    sys.stderr.write(f"\r{step}: {taken:.2f} s, {most:.0f} MB\n")
    return taken, most


def lines(found: dict[str, tuple[float, float]]) -> list[str]:
    listed = []
    for step, (taken, most) in found.items():
        words, floor = WORDS[step]
        ratio = f"{taken / found[floor][0]:.2f}" if floor else ""
        listed.append((words, f"{taken:.2f}", ratio, f"{most:.0f}"))
    return results.table(("what", "s", "to bare, or objects", "peak MB"), listed)


def main() -> None:
    parser = argparse.ArgumentParser(description="A database against the bare driver.")
    parser.add_argument("--rows", type=int, default=20_000, help="so many participations")
    parser.add_argument("--report-rows", type=int, default=20_000, help="so many for the report")
    parser.add_argument("--address", default="", help="an empty database; else SQLite in a file")
    parser.add_argument("--write", action="store_true", help="put it on the page of results")
    parser.add_argument("--step", choices=[*STEPS, *REPORTS], help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.step:
        taken = {**STEPS, **REPORTS}[given.step](given.address, given.rows)
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        sys.stdout.write(json.dumps([taken, most]))
        return
    with TemporaryDirectory() as name:
        folder = Path(name)
        address = given.address or f"sqlite:///{folder / 'cases.db'}"
        found = {step: run(step, address, given.rows) for step in STEPS}
        small = f"sqlite:///{folder / 'small.db'}"
        run("append", small, given.report_rows)
        reports = {step: run(step, small, given.report_rows) for step in REPORTS}
    kind = address.partition(":")[0]
    title = f"A database on {kind}, {given.rows:,} participations"
    said = [
        f"{2 * given.rows:,} rows, a client for each participation; {results.machine()}.",
        "",
        *lines(found),
        "",
        f"A report on {given.report_rows:,} participations, on SQLite:",
        "",
        *lines(reports),
    ]
    print(title, *said, sep="\n")
    if given.write:
        command = f".venv/bin/python benchmarks/database.py --rows {given.rows} --write"
        results.write_section(title, "\n".join(said), command)


if __name__ == "__main__":
    main()

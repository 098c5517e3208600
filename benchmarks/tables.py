"""Parquet and Arrow: how much what is read, written and turned into columns costs.

    python benchmarks/tables.py                   objects to columns and back, Parquet against CSV
    python benchmarks/tables.py --rows 1000000    so many participations, read in bounded memory
    python benchmarks/tables.py --write           the same figures, onto the page of results

Ratios are medians of rounds that take turns in one process. The register is synthetic: two clients
and two protection spells for three participations, some days unknown or known in part.
"""

from __future__ import annotations

import argparse
import resource
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import results

from inclusion_core import tables
from inclusion_core.expr.record_columns import kinds_beside, plain_columns
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import Record, type_name
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import ProtectionKind, ProtectionSpell
from inclusion_core.model.versions import Version
from inclusion_core.tables.record_arrays import ARROW
from inclusion_core.tables.writing import versions_table
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay
from inclusion_core.wire import csv_folder

RECORDED = date(2023, 1, 1)
PART = 100_000


def drawn(kind: str, first: int, number: int) -> list[Record]:
    """So many records of a type; the same each time."""
    dice = Random(f"{kind} {first}")
    return [MAKERS[kind](dice, place) for place in range(first, first + number)]


def _day(dice: Random) -> date:
    return date(2018, 1, 1) + timedelta(days=dice.randrange(1_800))


def _client(dice: Random, place: int) -> Record:
    born = date(1950, 1, 1) + timedelta(days=dice.randrange(20_000))
    return Client(
        id=f"c-{place:08}",
        provider_id=f"p-{place % 40}",
        born_on=born if place % 30 else PartialDay.of_year(born.year),
        gender=NOT_ASKED if place % 50 == 0 else dice.choice([Gender.FEMALE, Gender.MALE]),
    )


def _participation(dice: Random, place: int) -> Record:
    entered = _day(dice)
    return Participation(
        id=f"s-{place:08}",
        client_id=f"c-{place * 2 // 3:08}",
        programme_id=f"pr-{place % 7}",
        entered_on=entered if place % 40 else NOT_ASKED,
        left_on=ABSENT if place % 3 == 0 else entered + timedelta(days=dice.randrange(400)),
    )


def _spell(dice: Random, place: int) -> Record:
    return ProtectionSpell(
        id=f"ps-{place:08}",
        client_id=f"c-{place:08}",
        kind=dice.choice(list(ProtectionKind)),
        first_day=_day(dice),
    )


MAKERS: dict[str, Callable[[Random, int], Record]] = {
    "client": _client,
    "participation": _participation,
    "protection_spell": _spell,
}


def versions_of(records: Sequence[Record]) -> list[Version]:
    return [
        Version(
            record_type=type_name(type(each)),
            record_id=each.id,
            recorded_on=RECORDED,
            record=each,
        )
        for each in records
    ]


def ratio(one: Callable[[], object], other: Callable[[], object], rounds: int) -> float:
    """How much longer one takes than the other: the median over rounds in which they take turns."""
    found = []
    for _ in range(rounds):
        times = []
        for each in (one, other):
            start = process_time()
            each()
            times.append(process_time() - start)
        found.append(times[0] / times[1])
    return median(found)


def objects(kind: str, number: int, rounds: int) -> list[tuple[str, str, str]]:
    """Objects to Arrow and back, against reading their attributes bare."""
    records, record_type = drawn(kind, 0, number), SCHEMA[kind]
    names = [name for name, field in record_type.fields.items() if field.derived is None]
    readers = {
        name: eval(f"lambda objects: [each.{name} for each in objects]")
        for name in record_type.fields
    }
    plain = plain_columns(record_type.fields.values(), records)
    kinds = {
        name: ARROW[held]
        for field in record_type.fields.values()
        for name, held in kinds_beside(field).items()
    }

    def bare() -> None:
        for read in readers.values():
            read(records)

    def least() -> None:
        """What Arrow itself needs: each field is read, and its texts, days and numbers taken."""
        bare()
        for name in readers:
            pa.array(plain[name], kinds[name])

    table = tables.table_of(record_type, records)
    columns = [readers[name](records) for name in names]

    def made() -> list[Record]:
        return [
            record_type.record_class(**dict(zip(names, row, strict=True)))
            for row in zip(*columns, strict=True)
        ]

    there = ratio(lambda: tables.table_of(record_type, records), bare, rounds)
    floor = ratio(least, bare, rounds)
    back = ratio(lambda: tables.records_of(record_type, table), made, rounds)
    said = f"{number:,} {kind.replace('_', ' ')}s"
    return [
        (f"{said} to Arrow, against reading attributes", "1.75", f"{there:.2f}"),
        (f"{said}: attributes, and pyarrow.array of them", "", f"{floor:.2f}"),
        (f"{said} back, against calling the class", "", f"{back:.2f}"),
    ]


def folders(number: int, rounds: int) -> list[tuple[str, str, str]]:
    """A journal as Parquet against the same as CSV."""
    records = [each for kind in MAKERS for each in drawn(kind, 0, number)]
    journal = Journal(tuple(versions_of(records)))
    with TemporaryDirectory() as place:
        as_csv, as_parquet = Path(place) / "csv", Path(place) / "parquet"
        writing = ratio(
            lambda: tables.write(journal, as_parquet, SCHEMA),
            lambda: csv_folder.write(journal, as_csv, SCHEMA),
            rounds,
        )
        reading = ratio(
            lambda: tables.read(as_parquet, SCHEMA), lambda: csv_folder.read(as_csv, SCHEMA), rounds
        )
        size = [sum(p.stat().st_size for p in each.iterdir()) for each in (as_parquet, as_csv)]
    said = f"{len(records):,} versions"
    return [
        (f"{said}: writing Parquet, against CSV", "", f"{writing:.2f}"),
        (f"{said}: reading Parquet, against CSV", "", f"{reading:.2f}"),
        (f"{said}: bytes of Parquet, against CSV", "", f"{size[0] / size[1]:.2f}"),
    ]


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def in_bounded_memory(rows: int) -> None:
    """A register of so many participations, read part by part as typed records."""
    sizes = {"client": rows * 2 // 3, "participation": rows, "protection_spell": rows * 2 // 3}
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "schema.json").write_text('{"schema": "inclusion_core", "schema_version": 1}')
        for kind, number in sizes.items():
            written(folder, kind, number)
        print(
            f"{sum(sizes.values()):,} records of {rows:,} participations; {peak_mb():.0f} MB so far"
        )
        start, kept, told = perf_counter(), 0, 0

        def progress(done: int, of: int) -> None:
            nonlocal told
            if done * 10 // of > told:
                told = done * 10 // of
                seconds = perf_counter() - start
                print(f"  {done:,} of {of:,}   {seconds:.0f} s   peak {peak_mb():.0f} MB")

        for part in tables.read_batches(folder, SCHEMA, progress=progress):
            if part.findings:
                raise SystemExit(part.findings[0].in_("en"))
            kept += part.rows_kept
        if kept != sum(sizes.values()):
            raise SystemExit("rows are missing")


def written(folder: Path, kind: str, number: int) -> None:
    """One file, part by part."""
    writer: Any = None
    for first in range(0, number, PART):
        records = drawn(kind, first, min(PART, number - first))
        table = versions_table(SCHEMA[kind], versions_of(records))
        writer = writer or pq.ParquetWriter(folder / f"{kind}.parquet", table.schema)
        writer.write_table(table)
    if writer is not None:
        writer.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, help="participations to read in bounded memory")
    parser.add_argument("--objects", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="put the figures on results.md")
    arguments = parser.parse_args()
    if arguments.rows:
        in_bounded_memory(arguments.rows)
        return
    pa.set_cpu_count(1)
    rows = [row for kind in MAKERS for row in objects(kind, arguments.objects, arguments.rounds)]
    rows += folders(arguments.objects // 10, min(arguments.rounds, 3))
    lines = [
        f"Medians of {arguments.rounds} rounds of CPU time that take turns; {results.machine()}.",
        "",
        *results.table(("what", "goal", "measured"), rows),
    ]
    print("\n".join(lines))
    if arguments.write:
        command = f".venv/bin/python benchmarks/tables.py --rounds {arguments.rounds} --write"
        goals = [
            results.Goal(what=what, bar=float(bar), measured=float(found))
            for what, bar, found in rows
            if bar
        ]
        results.write_section("Parquet and Arrow", "\n".join(lines), command, goals)


if __name__ == "__main__":
    main()

"""How long a caseload takes as a JSON document, against the bare parsing of the same bytes.

The ways take turns in one process; bare parsing is that of ``orjson`` where it is installed, and of
the standard library beside it. A document of which every hundredth record is faulty is read too:
all its faults are found, each with its place.

    .venv/bin/python benchmarks/json_documents.py [--clients 4000] [--repeat 7] [--write] [--check]
"""

from __future__ import annotations

import argparse
import json
import tracemalloc
from collections.abc import Callable
from datetime import date, timedelta
from importlib import import_module
from importlib.util import find_spec
from statistics import median
from time import perf_counter

from results import machine, table, write_section

from inclusion_core import SCHEMA
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import ProtectionKind, ProtectionSpell
from inclusion_core.model.versions import Version
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay
from inclusion_core.wire import json_document

TITLE = "JSON documents"
FIRST_DAY = date(2016, 1, 1)


def journal(clients: int) -> Journal:
    """Three records of each client; a few days known in part, a few values unknown."""
    records = [record for number in range(clients) for record in _of_client(number)]
    return Journal(
        tuple(
            Version(
                record_type=name,
                record_id=record.id,
                recorded_on=FIRST_DAY + timedelta(days=number % 900),
                recorded_by=f"worker-{number % 17}",
                record=record,
            )
            for number, (name, record) in enumerate(records)
        )
    )


def _of_client(number: int) -> list[tuple[str, object]]:
    day = FIRST_DAY + timedelta(days=number * 7 % 900)
    client = f"c-{number}"
    return [
        (
            "client",
            Client(
                id=client,
                provider_id=f"p-{number % 5}",
                born_on=PartialDay.of_year(1950 + number % 50) if number % 20 == 0 else day,
                gender=NOT_ASKED if number % 30 == 0 else list(Gender)[number % 2],
            ),
        ),
        (
            "protection_spell",
            ProtectionSpell(
                id=f"s-{number}",
                client_id=client,
                kind=list(ProtectionKind)[number % len(ProtectionKind)],
                first_day=day,
            ),
        ),
        (
            "participation",
            Participation(
                id=f"t-{number}",
                client_id=client,
                programme_id="sif.mentoring",
                entered_on=day,
                left_on=ABSENT if number % 3 else day + timedelta(days=100),
            ),
        ),
    ]


def damaged(data: bytes) -> tuple[bytes, int]:
    """The document with a faulty day in every hundredth record, and how many these are."""
    lines = data.split(b"\n")
    places = [place for place, line in enumerate(lines) if b'"recorded_on"' in line][::100]
    for place in places:
        lines[place] = lines[place].replace(b'"recorded_on": "20', b'"recorded_on": "x20')
    return b"\n".join(lines), len(places)


def timed(ways: dict[str, Callable[[], object]], repeat: int) -> dict[str, float]:
    """The median time of each way; they take turns."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(repeat):
        for name, way in ways.items():
            began = perf_counter()
            way()
            times[name].append(perf_counter() - began)
    return {name: median(taken) for name, taken in times.items()}


def peak_megabytes(way: Callable[[], object]) -> float:
    """The most memory that Python's objects take at once while it is done."""
    tracemalloc.start()
    try:
        way()
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


def checked(made: Journal, data: bytes, faulty: bytes, faults: int) -> None:
    """Stop unless everything comes back, and every fault is found at its place."""
    reading = json_document.read(data, SCHEMA)
    if reading.findings or {each.record_id for each in reading.journal.versions} != {
        each.record_id for each in made.versions
    }:
        raise SystemExit("the document does not come back as it was")
    if json_document.write(reading.journal, SCHEMA) != data:
        raise SystemExit("what was read is not written as it was")
    found = json_document.read(faulty, SCHEMA).findings
    if len(found) != faults or not all(each.place.row and each.place.field for each in found):
        raise SystemExit("not every fault is found")


def main() -> None:
    parser = argparse.ArgumentParser(description="Times of a caseload as a JSON document.")
    parser.add_argument("--clients", type=int, default=4000, help="three records each")
    parser.add_argument("--repeat", type=int, default=7, help="how often each way is timed")
    parser.add_argument("--check", action="store_true", help="look at the records alone")
    parser.add_argument("--write", action="store_true", help="write the result to results.md")
    given = parser.parse_args()
    made = journal(given.clients)
    data = json_document.write(made, SCHEMA)
    faulty, faults = damaged(data)
    checked(made, data, faulty, faults)
    if given.check:
        print("all records come back")
        return
    parsed = json.loads(data)
    ways: dict[str, Callable[[], object]] = {
        "json.loads": lambda: json.loads(data),
        "read": lambda: json_document.read(data, SCHEMA),
        "read, 1 record in 100 faulty": lambda: json_document.read(faulty, SCHEMA),
        "json.dumps": lambda: json.dumps(parsed, ensure_ascii=False),
        "write": lambda: json_document.write(made, SCHEMA),
    }
    if find_spec("orjson"):
        orjson = import_module("orjson")
        ways |= {
            "orjson.loads": lambda: orjson.loads(data),
            "orjson.dumps": lambda: orjson.dumps(parsed),
        }
    times = timed(ways, given.repeat)
    bare = "orjson" if "orjson.loads" in times else "json"
    rows = []
    for name, taken in times.items():
        against = times[f"{bare}.dumps" if name.endswith(("write", ".dumps")) else f"{bare}.loads"]
        rows.append((name, f"{taken * 1e6 / len(made.versions):.1f}", f"{taken / against:.1f}"))
    memory = peak_megabytes(lambda: json_document.read(data, SCHEMA))
    head = (
        f"{len(made.versions):,} versions of records, {len(data) / 1e6:.1f} MB; medians of "
        f"{given.repeat} rounds in one run; {machine()}. Reading takes {memory:.0f} MB at most."
    )
    headings = ("way", "µs a record", "ratio to bare parsing or writing")
    text = "\n".join([head, "", *table(headings, rows)])
    print(text)
    if given.write:
        write_section(TITLE, text, ".venv/bin/python benchmarks/json_documents.py --write")


if __name__ == "__main__":
    main()

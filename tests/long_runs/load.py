"""A register of a million participations, checked and reported on from files, as users do it.

Every command is a process of its own and has two cores. What it tells is held against the same
counted by hand, in SQL that shares no line with the library.

    .venv/bin/python tests/long_runs/load.py [--rows 1000000] [--write]
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import attrs
from record import Figure, Record, kept

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import load_by_hand
from question import DAYS

REGISTER = Path(__file__).with_name("load_register.py")
COMMAND = ".venv/bin/python tests/long_runs/load.py"
FORM = "sif.mentoring.interim"
ASKED = (
    *("--period", f"{DAYS.first}..{DAYS.last}", "--status-day", str(DAYS.status)),
    *("--known-on", str(DAYS.known_on), "--format", "csv"),
)
MOST_GIGABYTES = 8
MOST_MINUTES = 60


@attrs.frozen
class Run:
    """One command that was run.

    Attributes:
        says: The command, in short.
        seconds: How long it took.
        work: How long a core was at work for it.
        gigabytes: The most memory that it held at once.
        code: How it ended: 0, or 1 where it tells faults of the data.
    """

    says: str
    seconds: float
    work: float
    gigabytes: float
    code: int

    @property
    def measured(self) -> str:
        return (
            f"{self.gigabytes:.2f} GB at most, {self.work / 60:.1f} minutes of work "
            f"({self.seconds / 60:.1f} by the clock)"
        )

    @property
    def figure(self) -> Figure:
        return Figure(
            what=f"`{self.says}`",
            measured=self.measured,
            bar=f"at most {MOST_GIGABYTES} GB and {MOST_MINUTES} minutes of work",
            met=self.gigabytes <= MOST_GIGABYTES and self.work <= 60 * MOST_MINUTES,
        )


def run(says: str, command: Sequence[str], told: Path) -> Run:
    """Run a command, with what it shows kept in a file.

    Raises:
        SystemExit: It did not end as a command does that was done.
    """
    sys.stderr.write(f"{says}\n")
    began = perf_counter()
    with told.open("wb") as out, told.with_suffix(".remarks").open("wb") as remarks:
        child = subprocess.Popen(command, stdout=out, stderr=remarks)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        raise SystemExit(f"{says} ended with {code}")
    kilobytes = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Run(
        says=says,
        seconds=perf_counter() - began,
        work=used.ru_utime + used.ru_stime,
        gigabytes=kilobytes / 1024**2,
        code=code,
    )


def on_two_cores() -> None:
    """Let this process and its children have two cores, where the system can say so."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])


# What is told.


def findings_told(told: Path) -> Mapping[str, int]:
    """How many findings of each kind ``check`` told."""
    found = json.loads(told.read_text(encoding="utf-8"))["findings"]
    return Counter(each["kind"] for each in found)


def figures_told(told: Path) -> Mapping[str, tuple[int, int]]:
    """What a report counts, and what it does not know, by row."""
    with told.open(encoding="utf-8-sig", newline="") as file:
        cells = [row for row in csv.DictReader(file) if row["record"] == "cell"]
    return {
        f"{row['table']}/{row['row'].rpartition('.')[2]}": (int(row["value"]), int(row["unknown"]))
        for row in cells
    }


def agreeing(one: Mapping[str, Any], by_hand: Mapping[str, Any]) -> int:
    """How many of the cells counted by hand were told as they are."""
    return sum(one.get(name) == cell for name, cell in by_hand.items())


# The record.


def measured(folder: Path, rows: int) -> Record:
    written = subprocess.run(
        [sys.executable, str(REGISTER), str(folder), "--rows", str(rows)],
        check=True,
        capture_output=True,
        text=True,
    )
    records = sum(json.loads(written.stdout).values())
    size = sum(each.stat().st_size for each in (folder / "csv").iterdir()) / 1e6
    tool = [sys.executable, "-m", "inclusion_core.cli"]
    check = run(
        "check CSV", [*tool, "check", str(folder / "csv"), "--format", "json"], folder / "check"
    )
    reports = {
        says: run(
            says,
            [*tool, "report", FORM, str(folder / data), *ASKED, *more],
            folder / says.replace(" ", "-"),
        )
        for says, data, more in (
            ("report CSV", "csv", ()),
            ("report Parquet tables", "tables", ()),
            ("report Parquet tables --engine duckdb", "tables", ("--engine", "duckdb")),
        )
    }
    faults = load_by_hand.faults(folder / "tables")
    figures = load_by_hand.figures(folder / "tables")
    found = findings_told(folder / "check")
    told = {says: figures_told(folder / says.replace(" ", "-")) for says in reports}
    return Record(
        id="load",
        title="A million participations",
        question="Can two cores check and report on a million participations from files?",
        command=f"{COMMAND} --rows {rows}",
        again="the same findings and figures; memory and times are those of the machine and of "
        "what else it does.",
        figures=(
            Figure(
                what="what is read",
                measured=f"{rows:,} participations, {records:,} records, {size:,.0f} MB of CSV",
            ),
            check.figure,
            *(each.figure for each in reports.values()),
            Figure(
                what=f"findings of {len(faults)} kinds, counted by hand in SQL",
                measured=f"{agreeing(found, faults)} of {len(faults)} kinds the same "
                f"({sum(faults.values()):,} findings; {found.total():,} of all kinds)",
                bar="all the same",
                met=agreeing(found, faults) == len(faults),
            ),
            *(
                Figure(
                    what=f"figures of `{says}`, counted by hand in SQL",
                    measured=f"{agreeing(cells, figures)} of {len(figures)} the same",
                    bar="all the same, and what is not known",
                    met=agreeing(cells, figures) == len(figures) == len(cells),
                )
                for says, cells in told.items()
            ),
        ),
        remarks=(
            "Records are read whole, and memory grows with them; tables are read by the engine.",
            "Work is what the cores did; by the clock other programs of the machine take part.",
            "A report on records tells faults as `check` does, which is most of its time.",
            "Nobody in the register is real; it has no services, and one version of each record.",
        ),
        tools=("duckdb", "polars", "pyarrow"),
    )


def main() -> int:
    """Measure, print, and keep where asked to; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rows", type=int, default=1_000_000, help="how many participations")
    parser.add_argument("--write", action="store_true", help="keep the record")
    given = parser.parse_args()
    on_two_cores()
    with TemporaryDirectory() as name:
        record = measured(Path(name) / "register", given.rows)
    return 0 if kept(record, write=given.write) else 1


if __name__ == "__main__":
    raise SystemExit(main())

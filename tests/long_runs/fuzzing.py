"""Every reader of what others wrote, under a fuzzer that is guided by coverage.

Each reader runs in a process of its own, with a bound on time and memory, from a fixed seed. Where
atheris is not installed, or with ``--engine hypothesis``, the same documents are drawn by
hypothesis, without its guidance.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs
from record import Figure, Record, kept

HERE = Path(__file__).parent
CHILD = HERE / "fuzzing_child.py"
MEGABYTE = 1 << 20
MOST_MEMORY = 2048
"""Megabytes that a process may hold."""
LONGEST = 10
"""Seconds of the processor that one document may take."""
WHOLE = 3600
"""Seconds that all documents of a reader may take."""
_DRAWN = {
    "atheris": "one in two is a good one after changes that know its build, the other any bytes",
    "hypothesis": "half are good ones after changes that know their build, half any bytes",
}
_COVERED = re.compile(r"^#\d+\s+(INITED|DONE)\s+cov: (\d+)", re.MULTILINE)


@attrs.frozen(kw_only=True)
class Run:
    """What came of one reader.

    Attributes:
        reader: Its id.
        says: What it reads.
        inputs: How many documents were tried.
        taken: How many of them were read, and not refused.
        covered: Branches reached by the good documents, and in the end; empty without guidance.
        slowest: The longest time that one document took, in seconds of the processor.
        memory: The most memory that the process held, in megabytes.
        failure: What ended it early; empty where nothing did.
    """

    reader: str
    says: str
    inputs: int = 0
    taken: int = 0
    covered: tuple[int, ...] = ()
    slowest: float = 0.0
    memory: int = 0
    failure: str = ""


def main() -> int:
    """Run all readers, or some; the exit code says whether every bar was met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the record")
    parser.add_argument("--engine", choices=("atheris", "hypothesis"), default=_engine())
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--times", type=int, default=10, help="documents for each unit of a reader")
    parser.add_argument("--only", nargs="*", default=[], metavar="READER")
    arguments = parser.parse_args()
    with TemporaryDirectory() as folder:
        asked = {
            "engine": arguments.engine,
            "seed": arguments.seed,
            "times": arguments.times,
            "only": arguments.only,
            "memory": MOST_MEMORY,
            "whole": WHOLE,
            "folder": folder,
        }
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        command = [sys.executable, str(CHILD), json.dumps(asked)]
        subprocess.run(command, env=environment, check=True)
        runs = [*map(_run, sorted(Path(folder).iterdir()))]
    return 0 if kept(_record(runs, arguments), write=arguments.write and not arguments.only) else 1


def _engine() -> str:
    return "hypothesis" if find_spec("atheris") is None else "atheris"


def _run(folder: Path) -> Run:
    """What a process left behind."""
    measured: dict[str, Any] = {}
    for name in ("about.json", "found.json"):
        if (folder / name).exists():
            measured |= json.loads((folder / name).read_text("utf-8"))
    said = (folder / "said.txt").read_text("utf-8", errors="replace")
    covered = tuple(int(number) for _, number in _COVERED.findall(said))
    ended = measured.pop("ended")
    return Run(**measured, covered=covered, failure=ended and f"{ended}: {said[-2000:]}")


def _record(runs: Sequence[Run], arguments: argparse.Namespace) -> Record:
    inputs, failed = sum(each.inputs for each in runs), [each for each in runs if each.failure]
    slowest = max(runs, key=lambda each: each.slowest)
    largest = max(runs, key=lambda each: each.memory)
    for each in failed:
        sys.stdout.write(f"{each.reader} FAILED {each.failure}\n")
    bars = (
        Figure(what="readers", measured=str(len(runs))),
        Figure(what="documents tried", measured=f"{inputs:,}"),
        Figure(
            what="readers out of which something else than an error of the library came, which "
            "told a value of a client, or which took too much time or memory",
            measured=f"{len(failed)}" + "".join(f" {each.reader}" for each in failed),
            bar="0",
            met=not failed,
        ),
        Figure(
            what="longest time for one document, in seconds of the processor",
            measured=f"{slowest.slowest:.1f} ({slowest.reader})",
            bar=f"at most {LONGEST}",
            met=slowest.slowest <= LONGEST,
        ),
        Figure(
            what="most memory of one process, fuzzer and all libraries included",
            measured=f"{largest.memory} MB ({largest.reader})",
            bar=f"at most {MOST_MEMORY} MB",
            met=largest.memory <= MOST_MEMORY,
        ),
    )
    return Record(
        id="fuzzing",
        title="Fuzzing of every reader",
        question="Whatever bytes or values a reader is given: do only errors of the library and "
        "findings come out, in bounded time and memory?",
        command=".venv/bin/pip install -q -e '.[lint,proof]'\n"
        f".venv/bin/python tests/long_runs/fuzzing.py --seed {arguments.seed} "
        f"--times {arguments.times}",
        again="the readers, the number of documents and that none fails are the same; which "
        "documents a guided fuzzer draws, what it covers, times and memory differ a little.",
        figures=(*bars, *map(_figure, runs)),
        remarks=(
            f"Documents were drawn by {arguments.engine}; {_DRAWN[arguments.engine]}.",
            "A document has at most 64 KiB, or twice the length of the good one.",
            "Only our own code is watched; a fault in C or Rust below it is met by chance.",
            "What is kept of journals, submissions, releases and standings is read back.",
        ),
        tools=("atheris", "hypothesis"),
    )


def _figure(run: Run) -> Figure:
    grown = f"; branches {run.covered[0]:,} to {run.covered[-1]:,}" if run.covered else ""
    return Figure(
        what=f"{run.reader}: {run.says}",
        measured=f"{run.inputs:,} documents, {run.taken:,} read{grown}; at most "
        f"{run.slowest:.2f} s, {run.memory} MB",
    )


if __name__ == "__main__":
    raise SystemExit(main())

"""What the library does, counted: calls, lines, memory, modules, and how they grow.

A slow-down shows in what is done, long before a busy clock can tell it. Each job runs in a process
of its own, with a steady hash, and is counted the same each time.

    .venv/bin/python benchmarks/counting.py [--jobs fold,hide]     show what is counted
    .venv/bin/python benchmarks/counting.py --check                hold it against counts.json
    .venv/bin/python benchmarks/counting.py --write                keep it as what is expected
    .venv/bin/python benchmarks/counting.py --check --jobs fold \
        --twice inclusion_core.model.caseload:Journal.as_known_on  see that a slow-down is noticed
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

from counted.count import Count, in_own_process
from counted.job import JOBS
from counted.kept import GROWTH, PYTHON, fallen, faults, keep, kept
from results import table

HEADINGS = ("job", "calls", "lines", "peak kB", "blocks held", "modules", "growth")


def counts_of(names: Sequence[str], twice: str = "") -> dict[str, Count]:
    """What is counted of some jobs, as many at a time as there are cores."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda name: in_own_process(name, twice), names)
        return dict(zip(names, found, strict=True))


def row(name: str, count: Count) -> tuple[str, ...]:
    """A job in words and figures."""
    numbers = (count.calls, count.lines, count.peak_kb, count.blocks, count.modules)
    growth = "" if count.growth is None else f"{count.growth:.2f}"
    return (JOBS[name].says, *(f"{each:,}" for each in numbers), growth)


def check(counts: Mapping[str, Count]) -> list[str]:
    """What is more than it may be; what is less is told, so that it can be kept."""
    before = kept()
    if not before:
        print(f"No counts are kept for Python {PYTHON}: only growth is looked at.")
    for name, count in counts.items():
        for told in fallen(name, count, before.get(name)):
            print(f"less than before, keep it with --write: {told}")
    return [
        fault for name, count in counts.items() for fault in faults(name, count, before.get(name))
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description="What the library does, counted.")
    parser.add_argument("--jobs", default=",".join(JOBS), help=f"some of {', '.join(JOBS)}")
    parser.add_argument("--check", action="store_true", help="fail where more is done than kept")
    parser.add_argument("--write", action="store_true", help="keep what is counted")
    parser.add_argument("--twice", default="", help="a function that works twice, to be noticed")
    given = parser.parse_args()
    names = given.jobs.split(",")
    unknown = sorted(set(names) - JOBS.keys())
    if unknown:
        parser.error(f"no such job: {', '.join(unknown)}")
    if given.write and given.twice:
        parser.error("what is slowed is not kept")
    counts = counts_of(names, given.twice)
    print(*table(HEADINGS, [row(*each) for each in counts.items()]), sep="\n")
    if given.write:
        keep(counts)
    if not given.check:
        return 0
    found = check(counts)
    print(*found, sep="\n", file=sys.stderr)
    if not found:
        print(f"{len(counts)} jobs: none does more than is kept, or grows over {GROWTH}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

"""What the library does in each job, counted and held against what is kept; then slowed on purpose.

.venv/bin/python tests/long_runs/counting.py [--write]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from record import Figure, Record, kept

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from counted.count import Count
from counted.job import JOBS
from counted.kept import GROWTH, PYTHON, faults
from counted.kept import kept as expected
from counting import counts_of

SLOWED = {
    "fold": "inclusion_core.fields:type_name",
    "decision": "inclusion_core.pages.lines:wrapped",
    "hide": "inclusion_core.disclosure.network:way_with_room",
}
"""Jobs, and a small function of each that is made to work twice."""


def figures(counts: Mapping[str, Count]) -> Iterator[Figure]:
    """Each job, with whether it does no more than is kept."""
    before = expected()
    yield Figure(
        what=f"jobs of which counts are kept, Python {PYTHON}",
        measured=f"{len(before)} of {len(JOBS)}",
        bar="all",
        met=before.keys() == JOBS.keys(),
    )
    for name, count in counts.items():
        growth = "" if count.growth is None else f", growth {count.growth:.2f}"
        yield Figure(
            what=JOBS[name].says,
            measured=f"{count.calls:,} calls, {count.lines:,} lines, {count.peak_kb:,} kB, "
            f"{count.modules} modules{growth}",
            bar=f"what is kept; growth {GROWTH}",
            met=not list(faults(name, count, before.get(name))),
        )


def slowed() -> Iterator[Figure]:
    """Whether a function that works twice is noticed."""
    before = expected()
    for name, function in SLOWED.items():
        found = list(faults(name, counts_of([name], function)[name], before.get(name)))
        yield Figure(
            what=f"{JOBS[name].says}, with {function.partition(':')[2]} working twice",
            measured="noticed" if found else "not noticed",
            bar="noticed",
            met=bool(found),
        )


def main() -> int:
    parser = argparse.ArgumentParser(description="What the library does, counted.")
    parser.add_argument("--write", action="store_true", help="keep the record")
    given = parser.parse_args()
    record = Record(
        id="counting",
        title="Slow-downs, by counting",
        question="Does any job of the library do more than it did, or grow faster than its data?",
        command=".venv/bin/python tests/long_runs/counting.py --write",
        again="calls, lines, modules and growth are the same with the same minor version of "
        "Python; kilobytes differ by a few in a hundred.",
        figures=[*figures(counts_of(list(JOBS))), *slowed()],
        remarks=(
            (
                "Counted are the lines and calls of this project's own code; what others do is "
                "not, nor what one operator of Python does inside."
            ),
            (
                "Growth is the power of the number of clients by which calls or lines grow, from a "
                "sixteenth of them by a fourth to all; what is done once for all is left out of it."
            ),
        ),
    )
    return 0 if kept(record, write=given.write) else 1


if __name__ == "__main__":
    sys.exit(main())

"""How long the imports take, against the four dependencies that they cannot do without.

Every time is that of a fresh interpreter; the ways take turns, and a bare interpreter is taken off.

    .venv/bin/python benchmarks/imports.py [--repeat 21] [--write]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from statistics import median
from time import perf_counter

from results import Goal, machine, table, write_section

BARE = "a bare interpreter"
DEPENDENCIES = "the four dependencies"
PACKAGE = "import inclusion_core"
MAIN_JOB = "all that a report needs"

STATEMENTS = {
    BARE: "pass",
    DEPENDENCIES: "import attrs, cattrs, pluggy, dateutil.relativedelta",
    PACKAGE: "import inclusion_core",
    MAIN_JOB: (
        "from inclusion_core import Language, Period, ReportData, load_catalogue, read_journal\n"
        "catalogue = load_catalogue()\n"
        "catalogue.report('sif.mentoring.interim'), catalogue.formats['html']"
    ),
}
GOAL = 1.4


def seconds(statement: str) -> float:
    """The time of a fresh interpreter that runs one statement."""
    start = perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True)
    return perf_counter() - start


def measured(repeat: int) -> dict[str, float]:
    """The median time of each way, in milliseconds over a bare interpreter."""
    times: dict[str, list[float]] = {way: [] for way in STATEMENTS}
    for statement in STATEMENTS.values():
        seconds(statement)  # the first one of each writes and reads files for the others
    for _ in range(repeat):
        for way, statement in STATEMENTS.items():
            times[way].append(seconds(statement))
    medians = {way: median(taken) * 1000 for way, taken in times.items()}
    return {way: taken - medians[BARE] for way, taken in medians.items() if way != BARE}


def main() -> None:
    parser = argparse.ArgumentParser(description="Times of imports, in fresh interpreters.")
    parser.add_argument("--repeat", type=int, default=21, help="how often each way is timed")
    parser.add_argument("--write", action="store_true", help="write the result to results.md")
    given = parser.parse_args()
    over_bare = measured(given.repeat)
    rows = [
        (
            way,
            f"{taken:.0f}",
            f"{taken / over_bare[DEPENDENCIES]:.2f}",
            f"{GOAL}" if way == PACKAGE else "",
        )
        for way, taken in over_bare.items()
    ]
    text = "\n".join(
        [
            f"Medians of {given.repeat} rounds in one run; {machine()}.",
            "",
            *table(("what", "ms over a bare interpreter", "ratio", "goal"), rows),
        ]
    )
    print(text)
    if given.write:
        ratio = over_bare[PACKAGE] / over_bare[DEPENDENCIES]
        goal = Goal(
            what="import inclusion_core, against its four dependencies", bar=GOAL, measured=ratio
        )
        write_section("Imports", text, ".venv/bin/python benchmarks/imports.py --write", [goal])


if __name__ == "__main__":
    main()

"""What came of the last run of ``.ci/run``, which starts this at its end: everything held.

.ci/run --write
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tomllib import loads
from typing import Any
from xml.etree import ElementTree as ET

from record import Figure, Record, kept

ROOT = Path(__file__).parents[2]
TESTS, REST = ROOT / ".ci-tests.xml", ROOT / ".ci-rest.xml"
COVERAGE, CHECKED = ROOT / ".ci-coverage.json", ROOT / ".ci-checked.log"
PACKAGES = 5
MINUTES = 25


def outcomes(path: Path) -> dict[str, int]:
    """How many tests there were, and how many of them failed or were skipped."""
    found = {"tests": 0, "failed": 0, "skipped": 0}
    for suite in ET.parse(path).iter("testsuite"):
        found["tests"] += int(suite.get("tests", 0))
        found["failed"] += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        found["skipped"] += int(suite.get("skipped", 0))
    return found


def of_tests() -> Iterator[Figure]:
    """All tests, each counted once: those that were skipped first are run after it."""
    first, rest = outcomes(TESTS), outcomes(REST)
    failed, skipped = first["failed"] + rest["failed"], rest["skipped"]
    yield Figure(
        what="tests, of the core, the plugins and the docs", measured=f"{first['tests']:,}"
    )
    yield Figure(what="of these failed", measured=f"{failed}", bar="none", met=failed == 0)
    yield Figure(
        what="skipped for want of Java, Chromium, Pango or PostgreSQL, and run with these",
        measured=f"{first['skipped']:,}, run {rest['tests']:,}",
        bar="all of them",
        met=rest["tests"] == first["skipped"],
    )
    yield Figure(what="never run", measured=f"{skipped}", bar="none", met=skipped == 0)


def at_length() -> Figure:
    """How many tests are marked as taking long: a few of their cases are run."""
    files = [*ROOT.glob("tests/**/*.py"), *ROOT.glob("plugins/*/tests/**/*.py")]
    marks = [
        int(few)
        for path in files
        if path.parent.name != "effort"  # whose tests have some for show
        for few in re.findall(r"mark\.at_length\(few=(\d+)\)", path.read_text(encoding="utf-8"))
    ]
    return Figure(
        what="tests with many cases or a long one, of which a few cases are run, or none",
        measured=f"{sum(few > 0 for few in marks)}, and {marks.count(0)}",
    )


def of_coverage() -> Iterator[Figure]:
    """Statements and branches, and what is left out of them."""
    read: dict[str, Any] = json.loads(COVERAGE.read_text(encoding="utf-8"))
    found = read["totals"]
    for what in ("statements", "branches"):
        of_all = found[f"num_{what}"]
        covered = found["covered_lines" if what == "statements" else "covered_branches"]
        yield Figure(
            what=f"{what} reached, core and plugins",
            measured=f"{covered:,} of {of_all:,}",
            bar="all",
            met=covered == of_all,
        )
    yield Figure(
        what="lines left out of that, by the comments and rules below",
        measured=f"{found['excluded_lines']:,}",
    )


def of_types() -> Figure:
    """What pyright says of the public types of each package."""
    told = CHECKED.read_text(encoding="utf-8").count("completeness score: 100%")
    return Figure(
        what="packages whose public types are complete (pyright --verifytypes)",
        measured=f"{told} of {PACKAGES}",
        bar="all",
        met=told == PACKAGES,
    )


def left_out() -> Iterator[str]:
    """Each rule and each comment by which lines need not be reached, with its number."""
    written = [
        line
        for folder in (ROOT / "src", *sorted(ROOT.glob("plugins/*/src")))
        for path in sorted(folder.rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    mark = "pragma: no cover"
    single = [line.split(mark)[1].strip(" :") for line in written if mark in line]
    yield f"Comments `{mark}` in core and plugins: {len(single)} ({'; '.join(single)})."
    rules = loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for rule in rules["tool"]["coverage"]["report"]["exclude_also"]:
        yield f"Left out of coverage wherever it stands: `{rule}`."


def main() -> int:
    parser = argparse.ArgumentParser(description="What came of the last run of .ci/run.")
    parser.add_argument("--seconds", type=int, required=True, help="how long it took")
    parser.add_argument("--write", action="store_true", help="keep the record")
    given = parser.parse_args()
    minutes = given.seconds / 60
    record = Record(
        id="continuous",
        title="Every change",
        question="Does everything hold that has to hold for every change?",
        command=".ci/run --write",
        again="all but the minutes is the same.",
        figures=[
            *of_tests(),
            at_length(),
            *of_coverage(),
            of_types(),
            Figure(
                what="ruff, mypy --strict, pyright strict, import-linter",
                measured="nothing found",
                bar="nothing found",
                met=True,  # what they find ends the run before it gets here
            ),
            Figure(
                what="the whole run, from a fresh clone, installing included",
                measured=f"{minutes:.1f} minutes",
                bar=f"under {MINUTES} minutes on two cores with nothing else to do",
                met=minutes < MINUTES,
            ),
        ],
        remarks=(
            (
                "Tests that draw their cases run with a fixed seed here and a tenth of the cases; "
                "they do not count for coverage, lest chance reach a line."
            ),
            (
                "The command of README.md runs all cases of the tests that are cut short here, and "
                "so does `tests/long_runs/at_length.py`, whose last result stands below."
            ),
            *left_out(),
        ),
        tools=("pytest", "coverage", "hypothesis", "mypy", "pyright", "ruff"),
    )
    kept(record, write=given.write)
    *held, _ = record.figures  # a busy machine misses the minutes, and nothing is wrong with that
    return 0 if all(figure.met is not False for figure in held) else 1


if __name__ == "__main__":
    sys.exit(main())

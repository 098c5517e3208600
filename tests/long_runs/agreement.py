"""Two ways to one answer, tried on very many random cases: readers, oracles, laws.

Runs the tests that draw such cases, with more of them than usual, and counts what they drew. The
hypothesis seed is fixed, so that the same cases are drawn again.

    .venv/bin/python tests/long_runs/agreement.py [--times 1] [--seed 2018] [--write] [--only WORD]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
from record import Figure, Record, kept

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
COMMAND = ".venv/bin/python tests/long_runs/agreement.py"


@attrs.frozen
class Comparison:
    """What is held against what, and how hard it is tried.

    Attributes:
        what: In words.
        tests: Files, or single tests, that draw cases.
        times: So many times the cases of a usual run.
    """

    what: str
    tests: tuple[str, ...]
    times: float


EXPRESSIONS, METRICS = "tests/expr", "tests/metrics"
AGREEMENT = f"{EXPRESSIONS}/test_agreement.py"
SIF, ESF = "plugins/inclusion-sif/tests", "plugins/inclusion-esf/tests"
AMIF, EEA = "plugins/inclusion-amif/tests", "plugins/inclusion-eea/tests"
COMPARISONS = (
    Comparison(
        "expressions: the reader of objects and a naive one",
        (
            f"{AGREEMENT}::test_the_reader_of_objects_agrees_with_the_naive_one",
            f"{EXPRESSIONS}/test_oracle.py",
        ),
        20,
    ),
    Comparison(
        "expressions: generated code and the reader of objects",
        (f"{EXPRESSIONS}/test_generated.py",),
        10,
    ),
    Comparison(
        "expressions: Polars, DuckDB, pyarrow, pandas and the reader of objects",
        (
            f"{AGREEMENT}::test_polars_agrees_with_the_reader_of_objects",
            f"{AGREEMENT}::test_duckdb_agrees_with_the_reader_of_objects",
            f"{EXPRESSIONS}/test_engines.py",
        ),
        3,
    ),
    Comparison(
        "expressions: what is settled, whatever turns out",
        (f"{EXPRESSIONS}/test_soundness.py",),
        10,
    ),
    Comparison(
        "expressions: what is missing, by trying all answers",
        (f"{EXPRESSIONS}/test_missing_laws.py",),
        3,
    ),
    Comparison(
        "expressions: days of change, by a walk day by day",
        (f"{EXPRESSIONS}/test_change_days.py",),
        3,
    ),
    Comparison(
        "figures and times: objects, Polars and DuckDB; laws of counting",
        (
            f"{METRICS}/test_laws.py",
            f"{METRICS}/test_duration_laws.py",
            f"{METRICS}/test_metamorphic_laws.py",
            f"{METRICS}/test_gaps.py",
        ),
        3,
    ),
    Comparison(
        "windows of support: days counted by hand, and every way in which open days turn out",
        ("tests/limits/test_window_law.py", "tests/limits/test_window_days.py"),
        10,
    ),
    Comparison("decisions and their explanations", ("tests/rules/test_explanation.py",), 5),
    Comparison(
        "rules and limits of inclusion-sif: an oracle written from the law",
        (f"{SIF}/test_oracle.py", f"{SIF}/test_readers.py"),
        1,
    ),
    Comparison(
        "indicators of inclusion-esf: an oracle written from the texts; laws",
        (f"{ESF}/test_oracle.py", f"{ESF}/test_laws.py"),
        3,
    ),
    Comparison(
        "indicators of inclusion-amif and inclusion-eea: oracles",
        (f"{AMIF}/test_oracle.py", f"{EEA}/test_oracle.py"),
        1,
    ),
    Comparison("laws that every plugin keeps", ("plugins/*/tests/test_conformance.py",), 1),
    Comparison(
        "journals: CSV, JSON, Parquet, workbook and rows, there and back",
        (
            "tests/wire/test_round_trip.py",
            "tests/wire/test_fast_lane.py",
            "tests/tables/test_round_trip.py",
            "tests/rows/test_round_trip.py",
            "tests/workbook/importing/test_round_trip.py",
        ),
        3,
    ),
    Comparison(
        "journals: as known on a day, erased, what was changed",
        ("tests/model/test_journal.py", "tests/keeping/test_erasing.py", "tests/impact"),
        3,
    ),
)


def main() -> int:
    """Measure, print, and keep where asked to; 1 where any two disagreed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=float, default=1, help="so many times these cases")
    parser.add_argument("--seed", type=int, default=2018)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", default="", help="comparisons whose words hold this")
    parser.add_argument("--write", action="store_true", help="keep the record")
    given = parser.parse_args()
    chosen = [each for each in COMPARISONS if given.only in each.what]
    with ThreadPoolExecutor(given.processes) as pool:
        found = list(pool.map(lambda each: _compared(each, given), chosen))
    return 0 if kept(_record(given, chosen, found), write=given.write) else 1


@attrs.frozen
class Found:
    """How many tests and cases there were, and which tests failed."""

    tests: int
    cases: int
    failed: tuple[str, ...]


def _compared(comparison: Comparison, given: argparse.Namespace) -> Found:
    """Run the tests of a comparison in a process of its own."""
    with TemporaryDirectory() as folder:
        counted = Path(folder) / "cases.json"
        surroundings = {
            **os.environ,
            "DRAWN_CASES": str(counted),
            "HYPOTHESIS_STORAGE_DIRECTORY": folder,
            "INCLUSION_FUZZ": str(comparison.times * given.times),
            "PYTHONPATH": os.pathsep.join((str(HERE), os.environ.get("PYTHONPATH", ""))),
        }
        done = subprocess.run(
            [
                *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"),
                *("-p", "drawn_cases", f"--hypothesis-seed={given.seed}"),
                *_paths(comparison.tests),
            ],
            cwd=ROOT,
            env=surroundings,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode not in (0, 1) or not counted.exists():
            sys.exit(f"{comparison.what}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        document = json.loads(counted.read_text(encoding="utf-8"))
    if document["failed"]:
        sys.stderr.write(done.stdout)
    return Found(
        tests=len(document["cases"]),
        cases=sum(document["cases"].values()),
        failed=tuple(document["failed"]),
    )


def _paths(tests: tuple[str, ...]) -> Iterator[str]:
    for each in tests:
        if "*" in each:
            yield from sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob(each))
        else:
            yield each


def _record(given: argparse.Namespace, chosen: list[Comparison], found: list[Found]) -> Record:
    return Record(
        id="agreement",
        title="Two ways to one answer",
        question=(
            "Do readers, engines, oracles written independently, and laws of counting agree on "
            "random cases?"
        ),
        command=f"{COMMAND} --times {given.times:g} --seed {given.seed}",
        again="the same numbers of cases with the same version of hypothesis.",
        figures=(
            Figure(
                what="disagreements",
                measured=f"{sum(len(each.failed) for each in found):,}",
                bar="0",
                met=not any(each.failed for each in found),
            ),
            Figure(
                what="cases in all",
                measured=f"{sum(each.cases for each in found):,}",
            ),
            *(
                Figure(
                    what=comparison.what,
                    measured=_said(result),
                    bar="no test fails",
                    met=not result.failed and result.cases > 0,
                )
                for comparison, result in zip(chosen, found, strict=True)
            ),
        ),
        remarks=(
            "A case is what hypothesis drew for a test, or a life or round that an oracle judged.",
            "A test that tries fixed values counts as one case.",
            "Engines judge many records in one case; each of them is compared.",
            "A million lives against the oracle of inclusion-sif: benchmarks/decisions.py.",
        ),
        tools=("hypothesis", "polars", "duckdb", "pyarrow", "pandas", "narwhals"),
    )


def _said(found: Found) -> str:
    failed = f", failed: {', '.join(found.failed)}" if found.failed else ""
    return f"{found.cases:,} cases in {found.tests:,} tests{failed}"


if __name__ == "__main__":
    sys.exit(main())

"""Very many lives of caseloads, each of many steps, held against a plain book after every step.

The machine and the book stand in ``tests/lives_of_caseloads``.

    .venv/bin/python tests/long_runs/lives.py [--examples 300] [--steps 40] [--seed 2018] [--write]
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from traceback import print_exc
from typing import ClassVar

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test
from record import Figure, Record, kept

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS / "effort"), str(TESTS / "lives_of_caseloads")]

from lives_lab.machine import CaseloadLife, forget_the_empty_database  # noqa: E402

COMMAND = ".venv/bin/python tests/long_runs/lives.py"
LOOKING = ("a_report_is_made", "a_case_is_opened", "a_day_is_looked_up")
MOVING = ("all_moves", "time_goes_by")


def main() -> int:
    """Measure, print, and keep where asked to; 1 where a life went wrong."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--examples", type=int, default=300, help="lives")
    parser.add_argument("--steps", type=int, default=40, help="steps of a life at most")
    parser.add_argument("--seed", type=int, default=2018)
    parser.add_argument("--write", action="store_true", help="keep the record")
    given = parser.parse_args()
    return 0 if kept(_record(given), write=given.write) else 1


def _record(given: argparse.Namespace) -> Record:
    steps, failed = _lived(given)
    lives = steps.pop("found")
    written = sum(steps[each] for each in steps if each not in LOOKING and each not in MOVING)
    return Record(
        id="lives",
        title="Lives of caseloads",
        question=(
            "Do the journal, the database, files and reports agree with a plain book, whatever "
            "happens to a caseload and in whatever order?"
        ),
        command=(
            f"{COMMAND} --examples {given.examples} --steps {given.steps} --seed {given.seed}"
        ),
        again="the same figures with the same version of hypothesis; other lives with another.",
        figures=(
            Figure(
                what=f"lives of up to {given.steps} steps",
                measured=f"{lives:,}",
                bar=f"{given.examples:,}",
                met=lives >= given.examples,
            ),
            Figure(what="steps that write, correct, take back or erase", measured=f"{written:,}"),
            Figure(what="of them erasures", measured=f"{steps['somebody_is_erased']:,}"),
            Figure(
                what="of them imports of a workbook and of rows of others",
                measured=f"{steps['a_workbook_comes_back'] + steps['rows_are_taken_over']:,}",
            ),
            Figure(
                what="moves to CSV, JSON, Parquet or a new database and back",
                measured=f"{steps['all_moves']:,}",
            ),
            Figure(
                what="reports, on objects, Polars, and DuckDB out of the database",
                measured=f"{steps['a_report_is_made']:,}",
            ),
            Figure(
                what="lives in which anything disagreed",
                measured="at least 1" if failed else "0",
                bar="0",
                met=not failed,
            ),
        ),
        remarks=(
            "After every step the journal and the database hold what the plain book holds.",
            "Every day that is over is known as it was, unless somebody was erased.",
            "The book is lists and dicts, and shares no line with the library.",
            "It predicts three figures of the report; the others are held against one another.",
            "The database is SQLite; PostgreSQL is tested by tests/databases.",
        ),
        tools=("hypothesis", "sqlalchemy", "polars", "duckdb", "pyarrow"),
    )


def _lived(given: argparse.Namespace) -> tuple[Counter[str], bool]:
    """How often each kind of step was taken, and whether anything went wrong."""

    @seed(given.seed)
    class Counted(CaseloadLife):
        taken: ClassVar[Counter[str]] = Counter()

    how = settings(
        max_examples=given.examples,
        stateful_step_count=given.steps,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(Counted, settings=how)
    except AssertionError:
        print_exc()
        return Counted.taken, True
    finally:
        forget_the_empty_database()
    return Counted.taken, False


if __name__ == "__main__":
    sys.exit(main())

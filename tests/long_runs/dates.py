"""Days: contracts that CrossHair tries to break, and two centuries compared one by one."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from dates_lab import exhaustive  # noqa: E402  found beside this file
from dates_lab.contracts import CONTRACTS  # noqa: E402
from record import Figure, Record, kept  # noqa: E402

CONFIRMED = "confirmed over all paths"
OPEN = "not confirmed within the budget, and no counterexample found"
UNTRIED = "nothing that may be asked was found within the budget, so nothing was tried"
BROKEN = "counterexample"


def main() -> int:
    """Run everything; the exit code says whether every bar was met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the record")
    parser.add_argument(
        "--budget", type=int, default=30, help="seconds of CrossHair for a contract"
    )
    parser.add_argument("--full", action="store_true", help="add every number of months to 600")
    arguments = parser.parse_args()
    figures = (*_compared(full=arguments.full), *_contracts(arguments.budget))
    command = f".venv/bin/python tests/long_runs/dates.py --budget {arguments.budget}"
    record = Record(
        id="dates",
        title="Days, months and ages",
        question="Are months added, terms ended, years completed and days compared as the rules "
        "say, on every day?",
        command=f".venv/bin/pip install -q -e '.[lint,proof]'\n{command}"
        f"{' --full' if arguments.full else ''}",
        again="the comparisons are the same; which contracts CrossHair confirms within its budget "
        "depends on how fast the machine is, and a counterexample may be found once and not again.",
        figures=figures,
        remarks=(
            "The plain calendar is written from the rules, with whole numbers alone.",
            "A contract that is not confirmed is not proven: no path that was followed breaks it.",
            "CrossHair does not follow decimal numbers; shares are proven with examples alone.",
        ),
        tools=("crosshair-tool", "python-dateutil", "z3-solver"),
    )
    return 0 if kept(record, write=arguments.write) else 1


def _compared(*, full: bool) -> Iterator[Figure]:
    months = exhaustive.steps(full=full)
    some = "0 to 600" if full else "0 to 24, each 23rd after that, and 600"
    years = f"{exhaustive.FIRST.year} to {exhaustive.LAST.year}"
    for what, (compared, differing) in (
        (
            f"months after, months before and terms: every day of {years}, months {some}",
            exhaustive.differing_months(months),
        ),
        ("ages on birthdays and the days beside them, both ways of 29 February", exhaustive.ages()),
        ("days known in part between others, wherever they lie", exhaustive.intervals()),
    ):
        yield Figure(
            what=what,
            measured=f"{compared:,} compared with the plain calendar, {differing:,} differ",
            bar="0 differ",
            met=not differing,
        )


def _contracts(budget: int) -> Iterator[Figure]:
    for contract in CONTRACTS:
        found = _checked(contract.__name__, budget)
        sys.stdout.write(f"{contract.__name__}: {found}\n")
        sys.stdout.flush()
        yield Figure(
            what=contract.__name__.replace("_", " "),
            measured=found,
            bar="tried, and no counterexample",
            met=found in (CONFIRMED, OPEN),
        )


def _checked(name: str, budget: int) -> str:
    command = (
        *(sys.executable, "-m", "crosshair", "check", "--report_all", "--analysis_kind", "PEP316"),
        *("--per_condition_timeout", str(budget), f"dates_lab.contracts.{name}"),
    )
    ended = subprocess.run(
        command,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(HERE), "PYTHONHASHSEED": "0"},
        check=False,
    )
    if ended.returncode == 0 and "Confirmed over all paths" in ended.stdout:
        return CONFIRMED
    if ended.returncode == 0 and "Not confirmed" in ended.stdout:
        return OPEN
    if ended.returncode == 0 and "Unable to meet precondition" in ended.stdout:
        return UNTRIED
    return f"{BROKEN}: {(ended.stdout + ended.stderr).strip()[-500:]}"


if __name__ == "__main__":
    raise SystemExit(main())

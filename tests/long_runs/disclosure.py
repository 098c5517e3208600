"""Hides cells of very many random tables, and tries to work every secret out again.

The hiding is the library's; the working out is linear programming (HiGHS) and shares no line with
it. ``benchmarks/disclosure.py`` does the same on few tables, and takes the time.

    .venv/bin/python tests/long_runs/disclosure.py [--tables 100000] [--pairs 10000] [--write]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import mean

from record import Figure, Record, kept

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from disclosure import Audit, audit_pairs, audit_tables, ratios

COMMAND = ".venv/bin/python tests/long_runs/disclosure.py"


def main() -> int:
    """Measure, print, and keep where asked to; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--tables", type=int, default=100_000, help="random tables")
    parser.add_argument("--pairs", type=int, default=10_000, help="pairs of releases")
    parser.add_argument("--best", type=int, default=300, help="tables held against the best")
    parser.add_argument("--seed", type=int, default=2018)
    parser.add_argument("--write", action="store_true", help="keep the record")
    given = parser.parse_args()
    return 0 if kept(_record(given), write=given.write) else 1


def _record(given: argparse.Namespace) -> Record:
    tenth = max(20, given.pairs // 10)
    tables = audit_tables(given.tables, given.seed)
    pairs = audit_pairs(given.pairs, given.seed, naive=False)
    naive = audit_pairs(tenth, given.seed, naive=True)
    found = ratios(given.best, given.seed)
    return Record(
        id="disclosure",
        title="Hidden cells",
        question="Can a hidden number be worked out from what is published?",
        command=(
            f"{COMMAND} --tables {given.tables} --pairs {given.pairs} --best {given.best} "
            f"--seed {given.seed}"
        ),
        again="the same figures.",
        figures=(
            _secrets(f"{given.tables:,} random tables of up to 16 cells", tables),
            _secrets(f"{given.pairs:,} random pairs of releases", pairs),
            Figure(
                what=f"the same where the first release is forgotten, {tenth:,} pairs",
                measured=f"{naive.lost:,} of {naive.secrets:,} secrets lost",
                bar="some are lost: the audit can see it",
                met=naive.lost > 0,
            ),
            Figure(
                what=f"hidden places to the fewest possible, {len(found)} small tables",
                measured=f"{mean(found):.3f} on average, {max(found):.2f} at worst",
            ),
        ),
        remarks=(
            "A secret is kept where what is published allows an interval as wide as was asked for.",
            "The audit is linear programming (HiGHS), and shares no line with the library.",
            "Refused are tables of which everybody knew too much for anything to be hidden.",
            "The fewest possible are found by whole-number programming, on small tables only.",
        ),
        tools=("scipy",),
    )


def _secrets(what: str, audit: Audit) -> Figure:
    return Figure(
        what=what,
        measured=(
            f"{audit.lost:,} of {audit.secrets:,} secrets can be worked out; "
            f"{audit.refused:,} refused"
        ),
        bar="none",
        met=audit.lost == 0 and audit.secrets > 0,
    )


if __name__ == "__main__":
    sys.exit(main())

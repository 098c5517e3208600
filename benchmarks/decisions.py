"""A million random lives, judged by the library and by an oracle that shares no rule with it.

The oracle stands with the tests of the plugin `inclusion-sif`: plain loops, written from the law.
A case is one life judged on several days: eligibility, support on a day, windows. Where something
is not known, a decided answer of the library must be that of every completion of what is known.

    .venv/bin/python benchmarks/decisions.py [--cases 1000000] [--seed 1] [--processes 2] [--write]
    .venv/bin/python benchmarks/decisions.py --check
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from results import Goal, machine, table, write_section

sys.path.append(str(Path(__file__).parents[1] / "plugins" / "inclusion-sif" / "tests"))

from oracle_lab.judging import Judge
from oracle_lab.lives import life

from inclusion_core import load_catalogue

TITLE = "Decisions against an oracle"
LIVES_OF_A_SEED = 100_000_000
IN_ONE_GO = 250
CASES_TO_CHECK = 500
SHOWN = 20


class Outcome(NamedTuple):
    """How the questions about some lives came out.

    Attributes:
        asked: Questions by what was known of the life (all, or not all) and by outcome.
        wrong: Seed and question of each disagreement.
    """

    asked: Counter[tuple[str, str]]
    wrong: list[tuple[int, str]]


_judges: list[Judge] = []


def judged(seeds: range) -> Outcome:
    """Some lives, judged by both sides; a process loads the catalogue once."""
    if not _judges:
        _judges.append(Judge(load_catalogue()))
    asked: Counter[tuple[str, str]] = Counter()
    wrong = []
    for seed in seeds:
        for each in _judges[0].judged(life(seed)):
            known = "all known" if each.certain else "not all known"
            asked[known, each.outcome] += 1
            if each.outcome == "wrong":
                wrong.append((seed, each.question))
    return Outcome(asked, wrong)


def outcomes(seed: int, cases: int, processes: int) -> Iterator[Outcome]:
    """The lives of a seed, some at a time."""
    first = seed * LIVES_OF_A_SEED
    last = first + cases
    parts = [range(at, min(at + IN_ONE_GO, last)) for at in range(first, last, IN_ONE_GO)]
    if processes == 1:
        yield from map(judged, parts)
        return
    with get_context("spawn").Pool(processes) as pool:
        yield from pool.imap_unordered(judged, parts)


def result(seed: int, cases: int, processes: int) -> tuple[str, int]:
    """The result in words, and the number of disagreements."""
    start = perf_counter()
    asked: Counter[tuple[str, str]] = Counter()
    wrong: list[tuple[int, str]] = []
    for outcome in outcomes(seed, cases, processes):
        asked += outcome.asked
        wrong += outcome.wrong
    seconds = perf_counter() - start
    rows = [
        (known, *(f"{asked[known, outcome]:,}" for outcome in ("agreed", "weaker", "wrong")))
        for known in ("all known", "not all known")
    ]
    headings = ("of the life is", "agreed", "library undecided, oracle not", "disagreed")
    said = (
        f"{cases:,} lives (seed {seed}), {sum(asked.values()):,} questions, "
        f"{seconds:,.0f} seconds (processes: {processes}), {len(wrong):,} disagreements; "
        f"{machine()}.\n"
    )
    lines = [said, *table(headings, rows)]
    for at, question in sorted(wrong)[:SHOWN]:
        lines.append(f"\nDisagreement: life {at}, {question}.")
    return "\n".join(lines), len(wrong)


def main() -> int:
    """Judge, print, and perhaps keep the result; 1 where the sides disagree."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--check", action="store_true", help=f"only {CASES_TO_CHECK} lives")
    parser.add_argument("--write", action="store_true", help="keep the result on results.md")
    options = parser.parse_args()
    cases = CASES_TO_CHECK if options.check else options.cases
    text, disagreements = result(options.seed, cases, options.processes)
    print(text)
    if options.write and not options.check:
        goal = Goal(what="decisions that differ from the oracle", bar=0, measured=disagreements)
        command = f"benchmarks/decisions.py --cases {cases} --seed {options.seed} --write"
        write_section(TITLE, text, f".venv/bin/python {command}", [goal])
    return 1 if disagreements else 0


if __name__ == "__main__":
    sys.exit(main())

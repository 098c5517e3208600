"""Hides cells of random tables and of pairs of releases, and tries to work them out again.

Every secret is audited by linear programming (HiGHS), which shares no line with what hides it; a
secret that can be worked out too well stops the script. On small tables what is hidden is held
against the cheapest there is, found by whole-number programming.

    .venv/bin/python benchmarks/disclosure.py [--tables 100000] [--pairs 10000] [--best 300]
    .venv/bin/python benchmarks/disclosure.py --check
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import mean, median
from time import perf_counter

from results import machine, table

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "disclosure"))

from disclosure_lab.linear import of_table, ranges
from disclosure_lab.optimum import cheapest_places
from disclosure_lab.pairs import drawn_pair
from disclosure_lab.tables import drawn_table, drawn_values, small_ones

from inclusion_core.dice import Dice
from inclusion_core.disclosure.audit import audited
from inclusion_core.disclosure.counts import CountTable
from inclusion_core.disclosure.hiding import NotProtectableError, protected

AT_ONCE = 2000
SMALL = ((3, 3), (3, 4), (4, 4), (2, 5))
TIMED = {(10, 10): 25, (100, 50): 1}


def parts(count: int) -> Iterator[int]:
    """A count in parts, so that the systems of equations stay small."""
    for start in range(0, count, AT_ONCE):
        yield min(AT_ONCE, count - start)


def audit_tables(count: int, seed: int) -> tuple[int, int]:
    """How many tables were refused, and how many secrets were kept in the others."""
    dice, refused, kept = Dice(seed), 0, 0
    for some in parts(count):
        asked, needed = [], []
        for _ in range(some):
            each = drawn_table(dice)
            try:
                puzzle = of_table(each, protected(each))
            except NotProtectableError:
                refused += 1
                continue
            asked += [(puzzle, ("", place)) for place in each.needed]
            needed += each.needed.values()
        kept += len(_held(asked, needed, whole=True, must=True))
    return refused, kept


def audit_pairs(count: int, seed: int, *, naive: bool) -> tuple[int, int, int]:
    """How many pairs were refused, how many secrets there were, and how many were kept."""
    dice, refused, secrets, kept = Dice(seed), 0, 0, 0
    for some in parts(count):
        asked, needed = [], []
        for _ in range(some):
            pair = drawn_pair(dice, naive=naive)
            if pair is None:
                refused += 1
                continue
            puzzle = pair.puzzle
            for name, width in pair.secrets():
                asked.append((puzzle, name))
                needed.append(width)
        secrets += len(asked)
        kept += len(_held(asked, needed, whole=False, must=not naive))
    return refused, secrets, kept


def _held(asked: list, needed: list[int], *, whole: bool, must: bool) -> list[int]:
    """The widths that were kept."""
    ends = ranges(asked, whole=whole)
    kept = [
        width
        for (least, most), width in zip(ends, needed, strict=True)
        if least is None or most is None or most - least >= width
    ]
    if must and len(kept) < len(needed):
        sys.exit(f"{len(needed) - len(kept)} secrets can be worked out")
    return kept


def ratios(count: int, seed: int) -> list[float]:
    """How many places are hidden in small tables, to how many need be."""
    dice, found = Dice(seed), []
    while len(found) < count:
        each = _plain(dice, dice.pick(SMALL))
        if each.needed:
            found.append(len(protected(each)) / len(cheapest_places(each)))
    return found


def _plain(dice: Dice, shape: tuple[int, int]) -> CountTable:
    values = drawn_values(dice, shape)
    return CountTable(values=values, needed=small_ones(CountTable(values=values)))


def times(shape: tuple[int, int], count: int, seed: int) -> list[tuple[float, float, int]]:
    """For each of some tables: milliseconds to hide, to audit exactly, and how many need it."""
    dice, found = Dice(seed), []
    while len(found) < count:
        each = _plain(dice, shape)
        start = perf_counter()
        try:
            hidden = protected(each)
        except NotProtectableError:
            continue
        between = perf_counter()
        audited(each, hidden)
        end = perf_counter()
        found.append(((between - start) * 1000, (end - between) * 1000, len(each.needed)))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Hides cells, and tries to work them out again.")
    parser.add_argument("--tables", type=int, default=100_000, help="random tables")
    parser.add_argument("--pairs", type=int, default=10_000, help="pairs of releases")
    parser.add_argument("--best", type=int, default=300, help="tables held against the best")
    parser.add_argument("--seed", type=int, default=2018)
    parser.add_argument("--check", action="store_true", help="few of all, and no times")
    given = parser.parse_args()
    if given.check:
        given.tables, given.pairs, given.best = 200, 40, 5
    start = perf_counter()
    refused, kept = audit_tables(given.tables, given.seed)
    print(f"{given.tables} tables, {refused} refused; {kept} secrets, all kept", flush=True)
    refused, secrets, _ = audit_pairs(given.pairs, given.seed, naive=False)
    print(f"{given.pairs} pairs, {refused} refused; {secrets} secrets, all kept", flush=True)
    tenth = max(20, given.pairs // 10)
    _, secrets, kept = audit_pairs(tenth, given.seed, naive=True)
    print(f"first release forgotten: {tenth} pairs, {secrets - kept} of {secrets} secrets lost")
    found = ratios(given.best, given.seed)
    print(
        f"hidden to the fewest, {len(found)} tables: mean {mean(found):.3f}, {max(found):.2f} worst"
    )
    if given.check:
        print("all secrets are kept")
        return
    rows = []
    for shape, count in TIMED.items():
        hide, audit, needed = zip(*times(shape, count, given.seed), strict=True)
        size = f"{shape[0]} x {shape[1]}"
        rows.append((size, f"{median(needed):.0f}", f"{median(hide):.1f}", f"{median(audit):.1f}"))
    print("\n".join(table(("table", "need it", "ms to hide", "ms to audit"), rows)))
    print(f"{machine()}; {perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()

"""Hides cells of random tables and of pairs of releases, and tries to work them out again.

Every secret is audited by linear programming (HiGHS), which shares no line with what hides it; a
secret that can be worked out too well fails the script. On small tables what is hidden is held
against the cheapest there is, found by whole-number programming. The long run that is kept on the
page of proof is ``tests/long_runs/disclosure.py``.

    .venv/bin/python benchmarks/disclosure.py [--tables 2000] [--pairs 400] [--best 100]
    .venv/bin/python benchmarks/disclosure.py --check
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import mean, median
from time import perf_counter
from typing import NamedTuple

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


class Audit(NamedTuple):
    """How it came out.

    Attributes:
        refused: Tables or pairs in which everybody knew too much for anything to be hidden.
        secrets: How many there were in the others.
        lost: How many of these can be worked out too well.
    """

    refused: int
    secrets: int
    lost: int


def audit_tables(count: int, seed: int) -> Audit:
    """Random tables, each with the cells hidden that have to be."""
    dice, refused, secrets, lost = Dice(seed), 0, 0, 0
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
        secrets += len(asked)
        lost += _lost(asked, needed, whole=True)
    return Audit(refused, secrets, lost)


def audit_pairs(count: int, seed: int, *, naive: bool) -> Audit:
    """Random pairs of releases; whoever is naive forgets the first when the second is made."""
    dice, refused, secrets, lost = Dice(seed), 0, 0, 0
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
        lost += _lost(asked, needed, whole=False)
    return Audit(refused, secrets, lost)


def _lost(asked: list, needed: list[int], *, whole: bool) -> int:
    """How many lie in an interval that is too narrow."""
    return sum(
        least is not None and most is not None and most - least < width
        for (least, most), width in zip(ranges(asked, whole=whole), needed, strict=True)
    )


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


def main() -> int:
    """Print what was found; 1 where a secret can be worked out."""
    parser = argparse.ArgumentParser(description="Hides cells, and tries to work them out again.")
    parser.add_argument("--tables", type=int, default=2000, help="random tables")
    parser.add_argument("--pairs", type=int, default=400, help="pairs of releases")
    parser.add_argument("--best", type=int, default=100, help="tables held against the best")
    parser.add_argument("--seed", type=int, default=2018)
    parser.add_argument("--check", action="store_true", help="few of all, and no times")
    given = parser.parse_args()
    if given.check:
        given.tables, given.pairs, given.best = 200, 40, 5
    start = perf_counter()
    tables = audit_tables(given.tables, given.seed)
    print(f"{given.tables} tables, {tables.refused} refused; {tables.secrets} secrets", flush=True)
    pairs = audit_pairs(given.pairs, given.seed, naive=False)
    print(f"{given.pairs} pairs, {pairs.refused} refused; {pairs.secrets} secrets", flush=True)
    tenth = max(20, given.pairs // 10)
    naive = audit_pairs(tenth, given.seed, naive=True)
    print(f"first release forgotten: {tenth} pairs, {naive.lost} of {naive.secrets} secrets lost")
    found = ratios(given.best, given.seed)
    print(
        f"hidden to the fewest, {len(found)} tables: mean {mean(found):.3f}, {max(found):.2f} worst"
    )
    if tables.lost or pairs.lost:
        print(f"{tables.lost + pairs.lost} secrets can be worked out", file=sys.stderr)
        return 1
    print("all secrets are kept")
    if not given.check:
        _print_times(given.seed)
        print(f"{machine()}; {perf_counter() - start:.0f} s")
    return 0


def _print_times(seed: int) -> None:
    rows = []
    for shape, count in TIMED.items():
        hide, audit, needed = zip(*times(shape, count, seed), strict=True)
        size = f"{shape[0]} x {shape[1]}"
        rows.append((size, f"{median(needed):.0f}", f"{median(hide):.1f}", f"{median(audit):.1f}"))
    print("\n".join(table(("table", "need it", "ms to hide", "ms to audit"), rows)))


if __name__ == "__main__":
    sys.exit(main())

"""The figures of a register, from its normalised tables: by hand, and by the library.

Both sides read the same Parquet files, on the same engine, and must give identical figures:
counted, unknown and asked, of every metric and every country. Each run is a process of its own;
the sides take turns.

    .venv/bin/python benchmarks/register.py [--rows 1000000] [--repeat 5] [--write]
    .venv/bin/python benchmarks/register.py --check
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from question import LEVELS, differences
from results import Goal, machine, table, write_section

ENGINES = ("polars", "duckdb")
LOADED = {"polars": ("polars",), "duckdb": ("duckdb", "pyarrow")}
"""What the library loads to count on an engine: imports are timed by another script."""
BY_HAND, LIBRARY = "by hand", "library"
SIDES = (BY_HAND, LIBRARY)
ROWS_TO_CHECK = 20_000
GOAL = 1.5


# One run, in a process of its own.


def answered(folder: Path, engine: str, side: str, level: str) -> dict[str, Any]:
    """The figures of one side, with what they cost."""
    compute = _way(engine, side)
    start, start_of_work = perf_counter(), process_time()
    answer = compute(folder, level)
    seconds, work = perf_counter() - start, process_time() - start_of_work
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return {"answer": answer, "seconds": seconds, "work": work, "megabytes": megabytes}


def _way(engine: str, side: str) -> Any:
    if side == LIBRARY:
        import by_library  # noqa: PLC0415  a run loads no more than it measures

        for module in LOADED[engine]:
            import_module(module)
        return lambda folder, level: by_library.compute(folder, level, engine)
    if engine == "polars":
        import by_hand_polars  # noqa: PLC0415

        return by_hand_polars.compute
    import by_hand_duckdb  # noqa: PLC0415

    return by_hand_duckdb.compute


def in_own_process(*arguments: str) -> str:
    """What this script writes when it is run with these arguments."""
    command = [sys.executable, __file__, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout


# All runs.


def write_register(folder: Path, rows: int) -> None:
    """Write the register, in a process of its own: this one must stay small.

    A child process counts the memory of its parent at its birth as its own.
    """
    in_own_process("--fill", str(folder), "--rows", str(rows))


def runs(folder: Path, level: str, repeat: int) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The runs of one level: engine, side, what came of it; the sides take turns."""
    for engine in ENGINES:
        for _ in range(repeat):
            for side in SIDES:
                said = in_own_process("--run", str(folder), engine, side, level)
                yield engine, side, json.loads(said)


def measured(folder: Path, level: str, repeat: int) -> list[tuple[str, ...]]:
    """The rows of the table of one level.

    Raises:
        SystemExit: Two sides differ in a figure.
    """
    found: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    first: dict[str, Any] = {}
    for engine, side, run in runs(folder, level, repeat):
        first = first or run["answer"]
        wrong = differences(first, run["answer"])
        if wrong:
            raise SystemExit("\n".join([f"{engine}, {side}, {level}: figures differ", *wrong]))
        found[engine, side].append(run)
    return [
        _row(engine, level, found[engine, BY_HAND], found[engine, LIBRARY]) for engine in ENGINES
    ]


def _row(
    engine: str, level: str, by_hand: list[dict[str, Any]], library: list[dict[str, Any]]
) -> tuple[str, ...]:
    def of(name: str) -> tuple[float, float]:
        one, other = (median(run[name] for run in its) for its in (by_hand, library))
        return one, other

    seconds, work, memory = of("seconds"), of("work"), of("megabytes")
    return (
        engine,
        level,
        f"{seconds[0]:.2f}",
        f"{seconds[1]:.2f}",
        f"{seconds[1] / seconds[0]:.2f}",
        f"{work[1] / work[0]:.2f}",
        f"{memory[0]:.0f}",
        f"{memory[1]:.0f}",
    )


HEADINGS = (
    *("engine", "figures", "by hand, s", "library, s"),
    *("ratio", "ratio of CPU time", "by hand, MB", "library, MB"),
)


def goals(lines: Iterable[tuple[str, ...]]) -> list[Goal]:
    """What the ratios are held against."""
    return [
        Goal(what=f"figures of a register, {level}, {engine}", bar=GOAL, measured=float(ratio))
        for engine, level, _, _, ratio, *_ in lines
    ]


def report(lines: list[tuple[str, ...]], rows: int, repeat: int) -> str:
    """The table of all levels, with how it came about."""
    return "\n".join(
        [
            f"{rows:,} participations; medians of {repeat} rounds in one run; {machine()}.",
            f"Goal: a ratio of at most {GOAL}.",
            "",
            *table(HEADINGS, lines),
        ]
    )


def check(folder: Path) -> None:
    """Compare the figures of both sides, engines and levels, without timing."""
    for level in LEVELS:
        measured(folder, level, repeat=1)
    print(f"{ROWS_TO_CHECK:,} participations: all figures are identical")


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description="Figures of a register, by hand and by the library.")
    made.add_argument("--rows", type=int, default=1_000_000, help="how many participations")
    made.add_argument("--repeat", type=int, default=5, help="how often each side is timed")
    made.add_argument("--check", action="store_true", help="compare figures of a small register")
    made.add_argument("--write", action="store_true", help="write the result to results.md")
    made.add_argument("--fill", type=Path, help=argparse.SUPPRESS)
    made.add_argument("--run", nargs=4, help=argparse.SUPPRESS)
    return made


def main() -> None:
    given = parser().parse_args()
    if given.run:
        folder, *which = given.run
        print(json.dumps(answered(Path(folder), *which)))
    elif given.fill:
        from synthetic_register import write  # noqa: PLC0415  only this run needs an engine for it

        write(given.fill, given.rows)
    else:
        with TemporaryDirectory() as made:
            folder = Path(made)
            write_register(folder, ROWS_TO_CHECK if given.check else given.rows)
            if given.check:
                check(folder)
                return
            lines = [line for level in LEVELS for line in measured(folder, level, given.repeat)]
        text = report(lines, given.rows, given.repeat)
        print(text)
        if given.write:
            command = f"benchmarks/register.py --rows {given.rows} --repeat {given.repeat} --write"
            write_section(
                "Figures of a register", text, f".venv/bin/python {command}", goals(lines)
            )


if __name__ == "__main__":
    main()

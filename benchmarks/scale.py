"""All indicators of both periods of the ESF, on a flat register of any size, in one pass.

The goals beside what is measured, as ratios of runs that take turns; every run is a process of its
own. What is written by hand for Polars and DuckDB must give the same figures, to the last count.

    .venv/bin/python benchmarks/scale.py [--rows 1000000] [--repeat 5] [--write]
        [--register FOLDER] [--engines polars,duckdb] [--openfisca /path/to/python]
    .venv/bin/python benchmarks/scale.py --check
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

import attrs
from esf_question import FINEST, SOME, TABLE, THREE, Answer, Asked, differences
from results import machine, table, write_section

FLOOR, BY_HAND, LIBRARY = "floor", "by hand", "library"
ENGINES = ("polars", "duckdb", "spark", "pyarrow", "pandas")
SIDES = {
    "polars": (FLOOR, BY_HAND, LIBRARY),
    "duckdb": (FLOOR, BY_HAND, LIBRARY),
    "spark": (FLOOR, LIBRARY),
    "pyarrow": (LIBRARY,),
    "pandas": (BY_HAND, LIBRARY),
}
FIRST_CLASS = ("polars", "duckdb")
LOADED = {"duckdb": ("duckdb", "pyarrow"), "spark": ("pyspark",)}
"""What is loaded before the clock runs, besides the engine itself."""

MILLION = 1_000_000
MOST_IN_MEMORY = 4 * MILLION
"""Above that, engines that hold a whole table in memory are left out."""
ROWS_TO_CHECK = 20_000
ROWS_TO_WARM_UP = 1_000
OBJECTS = 100_000
THIRTY, THREE_HUNDRED = Asked(indicators=30), Asked(indicators=30, times=10)
FEW_CELLS, MANY_CELLS = Asked(breakdown=THREE), Asked(breakdown=FINEST)


# One run, in a process of its own.


def answered(folder: Path, small: Path, engine: str, side: str, asked: Asked) -> dict[str, Any]:
    """What one side says, and what it cost; it has answered for a small register before."""
    for module in LOADED.get(engine, (engine,)):
        import_module(module)
    session = spark_session() if engine == "spark" else None
    compute = way(engine, side, session)
    compute(small, asked)
    start, start_of_work = perf_counter(), process_time()
    answer = compute(folder, asked)
    seconds, work = perf_counter() - start, process_time() - start_of_work
    megabytes = peak_of_java(session) if session else peak()
    return {"seconds": seconds, "work": work, "megabytes": megabytes} | said(answer, asked)


def said(answer: Any, asked: Asked) -> dict[str, Any]:
    """The answer; of one with very many cells, only how many they are and a digest of them."""
    if answer is None or not isinstance(next(iter(answer.values())), dict):
        return {"answer": None, "counts": answer}
    cells = {cell for its in answer.values() for cell in its}
    digest = sha256(json.dumps(answer, sort_keys=True).encode()).hexdigest()
    small = asked.breakdown != FINEST
    return {"answer": answer if small else None, "digest": digest, "cells": len(cells)}


def way(engine: str, side: str, session: Any) -> Any:
    """The function that answers."""
    if side == FLOOR:
        from esf_floor import read  # noqa: PLC0415  a run loads no more than it measures

        return lambda folder, asked: read(folder, asked, engine, session)
    if side == LIBRARY:
        from esf_by_library import compute  # noqa: PLC0415

        return lambda folder, asked: compute(folder, asked, engine, session)
    by_hand = import_module(f"esf_by_hand_{engine}").compute
    return by_hand if engine != "pandas" else lambda folder, _: by_hand(folder)


def spark_session() -> Any:
    """A session on two cores of this machine, quiet."""
    from pyspark.sql import SparkSession  # noqa: PLC0415

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.shuffle.partitions", "4")
    session = builder.config("spark.driver.memory", "4g").getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    return session


def peak() -> float:
    """The most memory that this process has held, in megabytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def peak_of_java(session: Any) -> float:
    """The most memory that the Java of a session has held, where the system tells it; else 0."""
    java = session.sparkContext._gateway.proc.pid  # noqa: SLF001  nothing else tells it
    status = Path(f"/proc/{java}/status")
    session.stop()
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else ()
    found = [line.split()[1] for line in lines if line.startswith("VmHWM")]
    return int(found[0]) / 1024 if found else 0.0


# All runs.


@attrs.frozen
class Registers:
    """Where the register of the question is, and the small one that is asked first."""

    folder: Path
    small: Path


def run(registers: Registers, engine: str, side: str, asked: Asked) -> dict[str, Any]:
    """One run, in a process of its own."""
    given = json.dumps(
        {
            "folder": str(registers.folder),
            "small": str(registers.small),
            "engine": engine,
            "side": side,
            "asked": attrs.asdict(asked),
        }
    )
    command = [sys.executable, __file__, "--run", given]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{engine}, {side}: {done.stderr[-3000:]}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@attrs.frozen
class Cost:
    """What several runs of one kind cost: medians."""

    seconds: float
    work: float
    megabytes: float
    cells: int

    @classmethod
    def of(cls, runs: Sequence[Mapping[str, Any]]) -> Cost:
        each = (median(run[name] for run in runs) for name in ("seconds", "work", "megabytes"))
        return cls(*each, cells=runs[0].get("cells", 0))


Kind = tuple[str, str, Asked]
"""Engine, side and question."""


def measured(registers: Registers, kinds: Sequence[Kind], repeat: int) -> dict[Kind, Cost]:
    """The costs of runs of several kinds, which take turns.

    Raises:
        SystemExit: Two answers to one question differ.
    """
    found: dict[Kind, list[dict[str, Any]]] = defaultdict(list)
    first: dict[Asked, dict[str, Any]] = {}
    for turn in range(repeat):
        for place, (engine, side, asked) in enumerate(kinds):
            tell(turn * len(kinds) + place, repeat * len(kinds), f"{engine}, {side}")
            one = run(registers, engine, side, asked)
            if "digest" in one:
                check_same(first.setdefault(asked, one), one, f"{engine}, {side}, {asked}")
            found[engine, side, asked].append(one)
    tell(repeat * len(kinds), repeat * len(kinds), "")
    return {kind: Cost.of(runs) for kind, runs in found.items()}


def check_same(one: Mapping[str, Any], other: Mapping[str, Any], what: str) -> None:
    """Stop where two answers differ."""
    if one["digest"] != other["digest"]:
        wrong = differences(one["answer"] or {}, other["answer"] or {})
        raise SystemExit("\n".join([f"{what}: figures differ", *wrong[:40]]))


def tell(done: int, of: int, what: str) -> None:
    """Show how far it is, on one line."""
    end = "" if done < of else "\n"
    print(f"\r{done} of {of} runs {what:30}", end=end, file=sys.stderr, flush=True)


def engines_here(asked: Sequence[str], rows: int) -> tuple[list[str], list[str]]:
    """The engines that take part, and why others do not."""
    here, why = [], []
    for engine in asked:
        if engine in ("pyarrow", "pandas") and rows > MOST_IN_MEMORY:
            why.append(f"{engine}: left out, it would hold {rows:,} rows in memory.")
        elif find_spec("pyspark" if engine == "spark" else engine) is None:
            why.append(f"{engine}: not installed here, not measured.")
        elif engine == "spark" and shutil.which("java") is None:
            why.append("spark: there is no Java here, not measured.")
        else:
            here.append(engine)
    return here, why


# What is said of them.


def seconds_table(costs: Mapping[Kind, Cost], engines: Sequence[str]) -> list[str]:
    """Every side of every engine, against the floor of the engine and what is written by hand."""
    lines = []
    for engine in engines:
        of = {side: costs[engine, side, Asked()] for side in SIDES[engine]}
        for side, cost in of.items():
            lines.append(
                (
                    *(engine, side, f"{cost.seconds:.2f}"),
                    *(_ratio(cost, of.get(FLOOR)), _ratio(cost, of.get(BY_HAND))),
                    *(f"{cost.work:.2f}", f"{cost.megabytes:.0f}"),
                )
            )
    headings = ("engine", "side", "s", "to floor", "to by hand", "CPU s", "peak MB")
    return table(headings, lines)


def _ratio(cost: Cost, other: Cost | None) -> str:
    return "" if other is None or other is cost else f"{cost.seconds / other.seconds:.2f}"


def goals(costs: Mapping[Kind, Cost], small: Mapping[Kind, Cost]) -> Iterator[tuple[str, str, str]]:
    """The goals that are about both first-class engines: what, goal, measured."""
    for engine, (floor, cells, memory) in {
        "polars": ("2.0", "1.25", "2.5"),
        "duckdb": ("2.7", "1.25", "1.25"),
    }.items():

        def of(side: str, asked: Asked = Asked(), engine: str = engine) -> Cost:  # noqa: B008
            return costs[engine, side, asked]

        library = of(LIBRARY)
        yield (
            f"all indicators, against the floor, {engine}",
            floor,
            f"{library.seconds / of(FLOOR).seconds:.2f}",
        )
        yield (
            f"the library, against by hand, {engine}",
            "1.05",
            f"{library.seconds / of(BY_HAND).seconds:.2f}",
        )
        few, many = of(LIBRARY, FEW_CELLS), of(LIBRARY, MANY_CELLS)
        yield (
            f"{many.cells:,} cells, against {few.cells}, {engine}",
            cells,
            f"{many.seconds / few.seconds:.2f}",
        )
        thirty, hundreds = of(LIBRARY, THIRTY), of(LIBRARY, THREE_HUNDRED)
        yield (
            f"300 indicators, against 30, {engine}",
            "",
            f"{hundreds.seconds / thirty.seconds:.2f}",
        )
        if small:
            before = small[engine, LIBRARY, Asked()]
            yield (
                f"peak memory, against a million rows, {engine}",
                memory,
                f"{library.megabytes / before.megabytes:.2f}",
            )


def objects_goal(folder: Path, repeat: int) -> tuple[str, str, str]:
    """The goal of columns made of objects."""
    import esf_objects  # noqa: PLC0415

    found = esf_objects.ratio(folder, OBJECTS, repeat)
    return f"{OBJECTS:,} objects to Arrow, against reading attributes", "1.75", f"{found:.2f}"


def openfisca_goal(folder: Path, repeat: int, python: str | None) -> tuple[str, str, str]:
    """The goal against OpenFisca, where it is installed."""
    import esf_against_openfisca as other  # noqa: PLC0415

    what, goal = "a few indicators on a constant day, OpenFisca against the library", "30"
    if python is None and not other.is_installed():
        return what, goal, "not installed (--openfisca names a Python with it)"
    found = other.compared(folder, repeat, python or sys.executable)
    times = found["openfisca"] / found["library"]
    return f"{what} ({found['people']:,} persons)", goal, f"{times:.1f}"


def wrong_in_pandas(folder: Path, answer: Answer) -> str:
    """Where what is written by hand for pandas is wrong, and by how much."""
    counts = import_module("esf_by_hand_pandas").compute(folder)
    right = {name: sum(cell[0] for cell in answer[name].values()) for name in counts}
    wrong = [
        f"{name} {100 * (counts[name] / right[name] - 1):+.1f}%"
        for name in counts
        if counts[name] != right[name]
    ]
    return f"By hand for pandas, wrong: {', '.join(wrong) or 'nothing'}; of {len(counts)}."


# The question as a whole.


def kinds_of(engines: Sequence[str]) -> list[Kind]:
    """All kinds of runs."""
    plain = [(engine, side, Asked()) for engine in engines for side in SIDES[engine]]
    more = [
        (engine, LIBRARY, asked)
        for engine in FIRST_CLASS
        if engine in engines
        for asked in (FEW_CELLS, MANY_CELLS, THIRTY, THREE_HUNDRED)
    ]
    return plain + more


def report(registers: Registers, given: argparse.Namespace, rows: int) -> str:
    """The tables, with how they came about."""
    engines, left_out = engines_here(given.engines.split(","), rows)
    costs = measured(registers, kinds_of(engines), given.repeat)
    small: dict[Kind, Cost] = {}
    first = first_part(registers)
    if rows > MILLION:
        plain = [(engine, LIBRARY, Asked()) for engine in FIRST_CLASS if engine in engines]
        small = measured(attrs.evolve(registers, folder=first), plain, given.repeat)
    lines = list(goals(costs, small)) if set(FIRST_CLASS) <= set(engines) else []
    lines.append(objects_goal(first, given.repeat))
    lines.append(openfisca_goal(first, given.repeat, given.openfisca))
    answer = run(attrs.evolve(registers, folder=first), "polars", LIBRARY, Asked())["answer"]
    parts = [
        (
            f"{rows:,} participations, {len(answer)} indicators, by {SOME}; "
            f"medians of {given.repeat} rounds in one run; {machine()}."
        ),
        "",
        *seconds_table(costs, engines),
        "",
        *table(("what", "goal", "measured"), lines),
        "",
        *left_out,
    ]
    if "pandas" in engines:
        parts.append(wrong_in_pandas(first, answer))
    return "\n".join(parts).rstrip()


def first_part(registers: Registers) -> Path:
    """A register of the first part alone."""
    first = registers.small.parent / "first" / TABLE
    if not first.exists():
        first.mkdir(parents=True)
        part = min((registers.folder / TABLE).glob("*.parquet"))
        (first / part.name).symlink_to(part.resolve())
    return first.parent


def check(registers: Registers, engines: Sequence[str]) -> None:
    """Compare the figures of all sides, engines and breakdowns, without timing."""
    here, left_out = engines_here(engines, ROWS_TO_CHECK)
    hundreds = (THIRTY, THREE_HUNDRED)
    kinds = [kind for kind in kinds_of(here) if kind[1] != FLOOR and kind[2] not in hundreds]
    measured(registers, kinds, repeat=1)
    print("\n".join([*left_out, f"{ROWS_TO_CHECK:,} rows: all figures are identical"]))


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description="All indicators of the ESF, at scale.")
    made.add_argument("--rows", type=int, default=MILLION, help="how many participations")
    made.add_argument(
        "--register", type=Path, help="a register written before, instead of a new one"
    )
    made.add_argument("--repeat", type=int, default=5, help="how often each side is timed")
    made.add_argument("--engines", default=",".join(ENGINES), help="which engines take part")
    made.add_argument("--openfisca", help="the Python of an environment that has OpenFisca")
    made.add_argument("--check", action="store_true", help="compare figures of a small register")
    made.add_argument("--write", action="store_true", help="write the result to results.md")
    made.add_argument("--run", help=argparse.SUPPRESS)
    return made


def rows_of(folder: Path) -> int:
    """How many rows a register has."""
    return int(register_script(folder, "--count"))


def register_script(folder: Path, *arguments: str) -> str:
    """What is done with a register in a process of its own: this one must stay small."""
    command = [sys.executable, str(Path(__file__).with_name("esf_register.py")), str(folder)]
    done = subprocess.run([*command, *arguments], check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def main() -> None:
    given = parser().parse_args()
    if given.run:
        what = json.loads(given.run)
        asked = Asked(**what["asked"])
        folder, small = Path(what["folder"]), Path(what["small"])
        print(json.dumps(answered(folder, small, what["engine"], what["side"], asked)))
        return
    with TemporaryDirectory() as made:
        registers = Registers(given.register or Path(made) / "register", Path(made) / "small")
        register_script(registers.small, "--rows", str(ROWS_TO_WARM_UP))
        rows = ROWS_TO_CHECK if given.check else given.rows
        if given.register is None:
            register_script(registers.folder, "--rows", str(rows))
        else:
            rows = rows_of(given.register)
        if given.check:
            check(registers, given.engines.split(","))
            return
        text = report(registers, given, rows)
        print(text)
        if given.write:
            write_section(f"All indicators of the ESF, {rows:,} participations", text)


if __name__ == "__main__":
    main()

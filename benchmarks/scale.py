"""All indicators of both periods of the ESF, on a flat register of any size, in one pass.

The goals beside what is measured, as ratios of runs that take turns; every run is a process of its
own. What is written by hand for Polars and DuckDB must give the same figures, to the last count.

    .venv/bin/python benchmarks/scale.py [--rows 1000000] [--repeat 5] [--write]
        [--register FOLDER] [--engines polars,duckdb] [--openfisca /path/to/python]
    .venv/bin/python benchmarks/scale.py --check
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
from esf_question import FINEST, SOME, TABLE, THREE, Answer, Asked
from results import Goal, machine, table, write_section
from scale_costs import (
    ENGINES,
    FIRST_CLASS,
    SIDES,
    Cost,
    Kind,
    Registers,
    engines_here,
    measured,
    run,
)
from scale_run import BY_HAND, FLOOR, LIBRARY

MILLION = 1_000_000
ROWS_TO_CHECK = 20_000
ROWS_TO_WARM_UP = 1_000
OBJECTS = 100_000
THIRTY, THREE_HUNDRED = Asked(indicators=30), Asked(indicators=30, times=10)
FEW_CELLS, MANY_CELLS = Asked(breakdown=THREE), Asked(breakdown=FINEST)


COMPARED = {(engine, LIBRARY) for engine in FIRST_CLASS}
"""Sides of which the whole question is written by hand too."""


def seconds_table(costs: Mapping[Kind, Cost], engines: Sequence[str]) -> list[str]:
    """Every side of every engine, against the floor of the engine and what is written by hand."""
    lines = []
    for engine in engines:
        of = {side: costs[engine, side, Asked()] for side in SIDES[engine]}
        for side, cost in of.items():
            lines.append(
                (
                    *(engine, side, f"{cost.seconds:.2f}"),
                    _ratio(cost, of.get(FLOOR)),
                    _ratio(cost, of.get(BY_HAND)) if (engine, side) in COMPARED else "",
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
        if small:
            before = small[engine, LIBRARY, Asked()]
            yield (
                f"peak memory, against a million rows, {engine}",
                memory,
                f"{library.megabytes / before.megabytes:.2f}",
            )
            continue
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


def plain_kinds_of(engines: Sequence[str]) -> list[Kind]:
    """The runs of the whole question."""
    return [(engine, side, Asked()) for engine in engines for side in SIDES[engine]]


def kinds_of(engines: Sequence[str]) -> list[Kind]:
    """All kinds of runs: the whole question on each side, then others on first-class engines."""
    more = [
        (engine, LIBRARY, asked)
        for engine in FIRST_CLASS
        if engine in engines
        for asked in (FEW_CELLS, MANY_CELLS, THIRTY, THREE_HUNDRED)
    ]
    return plain_kinds_of(engines) + more


def held(lines: Sequence[tuple[str, str, str]], rows: int) -> list[Goal]:
    """The lines that have a goal; of OpenFisca, how many times slower it is at least."""
    return [
        Goal(
            what=f"{what}; {rows:,} rows",
            bar=float(bar),
            measured=float(found) if found.replace(".", "").isdigit() else None,
            at_least="OpenFisca" in what,
        )
        for what, bar, found in lines
        if bar
    ]


def report(
    registers: Registers, given: argparse.Namespace, rows: int
) -> tuple[str, Sequence[Goal]]:
    """The tables, with how they came about, and the goals."""
    engines, left_out = engines_here(given.engines.split(","), rows)
    small: dict[Kind, Cost] = {}
    first = first_part(registers)
    kinds = kinds_of(engines) if rows <= MILLION else plain_kinds_of(engines)
    costs = measured(registers, kinds, given.repeat)
    if rows > MILLION:
        plain = [(engine, LIBRARY, Asked()) for engine in FIRST_CLASS if engine in engines]
        small = measured(attrs.evolve(registers, folder=first), plain, given.repeat)
    lines = list(goals(costs, small)) if set(FIRST_CLASS) <= set(engines) else []
    if rows <= MILLION:  # a larger register changes nothing about these
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
    return "\n".join(parts).rstrip(), held(lines, rows)


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
        text, its_goals = report(registers, given, rows)
        print(text)
        if given.write:
            command = f".venv/bin/python benchmarks/scale.py --rows {rows} --repeat {given.repeat}"
            if given.engines != ",".join(ENGINES):
                command += f" --engines {given.engines}"
            title = f"All indicators of the ESF, {rows:,} participations"
            write_section(title, text, f"{command} --write", its_goals)


if __name__ == "__main__":
    main()

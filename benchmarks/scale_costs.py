"""What runs of several sides cost, taking turns; and which sides there are."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

import attrs
from esf_question import Asked, differences
from scale_run import BY_HAND, FLOOR, LIBRARY

ENGINES = ("polars", "duckdb", "spark", "pyarrow", "pandas")
FIRST_CLASS = ("polars", "duckdb")
SIDES = {
    "polars": (FLOOR, BY_HAND, LIBRARY),
    "duckdb": (FLOOR, BY_HAND, LIBRARY),
    "spark": (FLOOR, LIBRARY),
    "pyarrow": (LIBRARY,),
    "pandas": (BY_HAND, LIBRARY),
}
MOST_IN_MEMORY = 4_000_000
"""Above that, engines that hold a whole table in memory are left out."""


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
    command = [sys.executable, str(Path(__file__).with_name("scale_run.py")), given]
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

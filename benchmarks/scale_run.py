"""One run of one side, in a process of its own: what it says, and what it cost.

``scale_costs.py`` starts it, with the question as JSON.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Mapping
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import attrs
from esf_question import FINEST, Asked

FLOOR, BY_HAND, LIBRARY = "floor", "by hand", "library"
LOADED = {"duckdb": ("duckdb", "pyarrow"), "spark": ("pyspark",)}
"""What is loaded before the clock runs, besides the engine itself."""


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


def said(found: Any, asked: Asked) -> dict[str, Any]:
    """The answer; of one with very many cells, only how many they are and a digest of them."""
    if found is None or isinstance(found, Counted):
        return {"answer": None}
    answer = found
    if not isinstance(found, dict):
        from esf_by_library import answer_of  # noqa: PLC0415  only what it counted gets here

        answer = answer_of(found)
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
    return by_hand if engine != "pandas" else lambda folder, _: Counted(by_hand(folder))


@attrs.frozen
class Counted:
    """What is counted in all, where a side knows no more; it is not compared."""

    by_name: Mapping[str, int]


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


def main() -> None:
    what = json.loads(sys.argv[1])
    folder, small = Path(what["folder"]), Path(what["small"])
    print(json.dumps(answered(folder, small, what["engine"], what["side"], Asked(**what["asked"]))))


if __name__ == "__main__":
    main()

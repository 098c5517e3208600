"""Everything that is counted of one job, in a process of its own."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs

from counted.job import JOBS, Job
from counted.tally import memory, tally

TIMES = 4
"""The same is counted with a fourth and a sixteenth of the clients, to see how it grows."""
STEADY = 0.01
"""What grows by a smaller part of all does not grow."""
SHOWN = 0.01
"""Of a function that runs a smaller part of all lines, the count is not kept."""


@attrs.frozen(kw_only=True)
class Count:
    """What was counted of a job.

    Attributes:
        calls: Calls of functions of this project.
        lines: Lines of this project that were run.
        peak_kb: The most memory of Python that it took at once.
        blocks: Blocks of memory that its result holds.
        modules: Modules of this project that are loaded when it is done.
        growth: By which power of the number of clients calls or lines grow, whichever grow faster;
            absent where the job does not grow with them.
        functions: The functions that ran most lines.
    """

    calls: int
    lines: int
    peak_kb: int
    blocks: int
    modules: int
    growth: float | None
    functions: dict[str, int]


def counted(job: Job, folder: Path) -> Count:
    """Does a job a few times, and counts it."""
    if job.warm:
        job.ready(job.clients // TIMES**2, folder / "warm")()
    work = job.ready(job.clients, folder / "all")
    found = tally(work)
    modules = sum(name.startswith("inclusion_") for name in sys.modules)
    growth = None
    if job.clients:
        some = tally(job.ready(job.clients // TIMES, folder / "some"))
        few = tally(job.ready(job.clients // TIMES**2, folder / "few"))
        growth = max(
            power(found.calls, some.calls, few.calls), power(found.lines, some.lines, few.lines)
        )
    most, blocks = memory(work)
    least = found.lines * SHOWN
    return Count(
        calls=found.calls,
        lines=found.lines,
        peak_kb=round(most / 1024),
        blocks=blocks,
        modules=modules,
        growth=growth,
        functions={name: run for name, run in found.functions.most_common() if run >= least},
    )


def power(found: int, some: int, few: int) -> float:
    """By which power of the clients a count grows; what is done once for all is left out of it.

    Args:
        found: The count with all clients.
        some: With a fourth of them.
        few: With a sixteenth.
    """
    if some - few < found * STEADY:
        return 0.0
    return round(math.log((found - some) / (some - few), TIMES), 3)


def in_own_process(name: str, twice: str = "") -> Count:
    """What is counted of a job where nothing else was done before.

    Raises:
        SystemExit: The job failed.
    """
    command = [sys.executable, "-m", "counted.count", name, *([twice] if twice else [])]
    steady = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONTRACEMALLOC": "0"}
    done = subprocess.run(
        command,
        cwd=Path(__file__).parents[1],
        env=steady,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr[-3000:]}")
    return Count(**json.loads(done.stdout.splitlines()[-1]))


def double(function: str) -> None:
    """Let a function of a module do its work twice: MODULE:FUNCTION or MODULE:CLASS.METHOD."""
    module, _, path = function.partition(":")
    holder: object = import_module(module)
    *outer, name = path.split(".")
    for each in outer:
        holder = getattr(holder, each)
    once = getattr(holder, name)

    def twice(*args: object, **kwargs: object) -> object:
        once(*args, **kwargs)
        return once(*args, **kwargs)

    setattr(holder, name, twice)


def main() -> None:
    name, *slowed = sys.argv[1:]
    for function in slowed:
        double(function)
    with TemporaryDirectory() as made:
        print(json.dumps(attrs.asdict(counted(JOBS[name], Path(made)))))


if __name__ == "__main__":
    main()

"""Changes of class bodies and of what modules declare: made by cosmic-ray, which rewrites a file.

Every one is tried in a new process on all guards of its room.
"""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import chdir
from hashlib import sha256
from pathlib import Path

from cosmic_ray.commands import init
from cosmic_ray.work_db import use_db
from cosmic_ray.work_item import MutationSpec, TestOutcome, WorkItem, WorkResult

from .copying import surroundings
from .mutants import Mutant, Outcome, Verdict, changed_lines
from .outside import outside_functions
from .rooms import Room

__all__ = ["TOOL", "table_mutants", "tried_tables"]

TOOL = "cosmic-ray"
LONGEST = 900
SESSION = "session.sqlite"
AT_ONCE = 5
"""So many are tried before what was found is kept."""


def table_mutants(tree: Path, files: Iterable[Path]) -> Iterator[Mutant]:
    """Every change that cosmic-ray would make where mutmut makes none."""
    for mutant, _ in _items(tree, files):
        yield mutant


def tried_tables(
    tree: Path, room: Room, files: Iterable[Path], chosen: Sequence[Mutant]
) -> Iterator[dict[str, Verdict]]:
    """What the tests say to each of them, some at a time."""
    marks = {mutant.id: mutant.mark for mutant in chosen}
    items = [item for mutant, item in _items(tree, files) if mutant.id in marks]
    settings = tree / "cosmic-ray.toml"
    settings.write_text(_settings(room), encoding="utf-8")
    _cosmic_ray(tree, "baseline", settings.name)
    for first in range(0, len(items), AT_ONCE):
        yield _tried(tree, settings, items[first : first + AT_ONCE], marks)


def _tried(
    tree: Path, settings: Path, items: Sequence[WorkItem], marks: Mapping[str, str]
) -> dict[str, Verdict]:
    session = tree / SESSION
    with use_db(str(session)) as db:
        db.clear()
        db.add_work_items(items)
    _cosmic_ray(tree, "exec", settings.name, session.name)
    specs = {item.job_id: item.mutations[0] for item in items}
    with use_db(str(session)) as db:
        return {_id(specs[job]): _verdict(specs[job], marks, result) for job, result in db.results}


def _items(tree: Path, files: Iterable[Path]) -> Iterator[tuple[Mutant, WorkItem]]:
    session = tree / "population.sqlite"
    session.unlink(missing_ok=True)
    with chdir(tree), use_db(str(session)) as db:
        init([path.relative_to(tree) for path in files], db, {})
        items = list(db.work_items)
    sources = {item.mutations[0].module_path for item in items}
    texts = {path: (tree / path).read_text(encoding="utf-8") for path in sources}
    spans = {path: list(outside_functions(text)) for path, text in texts.items()}
    for item in items:
        spec = item.mutations[0]
        path = spec.module_path
        if any(first <= spec.start_pos and spec.end_pos <= last for first, last in spans[path]):
            mark = sha256(texts[path].encode()).hexdigest()[:12]
            yield Mutant(_id(spec), mark, TOOL), item


def _id(spec: MutationSpec) -> str:
    line, column = spec.start_pos
    operator = spec.operator_name.removeprefix("core/")
    return f"{spec.module_path}:{line}:{column} {operator} {spec.occurrence}"


def _settings(room: Room) -> str:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        "-p",
        "no:cacheprovider",
        "--hypothesis-seed=2018",
        *room.guards,
    ]
    return "\n".join(
        (
            "[cosmic-ray]",
            'module-path = "src"',
            f"timeout = {LONGEST}.0",
            "excluded-modules = []",
            f"test-command = {json.dumps(shlex.join(command))}",
            '[cosmic-ray.distributor]\nname = "local"',
        )
    )


def _cosmic_ray(tree: Path, *arguments: str) -> None:
    command = [str(Path(sys.executable).parent / "cosmic-ray"), *arguments]
    with (tree / f"cosmic-ray-{arguments[0]}.log").open("w") as log:
        env = surroundings(tree / "src")
        subprocess.run(command, cwd=tree, env=env, stdout=log, stderr=log, check=True)


def _verdict(spec: MutationSpec, marks: Mapping[str, str], result: WorkResult) -> Verdict:
    change = changed_lines(result.diff or "")
    place = str(spec.module_path.relative_to("src"))
    if spec.definition_name:
        place = f"{place}: {spec.definition_name}"
    return Verdict(marks[_id(spec)], _outcome(result), place, change)


def _outcome(result: WorkResult) -> Outcome:
    if result.test_outcome is TestOutcome.SURVIVED:
        return Outcome.SURVIVED
    return Outcome.TIMED_OUT if result.output == "timeout" else Outcome.KILLED

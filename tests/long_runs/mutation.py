"""Makes small changes to a copy of the library and counts how many its tests notice.

    .venv/bin/python tests/long_runs/mutation.py --write

tries every room; with ``--room limits`` one of them. What was found is kept in the folder of
``--state``: a second run tries only what survived, what was drawn anew and what stands in source
that differs since. ``--report`` tries nothing and tells what was kept.
"""

from __future__ import annotations

import argparse
import shlex
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from mutation_lab.copying import copied
from mutation_lab.functions import TOOL as MUTMUT
from mutation_lab.functions import function_mutants, tried_functions
from mutation_lab.mutants import Outcome, Trial, drawn, keep, kept
from mutation_lab.rooms import ROOMS, Room
from mutation_lab.scores import figures, remarks
from mutation_lab.survivors import written_down
from mutation_lab.tables import TOOL as COSMIC_RAY
from mutation_lab.tables import table_mutants, tried_tables
from record import Record
from record import kept as recorded

STATE = Path(tempfile.gettempdir()) / "inclusion_core_mutation"


def main() -> int:
    asked = _asked()
    rooms = [room for room in ROOMS if not asked.room or room.name in asked.room]
    if not asked.report:
        for room in rooms:
            _try(room, asked)
    found = [(room, kept(_place(asked.state, room))) for room in ROOMS]
    looked_at = written_down(found, write=asked.write)
    record = Record(
        id="mutation",
        title="Mutation",
        question="Do the tests notice when the library is changed a little?",
        command=".venv/bin/pip install -q -e '.[lint,proof]'\n" + "\n".join(_commands(found)),
        again="the same changes are drawn and the same survive, while source and tests are the "
        "same; a change may time out on a slower machine.",
        figures=figures(found, looked_at),
        remarks=remarks(found, looked_at),
        tools=("mutmut", "cosmic-ray", "pytest"),
    )
    return 0 if recorded(record, write=asked.write) else 1


def _commands(found: Sequence[tuple[Room, Trial]]) -> Iterator[str]:
    """What was run: one command for the rooms of which so many changes were drawn."""
    rooms: dict[str, list[str]] = {}
    for room, trial in found:
        if trial.complete:
            whole = len(trial.drawn) in (room.sample, trial.population)
            how_many = "" if whole else f" --sample {len(trial.drawn)}"
            rooms.setdefault(how_many, []).append(f" --room {shlex.quote(room.name)}")
    for how_many, named in rooms.items():
        which = "" if len(named) == len(ROOMS) else "".join(named)
        yield f".venv/bin/python tests/long_runs/mutation.py{how_many}{which} --write"


def _try(room: Room, asked: argparse.Namespace) -> None:
    place = _place(asked.state, room)
    before = kept(place)
    tree = copied(room, asked.state / place.stem)
    files = sorted(path for source in room.sources for path in _files(tree / "src" / source))
    population = [*function_mutants(tree, files), *table_mutants(tree, files)]
    count = max(asked.sample or room.sample, len(before.drawn))
    chosen = drawn(population, count, asked.seed)
    known = {each.id: verdict for each in chosen if (verdict := before.verdict(each)) is not None}
    to_try = [
        each
        for each in chosen
        if each.id not in known or known[each.id].outcome is Outcome.SURVIVED
    ]
    _tell(room, f"{len(population)} changes, {len(chosen)} drawn, {len(to_try)} to try")
    trial = Trial(len(population), [each.id for each in chosen], known)
    in_functions = [each for each in to_try if each.tool == MUTMUT]
    in_tables = [each for each in to_try if each.tool != MUTMUT]
    if in_functions and asked.tool != COSMIC_RAY:
        for found in tried_functions(tree, room, in_functions, asked.jobs):
            trial.verdicts.update(found)
            keep(place, trial)
        _tell(room, f"{len(trial.told(Outcome.SURVIVED))} survive in functions")
    if in_tables and asked.tool != MUTMUT:
        for found in tried_tables(tree, room, files, in_tables):
            trial.verdicts.update(found)
            keep(place, trial)
    keep(place, trial)
    _tell(room, f"{len(trial.told(Outcome.SURVIVED))} of {len(trial.verdicts)} survive")


def _files(source: Path) -> list[Path]:
    return list(source.rglob("*.py")) if source.is_dir() else [source]


def _place(state: Path, room: Room) -> Path:
    return state / f"{room.name.replace(' ', '_')}.json"


def _tell(room: Room, what: str) -> None:
    sys.stderr.write(f"{room.name}: {what}\n")
    sys.stderr.flush()


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--room", action="append", choices=[room.name for room in ROOMS])
    parser.add_argument(
        "--sample", type=int, help="changes drawn in each room; never fewer than before"
    )
    parser.add_argument("--tool", choices=[MUTMUT, COSMIC_RAY], help="this one alone")
    parser.add_argument("--jobs", type=int, default=2, help="processes at once")
    parser.add_argument("--seed", type=int, default=2018)
    parser.add_argument("--state", type=Path, default=STATE, help="where verdicts are kept")
    parser.add_argument("--report", action="store_true", help="try nothing, tell what was kept")
    parser.add_argument("--write", action="store_true", help="keep the record")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())

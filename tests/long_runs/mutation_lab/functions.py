"""Changes inside functions: made by mutmut, which runs only the tests that reach them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import chdir
from pathlib import Path

import attrs
from mutmut.configuration import reset_config
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.stats import status_by_exit_code
from mutmut.utils.format_utils import get_mutant_name, mangled_name_from_mutant_name

from . import importing
from .copying import surroundings
from .mutants import Mutant, Outcome, Verdict, changed_lines
from .rooms import Room

__all__ = ["TOOL", "function_mutants", "tried_functions"]

TOOL = "mutmut"
LONGEST = 900
"""Seconds that the whole guard of a room may take for one change."""
OUTCOMES = {"killed": Outcome.KILLED, "timeout": Outcome.TIMED_OUT}


def function_mutants(tree: Path, files: Iterable[Path]) -> Iterator[Mutant]:
    """Every change that mutmut would make in these files."""
    with chdir(tree):
        reset_config()
        for file in files:
            path = file.relative_to(tree)
            made = mutate_file_contents(str(path), file.read_text(encoding="utf-8"))
            for name in made.mutant_names:
                function = mangled_name_from_mutant_name(name)
                mark = made.hash_by_function_name.get(function, "")
                yield Mutant(get_mutant_name(path, name), mark, TOOL)


def tried_functions(
    tree: Path, room: Room, chosen: Sequence[Mutant], jobs: int
) -> Iterator[dict[str, Verdict]]:
    """What the tests say to each of them, as it becomes known.

    mutmut forks after everything is imported: what a module builds while it is imported is built
    without the change. So a survivor in a function that is called then is tried once more, in a
    new process and on all guards.
    """
    program = Path(sys.executable).parent / "mutmut"
    command = [str(program), "run", "--max-children", str(jobs)]
    command += [mutant.id for mutant in chosen]
    sources = tree / "mutants" / "src"
    sources.mkdir(parents=True)  # Python looks there from the start, and once only
    env = surroundings(sources)
    with (tree / "mutmut.log").open("w") as log:
        subprocess.run(command, cwd=tree, env=env, stdout=log, stderr=log, check=True)
    found = _verdicts(tree, chosen)
    early = _called_while_importing(tree, room)
    again = {
        each: verdict
        for each, verdict in found.items()
        if verdict.outcome is Outcome.SURVIVED and mangled_name_from_mutant_name(each) in early
    }
    yield {each: verdict for each, verdict in found.items() if each not in again}
    if again and not _passes(tree, room, ""):
        raise RuntimeError(f"the guards of {room.name} fail without a change")
    for each, verdict in again.items():
        survived = _passes(tree, room, each)
        yield {each: verdict if survived else attrs.evolve(verdict, outcome=Outcome.KILLED)}


def _verdicts(tree: Path, chosen: Sequence[Mutant]) -> dict[str, Verdict]:
    with chdir(tree):
        reset_config()
        codes = _exit_codes(tree)
        return {
            mutant.id: _verdict(mutant, *codes[mutant.id])
            for mutant in chosen
            if mutant.id in codes and codes[mutant.id][1] is not None
        }


def _exit_codes(tree: Path) -> Mapping[str, tuple[Path, int | None]]:
    found = {}
    for meta in (tree / "mutants").rglob("*.py.meta"):
        path = meta.relative_to(tree / "mutants").with_suffix("")
        data = SourceFileMutationData(path=path)
        data.load()
        found |= {name: (path, code) for name, code in data.exit_code_by_key.items()}
    return found


def _verdict(mutant: Mutant, path: Path, code: int | None) -> Verdict:
    outcome = OUTCOMES.get(status_by_exit_code[code], Outcome.SURVIVED)
    change = changed_lines(get_diff_for_mutant(mutant.id, path=path))
    function = mangled_name_from_mutant_name(mutant.id).rpartition(".")[2]
    name = function.removeprefix("x_").removeprefix("xǁ").replace("ǁ", ".")
    return Verdict(mutant.mark, outcome, f"{path.relative_to('src')}: {name}", change)


def _called_while_importing(tree: Path, room: Room) -> set[str]:
    """The functions that are called before the first test runs."""
    options = ["--collect-only", "-q", "-p", f"{importing.__name__}"]
    env = {**_environment(tree, "stats"), importing.PLACE: str(tree / "importing.txt")}
    _pytest(tree, env, [*options, *room.guards], check=True)
    return set((tree / "importing.txt").read_text(encoding="utf-8").split())


def _passes(tree: Path, room: Room, mutant: str) -> bool:
    try:
        done = _pytest(tree, _environment(tree, mutant), ["-x", "-q", *room.guards], check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _environment(tree: Path, mutant: str) -> dict[str, str]:
    sources = surroundings(tree / "mutants" / "src", Path(__file__).parents[1])
    return {**sources, "MUTANT_UNDER_TEST": mutant}


def _pytest(
    tree: Path, env: Mapping[str, str], arguments: Sequence[str], *, check: bool
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "no:cacheprovider",
            "--hypothesis-seed=2018",
            *arguments,
        ],
        cwd=tree / "mutants",
        env=env,
        capture_output=True,
        timeout=LONGEST,
        check=check,
    )

"""The rooms of the library, and which tests stand guard over each."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

__all__ = ["ROOMS", "Room"]

KERNEL, ELSEWHERE = 95, 85
"""Of a hundred changes, so many must be noticed."""
ALL = 10_000


@attrs.frozen
class Room:
    """A part of the library whose score is told apart.

    Attributes:
        name: As it is given on the command line.
        sources: Files and folders below ``src``.
        guards: Tests in which a developer would expect a mistake of this room to show.
        bar: The score that it must have, in per cent.
        sample: How many of its changes are drawn.
    """

    name: str
    sources: Sequence[str]
    guards: Sequence[str]
    bar: int = ELSEWHERE
    sample: int = 40


def _kernel(name: str, sample: int, *others: str) -> Room:
    return Room(name, [f"inclusion_core/{name}"], [f"tests/{name}", *others], KERNEL, sample)


def _room(name: str, *others: str) -> Room:
    return Room(name, [f"inclusion_core/{name}"], [f"tests/{name}", *others])


def _plugin(name: str) -> Room:
    return Room(name, [f"inclusion_{name}"], [f"plugins/inclusion-{name}/tests"])


def _files(*names: str) -> list[str]:
    return [f"inclusion_core/{name}.py" for name in names]


def _tests(*names: str) -> list[str]:
    return [f"tests/test_{name}.py" for name in names]


ROOMS = (
    Room(
        "values and periods",
        _files("values", "truth", "periods", "shares", "workdays"),
        [*_tests("values", "truth", "periods", "shares"), "tests/limits"],
        KERNEL,
        ALL,
    ),
    _kernel("disclosure", 150),
    _kernel("limits", 150, "tests/cli/test_limits.py", "tests/cli/test_check_limits.py"),
    _kernel("rules", 150, "tests/cli/test_explain.py"),
    _kernel("metrics", 150),
    _kernel("expr", 150, "tests/facts", "tests/frames", "tests/metrics/test_durations.py"),
    _kernel("facts", 100, "tests/rules/test_rule.py", "tests/metrics/test_counting.py"),
    Room(
        "ground",
        _files("dice", "errors", "fields", "findings", "migrations", "sources", "texts"),
        [*_tests("errors", "sources", "texts", "vocabulary"), "tests/facts", "tests/wire"],
    ),
    _room("model", "tests/test_shares.py"),
    _room("checks", "tests/keeping/test_check.py", "tests/hostile/test_at_use.py"),
    _room("wire"),
    _room("reports"),
    _room("publishing"),
    _room("submissions"),
    _room("extracts"),
    _room("impact"),
    _room("keeping"),
    _room("lives"),
    _room("workbook"),
    _room("tables"),
    _room("rows"),
    _room("databases"),
    _room("frames"),
    _room("cases"),
    _room("words"),
    Room(
        "door",
        ["inclusion_core/manager", *_files("catalogue", "deprecations", "programmes")],
        ["tests/door"],
    ),
    _room("cli"),
    _room("testing"),
    *map(_plugin, ("esf", "sif", "amif", "eea")),
)

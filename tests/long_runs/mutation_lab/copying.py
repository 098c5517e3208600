"""A copy of the checkout in which changes may be made."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from .rooms import Room

__all__ = ["CHECKOUT", "TOO_LONG", "copied", "surroundings"]

CHECKOUT = Path(__file__).parents[3]
FOLDERS = ("src", "tests", "plugins", "benchmarks", "docs")
FILES = ("conftest.py", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE")
LEFT_OUT = shutil.ignore_patterns("__pycache__", ".hypothesis", "long_runs", "*.pyc")

TOO_LONG = 5
"""So many times as long as without a change."""

ROOM_FOR_MUTMUT = """
sys.setrecursionlimit(3 * sys.getrecursionlimit())  # each call goes through two of mutmut
settings.register_profile("changed", settings.get_profile("project"), deadline=None)
settings.load_profile("changed")  # and takes longer
"""

SETTINGS = """
[tool.mutmut]
source_paths = ["src"]
only_mutate = {only_mutate}
also_copy = ["conftest.py", "README.md", "CHANGELOG.md", "LICENSE", "plugins", "benchmarks", "docs"]
do_not_mutate_patterns = ['_LOG\\.']
pytest_add_cli_args = ["-p", "no:cacheprovider", "--hypothesis-seed=2018"]
pytest_add_cli_args_test_selection = {guards}
timeout_constant = 6.0
timeout_multiplier = {too_long}.0
process_isolation = "forkserver"
track_dependencies = false
use_git_change_detection = false
"""


def copied(room: Room, folder: Path) -> Path:
    """The checkout as it is now, in a folder of its own, with the settings for one room.

    The packages of the plugins are moved beside the core: what is changed lies below one ``src``.
    """
    shutil.rmtree(folder, ignore_errors=True)
    for name in FOLDERS:
        shutil.copytree(CHECKOUT / name, folder / name, ignore=LEFT_OUT)
    for name in FILES:
        shutil.copy2(CHECKOUT / name, folder / name)
    with (folder / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(ROOM_FOR_MUTMUT)
    for package in folder.glob("plugins/*/src/*"):
        shutil.move(package, folder / "src" / package.name)
    mutated = [pattern for source in room.sources for pattern in _patterns(source)]
    settings = SETTINGS.format(only_mutate=mutated, guards=list(room.guards), too_long=TOO_LONG)
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(settings)
    return folder


def surroundings(*sources: Path) -> Mapping[str, str]:
    """The environment of a test run: the sources of the copy, and few drawn cases."""
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(map(str, sources)),
        "PYTHONDONTWRITEBYTECODE": "1",
        "INCLUSION_FUZZ": "0.1",
    }


def _patterns(source: str) -> list[str]:
    return [f"src/{source}"] if source.endswith(".py") else [f"src/{source}/*"]

"""The public names as they were released last: docs/reference/api."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

__all__ = ["ROOT", "keep", "kept", "quietly_kept"]

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "docs" / "reference" / "api"
HEAD = """\
# The public names of version {version}, written by `.ci/compatibility --write` at its release.
# What stands here goes on working; docs/explanation/compatibility.md says how long.

"""


def kept() -> Mapping[str, str]:
    """One text for each package, and one for the commands."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))}


def keep(texts: Mapping[str, str]) -> None:
    """Take these for the released ones."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in FOLDER.glob("*.txt"):
        path.unlink()
    head = HEAD.format(version=version("inclusion-core"))
    for name, text in texts.items():
        (FOLDER / f"{name}.txt").write_text(head + text, encoding="utf-8", newline="\n")


def quietly_kept(texts: Mapping[str, str]) -> tuple[str, ...]:
    """What was written anew after the release of the same version, where git knows that one."""
    return tuple(
        name
        for name, text in texts.items()
        if (released := _released(name, text)) and released != text
    )


def _released(name: str, text: str) -> str:
    """The same file at the tag of the version in its head; empty where there is no such tag."""
    number = text.partition("version ")[2].partition(",")[0]
    place = f"v{number}:docs/reference/api/{name}.txt"
    shown = subprocess.run(
        ["git", "show", place], cwd=ROOT, capture_output=True, check=False, encoding="utf-8"
    )
    return shown.stdout if shown.returncode == 0 else ""

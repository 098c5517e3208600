"""Builds every distribution twice, each time in other surroundings."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

__all__ = ["ROOT", "built_twice"]

ROOT = Path(__file__).parents[3]
SURROUNDINGS = (
    ("one", 0o022, {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}),
    ("a longer name", 0o077, {"TZ": "Pacific/Chatham", "LC_ALL": "C", "PYTHONHASHSEED": "2"}),
)


def built_twice(place: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The SHA-256 of each file that was built, by name, of both builds."""
    names = _names()
    origin = ROOT
    for folder, umask, variables in SURROUNDINGS:
        source = place / "sources" / folder
        _copy(names, origin, source, umask)
        origin = source  # the second copies the first: whoever edits meanwhile changes neither
        for project in (source, *sorted((source / "plugins").iterdir())):
            _build(project, place / folder, umask, variables)
    one, other = (_hashes(place / folder) for folder, *_ in SURROUNDINGS)
    return one, other


def _names() -> list[str]:
    """The files that git knows or would add."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def _copy(names: Iterable[str], origin: Path, target: Path, umask: int) -> None:
    """The same files elsewhere, with other rights."""
    for name in names:
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(origin / name, path)
        executable = (origin / name).stat().st_mode & 0o100
        path.chmod((0o777 if executable else 0o666) & ~umask)


def _build(project: Path, target: Path, umask: int, variables: Mapping[str, str]) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", target],
        cwd=project,
        env={**os.environ, **variables},
        umask=umask,
        capture_output=True,
        check=True,
    )


def _hashes(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}

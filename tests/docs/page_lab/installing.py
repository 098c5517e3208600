"""Installs a distribution that a page wrote, for as long as the page runs, without pip."""

from __future__ import annotations

import runpy
import sys
import tomllib
from pathlib import Path

__all__ = ["install", "run_tests"]


def install(folder: str) -> None:
    """Put a distribution on the path, with the entry points that its pyproject.toml names."""
    root = Path(folder)
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name, version = project["name"], project["version"]
    info = root / "src" / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    lines = [
        line
        for group, points in project["entry-points"].items()
        for line in (f"[{group}]", *(f"{key} = {value}" for key, value in points.items()))
    ]
    (info / "entry_points.txt").write_text("\n".join(lines) + "\n")
    sys.path.insert(0, str((root / "src").resolve()))


def run_tests(file: str) -> int:
    """Call every test of a file; how many there were."""
    tests = [each for name, each in runpy.run_path(file).items() if name.startswith("test_")]
    for test in tests:
        test()
    return len(tests)

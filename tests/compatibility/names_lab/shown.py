"""Which names users are shown: in the docs, in the plugins here, in the template of new ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import inclusion_core
from inclusion_core import hookspecs, testing

__all__ = ["Name", "names_shown"]

Name = tuple[str, str]
"""A module, and what is imported from it."""

FACES = (inclusion_core, testing, hookspecs)
"""All in their ``__all__`` is public, whether or not a page shows it."""

PAGES = (
    *("README.md", "docs/**/*.md", "docs/examples/**/*.py", "plugins/*/README.md"),
    "src/inclusion_core/scaffold/template/plugin/**/*.jinja",
)
PACKAGES = "plugins/*/src/*"
IMPORT = re.compile(
    r"^\s*(?:>>> )?from (?P<module>inclusion_[\w.]+) import (?P<names>\([^)]*\)|[^\n]*)",
    re.MULTILINE,
)
RENAMED = re.compile(r"\bas \w+|#[^\n]*")


def names_shown(root: Path) -> frozenset[Name]:
    """Every name that a page shows or a plugin of this repository takes from the core."""
    faces = ((face.__name__, name) for face in FACES for name in face.__all__)
    packages = {
        "inclusion_core",
        *(each.parent.name for each in root.glob(f"{PACKAGES}/__init__.py")),
    }
    shown = (each for each in _imported(root, PAGES) if each[0].partition(".")[0] in packages)
    return frozenset(chain(faces, shown, _taken_from_the_core(root)))


def _imported(root: Path, patterns: tuple[str, ...]) -> Iterator[Name]:
    for path in chain.from_iterable(map(root.glob, patterns)):
        for found in IMPORT.finditer(path.read_text(encoding="utf-8")):
            for name in re.findall(r"\w+", RENAMED.sub("", found["names"])):
                yield found["module"], name


def _taken_from_the_core(root: Path) -> Iterator[Name]:
    return (
        each
        for each in _imported(root, (f"{PACKAGES}/**/*.py",))
        if each[0].startswith("inclusion_core")
    )

"""Watches what Python writes to files, those among it that are taken away again."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import attrs

__all__ = ["Watched", "contents", "watched"]


@attrs.frozen
class Watched:
    """What was written while somebody looked.

    Attributes:
        opened: Paths that were opened to be written.
        gone: What stood in files before they were taken away, with who might read them.
    """

    opened: set[Path] = attrs.field(factory=set)
    gone: dict[Path, tuple[bytes, int]] = attrs.field(factory=dict)

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        """What Python is about to do."""
        if event == "open":
            path, _, flags = arguments
            if isinstance(path, str | bytes) and flags & (os.O_WRONLY | os.O_RDWR):
                self.opened.add(Path(os.fsdecode(path)))
        elif event in ("os.remove", "shutil.rmtree"):
            for path in _files(Path(os.fsdecode(arguments[0]))):
                self.gone[path] = path.read_bytes(), stat.S_IMODE(path.stat().st_mode)


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    elif path.is_dir():
        yield from (each for each in path.rglob("*") if each.is_file())


def contents(folder: Path) -> dict[str, bytes]:
    """The files below a folder, by path."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in sorted(_files(folder))}


_LOOKING: list[Watched] = []


def _heard(event: str, arguments: tuple[object, ...]) -> None:
    if _LOOKING and event in ("open", "os.remove", "shutil.rmtree"):
        looking = _LOOKING.pop()  # what it reads itself is not looked at
        try:
            looking.hear(event, arguments)
        finally:
            _LOOKING.append(looking)


@contextmanager
def watched() -> Iterator[Watched]:
    """Look while the block runs."""
    if not getattr(sys, "_privacy_lab_hears", False):
        sys.addaudithook(_heard)  # no hook can be taken away again
        sys._privacy_lab_hears = True  # type: ignore[attr-defined]
    looking = Watched()
    _LOOKING.append(looking)
    try:
        yield looking
    finally:
        _LOOKING.remove(looking)

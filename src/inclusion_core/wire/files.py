"""Files, with care: read within bounds, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

from inclusion_core.wire.file_problems import NOT_A_FILE, NOT_THERE, OUTSIDE, TOO_BIG, UNREADABLE
from inclusion_core.wire.problems import Problem

__all__ = ["MAX_BYTES", "content_of", "put"]

MAX_BYTES = 1 << 30
"""The size above which a file is not read, unless the caller says otherwise: 1 GiB."""


def content_of(path: Path, *, max_bytes: int, inside: Path | None = None) -> bytes | Problem:
    """The bytes of a file, or why there are none.

    Args:
        path: The file.
        max_bytes: How large it may be.
        inside: A folder out of which a symbolic link must not lead.
    """
    try:
        if not path.is_file():
            return NOT_A_FILE if path.exists() or path.is_symlink() else NOT_THERE
        if inside is not None and not path.resolve().is_relative_to(inside.resolve()):
            return OUTSIDE
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > max_bytes:
                return TOO_BIG.filled(most=max_bytes)
            return file.read()
    except OSError:
        return UNREADABLE


def put(folder: Path, contents: Iterable[tuple[str, bytes]]) -> None:
    """Write files into a folder: all are written beside their places, then each takes its place.

    A file is never half written. Only the owner may read them: they hold personal data.
    """
    waiting: list[tuple[Path, Path]] = []
    try:
        for name, data in contents:
            with NamedTemporaryFile(dir=folder, prefix=".", suffix=".part", delete=False) as beside:
                waiting.append((Path(beside.name), folder / name))
                beside.write(data)
                beside.flush()
                os.fsync(beside.fileno())
        while waiting:
            beside_path, place = waiting[0]
            beside_path.replace(place)
            waiting.pop(0)
    finally:
        for beside_path, _ in waiting:
            beside_path.unlink(missing_ok=True)

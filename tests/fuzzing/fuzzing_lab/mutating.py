"""A good document after a few changes that know how it is built."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum

from fuzzing_lab.choices import Choices
from fuzzing_lab.in_archives import changed_archive
from fuzzing_lab.in_bytes import changed_bytes
from fuzzing_lab.in_json import changed_json
from fuzzing_lab.in_lines import changed_lines

__all__ = ["Build", "mutated"]


class Build(Enum):
    """How a document is built, so that it can be changed and still look like one."""

    BYTES = "bytes"
    JSON = "json"
    LINES = "lines"
    ARCHIVE = "archive"


_CHANGES: Mapping[Build, Callable[[bytes, Choices], bytes | None]] = {
    Build.BYTES: changed_bytes,
    Build.JSON: changed_json,
    Build.LINES: changed_lines,
    Build.ARCHIVE: changed_archive,
}


TIMES = (1, 1, 1, 2, 2, 4)


def mutated(data: bytes, build: Build, choices: Choices, *, most: int = 1 << 16) -> bytes:
    """The document after one to four changes; no longer than ``most`` bytes, or than it was."""
    longest = max(most, len(data))
    for _ in range(choices.pick(TIMES)):
        changed = None if choices.below(8) == 7 else _CHANGES[build](data, choices)
        data = (changed_bytes(data, choices) if changed is None else changed)[:longest]
    return data

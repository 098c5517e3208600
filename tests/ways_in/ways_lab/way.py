"""A way in: how a book is written for it, how that is harmed, and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import attrs

from ways_lab.caseload import Book, damaged
from ways_lab.mishaps import Mishap
from ways_lab.outcome import Outcome, seen

__all__ = ["LAST_VERSION", "NO_FILE", "NO_TAG", "Harm", "Way", "overwritten", "truncated"]

Harm = Callable[[Any], Any]
"""Spoils what was written; gives what is read in its place, ``None`` for the same."""


@attrs.frozen(kw_only=True)
class Way:
    """A way in.

    Attributes:
        id: What tests and tables call it.
        says: What it is, for a reader.
        make: Writes a book into a folder; gives what is to be read.
        read: Reads that.
        harms: By mishap what is done to what was written.
        never: By mishap why it cannot happen.
        quiet: By mishap why nothing is told although something is not as it was.
    """

    id: str
    says: str
    make: Callable[[Book, Path], Any]
    read: Callable[[Any], Outcome]
    harms: Mapping[str, Harm] = attrs.field(factory=dict)
    never: Mapping[str, str] = attrs.field(factory=dict)
    quiet: Mapping[str, str] = attrs.field(factory=dict)

    def can_meet(self, mishap: Mishap) -> bool:
        """Whether the mishap is made for this way."""
        return mishap.damage is not None or mishap.id in self.harms

    def after(self, mishap: Mishap | None, folder: Path) -> Outcome:
        """What comes of the good book after a mishap."""
        given = self.make(damaged(None), folder) if mishap is None else self.harmed(mishap, folder)
        return seen(lambda: self.read(given))

    def harmed(self, mishap: Mishap, folder: Path) -> Any:
        """What is to be read, after a mishap."""
        given = self.make(damaged(mishap.damage), folder)
        if mishap.id not in self.harms:
            return given
        instead = self.harms[mishap.id](given)
        return given if instead is None else instead


NO_FILE = dict.fromkeys(
    ("nothing-there", "truncated", "overwritten", "empty-file"),
    "there is no file; whoever reads one says so",
)
NO_TAG = dict.fromkeys(
    ("other-schema", "newer", "newer-type", "older"),
    "nothing in it says of which schema or version it is; another heading is told as such",
)
LAST_VERSION = "it holds no versions, but the last state of each record"


def truncated(file: Path) -> None:
    """Cut the last third off."""
    data = file.read_bytes()
    file.write_bytes(data[: len(data) * 2 // 3])


def overwritten(file: Path) -> None:
    """Overwrite bytes in the middle."""
    data = bytearray(file.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 8] = b"\xfe\x00CANARY"
    file.write_bytes(data)

"""The screen: results go to standard output, remarks to standard error."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import TextIO

from inclusion_core.pages.lines import harmless

__all__ = ["Screen"]


class Screen:
    """Where a command speaks; a reader who stops listening is no fault.

    A file or a pipe gets UTF-8, the same bytes everywhere. A terminal gets what it understands,
    and an escape for every sign that it cannot show, or that would act on it: whatever a format
    writes, or the name of a file holds, nothing moves the cursor or turns the direction of writing.
    What is told about the work is for people, and is so in a file as well.
    """

    def __init__(self) -> None:
        self.results: TextIO = _prepared(sys.stdout)
        self._remarks = _prepared(sys.stderr)

    @property
    def is_terminal(self) -> bool:
        """Whether results go to a terminal."""
        return self.results.isatty()

    def show(self, text: str) -> None:
        """Give a result, or a part of it."""
        _write(self.results, harmless(text) if self.is_terminal else text)

    def progress(self, line: str) -> None:
        """Say how far the work is, to somebody who sits before it; a file is told nothing."""
        if self._remarks.isatty():
            self.remark(line)

    def remark(self, line: str) -> None:
        """Say something about what is done, on a line of its own."""
        _write(self._remarks, f"{harmless(line)}\n")


def _prepared(stream: TextIO) -> TextIO:
    if isinstance(stream, TextIOWrapper):
        if stream.isatty():
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    return stream


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _silence(stream)


def _silence(stream: TextIO) -> None:
    """Let what is still to come go nowhere, also what Python flushes at the very end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)

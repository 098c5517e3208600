"""What a piece of work does, counted: calls, lines, memory; nothing hangs on the clock.

Counted is what the packages of this project do themselves: each call of one of their functions, and
each line of theirs that is run. What others do is not counted, so that another version of theirs
changes nothing here.
"""

from __future__ import annotations

import gc
import re
import sys
import tracemalloc
from collections import Counter
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any

import attrs

from counted.job import Work

OURS = re.compile(r"[/\\]inclusion_\w+[/\\](?!.*[/\\]tests[/\\])|<attrs generated .*inclusion_")
GENERATED = "<generated reader>"
"""The file name of the functions that the library writes for expressions."""


@attrs.frozen(kw_only=True)
class Tally:
    """What a piece of work did.

    Attributes:
        calls: Calls of functions of this project.
        lines: Lines of this project that were run.
        functions: The lines of each of its functions, by name.
    """

    calls: int
    lines: int
    functions: Counter[str]


def tally(work: Work) -> Tally:
    """What a piece of work does when it is done once."""
    counting = _Counting()
    gc.collect()
    gc.disable()  # what is collected, and when, hangs on what was done before
    sys.settrace(counting.trace)
    try:
        work()
    finally:
        sys.settrace(None)
        gc.enable()
    return counting.tally()


def memory(work: Work) -> tuple[int, int]:
    """The most bytes of Python that work takes at once, and the blocks that its result holds."""
    gc.collect()
    tracemalloc.start()
    try:
        result = work()
        most = tracemalloc.get_traced_memory()[1]
        gc.collect()
        blocks = sum(each.count for each in tracemalloc.take_snapshot().statistics("filename"))
        del result
    finally:
        tracemalloc.stop()
    return most, blocks


class _Counting:
    """Counts by code, so that as little as possible is done for a line."""

    def __init__(self) -> None:
        self.calls = 0
        self.names: dict[CodeType, str] = {}
        self.lines: dict[CodeType, list[int]] = {}
        self.local: dict[CodeType, Callable[..., Any] | None] = {}

    def trace(self, frame: FrameType, _: str, __: Any) -> Callable[..., Any] | None:
        code = frame.f_code
        if code not in self.local:
            self.local[code] = self._met(frame)
        local = self.local[code]
        if local is not None:
            self.calls += 1
        return local

    def _met(self, frame: FrameType) -> Callable[..., Any] | None:
        """What counts the lines of a function that was not run before; ``None`` for others'."""
        code = frame.f_code
        if code.co_filename != GENERATED and OURS.search(code.co_filename) is None:
            return None
        self.names[code] = _name(frame)
        run = self.lines[code] = [0]

        def line(_: FrameType, event: str, __: Any) -> Callable[..., Any]:
            if event == "line":
                run[0] += 1
            return line

        return line

    def tally(self) -> Tally:
        functions: Counter[str] = Counter()
        for code, name in self.names.items():
            functions[name] += self.lines[code][0]
        return Tally(calls=self.calls, lines=functions.total(), functions=functions)


def _name(frame: FrameType) -> str:
    file = frame.f_code.co_filename
    if file.startswith("<"):
        return file
    return f"{frame.f_globals['__name__']}.{frame.f_code.co_qualname}"

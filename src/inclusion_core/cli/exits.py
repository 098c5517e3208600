"""What the exit code of the command line says."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

__all__ = ["EXPLAINED", "Exit", "most_telling"]


class Exit(IntEnum):
    """How a command ended."""

    FINE = 0
    FAULTY_DATA = 1
    MISUSED = 2
    PLUGIN_MISSING = 3
    NO_FILE = 4


_SAYS = {
    Exit.FINE: "all is well",
    Exit.FAULTY_DATA: "done, but the data have faults: something was left out or contradicts",
    Exit.MISUSED: "not done: a name is unknown, or what is asked for cannot be done",
    Exit.PLUGIN_MISSING: "done, but a plugin could not be loaded; the others took part",
    Exit.NO_FILE: "not done: nothing could be read, or a file could not be written",
}
_TELLING = (Exit.NO_FILE, Exit.MISUSED, Exit.FAULTY_DATA, Exit.PLUGIN_MISSING, Exit.FINE)

EXPLAINED = "\n".join(
    [
        "exit codes:",
        *(f"  {code.value}  {words}" for code, words in _SAYS.items()),
        f"  Where several apply, the first of {', '.join(str(code.value) for code in _TELLING)}.",
    ]
)
"""All exit codes, for help."""


def most_telling(codes: Iterable[Exit]) -> Exit:
    """The one code that stands for several.

    Example:
        >>> most_telling([Exit.PLUGIN_MISSING, Exit.FAULTY_DATA, Exit.FINE])
        <Exit.FAULTY_DATA: 1>
    """
    return min(codes, key=_TELLING.index)

"""What a plugin raised, in one line for its author."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import ParamSpec

__all__ = ["everything_told", "fault_told", "raised"]

P = ParamSpec("P")


def fault_told(fault: BaseException) -> str:
    """The kind of a fault and its first line.

    Example:
        >>> fault_told(KeyError("LV"))
        "KeyError: 'LV'"
    """
    words = str(fault).strip().partition("\n")[0]
    return f"{type(fault).__name__}: {words}" if words else type(fault).__name__


def raised(ask: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> str:
    """What a call raises, in one line; empty where it raises nothing.

    Example:
        >>> raised(int, "LV"), raised(int, "7")
        ("ValueError: invalid literal for int() with base 10: 'LV'", '')
    """
    try:
        ask(*args, **kwargs)
    except Exception as fault:  # noqa: BLE001  of the plugin, and told as such
        return fault_told(fault)
    return ""


def everything_told(fault: BaseException) -> str:
    """All that a fault says of itself: its words, its data and its traceback."""
    said = (repr(fault), repr(fault.args), repr(vars(fault)))
    return "\n".join([*traceback.format_exception(fault), *said])

"""Lists on the screen: a name, and beside it what it means."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["listed"]


def listed(entries: Sequence[tuple[str, str]], nothing: str = "none") -> str:
    """Lines of names and meanings, the meanings beginning at the same column.

    Example:
        >>> print(listed([("csv", "tables"), ("terminal", "plain text")]), end="")
          csv       tables
          terminal  plain text
    """
    room = max((len(name) for name, _ in entries), default=0)
    lines = [f"  {name:<{room}}  {says}" for name, says in entries]
    return "".join(f"{line.rstrip()}\n" for line in lines or [f"  {nothing}"])

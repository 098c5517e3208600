"""A fault in one line that can be shown anywhere."""

from __future__ import annotations

from inclusion_core.errors import InclusionError

__all__ = ["in_one_line", "told"]

MOST = 2000
"""How long a line may be."""


def told(fault: BaseException) -> str:
    """The fault in one line: what the library says of it, or its kind and its first words."""
    try:
        kind = in_one_line(type(fault).__name__)
        words = in_one_line(str(fault).strip().partition("\n")[0])
    except KeyboardInterrupt:
        raise
    except BaseException:  # noqa: BLE001  the plugin's own, and broken in turn
        return in_one_line(type.__dict__["__name__"].__get__(type(fault)))
    if isinstance(fault, InclusionError):
        return words or kind
    return f"{kind}: {words}" if words else kind


def in_one_line(words: str) -> str:
    r"""The words with marks for what cannot be seen, cut where they go on for too long.

    Example:
        >>> in_one_line("a\u202eb")
        'a\\u202eb'
    """
    seen = "".join(
        each if each.isprintable() else ascii(each)[1:-1] for each in str(words[: MOST + 1])
    )
    return seen if len(seen) <= MOST else f"{seen[:MOST]}..."

"""Names that a hand-made file gets wrong: which known one was probably meant.

A name that nothing carries is never repeated. The first row of a file without a heading is a
row of data, a file may be called after a client: only names of the schema are shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from itertools import islice

from inclusion_core.wire.problems import Problem

__all__ = ["guess", "strangers", "unknown_name"]

_NAMED_AT_MOST = 20
"""So many unknown names of one heading or record are pointed out; the rest goes without saying."""

_LONGEST = 100


def guess(name: str, known: Collection[str]) -> str:
    """The known name that looks most like this one; empty where none does.

    Example:
        >>> guess("Born on", ["id", "born_on"])
        'born_on'
    """
    if len(name) > _LONGEST:
        return ""
    return next(iter(get_close_matches(name.strip().lower(), known, n=1, cutoff=0.7)), "")


def unknown_name(problem: Problem, name: str, known: Collection[str], position: int = 0) -> Problem:
    """The problem with a remedy that names the nearest known name, or else all of them."""
    near = guess(name, known)
    return problem.filled(position=position, names=near or ", ".join(known))


def strangers(names: Iterable[str], known: Collection[str]) -> Iterator[tuple[int, str]]:
    """The names that are not known, each with its position from 1; no more than 20 of them."""
    numbered = enumerate(names, start=1)
    unknown = ((position, name) for position, name in numbered if name not in known)
    return islice(unknown, _NAMED_AT_MOST)

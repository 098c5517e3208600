"""What breaks according to the changelog: since the release whose names are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .breaking import Breakage

__all__ = ["unannounced"]

SECTION = re.compile(r"^## (?P<title>.+)$", re.MULTILINE)
OPEN = re.compile(r"Unreleased|\(not released\)")
BREAKING = re.compile(r"^- \*\*Breaking:\*\*(.*(?:\n  .*)*)", re.MULTILINE)
CODE = re.compile(r"`([^`]+)`")


def unannounced(found: Iterable[Breakage], changelog: str) -> tuple[Breakage, ...]:
    """Those that no line names that begins with **Breaking:** and is not released yet.

    A line names it in code, by its last part, or by as many parts as are needed to know it.
    """
    told = frozenset(_told(changelog))
    return tuple(each for each in found if told.isdisjoint(_ways_to_say(each.name)))


def _told(changelog: str) -> Iterable[str]:
    _, *parts = SECTION.split(changelog)
    for title, body in zip(parts[::2], parts[1::2], strict=True):
        if OPEN.search(title):
            for line in BREAKING.findall(body):
                yield from (each.removesuffix("()") for each in CODE.findall(line))


def _ways_to_say(name: str) -> Iterable[str]:
    parts = name.removesuffix(".__init__").split(".")
    return (".".join(parts[first:]) for first in range(len(parts)))

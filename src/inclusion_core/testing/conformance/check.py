"""A check of the kit as a value: one promise that every plugin has to keep."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

import attrs

from inclusion_core.testing.conformance.given import Given

__all__ = ["Broken", "Conformance", "Look"]


@attrs.frozen
class Broken:
    """A declaration that breaks a promise.

    Attributes:
        about: Id of the declaration; a part of it follows a slash, ``cafe.limit/six-months``.
        problem: What is wrong, and what to do.
        smallest: The smallest caseload with which it goes wrong, in words; synthetic.
    """

    about: str
    problem: str
    smallest: str = ""

    def __str__(self) -> str:
        told = f"{self.about}: {self.problem}"
        return f"{told}\n{self.smallest}" if self.smallest else told


Look: TypeAlias = Callable[[Given], Iterable[Broken]]
"""Gives what breaks the promise, each declaration once or more; nothing where all keep it."""


def _always(given: Given) -> bool:
    del given
    return True


@attrs.frozen
class Conformance:
    """One promise that every plugin has to keep.

    Attributes:
        id: Names it, ``declarations-cite-a-source``.
        says: The promise, as a sentence.
        look: Finds what breaks it.
        concerns: Whether the plugin declares anything of which it could be broken.
    """

    id: str
    says: str
    look: Look
    concerns: Callable[[Given], bool] = attrs.field(default=_always, kw_only=True)

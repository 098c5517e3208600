"""Looks for what breaks a law: first whether anything does, then for the smallest example of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

from hypothesis import strategies as st

from inclusion_core.testing.conformance.check import Broken
from inclusion_core.testing.conformance.faults import fault_told
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.laws.asked import Asked
from inclusion_core.testing.conformance.searching import smallest

__all__ = ["Law", "Problem", "broken", "problem_about", "problems"]

T = TypeVar("T")
Problem: TypeAlias = tuple[str, str]
"""The declaration that it is about, and what is wrong, in words."""
Law: TypeAlias = Callable[[Asked, T], Iterable[Problem]]
"""What is wrong with an example; nothing where the law holds of it."""

DRAWS = 3
"""So many examples are drawn, for each that was looked at first, until one is wrong again."""
SMALLER = 150
"""How often at most something smaller is tried."""
MOST_SHRUNK = 2
"""For so many broken declarations a smallest example is looked for; the others are only named."""


def broken(
    given: Given,
    strategy: st.SearchStrategy[T],
    law: Law[T],
    *,
    first: Iterable[T],
    smaller: int = SMALLER,
) -> Iterator[Broken]:
    """The declarations that break a law, each with the smallest example that was found.

    Args:
        given: The plugin.
        strategy: What is drawn when something smaller is looked for.
        law: The law.
        first: The examples that are looked at first.
        smaller: How often at most something smaller is tried.
    """
    number = DRAWS * given.examples
    asked = Asked.of(given)
    told: dict[str, tuple[T, str]] = {}

    for example in first:
        for about, problem in problems(law, asked, example):
            told.setdefault(about, (example, problem))
    for place, about in enumerate(sorted(told)):
        if place >= MOST_SHRUNK:
            yield Broken(about, told[about][1])
            continue
        wrong = problem_about(law, asked.only(about), about)
        found = smallest(strategy, wrong, examples=number, seed=given.seed, smaller=smaller)
        example, problem = found or told[about]
        yield Broken(about, problem, str(example))


def problems(law: Law[T], asked: Asked, example: T) -> Iterator[Problem]:
    """What is wrong with an example; that something raised is a problem of the plugin."""
    try:
        yield from law(asked, example)
    except Exception as fault:  # noqa: BLE001  whatever a plugin raises is told
        yield asked.plugin, f"this could not be worked out: {fault_told(fault)}"


def problem_about(law: Law[T], asked: Asked, about: str) -> Callable[[T], str | None]:
    """What tells whether an example breaks a law for one declaration."""

    def problem(example: T) -> str | None:
        found = problems(law, asked, example)
        return next((told for key, told in found if key == about), None)

    return problem

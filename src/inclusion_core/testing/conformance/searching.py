"""Looking for the smallest example that is wrong: hypothesis, asked from a program."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import hypothesis
from hypothesis.errors import Flaky
from hypothesis.strategies import SearchStrategy

__all__ = ["simplest", "smallest"]

T = TypeVar("T")

UNHURRIED = (
    hypothesis.HealthCheck.data_too_large,
    hypothesis.HealthCheck.filter_too_much,
    hypothesis.HealthCheck.large_base_example,
    hypothesis.HealthCheck.nested_given,
    hypothesis.HealthCheck.too_slow,
)
"""A caseload is large, and a law over it takes its time."""


class _FoundError(Exception):
    """Tells hypothesis that an example has a problem."""


def smallest(
    strategy: SearchStrategy[T],
    problem: Callable[[T], str | None],
    *,
    examples: int,
    seed: int,
    smaller: int = 400,
) -> tuple[T, str] | None:
    """The smallest of the drawn examples that has a problem, and its problem.

    The same seed gives the same answer. Nothing is written to disk.

    Args:
        strategy: What the examples are.
        problem: What is wrong with one, or ``None``; it raises nothing of its own.
        examples: How many are drawn at most.
        seed: By which they are drawn.
        smaller: How often at most something smaller is tried once a problem is found.

    Example:
        >>> from hypothesis import strategies
        >>> whole = strategies.integers(min_value=0)
        >>> smallest(whole, lambda n: "too big" if n > 11 else None, examples=50, seed=1)
        (12, 'too big')
    """
    found: list[tuple[T, str]] = []
    tried = 0

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=(hypothesis.Phase.generate, hypothesis.Phase.shrink),
        suppress_health_check=UNHURRIED,
        report_multiple_bugs=False,
        verbosity=hypothesis.Verbosity.quiet,
    )
    @hypothesis.given(strategy)
    def look(example: T) -> None:
        nonlocal tried
        tried += bool(found)
        if tried > smaller:
            return
        told = problem(example)
        if told is not None:
            found[:] = [(example, told)]
            raise _FoundError

    try:
        look()
    except (_FoundError, Flaky):
        return found[0]
    return None


def simplest(strategy: SearchStrategy[T]) -> T:
    """The simplest example that is found in a few tries.

    Example:
        >>> from hypothesis import strategies
        >>> simplest(strategies.from_regex("[a-z]{2}[0-9]", fullmatch=True))
        'aa0'
    """
    tried: list[T] = []

    def note(example: T) -> str:
        tried.append(example)
        return "it will do"

    smallest(strategy, note, examples=1, seed=1, smaller=50)
    return tried[-1]

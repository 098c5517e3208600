"""How what is known turns out: a setting, and the same when nothing is unknown any more."""

from __future__ import annotations

from functools import lru_cache

import attrs
from hypothesis import strategies as st

from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.laws.gathering import different
from inclusion_core.testing.conformance.laws.settings import Setting, drawn
from inclusion_core.testing.conformance.searching import smallest
from inclusion_core.testing.strategies.completions import completions

__all__ = ["TurnedOut", "some_turned_out", "turned_out"]

WAYS = 3
"""In so many ways each setting turns out, with what comes later and without."""


@attrs.frozen(kw_only=True)
class TurnedOut:
    """A setting, and one way in which all of it turns out to be.

    Attributes:
        before: What is known.
        after: The same with nothing left unknown, and all that was still to come.
        later: Whether something came after the day up to which it was known.
    """

    before: Setting
    after: Setting
    later: bool

    def __str__(self) -> str:
        return f"{self.before}\nWhen all is known:\n{self.after}"


def turned_out(given: Given) -> st.SearchStrategy[TurnedOut]:
    """Settings, and ways in which they turn out."""
    both = st.tuples(drawn(given), st.booleans())
    return both.flatmap(lambda each: _ways(given, each[0], later=each[1]))


def _ways(given: Given, setting: Setting, *, later: bool) -> st.SearchStrategy[TurnedOut]:
    """The ways in which one setting turns out."""
    found = completions(
        setting.caseload, schema=given.schema, interests=given.interests, later=later
    )
    return found.map(
        lambda each: TurnedOut(before=setting, after=setting.holding(each), later=later)
    )


@lru_cache(maxsize=8)
def some_turned_out(given: Given) -> tuple[TurnedOut, ...]:
    """Each setting that other laws look at, with some ways in which it turns out."""
    found: dict[str, TurnedOut] = {}

    def keep(example: TurnedOut) -> None:
        found.setdefault(str(example.after), example)

    for setting in different(given):
        for later in (False, True):
            smallest(_ways(given, setting, later=later), keep, examples=WAYS, seed=given.seed)
    return tuple(found.values())

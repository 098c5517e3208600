"""Drawn settings that many laws look at: different ones, and several put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from inclusion_core.expr.schema import Schema
from inclusion_core.model.caseload import Caseload
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.laws.figures import counted
from inclusion_core.testing.conformance.laws.renaming import prefixed
from inclusion_core.testing.conformance.laws.searching import DRAWS
from inclusion_core.testing.conformance.laws.settings import Setting, drawn
from inclusion_core.testing.conformance.searching import smallest

__all__ = ["as_one", "different", "few_different", "put_together", "telling_of"]

FEWER = 3


def few_different(given: Given) -> tuple[Setting, ...]:
    """Some of the same, for what takes longer: those that tell most."""
    return different(given)[: max(1, given.examples // FEWER)]


@lru_cache(maxsize=64)
def different(given: Given, *, tidy: bool = False, of_all: bool = False) -> tuple[Setting, ...]:
    """As many settings as a law is asked of, no two the same; small ones and large ones."""
    found: dict[str, Setting] = {}

    def keep(setting: Setting) -> None:
        found.setdefault(str(setting), setting)

    strategy = drawn(given, tidy=tidy, of_all=of_all)
    smallest(strategy, keep, examples=DRAWS * given.examples, seed=given.seed)
    return tuple(_telling(given, list(found.values()), given.examples))


def _telling(given: Given, settings: Sequence[Setting], number: int) -> Iterator[Setting]:
    """Those of which most metrics ask something that they ask of no other yet; then large ones."""
    asked = [telling_of(given, each) for each in settings]
    rest = set(range(len(settings)))
    seen: set[tuple[str, bool]] = set()
    while rest and number:
        best = max(rest, key=lambda each: (len(asked[each] - seen), len(settings[each].caseload)))
        rest.discard(best)
        seen |= asked[best]
        number -= 1
        yield settings[best]


def telling_of(given: Given, setting: Setting) -> set[tuple[str, bool]]:
    """The metrics that ask about somebody, and whether they count one."""
    records = setting.records(given.schema)
    try:
        figures = counted(given.brought.metrics, records, setting, setting.known_on)
    except Exception:  # noqa: BLE001  the laws tell it
        return set()
    totals = {key: figure.total for key, figure in figures.items()}
    return {(key, each.counted > 0) for key, each in totals.items() if not each.empty}


def put_together(given: Given, at_once: int, *, tidy: bool = False) -> Iterator[Setting]:
    """The same settings, several put together to one: other people in other places.

    Args:
        given: The plugin.
        at_once: How many make one; the days are those of the first of them.
        tidy: Of all of whom everything is known; else of some.
    """
    found = different(given, tidy=True) if tidy else different(given)  # as they are remembered
    for start in range(0, len(found), at_once):
        yield as_one(found[start : start + at_once], given.schema)


def as_one(settings: Sequence[Setting], schema: Schema) -> Setting:
    """Other people in other places, in one caseload; the days are those of the first setting."""
    records = (
        record
        for place, each in enumerate(settings)
        for record in prefixed(each.caseload, schema, f"{place}-")
    )
    first = settings[0]
    return first.holding(Caseload.of_records(records, known_on=first.known_on))

"""The law that a limit ends on its last day: that day is inside, the day after it outside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.parameters import Parameters
from inclusion_core.facts.cases import Cases, Standing
from inclusion_core.limits.limit import Limit
from inclusion_core.limits.window import SupportWindow, window_of
from inclusion_core.rules.conditions import within
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.laws.asked import Asked
from inclusion_core.testing.conformance.laws.gathering import different
from inclusion_core.testing.conformance.laws.searching import Problem, broken
from inclusion_core.testing.conformance.laws.settings import Setting, drawn, recorded_days
from inclusion_core.truth import Truth
from inclusion_core.values import ALWAYS, NEVER

__all__ = ["LIMITS_END", "limits_end"]

ONE_DAY = timedelta(days=1)


def limits_end(asked: Asked, setting: Setting) -> Iterator[Problem]:
    """Limits of which a last day is not the last day inside, for each end by itself and for all."""
    cases = Cases.of(setting.caseload, asked.schema)
    every = [each for records in setting.caseload.records.values() for each in records]
    recorded = recorded_days(every)
    for limit in asked.limits:
        for standing in cases.in_programme(limit.programme):
            for key, its in _each_end(limit):
                told = _told(its, standing, setting.status_day, recorded)
                if told:
                    yield key, f"for {standing.participation.id}, {told}"


def _each_end(limit: Limit) -> Iterator[tuple[str, Limit]]:
    """The limit, and what it would be with one of its ends alone."""
    yield limit.id, limit
    for end in limit.ends:
        yield f"{limit.id}/{end.id}", attrs.evolve(limit, ends=(end,))


def _told(limit: Limit, standing: Standing, on: date, recorded: frozenset[date]) -> str:
    """What is wrong with a window; nothing where something happens on the days about its ends.

    What is recorded for those days may rightly open another window.
    """
    window = window_of(limit, standing, on)
    first, last = window.first.earliest, window.last.earliest
    if not (window.first.exact and window.last.exact) or first > last:
        return ""
    wrong: list[str] = []
    if first - ONE_DAY not in recorded:
        wrong += _at_the_first(limit, standing, window)
    if last + ONE_DAY not in recorded:
        wrong += _at_the_last(limit, standing, window)
    return next(iter(wrong), "")


def _at_the_first(limit: Limit, standing: Standing, window: SupportWindow) -> Iterator[str]:
    """What is wrong at the first day, as long as it is a window with the same last day."""
    first = window.first.earliest
    if first in (ALWAYS, NEVER) or window.last.earliest == NEVER:
        return
    for day, expected in ((first - ONE_DAY, Truth.NO), (first, Truth.YES)):
        found = _inside(limit, standing, day)
        if found is not expected and window_of(limit, standing, day).last == window.last:
            yield _words("first", first, day, found)


def _at_the_last(limit: Limit, standing: Standing, window: SupportWindow) -> Iterator[str]:
    """What is wrong at the last day, as long as it is a window with the same first day."""
    last = window.last.earliest
    if last == NEVER:
        return
    for day, expected in ((last, Truth.YES), (last + ONE_DAY, Truth.NO)):
        found = _inside(limit, standing, day)
        if found is not expected and window_of(limit, standing, day).first == window.first:
            yield _words("last", last, day, found)


def _inside(limit: Limit, standing: Standing, day: date) -> Truth:
    """Whether a day is inside, asked on that day as a service is; one answer of two readers."""
    reader = ObjectReader(standing.records, parameters=Parameters(days={"judged_on": day}))
    asked = reader.truth(within([limit]), standing.participation)
    told = window_of(limit, standing, day).covers(day)
    return asked if asked is told else Truth.UNKNOWN


def _words(end: str, day: date, on: date, found: Truth) -> str:
    said = {Truth.YES: "still inside", Truth.NO: "not inside", Truth.UNKNOWN: "told in two ways"}
    return (
        f"the {end} day is {day}, but asked on {on} that day is {said[found]}: "
        "an end must not follow the day of the question"
    )


def _look(given: Given) -> Iterator[Broken]:
    first = different(given, tidy=True)
    yield from broken(given, drawn(given, tidy=True), limits_end, first=first)


LIMITS_END = Conformance(
    "limits-end-on-their-last-day",
    "The last day of a limit is inside and the day after it outside, for every end.",
    _look,
    concerns=lambda given: bool(given.brought.limits),
)

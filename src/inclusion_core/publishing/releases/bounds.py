"""How closely hidden numbers, and what they changed by, can be worked out of two releases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inclusion_core.disclosure.audit import Interval, audited
from inclusion_core.disclosure.counts import CountTable, Place
from inclusion_core.publishing.releases.completing import completed
from inclusion_core.publishing.releases.grids import Grid
from inclusion_core.publishing.releases.problems import (
    DOES_NOT_ADD_UP,
    MAY_BE_UNCOVERED,
    UNCOVERED,
)
from inclusion_core.publishing.releases.release import HIDDEN
from inclusion_core.wire.problems import Problem

__all__ = ["closely_known"]


def closely_known(over: Grid, least: int) -> Iterator[tuple[Problem, Place]]:
    """The hidden numbers of a table, or their changes, that can be worked out too closely.

    Args:
        over: A table over an earlier one.
        least: From how many persons on a number is shown.
    """
    changes = over.known()
    table = _differences(over, changes)
    if table is None:
        yield DOES_NOT_ADD_UP, next(iter(over.now))
        return
    hidden = [place for place in table.places() if not changes.keys() & {*table.twins(place)}]
    for place, interval in audited(table, hidden).items():
        if HIDDEN in (over.now.get(place), over.then.get(place)):
            problem = _told(interval, over.then[place], least)
            if problem is not None:
                yield problem, place


def _told(change: Interval, then: object, least: int) -> Problem | None:
    """What is wrong with knowing that a change, and with it a number, lies in an interval."""
    if change.most is None or change.is_as_wide_as(least - 1):
        return None
    known = [(change.least, change.most)]
    if isinstance(then, int):
        known.append((change.least + then, change.most + then))
    found = [_small(lowest, highest, least) for lowest, highest in known]
    if UNCOVERED in found:
        return UNCOVERED
    return MAY_BE_UNCOVERED if MAY_BE_UNCOVERED in found else None


def _small(lowest: int, highest: int, least: int) -> Problem | None:
    """Whether what lies in an interval is surely below the threshold, or may be; not of nobody."""
    if lowest == highest == 0 or lowest >= least or highest <= -least:
        return None
    return UNCOVERED if -least < lowest and highest < least else MAY_BE_UNCOVERED


def _differences(over: Grid, changes: Mapping[Place, int]) -> CountTable | None:
    """A table of differences that fits all that is told; ``None`` where none does."""
    inner, floor = None, dict[Place, int]()
    if min(changes.values(), default=0) >= 0:
        inner = completed(over.rows, over.columns, changes)
    if inner is None:
        found = _floor(over)
        if found is None:
            return None
        floor = found
        inner = completed(over.rows, over.columns, changes, floor)
    return None if inner is None else CountTable(values=inner, least={**floor, **changes})


def _floor(over: Grid) -> dict[Place, int] | None:
    """By how much each number can fall: by all that it may have been in a table that fits."""
    told = {place: then for place, then in over.then.items() if isinstance(then, int)}
    before = completed(over.rows, over.columns, told)
    if before is None:
        return None
    table = CountTable(values=before)
    return {place: -table.value(place) for place in table.places()}

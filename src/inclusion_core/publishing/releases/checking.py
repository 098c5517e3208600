"""Whether a release would uncover anything, by itself or with the earlier ones."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import product

import attrs

from inclusion_core.disclosure.counts import Place
from inclusion_core.findings import Finding
from inclusion_core.findings import Place as Where
from inclusion_core.metrics.metric import Measure
from inclusion_core.publishing.releases.bounds import closely_known
from inclusion_core.publishing.releases.earlier import Earlier
from inclusion_core.publishing.releases.grids import ALL, Grid, grid, where_of
from inclusion_core.publishing.releases.held import Held, Kind
from inclusion_core.publishing.releases.problems import (
    NAMED_AGAIN,
    SHOWN_AGAIN,
    SMALL_CHANGE,
    SMALL_NUMBER,
)
from inclusion_core.publishing.releases.release import HIDDEN, Release
from inclusion_core.texts import Text, lv
from inclusion_core.wire.problems import Problem

__all__ = ["uncovered"]

AGAINST = lv("pret publikāciju {release}: ").en("against the release {release}: ")


def uncovered(
    release: Release, earlier: Earlier, *, aside: Container[str] = ()
) -> tuple[Finding, ...]:
    """What a release tells too much of, by itself or when earlier ones are subtracted from it.

    It is looked at as its readers have it: nothing that it hides is used. For each table the
    difference D to the table of an earlier release is known where both show their number. All that
    fits the earlier table X together with all D that fit what is known of the difference is
    possible, as long as what X hides stays hidden: a hidden number of the new release is then at
    least as uncertain as X and D are together. Where no known difference is below zero, D is taken
    for never below zero, as a reader may; else a number cannot fall by more than one X that fits
    has there, which only makes the intervals shorter than they are. The bounds are exact for
    tables of one or two axes.

    A reader who guesses is not kept from it, nor is one who knows of a single person. Sums of
    several earlier releases together are not taken from the new one: each is by itself.

    Args:
        release: What is to be published, or was.
        earlier: What was said before; the release itself is left out.
        aside: Metrics that are about no client, of which numbers of few are told.

    Returns:
        Findings with the metric and the code, never with a number: numbers below the threshold
        that are shown, hidden ones that can be worked out, small differences, and what was hidden
        or merged before and is shown now. A number that was public before is not told again.
    """
    others = tuple(each for each in earlier.releases if each.id != release.id)
    earlier, now = attrs.evolve(earlier, releases=others), earlier.held(release)
    least = release.threshold.persons
    found: dict[tuple[object, ...], Finding] = {}
    for kind in (each for each in now.kinds if each[0] not in aside):
        for problem, against, place in _of_kind(kind, now, earlier, least):
            before = AGAINST.filled(release=against) if against else Text.same("")
            finding = problem.filled(persons=least, against=before).at(place)
            found.setdefault((finding.order, finding.says), finding)
    return tuple(sorted(found.values(), key=lambda finding: finding.order))


def _of_kind(
    kind: Kind, now: Held, earlier: Earlier, least: int
) -> Iterator[tuple[Problem, str, Where]]:
    """What a table tells too much of, and the id of the release that it is subtracted from."""
    metric = earlier.metrics.get(kind[0])
    measure = Measure.SUBJECTS if metric is None else metric.measure
    sums = measure is not Measure.DIFFERENT_CODES
    if measure is Measure.MEDIAN or not (sums or kind[2]) or len(kind[2]) > 2:
        return
    alone = grid(kind, now, None, sums=sums)
    for place in _small(alone, least):
        if alone.now[place] not in earlier.numbers(alone.count(kind, place)):
            yield SMALL_NUMBER, "", alone.where(kind, place)
    for problem, place in closely_known(alone, least):
        yield problem, "", alone.where(kind, place)
    for before, then in earlier.comparing(kind[0]):
        over = grid(kind, now, then, sums=sums)
        if any(said is not None for said in over.then.values()):
            for problem, place in _against(over, least):
                yield problem, before.id, over.where(kind, place)
            for where in _named_again(kind, now, then):
                yield NAMED_AGAIN, before.id, where


def _against(over: Grid, least: int) -> Iterator[tuple[Problem, Place]]:
    """What a table over an earlier one tells too much of."""
    yield from ((SMALL_CHANGE, place) for place in _small(over, least))
    yield from closely_known(over, least)
    for place, now in over.now.items():
        if isinstance(now, int) and over.then[place] is HIDDEN:
            yield SHOWN_AGAIN, place


def _small(over: Grid, least: int) -> Iterator[Place]:
    """The places whose difference is known, and small."""
    return (place for place, change in over.known().items() if 0 < abs(change) < least)


def _named_again(kind: Kind, now: Held, then: Held) -> Iterator[Where]:
    """The codes that are named now and were merged."""
    axes = range(len(kind[2]))
    for place in axes:
        told = ALL.union(*then.columns(kind, place))
        apart = [codes for codes in now.columns(kind, place) if len(codes) == 1]
        for codes in (codes for codes in apart if not codes & told):
            lines = [(codes,) if each == place else then.columns(kind, each) for each in axes]
            if any(then.at(kind, asked) is HIDDEN for asked in product(*lines)):
                yield where_of(kind, ((kind[2][place], codes),))

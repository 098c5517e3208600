"""Which earlier releases the figures of a new report can be subtracted from, and what they said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from inclusion_core.metrics.metric import Measure, Membership, Metric
from inclusion_core.metrics.tally import Group
from inclusion_core.periods import Period
from inclusion_core.publishing.releases.held import Held, Kind, Said
from inclusion_core.publishing.releases.release import HIDDEN, OTHERS, Release
from inclusion_core.reports.behind import Count

__all__ = ["Earlier", "compares", "inside"]

_CODES = Measure.DIFFERENT_CODES


def inside(one: Period, other: Period) -> bool:
    """Whether every day of one period is a day of the other; both have a last day."""
    within = one.intersection(other)
    return within is not None and within == one


def compares(release: Release, span: Period, metric: Metric | None) -> bool:
    """Whether a figure of a metric over some days can be subtracted from that of a release.

    ========================  ======================================================
    The metric                is compared
    ========================  ======================================================
    counts who entered, left  where one of the two spans of days lies in the other: a correction,
    or was active             a part and its whole, or figures from one first day on
    counts from the very      with every release: of two days, one is the later
    beginning (cumulative)
    counts a stock            with releases of the same last day: who leaves is taken off, so that
                              the difference of two days is about nobody in particular
    is not known              with every release, to be on the safe side
    ========================  ======================================================

    Two periods that only overlap are not compared: neither holds the other, and their difference
    is about persons of both. Nor are the figures of two metrics, or of two ledgers.

    Args:
        release: What was published.
        span: The days of which the new figure tells.
        metric: What both count; ``None`` where nobody knows what it is.
    """
    if metric is None or metric.membership is Membership.CUMULATIVE:
        return True
    if metric.membership is Membership.STOCK:
        return release.span.last_day == span.last_day
    return inside(release.span, span) or inside(span, release.span)


@attrs.frozen(kw_only=True)
class Earlier:
    """What earlier releases said of the counts of a new report.

    Attributes:
        releases: In the order of the days of publication, the latest last.
        span: The days of which the new figures tell.
        metrics: What the new report counts, by id.
    """

    releases: tuple[Release, ...]
    span: Period
    metrics: Mapping[str, Metric]
    _held: tuple[Held, ...] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        held = tuple(self.held(release) for release in self.releases)
        object.__setattr__(self, "_held", held)

    def held(self, release: Release) -> Held:
        """The numbers of a release, to be asked."""
        codes = {each.id for each in self.metrics.values() if each.measure is _CODES}
        return Held(release.numbers, codes)

    @property
    def each(self) -> tuple[Earlier, ...]:
        """The same for each release by itself: a new report is held against all of them."""
        return tuple(attrs.evolve(self, releases=(release,)) for release in self.releases)

    def number(self, count: Count) -> Said:
        """What was said of a count before.

        Returns:
            The number that the latest release shows; that it is hidden, where any release hides
            it: what one has hidden another may not uncover; ``None`` where none says anything. A
            code that was merged is hidden; one of which it is sure that nobody had it is 0.
        """
        return _latest(self.numbers(count))

    def numbers(self, count: Count) -> tuple[Said, ...]:
        """What each release that says anything of a count says, the latest last."""
        said = (held.said(count) for _, held in self.comparing(count.metric))
        return tuple(each for each in said if each is not None)

    def others(self, count: Count, axis: str, named: Iterable[Group]) -> Said:
        """What was said of all who have another code than those that a new report names.

        Args:
            count: The count of all codes together.
            axis: The axis on which the others are merged.
            named: The codes that the new report names.
        """
        apart = frozenset(named)
        said = (_others(held, count, axis, apart) for _, held in self.comparing(count.metric))
        return _latest([each for each in said if each is not None])

    def nameable(self, count: Count, axis: str) -> frozenset[Group] | None:
        """The codes that a new report may name; ``None`` for all.

        What was merged stays merged. Were a code named now that an earlier release had in its
        rest, its number and the two rests would tell together how much the code or the rest grew;
        and the old number of the code, which the rest was to hide, would be bounded by the new.
        Codes that were named before may be merged now: they are then compared as part of the rest,
        see :meth:`others`.

        Args:
            count: The count of all codes together.
            axis: The axis on which codes are named.
        """
        may: frozenset[Group] | None = None
        for _, held in self.comparing(count.metric):
            kind, place = _kind(count, axis)
            columns = held.columns(kind, place)
            rest = attrs.evolve(count, groups=(*count.groups, (axis, (OTHERS,))))
            if columns and held.said(rest) != 0:
                named = frozenset(code for each in columns if len(each) == 1 for code in each)
                may = named if may is None else may & named
        return None if may is None else may - {OTHERS}

    def comparing(self, metric: str) -> tuple[tuple[Release, Held], ...]:
        """The releases that a metric is compared with, and their numbers; none for a median."""
        known = self.metrics.get(metric)
        if known is not None and known.measure is Measure.MEDIAN:
            return ()
        return tuple(
            (release, held)
            for release, held in zip(self.releases, self._held, strict=True)
            if compares(release, self.span, known)
        )


def _kind(count: Count, axis: str) -> tuple[Kind, int]:
    """The table in which a count is told apart by one more axis, and the place of that."""
    axes = tuple(sorted([axis, *(each for each, _ in count.groups)]))
    return (count.metric, count.shows, axes), axes.index(axis)


def _others(held: Held, count: Count, axis: str, apart: frozenset[Group]) -> Said:
    kind, place = _kind(count, axis)
    told = frozenset[Group]().union(*held.columns(kind, place))
    new = attrs.evolve(count, groups=(*count.groups, (axis, (*(apart - told),))))
    if apart - told and held.said(new) is HIDDEN:
        return HIDDEN  # one of them was among the others
    others = (*(told - apart - {OTHERS}), OTHERS)
    return held.said(attrs.evolve(count, groups=(*count.groups, (axis, others))))


def _latest(said: Sequence[Said]) -> Said:
    """The last of several; hidden where any is."""
    if HIDDEN in said:
        return HIDDEN
    return said[-1] if said else None

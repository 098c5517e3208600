"""Who stands behind the counts of a report: whether so few that a number of them is hidden."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import attrs

from inclusion_core.disclosure.threshold import Threshold
from inclusion_core.metrics.metric import Measure
from inclusion_core.metrics.tally import Group, order_of
from inclusion_core.reports.behind import Count, Shows
from inclusion_core.reports.lineage.lineage import Lineage
from inclusion_core.reports.lineage.subjects import Subject

__all__ = ["Few"]


@attrs.frozen
class Few:
    """Tells which counts are of few, by a threshold.

    Counts are compared in one form: axes by their ids, codes in their order, and without the codes
    that nobody has, so that the same number in two tables is one count.

    Attributes:
        lineage: Who is behind each number.
        threshold: From how many persons and households on a number is shown.
    """

    lineage: Lineage = attrs.field(repr=False)
    threshold: Threshold

    @cached_property
    def _numbers(self) -> dict[Count, int]:
        return {}

    @cached_property
    def _small(self) -> dict[Count, bool]:
        return {}

    @cached_property
    def _there(self) -> dict[tuple[str, str], frozenset[Group]]:
        return {}

    def normal(self, count: Count) -> Count | None:
        """The count in the one form; ``None`` where the report has no such metric or axis."""
        if count.metric not in self.lineage.metrics:
            return None
        groups: list[tuple[str, tuple[Group, ...]]] = []
        for axis, codes in sorted(count.groups):
            there = self.codes_there(count.metric, axis)
            if there is None:
                return None
            kept = set(codes) & there or set(codes)
            groups.append((axis, tuple(sorted(kept, key=lambda code: order_of((code,))))))
        return attrs.evolve(count, groups=tuple(groups))

    def codes_there(self, metric: str, axis: str) -> frozenset[Group] | None:
        """The codes that any subject of a metric has on an axis; ``None`` for no such axis."""
        if not self.has_axis(metric, axis):
            return None
        known = self._there
        if (metric, axis) not in known:
            subjects = self.lineage.listing(metric).subjects
            known[metric, axis] = frozenset(each.codes[axis] for each in subjects)
        return known[metric, axis]

    def has_axis(self, metric: str, axis: str) -> bool:
        """Whether a metric is broken down by an axis."""
        own = self.lineage.metric(metric).by
        axes = self.lineage.axes.get(metric, ())
        return any(each.id == axis for each in (*axes, *(() if own is None else (own,))))

    def is_about_clients(self, metric: str) -> bool:
        """Whether a metric counts clients, or anything of theirs."""
        return self.lineage.listing(metric).about_clients

    def is_true(self, count: Count, value: object) -> bool:
        """Whether a number in a report is the one that its lineage gives for a normal count."""
        return self.lineage.number(count) == value

    def number(self, count: Count) -> int:
        """A whole number; 0 for the median of nobody."""
        numbers = self._numbers
        if count not in numbers:
            numbers[count] = int(self.lineage.number(count) or 0)
        return numbers[count]

    def adds_up(self, count: Count) -> bool:
        """Whether the numbers of groups make that of all."""
        measure = self.lineage.metric(count.metric).measure
        if measure is Measure.DIFFERENT_CODES:
            return False
        return count.shows is not Shows.FIGURE or measure is not Measure.MEDIAN

    def is_small(self, count: Count) -> bool:
        """Whether there is anybody behind a number, and fewer than may be shown."""
        small = self._small
        if count not in small:
            backing = self.lineage.backing(count)
            small[count] = self.too_few(backing.persons, backing.households)
        return small[count]

    def too_few(self, persons: int, households: int) -> bool:
        """Whether so many are somebody, and fewer than may be shown."""
        few = persons < self.threshold.persons or households < self.threshold.households
        return persons > 0 and few

    def are_few(self, metric: str, subjects: Sequence[Subject]) -> bool:
        """Whether some subjects of a metric are somebody, and fewer than may be told of."""
        backing = self.lineage.backing_of(metric, subjects)
        return self.too_few(backing.persons, backing.households)

    def width(self, number: int) -> int:
        """How wide the interval of a hidden number has to stay.

        One wider than the threshold less one: that a row or a column is there says already that
        somebody is in it.
        """
        return max(self.threshold.persons, number)

    def needed(self, count: Count) -> int:
        """How wide the interval of a count has to stay; 0 for one that may be shown."""
        return self.width(self.number(count)) if self.is_small(count) else 0

"""Figures: what came of counting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import TypeAlias

import attrs

from inclusion_core.errors import UnknownNameError
from inclusion_core.metrics.metric import Measure, Metric

__all__ = ["Figure", "Figures", "Group", "NoCode", "Tally", "broken_inequalities"]


class NoCode(Enum):
    """Why a subject is in the group of no code."""

    ABSENT = "absent"
    UNKNOWN = "unknown"


Group: TypeAlias = str | NoCode
"""The code that a group of subjects shares."""


@attrs.frozen
class Tally:
    """How many subjects are counted, and for how many it is not known.

    Attributes:
        counted: The condition holds.
        unknown: It is not known whether they are asked about, or whether the condition holds.
        asked: How many are surely asked about: the denominator.
    """

    counted: int = 0
    unknown: int = 0
    asked: int = 0


@attrs.frozen(kw_only=True)
class Figure:
    """The figure of one metric.

    Attributes:
        metric: What was counted.
        total: The tally of all subjects.
        groups: The tallies of the groups with anything in them, ordered by code, the groups of no
            code last; empty for a metric that is not broken down.
    """

    metric: Metric
    total: Tally
    groups: Mapping[Group, Tally] = attrs.field(factory=dict[Group, Tally], repr=False)

    @property
    def value(self) -> int:
        """The figure itself: the subjects counted, or the different codes among them."""
        if self.metric.measure is Measure.SUBJECTS:
            return self.total.counted
        return sum(
            tally.counted > 0 for group, tally in self.groups.items() if isinstance(group, str)
        )

    @property
    def unknown(self) -> int:
        """How many subjects may change the figure: for them the answer is not known."""
        if self.metric.measure is Measure.SUBJECTS:
            return self.total.unknown
        without_code = self.groups.get(NoCode.UNKNOWN, Tally())
        return self.total.unknown + without_code.counted


@attrs.frozen
class Figures:
    """The figures of several metrics, by metric id."""

    by_id: Mapping[str, Figure]

    def __getitem__(self, metric_id: str) -> Figure:
        try:
            return self.by_id[metric_id]
        except KeyError:
            raise UnknownNameError("figure", metric_id, self.by_id) from None

    def __iter__(self) -> Iterator[Figure]:
        return iter(self.by_id.values())


def ordered_groups(groups: Iterable[tuple[Group, Tally]]) -> dict[Group, Tally]:
    """Groups in the one order in which figures hold them, without the empty ones."""
    last = {NoCode.ABSENT: 1, NoCode.UNKNOWN: 2}
    filled = [(group, tally) for group, tally in groups if tally.counted or tally.unknown]
    return dict(
        sorted(filled, key=lambda g: (0, g[0]) if isinstance(g[0], str) else (last[g[0]], ""))
    )


def broken_inequalities(figures: Figures) -> tuple[tuple[str, str], ...]:
    """The metrics that count more than what they are part of: id of the part, id of the whole."""
    return tuple(
        (figure.metric.id, figure.metric.part_of)
        for figure in figures
        if figure.metric.part_of in figures.by_id
        and figure.value > figures[figure.metric.part_of].value
    )

"""Figures: what came of counting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

import attrs

from inclusion_core.errors import DeclarationError, NotAdditiveError, UnknownNameError
from inclusion_core.metrics.metric import Axis, Measure, Metric
from inclusion_core.metrics.rate import Share, share
from inclusion_core.metrics.tally import Cells, Group, NoCode, Tally, added, ordered_cells, rolled

__all__ = [
    "Amount",
    "Cells",
    "Figure",
    "Figures",
    "Group",
    "NoCode",
    "Tally",
    "broken_inequalities",
]

Amount: TypeAlias = int | Decimal | None
"""A number of subjects or codes, a total, or a median; ``None`` for the median of nobody."""


@attrs.frozen(kw_only=True)
class Figure:
    """The figure of one metric.

    Attributes:
        metric: What was counted.
        total: The tally of all subjects.
        groups: The tallies of the groups with anything in them, ordered by code, the groups of no
            code last; empty for a metric that is not broken down.
        axes: By what the figure was broken down when it was asked for, whatever its metric says.
        cells: The tallies of these cells, by one code for each axis; empty without axes.
    """

    metric: Metric = attrs.field(repr=lambda metric: repr(metric.id))
    total: Tally
    groups: Mapping[Group, Tally] = attrs.field(factory=dict[Group, Tally], repr=False)
    axes: tuple[Axis, ...] = ()
    cells: Cells = attrs.field(factory=dict[tuple[Group, ...], Tally], repr=False)

    @property
    def value(self) -> Amount:
        """The figure itself: the subjects counted, the codes among them, their total or median."""
        measure, total = self.metric.measure, self.total
        if measure is Measure.DIFFERENT_CODES:
            coded = (tally for group, tally in self.groups.items() if isinstance(group, str))
            return sum(tally.counted > 0 for tally in coded)
        if measure is Measure.SUBJECTS:
            return total.counted
        return total.amount if measure is Measure.TOTAL else total.median

    @property
    def unknown(self) -> int:
        """How many subjects may change the figure: for them the answer is not known."""
        if self.metric.measure is Measure.DIFFERENT_CODES:
            without_code = self.groups.get(NoCode.UNKNOWN, Tally())
            return self.total.unknown + without_code.counted
        return self.total.unknown + self.total.amount_unknown

    @property
    def open(self) -> int:
        """How many subjects may still change the figure: their answer does not stand yet."""
        return self.total.open

    def by(self, *axes: str) -> Cells:
        """The cells of fewer axes than were asked for: the rest is added up.

        Nobody is in two cells, so that this is right for unique counts too.

        Raises:
            UnknownNameError: It was not broken down by one of them.
        """
        ids = [axis.id for axis in self.axes]
        for axis in axes:
            if axis not in ids:
                raise UnknownNameError("axis", axis, ids)
        return rolled(self.cells, [ids.index(axis) for axis in axes])

    def share_of(self, other: Figure) -> Share:
        """What part of those that another figure counts this one counts.

        Example:
            figures["esf.cr04"].share_of(figures["esf.co01"]).value

        Raises:
            DeclarationError: The two are no part and whole; see
                :func:`~inclusion_core.metrics.rate.check_share`.
        """
        return share(self._of(other), (self.metric, self.total), (other.metric, other.total))

    def shares_of(self, other: Figure) -> Mapping[tuple[Group, ...], Share]:
        """The same for each cell in which either figure has anybody.

        Raises:
            DeclarationError: Besides, the two figures are broken down otherwise.
        """
        if self.axes != other.axes:
            problem = "the two figures are broken down otherwise"
            raise DeclarationError("rate", self._of(other), problem)
        return {
            cell: share(
                self._of(other),
                (self.metric, self.cells.get(cell, Tally())),
                (other.metric, other.cells.get(cell, Tally())),
            )
            for cell in ordered_cells({**self.cells, **other.cells})
        }

    def _of(self, other: Figure) -> str:
        return f"{self.metric.id} of {other.metric.id}"

    def __add__(self, other: Figure) -> Figure:
        """The figure of two periods or places together, where figures of its metric add up.

        Raises:
            NotAdditiveError: They are of two metrics, were broken down otherwise, or one subject
                may be in both.
        """
        if why := self._not_added(other):
            raise NotAdditiveError(self.metric.id, other.metric.id, why)
        groups = rolled(_as_cells(self.groups, other.groups), [0])
        return Figure(
            metric=self.metric,
            total=added((self.total, other.total)),
            groups={group: tally for (group,), tally in groups.items()},
            axes=self.axes,
            cells=_together(self.cells, other.cells),
        )

    def _not_added(self, other: Figure) -> str:
        if self.metric != other.metric:
            return "they are figures of two metrics; declare a metric for both together"
        if not self.metric.adds_up:
            return "one subject may be in both, and would count twice; count both at once"
        if self.metric.measure in (Measure.DIFFERENT_CODES, Measure.MEDIAN):
            return "codes and medians of two figures do not add up; count both at once"
        if self.axes != other.axes:
            return "they are broken down otherwise"
        return ""


def _as_cells(*several: Mapping[Group, Tally]) -> Cells:
    """Groups of several figures as cells that tell the figures apart."""
    return {
        (group, str(place)): tally
        for place, groups in enumerate(several)
        for group, tally in groups.items()
    }


def _together(one: Cells, other: Cells) -> Cells:
    found = dict(one)
    for codes, tally in other.items():
        found[codes] = added((found.get(codes, Tally()), tally))
    return rolled(found, range(len(next(iter(found), ()))))


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


def broken_inequalities(figures: Figures) -> tuple[tuple[str, str], ...]:
    """The metrics that count more than what they are part of: id of the part, id of the whole."""
    return tuple(
        (figure.metric.id, figure.metric.part_of)
        for figure in figures
        if figure.metric.part_of in figures.by_id
        and figure.total.counted > figures[figure.metric.part_of].total.counted
    )

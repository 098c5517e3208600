"""The counts of a report laid out: in which tree, rows and columns they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import TypeAlias

import attrs

from inclusion_core.metrics.tally import Group
from inclusion_core.publishing.families import Tree, tree_of
from inclusion_core.publishing.standing import Few
from inclusion_core.reports.behind import Count, Shows

__all__ = ["Codes", "Kind", "LaidOut"]

Codes: TypeAlias = tuple[Group, ...]
"""Codes of one axis that are taken together."""

Kind: TypeAlias = tuple[str, Shows]
"""The id of a metric, and which of its numbers."""


@attrs.frozen
class LaidOut:
    """What a report tells, before it is decided what of it is hidden.

    Attributes:
        told: The counts, in the one form, each once, in the order of the tables.
        few: Who is behind them.
    """

    told: tuple[Count, ...]
    few: Few

    @cached_property
    def there(self) -> frozenset[Count]:
        """The counts, to be looked up."""
        return frozenset(self.told)

    @cached_property
    def tree(self) -> Tree:
        """Which metrics are parts of which."""
        figures = dict.fromkeys(each.metric for each in self.told if each.shows is Shows.FIGURE)
        return tree_of(figures, self.few)

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """Each metric, and which of its numbers; wholes before their parts."""
        found = dict.fromkeys((each.metric, each.shows) for each in self.told)
        return tuple(sorted(found, key=self._depth))

    def _depth(self, kind: Kind) -> int:
        metric, shows = kind
        depth = 0
        while shows is Shows.FIGURE and metric in self.tree.whole:
            metric, depth = self.tree.whole[metric], depth + 1
        return depth

    @cached_property
    def columns(self) -> Mapping[tuple[str, Shows, str], tuple[Codes, ...]]:
        """By the whole and the axis, the codes that are taken together; no code is in two."""
        found: dict[tuple[str, Shows, str], list[Codes]] = defaultdict(list)
        for count in self.told:
            for axis, codes in count.groups:
                columns = found[self.top(count), count.shows, axis]
                if all(set(codes).isdisjoint(each) for each in columns):
                    columns.append(codes)
        return {key: tuple(columns) for key, columns in found.items()}

    @cached_property
    def refused(self) -> frozenset[Count]:
        """What is told apart otherwise than before, or by three axes."""
        return frozenset(each for each in self.told if self._is_refused(each))

    def _is_refused(self, count: Count) -> bool:
        top = self.top(count)
        other = any(
            codes not in self.columns[top, count.shows, axis] for axis, codes in count.groups
        )
        below_zero = bool(count.groups) and self.few.number(count) < 0
        return other or len(count.groups) > 2 or below_zero

    def top(self, count: Count) -> str:
        """The whole to which a figure belongs in the end; other numbers are no parts of any."""
        return self.tree.top(count.metric) if count.shows is Shows.FIGURE else count.metric

    def axes_with_others(self, metric: str) -> frozenset[str]:
        """The axes by which a part is looked at in one table with its whole, that of none too."""
        whole = self.tree.whole.get(metric)
        if whole is None:
            return frozenset()
        (family,) = (each for each in self.tree.parts[whole] if metric in each)
        axes = self.axes((metric, Shows.FIGURE), metric)
        return frozenset(["", *(each for each in axes if self.share(each, whole, *family))])

    def share(self, axis: str, *metrics: str) -> bool:
        """Whether some metrics are all told apart by an axis; each is, by none."""
        return not axis or all(self.few.has_axis(each, axis) for each in metrics)

    def axes(self, kind: Kind, *metrics: str) -> tuple[str, ...]:
        """By which axes some metrics are told apart; one without a name for none."""
        found = dict.fromkeys(
            each.groups[0][0]
            for each in self.told
            if each.metric in metrics and each.shows is kind[1] and len(each.groups) == 1
        )
        return tuple(found) or ("",)

    def row(self, metric: str, shows: Shows, axis: str) -> tuple[Count, ...]:
        """The counts of a metric in each column; without an axis, that of all."""
        top = self.tree.top(metric) if shows is Shows.FIGURE else metric
        if not axis:
            return (Count(metric=metric, shows=shows),)
        columns = self.columns[top, shows, axis]
        return tuple(
            Count(metric=metric, groups=((axis, codes),), shows=shows) for codes in columns
        )

    def numbers(self, metric: str, shows: Shows, axis: str) -> tuple[int, ...]:
        """The numbers in each column, and of those whose code stands in none."""
        row = [self.few.number(each) for each in self.row(metric, shows, axis)]
        rest = self.few.number(Count(metric=metric, shows=shows)) - sum(row) if axis else 0
        return (*row, rest)

"""Metrics of a report as a tree: wholes, their parts, and parts of which nobody is in two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import attrs

from inclusion_core.metrics.metric import Measure
from inclusion_core.publishing.standing import Few
from inclusion_core.reports.behind import Count

__all__ = ["Tree", "tree_of"]


@attrs.frozen(kw_only=True)
class Tree:
    """Which of the metrics of a report are parts of which.

    Attributes:
        parts: By the id of a whole, the metrics right below it, in families: nobody is in two
            metrics of one family, so that they add up, together with those who are in none.
        whole: By the id of a part, the metric right above it.
        crossed: By the id of a whole, metrics below it that are what two of its parts of different
            families have in common: a table of three ways, if it has codes besides.
    """

    parts: Mapping[str, tuple[tuple[str, ...], ...]]
    whole: Mapping[str, str]
    crossed: Mapping[str, tuple[str, ...]]

    def below(self, metric: str) -> Iterator[str]:
        """All parts of a metric, and their parts."""
        for family in self.parts.get(metric, ()):
            for part in family:
                yield part
                yield from self.below(part)

    def top(self, metric: str) -> str:
        """The whole of which a metric is a part in the end; itself, if of none."""
        while metric in self.whole:
            metric = self.whole[metric]
        return metric


def tree_of(metrics: Iterable[str], few: Few) -> Tree:
    """The tree of the metrics whose figures a report shows.

    A part whose whole is not in the report is a part of the next whole above that is.
    """
    shown = [each for each in metrics if _counts_subjects(each, few)]
    whole = {
        metric: above
        for metric in shown
        if (above := _above(metric, shown, few)) and _counted(metric, few) <= _counted(above, few)
    }
    below: dict[str, list[str]] = defaultdict(list)
    for metric, above in whole.items():
        below[above].append(metric)
    parts = {above: _families(its, few) for above, its in below.items()}
    tree = Tree(parts=parts, whole=whole, crossed={})
    crossed = {above: tuple(_crossed(tree, families, few)) for above, families in parts.items()}
    return attrs.evolve(tree, crossed={above: its for above, its in crossed.items() if its})


def _counts_subjects(metric: str, few: Few) -> bool:
    return few.lineage.metric(metric).measure is Measure.SUBJECTS


def _above(metric: str, shown: list[str], few: Few) -> str:
    """The nearest whole that is shown; empty for none."""
    metrics, seen = few.lineage.metrics, {metric}
    above = metrics[metric].part_of
    while above in metrics and above not in shown and above not in seen:
        seen.add(above)
        above = metrics[above].part_of
    return above if above in shown and above not in seen else ""


def _counted(metric: str, few: Few) -> frozenset[str]:
    return frozenset(each.id for each in few.lineage.members(Count(metric=metric)))


def _families(metrics: Iterable[str], few: Few) -> tuple[tuple[str, ...], ...]:
    """Parts of one whole, those together of which nobody is in two; a part of nobody is alone."""
    families: list[list[str]] = []
    taken: list[frozenset[str]] = []
    for metric in metrics:
        its = _counted(metric, few)
        for place, others in enumerate(taken):
            if its and others and its.isdisjoint(others):
                families[place].append(metric)
                taken[place] = others | its
                break
        else:
            families.append([metric])
            taken.append(its)
    return tuple(map(tuple, families))


def _crossed(tree: Tree, families: tuple[tuple[str, ...], ...], few: Few) -> Iterator[str]:
    """The parts of parts that are what their own whole and a part of another family share."""
    for family in families:
        others = [_counted(each, few) for other in families if other != family for each in other]
        for part in family:
            its = _counted(part, few)
            for below in tree.below(part):
                counted = _counted(below, few)
                if counted and any(counted == its & other for other in others):
                    yield below

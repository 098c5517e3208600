"""What stands behind the cells of a table: counts of a metric, and what is worked out of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from inclusion_core.metrics.metric import Axis, Metric
from inclusion_core.metrics.tally import Group, order_of
from inclusion_core.reports.behind import Count, Derived, Shows

__all__ = ["count_in", "count_of", "counts_behind"]


def count_of(
    metric: Metric,
    groups: Mapping[str, Iterable[Group]] | None = None,
    *,
    shows: Shows = Shows.FIGURE,
) -> Count:
    """A number of a metric, for those who have one of these codes on each of these axes."""
    by_axis = sorted((groups or {}).items())
    return Count(
        metric=metric.id,
        groups=tuple(
            (axis, tuple(sorted(codes, key=lambda code: order_of((code,)))))
            for axis, codes in by_axis
        ),
        shows=shows,
    )


def count_in(metric: Metric, axes: Iterable[Axis], cell: Sequence[Group]) -> Count:
    """The figure of a metric in one cell: with one code on each axis; with none, for all."""
    named = zip(axes, cell, strict=True) if cell else ()
    return count_of(metric, {axis.id: (group,) for axis, group in named})


def counts_behind(*several: Count | Derived) -> tuple[Count, ...]:
    """All counts that these are, or are worked out of, each once."""
    counts = (each for one in several for each in ((one,) if isinstance(one, Count) else one.of))
    return tuple(dict.fromkeys(counts))

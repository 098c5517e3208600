"""Metrics that are parts of others: none is a part of itself, by whatever way round."""

from __future__ import annotations

from collections.abc import Iterable

from inclusion_core.manager.plugins import PluginRefusedError
from inclusion_core.metrics.metric import Metric

__all__ = ["check_parts", "parts_of_themselves"]


def check_parts(metrics: Iterable[Metric]) -> None:
    """Refuse metrics that are parts of themselves.

    Raises:
        PluginRefusedError: One is.
    """
    for problem in parts_of_themselves(metrics).values():
        raise PluginRefusedError(problem)


def parts_of_themselves(metrics: Iterable[Metric]) -> dict[str, str]:
    """What is wrong with each metric that is a part of itself, by id."""
    whole = {metric.id: metric.part_of for metric in metrics}
    done: set[str] = set()
    found: dict[str, str] = {}
    for first in whole:
        way: dict[str, None] = {}
        key = first
        while key in whole and key not in done:
            done.add(key)
            way[key] = None
            key = whole[key]
        if key in way:
            ring = list(way)[list(way).index(key) :]
            told = " of ".join(repr(each) for each in (*ring, key))
            problem = f"a metric is a part of itself ({told}): correct its part_of"
            found |= dict.fromkeys(ring, problem)
    return found

"""Whether a metric counts what is about persons or households at all."""

from __future__ import annotations

from inclusion_core.expr.schema import Schema
from inclusion_core.metrics.metric import Metric
from inclusion_core.reports.lineage.ways import list_ways, ways_to

__all__ = ["is_about_clients"]

_GOALS = ("person", "household")


def is_about_clients(metric: Metric, schema: Schema) -> bool:
    """Whether a way leads from what is counted to a person or household: from staff none does.

    Args:
        metric: What is counted; the rows of a facts table are about what they stand for.
        schema: The record types. Of a type that it does not have, a way may lead there.
    """
    subject = metric.subject if metric.table is None else metric.table.subject
    name = subject.record_type
    there = schema.record_types
    if name not in there or name in _GOALS:
        return True
    ways = [way for goal in _GOALS for way in ways_to(goal, name, schema, there)]
    return bool(ways) or any(True for _ in list_ways("person", name, schema, there))

"""What authors write in one word and nodes say in several, found again in the nodes."""

from __future__ import annotations

from inclusion_core.expr import nodes

__all__ = ["covered", "met_by_all"]


def covered(related: nodes.Related) -> tuple[nodes.DayNode | None, nodes.TruthNode]:
    """The day that the records of a list cover, if that is asked first; and what else is asked."""
    where = related.where
    first = nodes.DayField(related.variable, "first_day")
    last = nodes.DayField(related.variable, "last_day")
    match where:
        case nodes.AllOf((nodes.NotAfter(begun, on), nodes.NotAfter(still, ended), *rest)) if (
            (begun, ended) == (first, last)
            and on == still
            and related.variable not in nodes.walk(on)
        ):
            return on, rest[0] if len(rest) == 1 else nodes.AllOf(tuple(rest))
        case _:
            return None, where


def met_by_all(related: nodes.Related) -> nodes.TruthNode | None:
    """What no record of a list fails to meet, where that is how the condition is written."""
    match covered(related)[1]:
        case nodes.Not(nodes.NotAfter() | nodes.AtMost()):
            return None
        case nodes.Not(of):
            return of
        case _:
            return None

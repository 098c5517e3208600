"""Why a day is not known: the reason that stands in the records it is read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.fields import Record
from inclusion_core.truth import Truth
from inclusion_core.values import Reason

__all__ = ["reason_why"]


def reason_why(days: Sequence[nodes.DayNode], record: Record, reader: ObjectReader) -> Reason:
    """Why days are not known: the reason of a field on which one of them rests.

    Of several reasons, one of a record that surely belongs goes before one that only may; then
    what can still be asked goes before what cannot. Where no field gives a reason (a day is
    recorded only in part, a record is missing) it has not been asked.
    """
    found = {
        reason: reader.truth(nodes.AnyOf(tuple(_unknown(days, reason))), record)
        for reason in Reason
    }
    for truth in (Truth.YES, Truth.UNKNOWN):
        for reason, answer in found.items():
            if answer is truth:
                return reason
    return Reason.NOT_ASKED


def _unknown(parts: Sequence[nodes.Node], reason: Reason) -> Iterator[nodes.TruthNode]:
    """Conditions of which one holds where a field in the parts is unknown for a reason."""
    for part in parts:
        if isinstance(part, nodes.FieldNode):
            yield nodes.IsKnown(part, reason)
            continue
        inside = [each for each in nodes.children(part) if not isinstance(each, nodes.Related)]
        lists = [each for each in nodes.children(part) if isinstance(each, nodes.Related)]
        for related in lists:
            yield nodes.Exists(_with_unknown(related, inside, reason))
            if related.complete_through is not None:
                yield from _unknown([related.complete_through], reason)
        if not lists:
            yield from _unknown(inside, reason)


def _with_unknown(
    related: nodes.Related, values: Sequence[nodes.Node], reason: Reason
) -> nodes.Related:
    """The records of a list that may belong to it, and of which a field is so unknown."""
    asked = nodes.AnyOf(tuple(_unknown([related.where, *values], reason)))
    return attrs.evolve(related, where=nodes.AllOf((related.where, asked)))

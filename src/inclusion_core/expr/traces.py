"""A trace: what an expression came to, part by part, and what was read for it.

What was read is kept as it stands in the records: field by field, list by list, and what should be
there and is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

import attrs

from inclusion_core.expr import nodes
from inclusion_core.truth import Truth

__all__ = ["FieldRead", "ListRead", "Read", "RecordMissing", "Trace"]


@attrs.frozen(kw_only=True)
class FieldRead:
    """A field of a record, and what stands in it."""

    record_type: str
    record_id: str
    field: str
    value: object = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class ListRead:
    """A list of records that was gone through.

    Attributes:
        owner_type: The type of the record whose list it is.
        owner_id: Its key.
        record_type: What the list holds.
        record_ids: The keys of the records in it.
        complete_through: The day after which one more may come; before every day where it is not
            known whether all are there; ``None`` where none can come.
    """

    owner_type: str
    owner_id: str
    record_type: str
    record_ids: tuple[str, ...]
    complete_through: date | None = None


@attrs.frozen(kw_only=True)
class RecordMissing:
    """A record that another one names, and that is not there."""

    record_type: str
    record_id: str


Read: TypeAlias = FieldRead | ListRead | RecordMissing
"""What was read, or looked for."""


@attrs.frozen(kw_only=True, eq=False)
class Trace:
    """What one part of an expression came to, and from what.

    Attributes:
        node: The part.
        truth: What it came to, if it is a condition.
        against: It stands under an odd number of negations: the more it holds, the less the whole.
        member: Type and key of the record of a list of which this condition was asked.
        later: It was asked of a record that may still come.
        reads: What was read for this part, not for those inside it.
        parts: The parts inside it, in the order in which they were read; what was read for several
            records of a list is there for each of them.
    """

    node: nodes.Node = attrs.field(repr=False)
    truth: Truth | None = None
    against: bool = False
    member: tuple[str, str] | None = None
    later: bool = False
    reads: tuple[Read, ...] = attrs.field(default=(), repr=False)
    parts: tuple[Trace, ...] = attrs.field(default=(), repr=False)

    def clauses(self) -> Iterator[tuple[nodes.Named, Trace]]:
        """All clauses in it, outermost first, each as often as it was read."""
        if isinstance(self.node, nodes.Named):
            yield self.node, self
        for part in self.parts:
            yield from part.clauses()

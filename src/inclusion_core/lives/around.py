"""What stands around the records of a life: what they name that is no part of any life.

A programme, a contract, a service or a household belongs to many; what is told of it must tell
nothing of the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import RecordType
from inclusion_core.fields import Record
from inclusion_core.lives.belonging import Key, Own, references
from inclusion_core.lives.day_fields import day_fields
from inclusion_core.values import day_span

__all__ = ["Around", "Named"]


@attrs.frozen(kw_only=True)
class Named:
    """A record that belongs to no life, and the field by which another one names it."""

    record_type: RecordType
    record: Record
    by: str


@attrs.frozen(kw_only=True, repr=False)
class Around:
    """Where the records of a life are found, and what stands around them.

    Attributes:
        records: All records of the caseload.
        own: Those of the life, by type and id.
        types: The record types that lives are made of.
    """

    records: Records
    own: Mapping[Key, Own]
    types: frozenset[str]

    def named_by(self, record_type: RecordType, record: Record) -> Iterator[Named]:
        """The records that a record names and that belong to no life, as far as they are there."""
        for field, reference in references(record_type):
            if self._is_outside(reference.to):
                found = self.records.find(reference.to, getattr(record, field.name))
                if found is not None:
                    there = self.records.schema[reference.to]
                    yield Named(record_type=there, record=found, by=field.name)

    def naming(self, named: Named) -> Iterator[Named]:
        """The records of no life that name this one, each with the field by which it does."""
        for link in named.record_type.links.values():
            if link.many and self._is_outside(link.to):
                there = self.records.schema[link.to]
                for record in self.records.naming(link.to, link.field, named.record.id):
                    yield Named(record_type=there, record=record, by=link.field)

    def occasion(self, record_type: RecordType, record: Record) -> Named | None:
        """What a record names that happens on days of its own: the service that was attended."""
        happens = (
            named
            for named in self.named_by(record_type, record)
            if (fields := day_fields(named.record_type)).leading and not fields.lasts
        )
        return next(happens, None)

    def others(self, own: Own, named: Named) -> int:
        """How many others name the same, as far as is known at the same time."""
        listed = self.records.naming(own.record_type.name, named.by, named.record.id)
        whose = next(
            field.name
            for field, reference in references(own.record_type)
            if reference.to in self.types
        )
        keys = {
            getattr(other, whose)
            for other in listed
            if (own.record_type.name, other.id) not in self.own
            and _may_meet(own.record_type, own.record, other)
        }
        return len(keys)

    def _is_outside(self, record_type: str) -> bool:
        return record_type not in self.types and not self.records.schema[record_type].derived


def _may_meet(record_type: RecordType, record: Record, other: Record) -> bool:
    """Whether two stays may have a day in common; what has no days may always."""
    fields = day_fields(record_type)
    one, another = fields.span(record), fields.span(other)
    if one is None or another is None:
        return True
    return all(
        day_span(first).earliest <= day_span(last).latest
        for first, last in ((one[0], another[1]), (another[0], one[1]))
    )

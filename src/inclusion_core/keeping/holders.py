"""Whose data are held: clients with their lives, and whoever else personal records are about.

A client's records are those of the client's life. What else is personal (a member of the staff
with assignments and trainings, a family of a facts table) belongs to the record that it leads to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

import attrs

from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import RecordType
from inclusion_core.fields import Record, type_name
from inclusion_core.lives.belonging import CLIENT, Key, own_records, references
from inclusion_core.model.client import Client

__all__ = ["Holder", "holders", "key_of", "personal"]


@attrs.frozen(kw_only=True)
class Holder:
    """One about whom data are held.

    Attributes:
        record_type: ``client``, ``staff_member`` or another type.
        record_id: The id of that record.
        records: All that is held about them, that record too, ordered by type and id.
    """

    record_type: str
    record_id: str
    records: tuple[Record, ...] = attrs.field(repr=False)

    @property
    def key(self) -> Key:
        """Type and id."""
        return self.record_type, self.record_id

    @property
    def keys(self) -> tuple[Key, ...]:
        """Types and ids of all that is held about them."""
        return tuple(key_of(record) for record in self.records)


def key_of(record: Record) -> Key:
    """The type and the id of a record."""
    return type_name(type(record)), record.id


def personal(record_type: RecordType) -> bool:
    """Whether a record type says of any of its fields on what ground it is held."""
    return not record_type.derived and any(
        field.holding is not None for field in record_type.recorded_fields
    )


def holders(records: Records) -> tuple[Holder, ...]:
    """All about whom data are held: clients first, then others, by type and id.

    A record that names two clients is held about both.
    """
    clients = tuple(_clients(records))
    taken = {key_of(record) for client in clients for record in client.records}
    return (*clients, *_others(records, taken))


def _clients(records: Records) -> Iterator[Holder]:
    clients = cast("Sequence[Client]", records.by_type.get(CLIENT, ()))
    for client in sorted(clients, key=lambda each: each.id):
        own = own_records(records, (client,))
        held = tuple(own[key].record for key in sorted(own))
        yield Holder(record_type=CLIENT, record_id=client.id, records=held)


def _others(records: Records, taken: set[Key]) -> Iterator[Holder]:
    left: dict[Key, Record] = {
        key_of(record): record
        for record_type in records.schema
        if personal(record_type)
        for record in records.of_type(record_type.name)
        if key_of(record) not in taken
    }
    grouped: dict[Key, list[Record]] = defaultdict(list)
    for record in left.values():
        grouped[_root(record, left, records)].append(record)
    for key in sorted(grouped):
        held = tuple(sorted(grouped[key], key=key_of))
        yield Holder(record_type=key[0], record_id=key[1], records=held)


def _root(record: Record, left: Mapping[Key, Record], records: Records) -> Key:
    """The record at the end of the way that begins with the first reference to another of them."""
    passed = {key_of(record)}
    while True:
        named = (
            (reference.to, getattr(record, field.name))
            for field, reference in references(records.schema.type_of(record))
        )
        following = next((key for key in named if key in left and key not in passed), None)
        if following is None:
            return key_of(record)
        passed.add(following)
        record = left[following]

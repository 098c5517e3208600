"""Which records are a client's own: those that name the client, and those that name these.

A record that names somebody else's too (the membership of another client in a group that this one
leads) is not, unless it names the client itself, as a link between two clients does.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping

import attrs

from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Field, Link, RecordType, Schema
from inclusion_core.fields import Record, Reference, type_name
from inclusion_core.model.client import Client

__all__ = ["CLIENT", "Key", "Own", "life_types", "own_records", "references"]

CLIENT = type_name(Client)
Key = tuple[str, str]


@attrs.frozen(kw_only=True)
class Own:
    """A record of a life.

    Attributes:
        record_type: Its type.
        record: It.
        client_id: The client through whom it belongs.
    """

    record_type: RecordType
    record: Record
    client_id: str

    @property
    def key(self) -> Key:
        """Its type and id."""
        return self.record_type.name, self.record.id


def life_types(schema: Schema) -> frozenset[str]:
    """The record types that lives are made of: clients, and all that leads to one of them."""
    found = {CLIENT: None}
    waiting = deque([CLIENT])
    while waiting:
        for link in _lists(schema[waiting.popleft()], schema):
            if link.to not in found:
                found[link.to] = None
                waiting.append(link.to)
    return frozenset(found)


def _lists(record_type: RecordType, schema: Schema) -> Iterator[Link]:
    """The lists that recorded references make: what a caseload works out is nobody's record."""
    for link in record_type.links.values():
        if link.many and schema[link.to].field(link.field).derived is None:
            yield link


def references(record_type: RecordType) -> Iterator[tuple[Field, Reference]]:
    """The fields of a record type that name other records, as they stand in files."""
    for field in record_type.recorded_fields:
        if field.reference is not None:
            yield field, field.reference


def own_records(records: Records, clients: Iterable[Client]) -> Mapping[Key, Own]:
    """The records of the lives of these clients, by type and id."""
    schema = records.schema
    reached: dict[Key, Own] = {}
    for client in clients:
        own = Own(record_type=schema[CLIENT], record=client, client_id=client.id)
        _reach(own, records, reached)
    types = life_types(schema)
    while True:
        kept = {key: own for key, own in reached.items() if _belongs(own, reached, types)}
        if len(kept) == len(reached):
            return kept
        reached = kept


def _reach(first: Own, records: Records, reached: dict[Key, Own]) -> None:
    reached[first.key] = first
    waiting = deque([first])
    while waiting:
        above = waiting.popleft()
        for link in _lists(above.record_type, records.schema):
            for record in records.naming(link.to, link.field, above.record.id):
                own = Own(
                    record_type=records.schema[link.to],
                    record=record,
                    client_id=first.client_id,
                )
                if own.key not in reached:
                    reached[own.key] = own
                    waiting.append(own)


def _belongs(own: Own, reached: Mapping[Key, Own], types: frozenset[str]) -> bool:
    named = [
        (reference.to, getattr(own.record, field.name))
        for field, reference in references(own.record_type)
        if reference.to in types
    ]
    return any(key in reached for key in named if key[0] == CLIENT) or all(
        key in reached for key in named
    )

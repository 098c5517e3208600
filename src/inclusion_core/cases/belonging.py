"""Whose a record is: the clients that it names, and the persons that these are."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.fields import Record
from inclusion_core.model.client import Client

__all__ = ["is_theirs", "leads_to_person"]

CLIENT, PERSON = "client", "person"


def leads_to_person(schema: Schema, record_type: str) -> bool:
    """Whether records of a type belong to one person each, by what they name."""
    seen: set[str] = set()
    waiting = [record_type]
    while waiting:
        name = waiting.pop()
        if name in (CLIENT, PERSON):
            return True
        if name not in seen:
            seen.add(name)
            waiting.extend(to for to, _ in _named(schema[name]))
    return False


def is_theirs(record: Record, client: Client, records: Records) -> bool:
    """Whether a record is a client's own, or one of the person that the client is."""
    seen: set[tuple[str, str]] = set()
    waiting = [record]
    while waiting:
        each = waiting.pop()
        kind = records.schema.type_of(each)
        if (kind.name, each.id) in {(CLIENT, client.id), (PERSON, client.person_id)}:
            return True
        if kind.name != CLIENT and (kind.name, each.id) not in seen:
            seen.add((kind.name, each.id))
            named = (records.find(to, getattr(each, field)) for to, field in _named(kind))
            waiting.extend(found for found in named if found is not None)
    return False


def _named(record_type: RecordType) -> Iterator[tuple[str, str]]:
    """The types of the records that one of this type names, and the fields by which it does."""
    return ((link.to, link.field) for link in record_type.links.values() if not link.many)

"""Which records go with those who are erased, and which stay.

What belongs to a client alone goes: the records of the life, whatever was taken back of them, and
what named nothing but lives that are erased by now. What is shared stays: a service that was given,
the staff who gave it, a household in which others live. A household of nobody else goes too, for
all that it says is that those people belong together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from inclusion_core.expr.schema import Schema
from inclusion_core.keeping.last_words import LastWords
from inclusion_core.lives.belonging import CLIENT, Key, life_types, own_records, references
from inclusion_core.lives.errors import NoSuchRecordError
from inclusion_core.model.client import Client

__all__ = ["going_with"]


def going_with(words: LastWords, clients: Iterable[str]) -> frozenset[Key]:
    """The records that go when clients are erased, by type and id; those erased already, too.

    Raises:
        NoSuchRecordError: Nothing was ever recorded about one of them.
    """
    standing_in = [Client(id=client_id, provider_id="") for client_id in sorted(set(clients))]
    own = own_records(words.records, standing_in)
    there = {each.client_id for key, each in own.items() if key in words.said}
    for client in standing_in:
        if client.id not in there and (CLIENT, client.id) not in words.histories:
            raise NoSuchRecordError(client.id, CLIENT)
    going = frozenset(own)
    going |= _left_behind(words, going)
    return going | _empty_shells(words, going)


def _left_behind(words: LastWords, going: frozenset[Key]) -> frozenset[Key]:
    """The records of lives that would lead to nothing but erased ones; with what goes already."""
    types = life_types(words.schema) - {CLIENT}
    leading = {
        key: {name for name in words.names(record) if name[0] in types or name[0] == CLIENT}
        for key, record in words.said.items()
        if key[0] in types and key not in going
    }
    found = set(going)
    while True:
        gone = found | words.tombstones
        more = {key for key, named in leading.items() if named & found and named <= gone} - found
        if not more:
            return frozenset(found)
        found |= more


def _empty_shells(words: LastWords, going: frozenset[Key]) -> frozenset[Key]:
    """The records that only joined what goes, and say nothing themselves."""
    types = frozenset(_shell_types(words.schema))
    ours = {
        name
        for key in going & words.said.keys()
        for name in words.names_of(key)
        if name[0] in types
    }
    if not ours:
        return frozenset()
    theirs = {name for key in words.said.keys() - going for name in words.names_of(key)}
    return frozenset(ours & words.said.keys()) - theirs


def _shell_types(schema: Schema) -> Iterator[str]:
    """The types that hold nothing but a key, and that only records of lives name: households."""
    types = life_types(schema)
    naming: dict[str, set[str]] = {}
    for record_type in schema:
        for _, reference in references(record_type):
            naming.setdefault(reference.to, set()).add(record_type.name)
    for record_type in schema:
        by = naming.get(record_type.name, set())
        only_key = len(record_type.recorded_fields) == 1 and not record_type.derived
        if only_key and by and by <= types:
            yield record_type.name

"""A part of a caseload that stands by itself: some persons, with all that belongs to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TypeAlias

from inclusion_core.expr.schema import Schema
from inclusion_core.fields import Record
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, Person

__all__ = ["part_of"]

Key: TypeAlias = tuple[str, str]
Named: TypeAlias = dict[Key, tuple[Key, ...]]


def part_of(caseload: Caseload, schema: Schema, *, persons: int) -> Caseload:
    """The first so many persons, with every record that belongs to them or to nobody.

    What only clients outside refer to is left out: their households, their services.

    Args:
        caseload: All of it.
        schema: Its record types.
        persons: How many persons; those who are several clients are so here too.
    """
    chosen = {each.id for each in caseload.of(Person)[:persons]}
    kept = {each.id for each in caseload.of(Client) if each.person_id in chosen}
    records = {
        (name, record.id): record
        for name, listed in caseload.records.items()
        if not schema[name].derived
        for record in listed
    }
    named = {key: tuple(_named(key[0], each, schema)) for key, each in records.items()}
    inside = _inside(named, kept)
    return Caseload.of_records(
        (each for key, each in records.items() if key in inside), known_on=caseload.known_on
    )


def _inside(named: Named, kept: set[str]) -> set[Key]:
    """The records that stay, when these clients do."""
    whose = _Whose(named)
    naming: dict[Key, set[Key]] = defaultdict(set)
    for key, others in named.items():
        if whose.clients(key):
            for other in others:
                naming[other].add(key)
    inside = {key for key in named if whose.clients(key) <= kept}
    inside -= {key for key in inside if naming[key] and not naming[key] & inside}
    while dangling := {
        key for key in inside if any(_gone(each, named, inside) for each in named[key])
    }:
        inside -= dangling
    return inside


def _gone(key: Key, named: Named, inside: set[Key]) -> bool:
    return key in named and key not in inside


def _named(record_type: str, record: Record, schema: Schema) -> Iterator[Key]:
    """The records that a record refers to."""
    for field in schema[record_type].recorded_fields:
        if field.reference is not None:
            yield field.reference.to, getattr(record, field.name)


class _Whose:
    """Whom records belong to, found out once for each."""

    def __init__(self, named: Named) -> None:
        self.named = named
        self.known: dict[Key, frozenset[str]] = {}

    def clients(self, key: Key) -> frozenset[str]:
        """The clients that a record leads to by its references."""
        if key[0] == "client":
            return frozenset({key[1]})
        if key not in self.known:
            self.known[key] = frozenset()  # so that records which name each other come to an end
            below = (self.clients(other) for other in self.named.get(key, ()))
            self.known[key] = frozenset[str]().union(*below)
        return self.known[key]

"""Journal and caseload: all versions ever recorded, and the records as known on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import TypeVar, cast

import attrs

from inclusion_core.fields import Record, type_name
from inclusion_core.model.client import Client, Person, SamePersonLink
from inclusion_core.model.versions import Act, Version
from inclusion_core.values import ABSENT

__all__ = ["Caseload", "Journal"]

RecordT = TypeVar("RecordT", bound=Record)


@attrs.frozen
class Caseload:
    """The records as they were known on one day.

    Attributes:
        known_on: That day.
        records: Records by type, each list ordered by id; a type without records is left out.
        tombstones: Type and id of the records that were erased.
    """

    known_on: date
    records: Mapping[str, tuple[Record, ...]] = attrs.field(repr=False)
    tombstones: tuple[tuple[str, str], ...] = attrs.field(default=(), repr=False)

    def of(self, record_class: type[RecordT]) -> tuple[RecordT, ...]:
        """All records of one class, ordered by id."""
        return cast("tuple[RecordT, ...]", self.records.get(type_name(record_class), ()))

    def __len__(self) -> int:
        return sum(len(listed) for listed in self.records.values())

    @classmethod
    def of_records(cls, records: Iterable[Record], *, known_on: date) -> Caseload:
        """A caseload of records that have no history: all are known on that day.

        Persons are worked out; what is derived in the given records is worked out anew.
        """
        by_type: dict[str, list[Record]] = defaultdict(list)
        for record in records:
            by_type[type_name(type(record))].append(record)
        ordered = {
            name: tuple(sorted(by_type[name], key=lambda record: record.id))
            for name in sorted(by_type)
            if name != type_name(Person)
        }
        return cls(known_on, _with_persons(ordered, known_on))


@attrs.frozen
class Journal:
    """Every version of every record, in no particular order."""

    versions: tuple[Version, ...] = attrs.field(repr=False)

    def as_known_on(self, on: date) -> Caseload:
        """The caseload as it was known at the end of a day.

        The latest version of each record that had been recorded by then counts; retracted and
        erased records are not there.
        """
        latest = list(self._latest(on))
        live = (version.record for version in latest if version.record is not None)
        tombstones = tuple(
            (version.record_type, version.record_id)
            for version in latest
            if version.act is Act.ERASED
        )
        return attrs.evolve(Caseload.of_records(live, known_on=on), tombstones=tombstones)

    def _latest(self, on: date) -> Iterator[Version]:
        known = (version for version in self.versions if version.recorded_on <= on)
        ordered = sorted(known, key=lambda version: version.order)
        for _, versions in groupby(ordered, key=lambda version: version.order[:2]):
            *_, last = versions
            yield last

    @property
    def last_recorded_on(self) -> date | None:
        """The day of the last entry; ``None`` for an empty journal."""
        return max((version.recorded_on for version in self.versions), default=None)


def _with_persons(
    records: Mapping[str, tuple[Record, ...]], known_on: date
) -> Mapping[str, tuple[Record, ...]]:
    clients = cast("tuple[Client, ...]", records.get(type_name(Client), ()))
    links = cast("tuple[SamePersonLink, ...]", records.get(type_name(SamePersonLink), ()))
    person_of = _persons(clients, [link for link in links if _holds(link, known_on)])
    if not clients:
        return records
    persons = tuple(Person(id=key) for key in sorted(set(person_of.values())))
    named = tuple(attrs.evolve(client, person_id=person_of[client.id]) for client in clients)
    return {**records, type_name(Client): named, type_name(Person): persons}


def _holds(link: SamePersonLink, on: date) -> bool:
    return link.linked_on <= on and (link.undone_on is ABSENT or on < link.undone_on)


def _persons(clients: Iterable[Client], links: Iterable[SamePersonLink]) -> dict[str, str]:
    """The smallest id of each group of joined clients, by client id."""
    parent = {client.id: client.id for client in clients}

    def first(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for link in links:
        if link.client_id in parent and link.other_client_id in parent:
            one, other = sorted((first(link.client_id), first(link.other_client_id)))
            parent[other] = one
    return {key: first(key) for key in parent}

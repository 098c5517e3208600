"""What a caseload works out of its records: persons, profiles at entry, enrolments.

Persons come from clients and same-person links, enrolments from persons and participations. Nothing
of it stands in a file, so that nobody can write it down wrongly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeAlias, TypeVar, cast

import attrs

from inclusion_core.fields import Record, type_name
from inclusion_core.model.client import Client, Person, SamePersonLink
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.funding import Programme
from inclusion_core.model.participation import Enrolment, Participation
from inclusion_core.values import ABSENT, day_span

__all__ = ["worked_out"]

RecordT = TypeVar("RecordT", bound=Record)
ByType: TypeAlias = Mapping[str, tuple[Record, ...]]


def worked_out(records: ByType, known_on: date) -> ByType:
    """The records with all that follows from them, as known on a day."""
    return _with_enrolments(_with_traits(_with_persons(records, known_on)))


def _of(records: ByType, record_class: type[RecordT]) -> tuple[RecordT, ...]:
    return cast("tuple[RecordT, ...]", records.get(type_name(record_class), ()))


def _with(records: ByType, *lists: tuple[Record, ...]) -> ByType:
    """The records with other lists, each of one class; an empty list changes nothing."""
    return {**records, **{type_name(type(each[0])): each for each in lists if each}}


def _with_persons(records: ByType, known_on: date) -> ByType:
    clients = _of(records, Client)
    links = [link for link in _of(records, SamePersonLink) if _holds(link, known_on)]
    person_of = _persons(clients, links)
    persons = tuple(Person(id=key) for key in sorted(set(person_of.values())))
    named = tuple(attrs.evolve(client, person_id=person_of[client.id]) for client in clients)
    return _with(records, named, persons)


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


def _with_traits(records: ByType) -> ByType:
    by_participation: dict[str, list[str]] = defaultdict(list)
    for traits in _of(records, EntryTraits):
        by_participation[traits.participation_id].append(traits.id)
    the_one = {key: ids[0] for key, ids in by_participation.items() if len(ids) == 1}
    named = (
        attrs.evolve(each, traits_id=the_one.get(each.id, ""))
        for each in _of(records, Participation)
    )
    return _with(records, tuple(named))


def _with_enrolments(records: ByType) -> ByType:
    person_of = {client.id: client.person_id for client in _of(records, Client)}
    operation_of = {each.id: each.operation_id for each in _of(records, Programme)}
    first: dict[str, Enrolment] = {}
    named: list[Participation] = []
    for each in sorted(_of(records, Participation), key=_by_entry):
        person, operation = person_of.get(each.client_id), operation_of.get(each.programme_id)
        key = "" if person is None or operation is None else f"{person}/{operation}"
        named.append(attrs.evolve(each, enrolment_id=key))
        if person is not None and operation is not None and key not in first:
            first[key] = Enrolment(
                id=key, person_id=person, operation_id=operation, first_participation_id=each.id
            )
    return _with(
        records,
        tuple(sorted(named, key=lambda each: each.id)),
        tuple(first[key] for key in sorted(first)),
    )


def _by_entry(participation: Participation) -> tuple[date, date, str]:
    entered = day_span(participation.entered_on)
    return entered.earliest, entered.latest, participation.id

"""Possible duplicates: clients who agree in all that is known of them and may be one person.

They are listed, never merged: two people may be born on one day. Who finds that they are one
makes a same-person link; who finds that they are two makes the link and undoes it, and is not
asked again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import TypeAlias

import attrs

from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, Gender, SamePersonLink
from inclusion_core.model.status import CitizenshipSpell
from inclusion_core.values import ABSENT, Unknown

__all__ = ["PossibleDuplicate", "possible_duplicates"]


@attrs.frozen
class PossibleDuplicate:
    """Clients who may be one person.

    Attributes:
        client_ids: Two or more, ordered.
        citizenship_known: They agree in a citizenship too; otherwise it is not known of all.
    """

    client_ids: tuple[str, ...]
    citizenship_known: bool


_Citizenships: TypeAlias = Mapping[str, AbstractSet[object]]
"""Countries by client, ``ABSENT`` for none; a client of whom nothing is known is not there."""


def possible_duplicates(caseload: Caseload) -> tuple[PossibleDuplicate, ...]:
    """Clients who were surely born on one day, are of one gender and may be of one citizenship.

    Clients whom links join count as one; clients whose link was undone, or who did not die on one
    day, as two.
    """
    citizenships = _citizenships(caseload)
    undone = {
        frozenset((link.client_id, link.other_client_id))
        for link in caseload.of(SamePersonLink)
        if link.undone_on is not ABSENT and link.undone_on <= caseload.known_on
    }
    found: dict[tuple[str, ...], bool] = {}
    for group in _alike(caseload.of(Client)):
        for clients, known in _of_one_citizenship(group, citizenships):
            ids = tuple(each.id for each in clients if _has_double(each, clients, undone))
            if ids:
                found[ids] = known or found.get(ids, False)
    return tuple(
        PossibleDuplicate(client_ids=ids, citizenship_known=found[ids]) for ids in sorted(found)
    )


def _citizenships(caseload: Caseload) -> _Citizenships:
    countries: dict[str, set[object]] = defaultdict(set)
    for spell in caseload.of(CitizenshipSpell):
        if not isinstance(spell.country, Unknown):
            countries[spell.client_id].add(spell.country)
    return countries


def _alike(clients: Iterable[Client]) -> Iterable[Sequence[Client]]:
    """Groups of one birthday and one gender, so that nobody is compared with everybody."""
    groups: dict[tuple[date, Gender], list[Client]] = defaultdict(list)
    for client in clients:
        if isinstance(client.born_on, date) and isinstance(client.gender, Gender):
            groups[client.born_on, client.gender].append(client)
    return (group for group in groups.values() if len(group) > 1)


def _of_one_citizenship(
    group: Sequence[Client], citizenships: _Citizenships
) -> Iterator[tuple[Sequence[Client], bool]]:
    """Those who share a citizenship, or may; and whether it is known of all."""
    countries = {country for each in group for country in citizenships.get(each.id, ())}
    for country in countries or {None}:
        may = [each for each in group if country in citizenships.get(each.id, (country,))]
        yield may, all(each.id in citizenships for each in may)


def _has_double(
    client: Client, others: Iterable[Client], undone: AbstractSet[frozenset[str]]
) -> bool:
    return any(
        other.person_id != client.person_id
        and frozenset((client.id, other.id)) not in undone
        and not _died_on_two_days(client, other)
        for other in others
    )


def _died_on_two_days(one: Client, other: Client) -> bool:
    known = isinstance(one.died_on, date) and isinstance(other.died_on, date)
    return known and one.died_on != other.died_on

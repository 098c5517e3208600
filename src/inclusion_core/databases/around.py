"""What a question about a client may reach: gathered by ids, whatever the size of the caseload.

The records of the client's own life and of the same person elsewhere; whatever these name, as a
contract and its provider; who lives in the same household, with nothing of their lives; and the
chain of funding with what is declared about it. No other life, no other record of staff, and none
of the services and costs that are not the client's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import cast

from inclusion_core.databases.reading import CLIENT, Rows
from inclusion_core.expr.schema import Link, RecordType, Schema
from inclusion_core.facts.cases import Cases
from inclusion_core.fields import type_name
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import SamePersonLink
from inclusion_core.model.cost import CostEntry
from inclusion_core.model.funding import Programme
from inclusion_core.model.household import Household, HouseholdMembership
from inclusion_core.model.service import Headcount, Service, ServiceStaff
from inclusion_core.model.versions import Version

__all__ = ["cases_around"]

LINK = type_name(SamePersonLink)
HOUSEHOLD = type_name(Household)
MEMBERSHIP = type_name(HouseholdMembership)
PROGRAMME = type_name(Programme)
ACTIVITY = frozenset(map(type_name, (Service, ServiceStaff, Headcount, CostEntry)))
"""What was done and spent in the chain of funding: as much of it as there are services."""

Keys = dict[str, set[str]]
"""Ids by type."""


def cases_around(rows: Rows, clients: Iterable[str]) -> Cases:
    """The cases of some clients, as known on the day of the rows."""
    gathered = _Gathered(rows)
    gathered.lives(clients)
    gathered.surroundings()
    journal = Journal(tuple(gathered.versions.values()))
    return Cases.of(journal.as_known_on(rows.known_on), rows.schema)


def _lists(record_type: RecordType, schema: Schema) -> Iterator[Link]:
    """The lists that recorded references make."""
    for link in record_type.links.values():
        if link.many and schema[link.to].field(link.field).derived is None:
            yield link


def _terms(schema: Schema) -> frozenset[str]:
    """The types that are about funding and programmes, and about nobody."""
    lives = {CLIENT}
    waiting = [CLIENT]
    while waiting:
        more = {link.to for link in _lists(schema[waiting.pop()], schema)} - lives
        lives |= more
        waiting += more
    return frozenset(
        each.name
        for each in schema
        if not each.derived
        and each.name not in lives
        and each.name not in ACTIVITY
        and all(field.holding is None for field in each.recorded_fields)
    )


class _Gathered:
    """The versions that were found, each once."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.schema = rows.schema
        self.versions: dict[tuple[str, str], Version] = {}
        self.looked_for: set[tuple[str, str]] = set()

    def lives(self, clients: Iterable[str]) -> None:
        """The records of clients, and of those who are the same person."""
        own = {CLIENT}
        new: Keys = {CLIENT: set(clients)}
        self._find(CLIENT, new[CLIENT])
        while new:
            found: Keys = defaultdict(set)
            for name in new.keys() & own:
                for link in _lists(self.schema[name], self.schema):
                    own.add(link.to)
                    for version in self.rows.where_in(link.to, link.field, new[name]):
                        self._take(version, found)
            for key in sorted(found.get(LINK, ())):
                joined = cast("SamePersonLink", self.versions[LINK, key].record)
                found[CLIENT] |= self._find(CLIENT, {joined.client_id, joined.other_client_id})
            new = {name: keys for name, keys in found.items() if keys}

    def surroundings(self) -> None:
        """What the records that are there name, the household, and the terms."""
        terms = _terms(self.schema)
        new: Keys = defaultdict(set)
        for name, key in self.versions:
            new[name].add(key)
        for versions in self.rows.of_type(PROGRAMME):
            for version in versions:
                self._take(version, new)
        while new:
            found: Keys = defaultdict(set)
            for name, keys in self._named(new).items():
                found[name] |= self._find(name, keys)
            for name, keys in new.items():
                for link in self._followed(name, terms):
                    for version in self.rows.where_in(link.to, link.field, keys):
                        self._take(version, found)
            new = {name: keys for name, keys in found.items() if keys}

    def _followed(self, name: str, terms: frozenset[str]) -> Iterator[Link]:
        for link in _lists(self.schema[name], self.schema):
            if (name in terms and link.to in terms) or (
                link.to == MEMBERSHIP and name == HOUSEHOLD
            ):
                yield link

    def _named(self, new: Keys) -> Keys:
        """The ids that records name, by type; only those that nobody looked for yet."""
        named: Keys = defaultdict(set)
        for name, keys in new.items():
            references = [
                (field.name, field.reference.to)
                for field in self.schema[name].recorded_fields
                if field.reference is not None
            ]
            for key in keys:
                record = self.versions[name, key].record
                for field, to in references if record is not None else ():
                    named[to].add(getattr(record, field))
        return named

    def _find(self, name: str, keys: Iterable[str]) -> set[str]:
        """Look for records by their ids; those that are new."""
        wanted = {key for key in keys if (name, key) not in self.looked_for}
        self.looked_for |= {(name, key) for key in wanted}
        found: Keys = defaultdict(set)
        for version in self.rows.where_in(name, "id", wanted):
            self._take(version, found)
        return found[name]

    def _take(self, version: Version, found: Keys) -> None:
        key = version.record_type, version.record_id
        if key not in self.versions:
            self.versions[key] = version
            self.looked_for.add(key)
            found.setdefault(version.record_type, set()).add(version.record_id)

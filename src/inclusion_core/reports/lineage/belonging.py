"""Whose records are: the persons and households behind each, and the operation that pays for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property

import attrs

from inclusion_core.expr.schema import Schema
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.lineage.reading import keys, types_there
from inclusion_core.reports.lineage.ways import list_ways, way_to, ways_to

__all__ = ["NOBODYS", "Belonging", "Belongings", "Whose"]

PERSON = "person"
HOUSEHOLD = "household"
MEMBERSHIP = "household_membership"
OPERATION = "operation"


@attrs.frozen(kw_only=True)
class Whose:
    """Whose one record is.

    Attributes:
        person: The one person it is about; empty where that is not told, or there are several.
        persons: Everybody behind it, ordered by id.
        households: Their households, and the one that it is about itself, ordered by id.
        operation: The operation to which it belongs; empty where that is not told.
    """

    person: str = ""
    persons: tuple[str, ...] = ()
    households: tuple[str, ...] = ()
    operation: str = ""


NOBODYS = Whose()


@attrs.frozen(kw_only=True)
class Belonging:
    """Whose the records of one type are.

    Attributes:
        about_clients: Whether a way leads from such a record to a person or household at all.
        persons_known: Whether the data have what stands on that way.
        of_persons: Whether each leads to one person; a household does not.
        by_id: Whose each record is; nobody's, where it is not there.
    """

    about_clients: bool
    persons_known: bool
    of_persons: bool
    by_id: Mapping[str, Whose] = attrs.field(repr=False)


@attrs.frozen
class Belongings:
    """Whose records are, in some data; worked out once for each type, when asked for."""

    data: ReportData = attrs.field(repr=False)

    @cached_property
    def _found(self) -> dict[str, Belonging]:
        return {}

    @cached_property
    def households_of(self) -> Mapping[str, frozenset[str]]:
        """The households in which each person ever lived."""
        found: dict[str, set[str]] = defaultdict(set)
        for person, household in self._memberships():
            found[person].add(household)
        return {person: frozenset(households) for person, households in found.items()}

    @cached_property
    def joined(self) -> Mapping[str, str]:
        """By the id of a household, that of the first among those it is joined to.

        Two households are joined where somebody ever lived in both, so that persons of two that are
        not are surely of two families.
        """
        first: dict[str, str] = {}

        def of(key: str) -> str:
            first.setdefault(key, key)
            while first[key] != key:
                first[key] = first[first[key]]
                key = first[key]
            return key

        for households in self.households_of.values():
            smallest = min(map(of, households))
            for each in households:
                first[of(each)] = smallest
        return {key: of(key) for key in [*first]}

    def of(self, record_type: str) -> Belonging:
        """Whose the records of a type are."""
        found = self._found
        if record_type not in found:
            found[record_type] = self._worked_out(record_type)
        return found[record_type]

    def _memberships(self) -> Iterator[tuple[str, str]]:
        schema, there = self.data.on.schema, types_there(self.data)
        if MEMBERSHIP not in there:
            return
        ways = [way_to(goal, MEMBERSHIP, schema, there) for goal in (PERSON, HOUSEHOLD)]
        both = [way for way in ways if way is not None]
        if len(both) == len(ways):
            for _, (person, household) in keys(self.data, MEMBERSHIP, both):
                if person and household:
                    yield person, household

    def _worked_out(self, record_type: str) -> Belonging:
        schema, there = self.data.on.schema, types_there(self.data)
        if record_type not in there:
            about_clients = _is_about_clients(record_type, schema)
            return Belonging(
                about_clients=about_clients, persons_known=False, of_persons=False, by_id={}
            )
        is_person = record_type == PERSON
        return Belonging(
            about_clients=_is_about_clients(record_type, schema),
            persons_known=_leads(record_type, schema, there),
            of_persons=is_person or way_to(PERSON, record_type, schema, there) is not None,
            by_id=self._by_id(record_type),
        )

    def _by_id(self, record_type: str) -> Mapping[str, Whose]:
        schema, there = self.data.on.schema, types_there(self.data)
        to_persons = ways_to(PERSON, record_type, schema, there)
        to_household = way_to(HOUSEHOLD, record_type, schema, there)
        to_operation = way_to(OPERATION, record_type, schema, there)
        households = () if to_household is None else (to_household,)
        operations = () if to_operation is None else (to_operation,)
        by_list = {} if to_persons else self._by_list(record_type)
        found: dict[str, Whose] = {}
        number = len(to_persons)
        for key, named in keys(self.data, record_type, (*to_persons, *households, *operations)):
            persons = {*named[:number], *by_list.get(key, ())}
            own = set(named[number : number + len(households)])
            if record_type == PERSON:
                persons.add(key)
            if record_type == HOUSEHOLD:
                own.add(key)
            found[key] = Whose(
                person=key if record_type == PERSON else named[0] if number == 1 else "",
                persons=_listed(persons),
                households=_listed(own.union(*(self.households_of.get(p, ()) for p in persons))),
                operation=named[-1] if operations else "",
            )
        return found

    def _by_list(self, record_type: str) -> Mapping[str, set[str]]:
        """The persons behind records to which no record of theirs leads: who came to a service."""
        found: dict[str, set[str]] = defaultdict(set)
        for way in list_ways(PERSON, record_type, self.data.on.schema, types_there(self.data)):
            for _, (owner, *persons) in keys(self.data, way.record_type, (way.owner, *way.ends)):
                found[owner].update(persons)
        return found


def _listed(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(each for each in ids if each))


def _is_about_clients(record_type: str, schema: Schema) -> bool:
    """Whether a way leads to a person or household; of a type nobody knows it may."""
    for known in (schema, SCHEMA):
        if record_type in known.record_types:
            return _leads(record_type, known, known.record_types)
    return True


def _leads(record_type: str, schema: Schema, there: Container[str]) -> bool:
    return (
        record_type in (PERSON, HOUSEHOLD)
        or any(ways_to(goal, record_type, schema, there) for goal in (PERSON, HOUSEHOLD))
        or any(True for _ in list_ways(PERSON, record_type, schema, there))
    )

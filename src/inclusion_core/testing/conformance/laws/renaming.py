"""The same records under other ids, and what an answer about them is under the ids before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from inclusion_core.expr.schema import Field, Schema
from inclusion_core.fields import Record, type_name
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client

__all__ = ["Renamed", "prefixed", "recorded", "references", "rewritten"]


@attrs.frozen(kw_only=True)
class Renamed:
    """A caseload under other ids, in another order.

    Attributes:
        caseload: The renamed records.
        before: The id that each had before.
    """

    caseload: Caseload
    before: Mapping[str, str] = attrs.field(repr=False)

    @classmethod
    def of(cls, caseload: Caseload, schema: Schema) -> Renamed:
        """A caseload in which every record has another id; what came first comes last."""
        new = {
            (name, record.id): f"{name}:{len(records) - place:03}"
            for name, records in caseload.records.items()
            for place, record in enumerate(records)
        }
        renamed = (_renamed(record, schema, new) for record in recorded(caseload, schema))
        again = Caseload.of_records(renamed, known_on=caseload.known_on)
        before = {new_id: key for (_, key), new_id in new.items()}
        return cls(caseload=again, before=before | _derived(caseload, again, new, before))

    def back(self, key: str) -> str:
        """The id that a record had before; of anything else, it."""
        return self.before.get(key, key)


def recorded(caseload: Caseload, schema: Schema) -> Iterator[Record]:
    """The records that somebody wrote: all but the derived ones."""
    for name, records in caseload.records.items():
        if not schema[name].derived:
            yield from records


def references(record: Record, schema: Schema) -> Iterator[tuple[Field, str, str]]:
    """What a record names: the field, the record type, and the key."""
    for field in schema.type_of(record).recorded_fields:
        if field.reference is not None:
            yield field, field.reference.to, getattr(record, field.name)


def rewritten(record: Record, changed: Mapping[str, object]) -> Record:
    """The same record with some fields changed."""
    return attrs.evolve(record, **changed)  # type: ignore[misc]


def prefixed(caseload: Caseload, schema: Schema, prefix: str) -> Iterator[Record]:
    """The records of a caseload with this before every id, so that they meet no others."""
    new = {
        (name, record.id): f"{prefix}{record.id}"
        for name, records in caseload.records.items()
        for record in records
    }
    for record in recorded(caseload, schema):
        yield _renamed(record, schema, new)


def _renamed(record: Record, schema: Schema, new: Mapping[tuple[str, str], str]) -> Record:
    named = {field.name: new.get((to, key), key) for field, to, key in references(record, schema)}
    return rewritten(record, {**named, "id": new[type_name(type(record)), record.id]})


def _derived(
    caseload: Caseload,
    again: Caseload,
    new: Mapping[tuple[str, str], str],
    before: Mapping[str, str],
) -> dict[str, str]:
    """The ids that persons and enrolments had before: they are made of others."""
    person_of = {new["client", each.id]: each.person_id for each in caseload.of(Client)}
    persons = {each.person_id: person_of[each.id] for each in again.of(Client)}
    enrolments = {
        f"{now}/{operation}": f"{then}/{before.get(operation, operation)}"
        for now, then in persons.items()
        for operation in _ids(again, "operation")
    }
    return persons | enrolments


def _ids(caseload: Caseload, record_type: str) -> Iterable[str]:
    """Ids of records of a type, and of those of that type that others name."""
    own = {each.id for each in caseload.records.get(record_type, ())}
    named = {
        getattr(record, f"{record_type}_id")
        for records in caseload.records.values()
        for record in records
        if hasattr(record, f"{record_type}_id")
    }
    return own | named

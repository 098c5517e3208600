"""Caseloads with something in it twice, though no person is: a client, a stay, a service."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from inclusion_core.expr.schema import Schema
from inclusion_core.fields import Record, type_name
from inclusion_core.metrics.metric import Grain
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, SamePersonLink
from inclusion_core.model.funding import Operation, Programme
from inclusion_core.model.participation import Participation
from inclusion_core.model.service import Service
from inclusion_core.testing.conformance.laws.renaming import recorded, references, rewritten

__all__ = ["COPIES", "Copied"]

Copied = Callable[[Caseload, Schema], Iterator[Caseload]]
"""Gives the caseload again with a copy in it, in each way in which that can be."""

Key = tuple[str, str]
NOT_COPIED = frozenset({"same_person_link"})
"""A link belongs to two clients, and joins a copy to nobody."""


def second_client(caseload: Caseload, schema: Schema) -> Iterator[Caseload]:
    """One person is known a second time, with all that is known of them."""
    for client in caseload.of(Client):
        copies = _copies(caseload, schema, [client])
        other = next(each.id for each in copies if isinstance(each, Client))
        link = SamePersonLink(
            id=f"{client.id}-link",
            client_id=client.id,
            other_client_id=other,
            linked_on=caseload.known_on,
        )
        yield _with(caseload, schema, [*copies, link])


def second_stay(caseload: Caseload, schema: Schema) -> Iterator[Caseload]:
    """One participation is there twice."""
    for stay in caseload.of(Participation):
        yield _with(caseload, schema, _copies(caseload, schema, [stay]))


def stay_elsewhere(caseload: Caseload, schema: Schema) -> Iterator[Caseload]:
    """One participation is there twice, the second time in another programme of the operation."""
    for stay in caseload.of(Participation):
        for programme in caseload.of(Programme):
            if programme.id == stay.programme_id:
                yield _with(caseload, schema, _elsewhere(caseload, schema, stay, [programme]))


def stay_in_another_operation(caseload: Caseload, schema: Schema) -> Iterator[Caseload]:
    """One participation is there twice, the second time in another operation of the fund."""
    for stay in caseload.of(Participation):
        for programme in caseload.of(Programme):
            for operation in caseload.of(Operation):
                where = (stay.programme_id, programme.operation_id)
                if where == (programme.id, operation.id):
                    both = [operation, programme]
                    yield _with(caseload, schema, _elsewhere(caseload, schema, stay, both))


def second_service(caseload: Caseload, schema: Schema) -> Iterator[Caseload]:
    """One service was given twice, to the same people."""
    for service in caseload.of(Service):
        yield _with(caseload, schema, _copies(caseload, schema, [service]))


COPIES: Mapping[str, tuple[Copied, Collection[Grain]]] = {
    "is known by two providers": (
        second_client,
        {Grain.PROGRAMME, Grain.OPERATION, Grain.FUND},
    ),
    "was in the programme twice": (
        second_stay,
        {Grain.PROGRAMME, Grain.OPERATION, Grain.FUND},
    ),
    "was given a service twice": (
        second_service,
        {Grain.PROGRAMME, Grain.OPERATION, Grain.FUND},
    ),
    "was in two programmes of one operation": (
        stay_elsewhere,
        {Grain.OPERATION, Grain.FUND},
    ),
    "was in two operations of one fund": (stay_in_another_operation, {Grain.FUND}),
}
"""What is so of a person, how it comes about, and inside what a subject still counts once."""


def _with(caseload: Caseload, schema: Schema, copies: Iterable[Record]) -> Caseload:
    records = [*recorded(caseload, schema), *copies]
    return Caseload.of_records(records, known_on=caseload.known_on)


def _elsewhere(
    caseload: Caseload, schema: Schema, stay: Participation, places: Iterable[Record]
) -> list[Record]:
    """The copy of a stay, in copies of the places where it was."""
    copied = {_key(each): each for each in places}
    return _renewed(schema, {**copied, **_hanging(caseload, schema, [stay])})


def _copies(caseload: Caseload, schema: Schema, roots: Iterable[Record]) -> list[Record]:
    """Copies of records and of all that hangs on them."""
    return _renewed(schema, _hanging(caseload, schema, roots))


def _renewed(schema: Schema, copied: Mapping[Key, Record]) -> list[Record]:
    return [
        rewritten(
            record,
            {
                "id": _again(record.id),
                **{
                    field.name: _again(key)
                    for field, to, key in references(record, schema)
                    if (to, key) in copied
                },
            },
        )
        for record in copied.values()
    ]


def _hanging(caseload: Caseload, schema: Schema, roots: Iterable[Record]) -> dict[Key, Record]:
    """Records, and those that name them, and those that name these."""
    found = {_key(each): each for each in roots}
    rest = [each for each in recorded(caseload, schema) if _key(each)[0] not in NOT_COPIED]
    more = True
    while more:
        more = False
        for record in rest:
            names = ((to, key) for _, to, key in references(record, schema))
            if _key(record) not in found and any(each in found for each in names):
                found[_key(record)] = record
                more = True
    return found


def _key(record: Record) -> Key:
    return type_name(type(record)), record.id


def _again(key: str) -> str:
    return f"{key}-again"

"""Clients that are said to be one person: whether they can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import surely_before
from inclusion_core.expr.schema import Schema
from inclusion_core.findings import Finding
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, Gender, SamePersonLink
from inclusion_core.texts import lv

__all__ = ["PERSON_CHECKS", "clients_of_persons", "person_of"]

LINKED_WITH_ITSELF = Fault(
    kind="check.linked-with-itself",
    says=lv("saite savieno klientu ar viņu pašu").en("the link joins a client with themselves"),
    remedy=lv("norādiet otru klientu vai atsauciet saiti").en(
        "name the other client, or retract the link"
    ),
)
TWO_BIRTHDAYS = Fault(
    kind="check.two-birthdays",
    says=lv("klienti, kas esot viena persona, nav dzimuši vienā dienā").en(
        "clients who are said to be one person were not born on one day"
    ),
    remedy=lv("salīdziniet ar {other}; izlabojiet vienu no abiem vai atceliet saiti").en(
        "compare with {other}; correct one of the two, or undo the link"
    ),
)
TWO_GENDERS = Fault(
    kind="check.two-genders",
    says=lv("klientiem, kas esot viena persona, ierakstīts dažāds dzimums").en(
        "clients who are said to be one person are recorded with different genders"
    ),
    remedy=lv("salīdziniet ar {other}; izlabojiet vienu no abiem vai atceliet saiti").en(
        "compare with {other}; correct one of the two, or undo the link"
    ),
)


def person_of(caseload: Caseload) -> Callable[[str], str]:
    """Gives the person that a client is; a client who is not there stands for themselves."""
    persons = {client.id: client.person_id for client in caseload.of(Client)}
    return lambda client_id: persons.get(client_id, client_id)


def clients_of_persons(caseload: Caseload) -> Mapping[str, list[Client]]:
    """The clients that each person is, ordered by id."""
    clients: dict[str, list[Client]] = defaultdict(list)
    for client in sorted(caseload.of(Client), key=lambda client: client.id):
        clients[client.person_id].append(client)
    return clients


def _linked_with_themselves(caseload: Caseload, _: Schema) -> Iterator[Finding]:
    for link in caseload.of(SamePersonLink):
        if link.client_id == link.other_client_id:
            yield LINKED_WITH_ITSELF.at(link, "other_client_id")


def _born_on_two_days(one: Client, other: Client) -> bool:
    return surely_before(one.born_on, other.born_on) or surely_before(other.born_on, one.born_on)


def _of_two_genders(one: Client, other: Client) -> bool:
    known = isinstance(one.gender, Gender) and isinstance(other.gender, Gender)
    return known and one.gender is not other.gender


def _unlike(
    fault: Fault,
    field: str,
    differ: Callable[[Client, Client], bool],
    caseload: Caseload,
    _: Schema,
) -> Iterator[Finding]:
    """A finding for each client who differs from an earlier one, who is named."""
    for clients in clients_of_persons(caseload).values():
        for place, client in enumerate(clients):
            other = next((each for each in clients[:place] if differ(client, each)), None)
            if other is not None:
                yield fault.at(client, field, other=other)


PERSON_CHECKS: tuple[Check, ...] = (
    LINKED_WITH_ITSELF.check(_linked_with_themselves),
    TWO_BIRTHDAYS.check(partial(_unlike, TWO_BIRTHDAYS, "born_on", _born_on_two_days)),
    TWO_GENDERS.check(partial(_unlike, TWO_GENDERS, "gender", _of_two_genders)),
)

"""Clients that are said to be one person: whether they can be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import surely_before
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.persons import clients_of_persons
from inclusion_core.findings import Finding
from inclusion_core.model.client import Client, Gender, SamePersonLink
from inclusion_core.texts import lv

__all__ = ["PERSON_CHECKS"]

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


def _linked_with_themselves(examined: Examined) -> Iterator[Finding]:
    for link in examined.of(SamePersonLink):
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
    examined: Examined,
) -> Iterator[Finding]:
    """A finding for each client who differs from an earlier one, who is named."""
    for clients in clients_of_persons(examined).values():
        for place, client in enumerate(clients):
            other = next((each for each in clients[:place] if differ(client, each)), None)
            if other is not None:
                yield fault.at(client, field, other=other)


PERSON_CHECKS: tuple[Check, ...] = (
    LINKED_WITH_ITSELF.check(_linked_with_themselves),
    TWO_BIRTHDAYS.check(partial(_unlike, TWO_BIRTHDAYS, "born_on", _born_on_two_days)),
    TWO_GENDERS.check(partial(_unlike, TWO_GENDERS, "gender", _of_two_genders)),
)

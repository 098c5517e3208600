"""Synthetic records for what is counted: the same each time, some days known in part or not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from inclusion_core.fields import Record, type_name
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.funding import Operation, Programme, Provider
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import ProtectionKind, ProtectionSpell
from inclusion_core.model.versions import Act, Version
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay

KNOWN_ON = date(2018, 12, 3)
RECORDED_ON = date(2018, 6, 4)
TERMS = (
    Operation(id="o", number="9", title="Title", beneficiary="Foundation"),
    Programme(id="m", operation_id="o", declared_as="sif.mentoring"),
    Provider(id="p", name="Provider"),
)


def journal(clients: int) -> Journal:
    """What is known of so many clients: four versions of each, one of them a change."""
    return Journal(tuple(_versions(clients)))


def _versions(clients: int) -> Iterator[Version]:
    yield from (_version(each) for each in TERMS)
    for number in range(clients):
        client, spell, participation = _of_client(number)
        yield from (_version(each) for each in (client, spell, participation))
        yield _version(participation, number=2)


def _version(record: Record, number: int = 1) -> Version:
    return Version(
        record_type=type_name(type(record)),
        record_id=record.id,
        version=number,
        recorded_on=RECORDED_ON + timedelta(days=number),
        act=Act.RECORDED if number == 1 else Act.CHANGED,
        record=record,
    )


def _of_client(number: int) -> tuple[Record, Record, Record]:
    entered = date(2018, 1, 1) + timedelta(days=number * 7 % 300)
    born = date(1960, 1, 1) + timedelta(days=number * 11 % 18_000)
    return (
        Client(
            id=f"c-{number:05}",
            provider_id="p",
            born_on=born if number % 20 else PartialDay.of_year(born.year),
            gender=NOT_ASKED if number % 30 == 0 else list(Gender)[number % 2],
        ),
        ProtectionSpell(
            id=f"s-{number:05}",
            client_id=f"c-{number:05}",
            kind=list(ProtectionKind)[number % len(ProtectionKind)],
            first_day=entered - timedelta(days=number % 60),
        ),
        Participation(
            id=f"t-{number:05}",
            client_id=f"c-{number:05}",
            programme_id="m",
            entered_on=entered if number % 40 else NOT_ASKED,
            left_on=ABSENT if number % 3 else entered + timedelta(days=100),
        ),
    )

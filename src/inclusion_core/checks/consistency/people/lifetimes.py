"""What lies before a birth or after a death."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

import attrs

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import day_of, surely_before, surely_lasts_after
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.persons import clients_of_persons
from inclusion_core.fields import Record
from inclusion_core.findings import Finding, Severity
from inclusion_core.model.client import Client
from inclusion_core.model.education import EducationAttainment, EducationSpell
from inclusion_core.model.household import HouseholdMembership
from inclusion_core.model.labour import LabourSpell
from inclusion_core.model.need import Need, Referral
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import (
    Arrival,
    CitizenshipSpell,
    ProtectionSpell,
    ResidenceSpell,
)
from inclusion_core.model.traits import CaringSpell, DisabilitySpell, RiskSpell
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, day_span

__all__ = ["LIFETIME_CHECKS", "LIVED", "Lived"]

BEFORE_BIRTH = Fault(
    kind="check.before-birth",
    says=lv("sākas pirms klienta dzimšanas").en("it begins before the client was born"),
    remedy=lv("izlabojiet šo dienu vai dzimšanas dienu").en(
        "correct this day, or the day of birth"
    ),
)
BEGUN_AFTER_DEATH = Fault(
    kind="check.after-death",
    says=lv("sākas pēc personas nāves").en("it begins after the person's death"),
    remedy=lv("izlabojiet šo dienu vai nāves dienu ierakstā {other}").en(
        "correct this day, or the day of death in {other}"
    ),
)
SERVED_AFTER_DEATH = Fault(
    kind="check.served-after-death",
    says=lv("dalība programmā turpinās pēc personas nāves").en(
        "the participation goes on after the person's death"
    ),
    remedy=lv("ierakstiet pēdējo dienu vai izlabojiet nāves dienu ierakstā {other}").en(
        "enter the last day, or correct the day of death in {other}"
    ),
)
NOT_ENDED = Fault(
    kind="check.not-ended-at-death",
    says=lv("turpinās pēc personas nāves").en("it goes on after the person's death"),
    remedy=SERVED_AFTER_DEATH.remedy,
    severity=Severity.WARNING,
)


@attrs.frozen(kw_only=True)
class Lived:
    """Something in a client's life that lies between birth and death.

    Attributes:
        records: The record class.
        client: Field that names the client.
        first: Field of the day on which it begins.
        last: Field of its last day; empty for what nobody ends at death.
        lasting: What is wrong where it goes on after death.
    """

    records: type[Record]
    client: str = "client_id"
    first: str = "first_day"
    last: str = "last_day"
    lasting: Fault = NOT_ENDED


LIVED: tuple[Lived, ...] = (
    Lived(records=Arrival, first="arrived_on", last=""),
    Lived(records=CitizenshipSpell, last=""),
    Lived(records=HouseholdMembership),
    Lived(records=Participation, first="entered_on", last="left_on", lasting=SERVED_AFTER_DEATH),
    Lived(records=ProtectionSpell),
    Lived(records=ResidenceSpell),
    Lived(records=EducationSpell),
    Lived(records=EducationAttainment, first="attained_on", last=""),
    Lived(records=LabourSpell),
    Lived(records=RiskSpell, last=""),
    Lived(records=DisabilitySpell, last=""),
    Lived(records=CaringSpell),
    Lived(records=Need, first="found_on", last=""),
    Lived(records=Referral, first="referred_on", last=""),
)


def _before_birth(examined: Examined) -> Iterator[Finding]:
    born = {client.id: client.born_on for client in examined.of(Client)}
    for lived in LIVED:
        for record in examined.of(lived.records):
            born_on = born.get(getattr(record, lived.client), ABSENT)
            if surely_before(day_of(record, lived.first), born_on):
                yield BEFORE_BIRTH.at(record, lived.first)


def _dead(examined: Examined) -> Mapping[str, Client]:
    """By client, the client of the same person whose death is the first that is sure."""
    found: dict[str, Client] = {}
    for clients in clients_of_persons(examined).values():
        first = min(clients, key=lambda client: (day_span(client.died_on).latest, client.id))
        found |= {client.id: first for client in clients}
    return found


def _among_the_dead(
    lived: Lived, examined: Examined, dead: Mapping[str, Client]
) -> Iterator[tuple[Record, Client, bool]]:
    """Each record whose client is there, who died, and whether it begins after that."""
    for record in examined.of(lived.records):
        client = dead.get(getattr(record, lived.client))
        if client is not None:
            yield record, client, surely_before(client.died_on, day_of(record, lived.first))


def _begun_after_death(examined: Examined) -> Iterator[Finding]:
    dead = _dead(examined)
    for lived in LIVED:
        for record, client, after in _among_the_dead(lived, examined, dead):
            if after:
                yield BEGUN_AFTER_DEATH.at(record, lived.first, other=client)


def _lasting_after_death(fault: Fault, examined: Examined) -> Iterator[Finding]:
    dead = _dead(examined)
    for lived in LIVED:
        if lived.last and lived.lasting is fault:
            for record, client, after in _among_the_dead(lived, examined, dead):
                last_day = day_of(record, lived.last)
                if not after and surely_lasts_after(last_day, client.died_on):
                    yield fault.at(record, lived.last, other=client)


LIFETIME_CHECKS: tuple[Check, ...] = (
    BEFORE_BIRTH.check(_before_birth),
    BEGUN_AFTER_DEATH.check(_begun_after_death),
    SERVED_AFTER_DEATH.check(partial(_lasting_after_death, SERVED_AFTER_DEATH)),
    NOT_ENDED.check(partial(_lasting_after_death, NOT_ENDED)),
)

"""The records of one life: a plan with its blanks filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import attrs

from inclusion_core.fields import Record
from inclusion_core.model.client import Client
from inclusion_core.model.education import EducationSpell
from inclusion_core.model.participation import DeliverySpell, LeavingReason, Participation
from inclusion_core.model.status import (
    Arrival,
    CitizenshipSpell,
    ProtectionSpell,
    ResidenceSpell,
)
from inclusion_core.values import day_span
from inclusion_sif.sample.funding import FIRST, PROGRAMME, SECOND
from inclusion_sif.sample.ids import Ids
from inclusion_sif.sample.life import BLANK, HANDOVER, Life, day_before

__all__ = ["File", "Keys", "deliveries", "filed", "kept_by_each"]


@attrs.frozen(kw_only=True)
class File:
    """One client, and all records about it but for links and households.

    Attributes:
        client: The client.
        arrivals: None, or one.
        protection: Spells in their order.
        residence: Spells in their order.
        citizenships: Side by side.
        schools: One after the other.
        participations: In their order.
        deliveries: The parts of the participations under one contract or the other.
    """

    client: Client
    arrivals: tuple[Arrival, ...]
    protection: tuple[ProtectionSpell, ...]
    residence: tuple[ResidenceSpell, ...]
    citizenships: tuple[CitizenshipSpell, ...]
    schools: tuple[EducationSpell, ...]
    participations: tuple[Participation, ...]
    deliveries: tuple[DeliverySpell, ...]

    @property
    def histories(self) -> tuple[tuple[Record, ...], ...]:
        """What is about the client alone; in each list one record ends before the next begins."""
        others = (self.arrivals, self.protection, self.residence, self.schools)
        return (*others, *((spell,) for spell in self.citizenships))

    @property
    def records(self) -> tuple[Record, ...]:
        """All of them, the client first."""
        about = tuple(record for history in self.histories for record in history)
        return (self.client, *about, *self.participations, *self.deliveries)


def filed(life: Life, ids: Ids) -> File:
    """The life as one client."""
    course = life.course
    provider_id = (FIRST if course.registered_on < HANDOVER else SECOND).provider_id
    client = attrs.evolve(life.client, id=ids.take("c"), provider_id=provider_id)
    key = client.id
    arrivals = () if course.arrival is None else (course.arrival,)
    participations = tuple(
        attrs.evolve(visit, id=ids.take("p"), client_id=key, programme_id=PROGRAMME.id)
        for visit in course.participations
    )
    return File(
        client=client,
        arrivals=tuple(attrs.evolve(told, id=ids.take("a"), client_id=key) for told in arrivals),
        protection=tuple(
            attrs.evolve(told, id=ids.take("ps"), client_id=key) for told in course.protection
        ),
        residence=tuple(
            attrs.evolve(told, id=ids.take("rs"), client_id=key) for told in course.residence
        ),
        citizenships=tuple(
            attrs.evolve(told, id=ids.take("cs"), client_id=key) for told in life.citizenships
        ),
        schools=tuple(
            attrs.evolve(told, id=ids.take("ed"), client_id=key) for told in life.schools
        ),
        participations=participations,
        deliveries=tuple(part for told in participations for part in deliveries(told, ids)),
    )


class Keys(Protocol):
    """Gives ids."""

    def take(self, prefix: str) -> str:
        """An id that nothing has yet."""
        ...


def deliveries(told: Participation, ids: Keys) -> Iterator[DeliverySpell]:
    """The part of a participation under the first contract, and its part under the second."""
    first_day, last_day = day_span(told.entered_on).earliest, day_span(told.left_on).latest
    whole = DeliverySpell(
        id=BLANK,
        participation_id=told.id,
        contract_id=BLANK,
        first_day=told.entered_on,
        last_day=told.left_on,
    )
    if first_day < HANDOVER:
        last = told.left_on if last_day < HANDOVER else day_before(HANDOVER)
        yield attrs.evolve(whole, id=ids.take("d"), contract_id=FIRST.id, last_day=last)
    if last_day >= HANDOVER:
        first = max(first_day, HANDOVER)
        yield attrs.evolve(whole, id=ids.take("d"), contract_id=SECOND.id, first_day=first)


def kept_by_each(life: Life) -> tuple[Life, Life]:
    """What the first provider wrote of a life, and what the second wrote in a record of its own.

    The second asks everything again, but for the arrival.
    """
    course = life.course
    (visit,) = course.participations
    eve = day_before(HANDOVER)
    before = attrs.evolve(visit, left_on=eve, leaving_reason=LeavingReason.TRANSFER)
    after = attrs.evolve(visit, entered_on=HANDOVER)
    begun = [school for school in life.schools if day_span(school.first_day).earliest < HANDOVER]
    return (
        attrs.evolve(
            life, course=attrs.evolve(course, participations=(before,)), schools=tuple(begun)
        ),
        attrs.evolve(
            life,
            course=attrs.evolve(
                course, registered_on=HANDOVER, arrival=None, participations=(after,)
            ),
            schools=tuple(school for school in life.schools if school not in begun),
        ),
    )

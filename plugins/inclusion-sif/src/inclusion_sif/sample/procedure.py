"""The asylum procedure of a synthetic life, and where it lives meanwhile.

A grant takes effect when it is notified; it can be appealed for a month. Who is refused stays
an asylum seeker until the refusal is final (Asylum Law, Articles 1, 36 and 48).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

import attrs

from inclusion_core.dice import Days, Dice
from inclusion_core.model.status import (
    LegalBasis,
    ProtectionKind,
    ProtectionSpell,
    ResidenceRight,
    ResidenceSpell,
)
from inclusion_core.periods import days_after, months_after, months_before
from inclusion_core.values import ABSENT, Absent, Day, Unknown, day_span
from inclusion_sif.sample.life import BLANK, day_before

__all__ = [
    "CENTRE",
    "STATUS_KINDS",
    "SpellT",
    "as_seeker",
    "decided",
    "drawn_procedure",
    "granted",
    "limit_day",
    "refused",
    "residences",
    "until",
]

CENTRE = "Mucenieki"
"""The accommodation centre for asylum seekers."""

STATUS_KINDS = (ProtectionKind.REFUGEE, ProtectionKind.ALTERNATIVE_STATUS)

_RIGHTS: dict[ProtectionKind | Unknown, ResidenceRight] = {
    ProtectionKind.ASYLUM_SEEKER: ResidenceRight.PENDING_PROCEDURE,
    ProtectionKind.REFUGEE: ResidenceRight.PERMANENT_PERMIT,
    ProtectionKind.ALTERNATIVE_STATUS: ResidenceRight.TEMPORARY_PERMIT,
}

SpellT = TypeVar("SpellT", ProtectionSpell, ResidenceSpell)


def as_seeker(first_day: Day, last_day: date | Absent = ABSENT) -> ProtectionSpell:
    """The time as an asylum seeker, which no decision gives."""
    return ProtectionSpell(
        id=BLANK,
        client_id=BLANK,
        kind=ProtectionKind.ASYLUM_SEEKER,
        legal_basis=LegalBasis.ASYLUM_LAW,
        first_day=first_day,
        last_day=last_day,
        decided_on=ABSENT,
        notified_on=ABSENT,
        final_on=ABSENT,
    )


def decided(
    kind: ProtectionKind, first_day: date, notified_on: date, final_on: date
) -> ProtectionSpell:
    """What a decision gives, from that day on; it was taken a week before it was notified."""
    return ProtectionSpell(
        id=BLANK,
        client_id=BLANK,
        kind=kind,
        legal_basis=LegalBasis.ASYLUM_LAW,
        first_day=first_day,
        decided_on=days_after(notified_on, -7),
        notified_on=notified_on,
        final_on=final_on,
    )


def granted(
    arrived_on: date, notified_on: date, kind: ProtectionKind
) -> tuple[ProtectionSpell, ...]:
    """Asylum seeker from arrival, then a status from the day of its notification."""
    status = decided(kind, notified_on, notified_on, months_after(notified_on, 1))
    return as_seeker(arrived_on, day_before(notified_on)), status


def refused(arrived_on: date, notified_on: date, final_on: date) -> tuple[ProtectionSpell, ...]:
    """Asylum seeker from arrival until the refusal is final."""
    rejection = decided(ProtectionKind.REJECTED, final_on, notified_on, final_on)
    return as_seeker(arrived_on, day_before(final_on)), rejection


def drawn_procedure(
    dice: Dice, arrived_on: date, served_until: date
) -> tuple[ProtectionSpell, ...]:
    """A procedure whose course allows the service until that day, inside twelve months of status.

    Seven in ten get a status; of the others every second one appeals.
    """
    settled = days_after(arrived_on, 45)
    if dice.below(10) < 7:
        first = max(settled, days_after(months_before(served_until, 12), 1))
        notified_on = dice.day(Days(first, days_after(first, 150)))
        return granted(arrived_on, notified_on, dice.pick(STATUS_KINDS))
    if dice.below(2):
        first = max(settled, days_after(served_until, -150))
        notified_on = dice.day(Days(first, days_after(first, 60)))
        latest = max(days_after(notified_on, 60), days_after(served_until, 1))
        return refused(arrived_on, notified_on, dice.day(Days(latest, days_after(latest, 90))))
    notified_on = dice.day(Days(max(settled, served_until), days_after(served_until, 120)))
    return refused(arrived_on, notified_on, months_after(notified_on, 1))


def limit_day(arrived_on: date, left_on: date) -> date | None:
    """The day of status whose twelve months end on that day; None where none can be."""
    notified_on = months_before(left_on, 12)
    possible = notified_on >= days_after(arrived_on, 30)
    return notified_on if possible and months_after(notified_on, 12) == left_on else None


def residences(
    dice: Dice, place: str | Unknown, protection: Sequence[ProtectionSpell]
) -> tuple[ResidenceSpell, ...]:
    """The centre until some weeks after the status, then a municipality.

    Who has lost every right leaves the country within a month.
    """
    stays: list[ResidenceSpell] = []
    where: str | Unknown = CENTRE
    for spell in protection:
        right = _RIGHTS.get(spell.kind, ResidenceRight.NONE)
        stay = _stay(right, where, spell)
        if where == CENTRE and spell.kind in STATUS_KINDS:
            where = place
            stays.extend(_moving_out(dice, stay, place))
        elif right is ResidenceRight.NONE:
            last_day = days_after(day_span(stay.first_day).earliest, 30)
            stays.append(attrs.evolve(stay, last_day=last_day))
        else:
            stays.append(stay)
    return tuple(stays)


def _stay(right: ResidenceRight, place: str | Unknown, during: ProtectionSpell) -> ResidenceSpell:
    return ResidenceSpell(
        id=BLANK,
        client_id=BLANK,
        right=right,
        place=place,
        first_day=during.first_day,
        last_day=during.last_day,
    )


def _moving_out(
    dice: Dice, stay: ResidenceSpell, place: str | Unknown
) -> tuple[ResidenceSpell, ResidenceSpell]:
    moved_on = days_after(day_span(stay.first_day).earliest, 1 + dice.below(21))
    before = attrs.evolve(stay, last_day=day_before(moved_on))
    return before, attrs.evolve(stay, place=place, first_day=moved_on)


def until(spells: Sequence[SpellT], last_day: date) -> tuple[SpellT, ...]:
    """The spells as they are when all ends on that day."""
    begun = [spell for spell in spells if day_span(spell.first_day).earliest <= last_day]
    return tuple(
        attrs.evolve(spell, last_day=last_day)
        if day_span(spell.last_day).latest > last_day
        else spell
        for spell in begun
    )

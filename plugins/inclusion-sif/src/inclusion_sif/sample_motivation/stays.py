"""How long somebody is in the programme: six months from entry, or less."""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_core.dice import Days, Deck, Dice
from inclusion_core.model.funding import Contract
from inclusion_core.model.participation import DeliverySpell, LeavingReason, Participation
from inclusion_core.periods import days_after, term_from
from inclusion_core.values import Day, PartialDay, day_span
from inclusion_sif.motivation.programme import MONTHS_OF_SUPPORT
from inclusion_sif.sample.ids import Ids
from inclusion_sif.sample_motivation.figures import Quota
from inclusion_sif.sample_motivation.funding import BETWEEN, FIRST, LAST
from inclusion_sif.sample_motivation.people import Person

__all__ = ["Stay", "Stays", "contract_on"]

WHOLE = None
LENGTHS = (*[WHOLE] * 4, 75, 110, 140, 165)
SHORT = 60
AWAY = 90
REASONS = (LeavingReason.REFUSED, LeavingReason.BREACH_OF_DUTIES, LeavingReason.OTHER)


@attrs.frozen(kw_only=True)
class Stay:
    """One time of one person in the programme.

    Attributes:
        person: Who.
        quota: What it is drawn from.
        participation: As it will be known in the end.
        deliveries: Its parts under one contract or another.
        days: The days on which they are surely in the programme.
        contract: The contract of its first part.
    """

    person: Person
    quota: Quota
    participation: Participation
    deliveries: tuple[DeliverySpell, ...]
    days: Days
    contract: Contract


class Stays:
    """Draws them."""

    def __init__(self, dice: Dice, ids: Ids) -> None:
        self._ids = ids
        self._lengths: Deck[int | None] = Deck(dice, LENGTHS)
        self._reasons = Deck(dice, REASONS)

    def of(self, person: Person, quota: Quota, entered_on: date) -> tuple[Stay, ...]:
        """One stay; two of who comes back."""
        if not quota.come_back:
            handed_over = contract_on(entered_on) is BETWEEN
            length = WHOLE if handed_over or quota.only_month else self._lengths.deal()
            return (self._stay(person, quota, entered_on, length),)
        again = days_after(entered_on, SHORT + AWAY)
        return (
            self._stay(person, quota, entered_on, SHORT),
            self._stay(person, quota, again, WHOLE),
        )

    def _stay(self, person: Person, quota: Quota, entered_on: date, length: int | None) -> Stay:
        contract = contract_on(entered_on)
        limit = term_from(entered_on, MONTHS_OF_SUPPORT)
        ends = day_span((LAST if contract is BETWEEN else contract).last_day).latest
        longest = min(limit, ends)
        left_on = longest if length is None else min(longest, days_after(entered_on, length - 1))
        told = _by_month(entered_on) if quota.only_month else entered_on
        participation = Participation(
            id=self._ids.take("p"),
            client_id=person.client.id,
            programme_id=contract.programme_id,
            entered_on=told,
            left_on=left_on,
            leaving_reason=self._reason(quota, left_on, limit, ends),
        )
        return Stay(
            person=person,
            quota=quota,
            participation=participation,
            deliveries=self._deliveries(participation, contract),
            days=Days(day_span(told).latest, left_on),
            contract=contract,
        )

    def _reason(self, quota: Quota, left_on: date, limit: date, ends: date) -> LeavingReason:
        if quota.results is not None:
            return LeavingReason.COMPLETED
        if left_on == limit:
            return LeavingReason.LIMIT_REACHED
        return LeavingReason.OTHER if left_on == ends else self._reasons.deal()

    def _deliveries(
        self, participation: Participation, contract: Contract
    ) -> tuple[DeliverySpell, ...]:
        """The parts: who is handed over has one more, from some day of September on."""
        whole = DeliverySpell(
            id=self._ids.take("d"),
            participation_id=participation.id,
            contract_id=contract.id,
            first_day=participation.entered_on,
            last_day=participation.left_on,
        )
        if contract is not BETWEEN:
            return (whole,)
        after = attrs.evolve(
            whole, id=self._ids.take("d"), contract_id=LAST.id, first_day=LAST.first_day
        )
        return attrs.evolve(whole, last_day=BETWEEN.last_day), after


def contract_on(entered_on: date) -> Contract:
    """Under which contract somebody enters on a day."""
    for contract in (FIRST, BETWEEN):
        if entered_on <= day_span(contract.last_day).latest:
            return contract
    return LAST


def _by_month(day: date) -> Day:
    return PartialDay.of_month(day.year, day.month)

"""People who enter projects, and what they receive there."""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_amif.records import AmifObjective
from inclusion_amif.sample.cards import Decks
from inclusion_amif.sample.funding import ENTERED, LAST_DAY, PROVIDER, SampleOperation
from inclusion_amif.sample.notebook import Notebook
from inclusion_amif.sample.received import Received, Stay
from inclusion_core.dice import Dice
from inclusion_core.model.client import Client
from inclusion_core.model.participation import DeliverySpell, LeavingReason, Participation
from inclusion_core.model.status import (
    CitizenshipKind,
    CitizenshipSpell,
    LegalBasis,
    ProtectionKind,
    ProtectionSpell,
)
from inclusion_core.periods import days_after, months_after
from inclusion_core.values import ABSENT, NOT_ASKED, Day

__all__ = ["People"]


class People:
    """Draws people, and writes down what happens to them."""

    def __init__(self, dice: Dice, notebook: Notebook) -> None:
        self._dice, self._notebook = dice, notebook
        self._decks = Decks(dice)
        self._received = Received(dice, self._decks, notebook)
        self._known: list[tuple[Client, date]] = []
        self._entries = 0

    def enter(self, operation: SampleOperation) -> None:
        """Lets the participants of an operation enter it."""
        for client, known_since in self._known[-operation.known :] if operation.known else ():
            self._stays(client, operation, days_after(known_since, 5))
        for _ in range(operation.newcomers):
            entered_on = self._dice.day(ENTERED)
            client = self._newcomer(entered_on, operation)
            left_on = self._stays(client, operation, entered_on)
            again_on = days_after(left_on, 20)
            if self._decks.comes_back.deal() and again_on <= ENTERED.last:
                self._stays(client, operation, again_on)

    def _newcomer(self, entered_on: date, operation: SampleOperation) -> Client:
        age = self._decks.age.deal()
        born_on: Day = NOT_ASKED
        if age is not None:
            born_on = days_after(months_after(entered_on, -12 * age), -self._dice.below(300))
        client = Client(
            id=f"c-{len(self._known) + 1:03}",
            provider_id=PROVIDER.id,
            born_on=born_on,
            gender=self._decks.gender.deal(),
        )
        self._known.append((client, entered_on))
        self._notebook.write(client, entered_on)
        self._citizenship(client, entered_on)
        if operation.objective is AmifObjective.ASYLUM:
            self._status(client, entered_on)
        return client

    def _citizenship(self, client: Client, noted_on: date) -> None:
        country = self._decks.citizen_of.deal()
        if country is None:
            return
        kind = CitizenshipKind.CITIZEN
        if not country:
            kind = (CitizenshipKind.STATELESS, CitizenshipKind.LATVIAN_NON_CITIZEN)[
                self._dice.below(2)
            ]
        spell = CitizenshipSpell(
            id=f"citizenship-{client.id}",
            client_id=client.id,
            kind=kind,
            country=country or ABSENT,
            first_day=client.born_on,
        )
        self._notebook.write(spell, noted_on)

    def _status(self, client: Client, noted_on: date) -> None:
        kind = self._decks.status.deal()
        if kind is None:
            return
        first_day = days_after(noted_on, -30)
        temporary = kind is ProtectionKind.TEMPORARY_PROTECTION
        decided_on = ABSENT if kind is ProtectionKind.ASYLUM_SEEKER or temporary else first_day
        spell = ProtectionSpell(
            id=f"status-{client.id}",
            client_id=client.id,
            kind=kind,
            legal_basis=(
                LegalBasis.UKRAINIAN_CIVILIANS_LAW if temporary else LegalBasis.ASYLUM_LAW
            ),
            first_day=first_day,
            decided_on=decided_on,
            notified_on=decided_on,
            final_on=decided_on,
        )
        self._notebook.write(spell, noted_on)

    def _stays(self, client: Client, operation: SampleOperation, entered_on: date) -> date:
        """Writes down one participation; gives its last day, which may not have come."""
        self._entries += 1
        participation = Participation(
            id=f"p-{self._entries:03}",
            client_id=client.id,
            programme_id=operation.programme_id,
            entered_on=entered_on,
        )
        spell = DeliverySpell(
            id=f"d-{self._entries:03}",
            participation_id=participation.id,
            contract_id=operation.contract_id,
            first_day=entered_on,
        )
        self._notebook.write(participation, entered_on)
        self._notebook.write(spell, entered_on)
        left_on = days_after(entered_on, self._decks.stays.deal())
        if operation.objective is not None:
            stay = Stay(participation_id=participation.id, first_day=entered_on, last_day=left_on)
            self._received.write(stay, operation.objective)
        if left_on <= LAST_DAY:
            ended = attrs.evolve(
                participation, left_on=left_on, leaving_reason=LeavingReason.COMPLETED
            )
            self._notebook.write(ended, left_on)
            self._notebook.write(attrs.evolve(spell, last_day=left_on), left_on)
        return left_on

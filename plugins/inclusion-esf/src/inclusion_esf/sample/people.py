"""People who enter operations, leave them, and what becomes of them."""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_core.dice import Dice
from inclusion_core.model.client import Client
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.labour import LabourStatus
from inclusion_core.model.participation import DeliverySpell, LeavingReason, Participation
from inclusion_core.model.status import CitizenshipKind, CitizenshipSpell
from inclusion_core.periods import days_after, months_after
from inclusion_core.values import ABSENT, NOT_ASKED, Day
from inclusion_esf.sample.afterwards import Afterwards, Left
from inclusion_esf.sample.cards import Decks
from inclusion_esf.sample.funding import PROVIDER, SampleOperation
from inclusion_esf.sample.notebook import Notebook

__all__ = ["People"]

LAST_DAY = date(2025, 3, 31)
"""The last day on which anything is recorded."""
A_YEAR_LATER = 400
"""After so many days somebody who comes back does so."""


@attrs.frozen(kw_only=True)
class _Person:
    client: Client
    adult: bool


class People:
    """Draws people, and writes down what happens to them."""

    def __init__(self, dice: Dice, notebook: Notebook) -> None:
        self._dice, self._notebook = dice, notebook
        self._decks = Decks(dice)
        self._afterwards = Afterwards(dice, self._decks, notebook)
        self._people: list[_Person] = []
        self._entries = 0

    def enter(self, operation: SampleOperation) -> None:
        """Lets the participants of an operation enter it."""
        known = [each for each in self._people if each.adult][: operation.known]
        for person in known:
            self._participates(person, operation, self._dice.day(operation.entered))
        for number in range(operation.newcomers):
            adult = operation.adults_only or number % 5 > 0
            entered_on = self._dice.day(operation.entered)
            person = self._newcomer(adult=adult, entered_on=entered_on)
            left_on = self._participates(person, operation, entered_on)
            returns_on = days_after(entered_on, A_YEAR_LATER)
            until = _last_day(operation) if left_on is None else left_on
            if self._decks.comes_back.deal() and until < returns_on < _last_day(operation):
                self._participates(person, operation, returns_on)

    def _newcomer(self, *, adult: bool, entered_on: date) -> _Person:
        age = (self._decks.adult_age if adult else self._decks.child_age).deal()
        born_on = days_after(months_after(entered_on, -12 * age), -self._dice.below(300))
        client = Client(
            id=f"c-{len(self._people) + 1:04}",
            provider_id=PROVIDER.id,
            born_on=born_on,
            gender=self._decks.gender.deal(),
        )
        person = _Person(client=client, adult=adult)
        self._people.append(person)
        noted_on = days_after(entered_on, 2)
        self._notebook.record(client, noted_on)
        self._citizenship(client, noted_on)
        return person

    def _citizenship(self, client: Client, noted_on: date) -> None:
        country = self._decks.citizen_of.deal()
        if country:
            kind = CitizenshipKind.CITIZEN
        else:
            kind = (CitizenshipKind.LATVIAN_NON_CITIZEN, CitizenshipKind.STATELESS)[
                self._dice.below(2)
            ]
        spell = CitizenshipSpell(
            id=f"cs-{client.id}",
            client_id=client.id,
            kind=kind,
            country=country or ABSENT,
            first_day=client.born_on,
        )
        self._notebook.record(spell, noted_on)

    def _participates(
        self, person: _Person, operation: SampleOperation, entered_on: date
    ) -> date | None:
        """Writes down one participation; gives its last day, if it has come by then."""
        self._entries += 1
        noted_on = days_after(entered_on, 2)
        participation = Participation(
            id=f"p-{self._entries:04}",
            client_id=person.client.id,
            programme_id=operation.programme.id,
            entered_on=entered_on,
        )
        spell = DeliverySpell(
            id=f"d-{self._entries:04}",
            participation_id=participation.id,
            contract_id=operation.contract.id,
            first_day=entered_on,
        )
        traits = self._traits(person, participation)
        self._notebook.record(participation, noted_on)
        self._notebook.record(spell, noted_on)
        self._write(traits, noted_on)
        left_on = min(days_after(entered_on, self._decks.stays.deal()), _last_day(operation))
        if left_on > LAST_DAY:
            return None
        reason = LeavingReason.COMPLETED if self._dice.below(4) else LeavingReason.OTHER
        ended = attrs.evolve(participation, left_on=left_on, leaving_reason=reason)
        self._notebook.change(ended, left_on)
        self._notebook.change(attrs.evolve(spell, last_day=left_on), left_on)
        self._afterwards.write(Left(participation=ended, traits=traits, on=left_on))
        return left_on

    def _traits(self, person: _Person, participation: Participation) -> EntryTraits:
        decks = self._decks
        status = decks.status.deal() if person.adult else LabourStatus.INACTIVE
        since: Day = ABSENT
        if status is LabourStatus.UNEMPLOYED and isinstance(participation.entered_on, date):
            since = months_after(participation.entered_on, -decks.months_unemployed.deal())
        return EntryTraits(
            id=f"t-{self._entries:04}",
            participation_id=participation.id,
            labour_status=status,
            unemployed_since=since if isinstance(status, LabourStatus) else NOT_ASKED,
            in_education=decks.in_education.deal(),
            education_level=decks.level.deal(),
            foreign_background=decks.foreign_background.deal(),
            minority=decks.minority.deal(),
            disability=decks.disability.deal(),
            homeless=decks.homeless.deal(),
            other_disadvantage=decks.other_disadvantage.deal(),
            jobless_household=decks.jobless.deal(),
            dependent_children=decks.children.deal(),
            single_adult=decks.single.deal(),
            settlement=decks.settlement.deal(),
            region=decks.region.deal(),
        )

    def _write(self, traits: EntryTraits, noted_on: date) -> None:
        """Now and then employment is written down wrongly, and corrected half a year later."""
        if self._decks.written_wrongly.deal() and traits.labour_status is LabourStatus.INACTIVE:
            wrong = attrs.evolve(traits, labour_status=LabourStatus.EMPLOYED)
            self._notebook.record(wrong, noted_on)
            why = "the form of another participant was copied"
            self._notebook.correct(traits, months_after(noted_on, 6), why)
        else:
            self._notebook.record(traits, noted_on)


def _last_day(operation: SampleOperation) -> date:
    last_day = operation.operation.last_day
    return last_day if isinstance(last_day, date) else LAST_DAY

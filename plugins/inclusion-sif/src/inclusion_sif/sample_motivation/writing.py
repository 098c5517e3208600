"""Writing everybody down as it becomes known."""

from __future__ import annotations

from datetime import date

from inclusion_core.dice import Days, Deck, Dice
from inclusion_core.fields import Record
from inclusion_core.model.client import SamePersonLink
from inclusion_core.model.funding import Contract
from inclusion_core.model.outcome import OutcomeKind
from inclusion_core.periods import days_after
from inclusion_core.values import day_span
from inclusion_sif.sample.ids import Ids
from inclusion_sif.sample.ledger import Ledger, known_by
from inclusion_sif.sample_motivation.entries import Entries
from inclusion_sif.sample_motivation.figures import LATER_QUOTAS, Quota, quotas_of_2018
from inclusion_sif.sample_motivation.funding import FIRST, Team
from inclusion_sif.sample_motivation.people import People, Person
from inclusion_sif.sample_motivation.results import Outcomes
from inclusion_sif.sample_motivation.services import Services
from inclusion_sif.sample_motivation.stays import Stay, Stays, contract_on

__all__ = ["Writer"]

DELAYS = (0, 0, 1, 1, 2, 4)
"""Days from what happened, or was learned, to its note."""
TURNED_AWAY = 5
ASKED = Days(date(2018, 3, 5), date(2018, 11, 30))


class Writer:
    """Draws everybody, and writes down what is told of them."""

    def __init__(self, dice: Dice, ids: Ids, ledger: Ledger, team: Team) -> None:
        self._dice, self._ids, self._ledger = dice, ids, ledger
        self._people, self._stays = People(dice, ids), Stays(dice, ids)
        self._entries, self._outcomes = Entries(dice, ids), Outcomes(dice, ids)
        self._services = Services(dice, ids, team)
        self._delays = Deck(dice, DELAYS)
        self._written: list[Stay] = []
        self._met: set[str] = set()

    def write(self) -> None:
        """Writes all of them, then the sessions to which several came."""
        for quota in (*quotas_of_2018(self._dice), *LATER_QUOTAS):
            for number in range(quota.people):
                self._one(quota, first=number == 0)
        for _ in range(TURNED_AWAY):
            asked_on = self._dice.day(ASKED)
            self._ledger.record(self._people.turned_away(FIRST, asked_on).client, asked_on)
        for day, record in self._services.sessions(self._written):
            self._ledger.record(record, day)

    def _one(self, quota: Quota, *, first: bool) -> None:
        """One person; the first of a quota has a result on the day that it names."""
        results = quota.results
        entered_on = self._dice.day(quota.entered)
        stays = self._stays.of(self._entering(quota, entered_on), quota, entered_on)
        kind = None if results is None else self._outcomes.kind(results)
        for stay in stays:
            self._stay(stay, kind)
        if results is not None and kind is not None:
            on = results.first if first else self._outcomes.day(results, entered_on)
            for outcome in self._outcomes.of(stays[-1], results, kind, on):
                self._ledger.record(outcome, days_after(on, 4 + self._delays.deal() // 2))

    def _entering(self, quota: Quota, entered_on: date) -> Person:
        """Somebody new, or somebody whom the other provider supported in 2018."""
        contract = contract_on(entered_on)
        if not quota.met_before:
            person = self._people.at_risk(contract, entered_on)
            self._record(person, entered_on)
            return person
        before = self._dice.pick([each for each in self._written if self._may_come_again(each)])
        return self._met_again(before.person, contract, entered_on)

    def _may_come_again(self, stay: Stay) -> bool:
        """Of those without a result; nobody twice."""
        without = stay.contract is FIRST and stay.quota.results is None
        return without and stay.person.client.id not in self._met

    def _met_again(self, person: Person, contract: Contract, on: date) -> Person:
        """The same person as another provider's client, found to be the same on entry."""
        again = self._people.known_to_another(person, contract)
        self._record(again, on)
        link = SamePersonLink(
            id=self._ids.take("l"),
            client_id=person.client.id,
            other_client_id=again.client.id,
            linked_on=on,
        )
        self._ledger.record(link, on)
        self._met.add(person.client.id)
        return again

    def _record(self, person: Person, on: date) -> None:
        for record in (person.client, *person.risks):
            self._ledger.record(record, on)

    def _stay(self, stay: Stay, kind: OutcomeKind | None) -> None:
        """Writes that somebody is in the programme, and on leaving that they have left."""
        self._written.append(stay)
        noted_on = days_after(stay.days.first, self._delays.deal())
        left_noted_on = days_after(stay.days.last, 1 + self._delays.deal())
        self._told(stay.participation, noted_on, left_noted_on)
        for part in stay.deliveries:
            begun, ended = day_span(part.first_day).latest, day_span(part.last_day).latest
            until = left_noted_on if ended == stay.days.last else days_after(ended, 1)
            self._told(part, max(noted_on, begun), until)
        self._ledger.record(self._entries.of(stay, kind), noted_on)
        for day, record in self._services.consultation(stay):
            self._ledger.record(record, day)

    def _told(self, record: Record, noted_on: date, ended_noted_on: date) -> None:
        """Writes a record when it begins, and once more when it has ended."""
        self._ledger.record(known_by(record, noted_on), noted_on)
        self._ledger.change(record, ended_noted_on)

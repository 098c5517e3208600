"""Who enters: people at risk by one ground or two, and some who are not and are turned away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from inclusion_core.dice import Deck, Dice
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.funding import Contract
from inclusion_core.model.traits import RiskCircumstance, RiskGround, RiskSpell
from inclusion_core.periods import days_after, months_after, months_before
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown
from inclusion_sif.motivation.facts import AGE_OF_RISK
from inclusion_sif.sample.cards import GENDERS, PRECISIONS, known_to
from inclusion_sif.sample.ids import Ids

__all__ = ["People", "Person"]

AGE, GENDER = RiskGround.AGE, RiskGround.GENDER
DISABILITY, ETHNICITY = RiskGround.DISABILITY, RiskGround.ETHNICITY

GROUNDS_IN_2018: tuple[tuple[RiskGround, ...], ...] = (
    *[(AGE,)] * 5,
    *[(GENDER,)] * 4,
    *[(DISABILITY,)] * 4,
    *[(ETHNICITY,)] * 3,
    *((AGE, DISABILITY), (GENDER, ETHNICITY)),
)
GROUNDS_IN_2020: tuple[tuple[RiskGround, ...], ...] = (
    *[(AGE,)] * 8,
    *[(DISABILITY,)] * 3,
    *[(GENDER,)] * 2,
    *((ETHNICITY,), (AGE, DISABILITY)),
)
"""The four grounds that were published of 2018; another mix of them later."""

CIRCUMSTANCES: dict[RiskGround, tuple[RiskCircumstance | Absent | Unknown, ...]] = {
    AGE: (RiskCircumstance.OVER_50,),
    GENDER: (
        RiskCircumstance.AFTER_CHILDCARE_LEAVE,
        RiskCircumstance.VICTIM_OF_VIOLENCE,
        RiskCircumstance.CARER_OF_RELATIVE,
        RiskCircumstance.SINGLE_PARENT,
    ),
    DISABILITY: (RiskCircumstance.UNEMPLOYED_WITH_DISABILITY, ABSENT, NOT_ASKED),
    ETHNICITY: (RiskCircumstance.ROMA, RiskCircumstance.OTHER_MINORITY),
}
OLDER = (AGE_OF_RISK, AGE_OF_RISK, 52, 55, 58, 61, 63)
YOUNGER = (19, 24, 29, 33, 38, 44, AGE_OF_RISK - 1)


@attrs.frozen(kw_only=True)
class Person:
    """Somebody as one provider knows them.

    Attributes:
        client: The client.
        risks: What makes them at risk.
    """

    client: Client
    risks: tuple[RiskSpell, ...] = ()

    def has(self, ground: RiskGround) -> bool:
        """Whether they are at risk by it."""
        return any(risk.ground is ground for risk in self.risks)

    def is_known_as(self, circumstance: RiskCircumstance) -> bool:
        """Whether that is what makes the risk."""
        return any(risk.circumstance is circumstance for risk in self.risks)


class People:
    """Draws them."""

    def __init__(self, dice: Dice, ids: Ids) -> None:
        self._dice, self._ids = dice, ids
        self._genders: Deck[Gender | Unknown] = Deck(dice, GENDERS)
        self._older, self._younger = Deck(dice, OLDER), Deck(dice, YOUNGER)
        self._births = Deck(dice, (*PRECISIONS, None))
        self._grounds = {2018: Deck(dice, GROUNDS_IN_2018), 2020: Deck(dice, GROUNDS_IN_2020)}
        self._whys = {ground: Deck(dice, cards) for ground, cards in CIRCUMSTANCES.items()}

    def at_risk(self, contract: Contract, entered_on: date) -> Person:
        """Somebody who is at risk on the day of entry."""
        grounds = self._grounds[2018 if entered_on.year < 2020 else 2020].deal()
        ages = self._older if AGE in grounds else self._younger
        born_on = self._born(ages.deal(), entered_on)
        client = self._client(contract, born_on if AGE in grounds else self._as_known(born_on))
        first_day = days_after(entered_on, -self._dice.below(400))
        risks = (
            RiskSpell(
                id=self._ids.take("r"),
                client_id=client.id,
                ground=ground,
                circumstance=self._whys[ground].deal(),
                first_day=months_after(born_on, 12 * AGE_OF_RISK) if ground is AGE else first_day,
            )
            for ground in grounds
        )
        return Person(client=client, risks=tuple(risks))

    def turned_away(self, contract: Contract, asked_on: date) -> Person:
        """Somebody below the age of risk, without a ground."""
        return Person(client=self._client(contract, self._born(self._younger.deal(), asked_on)))

    def known_to_another(self, person: Person, contract: Contract) -> Person:
        """The same person in the records of another provider."""
        client = attrs.evolve(
            person.client, id=self._ids.take("c"), provider_id=contract.provider_id
        )
        return Person(client=client, risks=tuple(self._copied(person, client)))

    def _copied(self, person: Person, client: Client) -> Iterator[RiskSpell]:
        for risk in person.risks:
            yield attrs.evolve(risk, id=self._ids.take("r"), client_id=client.id)

    def _client(self, contract: Contract, born_on: Day) -> Client:
        return Client(
            id=self._ids.take("c"),
            provider_id=contract.provider_id,
            born_on=born_on,
            gender=self._genders.deal(),
        )

    def _born(self, age: int, on: date) -> date:
        """Born so that they are of that age on the day; now and then it is their birthday."""
        birthday = months_before(on, 12 * age)
        return (
            birthday if self._dice.below(6) == 0 else days_after(birthday, -self._dice.below(300))
        )

    def _as_known(self, born_on: date) -> Day:
        precision = self._births.deal()
        return NOT_ASKED if precision is None else known_to(precision, born_on)

"""Families: who lives in them, when they come to the project and when they leave it.

How many, in which place, with how many children and by which day is laid down, so that the figures
of the plan and of the end follow; all else is drawn.
"""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_core.dice import Days, Deck, Dice
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.household import Household, HouseholdMembership, HouseholdRole
from inclusion_core.model.participation import LeavingReason, Participation
from inclusion_core.model.traits import RiskCircumstance, RiskGround, RiskSpell
from inclusion_core.model.yes_no import YesNo
from inclusion_core.periods import days_after, months_after
from inclusion_core.values import ABSENT, Absent
from inclusion_eea.sample.funding import (
    ANNOUNCED_END,
    BAUSKA_SERVICE,
    END,
    PROGRAMME,
    PROMOTER,
)
from inclusion_eea.sample.notebook import Notebook

__all__ = ["Child", "Family", "enters", "write_families"]


@attrs.frozen
class _Wave:
    """Families that come to one place in one time."""

    place: str
    families: int
    served: Days


AS_PLANNED = (
    _Wave("BAUSKA", 50, Days(date(2013, 12, 2), ANNOUNCED_END)),
    _Wave("VALMIERA", 50, Days(date(2013, 12, 2), ANNOUNCED_END)),
)
AFTERWARDS = (
    _Wave("BAUSKA", 15, Days(date(2015, 5, 4), date(2015, 7, 17))),
    _Wave("VALMIERA", 14, Days(date(2015, 5, 4), date(2015, 7, 17))),
)
"""How the 29 that came later divide over the two places was not published."""

CHILDREN_AS_PLANNED, CHILDREN_AFTERWARDS = 200, 71

_GROUNDS: tuple[tuple[RiskGround, RiskCircumstance | Absent], ...] = (
    (RiskGround.GENDER, RiskCircumstance.SINGLE_PARENT),
    (RiskGround.GENDER, RiskCircumstance.VICTIM_OF_VIOLENCE),
    (RiskGround.DISABILITY, RiskCircumstance.LOW_EDUCATION),
    (RiskGround.ETHNICITY, RiskCircumstance.ROMA),
    (RiskGround.HOMELESSNESS, ABSENT),
)


@attrs.frozen(kw_only=True)
class Child:
    """A child of a family, and how old it is when the family comes."""

    client: Client
    age: int


@attrs.frozen(kw_only=True)
class Family:
    """A family as it comes to the project.

    Attributes:
        place: Where.
        participation: That of the adult with whom the project works.
        served_on: The day of the first service.
        last_day: The last day in the project.
        children: All of them.
    """

    place: str
    participation: Participation
    served_on: date
    last_day: date
    children: tuple[Child, ...]


def write_families(dice: Dice, notebook: Notebook) -> tuple[Family, ...]:
    """Writes all families, in the order of the waves."""
    writer = _Writer(dice, notebook)
    found: list[Family] = []
    for waves, children in (
        (AS_PLANNED, CHILDREN_AS_PLANNED),
        (AFTERWARDS, CHILDREN_AFTERWARDS),
    ):
        homes = [wave for wave in waves for _ in range(wave.families)]
        sizes = dice.shares(children, len(homes), least=1, most=5)
        found += [writer.family(wave, size) for wave, size in zip(homes, sizes, strict=True)]
    return tuple(found)


class _Writer:
    """Draws families and writes them down."""

    def __init__(self, dice: Dice, notebook: Notebook) -> None:
        self._dice, self._notebook = dice, notebook
        self._ages = Deck(dice, range(18))
        self._adults = Deck(dice, (1, 1, 2))
        self._genders = Deck(dice, (Gender.FEMALE, Gender.MALE))
        self._grounds = Deck(dice, _GROUNDS)
        self._stays = Deck(dice, (180, 240, 900, 900, 900))

    def family(self, wave: _Wave, size: int) -> Family:
        """A family of a wave with so many children."""
        dice = self._dice
        served_on = dice.day(wave.served)
        entered_on = days_after(served_on, -dice.below(14))
        since = days_after(entered_on, -400 - dice.below(3000))
        home = Household(id=self._notebook.key("hh"))
        self._notebook.write(entered_on, home)
        adults = [
            self._member(
                home,
                wave,
                role=HouseholdRole.ADULT,
                age=22 + dice.below(28),
                since=since,
                entered_on=entered_on,
            )
            for _ in range(self._adults.deal())
        ]
        ages = [self._ages.deal() for _ in range(size)]
        children = [
            self._member(
                home,
                wave,
                role=HouseholdRole.CHILD,
                age=age,
                since=since,
                entered_on=entered_on,
            )
            for age in ages
        ]
        self._notebook.write(entered_on, self._risk(adults[0], entered_on))
        days = Days(entered_on, min(END, days_after(entered_on, self._stays.deal())))
        return Family(
            place=wave.place,
            participation=enters(
                self._notebook, adults[0], days, wave.place, single=len(adults) == 1
            ),
            served_on=served_on,
            last_day=days.last,
            children=tuple(
                Child(client=client, age=age) for client, age in zip(children, ages, strict=True)
            ),
        )

    def _member(  # noqa: PLR0913  all that is drawn or known of one member
        self,
        home: Household,
        wave: _Wave,
        *,
        role: HouseholdRole,
        age: int,
        since: date,
        entered_on: date,
    ) -> Client:
        """Somebody who lives in a home on the day of entry, being of that age."""
        provider = BAUSKA_SERVICE if wave.place == "BAUSKA" else PROMOTER
        born_on = days_after(months_after(entered_on, -12 * age), -self._dice.below(300))
        client = Client(
            id=self._notebook.key("c"),
            provider_id=provider.id,
            born_on=born_on,
            gender=self._genders.deal(),
        )
        membership = HouseholdMembership(
            id=self._notebook.key("hm"),
            household_id=home.id,
            client_id=client.id,
            role=role,
            first_day=max(since, born_on),
        )
        self._notebook.write(entered_on, client, membership)
        return client

    def _risk(self, client: Client, entered_on: date) -> RiskSpell:
        """What puts the family at risk, since some day before it enters."""
        ground, circumstance = self._grounds.deal()
        return RiskSpell(
            id=self._notebook.key("ri"),
            client_id=client.id,
            ground=ground,
            circumstance=circumstance,
            first_day=days_after(entered_on, -self._dice.below(400)),
        )


def enters(
    notebook: Notebook, client: Client, days: Days, place: str, *, single: bool
) -> Participation:
    """Writes that a client enters the project, what is asked then, and that they leave it."""
    participation = Participation(
        id=notebook.key("p"),
        client_id=client.id,
        programme_id=PROGRAMME.id,
        entered_on=days.first,
    )
    traits = EntryTraits(
        id=notebook.key("et"),
        participation_id=participation.id,
        dependent_children=YesNo.YES,
        single_adult=YesNo.YES if single else YesNo.NO,
        region=place,
    )
    notebook.write(days.first, participation, traits)
    left = attrs.evolve(participation, left_on=days.last, leaving_reason=LeavingReason.COMPLETED)
    notebook.change(days.last, left)
    return participation

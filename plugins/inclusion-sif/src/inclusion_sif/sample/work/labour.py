"""Where clients stand in the labour market, and what they have learned before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import attrs

from inclusion_core.dice import Deck
from inclusion_core.model.education import EducationAttainment, EducationLevel
from inclusion_core.model.labour import (
    ContractKind,
    LabourSpell,
    LabourStatus,
    WorkingTime,
    WorkKind,
)
from inclusion_core.model.yes_no import YesNo
from inclusion_core.periods import days_after
from inclusion_core.values import ABSENT, NOT_ASKED, Day, PartialDay, Unknown, day_span
from inclusion_sif.sample.cards import DOES_NOT_KNOW, REFUSED
from inclusion_sif.sample.life import day_before
from inclusion_sif.sample.work.cases import Case, Desk

__all__ = ["Labour", "Past"]

STATUSES: tuple[LabourStatus | Unknown, ...] = (
    *[LabourStatus.UNEMPLOYED] * 5,
    *[LabourStatus.INACTIVE] * 4,
    LabourStatus.EMPLOYED,
    REFUSED,
)
LEVELS: tuple[EducationLevel | Unknown, ...] = (
    *[EducationLevel.ISCED_1] * 3,
    *[EducationLevel.ISCED_2] * 4,
    *[EducationLevel.ISCED_3] * 4,
    *(EducationLevel.ISCED_4, EducationLevel.ISCED_5, EducationLevel.ISCED_6),
    *(EducationLevel.ISCED_6, EducationLevel.ISCED_7, DOES_NOT_KNOW, NOT_ASKED),
)
WORKED_AT = 19
"""The age at which who has learned anything had done so."""
LONG_ENOUGH = 120
"""After fewer days in the service nobody finds work."""


@attrs.frozen(kw_only=True)
class Past:
    """What an adult brings along, and what comes of it.

    Attributes:
        labour: Spells in their order.
        attainment: What they have learned.
        found_work_on: The first day of work; None for who found none in the service.
    """

    labour: tuple[LabourSpell, ...]
    attainment: EducationAttainment
    found_work_on: date | None


class Labour:
    """Draws the working lives of adults."""

    def __init__(self, desk: Desk) -> None:
        self._desk, dice = desk, desk.dice
        self._statuses: Deck[LabourStatus | Unknown] = Deck(dice, STATUSES)
        self._levels: Deck[EducationLevel | Unknown] = Deck(dice, LEVELS)
        self._finds_work = Deck(dice, (*[False] * 3, True))
        self._kinds: Deck[WorkKind | Unknown] = Deck(
            dice, (*[WorkKind.EMPLOYEE] * 6, WorkKind.SELF_EMPLOYED, NOT_ASKED)
        )
        self._contracts: Deck[ContractKind | Unknown] = Deck(
            dice, (*[ContractKind.PRECARIOUS] * 3, *[ContractKind.STABLE] * 2, NOT_ASKED)
        )
        self._times: Deck[WorkingTime | Unknown] = Deck(dice, (*WorkingTime, NOT_ASKED))
        self._registered: Deck[YesNo | Unknown] = Deck(dice, (*YesNo, NOT_ASKED))
        self._recognised: Deck[YesNo | Unknown] = Deck(dice, (YesNo.NO, YesNo.NO, NOT_ASKED))

    def write(self, cases: Sequence[Case]) -> Past:
        """Writes the past of one adult, of whom these are all cases."""
        first, *others = cases
        labour, found_work_on = self._labour(first, once=not others)
        attainment = self._attainment(first)
        self._desk.ledger.tell_in_turn(labour, first.diary, floor=first.known_from)
        self._desk.tell(first, attainment)
        return Past(labour=labour, attainment=attainment, found_work_on=found_work_on)

    def _labour(self, case: Case, *, once: bool) -> tuple[tuple[LabourSpell, ...], date | None]:
        status = self._statuses.deal()
        spell = LabourSpell(
            id=self._desk.ids.take("ls"),
            client_id=case.client.id,
            status=status,
            work=ABSENT,
            contract=ABSENT,
            working_time=ABSENT,
            temporarily_away=NOT_ASKED if isinstance(status, Unknown) else YesNo.NO,
            registered=NOT_ASKED,
            last_day=case.client.died_on,
        )
        if status is LabourStatus.EMPLOYED:
            return (attrs.evolve(self._at_work(spell), temporarily_away=NOT_ASKED),), None
        if status is not LabourStatus.UNEMPLOYED:
            return (spell,), None
        since = days_after(case.days.first, -20 - self._desk.dice.below(60))
        spell = attrs.evolve(
            spell,
            registered=self._registered.deal(),
            first_day=self._desk.vaguely(since, case.days.first),
        )
        if not once or case.length < LONG_ENOUGH or not self._finds_work.deal():
            return (spell,), None
        found_on = self._desk.day_between(days_after(case.days.first, 90), case.days.last)
        job = attrs.evolve(
            self._at_work(spell),
            id=self._desk.ids.take("ls"),
            first_day=found_on,
            temporarily_away=YesNo.NO,
            registered=YesNo.NO,
        )
        return (attrs.evolve(spell, last_day=day_before(found_on)), job), found_on

    def _at_work(self, spell: LabourSpell) -> LabourSpell:
        return attrs.evolve(
            spell,
            status=LabourStatus.EMPLOYED,
            work=self._kinds.deal(),
            contract=self._contracts.deal(),
            working_time=self._times.deal(),
        )

    def _attainment(self, case: Case) -> EducationAttainment:
        return EducationAttainment(
            id=self._desk.ids.take("ea"),
            client_id=case.client.id,
            level=self._levels.deal(),
            attained_on=self._attained_on(case),
            recognised=self._recognised.deal(),
        )

    def _attained_on(self, case: Case) -> Day:
        """The year, where it is asked and the year of birth is told."""
        born_on = case.client.born_on
        if isinstance(born_on, Unknown) or self._desk.dice.below(3):
            return NOT_ASKED
        return PartialDay.of_year(day_span(born_on).earliest.year + WORKED_AT)

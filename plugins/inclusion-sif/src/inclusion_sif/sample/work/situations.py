"""What makes life harder for a client, what they need, and where they are sent for it."""

from __future__ import annotations

from datetime import date

from inclusion_core.dice import Deck
from inclusion_core.model.need import Need, Referral, ReferralDirection, ReferralPartner
from inclusion_core.model.plan import LifeArea
from inclusion_core.model.traits import (
    CaringSpell,
    DependantKind,
    DisabilityGroup,
    DisabilitySpell,
    RiskCircumstance,
    RiskGround,
    RiskSpell,
)
from inclusion_core.model.yes_no import YesNo
from inclusion_core.periods import days_after
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, PartialDay, Unknown
from inclusion_sif.sample.cards import REFUSED
from inclusion_sif.sample.work.cases import Case, Desk
from inclusion_sif.sample.work.company import Company

__all__ = ["Situations"]

AT_RISK_BY_AGE = 50
"""Completed years from which age is a ground (Cabinet Regulation No 102, point 3.1.2)."""

PARTNERS = {
    LifeArea.EMPLOYMENT: ReferralPartner.EMPLOYMENT_SERVICE,
    LifeArea.HEALTH: ReferralPartner.HEALTH_CARE,
    LifeArea.LANGUAGE: ReferralPartner.EDUCATION,
    LifeArea.LEGAL_MATTERS: ReferralPartner.LEGAL_AID,
    LifeArea.HOUSING: ReferralPartner.SOCIAL_SERVICE,
    LifeArea.SOCIAL_CONTACTS: ReferralPartner.NGO,
}
"""To whom a client is sent for what."""


class Situations:
    """Draws situations."""

    def __init__(self, desk: Desk) -> None:
        self._desk, dice = desk, desk.dice
        self._areas: Deck[LifeArea] = Deck(dice, tuple(PARTNERS))
        self._met = Deck(dice, (True, True, False))
        self._taken_up = Deck(dice, (True, True, False))
        self._sent_by: Deck[ReferralPartner | Unknown] = Deck(
            dice,
            (*[ReferralPartner.ASYLUM_AUTHORITY] * 6, ReferralPartner.SELF, NOT_ASKED),
        )
        self._minority: Deck[RiskCircumstance | Absent | Unknown] = Deck(
            dice, (RiskCircumstance.OTHER_MINORITY, RiskCircumstance.OTHER_MINORITY, REFUSED)
        )
        self._is_minority = Deck(dice, (*[False] * 5, True))
        self._disabled = Deck(dice, (*[False] * 14, True))
        self._groups: Deck[DisabilityGroup | Unknown] = Deck(
            dice,
            (DisabilityGroup.GROUP_2, DisabilityGroup.GROUP_3, DisabilityGroup.GROUP_1, REFUSED),
        )
        self._cares = Deck(dice, (*[False] * 4, True))

    def write(self, case: Case, company: Company) -> None:
        """Writes what holds for a client on entry, and what comes of it."""
        self._risks(case, company)
        self._cares_for_somebody(case, company)
        sent = Referral(
            id=self._desk.ids.take("rf"),
            client_id=case.client.id,
            direction=ReferralDirection.TO_PROGRAMME,
            partner=self._sent_by.deal(),
            referred_on=case.days.first,
            taken_up_on=case.days.first,
        )
        self._desk.tell(case, sent)
        self._need(case)

    def disability(self, case: Case) -> DisabilitySpell | None:
        """Writes the disability of somebody who has one; of most nobody has established any."""
        if not self._disabled.deal():
            return None
        spell = DisabilitySpell(
            id=self._desk.ids.take("ds"),
            client_id=case.client.id,
            group=self._groups.deal(),
            first_day=PartialDay.of_year(case.days.first.year - 2),
        )
        self._desk.tell(case, spell)
        return spell

    def _risks(self, case: Case, company: Company) -> None:
        self._risk(case, RiskGround.FORCED_MIGRATION, ABSENT)
        if AT_RISK_BY_AGE <= case.age_on(case.days.first) < 110:
            self._risk(case, RiskGround.AGE, RiskCircumstance.OVER_50)
        if company.is_single_parent:
            self._risk(case, RiskGround.GENDER, RiskCircumstance.SINGLE_PARENT)
        if self._is_minority.deal():
            self._risk(case, RiskGround.ETHNICITY, self._minority.deal())

    def _risk(
        self,
        case: Case,
        ground: RiskGround,
        circumstance: RiskCircumstance | Absent | Unknown,
    ) -> None:
        spell = RiskSpell(
            id=self._desk.ids.take("ri"),
            client_id=case.client.id,
            ground=ground,
            circumstance=circumstance,
            first_day=case.days.first,
        )
        self._desk.tell(case, spell)

    def _cares_for_somebody(self, case: Case, company: Company) -> None:
        if not case.is_adult or not (company.is_single_parent or self._cares.deal()):
            return
        at_home = company.children > 0
        spell = CaringSpell(
            id=self._desk.ids.take("cg"),
            client_id=case.client.id,
            dependant=DependantKind.CHILD if at_home else DependantKind.OLDER_RELATIVE,
            shares_household=YesNo.YES if at_home else NOT_ASKED,
            last_day=case.client.died_on,
        )
        self._desk.tell(case, spell)

    def _need(self, case: Case) -> None:
        """Something that is lacking, and the service to which the client is sent for it."""
        area = self._areas.deal()
        found_on = min(self._desk.soon(case.days.first, 20), case.days.last)
        met_on = self._later(case, found_on) if self._met.deal() else ABSENT
        need = Need(
            id=self._desk.ids.take("ne"),
            client_id=case.client.id,
            area=area,
            found_on=found_on,
            met_on=met_on,
        )
        known_from = self._desk.tell(case, need)
        referral = Referral(
            id=self._desk.ids.take("rf"),
            client_id=case.client.id,
            direction=ReferralDirection.FROM_PROGRAMME,
            partner=PARTNERS[area],
            area=area,
            referred_on=found_on,
            taken_up_on=self._later(case, found_on) if self._taken_up.deal() else ABSENT,
        )
        self._desk.tell(case, referral, known_from)

    def _later(self, case: Case, day: date) -> date:
        return self._desk.day_between(min(days_after(day, 5), case.days.last), case.days.last)

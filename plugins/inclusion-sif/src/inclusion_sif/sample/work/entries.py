"""What a participation is classified by: the traits of the client on the day of entry."""

from __future__ import annotations

from inclusion_core.dice import Deck
from inclusion_core.model.education import EducationLevel
from inclusion_core.model.entry import EntryTraits, Settlement
from inclusion_core.model.labour import LabourStatus
from inclusion_core.model.status import ResidenceSpell
from inclusion_core.model.yes_no import YesNo
from inclusion_core.periods import days_after
from inclusion_core.values import ABSENT, NOT_ASKED, Day, Unknown, day_span
from inclusion_sif.sample.cards import REFUSED
from inclusion_sif.sample.life import HORIZON
from inclusion_sif.sample.places import LIVED_IN
from inclusion_sif.sample.work.cases import Case, Desk
from inclusion_sif.sample.work.company import Company
from inclusion_sif.sample.work.labour import Past

__all__ = ["Entries"]


class Entries:
    """Draws entry traits from what is known of the client by then."""

    def __init__(self, desk: Desk) -> None:
        self._desk, dice = desk, desk.dice
        self._minority: Deck[YesNo | Unknown] = Deck(
            dice, (*[YesNo.YES] * 6, *[NOT_ASKED] * 2, REFUSED)
        )
        self._homeless: Deck[YesNo | Unknown] = Deck(dice, (*[YesNo.NO] * 8, YesNo.YES, NOT_ASKED))
        self._other: Deck[YesNo | Unknown] = Deck(dice, (YesNo.NO, YesNo.NO, YesNo.YES, NOT_ASKED))
        self._wrong = Deck(dice, (*[False] * 39, True))

    def write(
        self,
        case: Case,
        company: Company,
        residence: tuple[ResidenceSpell, ...],
        past: Past | None,
        disabled: YesNo | Unknown,
    ) -> None:
        """Writes the traits of one entry; now and then one was first written down wrongly."""
        region, settlement = _lived_in(case, residence)
        status, since, level = _past_of(past)
        traits = EntryTraits(
            id=self._desk.ids.take("et"),
            participation_id=case.participation.id,
            labour_status=status,
            unemployed_since=since,
            in_education=YesNo.NO,
            education_level=level,
            foreign_background=YesNo.YES,
            minority=self._minority.deal(),
            disability=disabled,
            homeless=self._homeless.deal(),
            other_disadvantage=self._other.deal(),
            jobless_household=_jobless(status, company),
            dependent_children=_yes_if(company.children > 0),
            single_adult=_yes_if(company.adults == 1),
            settlement=settlement,
            region=region,
        )
        known_from = self._desk.tell(case, traits)
        put_right_on = days_after(known_from, 20)
        if self._wrong.deal() and put_right_on <= HORIZON:
            why = "the form of another client was copied"
            self._desk.ledger.miswrite(traits, put_right_on, why, homeless=YesNo.YES)


def _past_of(
    past: Past | None,
) -> tuple[LabourStatus | Unknown, Day, EducationLevel | Unknown]:
    """Status, first day of unemployment and level; a child neither works nor looks for work."""
    if past is None:
        return LabourStatus.INACTIVE, ABSENT, NOT_ASKED
    spell = past.labour[0]
    unemployed = spell.status is LabourStatus.UNEMPLOYED
    since = spell.first_day if unemployed or isinstance(spell.status, Unknown) else ABSENT
    return spell.status, since, past.attainment.level


def _jobless(status: LabourStatus | Unknown, company: Company) -> YesNo | Unknown:
    """Settled by the client alone where they live alone, or where they work."""
    if status is LabourStatus.EMPLOYED:
        return YesNo.NO
    alone = company.adults + company.children == 1
    return YesNo.YES if alone and isinstance(status, LabourStatus) else NOT_ASKED


def _yes_if(true: bool) -> YesNo:
    return YesNo.YES if true else YesNo.NO


def _lived_in(
    case: Case, residence: tuple[ResidenceSpell, ...]
) -> tuple[str | Unknown, Settlement | Unknown]:
    """Region and settlement of the place of residence on the day of entry."""
    for stay in residence:
        begun = day_span(stay.first_day).latest <= case.days.first
        lasts = case.days.first <= day_span(stay.last_day).earliest
        if begun and lasts and isinstance(stay.place, str):
            town = LIVED_IN[stay.place]
            return town.region, town.settlement
    return NOT_ASKED, NOT_ASKED

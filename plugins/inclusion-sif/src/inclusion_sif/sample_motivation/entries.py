"""What somebody was like on the day of entry."""

from __future__ import annotations

from datetime import date

from inclusion_core.dice import Deck, Dice
from inclusion_core.model.education import EducationLevel
from inclusion_core.model.entry import EntryTraits, Settlement
from inclusion_core.model.labour import LabourStatus
from inclusion_core.model.outcome import OutcomeKind
from inclusion_core.model.traits import RiskCircumstance, RiskGround
from inclusion_core.model.yes_no import YesNo
from inclusion_core.periods import months_before
from inclusion_core.values import ABSENT, NOT_ASKED, Day, Unknown
from inclusion_sif.sample.cards import REFUSED
from inclusion_sif.sample.ids import Ids
from inclusion_sif.sample_motivation.figures import REGION_OF_VIESITE
from inclusion_sif.sample_motivation.stays import Stay

__all__ = ["Entries"]

UNEMPLOYED, INACTIVE = LabourStatus.UNEMPLOYED, LabourStatus.INACTIVE
STATUSES: tuple[LabourStatus | Unknown, ...] = (*[UNEMPLOYED] * 5, *[INACTIVE] * 4, REFUSED)
LEVELS: tuple[EducationLevel | Unknown, ...] = (
    *[EducationLevel.ISCED_2] * 4,
    *[EducationLevel.ISCED_3] * 5,
    EducationLevel.ISCED_1,
    EducationLevel.ISCED_6,
    NOT_ASKED,
)
SETTLEMENTS = {"RIGA": Settlement.CITY, REGION_OF_VIESITE: Settlement.RURAL}
"""Of the other regions it was not asked."""


class Entries:
    """Draws what is asked on entry; nobody who finds work had any."""

    def __init__(self, dice: Dice, ids: Ids) -> None:
        self._dice, self._ids = dice, ids
        self._statuses: Deck[LabourStatus | Unknown] = Deck(dice, STATUSES)
        self._levels: Deck[EducationLevel | Unknown] = Deck(dice, LEVELS)

    def of(self, stay: Stay, kind: OutcomeKind | None) -> EntryTraits:
        """The traits of one entry; who begins to look for work had looked for none."""
        status = INACTIVE if kind is OutcomeKind.JOB_SEARCH else self._statuses.deal()
        person = stay.person
        return EntryTraits(
            id=self._ids.take("et"),
            participation_id=stay.participation.id,
            labour_status=status,
            unemployed_since=self._since(status, stay.days.first),
            in_education=YesNo.NO,
            education_level=self._levels.deal(),
            minority=_yes_if(person.has(RiskGround.ETHNICITY)),
            disability=_yes_if(person.has(RiskGround.DISABILITY)),
            homeless=YesNo.NO,
            single_adult=_yes_if(person.is_known_as(RiskCircumstance.SINGLE_PARENT)),
            settlement=SETTLEMENTS.get(stay.quota.region, NOT_ASKED),
            region=stay.quota.region,
        )

    def _since(self, status: LabourStatus | Unknown, entered_on: date) -> Day:
        """The first day of an unemployment; where the status is not known, neither is that."""
        if isinstance(status, Unknown):
            return status
        months = 1 + self._dice.below(36)
        return months_before(entered_on, months) if status is UNEMPLOYED else ABSENT


def _yes_if(true: bool) -> YesNo:
    return YesNo.YES if true else YesNo.NO

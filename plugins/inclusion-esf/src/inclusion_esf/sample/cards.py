"""The cards from which people are drawn: every card turns up once in a deck, whatever the seed."""

from __future__ import annotations

from inclusion_core.dice import Deck, Dice
from inclusion_core.model.client import Gender
from inclusion_core.model.education import EducationLevel
from inclusion_core.model.entry import Settlement
from inclusion_core.model.labour import ContractKind, LabourStatus, WorkingTime
from inclusion_core.model.outcome import OutcomeKind
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import NOT_ASKED, Reason, Unknown

__all__ = ["Decks"]

REFUSED = Unknown(Reason.REFUSED)
DOES_NOT_KNOW = Unknown(Reason.CLIENT_DOES_NOT_KNOW)


class Decks:
    """One deck for each thing that is drawn."""

    def __init__(self, dice: Dice) -> None:
        self.gender: Deck[Gender | Unknown] = Deck(
            dice,
            (*[Gender.FEMALE] * 22, *[Gender.MALE] * 16, Gender.NON_BINARY, NOT_ASKED),
        )
        self.adult_age: Deck[int] = Deck(dice, (*range(18, 70), 24, 25, 29, 30, 54, 55, 64, 65))
        self.child_age: Deck[int] = Deck(dice, range(18))
        self.status: Deck[LabourStatus | Unknown] = Deck(
            dice,
            (
                *[LabourStatus.UNEMPLOYED] * 11,
                *[LabourStatus.INACTIVE] * 6,
                *[LabourStatus.EMPLOYED] * 3,
                NOT_ASKED,
            ),
        )
        self.months_unemployed: Deck[int] = Deck(dice, (1, 3, 5, 6, 7, 9, 11, 12, 13, 18, 30, 60))
        self.level: Deck[EducationLevel | Unknown] = Deck(
            dice,
            (
                EducationLevel.ISCED_0,
                *[EducationLevel.ISCED_1] * 2,
                *[EducationLevel.ISCED_2] * 5,
                *[EducationLevel.ISCED_3] * 7,
                EducationLevel.ISCED_4,
                *[EducationLevel.ISCED_6] * 3,
                EducationLevel.ISCED_7,
                NOT_ASKED,
            ),
        )
        self.in_education: Deck[YesNo | Unknown] = _yes_in(dice, 6)
        self.foreign_background: Deck[YesNo | Unknown] = _yes_in(dice, 4, NOT_ASKED, REFUSED)
        self.minority: Deck[YesNo | Unknown] = _yes_in(dice, 5, REFUSED, REFUSED)
        self.disability: Deck[YesNo | Unknown] = _yes_in(dice, 6, NOT_ASKED, REFUSED)
        self.other_disadvantage: Deck[YesNo | Unknown] = _yes_in(dice, 8, REFUSED)
        self.homeless: Deck[YesNo | Unknown] = _yes_in(dice, 12, NOT_ASKED)
        self.jobless: Deck[YesNo | Unknown] = _yes_in(dice, 2, DOES_NOT_KNOW)
        self.children: Deck[YesNo | Unknown] = _yes_in(dice, 3)
        self.single: Deck[YesNo | Unknown] = _yes_in(dice, 4)
        self.settlement: Deck[Settlement | Unknown] = Deck(
            dice,
            (*[Settlement.CITY] * 5, *[Settlement.TOWN] * 3, *[Settlement.RURAL] * 4, NOT_ASKED),
        )
        self.region: Deck[str] = Deck(dice, ("LV00A", "LV00B", "LV00C", "LV009", "LV005"))
        self.citizen_of: Deck[str] = Deck(
            dice, (*["LV"] * 14, "LT", "DE", "GB", "UA", "UA", "SY", "", "")
        )
        self.security: Deck[ContractKind | Unknown] = Deck(
            dice, (*[ContractKind.PRECARIOUS] * 4, *[ContractKind.STABLE] * 3, NOT_ASKED)
        )
        self.time: Deck[WorkingTime | Unknown] = Deck(
            dice, (*[WorkingTime.UNDEREMPLOYED] * 3, *[WorkingTime.FULL] * 4, NOT_ASKED)
        )
        self.stays: Deck[int] = Deck(dice, (40, 75, 90, 120, 150, 180, 240, 300, 400, 10_000))
        self.outcome: Deck[OutcomeKind | None] = Deck(
            dice,
            (
                *[OutcomeKind.EMPLOYMENT] * 5,
                *[OutcomeKind.JOB_SEARCH] * 4,
                *[OutcomeKind.QUALIFICATION] * 3,
                *[OutcomeKind.TRAINING] * 2,
                OutcomeKind.SELF_EMPLOYMENT,
                OutcomeKind.EDUCATION,
                *[None] * 4,
            ),
        )
        self.days_after_leaving: Deck[int] = Deck(dice, (-30, -5, 0, 1, 9, 14, 27, 28, 29, 45))
        self.later: Deck[LabourStatus | None] = Deck(
            dice,
            (
                *[LabourStatus.EMPLOYED] * 6,
                *[LabourStatus.UNEMPLOYED] * 3,
                *[LabourStatus.INACTIVE] * 2,
                *[None] * 3,
            ),
        )
        self.better: Deck[OutcomeKind | None] = Deck(
            dice, (OutcomeKind.PROMOTION, OutcomeKind.HIGHER_SKILLED_WORK, None, None)
        )
        self.comes_back: Deck[bool] = Deck(dice, (True, *[False] * 11))
        self.written_wrongly: Deck[bool] = Deck(dice, (True, *[False] * 24))


def _yes_in(dice: Dice, cards: int, *others: Unknown) -> Deck[YesNo | Unknown]:
    """One yes among so many answers, beside some that are none."""
    return Deck(dice, (YesNo.YES, *[YesNo.NO] * (cards - 1), *others))

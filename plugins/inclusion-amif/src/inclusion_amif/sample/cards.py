"""The cards from which people are drawn: every card turns up once in a deck, whatever the seed."""

from __future__ import annotations

from inclusion_amif.levels import LanguageLevel
from inclusion_amif.support import ApplicationKind, ApplicationResult, SupportKind
from inclusion_core.dice import Deck, Dice
from inclusion_core.model.client import Gender
from inclusion_core.model.status import ProtectionKind
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import NOT_ASKED, Reason, Unknown

__all__ = ["Applied", "Decks", "Kinds", "Levels"]

Kinds = tuple[SupportKind, ...]
Levels = tuple[LanguageLevel | None, LanguageLevel | None]
"""On entry to a course and upon leaving it, where tests were held."""
Applied = tuple[ApplicationKind, ApplicationResult | None]
"""For what, and what became of it."""

LANGUAGE, CIVIC = SupportKind.LANGUAGE_COURSE, SupportKind.CIVIC_ORIENTATION_COURSE
GUIDANCE = SupportKind.PROFESSIONAL_GUIDANCE
LEGAL, OTHER_ASYLUM = SupportKind.LEGAL_ASSISTANCE, SupportKind.OTHER_ASYLUM_SUPPORT


class Decks:
    """One deck for each thing that is drawn."""

    def __init__(self, dice: Dice) -> None:
        self.gender: Deck[Gender | Unknown] = Deck(
            dice, (*[Gender.FEMALE] * 6, *[Gender.MALE] * 5, Gender.NON_BINARY, NOT_ASKED)
        )
        self.age: Deck[int | None] = Deck(dice, (8, 17, 18, 25, 34, 41, 60, 60, 61, 72, None))
        self.citizen_of: Deck[str | None] = Deck(
            dice, ("UA", "UA", "SY", "AF", "BY", "IN", "RU", "", "", "DE", None)
        )
        self.status: Deck[ProtectionKind | None] = Deck(
            dice,
            (
                *[ProtectionKind.ASYLUM_SEEKER] * 4,
                ProtectionKind.REFUGEE,
                *[ProtectionKind.ALTERNATIVE_STATUS] * 2,
                *[ProtectionKind.TEMPORARY_PROTECTION] * 3,
                ProtectionKind.REJECTED,
                None,
            ),
        )
        self.vulnerable: Deck[YesNo | None] = Deck(dice, (YesNo.YES, YesNo.YES, YesNo.NO, None))
        self.asylum: Deck[Kinds] = Deck(
            dice, ((LEGAL,), (LEGAL, OTHER_ASYLUM), (OTHER_ASYLUM,), (OTHER_ASYLUM,), ())
        )
        self.integration: Deck[Kinds] = Deck(
            dice,
            (
                *[(LANGUAGE,)] * 3,
                *[(LANGUAGE, LANGUAGE)] * 2,
                (LANGUAGE, CIVIC),
                (CIVIC, GUIDANCE),
                (GUIDANCE, LANGUAGE, SupportKind.MOBILITY_SCHEME),
                (SupportKind.OTHER_INTEGRATION_SUPPORT, SupportKind.PRE_DEPARTURE_MEASURE),
                (SupportKind.PRE_DEPARTURE_MEASURE,),
                (SupportKind.FAMILY_REUNIFICATION_HELP, CIVIC),
                (),
            ),
        )
        self.levels: Deck[Levels] = Deck(
            dice,
            (
                (LanguageLevel.PRE_A1, LanguageLevel.A1),
                (LanguageLevel.A1, LanguageLevel.A2),
                (LanguageLevel.A2, LanguageLevel.B2),
                (LanguageLevel.A2, LanguageLevel.A2),
                (LanguageLevel.B1, LanguageLevel.A2),
                (None, LanguageLevel.A2),
                (LanguageLevel.A1, None),
            ),
        )
        self.helpful: Deck[YesNo | Unknown | None] = Deck(
            dice, (*[YesNo.YES] * 4, YesNo.NO, Unknown(Reason.REFUSED), None)
        )
        self.applied: Deck[tuple[Applied, ...]] = Deck(
            dice,
            (
                ((ApplicationKind.RECOGNITION, ApplicationResult.REFUSED),),
                ((ApplicationKind.RECOGNITION, ApplicationResult.GRANTED),),
                ((ApplicationKind.LONG_TERM_RESIDENCE, None),),
                (
                    (ApplicationKind.LONG_TERM_RESIDENCE, ApplicationResult.REFUSED),
                    (ApplicationKind.RECOGNITION, None),
                ),
                *[()] * 4,
            ),
        )
        self.stays: Deck[int] = Deck(dice, (90, 150, 200, 270, 330, 10_000))
        self.comes_back: Deck[bool] = Deck(dice, (True, *[False] * 7))

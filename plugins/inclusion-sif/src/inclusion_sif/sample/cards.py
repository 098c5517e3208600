"""What is drawn for a synthetic person: plain answers, and some that nobody has."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TypeAlias

from inclusion_core.dice import Deck, Dice
from inclusion_core.model.client import Gender
from inclusion_core.model.participation import LeavingReason
from inclusion_core.model.status import CitizenshipKind, CitizenshipSpell
from inclusion_core.values import ABSENT, NOT_ASKED, Day, PartialDay, Reason, Unknown
from inclusion_sif.sample.life import BLANK

__all__ = ["Cards", "Citizenship", "Precision", "citizenships", "known_to"]

REFUSED = Unknown(Reason.REFUSED)
DOES_NOT_KNOW = Unknown(Reason.CLIENT_DOES_NOT_KNOW)
CONTRADICTORY = Unknown(Reason.CONTRADICTORY)


class Precision(Enum):
    """How much of a day of birth is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Citizenship(Enum):
    """What a person says about belonging to a state."""

    ONE = "one"
    TWO = "two"
    STATELESS = "stateless"
    UNDETERMINED = "undetermined"
    UNKNOWN = "unknown"


Origin: TypeAlias = str | Unknown

GENDERS: tuple[Gender | Unknown, ...] = (
    *[Gender.FEMALE] * 9,
    *[Gender.MALE] * 13,
    Gender.NON_BINARY,
    NOT_ASKED,
    REFUSED,
)
PRECISIONS = (*[Precision.DAY] * 9, Precision.MONTH, Precision.YEAR)
NO_BIRTHS = (NOT_ASKED, REFUSED, DOES_NOT_KNOW, CONTRADICTORY)
CITIZENSHIPS = (
    *[Citizenship.ONE] * 16,
    Citizenship.TWO,
    Citizenship.STATELESS,
    Citizenship.UNDETERMINED,
    Citizenship.UNKNOWN,
)
ORIGINS: tuple[Origin, ...] = (
    *("SY", "SY", "SY", "IQ", "IQ", "AF", "AF", "RU", "RU", "UA", "UA", "VN", "AZ"),
    *("ER", "GE", "TJ", "TR", "IR", "CM", "KZ", "PK", "PS", "LK", "AM", DOES_NOT_KNOW),
)
PLACES: tuple[str | Unknown, ...] = (
    *["Rīga"] * 9,
    *("Jelgava", "Liepāja", "Daugavpils", "Valmiera", "Jūrmala", "Ogre", NOT_ASKED),
)
REASONS = (
    *[LeavingReason.COMPLETED] * 3,
    *[LeavingReason.LEFT_COUNTRY] * 3,
    *[LeavingReason.LIMIT_REACHED] * 2,
    LeavingReason.REFUSED,
    LeavingReason.BREACH_OF_DUTIES,
    LeavingReason.OTHER,
)


class Cards:
    """The dice, and the decks from which answers are dealt."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice
        self.genders: Deck[Gender | Unknown] = Deck(dice, GENDERS)
        self.precisions: Deck[Precision] = Deck(dice, PRECISIONS)
        self.no_births: Deck[Unknown] = Deck(dice, NO_BIRTHS)
        self.citizenships: Deck[Citizenship] = Deck(dice, CITIZENSHIPS)
        self.origins: Deck[Origin] = Deck(dice, ORIGINS)
        self.places: Deck[str | Unknown] = Deck(dice, PLACES)
        self.reasons: Deck[LeavingReason] = Deck(dice, REASONS)


def known_to(precision: Precision, day: date) -> Day:
    """The day as far as it is known.

    Example:
        >>> known_to(Precision.MONTH, date(1984, 5, 17))
        PartialDay('1984-05')
    """
    if precision is Precision.MONTH:
        return PartialDay.of_month(day.year, day.month)
    return PartialDay.of_year(day.year) if precision is Precision.YEAR else day


def citizenships(cards: Cards, origin: Origin) -> tuple[CitizenshipSpell, ...]:
    """What a person who came from there says; since when is never asked."""
    told = cards.citizenships.deal()
    if told is Citizenship.STATELESS:
        return (_citizen_of_none(CitizenshipKind.STATELESS),)
    if told is Citizenship.UNDETERMINED:
        return (_citizen_of_none(CitizenshipKind.UNDETERMINED),)
    if told is Citizenship.UNKNOWN:
        return (CitizenshipSpell(id=BLANK, client_id=BLANK, kind=REFUSED),)
    second = (_citizen_of("IL" if origin == "RU" else "RU"),)
    return (_citizen_of(origin), *(second if told is Citizenship.TWO else ()))


def _citizen_of(country: Origin) -> CitizenshipSpell:
    return CitizenshipSpell(
        id=BLANK, client_id=BLANK, kind=CitizenshipKind.CITIZEN, country=country
    )


def _citizen_of_none(kind: CitizenshipKind) -> CitizenshipSpell:
    return CitizenshipSpell(id=BLANK, client_id=BLANK, kind=kind, country=ABSENT)

"""A family that parts and comes together again."""

from __future__ import annotations

from datetime import date

from inclusion_core.model.client import Gender
from inclusion_core.model.household import HouseholdRole
from inclusion_core.model.participation import LeavingReason
from inclusion_core.model.plan import LifeArea
from inclusion_core.model.status import ProtectionKind, ResidenceRight
from inclusion_core.model.traits import CaringSpell, DependantKind
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, Absent
from inclusion_sif.sample.life import BLANK, day_before
from inclusion_sif.sample.lives.pen import Book, Pen, someone
from inclusion_sif.sample.procedure import granted

__all__ = ["splits_and_reunites"]

ARRIVED_ON = date(2016, 8, 1)
ENTERED_ON = date(2016, 8, 15)
PARTED_ON = date(2016, 12, 1)
TOGETHER_AGAIN_ON = date(2017, 5, 1)


def splits_and_reunites(book: Book) -> None:
    """The mother and the younger child move out for five months, and come back."""
    mother = _member(book, "jope", date(1984, 9, 12), Gender.FEMALE)
    father = _member(book, "kuzi", date(1981, 6, 30), Gender.MALE)
    older = _member(book, "lefo", date(2009, 4, 3), Gender.MALE)
    younger = _member(book, "nubo", date(2013, 11, 21), Gender.FEMALE)
    common = book.household("jope", ENTERED_ON)
    apart = book.household("nubo", PARTED_ON)
    father.lived_with(common, HouseholdRole.ADULT, ARRIVED_ON)
    older.lived_with(common, HouseholdRole.CHILD, ARRIVED_ON)
    for pen, role in ((mother, HouseholdRole.ADULT), (younger, HouseholdRole.CHILD)):
        pen.lived_with(common, role, ARRIVED_ON, day_before(PARTED_ON))
        pen.lived_with(apart, role, PARTED_ON, day_before(TOGETHER_AGAIN_ON))
        pen.lived_with(common, role, TOGETHER_AGAIN_ON)
    _cares(mother, PARTED_ON, day_before(TOGETHER_AGAIN_ON))
    _cares(father, ARRIVED_ON, ABSENT)
    served = mother.served(ENTERED_ON, date(2017, 7, 31), LeavingReason.COMPLETED)
    plan = mother.plan(served, date(2016, 9, 1))
    mother.goal(plan, LifeArea.FAMILY, date(2016, 12, 5), met_on=TOGETHER_AGAIN_ON)
    served = father.served(ENTERED_ON, date(2017, 6, 30), LeavingReason.BREACH_OF_DUTIES)
    plan = father.plan(served, date(2016, 9, 1))
    father.goal(plan, LifeArea.EMPLOYMENT, date(2016, 9, 1), due_on=date(2017, 3, 1))
    for pen in (older, younger):
        pen.served(ENTERED_ON, date(2017, 7, 31), LeavingReason.COMPLETED)


def _member(book: Book, word: str, born_on: date, gender: Gender) -> Pen:
    pen = Pen(book, ENTERED_ON, someone(word, born_on, gender))
    pen.arrived(ARRIVED_ON, "SY")
    pen.protected(*granted(ARRIVED_ON, date(2016, 12, 19), ProtectionKind.REFUGEE))
    pen.lived(ARRIVED_ON, date(2017, 1, 8))
    pen.lived(date(2017, 1, 9), right=ResidenceRight.PERMANENT_PERMIT, place="Valmiera")
    return pen


def _cares(pen: Pen, first_day: date, last_day: date | Absent) -> None:
    spell = CaringSpell(
        id=BLANK,
        client_id=BLANK,
        dependant=DependantKind.CHILD,
        shares_household=YesNo.YES,
        first_day=first_day,
        last_day=last_day,
    )
    pen.add("cg", spell)

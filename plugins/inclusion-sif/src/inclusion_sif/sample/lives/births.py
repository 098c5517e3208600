"""Lives in which the day of birth matters: told in part, told wrongly, told within the service."""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_core.model.client import Gender
from inclusion_core.model.education import EducationKind, EducationSpell
from inclusion_core.model.household import HouseholdRole
from inclusion_core.model.participation import LeavingReason
from inclusion_core.model.plan import ExtensionReason, LifeArea, PlanExtension
from inclusion_core.model.status import (
    LegalBasis,
    ProtectionKind,
    ProtectionSpell,
    ResidenceRight,
)
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, PartialDay
from inclusion_sif.sample.life import BLANK
from inclusion_sif.sample.lives.pen import Book, Pen, someone
from inclusion_sif.sample.procedure import granted

__all__ = ["age_reassessed", "born_in_service", "turns_18", "year_of_birth_only"]


def year_of_birth_only(book: Book) -> None:
    """Born some day in 1999: surely a child in 2016, surely an adult in 2018, and in between?"""
    entered_on, left_on = date(2016, 7, 4), date(2018, 1, 31)
    pen = Pen(book, entered_on, someone("dovu", PartialDay.of_year(1999), Gender.FEMALE))
    pen.arrived(date(2016, 6, 20), "IQ")
    pen.protected(*granted(date(2016, 6, 20), date(2017, 2, 20), ProtectionKind.ALTERNATIVE_STATUS))
    pen.lived(date(2016, 6, 20), date(2017, 3, 5))
    pen.lived(date(2017, 3, 6), right=ResidenceRight.TEMPORARY_PERMIT, place="Jelgava")
    during = pen.served(entered_on, left_on, LeavingReason.COMPLETED)
    plan = pen.plan(during, date(2016, 7, 18))
    pen.goal(plan, LifeArea.EDUCATION, date(2016, 7, 18), met_on=date(2016, 9, 1))
    pen.goal(plan, LifeArea.LANGUAGE, date(2016, 7, 18), met_on=PartialDay.of_month(2017, 11))
    pen.talk(during, date(2016, 7, 18), "first worker", 60)


def age_reassessed(book: Book) -> None:
    """Taken for a minor of 15 until an assessment finds an adult, born some day in 1996."""
    entered_on = date(2017, 1, 16)
    pen = Pen(book, entered_on, someone("fepi", date(2001, 3, 15), Gender.MALE))
    arrival = pen.arrived(date(2017, 1, 3), "AF", unaccompanied=YesNo.YES)
    pen.protected(*granted(date(2017, 1, 3), date(2017, 6, 12), ProtectionKind.REFUGEE))
    pen.lived(date(2017, 1, 3), date(2017, 6, 30))
    pen.lived(date(2017, 7, 1), right=ResidenceRight.PERMANENT_PERMIT, place="Rīga")
    during = pen.served(entered_on, date(2017, 11, 30), LeavingReason.OTHER)
    plan = pen.plan(during, date(2017, 1, 30))
    pen.goal(plan, LifeArea.EDUCATION, date(2017, 1, 30), dropped_on=date(2017, 4, 24))
    pen.goal(plan, LifeArea.EMPLOYMENT, date(2017, 4, 24))
    assessed_on, why = date(2017, 4, 20), "the assessment of age found an adult"
    adult = attrs.evolve(pen.client, born_on=PartialDay.of_year(1996))
    book.ledger.correct(adult, assessed_on, why)
    book.ledger.correct(attrs.evolve(arrival, unaccompanied=YesNo.NO), assessed_on, why)


def born_in_service(book: Book) -> None:
    """A refugee has a child, whose record begins at birth and who has the status of the parent.

    The law does not say which day counts as the child's day of status: the child's spell begins
    at birth and rests on no decision of its own (Asylum Law, article 37(4)).
    """
    entered_on, born_on, left_on = date(2017, 5, 22), date(2017, 10, 3), date(2018, 5, 4)
    home = book.household("pafe", entered_on)
    parent = Pen(book, entered_on, someone("pafe", date(1991, 2, 8), Gender.FEMALE))
    parent.arrived(date(2017, 5, 10), "ER")
    parent.protected(*granted(date(2017, 5, 10), date(2017, 8, 7), ProtectionKind.REFUGEE))
    parent.lived(date(2017, 5, 10), date(2017, 8, 27))
    parent.lived(date(2017, 8, 28), right=ResidenceRight.PERMANENT_PERMIT, place="Rīga")
    parent.lived_with(home, HouseholdRole.ADULT, date(2017, 5, 10))
    during = parent.served(entered_on, left_on, LeavingReason.COMPLETED)
    plan = parent.plan(during, date(2017, 6, 6))
    parent.goal(plan, LifeArea.HEALTH, date(2017, 6, 6), met_on=born_on)
    extension = PlanExtension(
        id=BLANK,
        support_plan_id=plan.id,
        decided_on=date(2017, 11, 1),
        extended_until=date(2018, 5, 4),
        reason=ExtensionReason.CARE_OF_RELATIVE,
    )
    parent.add("px", extension)
    child = Pen(book, born_on, someone("rifu", born_on, Gender.MALE))
    extended = ProtectionSpell(
        id=BLANK,
        client_id=BLANK,
        kind=ProtectionKind.REFUGEE,
        legal_basis=LegalBasis.ASYLUM_LAW,
        first_day=born_on,
        decided_on=ABSENT,
        notified_on=ABSENT,
        final_on=ABSENT,
    )
    child.protected(extended)
    child.lived(born_on, right=ResidenceRight.PERMANENT_PERMIT, place="Rīga")
    child.lived_with(home, HouseholdRole.CHILD, born_on)
    child.served(born_on, left_on, LeavingReason.COMPLETED)


def turns_18(book: Book) -> None:
    """An unaccompanied minor who is an adult from 24 February 2017 on, and is served on."""
    entered_on, left_on = date(2016, 10, 17), date(2017, 9, 29)
    pen = Pen(book, entered_on, someone("feru", date(1999, 2, 24), Gender.MALE))
    pen.arrived(date(2016, 10, 10), "SY", unaccompanied=YesNo.YES)
    pen.protected(*granted(date(2016, 10, 10), date(2017, 1, 16), ProtectionKind.REFUGEE))
    pen.lived(date(2016, 10, 10), date(2017, 2, 12))
    pen.lived(date(2017, 2, 13), right=ResidenceRight.PERMANENT_PERMIT, place="Rīga")
    school = EducationSpell(
        id=BLANK,
        client_id=BLANK,
        kind=EducationKind.GENERAL_EDUCATION,
        full_time=YesNo.YES,
        first_day=date(2016, 11, 1),
        last_day=date(2017, 5, 31),
    )
    pen.add("ed", school)
    during = pen.served(entered_on, left_on, LeavingReason.COMPLETED)
    plan = pen.plan(during, date(2016, 10, 31))
    pen.goal(plan, LifeArea.HOUSING, date(2016, 10, 31), met_on=date(2017, 2, 13))
    pen.talk(during, date(2017, 2, 24), "fourth mentor", 45)

"""Ways through the service: from provider to provider, out and in again, and how it ends."""

from __future__ import annotations

from datetime import date

from inclusion_core.model.client import Gender, SamePersonLink
from inclusion_core.model.labour import LabourSpell, LabourStatus, WorkKind
from inclusion_core.model.outcome import Evidence, Outcome, OutcomeKind
from inclusion_core.model.participation import LeavingReason
from inclusion_core.model.plan import LifeArea, PlanReview, ReviewResult
from inclusion_core.model.status import LegalBasis, ProtectionKind, ProtectionSpell, ResidenceRight
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay
from inclusion_sif.sample.diary import Promptly
from inclusion_sif.sample.life import BLANK
from inclusion_sif.sample.lives.pen import Book, Pen, client_id, someone
from inclusion_sif.sample.procedure import as_seeker, granted, until

__all__ = [
    "comes_again",
    "dies",
    "erased",
    "handed_over",
    "outcome_learned_later",
    "taken_for_one",
]


def taken_for_one(book: Book) -> None:
    """Two clients of two providers who are joined as one person, until a paper tells them apart."""
    arrived_on, notified_on = date(2017, 2, 6), date(2018, 3, 12)
    kind = ProtectionKind.ALTERNATIVE_STATUS
    month = PartialDay.of_month(1988, 5)
    one = Pen(book, date(2017, 2, 20), someone("gazo", month, Gender.MALE))
    one.arrived(arrived_on, "AF")
    one.protected(*granted(arrived_on, notified_on, kind))
    one.lived(arrived_on)
    served = one.served(date(2017, 2, 20), date(2018, 4, 30), LeavingReason.TRANSFER)
    one.plan(served, date(2017, 3, 6))
    entered_on = date(2018, 12, 10)
    other = Pen(book, entered_on, someone("hilu", date(1988, 5, 14), Gender.MALE))
    status = ProtectionSpell(
        id=BLANK,
        client_id=BLANK,
        kind=kind,
        legal_basis=LegalBasis.ASYLUM_LAW,
        first_day=notified_on,
        notified_on=notified_on,
        final_on=date(2018, 4, 12),
    )
    other.protected(status)
    other.lived(entered_on, right=ResidenceRight.TEMPORARY_PERMIT, place="Rīga")
    other.served(entered_on, ABSENT)
    link = SamePersonLink(
        id=BLANK,
        client_id=BLANK,
        other_client_id=client_id("gazo"),
        linked_on=date(2018, 12, 14),
        undone_on=date(2019, 2, 5),
    )
    other.add("l", link)


def handed_over(book: Book) -> None:
    """One of the people of the half year: one participation, delivered by one provider, then two.

    The handover of 1 June 2018 is no exit: plan and participation go on.
    """
    entered_on, left_on = date(2018, 2, 5), date(2019, 1, 31)
    pen = Pen(book, entered_on, someone("bemu", date(1985, 7, 22), Gender.FEMALE))
    pen.arrived(date(2018, 1, 22), "SY")
    pen.protected(*granted(date(2018, 1, 22), date(2018, 4, 16), ProtectionKind.REFUGEE))
    pen.lived(date(2018, 1, 22), date(2018, 5, 6))
    pen.lived(date(2018, 5, 7), right=ResidenceRight.PERMANENT_PERMIT, place="Rīga")
    during = pen.served(entered_on, left_on, LeavingReason.COMPLETED)
    plan = pen.plan(during, date(2018, 2, 19))
    pen.goal(plan, LifeArea.LANGUAGE, date(2018, 2, 19), met_on=date(2018, 10, 30))
    pen.talk(during, date(2018, 5, 31), "first mentor", 60)
    pen.talk(during, date(2018, 6, 1), "new first mentor", 60)
    review = PlanReview(
        id=BLANK,
        support_plan_id=plan.id,
        reviewed_on=date(2018, 6, 4),
        result=ReviewResult.CONTINUED,
    )
    pen.add("pr", review)


def comes_again(book: Book) -> None:
    """Refuses the service and enters it again later: two participations, one person."""
    entered_on = date(2016, 9, 12)
    pen = Pen(book, entered_on, someone("cilo", date(1995, 10, 6), Gender.NON_BINARY))
    pen.arrived(date(2016, 8, 29), "UA")
    pen.protected(*granted(date(2016, 8, 29), date(2017, 6, 26), ProtectionKind.ALTERNATIVE_STATUS))
    pen.lived(date(2016, 8, 29), date(2017, 7, 9))
    pen.lived(date(2017, 7, 10), right=ResidenceRight.TEMPORARY_PERMIT, place="Rīga")
    first = pen.served(entered_on, date(2017, 1, 20), LeavingReason.REFUSED)
    plan = pen.plan(first, date(2016, 9, 26))
    pen.goal(plan, LifeArea.SOCIAL_CONTACTS, date(2016, 9, 26), dropped_on=date(2017, 1, 20))
    second = pen.served(date(2017, 6, 5), date(2018, 3, 30), LeavingReason.COMPLETED)
    pen.plan(second, date(2017, 6, 19))


def dies(book: Book) -> None:
    """Dies in the service; the provider hears of it five days later."""
    entered_on, died_on = date(2017, 1, 9), date(2017, 6, 21)
    client = someone("dafe", date(1952, 3, 30), Gender.MALE, died_on=died_on)
    pen = Pen(book, entered_on, client, Promptly({died_on: date(2017, 6, 26)}))
    pen.arrived(date(2016, 12, 27), "AM")
    pen.protected(*until((as_seeker(date(2016, 12, 27)),), died_on))
    pen.lived(date(2016, 12, 27), died_on)
    during = pen.served(entered_on, died_on, LeavingReason.DEATH)
    plan = pen.plan(during, date(2017, 1, 23))
    pen.goal(plan, LifeArea.HEALTH, date(2017, 1, 23))
    pen.talk(during, date(2017, 6, 14), "fourth mentor", 30)


def outcome_learned_later(book: Book) -> None:
    """Finds work half a year after leaving; the provider hears of it after the report."""
    entered_on, left_on = date(2017, 10, 9), date(2018, 4, 30)
    pen = Pen(book, entered_on, someone("gupa", date(1982, 4, 17), Gender.FEMALE))
    pen.arrived(date(2017, 9, 25), "CM")
    pen.protected(*granted(date(2017, 9, 25), date(2018, 1, 15), ProtectionKind.REFUGEE))
    pen.lived(date(2017, 9, 25), date(2018, 2, 4))
    pen.lived(date(2018, 2, 5), right=ResidenceRight.PERMANENT_PERMIT, place="Rīga")
    during = pen.served(entered_on, left_on, LeavingReason.COMPLETED)
    pen.plan(during, date(2017, 10, 23))
    found_on, learned_on, noted_on = date(2018, 11, 5), date(2018, 12, 10), date(2018, 12, 11)
    outcome = Outcome(
        id=BLANK,
        participation_id=during.id,
        kind=OutcomeKind.EMPLOYMENT,
        happened_on=found_on,
        learned_on=learned_on,
        evidence=Evidence.CLIENT_STATEMENT,
    )
    pen.add("oc", outcome, floor=noted_on)
    work = LabourSpell(
        id=BLANK,
        client_id=BLANK,
        status=LabourStatus.EMPLOYED,
        work=WorkKind.EMPLOYEE,
        contract=NOT_ASKED,
        working_time=NOT_ASKED,
        temporarily_away=YesNo.NO,
        registered=YesNo.NO,
        first_day=found_on,
    )
    pen.add("ls", work, floor=noted_on)


def erased(book: Book) -> None:
    """Leaves, and asks for all records to be erased: of the values nothing stays."""
    entered_on = date(2017, 3, 6)
    pen = Pen(book, entered_on, someone("jiso", date(1998, 1, 9), Gender.FEMALE))
    pen.arrived(date(2017, 2, 20), "LK")
    pen.protected(as_seeker(date(2017, 2, 20)))
    pen.lived(date(2017, 2, 20), date(2017, 8, 31))
    during = pen.served(entered_on, date(2017, 8, 31), LeavingReason.LEFT_COUNTRY)
    plan = pen.plan(during, date(2017, 3, 20))
    pen.goal(plan, LifeArea.HOUSING, date(2017, 3, 20))
    pen.erase(date(2017, 12, 4), "asked for by the client")

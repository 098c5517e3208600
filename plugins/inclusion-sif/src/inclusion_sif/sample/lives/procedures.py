"""Lives in which a decision is not the last word: appeals, a second application, a status lost."""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_core.model.client import Gender
from inclusion_core.model.participation import LeavingReason
from inclusion_core.model.plan import ExtensionReason, LifeArea, PlanExtension
from inclusion_core.model.status import (
    Appeal,
    AppealResult,
    ProtectionKind,
    ProtectionSpell,
    ResidenceRight,
)
from inclusion_core.values import ABSENT, Absent
from inclusion_sif.sample.life import BLANK, day_before
from inclusion_sif.sample.lives.pen import Book, Pen, someone
from inclusion_sif.sample.procedure import as_seeker, decided, granted

__all__ = ["annulled", "appeal_sets_aside", "revoked", "second_application"]


def second_application(book: Book) -> None:
    """Rejected, in vain appealed, applied again, and granted: twice in the service."""
    entered_on, rejected_on = date(2016, 9, 19), date(2017, 5, 15)
    pen = Pen(book, entered_on, someone("sogu", date(1987, 1, 27), Gender.MALE))
    pen.arrived(date(2016, 9, 5), "GE")
    pen.protected(as_seeker(date(2016, 9, 5), day_before(rejected_on)))
    rejection = _rejected(book, pen, date(2017, 1, 16))
    _appealed(pen, rejection, date(2017, 2, 10), rejected_on, AppealResult.DECISION_STANDS)
    begun = attrs.evolve(
        rejection, first_day=rejected_on, final_on=rejected_on, last_day=date(2017, 7, 2)
    )
    book.ledger.change(attrs.evolve(begun, last_day=ABSENT), rejected_on)
    book.ledger.change(begun, date(2017, 7, 3))
    pen.protected(*granted(date(2017, 7, 3), date(2017, 11, 20), ProtectionKind.ALTERNATIVE_STATUS))
    pen.lived(date(2016, 9, 5), day_before(rejected_on))
    pen.lived(rejected_on, date(2017, 7, 2), right=ResidenceRight.NONE)
    pen.lived(date(2017, 7, 3), date(2017, 12, 3))
    pen.lived(date(2017, 12, 4), right=ResidenceRight.TEMPORARY_PERMIT, place="Liepāja")
    first = pen.served(entered_on, day_before(rejected_on), LeavingReason.OTHER)
    plan = pen.plan(first, date(2016, 10, 3))
    pen.goal(plan, LifeArea.LEGAL_MATTERS, date(2016, 10, 3))
    extension = PlanExtension(
        id=BLANK,
        support_plan_id=plan.id,
        decided_on=date(2017, 2, 13),
        extended_until=date(2017, 6, 30),
        reason=ExtensionReason.APPEAL_PENDING,
    )
    pen.add("px", extension)
    second = pen.served(date(2017, 7, 17), date(2018, 5, 18), LeavingReason.COMPLETED)
    pen.plan(second, date(2017, 7, 31))


def appeal_sets_aside(book: Book) -> None:
    """Rejected; the court sets the decision aside, so that it never holds; then granted."""
    entered_on = date(2016, 10, 24)
    pen = Pen(book, entered_on, someone("tefa", date(1979, 12, 2), Gender.FEMALE))
    pen.arrived(date(2016, 10, 10), "TJ")
    pen.protected(*granted(date(2016, 10, 10), date(2017, 7, 3), ProtectionKind.REFUGEE))
    rejection = _rejected(book, pen, date(2017, 2, 6))
    _appealed(pen, rejection, date(2017, 3, 1), date(2017, 6, 12), AppealResult.DECISION_SET_ASIDE)
    pen.lived(date(2016, 10, 10), date(2017, 7, 23))
    pen.lived(date(2017, 7, 24), right=ResidenceRight.PERMANENT_PERMIT, place="Daugavpils")
    during = pen.served(entered_on, date(2018, 4, 27), LeavingReason.COMPLETED)
    pen.plan(during, date(2016, 11, 7))


def annulled(book: Book) -> None:
    """A status that is annulled: from that entry on there never was one, from its first day."""
    entered_on, annulled_on = date(2016, 11, 28), date(2017, 12, 15)
    pen = Pen(book, entered_on, someone("vupo", date(1990, 5, 19), Gender.MALE))
    pen.arrived(date(2016, 11, 14), "VN")
    _, status = pen.protected(
        *granted(date(2016, 11, 14), date(2017, 3, 20), ProtectionKind.ALTERNATIVE_STATUS)
    )
    void = attrs.evolve(
        status,
        kind=ProtectionKind.ANNULLED,
        decided_on=date(2017, 12, 11),
        notified_on=annulled_on,
        final_on=ABSENT,
    )
    book.ledger.correct(void, annulled_on, "annulled from its first day")
    withdrawn_on = date(2018, 2, 12)
    _appealed(pen, void, date(2018, 1, 8), withdrawn_on, AppealResult.WITHDRAWN)
    book.ledger.change(attrs.evolve(void, final_on=withdrawn_on), withdrawn_on)
    pen.lived(date(2016, 11, 14), date(2017, 4, 2))
    pen.lived(date(2017, 4, 3), annulled_on, right=ResidenceRight.TEMPORARY_PERMIT, place="Jūrmala")
    during = pen.served(entered_on, annulled_on, LeavingReason.OTHER)
    pen.plan(during, date(2016, 12, 12))


def revoked(book: Book) -> None:
    """A status that is revoked after its holder left the country: it ends, and it did hold."""
    entered_on, left_on, revoked_on = date(2016, 10, 3), date(2017, 9, 15), date(2017, 10, 9)
    pen = Pen(book, entered_on, someone("zigo", date(1993, 8, 11), Gender.MALE))
    pen.arrived(date(2016, 9, 20), "RU")
    seeker, status = granted(date(2016, 9, 20), date(2016, 12, 5), ProtectionKind.REFUGEE)
    ended = attrs.evolve(status, last_day=day_before(revoked_on))
    lost = decided(ProtectionKind.REVOKED, revoked_on, revoked_on, date(2017, 11, 9))
    pen.protected(seeker, ended, lost)
    pen.lived(date(2016, 9, 20), date(2016, 12, 18))
    pen.lived(date(2016, 12, 19), left_on, right=ResidenceRight.PERMANENT_PERMIT, place="Rīga")
    during = pen.served(entered_on, left_on, LeavingReason.LEFT_COUNTRY)
    pen.plan(during, date(2016, 10, 17))


def _rejected(book: Book, pen: Pen, notified_on: date) -> ProtectionSpell:
    """A rejection that is notified and does not hold as long as it can be appealed."""
    spell = decided(ProtectionKind.REJECTED, notified_on, notified_on, notified_on)
    pending = pen.named("ps", attrs.evolve(spell, first_day=ABSENT, final_on=ABSENT))
    book.ledger.record(pending, notified_on)
    return pending


def _appealed(
    pen: Pen,
    against: ProtectionSpell,
    lodged_on: date,
    decided_on: date | Absent,
    result: AppealResult | Absent,
) -> Appeal:
    appeal = Appeal(
        id=BLANK,
        protection_spell_id=against.id,
        lodged_on=lodged_on,
        decided_on=decided_on,
        result=result,
    )
    return pen.add("ap", appeal)

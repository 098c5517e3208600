"""Participations whose end is told by halves, and deliveries outside of their participation."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import surely_before, surely_lasts_after
from inclusion_core.expr.schema import Schema
from inclusion_core.findings import Finding
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.participation import DeliverySpell, LeavingReason, Participation
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, Unknown

__all__ = ["PARTICIPATION_CHECKS"]

NO_REASON = Fault(
    kind="check.left-without-reason",
    says=lv("dalība beigusies, bet iemesla nav").en(
        "the participation has ended, and there is no reason for it"
    ),
    remedy=lv("ierakstiet iemeslu vai to, kāpēc tas nav zināms").en(
        "enter the reason, or why it is not known"
    ),
)
NO_LAST_DAY = Fault(
    kind="check.reason-without-leaving",
    says=lv("ir iemesls, kāpēc dalība beigusies, bet pēdējās dienas nav").en(
        "there is a reason why the participation ended, and no last day"
    ),
    remedy=lv("ierakstiet pēdējo dienu vai izņemiet iemeslu").en(
        "enter the last day, or take the reason out"
    ),
)
DELIVERED_BEFORE = Fault(
    kind="check.delivered-before-entry",
    says=lv("pakalpojumu sāk sniegt, pirms klients iestājas programmā").en(
        "delivery begins before the client enters the programme"
    ),
    remedy=lv("izlabojiet šo dienu vai iestāšanās dienu ierakstā {other}").en(
        "correct this day, or the day of entry in {other}"
    ),
)
DELIVERED_AFTER = Fault(
    kind="check.delivered-after-exit",
    says=lv("pakalpojumu turpina sniegt pēc tam, kad klients programmu pametis").en(
        "delivery goes on after the client has left the programme"
    ),
    remedy=lv("izlabojiet šo dienu vai pēdējo dienu ierakstā {other}").en(
        "correct this day, or the last day in {other}"
    ),
)


def _without_reason(caseload: Caseload, _: Schema) -> Iterator[Finding]:
    for participation in caseload.of(Participation):
        has_left = not isinstance(participation.left_on, Unknown) and (
            participation.left_on is not ABSENT
        )
        if has_left and participation.leaving_reason is ABSENT:
            yield NO_REASON.at(participation, "leaving_reason")


def _without_last_day(caseload: Caseload, _: Schema) -> Iterator[Finding]:
    for participation in caseload.of(Participation):
        has_reason = isinstance(participation.leaving_reason, LeavingReason)
        if has_reason and participation.left_on is ABSENT:
            yield NO_LAST_DAY.at(participation, "left_on")


def _delivered(caseload: Caseload) -> Iterator[tuple[DeliverySpell, Participation]]:
    """Each delivery with its participation, where that is there."""
    participations = {each.id: each for each in caseload.of(Participation)}
    for spell in caseload.of(DeliverySpell):
        if spell.participation_id in participations:
            yield spell, participations[spell.participation_id]


def _delivered_before(caseload: Caseload, _: Schema) -> Iterator[Finding]:
    for spell, participation in _delivered(caseload):
        if surely_before(spell.first_day, participation.entered_on):
            yield DELIVERED_BEFORE.at(spell, "first_day", other=participation)


def _delivered_after(caseload: Caseload, _: Schema) -> Iterator[Finding]:
    for spell, participation in _delivered(caseload):
        if surely_lasts_after(spell.last_day, participation.left_on):
            yield DELIVERED_AFTER.at(spell, "last_day", other=participation)


PARTICIPATION_CHECKS: tuple[Check, ...] = (
    NO_REASON.check(_without_reason),
    NO_LAST_DAY.check(_without_last_day),
    DELIVERED_BEFORE.check(_delivered_before),
    DELIVERED_AFTER.check(_delivered_after),
)

"""Deliveries outside of their participation."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import surely_before, surely_lasts_after
from inclusion_core.expr.schema import Schema
from inclusion_core.findings import Finding
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.participation import DeliverySpell, Participation
from inclusion_core.texts import lv

__all__ = ["PARTICIPATION_CHECKS"]

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
    DELIVERED_BEFORE.check(_delivered_before),
    DELIVERED_AFTER.check(_delivered_after),
)

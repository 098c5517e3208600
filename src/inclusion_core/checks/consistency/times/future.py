"""Days on which something has happened, and which lie after the day on which the data are known."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import day_of, surely_before
from inclusion_core.checks.examined import Examined
from inclusion_core.fields import Record
from inclusion_core.findings import Finding
from inclusion_core.model.client import Client, SamePersonLink
from inclusion_core.model.education import EducationAttainment
from inclusion_core.model.funding import Contract
from inclusion_core.model.need import Need, Referral
from inclusion_core.model.outcome import Outcome
from inclusion_core.model.participation import Participation
from inclusion_core.model.plan import (
    Goal,
    PlanExtension,
    PlannedAction,
    PlanReview,
    SupportPlan,
)
from inclusion_core.model.service import Service
from inclusion_core.model.staff import StaffTraining
from inclusion_core.model.status import Appeal, Arrival, ProtectionSpell
from inclusion_core.model.target import Target
from inclusion_core.texts import lv

__all__ = ["FUTURE_CHECKS", "HAPPENINGS"]

HAPPENINGS: tuple[tuple[type[Record], tuple[str, ...]], ...] = (
    (Appeal, ("lodged_on", "decided_on")),
    (Arrival, ("arrived_on",)),
    (Client, ("born_on", "died_on")),
    (Contract, ("signed_on",)),
    (EducationAttainment, ("attained_on",)),
    (Goal, ("set_on", "met_on", "dropped_on")),
    (Need, ("found_on", "met_on")),
    (Outcome, ("happened_on", "learned_on")),
    (Participation, ("entered_on", "left_on")),
    (PlanExtension, ("decided_on",)),
    (PlanReview, ("reviewed_on",)),
    (PlannedAction, ("planned_on", "done_on", "dropped_on")),
    (ProtectionSpell, ("decided_on", "notified_on")),
    (Referral, ("referred_on", "taken_up_on")),
    (SamePersonLink, ("linked_on", "undone_on")),
    (Service, ("given_on", "last_day")),
    (StaffTraining, ("completed_on",)),
    (SupportPlan, ("drawn_up_on", "fulfilled_on", "closed_on")),
    (Target, ("agreed_on",)),
)
"""Fields that tell what has happened.

The first and last days of spells, and the day on which a decision becomes final, may be known
ahead.
"""

IN_FUTURE = Fault(
    kind="check.in-the-future",
    says=lv("notikušā diena ir vēlāka par dienu, kurā dati zināmi").en(
        "the day of what has happened lies after the day on which the data are known"
    ),
    remedy=lv("izlabojiet dienu; to, kas tikai paredzēts, vēl neierakstiet").en(
        "correct the day; do not record yet what is only planned"
    ),
)


def _in_the_future(examined: Examined) -> Iterator[Finding]:
    for record_class, fields in HAPPENINGS:
        for record in examined.of(record_class):
            for field in fields:
                if surely_before(examined.known_on, day_of(record, field)):
                    yield IN_FUTURE.at(record, field)


FUTURE_CHECKS: tuple[Check, ...] = (IN_FUTURE.check(_in_the_future),)

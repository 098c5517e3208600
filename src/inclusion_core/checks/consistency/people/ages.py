"""Ages that hardly anybody has, or has for what is recorded."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import stay_of
from inclusion_core.checks.examined import Examined
from inclusion_core.fields import Record
from inclusion_core.findings import Finding, Severity
from inclusion_core.model.client import Client
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.household import Household, HouseholdMembership, HouseholdRole
from inclusion_core.model.labour import LabourSpell, LabourStatus
from inclusion_core.model.participation import Participation
from inclusion_core.periods import completed_years
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, ALWAYS, NEVER, Day, day_span

__all__ = ["AGE_CHECKS", "OLDEST", "YOUNGEST_PARENT", "YOUNGEST_WORKER"]

OLDEST = 110
"""The age in completed years above which an age is looked at again."""
YOUNGEST_PARENT = 12
"""The years by which a parent is at least older than a child."""
YOUNGEST_WORKER = 15
"""The age in completed years from which somebody is employed or unemployed."""

BIRTHDAY = lv("pārbaudiet dzimšanas dienu").en("check the day of birth")

TOO_OLD = Fault(
    kind="check.implausible-age",
    says=lv("iestājoties programmā, klients ir vecāks par 110 gadiem").en(
        "on entering a programme the client is older than 110"
    ),
    remedy=BIRTHDAY,
    severity=Severity.WARNING,
)
TOO_YOUNG_TO_WORK = Fault(
    kind="check.labour-status-under-15",
    says=lv("klients ir nodarbināts vai bezdarbnieks, bet jaunāks par 15 gadiem").en(
        "the client is employed or unemployed, and younger than 15"
    ),
    remedy=lv("pārbaudiet statusu un dzimšanas dienu ierakstā {other}").en(
        "check the status, and the day of birth in {other}"
    ),
    severity=Severity.WARNING,
)
NO_PARENT = Fault(
    kind="check.adults-too-young-for-child",
    says=lv(
        "neviens mājsaimniecības pieaugušais nav vismaz 12 gadus vecāks par bērnu, kas tajā dzīvo"
    ).en("no adult of the household is at least 12 years older than the child who lives in it"),
    remedy=lv("pārbaudiet lomas mājsaimniecībā un dzimšanas dienas; salīdziniet ar {other}").en(
        "check the roles in the household and the days of birth; compare with {other}"
    ),
    severity=Severity.WARNING,
)
ACTIVE = (LabourStatus.EMPLOYED, LabourStatus.UNEMPLOYED)


def _entered_too_old(examined: Examined) -> Iterator[Finding]:
    for client in examined.of(Client):
        entered = examined.naming(Participation, "client_id", client.id)
        if any(_is_too_old(client.born_on, each.entered_on) for each in entered):
            yield TOO_OLD.at(client, "born_on")


def _is_too_old(born_on: Day, on: Day) -> bool:
    """Whether the age is surely above what is plausible."""
    born_by, not_before = day_span(born_on).latest, day_span(on).earliest
    return on is not ABSENT and completed_years(born_by, not_before) > OLDEST


def _too_young_to_work(examined: Examined) -> Iterator[Finding]:
    clients = {each.id: each for each in examined.of(Client)}
    for record, field, client_id, on in _labour_statuses(examined):
        client = clients.get(client_id)
        if client is not None and _is_too_young(client.born_on, on):
            yield TOO_YOUNG_TO_WORK.at(record, field, other=client)


def _labour_statuses(examined: Examined) -> Iterator[tuple[Record, str, str, Day]]:
    """Where somebody is in the labour market: the record, its field, who, and by which day."""
    for spell in examined.of(LabourSpell):
        if spell.status in ACTIVE:
            yield spell, "status", spell.client_id, spell.first_day
    entered = {each.id: each for each in examined.of(Participation)}
    for traits in examined.of(EntryTraits):
        visit = entered.get(traits.participation_id)
        if traits.labour_status in ACTIVE and visit is not None:
            yield traits, "labour_status", visit.client_id, visit.entered_on


def _is_too_young(born_on: Day, on: Day) -> bool:
    """Whether the age on a day is surely below that of those who work."""
    born_from, by = day_span(born_on).earliest, day_span(on).latest
    known = ALWAYS < born_from < NEVER and by < NEVER
    return known and completed_years(born_from, by) < YOUNGEST_WORKER


def _no_parent(examined: Examined) -> Iterator[Finding]:
    """A household of which no adult is known, or whose ages are not, is left alone."""
    clients = {each.id: each for each in examined.of(Client)}
    for household in examined.of(Household):
        members = [
            (each, clients.get(each.client_id))
            for each in examined.records.naming(
                "household_membership", "household_id", household.id
            )
            if isinstance(each, HouseholdMembership)
        ]
        adults = [pair for pair in members if pair[0].role is HouseholdRole.ADULT]
        for member, child in members:
            if member.role is HouseholdRole.CHILD and child is not None:
                with_them = [each for each in adults if _may_meet(member, each[0])]
                if with_them and all(_too_close(adult, child) for _, adult in with_them):
                    yield NO_PARENT.at(member, "role", other=with_them[0][0])


def _may_meet(one: HouseholdMembership, other: HouseholdMembership) -> bool:
    its, others = stay_of(one), stay_of(other)
    return its is not None and others is not None and its.may_meet(others)


def _too_close(adult: Client | None, child: Client) -> bool:
    """Whether an adult is surely not old enough to be a parent of a child."""
    if adult is None:
        return False
    born_from, by = day_span(adult.born_on).earliest, day_span(child.born_on).latest
    known = ALWAYS < born_from < NEVER and by < NEVER
    return known and completed_years(born_from, by) < YOUNGEST_PARENT


AGE_CHECKS: tuple[Check, ...] = (
    TOO_OLD.check(_entered_too_old),
    TOO_YOUNG_TO_WORK.check(_too_young_to_work),
    NO_PARENT.check(_no_parent),
)

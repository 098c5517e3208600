"""Metrics about the records of the model: every subject, grouping and measure at least once."""

from __future__ import annotations

from datetime import date

from inclusion_core.expr import Condition, all_of, completed_years, subject
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY, STATUS_DAY, report_days
from inclusion_core.facts.rows import (
    ArrivalRow,
    ClientRow,
    HouseholdRow,
    ParticipationRow,
    PersonRow,
)
from inclusion_core.metrics.metric import Axis, Grain, Measure, Membership, Metric
from inclusion_core.model.household import HouseholdRole
from inclusion_core.model.status import ArrivalManner, ProtectionKind
from inclusion_core.periods import Period
from inclusion_core.sources import Source
from inclusion_core.texts import lv

DAYS = report_days(Period(date(2018, 6, 1), date(2018, 11, 30)), date(2018, 12, 1))

SUBJECTS = (
    *("provider", "client", "same_person_link", "programme", "participation"),
    *("arrival", "protection_spell", "household", "household_membership"),
)
"""The record types that the metrics look at."""

person = subject(PersonRow)
household = subject(HouseholdRow)
client = subject(ClientRow)
participation = subject(ParticipationRow)


def active(each: ParticipationRow) -> Condition:
    """Whether a participation has a day in the period."""
    return (each.entered_on <= PERIOD_LAST_DAY) & (each.left_on >= PERIOD_FIRST_DAY)


def came_in_period(each: ArrivalRow) -> Condition:
    """Whether it was in the period."""
    return each.arrived_on.is_between(PERIOD_FIRST_DAY, PERIOD_LAST_DAY)


arrivals = person.clients.each(lambda each: each.arrivals).where(came_in_period)
participations = person.clients.each(lambda each: each.participations).where(active)
SAYS = lv("Skaits").en("Number")


def metric(key: str, subject_of: type, universe: Condition, **fields: object) -> Metric:
    """A metric; what is not said is the simplest."""
    given = {
        "says": SAYS,
        "grain": Grain.PROGRAMME,
        "membership": Membership.ACTIVE,
        "source": Source("none"),
        **fields,
    }
    return Metric(id=f"lab.{key}", subject=subject_of, universe=universe, **given)  # type: ignore[arg-type]  # the fields are given by name


COUNTRY = Axis(id="country", says=SAYS, code=arrivals.only(lambda each: each.country))

METRICS = (
    metric("persons", PersonRow, all_of()),
    metric("active", PersonRow, participations.exist()),
    metric(
        "children",
        PersonRow,
        participations.exist(),
        where=participations.where(
            lambda each: completed_years(each.client.born_on, each.entered_on) < 18
        ).exist(),
        part_of="lab.active",
    ),
    metric("arrived", PersonRow, arrivals.exist(), by=COUNTRY),
    metric(
        "countries",
        PersonRow,
        arrivals.exist(),
        where=~arrivals.where(lambda each: each.manner.is_in(ArrivalManner.RELOCATION)).exist(),
        by=COUNTRY,
        measure=Measure.DIFFERENT_CODES,
    ),
    metric(
        "gender",
        ClientRow,
        client.died_on > STATUS_DAY,
        by=Axis(id="gender", says=SAYS, code=client.gender),
    ),
    metric(
        "status",
        ClientRow,
        client.protection_spells.exist(),
        where=client.protection_spells.on(STATUS_DAY)
        .where(lambda each: ~each.kind.is_in(ProtectionKind.REJECTED))
        .exist(),
        by=Axis(
            id="kind",
            says=SAYS,
            code=client.protection_spells.latest_code(
                lambda each: each.kind, by=lambda each: each.decided_on
            ),
        ),
    ),
    metric(
        "families",
        HouseholdRow,
        household.memberships.on(PERIOD_LAST_DAY).count() >= 2,
        where=household.memberships.where(lambda m: m.role.is_in(HouseholdRole.CHILD)).exist(),
    ),
    metric(
        "left",
        ParticipationRow,
        participation.programme.declared_as.is_in("sif.mentoring"),
        where=participation.left_on <= PERIOD_LAST_DAY,
        by=Axis(id="reason", says=SAYS, code=participation.leaving_reason),
        membership=Membership.LEFT,
        grain=Grain.EVENT,
        adds_up=True,
    ),
)

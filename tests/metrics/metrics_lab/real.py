"""Metrics about the records of the model: every subject, grouping and measure at least once."""

from __future__ import annotations

from datetime import date

from inclusion_core.expr import Condition, all_of, completed_years, days_after, subject
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY, STATUS_DAY, report_days
from inclusion_core.facts.rows import (
    ArrivalRow,
    ClientRow,
    HouseholdRow,
    ParticipationRow,
    PersonRow,
)
from inclusion_core.metrics.durations.time_to import Exit, TimeTo
from inclusion_core.metrics.metric import Axis, Grain, Measure, Membership, Metric
from inclusion_core.model.household import HouseholdRole
from inclusion_core.model.outcome import OutcomeKind
from inclusion_core.model.participation import LeavingReason
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


AGE = completed_years(participation.client.born_on, participation.entered_on)
REASON = Axis(id="reason", says=SAYS, code=participation.leaving_reason)
YEARS = lv("gadi").en("years")
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
        by=REASON,
        membership=Membership.LEFT,
        grain=Grain.EVENT,
        adds_up=True,
    ),
    metric(
        "years",
        ParticipationRow,
        participation.entered_on <= PERIOD_LAST_DAY,
        where=participation.left_on <= PERIOD_LAST_DAY,
        measure=Measure.TOTAL,
        amount=AGE,
        unit=YEARS,
        by=REASON,
    ),
    metric(
        "age",
        ParticipationRow,
        participation.entered_on <= PERIOD_LAST_DAY,
        measure=Measure.MEDIAN,
        amount=AGE,
        unit=YEARS,
    ),
    metric(
        "settled",
        ParticipationRow,
        participation.left_on <= PERIOD_LAST_DAY,
        where=participation.leaving_reason.is_in(LeavingReason.COMPLETED),
        settled_on=days_after(participation.left_on, 28),
        by=REASON,
    ),
    metric(
        "settled-years",
        ParticipationRow,
        participation.entered_on <= PERIOD_LAST_DAY,
        measure=Measure.MEDIAN,
        amount=AGE,
        unit=YEARS,
        settled_on=days_after(participation.left_on, 28),
    ),
)

LEFT = metric("whole", ParticipationRow, participation.left_on <= PERIOD_LAST_DAY)
COMPLETED = metric(
    "part",
    ParticipationRow,
    participation.left_on <= PERIOD_LAST_DAY,
    where=participation.leaving_reason.is_in(LeavingReason.COMPLETED) & (AGE >= 18),
)
PARTS = (COMPLETED, LEFT)
"""A part and its whole."""

AXES = (
    REASON,
    Axis(id="gender", says=SAYS, code=participation.client.gender),
)
"""Codes by which participations are told apart."""

WORK = TimeTo(
    id="lab.work",
    says=SAYS,
    subject=ParticipationRow,
    universe=participation.programme.declared_as.is_in("sif.mentoring"),
    since=participation.entered_on,
    event=participation.outcomes.where(
        lambda each: each.kind.is_in(OutcomeKind.EMPLOYMENT, OutcomeKind.SELF_EMPLOYMENT)
    ).earliest(lambda each: each.happened_on),
    otherwise=(
        Exit(id="died", says=SAYS, day=participation.client.died_on),
        Exit(id="left", says=SAYS, day=participation.left_on),
    ),
    source=Source("none"),
)
"""The days from entry to work."""

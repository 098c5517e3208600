"""The terms in which the reports of the service speak, each said once.

*Served* in a period: in the programme on at least one of its days. A *child* has not completed 18
years. A *family* is a household of two or more; what it is like is looked at on its last active
day: the last day of the period, or the day on which the last of its members left the programme or
the household.
"""

from __future__ import annotations

from inclusion_core.expr import (
    Condition,
    DayExpression,
    Many,
    completed_years,
    earliest_of,
    latest_of,
    subject,
)
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY, STATUS_DAY
from inclusion_core.facts.rows import (
    ArrivalRow,
    HouseholdMembershipRow,
    HouseholdRow,
    ParticipationRow,
    PersonRow,
    StaffMemberRow,
)
from inclusion_core.model.education import EducationKind
from inclusion_core.model.staff import StaffRole
from inclusion_core.model.status import ArrivalManner, ProtectionKind
from inclusion_sif.mentoring.programme import MENTORING

ADULT_AT = 18
"""Completed years; Protection of the Rights of the Child Law, article 3."""

person: PersonRow = subject(PersonRow)
household: HouseholdRow = subject(HouseholdRow)
staff_member: StaffMemberRow = subject(StaffMemberRow)


def in_service(participation: ParticipationRow) -> Condition:
    """Whether it is a participation in this service."""
    return participation.programme.declared_as.is_in(MENTORING.id)


def active_in_period(participation: ParticipationRow) -> Condition:
    """Whether it has a day in the period."""
    return (participation.entered_on <= PERIOD_LAST_DAY) & (
        participation.left_on >= PERIOD_FIRST_DAY
    )


def serves_in_period(participation: ParticipationRow) -> Condition:
    """Whether by it somebody is served in the period."""
    return in_service(participation) & active_in_period(participation)


def serves_on_status_day(participation: ParticipationRow) -> Condition:
    """Whether by it somebody is served on the status day."""
    return (
        in_service(participation)
        & (participation.entered_on <= STATUS_DAY)
        & (participation.left_on >= STATUS_DAY)
    )


# Persons.

participations: Many[ParticipationRow] = person.clients.each(lambda client: client.participations)
arrivals: Many[ArrivalRow] = person.clients.each(lambda client: client.arrivals)

served: Condition = participations.where(serves_in_period).exist()

last_active_day: DayExpression = earliest_of(
    PERIOD_LAST_DAY, participations.where(serves_in_period).latest(lambda each: each.left_on)
)


def is_child(participation: ParticipationRow, on: DayExpression) -> Condition:
    """Whether the participant is a child on a day."""
    return completed_years(participation.client.born_on, on) < ADULT_AT


served_as_child: Condition = participations.where(
    lambda each: (
        serves_in_period(each) & is_child(each, latest_of(each.entered_on, PERIOD_FIRST_DAY))
    )
).exist()

child_on_status_day: Condition = participations.where(
    lambda each: serves_on_status_day(each) & is_child(each, STATUS_DAY)
).exist()

at_school_on_status_day: Condition = (
    person.clients.each(lambda client: client.education_spells)
    .on(STATUS_DAY)
    .where(lambda each: each.kind.is_in(EducationKind.GENERAL_EDUCATION))
    .exist()
)

lives_in_family: Condition = (
    person.clients.each(lambda client: client.household_memberships)
    .on(last_active_day)
    .where(lambda each: each.household.memberships.on(last_active_day).count() >= 2)
    .exist()
)

# Households.


def member_is_served(member: HouseholdMembershipRow) -> Condition:
    """Whether a member of a household is served in the period."""
    return member.client.participations.where(serves_in_period).exist()


def served_while_member(member: HouseholdMembershipRow) -> Condition:
    """Whether a member is served in the period, and lives in the household in it."""
    return (
        member_is_served(member)
        & (member.first_day <= PERIOD_LAST_DAY)
        & (member.last_day >= PERIOD_FIRST_DAY)
    )


def last_day_served(member: HouseholdMembershipRow) -> DayExpression:
    """The last day on which somebody is served as a member of the household."""
    left = member.client.participations.where(serves_in_period).latest(lambda each: each.left_on)
    return earliest_of(member.last_day, left)


last_active_day_of_household: DayExpression = earliest_of(
    PERIOD_LAST_DAY, household.memberships.where(served_while_member).latest(last_day_served)
)

members: Many[HouseholdMembershipRow] = household.memberships.on(last_active_day_of_household)
served_family: Condition = members.where(member_is_served).exist() & (members.count() >= 2)
has_children: Condition = members.where(
    lambda member: completed_years(member.client.born_on, last_active_day_of_household) < ADULT_AT
).exist()

# Arrivals.

arrivals_in_period: Many[ArrivalRow] = arrivals.where(
    lambda each: each.arrived_on.is_between(PERIOD_FIRST_DAY, PERIOD_LAST_DAY)
)

asylum_seeker_in_period: Condition = (
    person.clients.each(lambda client: client.protection_spells)
    .where(
        lambda each: (
            each.kind.is_in(ProtectionKind.ASYLUM_SEEKER)
            & (each.first_day <= PERIOD_LAST_DAY)
            & (each.last_day >= PERIOD_FIRST_DAY)
        )
    )
    .exist()
)

relocated: Condition = arrivals.where(
    lambda each: each.manner.is_in(ArrivalManner.RELOCATION) & (each.arrived_on <= STATUS_DAY)
).exist()

living_here_on_status_day: Condition = (
    person.clients.each(lambda client: client.residence_spells).on(STATUS_DAY).exist()
)

# Staff.


def engaged_as(role: StaffRole) -> Condition:
    """Whether a member of staff works for the service in a role on a day of the period."""
    return staff_member.assignments.where(
        lambda each: (
            each.role.is_in(role)
            & each.contract.programme.declared_as.is_in(MENTORING.id)
            & (each.first_day <= PERIOD_LAST_DAY)
            & (each.last_day >= PERIOD_FIRST_DAY)
        )
    ).exist()

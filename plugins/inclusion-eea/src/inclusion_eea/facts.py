"""The terms in which the rules and figures of the project speak, each said once.

A family is a household. It is *supported* from the first day on which one of its members, while
living in it, was given a service of the project: that is the day on which the family and its
children are looked at.
"""

from __future__ import annotations

from collections.abc import Callable

from inclusion_core.expr import (
    CodeExpression,
    Condition,
    DayExpression,
    Many,
    completed_years,
    subject,
    term_from,
)
from inclusion_core.facts.moments import PERIOD_LAST_DAY
from inclusion_core.facts.rows import (
    CaseAssignmentRow,
    ClientRow,
    HouseholdMembershipRow,
    HouseholdRow,
    ParticipationRow,
    PersonRow,
    ServiceAttendanceRow,
    ServiceRow,
    StaffAssignmentRow,
    StaffMemberRow,
)
from inclusion_core.model.service import ServiceKind
from inclusion_core.model.staff import StaffRole
from inclusion_eea.programme import FAMILIES

ADULT_AT = 18
"""Completed years; Protection of the Rights of the Child Law, article 3."""

MENTORED_MONTHS = 6

person: PersonRow = subject(PersonRow)
household: HouseholdRow = subject(HouseholdRow)
service: ServiceRow = subject(ServiceRow)
staff_member: StaffMemberRow = subject(StaffMemberRow)


def in_project(participation: ParticipationRow) -> Condition:
    """Whether it is a participation in the project."""
    return participation.programme.declared_as.is_in(FAMILIES.id)


def is_child(member: HouseholdMembershipRow, on: DayExpression) -> Condition:
    """Whether a member of a household is a child on a day."""
    return completed_years(member.client.born_on, on) < ADULT_AT


# Families and their children.


Given = Callable[[ServiceAttendanceRow], Condition]
"""Which services somebody is given."""


def every_service(attendance: ServiceAttendanceRow) -> Condition:
    """All services of the project."""
    return in_project(attendance.participation)


def attended(member: HouseholdMembershipRow, given: Given) -> Many[ServiceAttendanceRow]:
    """What a member of a household was given of the project while living there."""
    return member.client.participations.each(lambda each: each.attendances).where(
        lambda each: (
            every_service(each)
            & given(each)
            & each.service.given_on.is_between(member.first_day, member.last_day)
        )
    )


def first_given(of: HouseholdRow, given: Given = every_service) -> DayExpression:
    """The first day on which a member of a household was given a service; never for none."""
    return of.memberships.earliest(
        lambda member: attended(member, given).earliest(lambda each: each.service.given_on)
    )


def was_given(of: HouseholdRow, given: Given = every_service) -> Condition:
    """Whether a member of a household was given a service."""
    return of.memberships.where(lambda member: attended(member, given).exist()).exist()


def lives_there(member: HouseholdMembershipRow, on: DayExpression) -> Condition:
    """Whether a member lives in the household on a day."""
    return (member.first_day <= on) & (member.last_day >= on)


supported_since: DayExpression = first_given(household)

with_child: Condition = household.memberships.where(
    lambda member: lives_there(member, supported_since) & is_child(member, supported_since)
).exist()

_homes: Many[HouseholdMembershipRow] = person.clients.each(
    lambda client: client.household_memberships
)
_supported_homes: Many[HouseholdMembershipRow] = _homes.where(
    lambda member: lives_there(member, first_given(member.household))
)

lives_in_supported: Condition = _supported_homes.exist()
in_supported_since: DayExpression = _supported_homes.earliest(
    lambda member: first_given(member.household)
)
as_child: Condition = _supported_homes.where(
    lambda member: is_child(member, first_given(member.household))
).exist()


# Places.


def place_of_home(of: HouseholdRow) -> CodeExpression[str]:
    """The one place in which its members entered; not known where there are two."""
    return of.memberships.where(
        lambda member: member.client.participations.where(in_project).exist()
    ).only(lambda member: place_of(member.client))


def place_of(client: ClientRow) -> CodeExpression[str]:
    """The one place in which a client entered."""
    return client.participations.where(in_project).only(lambda each: each.traits.region)


def _has_entered(member: HouseholdMembershipRow) -> Condition:
    """Whether anybody of the household has entered the project."""
    return member.household.memberships.where(
        lambda other: other.client.participations.where(in_project).exist()
    ).exist()


place_of_family: CodeExpression[str] = place_of_home(household)
place_of_person: CodeExpression[str] = _homes.where(_has_entered).only(
    lambda member: place_of_home(member.household)
)


# Staff and volunteers.


def works_as(assignment: StaffAssignmentRow, role: StaffRole) -> Condition:
    """Whether it is an assignment to the project in a role that began by the end of the period."""
    return (
        assignment.role.is_in(role)
        & assignment.contract.programme.declared_as.is_in(FAMILIES.id)
        & (assignment.first_day <= PERIOD_LAST_DAY)
    )


def prepared_as(role: StaffRole) -> Condition:
    """Whether a member of staff has the role in the project and has completed a training."""
    return (
        staff_member.assignments.where(lambda each: works_as(each, role)).exist()
        & staff_member.trainings.where(lambda each: each.completed_on <= PERIOD_LAST_DAY).exist()
    )


def has_begun(case: CaseAssignmentRow) -> Condition:
    """Whether it is a case of the project that began by the end of the period."""
    return (case.first_day <= PERIOD_LAST_DAY) & in_project(case.participation)


has_cases: Condition = staff_member.assignments.where(
    lambda each: works_as(each, StaffRole.SOCIAL_WORKER) & each.cases.where(has_begun).exist()
).exist()

place_of_worker: CodeExpression[str] = (
    staff_member.assignments.each(lambda each: each.cases)
    .where(has_begun)
    .only(lambda case: case.participation.traits.region)
)


def mentored_long_enough(case: CaseAssignmentRow) -> Condition:
    """Whether a volunteer has mentored somebody for six months by the last day of the period."""
    six_months_on = term_from(case.first_day, MENTORED_MONTHS)
    return (
        works_as(case.staff_assignment, StaffRole.VOLUNTEER_MENTOR)
        & in_project(case.participation)
        & (six_months_on <= case.last_day)
        & (six_months_on <= PERIOD_LAST_DAY)
    )


mentored: Condition = (
    person.clients.each(lambda client: client.participations)
    .each(lambda each: each.case_assignments)
    .where(mentored_long_enough)
    .exist()
)

# Services.

given: Condition = service.contract.programme.declared_as.is_in(FAMILIES.id) & (
    service.given_on <= PERIOD_LAST_DAY
)
is_camp: Condition = service.kind.is_in(ServiceKind.CAMP)

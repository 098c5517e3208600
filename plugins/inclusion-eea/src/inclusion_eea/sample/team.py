"""Who works for the project, for pay or as a volunteer, and what they have learned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import attrs

from inclusion_core.dice import Days, Dice
from inclusion_core.model.funding import Contract
from inclusion_core.model.staff import (
    Engagement,
    StaffAssignment,
    StaffMember,
    StaffRole,
    StaffTraining,
)
from inclusion_eea.sample.funding import (
    BEGIN,
    PARTNER_CONTRACT,
    PROMOTER_CONTRACT,
)
from inclusion_eea.sample.notebook import Notebook

__all__ = ["Team", "write_team"]

TRAINED = Days(date(2014, 1, 13), date(2015, 3, 31))


class _Job(NamedTuple):
    role: StaffRole
    contract: Contract
    engagement: Engagement
    people: int
    training: str


_JOBS = (
    _Job(
        StaffRole.SOCIAL_WORKER,
        PARTNER_CONTRACT,
        Engagement.EMPLOYEE,
        10,
        "Ģimeņu grupu konferences metode",
    ),
    _Job(
        StaffRole.SOCIAL_WORKER,
        PROMOTER_CONTRACT,
        Engagement.EMPLOYEE,
        10,
        "Ģimeņu grupu konferences metode",
    ),
    _Job(
        StaffRole.FAMILY_ASSISTANT,
        PROMOTER_CONTRACT,
        Engagement.EMPLOYEE,
        4,
        "Ģimenes asistenta darbs",
    ),
    _Job(
        StaffRole.VOLUNTEER_MENTOR,
        PROMOTER_CONTRACT,
        Engagement.VOLUNTEER,
        5,
        "Brīvprātīgā mentora darbs",
    ),
    _Job(StaffRole.PSYCHOLOGIST, PROMOTER_CONTRACT, Engagement.CONTRACTOR, 1, ""),
    _Job(StaffRole.LAWYER, PROMOTER_CONTRACT, Engagement.CONTRACTOR, 1, ""),
)


@attrs.frozen
class Team:
    """The assignments of all of them, in the order of the jobs."""

    assignments: tuple[StaffAssignment, ...]

    def of(self, role: StaffRole) -> Sequence[StaffAssignment]:
        """Those in one role."""
        return [each for each in self.assignments if each.role is role]

    def worker_in(self, place: str) -> StaffAssignment:
        """The social worker who works with the families of a place."""
        contract = PARTNER_CONTRACT if place == "BAUSKA" else PROMOTER_CONTRACT
        of_place = (
            each for each in self.of(StaffRole.SOCIAL_WORKER) if each.contract_id == contract.id
        )
        return next(of_place)


def write_team(dice: Dice, notebook: Notebook) -> Team:
    """Writes everybody on the first day, and their training on the day it is completed."""
    assignments: list[StaffAssignment] = []
    for job in _JOBS:
        for _ in range(job.people):
            member = StaffMember(
                id=notebook.key("st"),
                provider_id=job.contract.provider_id,
                engagement=job.engagement,
            )
            assignment = StaffAssignment(
                id=notebook.key("sa"),
                staff_member_id=member.id,
                contract_id=job.contract.id,
                role=job.role,
                first_day=BEGIN,
            )
            notebook.write(BEGIN, member, assignment)
            assignments.append(assignment)
            if job.training:
                _write_training(dice, notebook, member, job.training)
    return Team(tuple(assignments))


def _write_training(dice: Dice, notebook: Notebook, member: StaffMember, topic: str) -> None:
    completed_on = dice.day(TRAINED)
    training = StaffTraining(
        id=notebook.key("tr"),
        staff_member_id=member.id,
        topic=topic,
        completed_on=completed_on,
        minutes=960,
    )
    notebook.write(completed_on, training)

"""The people who deliver a programme; their ids are opaque."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.fields import Bounds, Reference
from inclusion_core.model.personal import PersonalRecord
from inclusion_core.values import ABSENT, NOT_ASKED, Day, Unknown

__all__ = [
    "CaseAssignment",
    "Engagement",
    "StaffAssignment",
    "StaffMember",
    "StaffRole",
    "StaffTraining",
    "Supervision",
]


class StaffRole(Enum):
    """What a member of staff does for clients."""

    SOCIAL_WORKER = "social_worker"
    SOCIAL_MENTOR = "social_mentor"
    PSYCHOLOGIST = "psychologist"
    LAWYER = "lawyer"
    CAREER_COUNSELLOR = "career_counsellor"
    FAMILY_ASSISTANT = "family_assistant"
    VOLUNTEER_MENTOR = "volunteer_mentor"


class Engagement(Enum):
    """How somebody works for a provider."""

    EMPLOYEE = "employee"
    CONTRACTOR = "contractor"
    VOLUNTEER = "volunteer"


@attrs.frozen(kw_only=True, repr=False)
class StaffMember(PersonalRecord):
    """Someone who works for a provider, paid or as a volunteer.

    Attributes:
        provider_id: For whom.
        engagement: How: employed, under a contract of their own, or as a volunteer.
    """

    id: str
    provider_id: Annotated[str, Reference("provider", inverse="staff_members")]
    engagement: Engagement | Unknown = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class StaffAssignment(PersonalRecord):
    """One unbroken time of a member of staff in one role under one contract.

    Attributes:
        staff_member_id: Who.
        contract_id: Under which contract.
        role: As what.
        first_day: First day in the role.
        last_day: Last day in the role; absent while it lasts.
    """

    id: str
    staff_member_id: Annotated[str, Reference("staff_member", inverse="assignments")]
    contract_id: Annotated[str, Reference("contract", inverse="staff_assignments")]
    role: StaffRole
    first_day: Day = NOT_ASKED
    last_day: Day = ABSENT


@attrs.frozen(kw_only=True, repr=False)
class StaffTraining(PersonalRecord):
    """A training that a member of staff, or a volunteer, has completed.

    Attributes:
        staff_member_id: Who.
        topic: What it was about, as the programme names trainings.
        completed_on: Day on which it was completed.
        minutes: How long it took altogether.
    """

    id: str
    staff_member_id: Annotated[str, Reference("staff_member", inverse="trainings")]
    topic: str | Unknown = NOT_ASKED
    completed_on: Day = NOT_ASKED
    minutes: Annotated[int | Unknown, Bounds(0, 1_000_000, "minutes")] = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class CaseAssignment(PersonalRecord):
    """One unbroken time in which a member of staff is responsible for a participation.

    Attributes:
        participation_id: Whose case.
        staff_assignment_id: Who, in which role.
        first_day: First day.
        last_day: Last day; absent while it lasts.
    """

    id: str
    participation_id: Annotated[str, Reference("participation", inverse="case_assignments")]
    staff_assignment_id: Annotated[str, Reference("staff_assignment", inverse="cases")]
    first_day: Day = NOT_ASKED
    last_day: Day = ABSENT


@attrs.frozen(kw_only=True, repr=False)
class Supervision(PersonalRecord):
    """One unbroken time in which one member of staff oversees another.

    Attributes:
        supervisor_id: The assignment of who oversees.
        supervised_id: The assignment of who is overseen.
        first_day: First day.
        last_day: Last day; absent while it lasts.
    """

    id: str
    supervisor_id: Annotated[str, Reference("staff_assignment", inverse="supervises")]
    supervised_id: Annotated[str, Reference("staff_assignment", inverse="supervised_by")]
    first_day: Day = NOT_ASKED
    last_day: Day = ABSENT

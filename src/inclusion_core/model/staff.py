"""The people who deliver a programme; their ids are opaque."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.fields import Record, Reference
from inclusion_core.values import ABSENT, NOT_ASKED, Day

__all__ = ["StaffAssignment", "StaffMember", "StaffRole"]


class StaffRole(Enum):
    """What a member of staff does for clients."""

    SOCIAL_WORKER = "social_worker"
    SOCIAL_MENTOR = "social_mentor"
    PSYCHOLOGIST = "psychologist"
    LAWYER = "lawyer"
    CAREER_COUNSELLOR = "career_counsellor"
    FAMILY_ASSISTANT = "family_assistant"
    VOLUNTEER_MENTOR = "volunteer_mentor"


@attrs.frozen(kw_only=True, repr=False)
class StaffMember(Record):
    """Someone who works for a provider, paid or as a volunteer.

    Attributes:
        provider_id: For whom.
    """

    id: str
    provider_id: Annotated[str, Reference("provider", inverse="staff_members")]


@attrs.frozen(kw_only=True, repr=False)
class StaffAssignment(Record):
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

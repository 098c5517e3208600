"""Households: who lived with whom, from when to when."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.fields import Record, Reference
from inclusion_core.model.personal import PersonalRecord
from inclusion_core.values import ABSENT, NOT_ASKED, Day, Unknown

__all__ = ["Household", "HouseholdMembership", "HouseholdRole"]


class HouseholdRole(Enum):
    """What a member is in the household."""

    ADULT = "adult"
    CHILD = "child"
    OTHER = "other"


@attrs.frozen(kw_only=True, repr=False)
class Household(Record):
    """People who live together; who they are is in the memberships.

    Whether it is a family with children is worked out for a day, never recorded.
    """

    id: str


@attrs.frozen(kw_only=True, repr=False)
class HouseholdMembership(PersonalRecord):
    """One unbroken stay of a client in a household.

    Attributes:
        household_id: The household.
        client_id: The member.
        role: What the member is in it.
        first_day: First day of the stay.
        last_day: Last day of the stay; absent while it lasts.
    """

    id: str
    household_id: Annotated[str, Reference("household", inverse="memberships")]
    client_id: Annotated[str, Reference("client", inverse="household_memberships")]
    role: HouseholdRole | Unknown = NOT_ASKED
    first_day: Day = NOT_ASKED
    last_day: Day = ABSENT

"""Services: what was delivered, by whom, and who was there."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.fields import Bounds, Record, Reference
from inclusion_core.model.personal import PersonalRecord
from inclusion_core.values import ABSENT, NOT_ASKED, Day, Unknown

__all__ = ["Headcount", "Service", "ServiceAttendance", "ServiceKind", "ServiceStaff"]

MINUTES = Bounds(0, 100_000, "minutes")
PEOPLE = Bounds(0, 100_000, "people")


class ServiceKind(Enum):
    """What a service is."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    EVENT = "event"
    CAMP = "camp"
    FAMILY_GROUP_CONFERENCE = "family_group_conference"
    TRAINING = "training"


@attrs.frozen(kw_only=True, repr=False)
class Service(Record):
    """One delivery of one service, to one client or to several.

    Attributes:
        contract_id: The contract under which it was delivered.
        kind: What it is.
        given_on: Day on which it was given; the first of several.
        last_day: Last day of one that takes several, such as a camp; absent for one of a day.
        minutes: How long it took altogether.
        place: Where, as the programme names places.
    """

    id: str
    contract_id: Annotated[str, Reference("contract", inverse="services")]
    kind: ServiceKind | Unknown = NOT_ASKED
    given_on: Day = NOT_ASKED
    last_day: Day = ABSENT
    minutes: Annotated[int | Unknown, MINUTES] = NOT_ASKED
    place: str | Unknown = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class ServiceAttendance(PersonalRecord):
    """A client was there when a service was given.

    Attributes:
        service_id: The service.
        participation_id: Who, in which programme.
        minutes: How long they were there; not asked where nobody took it down.
    """

    id: str
    service_id: Annotated[str, Reference("service", inverse="attendances")]
    participation_id: Annotated[str, Reference("participation", inverse="attendances")]
    minutes: Annotated[int | Unknown, MINUTES] = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class ServiceStaff(Record):
    """A member of staff gave a service, in the role of their assignment.

    Attributes:
        service_id: The service.
        staff_assignment_id: Who, in which role.
        minutes: How long they worked on it.
    """

    id: str
    service_id: Annotated[str, Reference("service", inverse="staff")]
    staff_assignment_id: Annotated[str, Reference("staff_assignment", inverse="services_given")]
    minutes: Annotated[int | Unknown, MINUTES] = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class Headcount(Record):
    """How many people were at a service of whom there is no list.

    It says nothing about persons and never enters a count of unique ones.

    Attributes:
        service_id: The service.
        people: How many, besides the clients whose attendance is recorded.
    """

    id: str
    service_id: Annotated[str, Reference("service", inverse="headcounts")]
    people: Annotated[int | Unknown, PEOPLE] = NOT_ASKED

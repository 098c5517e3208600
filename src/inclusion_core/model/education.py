"""School attendance."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.fields import Record, Reference
from inclusion_core.values import ABSENT, NOT_ASKED, Day, Unknown

__all__ = ["SchoolAttendance", "SchoolKind"]


class SchoolKind(Enum):
    """What kind of school it is."""

    PRESCHOOL = "preschool"
    GENERAL_EDUCATION = "general_education"
    VOCATIONAL = "vocational"
    HIGHER = "higher"


@attrs.frozen(kw_only=True, repr=False)
class SchoolAttendance(Record):
    """One unbroken time of a client at one kind of school.

    Attributes:
        client_id: Who.
        kind: What kind of school.
        first_day: First day at it.
        last_day: Last day at it; absent while it lasts.
    """

    id: str
    client_id: Annotated[str, Reference("client", inverse="school_attendances")]
    kind: SchoolKind | Unknown = NOT_ASKED
    first_day: Day = NOT_ASKED
    last_day: Day = ABSENT

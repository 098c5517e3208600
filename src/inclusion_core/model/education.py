"""Education: what a client attends, and what they have attained."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.fields import Reference
from inclusion_core.model.personal import PersonalRecord
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, NOT_ASKED, Day, Unknown

__all__ = ["EducationAttainment", "EducationKind", "EducationLevel", "EducationSpell"]


class EducationKind(Enum):
    """What kind of school or course it is."""

    PRESCHOOL = "preschool"
    GENERAL_EDUCATION = "general_education"
    VOCATIONAL = "vocational"
    HIGHER = "higher"
    LANGUAGE_COURSE = "language_course"
    TRAINING = "training"


class EducationLevel(Enum):
    """A level of education by ISCED 2011."""

    ISCED_0 = "isced_0"
    ISCED_1 = "isced_1"
    ISCED_2 = "isced_2"
    ISCED_3 = "isced_3"
    ISCED_4 = "isced_4"
    ISCED_5 = "isced_5"
    ISCED_6 = "isced_6"
    ISCED_7 = "isced_7"
    ISCED_8 = "isced_8"


@attrs.frozen(kw_only=True, repr=False)
class EducationSpell(PersonalRecord):
    """One unbroken time of a client at one kind of school or course.

    Attributes:
        client_id: Who.
        kind: What kind of school or course.
        full_time: Whether it takes up all the time of a student.
        first_day: First day at it.
        last_day: Last day at it; absent while it lasts.
    """

    id: str
    client_id: Annotated[str, Reference("client", inverse="education_spells")]
    kind: EducationKind | Unknown = NOT_ASKED
    full_time: YesNo | Unknown = NOT_ASKED
    first_day: Day = NOT_ASKED
    last_day: Day = ABSENT


@attrs.frozen(kw_only=True, repr=False)
class EducationAttainment(PersonalRecord):
    """A level of education that a client has completed.

    Attributes:
        client_id: Who.
        level: Which level.
        attained_on: Day on which it was completed.
        recognised: Whether the authorities of the country recognise it.
    """

    id: str
    client_id: Annotated[str, Reference("client", inverse="education_attainments")]
    level: EducationLevel | Unknown = NOT_ASKED
    attained_on: Day = NOT_ASKED
    recognised: YesNo | Unknown = NOT_ASKED

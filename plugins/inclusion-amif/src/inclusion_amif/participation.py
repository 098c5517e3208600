"""The participation record of the fund: what its indicators want to know of each participant.

One record for each person in one project, however often they came and in how many activities. The
day of each activity or result is the first of several, so that it counts once.
"""

from __future__ import annotations

from typing import Annotated

import attrs

from inclusion_amif.records import AmifObjective
from inclusion_core.expr import CodeAttribute, DayAttribute, Row
from inclusion_core.fields import CodeList
from inclusion_core.model.client import Gender
from inclusion_core.model.personal import SpecialRecord
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown

__all__ = ["AmifParticipation", "AmifParticipationRow"]

IDS = CodeList("ids of this data set", r"\S+")


@attrs.frozen(kw_only=True, repr=False)
class AmifParticipation(SpecialRecord):
    """One person in one project, as the indicators of the fund see them.

    Attributes:
        operation: Id of the operation.
        objective: The specific objective of the project; absent where the fund does not pay.
        gender: As the person states it.
        born_on: Day of birth.
        entered_on: First day in the project.
        left_on: Last day in the project; absent while the person is in it.
        third_country_national: No citizen of the Union on the day of entry; stateless persons and
            persons of undetermined nationality are such.
        in_asylum_phase: On the day of entry an asylum seeker, or under international or temporary
            protection.
        vulnerable_on: Day on which they were found to be vulnerable; absent for who was found not
            to be.
        asylum_support_on: First day of legal assistance or other support in the asylum procedure.
        legal_assistance_on: First day of legal assistance.
        pre_departure_on: First day of a measure before departure.
        integration_support_on: First day of an integration activity of any kind.
        language_course_on: First day of a language course.
        civic_orientation_on: First day of a civic orientation course.
        guidance_on: First day of personalised professional guidance.
        family_reunification_on: First day of information or help with family reunification.
        mobility_on: First day in a mobility scheme.
        left_course_on: First day on which they left a language course.
        level_up_on: Last day of the first course upon leaving which they were a level up; absent
            for who was not; not known where a course that was left lacks a test.
        found_helpful_on: First day on which they said that the activity was helpful; not known of
            whom nobody asked.
        recognition_on: Day on which they applied for recognition of qualifications or skills.
        long_term_residence_on: Day on which they applied for the status of a long-term resident.
        below_18: Younger than 18, on the day on which the age is looked at.
        above_60: 61 or older on that day; who is 60 is not.
    """

    id: str
    operation: Annotated[str, IDS]
    objective: AmifObjective | Absent | Unknown = NOT_ASKED
    gender: Gender | Unknown = NOT_ASKED
    born_on: Day = NOT_ASKED
    entered_on: Day = NOT_ASKED
    left_on: Day = ABSENT
    third_country_national: YesNo | Unknown = NOT_ASKED
    in_asylum_phase: YesNo | Unknown = NOT_ASKED
    vulnerable_on: Day = NOT_ASKED
    asylum_support_on: Day = NOT_ASKED
    legal_assistance_on: Day = NOT_ASKED
    pre_departure_on: Day = NOT_ASKED
    integration_support_on: Day = NOT_ASKED
    language_course_on: Day = NOT_ASKED
    civic_orientation_on: Day = NOT_ASKED
    guidance_on: Day = NOT_ASKED
    family_reunification_on: Day = NOT_ASKED
    mobility_on: Day = NOT_ASKED
    left_course_on: Day = NOT_ASKED
    level_up_on: Day = NOT_ASKED
    found_helpful_on: Day = NOT_ASKED
    recognition_on: Day = NOT_ASKED
    long_term_residence_on: Day = NOT_ASKED
    below_18: YesNo | Unknown = NOT_ASKED
    above_60: YesNo | Unknown = NOT_ASKED


class AmifParticipationRow(Row):
    """One person in one project, as the indicators of the fund see them."""

    record_type = "amif_participation"
    operation: CodeAttribute[str] = CodeAttribute(str)
    objective: CodeAttribute[AmifObjective] = CodeAttribute(AmifObjective)
    gender: CodeAttribute[Gender] = CodeAttribute(Gender)
    born_on: DayAttribute = DayAttribute()
    entered_on: DayAttribute = DayAttribute()
    left_on: DayAttribute = DayAttribute()
    third_country_national: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    in_asylum_phase: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    vulnerable_on: DayAttribute = DayAttribute()
    asylum_support_on: DayAttribute = DayAttribute()
    legal_assistance_on: DayAttribute = DayAttribute()
    pre_departure_on: DayAttribute = DayAttribute()
    integration_support_on: DayAttribute = DayAttribute()
    language_course_on: DayAttribute = DayAttribute()
    civic_orientation_on: DayAttribute = DayAttribute()
    guidance_on: DayAttribute = DayAttribute()
    family_reunification_on: DayAttribute = DayAttribute()
    mobility_on: DayAttribute = DayAttribute()
    left_course_on: DayAttribute = DayAttribute()
    level_up_on: DayAttribute = DayAttribute()
    found_helpful_on: DayAttribute = DayAttribute()
    recognition_on: DayAttribute = DayAttribute()
    long_term_residence_on: DayAttribute = DayAttribute()
    below_18: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    above_60: CodeAttribute[YesNo] = CodeAttribute(YesNo)

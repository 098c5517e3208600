"""The participation record of the ESF: what the funds want to know of each person and operation.

One record for each person in one operation. On a return to the same operation the first entry and
the traits of that day stay, and the last exit counts; in another operation the same person is a new
participant.
"""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.expr import CodeAttribute, DayAttribute, Row
from inclusion_core.fields import CodeList
from inclusion_core.model.client import Gender
from inclusion_core.model.education import EducationLevel
from inclusion_core.model.entry import Settlement
from inclusion_core.model.labour import ContractKind, LabourStatus, WorkingTime
from inclusion_core.model.personal import SpecialRecord
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown

__all__ = ["EsfParticipation", "EsfParticipationRow", "LabourEvent"]

IDS = CodeList("ids of this data set", r"\S+")
OBJECTIVES = CodeList("investment priorities or specific objectives", r"[0-9]*[a-z]+")
REGIONS = CodeList("regions as they were on the day of entry", r"[A-Z][A-Z0-9-]*")


class LabourEvent(Enum):
    """What changed for a person in the labour market."""

    JOB_SEARCH = "job_search"
    EMPLOYMENT = "employment"
    SELF_EMPLOYMENT = "self_employment"


@attrs.frozen(kw_only=True, repr=False)
class EsfParticipation(SpecialRecord):
    """One person in one operation, as the indicators of the ESF see them.

    What is *on entry* was so on the first day of the first participation; what is *upon leaving*
    is read up to the 28th day after the last one, what is *six months after* on the day six months
    after it.

    Attributes:
        operation: Id of the operation.
        objective: The investment priority or specific objective under which it is paid for.
        most_deprived: The operation is for the most deprived, under specific objective (l).
        region: Where the person lived on entry.
        gender: As the person states it.
        born_on: Day of birth.
        entered_on: First day in the operation.
        left_on: Last day in the operation; absent while the person is in it.
        labour_status: On entry.
        unemployed_since: First day of the unemployment on entry; absent for who was not unemployed.
        in_education: In education or training on entry.
        education_level: The highest level completed by then.
        foreign_background: On entry.
        minority: Belongs to a minority, Roma included.
        third_country_national: No citizen of the Union on the day of entry; stateless persons
            and persons of undetermined nationality are such.
        disability: On entry.
        other_disadvantage: On entry.
        homeless: Homeless or affected by housing exclusion on entry.
        settlement: Degree of urbanisation of the place of residence on entry.
        jobless_household: Nobody of the household had work on entry.
        dependent_children: There were dependent children in the household on entry.
        single_adult: There was only one adult in the household on entry.
        work_security: How secure the work was that the person had on entry.
        working_time: Whether there was as much work as wanted on entry.
        labour_event_upon_leaving: The last labour-market event upon leaving; absent for none.
        education_upon_leaving: Has begun education or training upon leaving.
        qualification_upon_leaving: Has gained a qualification upon leaving.
        labour_status_six_months_after: On that day.
        work_security_six_months_after: How secure the work was on that day; absent without work.
        working_time_six_months_after: Whether there was as much work as wanted on that day.
        better_work_six_months_after: Has got work of higher skill or more responsibility, or was
            promoted, by that day.
    """

    id: str
    operation: Annotated[str, IDS]
    objective: Annotated[str | Unknown, OBJECTIVES] = NOT_ASKED
    most_deprived: YesNo | Unknown = NOT_ASKED
    region: Annotated[str | Unknown, REGIONS] = NOT_ASKED
    gender: Gender | Unknown = NOT_ASKED
    born_on: Day = NOT_ASKED
    entered_on: Day = NOT_ASKED
    left_on: Day = ABSENT
    labour_status: LabourStatus | Unknown = NOT_ASKED
    unemployed_since: Day = NOT_ASKED
    in_education: YesNo | Unknown = NOT_ASKED
    education_level: EducationLevel | Unknown = NOT_ASKED
    foreign_background: YesNo | Unknown = NOT_ASKED
    minority: YesNo | Unknown = NOT_ASKED
    third_country_national: YesNo | Unknown = NOT_ASKED
    disability: YesNo | Unknown = NOT_ASKED
    other_disadvantage: YesNo | Unknown = NOT_ASKED
    homeless: YesNo | Unknown = NOT_ASKED
    settlement: Settlement | Unknown = NOT_ASKED
    jobless_household: YesNo | Unknown = NOT_ASKED
    dependent_children: YesNo | Unknown = NOT_ASKED
    single_adult: YesNo | Unknown = NOT_ASKED
    work_security: ContractKind | Absent | Unknown = NOT_ASKED
    working_time: WorkingTime | Absent | Unknown = NOT_ASKED
    labour_event_upon_leaving: LabourEvent | Absent | Unknown = NOT_ASKED
    education_upon_leaving: YesNo | Unknown = NOT_ASKED
    qualification_upon_leaving: YesNo | Unknown = NOT_ASKED
    labour_status_six_months_after: LabourStatus | Unknown = NOT_ASKED
    work_security_six_months_after: ContractKind | Absent | Unknown = NOT_ASKED
    working_time_six_months_after: WorkingTime | Absent | Unknown = NOT_ASKED
    better_work_six_months_after: YesNo | Unknown = NOT_ASKED


class EsfParticipationRow(Row):
    """One person in one operation, as the indicators of the ESF see them."""

    record_type = "esf_participation"
    operation: CodeAttribute[str] = CodeAttribute(str)
    objective: CodeAttribute[str] = CodeAttribute(str)
    most_deprived: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    region: CodeAttribute[str] = CodeAttribute(str)
    gender: CodeAttribute[Gender] = CodeAttribute(Gender)
    born_on: DayAttribute = DayAttribute()
    entered_on: DayAttribute = DayAttribute()
    left_on: DayAttribute = DayAttribute()
    labour_status: CodeAttribute[LabourStatus] = CodeAttribute(LabourStatus)
    unemployed_since: DayAttribute = DayAttribute()
    in_education: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    education_level: CodeAttribute[EducationLevel] = CodeAttribute(EducationLevel)
    foreign_background: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    minority: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    third_country_national: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    disability: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    other_disadvantage: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    homeless: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    settlement: CodeAttribute[Settlement] = CodeAttribute(Settlement)
    jobless_household: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    dependent_children: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    single_adult: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    work_security: CodeAttribute[ContractKind] = CodeAttribute(ContractKind)
    working_time: CodeAttribute[WorkingTime] = CodeAttribute(WorkingTime)
    labour_event_upon_leaving: CodeAttribute[LabourEvent] = CodeAttribute(LabourEvent)
    education_upon_leaving: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    qualification_upon_leaving: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    labour_status_six_months_after: CodeAttribute[LabourStatus] = CodeAttribute(LabourStatus)
    work_security_six_months_after: CodeAttribute[ContractKind] = CodeAttribute(ContractKind)
    working_time_six_months_after: CodeAttribute[WorkingTime] = CodeAttribute(WorkingTime)
    better_work_six_months_after: CodeAttribute[YesNo] = CodeAttribute(YesNo)

"""The terms of the common indicators, each defined once, over one participation.

Both periods share them; where they differ, each has a term of its own. *On entry* is the first day
in the operation, *upon leaving* up to the 28th day after the last, *six months after* that day.
"""

from __future__ import annotations

from inclusion_core.expr import (
    Age,
    Condition,
    DayExpression,
    all_of,
    any_of,
    completed_years,
    days_after,
    months_after,
    subject,
)
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY
from inclusion_core.model.education import EducationLevel
from inclusion_core.model.entry import Settlement
from inclusion_core.model.labour import ContractKind, LabourStatus, WorkingTime
from inclusion_core.model.yes_no import YesNo
from inclusion_esf.participation import EsfParticipationRow, LabourEvent

__all__ = [
    "WINDOW_DAYS",
    "age",
    "entered",
    "entered_education",
    "found_work",
    "gained_qualification",
    "got_better_work",
    "has_dependent_children",
    "has_disability",
    "has_foreign_background",
    "has_other_disadvantage",
    "in_education",
    "in_work_six_months_after",
    "inactive",
    "is_homeless",
    "is_minority",
    "is_third_country_national",
    "isced",
    "left",
    "lives_in",
    "lives_with_single_adult",
    "lives_without_work",
    "looks_for_work",
    "not_in_education",
    "not_working",
    "participation",
    "settled_six_months_after",
    "settled_upon_leaving",
    "unemployed",
    "unemployed_for_more_than",
    "working",
]

participation: EsfParticipationRow = subject(EsfParticipationRow)

# Whose turn it is.

entered: Condition = participation.entered_on.is_between(PERIOD_FIRST_DAY, PERIOD_LAST_DAY)
left: Condition = participation.left_on.is_between(PERIOD_FIRST_DAY, PERIOD_LAST_DAY)

WINDOW_DAYS = 28
"""Four weeks after leaving, in which a result is still one upon leaving."""

settled_upon_leaving: DayExpression = days_after(participation.left_on, WINDOW_DAYS)
settled_six_months_after: DayExpression = months_after(participation.left_on, 6)

# On entry: the labour market.

unemployed: Condition = participation.labour_status.is_in(LabourStatus.UNEMPLOYED)
inactive: Condition = participation.labour_status.is_in(LabourStatus.INACTIVE)
working: Condition = participation.labour_status.is_in(LabourStatus.EMPLOYED)
not_working: Condition = participation.labour_status.is_in(
    LabourStatus.UNEMPLOYED, LabourStatus.INACTIVE
)


def unemployed_for_more_than(months: int) -> Condition:
    """Whether the unemployment on entry had lasted longer; exactly so many months is not longer."""
    return months_after(participation.unemployed_since, months) < participation.entered_on


# On entry: age and education.

age: Age = completed_years(participation.born_on, participation.entered_on)

in_education: Condition = participation.in_education.is_in(YesNo.YES)
not_in_education: Condition = participation.in_education.is_in(YesNo.NO)


def isced(*levels: int) -> Condition:
    """Whether the highest completed level is one of these."""
    return participation.education_level.is_in(
        *(EducationLevel(f"isced_{level}") for level in levels)
    )


# On entry: what may hold people back.

has_foreign_background: Condition = participation.foreign_background.is_in(YesNo.YES)
is_minority: Condition = participation.minority.is_in(YesNo.YES)
is_third_country_national: Condition = participation.third_country_national.is_in(YesNo.YES)
has_disability: Condition = participation.disability.is_in(YesNo.YES)
has_other_disadvantage: Condition = participation.other_disadvantage.is_in(YesNo.YES)
is_homeless: Condition = participation.homeless.is_in(YesNo.YES)

lives_without_work: Condition = participation.jobless_household.is_in(YesNo.YES)
has_dependent_children: Condition = participation.dependent_children.is_in(YesNo.YES)
lives_with_single_adult: Condition = participation.single_adult.is_in(YesNo.YES)


def lives_in(*settlements: Settlement) -> Condition:
    """Whether the place of residence is so densely settled."""
    return participation.settlement.is_in(*settlements)


# Upon leaving.

looks_for_work: Condition = participation.labour_event_upon_leaving.is_in(LabourEvent.JOB_SEARCH)
found_work: Condition = participation.labour_event_upon_leaving.is_in(
    LabourEvent.EMPLOYMENT, LabourEvent.SELF_EMPLOYMENT
)
entered_education: Condition = participation.education_upon_leaving.is_in(YesNo.YES)
gained_qualification: Condition = participation.qualification_upon_leaving.is_in(YesNo.YES)

# Six months after.

in_work_six_months_after: Condition = participation.labour_status_six_months_after.is_in(
    LabourStatus.EMPLOYED
)
got_better_work: Condition = any_of(
    all_of(
        participation.work_security.is_in(ContractKind.PRECARIOUS),
        participation.work_security_six_months_after.is_in(ContractKind.STABLE),
    ),
    all_of(
        participation.working_time.is_in(WorkingTime.UNDEREMPLOYED),
        participation.working_time_six_months_after.is_in(WorkingTime.FULL),
    ),
    participation.better_work_six_months_after.is_in(YesNo.YES),
)

"""The support plan: what a client and the staff agree on, how it goes, how it ends."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.fields import Reference
from inclusion_core.model.personal import PersonalRecord
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown

__all__ = [
    "ActionBy",
    "ClosingReason",
    "ExtensionReason",
    "Goal",
    "LifeArea",
    "PlanExtension",
    "PlanReview",
    "PlannedAction",
    "ReviewResult",
    "SupportPlan",
]


class ClosingReason(Enum):
    """Why a plan was closed."""

    COMPLETED = "completed"
    LIMIT_REACHED = "limit_reached"
    LEFT_COUNTRY = "left_country"
    REFUSED = "refused"
    BREACH_OF_DUTIES = "breach_of_duties"
    TRANSFER = "transfer"
    DEATH = "death"


class LifeArea(Enum):
    """The side of life that a need, a goal or a referral is about."""

    HOUSING = "housing"
    EMPLOYMENT = "employment"
    EDUCATION = "education"
    LANGUAGE = "language"
    HEALTH = "health"
    LEGAL_MATTERS = "legal_matters"
    INCOME_AND_DEBT = "income_and_debt"
    FAMILY = "family"
    SOCIAL_CONTACTS = "social_contacts"
    DAILY_LIVING = "daily_living"


@attrs.frozen(kw_only=True, repr=False)
class SupportPlan(PersonalRecord):
    """The individual support plan of one participation.

    Whether it is open, fulfilled or closed is worked out for a day, never recorded.

    Attributes:
        participation_id: Whose, in which programme.
        drawn_up_on: Day on which it was agreed.
        fulfilled_on: Day on which all that it aims at was reached; absent while it was not.
        closed_on: Day on which it was closed; absent while it is open.
        closing_reason: Why it was closed; absent while it is open.
    """

    id: str
    participation_id: Annotated[str, Reference("participation", inverse="support_plans")]
    drawn_up_on: Day = NOT_ASKED
    fulfilled_on: Day = ABSENT
    closed_on: Day = ABSENT
    closing_reason: ClosingReason | Absent | Unknown = ABSENT


@attrs.frozen(kw_only=True, repr=False)
class Goal(PersonalRecord):
    """Something that a plan aims at.

    Attributes:
        support_plan_id: The plan.
        area: The side of life that it is about.
        set_on: Day on which it was set.
        due_on: Day by which it is to be met; absent where none is agreed.
        met_on: Day on which it was met; absent while it is not.
        dropped_on: Day on which it was given up; absent while it is not.
    """

    id: str
    support_plan_id: Annotated[str, Reference("support_plan", inverse="goals")]
    area: LifeArea | Unknown = NOT_ASKED
    set_on: Day = NOT_ASKED
    due_on: Day = ABSENT
    met_on: Day = ABSENT
    dropped_on: Day = ABSENT


class ActionBy(Enum):
    """Who is to do what was agreed."""

    CLIENT = "client"
    STAFF = "staff"
    BOTH = "both"


@attrs.frozen(kw_only=True, repr=False)
class PlannedAction(PersonalRecord):
    """A step towards a goal.

    Attributes:
        goal_id: The goal.
        by: Who is to take it.
        planned_on: Day on which it was agreed.
        due_on: Day by which it is to be done; absent where none is agreed.
        done_on: Day on which it was done; absent while it is not.
        dropped_on: Day on which it was given up; absent while it is not.
    """

    id: str
    goal_id: Annotated[str, Reference("goal", inverse="planned_actions")]
    by: ActionBy | Unknown = NOT_ASKED
    planned_on: Day = NOT_ASKED
    due_on: Day = ABSENT
    done_on: Day = ABSENT
    dropped_on: Day = ABSENT


class ReviewResult(Enum):
    """What a review of a plan led to."""

    CONTINUED = "continued"
    AMENDED = "amended"
    FULFILLED = "fulfilled"
    CLOSED = "closed"


@attrs.frozen(kw_only=True, repr=False)
class PlanReview(PersonalRecord):
    """A day on which client and staff looked at a plan together.

    Attributes:
        support_plan_id: The plan.
        reviewed_on: That day.
        result: What it led to.
    """

    id: str
    support_plan_id: Annotated[str, Reference("support_plan", inverse="reviews")]
    reviewed_on: Day = NOT_ASKED
    result: ReviewResult | Unknown = NOT_ASKED


class ExtensionReason(Enum):
    """Why a plan was given more time."""

    HEALTH = "health"
    CARE_OF_RELATIVE = "care_of_relative"
    APPEAL_PENDING = "appeal_pending"
    LEARNING_UNFINISHED = "learning_unfinished"
    SERVICE_NOT_AVAILABLE = "service_not_available"
    OTHER = "other"


@attrs.frozen(kw_only=True, repr=False)
class PlanExtension(PersonalRecord):
    """More time for a plan, decided on a day and for a reason.

    An extension extends the plan; no limit of a funder moves with it.

    Attributes:
        support_plan_id: The plan.
        decided_on: Day of the decision.
        extended_until: The new last day.
        reason: Why.
    """

    id: str
    support_plan_id: Annotated[str, Reference("support_plan", inverse="extensions")]
    decided_on: Day = NOT_ASKED
    extended_until: Day = NOT_ASKED
    reason: ExtensionReason | Unknown = NOT_ASKED

"""What is looked for in the data of the service, besides its rules and limits."""

from __future__ import annotations

from datetime import date

from inclusion_core.checks.caps import cost_cap
from inclusion_core.checks.check import Check
from inclusion_core.checks.loads import caseload_bounds, staff_bound, supervision_bound
from inclusion_core.checks.plans import closing_recorded, plan_drawn_up
from inclusion_core.model.cost import CostCapPer
from inclusion_core.model.staff import StaffRole
from inclusion_core.periods import Period
from inclusion_core.texts import lv
from inclusion_sif.mentoring.programme import MENTORING
from inclusion_sif.mentoring.rules import UKRAINIAN_CIVILIANS_SINCE
from inclusion_sif.needed import needed_of_everybody
from inclusion_sif.operation import OPERATION_NUMBER
from inclusion_sif.sources import MK102

__all__ = ["CHECKS", "MENTORS_BUDGET_LINE"]

MENTORS_BUDGET_LINE = "2"
"""The number by which data name the budget line of the mentors, so that their lower cap is told
from that of the social workers. The lines of the real budget are not published."""

GRACE_DAYS = 90
GRACE = lv(
    "noteikumi nesaka, cik ilgi, darbu sākot un beidzot, klientu drīkst būt mazāk; ņemtas 90 dienas"
).en("the rules do not say for how long there may be fewer clients at first and at last: 90 days")

# How many at once.

WORKER_CASELOAD = caseload_bounds(
    id="sif.mentoring.worker-caseload",
    programme=MENTORING.id,
    role=StaffRole.SOCIAL_WORKER,
    least=30,
    most=120,
    grace_days=GRACE_DAYS,
    source=MK102.point("32.3").own_reading(GRACE),
)

MENTOR_CASELOAD = caseload_bounds(
    id="sif.mentoring.mentor-caseload",
    programme=MENTORING.id,
    role=StaffRole.SOCIAL_MENTOR,
    least=5,
    most=20,
    grace_days=GRACE_DAYS,
    source=MK102.point("33.3").own_reading(GRACE),
    in_force=Period(date(2016, 2, 9), date(2022, 3, 4)),
)

MENTOR_CASELOAD_SINCE_2022 = caseload_bounds(
    id="sif.mentoring.mentor-caseload-since-2022",
    programme=MENTORING.id,
    role=StaffRole.SOCIAL_MENTOR,
    least=5,
    most=28,
    grace_days=GRACE_DAYS,
    source=MK102.point("33.1, 33.3").own_reading(
        lv(
            "mentoram drīkst būt 20 klienti vai 28 Ukrainas civiliedzīvotāji; cik drīkst būt abu "
            "kopā, nav teikts, tāpēc kļūda ir tikai vairāk par 28"
        ).en(
            "a mentor may have 20 clients, or 28 Ukrainian civilians; how many of both is not "
            "said, so that only more than 28 are an error"
        )
    ),
    in_force=UKRAINIAN_CIVILIANS_SINCE,
)

SUPERVISION = supervision_bound(
    id="sif.mentoring.supervision",
    programme=MENTORING.id,
    supervisor=StaffRole.SOCIAL_WORKER,
    supervised=StaffRole.SOCIAL_MENTOR,
    most=6,
    source=MK102.point("32.4"),
)

WORKERS = staff_bound(
    id="sif.mentoring.workers",
    programme=MENTORING.id,
    role=StaffRole.SOCIAL_WORKER,
    most=5,
    source=MK102.point("32.3"),
)

MENTORS = staff_bound(
    id="sif.mentoring.mentors",
    programme=MENTORING.id,
    role=StaffRole.SOCIAL_MENTOR,
    most=30,
    source=MK102.point("33.3"),
)

# What it may cost, without VAT.

WORKER_MONTH = cost_cap(
    id="sif.mentoring.worker-month",
    programme=MENTORING.id,
    operation_number=OPERATION_NUMBER,
    per=CostCapPer.STAFF_MEMBER_MONTH,
    cents=140_000,
    source=MK102.point("19.3"),
)
"""The higher of the two caps: no month of any member of staff may cost more."""

MENTOR_MONTH = cost_cap(
    id="sif.mentoring.mentor-month",
    programme=MENTORING.id,
    operation_number=OPERATION_NUMBER,
    per=CostCapPer.STAFF_MEMBER_MONTH,
    budget_line=MENTORS_BUDGET_LINE,
    cents=100_000,
    source=MK102.point("19.3"),
)

# The plan.

PLAN_DRAWN_UP = plan_drawn_up(
    id="sif.mentoring.plan-drawn-up",
    programme=MENTORING.id,
    within_days=30,
    source=MK102.point("32.1").own_reading(
        lv("cik drīz plāns jāsastāda, noteikumi nenosaka; ņemtas 30 dienas").en(
            "the rules do not say how soon the plan is to be drawn up; 30 days are taken"
        )
    ),
)

CLOSING_RECORDED = closing_recorded(
    id="sif.mentoring.closing-recorded", programme=MENTORING.id, source=MK102.point("34")
)

CHECKS: tuple[Check, ...] = (
    *(WORKER_CASELOAD, MENTOR_CASELOAD, MENTOR_CASELOAD_SINCE_2022),
    *(SUPERVISION, WORKERS, MENTORS, WORKER_MONTH, MENTOR_MONTH),
    *(PLAN_DRAWN_UP, CLOSING_RECORDED, *needed_of_everybody(MENTORING.id)),
)

"""Plans as a programme wants them."""

from datetime import date

import pytest

from inclusion_core.checks.plans import closing_recorded, plan_drawn_up, plan_reviewed
from inclusion_core.model.participation import LeavingReason, Participation
from inclusion_core.model.plan import ClosingReason, PlanReview, SupportPlan
from inclusion_core.sources import Source
from inclusion_core.values import ABSENT, NOT_ASKED, Reason, Unknown, parse_day

MK102 = Source("MK 102").point("32.1")
MAY_1, MAY_31, JUNE_1 = date(2018, 5, 1), date(2018, 5, 31), date(2018, 6, 1)
LATER = date(2018, 12, 3)


def visit(entered_on=MAY_1, left_on=ABSENT, reason=ABSENT, programme="mentoring"):
    return Participation(
        id="in-1",
        client_id="c-1",
        programme_id=programme,
        entered_on=entered_on,
        left_on=left_on,
        leaving_reason=reason,
    )


def plan(drawn_up_on=MAY_1, key="plan-1", participation="in-1", **options):
    return SupportPlan(id=key, participation_id=participation, drawn_up_on=drawn_up_on, **options)


NO_PLAN = plan(participation="in-9")


# Drawn up in time.

DRAWN_UP = plan_drawn_up(id="toy.drawn-up", programme="sif.mentoring", within_days=30, source=MK102)
MISSING = ("warning", "in-1", "", "there is no plan, and the 30 days for it have passed")
LATE = ("warning", "plan-1", "drawn_up_on", "the plan is drawn up later than within 30 days")


def test_a_plan_is_drawn_up_within_its_days(look):
    assert look(DRAWN_UP, visit(), plan(MAY_31)) == []
    assert look(DRAWN_UP, visit(), plan(JUNE_1)) == [LATE]
    assert look(DRAWN_UP, visit(), plan(parse_day("2018"))) == []
    assert look(DRAWN_UP, visit(), plan(NOT_ASKED)) == []
    assert look(DRAWN_UP, visit(), plan(parse_day("2018-06"))) == [LATE]


def test_of_several_plans_the_first_counts(look):
    second = plan(JUNE_1, "plan-2")

    assert look(DRAWN_UP, visit(), plan(MAY_31), second) == []
    assert look(DRAWN_UP, visit(), plan(JUNE_1), plan(LATER, "plan-2")) == [LATE]


@pytest.mark.parametrize(
    ("known_on", "left_on", "wrong"),
    [
        (MAY_31, ABSENT, []),
        (JUNE_1, ABSENT, [MISSING]),
        (LATER, MAY_31, []),
        (LATER, JUNE_1, [MISSING]),
        (LATER, NOT_ASKED, []),
    ],
)
def test_who_stays_beyond_these_days_has_a_plan(look, known_on, left_on, wrong):
    assert look(DRAWN_UP, visit(left_on=left_on), NO_PLAN, known_on=known_on) == wrong


def test_where_the_day_of_entry_is_not_known_no_plan_is_missing(look):
    assert look(DRAWN_UP, visit(NOT_ASKED), NO_PLAN) == []
    assert look(DRAWN_UP, visit(parse_day("2018-05")), NO_PLAN, known_on=date(2018, 6, 30)) == []
    assert look(DRAWN_UP, visit(parse_day("2018-05")), NO_PLAN, known_on=LATER) == [MISSING]


def test_other_programmes_may_have_no_plans(look):
    assert look(DRAWN_UP, visit(programme="motivation"), NO_PLAN) == []


# Reviewed.

REVIEWED = plan_reviewed(id="toy.reviewed", programme="sif.mentoring", every_months=3, source=MK102)
AGAIN = ("warning", "plan-1", "", "the open plan has not been reviewed for 3 months")
AT_ALL = ("warning", "plan-1", "", "the open plan has not been reviewed once in 3 months")


def review(day):
    return PlanReview(id=f"r-{day}", support_plan_id="plan-1", reviewed_on=day)


@pytest.mark.parametrize(
    ("known_on", "reviews", "wrong"),
    [
        (date(2018, 8, 1), [], []),
        (date(2018, 8, 2), [], [AT_ALL]),
        (LATER, [date(2018, 9, 3)], []),
        (LATER, [date(2018, 9, 2)], [AGAIN]),
        (LATER, [date(2018, 6, 3), date(2018, 9, 3)], []),
        (LATER, [NOT_ASKED], []),
        (LATER, [parse_day("2018")], []),
    ],
)
def test_an_open_plan_is_looked_at_again_in_time(look, known_on, reviews, wrong):
    assert look(REVIEWED, visit(), plan(), *map(review, reviews), known_on=known_on) == wrong


@pytest.mark.parametrize(
    "over",
    [
        plan(closed_on=JUNE_1, closing_reason=ClosingReason.COMPLETED),
        plan(fulfilled_on=JUNE_1),
        plan(closed_on=NOT_ASKED),
        plan(drawn_up_on=NOT_ASKED),
    ],
)
def test_a_plan_that_is_or_may_be_over_needs_no_review(look, over):
    assert look(REVIEWED, visit(), over) == []


def test_who_has_left_needs_no_review(look):
    assert look(REVIEWED, visit(left_on=LATER, reason=LeavingReason.OTHER), plan()) == []
    assert look(REVIEWED, visit(left_on=NOT_ASKED), plan()) == []
    assert look(REVIEWED, visit(programme="motivation"), plan()) == []


# Closed in writing.

CLOSED = closing_recorded(id="toy.closed", programme="sif.mentoring", source=MK102)
NOT_TOLD = [
    (
        "error",
        "plan-1",
        "closed_on",
        "the participation ended for a reason that the plan must tell, and the plan does not",
    )
]


@pytest.mark.parametrize(
    ("reason", "wrong"),
    [
        (LeavingReason.LEFT_COUNTRY, NOT_TOLD),
        (LeavingReason.REFUSED, NOT_TOLD),
        (LeavingReason.BREACH_OF_DUTIES, NOT_TOLD),
        (LeavingReason.COMPLETED, []),
        (LeavingReason.DEATH, []),
        (Unknown(Reason.NOT_ASKED), []),
        (ABSENT, []),
    ],
)
def test_an_early_end_is_told_in_the_plan(look, reason, wrong):
    left = visit(left_on=JUNE_1, reason=reason)

    assert look(CLOSED, left, plan()) == wrong
    assert look(CLOSED, left, plan(closed_on=JUNE_1)) == []
    assert look(CLOSED, left, plan(closed_on=NOT_ASKED)) == []
    assert look(CLOSED, left, plan(fulfilled_on=MAY_31)) == []
    assert look(CLOSED, left, NO_PLAN) == []

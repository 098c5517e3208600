"""Support plans: what they aim at, what was agreed to be done, how they were reviewed and ended."""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_core.dice import Deck
from inclusion_core.model.participation import LeavingReason
from inclusion_core.model.plan import (
    ActionBy,
    ClosingReason,
    ExtensionReason,
    Goal,
    LifeArea,
    PlanExtension,
    PlannedAction,
    PlanReview,
    ReviewResult,
    SupportPlan,
)
from inclusion_core.periods import days_after
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown
from inclusion_sif.sample.work.cases import Case, Desk

__all__ = ["CLOSED_BECAUSE", "Plans", "closing_reason"]

SHORTEST = 21
"""A stay of fewer days ends before a plan is agreed."""

CLOSED_BECAUSE = {
    LeavingReason.COMPLETED: ClosingReason.COMPLETED,
    LeavingReason.LIMIT_REACHED: ClosingReason.LIMIT_REACHED,
    LeavingReason.LEFT_COUNTRY: ClosingReason.LEFT_COUNTRY,
    LeavingReason.REFUSED: ClosingReason.REFUSED,
    LeavingReason.BREACH_OF_DUTIES: ClosingReason.BREACH_OF_DUTIES,
    LeavingReason.TRANSFER: ClosingReason.TRANSFER,
    LeavingReason.DEATH: ClosingReason.DEATH,
}
"""Why a plan is closed with the service; where there is no code for it, it was not asked."""

AREAS_OF_ADULTS = (
    *(LifeArea.LANGUAGE, LifeArea.HOUSING, LifeArea.EMPLOYMENT, LifeArea.HEALTH),
    *(LifeArea.LEGAL_MATTERS, LifeArea.INCOME_AND_DEBT, LifeArea.DAILY_LIVING, NOT_ASKED),
)
AREAS_OF_CHILDREN = (
    *(LifeArea.EDUCATION, LifeArea.LANGUAGE, LifeArea.HEALTH, LifeArea.FAMILY),
    LifeArea.SOCIAL_CONTACTS,
)
TAKEN_BY: tuple[ActionBy | Unknown, ...] = (
    *[ActionBy.CLIENT] * 4,
    *[ActionBy.STAFF] * 3,
    *[ActionBy.BOTH] * 3,
    NOT_ASKED,
)


def closing_reason(reason: LeavingReason | Absent | Unknown) -> ClosingReason | Absent | Unknown:
    """Why the plan of a participation that ended so is closed.

    Example:
        >>> closing_reason(LeavingReason.DEATH)
        <ClosingReason.DEATH: 'death'>
        >>> closing_reason(LeavingReason.OTHER)
        Unknown(reason=<Reason.NOT_ASKED: 'not_asked'>)
    """
    if isinstance(reason, LeavingReason):
        return CLOSED_BECAUSE.get(reason, NOT_ASKED)
    return reason


@attrs.frozen(kw_only=True)
class _Agreed:
    """A plan while it is written.

    Attributes:
        plan: The record.
        known_from: The first day of it in the records.
        first: The day from which goals can be set.
        last: The last day of the plan as far as anything is recorded.
    """

    plan: SupportPlan
    known_from: date
    first: date
    last: date


class Plans:
    """Draws plans."""

    def __init__(self, desk: Desk) -> None:
        self._desk, dice = desk, desk.dice
        self._areas: Deck[LifeArea | Unknown] = Deck(dice, AREAS_OF_ADULTS)
        self._areas_of_children: Deck[LifeArea] = Deck(dice, AREAS_OF_CHILDREN)
        self._met = Deck(dice, (*["met"] * 6, *["dropped"], *["open"] * 3))
        self._due = Deck(dice, (*[True] * 5, False))
        self._taken_by: Deck[ActionBy | Unknown] = Deck(dice, TAKEN_BY)
        self._extended = Deck(dice, (*[False] * 9, True))
        self._why: Deck[ExtensionReason | Unknown] = Deck(dice, (*ExtensionReason, NOT_ASKED))
        self._results: Deck[ReviewResult | Unknown] = Deck(
            dice, (*[ReviewResult.CONTINUED] * 6, *[ReviewResult.AMENDED] * 2, NOT_ASKED)
        )

    def write(self, case: Case) -> None:
        """Writes the plan of a case, if the stay is long enough for one."""
        if case.length < SHORTEST:
            return
        agreed = self._draw_up(case)
        for _ in range(2 + self._desk.dice.below(2)):
            self._goal(case, agreed)
        self._reviews(case, agreed)
        if self._extended.deal() and case.length > 3 * SHORTEST:
            self._extend(case, agreed)

    def _draw_up(self, case: Case) -> _Agreed:
        """The plan; it is fulfilled on the last day where the service ends as completed."""
        visit = case.participation
        first = self._desk.soon(case.days.first, SHORTEST // 2)
        fulfilled = visit.leaving_reason is LeavingReason.COMPLETED
        plan = SupportPlan(
            id=self._desk.ids.take("sp"),
            participation_id=visit.id,
            drawn_up_on=self._desk.vaguely(first, case.days.last),
            fulfilled_on=visit.left_on if fulfilled else ABSENT,
            closed_on=visit.left_on,
            closing_reason=closing_reason(visit.leaving_reason),
        )
        known_from = self._desk.tell(case, plan)
        return _Agreed(plan=plan, known_from=known_from, first=first, last=case.days.last)

    def _goal(self, case: Case, agreed: _Agreed) -> None:
        met_on, dropped_on = self._end_of_goal(agreed)
        deck = self._areas if case.is_adult else self._areas_of_children
        goal = Goal(
            id=self._desk.ids.take("g"),
            support_plan_id=agreed.plan.id,
            area=deck.deal(),
            set_on=agreed.first,
            due_on=days_after(agreed.first, 60 + self._desk.dice.below(120))
            if self._due.deal()
            else ABSENT,
            met_on=met_on,
            dropped_on=dropped_on,
        )
        known_from = self._desk.tell(case, goal, agreed.known_from)
        for _ in range(1 + self._desk.dice.below(2)):
            self._action(case, agreed, goal, known_from)

    def _end_of_goal(self, agreed: _Agreed) -> tuple[Day, Day]:
        """When a goal was met, and when it was given up; what a fulfilled plan aims at was met."""
        fulfilled = agreed.plan.fulfilled_on is not ABSENT
        end = "met" if fulfilled else self._met.deal()
        day = self._desk.day_between(days_after(agreed.first, 7), agreed.last)
        if end == "met":
            return self._desk.vaguely(day, agreed.last), ABSENT
        return ABSENT, day if end == "dropped" else ABSENT

    def _action(self, case: Case, agreed: _Agreed, goal: Goal, known_from: date) -> None:
        """A step; it is done some day before the plan ends, dropped with its goal, or left open."""
        done = goal.dropped_on is ABSENT and self._desk.dice.below(4) > 0
        action = PlannedAction(
            id=self._desk.ids.take("pa"),
            goal_id=goal.id,
            by=self._taken_by.deal(),
            planned_on=agreed.first,
            due_on=days_after(agreed.first, 30) if self._due.deal() else ABSENT,
            done_on=self._desk.day_between(agreed.first, agreed.last) if done else ABSENT,
            dropped_on=goal.dropped_on,
        )
        self._desk.tell(case, action, known_from)

    def _reviews(self, case: Case, agreed: _Agreed) -> None:
        """Every two to three months, and on the last day of a plan that is fulfilled or closed."""
        day = days_after(agreed.first, 60 + self._desk.dice.below(30))
        while day < agreed.last:
            self._review(case, agreed, day, self._results.deal())
            day = days_after(day, 60 + self._desk.dice.below(30))
        if isinstance(agreed.plan.closed_on, date):
            fulfilled = agreed.plan.fulfilled_on is not ABSENT
            result = ReviewResult.FULFILLED if fulfilled else ReviewResult.CLOSED
            self._review(case, agreed, agreed.last, result)

    def _review(
        self, case: Case, agreed: _Agreed, day: date, result: ReviewResult | Unknown
    ) -> None:
        review = PlanReview(
            id=self._desk.ids.take("pr"),
            support_plan_id=agreed.plan.id,
            reviewed_on=day,
            result=result,
        )
        self._desk.tell(case, review, agreed.known_from)

    def _extend(self, case: Case, agreed: _Agreed) -> None:
        day = self._desk.day_between(days_after(agreed.first, SHORTEST), agreed.last)
        extension = PlanExtension(
            id=self._desk.ids.take("px"),
            support_plan_id=agreed.plan.id,
            decided_on=day,
            extended_until=days_after(day, 60),
            reason=self._why.deal(),
        )
        self._desk.tell(case, extension, agreed.known_from)

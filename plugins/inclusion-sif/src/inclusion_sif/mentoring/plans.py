"""The support plan, as the limits of the service look at it: fulfilled, or closed for a reason."""

from __future__ import annotations

from typing import Any

from inclusion_core.expr import JUDGED_ON, CodeExpression, Condition, DayExpression, Many
from inclusion_core.facts.fact import Fact
from inclusion_core.facts.rows import ParticipationRow, SupportPlanRow
from inclusion_core.facts.subjects import PARTICIPATION
from inclusion_core.model.plan import ClosingReason
from inclusion_core.texts import lv
from inclusion_sif.sources import MK102

__all__ = ["CLOSED_ON", "CLOSING_REASON", "FACTS", "PLAN_FULFILLED"]

plans: Many[SupportPlanRow] = PARTICIPATION.support_plans


def is_drawn_up(plan: SupportPlanRow) -> Condition:
    """Whether there was such a plan on the day of the question; one that is fulfilled surely was.

    A plan that is drawn up later must not make good a service that was given when there was none.
    """
    return (plan.drawn_up_on <= JUDGED_ON) | (plan.fulfilled_on <= JUDGED_ON)


closed: Many[SupportPlanRow] = plans.where(
    lambda plan: plan.closing_reason.is_in(
        ClosingReason.LEFT_COUNTRY, ClosingReason.REFUSED, ClosingReason.BREACH_OF_DUTIES
    )
)

PLAN_FULFILLED: Fact[DayExpression] = Fact(
    id="sif.mentoring.plan-fulfilled",
    says=lv("diena, kad plāns izpildīts").en("day on which the plan was fulfilled"),
    subject=ParticipationRow,
    value=plans.where(
        lambda plan: is_drawn_up(plan) & ~plan.closing_reason.is_in(ClosingReason.TRANSFER)
    ).latest(lambda plan: plan.fulfilled_on),
    source=MK102.point("32.2").own_reading(
        lv(
            "no vairākiem plāniem, kas šajā dienā ir sastādīti, der pēdējais; nodots plāns nav "
            "beidzies"
        ).en(
            "of several plans that are drawn up by that day the last one counts; one that was "
            "handed over goes on in another"
        )
    ),
)

CLOSED_ON: Fact[DayExpression] = Fact(
    id="sif.mentoring.closed-on",
    says=lv("diena, kad sniegšana izbeigta").en("day on which the service was ended"),
    subject=ParticipationRow,
    value=closed.earliest(lambda plan: plan.closed_on),
    source=MK102.point("34"),
)

CLOSING_REASON: Fact[CodeExpression[ClosingReason]] = Fact(
    id="sif.mentoring.closing-reason",
    says=lv("iemesls, kāpēc sniegšana izbeigta").en("reason for which the service was ended"),
    subject=ParticipationRow,
    value=closed.where(lambda plan: plan.closed_on <= CLOSED_ON.value).only(
        lambda plan: plan.closing_reason
    ),
    source=MK102.point("34"),
)

FACTS: tuple[Fact[Any], ...] = (CLOSED_ON, CLOSING_REASON, PLAN_FULFILLED)

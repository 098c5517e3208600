"""Support plans as a programme wants them: drawn up in time, reviewed, and closed in writing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.offered import Offered
from inclusion_core.findings import Finding, Severity
from inclusion_core.model.participation import LeavingReason, Participation
from inclusion_core.model.plan import PlanReview, SupportPlan
from inclusion_core.periods import days_after, months_after
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.values import ABSENT, NEVER, day_span

__all__ = ["TOLD_IN_PLAN", "closing_recorded", "plan_drawn_up", "plan_reviewed"]

TOLD_IN_PLAN = (
    LeavingReason.LEFT_COUNTRY,
    LeavingReason.REFUSED,
    LeavingReason.BREACH_OF_DUTIES,
)
"""The reasons for leaving that end a service early, and that the plan must tell."""

NOT_IN_TIME = lv("plāns nav sastādīts laikā").en("the plan is not drawn up in time")
MISSING = lv("plāna nav, lai gan termiņš ({days} d.) ir pagājis").en(
    "there is no plan, and the {days} days for it have passed"
)
LATE = lv("plāns sastādīts vēlāk, nekā pieļauj termiņš ({days} d.)").en(
    "the plan is drawn up later than within {days} days"
)
DRAW_UP = lv("sastādiet plānu vai ierakstiet to, kas ir").en(
    "draw up a plan, or record the one that there is"
)
CORRECT_DAY = lv("pārbaudiet plāna sastādīšanas dienu un iestāšanās dienu ierakstā {other}").en(
    "check the day on which it was drawn up, and the day of entry in {other}"
)
NOT_REVIEWED = lv("atvērtais plāns nav pārskatīts {months} mēn.").en(
    "the open plan has not been reviewed for {months} months"
)
NEVER_REVIEWED = lv("atvērtais plāns {months} mēn. laikā nav pārskatīts ne reizi").en(
    "the open plan has not been reviewed once in {months} months"
)
REVIEW = lv("pārskatiet plānu vai ierakstiet pārskatīšanas dienu").en(
    "review the plan, or enter the day on which it was reviewed"
)
NOT_TOLD = lv("dalība beigusies iemesla dēļ, kas jāieraksta plānā, bet plānā tā nav").en(
    "the participation ended for a reason that the plan must tell, and the plan does not"
)
CLOSE = lv("ierakstiet plāna slēgšanas dienu un iemeslu; dalības ieraksts ir {other}").en(
    "enter the day on which the plan was closed and why; the participation is {other}"
)


# Drawn up in time.


def plan_drawn_up(
    *,
    id: str,  # noqa: A002  what a declared value is named by
    programme: str,
    within_days: int,
    source: Source,
) -> Check:
    """Looks for participants without a plan, or with one that came too late.

    Who left within those days needs none.

    Args:
        id: Names the check.
        programme: Id of the programme in the catalogue.
        within_days: How many days after the day of entry there are for it.
        source: The rule that says so.
    """
    drawn_up = _DrawnUp(
        programme=programme,
        within_days=within_days,
        missing=Fault(
            kind=id,
            says=MISSING.filled(days=within_days),
            remedy=DRAW_UP,
            severity=Severity.WARNING,
            source=source,
        ),
        late=Fault(
            kind=id,
            says=LATE.filled(days=within_days),
            remedy=CORRECT_DAY,
            severity=Severity.WARNING,
            source=source,
        ),
    )
    return Check(id=id, says=NOT_IN_TIME, find=drawn_up.find, source=source, programme=programme)


@attrs.frozen(kw_only=True)
class _DrawnUp:
    """How long there is for a plan."""

    programme: str
    within_days: int
    missing: Fault
    late: Fault

    def find(self, examined: Examined) -> Iterator[Finding]:
        """A finding for each participation whose plan is surely missing or late."""
        for visit in Offered(examined, self.programme).participations.values():
            entered_by = day_span(visit.entered_on).latest
            if entered_by == NEVER:
                continue
            due_on = days_after(entered_by, self.within_days)
            if min(day_span(visit.left_on).earliest, examined.known_on) <= due_on:
                continue
            plans = _plans(examined, visit)
            if not plans:
                yield self.missing.at(visit)
            elif all(day_span(plan.drawn_up_on).earliest > due_on for plan in plans):
                yield self.late.at(plans[0], "drawn_up_on", other=visit)


def _plans(examined: Examined, visit: Participation) -> Sequence[SupportPlan]:
    """The plans of a participation, the one that may be the first before others."""
    plans = examined.naming(SupportPlan, "participation_id", visit.id)
    return sorted(plans, key=lambda plan: (day_span(plan.drawn_up_on).earliest, plan.id))


# Reviewed.


def plan_reviewed(
    *,
    id: str,  # noqa: A002  what a declared value is named by
    programme: str,
    every_months: int,
    source: Source,
) -> Check:
    """Looks for open plans that nobody has reviewed for too long, on the day data are known.

    Args:
        id: Names the check.
        programme: Id of the programme in the catalogue.
        every_months: After how many months, from the last review or from the day on which the plan
            was drawn up, it is to be reviewed again.
        source: The rule that says so.
    """
    says = NOT_REVIEWED.filled(months=every_months)
    reviewed = _Reviewed(
        programme=programme,
        every_months=every_months,
        again=Fault(kind=id, says=says, remedy=REVIEW, severity=Severity.WARNING, source=source),
        at_all=Fault(
            kind=id,
            says=NEVER_REVIEWED.filled(months=every_months),
            remedy=REVIEW,
            severity=Severity.WARNING,
            source=source,
        ),
    )
    return Check(id=id, says=says, find=reviewed.find, source=source, programme=programme)


@attrs.frozen(kw_only=True)
class _Reviewed:
    """How often a plan is reviewed."""

    programme: str
    every_months: int
    again: Fault
    at_all: Fault

    def find(self, examined: Examined) -> Iterator[Finding]:
        """A finding for each plan that is surely open and was surely not looked at."""
        visits = Offered(examined, self.programme).participations
        for plan in examined.of(SupportPlan):
            visit = visits.get(plan.participation_id)
            if visit is not None and _is_open(plan) and _lasts(visit, examined.known_on):
                reviews = examined.naming(PlanReview, "support_plan_id", plan.id)
                days = [plan.drawn_up_on, *(each.reviewed_on for each in reviews)]
                last = max(day_span(day).latest for day in days)
                if last < NEVER and months_after(last, self.every_months) < examined.known_on:
                    yield (self.again if reviews else self.at_all).at(plan)


def _is_open(plan: SupportPlan) -> bool:
    return plan.closed_on is ABSENT and plan.fulfilled_on is ABSENT


def _lasts(visit: Participation, on: date) -> bool:
    """Whether a participation surely goes on after a day, as things stand."""
    return day_span(visit.left_on).earliest > on


# Closed in writing.


def closing_recorded(
    *,
    id: str,  # noqa: A002  what a declared value is named by
    programme: str,
    source: Source,
) -> Check:
    """Looks for participations that ended for a reason that the plan must tell and does not.

    The reasons are :data:`TOLD_IN_PLAN`. A plan that was fulfilled before is left alone; that there
    is none is for :func:`plan_drawn_up` to tell.

    Args:
        id: Names the check.
        programme: Id of the programme in the catalogue.
        source: The rule that says so.
    """
    fault = Fault(kind=id, says=NOT_TOLD, remedy=CLOSE, source=source)
    told = _Told(programme=programme, fault=fault)
    return Check(id=id, says=NOT_TOLD, find=told.find, source=source, programme=programme)


@attrs.frozen(kw_only=True)
class _Told:
    """What the plan must tell."""

    programme: str
    fault: Fault

    def find(self, examined: Examined) -> Iterator[Finding]:
        """A finding for each plan that is still open."""
        for visit in Offered(examined, self.programme).participations.values():
            if visit.leaving_reason in TOLD_IN_PLAN:
                for plan in _plans(examined, visit):
                    if _is_open(plan):
                        yield self.fault.at(plan, "closed_on", other=visit)

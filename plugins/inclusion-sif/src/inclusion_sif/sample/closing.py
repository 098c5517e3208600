"""The end of the second contract: what was still open is closed, for nobody is served under it.

Nothing about clients is written between the horizon and that day. All that the records say of
whoever had not left by the horizon is therefore that they left some day in between.
"""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_core.model.participation import DeliverySpell, Participation
from inclusion_core.model.plan import SupportPlan
from inclusion_core.model.staff import CaseAssignment, StaffAssignment, Supervision
from inclusion_core.periods import days_after, term_from
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay
from inclusion_sif.sample.ledger import Ledger
from inclusion_sif.sample.life import HANDOVER, HORIZON

__all__ = ["CLOSED_ON", "close"]

_LAST_DAY = term_from(HANDOVER, 18)
CLOSED_ON: date = days_after(_LAST_DAY, 2)
"""The day on which that is recorded."""
_SOME_DAY = PartialDay(days_after(HORIZON, 1), _LAST_DAY)


def close(ledger: Ledger) -> None:
    """Writes that whatever the contract carried has ended with it."""
    for visit in ledger.standing(Participation):
        if visit.left_on is ABSENT:
            left = attrs.evolve(visit, left_on=_SOME_DAY, leaving_reason=NOT_ASKED)
            ledger.change(left, CLOSED_ON)
    for plan in ledger.standing(SupportPlan):
        if plan.closed_on is ABSENT:
            closed = attrs.evolve(plan, closed_on=_SOME_DAY, closing_reason=NOT_ASKED)
            ledger.change(closed, CLOSED_ON)
    for part in ledger.standing(DeliverySpell):
        if part.last_day is ABSENT:
            ledger.change(attrs.evolve(part, last_day=_SOME_DAY), CLOSED_ON)
    for case in ledger.standing(CaseAssignment):
        if case.last_day is ABSENT:
            ledger.change(attrs.evolve(case, last_day=_SOME_DAY), CLOSED_ON)
    for role in ledger.standing(StaffAssignment):
        if role.last_day is ABSENT:
            ledger.change(attrs.evolve(role, last_day=_LAST_DAY), CLOSED_ON)
    for overseen in ledger.standing(Supervision):
        if overseen.last_day is ABSENT:
            ledger.change(attrs.evolve(overseen, last_day=_LAST_DAY), CLOSED_ON)

"""What the staff of the service cost, month by month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from inclusion_core.dice import Dice
from inclusion_core.model.cost import CostBasis, CostCap, CostEntry
from inclusion_core.model.staff import StaffRole
from inclusion_core.model.yes_no import YesNo
from inclusion_core.periods import days_after, months_after
from inclusion_core.values import NOT_ASKED, PartialDay
from inclusion_sif.sample.funding import CAPS, FIRST, SECOND
from inclusion_sif.sample.ids import Ids
from inclusion_sif.sample.ledger import Ledger
from inclusion_sif.sample.life import HANDOVER, SERVICE_START
from inclusion_sif.sample.team import Team

__all__ = ["write_costs"]

LAST_MONTH = date(2019, 1, 1)
VAT_PERCENT = 21


def write_costs(dice: Dice, ids: Ids, ledger: Ledger, team: Team) -> None:
    """Writes the costs of each month in the week after it.

    No month costs more than the cap allows for those who worked in it (Cabinet Regulation
    No 102, point 19.3).
    """
    worker_cap, mentor_cap = CAPS
    for month in _months():
        for role, cap in (
            (StaffRole.SOCIAL_WORKER, worker_cap),
            (StaffRole.SOCIAL_MENTOR, mentor_cap),
        ):
            noted_on = days_after(months_after(month, 1), 2 + dice.below(5))
            ledger.record(_cost(dice, ids, month, cap, _engaged(team, month, role)), noted_on)


def _months() -> Iterator[date]:
    month = SERVICE_START
    while month <= LAST_MONTH:
        yield month
        month = months_after(month, 1)


def _engaged(team: Team, month: date, role: StaffRole) -> int:
    """How many worked on the first day of the month."""
    return len(team.on(month, role))


def _cost(dice: Dice, ids: Ids, month: date, cap: CostCap, people: int) -> CostEntry:
    """The first provider charges VAT, which may be claimed; of the second nobody has asked."""
    with_vat = month < HANDOVER
    net_cents = people * (cap.cap_cents - 100 * dice.below(200))
    return CostEntry(
        id=ids.take("co"),
        budget_line_id=cap.budget_line_id,
        contract_id=(FIRST if with_vat else SECOND).id,
        basis=CostBasis.UNIT_COST,
        month=PartialDay.of_month(month.year, month.month),
        units=people,
        net_cents=net_cents,
        vat_cents=net_cents * VAT_PERCENT // 100 if with_vat else NOT_ASKED,
        vat_eligible=YesNo.YES if with_vat else NOT_ASKED,
    )

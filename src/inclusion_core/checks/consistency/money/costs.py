"""Costs above what may be claimed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.days import Stay
from inclusion_core.checks.examined import Examined
from inclusion_core.findings import Finding, Severity
from inclusion_core.model.cost import BudgetLine, CostCap, CostEntry
from inclusion_core.model.yes_no import YesNo
from inclusion_core.texts import lv
from inclusion_core.values import Unknown

__all__ = ["COST_CHECKS"]

ABOVE_CAP = Fault(
    kind="check.cost-above-cap",
    says=lv("izmaksas bez PVN pārsniedz vienības griestus").en(
        "the cost without VAT is above the cap for its units"
    ),
    remedy=lv("pārbaudiet summu un vienību skaitu; griesti ir ierakstā {other}").en(
        "check the amount and the number of units; the cap is in {other}"
    ),
)
ABOVE_BUDGET = Fault(
    kind="check.budget-exceeded",
    says=lv("izmaksas kopā pārsniedz budžeta pozīciju").en(
        "the costs together are above the budget line"
    ),
    remedy=lv("pārbaudiet izmaksas vai grozījumus budžetā").en(
        "check the costs, or the amendments of the budget"
    ),
    severity=Severity.WARNING,
)


def _above_cap(examined: Examined) -> Iterator[Finding]:
    """What is not known of an amount or of its units breaks no cap."""
    caps: dict[str, list[CostCap]] = defaultdict(list)
    for cap in examined.of(CostCap):
        caps[cap.budget_line_id].append(cap)
    for cost in examined.of(CostEntry):
        month = Stay.of(cost.month, cost.month)
        if isinstance(cost.net_cents, Unknown) or isinstance(cost.units, Unknown) or not month:
            continue
        for cap in caps[cost.budget_line_id]:
            held = Stay.of(cap.first_day, cap.last_day)
            in_force = held is not None and held.surely_meets(month)
            if in_force and cost.net_cents > cap.cap_cents * cost.units:
                yield ABOVE_CAP.at(cost, "net_cents", other=cap)


def _claimed(cost: CostEntry) -> int:
    """What is surely claimed: VAT only where it may be."""
    vat = cost.vat_cents if cost.vat_eligible is YesNo.YES else 0
    return sum(cents for cents in (cost.net_cents, vat) if isinstance(cents, int))


def _above_budget(examined: Examined) -> Iterator[Finding]:
    claimed: dict[str, int] = defaultdict(int)
    for cost in examined.of(CostEntry):
        claimed[cost.budget_line_id] += _claimed(cost)
    for line in examined.of(BudgetLine):
        if not isinstance(line.amount_cents, Unknown) and claimed[line.id] > line.amount_cents:
            yield ABOVE_BUDGET.at(line, "amount_cents")


COST_CHECKS: tuple[Check, ...] = (ABOVE_CAP.check(_above_cap), ABOVE_BUDGET.check(_above_budget))

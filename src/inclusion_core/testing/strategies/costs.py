"""Drawn costs that keep within their caps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from inclusion_core.model.cost import CostCap
from inclusion_core.testing.strategies.casebook import Casebook, Values
from inclusion_core.values import PartialDay

__all__ = ["settled_cap", "settled_cost"]


def settled_cost(book: Casebook, values: Values) -> None:
    """A cost is for a whole month, and not above what the caps of its line allow."""
    day, net, units = values["month"], values["net_cents"], values["units"]
    if isinstance(day, date):
        values["month"] = PartialDay.of_month(day.year, day.month)
    if isinstance(net, int) and isinstance(units, int):
        allowed = (cap.cap_cents * units for cap in _caps(book, values))
        values["net_cents"] = min((net if units else 0, *allowed))


def settled_cap(book: Casebook, values: Values) -> None:
    """A cap is not below what has been claimed under its line."""
    needed = (
        -(-cost.net_cents // cost.units)
        for cost in book.of("cost_entry")
        if cost.budget_line_id == values["budget_line_id"]
        and isinstance(cost.net_cents, int)
        and isinstance(cost.units, int)
        and cost.units > 0
    )
    values["cap_cents"] = max((values["cap_cents"], *needed))


def _caps(book: Casebook, values: Values) -> Iterator[CostCap]:
    return (cap for cap in book.of("cost_cap") if cap.budget_line_id == values["budget_line_id"])

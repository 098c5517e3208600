"""Money: the lines of a budget and the costs entered under them, in euro cents."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.fields import Bounds, Record, Reference
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, NOT_ASKED, Day, Unknown

__all__ = ["BudgetLine", "CostBasis", "CostCap", "CostCapPer", "CostEntry"]

CENTS = Bounds(0, 1_000_000_000_000, "euro cents")
UNITS = Bounds(0, 1_000_000, "units")


@attrs.frozen(kw_only=True, repr=False)
class BudgetLine(Record):
    """A line of an operation's budget.

    Attributes:
        operation_id: The operation.
        number: As the budget numbers it.
        title: As the budget names it.
        amount_cents: What may be spent under it altogether, in euro cents.
    """

    id: str
    operation_id: Annotated[str, Reference("operation", inverse="budget_lines")]
    number: str
    title: str
    amount_cents: Annotated[int | Unknown, CENTS] = NOT_ASKED


class CostCapPer(Enum):
    """For what a cap is set."""

    PERSON = "person"
    STAFF_MEMBER_MONTH = "staff_member_month"
    SERVICE = "service"
    MONTH = "month"


@attrs.frozen(kw_only=True, repr=False)
class CostCap(Record):
    """The most that may be claimed for one unit under a budget line, without VAT.

    Attributes:
        budget_line_id: The line.
        per: What one unit is.
        cap_cents: The most for one unit, in euro cents without VAT.
        first_day: First day on which it holds.
        last_day: Last day on which it holds; absent while it does.
    """

    id: str
    budget_line_id: Annotated[str, Reference("budget_line", inverse="cost_caps")]
    per: CostCapPer
    cap_cents: Annotated[int, CENTS]
    first_day: Day = NOT_ASKED
    last_day: Day = ABSENT


class CostBasis(Enum):
    """How the amount of a cost comes about."""

    ACTUAL = "actual"
    UNIT_COST = "unit_cost"
    LUMP_SUM = "lump_sum"
    FLAT_RATE = "flat_rate"


@attrs.frozen(kw_only=True, repr=False)
class CostEntry(Record):
    """A cost under a budget line, for one month.

    Attributes:
        budget_line_id: The line.
        contract_id: The contract under which it arose.
        basis: How its amount comes about.
        month: The month for which it arose, ``2018-06``.
        units: For how many units of the line's cap.
        net_cents: The amount without VAT, in euro cents.
        vat_cents: The VAT, in euro cents.
        vat_eligible: Whether the VAT may be claimed.
    """

    id: str
    budget_line_id: Annotated[str, Reference("budget_line", inverse="cost_entries")]
    contract_id: Annotated[str, Reference("contract", inverse="cost_entries")]
    basis: CostBasis
    month: Day
    units: Annotated[int | Unknown, UNITS] = NOT_ASKED
    net_cents: Annotated[int | Unknown, CENTS] = NOT_ASKED
    vat_cents: Annotated[int | Unknown, CENTS] = NOT_ASKED
    vat_eligible: YesNo | Unknown = NOT_ASKED

"""Who pays for the service, and under which contracts it is delivered.

Operation, budget and shares are as published (Cabinet Regulation No 102, points 7 and 8), and so
are the caps of costs (point 19.3) and the promise of 390 clients a year on average (point 39.7);
the providers, the numbers of their contracts and the lines of the budget are synthetic.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from inclusion_core.fields import Record
from inclusion_core.model.cost import BudgetLine, CostCap, CostCapPer
from inclusion_core.model.funding import (
    Contract,
    Fund,
    FundingShare,
    Operation,
    Programme,
    Provider,
    ShareRule,
)
from inclusion_core.model.target import Target
from inclusion_core.periods import term_from
from inclusion_core.values import NOT_ASKED
from inclusion_sif.sample.life import HANDOVER, SERVICE_START

__all__ = ["CAPS", "FIRST", "PROGRAMME", "SECOND", "funding_chain"]

_FIRST_SIGNED = date(2016, 2, 24)
_SECOND_SIGNED = date(2018, 5, 17)

OPERATION_ENDS_ON = date(2023, 12, 31)
"""The day by which its targets are to be met (MK 102, 4.2); taken as its last day here."""

OPERATION = Operation(
    id="operation-diversity",
    number="9.1.4.4./16/I/001",
    title="Dažādības veicināšana",
    beneficiary="Sabiedrības integrācijas fonds",
    last_day=OPERATION_ENDS_ON,
    budget_cents=796_525_700,
)
PROGRAMME = Programme(
    id="programme-mentoring", operation_id=OPERATION.id, declared_as="sif.mentoring"
)
PROVIDER_A = Provider(id="provider-a", name="Synthetic provider A")
PROVIDER_B = Provider(id="provider-b", name="Synthetic provider B")

FIRST = Contract(
    id="contract-1",
    programme_id=PROGRAMME.id,
    provider_id=PROVIDER_A.id,
    number="SYNTHETIC-2016-1",
    signed_on=_FIRST_SIGNED,
    first_day=SERVICE_START,
    last_day=term_from(SERVICE_START, 27),
)
SECOND = Contract(
    id="contract-2",
    programme_id=PROGRAMME.id,
    provider_id=PROVIDER_B.id,
    number="SYNTHETIC-2018-1",
    signed_on=_SECOND_SIGNED,
    first_day=HANDOVER,
    last_day=term_from(HANDOVER, 18),
)

_FUNDS = (
    (Fund(id="fund-esf", name="European Social Fund"), Decimal(85), ShareRule.AT_MOST),
    (Fund(id="fund-state", name="Latvian state budget"), Decimal(15), ShareRule.REMAINDER),
)

_WORKERS = BudgetLine(
    id="budget-line-workers",
    operation_id=OPERATION.id,
    number="1",
    title="Sociālā darbinieka pakalpojums",
    amount_cents=30_000_000,
)
_MENTORS = BudgetLine(
    id="budget-line-mentors",
    operation_id=OPERATION.id,
    number="2",
    title="Sociālā mentora pakalpojums",
    amount_cents=60_000_000,
)
_OTHER = BudgetLine(
    id="budget-line-other",
    operation_id=OPERATION.id,
    number="3",
    title="Pārējās izmaksas",
    amount_cents=NOT_ASKED,
)


def _cap(line: BudgetLine, cap_cents: int) -> CostCap:
    return CostCap(
        id=f"cap-of-{line.id}",
        budget_line_id=line.id,
        per=CostCapPer.STAFF_MEMBER_MONTH,
        cap_cents=cap_cents,
        first_day=_FIRST_SIGNED,
    )


CAPS: tuple[CostCap, CostCap] = (_cap(_WORKERS, 140_000), _cap(_MENTORS, 100_000))
"""The most for a social worker, and for a social mentor, a month."""

_PROMISED = 390
_YEARS = (2016, 2017, 2018, 2019)


def funding_chain() -> Iterator[tuple[date, Record]]:
    """The records of the chain, each with the day on which it is recorded."""
    yield _FIRST_SIGNED, OPERATION
    yield _FIRST_SIGNED, PROGRAMME
    for fund, percent, rule in _FUNDS:
        yield _FIRST_SIGNED, fund
        share = FundingShare(
            id=f"share-of-{fund.id}",
            operation_id=OPERATION.id,
            fund_id=fund.id,
            percent=percent,
            rule=rule,
        )
        yield _FIRST_SIGNED, share
    yield from ((_FIRST_SIGNED, line) for line in (_WORKERS, _MENTORS, _OTHER))
    yield from ((_FIRST_SIGNED, cap) for cap in CAPS)
    yield from ((_FIRST_SIGNED, _target(year)) for year in _YEARS)
    yield _FIRST_SIGNED, PROVIDER_A
    yield _FIRST_SIGNED, FIRST
    yield _SECOND_SIGNED, PROVIDER_B
    yield _SECOND_SIGNED, SECOND


def _target(year: int) -> Target:
    """The yearly average that was promised, for one year."""
    return Target(
        id=f"target-{year}",
        operation_id=OPERATION.id,
        metric="sif.mentoring.clients",
        amount=_PROMISED,
        agreed_on=_FIRST_SIGNED,
        due_on=date(year, 12, 31),
    )

"""Who pays for the service, and under which contracts it is delivered.

Operation and shares are as published; the providers and the numbers of their contracts are
synthetic.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from inclusion_core.fields import Record
from inclusion_core.model.funding import (
    Contract,
    Fund,
    FundingShare,
    Operation,
    Programme,
    Provider,
)
from inclusion_core.periods import term_from
from inclusion_sif.sample.life import HANDOVER, SERVICE_START

__all__ = ["FIRST", "PROGRAMME", "SECOND", "funding_chain"]

_FIRST_SIGNED = date(2016, 2, 24)
_SECOND_SIGNED = date(2018, 5, 17)

OPERATION = Operation(
    id="operation-diversity",
    number="9.1.4.4./16/I/001",
    title="Dažādības veicināšana",
    beneficiary="Sabiedrības integrācijas fonds",
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
    (Fund(id="fund-esf", name="European Social Fund"), Decimal(85)),
    (Fund(id="fund-state", name="Latvian state budget"), Decimal(15)),
)


def funding_chain() -> Iterator[tuple[date, Record]]:
    """The records of the chain, each with the day on which it is recorded."""
    yield _FIRST_SIGNED, OPERATION
    yield _FIRST_SIGNED, PROGRAMME
    for fund, percent in _FUNDS:
        yield _FIRST_SIGNED, fund
        share = FundingShare(
            id=f"share-of-{fund.id}", operation_id=OPERATION.id, fund_id=fund.id, percent=percent
        )
        yield _FIRST_SIGNED, share
    yield _FIRST_SIGNED, PROVIDER_A
    yield _FIRST_SIGNED, FIRST
    yield _SECOND_SIGNED, PROVIDER_B
    yield _SECOND_SIGNED, SECOND

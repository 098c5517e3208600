"""The cover of a submission: whose it is, which one, who signed it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import TypeVar

import attrs

from inclusion_core.fields import Record
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.funding import Contract, Operation, Programme, Provider
from inclusion_core.periods import Period
from inclusion_core.submissions.form import Duty

__all__ = ["Cover", "Edition", "Signing", "cover_from", "operation_of"]

RecordT = TypeVar("RecordT", bound=Record)


class Edition(Enum):
    """Whether a submission is the first of its number, or takes the place of one."""

    ORIGINAL = "original"
    REVISION = "revision"


@attrs.frozen(kw_only=True)
class Cover:
    """What stands on the first page; what nobody says is empty.

    Attributes:
        operation: Number of the operation.
        contract: Number of the contract.
        beneficiary: Who answers for the operation.
        provider: Who delivered.
        number: Which submission under the contract it is, from 1.
        edition: The original, or a revision of it.
    """

    operation: str = ""
    contract: str = ""
    beneficiary: str = ""
    provider: str = ""
    number: int = 1
    edition: Edition = Edition.ORIGINAL


@attrs.frozen(kw_only=True)
class Signing:
    """Who answers for what: a role, never a name, and the day."""

    duty: Duty
    role: str
    on: date


def operation_of(caseload: Caseload, number: str) -> Operation | None:
    """The operation with that number; with no number, the only one there is."""
    found = [each for each in caseload.of(Operation) if number in ("", each.number)]
    return found[0] if len(found) == 1 else None


def cover_from(
    caseload: Caseload, operation: Operation | None, programme: str, period: Period, said: Cover
) -> Cover:
    """The cover: what its author says, and of the rest what the records leave no doubt about.

    Args:
        caseload: Where operations and contracts are recorded.
        operation: The operation reported on.
        programme: Id of the programme in the catalogue; empty for a whole fund.
        period: The period reported on: of several contracts, that which covers it.
        said: What the author says.
    """
    contract = None if operation is None else _contract(caseload, operation, programme, period)
    provider = contract and _only(
        each for each in caseload.of(Provider) if each.id == contract.provider_id
    )
    return attrs.evolve(
        said,
        operation=said.operation or (operation.number if operation else ""),
        contract=said.contract or (contract.number if contract else ""),
        beneficiary=said.beneficiary or (operation.beneficiary if operation else ""),
        provider=said.provider or (provider.name if provider else ""),
    )


def _contract(
    caseload: Caseload, operation: Operation, programme: str, period: Period
) -> Contract | None:
    programmes = {
        each.id
        for each in caseload.of(Programme)
        if each.operation_id == operation.id and programme in ("", each.declared_as)
    }
    its = [each for each in caseload.of(Contract) if each.programme_id in programmes]
    covering = [each for each in its if _covers(each, period)]
    return _only(covering) or _only(its)


def _covers(contract: Contract, period: Period) -> bool:
    """Whether a contract surely has begun by the first day of the period and lasts to its last."""
    first, last = contract.first_day, contract.last_day
    begun = isinstance(first, date) and first <= period.first_day
    ends_before = isinstance(last, date) and period.last_day is not None and last < period.last_day
    return begun and not ends_before


def _only(records: Iterable[RecordT]) -> RecordT | None:
    listed = list(records)
    return listed[0] if len(listed) == 1 else None

"""Who pays for the programme, under which contracts it is delivered, and by which staff.

Operation, budget and shares are those of the other sample; the day on which the first contract was
signed and the days of the last one are as published. Providers, the numbers of the contracts, all
other days and all staff are synthetic. Of the beginning of the last contract only the month was
published, and only the month is recorded.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from inclusion_core.fields import Record
from inclusion_core.model.funding import (
    Contract,
    Fund,
    FundingShare,
    Operation,
    Programme,
    Provider,
)
from inclusion_core.model.staff import Engagement, StaffAssignment, StaffMember, StaffRole
from inclusion_core.values import NOT_ASKED, PartialDay
from inclusion_sif.motivation.programme import MOTIVATION, REGIONS_2018, TEAM
from inclusion_sif.sample.funding import funding_chain as chain_of_the_operation
from inclusion_sif.sample.ids import Ids

__all__ = ["BETWEEN", "FIRST", "LAST", "Team", "funding_chain"]

PROGRAMME_ID = "programme-motivation"
PROVIDER_2018 = Provider(id="provider-2018", name="Synthetic provider of 2018")
PROVIDER_2020 = Provider(id="provider-2020", name="Synthetic provider of 2020")


def _contract(stem: str, provider: Provider, **terms: date | PartialDay) -> Contract:
    return Contract(
        id=f"contract-{stem}",
        programme_id=PROGRAMME_ID,
        provider_id=provider.id,
        number=f"SYNTHETIC-{stem}",
        **terms,
    )


FIRST = _contract(
    "2018",
    PROVIDER_2018,
    signed_on=date(2018, 2, 19),
    first_day=date(2018, 3, 1),
    last_day=date(2019, 8, 31),
)
BETWEEN = _contract(
    "2020-summer",
    PROVIDER_2018,
    signed_on=date(2020, 6, 15),
    first_day=date(2020, 7, 1),
    last_day=date(2020, 8, 31),
)
"""A few whom it served were handed over to the next provider in September."""
LAST = _contract(
    "2020",
    PROVIDER_2020,
    first_day=PartialDay.of_month(2020, 9),
    last_day=date(2021, 5, 1),
)
RECORDED_ON = {
    FIRST.id: date(2018, 2, 19),
    BETWEEN.id: date(2020, 6, 15),
    LAST.id: date(2020, 9, 1),
}


def funding_chain() -> Iterator[tuple[date, Record]]:
    """The records of the chain, each with the day on which it is recorded."""
    for day, record in chain_of_the_operation():
        if isinstance(record, Operation | Fund | FundingShare):
            yield day, record
            if isinstance(record, Operation):
                programme = Programme(
                    id=PROGRAMME_ID, operation_id=record.id, declared_as=MOTIVATION.id
                )
                yield RECORDED_ON[FIRST.id], programme
    for contract, provider in ((FIRST, PROVIDER_2018), (LAST, PROVIDER_2020)):
        yield RECORDED_ON[contract.id], provider
    for contract in (FIRST, BETWEEN, LAST):
        yield RECORDED_ON[contract.id], contract


class Team:
    """Who gives the services: under each contract one of each role, a social worker a region."""

    def __init__(self, ids: Ids) -> None:
        self.records: list[tuple[date, Record]] = []
        self._assignments: dict[tuple[str, StaffRole, str], StaffAssignment] = {}
        for contract in (FIRST, BETWEEN, LAST):
            for role in TEAM:
                self._engage(ids, contract, role)

    def on(self, contract: Contract, role: StaffRole, region: str) -> StaffAssignment:
        """The one of that role who works in the region under the contract."""
        key = contract.id, role, region
        return self._assignments.get(key) or self._assignments[contract.id, role, ""]

    def _engage(self, ids: Ids, contract: Contract, role: StaffRole) -> None:
        by_region = contract is FIRST and role is StaffRole.SOCIAL_WORKER
        for region in REGIONS_2018 if by_region else ("",):
            employed = role is StaffRole.SOCIAL_WORKER
            member = StaffMember(
                id=ids.take("s"),
                provider_id=contract.provider_id,
                engagement=Engagement.EMPLOYEE if employed else NOT_ASKED,
            )
            assignment = StaffAssignment(
                id=ids.take("sa"),
                staff_member_id=member.id,
                contract_id=contract.id,
                role=role,
                first_day=contract.first_day,
                last_day=contract.last_day,
            )
            self.records += [(RECORDED_ON[contract.id], each) for each in (member, assignment)]
            self._assignments[contract.id, role, region] = assignment

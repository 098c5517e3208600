"""Three operations, who pays for them, and who delivers them; all of it is synthetic."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import attrs

from inclusion_core.dice import Days
from inclusion_core.fields import Record
from inclusion_core.model.client import Gender
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
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT
from inclusion_esf.records import (
    EnterpriseSize,
    EntityKind,
    EsfEstimate,
    EsfProject,
    EsfSupportedEntity,
    EstimateBasis,
)

__all__ = ["OPERATIONS", "PROVIDER", "SampleOperation", "funding_chain"]

PROVIDER = Provider(id="provider", name="Synthetic provider")
_STATE = Fund(id="fund-state", name="State budget")


@attrs.frozen(kw_only=True)
class SampleOperation:
    """An operation of the sample.

    Attributes:
        operation: Its record.
        programme: The programme that participants enter.
        contract: Under which it is delivered.
        fund: Who pays the larger part.
        project: What the fund wants to know of it.
        entered: When participants enter.
        newcomers: How many participants enter who were in none before.
        known: How many of them were in the operation before this one.
        adults_only: Whether no children take part.
    """

    operation: Operation
    programme: Programme
    contract: Contract
    fund: Fund
    project: EsfProject
    entered: Days
    newcomers: int
    known: int = 0
    adults_only: bool = True


def _operation(
    stem: str, days: tuple[date, date], fund: Fund, project: EsfProject, **people: int | bool | Days
) -> SampleOperation:
    first_day, last_day = days
    operation = Operation(
        id=f"operation-{stem}",
        number=f"SYNTHETIC-{first_day.year}-{stem}",
        title="Support on the way to work",
        beneficiary=PROVIDER.name,
        first_day=first_day,
        last_day=last_day,
        budget_cents=150_000_000,
    )
    programme = Programme(
        id=f"programme-{stem}", operation_id=operation.id, declared_as="esf.sample"
    )
    contract = Contract(
        id=f"contract-{stem}",
        programme_id=programme.id,
        provider_id=PROVIDER.id,
        number=f"SYNTHETIC-{stem}",
        signed_on=first_day,
        first_day=first_day,
        last_day=last_day,
    )
    return SampleOperation(
        operation=operation,
        programme=programme,
        contract=contract,
        fund=fund,
        project=attrs.evolve(project, id=f"project-{stem}", operation_id=operation.id),
        **people,  # type: ignore[arg-type]  # attrs tells them apart
    )


_UNNAMED = EsfProject(
    id="project",
    operation_id="operation",
    most_deprived=YesNo.NO,
    by_partners=YesNo.YES,
    for_women_in_employment=YesNo.NO,
    for_public_administration=YesNo.NO,
)

ESF_OPERATION = _operation(
    "work",
    (date(2017, 6, 1), date(2020, 12, 31)),
    Fund(id="fund-esf", name="European Social Fund"),
    attrs.evolve(_UNNAMED, objective="9i", selected_on=date(2017, 5, 2)),
    entered=Days(date(2017, 7, 1), date(2019, 12, 20)),
    newcomers=180,
)
ESF_PLUS_OPERATION = _operation(
    "inclusion",
    (date(2022, 3, 1), date(2025, 12, 31)),
    Fund(id="fund-esf-plus", name="European Social Fund Plus"),
    attrs.evolve(
        _UNNAMED, objective="h", for_women_in_employment=YesNo.YES, selected_on=date(2022, 2, 1)
    ),
    entered=Days(date(2022, 4, 1), date(2024, 6, 28)),
    newcomers=150,
    known=25,
)
MOST_DEPRIVED_OPERATION = _operation(
    "deprived",
    (date(2023, 1, 2), date(2025, 12, 31)),
    Fund(id="fund-esf-plus", name="European Social Fund Plus"),
    attrs.evolve(_UNNAMED, objective="l", most_deprived=YesNo.YES, selected_on=date(2022, 12, 1)),
    entered=Days(date(2023, 2, 1), date(2024, 6, 28)),
    newcomers=50,
    known=10,
    adults_only=False,
)
OPERATIONS: tuple[SampleOperation, ...] = (
    ESF_OPERATION,
    ESF_PLUS_OPERATION,
    MOST_DEPRIVED_OPERATION,
)


def funding_chain() -> Iterator[tuple[date, Record]]:
    """Funds, operations and their contracts, each with the day on which it is recorded."""
    signed_on = date(2017, 6, 1)
    yield signed_on, PROVIDER
    yield signed_on, _STATE
    for fund in dict.fromkeys(each.fund for each in OPERATIONS):
        yield signed_on, fund
    for each in OPERATIONS:
        begun_on = each.entered.first
        yield from ((begun_on, record) for record in _of_one(each))
    yield from ((date(2024, 1, 8), record) for record in _estimates())


def _of_one(each: SampleOperation) -> Iterator[Record]:
    yield from (each.operation, each.programme, each.contract, each.project)
    yield _share(each, each.fund, 85, ShareRule.AT_MOST)
    yield _share(each, _STATE, 15, ShareRule.REMAINDER)
    for number, size in enumerate((EnterpriseSize.MICRO, EnterpriseSize.SMALL)):
        yield _supported(each, number, EntityKind.ENTERPRISE, size)
    yield _supported(each, 2, EntityKind.PUBLIC_BODY, None)
    yield Target(
        id=f"target-{each.operation.id}",
        operation_id=each.operation.id,
        metric="esf.total" if each.fund.id == "fund-esf" else "esf.plus.eeco01",
        amount=each.newcomers,
        agreed_on=each.entered.first,
        due_on=each.entered.last,
    )


def _share(each: SampleOperation, fund: Fund, percent: int, rule: ShareRule) -> FundingShare:
    return FundingShare(
        id=f"share-{each.operation.id}-{fund.id}",
        operation_id=each.operation.id,
        fund_id=fund.id,
        percent=Decimal(percent),
        rule=rule,
    )


def _supported(
    each: SampleOperation, number: int, kind: EntityKind, size: EnterpriseSize | None
) -> EsfSupportedEntity:
    """An entity; the first enterprise is the same in all operations."""
    key = f"entity-{number}" if number == 0 else f"entity-{each.operation.id}-{number}"
    return EsfSupportedEntity(
        id=f"supported-{each.operation.id}-{number}",
        operation_id=each.operation.id,
        entity=key,
        kind=kind,
        size=ABSENT if size is None else size,
        supported_on=each.entered.first,
    )


def _estimates() -> Iterator[Record]:
    """Housing was not asked of everybody in the operation for the most deprived."""
    for gender, amount in ((Gender.FEMALE, 14), (Gender.MALE, 21)):
        yield EsfEstimate(
            id=f"estimate-{gender.value}",
            operation_id=MOST_DEPRIVED_OPERATION.operation.id,
            indicator="esf.most-deprived.homeless",
            gender=gender,
            amount=amount,
            basis=EstimateBasis.INFORMED_ESTIMATE,
            made_on=date(2023, 12, 29),
        )

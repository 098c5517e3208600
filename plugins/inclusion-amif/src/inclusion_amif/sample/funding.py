"""Four operations, who pays for them, and what they make besides; all of it is synthetic."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import attrs

from inclusion_amif.records import (
    AmifInformation,
    AmifObjective,
    AmifProject,
    AmifSupportedAuthority,
    BodyKind,
    InformationKind,
)
from inclusion_core.dice import Days
from inclusion_core.fields import Record
from inclusion_core.model.funding import (
    Contract,
    Fund,
    FundingShare,
    Operation,
    Programme,
    Provider,
    ShareRule,
)
from inclusion_core.model.yes_no import YesNo

__all__ = ["ENTERED", "LAST_DAY", "OPERATIONS", "PROVIDER", "SampleOperation", "funding_chain"]

FIRST_DAY = date(2022, 1, 3)
LAST_DAY = date(2024, 12, 31)
"""The last day of all operations, and the last on which anything is recorded."""
ENTERED = Days(date(2022, 2, 1), date(2024, 3, 28))

PROVIDER = Provider(id="provider", name="Synthetic provider")
AMIF = Fund(id="fund-amif", name="Asylum, Migration and Integration Fund")
OTHER_FUND = Fund(id="fund-other", name="Another fund of the Union")
STATE = Fund(id="fund-state", name="State budget")


@attrs.frozen(kw_only=True)
class SampleOperation:
    """An operation of the sample.

    Attributes:
        stem: What its ids end with.
        objective: The specific objective; ``None`` where another fund pays.
        beneficiary: What kind of body receives the money.
        newcomers: How many people enter who were in none before.
        known: How many of those before enter it too.
    """

    stem: str
    objective: AmifObjective | None
    beneficiary: BodyKind = BodyKind.NGO
    newcomers: int
    known: int = 0

    @property
    def programme_id(self) -> str:
        """The programme that participants enter."""
        return f"programme-{self.stem}"

    @property
    def contract_id(self) -> str:
        """The contract under which it is delivered."""
        return f"contract-{self.stem}"


OPERATIONS: tuple[SampleOperation, ...] = (
    SampleOperation(stem="asylum", objective=AmifObjective.ASYLUM, newcomers=20),
    SampleOperation(stem="integration", objective=AmifObjective.INTEGRATION, newcomers=26, known=4),
    SampleOperation(
        stem="city",
        objective=AmifObjective.INTEGRATION,
        beneficiary=BodyKind.LOCAL_AUTHORITY,
        newcomers=12,
        known=2,
    ),
    SampleOperation(stem="other-fund", objective=None, newcomers=2, known=6),
)


def funding_chain() -> Iterator[tuple[date, Record]]:
    """Funds, operations and what they make, each with the day on which it is recorded."""
    for record in (PROVIDER, AMIF, OTHER_FUND, STATE):
        yield FIRST_DAY, record
    for operation in OPERATIONS:
        yield from ((FIRST_DAY, record) for record in _of_one(operation))
    yield from _besides()


def _of_one(each: SampleOperation) -> Iterator[Record]:
    key = f"operation-{each.stem}"
    yield Operation(
        id=key,
        number=f"SYNTHETIC-{each.stem}",
        title="Synthetic project",
        beneficiary=PROVIDER.name,
        first_day=FIRST_DAY,
        last_day=LAST_DAY,
        budget_cents=60_000_000,
    )
    yield Programme(id=each.programme_id, operation_id=key, declared_as="amif.sample")
    yield Contract(
        id=each.contract_id,
        programme_id=each.programme_id,
        provider_id=PROVIDER.id,
        number=f"SYNTHETIC-{each.stem}",
        signed_on=FIRST_DAY,
        first_day=FIRST_DAY,
        last_day=LAST_DAY,
    )
    fund = OTHER_FUND if each.objective is None else AMIF
    for payer, percent, rule in ((fund, 75, ShareRule.AT_MOST), (STATE, 25, ShareRule.REMAINDER)):
        yield FundingShare(
            id=f"share-{each.stem}-{payer.id}",
            operation_id=key,
            fund_id=payer.id,
            percent=Decimal(percent),
            rule=rule,
        )
    if each.objective is not None:
        yield AmifProject(
            id=f"project-{each.stem}",
            operation_id=key,
            objective=each.objective,
            beneficiary=each.beneficiary,
        )


def _besides() -> Iterator[tuple[date, Record]]:
    """Authorities, one of them supported by both projects and one of the state; information."""
    for number, (stem, authority, kind) in enumerate(
        (
            ("integration", "authority-1", BodyKind.LOCAL_AUTHORITY),
            ("integration", "authority-2", BodyKind.REGIONAL_AUTHORITY),
            ("city", "authority-1", BodyKind.LOCAL_AUTHORITY),
            ("integration", "authority-3", BodyKind.STATE_AUTHORITY),
        )
    ):
        supported_on = date(2022, 3 + number, 1)
        yield (
            supported_on,
            AmifSupportedAuthority(
                id=f"supported-{number}",
                amif_project_id=f"project-{stem}",
                authority=authority,
                kind=kind,
                supported_on=supported_on,
            ),
        )
    for number, (kind_of, about) in enumerate(
        (
            (InformationKind.PACKAGE, YesNo.YES),
            (InformationKind.CAMPAIGN, YesNo.YES),
            (InformationKind.CAMPAIGN, YesNo.NO),
        )
    ):
        issued_on = date(2023, 2 + number, 1)
        yield (
            issued_on,
            AmifInformation(
                id=f"information-{number}",
                amif_project_id="project-integration",
                kind=kind_of,
                about_legal_migration=about,
                issued_on=issued_on,
            ),
        )

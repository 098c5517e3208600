"""What the fund counts besides participants: projects, supported bodies, information."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.expr import CodeAttribute, DayAttribute, Row, ToOne
from inclusion_core.facts.rows import OperationRow
from inclusion_core.fields import CodeList, Record, Reference
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import NOT_ASKED, Day, Unknown

__all__ = [
    "AmifInformation",
    "AmifInformationRow",
    "AmifObjective",
    "AmifProject",
    "AmifProjectRow",
    "AmifSupportedAuthority",
    "AmifSupportedAuthorityRow",
    "BodyKind",
    "InformationKind",
]

AUTHORITIES = CodeList("keys of authorities, the same wherever one is supported", r"\S+")


class AmifObjective(Enum):
    """The specific objective under which a project is paid for."""

    ASYLUM = "asylum"
    INTEGRATION = "integration"
    OTHER = "other"


class BodyKind(Enum):
    """What kind of body receives money or support."""

    LOCAL_AUTHORITY = "local_authority"
    REGIONAL_AUTHORITY = "regional_authority"
    STATE_AUTHORITY = "state_authority"
    NGO = "ngo"
    OTHER = "other"


@attrs.frozen(kw_only=True, repr=False)
class AmifProject(Record):
    """What the fund wants to know of an operation: one record for each that it pays for.

    An operation without one is no project of the fund, and nobody in it is counted.

    Attributes:
        operation_id: The operation.
        objective: Asylum is specific objective (a), integration and legal migration (b); of others
            nothing is counted here.
        beneficiary: What kind of body receives the money.
    """

    id: str
    operation_id: Annotated[str, Reference("operation", inverse="amif_projects")]
    objective: AmifObjective | Unknown = NOT_ASKED
    beneficiary: BodyKind | Unknown = NOT_ASKED


class AmifProjectRow(Row):
    """What the fund wants to know of an operation."""

    record_type = "amif_project"
    objective: CodeAttribute[AmifObjective] = CodeAttribute(AmifObjective)
    beneficiary: CodeAttribute[BodyKind] = CodeAttribute(BodyKind)
    operation: ToOne[OperationRow] = ToOne(lambda: OperationRow)


@attrs.frozen(kw_only=True, repr=False)
class AmifSupportedAuthority(Record):
    """An authority that a project supports to implement integration measures.

    Attributes:
        amif_project_id: The project.
        authority: An opaque key of the authority, the same in every project that supports it.
        kind: Local and regional authorities are counted.
        supported_on: First day of the support.
    """

    id: str
    amif_project_id: Annotated[str, Reference("amif_project", inverse="amif_supported_authorities")]
    authority: Annotated[str | Unknown, AUTHORITIES] = NOT_ASKED
    kind: BodyKind | Unknown = NOT_ASKED
    supported_on: Day = NOT_ASKED


class AmifSupportedAuthorityRow(Row):
    """An authority that a project supports."""

    record_type = "amif_supported_authority"
    authority: CodeAttribute[str] = CodeAttribute(str)
    kind: CodeAttribute[BodyKind] = CodeAttribute(BodyKind)
    supported_on: DayAttribute = DayAttribute()
    amif_project: ToOne[AmifProjectRow] = ToOne(lambda: AmifProjectRow)


class InformationKind(Enum):
    """What informs people."""

    PACKAGE = "package"
    CAMPAIGN = "campaign"


@attrs.frozen(kw_only=True, repr=False)
class AmifInformation(Record):
    """An information package or a campaign.

    Attributes:
        amif_project_id: The project that made it.
        kind: Package or campaign.
        about_legal_migration: It raises awareness of legal ways to the Union.
        issued_on: Day on which it was given out, or begun.
    """

    id: str
    amif_project_id: Annotated[str, Reference("amif_project", inverse="amif_information")]
    kind: InformationKind | Unknown = NOT_ASKED
    about_legal_migration: YesNo | Unknown = NOT_ASKED
    issued_on: Day = NOT_ASKED


class AmifInformationRow(Row):
    """An information package or a campaign."""

    record_type = "amif_information"
    kind: CodeAttribute[InformationKind] = CodeAttribute(InformationKind)
    about_legal_migration: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    issued_on: DayAttribute = DayAttribute()
    amif_project: ToOne[AmifProjectRow] = ToOne(lambda: AmifProjectRow)

"""What the funds count besides participants: projects, supported entities, and estimates."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.expr import (
    CodeAttribute,
    DayAttribute,
    NumberAttribute,
    Row,
    ToOne,
)
from inclusion_core.facts.rows import OperationRow
from inclusion_core.fields import Bounds, CodeList, Record, Reference
from inclusion_core.model.client import Gender
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import NOT_ASKED, Absent, Day, Unknown
from inclusion_esf.participation import OBJECTIVES

__all__ = [
    "EnterpriseSize",
    "EntityKind",
    "EsfEstimate",
    "EsfEstimateRow",
    "EsfProject",
    "EsfProjectRow",
    "EsfSupportedEntity",
    "EsfSupportedEntityRow",
    "EstimateBasis",
]

ENTITIES = CodeList("keys of entities, the same wherever one is supported", r"\S+")
INDICATORS = CodeList("indicators of the catalogue", r"esf\.[a-z0-9.-]+")


@attrs.frozen(kw_only=True, repr=False)
class EsfProject(Record):
    """What the fund wants to know of an operation: one record for each.

    Attributes:
        operation_id: The operation.
        objective: The investment priority or specific objective under which it is paid for.
        most_deprived: It is for the most deprived, under specific objective (l).
        by_partners: Social partners or non-governmental organisations implement it, in whole or
            in part.
        for_women_in_employment: It is dedicated to the sustainable participation and progress of
            women in employment.
        for_public_administration: It is for public administrations or public services.
        selected_on: Day on which it was selected for support.
    """

    id: str
    operation_id: Annotated[str, Reference("operation", inverse="esf_projects")]
    objective: Annotated[str | Unknown, OBJECTIVES] = NOT_ASKED
    most_deprived: YesNo | Unknown = NOT_ASKED
    by_partners: YesNo | Unknown = NOT_ASKED
    for_women_in_employment: YesNo | Unknown = NOT_ASKED
    for_public_administration: YesNo | Unknown = NOT_ASKED
    selected_on: Day = NOT_ASKED


class EsfProjectRow(Row):
    """What the fund wants to know of an operation."""

    record_type = "esf_project"
    objective: CodeAttribute[str] = CodeAttribute(str)
    most_deprived: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    by_partners: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    for_women_in_employment: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    for_public_administration: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    selected_on: DayAttribute = DayAttribute()
    operation: ToOne[OperationRow] = ToOne(lambda: OperationRow)


class EntityKind(Enum):
    """What is supported besides persons."""

    ENTERPRISE = "enterprise"
    PUBLIC_BODY = "public_body"


class EnterpriseSize(Enum):
    """How large an enterprise is, by Recommendation 2003/361/EC."""

    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


@attrs.frozen(kw_only=True, repr=False)
class EsfSupportedEntity(Record):
    """An enterprise or a public body that an operation supports.

    Attributes:
        operation_id: The operation.
        entity: An opaque key of the entity, the same in every operation that supports it.
        kind: Enterprise, cooperatives and social enterprises included, or public body.
        size: How large the enterprise is; absent for a public body.
        supported_on: First day of the support.
    """

    id: str
    operation_id: Annotated[str, Reference("operation", inverse="esf_supported_entities")]
    entity: Annotated[str | Unknown, ENTITIES] = NOT_ASKED
    kind: EntityKind | Unknown = NOT_ASKED
    size: EnterpriseSize | Absent | Unknown = NOT_ASKED
    supported_on: Day = NOT_ASKED


class EsfSupportedEntityRow(Row):
    """An enterprise or a public body that an operation supports."""

    record_type = "esf_supported_entity"
    entity: CodeAttribute[str] = CodeAttribute(str)
    kind: CodeAttribute[EntityKind] = CodeAttribute(EntityKind)
    size: CodeAttribute[EnterpriseSize] = CodeAttribute(EnterpriseSize)
    supported_on: DayAttribute = DayAttribute()
    operation: ToOne[OperationRow] = ToOne(lambda: OperationRow)


class EstimateBasis(Enum):
    """On what a number rests that was not counted."""

    INFORMED_ESTIMATE = "informed_estimate"
    TARGET_GROUP_RULE = "target_group_rule"


@attrs.frozen(kw_only=True, repr=False)
class EsfEstimate(Record):
    """A number of participants that the beneficiary estimates, where the fund allows it.

    Attributes:
        operation_id: The operation.
        indicator: Id of the indicator, ``esf.plus.eeco16``.
        gender: Of whom; one record for each gender.
        amount: How many participants, besides those of earlier estimates.
        basis: An informed estimate; or all participants, because who may take part is only who has
            the characteristic.
        made_on: Day of the estimate.
    """

    id: str
    operation_id: Annotated[str, Reference("operation", inverse="esf_estimates")]
    indicator: Annotated[str, INDICATORS]
    gender: Gender | Unknown = NOT_ASKED
    amount: Annotated[int | Unknown, Bounds(0, 1_000_000_000, "participants")] = NOT_ASKED
    basis: EstimateBasis | Unknown = NOT_ASKED
    made_on: Day = NOT_ASKED


class EsfEstimateRow(Row):
    """A number of participants that the beneficiary estimates."""

    record_type = "esf_estimate"
    indicator: CodeAttribute[str] = CodeAttribute(str)
    gender: CodeAttribute[Gender] = CodeAttribute(Gender)
    amount: NumberAttribute = NumberAttribute()
    basis: CodeAttribute[EstimateBasis] = CodeAttribute(EstimateBasis)
    made_on: DayAttribute = DayAttribute()
    operation: ToOne[OperationRow] = ToOne(lambda: OperationRow)

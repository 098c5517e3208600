"""The labour market: whether a client works, looks for work, or does neither."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.fields import Reference
from inclusion_core.model.personal import PersonalRecord
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown

__all__ = ["ContractKind", "LabourSpell", "LabourStatus", "WorkKind", "WorkingTime"]


class LabourStatus(Enum):
    """Where a person stands in the labour market."""

    EMPLOYED = "employed"
    UNEMPLOYED = "unemployed"
    INACTIVE = "inactive"


class WorkKind(Enum):
    """For whom somebody works."""

    EMPLOYEE = "employee"
    SELF_EMPLOYED = "self_employed"
    UNPAID_FAMILY_WORKER = "unpaid_family_worker"


class ContractKind(Enum):
    """How secure the work is."""

    STABLE = "stable"
    PRECARIOUS = "precarious"


class WorkingTime(Enum):
    """Whether there is as much work as the person wants."""

    FULL = "full"
    UNDEREMPLOYED = "underemployed"


@attrs.frozen(kw_only=True, repr=False)
class LabourSpell(PersonalRecord):
    """One unbroken time of a client in one labour-market status.

    Attributes:
        client_id: Who.
        status: Which status.
        work: For whom they work; absent for who does not.
        contract: How secure the work is; absent for who does not work.
        working_time: Whether they work as much as they want; absent for who does not work.
        temporarily_away: Whether they are away from work for a time, on childcare leave.
        registered: Whether the employment service has them registered as unemployed.
        first_day: First day of the status; of an unemployment, the day since which it lasts.
        last_day: Last day of the status; absent while it lasts.
    """

    id: str
    client_id: Annotated[str, Reference("client", inverse="labour_spells")]
    status: LabourStatus | Unknown = NOT_ASKED
    work: WorkKind | Absent | Unknown = NOT_ASKED
    contract: ContractKind | Absent | Unknown = NOT_ASKED
    working_time: WorkingTime | Absent | Unknown = NOT_ASKED
    temporarily_away: YesNo | Unknown = NOT_ASKED
    registered: YesNo | Unknown = NOT_ASKED
    first_day: Day = NOT_ASKED
    last_day: Day = ABSENT

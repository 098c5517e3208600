"""A client in a programme: entry, exit, and the spells in which providers deliver it."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.fields import Frozen, Reference
from inclusion_core.model.personal import PersonalRecord
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown

__all__ = ["DeliverySpell", "LeavingReason", "Participation"]


class LeavingReason(Enum):
    """Why a participation ended."""

    COMPLETED = "completed"
    LIMIT_REACHED = "limit_reached"
    LEFT_COUNTRY = "left_country"
    REFUSED = "refused"
    BREACH_OF_DUTIES = "breach_of_duties"
    TRANSFER = "transfer"
    DEATH = "death"
    OTHER = "other"


@attrs.frozen(kw_only=True, repr=False)
class Participation(PersonalRecord):
    """One client's entry to one programme and exit from it.

    Attributes:
        client_id: Who.
        programme_id: Which programme.
        entered_on: First day in the programme.
        left_on: Last day in the programme; absent while it lasts.
        leaving_reason: Why it ended; absent while it lasts.
    """

    id: str
    client_id: Annotated[str, Reference("client", inverse="participations")]
    programme_id: Annotated[str, Reference("programme", inverse="participations")]
    entered_on: Annotated[Day, Frozen()] = NOT_ASKED
    left_on: Day = ABSENT
    leaving_reason: LeavingReason | Absent | Unknown = ABSENT


@attrs.frozen(kw_only=True, repr=False)
class DeliverySpell(PersonalRecord):
    """The part of a participation that is delivered under one contract.

    A handover from provider to provider ends a spell and begins another; it is no exit.

    Attributes:
        participation_id: The participation.
        contract_id: The contract.
        first_day: First day of delivery.
        last_day: Last day of delivery; absent while it lasts.
    """

    id: str
    participation_id: Annotated[str, Reference("participation", inverse="delivery_spells")]
    contract_id: Annotated[str, Reference("contract", inverse="delivery_spells")]
    first_day: Day = NOT_ASKED
    last_day: Day = ABSENT

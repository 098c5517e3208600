"""A client in a programme: entry, exit, and the spells in which providers deliver it."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.fields import Derived, DerivedRecord, Frozen, Reference
from inclusion_core.model.personal import PersonalRecord
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown

__all__ = ["DeliverySpell", "Enrolment", "LeavingReason", "Participation"]


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
        traits_id: What the client was like on entry, where one record says it; empty where none
            does, or several do.
        enrolment_id: The person's enrolment in the operation; empty where the programme is not
            there.
    """

    id: str
    client_id: Annotated[str, Reference("client", inverse="participations")]
    programme_id: Annotated[str, Reference("programme", inverse="participations")]
    entered_on: Annotated[Day, Frozen()] = NOT_ASKED
    left_on: Day = ABSENT
    leaving_reason: LeavingReason | Absent | Unknown = ABSENT
    traits_id: Annotated[
        str,
        Reference("entry_traits", inverse="participations"),
        Derived("the one profile at entry that names the participation"),
    ] = ""
    enrolment_id: Annotated[
        str,
        Reference("enrolment", inverse="participations"),
        Derived("the person of the client, in the operation of the programme"),
    ] = ""


@attrs.frozen(kw_only=True, repr=False)
class Enrolment(DerivedRecord):
    """One person in one operation, however many of its programmes they entered and how often.

    The caseload works enrolments out from participations: what a fund counts once per operation.

    Attributes:
        person_id: Who.
        operation_id: In which operation.
        first_participation_id: The participation that was entered first; of several that may be,
            the one with the smallest id.
    """

    id: str
    person_id: Annotated[
        str,
        Reference("person", inverse="enrolments"),
        Derived("the person of the clients who participate"),
    ] = ""
    operation_id: Annotated[
        str,
        Reference("operation", inverse="enrolments"),
        Derived("the operation of the programmes that they entered"),
    ] = ""
    first_participation_id: Annotated[
        str,
        Reference("participation", inverse="begun_enrolments"),
        Derived("the participation with the earliest day of entry"),
    ] = ""


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

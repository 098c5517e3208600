"""Legal status: three histories side by side (protection, citizenship, residence), and arrival.

The day a spell's kind was decided, the day the decision was notified and the day it became final
are three days; a programme says which of them is *the day of status*.
"""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.fields import CodeList, Reference
from inclusion_core.model.personal import PersonalRecord
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown

__all__ = [
    "Appeal",
    "AppealResult",
    "Arrival",
    "ArrivalManner",
    "CitizenshipKind",
    "CitizenshipSpell",
    "LegalBasis",
    "ProtectionKind",
    "ProtectionSpell",
    "ResidenceRight",
    "ResidenceSpell",
]

COUNTRIES = CodeList("ISO 3166-1 alpha-2", r"[A-Z]{2}")


class ProtectionKind(Enum):
    """Where a person stands in the asylum procedure, or what protection they have.

    Annulled takes a status away from its first day, revoked from now on.
    """

    ASYLUM_SEEKER = "asylum_seeker"
    REFUGEE = "refugee"
    ALTERNATIVE_STATUS = "alternative_status"
    TEMPORARY_PROTECTION = "temporary_protection"
    REJECTED = "rejected"
    REVOKED = "revoked"
    ANNULLED = "annulled"


class LegalBasis(Enum):
    """The law on which a protection rests."""

    ASYLUM_LAW = "asylum_law"
    UKRAINIAN_CIVILIANS_LAW = "ukrainian_civilians_law"


@attrs.frozen(kw_only=True, repr=False)
class ProtectionSpell(PersonalRecord):
    """One unbroken stay in one kind of protection or procedure.

    Attributes:
        client_id: Whose.
        kind: Which.
        legal_basis: The law on which it rests.
        first_day: First day on which it holds.
        last_day: Last day on which it holds; absent while it lasts.
        decided_on: Day of the decision that gave it; absent where none is needed.
        notified_on: Day on which the decision was notified and took effect.
        final_on: Day on which it could no longer be appealed.
    """

    id: str
    client_id: Annotated[str, Reference("client", inverse="protection_spells")]
    kind: ProtectionKind | Unknown = NOT_ASKED
    legal_basis: LegalBasis | Unknown = NOT_ASKED
    first_day: Day = NOT_ASKED
    last_day: Day = ABSENT
    decided_on: Day = NOT_ASKED
    notified_on: Day = NOT_ASKED
    final_on: Day = NOT_ASKED


class CitizenshipKind(Enum):
    """How a person belongs to a state, or to none."""

    CITIZEN = "citizen"
    STATELESS = "stateless"
    LATVIAN_NON_CITIZEN = "latvian_non_citizen"
    UNDETERMINED = "undetermined"


@attrs.frozen(kw_only=True, repr=False)
class CitizenshipSpell(PersonalRecord):
    """One unbroken time of one citizenship; several may run side by side.

    Attributes:
        client_id: Whose.
        kind: Citizen of a country, or why of none.
        country: The country; absent for who is a citizen of none.
        first_day: First day on which it holds.
        last_day: Last day on which it holds; absent while it lasts.
    """

    id: str
    client_id: Annotated[str, Reference("client", inverse="citizenship_spells")]
    kind: CitizenshipKind | Unknown = NOT_ASKED
    country: Annotated[str | Absent | Unknown, COUNTRIES] = NOT_ASKED
    first_day: Day = NOT_ASKED
    last_day: Day = ABSENT


class ResidenceRight(Enum):
    """By what right a person lives in the country."""

    CITIZENSHIP = "citizenship"
    PERMANENT_PERMIT = "permanent_permit"
    TEMPORARY_PERMIT = "temporary_permit"
    EU_FREE_MOVEMENT = "eu_free_movement"
    PENDING_PROCEDURE = "pending_procedure"
    NONE = "none"


@attrs.frozen(kw_only=True, repr=False)
class ResidenceSpell(PersonalRecord):
    """One unbroken time of living in one place by one right.

    Attributes:
        client_id: Whose.
        right: By what right.
        place: Municipality or centre, as the programme names places.
        first_day: First day of the stay.
        last_day: Last day of the stay; absent while it lasts.
    """

    id: str
    client_id: Annotated[str, Reference("client", inverse="residence_spells")]
    right: ResidenceRight | Unknown = NOT_ASKED
    place: str | Unknown = NOT_ASKED
    first_day: Day = NOT_ASKED
    last_day: Day = ABSENT


class ArrivalManner(Enum):
    """How a person came into the country."""

    OWN = "own"
    RELOCATION = "relocation"
    RESETTLEMENT = "resettlement"


@attrs.frozen(kw_only=True, repr=False)
class Arrival(PersonalRecord):
    """A coming into the country; a person born in it has none.

    Attributes:
        client_id: Whose.
        arrived_on: Day of arrival.
        manner: On their own, relocated or resettled.
        country: The country of which they came as the authorities record it.
        unaccompanied: Whether they came as a minor without an adult responsible for them.
    """

    id: str
    client_id: Annotated[str, Reference("client", inverse="arrivals")]
    arrived_on: Day = NOT_ASKED
    manner: ArrivalManner | Unknown = NOT_ASKED
    country: Annotated[str | Unknown, COUNTRIES] = NOT_ASKED
    unaccompanied: YesNo | Unknown = NOT_ASKED


class AppealResult(Enum):
    """How an appeal ended."""

    DECISION_STANDS = "decision_stands"
    DECISION_SET_ASIDE = "decision_set_aside"
    WITHDRAWN = "withdrawn"


@attrs.frozen(kw_only=True, repr=False)
class Appeal(PersonalRecord):
    """An appeal against the decision that a spell of protection or procedure rests on.

    Attributes:
        protection_spell_id: The spell that the decision began.
        lodged_on: Day on which it was lodged.
        decided_on: Day on which it was decided or withdrawn; absent while it is pending.
        result: How it ended; absent while it is pending.
    """

    id: str
    protection_spell_id: Annotated[str, Reference("protection_spell", inverse="appeals")]
    lodged_on: Day = NOT_ASKED
    decided_on: Day = ABSENT
    result: AppealResult | Absent | Unknown = ABSENT

"""Needs, and referrals between the services that can meet them."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.fields import Reference
from inclusion_core.model.personal import PersonalRecord
from inclusion_core.model.plan import LifeArea
from inclusion_core.values import ABSENT, NOT_ASKED, Day, Unknown

__all__ = ["Need", "Referral", "ReferralDirection", "ReferralPartner"]


@attrs.frozen(kw_only=True, repr=False)
class Need(PersonalRecord):
    """Something that a client lacks, found on a day.

    Attributes:
        client_id: Whose.
        area: The side of life that it is about.
        found_on: Day on which it was found.
        met_on: Day on which it was met; absent while it is not.
    """

    id: str
    client_id: Annotated[str, Reference("client", inverse="needs")]
    area: LifeArea | Unknown = NOT_ASKED
    found_on: Day = NOT_ASKED
    met_on: Day = ABSENT


class ReferralDirection(Enum):
    """Whether the client was sent to the programme or by it."""

    TO_PROGRAMME = "to_programme"
    FROM_PROGRAMME = "from_programme"


class ReferralPartner(Enum):
    """Who sent the client, or to whom they were sent."""

    EMPLOYMENT_SERVICE = "employment_service"
    SOCIAL_SERVICE = "social_service"
    HEALTH_CARE = "health_care"
    EDUCATION = "education"
    LEGAL_AID = "legal_aid"
    ASYLUM_AUTHORITY = "asylum_authority"
    NGO = "ngo"
    SELF = "self"
    OTHER = "other"


@attrs.frozen(kw_only=True, repr=False)
class Referral(PersonalRecord):
    """A client sent from one service to another.

    Attributes:
        client_id: Who.
        direction: To the programme, or by it.
        partner: The other service.
        area: The side of life that it is about.
        referred_on: Day of the referral.
        taken_up_on: Day on which the other service took the client on; absent while it has not.
    """

    id: str
    client_id: Annotated[str, Reference("client", inverse="referrals")]
    direction: ReferralDirection | Unknown = NOT_ASKED
    partner: ReferralPartner | Unknown = NOT_ASKED
    area: LifeArea | Unknown = NOT_ASKED
    referred_on: Day = NOT_ASKED
    taken_up_on: Day = ABSENT

"""What is planned for a synthetic person or household before anything of it is written down.

The plan is made of records of the model whose ids and references are still blank; they are
filled in when the plan is written into the journal.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

import attrs

from inclusion_core.model.client import Client
from inclusion_core.model.education import EducationSpell
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import (
    Arrival,
    CitizenshipSpell,
    ProtectionSpell,
    ResidenceSpell,
)
from inclusion_core.values import Day

__all__ = [
    "BLANK",
    "HANDOVER",
    "HORIZON",
    "SERVICE_START",
    "Course",
    "Home",
    "Life",
    "Tale",
    "day_before",
]

BLANK = ""
"""Stands for an id until the plan is written into the journal."""

SERVICE_START = date(2016, 3, 1)
"""The first day of the service, and of the first provider."""

HANDOVER = date(2018, 6, 1)
"""The first day of the second provider."""

HORIZON = date(2019, 2, 28)
"""The last day on which anything about a client is recorded, but for the end of the contract."""


class Tale(Enum):
    """What is unlike about a life."""

    PLAIN = "nothing"
    ENTRY_MISWRITTEN = "the day of entry was first written down wrongly"
    GENDER_ASKED_LATER = "gender was left open at entry and asked later"
    BIRTH_UNKNOWN = "the day of birth is not known"
    ARRIVAL_UNKNOWN = "nobody asked for the day of arrival"
    ARRIVAL_BY_MONTH = "only the month of arrival is known"
    LEFT_BY_MONTH = "only the month of leaving is known"
    REASON_UNKNOWN = "why the service ended is not known"
    UNACCOMPANIED = "a minor without family"
    TURNS_18 = "a child of the family turns 18 within the half year"
    BORN_IN_SERVICE = "a child is born while the family is in the service"
    CAME_TWICE = "left and entered again"
    DIED = "died"
    REVOKED = "the status was revoked"
    UPGRADED = "alternative status first, refugee status on appeal"
    APPEALED = "was refused, appealed, and was refused for good"
    RESETTLED = "came with refugee status"
    OWN_RECORD = "the second provider opened a record of its own"
    LEFT_BEFORE_FAMILY = "one of the family leaves the service before the others"
    SPLIT = "one of the household moves out to live alone"
    STILL_AT_SCHOOL = "the children go to school on after leaving the service"
    PROVES_ADULT = "a child of the family later proves to be adult"
    COUNTRY_CORRECTED = "the country of arrival is corrected later"
    RETRACTED = "should never have been entered"
    ERASED = "everything recorded is erased later"


@attrs.frozen(kw_only=True)
class Course:
    """What a household, or one person alone, goes through from arrival on.

    Attributes:
        registered_on: Day on which the provider first notes it down.
        arrival: None for who was born in the country.
        protection: Spells in their order.
        residence: Spells in their order.
        participations: In their order; none for who was never served.
    """

    registered_on: date
    arrival: Arrival | None
    protection: tuple[ProtectionSpell, ...]
    residence: tuple[ResidenceSpell, ...]
    participations: tuple[Participation, ...] = ()

    @property
    def in_country_from(self) -> Day:
        """Day of arrival; for who was born in the country, the day of birth."""
        return self.registered_on if self.arrival is None else self.arrival.arrived_on


@attrs.frozen(kw_only=True)
class Life:
    """One person."""

    client: Client
    course: Course
    citizenships: tuple[CitizenshipSpell, ...] = ()
    schools: tuple[EducationSpell, ...] = ()
    tale: Tale = Tale.PLAIN


@attrs.frozen(kw_only=True)
class Home:
    """One household.

    Attributes:
        lives: Who stays in it.
        mover: Who moves out of it to live alone.
        moved_out_on: First day on which the mover lives alone.
    """

    lives: tuple[Life, ...]
    mover: Life | None = None
    moved_out_on: date = HORIZON


def day_before(day: date) -> date:
    """The day before."""
    return day - timedelta(days=1)

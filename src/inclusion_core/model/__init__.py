"""The model: dated records of clients, households, statuses, participations, staff and funding.

Every record is a frozen value with an opaque ``id``. State is a function of a day, never a field.
"""

from __future__ import annotations

from inclusion_core.fields import Record
from inclusion_core.model.client import Client, Person, SamePersonLink
from inclusion_core.model.education import SchoolAttendance
from inclusion_core.model.funding import (
    Contract,
    Fund,
    FundingShare,
    Operation,
    Programme,
    Provider,
)
from inclusion_core.model.household import Household, HouseholdMembership
from inclusion_core.model.participation import DeliverySpell, Participation
from inclusion_core.model.staff import StaffAssignment, StaffMember
from inclusion_core.model.status import (
    Arrival,
    CitizenshipSpell,
    ProtectionSpell,
    ResidenceSpell,
)

__all__ = ["RECORD_CLASSES"]

RECORD_CLASSES: tuple[type[Record], ...] = (
    Fund,
    Operation,
    FundingShare,
    Programme,
    Provider,
    Contract,
    Person,
    Client,
    SamePersonLink,
    Household,
    HouseholdMembership,
    ProtectionSpell,
    CitizenshipSpell,
    ResidenceSpell,
    Arrival,
    Participation,
    DeliverySpell,
    StaffMember,
    StaffAssignment,
    SchoolAttendance,
)
"""Every record class of the core, in the order in which files and tables list them."""

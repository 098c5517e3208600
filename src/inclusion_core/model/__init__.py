"""The model: dated records of clients, their lives, programmes, plans, services and funding.

Every record is a frozen value with an opaque ``id``. State is a function of a day, never a field.
"""

from __future__ import annotations

from inclusion_core.fields import Record
from inclusion_core.model.client import Client, Person, SamePersonLink
from inclusion_core.model.cost import BudgetLine, CostCap, CostEntry
from inclusion_core.model.education import EducationAttainment, EducationSpell
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.funding import (
    Contract,
    Fund,
    FundingShare,
    Operation,
    Programme,
    Provider,
)
from inclusion_core.model.household import Household, HouseholdMembership
from inclusion_core.model.labour import LabourSpell
from inclusion_core.model.need import Need, Referral
from inclusion_core.model.outcome import Outcome
from inclusion_core.model.participation import DeliverySpell, Enrolment, Participation
from inclusion_core.model.place import Place, PlaceInRegion
from inclusion_core.model.plan import Goal, PlanExtension, PlannedAction, PlanReview, SupportPlan
from inclusion_core.model.service import Headcount, Service, ServiceAttendance, ServiceStaff
from inclusion_core.model.staff import (
    CaseAssignment,
    StaffAssignment,
    StaffMember,
    StaffTraining,
    Supervision,
)
from inclusion_core.model.status import (
    Appeal,
    Arrival,
    CitizenshipSpell,
    ProtectionSpell,
    ResidenceSpell,
)
from inclusion_core.model.target import Target
from inclusion_core.model.traits import CaringSpell, DisabilitySpell, RiskSpell

__all__ = ["RECORD_CLASSES"]

RECORD_CLASSES: tuple[type[Record], ...] = (
    Fund,
    Operation,
    FundingShare,
    BudgetLine,
    CostCap,
    Target,
    Programme,
    Provider,
    Contract,
    CostEntry,
    Place,
    PlaceInRegion,
    StaffMember,
    StaffTraining,
    StaffAssignment,
    Supervision,
    Person,
    Client,
    SamePersonLink,
    Household,
    HouseholdMembership,
    ProtectionSpell,
    Appeal,
    CitizenshipSpell,
    ResidenceSpell,
    Arrival,
    EducationSpell,
    EducationAttainment,
    LabourSpell,
    RiskSpell,
    DisabilitySpell,
    CaringSpell,
    Need,
    Referral,
    Enrolment,
    Participation,
    EntryTraits,
    DeliverySpell,
    CaseAssignment,
    SupportPlan,
    Goal,
    PlannedAction,
    PlanReview,
    PlanExtension,
    Service,
    ServiceAttendance,
    ServiceStaff,
    Headcount,
    Outcome,
)
"""Every record class of the core, in the order in which files and tables list them."""

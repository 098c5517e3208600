"""What the service is, and whom it is for."""

from __future__ import annotations

from inclusion_core.fields import Record
from inclusion_core.model.client import Client, SamePersonLink
from inclusion_core.model.education import EducationSpell
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
from inclusion_core.model.need import Need, Referral
from inclusion_core.model.outcome import Outcome
from inclusion_core.model.participation import DeliverySpell, Participation
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
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.texts import lv
from inclusion_sif.operation import OPERATION_NUMBER
from inclusion_sif.sources import MK102

__all__ = ["MENTORING"]

_WHO_PAYS: tuple[type[Record], ...] = (
    *(Fund, Operation, FundingShare, Programme, Provider, Contract),
)
_STAFF: tuple[type[Record], ...] = (
    *(StaffMember, StaffTraining, StaffAssignment, Supervision, CaseAssignment),
)
_CLIENTS: tuple[type[Record], ...] = (
    *(Client, SamePersonLink, Household, HouseholdMembership, Arrival),
    *(ProtectionSpell, Appeal, CitizenshipSpell, ResidenceSpell, EducationSpell),
)
_SUPPORT: tuple[type[Record], ...] = (
    *(Participation, EntryTraits, DeliverySpell, Need, Referral),
    *(SupportPlan, Goal, PlannedAction, PlanReview, PlanExtension),
    *(Service, ServiceAttendance, ServiceStaff, Headcount, Outcome),
)

MENTORING = ProgrammeDefinition(
    id="sif.mentoring",
    says=lv("Sociālā darbinieka un sociālā mentora pakalpojums").en(
        "Social worker and social mentor service"
    ),
    target_group=lv(
        "patvēruma meklētāji, personas ar bēgļa vai alternatīvo statusu, kopš 2022. gada arī "
        "Ukrainas civiliedzīvotāji"
    ).en(
        "asylum seekers, persons with refugee or alternative status, since 2022 also Ukrainian "
        "civilians"
    ),
    operation_number=OPERATION_NUMBER,
    sources=(MK102.point("3.3"), MK102.point("32"), MK102.point("33")),
    records=(*_WHO_PAYS, *_STAFF, *_CLIENTS, *_SUPPORT),
)

"""A typed handle for each record type of the model: what authors build expressions with.

A test holds these handles to the schema: a field or link that one has and the other lacks fails it.
They stand in one module because they name one another.
"""

from __future__ import annotations

from inclusion_core.expr.rows import (
    CodeAttribute,
    DayAttribute,
    NumberAttribute,
    Row,
    ToMany,
    ToOne,
)
from inclusion_core.model.client import Gender
from inclusion_core.model.cost import CostBasis, CostCapPer
from inclusion_core.model.education import EducationKind, EducationLevel
from inclusion_core.model.entry import Settlement
from inclusion_core.model.funding import ShareRule
from inclusion_core.model.household import HouseholdRole
from inclusion_core.model.labour import ContractKind, LabourStatus, WorkingTime, WorkKind
from inclusion_core.model.need import ReferralDirection, ReferralPartner
from inclusion_core.model.outcome import Evidence, OutcomeKind
from inclusion_core.model.participation import LeavingReason
from inclusion_core.model.place import PlaceKind
from inclusion_core.model.plan import (
    ActionBy,
    ClosingReason,
    ExtensionReason,
    LifeArea,
    ReviewResult,
)
from inclusion_core.model.service import ServiceKind
from inclusion_core.model.staff import Engagement, StaffRole
from inclusion_core.model.status import (
    AppealResult,
    ArrivalManner,
    CitizenshipKind,
    LegalBasis,
    ProtectionKind,
    ResidenceRight,
)
from inclusion_core.model.traits import DependantKind, DisabilityGroup, RiskCircumstance, RiskGround
from inclusion_core.model.yes_no import YesNo

__all__ = [
    "AppealRow",
    "ArrivalRow",
    "BudgetLineRow",
    "CaringSpellRow",
    "CaseAssignmentRow",
    "CitizenshipSpellRow",
    "ClientRow",
    "ContractRow",
    "CostCapRow",
    "CostEntryRow",
    "DeliverySpellRow",
    "DisabilitySpellRow",
    "EducationAttainmentRow",
    "EducationSpellRow",
    "EnrolmentRow",
    "EntryTraitsRow",
    "FundRow",
    "FundingShareRow",
    "GoalRow",
    "HeadcountRow",
    "HouseholdMembershipRow",
    "HouseholdRow",
    "LabourSpellRow",
    "NeedRow",
    "OperationRow",
    "OutcomeRow",
    "ParticipationRow",
    "PersonRow",
    "PlaceInRegionRow",
    "PlaceRow",
    "PlanExtensionRow",
    "PlanReviewRow",
    "PlannedActionRow",
    "ProgrammeRow",
    "ProtectionSpellRow",
    "ProviderRow",
    "ReferralRow",
    "ResidenceSpellRow",
    "RiskSpellRow",
    "SamePersonLinkRow",
    "ServiceAttendanceRow",
    "ServiceRow",
    "ServiceStaffRow",
    "StaffAssignmentRow",
    "StaffMemberRow",
    "StaffTrainingRow",
    "SupervisionRow",
    "SupportPlanRow",
    "TargetRow",
]


class FundRow(Row):
    """A source of money."""

    record_type = "fund"
    funding_shares: ToMany[FundingShareRow] = ToMany(lambda: FundingShareRow)


class OperationRow(Row):
    """What a fund pays for under one number."""

    record_type = "operation"
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    budget_cents: NumberAttribute = NumberAttribute()
    funding_shares: ToMany[FundingShareRow] = ToMany(lambda: FundingShareRow)
    budget_lines: ToMany[BudgetLineRow] = ToMany(lambda: BudgetLineRow)
    targets: ToMany[TargetRow] = ToMany(lambda: TargetRow)
    programmes: ToMany[ProgrammeRow] = ToMany(lambda: ProgrammeRow)
    enrolments: ToMany[EnrolmentRow] = ToMany(lambda: EnrolmentRow)


class FundingShareRow(Row):
    """The share of an operation that one fund pays."""

    record_type = "funding_share"
    rule: CodeAttribute[ShareRule] = CodeAttribute(ShareRule)
    operation: ToOne[OperationRow] = ToOne(lambda: OperationRow)
    fund: ToOne[FundRow] = ToOne(lambda: FundRow)


class BudgetLineRow(Row):
    """A line of an operation's budget."""

    record_type = "budget_line"
    amount_cents: NumberAttribute = NumberAttribute()
    operation: ToOne[OperationRow] = ToOne(lambda: OperationRow)
    cost_caps: ToMany[CostCapRow] = ToMany(lambda: CostCapRow)
    cost_entries: ToMany[CostEntryRow] = ToMany(lambda: CostEntryRow)


class CostCapRow(Row):
    """The most that may be claimed for one unit under a budget line, without VAT."""

    record_type = "cost_cap"
    per: CodeAttribute[CostCapPer] = CodeAttribute(CostCapPer)
    cap_cents: NumberAttribute = NumberAttribute()
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    budget_line: ToOne[BudgetLineRow] = ToOne(lambda: BudgetLineRow)


class TargetRow(Row):
    """A promised number. An amendment is a new target agreed on a later day, not a change."""

    record_type = "target"
    metric: CodeAttribute[str] = CodeAttribute(str)
    amount: NumberAttribute = NumberAttribute()
    agreed_on: DayAttribute = DayAttribute()
    due_on: DayAttribute = DayAttribute()
    place: CodeAttribute[str] = CodeAttribute(str)
    operation: ToOne[OperationRow] = ToOne(lambda: OperationRow)


class ProgrammeRow(Row):
    """A supported activity that clients enter."""

    record_type = "programme"
    declared_as: CodeAttribute[str] = CodeAttribute(str)
    operation: ToOne[OperationRow] = ToOne(lambda: OperationRow)
    contracts: ToMany[ContractRow] = ToMany(lambda: ContractRow)
    participations: ToMany[ParticipationRow] = ToMany(lambda: ParticipationRow)


class ProviderRow(Row):
    """An organisation that delivers programmes."""

    record_type = "provider"
    contracts: ToMany[ContractRow] = ToMany(lambda: ContractRow)
    staff_members: ToMany[StaffMemberRow] = ToMany(lambda: StaffMemberRow)
    clients: ToMany[ClientRow] = ToMany(lambda: ClientRow)


class ContractRow(Row):
    """What a provider undertakes to deliver."""

    record_type = "contract"
    signed_on: DayAttribute = DayAttribute()
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    programme: ToOne[ProgrammeRow] = ToOne(lambda: ProgrammeRow)
    provider: ToOne[ProviderRow] = ToOne(lambda: ProviderRow)
    cost_entries: ToMany[CostEntryRow] = ToMany(lambda: CostEntryRow)
    staff_assignments: ToMany[StaffAssignmentRow] = ToMany(lambda: StaffAssignmentRow)
    delivery_spells: ToMany[DeliverySpellRow] = ToMany(lambda: DeliverySpellRow)
    services: ToMany[ServiceRow] = ToMany(lambda: ServiceRow)


class CostEntryRow(Row):
    """A cost under a budget line, for one month."""

    record_type = "cost_entry"
    basis: CodeAttribute[CostBasis] = CodeAttribute(CostBasis)
    month: DayAttribute = DayAttribute()
    units: NumberAttribute = NumberAttribute()
    net_cents: NumberAttribute = NumberAttribute()
    vat_cents: NumberAttribute = NumberAttribute()
    vat_eligible: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    budget_line: ToOne[BudgetLineRow] = ToOne(lambda: BudgetLineRow)
    contract: ToOne[ContractRow] = ToOne(lambda: ContractRow)


class PlaceRow(Row):
    """A municipality, a centre or a region, from the day it exists to the day it does not."""

    record_type = "place"
    kind: CodeAttribute[PlaceKind] = CodeAttribute(PlaceKind)
    official_code: CodeAttribute[str] = CodeAttribute(str)
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    regions: ToMany[PlaceInRegionRow] = ToMany(lambda: PlaceInRegionRow)
    places: ToMany[PlaceInRegionRow] = ToMany(lambda: PlaceInRegionRow)


class PlaceInRegionRow(Row):
    """One unbroken time in which a place lies in a region."""

    record_type = "place_in_region"
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    place: ToOne[PlaceRow] = ToOne(lambda: PlaceRow)
    region: ToOne[PlaceRow] = ToOne(lambda: PlaceRow)


class StaffMemberRow(Row):
    """Someone who works for a provider."""

    record_type = "staff_member"
    engagement: CodeAttribute[Engagement] = CodeAttribute(Engagement)
    provider: ToOne[ProviderRow] = ToOne(lambda: ProviderRow)
    trainings: ToMany[StaffTrainingRow] = ToMany(lambda: StaffTrainingRow)
    assignments: ToMany[StaffAssignmentRow] = ToMany(lambda: StaffAssignmentRow)


class StaffTrainingRow(Row):
    """A training that a member of staff, or a volunteer, has completed."""

    record_type = "staff_training"
    completed_on: DayAttribute = DayAttribute()
    minutes: NumberAttribute = NumberAttribute()
    staff_member: ToOne[StaffMemberRow] = ToOne(lambda: StaffMemberRow)


class StaffAssignmentRow(Row):
    """One time of a member of staff in one role."""

    record_type = "staff_assignment"
    role: CodeAttribute[StaffRole] = CodeAttribute(StaffRole)
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    staff_member: ToOne[StaffMemberRow] = ToOne(lambda: StaffMemberRow)
    contract: ToOne[ContractRow] = ToOne(lambda: ContractRow)
    supervises: ToMany[SupervisionRow] = ToMany(lambda: SupervisionRow)
    supervised_by: ToMany[SupervisionRow] = ToMany(lambda: SupervisionRow)
    cases: ToMany[CaseAssignmentRow] = ToMany(lambda: CaseAssignmentRow)
    services_given: ToMany[ServiceStaffRow] = ToMany(lambda: ServiceStaffRow)


class SupervisionRow(Row):
    """One unbroken time in which one member of staff oversees another."""

    record_type = "supervision"
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    supervisor: ToOne[StaffAssignmentRow] = ToOne(lambda: StaffAssignmentRow)
    supervised: ToOne[StaffAssignmentRow] = ToOne(lambda: StaffAssignmentRow)


class PersonRow(Row):
    """A person, however many clients they are."""

    record_type = "person"
    clients: ToMany[ClientRow] = ToMany(lambda: ClientRow)
    enrolments: ToMany[EnrolmentRow] = ToMany(lambda: EnrolmentRow)


class ClientRow(Row):
    """One person as one provider knows them."""

    record_type = "client"
    born_on: DayAttribute = DayAttribute()
    gender: CodeAttribute[Gender] = CodeAttribute(Gender)
    died_on: DayAttribute = DayAttribute()
    provider: ToOne[ProviderRow] = ToOne(lambda: ProviderRow)
    person: ToOne[PersonRow] = ToOne(lambda: PersonRow)
    same_person_links: ToMany[SamePersonLinkRow] = ToMany(lambda: SamePersonLinkRow)
    same_person_links_from_others: ToMany[SamePersonLinkRow] = ToMany(lambda: SamePersonLinkRow)
    household_memberships: ToMany[HouseholdMembershipRow] = ToMany(lambda: HouseholdMembershipRow)
    protection_spells: ToMany[ProtectionSpellRow] = ToMany(lambda: ProtectionSpellRow)
    citizenship_spells: ToMany[CitizenshipSpellRow] = ToMany(lambda: CitizenshipSpellRow)
    residence_spells: ToMany[ResidenceSpellRow] = ToMany(lambda: ResidenceSpellRow)
    arrivals: ToMany[ArrivalRow] = ToMany(lambda: ArrivalRow)
    education_spells: ToMany[EducationSpellRow] = ToMany(lambda: EducationSpellRow)
    education_attainments: ToMany[EducationAttainmentRow] = ToMany(lambda: EducationAttainmentRow)
    labour_spells: ToMany[LabourSpellRow] = ToMany(lambda: LabourSpellRow)
    risk_spells: ToMany[RiskSpellRow] = ToMany(lambda: RiskSpellRow)
    disability_spells: ToMany[DisabilitySpellRow] = ToMany(lambda: DisabilitySpellRow)
    caring_spells: ToMany[CaringSpellRow] = ToMany(lambda: CaringSpellRow)
    needs: ToMany[NeedRow] = ToMany(lambda: NeedRow)
    referrals: ToMany[ReferralRow] = ToMany(lambda: ReferralRow)
    participations: ToMany[ParticipationRow] = ToMany(lambda: ParticipationRow)


class SamePersonLinkRow(Row):
    """Says that two clients are one person."""

    record_type = "same_person_link"
    linked_on: DayAttribute = DayAttribute()
    undone_on: DayAttribute = DayAttribute()
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)
    other_client: ToOne[ClientRow] = ToOne(lambda: ClientRow)


class HouseholdRow(Row):
    """People who live together."""

    record_type = "household"
    memberships: ToMany[HouseholdMembershipRow] = ToMany(lambda: HouseholdMembershipRow)


class HouseholdMembershipRow(Row):
    """One stay of a client in a household."""

    record_type = "household_membership"
    role: CodeAttribute[HouseholdRole] = CodeAttribute(HouseholdRole)
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    household: ToOne[HouseholdRow] = ToOne(lambda: HouseholdRow)
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)


class ProtectionSpellRow(Row):
    """One stay in one kind of protection or procedure."""

    record_type = "protection_spell"
    kind: CodeAttribute[ProtectionKind] = CodeAttribute(ProtectionKind)
    legal_basis: CodeAttribute[LegalBasis] = CodeAttribute(LegalBasis)
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    decided_on: DayAttribute = DayAttribute()
    notified_on: DayAttribute = DayAttribute()
    final_on: DayAttribute = DayAttribute()
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)
    appeals: ToMany[AppealRow] = ToMany(lambda: AppealRow)


class AppealRow(Row):
    """An appeal against the decision that a spell of protection or procedure rests on."""

    record_type = "appeal"
    lodged_on: DayAttribute = DayAttribute()
    decided_on: DayAttribute = DayAttribute()
    result: CodeAttribute[AppealResult] = CodeAttribute(AppealResult)
    protection_spell: ToOne[ProtectionSpellRow] = ToOne(lambda: ProtectionSpellRow)


class CitizenshipSpellRow(Row):
    """One time of one citizenship."""

    record_type = "citizenship_spell"
    kind: CodeAttribute[CitizenshipKind] = CodeAttribute(CitizenshipKind)
    country: CodeAttribute[str] = CodeAttribute(str)
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)


class ResidenceSpellRow(Row):
    """One time of living in one place by one right."""

    record_type = "residence_spell"
    right: CodeAttribute[ResidenceRight] = CodeAttribute(ResidenceRight)
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)


class ArrivalRow(Row):
    """A coming into the country."""

    record_type = "arrival"
    arrived_on: DayAttribute = DayAttribute()
    manner: CodeAttribute[ArrivalManner] = CodeAttribute(ArrivalManner)
    country: CodeAttribute[str] = CodeAttribute(str)
    unaccompanied: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)


class EducationSpellRow(Row):
    """One time of a client at one kind of school."""

    record_type = "education_spell"
    kind: CodeAttribute[EducationKind] = CodeAttribute(EducationKind)
    full_time: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)


class EducationAttainmentRow(Row):
    """A level of education that a client has completed."""

    record_type = "education_attainment"
    level: CodeAttribute[EducationLevel] = CodeAttribute(EducationLevel)
    attained_on: DayAttribute = DayAttribute()
    recognised: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)


class LabourSpellRow(Row):
    """One unbroken time of a client in one labour-market status."""

    record_type = "labour_spell"
    status: CodeAttribute[LabourStatus] = CodeAttribute(LabourStatus)
    work: CodeAttribute[WorkKind] = CodeAttribute(WorkKind)
    contract: CodeAttribute[ContractKind] = CodeAttribute(ContractKind)
    working_time: CodeAttribute[WorkingTime] = CodeAttribute(WorkingTime)
    temporarily_away: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    registered: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)


class RiskSpellRow(Row):
    """One unbroken time in which a risk ground was established for a client."""

    record_type = "risk_spell"
    ground: CodeAttribute[RiskGround] = CodeAttribute(RiskGround)
    circumstance: CodeAttribute[RiskCircumstance] = CodeAttribute(RiskCircumstance)
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)


class DisabilitySpellRow(Row):
    """One unbroken time for which a disability was established."""

    record_type = "disability_spell"
    group: CodeAttribute[DisabilityGroup] = CodeAttribute(DisabilityGroup)
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)


class CaringSpellRow(Row):
    """One unbroken time in which a client cares for somebody who depends on them."""

    record_type = "caring_spell"
    dependant: CodeAttribute[DependantKind] = CodeAttribute(DependantKind)
    shares_household: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)


class NeedRow(Row):
    """Something that a client lacks, found on a day."""

    record_type = "need"
    area: CodeAttribute[LifeArea] = CodeAttribute(LifeArea)
    found_on: DayAttribute = DayAttribute()
    met_on: DayAttribute = DayAttribute()
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)


class ReferralRow(Row):
    """A client sent from one service to another."""

    record_type = "referral"
    direction: CodeAttribute[ReferralDirection] = CodeAttribute(ReferralDirection)
    partner: CodeAttribute[ReferralPartner] = CodeAttribute(ReferralPartner)
    area: CodeAttribute[LifeArea] = CodeAttribute(LifeArea)
    referred_on: DayAttribute = DayAttribute()
    taken_up_on: DayAttribute = DayAttribute()
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)


class EnrolmentRow(Row):
    """One person in one operation, however many of its programmes they entered and how often."""

    record_type = "enrolment"
    person: ToOne[PersonRow] = ToOne(lambda: PersonRow)
    operation: ToOne[OperationRow] = ToOne(lambda: OperationRow)
    first_participation: ToOne[ParticipationRow] = ToOne(lambda: ParticipationRow)
    participations: ToMany[ParticipationRow] = ToMany(lambda: ParticipationRow)


class ParticipationRow(Row):
    """One client's entry to one programme and exit from it."""

    record_type = "participation"
    entered_on: DayAttribute = DayAttribute()
    left_on: DayAttribute = DayAttribute()
    leaving_reason: CodeAttribute[LeavingReason] = CodeAttribute(LeavingReason)
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)
    programme: ToOne[ProgrammeRow] = ToOne(lambda: ProgrammeRow)
    traits: ToOne[EntryTraitsRow] = ToOne(lambda: EntryTraitsRow)
    enrolment: ToOne[EnrolmentRow] = ToOne(lambda: EnrolmentRow)
    begun_enrolments: ToMany[EnrolmentRow] = ToMany(lambda: EnrolmentRow)
    entry_traits: ToMany[EntryTraitsRow] = ToMany(lambda: EntryTraitsRow)
    delivery_spells: ToMany[DeliverySpellRow] = ToMany(lambda: DeliverySpellRow)
    case_assignments: ToMany[CaseAssignmentRow] = ToMany(lambda: CaseAssignmentRow)
    support_plans: ToMany[SupportPlanRow] = ToMany(lambda: SupportPlanRow)
    attendances: ToMany[ServiceAttendanceRow] = ToMany(lambda: ServiceAttendanceRow)
    outcomes: ToMany[OutcomeRow] = ToMany(lambda: OutcomeRow)


class EntryTraitsRow(Row):
    """What a participation is classified by, as it was on the day of entry."""

    record_type = "entry_traits"
    labour_status: CodeAttribute[LabourStatus] = CodeAttribute(LabourStatus)
    unemployed_since: DayAttribute = DayAttribute()
    in_education: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    education_level: CodeAttribute[EducationLevel] = CodeAttribute(EducationLevel)
    foreign_background: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    minority: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    disability: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    homeless: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    other_disadvantage: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    jobless_household: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    dependent_children: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    single_adult: CodeAttribute[YesNo] = CodeAttribute(YesNo)
    settlement: CodeAttribute[Settlement] = CodeAttribute(Settlement)
    region: CodeAttribute[str] = CodeAttribute(str)
    participation: ToOne[ParticipationRow] = ToOne(lambda: ParticipationRow)
    participations: ToMany[ParticipationRow] = ToMany(lambda: ParticipationRow)


class DeliverySpellRow(Row):
    """The part of a participation under one contract."""

    record_type = "delivery_spell"
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    participation: ToOne[ParticipationRow] = ToOne(lambda: ParticipationRow)
    contract: ToOne[ContractRow] = ToOne(lambda: ContractRow)


class CaseAssignmentRow(Row):
    """One unbroken time in which a member of staff is responsible for a participation."""

    record_type = "case_assignment"
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    participation: ToOne[ParticipationRow] = ToOne(lambda: ParticipationRow)
    staff_assignment: ToOne[StaffAssignmentRow] = ToOne(lambda: StaffAssignmentRow)


class SupportPlanRow(Row):
    """The individual support plan of one participation."""

    record_type = "support_plan"
    drawn_up_on: DayAttribute = DayAttribute()
    fulfilled_on: DayAttribute = DayAttribute()
    closed_on: DayAttribute = DayAttribute()
    closing_reason: CodeAttribute[ClosingReason] = CodeAttribute(ClosingReason)
    participation: ToOne[ParticipationRow] = ToOne(lambda: ParticipationRow)
    goals: ToMany[GoalRow] = ToMany(lambda: GoalRow)
    reviews: ToMany[PlanReviewRow] = ToMany(lambda: PlanReviewRow)
    extensions: ToMany[PlanExtensionRow] = ToMany(lambda: PlanExtensionRow)


class GoalRow(Row):
    """Something that a plan aims at."""

    record_type = "goal"
    area: CodeAttribute[LifeArea] = CodeAttribute(LifeArea)
    set_on: DayAttribute = DayAttribute()
    due_on: DayAttribute = DayAttribute()
    met_on: DayAttribute = DayAttribute()
    dropped_on: DayAttribute = DayAttribute()
    support_plan: ToOne[SupportPlanRow] = ToOne(lambda: SupportPlanRow)
    planned_actions: ToMany[PlannedActionRow] = ToMany(lambda: PlannedActionRow)


class PlannedActionRow(Row):
    """A step towards a goal."""

    record_type = "planned_action"
    by: CodeAttribute[ActionBy] = CodeAttribute(ActionBy)
    planned_on: DayAttribute = DayAttribute()
    due_on: DayAttribute = DayAttribute()
    done_on: DayAttribute = DayAttribute()
    dropped_on: DayAttribute = DayAttribute()
    goal: ToOne[GoalRow] = ToOne(lambda: GoalRow)


class PlanReviewRow(Row):
    """A day on which client and staff looked at a plan together."""

    record_type = "plan_review"
    reviewed_on: DayAttribute = DayAttribute()
    result: CodeAttribute[ReviewResult] = CodeAttribute(ReviewResult)
    support_plan: ToOne[SupportPlanRow] = ToOne(lambda: SupportPlanRow)


class PlanExtensionRow(Row):
    """More time for a plan, decided on a day and for a reason."""

    record_type = "plan_extension"
    decided_on: DayAttribute = DayAttribute()
    extended_until: DayAttribute = DayAttribute()
    reason: CodeAttribute[ExtensionReason] = CodeAttribute(ExtensionReason)
    support_plan: ToOne[SupportPlanRow] = ToOne(lambda: SupportPlanRow)


class ServiceRow(Row):
    """One delivery of one service, to one client or to several."""

    record_type = "service"
    kind: CodeAttribute[ServiceKind] = CodeAttribute(ServiceKind)
    given_on: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    minutes: NumberAttribute = NumberAttribute()
    contract: ToOne[ContractRow] = ToOne(lambda: ContractRow)
    attendances: ToMany[ServiceAttendanceRow] = ToMany(lambda: ServiceAttendanceRow)
    staff: ToMany[ServiceStaffRow] = ToMany(lambda: ServiceStaffRow)
    headcounts: ToMany[HeadcountRow] = ToMany(lambda: HeadcountRow)


class ServiceAttendanceRow(Row):
    """A client was there when a service was given."""

    record_type = "service_attendance"
    minutes: NumberAttribute = NumberAttribute()
    service: ToOne[ServiceRow] = ToOne(lambda: ServiceRow)
    participation: ToOne[ParticipationRow] = ToOne(lambda: ParticipationRow)


class ServiceStaffRow(Row):
    """A member of staff gave a service, in the role of their assignment."""

    record_type = "service_staff"
    minutes: NumberAttribute = NumberAttribute()
    service: ToOne[ServiceRow] = ToOne(lambda: ServiceRow)
    staff_assignment: ToOne[StaffAssignmentRow] = ToOne(lambda: StaffAssignmentRow)


class HeadcountRow(Row):
    """How many people were at a service of whom there is no list."""

    record_type = "headcount"
    people: NumberAttribute = NumberAttribute()
    service: ToOne[ServiceRow] = ToOne(lambda: ServiceRow)


class OutcomeRow(Row):
    """One thing that a participation led to."""

    record_type = "outcome"
    kind: CodeAttribute[OutcomeKind] = CodeAttribute(OutcomeKind)
    happened_on: DayAttribute = DayAttribute()
    learned_on: DayAttribute = DayAttribute()
    evidence: CodeAttribute[Evidence] = CodeAttribute(Evidence)
    participation: ToOne[ParticipationRow] = ToOne(lambda: ParticipationRow)

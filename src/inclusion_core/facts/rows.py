"""A typed handle for each record type of the model: what authors build expressions with.

A test holds these handles to the schema: a field or link that one has and the other lacks fails it.
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
from inclusion_core.model.education import SchoolKind
from inclusion_core.model.household import HouseholdRole
from inclusion_core.model.participation import LeavingReason
from inclusion_core.model.staff import StaffRole
from inclusion_core.model.status import (
    ArrivalManner,
    CitizenshipKind,
    LegalBasis,
    ProtectionKind,
    ResidenceRight,
)

__all__ = [
    "ArrivalRow",
    "CitizenshipSpellRow",
    "ClientRow",
    "ContractRow",
    "DeliverySpellRow",
    "FundRow",
    "FundingShareRow",
    "HouseholdMembershipRow",
    "HouseholdRow",
    "OperationRow",
    "ParticipationRow",
    "PersonRow",
    "ProgrammeRow",
    "ProtectionSpellRow",
    "ProviderRow",
    "ResidenceSpellRow",
    "SamePersonLinkRow",
    "SchoolAttendanceRow",
    "StaffAssignmentRow",
    "StaffMemberRow",
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
    programmes: ToMany[ProgrammeRow] = ToMany(lambda: ProgrammeRow)


class FundingShareRow(Row):
    """The share of an operation that one fund pays."""

    record_type = "funding_share"
    operation: ToOne[OperationRow] = ToOne(lambda: OperationRow)
    fund: ToOne[FundRow] = ToOne(lambda: FundRow)


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
    clients: ToMany[ClientRow] = ToMany(lambda: ClientRow)
    staff_members: ToMany[StaffMemberRow] = ToMany(lambda: StaffMemberRow)


class ContractRow(Row):
    """What a provider undertakes to deliver."""

    record_type = "contract"
    signed_on: DayAttribute = DayAttribute()
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    programme: ToOne[ProgrammeRow] = ToOne(lambda: ProgrammeRow)
    provider: ToOne[ProviderRow] = ToOne(lambda: ProviderRow)
    delivery_spells: ToMany[DeliverySpellRow] = ToMany(lambda: DeliverySpellRow)
    staff_assignments: ToMany[StaffAssignmentRow] = ToMany(lambda: StaffAssignmentRow)


class PersonRow(Row):
    """A person, however many clients they are."""

    record_type = "person"
    clients: ToMany[ClientRow] = ToMany(lambda: ClientRow)


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
    participations: ToMany[ParticipationRow] = ToMany(lambda: ParticipationRow)
    school_attendances: ToMany[SchoolAttendanceRow] = ToMany(lambda: SchoolAttendanceRow)


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
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)


class ParticipationRow(Row):
    """One client's entry to one programme and exit from it."""

    record_type = "participation"
    entered_on: DayAttribute = DayAttribute()
    left_on: DayAttribute = DayAttribute()
    leaving_reason: CodeAttribute[LeavingReason] = CodeAttribute(LeavingReason)
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)
    programme: ToOne[ProgrammeRow] = ToOne(lambda: ProgrammeRow)
    delivery_spells: ToMany[DeliverySpellRow] = ToMany(lambda: DeliverySpellRow)


class DeliverySpellRow(Row):
    """The part of a participation under one contract."""

    record_type = "delivery_spell"
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    participation: ToOne[ParticipationRow] = ToOne(lambda: ParticipationRow)
    contract: ToOne[ContractRow] = ToOne(lambda: ContractRow)


class StaffMemberRow(Row):
    """Someone who works for a provider."""

    record_type = "staff_member"
    provider: ToOne[ProviderRow] = ToOne(lambda: ProviderRow)
    assignments: ToMany[StaffAssignmentRow] = ToMany(lambda: StaffAssignmentRow)


class StaffAssignmentRow(Row):
    """One time of a member of staff in one role."""

    record_type = "staff_assignment"
    role: CodeAttribute[StaffRole] = CodeAttribute(StaffRole)
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    staff_member: ToOne[StaffMemberRow] = ToOne(lambda: StaffMemberRow)
    contract: ToOne[ContractRow] = ToOne(lambda: ContractRow)


class SchoolAttendanceRow(Row):
    """One time of a client at one kind of school."""

    record_type = "school_attendance"
    kind: CodeAttribute[SchoolKind] = CodeAttribute(SchoolKind)
    first_day: DayAttribute = DayAttribute()
    last_day: DayAttribute = DayAttribute()
    client: ToOne[ClientRow] = ToOne(lambda: ClientRow)

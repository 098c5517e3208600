from datetime import date
from decimal import Decimal

import attrs
import pytest

from inclusion_core.checks.consistency import contradictions
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, SamePersonLink
from inclusion_core.model.education import SchoolAttendance
from inclusion_core.model.funding import Contract, FundingShare, Programme
from inclusion_core.model.household import HouseholdMembership
from inclusion_core.model.participation import DeliverySpell, Participation
from inclusion_core.model.staff import StaffAssignment, StaffMember, StaffRole
from inclusion_core.model.status import Arrival, CitizenshipSpell, ProtectionSpell, ResidenceSpell

DAY = date(2018, 5, 1)
RECORDS = (
    FundingShare(id="x", operation_id="op-9", fund_id="esf", percent=Decimal(0)),
    Programme(id="x", operation_id="op", declared_as="sif.mentoring"),
    Contract(id="x", programme_id="mentoring", provider_id="p-1", number="1"),
    Client(id="x", provider_id="p-1"),
    SamePersonLink(id="x", client_id="c-1", other_client_id="c-2", linked_on=DAY),
    HouseholdMembership(id="x", household_id="h-1", client_id="c-1"),
    ProtectionSpell(id="x", client_id="c-1"),
    CitizenshipSpell(id="x", client_id="c-1"),
    ResidenceSpell(id="x", client_id="c-1"),
    Arrival(id="x", client_id="c-1"),
    Participation(id="x", client_id="c-1", programme_id="mentoring"),
    DeliverySpell(id="x", participation_id="in-1", contract_id="k-1"),
    StaffMember(id="x", provider_id="p-1"),
    StaffAssignment(id="x", staff_member_id="x", contract_id="k-1", role=StaffRole.SOCIAL_WORKER),
    SchoolAttendance(id="x", client_id="c-1"),
)
REFERENCES = [
    (record, field.name)
    for record in RECORDS
    for field in SCHEMA.type_of(record).recorded_fields
    if field.reference is not None
]


def test_every_recorded_reference_of_the_schema_has_a_case():
    declared = {
        (kind.name, field.name)
        for kind in SCHEMA
        for field in kind.recorded_fields
        if field.reference is not None
    }

    assert {(SCHEMA.type_of(record).name, field) for record, field in REFERENCES} == declared


@pytest.mark.parametrize(("record", "field"), REFERENCES)
def test_a_reference_to_a_record_that_is_not_there_is_found(found, record, field):
    broken = attrs.evolve(record, **{field: "nobody"})

    assert ("check.missing-reference", "x", field) in found(broken)


def test_a_reference_that_leads_somewhere_is_silent(found):
    assert found(Arrival(id="x", client_id="c-1")) == []


def test_the_person_is_worked_out_and_no_reference_to_correct(found):
    assert found(Client(id="x", provider_id="p-1", person_id="nobody")) == []


def test_what_still_names_an_erased_record_is_found_as_such():
    caseload = attrs.evolve(
        Caseload.of_records([Arrival(id="a-1", client_id="c-1")], known_on=DAY),
        tombstones=(("client", "c-1"),),
    )

    (finding,) = contradictions(caseload, SCHEMA)

    assert finding.kind == "check.reference-to-erased"
    assert finding.place.field == "client_id"


def test_a_tombstone_of_another_type_erases_nothing():
    caseload = attrs.evolve(
        Caseload.of_records([Arrival(id="a-1", client_id="c-1")], known_on=DAY),
        tombstones=(("household", "c-1"),),
    )

    assert [finding.kind for finding in contradictions(caseload, SCHEMA)] == [
        "check.missing-reference"
    ]


def test_records_of_a_type_outside_the_schema_are_left_alone():
    from inclusion_core.expr.schema import schema_of

    caseload = Caseload.of_records([Arrival(id="a-1", client_id="c-1")], known_on=DAY)

    assert contradictions(caseload, schema_of()) == ()

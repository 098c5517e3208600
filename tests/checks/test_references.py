from datetime import date
from decimal import Decimal

import attrs
import pytest

from inclusion_core.checks.consistency import contradictions
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import FieldKind
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.model.status import Arrival

DAY = date(2018, 5, 1)
REQUIRED = {
    FieldKind.REFERENCE: "somebody",
    FieldKind.DAY: DAY,
    FieldKind.NUMBER: 1,
    FieldKind.DECIMAL: Decimal(0),
    FieldKind.TEXT: "a",
}


def whole(record_type):
    """A record of which only what must be filled in is filled in."""
    needed = {
        field.name: next(iter(field.enum)) if field.enum else REQUIRED.get(field.kind, "a.b")
        for field in record_type.recorded_fields
        if field.required
    }
    return record_type.record_class(**{**needed, "id": "x"})


RECORDS = tuple(whole(each) for each in SCHEMA if not each.derived)
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


@pytest.mark.at_length(few=20)
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

"""Records of which some are only supposed: what would be, if they were otherwise."""

from datetime import date

import attrs

from inclusion_core.expr.records import Records
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.client import Client
from inclusion_core.model.status import ProtectionKind, ProtectionSpell

ANNA = Client(id="c-1", provider_id="p-1", born_on=date(1990, 5, 1))
REFUGEE = ProtectionSpell(id="s-1", client_id="c-1", kind=ProtectionKind.REFUGEE)
REJECTED = attrs.evolve(REFUGEE, kind=ProtectionKind.REJECTED)
ANOTHER = ProtectionSpell(id="s-2", client_id="c-1", kind=ProtectionKind.ASYLUM_SEEKER)
OF_NOBODY = ProtectionSpell(id="s-3", client_id="c-9")

there = Records(SCHEMA, {"client": (ANNA,), "protection_spell": (REFUGEE,)})


def spells(records):
    return [each.id for each in records.naming("protection_spell", "client_id", "c-1")]


def test_a_record_stands_in_for_one_with_the_same_key():
    supposed = there.supposing(REJECTED)

    assert supposed.find("protection_spell", "s-1") is REJECTED
    assert list(supposed.naming("protection_spell", "client_id", "c-1")) == [REJECTED]
    assert list(supposed.of_type("protection_spell")) == [REJECTED]


def test_a_new_record_stands_beside_those_that_are_there():
    supposed = there.supposing(ANOTHER, OF_NOBODY)

    assert spells(supposed) == ["s-1", "s-2"]
    assert supposed.find("protection_spell", "s-3") is OF_NOBODY
    assert [each.id for each in supposed.of_type("protection_spell")] == ["s-1", "s-2", "s-3"]


def test_what_is_not_supposed_is_read_from_below():
    supposed = there.supposing(ANOTHER)

    assert supposed.find("client", "c-1") is ANNA
    assert supposed.of_type("client") == (ANNA,)
    assert supposed.find("client", "c-2") is None


def test_one_may_suppose_further_and_what_is_below_stays_as_it_is():
    further = there.supposing(REJECTED).supposing(ANOTHER).supposing(REFUGEE)

    assert further.find("protection_spell", "s-1") is REFUGEE
    assert spells(further) == ["s-1", "s-2"]
    assert further.below is there
    assert spells(there) == ["s-1"]


def test_who_looks_at_records_sees_none_of_them():
    assert repr(there.supposing(REJECTED)) == "Supposed()"

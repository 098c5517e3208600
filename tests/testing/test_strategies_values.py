"""Days, values, codes and single records."""

import re
from datetime import date
from decimal import Decimal

import attrs
import pytest
from hypothesis import strategies as st
from strategies_lab.drawing import drawn, smallest
from strategies_lab.garden import GARDEN, Bed

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import CodeList, DerivedRecord, FieldKind, Reference
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client
from inclusion_core.model.versions import Version
from inclusion_core.testing import installed_catalogue
from inclusion_core.testing.strategies.codes import any_code, some_codes
from inclusion_core.testing.strategies.days import around, days
from inclusion_core.testing.strategies.records import record_type_of, records
from inclusion_core.testing.strategies.values import UNKNOWN, partly, values_of
from inclusion_core.values import ABSENT, FIRST_DAY, LAST_DAY, PartialDay, Unknown
from inclusion_core.wire.journals import read_journal, write_journal

EVERY_TYPE = installed_catalogue().schema
RECORDED = [each for each in EVERY_TYPE if not each.derived]


def test_days_lie_on_a_named_day_and_beside_it():
    found = set(drawn(days([date(2019, 4, 15)]), 60))

    assert {date(2019, 4, 14), date(2019, 4, 15), date(2019, 4, 16)} <= found


def test_days_shrink_to_a_plain_one():
    assert smallest(days(), lambda day: True) == date(2018, 1, 1)
    assert smallest(days([date(2014, 7, 1)]), lambda day: True) == date(2014, 7, 1)


def test_no_day_lies_outside_of_what_records_may_hold():
    assert around(FIRST_DAY) == (FIRST_DAY, date(1800, 1, 2))
    assert around(LAST_DAY) == (LAST_DAY, date(2999, 12, 30))
    assert around(date(3000, 1, 1)) == ()


def test_a_part_of_a_day_holds_it():
    leap = date(2020, 2, 29)

    assert [str(partly(leap, how)) for how in (0, 1, 2)] == [
        "2020-02",
        "2020",
        "2020-02-28/2020-03-01",
    ]
    assert str(partly(FIRST_DAY, 2)) == "1800-01-01/1800-01-03"


def test_a_field_may_hold_all_that_it_says():
    field = SCHEMA["citizenship_spell"].fields["country"]
    kinds = {type(value) for value in drawn(values_of(field), 100)}

    assert kinds == {str, type(ABSENT), Unknown}


def test_a_day_may_be_known_in_part():
    born_on = SCHEMA["client"].fields["born_on"]

    assert any(isinstance(day, PartialDay) for day in drawn(values_of(born_on), 40))


def test_only_the_codes_that_are_given_are_drawn():
    kind = SCHEMA["protection_spell"].fields["kind"]
    country = attrs.evolve(
        SCHEMA["citizenship_spell"].fields["country"], may_be_absent=False, may_be_unknown=False
    )
    known = [each for each in drawn(values_of(kind, codes=["refugee"]), 30) if each not in UNKNOWN]

    assert {each.value for each in known} == {"refugee"}
    assert set(drawn(values_of(country, codes=["SE"]), 10)) == {"SE"}


@pytest.mark.parametrize(
    "code_list",
    dict.fromkeys(
        field.code_list
        for record_type in (*EVERY_TYPE, *GARDEN)
        for field in record_type.fields.values()
        if field.code_list is not None
    ),
    ids=lambda each: each.title,
)
def test_codes_look_like_those_of_their_list(code_list):
    codes = (*some_codes(code_list), *drawn(any_code(code_list), 2))

    assert all(re.fullmatch(code_list.pattern, code) for code in codes)


def test_a_code_is_never_too_long_to_be_written():
    assert max(map(len, drawn(any_code(CodeList("long", "a{80,300}|b{3}")), 40))) <= 100


@pytest.mark.parametrize("form", ["all.json", "folder"])
def test_every_record_can_be_drawn_written_and_read_back(form, tmp_path):
    versions = {
        (record_type.name, record.id): Version(
            record_type=record_type.name,
            record_id=record.id,
            recorded_on=date(2020, 1, 1),
            record=record,
        )
        for record_type in RECORDED
        for record in drawn(records(record_type), 5)
    }
    write_journal(Journal(tuple(versions.values())), tmp_path / form, EVERY_TYPE)
    reading = read_journal(tmp_path / form, EVERY_TYPE)

    assert reading.findings == ()
    assert {(each.record_type, each.record_id): each for each in reading.journal.versions} == (
        versions
    )
    assert {name for name, _ in versions} == {each.name for each in RECORDED}


def test_a_derived_record_has_nothing_but_its_key():
    (person,) = drawn(records(SCHEMA["person"], id="c1"), 1)

    assert isinstance(person, DerivedRecord)
    assert person.id == "c1"


def test_what_is_fixed_is_not_drawn():
    clients = drawn(records(Client, id="c7", died_on=ABSENT), 5)

    assert {(client.id, client.died_on) for client in clients} == {("c7", ABSENT)}


def test_a_class_can_be_drawn_whatever_it_refers_to():
    found = record_type_of(Bed)

    assert found.fields["garden_id"].reference == Reference("garden", inverse="beds")
    assert isinstance(smallest(records(Bed), lambda bed: True), Bed)


def test_a_fraction_is_one_that_can_be_written():
    percent = SCHEMA["funding_share"].fields["percent"]
    found = drawn(values_of(percent), 50)

    assert percent.kind is FieldKind.DECIMAL
    assert all(each == 0 or abs(each) >= Decimal("0.01") for each in found)
    assert not any(each.is_zero() and each.is_signed() for each in found)


def test_a_strategy_is_one_of_hypothesis():
    assert isinstance(values_of(SCHEMA["client"].fields["id"]), st.SearchStrategy)

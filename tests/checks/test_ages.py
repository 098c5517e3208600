"""Ages that hardly anybody has for what is recorded."""

from datetime import date

import pytest

from inclusion_core.model.client import Client
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.household import HouseholdMembership, HouseholdRole
from inclusion_core.model.labour import LabourSpell, LabourStatus
from inclusion_core.model.participation import Participation
from inclusion_core.values import ABSENT, NOT_ASKED, parse_day

MAY_1 = date(2018, 5, 1)


def born(day, key="c-1"):
    return Client(id=key, provider_id="p-1", born_on=day)


def spell(status=LabourStatus.UNEMPLOYED, first_day=MAY_1):
    return LabourSpell(id="j-1", client_id="c-1", status=status, first_day=first_day)


def traits(status, entered_on=MAY_1):
    return (
        Participation(id="in-1", client_id="c-1", programme_id="mentoring", entered_on=entered_on),
        EntryTraits(id="e-1", participation_id="in-1", labour_status=status),
    )


@pytest.mark.parametrize("status", [LabourStatus.UNEMPLOYED, LabourStatus.EMPLOYED])
def test_who_is_surely_under_15_is_in_no_labour_market(found, status):
    young, grown = born(date(2003, 5, 2)), born(date(2003, 5, 1))
    wrong = ("check.labour-status-under-15", "j-1", "status")

    assert found(young, spell(status)) == [wrong]
    assert found(grown, spell(status)) == []
    assert found(born(parse_day("2003")), spell(status)) == []
    assert found(born(parse_day("2004")), spell(status)) == [wrong]
    assert found(born(NOT_ASKED), spell(status)) == []
    assert found(born(ABSENT), spell(status)) == []
    assert found(young, spell(status, NOT_ASKED)) == []


def test_a_child_may_be_inactive(found):
    assert found(born(date(2010, 5, 1)), spell(LabourStatus.INACTIVE)) == []
    assert found(born(date(2010, 5, 1)), *traits(LabourStatus.INACTIVE)) == []


def test_labour_status_at_entry_is_looked_at_too(found):
    young = born(date(2003, 5, 2))

    assert found(young, *traits(LabourStatus.EMPLOYED)) == [
        ("check.labour-status-under-15", "e-1", "labour_status")
    ]
    assert found(born(date(2003, 5, 1)), *traits(LabourStatus.EMPLOYED)) == []


def test_the_labour_status_of_nobody_is_only_a_missing_reference(found):
    _, lost = traits(LabourStatus.EMPLOYED)
    lost = EntryTraits(id="e-1", participation_id="in-9", labour_status=lost.labour_status)
    gone = LabourSpell(id="j-1", client_id="c-9", status=LabourStatus.EMPLOYED)

    assert {kind for kind, *_ in found(lost, gone)} == {"check.missing-reference"}


def member(key, client, role, first_day=MAY_1, last_day=ABSENT):
    return HouseholdMembership(
        id=key,
        household_id="h-1",
        client_id=client,
        role=role,
        first_day=first_day,
        last_day=last_day,
    )


ADULT = member("m-1", "c-1", HouseholdRole.ADULT)
CHILD = member("m-2", "c-2", HouseholdRole.CHILD)
WRONG = [("check.adults-too-young-for-child", "m-2", "role")]


def home(adult, child, *others):
    return born(adult), born(child, "c-2"), ADULT, CHILD, *others


def test_an_adult_is_at_least_12_years_older_than_the_child(found):
    assert found(*home(date(1998, 6, 1), date(2010, 5, 31))) == WRONG
    assert found(*home(date(1998, 6, 1), date(2010, 6, 1))) == []


def test_one_adult_who_is_old_enough_is_enough(found):
    child, sibling = date(2010, 5, 31), date(1999, 6, 1)
    parent = (born(date(1980, 1, 1), "c-3"), member("m-3", "c-3", HouseholdRole.ADULT))
    before = member("m-3", "c-3", HouseholdRole.ADULT, date(2017, 1, 1), date(2018, 4, 30))

    assert found(*home(sibling, child, *parent)) == []
    assert found(*home(sibling, child, parent[0], before)) == WRONG


@pytest.mark.parametrize("day", [NOT_ASKED, ABSENT])
def test_ages_that_are_not_known_are_not_compared(found, day):
    assert found(*home(day, date(2010, 5, 31))) == []
    assert found(*home(date(1999, 1, 1), day)) == []


def test_an_adult_of_whom_there_is_no_record_may_be_old_enough(found):
    lost = member("m-3", "c-9", HouseholdRole.ADULT)
    wrong = found(*home(date(1999, 6, 1), date(2010, 5, 31), lost))

    assert wrong == [("check.missing-reference", "m-3", "client_id")]


def test_a_household_without_adults_is_left_alone(found):
    backwards = member("m-1", "c-1", HouseholdRole.ADULT, MAY_1, date(2018, 4, 1))

    assert found(born(date(2010, 5, 31), "c-2"), CHILD) == []
    assert found(born(date(1999, 6, 1)), born(date(2010, 5, 31), "c-2"), backwards, CHILD) == [
        ("check.last-day-before-first", "m-1", "last_day")
    ]

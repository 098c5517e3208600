from datetime import date

import pytest

from inclusion_core.model.client import Client, SamePersonLink
from inclusion_core.model.education import EducationAttainment, EducationSpell
from inclusion_core.model.household import HouseholdMembership
from inclusion_core.model.labour import LabourSpell
from inclusion_core.model.need import Need, Referral
from inclusion_core.model.participation import LeavingReason, Participation
from inclusion_core.model.status import Arrival, CitizenshipSpell, ProtectionSpell, ResidenceSpell
from inclusion_core.model.traits import CaringSpell, DisabilitySpell, RiskSpell
from inclusion_core.values import ABSENT, NOT_ASKED, parse_day

MAY_1, MAY_2, MAY_3 = (date(2018, 5, day) for day in (1, 2, 3))


def client(key="c-2", **days):
    return Client(id=key, provider_id="p-1", **days)


def visit(first_day, last_day, client_id):
    return Participation(
        id="x",
        client_id=client_id,
        programme_id="mentoring",
        entered_on=first_day,
        left_on=last_day,
        leaving_reason=ABSENT if last_day is ABSENT else LeavingReason.OTHER,
    )


def membership(first_day, last_day, client_id):
    return HouseholdMembership(
        id="x", household_id="h-1", client_id=client_id, first_day=first_day, last_day=last_day
    )


def plain(record_class):
    def made(first_day, last_day, client_id):
        return record_class(id="x", client_id=client_id, first_day=first_day, last_day=last_day)

    return made


def arrival(first_day, _, client_id):
    return Arrival(id="x", client_id=client_id, arrived_on=first_day)


def single(record_class, field):
    def made(first_day, _, client_id):
        return record_class(id="x", client_id=client_id, **{field: first_day})

    return made


LIVED = [
    pytest.param(membership, "first_day", id="household_membership"),
    pytest.param(plain(ProtectionSpell), "first_day", id="protection_spell"),
    pytest.param(plain(ResidenceSpell), "first_day", id="residence_spell"),
    pytest.param(plain(EducationSpell), "first_day", id="education_spell"),
    pytest.param(plain(CitizenshipSpell), "first_day", id="citizenship_spell"),
    pytest.param(plain(RiskSpell), "first_day", id="risk_spell"),
    pytest.param(plain(DisabilitySpell), "first_day", id="disability_spell"),
    pytest.param(plain(CaringSpell), "first_day", id="caring_spell"),
    pytest.param(plain(LabourSpell), "first_day", id="labour_spell"),
    pytest.param(single(EducationAttainment, "attained_on"), "attained_on", id="attainment"),
    pytest.param(single(Need, "found_on"), "found_on", id="need"),
    pytest.param(single(Referral, "referred_on"), "referred_on", id="referral"),
    pytest.param(arrival, "arrived_on", id="arrival"),
    pytest.param(visit, "entered_on", id="participation"),
]


FOR_LIFE = {"citizenship_spell", "risk_spell", "disability_spell"}
ENDED_BY_DEATH = [
    tuple(each.values)
    for each in LIVED
    if each.id not in FOR_LIFE and each.values[1] in ("first_day", "entered_on")
]


@pytest.mark.parametrize(("lived", "field"), LIVED)
def test_what_begins_before_birth_is_found(found, lived, field):
    born = client(born_on=MAY_2)

    assert found(born, lived(MAY_1, MAY_3, "c-2")) == [("check.before-birth", "x", field)]
    assert found(born, lived(MAY_2, MAY_3, "c-2")) == []
    assert found(born, lived(parse_day("2018-05"), MAY_3, "c-2")) == []


@pytest.mark.parametrize("born_on", [NOT_ASKED, ABSENT, parse_day("2018")])
def test_nothing_is_before_a_birth_whose_day_is_open(found, born_on):
    assert found(client(born_on=born_on), arrival(MAY_1, None, "c-2")) == []


@pytest.mark.parametrize(("lived", "field"), LIVED)
def test_what_begins_after_death_is_found(found, lived, field):
    died = client(died_on=MAY_1)

    assert found(died, lived(MAY_2, MAY_3, "c-2")) == [("check.after-death", "x", field)]
    assert found(died, lived(MAY_1, MAY_1, "c-2")) == []
    assert found(died, lived(parse_day("2018-05"), MAY_1, "c-2")) == []


@pytest.mark.parametrize(("lived", "field"), LIVED)
def test_what_lasts_after_death_is_found_where_death_ends_it(found, lived, field):
    died = client(died_on=MAY_2)
    kind, last = {
        "first_day": ("check.not-ended-at-death", "last_day"),
        "entered_on": ("check.served-after-death", "left_on"),
    }.get(field, ("", ""))
    expected = [(kind, "x", last)] if (lived, field) in ENDED_BY_DEATH else []

    assert found(died, lived(MAY_1, ABSENT, "c-2")) == expected
    assert found(died, lived(MAY_1, MAY_3, "c-2")) == expected
    assert found(died, lived(MAY_1, MAY_2, "c-2")) == []
    assert found(died, lived(MAY_1, NOT_ASKED, "c-2")) == []


@pytest.mark.parametrize("died_on", [NOT_ASKED, ABSENT, parse_day("2018")])
def test_nothing_is_after_a_death_whose_day_is_open(found, died_on):
    assert found(client(died_on=died_on), arrival(MAY_3, None, "c-2")) == []


def test_a_death_that_one_provider_knows_of_counts_for_the_others(found):
    link = SamePersonLink(
        id="l-1", client_id="c-1", other_client_id="c-2", linked_on=date(2018, 6, 1)
    )
    died = client("c-1", died_on=MAY_1)

    assert ("check.after-death", "x", "arrived_on") in found(
        link, died, arrival(MAY_3, None, "c-2")
    )
    assert ("check.after-death", "x", "arrived_on") not in found(died, arrival(MAY_3, None, "c-2"))


def test_a_client_who_is_not_there_neither_lives_nor_dies(found):
    assert found(arrival(MAY_1, None, "c-9")) == [("check.missing-reference", "x", "client_id")]


@pytest.mark.parametrize(
    ("born_on", "entered_on", "wrong"),
    [
        (date(1907, 5, 1), MAY_1, True),
        (date(1907, 5, 2), MAY_1, False),
        (parse_day("1906"), MAY_1, True),
        (parse_day("1907"), MAY_1, False),
        (date(1850, 1, 1), NOT_ASKED, False),
        (date(1850, 1, 1), ABSENT, False),
        (NOT_ASKED, MAY_1, False),
    ],
)
def test_an_age_over_110_at_entry_is_looked_at_again(found, born_on, entered_on, wrong):
    expected = [("check.implausible-age", "c-2", "born_on")] if wrong else []

    assert found(client(born_on=born_on), visit(entered_on, ABSENT, "c-2")) == expected


def test_an_age_is_looked_at_once_however_often_somebody_enters(found):
    old = client("c-1", born_on=date(1850, 1, 1))
    again = Participation(id="in-2", client_id="c-1", programme_id="motivation", entered_on=MAY_1)

    assert found(old, again, visit(MAY_1, MAY_2, "c-1")) == [
        ("check.implausible-age", "c-1", "born_on")
    ]

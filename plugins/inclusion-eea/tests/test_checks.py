"""What is looked for in the data of the project."""

from datetime import date
from decimal import Decimal

import pytest

from inclusion_core import NOT_ASKED, SCHEMA, Caseload, contradictions
from inclusion_core.findings import Severity
from inclusion_core.model.client import Client
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.funding import (
    Contract,
    Fund,
    FundingShare,
    Operation,
    Programme,
    Provider,
    ShareRule,
)
from inclusion_core.model.household import Household, HouseholdMembership
from inclusion_core.model.participation import Participation
from inclusion_core.model.service import Service, ServiceAttendance, ServiceKind
from inclusion_core.testing import installed_catalogue
from inclusion_eea.checks import CHECKS

ENTERED = date(2014, 2, 3)
CHAIN = (
    Operation(id="op", number="2012/EEZ/PP/1/MAC/150", title="T", beneficiary="B"),
    Programme(id="pr", operation_id="op", declared_as="eea.families"),
    Programme(id="other", operation_id="op", declared_as="toy.other"),
    Provider(id="pv", name="P"),
    Contract(id="k", programme_id="pr", provider_id="pv", number="1"),
    Household(id="hh"),
    Client(id="adult", provider_id="pv"),
    Client(id="child", provider_id="pv"),
)


def found(check, *records):
    caseload = Caseload.of_records([*CHAIN, *records], known_on=date(2015, 7, 31))
    findings = contradictions(caseload, SCHEMA, CHECKS)
    return [
        (each.place.record_id, each.severity)
        for each in findings
        if each.kind == f"eea.families.{check}"
    ]


def lives(client):
    return HouseholdMembership(
        id=f"hm-{client}", household_id="hh", client_id=client, first_day=date(2010, 1, 1)
    )


def enters(client, place, programme="pr"):
    visit = Participation(
        id=f"p-{client}", client_id=client, programme_id=programme, entered_on=ENTERED
    )
    return visit, EntryTraits(id=f"et-{client}", participation_id=visit.id, region=place)


@pytest.mark.parametrize(
    ("adult", "child", "programme", "told"),
    [
        ("BAUSKA", "BAUSKA", "pr", []),
        ("BAUSKA", "VALMIERA", "pr", [("et-child", Severity.ERROR)]),
        ("BAUSKA", "VALMIERA", "other", []),
        ("BAUSKA", NOT_ASKED, "pr", []),
    ],
)
def test_a_family_is_in_one_place(adult, child, programme, told):
    records = (
        *(lives("adult"), lives("child")),
        *(*enters("adult", adult), *enters("child", child, programme)),
    )

    assert found("two-places", *records) == told


def test_two_who_do_not_live_together_may_be_in_two_places():
    records = (lives("adult"), *enters("adult", "BAUSKA"), *enters("child", "VALMIERA"))

    assert found("two-places", *records) == []


def camp(kind=ServiceKind.CAMP):
    service = Service(id="se", contract_id="k", kind=kind, given_on=date(2014, 7, 7))
    return service, ServiceAttendance(id="at", service_id="se", participation_id="p-child")


TOLD = [("at", Severity.WARNING)]


def test_who_is_at_a_camp_has_a_family_that_takes_part():
    child = lives("child"), *enters("child", "BAUSKA"), *camp()
    adult = lives("adult"), *enters("adult", "BAUSKA")

    assert found("camp-without-family", *child, *adult) == []
    assert found("camp-without-family", *child) == TOLD
    assert found("camp-without-family", *child, lives("adult")) == TOLD
    assert found("camp-without-family", *child[1:], *adult) == TOLD


def test_other_services_and_other_programmes_are_left_alone():
    group = lives("child"), *enters("child", "BAUSKA"), *camp(ServiceKind.GROUP)
    elsewhere = lives("child"), *enters("child", "BAUSKA", "other"), *camp()

    assert found("camp-without-family", *group) == []
    assert found("camp-without-family", *elsewhere) == []


@pytest.mark.parametrize(
    ("percent", "rule", "told"),
    [
        ("10", ShareRule.REMAINDER, []),
        ("9.99", ShareRule.REMAINDER, [("fs", Severity.ERROR)]),
        ("4.5", ShareRule.AT_MOST, []),
    ],
)
def test_the_promoter_pays_at_least_ten_per_cent(percent, rule, told):
    share = FundingShare(
        id="fs", operation_id="op", fund_id="fu", percent=Decimal(percent), rule=rule
    )

    assert found("cofinancing", Fund(id="fu", name="F"), share) == told


def test_the_place_is_asked_of_everybody():
    visit, traits = enters("adult", NOT_ASKED)

    assert found("place-asked", visit, traits) == [("et-adult", Severity.WARNING)]
    assert len(found("place-asked", visit)) == 1
    assert found("place-asked", *enters("adult", "BAUSKA")) == []


def test_every_check_is_declared_with_the_project():
    declared = [each for each in installed_catalogue().checks if each.id.startswith("eea.")]

    assert {each.id for each in declared} == {each.id for each in CHECKS}
    assert {each.programme for each in declared} == {"eea.families"}

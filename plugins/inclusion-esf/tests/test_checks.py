"""What is looked for in data of the funds, and what is counted that is no person."""

from datetime import date

import attrs
import pytest

from inclusion_core import (
    ABSENT,
    NOT_ASKED,
    Caseload,
    Period,
    Reason,
    Unknown,
    count_records,
)
from inclusion_core.checks.examined import Examined
from inclusion_core.expr.records import Records
from inclusion_core.facts.moments import report_days
from inclusion_core.findings import Severity
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.funding import Operation, Programme, Provider
from inclusion_core.model.participation import Participation
from inclusion_core.model.yes_no import YesNo
from inclusion_core.testing import installed_catalogue
from inclusion_esf.checks import CHECKS
from inclusion_esf.metrics import METRICS
from inclusion_esf.period_2021.estimates import ESTIMATED_BY_GENDER
from inclusion_esf.records import (
    EnterpriseSize,
    EntityKind,
    EsfEstimate,
    EsfProject,
    EsfSupportedEntity,
    EstimateBasis,
)

SCHEMA = installed_catalogue().schema
KNOWN_ON = date(2024, 6, 30)
YEAR = report_days(Period(date(2023, 1, 1), date(2023, 12, 31)), date(2023, 12, 31))
BY_ID = {metric.id: metric for metric in METRICS}

FUNDED = Operation(id="funded", number="1", title="T", beneficiary="B")
OTHER = Operation(id="other", number="2", title="T", beneficiary="B")
PROJECT = EsfProject(
    id="project",
    operation_id="funded",
    objective="l",
    most_deprived=YesNo.YES,
    selected_on=date(2023, 1, 1),
)
ESTIMATE = EsfEstimate(
    id="estimate",
    operation_id="funded",
    indicator="esf.plus.eeco16",
    gender=Gender.FEMALE,
    amount=12,
    basis=EstimateBasis.INFORMED_ESTIMATE,
    made_on=date(2023, 6, 30),
)


def findings(*records):
    caseload = Caseload.of_records((FUNDED, OTHER, *records), known_on=KNOWN_ON)
    examined = Examined(caseload=caseload, schema=SCHEMA)
    return [found for check in CHECKS for found in check.find(examined)]


def kinds(*records):
    return [found.kind.removeprefix("esf.") for found in findings(*records)]


# Checks.


def test_one_project_record_and_one_estimate_are_as_they_should_be():
    assert kinds(PROJECT, ESTIMATE) == []


def test_two_project_records_for_one_operation_are_one_too_many():
    second = attrs.evolve(PROJECT, id="second")
    (found,) = findings(PROJECT, second)
    assert found.kind == "esf.one-project-record"
    assert found.place.record_id == "second"
    assert "project" in found.remedy.in_("en")
    assert kinds(PROJECT, attrs.evolve(PROJECT, id="second", operation_id="other")) == []


@pytest.mark.parametrize(
    ("objective", "most_deprived", "expected"),
    [
        ("l", YesNo.YES, []),
        ("h", YesNo.NO, []),
        ("h", NOT_ASKED, []),
        (NOT_ASKED, YesNo.YES, []),
        ("h", YesNo.YES, ["most-deprived-under-l"]),
    ],
)
def test_only_objective_l_is_for_the_most_deprived(objective, most_deprived, expected):
    project = attrs.evolve(PROJECT, objective=objective, most_deprived=most_deprived)
    assert kinds(project) == expected


def stay(gender, operation="funded"):
    return (
        Provider(id="provider", name="P"),
        Programme(id="programme", operation_id=operation, declared_as="esf.sample"),
        Client(id="anna", provider_id="provider", gender=gender),
        Participation(
            id="stay",
            client_id="anna",
            programme_id="programme",
            entered_on=date(2023, 2, 1),
        ),
    )


def test_a_participant_without_gender_is_a_warning():
    (found,) = findings(PROJECT, *stay(Unknown(Reason.REFUSED)))
    assert (found.kind, found.severity) == ("esf.gender-recorded", Severity.WARNING)
    assert (found.place.record_id, found.place.field) == ("anna", "gender")
    assert kinds(PROJECT, *stay(Gender.NON_BINARY)) == []


def test_gender_is_not_asked_for_in_operations_of_other_funds():
    assert kinds(PROJECT, *stay(NOT_ASKED, operation="other")) == []


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("esf.plus.eeco12", []),
        ("esf.plus.eeco17", []),
        ("esf.most-deprived.children", []),
        ("esf.plus.eeco11", ["estimate-allowed"]),
        ("esf.co16", ["estimate-allowed"]),
    ],
)
def test_only_some_indicators_may_be_estimated(indicator, expected):
    assert kinds(attrs.evolve(ESTIMATE, indicator=indicator)) == expected


def test_the_same_estimate_twice_is_one_too_many():
    assert kinds(ESTIMATE, attrs.evolve(ESTIMATE, id="same", amount=3)) == ["one-estimate"]
    for differs in ({"gender": Gender.MALE}, {"made_on": date(2024, 1, 1)}):
        assert kinds(ESTIMATE, attrs.evolve(ESTIMATE, id="other", **differs)) == []


def test_no_finding_tells_a_value():
    (found,) = findings(attrs.evolve(ESTIMATE, indicator="esf.co16", amount=987_654))
    assert "987" not in repr(found)


# Projects, enterprises, public bodies, estimates.


def figure(key, *records, by=()):
    caseload = Caseload.of_records((FUNDED, OTHER, *records), known_on=KNOWN_ON)
    metric = BY_ID[f"esf.{key}"]
    return count_records([metric], Records(SCHEMA, caseload.records), YEAR, by=by)[metric.id]


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("co20", "by_partners"),
        ("co21", "for_women_in_employment"),
        ("co22", "for_public_administration"),
    ],
)
def test_a_project_counts_in_the_period_in_which_it_was_selected(key, field):
    answered = attrs.evolve(PROJECT, **{field: YesNo.YES})
    assert figure(key, answered).value == 1
    assert figure(key, attrs.evolve(answered, selected_on=date(2022, 12, 31))).value == 0
    assert figure(key, attrs.evolve(answered, **{field: YesNo.NO})).value == 0
    assert figure(key, PROJECT).unknown == 1


def entity(key="one", **fields):
    known = {
        "operation_id": "funded",
        "entity": "40001",
        "kind": EntityKind.ENTERPRISE,
        "size": EnterpriseSize.MICRO,
        "supported_on": date(2023, 12, 31),
    }
    return EsfSupportedEntity(id=key, **(known | fields))


@pytest.mark.parametrize("key", ["co23", "plus.eeco19"])
def test_an_enterprise_counts_once_however_many_operations_support_it(key):
    twice = entity("two", operation_id="other")
    assert figure(key, entity(), twice).value == 1
    assert figure(key, entity(), attrs.evolve(twice, entity="40002")).value == 2


@pytest.mark.parametrize("key", ["co23", "plus.eeco19"])
def test_neither_large_enterprises_nor_public_bodies_are_small(key):
    assert figure(key, entity(size=EnterpriseSize.MEDIUM)).value == 1
    assert figure(key, entity(size=EnterpriseSize.LARGE)).value == 0
    assert figure(key, entity(kind=EntityKind.PUBLIC_BODY, size=ABSENT)).value == 0
    assert figure(key, entity(supported_on=date(2024, 1, 1))).value == 0
    assert figure(key, entity(size=NOT_ASKED)).unknown == 1


def test_public_bodies_count_once_each():
    body = entity(kind=EntityKind.PUBLIC_BODY, size=ABSENT)
    assert figure("plus.eeco18", body, attrs.evolve(body, id="two")).value == 1
    assert figure("plus.eeco18", entity()).value == 0


def test_estimates_are_added_up_by_indicator_and_gender():
    men = attrs.evolve(ESTIMATE, id="men", gender=Gender.MALE, amount=5)
    other = attrs.evolve(ESTIMATE, id="next", made_on=date(2024, 1, 1), amount=100)
    found = figure("estimated.plus.eeco16", ESTIMATE, men, other, by=(ESTIMATED_BY_GENDER,))
    assert found.value == 17
    assert {codes: tally.amount for codes, tally in found.cells.items()} == {
        ("female",): 12,
        ("male",): 5,
    }
    assert figure("estimated.plus.eeco12", ESTIMATE).value == 0

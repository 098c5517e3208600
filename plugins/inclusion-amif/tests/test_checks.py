"""What the checks find, and what they leave alone."""

from datetime import date

import attrs
import pytest

from inclusion_amif.checks import CHECKS
from inclusion_amif.levels import LanguageLevel
from inclusion_amif.records import AmifObjective, AmifProject
from inclusion_amif.sample import build
from inclusion_amif.support import (
    AmifApplication,
    AmifLanguageTest,
    AmifSupport,
    AmifSurveyAnswer,
    ApplicationKind,
    SupportKind,
    TestMoment,
)
from inclusion_core import Caseload
from inclusion_core.checks.examined import Examined
from inclusion_core.findings import Severity
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Contract, Operation, Programme, Provider
from inclusion_core.model.participation import Participation
from inclusion_core.model.service import Service, ServiceAttendance
from inclusion_core.model.status import CitizenshipKind, CitizenshipSpell
from inclusion_core.model.yes_no import YesNo
from inclusion_core.testing import installed_catalogue
from inclusion_core.values import NOT_ASKED

SCHEMA = installed_catalogue().schema
KNOWN_ON = date(2023, 12, 31)
DAY = date(2023, 3, 1)


def operation(key):
    return (
        Operation(id=key, number=key, title="T", beneficiary="B"),
        Programme(id=f"programme-{key}", operation_id=key, declared_as="amif.sample"),
        Contract(
            id=f"contract-{key}",
            programme_id=f"programme-{key}",
            provider_id="provider",
            number=key,
        ),
        Participation(
            id=f"stay-{key}", client_id="anna", programme_id=f"programme-{key}", entered_on=DAY
        ),
    )


PROJECT = AmifProject(id="project", operation_id="amif", objective=AmifObjective.INTEGRATION)
BASE = (
    Provider(id="provider", name="P"),
    Client(id="anna", provider_id="provider"),
    *operation("amif"),
    PROJECT,
)
COURSE = AmifSupport(
    id="course",
    participation_id="stay-amif",
    kind=SupportKind.LANGUAGE_COURSE,
    first_day=DAY,
)


def taken(moment, level=LanguageLevel.A2, key=""):
    return AmifLanguageTest(
        id=f"test-{moment.value}{key}",
        amif_support_id="course",
        moment=moment,
        level=level,
        taken_on=DAY,
    )


ENTRY, LEAVING = taken(TestMoment.ENTRY), taken(TestMoment.LEAVING)
ANSWER = AmifSurveyAnswer(
    id="answer", participation_id="stay-amif", helpful=YesNo.YES, answered_on=DAY
)
APPLICATION = AmifApplication(
    id="application",
    participation_id="stay-amif",
    kind=ApplicationKind.RECOGNITION,
    applied_on=DAY,
)


def citizen(country, first_day=date(1990, 1, 1)):
    return CitizenshipSpell(
        id="passport",
        client_id="anna",
        kind=CitizenshipKind.CITIZEN,
        country=country,
        first_day=first_day,
    )


def found(*records):
    """The kinds and records of all findings."""
    by_key = {(type(each), each.id): each for each in (*BASE, *records)}
    caseload = Caseload.of_records(by_key.values(), known_on=KNOWN_ON)
    examined = Examined(caseload=caseload, schema=SCHEMA)
    return [
        (finding.kind.removeprefix("amif."), finding.place.record_id)
        for check in CHECKS
        for finding in check.find(examined)
    ]


def test_a_course_tested_at_both_ends_is_left_alone():
    assert found(COURSE, ENTRY, LEAVING, ANSWER, APPLICATION, citizen("UA")) == []


def test_a_project_has_one_record():
    assert found(attrs.evolve(PROJECT, id="second")) == [("one-project-record", "second")]


@pytest.mark.parametrize(
    ("spell", "told"),
    [
        (citizen("DE"), [("third-country-national", "stay-amif")]),
        (citizen("DE", date(2023, 3, 2)), []),
        (citizen("DE", NOT_ASKED), []),
        (citizen("GB"), []),
    ],
)
def test_a_citizen_of_the_union_is_told_where_it_is_sure(spell, told):
    assert found(spell) == told


def test_somebody_of_whom_citizenship_is_told_backwards_is_left_alone():
    spell = attrs.evolve(citizen("DE"), last_day=date(1980, 1, 1))

    assert found(spell) == []


@pytest.mark.parametrize(
    ("kind", "objective", "told"),
    [
        (SupportKind.LEGAL_ASSISTANCE, AmifObjective.INTEGRATION, True),
        (SupportKind.LEGAL_ASSISTANCE, AmifObjective.ASYLUM, False),
        (SupportKind.MOBILITY_SCHEME, AmifObjective.ASYLUM, True),
        (SupportKind.MOBILITY_SCHEME, AmifObjective.INTEGRATION, False),
        (SupportKind.MOBILITY_SCHEME, AmifObjective.OTHER, False),
        (SupportKind.MOBILITY_SCHEME, NOT_ASKED, False),
        (NOT_ASKED, AmifObjective.ASYLUM, False),
    ],
)
def test_support_belongs_to_the_objective_of_its_project(kind, objective, told):
    project, support = attrs.evolve(PROJECT, objective=objective), attrs.evolve(COURSE, kind=kind)

    expected = [("support-under-another-objective", "course")] if told else []
    assert found(project, support) == expected


@pytest.mark.parametrize(
    ("supports", "told"),
    [
        ((), True),
        ((attrs.evolve(COURSE, kind=SupportKind.MOBILITY_SCHEME),), True),
        ((attrs.evolve(COURSE, kind=NOT_ASKED),), False),
        ((COURSE,), False),
    ],
)
def test_a_result_needs_integration_support_in_the_same_project(supports, told):
    expected = [("result-without-output", "answer"), ("result-without-output", "application")]

    assert found(*supports, ANSWER, APPLICATION) == (expected if told else [])


def test_a_result_outside_an_integration_project_is_left_alone():
    assert found(attrs.evolve(PROJECT, objective=AmifObjective.ASYLUM), ANSWER) == []


@pytest.mark.parametrize(
    ("tests", "told"),
    [
        ((LEAVING,), [("no-entry-test", "test-leaving")]),
        ((ENTRY,), []),
        ((attrs.evolve(ENTRY, moment=NOT_ASKED), LEAVING), []),
        (
            (attrs.evolve(ENTRY, level=LanguageLevel.B1), LEAVING),
            [("level-down", "test-leaving")],
        ),
        ((attrs.evolve(ENTRY, level=LanguageLevel.PRE_A1), LEAVING), []),
        ((attrs.evolve(ENTRY, level=NOT_ASKED), LEAVING), []),
        (
            (ENTRY, taken(TestMoment.ENTRY, LanguageLevel.A1, "-2"), LEAVING),
            [("different-levels", "test-entry-2")],
        ),
        ((ENTRY, taken(TestMoment.ENTRY, key="-2"), LEAVING), []),
        ((ENTRY, attrs.evolve(ENTRY, id="test-entry-2", level=NOT_ASKED), LEAVING), []),
    ],
)
def test_tests_of_a_course_must_go_together(tests, told):
    assert found(COURSE, *tests) == told


def test_a_language_test_belongs_to_a_language_course():
    civic = attrs.evolve(COURSE, kind=SupportKind.CIVIC_ORIENTATION_COURSE)

    assert found(civic, ENTRY) == [("no-language-course", "test-entry")]
    assert found(attrs.evolve(COURSE, kind=NOT_ASKED), ENTRY) == []


def test_support_on_days_in_an_operation_of_another_fund_is_a_question():
    other = operation("esf")

    assert found(*other, COURSE) == [("in-another-fund", "course")]
    assert found(*operation("esf"), COURSE, AmifProject(id="p2", operation_id="esf")) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"left_on": date(2023, 2, 27), "entered_on": date(2023, 1, 1)},
        {"left_on": date(2023, 2, 27), "entered_on": DAY},
    ],
)
def test_a_stay_on_other_days_or_told_backwards_is_no_question(changed):
    *chain, stay = operation("esf")

    assert found(*chain, attrs.evolve(stay, **changed), COURSE) == []


def test_support_that_is_told_backwards_or_of_nobody_known_is_no_question():
    backwards = attrs.evolve(COURSE, last_day=date(2023, 2, 1))
    nobodys = attrs.evolve(COURSE, participation_id="gone")

    assert found(*operation("esf"), backwards) == []
    assert found(*operation("esf"), nobodys) == []


def test_one_service_under_two_funds_is_an_error():
    service = Service(id="lesson", contract_id="contract-amif", given_on=DAY)
    here = ServiceAttendance(id="here", service_id="lesson", participation_id="stay-amif")
    there = ServiceAttendance(id="there", service_id="lesson", participation_id="stay-esf")
    nowhere = ServiceAttendance(id="nowhere", service_id="lesson", participation_id="gone")

    assert found(*operation("esf"), service, here, there, nowhere) == [("same-activity", "here")]
    assert found(*operation("esf"), service, here, nowhere) == []


def test_who_takes_part_in_a_programme_that_is_not_there_is_left_alone():
    lost = Participation(id="lost", client_id="anna", programme_id="gone", entered_on=DAY)

    assert found(lost, attrs.evolve(ANSWER, participation_id="lost")) == []


@pytest.mark.parametrize("seed", [2021, 1, 2])
def test_the_sample_meets_the_traps_and_has_no_error(seed):
    caseload = build(seed).as_known_on(date(2024, 12, 31))
    findings = [
        each for check in CHECKS for each in check.find(Examined(caseload=caseload, schema=SCHEMA))
    ]

    assert {each.kind for each in findings} >= {
        "amif.third-country-national",
        "amif.no-entry-test",
        "amif.level-down",
        "amif.result-without-output",
        "amif.in-another-fund",
    }
    assert all(each.severity is Severity.WARNING for each in findings)


def test_every_check_says_what_to_do_in_both_languages():
    assert len({check.id for check in CHECKS}) == len(CHECKS) == 10
    assert all(check.says.lv and check.says.en for check in CHECKS)

"""The synthetic caseload: the same for ever, sound, and with every kind of case in it."""

from collections import Counter
from datetime import date

import pytest

from inclusion_core.checks.examined import Examined
from inclusion_core.checks.looking import findings_in
from inclusion_core.cli.given import checks_for
from inclusion_core.findings import Severity
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.labour import LabourStatus
from inclusion_core.model.outcome import Outcome, OutcomeKind
from inclusion_core.model.participation import Enrolment, Participation
from inclusion_core.model.versions import Act
from inclusion_core.testing import installed_catalogue
from inclusion_core.values import ABSENT, Reason, Unknown
from inclusion_esf.sample import SAMPLE, build

KNOWN_ON = date(2025, 12, 31)
CATALOGUE = installed_catalogue()


@pytest.fixture(scope="module")
def journal():
    return build()


@pytest.fixture(scope="module")
def caseload(journal):
    return journal.as_known_on(KNOWN_ON)


def test_the_catalogue_offers_it_with_the_seed_it_is_built_from(journal):
    assert CATALOGUE.samples["esf.participants"] == SAMPLE
    assert SAMPLE.build(SAMPLE.default_seed) == journal


def test_the_same_seed_gives_the_same_journal_and_another_one_another():
    assert build(7) == build(7)
    assert build(7) != build(8)


@pytest.mark.parametrize("seed", [1, 2, 3, SAMPLE.default_seed])
def test_no_check_finds_an_error_in_it(seed):
    journal = build(seed)
    known = journal.as_known_on(KNOWN_ON)
    examined = Examined(caseload=known, schema=CATALOGUE.schema, journal=journal)

    errors = [
        each.in_("en")
        for each in findings_in(examined, checks_for(known, CATALOGUE))
        if each.severity is Severity.ERROR
    ]

    assert errors == []


def test_people_return_to_an_operation_and_enter_the_next_one(caseload):
    enrolments = caseload.of(Enrolment)
    operations = Counter(each.person_id for each in enrolments)

    assert len(caseload.of(Participation)) > len(enrolments)
    assert max(operations.values()) > 1
    assert {each.operation_id for each in enrolments} == {
        "operation-work",
        "operation-inclusion",
        "operation-deprived",
    }


def test_some_are_still_in_an_operation_and_some_have_left(caseload):
    left = {each.left_on is ABSENT for each in caseload.of(Participation)}

    assert left == {True, False}


def test_some_were_not_asked_and_some_refused(caseload):
    reasons = {
        each.minority.reason
        for each in caseload.of(EntryTraits)
        if isinstance(each.minority, Unknown)
    } | {
        each.labour_status.reason
        for each in caseload.of(EntryTraits)
        if isinstance(each.labour_status, Unknown)
    }

    assert reasons == {Reason.REFUSED, Reason.NOT_ASKED}


def test_there_are_people_of_every_gender_and_of_whom_it_is_not_known(caseload):
    genders = {
        each.gender if isinstance(each.gender, Gender) else None for each in caseload.of(Client)
    }

    assert genders == {*Gender, None}


def test_there_is_a_result_of_every_kind_that_the_funds_count(caseload):
    assert {each.kind for each in caseload.of(Outcome)} == {
        OutcomeKind.JOB_SEARCH,
        OutcomeKind.EMPLOYMENT,
        OutcomeKind.SELF_EMPLOYMENT,
        OutcomeKind.EDUCATION,
        OutcomeKind.TRAINING,
        OutcomeKind.QUALIFICATION,
        OutcomeKind.HIGHER_SKILLED_WORK,
        OutcomeKind.PROMOTION,
    }


def test_a_labour_status_that_was_written_wrongly_is_corrected(journal):
    corrected = [each for each in journal.versions if each.act is Act.CORRECTED]

    assert corrected
    assert all(each.record.labour_status is LabourStatus.INACTIVE for each in corrected)
    assert all(each.why and each.version == 2 for each in corrected)

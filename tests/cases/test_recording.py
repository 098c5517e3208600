"""What is recorded: rows become records, each belonging to what stands above it."""

from datetime import date

import pytest

from inclusion_core.model.client import Client, SamePersonLink
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.funding import Contract, Operation, Programme, Provider
from inclusion_core.model.household import HouseholdMembership
from inclusion_core.model.labour import LabourStatus
from inclusion_core.model.outcome import Outcome, OutcomeKind
from inclusion_core.model.participation import LeavingReason, Participation
from inclusion_core.model.plan import Goal, LifeArea
from inclusion_core.model.service import ServiceAttendance
from inclusion_core.model.status import (
    ProtectionKind,
    ProtectionSpell,
    ResidenceRight,
    ResidenceSpell,
)
from inclusion_core.values import ABSENT, NOT_ASKED, Reason, Unknown


@pytest.fixture
def recorded(read):
    """The caseload of rows in which nothing is wrong."""

    def reading(rows, headings, **others):
        table = f"|{headings}|\n|{'---|' * (headings.count('|') + 1)}\n"
        found = read(rows, "| | 2018 | toy.left | 0 | 5 |\n", table=table, **others)
        assert not found.findings, [each.in_("en") for each in found.findings]
        return found.cases[0].caseload

    return reading


def test_people_are_clients_by_the_names_they_are_given(recorded):
    known = recorded(
        "| Anna Bērziņa | client | | \n| anna  bērziņa | arrival | |\n| Анна | arrival | |\n"
        "| Anna-Bērziņa | arrival | |\n",
        "person|what|on",
    )

    assert [each.id for each in known.of(Client)] == [
        "anna-berzina",
        "anna-berzina-2",
        "person",
    ]


def test_the_chain_that_pays_stands_behind_a_case(recorded):
    known = recorded("| Anna | participation | 2018 |\n| | contract | |\n", "person|what|on")

    (operation,) = known.of(Operation)
    (programme,) = known.of(Programme)
    (contract,) = known.of(Contract)
    (provider,) = known.of(Provider)
    assert (operation.number, operation.last_day) == ("9.9", ABSENT)
    assert (programme.declared_as, programme.operation_id) == ("toy.course", operation.id)
    assert (contract.programme_id, contract.provider_id) == (programme.id, provider.id)
    assert known.of(Participation)[0].programme_id == programme.id


def test_what_is_written_of_the_chain_counts_wherever_it_stands(recorded):
    known = recorded(
        "| Anna | participation | 2018 | | |\n"
        "| | provider | | | Second |\n| | operation | 2018-01-01 | 2018-06-30 | |\n"
        "| | programme | | | |\n",
        "person|what|on|to|name",
    )

    (operation,) = known.of(Operation)
    assert operation.last_day == date(2018, 6, 30)
    assert [each.operation_id for each in known.of(Programme)] == [operation.id]
    assert [each.name for each in known.of(Provider)] == ["Second"]


def test_a_case_without_a_programme_has_one_all_the_same(recorded):
    known = recorded(
        "| Anna | participation | 2018 |\n",
        "person|what|on",
        header="# T\n\nzināms: 2018-12-31\n\n",
    )

    (programme,) = known.of(Programme)
    assert programme.declared_as == "worked.case"


def test_a_programme_of_others_is_paid_for_by_an_operation_of_its_own(recorded):
    known = recorded(
        "| Anna | participation | 2018 | |\n| Anna | participation | 2018 | other.measure |\n"
        "| Boris | participation | 2018 | other.measure |\n",
        "person|what|on|programme",
    )

    own, other = known.of(Programme)
    assert (own.declared_as, other.declared_as) == ("toy.course", "other.measure")
    assert own.operation_id != other.operation_id
    assert [each.programme_id for each in known.of(Participation)] == [
        own.id,
        other.id,
        other.id,
    ]


def test_a_record_belongs_to_the_last_one_above_of_the_same_person(recorded):
    known = recorded(
        """\
| Anna | participation | 2017 |
| Anna | outcome: training | 2017-05-01 |
| Anna | participation | 2018 |
| Boris | participation | 2018 |
| Anna | outcome: kvalifikācijas ieguve | 2018-05-01 |
| Anna | support plan | 2018-05-01 |
| Anna | mērķis: valoda | 2018-05-01 |
""",
        "person|what|on",
    )

    first, second = known.of(Outcome)
    assert (first.participation_id, first.kind) == ("anna-participation-1", OutcomeKind.TRAINING)
    assert second.participation_id == "anna-participation-2"
    (goal,) = known.of(Goal)
    assert (goal.support_plan_id, goal.area) == ("anna-support-plan-1", LifeArea.LANGUAGE)


def test_a_number_names_a_record_that_is_not_the_last(recorded):
    known = recorded(
        """\
| Anna | participation | first | | |
| Anna | participation | second | | |
| Anna | outcome | | first | |
| | service | talk | | |
| | service | walk | | |
| Anna | service attendance | | second | talk |
""",
        "person|what|number|participation|service",
    )

    assert known.of(Outcome)[0].participation_id == "anna-participation-1"
    (attendance,) = known.of(ServiceAttendance)
    assert attendance.participation_id == "anna-participation-2"
    assert attendance.service_id == "service-1"


def test_households_and_links_name_people(recorded):
    known = recorded(
        """\
| | household | | | |
| Anna | household_membership | 2018 | adult | |
| Anna | same_person_link | 2018-03-01 | | Anna elsewhere |
| Anna elsewhere | client | | | |
""",
        "person|what|on|role|other_client_id",
    )

    (membership,) = known.of(HouseholdMembership)
    assert (membership.household_id, membership.client_id) == ("household-1", "anna")
    (link,) = known.of(SamePersonLink)
    assert (link.client_id, link.other_client_id) == ("anna", "anna-elsewhere")
    assert {each.person_id for each in known.of(Client)} == {"anna"}


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("refugee status", ProtectionKind.REFUGEE),
        ("BĒGĻA STATUSS", ProtectionKind.REFUGEE),
        ("begla statuss", ProtectionKind.REFUGEE),
        ("refugee", ProtectionKind.REFUGEE),
        ("protection_spell: patvēruma meklētājs", ProtectionKind.ASYLUM_SEEKER),
        ("aizsardzības statuss: asylum seeker", ProtectionKind.ASYLUM_SEEKER),
        ("protection status", NOT_ASKED),
    ],
)
def test_what_is_recorded_is_told_by_kind_by_code_or_by_both(recorded, what, kind):
    known = recorded(f"| Anna | {what} | 2018 |\n", "person|what|from")

    assert known.of(ProtectionSpell)[0].kind == kind


def test_a_mark_is_known_without_parentheses_where_it_can_mean_nothing_else(recorded):
    known = recorded(
        """\
| Anna | participation | not asked | (refused) | |
| Boris | participation | klients nezina | refused | |
| Cilda | residence | - | | none |
| Dora | residence | – | | (not asked) |
""",
        "person|what|on|reason for leaving|right of residence",
    )

    anna, boris = known.of(Participation)
    assert (anna.entered_on, anna.leaving_reason) == (NOT_ASKED, Unknown(Reason.REFUSED))
    assert boris.entered_on == Unknown(Reason.CLIENT_DOES_NOT_KNOW)
    assert boris.leaving_reason is LeavingReason.REFUSED
    assert [each.right for each in known.of(ResidenceSpell)] == [ResidenceRight.NONE, NOT_ASKED]


def test_one_heading_means_another_field_of_another_kind(recorded):
    known = recorded(
        "| Anna | protection status | refugee |\n| Anna | participation | |\n"
        "| Anna | profile at entry: unemployed | |\n",
        "person|what|status",
    )

    assert known.of(ProtectionSpell)[0].kind is ProtectionKind.REFUGEE
    assert known.of(EntryTraits)[0].labour_status is LabourStatus.UNEMPLOYED


def test_latvian_headings_and_days_are_read_alike(recorded):
    known = recorded(
        "| Anna | dalība programmā | 2018. gada 1. februāris | 30.11.2018. |\n",
        "persona|kas|no|līdz",
    )

    (participation,) = known.of(Participation)
    assert participation.entered_on == date(2018, 2, 1)
    assert participation.left_on == date(2018, 11, 30)
    assert not known.of(HouseholdMembership)
    assert not known.of(SamePersonLink)

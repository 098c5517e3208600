"""What is looked for in the data of both programmes: each bound at its number, with its source."""

from collections import Counter
from datetime import date
from functools import cache

import pytest

from inclusion_core import ABSENT, Caseload, contradictions
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.findings import Severity
from inclusion_core.model.client import Client
from inclusion_core.model.cost import BudgetLine, CostBasis, CostCap, CostCapPer, CostEntry
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.funding import Contract, Operation, Programme, Provider
from inclusion_core.model.labour import LabourStatus
from inclusion_core.model.outcome import Evidence, Outcome, OutcomeKind
from inclusion_core.model.participation import LeavingReason, Participation
from inclusion_core.model.plan import ClosingReason, SupportPlan
from inclusion_core.model.staff import (
    CaseAssignment,
    StaffAssignment,
    StaffMember,
    StaffRole,
    Supervision,
)
from inclusion_core.model.yes_no import YesNo
from inclusion_core.sources import Confidence
from inclusion_core.testing import installed_catalogue
from inclusion_sif.mentoring import checks as mentoring
from inclusion_sif.motivation import checks as motivation
from inclusion_sif.motivation.programme import MEASURE_9_1_1_1, TEAM
from inclusion_sif.operation import OPERATION_NUMBER

FIRST_DAY, KNOWN_ON = date(2018, 1, 1), date(2018, 12, 3)
WORKER, MENTOR = StaffRole.SOCIAL_WORKER, StaffRole.SOCIAL_MENTOR


def chain(declared_as="sif.mentoring"):
    return (
        Operation(
            id="op-1",
            number=OPERATION_NUMBER,
            title="T",
            beneficiary="B",
            last_day=date(2023, 12, 31),
        ),
        Programme(id="m-1", operation_id="op-1", declared_as=declared_as),
        Provider(id="o-1", name="P"),
        Contract(id="k-1", programme_id="m-1", provider_id="o-1", number="1", first_day=FIRST_DAY),
        Client(id="c-1", provider_id="o-1"),
    )


def stay(key="p-1", **fields):
    days = {"entered_on": FIRST_DAY, **fields}
    return Participation(id=key, client_id="c-1", programme_id="m-1", **days)


def staff(role, number=1, first_day=FIRST_DAY):
    member = StaffMember(id=f"w-{role.value}-{number}", provider_id="o-1")
    assignment = StaffAssignment(
        id=f"a-{role.value}-{number}",
        staff_member_id=member.id,
        contract_id="k-1",
        role=role,
        first_day=first_day,
    )
    return member, assignment


def cases(role, how_many, first_day=FIRST_DAY):
    """So many participations of one member of staff."""
    member, assignment = staff(role)
    yield from (member, assignment)
    for number in range(how_many):
        yield stay(f"p-{number}")
        yield CaseAssignment(
            id=f"ca-{number}",
            participation_id=f"p-{number}",
            staff_assignment_id=assignment.id,
            first_day=first_day,
        )


def found(check, *records, known_on=KNOWN_ON, declared_as="sif.mentoring"):
    """The weight of each finding of a check; all rest on its source."""
    caseload = Caseload.of_records((*chain(declared_as), *records), known_on=known_on)
    findings = contradictions(caseload, SCHEMA, (check,))
    assert {each.kind for each in findings} <= {check.id}
    assert {each.source for each in findings} <= {check.source}
    return [each.severity for each in findings]


# How many at once.


@pytest.mark.parametrize(
    ("check", "role", "least", "most"),
    [
        (mentoring.WORKER_CASELOAD, WORKER, 30, 120),
        (mentoring.MENTOR_CASELOAD, MENTOR, 5, 20),
    ],
)
def test_staff_have_neither_too_few_clients_nor_too_many(check, role, least, most):
    assert found(check, *cases(role, least - 1)) == [Severity.WARNING]
    assert found(check, *cases(role, least)) == []
    assert found(check, *cases(role, most)) == []
    assert found(check, *cases(role, most + 1)) == [Severity.ERROR]


def test_in_the_first_90_days_there_may_be_fewer():
    few = tuple(cases(MENTOR, 4))

    assert found(mentoring.MENTOR_CASELOAD, *few, known_on=date(2018, 3, 31)) == []
    assert found(mentoring.MENTOR_CASELOAD, *few, known_on=date(2018, 4, 30)) == [Severity.WARNING]


def test_since_the_rule_on_ukrainian_civilians_more_than_28_are_too_many():
    check, since = mentoring.MENTOR_CASELOAD_SINCE_2022, date(2022, 6, 1)
    later = {"first_day": date(2022, 3, 5)}

    assert found(check, *cases(MENTOR, 28, **later), known_on=since) == []
    assert found(check, *cases(MENTOR, 29, **later), known_on=since) == [Severity.ERROR]
    assert found(mentoring.MENTOR_CASELOAD, *cases(MENTOR, 29, **later), known_on=since) == [
        Severity.WARNING
    ]


def test_a_worker_oversees_six_mentors_at_most():
    def overseen(how_many):
        boss = staff(WORKER)
        yield from boss
        for number in range(how_many):
            member, assignment = staff(MENTOR, number)
            yield from (member, assignment)
            yield Supervision(
                id=f"su-{number}",
                supervisor_id=boss[1].id,
                supervised_id=assignment.id,
                first_day=FIRST_DAY,
            )

    assert found(mentoring.SUPERVISION, *overseen(6)) == []
    assert found(mentoring.SUPERVISION, *overseen(7)) == [Severity.ERROR]


@pytest.mark.parametrize(
    ("check", "role", "most"), [(mentoring.WORKERS, WORKER, 5), (mentoring.MENTORS, MENTOR, 30)]
)
def test_there_are_no_more_staff_than_the_rules_allow(check, role, most):
    def at_once(how_many):
        return [record for number in range(how_many) for record in staff(role, number)]

    assert found(check, *at_once(most)) == []
    assert set(found(check, *at_once(most + 1))) == {Severity.ERROR}


def test_the_team_of_the_motivation_programme_is_complete():
    def with_(*roles):
        team = [record for role in roles for record in staff(role)]
        return found(motivation.TEAM_COMPLETE, stay(), *team, declared_as="sif.motivation")

    assert with_(*TEAM) == []
    assert len(with_(*TEAM[1:])) == 1


# What it may cost.


def cap(cents, number="1", per=CostCapPer.STAFF_MEMBER_MONTH, net_cents=0, units=1):
    line = BudgetLine(id="bl-1", operation_id="op-1", number=number, title="T")
    held = CostCap(id="cc-1", budget_line_id="bl-1", per=per, cap_cents=cents, first_day=FIRST_DAY)
    cost = CostEntry(
        id="ce-1",
        budget_line_id="bl-1",
        contract_id="k-1",
        basis=CostBasis.ACTUAL,
        month=date(2018, 6, 1),
        units=units,
        net_cents=net_cents,
    )
    return line, held, cost


@pytest.mark.parametrize(
    ("check", "per", "number", "most"),
    [
        (mentoring.WORKER_MONTH, CostCapPer.STAFF_MEMBER_MONTH, "1", 140_000),
        (mentoring.WORKER_MONTH, CostCapPer.STAFF_MEMBER_MONTH, "2", 140_000),
        (
            mentoring.MENTOR_MONTH,
            CostCapPer.STAFF_MEMBER_MONTH,
            mentoring.MENTORS_BUDGET_LINE,
            100_000,
        ),
        (motivation.PERSON, CostCapPer.PERSON, "7", 84_000),
    ],
)
def test_no_cap_and_no_cost_is_above_that_of_the_rules(check, per, number, most):
    assert found(check, *cap(most, number, per)) == []
    assert found(check, *cap(most + 1, number, per)) == [Severity.ERROR]
    assert found(check, *cap(most, number, per, 3 * most, 3)) == []
    assert found(check, *cap(most, number, per, 3 * most + 1, 3)) == [Severity.ERROR]


def test_the_cap_of_the_mentors_is_not_that_of_the_workers():
    assert found(mentoring.MENTOR_MONTH, *cap(140_000, "1")) == []


# The plan, the answers, the evidence.


def test_the_plan_is_drawn_up_within_30_days():
    def drawn_up(on):
        plan = SupportPlan(id="sp-1", participation_id="p-1", drawn_up_on=on)
        return found(mentoring.PLAN_DRAWN_UP, stay(), plan)

    assert drawn_up(date(2018, 1, 31)) == []
    assert drawn_up(date(2018, 2, 1)) == [Severity.WARNING]
    assert found(mentoring.PLAN_DRAWN_UP, stay()) == [Severity.WARNING]


@pytest.mark.parametrize(
    ("leaving", "told"),
    [
        (LeavingReason.LEFT_COUNTRY, True),
        (LeavingReason.REFUSED, True),
        (LeavingReason.BREACH_OF_DUTIES, True),
        (LeavingReason.COMPLETED, False),
    ],
)
def test_why_the_service_was_ended_stands_in_the_plan(leaving, told):
    left_on = date(2018, 9, 3)
    ended = stay(left_on=left_on, leaving_reason=leaving)
    still_open = SupportPlan(id="sp-1", participation_id="p-1", drawn_up_on=date(2018, 1, 15))
    closed = SupportPlan(
        id="sp-1",
        participation_id="p-1",
        drawn_up_on=date(2018, 1, 15),
        closed_on=left_on,
        closing_reason=ClosingReason.REFUSED,
    )

    assert bool(found(mentoring.CLOSING_RECORDED, ended, still_open)) is told
    assert found(mentoring.CLOSING_RECORDED, ended, closed) == []


@cache
def shared(programme, name):
    checks = {each.id: each for each in (*mentoring.CHECKS, *motivation.CHECKS)}
    return checks[f"{programme}.{name}"]


@pytest.mark.parametrize("programme", ["sif.mentoring", "sif.motivation"])
def test_labour_status_and_education_are_asked_of_everybody(programme):
    def asked(*traits):
        return found(shared(programme, "needed-answers"), stay(), *traits, declared_as=programme)

    traits = {"id": "t-1", "participation_id": "p-1", "in_education": YesNo.NO}
    assert asked(EntryTraits(**traits, labour_status=LabourStatus.EMPLOYED)) == []
    assert asked(EntryTraits(**traits)) == [Severity.WARNING]
    assert asked() == [Severity.WARNING]


@pytest.mark.parametrize("programme", ["sif.mentoring", "sif.motivation"])
def test_outcomes_rest_on_evidence(programme):
    def evidenced(evidence):
        outcome = Outcome(
            id="o-1",
            participation_id="p-1",
            kind=OutcomeKind.EMPLOYMENT,
            happened_on=date(2018, 9, 3),
            learned_on=date(2018, 9, 3),
            evidence=evidence,
        )
        return found(
            shared(programme, "outcomes-evidenced"), stay(), outcome, declared_as=programme
        )

    assert evidenced(Evidence.DOCUMENT) == []
    assert len(evidenced(ABSENT)) == 1


def test_nobody_is_in_the_motivation_programme_and_in_a_measure_for_the_unemployed():
    measure = Programme(id="m-2", operation_id="op-1", declared_as=MEASURE_9_1_1_1)
    elsewhere = Participation(
        id="p-2", client_id="c-1", programme_id="m-2", entered_on=date(2018, 6, 1)
    )

    both = found(
        motivation.NOT_PAID_TWICE, stay(), measure, elsewhere, declared_as="sif.motivation"
    )
    assert both == [Severity.ERROR]


# All of them.


def test_every_check_is_declared_with_its_point_and_what_is_our_reading():
    declared = (*mentoring.CHECKS, *motivation.CHECKS)

    assert {each.id for each in declared} == {
        each.id for each in installed_catalogue().checks if each.id.startswith("sif.")
    }
    assert {each.id.removeprefix("sif."): each.source.place.in_("en") for each in declared} == {
        "mentoring.worker-caseload": "32.3",
        "mentoring.mentor-caseload": "33.3",
        "mentoring.mentor-caseload-since-2022": "33.1, 33.3",
        "mentoring.supervision": "32.4",
        "mentoring.workers": "32.3",
        "mentoring.mentors": "33.3",
        "mentoring.worker-month": "19.3",
        "mentoring.mentor-month": "19.3",
        "mentoring.plan-drawn-up": "32.1",
        "mentoring.closing-recorded": "34",
        "mentoring.needed-answers": "39.6, 39.7",
        "mentoring.outcomes-evidenced": "4.2.2",
        "motivation.team-complete": "",
        "motivation.not-paid-twice": "39.4",
        "motivation.person": "19.1",
        "motivation.needed-answers": "39.6, 39.7",
        "motivation.outcomes-evidenced": "4.2.2",
    }
    assert {each.id for each in declared if each.source.confidence is Confidence.FOUND} >= {
        "sif.mentoring.supervision",
        "sif.motivation.person",
    }


def test_in_the_sample_nothing_is_an_error_and_gaps_are_told():
    journal = installed_catalogue().samples["sif.mentoring"].build(2018)
    checks = (*mentoring.CHECKS, *motivation.CHECKS)

    findings = contradictions(journal.as_known_on(KNOWN_ON), SCHEMA, checks, journal)

    assert {each.severity for each in findings} == {Severity.WARNING}
    assert set(Counter(each.kind for each in findings)) == {
        "sif.mentoring.needed-answers",
        "sif.mentoring.outcomes-evidenced",
        "sif.mentoring.plan-drawn-up",
    }

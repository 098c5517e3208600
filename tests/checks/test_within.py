"""Days inside the time of another record."""

from datetime import date

import attrs
import pytest

from inclusion_core.checks.consistency import contradictions
from inclusion_core.checks.consistency.times.withins import WITHINS
from inclusion_core.expr.schema import schema_of
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.funding import Contract, Operation, Programme, Provider
from inclusion_core.model.outcome import Outcome
from inclusion_core.model.participation import DeliverySpell, LeavingReason, Participation
from inclusion_core.model.plan import (
    ClosingReason,
    Goal,
    PlanExtension,
    PlannedAction,
    PlanReview,
    SupportPlan,
)
from inclusion_core.model.service import Service, ServiceAttendance, ServiceStaff
from inclusion_core.model.staff import CaseAssignment, StaffAssignment, StaffRole
from inclusion_core.model.status import Appeal, ProtectionSpell
from inclusion_core.values import ABSENT, NOT_ASKED, parse_day

MAY_1, MAY_10, MAY_15, MAY_20, MAY_31 = (date(2018, 5, day) for day in (1, 10, 15, 20, 31))


def visit(first, last):
    reason = ABSENT if last is ABSENT else LeavingReason.OTHER
    return Participation(
        id="in-1",
        client_id="c-1",
        programme_id="mentoring",
        entered_on=first,
        left_on=last,
        leaving_reason=reason,
    )


def plan(first, last):
    reason = ABSENT if last is ABSENT else ClosingReason.COMPLETED
    return SupportPlan(
        id="plan-1",
        participation_id="in-1",
        drawn_up_on=first,
        closed_on=last,
        closing_reason=reason,
    )


def contract(first, last):
    return Contract(
        id="k-1",
        programme_id="mentoring",
        provider_id="p-1",
        number="1",
        first_day=first,
        last_day=last,
    )


def assignment(first, last):
    return StaffAssignment(
        id="w-1-worker",
        staff_member_id="w-1",
        contract_id="k-1",
        role=StaffRole.SOCIAL_WORKER,
        first_day=first,
        last_day=last,
    )


def service(day):
    return Service(id="v-1", contract_id="k-1", given_on=day)


ATTENDED = ServiceAttendance(id="x", service_id="v-1", participation_id="in-1")
STAFFED = ServiceStaff(id="x", service_id="v-1", staff_assignment_id="w-1-worker")

CASES = [
    ("check.plan-outside-participation", visit, lambda day: [plan(day, ABSENT)]),
    (
        "check.goal-outside-plan",
        plan,
        lambda day: [Goal(id="x", support_plan_id="plan-1", set_on=day)],
    ),
    (
        "check.goal-outside-plan",
        plan,
        lambda day: [Goal(id="x", support_plan_id="plan-1", met_on=day)],
    ),
    (
        "check.review-outside-plan",
        plan,
        lambda day: [PlanReview(id="x", support_plan_id="plan-1", reviewed_on=day)],
    ),
    (
        "check.extension-outside-plan",
        plan,
        lambda day: [PlanExtension(id="x", support_plan_id="plan-1", decided_on=day)],
    ),
    ("check.service-outside-contract", contract, lambda day: [service(day)]),
    (
        "check.service-outside-contract",
        contract,
        lambda day: [Service(id="x", contract_id="k-1", last_day=day)],
    ),
    ("check.served-outside-participation", visit, lambda day: [service(day), ATTENDED]),
    ("check.staff-outside-assignment", assignment, lambda day: [service(day), STAFFED]),
]


def kinds(wrong):
    return {kind for kind, *_ in wrong}


@pytest.mark.at_length(few=3)
@pytest.mark.parametrize(("kind", "outer", "inner"), CASES)
def test_a_day_outside_is_found_on_either_side(found, kind, outer, inner):
    time = outer(MAY_10, MAY_20)

    assert kind in kinds(found(time, *inner(MAY_1)))
    assert kind in kinds(found(time, *inner(MAY_31)))
    for day in (MAY_10, MAY_15, MAY_20, parse_day("2018-05"), NOT_ASKED):
        assert found(time, *inner(day)) == []


@pytest.mark.parametrize(("kind", "outer", "inner"), CASES)
def test_a_time_without_known_ends_holds_every_day(found, kind, outer, inner):
    assert found(outer(NOT_ASKED, ABSENT), *inner(MAY_1)) == []
    assert kind not in kinds(found(outer(parse_day("2018"), ABSENT), *inner(MAY_1)))


@pytest.mark.parametrize("last_day", [date(2018, 12, 3), date(2019, 6, 30)])
def test_delivery_goes_on_under_a_contract_whose_last_day_has_not_passed(found, last_day):
    lasting = DeliverySpell(id="x", participation_id="in-1", contract_id="k-1", first_day=MAY_15)

    assert found(contract(MAY_10, last_day), lasting) == []


STAYS = [
    (
        "check.delivered-outside-contract",
        contract,
        lambda **days: DeliverySpell(id="x", participation_id="in-1", contract_id="k-1", **days),
    ),
    (
        "check.case-outside-participation",
        visit,
        lambda **days: CaseAssignment(
            id="x", participation_id="in-1", staff_assignment_id="w-1-worker", **days
        ),
    ),
    (
        "check.case-outside-assignment",
        assignment,
        lambda **days: CaseAssignment(
            id="x", participation_id="in-1", staff_assignment_id="w-1-worker", **days
        ),
    ),
]


@pytest.mark.parametrize(("kind", "outer", "inner"), STAYS)
def test_a_stay_that_still_lasts_when_the_other_is_over_is_found(found, kind, outer, inner):
    time = outer(MAY_10, MAY_20)

    assert (kind, "x", "last_day") in found(time, inner(first_day=MAY_15))
    assert (kind, "x", "last_day") in found(time, inner(first_day=MAY_15, last_day=MAY_31))
    assert (kind, "x", "first_day") in found(time, inner(first_day=MAY_1, last_day=MAY_15))
    assert found(time, inner(first_day=MAY_10, last_day=MAY_20)) == []
    assert found(time, inner(first_day=MAY_10, last_day=NOT_ASKED)) == []


@pytest.mark.parametrize(
    ("kind", "outer", "inner", "field"),
    [
        (
            "check.action-before-goal",
            Goal(id="g-1", support_plan_id="plan-1", set_on=MAY_10),
            PlannedAction(id="x", goal_id="g-1", planned_on=MAY_1),
            "planned_on",
        ),
        (
            "check.outcome-before-entry",
            visit(MAY_10, MAY_20),
            Outcome(id="x", participation_id="in-1", happened_on=MAY_1),
            "happened_on",
        ),
        (
            "check.appeal-before-decision",
            ProtectionSpell(id="a-1", client_id="c-1", decided_on=MAY_10),
            Appeal(id="x", protection_spell_id="a-1", lodged_on=MAY_1),
            "lodged_on",
        ),
    ],
)
def test_what_follows_from_something_does_not_come_before_it(found, kind, outer, inner, field):
    assert found(outer, inner) == [(kind, "x", field)]
    assert found(outer, attrs.evolve(inner, **{field: MAY_31})) == []


def test_what_is_outside_of_nothing_is_only_a_missing_reference(found):
    lost = attrs.evolve(ATTENDED, service_id="v-9")

    assert found(lost) == [("check.missing-reference", "x", "service_id")]


def test_every_time_and_day_that_is_named_is_there():
    for within in WITHINS:
        record_type = SCHEMA[within.records]
        holder = SCHEMA[record_type.link(within.of).to] if within.of else record_type
        outer = SCHEMA[record_type.link(within.inside).to]

        assert {*within.days, *([within.lasts] if within.lasts else [])} <= holder.fields.keys()
        assert {each for each in (within.first, within.last) if each} <= outer.fields.keys()


def test_a_schema_without_these_records_has_nothing_to_look_at():
    schema = schema_of(Operation, Programme, Provider)

    assert contradictions(Caseload.of_records([], known_on=MAY_1), schema) == ()

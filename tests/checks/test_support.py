"""Support that contradicts itself."""

from datetime import date

import pytest

from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.funding import Contract
from inclusion_core.model.labour import LabourSpell, LabourStatus, WorkKind
from inclusion_core.model.participation import DeliverySpell
from inclusion_core.model.plan import ClosingReason, Goal, PlannedAction, SupportPlan
from inclusion_core.model.service import Service, ServiceAttendance
from inclusion_core.model.status import Appeal, AppealResult
from inclusion_core.values import ABSENT, NOT_ASKED, parse_day

MAY_1, MAY_2 = date(2018, 5, 1), date(2018, 5, 2)
ELSEWHERE = Contract(id="k-2", programme_id="motivation", provider_id="p-1", number="2")


def plan(**values):
    return SupportPlan(id="plan-1", participation_id="in-1", **values)


def appeal(**values):
    return Appeal(id="x", protection_spell_id="a-1", **values)


def traits(key="x", **values):
    return EntryTraits(id=key, participation_id="in-1", **values)


def test_a_plan_is_closed_for_a_reason(found):
    assert found(plan(closed_on=MAY_1)) == [
        ("check.closed-without-reason", "plan-1", "closing_reason")
    ]
    assert found(plan(closed_on=MAY_1, closing_reason=NOT_ASKED)) == []
    assert found(plan(closed_on=NOT_ASKED)) == []


def test_a_reason_for_closing_a_plan_needs_a_day(found):
    reason = ClosingReason.REFUSED

    assert found(plan(closing_reason=reason)) == [
        ("check.reason-without-closing", "plan-1", "closed_on")
    ]
    assert found(plan(closing_reason=reason, closed_on=NOT_ASKED)) == []
    assert found(plan(closing_reason=NOT_ASKED)) == []


def test_an_appeal_has_a_day_and_a_result_or_neither(found):
    decided = AppealResult.DECISION_STANDS

    assert found(appeal(decided_on=MAY_1)) == [("check.decided-without-result", "x", "result")]
    assert found(appeal(result=decided)) == [("check.result-without-decision", "x", "decided_on")]
    assert found(appeal(decided_on=MAY_1, result=decided)) == []
    assert found(appeal()) == []


@pytest.mark.parametrize(
    "reached",
    [
        lambda day, dropped: Goal(id="x", support_plan_id="plan-1", met_on=day, dropped_on=dropped),
        lambda day, dropped: PlannedAction(id="x", goal_id="g-1", done_on=day, dropped_on=dropped),
    ],
)
def test_nothing_is_both_reached_and_given_up(found, reached):
    assert found(reached(MAY_1, MAY_2)) == [("check.reached-and-dropped", "x", "dropped_on")]
    assert found(reached(MAY_1, ABSENT)) == []
    assert found(reached(MAY_1, NOT_ASKED)) == []


def test_a_participation_has_one_entry(found):
    assert found(traits("x"), traits("y")) == [("check.two-entry-traits", "y", "participation_id")]
    assert found(traits("x")) == []


def test_only_the_unemployed_are_unemployed_since_a_day(found):
    def since(status, day):
        return found(traits(labour_status=status, unemployed_since=day))

    wrong = [("check.unemployed-since-of-another", "x", "unemployed_since")]
    assert since(LabourStatus.INACTIVE, parse_day("2017")) == wrong
    assert since(LabourStatus.UNEMPLOYED, MAY_1) == []
    assert since(LabourStatus.EMPLOYED, ABSENT) == []
    assert since(NOT_ASKED, MAY_1) == []
    assert since(LabourStatus.EMPLOYED, NOT_ASKED) == []


def test_only_the_employed_work(found):
    def working(status, work):
        return found(LabourSpell(id="x", client_id="c-1", status=status, work=work))

    assert working(LabourStatus.INACTIVE, WorkKind.EMPLOYEE) == [
        ("check.work-without-employment", "x", "work")
    ]
    assert working(LabourStatus.EMPLOYED, WorkKind.EMPLOYEE) == []
    assert working(LabourStatus.UNEMPLOYED, ABSENT) == []


def test_nobody_has_two_labour_statuses_on_a_day(found):
    def spell(key, status, first_day, last_day=ABSENT):
        return LabourSpell(
            id=key, client_id="c-1", status=status, first_day=first_day, last_day=last_day
        )

    work = spell("x", LabourStatus.EMPLOYED, MAY_1, MAY_1)
    assert found(work, spell("y", LabourStatus.UNEMPLOYED, MAY_1)) == [
        ("check.two-labour-statuses", "y", "first_day")
    ]
    assert found(work, spell("y", LabourStatus.UNEMPLOYED, MAY_2)) == []
    assert found(work, spell("y", LabourStatus.EMPLOYED, MAY_1)) == []
    assert found(work, spell("y", NOT_ASKED, MAY_1)) == []


def test_a_service_of_another_programme_is_found(found):
    there = Service(id="v-2", contract_id="k-2")
    attended = ServiceAttendance(id="x", service_id="v-2", participation_id="in-1")
    delivered = DeliverySpell(id="y", participation_id="in-1", contract_id="k-2")

    assert found(ELSEWHERE, there, attended, delivered) == [
        ("check.other-programme", "y", "participation_id"),
        ("check.other-programme", "x", "participation_id"),
    ]
    assert found(DeliverySpell(id="y", participation_id="in-1", contract_id="k-1")) == []


def test_a_service_of_nobody_or_of_no_contract_is_only_a_missing_reference(found):
    nobody = ServiceAttendance(id="x", service_id="v-1", participation_id="in-9")
    nothing = ServiceAttendance(id="y", service_id="v-9", participation_id="in-1")

    assert [kind for kind, *_ in found(nobody, nothing)] == ["check.missing-reference"] * 2

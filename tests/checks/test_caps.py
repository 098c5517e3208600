"""Caps that an act sets."""

from datetime import date

import pytest

from inclusion_core.checks.caps import cost_cap
from inclusion_core.checks.consistency import CONSISTENCY_CHECKS, contradictions
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.cost import BudgetLine, CostBasis, CostCap, CostCapPer, CostEntry
from inclusion_core.model.funding import Operation
from inclusion_core.periods import Period
from inclusion_core.sources import Source
from inclusion_core.values import ABSENT, NOT_ASKED, parse_day

MK102 = Source("MK 102").point("19.3")
MAY_1, MAY_31 = date(2018, 5, 1), date(2018, 5, 31)
MAY = parse_day("2018-05")


def act(**options):
    given = {
        "operation_number": "9.1.4.4./16/I/001",
        "per": CostCapPer.STAFF_MEMBER_MONTH,
        "cents": 140_000,
        "source": MK102,
    }
    return cost_cap(id="toy.cap", **{**given, **options})


def cap(cents=140_000, **options):
    given = {"budget_line_id": "b-1", "per": CostCapPer.STAFF_MEMBER_MONTH, "first_day": MAY_1}
    return CostCap(id="cap-1", cap_cents=cents, **{**given, **options})


def cost(net_cents, units=2, month=MAY, line="b-1"):
    return CostEntry(
        id="e-1",
        budget_line_id=line,
        contract_id="k-1",
        basis=CostBasis.UNIT_COST,
        month=month,
        units=units,
        net_cents=net_cents,
    )


def test_a_recorded_cap_is_not_above_that_of_the_act(look):
    assert look(act(), cap()) == []
    assert look(act(), cap(140_001)) == [
        (
            "error",
            "cap-1",
            "cap_cents",
            "the recorded cap is higher than the act allows: 1400.00 EUR",
        )
    ]


def test_a_cost_is_not_above_what_its_units_allow(look):
    assert look(act(), cap(), cost(280_000)) == []
    assert look(act(), cap(), cost(280_001)) == [
        (
            "error",
            "e-1",
            "net_cents",
            "the cost without VAT is above what the act allows for its units: 1400.00 EUR each",
        )
    ]


@pytest.mark.parametrize(
    "unknown",
    [
        cost(NOT_ASKED),
        cost(280_001, units=NOT_ASKED),
        cost(280_001, month=NOT_ASKED),
        cost(280_001, month=ABSENT),
    ],
)
def test_what_is_not_known_of_a_cost_breaks_no_cap(look, unknown):
    assert look(act(in_force=Period(MAY_1)), cap(), unknown) == []


@pytest.mark.parametrize(
    "other",
    [
        cap(140_001, per=CostCapPer.PERSON),
        cap(140_001, budget_line_id="b-9"),
        cap(140_001, first_day=MAY_31, last_day=MAY_1),
    ],
)
def test_caps_for_other_units_or_lines_are_left_alone(look, other):
    assert look(act(), other) == []


def test_where_no_cap_says_what_the_units_are_no_cost_is_above_it(look):
    assert look(act(), cost(280_001)) == []


def test_an_operation_of_another_number_has_caps_of_its_own(look):
    other = Operation(id="op", number="9.1.1.1", title="T", beneficiary="B")

    assert look(act(), other, cap(140_001), cost(280_001)) == []


@pytest.mark.parametrize(
    ("in_force", "wrong"),
    [
        (Period(MAY_1), ["cap-1", "e-1"]),
        (Period(date(2018, 6, 1)), ["cap-1"]),
        (Period(date(2017, 1, 1), date(2018, 4, 30)), []),
    ],
)
def test_an_act_holds_on_the_days_on_which_it_is_in_force(look, in_force, wrong):
    found = look(act(in_force=in_force), cap(140_001), cost(280_001))

    assert [each[1] for each in found] == wrong


def test_of_several_caps_in_one_act_each_is_about_its_own_line(look):
    mentors = BudgetLine(id="b-2", operation_id="op", number="2", title="Mentors")
    own = act(cents=100_000, budget_line="2")
    records = (mentors, cap(140_000), cost(280_000))

    assert look(own, *records) == []
    assert [each[1] for each in look(own, *records, cap(140_000, budget_line_id="b-2"))] == [
        "cap-1"
    ]


def test_what_breaks_both_caps_is_told_with_the_rule_alone():
    records = [
        Operation(id="op", number="9.1.4.4./16/I/001", title="T", beneficiary="B"),
        BudgetLine(id="b-1", operation_id="op", number="1", title="Services"),
        cap(),
        cost(280_001),
    ]
    caseload = Caseload.of_records(records, known_on=date(2018, 12, 3))

    def about_the_cost(*checks):
        found = contradictions(caseload, SCHEMA, checks)
        return [each.kind for each in found if each.place.field == "net_cents"]

    assert about_the_cost(*CONSISTENCY_CHECKS) == ["check.cost-above-cap"]
    assert about_the_cost(*CONSISTENCY_CHECKS, act()) == ["toy.cap"]


def test_a_cap_may_be_declared_for_one_programme():
    assert act().programme == ""
    assert act(programme="sif.mentoring").programme == "sif.mentoring"

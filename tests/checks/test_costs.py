"""Costs above what may be claimed, and data kept too long."""

from datetime import date

import pytest

from inclusion_core.checks.consistency.people.keeping import kept_until
from inclusion_core.checks.examined import Examined
from inclusion_core.expr.schema import schema_of
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, Person
from inclusion_core.model.cost import BudgetLine, CostBasis, CostCap, CostCapPer, CostEntry
from inclusion_core.model.funding import (
    Fund,
    FundingShare,
    Operation,
    Programme,
    Provider,
    ShareRule,
)
from inclusion_core.model.participation import Participation
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, NOT_ASKED, parse_day

JUNE = parse_day("2018-06")


def cost(key="x", **values):
    return CostEntry(
        **{
            "id": key,
            "budget_line_id": "b-1",
            "contract_id": "k-1",
            "basis": CostBasis.ACTUAL,
            "month": JUNE,
            **values,
        }
    )


def cap(first_day=date(2016, 2, 9), last_day=ABSENT):
    return CostCap(
        id="cap-1",
        budget_line_id="b-1",
        per=CostCapPer.STAFF_MEMBER_MONTH,
        cap_cents=140_000,
        first_day=first_day,
        last_day=last_day,
    )


ABOVE = [("check.cost-above-cap", "x", "net_cents")]


@pytest.mark.parametrize(
    ("net_cents", "units", "wrong"),
    [(280_000, 2, []), (280_001, 2, ABOVE), (280_001, NOT_ASKED, []), (NOT_ASKED, 2, [])],
)
def test_a_cost_above_the_cap_for_its_units_is_found(found, net_cents, units, wrong):
    assert found(cap(), cost(net_cents=net_cents, units=units)) == wrong


@pytest.mark.parametrize(
    "held",
    [cap(date(2018, 7, 1)), cap(last_day=date(2018, 6, 29)), cap(date(2018, 6, 2))],
    ids=["later", "ended in the month", "began in the month"],
)
def test_a_cap_that_does_not_hold_for_the_whole_month_is_not_broken(found, held):
    assert found(held, cost(net_cents=150_000, units=1)) == []


def test_a_cap_that_ends_before_it_begins_is_not_broken(found):
    held = cap(date(2018, 7, 1), date(2018, 1, 1))

    assert found(held, cost(net_cents=150_000, units=1)) == [
        ("check.last-day-before-first", "cap-1", "last_day")
    ]


@pytest.mark.parametrize(
    ("vat", "wrong"),
    [
        ({"vat_cents": 1, "vat_eligible": YesNo.YES}, True),
        ({"vat_cents": 1, "vat_eligible": YesNo.NO}, False),
        ({"vat_cents": 1}, False),
        ({"vat_eligible": YesNo.YES}, False),
    ],
)
def test_only_what_is_surely_claimed_exceeds_a_budget(found, vat, wrong):
    costs = (cost("x", net_cents=600_000), cost("y", net_cents=400_000, **vat))
    expected = [("check.budget-exceeded", "b-1", "amount_cents")] if wrong else []

    assert found(*costs, cost("z")) == expected


def test_a_budget_that_is_not_known_is_not_exceeded(found):
    line = BudgetLine(id="b-1", operation_id="op", number="1", title="Services")

    assert found(line, cost(net_cents=2_000_000)) == []


def test_an_operation_has_one_remainder(found):
    shares = [
        FundingShare(
            id=key, operation_id="op", fund_id="esf", percent=percent, rule=ShareRule.REMAINDER
        )
        for key, percent in (("s-1", 85), ("s-2", 15))
    ]

    assert found(*shares) == [("check.two-remainders", "s-2", "rule")]
    assert found(shares[1]) == []


RECORDS = (
    Operation(
        id="op", number="1", title="Title", beneficiary="Foundation", last_day=date(2020, 8, 31)
    ),
    Programme(id="mentoring", operation_id="op", declared_as="sif.mentoring"),
    Programme(id="lost", operation_id="gone", declared_as="sif.mentoring"),
    Provider(id="p-1", name="Provider"),
    *(Client(id=key, provider_id="p-1") for key in ("c-1", "c-2", "c-3")),
    Participation(id="in-1", client_id="c-1", programme_id="mentoring"),
    Participation(id="in-2", client_id="c-2", programme_id="mentoring"),
    Participation(id="in-3", client_id="c-2", programme_id="lost"),
)


def test_data_are_kept_three_years_after_the_last_operation_ends():
    caseload = Caseload.of_records(RECORDS, known_on=date(2018, 12, 3))

    assert kept_until(Examined(caseload=caseload, schema=SCHEMA)) == {"c-1": date(2023, 8, 31)}


def test_a_client_whose_data_are_kept_too_long_is_named(found):
    ended = Operation(
        id="op", number="1", title="Title", beneficiary="Foundation", last_day=date(2015, 12, 2)
    )

    assert found(ended) == [("check.kept-too-long", "c-1", "")]
    assert found(Operation(id="op", number="1", title="T", beneficiary="F")) == []


def test_where_no_field_says_how_long_it_may_be_kept_the_operation_alone_counts():
    plain = schema_of(Fund, Operation, Programme, Provider, Person)
    caseload = Caseload.of_records(RECORDS, known_on=date(2018, 12, 3))

    assert kept_until(Examined(caseload=caseload, schema=plain)) == {"c-1": date(2020, 8, 31)}

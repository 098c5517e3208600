"""Support outside of its limits, summed up: how often, how long, and about at what cost."""

from datetime import date

import attrs
import pytest
from checks_lab.service import (
    AFTER_STATUS,
    CONSULTING,
    GROUPS,
    LIFE,
    eligibility,
    plan,
    served,
    visit,
)
from checks_lab.story import EARLY, journal

from inclusion_core.checks.examined import Examined
from inclusion_core.checks.limits_kept import SupportTotal, ineligible_support
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.cost import BudgetLine, CostBasis, CostEntry
from inclusion_core.model.service import ServiceAttendance, ServiceKind
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import NOT_ASKED, PartialDay, parse_day

NOTHING = SupportTotal(services=0, minutes=0, without_minutes=0, cost_cents=0)
FULFILLED = plan(date(2018, 6, 10))
MAY, JUNE, JULY = (PartialDay.of_month(2018, month) for month in (5, 6, 7))
CONSULTING_ONLY = eligibility(AFTER_STATUS)
LINE = BudgetLine(id="b-1", operation_id="op", number="1", title="Services")


def cost(key, month, net_cents, contract="k-1", **options):
    return CostEntry(
        id=key,
        budget_line_id="b-1",
        contract_id=contract,
        basis=CostBasis.ACTUAL,
        month=month,
        net_cents=net_cents,
        **options,
    )


def summed(*records, of=CONSULTING_ONLY, history=None):
    there = {(type(each), each.id): each for each in (*LIFE, FULFILLED, LINE, *records)}
    caseload = Caseload.of_records(there.values(), known_on=date(2020, 1, 1))
    return ineligible_support(of, Examined(caseload=caseload, schema=SCHEMA, journal=history))


INSIDE = served(date(2018, 6, 5), key="v-1", minutes=60)
OUTSIDE = served(date(2018, 6, 20), key="v-2", minutes=30)
OUTSIDE_IN_JULY = served(date(2018, 7, 20), key="v-3", minutes=45)


def test_where_all_is_inside_there_is_nothing_to_sum_up():
    support = summed(*INSIDE)

    assert (support.programme, support.total) == ("toy.course", NOTHING)
    assert support.by_support == ((CONSULTING, NOTHING),)
    assert (support.in_good_faith, support.undecided) == (NOTHING, 0)


def test_the_cost_is_the_share_by_minutes_of_the_month_under_the_contract():
    support = summed(*INSIDE, *OUTSIDE, cost("e-1", JUNE, 10_000), cost("e-2", MAY, 99_999))

    assert support.total == SupportTotal(
        services=1, minutes=30, without_minutes=0, cost_cents=10_000 * 30 // 90
    )


def test_each_month_is_rounded_down_and_months_are_added():
    costs = (cost("e-1", JUNE, 10_000), cost("e-2", JULY, 777), cost("e-3", JULY, 1))

    support = summed(*INSIDE, *OUTSIDE, *OUTSIDE_IN_JULY, *costs)

    assert support.total == SupportTotal(
        services=2, minutes=75, without_minutes=0, cost_cents=3_333 + 778
    )


def test_vat_counts_where_it_may_be_claimed():
    claimed = cost("e-1", JUNE, 1_000, vat_cents=210, vat_eligible=YesNo.YES)

    assert summed(*OUTSIDE, claimed).total.cost_cents == 1_210
    for eligible in (YesNo.NO, NOT_ASKED):
        own = attrs.evolve(claimed, vat_eligible=eligible)
        assert summed(*OUTSIDE, own).total.cost_cents == 1_000


@pytest.mark.parametrize(
    "records",
    [
        [],
        [cost("e-1", MAY, 10_000)],
        [cost("e-1", JUNE, 10_000, contract="k-9")],
        [cost("e-1", JUNE, 10_000), cost("e-2", JUNE, NOT_ASKED)],
        [cost("e-1", JUNE, 10_000), cost("e-2", parse_day("2018"), 5)],
        [cost("e-1", JUNE, 10_000), cost("e-2", NOT_ASKED, 5)],
        [cost("e-1", JUNE, 10_000, vat_eligible=YesNo.YES)],
        [cost("e-1", JUNE, NOT_ASKED, vat_cents=1, vat_eligible=YesNo.YES)],
        [cost("e-1", JUNE, 10_000), *served(date(2018, 6, 3), key="v-8")],
        [cost("e-1", JUNE, 10_000), *served(NOT_ASKED, ServiceKind.EVENT, "v-8", minutes=5)],
    ],
)
def test_where_costs_or_minutes_of_the_month_are_not_known_neither_is_the_share(records):
    total = summed(*OUTSIDE, *records).total

    assert (total.services, total.minutes, total.cost_cents) == (1, 30, None)


def test_the_length_of_the_service_stands_for_who_was_there():
    june = cost("e-1", JUNE, 10_000)
    untimed = served(date(2018, 6, 20), key="v-2")
    timed = (attrs.evolve(untimed[0], minutes=90), untimed[1])

    assert summed(*untimed, june).total == SupportTotal(
        services=1, minutes=0, without_minutes=1, cost_cents=None
    )
    assert summed(*timed, june).total == SupportTotal(
        services=1, minutes=90, without_minutes=0, cost_cents=10_000
    )


def test_a_month_in_which_nobody_was_served_for_a_minute_has_no_share():
    nothing = served(date(2018, 6, 20), key="v-2", minutes=0)

    assert summed(*nothing, cost("e-1", JUNE, 10_000)).total.cost_cents is None


def test_a_service_outside_on_a_day_known_in_part_belongs_to_a_month_or_to_none():
    june = cost("e-1", JUNE, 10_000)

    def outside(day):
        return summed(*served(day, key="v-2", minutes=30), june).total.cost_cents

    assert outside(parse_day("2018-06-15/2018-06-20")) == 10_000
    assert outside(parse_day("2018-06-20/2018-07-20")) is None


def test_a_service_of_two_kinds_counts_in_both_and_once_in_the_total():
    late = served(date(2019, 6, 1), key="v-2", minutes=30)
    support = summed(*late, of=eligibility())

    assert [(kind, total.services) for kind, total in support.by_support] == [
        (CONSULTING, 1),
        (GROUPS, 1),
    ]
    assert (support.total.services, support.total.minutes) == (1, 30)


def test_good_faith_and_what_cannot_be_decided_stand_apart():
    history = journal((EARLY, LIFE), (date(2018, 9, 1), [FULFILLED]))
    vague = served(NOT_ASKED, key="v-4", minutes=10)

    support = summed(*OUTSIDE, *vague, history=history)

    assert support.total == NOTHING
    assert (support.in_good_faith.services, support.in_good_faith.minutes) == (1, 30)
    assert support.undecided == 1


def test_what_is_no_service_of_the_programme_only_shares_its_costs():
    lost = ServiceAttendance(id="at-9", service_id="v-9", participation_id="in-1", minutes=5)
    beside = served(date(2018, 6, 21), ServiceKind.EVENT, "v-5", minutes=70)
    june = cost("e-1", JUNE, 10_000)

    assert summed(*OUTSIDE, *beside, lost, june).total.cost_cents == 3_000
    assert summed(visit(programme="other"), *OUTSIDE, june).total == NOTHING

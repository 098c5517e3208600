from datetime import date

import pytest

from inclusion_core.model.participation import DeliverySpell, LeavingReason, Participation
from inclusion_core.values import ABSENT, NOT_ASKED, Reason, Unknown, parse_day

MAY_1, MAY_10, MAY_20 = (date(2018, 5, day) for day in (1, 10, 20))


def visit(entered_on=NOT_ASKED, left_on=ABSENT, leaving_reason=ABSENT):
    return Participation(
        id="in-1",
        client_id="c-1",
        programme_id="mentoring",
        entered_on=entered_on,
        left_on=left_on,
        leaving_reason=leaving_reason,
    )


def delivery(first_day, last_day=ABSENT, participation="in-1"):
    return DeliverySpell(
        id="d-1",
        participation_id=participation,
        contract_id="k-1",
        first_day=first_day,
        last_day=last_day,
    )


@pytest.mark.parametrize("left_on", [MAY_1, parse_day("2018-05")])
def test_who_has_left_has_left_for_a_reason(found, left_on):
    assert found(visit(left_on=left_on)) == [
        ("check.left-without-reason", "in-1", "leaving_reason")
    ]


@pytest.mark.parametrize("reason", [LeavingReason.OTHER, NOT_ASKED, Unknown(Reason.REFUSED)])
def test_a_reason_for_leaving_may_be_unknown(found, reason):
    assert found(visit(left_on=MAY_1, leaving_reason=reason)) == []


def test_who_may_have_left_needs_no_reason(found):
    assert found(visit(left_on=NOT_ASKED)) == []


def test_a_reason_for_leaving_needs_a_last_day(found):
    assert found(visit(leaving_reason=LeavingReason.COMPLETED)) == [
        ("check.reason-without-leaving", "in-1", "left_on")
    ]


def test_a_reason_for_leaving_on_an_unknown_day_is_fine(found):
    assert found(visit(left_on=NOT_ASKED, leaving_reason=LeavingReason.COMPLETED)) == []


def test_an_unknown_reason_says_nothing_of_leaving(found):
    assert found(visit(leaving_reason=NOT_ASKED)) == []


def test_delivery_before_entry_is_found(found):
    assert found(visit(entered_on=MAY_10), delivery(MAY_1)) == [
        ("check.delivered-outside-participation", "d-1", "first_day")
    ]
    assert found(visit(entered_on=MAY_10), delivery(MAY_10)) == []
    assert found(visit(entered_on=MAY_10), delivery(parse_day("2018-05"))) == []


def test_delivery_after_exit_is_found(found):
    left = visit(left_on=MAY_10, leaving_reason=LeavingReason.OTHER)

    assert found(left, delivery(MAY_1, MAY_20)) == [
        ("check.delivered-outside-participation", "d-1", "last_day")
    ]
    assert found(left, delivery(MAY_1, MAY_10)) == []
    assert found(left, delivery(MAY_1, parse_day("2018-05"))) == []


def test_delivery_that_still_lasts_after_exit_is_found(found):
    left = visit(left_on=MAY_10, leaving_reason=LeavingReason.OTHER)

    assert found(left, delivery(MAY_1)) == [
        ("check.delivered-outside-participation", "d-1", "last_day")
    ]


def test_delivery_of_a_participation_that_is_not_there_is_only_a_missing_reference(found):
    assert found(delivery(MAY_1, participation="in-9")) == [
        ("check.missing-reference", "d-1", "participation_id")
    ]

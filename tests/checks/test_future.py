from datetime import date

import pytest

from inclusion_core.checks.consistency.times.future import HAPPENINGS as FUTURE
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import FieldKind, type_name
from inclusion_core.model.client import Client, SamePersonLink
from inclusion_core.model.funding import Contract
from inclusion_core.model.participation import LeavingReason, Participation
from inclusion_core.model.status import Arrival, ProtectionSpell, ResidenceSpell
from inclusion_core.values import ABSENT, NOT_ASKED, parse_day

TODAY, TOMORROW = date(2018, 12, 3), date(2018, 12, 4)


def visit(**days):
    reason = LeavingReason.OTHER if "left_on" in days else ABSENT
    return Participation(
        id="x", client_id="c-2", programme_id="mentoring", leaving_reason=reason, **days
    )


def link(linked_on=date(2018, 1, 1), **days):
    return SamePersonLink(
        id="x", client_id="c-1", other_client_id="c-2", linked_on=linked_on, **days
    )


HAPPENINGS = [
    (lambda day: Arrival(id="x", client_id="c-2", arrived_on=day), "arrived_on"),
    (lambda day: Client(id="x", provider_id="p-1", born_on=day), "born_on"),
    (lambda day: Client(id="x", provider_id="p-1", died_on=day), "died_on"),
    (lambda day: visit(entered_on=day), "entered_on"),
    (lambda day: visit(left_on=day), "left_on"),
    (lambda day: ProtectionSpell(id="x", client_id="c-2", decided_on=day), "decided_on"),
    (lambda day: ProtectionSpell(id="x", client_id="c-2", notified_on=day), "notified_on"),
    (link, "linked_on"),
    (lambda day: link(undone_on=day), "undone_on"),
    (
        lambda day: Contract(
            id="x", programme_id="mentoring", provider_id="p-1", number="1", signed_on=day
        ),
        "signed_on",
    ),
]


def test_every_kind_of_happening_is_named_with_days_that_it_has():
    for record_class, fields in FUTURE:
        record_type = SCHEMA[type_name(record_class)]

        assert all(record_type.field(each).kind is FieldKind.DAY for each in fields)
    assert len({record_class for record_class, _ in FUTURE}) == len(FUTURE)


@pytest.mark.parametrize(("happening", "field"), HAPPENINGS, ids=[field for _, field in HAPPENINGS])
def test_what_has_happened_does_not_lie_in_the_future(found, happening, field):
    assert found(happening(TOMORROW)) == [("check.in-the-future", "x", field)]
    assert found(happening(TODAY)) == []


@pytest.mark.parametrize("day", [parse_day("2018-12"), NOT_ASKED, ABSENT])
def test_a_day_that_may_have_come_is_left_alone(found, day):
    assert found(Arrival(id="x", client_id="c-2", arrived_on=day)) == []


def test_a_month_that_has_not_begun_is_in_the_future(found):
    assert found(Arrival(id="x", client_id="c-2", arrived_on=parse_day("2019-01"))) == [
        ("check.in-the-future", "x", "arrived_on")
    ]


def test_what_may_be_known_ahead_is_left_alone(found):
    permit = ResidenceSpell(id="x", client_id="c-2", first_day=TOMORROW, last_day=TOMORROW)
    decision = ProtectionSpell(id="x", client_id="c-2", final_on=TOMORROW)

    assert found(permit, decision) == []

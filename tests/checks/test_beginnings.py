"""Participations before anything else of their client."""

from datetime import date

import pytest

from inclusion_core.model.client import Client, SamePersonLink
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import Arrival, ProtectionSpell
from inclusion_core.values import NOT_ASKED, parse_day

MAY_1, MAY_10, MAY_20 = (date(2018, 5, day) for day in (1, 10, 20))
BEGINNINGS = [
    (
        "check.entered-before-arrival",
        lambda key, day, client="c-1": Arrival(id=key, client_id=client, arrived_on=day),
    ),
    (
        "check.entered-before-status",
        lambda key, day, client="c-1": ProtectionSpell(id=key, client_id=client, first_day=day),
    ),
]


def visit(entered_on):
    return Participation(
        id="in-1", client_id="c-1", programme_id="mentoring", entered_on=entered_on
    )


@pytest.mark.parametrize(("kind", "begun"), BEGINNINGS)
def test_nobody_enters_before_coming_or_standing_anywhere(found, kind, begun):
    own = begun("a-1", MAY_10)

    assert found(visit(MAY_1), own) == [(kind, "in-1", "entered_on")]
    assert found(visit(MAY_10), own) == []
    assert found(visit(parse_day("2018-05")), own) == []
    assert found(visit(parse_day("2018-04")), own) == [(kind, "in-1", "entered_on")]


@pytest.mark.parametrize(("kind", "begun"), BEGINNINGS)
def test_only_the_first_counts_and_an_unknown_one_may_be_the_first(found, kind, begun):
    later = begun("a-2", MAY_20)

    assert found(visit(MAY_10), begun("a-1", MAY_1), later) == []
    assert found(visit(MAY_10), begun("a-1", NOT_ASKED), later) == []
    assert found(visit(NOT_ASKED), begun("a-1", MAY_1), later) == []


@pytest.mark.parametrize(("kind", "begun"), BEGINNINGS)
def test_what_another_provider_recorded_of_the_person_counts(found, kind, begun):
    link = SamePersonLink(id="l-1", client_id="c-1", other_client_id="c-2", linked_on=MAY_20)
    other = Client(id="c-2", provider_id="p-1")
    records = (other, link, begun("a-1", MAY_20), begun("a-3", MAY_1, client="c-2"))

    assert found(visit(MAY_10), *records) == []

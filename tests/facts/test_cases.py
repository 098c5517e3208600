"""Cases: a client with all that is known of them, and where they stand in a programme on a day."""

from datetime import date

import attrs
import pytest

from inclusion_core.errors import UnknownNameError
from inclusion_core.facts.cases import Cases
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Programme
from inclusion_core.model.participation import Participation
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay

COURSE = Programme(id="g-1", operation_id="o-1", declared_as="toy.course")
OTHER = Programme(id="g-2", operation_id="o-1", declared_as="toy.other")
ANNA = Client(id="c-1", provider_id="p-1")
FIRST = Participation(
    id="a-1",
    client_id="c-1",
    programme_id="g-1",
    entered_on=date(2018, 1, 10),
    left_on=date(2018, 3, 31),
)
SECOND = attrs.evolve(FIRST, id="a-2", entered_on=date(2018, 9, 1), left_on=ABSENT)
ELSEWHERE = attrs.evolve(FIRST, id="a-3", programme_id="g-2")


def cases(*records):
    return Cases.of(
        Caseload.of_records((COURSE, OTHER, ANNA, *records), known_on=date(2018, 12, 3))
    )


def anna(*records):
    return cases(*records)["c-1"]


def test_participations_are_those_in_the_programme_by_day_of_entry():
    case = anna(SECOND, FIRST, ELSEWHERE)

    assert [each.id for each in case.participations("toy.course")] == ["a-1", "a-2"]
    assert [each.id for each in case.participations("toy.other")] == ["a-3"]
    assert case.participations("toy.none") == ()


@pytest.mark.parametrize(
    ("on", "stands_in"),
    [
        (date(2018, 1, 9), None),
        (date(2018, 1, 10), "a-1"),
        (date(2018, 3, 31), "a-1"),
        (date(2018, 4, 1), None),
        (date(2018, 8, 31), None),
        (date(2018, 9, 1), "a-2"),
        (date(2020, 1, 1), "a-2"),
    ],
)
def test_a_client_is_in_the_programme_from_entry_to_exit_and_else_an_applicant(on, stands_in):
    standing = anna(FIRST, SECOND).standing("toy.course", on)

    assert standing.applicant is (stands_in is None)
    if stands_in is None:
        assert standing.participation.entered_on == on
        assert standing.participation.programme_id == "g-1"
        assert standing.records.find("participation", standing.participation.id) is not None
    else:
        assert standing.participation.id == stands_in


def test_who_has_left_is_shown_as_they_stood_last():
    case = anna(FIRST, SECOND)

    assert case.latest_standing("toy.course", date(2018, 5, 1)).participation.id == "a-1"
    assert case.latest_standing("toy.course", date(2018, 9, 1)).participation.id == "a-2"
    assert case.latest_standing("toy.course", date(2017, 1, 1)).applicant


def test_of_two_stays_the_one_that_covers_the_day_counts():
    long = attrs.evolve(FIRST, left_on=ABSENT)
    short = attrs.evolve(FIRST, id="a-9", entered_on=date(2018, 2, 1), left_on=date(2018, 2, 28))
    case = anna(long, short)

    for on, stays_in in ((date(2018, 2, 10), "a-9"), (date(2018, 6, 1), "a-1")):
        assert case.latest_standing("toy.course", on).participation.id == stays_in
        assert case.standing("toy.course", on).participation.id == stays_in


@pytest.mark.parametrize("entered_on", [NOT_ASKED, PartialDay.of_year(2018)])
def test_a_day_of_entry_that_is_not_known_may_be_any_that_it_could_be(entered_on):
    case = anna(attrs.evolve(SECOND, entered_on=entered_on))

    assert case.standing("toy.course", date(2018, 1, 1)).participation.id == "a-2"


def test_of_a_programme_without_a_record_one_can_still_be_an_applicant():
    standing = anna().standing("toy.elsewhere", date(2018, 1, 1))

    assert standing.applicant
    assert standing.participation.programme_id == "toy.elsewhere"


def test_a_case_may_be_supposed_to_be_otherwise():
    case = anna(FIRST)
    born = attrs.evolve(case.client, born_on=date(1990, 1, 1))
    longer = attrs.evolve(FIRST, left_on=ABSENT)

    assert case.supposing(born).client is born
    assert case.supposing(longer).client is case.client
    assert case.supposing(longer).standing("toy.course", date(2018, 6, 1)).participation is longer
    standing = case.standing("toy.course", date(2018, 2, 1))
    assert standing.supposing(longer).participation is longer
    assert standing.supposing(born).participation is standing.participation
    assert case.standing("toy.course", date(2018, 6, 1)).applicant


def test_cases_are_found_by_client_and_gone_through():
    both = cases(FIRST, ELSEWHERE, Client(id="c-2", provider_id="p-1"))

    assert [case.client.id for case in both] == ["c-1", "c-2"]
    assert [each.participation.id for each in both.in_programme("toy.course")] == ["a-1"]
    with pytest.raises(UnknownNameError, match="no client 'c-9'"):
        both["c-9"]


def test_a_participation_in_a_programme_that_is_not_there_is_in_none():
    case = anna(attrs.evolve(FIRST, programme_id="g-9"))

    assert case.participations("toy.course") == ()


def test_who_looks_at_a_case_sees_no_value_of_the_client():
    case = anna(FIRST)

    assert repr(case) == "Case(known_on=datetime.date(2018, 12, 3))"
    assert "2018-01-10" not in repr(case.standing("toy.course", date(2018, 2, 1)))

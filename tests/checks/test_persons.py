from datetime import date

import pytest

from inclusion_core.model.client import Client, Gender, SamePersonLink
from inclusion_core.values import ABSENT, NOT_ASKED, parse_day

MAY_1 = date(1990, 5, 1)


def link(key, client, other, **days):
    return SamePersonLink(
        id=key, client_id=client, other_client_id=other, linked_on=date(2018, 6, 1), **days
    )


def client(key, born_on=NOT_ASKED, gender=NOT_ASKED):
    return Client(id=key, provider_id="p-1", born_on=born_on, gender=gender)


def test_a_link_of_a_client_with_itself_is_found(found):
    assert found(link("l-1", "c-1", "c-1")) == [
        ("check.linked-with-itself", "l-1", "other_client_id")
    ]


@pytest.mark.parametrize(
    ("born_on", "other", "wrong"),
    [
        (MAY_1, date(1990, 5, 2), True),
        (MAY_1, MAY_1, False),
        (MAY_1, parse_day("1990"), False),
        (parse_day("1991"), MAY_1, True),
        (parse_day("1990-05"), parse_day("1990"), False),
        (MAY_1, NOT_ASKED, False),
        (MAY_1, ABSENT, False),
    ],
)
def test_one_person_has_one_birthday(found, born_on, other, wrong):
    clients = client("c-1", born_on), client("c-2", other)
    expected = [("check.two-birthdays", "c-2", "born_on")] if wrong else []

    assert found(link("l-1", "c-1", "c-2"), *clients) == expected
    assert found(*clients) == []


def test_one_person_is_recorded_with_one_gender(found):
    women = client("c-1", gender=Gender.FEMALE), client("c-2", gender=Gender.FEMALE)
    two = women[0], client("c-2", gender=Gender.MALE)
    joined = link("l-1", "c-1", "c-2")

    assert found(joined, *women) == []
    assert found(joined, women[0], client("c-2")) == []
    assert found(joined, client("c-1"), women[1]) == []
    assert found(joined, *two) == [("check.two-genders", "c-2", "gender")]
    assert found(*two) == []


def test_a_link_that_was_undone_joins_nobody(found):
    undone = link("l-1", "c-1", "c-2", undone_on=date(2018, 7, 1))

    assert found(undone, client("c-1", MAY_1), client("c-2", date(1991, 5, 1))) == []


def test_everybody_who_differs_is_found_once(found):
    wrong = found(
        link("l-1", "c-1", "c-2"),
        link("l-2", "c-2", "c-3"),
        client("c-1", MAY_1),
        client("c-2", parse_day("1990")),
        client("c-3", parse_day("1990-06")),
    )

    assert wrong == [("check.two-birthdays", "c-3", "born_on")]

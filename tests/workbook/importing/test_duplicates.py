from datetime import date

import attrs
import pytest

from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, Gender, SamePersonLink
from inclusion_core.model.status import CitizenshipSpell
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay
from inclusion_core.workbook.importing.duplicates import PossibleDuplicate, possible_duplicates

BORN = date(1990, 5, 1)
KNOWN_ON = date(2018, 12, 3)


def client(key, **others):
    return Client(id=key, provider_id="p", **{"born_on": BORN, "gender": Gender.FEMALE, **others})


def citizen(of, country, at=1):
    return CitizenshipSpell(id=f"s-{of}-{at}", client_id=of, country=country)


def link(one, other, **undone):
    return SamePersonLink(
        id="l", client_id=one, other_client_id=other, linked_on=date(2018, 1, 1), **undone
    )


def found(*records, known_on=KNOWN_ON):
    duplicates = possible_duplicates(Caseload.of_records(records, known_on=known_on))
    return [(each.client_ids, each.citizenship_known) for each in duplicates]


def test_clients_of_one_birthday_and_gender_may_be_one_person():
    assert found(client("b"), client("a"), client("c", gender=Gender.MALE)) == [(("a", "b"), False)]


@pytest.mark.parametrize(
    "other",
    [
        {"born_on": date(1990, 5, 2)},
        {"born_on": PartialDay.of_year(1990)},
        {"born_on": NOT_ASKED},
        {"gender": Gender.MALE},
        {"gender": NOT_ASKED},
    ],
)
def test_clients_who_differ_or_are_not_known_are_not_listed(other):
    assert found(client("a"), client("b", **other), client("c", **other)) in (
        [],
        [(("b", "c"), False)],
    )
    assert found(client("a"), client("b", **other)) == []


def test_two_of_whom_too_little_is_known_are_not_listed():
    assert found(client("a", gender=NOT_ASKED), client("b", gender=NOT_ASKED)) == []


def test_one_citizenship_brings_together_and_two_set_apart():
    pair = (client("a"), client("b"))

    assert found(*pair, citizen("a", "SY"), citizen("b", "SY")) == [(("a", "b"), True)]
    assert found(*pair, citizen("a", "SY"), citizen("b", "UA")) == []
    assert found(*pair, citizen("a", "SY"), citizen("b", ABSENT)) == []
    assert found(*pair, citizen("a", "SY")) == [(("a", "b"), False)]
    assert found(*pair, citizen("a", "SY"), citizen("b", NOT_ASKED)) == [(("a", "b"), False)]


def test_several_citizenships_agree_in_one():
    pair = (client("a"), client("b"))
    both = (citizen("a", "SY"), citizen("a", "UA", 2))

    assert found(*pair, *both, citizen("b", "UA")) == [(("a", "b"), True)]
    assert found(*pair, *both, citizen("b", "UA"), citizen("b", "SY", 2)) == [(("a", "b"), True)]


def test_who_may_be_either_of_two_is_listed_with_each():
    clients = (client("a"), client("b"), client("c"))

    assert found(*clients, citizen("a", "SY"), citizen("c", "UA")) == [
        (("a", "b"), False),
        (("b", "c"), False),
    ]


def test_three_alike_are_one_line():
    assert found(client("a"), client("b"), client("c")) == [(("a", "b", "c"), False)]


def test_joined_clients_are_not_asked_about():
    assert found(client("a"), client("b"), link("a", "b")) == []
    assert found(client("a"), client("b"), client("c"), link("a", "b")) == [
        (("a", "b", "c"), False)
    ]


def test_clients_whose_link_was_undone_are_two():
    undone = link("b", "a", undone_on=date(2018, 6, 1))

    assert found(client("a"), client("b"), undone) == []
    assert found(client("a"), client("b"), undone, known_on=date(2018, 5, 1)) == []
    assert found(client("a"), client("b"), attrs.evolve(undone, linked_on=date(2019, 1, 1))) == []


def test_a_link_that_is_still_to_be_undone_joins():
    later = link("a", "b", undone_on=date(2019, 1, 1))

    assert found(client("a"), client("b"), later) == []


def test_who_died_on_two_days_are_two():
    first, second = date(2018, 2, 1), date(2018, 3, 1)

    assert found(client("a", died_on=first), client("b", died_on=second)) == []
    assert found(client("a", died_on=first), client("b")) == [(("a", "b"), False)]
    assert found(client("a", died_on=first), client("b", died_on=first)) == [(("a", "b"), False)]


def test_a_thousand_of_one_birthday_are_one_line():
    clients = [client(f"c-{number:04}") for number in range(1000)]

    ((ids, _),) = found(*clients)

    assert len(ids) == 1000


def test_nothing_of_a_client_is_told_but_the_id():
    assert repr(PossibleDuplicate(("a", "b"), citizenship_known=True)) == (
        "PossibleDuplicate(client_ids=('a', 'b'), citizenship_known=True)"
    )

"""A caseload: records by type, and the persons that clients and same-person links make."""

import pickle
import re
from datetime import date

import attrs
import pytest
from caseload_lab.random_records import listed, lists_of_records
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, Person, SamePersonLink
from inclusion_core.model.funding import Fund
from inclusion_core.model.household import Household

KNOWN_ON = date(2018, 12, 3)
FEW_TYPES = ("fund", "client", "same_person_link", "household")


def client(key, **fields):
    return Client(id=key, provider_id="p-1", **fields)


def link(key, one, other, linked_on=date(2018, 6, 1), **fields):
    return SamePersonLink(
        id=key, client_id=one, other_client_id=other, linked_on=linked_on, **fields
    )


def caseload(*records, known_on=KNOWN_ON):
    return Caseload.of_records(records, known_on=known_on)


def persons(*records, known_on=KNOWN_ON):
    """The person of each client, by client id."""
    found = caseload(*records, known_on=known_on)
    by_client = {each.id: each.person_id for each in found.of(Client)}
    assert {each.id for each in found.of(Person)} == set(by_client.values())
    return by_client


def test_records_are_looked_up_by_their_class_and_ordered_by_id():
    known = caseload(client("b"), Fund(id="esf", name="ESF"), client("a"))

    assert [each.id for each in known.of(Client)] == ["a", "b"]
    assert known.of(Fund) == (Fund(id="esf", name="ESF"),)
    assert known.of(Household) == ()


def test_its_length_is_the_number_of_records_persons_included():
    assert len(caseload()) == 0
    assert len(caseload(Fund(id="esf", name="ESF"), client("a"), client("b"))) == 5


def test_a_type_without_records_is_left_out():
    assert caseload(Fund(id="esf", name="ESF")).records == {"fund": (Fund(id="esf", name="ESF"),)}


def test_it_never_changes_shows_no_record_and_travels():
    known = caseload(client("a", born_on=date(1990, 5, 17)))

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        known.known_on = date(2019, 1, 1)
    assert repr(known) == "Caseload(known_on=datetime.date(2018, 12, 3))"
    assert pickle.loads(pickle.dumps(known)) == known


def test_a_client_without_links_is_a_person_of_the_same_id():
    assert persons(client("b"), client("a")) == {"a": "a", "b": "b"}


def test_linked_clients_are_one_person_with_the_smallest_id():
    assert persons(client("b"), client("a"), link("1", "b", "a")) == {"a": "a", "b": "a"}
    assert persons(client("b"), client("a"), link("1", "a", "b")) == {"a": "a", "b": "a"}


def test_links_chain_in_whatever_order_they_are_given():
    clients = [client(key) for key in "edcba"]
    links = [link("1", "e", "d"), link("2", "b", "c"), link("3", "d", "b"), link("4", "c", "a")]

    for order in (links, links[::-1], links[2:] + links[:2]):
        assert persons(*clients, *order) == dict.fromkeys("abcde", "a")


def test_links_of_others_join_nobody_else():
    found = persons(*(client(key) for key in "abcd"), link("1", "b", "d"), link("2", "a", "c"))

    assert found == {"a": "a", "b": "b", "c": "a", "d": "b"}


def test_a_link_to_oneself_or_made_twice_changes_nothing():
    two = (client("a"), client("b"), link("1", "b", "a"))

    assert persons(*two, link("2", "a", "a"), link("3", "a", "b")) == {"a": "a", "b": "a"}


@pytest.mark.parametrize(
    ("known_on", "joined"),
    [
        (date(2018, 5, 31), False),
        (date(2018, 6, 1), True),
        (date(2018, 8, 31), True),
        (date(2018, 9, 1), False),
        (date(2018, 9, 2), False),
    ],
)
def test_a_link_counts_from_its_day_to_the_day_before_it_is_undone(known_on, joined):
    found = persons(
        client("a"),
        client("b"),
        link("1", "a", "b", date(2018, 6, 1), undone_on=date(2018, 9, 1)),
        known_on=known_on,
    )

    assert found == {"a": "a", "b": "a" if joined else "b"}


def test_undoing_one_link_of_a_chain_parts_it_there():
    clients = [client(key) for key in "abcd"]
    undone = link("2", "b", "c", undone_on=date(2018, 7, 1))
    chain = (link("1", "a", "b"), undone, link("3", "c", "d"))

    assert persons(*clients, *chain) == {"a": "a", "b": "a", "c": "c", "d": "c"}


def test_a_link_to_a_client_who_is_not_there_joins_nobody():
    assert persons(client("b"), link("1", "b", "a"), link("2", "a", "b")) == {"b": "b"}
    assert caseload(link("1", "b", "a")).of(Person) == ()


def test_given_persons_are_not_taken_over():
    assert persons(client("a"), Person(id="z")) == {"a": "a"}
    assert len(caseload(Person(id="z"))) == 0


def test_a_given_person_id_of_a_client_is_worked_out_anew():
    assert persons(client("a", person_id="z")) == {"a": "a"}


@given(lists_of_records(FEW_TYPES))
@settings(max_examples=tries(50), deadline=None)
def test_working_out_again_what_is_worked_out_gives_the_same(records):
    once = caseload(*records)

    assert caseload(*listed(once)) == once


@given(lists_of_records(FEW_TYPES).flatmap(lambda r: st.tuples(st.just(r), st.permutations(r))))
@settings(max_examples=tries(50), deadline=None)
def test_the_order_in_which_records_are_given_makes_no_difference(both):
    records, shuffled = both

    assert caseload(*shuffled) == caseload(*records)


@given(lists_of_records(("client", "same_person_link")))
@settings(max_examples=tries(100), deadline=None)
def test_two_clients_are_one_person_exactly_when_links_lead_from_one_to_the_other(records):
    found = persons(*records)
    joins = [
        {each.client_id, each.other_client_id}
        for each in records
        if isinstance(each, SamePersonLink)
        and each.linked_on <= KNOWN_ON
        and not (isinstance(each.undone_on, date) and each.undone_on <= KNOWN_ON)
    ]
    for key, person in found.items():
        reached, size = {key}, 0
        while size != len(reached):
            size = len(reached)
            reached |= {
                end for ends in joins if ends & reached and ends <= found.keys() for end in ends
            }
        assert person == min(reached)


def test_a_notebook_is_shown_how_many_records_there_are_of_each_type():
    caseload = Caseload.of_records(
        [Client(id="c-1", provider_id="p-1")], known_on=date(2018, 12, 3)
    )

    shown = caseload._repr_html_()
    cells = re.findall(r"<(th|td)[^>]*>([^<]*)</", shown)

    assert "As known on 2018-12-03" in shown
    assert [words for _, words in cells][:4] == ["type of record", "records", "client", "1"]
    assert "c-1" not in shown

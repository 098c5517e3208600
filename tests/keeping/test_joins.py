"""Clients who are one person through somebody who is erased stay one person."""

from datetime import date
from itertools import permutations

import attrs
import pytest
from keeping_lab import CHAIN, ERASED_ON, journal_of, removed, version

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.keeping import all_erased
from inclusion_core.model.client import Client, Person, SamePersonLink
from inclusion_core.model.versions import Act


def client(key):
    return Client(id=key, provider_id="p")


def link(one, other, day, **others):
    return SamePersonLink(
        id=f"{one}-{other}",
        client_id=one,
        other_client_id=other,
        linked_on=date(2018, 1, day),
        **others,
    )


def journal(*links):
    return journal_of(*CHAIN, *(client(key) for key in "abcde"), *links)


def without(journal, *clients):
    return all_erased(journal, clients, SCHEMA, on=ERASED_ON, by="u-1", because="asked for")


def persons(journal, on=ERASED_ON):
    caseload = journal.as_known_on(on)
    assert len(caseload.of(Person)) == len({each.person_id for each in caseload.of(Client)})
    return sorted(
        sorted(each.id for each in caseload.of(Client) if each.person_id == person.id)
        for person in caseload.of(Person)
    )


def links(journal):
    return {
        each.record_id: (each.record.client_id, each.record.other_client_id)
        for each in journal.versions
        if each.record_type == "same_person_link" and each.record is not None
    }


def test_the_earliest_link_goes_and_the_others_lead_on():
    before = journal(link("a", "b", 1), link("c", "a", 2), link("a", "d", 3))
    after = without(before, "a")

    assert persons(before) == [["a", "b", "c", "d"], ["e"]]
    assert persons(after) == [["b", "c", "d"], ["e"]]
    assert links(after) == {"c-a": ("c", "b"), "a-d": ("b", "d")}
    assert "a" not in {each for pair in links(after).values() for each in pair}


def test_whoever_is_joined_anyway_needs_no_link_more():
    before = journal(link("a", "b", 1), link("a", "c", 2), link("b", "d", 3), link("d", "c", 4))

    assert persons(without(before, "a")) == [["b", "c", "d"], ["e"]]
    assert links(without(before, "a")) == {"b-d": ("b", "d"), "d-c": ("d", "c")}


def test_a_link_that_is_undone_or_taken_back_joins_nobody():
    undone = link("a", "c", 2, undone_on=date(2018, 2, 1))
    back = link("a", "d", 3)
    before = journal(
        link("a", "b", 1), undone, back, removed(back, 2, date(2018, 7, 1), Act.RETRACTED)
    )

    assert persons(without(before, "a")) == [["b"], ["c"], ["d"], ["e"]]
    assert links(without(before, "a")) == {}


def test_every_version_of_a_link_leads_on():
    first = link("a", "c", 9)
    later = version(link("a", "c", 2), 3, date(2018, 8, 1), act=Act.CORRECTED)
    back = removed(first, 2, date(2018, 7, 1), Act.RETRACTED)
    after = without(journal(link("a", "b", 1), first, back, later), "a")

    told = [each for each in after.versions if each.record_id == "a-c"]
    assert [each.record and each.record.client_id for each in told] == ["b", None, "b"]
    assert told == [
        attrs.evolve(each, record=each.record and attrs.evolve(each.record, client_id="b"))
        for each in (version(first), back, later)
    ]


@pytest.mark.parametrize(
    "joined",
    [
        (("a", "b", 5), ("b", "c", 3), ("c", "d", 7), ("d", "e", 1)),
        (("a", "b", 1), ("a", "c", 2), ("a", "d", 3), ("a", "e", 4)),
        (("a", "b", 4), ("b", "c", 3), ("c", "a", 2), ("c", "d", 1)),
    ],
)
def test_who_is_one_person_stays_so_whatever_the_order(joined):
    before = journal(*(link(*each) for each in joined))
    whole = [sorted(set(group) - {"a", "c"}) for group in persons(before)]
    expected = sorted(group for group in whole if group)

    lefts = []
    for order in permutations("ac"):
        left = before
        for key in order:
            left = without(left, key)
        lefts.append(left)

    assert {str(persons(each)) for each in lefts} == {str(expected)}
    assert persons(without(before, "a", "c")) == expected

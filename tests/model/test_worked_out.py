"""What a caseload works out of its records: persons, profiles at entry, enrolments."""

from datetime import date

from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, Person, SamePersonLink
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.funding import Programme
from inclusion_core.model.participation import Enrolment, Participation
from inclusion_core.values import NOT_ASKED, PartialDay

KNOWN_ON = date(2018, 12, 3)


def client(key):
    return Client(id=key, provider_id="provider-1")


def link(key, one, other, linked_on=date(2018, 1, 1), **fields):
    return SamePersonLink(
        id=key, client_id=one, other_client_id=other, linked_on=linked_on, **fields
    )


def programme(key, operation):
    return Programme(
        id=key,
        operation_id=operation,
        declared_as="sif.mentoring",
    )


def entry(key, who="c1", where="p1", entered_on=date(2018, 6, 1)):
    return Participation(id=key, client_id=who, programme_id=where, entered_on=entered_on)


def persons(*records, known_on=KNOWN_ON):
    """The person of each client."""
    caseload = Caseload.of_records(records, known_on=known_on)
    found = {each.id: each.person_id for each in caseload.of(Client)}
    assert [each.id for each in caseload.of(Person)] == sorted(set(found.values()))
    return found


def worked_out(*records):
    base = (client("c1"), client("c2"), programme("p1", "o1"), programme("p2", "o2"))
    return Caseload.of_records((*base, *records), known_on=KNOWN_ON)


def enrolments(*records):
    """The enrolments, and the one of each participation."""
    caseload = worked_out(*records)
    return (
        {each.id: each.first_participation_id for each in caseload.of(Enrolment)},
        {each.id: each.enrolment_id for each in caseload.of(Participation)},
    )


def test_a_client_whom_no_link_joins_is_a_person_of_their_own():
    assert persons(client("c1"), client("c2")) == {"c1": "c1", "c2": "c2"}


def test_links_join_over_several_steps_to_the_smallest_id():
    clients = [client(f"c{number}") for number in range(1, 6)]
    links = [link("l1", "c4", "c3"), link("l2", "c3", "c2"), link("l3", "c5", "c4")]

    assert persons(*clients, *links) == {
        "c1": "c1",
        **dict.fromkeys(["c2", "c3", "c4", "c5"], "c2"),
    }


def test_links_in_a_ring_and_twice_the_same_join_once():
    clients = [client(f"c{number}") for number in range(1, 4)]
    links = [
        *(link("l1", "c1", "c2"), link("l2", "c2", "c3"), link("l3", "c3", "c1")),
        link("l4", "c2", "c1"),
    ]

    assert set(persons(*clients, *links).values()) == {"c1"}


def test_a_link_to_a_client_that_is_not_there_joins_nothing():
    clients = (client("c1"), client("c2"))

    assert persons(*clients, link("l1", "c1", "gone"), link("l2", "gone", "c2")) == {
        "c1": "c1",
        "c2": "c2",
    }


def test_a_link_holds_from_its_day_to_the_day_before_it_is_undone():
    clients = (client("c1"), client("c2"))
    made = link("l1", "c1", "c2", date(2018, 5, 1), undone_on=date(2018, 8, 1))

    def joined(on):
        return persons(*clients, made, known_on=on)["c2"] == "c1"

    assert [joined(date(2018, *on)) for on in ((4, 30), (5, 1), (7, 31), (8, 1))] == [
        False,
        True,
        True,
        False,
    ]


def test_the_one_profile_that_names_a_participation_is_its_own():
    profile = EntryTraits(id="t1", participation_id="e1")
    caseload = worked_out(entry("e1"), entry("e2"), profile)

    assert {each.id: each.traits_id for each in caseload.of(Participation)} == {
        "e1": "t1",
        "e2": "",
    }


def test_of_two_profiles_for_one_participation_none_is_taken():
    profiles = [EntryTraits(id=key, participation_id="e1") for key in ("t1", "t2")]
    caseload = worked_out(entry("e1"), *profiles)

    assert [each.traits_id for each in caseload.of(Participation)] == [""]


def test_a_profile_of_a_participation_that_is_not_there_is_nobodys():
    caseload = worked_out(entry("e1"), EntryTraits(id="t1", participation_id="gone"))

    assert [each.traits_id for each in caseload.of(Participation)] == [""]


def test_a_return_to_the_same_operation_is_the_same_enrolment():
    first = entry("e2", entered_on=date(2018, 2, 1))
    again = entry("e1", entered_on=date(2018, 9, 1))

    assert enrolments(first, again) == ({"c1/o1": "e2"}, {"e1": "c1/o1", "e2": "c1/o1"})


def test_an_enrolment_names_person_operation_and_first_participation():
    records = [client("c1"), programme("p1", "o1"), entry("e1"), entry("e2")]
    [found] = Caseload.of_records(records, known_on=KNOWN_ON).of(Enrolment)

    assert found == Enrolment(
        id="c1/o1", person_id="c1", operation_id="o1", first_participation_id="e1"
    )


def test_another_operation_and_another_person_are_other_enrolments():
    found = enrolments(entry("e1"), entry("e2", where="p2"), entry("e3", who="c2"))

    assert found[0] == {"c1/o1": "e1", "c1/o2": "e2", "c2/o1": "e3"}


def test_two_clients_who_are_one_person_enrol_once():
    found = enrolments(entry("e1", who="c2"), entry("e2", who="c1"), link("l1", "c2", "c1"))

    assert found == ({"c1/o1": "e1"}, {"e1": "c1/o1", "e2": "c1/o1"})


def test_of_two_entries_on_one_day_the_smaller_id_is_the_first():
    assert enrolments(entry("e2"), entry("e1"))[0] == {"c1/o1": "e1"}


def test_who_may_have_entered_first_comes_before_who_surely_entered_later():
    in_june = entry("e2", entered_on=PartialDay.of_month(2018, 6))

    assert enrolments(entry("e1", entered_on=date(2018, 6, 2)), in_june)[0] == {"c1/o1": "e2"}
    assert enrolments(entry("e1", entered_on=date(2018, 6, 1)), in_june)[0] == {"c1/o1": "e1"}


def test_an_entry_on_an_unknown_day_may_be_any_earlier():
    found = enrolments(entry("e1"), entry("e2", entered_on=NOT_ASKED))

    assert found[0] == {"c1/o1": "e2"}


def test_a_participation_without_its_client_or_programme_is_in_no_enrolment():
    found = enrolments(entry("e1", who="gone"), entry("e2", where="gone"))

    assert found == ({}, {"e1": "", "e2": ""})


def test_what_is_derived_in_the_given_records_is_worked_out_anew():
    stale = Participation(
        id="e1", client_id="c1", programme_id="p1", traits_id="old", enrolment_id="old"
    )
    caseload = worked_out(
        stale, Enrolment(id="old", person_id="c9", operation_id="o9", first_participation_id="e9")
    )

    (found,) = caseload.of(Participation)
    assert (found.traits_id, found.enrolment_id) == ("", "c1/o1")
    assert [each.id for each in caseload.of(Enrolment)] == ["c1/o1"]


def test_nothing_follows_from_nothing():
    assert dict(Caseload.of_records((), known_on=KNOWN_ON).records) == {}

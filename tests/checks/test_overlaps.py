from datetime import date

import pytest

from inclusion_core.model.client import SamePersonLink
from inclusion_core.model.household import HouseholdMembership
from inclusion_core.model.participation import DeliverySpell, LeavingReason, Participation
from inclusion_core.model.status import ProtectionKind, ProtectionSpell, ResidenceSpell
from inclusion_core.values import ABSENT, NOT_ASKED, parse_day

MAY_1, MAY_10, MAY_11, MAY_20 = (date(2018, 5, day) for day in (1, 10, 11, 20))
LINK = SamePersonLink(id="l-1", client_id="c-1", other_client_id="c-2", linked_on=date(2018, 6, 1))


def protection(key, first_day, last_day=ABSENT, kind=ProtectionKind.REFUGEE, client="c-1"):
    return ProtectionSpell(
        id=key, client_id=client, kind=kind, first_day=first_day, last_day=last_day
    )


def seeker(key, first_day, last_day=ABSENT, client="c-1"):
    return protection(key, first_day, last_day, ProtectionKind.ASYLUM_SEEKER, client)


def membership(key, first_day, last_day=ABSENT, household="h-1", client="c-1"):
    return HouseholdMembership(
        id=key, household_id=household, client_id=client, first_day=first_day, last_day=last_day
    )


def visit(key, entered_on, left_on=ABSENT, programme="mentoring", client="c-1"):
    return Participation(
        id=key,
        client_id=client,
        programme_id=programme,
        entered_on=entered_on,
        left_on=left_on,
        leaving_reason=ABSENT if left_on is ABSENT else LeavingReason.OTHER,
    )


def delivery(key, first_day, last_day=ABSENT, participation="in-1"):
    return DeliverySpell(
        id=key,
        participation_id=participation,
        contract_id="k-1",
        first_day=first_day,
        last_day=last_day,
    )


def residence(key, first_day, last_day=ABSENT, client="c-1"):
    return ResidenceSpell(id=key, client_id=client, first_day=first_day, last_day=last_day)


def test_two_kinds_of_protection_on_one_day_contradict(found):
    wrong = found(seeker("a", MAY_1, MAY_11), protection("b", MAY_10))

    assert wrong == [("check.two-protections", "b", "first_day")]


def test_on_the_day_of_decision_there_may_be_two_kinds_of_protection(found):
    assert found(seeker("a", MAY_1, MAY_10), protection("b", MAY_10)) == []
    assert found(seeker("a", MAY_1, MAY_10), protection("b", MAY_10, MAY_10)) == []
    assert found(seeker("a", MAY_10), protection("b", MAY_10)) != []


def test_protection_that_follows_the_day_after_is_fine(found):
    assert found(seeker("a", MAY_1, MAY_10), protection("b", MAY_11)) == []


def test_two_providers_may_record_the_same_protection(found):
    assert found(LINK, protection("a", MAY_1), protection("b", MAY_1, client="c-2")) == []


def test_protection_of_one_person_contradicts_over_providers(found):
    wrong = found(LINK, seeker("a", MAY_1), protection("b", MAY_1, client="c-2"))

    assert wrong == [("check.two-protections", "b", "first_day")]


def test_protections_of_two_people_have_nothing_to_do_with_each_other(found):
    assert found(seeker("a", MAY_1), protection("b", MAY_1, client="c-2")) == []


def test_an_unknown_kind_contradicts_none(found):
    assert found(seeker("a", MAY_1), protection("b", MAY_1, kind=NOT_ASKED)) == []
    assert found(protection("a", MAY_1, kind=NOT_ASKED), seeker("b", MAY_1)) == []


def test_days_known_in_part_contradict_only_if_no_day_inside_would_do(found):
    until_may = seeker("a", parse_day("2018-04"), parse_day("2018-05"))

    assert found(until_may, protection("b", parse_day("2018-05"))) == []
    assert found(until_may, protection("b", date(2018, 5, 1))) == []
    assert found(until_may, protection("b", date(2018, 4, 30))) == [
        ("check.two-protections", "b", "first_day")
    ]


def test_an_unknown_first_day_contradicts_nothing_while_it_lasts(found):
    assert found(seeker("a", NOT_ASKED), protection("b", MAY_1)) == []


@pytest.mark.parametrize(
    ("spell", "kind", "field"),
    [
        (membership, "check.two-memberships", "first_day"),
        (delivery, "check.two-deliveries", "first_day"),
        (residence, "check.two-residences", "first_day"),
        (lambda *args, **rest: visit(*args, programme="motivation", **rest),
         "check.entered-twice", "entered_on"),
    ],
    ids=["membership", "delivery", "residence", "participation"],
)  # fmt: skip
def test_spells_that_share_a_day_are_found_at_the_later_one(found, spell, kind, field):
    assert found(spell("b", MAY_1, MAY_10), spell("a", MAY_10, MAY_20)) == [(kind, "a", field)]
    assert found(spell("b", MAY_1), spell("a", MAY_20)) == [(kind, "a", field)]
    assert found(spell("b", MAY_1, MAY_10), spell("a", MAY_11, MAY_20)) == []


def test_a_client_cannot_live_in_two_households_nor_twice_in_one(found):
    for household in ("h-1", "h-2"):
        wrong = found(membership("a", MAY_1), membership("b", MAY_1, household=household))

        assert wrong == [("check.two-memberships", "b", "first_day")]


def test_two_clients_may_share_a_household(found):
    assert found(membership("a", MAY_1), membership("b", MAY_1, client="c-2")) == []


def test_two_providers_may_each_record_household_and_residence(found):
    assert found(LINK, membership("a", MAY_1), membership("b", MAY_1, "h-2", client="c-2")) == []
    assert found(LINK, residence("a", MAY_1), residence("b", MAY_1, client="c-2")) == []


def test_a_person_who_entered_one_programme_twice_is_found_over_providers(found):
    wrong = found(LINK, visit("in-1", MAY_1), visit("in-2", MAY_10, client="c-2"))

    assert wrong == [("check.entered-twice", "in-2", "entered_on")]


def test_a_person_may_be_in_two_programmes(found):
    assert found(visit("in-1", MAY_1), visit("in-2", MAY_1, programme="motivation")) == []


def test_deliveries_of_two_participations_have_nothing_to_do_with_each_other(found):
    other = visit("in-2", MAY_1, programme="motivation")

    both = found(other, delivery("a", MAY_1), delivery("b", MAY_1, participation="in-2"))

    assert "check.two-deliveries" not in {kind for kind, *_ in both}


def test_a_spell_that_is_backwards_is_found_once_and_overlaps_nothing(found):
    wrong = found(residence("a", MAY_20, MAY_1), residence("b", MAY_10))

    assert wrong == [("check.last-day-before-first", "a", "last_day")]


def test_each_spell_is_found_once_however_many_it_meets(found):
    spells = [residence(key, MAY_1) for key in "abcd"]

    assert [key for _, key, _ in found(*spells)] == ["b", "c", "d"]

"""What is missing where a condition is undecided: plain cases, one idea each."""

from datetime import date

import attrs
import pytest
from kernel_lab.toy import (
    SCHEMA,
    Aim,
    Household,
    Kind,
    Member,
    Plan,
    Role,
    Stay,
    Tenure,
    household,
    member,
)

from inclusion_core.errors import ExpressionError, UnknownNameError
from inclusion_core.expr import (
    JUDGED_ON,
    Condition,
    all_of,
    any_of,
    at_least,
    codes_parameter,
    completed_years,
    day,
    days_after,
    earliest_of,
    latest_of,
    months_after,
    term_from,
)
from inclusion_core.expr.missing import Asked, Missing, OpenFact, what_is_missing
from inclusion_core.expr.missing import Kind as What
from inclusion_core.expr.missing.open_fact import Place
from inclusion_core.expr.nodes import Named
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.truth import Truth
from inclusion_core.values import NOT_ASKED, PartialDay, Reason, Unknown

ON = date(2020, 3, 1)
KNOWN_ON = date(2020, 2, 29)

FLAT_1 = Household(id="h-1", rooms=2, tenure=Tenure.RENTED, settled_on=date(2019, 5, 1))
ANNA = Member(
    id="m-1",
    household_id="h-1",
    sponsor_id="m-1",
    registered_on=date(2019, 1, 1),
    born_on=date(1990, 1, 1),
    role=Role.ADULT,
    children=1,
)
SHELTER = Stay(
    id="s-1",
    member_id="m-1",
    kind=Kind.SHELTER,
    first_day=date(2019, 6, 1),
    granted_on=date(2019, 6, 1),
    points=1,
)


def missing(condition, *records, about=ANNA, known_on=None, **bounds):
    """What is missing for a condition about one of these records."""
    by_type = {record_type.name: [] for record_type in SCHEMA}
    for record in (about, *records):
        by_type[SCHEMA.type_of(record).name].append(record)
    asked = Asked(
        condition=condition.node if isinstance(condition, Condition) else condition,
        record=about,
        records=Records(SCHEMA, by_type),
        parameters=Parameters(days={"judged_on": ON}, codes={"homes": frozenset({"flat"})}),
        known_on=known_on,
    )
    return what_is_missing(asked, **bounds)


def field(record, name, kind=What.ASK, reason=Reason.NOT_ASKED):
    """An open field of a record."""
    place = Place(SCHEMA.type_of(record).name, record.id, name)
    return OpenFact(place=place, kind=kind, reason=reason if kind is What.ASK else None)


def listed(record, path, awaited, kind=What.WAIT, reason=None):
    """An open list of a record."""
    place = Place(SCHEMA.type_of(record).name, record.id, path, awaited)
    return OpenFact(place=place, kind=kind, reason=reason)


def in_a_flat():
    return member.stays.where(lambda each: each.kind.is_in(Kind.FLAT)).exist()


# Nothing to ask.


@pytest.mark.parametrize("kind", [Kind.FLAT, Kind.SHELTER])
def test_a_decided_verdict_leaves_nothing_to_ask(kind):
    decided = missing(in_a_flat(), attrs.evolve(SHELTER, kind=kind, first_day=NOT_ASKED))

    assert decided == Missing(comes_to=Truth.of(kind is Kind.FLAT))
    assert decided.ask_next is None
    assert decided.searched_fully


def test_whether_a_field_is_known_is_no_question_to_ask_about():
    with pytest.raises(ExpressionError, match="whether a field is known"):
        missing(member.role.is_known())


def test_a_misspelt_parameter_is_named():
    with pytest.raises(UnknownNameError):
        missing(member.country.is_in(codes_parameter("hoems")))


# Codes.


def test_a_code_that_was_not_asked_matters_and_settles_whatever_the_answer():
    stay = attrs.evolve(SHELTER, kind=NOT_ASKED)

    found = missing(in_a_flat(), stay)

    kind = field(stay, "kind")
    assert found.still_matters == (kind,)
    assert found.could_settle == ((kind,),)
    assert found.ask_next == kind
    assert found.settling == {kind}
    assert found.searched_fully


def test_the_reason_why_a_field_is_not_known_is_told():
    stay = attrs.evolve(SHELTER, kind=Unknown(Reason.REFUSED))

    assert missing(in_a_flat(), stay).ask_next == field(stay, "kind", reason=Reason.REFUSED)


def test_a_set_that_the_asker_gives_is_looked_into():
    stay = attrs.evolve(SHELTER, kind=NOT_ASKED)
    homes = codes_parameter("homes")
    condition = member.stays.where(lambda each: each.kind.is_in(homes)).exist()

    assert missing(condition, stay).ask_next == field(stay, "kind")


def test_a_code_of_a_list_kept_elsewhere_may_be_any_other():
    anna = attrs.evolve(ANNA, country=NOT_ASKED)

    assert missing(member.country.is_in("UA", "SY"), about=anna).settling == {
        field(anna, "country")
    }


def test_a_code_need_only_be_asked_where_it_may_agree_with_what_another_record_holds():
    unasked = attrs.evolve(SHELTER, id="s-2", kind=NOT_ASKED)
    agreed = member.stays.only(lambda each: each.kind).is_in(Kind.FLAT)

    with_a_flat = missing(agreed, attrs.evolve(SHELTER, kind=Kind.FLAT), unasked)
    with_a_shelter = missing(agreed, SHELTER, unasked)

    assert with_a_flat.still_matters == with_a_shelter.still_matters == ()
    assert with_a_flat.could_settle == with_a_shelter.could_settle == ((field(unasked, "kind"),),)
    both = listed(ANNA, "stays", "stay", What.CORRECT, Reason.CONTRADICTORY)
    assert with_a_flat.to_correct == with_a_shelter.to_correct == (both,)


# Days.


def test_a_day_known_in_part_matters_only_where_its_part_does():
    young = member.born_on > day(date(2002, 3, 1))
    in_2002 = attrs.evolve(ANNA, born_on=PartialDay.of_year(2002))

    assert missing(young, about=in_2002).settling == {field(in_2002, "born_on", reason=None)}
    in_1990 = attrs.evolve(ANNA, born_on=PartialDay.of_year(1990))
    assert missing(young, about=in_1990) == Missing(comes_to=Truth.NO)


@pytest.mark.parametrize(
    "limit",
    [
        lambda each: months_after(each, 12),
        lambda each: months_after(days_after(each, 1), 12),
        lambda each: term_from(each, 12),
        lambda each: earliest_of(months_after(each, 12), date(2021, 1, 1)),
        lambda each: latest_of(months_after(each, 1), date(2020, 1, 1)),
    ],
)
def test_a_day_that_is_moved_and_compared_matters(limit):
    anna = attrs.evolve(ANNA, born_on=NOT_ASKED)

    assert missing(limit(member.born_on) < JUDGED_ON, about=anna).still_matters == (
        field(anna, "born_on"),
    )


def test_the_one_day_on_which_it_matters_is_found():
    anna = attrs.evolve(ANNA, born_on=NOT_ASKED)
    exactly = months_after(member.born_on, 12).is_on(date(2020, 1, 31))

    assert missing(exactly, about=anna).still_matters == (field(anna, "born_on"),)


def test_an_age_matters_from_the_birthday_on():
    born_29_february = attrs.evolve(
        ANNA, born_on=PartialDay(date(2000, 2, 28), date(2000, 3, 1)), children=NOT_ASKED
    )
    as_old_as_twenty = completed_years(member.born_on, date(2020, 2, 29)) >= 20
    compared = completed_years(member.born_on, date(2020, 2, 29)) >= member.household.rooms

    assert missing(as_old_as_twenty, about=born_29_february).still_matters == (
        field(born_29_february, "born_on", reason=None),
    )
    assert missing(compared, FLAT_1, about=born_29_february).comes_to is Truth.YES


def test_an_age_compared_with_a_number_of_the_records_hangs_on_the_birthday():
    lived_in_flat = household.members.where(
        lambda each: completed_years(each.born_on, ON) <= household.rooms
    ).exist()
    child = attrs.evolve(ANNA, born_on=NOT_ASKED)

    assert missing(lived_in_flat, child, about=FLAT_1).still_matters == (field(child, "born_on"),)


def test_a_day_of_a_list_matters():
    stay = attrs.evolve(SHELTER, granted_on=NOT_ASKED)
    granted = member.stays.latest(lambda each: each.granted_on)

    assert missing(granted <= JUDGED_ON, stay).still_matters == (field(stay, "granted_on"),)


def test_a_day_that_must_be_there_if_it_is_known_is_never_answered_by_none():
    plan = Plan(id="p-1", member_id="m-1", aim=Aim.WORK, hours=1)
    signed = member.plans.earliest(lambda each: each.signed_on)

    assert missing(signed <= JUDGED_ON, plan, known_on=None).settling == {field(plan, "signed_on")}


def test_two_unknown_days_matter_to_one_another():
    flat = attrs.evolve(FLAT_1, settled_on=NOT_ASKED)
    anna = attrs.evolve(ANNA, born_on=NOT_ASKED)
    born_there = member.born_on >= months_after(member.household.settled_on, 1)

    found = missing(born_there, flat, about=anna)

    born, settled = field(anna, "born_on"), field(flat, "settled_on")
    assert found.still_matters == (settled, born)
    assert found.in_order == (born, settled)
    # Alone, only one who is not born yet is sure not to have come first.
    assert found.could_settle == ((born,),)
    assert found.settling == frozenset()


def test_the_latest_of_two_days_matters_where_codes_differ():
    flat = attrs.evolve(SHELTER, id="s-2", kind=Kind.FLAT, first_day=NOT_ASKED)
    latest = member.stays.latest_code(lambda each: each.kind, by=lambda each: each.first_day)

    found = missing(latest.is_in(Kind.FLAT), SHELTER, flat)

    assert found.still_matters == (field(flat, "first_day"),)
    assert found.settling == frozenset()  # on the same day, the two contradict one another


def test_a_day_on_the_other_side_of_everything_known_is_tried():
    flat = attrs.evolve(FLAT_1, left_on=NOT_ASKED)

    assert missing(household.left_on >= JUDGED_ON, about=flat).settling == {field(flat, "left_on")}


# What may still come.


def test_a_day_that_may_still_come_is_waited_for_and_not_asked():
    left = household.left_on <= date(2020, 6, 1)

    found = missing(left, about=FLAT_1, known_on=KNOWN_ON)

    waits = field(FLAT_1, "left_on", What.WAIT)
    assert found.still_matters == (waits,)
    assert found.could_settle == ((waits,),)
    assert (found.in_order, found.ask_next) == ((), None)


def test_as_things_stand_nothing_is_waited_for():
    assert missing(household.left_on <= date(2020, 6, 1), about=FLAT_1) == Missing(
        comes_to=Truth.NO
    )


def test_that_there_is_no_such_day_so_far_settles_only_what_has_passed():
    flat = attrs.evolve(FLAT_1, left_on=NOT_ASKED)
    left_on = field(flat, "left_on")

    before = missing(household.left_on <= KNOWN_ON, about=flat, known_on=KNOWN_ON)
    later = missing(household.left_on <= date(2020, 6, 1), about=flat, known_on=KNOWN_ON)

    assert before.settling == {left_on}
    assert later.still_matters == (left_on,)
    assert later.settling == frozenset()


def test_a_list_to_which_more_may_come_is_waited_for():
    found = missing(in_a_flat(), SHELTER, known_on=KNOWN_ON)

    stays = listed(ANNA, "stays", "stay")
    assert found.still_matters == (stays,)
    assert found.could_settle == ((stays,),)
    assert found.in_order == ()


def test_a_list_of_what_may_come_itself_is_no_list_of_anybody():
    met = household.members.where(lambda each: each.stays.exist()).exist()

    found = missing(met, about=FLAT_1, known_on=KNOWN_ON)

    assert found.still_matters == (listed(FLAT_1, "members", "member"),)


def test_a_list_matters_only_where_the_verdict_hangs_on_it():
    owned = member.household.tenure.is_in(Tenure.OWNED)
    flat = attrs.evolve(FLAT_1, tenure=NOT_ASKED)
    stays, tenure = listed(ANNA, "stays", "stay"), field(flat, "tenure")

    both = missing(all_of(owned, in_a_flat()), SHELTER, flat, known_on=KNOWN_ON)
    in_a_flat_already = attrs.evolve(SHELTER, kind=Kind.FLAT)
    only_tenure = missing(all_of(owned, in_a_flat()), in_a_flat_already, flat, known_on=KNOWN_ON)

    assert both.still_matters == (tenure, stays)  # a yes only if a flat comes, a no at once
    assert both.could_settle == ((tenure,), (stays,))
    assert both.ask_next == tenure
    assert only_tenure.still_matters == (tenure,)


def test_both_a_list_and_a_code_may_matter():
    stay = attrs.evolve(SHELTER, kind=NOT_ASKED)

    found = missing(in_a_flat(), stay, known_on=KNOWN_ON)

    kind, stays = field(stay, "kind"), listed(ANNA, "stays", "stay")
    assert found.still_matters == (kind, stays)
    assert found.could_settle == ((kind,),)  # a flat; that it is none leaves the list open
    assert found.settling == frozenset()


# Numbers.


def test_few_possible_numbers_are_all_tried():
    anna = attrs.evolve(ANNA, children=NOT_ASKED)

    assert missing(member.children.is_exactly(2), about=anna).settling == {field(anna, "children")}


def test_many_possible_numbers_are_tried_around_the_border():
    stay = attrs.evolve(SHELTER, points=NOT_ASKED)
    other = attrs.evolve(SHELTER, id="s-2", points=3)
    total = member.stays.sum(lambda each: each.points)

    found = missing(total.is_exactly(1), stay, other)

    assert found.settling == {field(stay, "points")}


# What the records stand in the way of.


def test_records_that_contradict_one_another_are_to_be_corrected():
    flat = attrs.evolve(SHELTER, id="s-2", kind=Kind.FLAT)
    agreed = member.stays.only(lambda each: each.kind).is_in(Kind.FLAT)

    found = missing(agreed, SHELTER, flat)

    assert found.still_matters == found.could_settle == ()
    assert found.comes_to is Truth.UNKNOWN
    assert found.to_correct == (listed(ANNA, "stays", "stay", What.CORRECT, Reason.CONTRADICTORY),)


def test_a_record_that_is_named_and_not_there_is_to_be_found():
    found = missing(member.household.tenure.is_in(Tenure.OWNED))

    assert found.to_correct == (OpenFact(place=Place("household", "h-1", ""), kind=What.CORRECT),)


def test_a_list_of_a_record_that_is_not_there_may_contradict_itself_too():
    agreed = member.household.members.only(lambda each: each.role).is_in(Role.CHILD)
    child = attrs.evolve(ANNA, id="m-2", role=Role.CHILD)

    found = missing(agreed, child)

    assert found.to_correct == (OpenFact(place=Place("household", "h-1", ""), kind=What.CORRECT),)


def test_a_verdict_that_every_answer_leads_to_is_told():
    anna = attrs.evolve(ANNA, role=NOT_ASKED)
    either = any_of(member.role.is_in(Role.ADULT), member.role.is_in(Role.CHILD))

    found = missing(either, about=anna)

    assert found.comes_to is Truth.YES
    assert found.still_matters == found.to_correct == ()


def test_what_comes_to_the_same_whatever_is_answered_does_not_matter():
    anna = attrs.evolve(ANNA, role=NOT_ASKED, children=NOT_ASKED)
    either = household.members.where(
        lambda each: (
            (each.role.is_in(Role.ADULT) | each.role.is_in(Role.CHILD)) & (each.children <= 2)
        )
    ).exist()

    found = missing(either, anna, about=FLAT_1)

    assert found.still_matters == (field(anna, "children"),)


# Order and sets.


def asked_much():
    """A member of whom four things are not known."""
    return attrs.evolve(
        ANNA, role=NOT_ASKED, children=NOT_ASKED, country=NOT_ASKED, born_on=NOT_ASKED
    )


def test_the_question_that_more_answers_settle_comes_first():
    anna = asked_much()
    all_at_once = (
        (member.children <= 2)
        & member.country.is_in("LV")
        & Condition(Named(None, member.role.is_in(Role.ADULT).node))
    )

    found = missing(all_at_once, about=anna)

    assert [fact.place.field for fact in found.still_matters] == ["children", "country", "role"]
    assert [fact.place.field for fact in found.in_order] == ["country", "role", "children"]


def test_a_question_that_settles_whatever_the_answer_comes_before_all_others():
    anna = asked_much()
    role = member.role.is_in(Role.ADULT)
    either_way = (role & (member.children <= 9)) | (role & member.country.is_in("LV"))

    found = missing(either_way, about=anna)

    assert [fact.place.field for fact in found.in_order] == ["role"]
    assert found.ask_next in found.settling


def test_sets_of_facts_that_settle_together_hold_no_smaller_one():
    anna = asked_much()
    two_of_three = at_least(
        2,
        member.children <= 2,
        member.country.is_in("LV"),
        member.role.is_in(Role.ADULT),
    )

    found = missing(two_of_three, about=anna)

    assert [{fact.place.field for fact in some} for some in found.could_settle] == [
        {"children", "country"},
        {"children", "role"},
        {"country", "role"},
    ]
    assert found.all_sets


def stays_of_unknown_kind(number):
    return [attrs.evolve(SHELTER, id=f"s-{n}", kind=NOT_ASKED) for n in range(1, number + 1)]


def test_only_so_many_sets_are_named_and_that_is_said():
    found = missing(in_a_flat(), *stays_of_unknown_kind(21))

    assert len(found.could_settle) == 20
    assert not found.all_sets
    assert not found.searched_fully
    assert len(found.still_matters) == 21


def test_a_search_that_reads_as_often_as_it_may_says_what_it_did_not_get_to():
    stays = stays_of_unknown_kind(6)

    found = missing(in_a_flat(), *stays, most_readings=30)

    assert found.still_matters == ()
    assert found.may_matter == tuple(field(stay, "kind") for stay in stays)
    assert found.could_settle == tuple((field(stay, "kind"),) for stay in stays)
    assert not found.searched_fully


def test_where_one_fact_matters_others_are_tried_first():
    stays = stays_of_unknown_kind(6)

    found = missing(in_a_flat(), *stays, most_readings=200)

    assert found.still_matters == tuple(field(stay, "kind") for stay in stays)
    assert found.searched_fully


def test_a_place_where_one_fact_matters_is_not_tried_for_longer_than_allowed():
    stays = stays_of_unknown_kind(6)

    numbers = [
        len(missing(in_a_flat(), *stays, most_readings=readings).still_matters)
        for readings in range(40, 160, 10)
    ]

    assert numbers[0] < 2
    assert numbers[-1] == 6
    assert numbers == sorted(numbers)


def test_sets_that_could_not_be_looked_for_are_said_not_to_be_all():
    anna = asked_much()
    all_at_once = all_of(member.children <= 2, member.country.is_in("LV"))

    found = missing(all_at_once, about=anna, most_readings=2)

    assert found.could_settle == ()
    assert not found.all_sets


def test_that_all_answers_lead_to_one_verdict_is_not_said_before_all_were_tried():
    anna = asked_much()
    flat = attrs.evolve(FLAT_1, tenure=NOT_ASKED, settled_on=NOT_ASKED)
    asked = (
        member.role.is_in(Role.ADULT),
        member.children <= 1,
        member.born_on <= ON,
        member.country.is_in("LV"),
        member.household.tenure.is_in(Tenure.OWNED),
        member.household.settled_on <= ON,
    )
    everybody = all_of(*(one_way | ~one_way for one_way in asked))

    by_readings = {
        readings: missing(everybody, flat, about=anna, most_readings=readings)
        for readings in (10, 50, 1000)
    }

    assert by_readings[10].may_matter
    assert by_readings[50].may_matter == ()
    assert not by_readings[50].searched_fully
    assert by_readings[50].comes_to is Truth.UNKNOWN
    assert by_readings[1000].comes_to is Truth.YES


def test_no_value_of_a_record_is_shown():
    anna = attrs.evolve(ANNA, born_on=PartialDay(date(1987, 6, 5), date(1987, 6, 6)))
    found = missing(member.born_on <= date(1987, 6, 5), about=anna)

    assert found.still_matters
    assert "1987" not in repr(found)

"""The generated reader says what the interpreter says, of every expression and every record."""

import sys
import traceback
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from enum import Enum
from functools import reduce
from itertools import product
from typing import Annotated, Any

import attrs
import pytest
from hypothesis import given
from kernel_lab.effort import examples
from kernel_lab.generated_readings import answer, differences, differing, readers
from kernel_lab.random_cases import Case, cases, node_of
from kernel_lab.random_records import DAYS, KNOWN_ON
from kernel_lab.readings import parameters
from kernel_lab.toy import (
    SCHEMA,
    Aim,
    Grade,
    Household,
    Kind,
    Meeting,
    Member,
    MemberRow,
    Plan,
    Role,
    Stay,
    Tenure,
    Worker,
    household,
    member,
    stay,
)

from inclusion_core.errors import ExpressionError, UnknownNameError
from inclusion_core.expr import (
    JUDGED_ON,
    all_of,
    any_of,
    at_least,
    codes_parameter,
    completed_years,
    day,
    day_parameter,
    days_after,
    earliest_of,
    latest_of,
    months_after,
    months_before,
    nodes,
    number_parameter,
    term_from,
)
from inclusion_core.expr.generated import GeneratedReader, comparisons, regions, steps
from inclusion_core.expr.generated import compiled as compiling
from inclusion_core.expr.generated import reader as reading
from inclusion_core.expr.generated.compiled import compiled
from inclusion_core.expr.generated.refusal import NotGeneratedError
from inclusion_core.expr.objects import ObjectReader, shifted
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import schema_of
from inclusion_core.fields import CodeList, Record
from inclusion_core.periods import LeapDay, LengthError
from inclusion_core.texts import lv
from inclusion_core.truth import Truth
from inclusion_core.values import (
    ABSENT,
    ALWAYS,
    NEVER,
    NOT_ASKED,
    Absent,
    DaySpan,
    PartialDay,
    Reason,
    Unknown,
)

LIMIT = date(2020, 2, 29)
READINGS = pytest.mark.parametrize(
    "known_on", [None, KNOWN_ON], ids=["as things stand", "known on a day"]
)
SAYS = lv("nosacījums").en("condition")
REFUSED_TO_SAY = Unknown(Reason.REFUSED)


# Random expressions and records.


@examples(250)
@given(cases(most=4))
def test_the_generated_reader_agrees_with_the_interpreter(case: Case):
    assert differing(case) == []


@examples(40)
@given(cases(most=2, size=8))
def test_it_agrees_on_long_expressions(case: Case):
    assert differing(case) == []


# Every node, on records of every sort.


def of_household(number: int, **known: Any) -> Household:
    return Household(id=f"h{number}", **{"rooms": 2, **known})


def of_member(number: int, **known: Any) -> Member:
    given = {"household_id": f"h{number}", "sponsor_id": "m1", "registered_on": LIMIT, **known}
    return Member(id=f"m{number}", **given)


HOUSEHOLDS = [
    of_household(1, settled_on=LIMIT, left_on=date(2021, 3, 1), tenure=Tenure.OWNED),
    of_household(2, settled_on=PartialDay.of_month(2020, 2), tenure=ABSENT, rooms=0),
    of_household(3, rooms=NOT_ASKED),
]
MEMBERS = [
    of_member(1, born_on=date(1990, 2, 28), role=Role.ADULT, country="LV", children=2),
    of_member(2, born_on=PartialDay.of_year(2001), role=Role.CHILD, children=0, country=NOT_ASKED),
    of_member(3, born_on=ABSENT, country="SY"),
    of_member(4, household_id="elsewhere", sponsor_id="nobody", born_on=REFUSED_TO_SAY),
]
VALUES = {
    "first_day": (LIMIT, NOT_ASKED, PartialDay.of_month(2020, 3), ABSENT, date(2019, 2, 28)),
    "last_day": (ABSENT, LIMIT, date(2020, 3, 31), NOT_ASKED),
    "granted_on": (date(2020, 1, 31), ABSENT, date(2020, 1, 31), PartialDay.of_year(2020)),
    "kind": (Kind.FLAT, Kind.CAMP, NOT_ASKED, ABSENT, Kind.FLAT),
    "points": (3, -5, NOT_ASKED),
}
STAYS = [
    Stay(
        id=f"s{number}",
        member_id=f"m{1 + number % 3}",
        **{name: values[number % len(values)] for name, values in VALUES.items()},
    )
    for number in range(14)
]
PLANS = [
    Plan(id="p1", member_id="m1", aim=Aim.WORK, signed_on=LIMIT, fulfilled_on=date(2021, 2, 28)),
    Plan(id="p2", member_id="m3", hours=4),
]
WORKERS = [Worker(id="w1", grade=Grade.MENTOR, hired_on=date(2019, 3, 31), load=3)]
MEETINGS = [
    Meeting(id="t1", stay_id="s0", plan_id="p1", worker_id="w1", held_on=LIMIT, topic=Aim.WORK),
    Meeting(id="t2", stay_id="s3", plan_id="p1", worker_id="w2", score=-4),
    Meeting(id="t3", stay_id="gone", plan_id="p2", worker_id="w1", held_on=date(2020, 3, 1)),
]
WORLD: dict[str, list[Any]] = {
    "household": HOUSEHOLDS,
    "member": MEMBERS,
    "stay": STAYS,
    "plan": PLANS,
    "worker": WORKERS,
    "meeting": MEETINGS,
}
RECORDS = Records(SCHEMA, WORLD)

in_time = member.stays.where(lambda s: s.first_day <= LIMIT)
open_days = member.stays.where(lambda s: s.last_day >= JUDGED_ON)
adult = member.role.is_in(Role.ADULT)
settled = member.household.settled_on <= LIMIT
begun = day(date(2018, 1, 1)) <= JUDGED_ON
meetings = member.stays.each(lambda s: s.meetings)
CASE = nodes.Variable("member", "case")
ROW = nodes.Variable("stay", "each1")
BORN_ON = nodes.DayField(CASE, "born_on")
FIRST_DAY = nodes.DayField(ROW, "first_day")

EXPRESSIONS: dict[str, Any] = {
    # Days.
    "a day": member.born_on,
    "a day that is always there": member.registered_on,
    "a day of the author": day(LIMIT),
    "never": nodes.DayLiteral(NEVER),
    "a given day": JUDGED_ON,
    "a day of a record that is named": member.household.settled_on,
    "a day far away": member.sponsor.household.left_on,
    "moved by months": months_after(member.born_on, 13),
    "moved by days": days_after(member.born_on, -1),
    "moved by both": nodes.Shifted(BORN_ON, 1, 2),
    "a term": term_from(member.born_on, 6),
    "a term of a clipped day": term_from(date(2019, 8, 31), 6),
    "a given day moved": months_before(JUDGED_ON, 12),
    "the first of days": earliest_of(member.born_on, member.registered_on, LIMIT),
    "the last of days": latest_of(member.born_on, member.household.left_on, JUDGED_ON),
    # Comparisons.
    "days": member.born_on <= member.household.settled_on,
    "days that are exact": member.registered_on <= LIMIT,
    "a day not after the author's": member.born_on <= LIMIT,
    "the author's day not after one": member.born_on >= LIMIT,
    "given days alone": day(LIMIT) >= JUDGED_ON,
    "numbers": member.children <= member.household.rooms,
    "a number of the author": member.children >= 1,
    "given numbers alone": number_parameter("few") <= 1,
    "a given number": member.household.rooms <= number_parameter("most_rooms"),
    "a code": adult,
    "a code of no list": member.role.is_in(),
    "a code of all": member.household.tenure.is_in(*Tenure),
    "a text": member.country.is_in("LV", "UA"),
    "a given set of codes": member.role.is_in(codes_parameter("some_codes")),
    "a given set of codes, twice": member.role.is_in(codes_parameter("some_codes"))
    & member.household.tenure.is_in(codes_parameter("some_codes")),
    "a given set of texts": member.country.is_in(codes_parameter("some_codes")),
    "known": member.born_on.is_known(),
    "known of another": member.household.tenure.is_known(),
    "unknown because": member.born_on.is_unknown_because(Reason.REFUSED),
    "unknown of another because": member.household.settled_on.is_unknown_because(Reason.NOT_ASKED),
    "a number is known": member.children.is_known(),
    # Numbers and codes by themselves.
    "a number": member.children,
    "a number of another": member.household.rooms,
    "the author's number": nodes.NumberLiteral(3),
    "a given number alone": number_parameter("few"),
    "an age": completed_years(member.born_on, member.household.left_on),
    "an age on leap days": completed_years(member.born_on, LIMIT, LeapDay.FEBRUARY_28) >= 18,
    "a code alone": member.role,
    "a text alone": member.country,
    "a code of another": member.household.tenure,
    # Conditions.
    "no condition": all_of(),
    "no choice": any_of(),
    "nothing joined inside": nodes.AnyOf((adult.node, nodes.AllOf(()), nodes.AnyOf(()))),
    "all": all_of(adult, settled, member.children >= 1),
    "any": any_of(adult, settled, member.children >= 1),
    "any of all": any_of(adult & settled, settled & (member.children >= 1)),
    "all of any": all_of(adult | settled, settled | (member.children >= 1)),
    "all inside all": nodes.AllOf((adult.node, nodes.AllOf((settled.node, begun.node)))),
    "not all": ~all_of(adult, settled),
    "not any inside all": all_of(~any_of(adult, settled), member.children >= 1),
    "not all inside any": any_of(~all_of(adult, settled), member.children >= 1),
    "twice not": nodes.Not(nodes.Not(adult.node)),
    "twice the same": nodes.AllOf((adult.node, adult.node)),
    "at least": at_least(2, adult, settled, member.children >= 1),
    "at least of an alternative": at_least(1, adult & settled, ~settled, begun),
    "a clause": adult.named("adult", SAYS) & ~settled.named("settled", SAYS),
    "in force": ~begun | adult,
    "in force from a day": (day(date(2030, 1, 1)) <= JUDGED_ON) & adult,
    "used again and again": any_of(
        adult & (member.born_on <= LIMIT), ~adult & (member.born_on <= DAYS[3])
    ),
    "moved alike twice": (months_after(member.born_on, 12) <= JUDGED_ON)
    & (months_after(member.household.settled_on, 12) <= JUDGED_ON),
    "numbers, codes and lists used again": any_of(
        adult & (member.children >= 1) & (member.household.rooms <= 2) & in_time.exist(),
        ~adult & (member.children <= 2) & (member.household.rooms >= 1) & ~in_time.exist(),
    ),
    "a code used again": any_of(
        settled & member.country.is_in("LV"), ~settled & ~member.country.is_in("SY")
    ),
    # Lists.
    "exists": member.stays.exist(),
    "exists where": in_time.exist(),
    "exists where a given day is": open_days.exist(),
    "on a day": member.stays.on().exist(),
    "for all": member.stays.for_all(lambda s: s.kind.is_in(Kind.FLAT)),
    "where there is nothing to be": member.stays.where(lambda s: any_of()).exist(),
    "where one of": member.stays.where(
        lambda s: (s.first_day <= LIMIT) | s.kind.is_in(Kind.FLAT)
    ).exist(),
    "where not both": member.stays.where(
        lambda s: ~((s.first_day <= LIMIT) & s.kind.is_in(Kind.FLAT))
    ).count(),
    "where a clause": member.stays.where(
        lambda s: (s.first_day <= LIMIT).named("early", SAYS)
    ).count(),
    "where the owner": member.stays.where(
        lambda s: (s.first_day <= member.household.settled_on) & adult
    ).count(),
    "count": member.stays.count(),
    "count in time": in_time.count(),
    "sum": member.stays.sum(lambda s: s.points),
    "sum in time": in_time.sum(lambda s: s.points),
    "sum of days passed": member.stays.sum(lambda s: completed_years(s.first_day, JUDGED_ON)),
    "first": member.stays.earliest(lambda s: s.granted_on),
    "first in time": in_time.earliest(lambda s: s.granted_on),
    "last": member.stays.latest(lambda s: s.granted_on),
    "last in time": in_time.latest(lambda s: s.granted_on),
    "only": in_time.only(lambda s: s.kind),
    "only of all": member.stays.only(lambda s: s.kind),
    "only of few": member.plans.only(lambda p: p.aim),
    "latest": in_time.latest_code(lambda s: s.kind, by=lambda s: s.granted_on),
    "latest of all": member.stays.latest_code(lambda s: s.kind, by=lambda s: s.granted_on),
    "latest of few": member.plans.latest_code(lambda p: p.aim, by=lambda p: p.signed_on),
    "latest of days that never come": member.stays.latest_code(
        lambda s: s.kind, by=lambda s: latest_of(s.first_day, day(NEVER))
    ),
    "is the latest": member.plans.latest_code(lambda p: p.aim, by=lambda p: p.signed_on).is_in(
        Aim.WORK
    ),
    "known in a list": member.stays.where(lambda s: s.kind.is_known()).count(),
    "unknown in a list": member.stays.where(
        lambda s: s.kind.is_unknown_because(Reason.NOT_ASKED)
    ).count(),
    "complete through a day": member.stays.complete_through(LIMIT).count(),
    "complete through a day of the record": in_time.complete_through(member.born_on).exist(),
    "complete for ever": member.stays.complete_through(day(NEVER)).exist(),
    "complete since ever": nodes.Count(
        nodes.Related(CASE, ("stays",), ROW, nodes.NO_CONDITION, nodes.DayLiteral(ALWAYS))
    ),
    "lists of lists": meetings.count(),
    "lists of lists where": meetings.where(lambda t: t.held_on <= LIMIT).exist(),
    "lists inside lists": member.stays.where(lambda s: s.meetings.exist()).count(),
    "lists inside lists, far": member.stays.where(
        lambda s: s.meetings.where(lambda t: t.held_on >= s.first_day).exist()
    ).latest(lambda s: s.meetings.earliest(lambda t: t.held_on)),
    "lists of another": member.household.members.count(),
    "lists of what another names": member.sponsor.household.members.where(
        lambda m: m.household.rooms >= 1
    ).count(),
    "lists that do not ask of their rows": member.stays.where(
        lambda s: member.plans.exist()
    ).count(),
    "a list hides a row": nodes.Exists(
        nodes.Related(
            CASE,
            ("stays",),
            ROW,
            nodes.Exists(nodes.Related(CASE, ("stays",), ROW, nodes.NotAfter(FIRST_DAY, BORN_ON))),
        )
    ),
    "two lists alike": in_time.exist() & (in_time.count() >= 2),
    "the same list again": in_time.exist() & ~in_time.exist() | in_time.exist(),
}


@READINGS
@pytest.mark.parametrize("name", EXPRESSIONS)
def test_every_node_is_read_alike_by_generated_code(name: str, known_on: date | None):
    written = EXPRESSIONS[name]
    one, other = readers(RECORDS, known_on=known_on)

    assert [each.id for each in MEMBERS if differences(one, other, written, each)] == []
    assert compiled(node_of(written), SCHEMA, as_things_stand=known_on is None) is not None


@READINGS
@pytest.mark.parametrize(
    "written",
    [
        household.members.each(lambda m: m.stays).each(lambda s: s.meetings).count(),
        household.members.where(lambda m: m.stays.each(lambda s: s.meetings).exist()).count(),
        household.members.where(
            lambda m: m.sponsor.stays.where(lambda s: s.meetings.count() >= 1).exist()
        ).count(),
        household.members.where(lambda m: m.household.members.exist()).count(),
        household.members.sum(lambda m: m.sponsored.count()),
    ],
)
def test_lists_far_away_are_read_alike(written: Any, known_on: date | None):
    one, other = readers(RECORDS, known_on=known_on)

    assert [each.id for each in HOUSEHOLDS if differences(one, other, written, each)] == []


def test_a_code_that_a_field_of_another_sort_holds_is_read_as_it_stands():
    odd = attrs.evolve(MEMBERS[0], id="odd", role="adult", country=Kind.FLAT, children=True)
    one, other = readers(Records(SCHEMA, {**WORLD, "member": [odd]}))

    for written in (
        adult,
        ~member.role.is_in(Role.CHILD) & settled,
        member.role,
        member.country.is_in("flat"),
        ~member.country.is_in("LV"),
        member.country,
        member.children,
    ):
        assert differences(one, other, written, odd) == []


# What is only supposed, what is missing, and what is asked wrongly.


@READINGS
def test_records_that_are_only_supposed_are_read(known_on: date | None):
    supposed = RECORDS.supposing(
        attrs.evolve(HOUSEHOLDS[0], settled_on=NOT_ASKED),
        attrs.evolve(STAYS[0], member_id="m4", kind=Kind.CAMP),
        Stay(id="new", member_id="m4", first_day=LIMIT),
    )
    one, other = readers(supposed, known_on=known_on)

    for written in EXPRESSIONS.values():
        assert [each.id for each in MEMBERS if differences(one, other, written, each)] == []


def the_same_error(written: Any, record: Any = MEMBERS[0], **given: Any) -> tuple[Any, Any]:
    """What both readers raise."""
    one, other = readers(RECORDS, **given)
    assert differences(one, other, written, record) == []
    return answer(other, written, record)


def test_a_missing_parameter_is_named_as_the_interpreter_names_it():
    nothing_given = Parameters()

    for written in (
        member.born_on <= JUDGED_ON,
        adult & (member.born_on <= day_parameter("no_such_day")),
        member.children <= number_parameter("few"),
        member.role.is_in(codes_parameter("some_codes")),
    ):
        assert the_same_error(written, parameters=nothing_given)[0] is UnknownNameError


def test_a_parameter_of_an_empty_list_is_not_missed():
    written = member.plans.where(lambda p: p.signed_on <= JUDGED_ON).count()

    assert the_same_error(written, MEMBERS[1], parameters=Parameters())[1] == (0, 0)


@pytest.mark.parametrize(
    ("known_on", "judged_on"),
    [(date(9500, 1, 1), LIMIT), (None, date(9999, 12, 31)), (None, date(1, 1, 1))],
)
def test_days_far_away_are_left_to_the_interpreter(known_on: date | None, judged_on: date):
    given: dict[str, Any] = {
        "known_on": known_on,
        "parameters": parameters({"judged_on": judged_on}),
    }

    the_same_error(member.born_on <= JUDGED_ON, MEMBERS[2], **given)
    the_same_error(adult & (member.born_on <= months_after(JUDGED_ON, 12)), **given)
    the_same_error(adult & (member.born_on >= months_before(JUDGED_ON, 12)), **given)


def test_a_day_that_no_record_may_hold_leads_out_of_the_calendar_with_the_same_error():
    odd = attrs.evolve(MEMBERS[0], born_on=date(9999, 12, 31))
    moved = months_after(member.born_on, 12)

    for written in (moved, moved <= LIMIT, completed_years(LIMIT, moved), days_after(moved, 1)):
        assert the_same_error(written, odd)[0] is not Truth


def test_an_error_does_not_show_the_day_that_led_to_it():
    odd = attrs.evolve(MEMBERS[0], born_on=date(9999, 12, 31))
    reader = readers(RECORDS)[1]

    with pytest.raises(LengthError) as caught:
        reader.truth(months_after(member.born_on, 12) <= LIMIT, odd)

    shown = "".join(traceback.format_exception(caught.value))
    assert "10000" not in shown
    assert "During handling" not in shown


def test_a_record_of_another_type_is_left_to_the_interpreter():
    assert the_same_error(member.born_on <= LIMIT, HOUSEHOLDS[0])[0] is UnknownNameError
    assert the_same_error(begun & all_of(), HOUSEHOLDS[0]) == (Truth, Truth.YES)


def in_lists(levels: int) -> nodes.TruthNode:
    """Lists inside lists, each of the record before it."""
    node: nodes.TruthNode = nodes.NO_CONDITION
    for level in range(levels, 0, -1):
        owner = nodes.Variable("member", f"each{level - 1}") if level > 1 else CASE
        row = nodes.Variable("member", f"each{level}")
        node = nodes.Exists(nodes.Related(owner, ("sponsored",), row, node))
    return node


def nested(levels: int) -> nodes.TruthNode:
    """Conditions joined to conditions, in turn all and any of them, each of them different."""
    node = adult.node
    for level in range(levels):
        before, after = (
            (member.born_on <= LIMIT + timedelta(days=n)).node for n in (level, -level - 1)
        )
        node = (nodes.AllOf, nodes.AnyOf)[level % 2]((before, node, after))
    return node


def many(number: int = 60) -> list[Any]:
    """Many comparisons, each of them different."""
    return [member.born_on <= LIMIT - timedelta(days=n) for n in range(number)]


def deep_and_many() -> nodes.TruthNode:
    """Many operands inside many operands inside many."""
    node = adult.node
    for level in range(6):
        conditions = [
            member.registered_on <= LIMIT + timedelta(days=70 * level + n) for n in range(60)
        ]
        node = (nodes.AllOf, nodes.AnyOf)[level % 2]((node, *(each.node for each in conditions)))
    return node


def related(owner: nodes.RowNode, path: tuple[str, ...], row: nodes.Variable = ROW) -> Any:
    return nodes.Count(nodes.Related(owner, path, row, nodes.NO_CONDITION))


UNBOUND = nodes.Variable("stay", "each7")
LEFT_TO_THE_INTERPRETER: dict[str, Any] = {
    "two types of record": nodes.AllOf((adult.node, (stay.points >= 1).node)),
    "no such type": nodes.DayField(nodes.Variable("garden", "case"), "dug_on"),
    "no such field": nodes.DayField(CASE, "dug_on"),
    "no such link": nodes.DayField(nodes.Hop(CASE, "garden"), "dug_on"),
    "no such list": related(CASE, ("gardens",)),
    "a row outside of its list": nodes.DayField(UNBOUND, "first_day"),
    "a row outside of its list, in a list": nodes.Count(
        nodes.Related(
            CASE, ("stays",), ROW, nodes.NotAfter(nodes.DayField(UNBOUND, "first_day"), FIRST_DAY)
        )
    ),
    "a list of a row of its own": related(ROW, ("meetings",), ROW),
    "a row of another type": nodes.Count(
        nodes.Related(
            CASE,
            ("stays",),
            ROW,
            nodes.NotAfter(nodes.DayField(nodes.Variable("plan", "each1"), "first_day"), BORN_ON),
        )
    ),
    "a list as one record": nodes.DayField(nodes.Hop(CASE, "stays"), "first_day"),
    "one record as a list": related(CASE, ("household",), nodes.Variable("household", "each1")),
    "a list of another type": related(CASE, ("stays",), nodes.Variable("plan", "each1")),
    "a code as a day": nodes.DayField(CASE, "role"),
    "a day as a number": nodes.NumberField(CASE, "born_on"),
    "a day very far away": member.born_on <= date.max,
    "less than a month": nodes.Shifted(BORN_ON, 0, 0, term=True),
    "moved very far": months_after(member.born_on, 12 * 600),
    "moved on and on": reduce(
        lambda moved, _: months_after(moved, 12 * 30), range(20), member.born_on
    ),
    "moved far in a list": member.stays.complete_through(
        months_after(member.born_on, 12 * 300)
    ).latest(lambda s: months_after(s.first_day, 12 * 300)),
    "the first of no day": nodes.Extreme((), last=False),
    "lists deep inside lists": in_lists(6),
    "nested very deep": nested(39),
    "many deep inside many": deep_and_many(),
}


@READINGS
@pytest.mark.parametrize("name", LEFT_TO_THE_INTERPRETER)
def test_what_is_left_to_the_interpreter_has_its_answer_or_its_error(
    name: str, known_on: date | None
):
    written = LEFT_TO_THE_INTERPRETER[name]
    one, other = readers(RECORDS, known_on=known_on)

    assert [each.id for each in MEMBERS if differences(one, other, written, each)] == []
    assert compiled(node_of(written), SCHEMA, as_things_stand=known_on is None) is None


@READINGS
@pytest.mark.parametrize("written", [in_lists(5), nested(36), nested(20)])
def test_what_is_nested_less_deep_is_generated(written: Any, known_on: date | None):
    one, other = readers(RECORDS, known_on=known_on)

    assert [each.id for each in MEMBERS if differences(one, other, written, each)] == []
    assert compiled(written, SCHEMA, as_things_stand=known_on is None) is not None


def test_what_is_left_to_the_interpreter_says_why():
    assert str(NotGeneratedError("it is nested very deep")) == (
        "left to the interpreter: it is nested very deep"
    )


@attrs.frozen(kw_only=True)
class Garden(Record):
    id: str
    größe: Annotated[str | Absent, CodeList("sizes", "[a-z]+")] = ABSENT  # noqa: PLC2401  the point
    open: Annotated[str | Absent, CodeList("sizes", "[a-z]+")] = ABSENT


def test_a_field_that_cannot_stand_in_a_text_is_left_to_the_interpreter():
    schema = schema_of(Garden)
    garden = Garden(id="g", größe="large", open="large")
    case = nodes.Variable("garden", "case")
    reader = GeneratedReader(Records(schema, {"garden": [garden]}))

    for name, is_generated in (("größe", False), ("open", True)):
        large = nodes.IsIn(nodes.CodeField(case, name), frozenset({"large"}))

        assert reader.truth(large, garden) is Truth.YES
        assert (compiled(large, schema, as_things_stand=True) is not None) is is_generated


# Many operands, and deep ones.


def chain(number: int) -> Any:
    """A chain of ``|``."""
    first, *others = many(number)
    return reduce(lambda one, other: one | other, others, first)


MANY = {
    "all": lambda n: all_of(*many(n)),
    "any": lambda n: any_of(*many(n)),
    "chain": chain,
    "not any": lambda n: ~any_of(*many(n)) & adult,
    "at least": lambda n: at_least(n // 2, *many(n)),
    "first of": lambda n: earliest_of(*(days_after(member.born_on, i) for i in range(1, n + 1))),
    "last of": lambda n: latest_of(*(days_after(member.born_on, i) for i in range(1, n + 1))),
}


@READINGS
@pytest.mark.parametrize("name", MANY)
def test_many_operands_are_read_in_several_functions(name: str, known_on: date | None):
    written = MANY[name](120)
    one, other = readers(RECORDS, known_on=known_on)

    assert [each.id for each in MEMBERS if differences(one, other, written, each)] == []
    found = compiled(node_of(written), SCHEMA, as_things_stand=known_on is None)
    assert found is not None
    assert found.source.count("def part") == 3


def test_what_several_of_these_functions_need_is_worked_out_before_them():
    shared = member.household.tenure.is_in(Tenure.OWNED)
    written = any_of(*(each & shared for each in many(120)), shared, *many(3))
    one, other = readers(RECORDS)

    assert [each.id for each in MEMBERS if differences(one, other, written, each)] == []


def test_many_conditions_on_the_records_of_a_list_are_read():
    days = [LIMIT - timedelta(days=n) for n in range(120)]
    written = member.stays.where(lambda s: any_of(*(s.first_day <= on for on in days))).count()
    one, other = readers(RECORDS)

    assert [each.id for each in MEMBERS if differences(one, other, written, each)] == []


@pytest.mark.at_length(few=1)
@pytest.mark.parametrize("name", ["all", "any", "chain", "at least"])
def test_ten_thousand_operands_exhaust_no_reader(name: str):
    written = MANY[name](10_000)
    one, other = readers(RECORDS)

    assert answer(other, written, MEMBERS[0]) == answer(one, written, MEMBERS[0])


def test_a_flat_trace_of_ten_thousand_comparisons_is_given():
    written = any_of(*many(10_000))
    one, other = readers(RECORDS)

    answer_, traced = other.traced(written, MEMBERS[0])

    assert answer_ is one.truth(written, MEMBERS[0])
    assert len(traced) == 10_000
    assert set(traced) == {Truth.YES}


@pytest.mark.parametrize("which", [0, 1], ids=["interpreter", "generated reader"])
def test_a_depth_of_a_thousand_ends_in_a_clear_error(which: int):
    node = adult.node
    for _ in range(1_000):
        node = nodes.AtLeast(1, (node,))
    reader = readers(RECORDS)[which]

    with pytest.raises(ExpressionError, match="more than 100 deep; give its parts to one all_of"):
        reader.truth(node, MEMBERS[0])


def test_a_depth_of_a_hundred_is_read():
    node = adult.node
    while sum(1 for _ in nodes.walk(node)) < 100:
        node = nodes.Not(node)

    assert readers(RECORDS)[1].truth(node, MEMBERS[0]) is readers(RECORDS)[0].truth(
        node, MEMBERS[0]
    )


def test_a_condition_that_is_used_again_and_again_is_worked_out_once():
    node = adult.node
    for _ in range(35):
        node = nodes.AtLeast(1, (node, node))
    found = compiled(node, SCHEMA, as_things_stand=True)

    assert found is not None
    assert len(found.source.splitlines()) < 600
    assert readers(RECORDS)[1].truth(node, MEMBERS[0]) is Truth.YES


# The code, and how it is kept.


def test_what_is_used_twice_is_read_once():
    early, late = member.born_on <= DAYS[3], member.born_on <= DAYS[8]
    found = compiled((early | (late & adult)).node, SCHEMA, as_things_stand=True)

    assert found is not None
    assert found.source.count("born_on") == 1


def test_what_depends_on_no_record_is_worked_out_before_records_are_read():
    written = (member.born_on <= months_before(JUDGED_ON, 216)) & begun
    found = compiled(written.node, SCHEMA, as_things_stand=True)

    assert found is not None
    before, read = found.source.split("def read")
    assert "given_day" in before
    assert "given_day" not in read


@pytest.mark.parametrize("as_things_stand", [True, False])
def test_no_value_stands_in_the_text(as_things_stand: bool):
    texts = []
    for written in EXPRESSIONS.values():
        found = compiled(node_of(written), SCHEMA, as_things_stand=as_things_stand)
        assert found is not None
        texts.append(found.source)
    whole = "\n".join(texts)

    assert "'" not in whole
    assert '"' not in whole
    assert "2020" not in whole
    for code in ("flat", "rented", "adult", "LV", "judged_on", "some_codes", "condition"):
        assert code not in whole.replace("registered_on", "")


def test_generated_code_sees_no_builtin_function():
    found = compiled(adult.node, SCHEMA, as_things_stand=True)

    assert found is not None
    assert found.bind.__globals__["__builtins__"] == {}


def test_an_expression_is_compiled_once_however_often_it_is_built():
    def built() -> Any:
        return (member.stays.where(lambda s: s.first_day <= LIMIT).count() >= 2) & adult

    assert compiled(built().node, SCHEMA, as_things_stand=True) is compiled(
        built().node, SCHEMA, as_things_stand=True
    )


def test_it_is_compiled_again_for_another_schema_another_reading_and_a_trace():
    other_schema = schema_of(Household, Member, Stay, Plan, Worker, Meeting)
    ways = [
        compiled(adult.node, schema, as_things_stand=stands, traced=traced)
        for schema, stands, traced in product([SCHEMA, other_schema], [True, False], [True, False])
    ]

    assert len({id(way) for way in ways}) == 8


def test_only_the_last_ones_are_kept(monkeypatch: pytest.MonkeyPatch):
    kept = compiling._Kept(2)
    monkeypatch.setattr(compiling, "_KEPT", kept)
    first, second, third = (node_of(each) for each in many(3))
    for node in (first, second, first, third):
        compiled(node, SCHEMA, as_things_stand=True)

    assert [node for node, *_ in kept.found] == [first, third]


def test_threads_that_ask_at_once_share_one_compiled_form(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(compiling, "_KEPT", compiling._Kept(8))
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(8) as pool:
            found = list(
                pool.map(
                    lambda _: id(compiled(settled.node, SCHEMA, as_things_stand=True)), range(64)
                )
            )
    finally:
        sys.setswitchinterval(before)

    assert len(set(found)) == 1


def test_a_reader_keeps_only_so_many_expressions(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "MOST_KEPT", 3)
    reader = readers(RECORDS)[1]
    conditions = many(7)

    for condition in (*conditions, *conditions):
        assert reader.truth(condition, MEMBERS[0]) is Truth.YES
    assert len(reader._truths) <= 3


def test_a_node_may_be_asked_in_place_of_its_handle():
    reader = readers(RECORDS)[1]

    assert reader.truth(adult.node, MEMBERS[0]) is Truth.YES
    assert reader.traced(adult.node, MEMBERS[0]) == (Truth.YES, (Truth.YES,))
    assert reader.day(member.registered_on.node, MEMBERS[0]) == DaySpan(LIMIT, LIMIT)
    assert reader.code(member.country.node, MEMBERS[0]) == "LV"
    assert reader.number(member.children.node, MEMBERS[0]) == (2, 2)


def test_a_reader_without_parameters_reads_what_asks_for_none():
    reader = GeneratedReader(RECORDS)

    assert reader.truth(adult, MEMBERS[1]) is Truth.NO
    assert isinstance(reader._plain, ObjectReader)


# The flat trace.


def test_a_flat_trace_has_every_comparison_from_left_to_right_even_where_the_answer_is_settled():
    condition = ~adult & any_of(settled, member.children >= 1, adult).named("some", SAYS)
    asked = (adult.node, settled.node, (member.children >= 1).node)

    assert comparisons(condition) == comparisons(condition.node) == asked
    assert GeneratedReader(RECORDS).traced(condition, MEMBERS[0]) == (
        Truth.NO,
        (Truth.YES, Truth.YES, Truth.YES),
    )


def test_what_is_asked_of_the_records_of_a_list_is_not_in_the_trace():
    exists = in_time.exist()

    assert comparisons(at_least(1, exists, begun)) == (exists.node, begun.node)


def test_a_comparison_that_is_built_twice_is_in_the_trace_once():
    again = MemberRow(CASE).role.is_in(Role.ADULT)

    assert comparisons(nodes.AllOf((adult.node, again.node, nodes.Not(again.node)))) == (
        adult.node,
    )


def test_the_trace_of_no_condition_is_empty():
    assert GeneratedReader(RECORDS).traced(all_of(), MEMBERS[0]) == (Truth.YES, ())


def test_blocks_stand_in_each_other_only_so_deep():
    several = nodes.AllOf((nodes.AllOf(()), nodes.AllOf(())))
    inner = ((id(several), 1),)

    assert regions.operand_path(several, 0, ()) == (), "it is always read"
    assert regions.operand_path(several, 1, ()) == inner, "it is read unless the first settles it"
    assert regions.operand_path(several, 1, inner * 7) == inner * 8
    assert regions.operand_path(several, 1, inner * 8) == inner * 8


# Days moved.


@pytest.mark.parametrize(
    ("months", "days", "term"),
    [
        (m, d, t)
        for m, d, t in product((-25, -12, -1, 0, 1, 6, 12, 13), (-1, 0, 1), (False, True))
        if m > 0 or not t
    ],
)
def test_days_are_moved_as_the_interpreter_moves_them(months: int, days: int, term: bool):
    moves = steps.Moves(months, days, term=term)
    some = [date(2019, 12, 1) + timedelta(days=n) for n in range(800)]

    beside_the_infinities = [each.replace(month=6, day=15) for each in (ALWAYS, NEVER)]
    for on in (*some, ALWAYS, NEVER, *beside_the_infinities):
        assert moves[on] == shifted(on, months, days, term=term)


def test_only_so_many_moved_days_are_remembered_and_none_is_shown(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(steps, "MOST_MOVED", 2)
    moves = steps.Moves(12, 0, term=False)

    assert [moves[on] for on in DAYS] == [shifted(on, 12, 0) for on in DAYS]
    assert len(moves) <= 2
    assert repr(moves) == "Moves(12, 0, term=False)"


class Colour(Enum):
    RED = "red"
    GREEN = "green"
    BLUE = "blue"
    GREY = "grey"
    PINK = "pink"
    TEAL = "teal"


@attrs.frozen(kw_only=True)
class Bead(Record):
    id: str
    colour: Colour | Unknown = NOT_ASKED


def test_many_members_of_an_enumeration_are_looked_up():
    schema = schema_of(Bead)
    case = nodes.Variable("bead", "case")
    bright = frozenset({"red", "green", "blue", "pink", "teal"})
    condition = nodes.IsIn(nodes.CodeField(case, "colour"), bright)
    beads = [Bead(id=str(each), colour=each) for each in (*Colour, NOT_ASKED)]
    one, other = (
        read(Records(schema, {"bead": beads})) for read in (ObjectReader, GeneratedReader)
    )

    assert [other.truth(condition, each) for each in beads] == [
        one.truth(condition, each) for each in beads
    ]

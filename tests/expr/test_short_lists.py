"""All readers mean the same on every short list of stays, and on every pair of awkward days.

Nothing is random here: lists of none, one and two stays of every sort, and many of three, for
every way in which a list is reduced.
"""

from collections.abc import Sequence
from datetime import date
from itertools import combinations_with_replacement, islice, product
from typing import Any

import pytest
from kernel_lab.measures import Code
from kernel_lab.random_cases import Case
from kernel_lab.random_records import DAYS, PARTS, World
from kernel_lab.readings import Answers, by_frames, by_objects, by_oracle
from kernel_lab.toy import Kind, Member, Stay, member

from inclusion_core.expr import completed_years, day, days_after, months_after
from inclusion_core.periods import LeapDay
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay

LIMIT = date(2020, 1, 15)
BY_THE_LIMIT = (LIMIT, PartialDay.of_month(2020, 1))
"""The last day of a stay that belongs to the list, and of one that may."""

FIRST, SECOND = date(2020, 2, 29), date(2020, 3, 1)
GRANTED = (FIRST, SECOND, PartialDay(FIRST, SECOND), NOT_ASKED, ABSENT)
KINDS = (Kind.FLAT, Kind.CAMP, ABSENT, NOT_ASKED)
POINTS = (-2, 3, NOT_ASKED)

SORTS: list[tuple[Any, ...]] = [
    (*sort, POINTS[number % 3]) for number, sort in enumerate(product(BY_THE_LIMIT, GRANTED, KINDS))
]
MANY_OF_THREE = islice(combinations_with_replacement(SORTS, 3), 0, None, 23)
LISTS = [
    *(stays for length in range(3) for stays in combinations_with_replacement(SORTS, length)),
    *MANY_OF_THREE,
]

in_time = member.stays.where(lambda s: s.last_day <= LIMIT)
EXPRESSIONS: dict[str, Any] = {
    "truth1": in_time.exist(),
    "truth2": in_time.for_all(lambda s: s.granted_on <= FIRST),
    "number1": in_time.count(),
    "number2": in_time.sum(lambda s: s.points),
    "day1": in_time.earliest(lambda s: s.granted_on),
    "day2": in_time.latest(lambda s: s.granted_on),
    "code1": in_time.only(lambda s: s.kind),
    "code2": in_time.latest_code(lambda s: s.kind, by=lambda s: s.granted_on),
    "code3": member.stays.complete_through(FIRST).latest_code(
        lambda s: s.kind, by=lambda s: s.granted_on
    ),
    "number3": member.stays.complete_through(member.stays.earliest(lambda s: s.granted_on))
    .where(lambda s: s.granted_on <= SECOND)
    .count(),
}


def a_member(number: int, **values: Any) -> Member:
    return Member(
        id=f"member-{number}",
        household_id="household-0",
        sponsor_id=f"member-{number}",
        registered_on=FIRST,
        **values,
    )


def their_stays(number: int, sorts: Sequence[tuple[Any, ...]]) -> list[Stay]:
    return [
        Stay(
            id=f"stay-{number}-{place}",
            member_id=f"member-{number}",
            last_day=last_day,
            granted_on=granted_on,
            kind=kind,
            points=points,
        )
        for place, (last_day, granted_on, kind, points) in enumerate(sorts)
    ]


def world_of(members: list[Member], stays: list[Stay]) -> World:
    others = {name: [] for name in ("household", "plan", "worker", "meeting")}
    return {"member": [*members], "stay": [*stays], **others}


def case_of(
    members: list[Member], stays: list[Stay], expressions: dict[str, Any], known_on: date | None
) -> Case:
    return Case(
        root="member",
        world=world_of(members, stays),
        expressions=expressions,
        days={},
        known_on=known_on,
    )


def differing(one: Answers, other: Answers) -> dict[tuple[str, str], Any]:
    return {key: (one.get(key), other[key]) for key in other if one.get(key) != other[key]}


@pytest.fixture(scope="module", params=[None, FIRST], ids=["as things stand", "known on a day"])
def asked(request: pytest.FixtureRequest) -> Case:
    members = [a_member(number) for number in range(len(LISTS))]
    stays = [stay for number, sorts in enumerate(LISTS) for stay in their_stays(number, sorts)]
    return case_of(members, stays, EXPRESSIONS, request.param)


@pytest.fixture(scope="module")
def answers(asked: Case) -> Answers:
    return by_objects(asked)


@pytest.mark.at_length(few=1)
def test_the_reader_of_objects_reads_short_lists_as_the_naive_one_does(asked, answers):
    naive: Answers = {}
    for number, sorts in enumerate(LISTS):
        alone = case_of([a_member(number)], their_stays(number, sorts), EXPRESSIONS, asked.known_on)
        naive |= by_oracle(alone)

    assert differing(answers, naive) == {}


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_engines_read_short_lists_as_the_reader_of_objects_does(asked, answers, engine):
    assert differing(by_frames(asked, engine), answers) == {}


def test_every_sort_of_answer_is_met(answers):
    assert {answers[key] for key in answers if key[1] == "truth1"} >= {True, None}
    assert {answers[key] for key in answers if key[1] == "code2"} >= {Code.UNKNOWN, "flat"}


BORN = (*DAYS, *PARTS, NOT_ASKED, ABSENT)
BIRTHDAYS = tuple(on for on in DAYS if on.month in (2, 3) and on.day in (1, 28, 29))
AGES: dict[str, Any] = {
    f"{kind}{number}{place}": written
    for number, (on, leap_day) in enumerate(product(BIRTHDAYS, LeapDay))
    for place, (kind, written) in enumerate(
        [
            ("number", completed_years(member.born_on, on, leap_day)),
            ("number", completed_years(on, member.born_on, leap_day)),
            ("truth", completed_years(member.born_on, on, leap_day) >= 1),
        ]
    )
}
MOVED: dict[str, Any] = {
    f"day{number}": days_after(months_after(member.born_on, months), days)
    for number, (months, days) in enumerate(product((-25, -12, -1, 0, 1, 12), (-1, 0, 1)))
}
MOVED_LITERALS: dict[str, Any] = {
    f"day{number}": months_after(day(on), months)
    for number, (on, months) in enumerate(product(DAYS, (-12, -1, 1, 12)))
}


@pytest.mark.parametrize("known_on", [None, FIRST])
@pytest.mark.parametrize(
    "expressions", [pytest.param(AGES, marks=pytest.mark.counted), MOVED, MOVED_LITERALS]
)
def test_all_readers_count_years_and_months_alike(expressions, known_on):
    members = [a_member(number, born_on=born_on) for number, born_on in enumerate(BORN)]
    case = case_of(members, [], expressions, known_on)
    answers = by_objects(case)

    assert differing(answers, by_oracle(case)) == {}
    assert differing(by_frames(case, "polars"), answers) == {}
    assert differing(by_frames(case, "duckdb"), answers) == {}

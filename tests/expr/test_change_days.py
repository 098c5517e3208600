"""The days on which a condition changes: the same as if every day were asked about."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import event, given
from hypothesis import strategies as st
from kernel_lab.choices import LEAP_DAYS, SHIFTS
from kernel_lab.effort import examples
from kernel_lab.handle_writer import HandleWriter
from kernel_lab.node_writer import NodeWriter
from kernel_lab.random_cases import ROOTS
from kernel_lab.random_records import worlds
from kernel_lab.readings import object_reader, parameters
from kernel_lab.toy import (
    ROWS,
    SCHEMA,
    Aim,
    Kind,
    Meeting,
    Member,
    Plan,
    Role,
    Stay,
    member,
)

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import (
    JUDGED_ON,
    all_of,
    any_of,
    at_least,
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
    subject,
    term_from,
)
from inclusion_core.expr.change_days import Change, ChangeReader
from inclusion_core.expr.clauses import Clause
from inclusion_core.expr.moves import Step, bounds, keep_order, moved, then
from inclusion_core.expr.records import Records
from inclusion_core.expr.rows import CASE
from inclusion_core.expr.sweeping import Sweep, checked_for_sweeping
from inclusion_core.periods import BackwardsPeriodError
from inclusion_core.texts import lv
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay

ONE_DAY = timedelta(days=1)
FIRST, LAST = date(2019, 1, 1), date(2021, 12, 31)
YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN

ANNA = Member(
    id="member-1",
    household_id="household-1",
    sponsor_id="member-2",
    born_on=date(2002, 2, 28),
    registered_on=date(2020, 3, 31),
    role=Role.ADULT,
    children=1,
)


def stay(number, kind=Kind.FLAT, first_day=NOT_ASKED, last_day=ABSENT, **others):
    return Stay(
        id=f"stay-{number}",
        member_id=ANNA.id,
        kind=kind,
        first_day=first_day,
        last_day=last_day,
        **others,
    )


def walked(condition, world, record, first_day, last_day):
    """The changes as somebody finds them who asks about every day."""
    reader = object_reader(world)
    found = []
    for ordinal in range(first_day.toordinal(), last_day.toordinal() + 1):
        on = date.fromordinal(ordinal)
        reader.parameters = parameters({**parameters().days, "judged_on": on})
        truth = reader.truth(condition, record)
        if not found or found[-1][1] is not truth:
            found.append((on, truth))
    return found


def swept(condition, world, record, first_day, last_day):
    """The changes as they are found by bisection."""
    reader = ChangeReader(
        Records(SCHEMA, world), sweep=Sweep(first_day, last_day), parameters=parameters()
    )
    return [(change.on, change.truth) for change in reader.changes(condition, record)]


def changes(condition, *records):
    """The changes of a condition about Anna in three years; they are those of a walk."""
    world = {name: [] for name in ROWS} | {"member": [ANNA]}
    for record in records:
        world[SCHEMA.type_of(record).name].append(record)
    found = swept(condition, world, ANNA, FIRST, LAST)
    assert found == walked(condition, world, ANNA, FIRST, LAST)
    return found


# The law.


class SweptNodes(NodeWriter):
    """Writes comparisons of which mostly one side follows the swept day, sometimes both."""

    def following(self, scope, size):
        deeper = [self.following_shifted, self.following_extreme, self.following_in_list]
        return self.write([lambda *_: JUDGED_ON.node], deeper, scope, size)

    def following_shifted(self, scope, size):
        return nodes.Shifted(self.following(scope, size), *self.draw(SHIFTS))

    def following_extreme(self, scope, size):
        both = (self.following(scope, size), self.day(scope, size))
        return nodes.Extreme(both, self.draw(st.booleans()))

    def following_in_list(self, scope, size):
        related, inner = self.related(scope, size)
        return nodes.RelatedDay(related, self.following(inner, size - 1), self.draw(st.booleans()))

    def sides(self, scope, size):
        other = self.day(scope, size)
        if self.draw(st.integers(0, 3)):
            other = nodes.rebuilt(other, {JUDGED_ON.node: nodes.DayLiteral(date(2020, 2, 29))})
        both = (self.following(scope, size), other)
        return both if self.draw(st.booleans()) else both[::-1]

    def not_after(self, scope, size):
        return nodes.NotAfter(*self.sides(scope, size))

    def completed_years(self, scope, size):
        return nodes.CompletedYears(*self.sides(scope, size), self.draw(LEAP_DAYS))

    def latest_code(self, scope, size):
        related, inner = self.related(scope, size)
        by = self.draw(st.sampled_from([self.day, self.following_extreme]))
        return nodes.LatestCode(related, self.code(inner, size - 1), by(inner, size - 1))

    def truth(self, scope, size):
        leaves = [self.not_after, self.not_after, self.not_after, self.at_most, self.is_in]
        deeper = [self.exists, self.exists, self.negated, self.joined, self.at_least, self.named]
        return self.write(leaves, deeper, scope, size)


@st.composite
def sweeps(draw):
    """Records, a condition about them that may be swept, or not, and the days."""
    root = draw(st.sampled_from(ROOTS))
    if draw(st.integers(0, 3)):
        writer, scope, size = (
            SweptNodes(draw),
            (nodes.Variable(root, CASE),),
            draw(st.integers(2, 4)),
        )
        parts = (writer.truth(scope, size), writer.exists(scope, size), writer.not_after(scope, 2))
        node = nodes.AtLeast(draw(st.integers(1, 3)), parts)
    else:
        node = HandleWriter(draw).truth((subject(ROWS[root]),), draw(st.integers(2, 4))).node
    first_day = draw(st.dates(date(2018, 12, 1), date(2020, 3, 1)))
    return root, node, draw(worlds(root)), first_day, first_day + timedelta(days=500)


@examples(50)
@given(sweeps())
def test_change_days_are_those_of_a_walk_day_by_day(drawn):
    root, node, world, first_day, last_day = drawn
    try:
        checked_for_sweeping(node)
    except ExpressionError:
        event("refused")
        return
    event("follows" if JUDGED_ON.node in nodes.walk(node) else "stays")

    found = swept(node, world, world[root][0], first_day, last_day)

    assert found == walked(node, world, world[root][0], first_day, last_day)


# Each node by itself.


def test_a_day_that_is_reached_turns_no_into_yes_on_that_day():
    registered = member.registered_on <= JUDGED_ON

    assert changes(registered) == [(FIRST, NO), (date(2020, 3, 31), YES)]
    assert changes(~registered) == [(FIRST, YES), (date(2020, 3, 31), NO)]
    assert changes(member.registered_on >= JUDGED_ON) == [(FIRST, YES), (date(2020, 4, 1), NO)]


def test_what_does_not_follow_the_day_never_changes():
    about_others = member.registered_on <= day_parameter("period_end")

    assert changes(about_others) == [(FIRST, NO)]
    assert changes(member.role.is_in(Role.ADULT) & member.children.is_known()) == [(FIRST, YES)]


def test_a_change_on_the_first_day_of_all_is_no_change():
    world = {"member": [ANNA]}
    registered = member.registered_on <= JUDGED_ON

    assert swept(registered, world, ANNA, ANNA.registered_on, LAST) == [(ANNA.registered_on, YES)]
    assert swept(registered, world, ANNA, FIRST, ANNA.registered_on)[1:] == [
        (ANNA.registered_on, YES)
    ]
    assert swept(registered, world, ANNA, FIRST, FIRST) == [(FIRST, NO)]


def test_a_partial_day_opens_the_question_between_its_ends():
    begun = member.stays.earliest(lambda each: each.first_day) <= JUDGED_ON
    some_day = PartialDay(date(2020, 2, 28), date(2020, 3, 1))

    assert changes(begun, stay(1, first_day=some_day)) == [
        (FIRST, NO),
        (date(2020, 2, 28), UNKNOWN),
        (date(2020, 3, 1), YES),
    ]
    assert changes(begun, stay(1)) == [(FIRST, UNKNOWN)]
    assert changes(begun) == [(FIRST, NO)]


def test_months_are_clipped_as_the_reader_clips_them():
    adult = completed_years(member.born_on) >= 18
    moved_back = months_before(JUDGED_ON, 1) >= day(date(2020, 2, 29))

    assert changes(adult) == [(FIRST, NO), (date(2020, 2, 28), YES)]
    assert changes(moved_back) == [(FIRST, NO), (date(2020, 3, 29), YES)]
    assert changes(term_from(JUDGED_ON, 1) >= day(date(2020, 2, 29))) == [
        (FIRST, NO),
        (date(2020, 1, 30), YES),
    ]
    assert changes(days_after(months_after(JUDGED_ON, 1), 1) > day(date(2020, 3, 1))) == [
        (FIRST, NO),
        (date(2020, 2, 1), YES),
    ]


def test_a_spell_covers_the_day_from_its_first_day_to_its_last():
    housed = member.stays.on().exist()
    first = stay(1, first_day=date(2019, 3, 31), last_day=date(2020, 2, 29))
    second = stay(2, first_day=date(2020, 3, 2))

    assert changes(housed, first, second) == [
        (FIRST, NO),
        (date(2019, 3, 31), YES),
        (date(2020, 3, 1), NO),
        (date(2020, 3, 2), YES),
    ]


@pytest.mark.counted
def test_records_come_and_go_in_what_is_read_from_a_list():
    first = stay(1, Kind.SHELTER, date(2019, 3, 31), date(2020, 2, 29), points=3)
    second = stay(2, Kind.FLAT, date(2020, 2, 1), points=-2, granted_on=date(2020, 6, 1))
    there = member.stays.on()
    both = (date(2020, 2, 1), date(2020, 3, 1))

    assert changes(there.count() >= 2, first, second) == [
        (FIRST, NO),
        (both[0], YES),
        (both[1], NO),
    ]
    assert changes(there.sum(lambda each: each.points) >= 0, first, second) == [
        (FIRST, YES),
        (both[1], NO),
    ]
    assert changes(there.only(lambda each: each.kind).is_in(Kind.FLAT), first, second) == [
        (FIRST, NO),
        (both[0], UNKNOWN),
        (both[1], YES),
    ]
    assert changes(
        there.latest_code(lambda each: each.kind, by=lambda each: each.first_day).is_in(Kind.FLAT),
        *(first, second),
    ) == [(FIRST, NO), (both[0], YES)]
    granted = there.earliest(lambda each: each.granted_on)
    assert changes(months_after(granted, 12) >= JUDGED_ON, first, second) == [
        (FIRST, YES),
        (date(2021, 6, 2), NO),
    ]


def test_a_day_taken_from_a_list_changes_when_a_record_leaves_though_no_day_is_reached():
    first = stay(1, first_day=date(2017, 3, 31), last_day=date(2020, 2, 29))
    second = stay(2, first_day=date(2018, 6, 1))
    housed_since = member.stays.on().earliest(lambda each: each.first_day)
    middle = day(date(2018, 1, 1))

    assert changes(housed_since <= middle, first, second) == [(FIRST, YES), (date(2020, 3, 1), NO)]
    assert changes(housed_since >= middle, first, second) == [(FIRST, NO), (date(2020, 3, 1), YES)]
    years_before = completed_years(housed_since, day(date(2020, 1, 1)))
    assert changes(years_before <= number_parameter("most_rooms"), first, second) == [(FIRST, YES)]
    assert changes(years_before <= member.children, first, second) == [
        (FIRST, NO),
        (date(2020, 3, 1), YES),
    ]
    years_since = completed_years(day(date(2016, 1, 1)), housed_since)
    assert changes(years_since <= member.children, first, second) == [
        (FIRST, YES),
        (date(2020, 3, 1), NO),
    ]


@pytest.mark.counted
def test_the_latest_of_days_that_are_capped_by_the_swept_day_is_found():
    def begun(each):
        return earliest_of(each.first_day, JUDGED_ON)

    latest = member.stays.latest_code(lambda each: each.kind, by=begun)
    first, second = stay(1, Kind.CAMP, date(2019, 5, 1)), stay(2, Kind.FLAT, date(2020, 5, 1))

    assert changes(latest.is_in(Kind.FLAT), first, second) == [
        (FIRST, UNKNOWN),
        (date(2019, 5, 2), YES),
    ]


def test_lists_inside_lists_are_followed():
    plan = Plan(id="plan-1", member_id=ANNA.id, signed_on=date(2020, 1, 31))
    met = Meeting(
        id="meeting-1",
        stay_id="stay-1",
        plan_id=plan.id,
        worker_id="worker-1",
        held_on=date(2019, 2, 28),
        topic=Aim.WORK,
    )
    recently = member.stays.where(
        lambda each: each.meetings.where(
            lambda meeting: (
                (months_after(meeting.held_on, 3) >= JUDGED_ON) & (meeting.held_on <= JUDGED_ON)
            )
        ).exist()
    )

    assert changes(recently.exist(), stay(1), met, plan) == [
        (FIRST, NO),
        (date(2019, 2, 28), YES),
        (date(2019, 5, 29), NO),
    ]
    codes = recently.only(lambda each: each.meetings.only(lambda meeting: meeting.topic))
    assert changes(codes.is_in(Aim.WORK), stay(1), met, plan) == [
        (FIRST, NO),
        (date(2019, 2, 28), YES),
        (date(2019, 5, 29), NO),
    ]


def test_a_list_that_is_only_known_through_a_day_is_followed():
    left = member.stays.complete_through(date(2020, 2, 29)).where(
        lambda each: each.last_day < JUDGED_ON
    )

    assert changes(left.exist()) == [(FIRST, NO), (date(2020, 3, 2), UNKNOWN)]


@pytest.mark.counted
def test_completed_years_change_on_birthdays_whatever_they_are_compared_with():
    years = completed_years(member.born_on)
    young = completed_years(day(date(2010, 2, 28)))

    assert changes(years <= member.children) == [(FIRST, NO)]
    assert changes(years >= number_parameter("most_rooms")) == [(FIRST, YES)]
    until = completed_years(JUDGED_ON, day(date(2022, 2, 28)))
    assert (
        changes(until.is_exactly(2))
        == changes(until.is_exactly(number_parameter("most_rooms")))
        == [
            (FIRST, NO),
            (date(2019, 3, 1), YES),
            (date(2020, 2, 29), NO),
        ]
    )
    # Nineteen years against twice nine and more: both sides follow the day.
    twice = at_least(2, young <= years, years <= young)
    assert changes(twice) == [(FIRST, NO)]
    both = member.stays.sum(lambda each: completed_years(each.first_day))
    assert changes(both >= 3, stay(1, first_day=date(2018, 5, 1))) == [
        (FIRST, NO),
        (date(2021, 5, 1), YES),
    ]


def test_years_since_a_day_in_a_list_that_changes_are_followed():
    housed_for = completed_years(member.stays.on().earliest(lambda each: each.first_day))
    spell = stay(1, first_day=date(2018, 5, 1), last_day=date(2021, 6, 1))

    two = number_parameter("most_rooms")

    assert changes(housed_for.is_exactly(2), spell) == changes(housed_for.is_exactly(two), spell)
    assert changes(housed_for.is_exactly(two), spell) == [
        (FIRST, NO),
        (date(2020, 5, 1), YES),
        (date(2021, 5, 1), NO),
    ]


@pytest.mark.counted
def test_conditions_that_are_joined_change_where_the_whole_does():
    early, late = (day(date(2020, 1, month)) <= JUDGED_ON for month in (2, 5))
    named = late.named("late", lv("vēlu").en("late"))

    assert changes(early & named) == [(FIRST, NO), (date(2020, 1, 5), YES)]
    assert changes(any_of(early, named)) == [(FIRST, NO), (date(2020, 1, 2), YES)]
    assert changes(at_least(2, early, named, late)) == [(FIRST, NO), (date(2020, 1, 5), YES)]
    assert changes(early & ~late) == [(FIRST, NO), (date(2020, 1, 2), YES), (date(2020, 1, 5), NO)]
    assert changes(all_of(member.stays.for_all(lambda each: early & ~named)), stay(1)) == [
        (FIRST, NO),
        (date(2020, 1, 2), YES),
        (date(2020, 1, 5), NO),
    ]
    inside = member.stays.where(lambda each: any_of(early & each.kind.is_known(), late))
    assert changes(inside.exist(), stay(1)) == [(FIRST, NO), (date(2020, 1, 2), YES)]


def test_another_parameter_can_be_swept():
    reader = ChangeReader(
        Records(SCHEMA, {"member": [ANNA]}),
        sweep=Sweep(FIRST, LAST),
        parameter="period_end",
        parameters=parameters(),
    )

    found = reader.changes(member.registered_on <= day_parameter("period_end"), ANNA)

    assert found == (Change(FIRST, NO), Change(date(2020, 3, 31), YES))
    assert reader.changes(day(date(2020, 3, 1)) >= JUDGED_ON, ANNA) == (Change(FIRST, YES),)


def test_no_day_is_walked_through(monkeypatch):
    """Thirty years with two changes take some dozens of readings, not ten thousand."""
    read = []
    truth = ChangeReader._truth
    monkeypatch.setattr(
        ChangeReader, "_truth", lambda self, *asked: read.append(1) or truth(self, *asked)
    )
    spell = stay(1, first_day=date(2015, 1, 1), last_day=date(2020, 2, 29))
    world = {"member": [ANNA], "stay": [spell]}

    found = swept(member.stays.on().exist(), world, ANNA, date(2000, 1, 1), date(2029, 12, 31))

    assert [on for on, _ in found[1:]] == [date(2015, 1, 1), date(2020, 3, 1)]
    assert len(read) < 60


# Both sides.

judged_on = day_parameter("judged_on")


@pytest.mark.parametrize(
    "condition",
    [
        judged_on <= JUDGED_ON,
        judged_on < JUDGED_ON,
        months_after(JUDGED_ON, 18) >= JUDGED_ON,
        months_after(JUDGED_ON, 6) >= months_after(JUDGED_ON, 7),
        days_after(JUDGED_ON, 3) > days_after(days_after(JUDGED_ON, 1), 1),
        days_after(months_after(JUDGED_ON, 1), 3) <= days_after(months_after(JUDGED_ON, 1), 2),
        term_from(JUDGED_ON, 6) >= JUDGED_ON,
        earliest_of(months_after(JUDGED_ON, 6), member.registered_on) >= JUDGED_ON,
        latest_of(member.registered_on, JUDGED_ON) <= earliest_of(JUDGED_ON, date(2020, 6, 1)),
        member.stays.latest(lambda each: latest_of(each.first_day, JUDGED_ON)) <= JUDGED_ON,
        days_after(months_before(JUDGED_ON, 1), 1) <= member.registered_on,
    ],
)
def test_both_sides_may_follow_the_day_where_that_leaves_their_order_alone(condition):
    found = changes(condition, stay(1, first_day=date(2020, 2, 29)))

    assert found[0][0] == FIRST


@pytest.mark.counted
@pytest.mark.parametrize(
    ("condition", "problem"),
    [
        (months_after(JUDGED_ON, 1) <= days_after(JUDGED_ON, 30), "both sides of a comparison"),
        (
            months_after(months_after(JUDGED_ON, 1), 1) < months_after(JUDGED_ON, 2),
            "both sides of a comparison",
        ),
        (
            member.stays.earliest(lambda each: earliest_of(each.first_day, JUDGED_ON))
            >= latest_of(days_after(months_before(JUDGED_ON, 1), 30), member.born_on),
            "both sides of a comparison",
        ),
        (completed_years(JUDGED_ON, JUDGED_ON) <= member.children, "an age"),
        (
            member.stays.latest_code(
                lambda each: each.kind,
                by=lambda each: earliest_of(
                    months_after(JUDGED_ON, 1), days_after(JUDGED_ON, 30), each.first_day
                ),
            ).is_in(Kind.FLAT),
            "two days of a list",
        ),
        (member.stays.complete_through(JUDGED_ON).exist(), "a list is complete through"),
        (
            member.stays.where(
                lambda each: months_after(JUDGED_ON, 1) <= days_after(JUDGED_ON, 30)
            ).exist(),
            "both sides of a comparison",
        ),
    ],
)
def test_what_could_change_again_and_again_is_refused(condition, problem):
    with pytest.raises(
        ExpressionError, match=rf"^{problem}.* 'judged_on'.*; let one side be a day"
    ):
        checked_for_sweeping(condition.node)
    with pytest.raises(ExpressionError):
        changes(condition)
    checked_for_sweeping(condition.node, "period_end")


def test_the_refusal_names_the_innermost_clause():
    uneven = months_after(JUDGED_ON, 1) <= days_after(JUDGED_ON, 30)
    even = (day(FIRST) <= JUDGED_ON).named("even", lv("vienmērīgi").en("even"))
    inner = uneven.named("inner", lv("iekšējs").en("inner"))

    with pytest.raises(ExpressionError, match=r"^clause 'inner': both sides"):
        checked_for_sweeping((inner & even).named("outer", lv("ārējs").en("outer")).node)


def test_a_list_complete_through_another_day_may_be_swept():
    checked_for_sweeping(member.stays.complete_through(FIRST).on().exist().node)


def test_a_sweep_goes_forward():
    with pytest.raises(BackwardsPeriodError):
        Sweep(LAST, FIRST)


def test_a_condition_that_is_nested_too_deep_is_refused():
    node = nodes.AllOf(())
    for _ in range(100):
        node = nodes.Not(node)

    with pytest.raises(ExpressionError, match="more than 100 deep"):
        changes(node)


def test_a_change_shows_nothing_of_a_client():
    assert repr(Change(FIRST, YES)) == "Change()"


# Moves.

MONTH_ENDS = [
    date(year, month, on)
    for year in (1896, 1899, 1903, 1999, 2000, 2019, 2020, 2096, 2103)
    for month in range(1, 13)
    for on in (1, 15, 27, 28, 29, 30, 31)
    if on <= (date(year + month // 12, month % 12 + 1, 1) - ONE_DAY).day
]


@pytest.mark.parametrize("months", [*range(-25, 26), -1200, -480, 48, 96, 216, 780, 1200])
def test_no_day_is_moved_by_less_or_more_than_the_bounds(months):
    for term in (False, *([True] if months > 0 else [])):
        fewest, most = bounds((Step(months=months, term=term), Step(days=3)))
        lengths = [
            (moved(on, (Step(months=months, term=term), Step(days=3))) - on).days
            for on in MONTH_ENDS
        ]

        assert fewest <= min(lengths)
        assert max(lengths) <= most


@examples(100)
@given(
    *(
        st.lists(
            st.builds(Step, months=st.sampled_from([0, 1, 2, 12, -1]), term=st.just(False))
            | st.builds(Step, days=st.sampled_from([1, -1, 30, 31])),
            max_size=3,
        ).map(tuple)
        for _ in range(2)
    )
)
def test_moves_that_keep_their_order_do_so_on_every_day(left, right):
    orders = {moved(on, left) <= moved(on, right) for on in MONTH_ENDS}

    assert not keep_order(left, right) or len(orders) == 1


@pytest.mark.counted
def test_days_one_after_the_other_are_added():
    start = nodes.DayParameter("judged_on")
    moves = then(then((), nodes.Shifted(start, 1, 2)), nodes.Shifted(start, 0, 3))

    assert moves == (Step(months=1), Step(days=5))
    assert then(moves, nodes.Shifted(start, 0, -5)) == (Step(months=1),)
    assert then((Step(days=1),), nodes.Shifted(start, 1)) == (Step(days=1), Step(months=1))
    assert then((), nodes.Shifted(start)) == ()


def test_different_numbers_of_months_always_keep_their_order():
    for left, right in product(range(-40, 41), repeat=2):
        assert keep_order((Step(months=left),), (Step(months=right),) if right else ())


def test_a_clause_of_nodes_that_are_shared_is_checked_once():
    node = (months_after(member.registered_on, 12) >= JUDGED_ON).node
    clause = Clause(id="twice", says=lv("divreiz").en("twice"))
    for _ in range(30):
        node = nodes.AtLeast(1, (node, nodes.Named(clause, node)))

    checked_for_sweeping(node)

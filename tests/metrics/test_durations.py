"""Times to an outcome: what came first, what is not yet, and what share by which day."""

import pickle
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from metrics_lab.guest_facts import OFTEN, TABLE, GuestFactsRow, facts
from metrics_lab.guests import (
    SAYS,
    SCHEMA,
    Guest,
    GuestRow,
    Room,
    Visit,
    book,
    guest,
    visit,
)

from inclusion_core.errors import DeclarationError, UnknownNameError
from inclusion_core.expr import day_parameter
from inclusion_core.expr.frames import Tables
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.metrics.durations.incidence import incidence
from inclusion_core.metrics.durations.time_to import Exit, TimeTo
from inclusion_core.metrics.durations.timing import times_of_records, times_of_tables
from inclusion_core.sources import Source
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay

SOURCE = Source("The guest book")
KNOWN_ON = date(2018, 6, 30)
FIRST_VISIT = guest.visits.earliest(lambda each: each.came_on)
FIRST_IN_KITCHEN = guest.visits.where(lambda each: each.room.is_in(Room.KITCHEN)).earliest(
    lambda each: each.came_on
)


def time_to(**fields):
    given = {
        "id": "toy.to-kitchen",
        "says": SAYS,
        "subject": GuestRow,
        "universe": guest.country.is_in("LV"),
        "since": FIRST_VISIT,
        "event": FIRST_IN_KITCHEN,
        "otherwise": (Exit(id="moved_away", says=SAYS, day=guest.moved_away_on),),
        "source": SOURCE,
        **fields,
    }
    return TimeTo(**given)


TO_KITCHEN = time_to()


def by_records(timed, records, parameters):
    return times_of_records(timed, records, parameters, known_on=KNOWN_ON)


def by_tables(engine):
    def times(timed, records, parameters):
        tables = Tables.of_records(records.schema, records.by_type, engine=engine)
        return times_of_tables(timed, tables, parameters, known_on=KNOWN_ON)

    return times


def by_tables_at_length(engine):
    return pytest.param(by_tables(engine), marks=pytest.mark.at_length(few=4), id=engine)


@pytest.fixture(
    params=[
        pytest.param(by_records, id="records"),
        *map(by_tables_at_length, ("polars", "duckdb", "pyarrow")),
    ]
)
def times(request):
    def of(*records, timed=TO_KITCHEN, parameters=Parameters(), schema=SCHEMA):  # noqa: B008
        by_type = book(*records).by_type if schema is SCHEMA else {"guest_facts": records}
        return request.param(timed, Records(schema, by_type), parameters)

    return of


def came(key, on, room=Room.HALL):
    return Visit(id=f"{key}-{on}-{room.value}", guest_id=key, came_on=on, room=room)


def of_latvia(key, **fields):
    return Guest(id=key, country="LV", **fields)


def summary(found):
    return (
        {name: dict(by_day) for name, by_day in found.outcomes.items() if by_day},
        dict(found.not_yet),
        {
            name: number
            for name in ("unknown", "before", "not_begun")
            if (number := getattr(found, name))
        },
    )


JUNE_1, JUNE_5 = date(2018, 6, 1), date(2018, 6, 5)


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([], ({}, {}, {})),
        ([came("g", JUNE_1), came("g", JUNE_5, Room.KITCHEN)], ({"reached": {4: 1}}, {}, {})),
        ([came("g", JUNE_1, Room.KITCHEN)], ({"reached": {0: 1}}, {}, {})),
        ([came("g", JUNE_1)], ({}, {29: 1}, {})),
        ([came("g", KNOWN_ON)], ({}, {0: 1}, {})),
        ([came("g", JUNE_1), came("g", date(2018, 7, 1), Room.KITCHEN)], ({}, {29: 1}, {})),
        ([came("g", date(2018, 7, 1))], ({}, {}, {"not_begun": 1})),
        (
            [came("g", date(2000, 2, 28)), came("g", date(2018, 3, 1), Room.KITCHEN)],
            ({"reached": {6576: 1}}, {}, {}),
        ),
        ([came("g", PartialDay.of_month(2018, 6))], ({}, {}, {"unknown": 1})),
        ([came("g", NOT_ASKED)], ({}, {}, {"unknown": 1})),
        ([came("g", JUNE_1), came("g", NOT_ASKED, Room.KITCHEN)], ({}, {}, {"unknown": 1})),
    ],
)
def test_days_are_counted_from_the_beginning_to_what_came_first(times, records, expected):
    if records:
        records = [of_latvia("g"), *records]

    assert summary(times(*records)) == expected


@pytest.mark.parametrize(
    ("moved_away_on", "expected"),
    [
        (date(2018, 6, 4), ({"moved_away": {3: 1}}, {}, {})),
        (date(2018, 6, 5), ({"reached": {4: 1}}, {}, {})),
        (date(2018, 5, 31), ({}, {}, {"before": 1})),
        (ABSENT, ({"reached": {4: 1}}, {}, {})),
        (PartialDay.of_month(2018, 7), ({"reached": {4: 1}}, {}, {})),
        (PartialDay(date(2018, 6, 5), date(2018, 6, 9)), ({"reached": {4: 1}}, {}, {})),
        (PartialDay(date(2018, 6, 4), date(2018, 6, 9)), ({}, {}, {"unknown": 1})),
        (PartialDay.of_month(2018, 5), ({}, {}, {"before": 1})),
        (PartialDay(date(2018, 5, 5), date(2018, 6, 1)), ({}, {}, {"unknown": 1})),
        (NOT_ASKED, ({}, {}, {"unknown": 1})),
    ],
)
def test_an_exit_that_came_first_is_told_apart_and_one_that_may_have_is_unknown(
    times, moved_away_on, expected
):
    visits = [came("g", JUNE_1), came("g", JUNE_5, Room.KITCHEN)]

    assert summary(times(of_latvia("g", moved_away_on=moved_away_on), *visits)) == expected


def test_of_two_exits_on_one_day_the_one_named_first_goes_before(times):
    two = tuple(Exit(id=key, says=SAYS, day=guest.moved_away_on) for key in ("moved", "left"))
    found = times(
        of_latvia("g", moved_away_on=JUNE_5), came("g", JUNE_1), timed=time_to(otherwise=two)
    )

    assert summary(found) == ({"moved": {4: 1}}, {}, {})


def test_only_those_asked_about_are_timed_and_who_may_be_is_unknown(times):
    others = [Guest(id="e", country="EE"), Guest(id="x"), Guest(id="y", moved_away_on=JUNE_1)]

    assert summary(times(of_latvia("g"), came("g", JUNE_1), *others, came("x", JUNE_1))) == (
        {},
        {29: 1},
        {"unknown": 2},
    )


def test_it_may_be_asked_of_those_of_whom_something_is_known(times):
    of_known_age = time_to(universe=guest.born_on.is_known())
    known, unasked = Guest(id="g", born_on=JUNE_1), Guest(id="x")

    found = times(known, came("g", JUNE_1), unasked, came("x", JUNE_1), timed=of_known_age)

    assert summary(found) == ({}, {29: 1}, {})


def test_without_exits_all_wait_for_the_outcome(times):
    found = times(
        of_latvia("g", moved_away_on=JUNE_5), came("g", JUNE_1), timed=time_to(otherwise=())
    )

    assert summary(found) == ({}, {29: 1}, {})


def test_the_rows_of_a_facts_table_are_timed_worked_out_or_brought(times):
    timed = time_to(
        subject=GuestFactsRow,
        table=TABLE,
        universe=facts.visits >= OFTEN.number,
        since=facts.born_on,
        event=facts.moved_away_on,
        otherwise=(),
        assumes=(OFTEN,),
    )
    moved = of_latvia("g", born_on=JUNE_1, moved_away_on=JUNE_5)
    visits = [came("g", JUNE_1), came("g", JUNE_5)]

    worked_out = times(moved, *visits, timed=timed)
    assert summary(worked_out) == ({"reached": {4: 1}}, {}, {})
    assert timed.all_assumptions == (OFTEN,)
    row = TABLE.record(id="r", visits=2, born_on=JUNE_1, moved_away_on=ABSENT)
    brought = times(row, timed=timed, schema=TABLE.schema)
    assert summary(brought) == ({}, {29: 1}, {})
    often = Parameters(numbers={"toy.often": 3})
    assert summary(times(moved, *visits, timed=timed, parameters=often)) == ({}, {}, {})


def test_a_parameter_is_given_by_the_asker(times):
    timed = time_to(since=day_parameter("opened"))
    given = Parameters(days={"opened": date(2018, 5, 1)})

    found = times(of_latvia("g"), came("g", JUNE_1, Room.KITCHEN), timed=timed, parameters=given)

    assert summary(found) == ({"reached": {31: 1}}, {}, {})
    with pytest.raises(UnknownNameError, match="no day parameter 'opened'"):
        times(of_latvia("g"), timed=timed)


def test_times_tell_numbers_incidence_and_median():
    found = times_of_records(
        TO_KITCHEN,
        book(
            *(of_latvia(key) for key in "abc"),
            of_latvia("d", moved_away_on=date(2018, 6, 3)),
            *(came(key, JUNE_1) for key in "abcd"),
            came("a", date(2018, 6, 2), Room.KITCHEN),
            came("b", JUNE_5, Room.KITCHEN),
        ),
        Parameters(),
        known_on=KNOWN_ON,
    )

    assert (found.begun, found.counted(), found.counted("moved_away"), found.median) == (4, 2, 1, 4)
    assert found.counted("nothing") == 0
    assert found.incidence.share("reached", 3) == Decimal("0.25")
    assert found.incidence.share("moved_away", 3) == Decimal("0.25")
    assert pickle.loads(pickle.dumps(found)) == found


# What is declared.


def test_times_declared_alike_are_one_value():
    assert time_to() == TO_KITCHEN
    assert hash(time_to()) == hash(TO_KITCHEN)
    assert time_to(event=FIRST_VISIT) != TO_KITCHEN


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"universe": True}, "^time 'toy.to-kitchen': universe must be a condition"),
        ({"since": date(2018, 1, 1)}, "since must be a day"),
        ({"event": visit.came_on}, "event must be about the guest, not about a visit"),
        (
            {"otherwise": (Exit(id="room", says=SAYS, day=visit.came_on),)},
            "exit 'room' must be about the guest",
        ),
        ({"universe": guest.children >= OFTEN.number}, "asks for the number 'toy.often'"),
        (
            {"otherwise": (Exit(id="reached", says=SAYS, day=guest.moved_away_on),)},
            "none of reached, not_yet, unknown, before, not_begun",
        ),
        (
            {"otherwise": (Exit(id="a", says=SAYS, day=guest.moved_away_on),) * 2},
            "each exit needs an id of its own",
        ),
        ({"table": TABLE}, "the rows of toy.facts are of GuestFactsRow"),
    ],
)
def test_a_time_that_contradicts_itself_is_refused(fields, problem):
    with pytest.raises(DeclarationError, match=problem):
        time_to(**fields)


def test_what_is_taken_for_granted_is_named():
    assert time_to(universe=guest.children >= OFTEN.number, assumes=(OFTEN,)).all_assumptions == (
        OFTEN,
    )


# Cumulative incidence.


def test_nobody_has_no_share():
    found = incidence({"work": {}}, {})

    assert (found.share("work", 0), found.median("work"), found.seen_through) == (None, None, None)


def test_where_nothing_is_open_shares_are_plain_parts():
    found = incidence({"work": {0: 1, 30: 1}, "left": {10: 2}}, {})

    assert [found.share("work", day) for day in (0, 29, 30, 9999)] == [
        Decimal("0.25"),
        Decimal("0.25"),
        Decimal("0.5"),
        Decimal("0.5"),
    ]
    assert (found.median("work"), found.median("left")) == (30, 10)
    assert found.complete


def test_before_anything_happens_the_share_is_zero_and_beyond_the_last_in_sight_it_is_none():
    found = incidence({"work": {30: 1}}, {90: 1})

    assert [found.share("work", day) for day in (0, 29, 30, 90, 91)] == [
        0,
        0,
        Decimal("0.5"),
        Decimal("0.5"),
        None,
    ]
    assert (found.seen_through, found.complete) == (90, False)


def test_who_is_in_sight_for_less_long_counts_for_those_days():
    found = incidence({"work": {30: 1, 60: 1}}, {30: 1, 45: 1, 90: 1})

    assert [(step.days, step.at_risk, dict(step.counted)) for step in found.steps] == [
        (30, 5, {"work": 1}),
        (60, 2, {"work": 1}),
    ]
    assert found.share("work", 60) == Decimal("0.6")
    assert found.median("work") == 60


def test_a_median_may_not_be_reached():
    assert incidence({"work": {30: 1}, "left": {5: 1}}, {90: 1}).median("work") is None


def test_an_outcome_that_is_not_told_apart_is_named():
    found = incidence({"work": {30: 1}}, {})

    with pytest.raises(UnknownNameError, match="no outcome 'wrok'; did you mean work"):
        found.share("wrok", 30)
    with pytest.raises(UnknownNameError, match="no outcome 'wrok'"):
        found.median("wrok")


PEOPLE = st.lists(
    st.tuples(st.sampled_from(["work", "left", None]), st.integers(0, 6)), min_size=1, max_size=14
)


def slow_shares(people, outcome, until):
    """The same by its definition, person by person and day by day."""
    still, had = Fraction(1), Fraction(0)
    for day in range(until + 1):
        in_sight = [each for each in people if each[1] >= day]
        now = [what for what, on in in_sight if on == day and what is not None]
        if now:
            had += still * Fraction(now.count(outcome), len(in_sight))
            still *= 1 - Fraction(len(now), len(in_sight))
    return had


@given(PEOPLE)
def test_shares_are_those_of_the_definition(people):
    tallied = Counter(people)
    outcomes = {
        name: {day: number for (what, day), number in tallied.items() if what == name}
        for name in ("work", "left")
    }
    found = incidence(
        outcomes, {day: number for (what, day), number in tallied.items() if what is None}
    )

    last = max(day for _, day in people)
    for name in ("work", "left"):
        exact = [slow_shares(people, name, day) for day in range(last + 1)]
        for day, share in enumerate(exact):
            assert abs(Fraction(found.share(name, day)) - share) <= Fraction(1, 2 * 10**10)
        reached = [day for day, share in enumerate(exact) if share >= Fraction(1, 2)]
        assert found.median(name) == (reached[0] if reached else None)
        beyond = found.share(name, last + 1)
        assert (beyond is None) == any(what is None for what, _ in people)


def test_days_on_which_nobody_had_anything_are_no_steps():
    found = incidence({"work": {5: 0, 6: 1}}, {9: 0})

    assert [step.days for step in found.steps] == [6]
    assert found.complete
    assert found.seen_through == 6


def test_shares_of_very_many_days_stay_exact():
    days = 3000
    found = incidence({"work": dict.fromkeys(range(days), 1)}, dict.fromkeys(range(days), 1))

    assert found.steps[-1].at_risk == 2
    assert found.median("work") is not None
    assert found.share("work", days - 1) < 1


def test_a_difference_of_days_is_the_same_over_leap_years_and_centuries(times):
    day_ones = [date(1899, 12, 31) + timedelta(days=397 * step) for step in range(100)]
    guests = [of_latvia(f"g{on}", moved_away_on=JUNE_1) for on in day_ones]
    timed = time_to(event=guest.moved_away_on, otherwise=())

    found = times(*guests, *(came(f"g{on}", on) for on in day_ones), timed=timed)

    assert dict(found.outcomes["reached"]) == {(JUNE_1 - on).days: 1 for on in day_ones}

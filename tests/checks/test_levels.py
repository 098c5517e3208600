"""How many of something there are at once, held to counting day by day."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from inclusion_core.checks.days import Stay
from inclusion_core.checks.loads.levels import (
    NO_DAYS,
    Level,
    frame_of,
    levels_of,
    moved,
    perhaps,
    surely,
    unbroken,
)
from inclusion_core.periods import Period
from inclusion_core.values import ABSENT, ALWAYS, NEVER, NOT_ASKED, parse_day

FIRST = date(2018, 5, 1)
DAYS = st.integers(0, 12).map(lambda days: FIRST + timedelta(days))
SPANS = st.tuples(DAYS, DAYS).map(sorted).map(tuple)
FRAME = (FIRST + timedelta(2), FIRST + timedelta(10))


def day_by_day(frame):
    first, last = frame
    return [first + timedelta(number) for number in range((last - first).days + 1)]


def count(spans, on):
    return sum(any(first <= on <= last for first, last in own) for own in spans.values())


@given(st.dictionaries(st.integers(0, 4), st.lists(SPANS, max_size=3), max_size=5))
def test_levels_say_how_many_different_ones_there_are_on_each_day(spans):
    levels = list(levels_of(spans, FRAME))

    on_days = {
        on: level.most for level in levels for on in day_by_day((level.first_day, level.last_day))
    }
    assert on_days == {on: count(spans, on) for on in day_by_day(FRAME)}
    assert [level.least for level in levels] == [level.most for level in levels]


@given(
    st.dictionaries(st.integers(0, 4), st.lists(SPANS, max_size=3), max_size=5), st.integers(0, 3)
)
def test_unbroken_times_hold_the_days_on_which_there_are_too_many(spans, most):
    times = list(unbroken(levels_of(spans, FRAME), lambda number: number > most))

    wrong = [on for time in times for on in day_by_day((time.first_day, time.last_day))]
    assert wrong == [on for on in day_by_day(FRAME) if count(spans, on) > most]
    for time in times:
        numbers = [count(spans, on) for on in day_by_day((time.first_day, time.last_day))]
        assert (time.least, time.most) == (min(numbers), max(numbers))
    for one, following in pairwise(times):
        assert following.first_day - one.last_day > timedelta(1)


def test_two_levels_that_are_both_too_high_are_one_time():
    levels = [
        Level(date(2018, 5, 1), date(2018, 5, 2), 2, 2),
        Level(date(2018, 5, 3), date(2018, 5, 4), 3, 4),
        Level(date(2018, 5, 5), date(2018, 5, 5), 1, 1),
    ]

    assert list(unbroken(levels, lambda number: number > 1)) == [
        Level(date(2018, 5, 1), date(2018, 5, 4), 2, 4)
    ]


def test_what_goes_on_without_end_and_has_always_been_is_counted():
    spans = {"a": [(ALWAYS, NEVER)], "b": [(FRAME[1], NEVER)]}

    assert list(levels_of(spans, FRAME)) == [
        Level(FRAME[0], date(2018, 5, 10), 1, 1),
        Level(FRAME[1], FRAME[1], 2, 2),
    ]


def test_there_is_nothing_on_no_days():
    assert list(levels_of({"a": [(FIRST, NEVER)]}, NO_DAYS)) == []


def test_of_days_known_in_part_those_are_sure_that_lie_in_every_completion():
    may = Stay.of(parse_day("2018-05"), date(2018, 6, 10))

    assert surely([may]) == [(date(2018, 5, 31), date(2018, 6, 10))]
    assert perhaps([may]) == [(date(2018, 5, 1), date(2018, 6, 10))]
    assert surely([Stay.of(NOT_ASKED, ABSENT)]) == [(NEVER, NEVER)]
    assert surely([Stay.of(parse_day("2018-05"), parse_day("2018-05"))]) == []


def test_a_frame_ends_where_the_rule_or_what_is_known_does():
    known_on = date(2018, 5, 20)

    assert frame_of(None, known_on) == (ALWAYS, known_on)
    assert frame_of(Period(FIRST), known_on) == (FIRST, known_on)
    assert frame_of(Period(FIRST, date(2018, 5, 9)), known_on) == (FIRST, date(2018, 5, 9))
    assert frame_of(Period(FIRST, date(2019, 5, 9)), known_on) == (FIRST, known_on)


def test_always_and_never_do_not_move():
    assert (moved(ALWAYS, 90), moved(NEVER, -90)) == (ALWAYS, NEVER)
    assert moved(FIRST, 30) == date(2018, 5, 31)


def test_days_are_told_as_a_period():
    assert Level(*FRAME, 1, 2).days.in_("en") == "3 May 2018 to 11 May 2018"

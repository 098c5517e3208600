"""Known, absent and unknown values; days as intervals."""

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_core.errors import NotADayError
from inclusion_core.truth import Truth
from inclusion_core.values import (
    ABSENT,
    ALWAYS,
    FIRST_DAY,
    LAST_DAY,
    NEVER,
    NOT_ASKED,
    DaySpan,
    PartialDay,
    Reason,
    Unknown,
    between,
    day_span,
    day_text,
    parse_day,
)

days = st.dates(FIRST_DAY, LAST_DAY)
partial_days = (
    st.tuples(days, days).filter(lambda pair: pair[0] < pair[1]).map(lambda pair: PartialDay(*pair))
)


def test_a_known_day_is_an_interval_of_one_day():
    span = day_span(date(2018, 4, 15))

    assert span == DaySpan(date(2018, 4, 15), date(2018, 4, 15))
    assert span.exact


def test_a_year_of_birth_alone_is_an_interval_of_a_year():
    span = day_span(PartialDay.of_year(1990))

    assert span == DaySpan(date(1990, 1, 1), date(1990, 12, 31))
    assert not span.exact


def test_an_unknown_day_may_be_any_day_and_an_absent_one_is_never():
    assert day_span(NOT_ASKED) == DaySpan(ALWAYS, NEVER)
    assert day_span(ABSENT) == DaySpan(NEVER, NEVER)


@given(days | partial_days)
def test_a_day_is_written_in_one_way_and_read_back(day):
    assert parse_day(day_text(day)) == day


def test_months_and_years_are_written_short():
    assert day_text(parse_day("2020-09")) == "2020-09"
    assert day_text(parse_day("2016-02")) == "2016-02"
    assert day_text(parse_day("1990-01-01/1990-12-31")) == "1990"
    assert repr(PartialDay(date(2018, 4, 15), date(2018, 5, 2))) == (
        "PartialDay('2018-04-15/2018-05-02')"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "20180415",
        "2018-W16-7",
        "2018-4-15",
        "15.04.2018",
        "2018-02-29",
        "2018-13",
        "2018-00",
        "0000",
        "1799-12-31",
        "3000",
        "2018-04-15/2018-04-15",
        "2018-04-15/2018-04-14",
        "2018-04/2018-05",
        "2018-04-15/2018-05",
        "2018-04-15/",
        "2018-04-15T00:00",
        " 2018-04-15",
        "2018-04-15\n",
        "２０１８",
    ],
)
def test_anything_else_is_not_a_day(text):
    with pytest.raises(NotADayError) as error:
        parse_day(text)

    assert error.value.args == ()
    assert error.value.__cause__ is None
    assert "2018-04-15" in str(error.value), "the message shows how to write it"


def test_a_partial_day_has_two_different_ends():
    with pytest.raises(NotADayError):
        PartialDay(date(2018, 4, 15), date(2018, 4, 15))


def test_absent_and_unknown_are_neither_true_nor_false():
    for value in (ABSENT, NOT_ASKED):
        with pytest.raises(TypeError):
            bool(value)


def test_values_survive_pickling():
    for value in (ABSENT, Unknown(Reason.REFUSED), PartialDay.of_year(1990)):
        assert pickle.loads(pickle.dumps(value)) == value
    assert pickle.loads(pickle.dumps(ABSENT)) is ABSENT
    assert repr(ABSENT) == "ABSENT"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (("2018-04-30", "2018-04-30"), Truth.NO),
        (("2018-04-30", "2018-05-01"), Truth.UNKNOWN),
        (("2018-05-02", "2018-05-02"), Truth.UNKNOWN),
        (("2018-05-03", "2018-06-01"), Truth.YES),
        (("2018-05-03", "2018-06-02"), Truth.UNKNOWN),
        (("2018-06-30", "2018-06-30"), Truth.UNKNOWN),
        (("2018-07-01", "2018-07-02"), Truth.NO),
    ],
)
def test_a_day_lies_between_two_that_are_not_known_exactly(day, said):
    first = DaySpan(date(2018, 5, 1), date(2018, 5, 3))
    last = DaySpan(date(2018, 6, 1), date(2018, 6, 30))

    assert between(first, DaySpan(*map(date.fromisoformat, day)), last) is said


def test_whoever_asks_for_the_truth_of_a_value_is_told_what_to_ask_instead():
    with pytest.raises(TypeError) as absent:
        bool(ABSENT)
    with pytest.raises(TypeError) as unknown:
        bool(NOT_ASKED)

    assert str(absent.value) == "compare with `is ABSENT`"
    assert str(unknown.value) == "an unknown value is neither true nor false: use isinstance"


def test_the_first_and_the_last_day_that_a_record_may_hold_are_read():
    assert parse_day("1800-01-01") == date(1800, 1, 1)
    assert parse_day("2999-12-31") == date(2999, 12, 31)

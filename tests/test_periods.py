"""How days are counted: the worked examples of the period rules, and the laws behind them."""

import json
import pickle
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_core.errors import InclusionError
from inclusion_core.periods import (
    BackwardsPeriodError,
    LeapDay,
    LengthError,
    Period,
    PeriodFormError,
    completed_years,
    days_after,
    has_reached,
    months_after,
    months_before,
    parts_of_months_after,
    term,
    term_from,
    weeks_after,
)
from inclusion_core.workdays import (
    NoWorkingDayError,
    monday_to_friday,
    next_working_day,
    with_two_working_days,
    working_days,
)

FIGURES: dict[str, Any] = json.loads(
    (Path(__file__).parent / "figures" / "period_rules.json").read_text(encoding="utf-8")
)
EXAMPLES: dict[str, dict[str, str]] = {row["id"]: row for row in FIGURES["worked_examples"]}
LONG_TERM = FIGURES["long_term_unemployed"]


def day(text: str) -> date:
    return date.fromisoformat(text)


STATUTORY = frozenset(map(day, FIGURES["public_holidays_of_latvia"]))
IN_LIEU = frozenset(map(day, FIGURES["days_off_in_lieu"]))
LATVIAN = working_days(STATUTORY | IN_LIEU)

COUNTED: dict[str, Callable[[date, str], date]] = {
    "months_after_event": lambda event, length: months_after(event, int(length)),
    "days_after_event": lambda event, length: days_after(event, int(length)),
    "at_least_two_working_days": lambda event, length: days_after(event, int(length)),
    "parts_of_months": parts_of_months_after,
    "term_from_start_day": lambda event, length: term_from(event, int(length)),
}

calendar_days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
months = st.integers(-1200, 1200)
periods = st.builds(
    lambda first, length: Period(first, None if length is None else first + timedelta(length)),
    calendar_days,
    st.none() | st.integers(0, 800),
)


def counted(example: dict[str, str]) -> date:
    return COUNTED[example["rule"]](day(example["event"]), example["length"])


# The worked examples


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_worked_example_ends_on_its_last_day(example):
    last_day = counted(example)

    assert last_day == day(example["last_day"])
    assert last_day.strftime("%a") == example["weekday"]
    assert last_day + timedelta(days=1) == day(example["first_day_outside"])


SHIFTED = {key: row for key, row in EXAMPLES.items() if "last_day_on_a_working_day" in row}


@pytest.mark.parametrize("example", SHIFTED.values(), ids=SHIFTED)
def test_the_worked_example_moves_to_its_working_day_when_asked(example):
    last_day = counted(example)
    if example["rule"] == "at_least_two_working_days":
        last_day = with_two_working_days(day(example["event"]), last_day, LATVIAN)

    assert next_working_day(last_day, LATVIAN) == day(example["last_day_on_a_working_day"])


def test_whether_a_day_in_lieu_is_a_public_holiday_is_for_the_caller_to_say():
    example = EXAMPLES["E03"]

    moved = next_working_day(day(example["last_day"]), working_days(STATUTORY))

    assert moved == day(example["last_day_on_a_working_day_without_days_in_lieu"])


def test_a_swapped_day_off_is_no_public_holiday():
    (bridge,) = map(day, FIGURES["swapped_days_off"])

    assert LATVIAN(bridge)
    assert next_working_day(counted(EXAMPLES["E07"]), LATVIAN) == bridge


def test_the_day_after_the_event_is_the_first_that_counts():
    assert days_after(day(EXAMPLES["E01"]["event"]), 1) == day(EXAMPLES["E01"]["first_counted_day"])


@pytest.mark.parametrize("key", ["E12", "E13"])
def test_a_term_counts_its_first_day_and_a_period_after_an_event_does_not(key):
    example = EXAMPLES[key]

    after = months_after(day(example["event"]), int(example["length"]))

    assert after == day(example["as_months_after_event"])
    assert after != counted(example)


def test_a_term_is_not_counted_from_the_day_before_it():
    example = EXAMPLES["E14"]

    from_the_day_before = months_after(days_after(day(example["event"]), -1), 6)

    assert from_the_day_before == day(example["from_the_day_before"])
    assert from_the_day_before != counted(example)


def test_months_are_added_once_from_the_origin():
    example = FIGURES["no_chaining"]
    origin = day(example["event"])

    assert months_after(origin, 2) == day(example["direct"])
    assert months_after(months_after(origin, 1), 1) == day(example["chained"])


# Long-term unemployment


def is_long_term(row: dict[str, Any]) -> bool:
    age = completed_years(day(row["birth"]), day(row["entry"]), LeapDay(row["leap_day"]))
    return months_after(day(row["unemployed_since"]), 6 if age < 25 else 12) < day(row["entry"])


@pytest.mark.parametrize("row", LONG_TERM["examples"])
def test_long_term_unemployment_depends_on_the_age_at_entry(row):
    age = completed_years(day(row["birth"]), day(row["entry"]), LeapDay(row["leap_day"]))

    assert age == row["age_at_entry"]
    assert is_long_term(row) is row["long_term"]


def test_more_than_six_months_since_is_not_asked_backwards():
    example = LONG_TERM["unlike_months_before"]
    since, entry = day(example["unemployed_since"]), day(example["entry"])

    assert months_after(since, example["months"]) < entry
    assert not since < months_before(entry, example["months"])


def test_asking_backwards_goes_wrong_for_28_pairs_of_days():
    entries = [date(2016, 1, 1) + timedelta(days=n) for n in range(366 + 3 * 365)]
    differing = {
        (since, entry)
        for length in (6, 12)
        for entry in entries
        for since in (months_before(entry, length) + timedelta(days=n) for n in range(-5, 6))
        if (months_after(since, length) < entry) != (since < months_before(entry, length))
    }

    assert entries[-1] == date(2019, 12, 31)
    assert len(differing) == LONG_TERM["pairs_that_differ_for_entries_2016_to_2019"]


# Laws of counting


@given(calendar_days, months)
def test_months_agree_with_plain_arithmetic_on_the_calendar(event, length):
    year, month = divmod(event.year * 12 + event.month - 1 + length, 12)
    day = min(event.day, monthrange(year, month + 1)[1])

    assert months_after(event, length) == date(year, month + 1, day)


@given(calendar_days, months)
def test_months_before_are_months_after_backwards(on, length):
    assert months_before(on, length) == months_after(on, -length)


@given(calendar_days, calendar_days, months)
def test_a_later_event_never_ends_earlier(one, other, length):
    earlier, later = sorted((one, other))

    assert months_after(earlier, length) <= months_after(later, length)


@given(calendar_days, st.integers(-500, 500))
def test_weeks_end_on_the_weekday_of_the_event(event, weeks):
    last_day = weeks_after(event, weeks)

    assert last_day.weekday() == event.weekday()
    assert last_day == event + timedelta(weeks=weeks)


@given(calendar_days, calendar_days)
def test_completed_years_are_the_most_that_the_first_of_march_allows(born, on):
    years = completed_years(born, on)

    assert born <= months_before(on, 12 * years)
    assert not born <= months_before(on, 12 * (years + 1))


@given(calendar_days, calendar_days)
def test_completed_years_are_the_most_that_the_28th_of_february_allows(born, on):
    years = completed_years(born, on, LeapDay.FEBRUARY_28)

    assert months_after(born, 12 * years) <= on
    assert not months_after(born, 12 * (years + 1)) <= on


@pytest.mark.parametrize("born", [date(1996, 2, 28), date(1996, 2, 29), date(1996, 3, 1)])
@pytest.mark.parametrize("leap_day", LeapDay)
def test_completed_years_keep_their_law_around_every_leap_day(born, leap_day):
    for year in range(1900, 2101):
        for on in (date(year, 2, 28), date(year, 3, 1) - timedelta(days=1), date(year, 3, 1)):
            years = completed_years(born, on, leap_day)
            if leap_day is LeapDay.MARCH_1:
                held = [born <= months_before(on, 12 * n) for n in (years, years + 1)]
            else:
                held = [months_after(born, 12 * n) <= on for n in (years, years + 1)]
            assert held == [True, False]


@given(calendar_days, calendar_days, st.integers(-5, 110), st.sampled_from(LeapDay))
def test_an_age_is_reached_when_so_many_years_are_completed(born, on, years, leap_day):
    reached = has_reached(born, years, on, leap_day)

    assert reached == (completed_years(born, on, leap_day) >= years)


def test_nobody_has_reached_an_age_before_birth():
    assert completed_years(date(2018, 4, 15), date(2018, 4, 14)) == -1
    assert not has_reached(date(2018, 4, 15), 0, date(2018, 4, 14))
    assert has_reached(date(2018, 4, 15), 0, date(2018, 4, 15))


@pytest.mark.parametrize(
    ("length", "last_day"),
    [
        ("0", date(2018, 3, 10)),
        ("0.25", date(2018, 3, 18)),  # 7.5 days
        ("0.75", date(2018, 4, 2)),  # 22.5 days
        (Decimal("1.5"), date(2018, 4, 25)),
        (2, date(2018, 5, 10)),
    ],
)
def test_a_part_of_a_month_is_a_part_of_thirty_days_and_half_a_day_is_one(length, last_day):
    assert parts_of_months_after(date(2018, 3, 10), length) == last_day


@given(calendar_days, st.integers(0, 1200))
def test_months_without_a_part_are_whole_months(event, length):
    assert parts_of_months_after(event, Decimal(length)) == months_after(event, length)


@pytest.mark.parametrize("length", [2.5, "two", "", "NaN", "Infinity", "-1", Decimal("-0.5"), None])
def test_parts_of_months_must_be_exact_and_run_forwards(length):
    with pytest.raises(LengthError, match=r'write "2\.5"') as raised:
        parts_of_months_after(date(2018, 3, 10), length)

    assert raised.value.length == str(length)
    assert raised.value.__context__ is None


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)).filter(lambda d: d.day <= 28), months)
def test_terms_of_short_days_follow_each_other_without_a_gap(first_day, length):
    length = abs(length) + 1

    assert term_from(first_day, length) + timedelta(days=1) == months_after(first_day, length)


@given(calendar_days, st.integers(1, 240))
def test_a_term_begins_on_its_first_day(first_day, length):
    assert term(first_day, length) == Period(first_day, term_from(first_day, length))


@pytest.mark.parametrize("length", [0, -6])
def test_a_term_lasts_at_least_a_month(length):
    with pytest.raises(LengthError, match="is no term; give 1 or more"):
        term_from(date(2018, 6, 1), length)


@pytest.mark.parametrize(
    "count",
    [
        lambda: months_after(date(9999, 1, 1), 12),
        lambda: months_after(date(2018, 4, 15), 10**30),
        lambda: months_before(date(1, 12, 31), 12),
        lambda: days_after(date(9999, 12, 31), 1),
        lambda: days_after(date(1, 1, 1), -1),
        lambda: days_after(date(2018, 4, 15), 10**30),
        lambda: weeks_after(date(9999, 12, 31), 1),
        lambda: parts_of_months_after(date(9999, 12, 2), "0.999999"),
        lambda: parts_of_months_after(date(2018, 4, 15), "1e999999"),
        lambda: term_from(date(9999, 1, 2), 12),
        lambda: next_working_day(date(9999, 12, 31), working_days([date(9999, 12, 31)])),
    ],
)
def test_a_day_outside_the_calendar_is_a_clear_error(count):
    with pytest.raises(LengthError, match="leads outside the years 1 to 9999"):
        count()


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (lambda: months_after(date(2018, 4, 15), 10**5000), "about 2**16610"),
        (lambda: months_before(date(2018, 4, 15), 10**5000), "about -2**16610"),
        (lambda: days_after(date(2018, 4, 15), -(10**5000)), "about -2**16610"),
        (lambda: term_from(date(2018, 4, 15), -(10**5000)), "about -2**16610"),
        (lambda: parts_of_months_after(date(2018, 4, 15), 10**5000), "about 2**16610"),
        (lambda: parts_of_months_after(date(2018, 4, 15), "9" * 5000), "9" * 100 + "…"),
        (lambda: parts_of_months_after(date(2018, 4, 15), "9" * 100), "9" * 100),
        (lambda: months_after(date(2018, 4, 15), 2**99), str(2**99)),
    ],
)
def test_a_length_that_nobody_can_read_is_not_repeated(count, told):
    with pytest.raises(LengthError) as raised:
        count()

    assert raised.value.length == told


def test_the_ends_of_the_calendar_can_be_reached():
    assert months_after(date(9998, 12, 31), 12) == date(9999, 12, 31)
    assert months_before(date(1, 12, 1), 11) == date(1, 1, 1)
    assert days_after(date(9999, 12, 30), 1) == date.max
    assert days_after(date(1, 1, 2), -1) == date.min


# Working days


def test_weekends_are_no_working_days():
    week = [date(2018, 12, 3) + timedelta(days=n) for n in range(7)]

    assert [monday_to_friday(on) for on in week] == [True] * 5 + [False] * 2


def test_calendars_of_the_same_holidays_are_the_same_value():
    one = working_days([date(2018, 12, 24), date(2018, 12, 25)])
    other = working_days({date(2018, 12, 25), date(2018, 12, 24)})

    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)) == one


@given(calendar_days, st.frozensets(calendar_days, max_size=8))
def test_the_next_working_day_skips_no_working_day(last_day, holidays):
    working_day = working_days(holidays)

    moved = next_working_day(last_day, working_day)

    assert working_day(moved)
    skipped = [last_day + timedelta(days=n) for n in range((moved - last_day).days)]
    assert not any(working_day(on) for on in skipped)


@given(calendar_days, st.integers(2, 12))
def test_two_days_or_more_include_two_working_days(event, length):
    last_day = with_two_working_days(event, days_after(event, length))

    inside = [event + timedelta(days=n + 1) for n in range((last_day - event).days)]
    assert sum(map(monday_to_friday, inside)) >= 2
    if last_day > days_after(event, length):
        assert sum(map(monday_to_friday, inside[:-1])) == 1


def test_a_period_of_one_day_is_not_made_longer():
    friday, saturday = date(2018, 12, 21), date(2018, 12, 22)

    assert with_two_working_days(friday, saturday, LATVIAN) == saturday


def test_a_calendar_without_working_days_is_pointed_out():
    with pytest.raises(NoWorkingDayError, match="check the calendar"):
        next_working_day(date(2018, 12, 3), lambda _day: False)


def test_a_working_day_is_sought_for_366_days_and_no_longer():
    rest = date(2018, 1, 1)

    assert next_working_day(rest, lambda day: day >= date(2019, 1, 1)) == date(2019, 1, 1)
    with pytest.raises(NoWorkingDayError):
        next_working_day(rest, lambda day: day >= date(2019, 1, 2))


# Periods


def test_both_ends_are_inside():
    period = Period(date(2018, 6, 1), date(2018, 11, 30))

    inside = [date(2018, 6, 1), date(2018, 11, 30)]
    outside = [date(2018, 5, 31), date(2018, 12, 1)]
    assert [period.covers(on) for on in inside + outside] == [True, True, False, False]


def test_an_open_ended_period_goes_on():
    period = Period(date(2018, 6, 1))

    assert period.covers(date(2999, 12, 31))
    assert not period.covers(date(2018, 5, 31))
    assert period.days is None


def test_years_and_months_are_periods():
    assert Period.year(2018) == Period(date(2018, 1, 1), date(2018, 12, 31))
    assert Period.month(2020, 2) == Period(date(2020, 2, 1), date(2020, 2, 29))
    assert Period.month(9999, 12).last_day == date.max
    assert (Period.year(2018).days, Period.month(2018, 4).days) == (365, 30)


@pytest.mark.parametrize("make", [lambda: Period.year(0), lambda: Period.month(10_000, 1)])
def test_a_year_outside_the_calendar_is_refused(make):
    with pytest.raises(PeriodFormError, match="years run from 1 to 9999"):
        make()


def test_a_thirteenth_month_is_refused():
    with pytest.raises(PeriodFormError, match="months run from 1 to 12"):
        Period.month(2018, 13)


def test_a_period_cannot_end_before_it_begins():
    with pytest.raises(BackwardsPeriodError, match="correct one of them") as raised:
        Period(date(2018, 6, 2), date(2018, 6, 1))

    assert "2018" not in repr(raised.value) + str(raised.value)


@pytest.mark.parametrize(
    "ends",
    [(datetime(2018, 6, 1, 9, 30),), (date(2018, 6, 1), datetime(2018, 6, 1, 9, 30))],  # noqa: DTZ001
)
def test_a_time_of_day_is_refused(ends):
    with pytest.raises(PeriodFormError, match="without a time"):
        Period(*ends)


def test_periods_with_no_day_in_common_have_no_intersection():
    spring, summer = Period.month(2018, 5), Period.month(2018, 6)

    assert spring.intersection(summer) is None
    assert Period(date(2018, 5, 9)).intersection(spring) == Period(
        date(2018, 5, 9), date(2018, 5, 31)
    )


@given(periods, periods, calendar_days)
def test_a_day_is_in_the_intersection_when_it_is_in_both(one, other, on):
    both = one.intersection(other)

    assert (both is not None and both.covers(on)) == (one.covers(on) and other.covers(on))


@given(periods, periods)
def test_overlap_is_mutual_and_means_a_common_day(one, other):
    assert one.overlaps(other) == other.overlaps(one) == (one.intersection(other) is not None)
    assert one.intersection(other) == other.intersection(one)


@given(periods)
def test_a_period_is_its_own_intersection(period):
    assert period.intersection(period) == period


@given(periods)
def test_a_period_reads_back_from_its_text(period):
    assert Period.parse(str(period)) == period


@given(periods.filter(lambda period: period.last_day is not None))
def test_the_days_of_a_period_include_both_ends(period):
    assert period.days is not None
    assert period.first_day + timedelta(days=period.days - 1) == period.last_day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2018-06-01",
        "..2018-06-01",
        "2018-06-01..2018-06",
        "20180601..20181130",
        "2018-W22-5..2018-11-30",
        "2018-06-31..2018-11-30",
        "2018-06-01...2018-11-30",
        "2018-06-01..2018-11-30..",
        " 2018-06-01..",
        "2018-06-01..\n",
        "٢٠١٨-06-01..",
    ],
)
def test_only_the_exact_form_of_a_period_is_read(text):
    with pytest.raises(PeriodFormError, match=r"write 2018-06-01\.\.2018-11-30") as raised:
        Period.parse(text)

    assert raised.value.__context__ is None


def test_a_written_period_cannot_end_before_it_begins_either():
    with pytest.raises(BackwardsPeriodError):
        Period.parse("2018-06-02..2018-06-01")


@pytest.mark.parametrize(
    "error",
    [
        BackwardsPeriodError(),
        PeriodFormError("months run from 1 to 12"),
        LengthError("0", "months", "is no term; give 1 or more"),
        NoWorkingDayError(),
    ],
)
def test_errors_survive_pickling_with_their_data(error):
    copy = pickle.loads(pickle.dumps(error))

    assert isinstance(copy, InclusionError)
    assert type(copy) is type(error)
    assert (str(copy), vars(copy)) == (str(error), vars(error))


def test_a_length_that_cannot_be_counted_is_named_with_its_unit():
    event = date(2018, 4, 15)

    assert said(lambda: months_after(event, 120_000)) == (
        "a length of 120000 months leads outside the years 1 to 9999"
    )
    assert said(lambda: days_after(date(9999, 12, 31), 1)) == (
        "a length of 1 days leads outside the years 1 to 9999"
    )
    assert said(lambda: parts_of_months_after(event, "120000.5")) == (
        "a length of 120000.5 months leads outside the years 1 to 9999"
    )
    assert said(lambda: parts_of_months_after(event, "-1")) == (
        'a length of -1 months is not exact; write "2.5" or a Decimal, 0 or more'
    )
    assert said(lambda: term_from(event, 0)) == ("a length of 0 months is no term; give 1 or more")


def test_what_is_no_period_of_days_says_how_to_give_one():
    nine = datetime(2018, 6, 1, 9)  # noqa: DTZ001

    assert said(lambda: Period(date(2018, 6, 2), date(2018, 6, 1))) == (
        "the last day lies before the first day; correct one of them"
    )
    assert said(lambda: Period(nine)) == (
        "not a period of days: give days without a time, such as moment.date()"
    )
    assert said(lambda: Period.year(10_000)) == ("not a period of days: years run from 1 to 9999")
    assert said(lambda: Period.month(2018, 0)) == ("not a period of days: months run from 1 to 12")
    assert said(lambda: Period.parse("2018")) == (
        "not a period of days: write 2018-06-01..2018-11-30, or 2018-06-01.. without an end"
    )
    assert str(NoWorkingDayError()) == (
        "no working day within a year; check the calendar of working days"
    )


def said(call):
    with pytest.raises(InclusionError) as raised:
        call()
    return str(raised.value)


def test_an_error_carries_its_data_as_arguments_and_attributes():
    length = LengthError("0", "months", "is no term")
    form = PeriodFormError("months run from 1 to 12")

    assert length.args == (length.length, length.unit, length.problem)
    assert length.args == ("0", "months", "is no term")
    assert form.args == (form.expected,) == ("months run from 1 to 12",)


def test_a_period_is_written_with_both_days_or_without_an_end():
    assert str(Period(date(2018, 6, 1), date(2018, 11, 30))) == "2018-06-01..2018-11-30"
    assert str(Period(date(2018, 6, 1))) == "2018-06-01.."


def test_the_first_year_of_the_calendar_is_a_period():
    assert Period.year(1) == Period(date(1, 1, 1), date(1, 12, 31))


def test_an_age_is_reached_on_the_leap_day_that_was_asked_for():
    born, on = date(2000, 2, 29), date(2025, 2, 28)

    assert has_reached(born, 25, on, LeapDay.FEBRUARY_28)
    assert not has_reached(born, 25, on)


def test_the_second_working_day_is_no_public_holiday_either():
    calendar = working_days([date(2018, 11, 19)])  # a Monday

    ends_on = with_two_working_days(date(2018, 11, 15), date(2018, 11, 17), calendar)
    assert ends_on == date(2018, 11, 20)


def test_a_length_that_nobody_can_read_is_told_by_how_long_it_is():
    event = date(2018, 4, 15)

    assert said(lambda: days_after(event, 10**40)).startswith("a length of about 2**133 days ")
    assert said(lambda: days_after(event, -(10**40))).startswith("a length of about -2**133 days ")
    assert said(lambda: days_after(event, 2**99)).startswith(f"a length of {2**99} days ")
    assert said(lambda: parts_of_months_after(event, 101 * "9")).startswith(
        f"a length of {100 * '9'}… months "
    )
    assert said(lambda: parts_of_months_after(event, 100 * "9")).startswith(
        f"a length of {100 * '9'} months "
    )

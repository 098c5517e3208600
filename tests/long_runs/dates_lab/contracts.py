"""What must hold of days, as contracts that CrossHair tries to break with symbols for numbers.

Each function takes plain numbers or days, asks the product, and gives whether a law holds; its
contract says that it does. CrossHair follows every path through the product that it can.
"""

from __future__ import annotations

from datetime import date

from dates_lab import plain_calendar as plain
from inclusion_core.periods import (
    LeapDay,
    Period,
    completed_years,
    days_after,
    has_reached,
    months_after,
    months_before,
    term_from,
    weeks_after,
)
from inclusion_core.shares import shared_out
from inclusion_core.truth import Truth
from inclusion_core.values import DaySpan, PartialDay, between, day_span
from inclusion_core.workdays import monday_to_friday, next_working_day


def _plain(day: date) -> plain.PlainDay:
    return day.year, day.month, day.day


def months_are_added_once_and_clipped(year: int, month: int, day: int, months: int) -> bool:
    """
    pre: 1900 <= year <= 2100 and 1 <= month <= 12 and 0 <= months <= 600
    pre: 1 <= day <= plain.last_of(year, month)
    post: _
    """
    found = months_after(date(year, month, day), months)
    return _plain(found) == plain.after_months((year, month, day), months)


def months_before_are_months_after_turned_round(
    year: int, month: int, day: int, months: int
) -> bool:
    """
    pre: 1900 <= year <= 2100 and 1 <= month <= 12 and 0 <= months <= 600
    pre: 1 <= day <= plain.last_of(year, month)
    post: _
    """
    start = date(year, month, day)
    found = months_before(start, months)
    back = months_after(found, months)
    return found <= start and (back == start or back.day < start.day)


def a_term_ends_a_day_before_an_event_of_the_same_length(day: date, months: int) -> bool:
    """
    pre: 1900 <= day.year <= 2100 and 1 <= months <= 600
    post: _
    """
    after, term = months_after(day, months), term_from(day, months)
    return term == (days_after(after, -1) if after.day == day.day else after)


def a_term_ends_where_the_plain_calendar_says(year: int, month: int, day: int, months: int) -> bool:
    """
    pre: 1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= months <= 600
    pre: 1 <= day <= plain.last_of(year, month)
    post: _
    """
    found = term_from(date(year, month, day), months)
    return _plain(found) == plain.term_ends((year, month, day), months)


def days_are_added_by_counting(day: date, days: int) -> bool:
    """
    pre: 1900 <= day.year <= 2100 and -36500 <= days <= 36500
    post: _
    """
    return days_after(day, days).toordinal() - day.toordinal() == days


def weeks_end_on_the_same_weekday(day: date, weeks: int) -> bool:
    """
    pre: 1900 <= day.year <= 2100 and 0 <= weeks <= 520
    post: _
    """
    return weeks_after(day, weeks).weekday() == day.weekday()


def years_are_completed_on_the_birthday(born: date, on: date, early: bool) -> bool:
    """
    pre: 1900 <= born.year <= 2100 and born <= on and on.year <= 2100
    post: _
    """
    leap_day = LeapDay.FEBRUARY_28 if early else LeapDay.MARCH_1
    years = completed_years(born, on, leap_day)
    if early:
        return months_after(born, 12 * years) <= on < months_after(born, 12 * (years + 1))
    return born <= months_before(on, 12 * years) and not born <= months_before(on, 12 * (years + 1))


def who_has_reached_an_age_has_completed_so_many_years(born: date, on: date, years: int) -> bool:
    """
    pre: 1900 <= born.year <= 2100 and 1900 <= on.year <= 2100 and 0 <= years <= 120
    post: _
    """
    return has_reached(born, years, on) == (completed_years(born, on) >= years)


def nobody_gets_younger(born: date, on: date, later: date) -> bool:
    """
    pre: 1900 <= born.year <= 2100 and 1900 <= on.year <= 2100 and later.year <= 2100
    pre: on <= later
    post: _
    """
    return completed_years(born, on) <= completed_years(born, later)


def a_period_covers_its_days_and_no_others(first: date, last: date, on: date) -> bool:
    """
    pre: first <= last
    post: _
    """
    return Period(first, last).covers(on) == (first <= on <= last)


def periods_overlap_where_they_share_days(a: date, b: date, c: date, d: date) -> bool:
    """
    pre: a <= b and c <= d
    post: _
    """
    one, other = Period(a, b), Period(c, d)
    shared = one.intersection(other)
    if shared is None:
        return not one.overlaps(other) and (b < c or d < a)
    return one.overlaps(other) and (shared.first_day, shared.last_day) == (max(a, c), min(b, d))


def a_day_between_is_certain_only_if_it_is_so_wherever_the_days_lie(
    spans: tuple[tuple[int, int], tuple[int, int], tuple[int, int]], at: tuple[int, int, int]
) -> bool:
    """
    pre: all(1 <= low <= high <= 9 for low, high in spans)
    pre: all(low <= day <= high for (low, high), day in zip(spans, at))
    post: _
    """
    first, day, last = (DaySpan(_june(low), _june(high)) for low, high in spans)
    found = between(first, day, last)
    inside = at[0] <= at[1] <= at[2]
    return found is Truth.UNKNOWN or (found is Truth.YES) == inside


def _june(day: int) -> date:
    return date(2018, 6, day)


def a_month_known_in_part_spans_its_days(year: int, month: int) -> bool:
    """
    pre: 1800 <= year <= 2999 and 1 <= month <= 12
    post: _
    """
    span = day_span(PartialDay.of_month(year, month))
    last = plain.last_of(year, month)
    return span == (date(year, month, 1), date(year, month, last)) and not span.exact


def the_next_working_day_is_none_of_a_weekend_and_near(day: date) -> bool:
    """
    pre: 1900 <= day.year <= 2100
    post: _
    """
    found = next_working_day(day)
    return monday_to_friday(found) and 0 <= (found - day).days <= 2


def shares_together_are_the_amount(amount: int) -> bool:
    """
    pre: 0 <= amount <= 10**12
    post: _
    """
    shares = shared_out(amount, [])
    return sum(shares) == amount


CONTRACTS = (
    months_are_added_once_and_clipped,
    months_before_are_months_after_turned_round,
    a_term_ends_a_day_before_an_event_of_the_same_length,
    a_term_ends_where_the_plain_calendar_says,
    days_are_added_by_counting,
    weeks_end_on_the_same_weekday,
    years_are_completed_on_the_birthday,
    who_has_reached_an_age_has_completed_so_many_years,
    nobody_gets_younger,
    a_period_covers_its_days_and_no_others,
    periods_overlap_where_they_share_days,
    a_day_between_is_certain_only_if_it_is_so_wherever_the_days_lie,
    a_month_known_in_part_spans_its_days,
    the_next_working_day_is_none_of_a_weekend_and_near,
    shares_together_are_the_amount,
)

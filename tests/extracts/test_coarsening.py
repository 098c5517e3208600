"""Coarser days are true: the day lies in what is told, and that is no smaller than asked."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_core.extracts.cells import PARTIAL, REMOVED, NoValue, cell_of, plain_cells
from inclusion_core.extracts.coarsening import Coarseness, coarsened, days_since
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, ALWAYS, NEVER, NOT_ASKED, PartialDay, day_span

UNITS = (Coarseness.MONTH, Coarseness.QUARTER, Coarseness.YEAR)
DAYS = st.dates(date(1800, 1, 1), date(2999, 12, 31))
ASKED = NoValue("not_asked")
LEAP = date(2020, 2, 29)


@st.composite
def partial_days(draw):
    first = draw(DAYS)
    return PartialDay(first, first + timedelta(days=draw(st.integers(1, 800))))


@given(st.one_of(DAYS, partial_days()), st.sampled_from(UNITS))
def test_a_day_lies_in_what_is_told_of_it(day, unit):
    told, true = coarsened(day, unit), day_span(day)

    assert told.earliest <= true.earliest <= true.latest <= told.latest
    assert coarsened(told, unit) == told
    assert told.earliest.day == 1
    assert (told.latest + timedelta(days=1)).day == 1
    months = {Coarseness.MONTH: 1, Coarseness.QUARTER: 3, Coarseness.YEAR: 12}[unit]
    assert (told.earliest.month - 1) % months == 0
    assert told.latest.month % months == 0


@given(DAYS, DAYS, st.sampled_from(UNITS))
def test_days_of_one_month_quarter_or_year_are_told_alike(one, other, unit):
    alike = {
        Coarseness.MONTH: (one.year, one.month) == (other.year, other.month),
        Coarseness.QUARTER: (one.year, (one.month - 1) // 3)
        == (other.year, (other.month - 1) // 3),
        Coarseness.YEAR: one.year == other.year,
    }[unit]

    assert (coarsened(one, unit) == coarsened(other, unit)) is alike


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        (Coarseness.MONTH, "2020-02"),
        (Coarseness.QUARTER, "2020-01-01/2020-03-31"),
        (Coarseness.YEAR, "2020"),
    ],
)
def test_a_leap_day_is_in_its_month_quarter_and_year(unit, told):
    assert str(coarsened(LEAP, unit)) == told


@pytest.mark.parametrize("cell", [ABSENT, REMOVED, ASKED, "female", 7])
def test_what_is_no_day_stays_as_it_is(cell):
    assert coarsened(cell, Coarseness.YEAR) is cell


def test_a_day_is_told_exactly_where_that_is_asked_for():
    month = PartialDay.of_month(2020, 2)

    assert coarsened(LEAP, Coarseness.DAY) == LEAP
    assert coarsened(month, Coarseness.DAY) == month


def test_an_end_that_is_not_known_stays_so():
    since, until = PartialDay(LEAP, NEVER), PartialDay(ALWAYS, LEAP)

    assert coarsened(since, Coarseness.MONTH) == PartialDay(date(2020, 2, 1), NEVER)
    assert coarsened(until, Coarseness.MONTH) == PartialDay(ALWAYS, LEAP)
    assert list(plain_cells(since, partial=True)) == [None, "partial", LEAP, None]
    assert list(plain_cells(until, partial=True)) == [None, "partial", None, LEAP]


@pytest.mark.parametrize(
    ("since", "day", "told"),
    [
        (LEAP, date(2020, 3, 1), 1),
        (LEAP, date(2020, 2, 28), -1),
        (LEAP, ABSENT, ABSENT),
        (ABSENT, LEAP, ABSENT),
        (LEAP, ASKED, ASKED),
        (ASKED, LEAP, ASKED),
        (ABSENT, ASKED, ASKED),
        (LEAP, PartialDay.of_year(2020), PARTIAL),
        (PartialDay.of_year(2020), LEAP, PARTIAL),
    ],
)
def test_an_interval_is_known_where_both_days_are(since, day, told):
    assert days_since(since, day) == told


def test_absent_and_unknown_are_never_the_same_cell():
    assert cell_of(ABSENT, may_be_absent=True) is ABSENT
    assert cell_of(ABSENT, may_be_absent=False) == ASKED
    assert cell_of(NOT_ASKED, may_be_absent=True) == ASKED
    assert cell_of(YesNo.YES, may_be_absent=True) == "yes"
    assert list(plain_cells(ABSENT, partial=False)) == [None, None]
    assert list(plain_cells(REMOVED, partial=True)) == [None, "removed", None, None]


def test_what_no_table_holds_is_not_written():
    with pytest.raises(TypeError, match="no facts table"):
        cell_of(None, may_be_absent=True)

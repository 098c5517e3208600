"""Which days a picture shows, and where they lie."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_core.lives.axis import Axis, axis_of
from inclusion_core.model.need import Need
from inclusion_core.model.plan import LifeArea
from inclusion_core.model.status import Arrival, CitizenshipSpell
from inclusion_core.values import PartialDay

APRIL = Axis(first_day=date(2018, 4, 1), last_day=date(2018, 4, 30), left=100, right=400)
SOME_DAYS = st.dates(date(2016, 1, 1), date(2020, 12, 31))


def arrival(day):
    return Arrival(id=f"a-{day}", client_id="c-1", arrived_on=day)


def days(axis):
    return axis.first_day, axis.last_day


def test_a_day_begins_where_the_one_before_ends():
    assert APRIL.day_width == 10
    assert (APRIL.begin(date(2018, 4, 1)), APRIL.end(date(2018, 4, 1))) == (100, 110)
    assert APRIL.begin(date(2018, 4, 2)) == 110
    assert APRIL.middle(date(2018, 4, 30)) == 395


@given(SOME_DAYS, SOME_DAYS)
def test_a_later_day_never_lies_further_left_and_no_day_outside(one, other):
    first, second = sorted((one, other))

    assert 100 <= APRIL.begin(first) <= APRIL.begin(second) <= 400
    assert APRIL.begin(first) <= APRIL.end(first) <= APRIL.end(second)


def test_whole_months_are_shown_from_the_first_known_day_to_the_last(lived):
    life = lived(arrival(date(2018, 4, 20)), arrival(date(2018, 6, 2)), known_on=date(2018, 5, 1))
    axis = axis_of(life, left=0, right=1)

    assert days(axis) == (date(2018, 4, 1), date(2018, 6, 30))
    assert list(axis.months) == [date(2018, 4, 1), date(2018, 5, 1), date(2018, 6, 1)]
    assert axis.shows(date(2018, 6, 30))
    assert not axis.shows(date(2018, 7, 1))


def test_the_day_on_which_data_are_known_is_shown_where_it_is_not_far(lived):
    records = (arrival(date(2018, 4, 20)), arrival(date(2018, 6, 2)))
    near = lived(*records, known_on=date(2018, 12, 3))
    far = lived(*records, known_on=date(2024, 1, 2))

    assert days(axis_of(near, left=0, right=1))[1] == date(2018, 12, 31)
    assert days(axis_of(far, left=0, right=1))[1] == date(2018, 6, 30)


def test_what_is_long_past_or_far_ahead_does_not_make_the_picture_wide(lived):
    need = Need(id="n-1", client_id="c-1", area=LifeArea.HOUSING, found_on=date(2030, 1, 1))
    life = lived(arrival(date(2001, 2, 3)), arrival(date(2018, 4, 20)), need)

    assert days(axis_of(life, left=0, right=1)) == (date(2018, 4, 1), date(2018, 12, 31))


@pytest.mark.parametrize(
    ("known", "first_day"),
    [
        (PartialDay.of_year(2017), date(2018, 4, 1)),
        (PartialDay.of_month(2018, 2), date(2018, 2, 1)),
    ],
)
def test_a_year_alone_does_not_make_the_picture_wide_but_a_month_does(lived, known, first_day):
    life = lived(arrival(known), arrival(date(2018, 4, 20)))

    assert axis_of(life, left=0, right=1).first_day == first_day


def test_a_year_alone_is_shown_where_no_other_day_is_known(lived):
    life = lived(arrival(PartialDay.of_year(2018)), known_on=date(2018, 12, 3))

    assert days(axis_of(life, left=0, right=1)) == (date(2018, 1, 1), date(2018, 12, 31))


def test_without_any_known_day_there_is_no_axis(lived):
    assert axis_of(lived(CitizenshipSpell(id="cs-1", client_id="c-1")), left=0, right=1) is None
    ahead = lived(arrival(date(2030, 1, 1)))
    assert axis_of(ahead, left=0, right=1) is None

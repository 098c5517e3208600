"""Where stays and events lie on an axis, and how sure that is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_core.lives.axis import Axis
from inclusion_core.lives.entries import Event, Stay
from inclusion_core.lives.shapes import LEAST, RADIUS, Bar, Mark, Stretch, bar_of, mark_of
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay

SPRING = Axis(first_day=date(2018, 4, 1), last_day=date(2018, 6, 30), left=0, right=910)
KNOWN_ON = date(2018, 6, 10)
MAY = PartialDay.of_month(2018, 5)
IDENTITY = {"record_type": "goal", "record_id": "g-1", "client_id": "c-1"}


def bar(first_day, last_day, known_on=KNOWN_ON):
    return bar_of(Stay(**IDENTITY, first_day=first_day, last_day=last_day), SPRING, known_on)


def mark(day, field="met_on"):
    return mark_of(Event(**IDENTITY, day=day, field=field), SPRING, KNOWN_ON)


def test_a_stay_between_known_days_is_sure_from_end_to_end():
    whole = Stretch(100, 200)

    assert bar(date(2018, 4, 11), date(2018, 4, 20)) == Bar(
        whole=whole, sure=whole, unsure=(), open_from=None, before=False, after=False
    )


def test_a_stay_that_lasts_is_sure_until_the_data_are_known_and_open_from_there():
    assert bar(date(2018, 4, 11), ABSENT) == Bar(
        whole=Stretch(100, 910),
        sure=Stretch(100, 710),
        unsure=(),
        open_from=710,
        before=False,
        after=True,
    )


def test_a_stay_that_is_still_to_begin_is_open_from_its_first_day():
    later = bar(date(2018, 6, 21), ABSENT)

    assert (later.whole, later.open_from) == (Stretch(810, 910), 820)


def test_a_stay_that_reaches_beyond_the_axis_says_so():
    through = bar(date(2018, 1, 1), date(2018, 9, 1))

    assert (through.whole, through.before, through.after) == (Stretch(0, 910), True, True)


@pytest.mark.parametrize(
    "days", [(date(2018, 1, 1), date(2018, 3, 31)), (date(2018, 7, 1), ABSENT)]
)
def test_a_stay_wholly_beyond_the_axis_is_not_drawn(days):
    assert bar(*days) is None


def test_an_end_known_in_part_is_unsure():
    unsure = bar(date(2018, 4, 11), MAY)

    assert (unsure.sure, unsure.unsure) == (Stretch(100, 310), (Stretch(300, 610),))


def test_a_beginning_known_in_part_is_unsure():
    unsure = bar(MAY, date(2018, 6, 5))

    assert (unsure.sure, unsure.unsure) == (Stretch(600, 660), (Stretch(300, 610),))


def test_the_sure_part_may_lie_beyond_the_axis():
    unsure = bar(PartialDay(date(2018, 6, 1), date(2018, 7, 31)), date(2018, 9, 1))

    assert (unsure.sure, unsure.unsure) == (None, (Stretch(610, 910),))


def test_an_unsure_part_may_lie_beyond_the_axis():
    unsure = bar(PartialDay.of_year(1990), date(2018, 4, 20))

    assert (unsure.sure, unsure.unsure, unsure.before) == (Stretch(0, 200), (), True)


def test_between_two_ends_that_may_meet_nothing_is_sure():
    unsure = bar(PartialDay.of_month(2018, 4), PartialDay(date(2018, 4, 20), date(2018, 5, 10)))

    assert (unsure.sure, unsure.unsure) == (None, (Stretch(0, 400),))


def test_a_beginning_that_nobody_knows_is_unsure_from_the_edge():
    unsure = bar(NOT_ASKED, date(2018, 4, 20))

    assert (unsure.sure, unsure.unsure) == (None, (Stretch(0, 200),))
    assert (unsure.before, unsure.after) == (False, False)


def test_of_a_stay_that_lasts_since_nobody_knows_when_nothing_is_sure_until_today():
    unsure = bar(NOT_ASKED, ABSENT)

    assert (unsure.sure, unsure.unsure, unsure.open_from) == (None, (Stretch(0, 710),), 710)


def test_a_stay_that_ended_nobody_knows_when_ended_by_the_day_the_data_are_known():
    unsure = bar(date(2018, 4, 11), NOT_ASKED)

    assert (unsure.sure, unsure.unsure) == (Stretch(100, 110), (Stretch(100, 710),))
    assert unsure.after is False


def test_a_stay_of_which_no_day_is_known_is_not_drawn():
    assert bar(NOT_ASKED, NOT_ASKED) is None
    assert bar(ABSENT, ABSENT) is None


def test_a_short_stretch_can_still_be_seen_also_at_the_edge():
    narrow = Axis(first_day=date(2014, 1, 1), last_day=date(2018, 12, 31), left=0, right=500)

    first = Stretch.of(narrow, date(2014, 1, 1), date(2014, 1, 1))
    last = Stretch.of(narrow, date(2018, 12, 31), date(2018, 12, 31))
    assert (first, last) == (Stretch(0, LEAST), Stretch(500 - LEAST, 500))


def test_an_event_is_a_mark_in_the_middle_of_its_day():
    met = mark(date(2018, 4, 11))

    assert met == Mark(at=105, around=None, planned=False)
    assert met.whole == Stretch(105 - RADIUS, 105 + RADIUS)


def test_an_event_known_in_part_lies_somewhere_in_a_stretch():
    met = mark(MAY)

    assert met == Mark(at=455, around=Stretch(300, 610), planned=False)
    assert met.whole == Stretch(300, 610)


@pytest.mark.parametrize(("day", "field"), [(date(2018, 4, 11), "due_on"), (date(2018, 6, 11), "")])
def test_what_is_due_or_still_to_come_is_planned(day, field):
    assert mark(day, field).planned


@pytest.mark.parametrize(
    "day", [NOT_ASKED, ABSENT, date(2018, 3, 31), date(2018, 7, 1), PartialDay.of_year(1990)]
)
def test_an_event_that_is_not_on_the_axis_has_no_mark(day):
    assert mark(day) is None


DAYS = st.one_of(
    st.dates(date(2018, 3, 1), date(2018, 7, 31)),
    st.builds(PartialDay.of_month, st.just(2018), st.integers(2, 8)),
    st.sampled_from([ABSENT, NOT_ASKED]),
)


@given(DAYS, DAYS)
def test_every_part_of_a_bar_lies_within_the_whole_and_on_the_axis(first_day, last_day):
    drawn = bar(first_day, last_day)

    for part in () if drawn is None else (drawn.whole, drawn.sure, *drawn.unsure):
        if part is not None:
            assert 0 <= drawn.whole.left <= part.left < part.right <= drawn.whole.right <= 910

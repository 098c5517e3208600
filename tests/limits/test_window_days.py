"""The days of a support window: what they are for one day, and what ends it."""

from datetime import date, timedelta
from itertools import product

import attrs
import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from limit_lab import (
    ANNA,
    ENTERED,
    KNOWN_ON,
    MENTOR_LIMIT,
    PLAN,
    STATUS_SPELL,
    WORKER_LIMIT,
    bare_window,
    ids,
    window,
)

from inclusion_core.expr import JUDGED_ON, latest_of, months_after
from inclusion_core.facts.subjects import PARTICIPATION
from inclusion_core.limits import WindowState
from inclusion_core.model.plan import ClosingReason
from inclusion_core.model.status import ProtectionKind
from inclusion_core.periods import Period
from inclusion_core.truth import Truth
from inclusion_core.values import (
    ABSENT,
    ALWAYS,
    NEVER,
    NOT_ASKED,
    DaySpan,
    PartialDay,
    Reason,
    Unknown,
)

APRIL_15 = date(2018, 4, 15)
APRIL_15_LATER = date(2019, 4, 15)
REFUSED = Unknown(Reason.REFUSED)


# The two days.


def test_a_window_is_from_the_status_day_to_the_last_day_of_twelve_months():
    there = window(STATUS_SPELL, PLAN)

    assert there.first_day == APRIL_15
    assert there.last_day == APRIL_15_LATER


def test_a_window_does_not_tell_whose_it_is_or_from_when():
    told = repr(window(STATUS_SPELL, PLAN))

    assert told == "SupportWindow(limit='toy.status.worker', on='2018-12-03')"


def test_the_plan_that_is_fulfilled_ends_the_worker_and_not_the_mentor():
    fulfilled = attrs.evolve(PLAN, fulfilled_on=date(2018, 10, 1))

    assert window(STATUS_SPELL, fulfilled).last_day == date(2018, 10, 1)
    assert window(STATUS_SPELL, fulfilled, limit=MENTOR_LIMIT).last_day == APRIL_15_LATER


def test_a_status_of_some_day_of_a_month_leaves_a_month_open_at_both_ends():
    spell = attrs.evolve(STATUS_SPELL, notified_on=PartialDay.of_month(2018, 4))

    there = window(spell)

    assert there.first_day == PartialDay.of_month(2018, 4)
    assert there.last_day == PartialDay.of_month(2019, 4)


def test_without_status_a_window_has_no_first_day():
    assert window(PLAN).first_day is ABSENT
    assert window(PLAN).last_day is ABSENT


def test_an_unknown_end_leaves_the_last_day_known_at_the_latest():
    there = window(STATUS_SPELL, attrs.evolve(PLAN, fulfilled_on=REFUSED))

    assert there.first_day == APRIL_15
    assert there.last_day == REFUSED
    assert there.last == DaySpan(ALWAYS, APRIL_15_LATER)


@pytest.mark.parametrize("reason", Reason)
def test_the_reason_for_not_knowing_is_that_of_the_record(reason):
    spell = attrs.evolve(STATUS_SPELL, notified_on=Unknown(reason))

    assert window(spell).first_day == Unknown(reason)
    assert window(spell).last_day == Unknown(reason)


def test_the_reason_may_be_that_it_is_not_known_which_status_it_is():
    spell = attrs.evolve(STATUS_SPELL, kind=REFUSED)

    there = window(spell)

    assert there.first == DaySpan(APRIL_15, NEVER)
    assert there.first_day == REFUSED


def test_what_is_unknown_of_a_record_that_does_not_belong_is_no_reason():
    seeker = attrs.evolve(
        STATUS_SPELL, id="s-2", kind=ProtectionKind.ASYLUM_SEEKER, notified_on=REFUSED
    )
    unasked = attrs.evolve(STATUS_SPELL, kind=NOT_ASKED)

    assert window(seeker).first_day is ABSENT
    assert window(seeker, unasked).first_day == NOT_ASKED


def test_a_reason_of_a_record_that_belongs_goes_before_one_that_may():
    may_belong = attrs.evolve(STATUS_SPELL, id="s-2", kind=NOT_ASKED, notified_on=NOT_ASKED)
    belongs = attrs.evolve(STATUS_SPELL, notified_on=REFUSED)

    assert window(belongs, may_belong).first_day == REFUSED


def test_only_the_ends_that_leave_the_last_day_open_are_a_reason_for_it():
    sooner = attrs.evolve(PLAN, fulfilled_on=PartialDay.of_year(2018), closed_on=REFUSED)
    closed = attrs.evolve(sooner, closing_reason=ClosingReason.REFUSED)
    perhaps = attrs.evolve(
        PLAN, fulfilled_on=NOT_ASKED, closed_on=date(2018, 6, 1), closing_reason=REFUSED
    )

    assert window(STATUS_SPELL, sooner).last_day == PartialDay.of_year(2018)
    assert window(STATUS_SPELL, closed).last_day == REFUSED
    assert window(STATUS_SPELL, perhaps).last_day == NOT_ASKED


def test_where_no_field_gives_a_reason_it_was_not_asked():
    """A spell in which the day of the question lies or does not, by a partial day."""
    current = STATUS_SPELL_ON.where(
        lambda spell: spell.kind.is_in(ProtectionKind.REFUGEE)
    ).earliest(lambda spell: spell.notified_on)
    limit = attrs.evolve(MENTOR_LIMIT, first_day=current)
    spell = attrs.evolve(STATUS_SPELL, last_day=PartialDay.of_year(2018))

    there = window(spell, limit=limit)

    assert there.first == DaySpan(APRIL_15, NEVER)
    assert there.first_day == NOT_ASKED


STATUS_SPELL_ON = PARTICIPATION.client.protection_spells.on(JUDGED_ON)


def test_that_a_list_may_be_incomplete_has_a_reason_too():
    spells = PARTICIPATION.client.protection_spells.complete_through(PARTICIPATION.client.died_on)
    limit = attrs.evolve(MENTOR_LIMIT, first_day=spells.earliest(lambda each: each.notified_on))

    there = window(STATUS_SPELL, attrs.evolve(ANNA, died_on=REFUSED), limit=limit)

    assert there.first == DaySpan(ALWAYS, APRIL_15)
    assert there.first_day == REFUSED


def test_the_day_of_the_question_is_known_to_a_limit_that_asks_for_it():
    limit = attrs.evolve(WORKER_LIMIT, first_day=latest_of(PARTICIPATION.entered_on, JUDGED_ON))

    assert window(limit=limit, on=date(2018, 9, 1)).first_day == date(2018, 9, 1)


# What they mean for a day.


@pytest.mark.parametrize(
    ("on", "covers", "state", "remaining"),
    [
        (date(2018, 4, 14), Truth.NO, WindowState.NOT_BEGUN, 366),
        (date(2018, 4, 15), Truth.YES, WindowState.OPEN, 366),
        (date(2018, 4, 16), Truth.YES, WindowState.OPEN, 365),
        (date(2019, 4, 14), Truth.YES, WindowState.OPEN, 2),
        (date(2019, 4, 15), Truth.YES, WindowState.OPEN, 1),
        (date(2019, 4, 16), Truth.NO, WindowState.ENDED, 0),
    ],
)
def test_both_days_are_inside(on, covers, state, remaining):
    there = window(STATUS_SPELL, PLAN, on=on)

    assert there.covers(on) is covers
    assert there.state is state
    assert there.remaining_days == remaining


def test_the_days_that_are_surely_inside_are_a_period():
    assert window(STATUS_SPELL).inside == Period(APRIL_15, APRIL_15_LATER)
    assert window().inside is None
    assert bare_window(APRIL_15, ABSENT).inside == Period(APRIL_15)
    assert bare_window(APRIL_15, date(2018, 4, 14)).inside is None
    assert bare_window(PartialDay.of_month(2018, 4), PartialDay.of_month(2018, 6)).inside == Period(
        date(2018, 4, 30), date(2018, 6, 1)
    )


@pytest.mark.parametrize(
    ("first", "last", "empty"),
    [
        (APRIL_15, APRIL_15, Truth.NO),
        (APRIL_15, ABSENT, Truth.NO),
        (APRIL_15, date(2018, 4, 14), Truth.YES),
        (ABSENT, APRIL_15, Truth.YES),
        (ABSENT, ABSENT, Truth.YES),
        (NOT_ASKED, APRIL_15, Truth.UNKNOWN),
        (APRIL_15, NOT_ASKED, Truth.UNKNOWN),
        (NOT_ASKED, ABSENT, Truth.UNKNOWN),
    ],
)
def test_a_window_is_empty_when_it_never_begins_or_ends_before_it_begins(first, last, empty):
    there = bare_window(first, last)

    assert there.is_empty is empty
    assert (there.state is WindowState.NEVER_OPENS) is (empty is Truth.YES)


@pytest.mark.parametrize(
    ("first", "last", "state"),
    [
        (NOT_ASKED, date(2018, 12, 2), WindowState.ENDED),
        (NOT_ASKED, date(2018, 12, 3), WindowState.UNKNOWN),
        (date(2018, 12, 4), NOT_ASKED, WindowState.NOT_BEGUN),
        (date(2018, 12, 3), NOT_ASKED, WindowState.UNKNOWN),
        (date(2018, 12, 3), DaySpan(date(2018, 12, 3), NEVER), WindowState.OPEN),
        (DaySpan(date(2018, 12, 4), NEVER), ABSENT, WindowState.NOT_BEGUN),
    ],
)
def test_the_state_is_known_where_both_days_leave_no_doubt(first, last, state):
    assert bare_window(first, last).state is state


@pytest.mark.parametrize(
    ("first", "last", "least", "most", "exact"),
    [
        (APRIL_15, date(2018, 12, 5), 3, 3, 3),
        (APRIL_15, ABSENT, None, None, None),
        (APRIL_15, NOT_ASKED, 0, None, None),
        (APRIL_15, DaySpan(date(2018, 12, 5), NEVER), 3, None, None),
        (APRIL_15, DaySpan(ALWAYS, date(2018, 12, 5)), 0, 3, None),
        (DaySpan(date(2018, 12, 4), date(2018, 12, 6)), date(2018, 12, 9), 4, 6, None),
        (NOT_ASKED, ABSENT, 0, None, None),
        (NOT_ASKED, date(2018, 12, 5), 0, 3, None),
        (ABSENT, ABSENT, 0, 0, 0),
        (date(2018, 12, 9), date(2018, 12, 5), 0, 0, 0),
    ],
)
def test_the_days_that_are_left_count_the_day_of_the_question_and_the_last(
    first, last, least, most, exact
):
    there = bare_window(first, last)

    assert (there.remaining.least, there.remaining.most) == (least, most)
    assert there.remaining_days == exact


# What ends it.


@pytest.mark.parametrize(
    ("on", "ended_by", "will_end_by"),
    [
        (date(2019, 4, 15), [], ["twelve-months"]),
        (date(2019, 4, 16), ["twelve-months"], []),
    ],
)
def test_on_its_last_day_a_window_has_not_ended(on, ended_by, will_end_by):
    there = window(STATUS_SPELL, PLAN, on=on)

    assert ids(there.ended_by) == ended_by
    assert ids(there.will_end_by) == will_end_by
    assert there.may_end_by == ()


def test_ends_of_one_day_end_it_together():
    fulfilled = attrs.evolve(PLAN, fulfilled_on=APRIL_15_LATER)

    there = window(STATUS_SPELL, fulfilled)

    assert ids(there.will_end_by) == ["plan-fulfilled", "twelve-months"]


@pytest.mark.parametrize(
    ("ends", "on", "ended", "will", "may"),
    [
        ([ABSENT, ABSENT], KNOWN_ON, [], [], []),
        ([ABSENT, date(2018, 12, 3)], KNOWN_ON, [], ["end-2"], []),
        ([PartialDay.of_month(2018, 12), ABSENT], date(2018, 12, 1), [], ["end-1"], []),
        ([PartialDay.of_month(2018, 12), ABSENT], date(2018, 12, 2), [], [], ["end-1"]),
        ([PartialDay.of_month(2018, 12), ABSENT], date(2018, 12, 31), [], [], ["end-1"]),
        ([PartialDay.of_month(2018, 12), ABSENT], date(2019, 1, 1), ["end-1"], [], []),
        ([NOT_ASKED, date(2018, 12, 2)], KNOWN_ON, [], [], ["end-1", "end-2"]),
        ([NOT_ASKED, ABSENT], KNOWN_ON, [], [], ["end-1"]),
        ([PartialDay.of_month(2018, 12), date(2019, 1, 1)], date(2018, 1, 1), [], ["end-1"], []),
    ],
)
def test_what_ends_it_has_come_or_will_come_or_may(ends, on, ended, will, may):
    there = bare_window(APRIL_15, *ends, on=on)

    assert ids(there.ended_by) == ended
    assert ids(there.will_end_by) == will
    assert ids(there.may_end_by) == may


def test_nothing_ends_what_never_begins():
    there = bare_window(ABSENT, date(2018, 1, 1))

    assert there.ended_by == there.will_end_by == there.may_end_by == ()


ORIGIN = date(2018, 12, 3)
spans = st.tuples(st.integers(0, 5), st.integers(0, 3)).map(
    lambda pair: DaySpan(
        ORIGIN + timedelta(days=pair[0]), ORIGIN + timedelta(days=pair[0] + pair[1])
    )
)


@given(st.lists(spans | st.just(DaySpan(NEVER, NEVER)), min_size=1, max_size=3), st.integers(-1, 9))
@settings(max_examples=tries(100), deadline=None)
def test_what_ends_it_agrees_with_every_way_in_which_open_days_can_turn_out(ends, later):
    on = ORIGIN + timedelta(days=later)
    there = bare_window(ORIGIN - timedelta(days=9), *ends, on=on)

    always, ever, ended = set(ids(each.end for each in there.ends)), set(), set()
    for turned_out in product(*(_days_of(span) for span in ends)):
        last_day = min(turned_out)
        first = {
            f"end-{number}"
            for number, day in enumerate(turned_out, start=1)
            if day == last_day < NEVER
        }
        always, ever, ended = always & first, ever | first, ended | {last_day < on}

    told = {*ids(there.ended_by), *ids(there.will_end_by)}
    if ended == {True}:
        assert set(ids(there.ended_by)) == always
    if ended == {False}:
        assert set(ids(there.will_end_by)) == always
    assert told | set(ids(there.may_end_by)) == (always if told else ever)
    assert len([1 for each in (there.ended_by, there.will_end_by, there.may_end_by) if each]) < 2


def _days_of(span):
    number = (span.latest - span.earliest).days
    return [span.earliest + timedelta(days=each) for each in range(number + 1)]


# Which window counts.


def test_of_several_windows_the_one_that_covers_the_day_counts_and_one_that_never_opens_last():
    never = bare_window(ABSENT, ABSENT)
    ended = bare_window(date(2017, 1, 1), date(2017, 12, 31))
    ended_later = bare_window(date(2016, 1, 1), date(2018, 6, 30))
    to_come = bare_window(date(2019, 1, 1), date(2019, 6, 30))
    perhaps = bare_window(NOT_ASKED, date(2018, 12, 31))
    there = bare_window(date(2018, 1, 1), date(2018, 12, 31))
    longer = bare_window(date(2018, 6, 1), date(2019, 5, 31))

    listed = [there, never, to_come, longer, perhaps, ended_later, ended]
    listed.sort(key=lambda each: each.rank)

    assert listed == [never, ended, ended_later, to_come, perhaps, there, longer]


def test_months_are_added_once_from_the_origin():
    limit = attrs.evolve(
        MENTOR_LIMIT,
        first_day=PARTICIPATION.entered_on,
        ends=(attrs.evolve(MENTOR_LIMIT.ends[0], day=months_after(PARTICIPATION.entered_on, 2)),),
    )
    entered = attrs.evolve(ENTERED, entered_on=date(2018, 12, 31))

    assert window(entered, limit=limit).last_day == date(2019, 2, 28)

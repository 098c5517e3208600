"""What a window says of a day is what its limit says, and what a plain count of days says."""

from calendar import monthrange
from datetime import date, timedelta

import attrs
from effort import tries
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from limit_lab import ENTERED, PLAN, PROGRAMME, STATUS_SPELL, WORKER_LIMIT, cases_of, window

from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.parameters import Parameters
from inclusion_core.limits import window_of
from inclusion_core.limits.days import WindowState
from inclusion_core.model.plan import ClosingReason
from inclusion_core.model.status import ProtectionKind
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, ALWAYS, NEVER, NOT_ASKED, PartialDay

KINDS = (
    ProtectionKind.ASYLUM_SEEKER,
    ProtectionKind.REFUGEE,
    ProtectionKind.ALTERNATIVE_STATUS,
)
STATUSES = KINDS[1:]
CLOSINGS = (ABSENT, ClosingReason.REFUSED, ClosingReason.COMPLETED)
DAYS = (date(2018, 1, 31), date(2018, 2, 28), date(2018, 6, 30), date(2019, 1, 30))
ALL_DAYS = tuple(date(2017, 12, 1) + timedelta(days=number) for number in range(900))

known_days = st.sampled_from(DAYS)
day_fields = st.one_of(
    known_days, st.sampled_from([PartialDay.of_month(2018, 2), ABSENT, NOT_ASKED, NOT_ASKED])
)


@st.composite
def lives(draw):
    """Spells and plans of which something is not known."""
    spells = [
        attrs.evolve(
            STATUS_SPELL,
            id=f"s-{number}",
            kind=draw(st.sampled_from([*KINDS, NOT_ASKED])),
            notified_on=draw(day_fields),
        )
        for number in range(draw(st.integers(0, 2)))
    ]
    plans = [
        attrs.evolve(
            PLAN,
            id=f"l-{number}",
            fulfilled_on=draw(day_fields),
            closed_on=draw(day_fields),
            closing_reason=draw(st.sampled_from([*CLOSINGS, NOT_ASKED])),
        )
        for number in range(draw(st.integers(0, 2)))
    ]
    return spells, plans


def turned_out(draw, field, value, codes):
    """One value that a field may have."""
    if field.endswith("_on"):
        if isinstance(value, PartialDay):
            return draw(st.dates(value.earliest, value.latest))
        return draw(known_days | st.just(ABSENT)) if value is NOT_ASKED else value
    return draw(st.sampled_from(codes)) if value is NOT_ASKED else value


def completed(draw, record, codes, *fields):
    found = {name: turned_out(draw, name, getattr(record, name), codes) for name in fields}
    return attrs.evolve(record, **found)


def a_year_after(day):
    if day == date.max:
        return day
    last = monthrange(day.year + 1, day.month)[1]
    return date(day.year + 1, day.month, min(day.day, last))


def counted(spells, plans):
    """The first and last day, counted by hand; the last day of the calendar for never."""

    def known(day):
        return date.max if day is ABSENT else day

    first = min(
        (known(each.notified_on) for each in spells if each.kind in STATUSES), default=date.max
    )
    fulfilled = max((known(each.fulfilled_on) for each in plans), default=date.max)
    refused = [each for each in plans if each.closing_reason is ClosingReason.REFUSED]
    closed = min((known(each.closed_on) for each in refused), default=date.max)
    return first, min(a_year_after(first), fulfilled, closed)


LAWS = settings(max_examples=tries(40), deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(lives(), st.data())
@LAWS
def test_no_way_in_which_open_days_turn_out_contradicts_the_window(life, data):
    spells, plans = life
    there = window(*spells, *plans)

    first, last = counted(
        [completed(data.draw, each, KINDS, "kind", "notified_on") for each in spells],
        [
            completed(data.draw, each, CLOSINGS, "fulfilled_on", "closed_on", "closing_reason")
            for each in plans
        ],
    )

    for day in ALL_DAYS:
        assert there.covers(day) is not Truth.of(not first <= day <= last)


@given(
    st.lists(st.sampled_from([*DAYS, ABSENT]), max_size=2),
    st.lists(st.sampled_from([*DAYS, ABSENT]), max_size=2),
)
@LAWS
def test_where_all_is_known_the_window_is_what_is_counted_by_hand(notified, fulfilled):
    spells = [
        attrs.evolve(STATUS_SPELL, id=f"s-{number}", notified_on=day)
        for number, day in enumerate(notified)
    ]
    plans = [
        attrs.evolve(PLAN, id=f"l-{number}", fulfilled_on=day)
        for number, day in enumerate(fulfilled)
    ]
    there = window(*spells, *plans)
    first, last = counted(spells, plans)

    for day in ALL_DAYS:
        assert there.covers(day) is Truth.of(first <= day <= last)


@given(lives(), st.sampled_from(ALL_DAYS), st.sampled_from(ALL_DAYS))
@LAWS
def test_a_window_and_its_limit_agree_on_every_day(life, on, any_day):
    spells, plans = life
    (standing,) = cases_of(ENTERED, *spells, *plans).in_programme(PROGRAMME)
    there = window_of(WORKER_LIMIT, standing, on)
    reader = ObjectReader(standing.records, parameters=Parameters(days={"judged_on": on}))

    near = {
        end + timedelta(days=more)
        for end in (*there.first, *there.last)
        for more in (-1, 0, 1)
        if end not in (ALWAYS, NEVER)
    }

    for day in {any_day, on, *near}:
        read = reader.truth(WORKER_LIMIT.covers(day), standing.participation)
        assert there.covers(day) is read


@given(lives(), st.sampled_from(ALL_DAYS))
@LAWS
def test_the_state_the_days_left_and_the_days_inside_agree_with_the_day(life, on):
    spells, plans = life
    there = window(*spells, *plans, on=on)
    covers = there.covers(on)

    assert (there.state is WindowState.OPEN) is (covers is Truth.YES)
    assert (there.state is WindowState.UNKNOWN) is (covers is Truth.UNKNOWN)
    assert (there.inside is not None and there.inside.covers(on)) is (covers is Truth.YES)
    if there.state in (WindowState.ENDED, WindowState.NEVER_OPENS):
        assert there.remaining_days == 0
    if there.state is WindowState.OPEN:
        assert there.remaining.least is None or there.remaining.least >= 1

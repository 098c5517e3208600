"""Who reaches a limit in the next days, and who may."""

from datetime import date

import attrs
import pytest
from limit_lab import (
    ENTERED,
    MENTOR_LIMIT,
    PLAN,
    PROGRAMME,
    STATUS_SPELL,
    WORKER_LIMIT,
    cases_of,
)

from inclusion_core.expr import day
from inclusion_core.facts.subjects import PARTICIPATION
from inclusion_core.limits import End, expiring
from inclusion_core.model.client import Client
from inclusion_core.periods import LengthError, Period
from inclusion_core.values import NOT_ASKED, PartialDay

ON = date(2019, 4, 1)


def person(number, notified_on, **entered):
    """A client with a status of that day, in the programme."""
    return (
        Client(id=f"k-{number}", provider_id="p-1"),
        attrs.evolve(ENTERED, id=f"b-{number}", client_id=f"k-{number}", **entered),
        attrs.evolve(
            STATUS_SPELL, id=f"t-{number}", client_id=f"k-{number}", notified_on=notified_on
        ),
    )


def soon(*people, days=14, limits=(MENTOR_LIMIT,), on=ON):
    records = [record for each in people for record in each]
    return expiring(limits, cases_of(*records).in_programme(PROGRAMME), on, days)


def listed(windows):
    return [each.standing.participation.id for each in windows]


@pytest.mark.parametrize(
    ("notified_on", "found"),
    [
        (date(2018, 3, 31), False),
        (date(2018, 4, 1), True),
        (date(2018, 4, 15), True),
        (date(2018, 4, 16), False),
    ],
)
def test_the_last_day_lies_between_the_day_of_the_question_and_so_many_days_later(
    notified_on, found
):
    there = soon(person(1, notified_on))

    assert (there.first_day, there.last_day) == (date(2019, 4, 1), date(2019, 4, 15))
    assert listed(there.surely) == (["b-1"] if found else [])
    assert there.perhaps == ()


def test_they_come_by_last_day_then_by_participation():
    there = soon(
        person(3, date(2018, 4, 2)), person(2, date(2018, 4, 2)), person(1, date(2018, 4, 9))
    )

    assert listed(there.surely) == ["b-2", "b-3", "b-1"]


def test_an_interval_that_lies_within_is_sure_and_one_that_sticks_out_is_not():
    within = person(1, PartialDay(date(2018, 4, 2), date(2018, 4, 10)))
    sticking_out = person(2, PartialDay.of_month(2018, 4))
    not_known = person(3, NOT_ASKED)
    past = person(4, PartialDay.of_month(2018, 3))

    there = soon(within, sticking_out, not_known, past)

    assert listed(there.surely) == ["b-1"]
    assert listed(there.perhaps) == ["b-3", "b-2"]


def test_who_has_left_is_left_out_and_who_leaves_on_the_day_is_not():
    gone = person(1, date(2018, 4, 9), left_on=date(2019, 3, 31))
    going = person(2, date(2018, 4, 9), left_on=date(2019, 4, 1))
    nobody_knows = person(3, date(2018, 4, 9), left_on=NOT_ASKED)

    assert listed(soon(gone, going, nobody_knows).surely) == ["b-2", "b-3"]


def test_a_window_without_a_day_expires_for_nobody():
    fulfilled = attrs.evolve(PLAN, participation_id="b-1", fulfilled_on=date(2019, 4, 5))
    later = (*person(1, date(2019, 4, 10)), fulfilled)

    assert soon(later, limits=(WORKER_LIMIT,)).surely == ()


def limit_between(key, first_day, last_day, **changes):
    end = End(id="then", says=MENTOR_LIMIT.says, day=day(last_day), source=MENTOR_LIMIT.source)
    return attrs.evolve(MENTOR_LIMIT, id=key, first_day=day(first_day), ends=(end,), **changes)


def test_a_window_after_which_another_of_the_same_support_goes_on_is_left_out():
    before = limit_between("toy.status.a", date(2018, 1, 1), date(2019, 4, 5))
    after = limit_between("toy.status.b", date(2019, 4, 6), date(2019, 12, 31))
    gap = limit_between("toy.status.b", date(2019, 4, 7), date(2019, 12, 31))
    elsewhere = attrs.evolve(after, support=WORKER_LIMIT.support)

    def found(*limits):
        return [each.limit.id for each in soon(person(1, date(2018, 1, 1)), limits=limits).surely]

    assert found(before, after) == []
    assert found(before, gap) == ["toy.status.a"]
    assert found(before, elsewhere) == ["toy.status.a"]


def test_a_window_that_may_end_on_a_day_after_which_nothing_goes_on_stays():
    status = person(1, PartialDay(date(2018, 4, 2), date(2018, 4, 10)))
    after = limit_between("toy.status.b", date(2019, 4, 8), date(2019, 12, 31))
    early = limit_between("toy.status.b", date(2019, 4, 3), date(2019, 12, 31))

    assert listed(soon(status, limits=(MENTOR_LIMIT, after)).surely) == ["b-1"]
    assert listed(soon(status, limits=(MENTOR_LIMIT, early)).surely) == []


def test_a_window_that_has_not_begun_may_end_soon():
    limit = attrs.evolve(
        limit_between("toy.status.a", date(2019, 4, 3), date(2019, 4, 5)),
        first_day=PARTICIPATION.entered_on,
        in_force=Period(date(2019, 4, 3)),
    )

    assert listed(soon(person(1, date(2018, 1, 1)), limits=(limit,)).surely) == ["b-1"]


def test_no_day_ahead_is_the_day_of_the_question_itself():
    assert listed(soon(person(1, date(2018, 4, 1)), days=0).surely) == ["b-1"]


@pytest.mark.parametrize(("days", "problem"), [(-1, "no time ahead"), (10**7, "outside the years")])
def test_a_time_that_cannot_be_is_refused(days, problem):
    with pytest.raises(LengthError, match=problem):
        soon(days=days)

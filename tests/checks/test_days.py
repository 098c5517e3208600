from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from inclusion_core.checks.days import Stay, surely_before, surely_lasts_after
from inclusion_core.periods import Period
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay, day_span, parse_day

DAYS = st.dates(date(2018, 1, 1), date(2018, 1, 8))
PARTIAL_DAYS = (
    st.tuples(DAYS, DAYS).filter(lambda ends: ends[0] < ends[1]).map(lambda ends: PartialDay(*ends))
)
KNOWN_DAYS = DAYS | PARTIAL_DAYS


def completions(day):
    span = day_span(day)
    return [
        date.fromordinal(n) for n in range(span.earliest.toordinal(), span.latest.toordinal() + 1)
    ]


@given(KNOWN_DAYS, KNOWN_DAYS)
def test_surely_before_means_before_for_every_completion(day, other):
    assert surely_before(day, other) == all(
        one < two for one in completions(day) for two in completions(other)
    )


@given(KNOWN_DAYS, KNOWN_DAYS, KNOWN_DAYS, KNOWN_DAYS)
def test_stays_surely_meet_when_they_do_for_every_completion(first, last, other_first, other_last):
    stays = [(one, two) for one in completions(first) for two in completions(last) if one <= two]
    others = [
        (one, two)
        for one in completions(other_first)
        for two in completions(other_last)
        if one <= two
    ]
    stay, other = Stay.of(first, last), Stay.of(other_first, other_last)

    assert (stay is None) == (not stays)
    assert (other is None) == (not others)
    if stay is not None and other is not None:
        meet = [one[0] <= two[1] and two[0] <= one[1] for one in stays for two in others]
        assert stay.surely_meets(other) == other.surely_meets(stay) == all(meet)


def test_an_absent_day_is_before_and_after_none():
    assert not surely_before(ABSENT, date(2018, 5, 1))
    assert not surely_before(date(2018, 5, 1), ABSENT)
    assert not surely_before(ABSENT, ABSENT)


def test_nothing_is_sure_of_an_unknown_day():
    assert not surely_before(NOT_ASKED, date(2018, 5, 1))
    assert not surely_before(date(2018, 5, 1), NOT_ASKED)


def test_what_has_no_last_day_goes_on_as_things_stand():
    assert surely_lasts_after(ABSENT, date(2018, 5, 1))
    assert not surely_lasts_after(ABSENT, ABSENT)
    assert not surely_lasts_after(NOT_ASKED, date(2018, 5, 1))
    assert not surely_lasts_after(date(2018, 5, 1), date(2018, 5, 1))
    assert surely_lasts_after(date(2018, 5, 2), date(2018, 5, 1))


def test_stays_of_which_no_day_is_known_do_not_surely_meet():
    nothing = Stay.of(NOT_ASKED, ABSENT)

    assert not nothing.surely_meets(nothing)
    assert not nothing.surely_meets(Stay.of(date(2018, 5, 1), ABSENT))


def test_a_stay_covers_its_last_day_even_if_its_first_is_unknown():
    until_may = Stay.of(NOT_ASKED, date(2018, 5, 1))

    assert until_may.surely_meets(Stay.of(parse_day("2018-04"), ABSENT))
    assert not until_may.surely_meets(Stay.of(parse_day("2018-05"), ABSENT))


def test_a_stay_that_has_not_begun_cannot_have_ended():
    assert Stay.of(ABSENT, date(2018, 5, 1)) is None


@given(KNOWN_DAYS, KNOWN_DAYS, KNOWN_DAYS, KNOWN_DAYS)
def test_stays_may_meet_when_they_do_for_some_completion(first, last, other_first, other_last):
    stays = [(one, two) for one in completions(first) for two in completions(last) if one <= two]
    others = [
        (one, two)
        for one in completions(other_first)
        for two in completions(other_last)
        if one <= two
    ]
    stay, other = Stay.of(first, last), Stay.of(other_first, other_last)

    if stay is not None and other is not None:
        meet = [one[0] <= two[1] and two[0] <= one[1] for one in stays for two in others]
        assert stay.may_meet(other) == other.may_meet(stay) == any(meet)


def test_what_never_begins_meets_nothing():
    never = Stay.of(ABSENT, ABSENT)

    assert not never.may_meet(Stay.of(date(2018, 5, 1), ABSENT))
    assert Stay.of(NOT_ASKED, ABSENT).may_meet(Stay.of(date(2018, 5, 1), date(2018, 5, 1)))


def test_the_days_of_a_period_are_known_and_those_of_none_are_all():
    may = Stay.during(Period.month(2018, 5))

    assert may == Stay.of(date(2018, 5, 1), date(2018, 5, 31))
    assert Stay.during(Period(date(2018, 5, 1))) == Stay.of(date(2018, 5, 1), ABSENT)
    assert Stay.during(None).surely_meets(may)

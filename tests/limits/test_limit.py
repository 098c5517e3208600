"""Limits as values: a first day and everything that can end support."""

from datetime import date

import attrs
import pytest

from inclusion_core.errors import DeclarationError
from inclusion_core.expr import day, months_after, subject
from inclusion_core.facts.rows import ClientRow, ParticipationRow
from inclusion_core.facts.subjects import ATTENDANCE
from inclusion_core.limits import End, Limit, Support
from inclusion_core.sources import Source
from inclusion_core.texts import lv

ACT = Source(lv("Likums").en("Act"))
SAYS = lv("sešus mēnešus").en("for six months")
participation = subject(ParticipationRow)

COURSE = Support(id="toy.course", says=SAYS, given=ATTENDANCE.minutes >= 1)
SIX_MONTHS = End(
    id="six-months", says=SAYS, day=months_after(participation.entered_on, 6), source=ACT.point("1")
)
LEAVING = End(id="leaving", says=SAYS, day=participation.left_on, source=ACT.point("2"))


def limit(**changes):
    given = {
        "id": "toy.course-length",
        "programme": "toy.course",
        "says": SAYS,
        "support": COURSE,
        "first_day": participation.entered_on,
        "ends": (SIX_MONTHS, LEAVING),
        "source": ACT,
    }
    return Limit(**{**given, **changes})


def test_a_limit_and_an_end_never_change_and_are_written_with_names():
    for value in (limit(), SIX_MONTHS):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            value.id = "other"
        with pytest.raises(TypeError):
            type(value)("six-months")


def test_limits_that_are_built_alike_are_equal_and_make_one_key():
    again = limit(first_day=subject(ParticipationRow).entered_on)

    assert limit() == again
    assert {limit(): 1}[again] == 1
    assert limit() != limit(ends=(SIX_MONTHS,))


def test_the_same_end_may_stand_under_another_source():
    other = SIX_MONTHS.under(ACT.point("3"))

    assert other.source == ACT.point("3")
    assert attrs.evolve(other, source=SIX_MONTHS.source) == SIX_MONTHS
    assert SIX_MONTHS.source == ACT.point("1")


def test_an_end_may_be_a_day_that_the_text_names():
    programme_end = End(
        id="programme-end", says=SAYS, day=day(date(2022, 12, 31)), source=ACT.point("4")
    )

    assert limit(ends=(programme_end,)).ends == (programme_end,)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"ends": ()}, "what ends it? name at least one end"),
        ({"ends": (SIX_MONTHS, LEAVING, SIX_MONTHS)}, "two ends have the id 'six-months'"),
        (
            {"first_day": date(2018, 6, 1)},
            (
                "first_day must be a day of the expression language (of a date that the text "
                "names: day(date(2018, 6, 1))); this is date"
            ),
        ),
        (
            {"ends": (attrs.evolve(LEAVING, day=participation.left_on <= date(2018, 6, 1)),)},
            "the day of end 'leaving' must be a day of the expression language",
        ),
        (
            {"first_day": subject(ClientRow).born_on},
            "first_day must be about the participation, not about a client",
        ),
        (
            {"ends": (attrs.evolve(LEAVING, day=subject(ClientRow).died_on),)},
            "the day of end 'leaving' must be about the participation, not about a client",
        ),
        (
            {
                "first_day": participation.client.arrivals.where(
                    lambda arrival: arrival.country.is_known()
                ).earliest(lambda arrival: arrival.arrived_on)
            },
            "first_day asks whether a field is known",
        ),
    ],
)
def test_what_is_no_limit_is_refused_when_it_is_built(changes, problem):
    with pytest.raises(DeclarationError) as raised:
        limit(**changes)

    assert str(raised.value).startswith("limit 'toy.course-length': ")
    assert problem in str(raised.value)


def test_a_limit_covers_the_days_from_the_first_to_the_last_both_inside():
    on = day(date(2018, 6, 1))

    assert limit().covers(on).node == ((limit().opens_on <= on) & (limit().closes_on >= on)).node

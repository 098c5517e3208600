"""Drawing people: adults, and children of an age that goes with their schooling."""

from __future__ import annotations

from datetime import date
from enum import Enum

import attrs

from inclusion_core.dice import Days, Dice
from inclusion_core.model.client import Client
from inclusion_core.model.education import EducationKind, EducationSpell
from inclusion_core.periods import completed_years, days_after, months_before
from inclusion_core.values import ABSENT, Absent, Day, Unknown, day_span
from inclusion_sif.sample.cards import DOES_NOT_KNOW, Cards, Origin, citizenships, known_to
from inclusion_sif.sample.courses import in_service
from inclusion_sif.sample.life import BLANK, HORIZON, Course, Life, Tale, day_before

__all__ = ["AGES", "Schooling", "adult", "child", "person", "with_school"]


class Schooling(Enum):
    """What a child does with its days."""

    AT_SCHOOL = "general education"
    AT_PRESCHOOL = "preschool"
    TOO_YOUNG = "too young for either"
    NOT_STARTED = "old enough for school, and has not started"
    MOVED_ON = "from general education to a vocational school"
    NOT_TOLD = "some school, nobody knows which"


AGES = {
    Schooling.AT_SCHOOL: (7, 15),
    Schooling.AT_PRESCHOOL: (3, 5),
    Schooling.TOO_YOUNG: (0, 2),
    Schooling.NOT_STARTED: (7, 15),
    Schooling.MOVED_ON: (15, 15),
    Schooling.NOT_TOLD: (7, 15),
}
"""The youngest and the oldest on arrival; who is 15 then is no adult within two years."""

_KINDS: dict[Schooling, EducationKind | Unknown] = {
    Schooling.AT_SCHOOL: EducationKind.GENERAL_EDUCATION,
    Schooling.AT_PRESCHOOL: EducationKind.PRESCHOOL,
    Schooling.MOVED_ON: EducationKind.GENERAL_EDUCATION,
    Schooling.NOT_TOLD: DOES_NOT_KNOW,
}


def person(cards: Cards, course: Course, born_on: Day, tale: Tale = Tale.PLAIN) -> Life:
    """Somebody born on that day who goes through the course."""
    client = Client(id=BLANK, provider_id=BLANK, born_on=born_on, gender=cards.genders.deal())
    origin: Origin = DOES_NOT_KNOW if course.arrival is None else course.arrival.country
    return Life(client=client, course=course, citizenships=citizenships(cards, origin), tale=tale)


def adult(
    cards: Cards, course: Course, tale: Tale = Tale.PLAIN, *, child_born_on: date | None = None
) -> Life:
    """An adult of 22 to 59; a parent is 20 to 35 years older than the oldest child.

    Of some who are 25 or older only the month or year of birth is known.
    """
    if child_born_on is None:
        born_on = _born(cards.dice, course.registered_on, (22, 59))
    else:
        born_on = _born(cards.dice, child_born_on, (20, 35))
    precision = cards.precisions.deal()
    old_enough = completed_years(born_on, course.registered_on) >= 25
    return person(cards, course, known_to(precision, born_on) if old_enough else born_on, tale)


def child(cards: Cards, course: Course, schooling: Schooling, *, school_ends: bool) -> Life:
    """A child of an age that goes with the schooling.

    Of some of 3 to 12 years only the month or year of birth is known.
    """
    day = day_before(day_span(course.in_country_from).earliest)
    born_on = _born(cards.dice, day, AGES[schooling])
    precision = cards.precisions.deal()
    known = known_to(precision, born_on) if 3 <= completed_years(born_on, day) <= 12 else born_on
    life = person(cards, course, known)
    return with_school(cards.dice, life, schooling, school_ends=school_ends)


def _born(dice: Dice, on: date, ages: tuple[int, int]) -> date:
    """A day of birth that gives an age between the two, both inside, on that day."""
    youngest, oldest = ages
    first = days_after(months_before(on, 12 * (oldest + 1)), 1)
    return dice.day(Days(first, months_before(on, 12 * youngest)))


def with_school(dice: Dice, life: Life, schooling: Schooling, *, school_ends: bool) -> Life:
    """The child as it goes to school from soon after entry.

    Nobody starts in summer. ``school_ends`` tells whether it stops on leaving the service.
    """
    kind = _KINDS.get(schooling)
    if kind is None or not life.course.participations:
        return life
    entered_on, left_on = in_service(life.course)
    first_day = _school_day(days_after(entered_on, dice.below(8)))
    if first_day > left_on:
        return life
    if schooling is Schooling.MOVED_ON:
        moved_on = days_after(first_day, 14)
        general = _attendance(kind, first_day, day_before(moved_on))
        return attrs.evolve(
            life, schools=(general, _attendance(EducationKind.VOCATIONAL, moved_on, ABSENT))
        )
    last_day = left_on if school_ends and left_on < HORIZON else ABSENT
    return attrs.evolve(life, schools=(_attendance(kind, first_day, last_day),))


def _school_day(day: date) -> date:
    return day.replace(month=9, day=1) if 6 <= day.month <= 8 else day


def _attendance(
    kind: EducationKind | Unknown, first_day: date, last_day: date | Absent
) -> EducationSpell:
    return EducationSpell(
        id=BLANK, client_id=BLANK, kind=kind, first_day=first_day, last_day=last_day
    )

"""Lives of single people that are unlike the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import attrs

from inclusion_core.dice import Days
from inclusion_core.model.client import Gender
from inclusion_core.model.participation import LeavingReason
from inclusion_core.model.status import ProtectionKind
from inclusion_core.periods import days_after, months_after
from inclusion_core.values import ABSENT, NOT_ASKED, Day, PartialDay, day_span
from inclusion_sif.sample.cards import Cards
from inclusion_sif.sample.courses import in_service, visit, with_protection
from inclusion_sif.sample.life import Course, Life, Tale, day_before
from inclusion_sif.sample.people import Schooling, adult, person, with_school
from inclusion_sif.sample.procedure import decided, refused

__all__ = ["life_of_tale", "likely_the_same"]


def life_of_tale(cards: Cards, course: Course, tale: Tale, day: Days) -> Life:
    """Somebody who goes through the course as the tale has it."""
    twist = _TWISTS.get(tale)
    if twist is not None:
        course = twist(cards, course, cards.dice.day(day))
    if tale is Tale.UNACCOMPANIED:
        life = person(cards, course, cards.dice.day(day), tale)
        return with_school(cards.dice, life, Schooling.AT_SCHOOL, school_ends=False)
    if tale is Tale.BIRTH_UNKNOWN:
        return person(cards, course, cards.no_births.deal(), tale)
    life = adult(cards, course, tale)
    if tale is Tale.GENDER_ASKED_LATER:
        gender = cards.dice.pick((Gender.FEMALE, Gender.MALE))
        return attrs.evolve(life, client=attrs.evolve(life.client, gender=gender))
    if tale is Tale.DIED:
        died_on = in_service(course).last
        return attrs.evolve(life, client=attrs.evolve(life.client, died_on=died_on))
    return life


def likely_the_same(cards: Cards, one: Course, other: Course) -> tuple[Life, Life]:
    """Two people of whom all that was noted down agrees: gender, and the year of birth."""
    second = adult(cards, other)
    born = day_span(second.client.born_on).earliest
    client = attrs.evolve(second.client, born_on=PartialDay.of_year(born.year))
    return attrs.evolve(second, client=client, course=one), second


def _noted_late(_cards: Cards, course: Course, _day: date) -> Course:
    """Noted down when April 2016 is over, before it is reported on."""
    return attrs.evolve(course, registered_on=date(2016, 5, 2))


def _arrival_not_asked(_cards: Cards, course: Course, _day: date) -> Course:
    return _arrived_some_day(course, NOT_ASKED)


def _arrival_by_month(_cards: Cards, course: Course, _day: date) -> Course:
    arrived_on = day_span(course.in_country_from).earliest
    return _arrived_some_day(course, PartialDay.of_month(arrived_on.year, arrived_on.month))


def _arrived_some_day(course: Course, day: Day) -> Course:
    """The course as it is told by who does not know the day of arrival, and hence no first days."""
    first_protection, *protection = course.protection
    first_residence, *residence = course.residence
    return attrs.evolve(
        course,
        arrival=course.arrival and attrs.evolve(course.arrival, arrived_on=day),
        protection=(attrs.evolve(first_protection, first_day=day), *protection),
        residence=(attrs.evolve(first_residence, first_day=day), *residence),
    )


def _left_by_month(_cards: Cards, course: Course, _day: date) -> Course:
    *before, last = course.participations
    left_on = in_service(course).last
    month = PartialDay.of_month(left_on.year, left_on.month)
    return attrs.evolve(course, participations=(*before, attrs.evolve(last, left_on=month)))


def _reason_unknown(_cards: Cards, course: Course, _day: date) -> Course:
    *before, last = course.participations
    unknown = attrs.evolve(last, leaving_reason=NOT_ASKED)
    return attrs.evolve(course, participations=(*before, unknown))


def _came_twice(cards: Cards, course: Course, left_first_on: date) -> Course:
    """An earlier visit, begun soon after arrival, that ended on that day with a refusal."""
    arrived_on = day_span(course.in_country_from).earliest
    entered_on = days_after(arrived_on, 7 + cards.dice.below(8))
    first = visit(entered_on, left_first_on, LeavingReason.REFUSED)
    return attrs.evolve(
        course, registered_on=entered_on, participations=(first, *course.participations)
    )


def _revoked(cards: Cards, course: Course, _day: date) -> Course:
    """The status is revoked on the day after the service ended."""
    seeker, status = course.protection
    left_on = in_service(course).last
    lost_on = days_after(left_on, 1)
    revoked = decided(ProtectionKind.REVOKED, lost_on, lost_on, months_after(lost_on, 1))
    status = attrs.evolve(status, last_day=left_on)
    return with_protection(cards, course, (seeker, status, revoked))


def _upgraded(cards: Cards, course: Course, won_on: date) -> Course:
    """Alternative status, appealed at once and never final; the court gives refugee status."""
    seeker, status = course.protection
    alternative = attrs.evolve(
        status,
        kind=ProtectionKind.ALTERNATIVE_STATUS,
        last_day=day_before(won_on),
        final_on=ABSENT,
    )
    refugee = decided(ProtectionKind.REFUGEE, won_on, won_on, won_on)
    return with_protection(cards, course, (seeker, alternative, refugee))


def _appealed(cards: Cards, course: Course, _day: date) -> Course:
    """A refusal that is final on the day after the service ended, five months after the news."""
    arrived_on = day_span(course.in_country_from).earliest
    final_on = days_after(in_service(course).last, 1)
    return with_protection(cards, course, refused(arrived_on, days_after(final_on, -150), final_on))


def _resettled(cards: Cards, course: Course, _day: date) -> Course:
    """Refugee status was decided abroad and is notified on arrival."""
    arrived_on = day_span(course.in_country_from).earliest
    final_on = months_after(arrived_on, 1)
    refugee = decided(ProtectionKind.REFUGEE, arrived_on, arrived_on, final_on)
    return with_protection(cards, course, (refugee,))


_TWISTS: Mapping[Tale, Callable[[Cards, Course, date], Course]] = {
    Tale.ENTRY_MISWRITTEN: _noted_late,
    Tale.ARRIVAL_UNKNOWN: _arrival_not_asked,
    Tale.ARRIVAL_BY_MONTH: _arrival_by_month,
    Tale.LEFT_BY_MONTH: _left_by_month,
    Tale.REASON_UNKNOWN: _reason_unknown,
    Tale.CAME_TWICE: _came_twice,
    Tale.REVOKED: _revoked,
    Tale.UPGRADED: _upgraded,
    Tale.APPEALED: _appealed,
    Tale.RESETTLED: _resettled,
}

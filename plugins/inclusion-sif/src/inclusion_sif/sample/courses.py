"""Drawing the course of a life: arrival, procedure, and the time in the service.

Nobody is served before arriving, after the asylum procedure ended without a status, or more
than twelve months after a status was notified (Cabinet Regulation No 102, points 32 and 33).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import attrs

from inclusion_core.dice import Days
from inclusion_core.model.participation import LeavingReason, Participation
from inclusion_core.model.status import Arrival, ArrivalManner, ProtectionSpell
from inclusion_core.periods import days_after
from inclusion_core.values import ABSENT, Absent, Unknown, day_span
from inclusion_sif.sample.cards import Cards, Origin
from inclusion_sif.sample.life import BLANK, HORIZON, SERVICE_START, Course
from inclusion_sif.sample.procedure import (
    STATUS_KINDS,
    SpellT,
    drawn_procedure,
    granted,
    limit_day,
    residences,
    until,
)

__all__ = ["Window", "born_into", "drawn_course", "ended", "in_service", "visit", "with_protection"]


@attrs.frozen(kw_only=True)
class Window:
    """The days within which the days of a course are drawn.

    Attributes:
        arrived: Day of arrival.
        entered: First day in the service; None for who is never served.
        left: Last day in it; None where it goes on, as far as anything is recorded.
        granted: Day on which a status was notified; None where the procedure takes its own course.
        manner: How they came.
        at_arrival: Whether the provider notes them down at arrival rather than at entry.
        reason: Why the service ended; None where it is drawn.
        longest_stay: The service ends within so many days, if ``left`` allows it.
    """

    arrived: Days
    entered: Days | None
    left: Days | None = None
    granted: Days | None = None
    manner: ArrivalManner = ArrivalManner.OWN
    at_arrival: bool = False
    reason: LeavingReason | None = None
    longest_stay: int = 330


def visit(
    entered_on: date, left_on: date | Absent, reason: LeavingReason | Absent
) -> Participation:
    """One time in the service."""
    return Participation(
        id=BLANK,
        client_id=BLANK,
        programme_id=BLANK,
        entered_on=entered_on,
        left_on=left_on,
        leaving_reason=reason,
    )


def drawn_course(cards: Cards, window: Window, country: Origin) -> Course:
    """A course inside the window."""
    entered_on = _entered_on(cards, window)
    arrived_on = _arrived_on(cards, window, entered_on)
    left_on = _left_on(cards, window, entered_on)
    served_until = HORIZON if left_on is ABSENT else left_on
    protection = _protection(cards, window, arrived_on, served_until)
    arrival = Arrival(
        id=BLANK, client_id=BLANK, arrived_on=arrived_on, manner=window.manner, country=country
    )
    course = Course(
        registered_on=max(
            SERVICE_START,
            arrived_on if window.at_arrival or entered_on is None else entered_on,
        ),
        arrival=arrival,
        protection=protection,
        residence=residences(cards.dice, cards.places.deal(), protection),
    )
    if entered_on is None:
        return course
    course = attrs.evolve(course, participations=(visit(entered_on, left_on, ABSENT),))
    if left_on is ABSENT:
        return course
    reason = cards.reasons.deal() if window.reason is None else window.reason
    if reason is LeavingReason.LIMIT_REACHED:
        return _to_the_limit(cards, course, arrived_on, left_on)
    return ended(course, left_on, reason)


def _entered_on(cards: Cards, window: Window) -> date | None:
    return None if window.entered is None else cards.dice.day(window.entered)


def _arrived_on(cards: Cards, window: Window, entered_on: date | None) -> date:
    first, last = window.arrived
    if entered_on is not None:
        last = min(last, entered_on)
        first = max(first, min(last, days_after(entered_on, -120)))
    return cards.dice.day(Days(first, last))


def _left_on(cards: Cards, window: Window, entered_on: date | None) -> date | Absent:
    if window.left is None or entered_on is None:
        return ABSENT
    last = window.left.last
    first = max(window.left.first, min(last, days_after(entered_on, 7)))
    soonest = max(first, min(last, days_after(entered_on, window.longest_stay)))
    return cards.dice.day(Days(first, soonest))


def _protection(
    cards: Cards, window: Window, arrived_on: date, served_until: date
) -> tuple[ProtectionSpell, ...]:
    if window.granted is None:
        return drawn_procedure(cards.dice, arrived_on, served_until)
    notified_on = cards.dice.day(window.granted)
    return granted(arrived_on, notified_on, cards.dice.pick(STATUS_KINDS))


def _to_the_limit(cards: Cards, course: Course, arrived_on: date, left_on: date) -> Course:
    """The course with a status that is as old as can be; where none can be, a fulfilled plan."""
    notified_on = limit_day(arrived_on, left_on)
    if notified_on is None:
        return ended(course, left_on, LeavingReason.COMPLETED)
    kind = cards.dice.pick(STATUS_KINDS)
    course = with_protection(cards, course, granted(arrived_on, notified_on, kind))
    return ended(course, left_on, LeavingReason.LIMIT_REACHED)


def with_protection(
    cards: Cards, course: Course, protection: tuple[ProtectionSpell, ...]
) -> Course:
    """The course with another procedure, and the places to live that go with it."""
    residence = residences(cards.dice, cards.places.deal(), protection)
    return attrs.evolve(course, protection=protection, residence=residence)


def ended(course: Course, left_on: date, reason: LeavingReason | Unknown) -> Course:
    """The course with its last visit ended on that day.

    Who dies or leaves the country has no residence after it; the procedure of an asylum seeker
    ends then, and with death every status.
    """
    *before, last = course.participations
    last = attrs.evolve(last, left_on=left_on, leaving_reason=reason)
    course = attrs.evolve(course, participations=(*before, last))
    if reason not in (LeavingReason.LEFT_COUNTRY, LeavingReason.DEATH):
        return course
    protection = until(course.protection, left_on)
    if reason is LeavingReason.LEFT_COUNTRY and protection[-1].kind in STATUS_KINDS:
        protection = course.protection
    return attrs.evolve(course, protection=protection, residence=until(course.residence, left_on))


def in_service(course: Course) -> Days:
    """The first and last day of the last visit; the horizon where it goes on."""
    last = course.participations[-1]
    first_day, last_day = day_span(last.entered_on).earliest, day_span(last.left_on).latest
    return Days(first_day, min(last_day, HORIZON))


def born_into(course: Course, born_on: date) -> Course:
    """The course of a child born into it: no arrival, and nothing before the day of birth."""
    return attrs.evolve(
        course,
        registered_on=born_on,
        arrival=None,
        protection=_since(course.protection, born_on),
        residence=_since(course.residence, born_on),
        participations=tuple(
            attrs.evolve(last, entered_on=born_on) for last in course.participations
        ),
    )


def _since(spells: Sequence[SpellT], first_day: date) -> tuple[SpellT, ...]:
    """The spells that have not ended by that day, none beginning before it."""
    lasting = [spell for spell in spells if day_span(spell.last_day).latest >= first_day]
    return tuple(
        attrs.evolve(spell, first_day=first_day)
        if day_span(spell.first_day).earliest < first_day
        else spell
        for spell in lasting
    )

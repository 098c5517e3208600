"""What was given: talks with one client, sessions in groups, and events with unknown guests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from inclusion_core.dice import Deck
from inclusion_core.model.service import (
    Headcount,
    Service,
    ServiceAttendance,
    ServiceKind,
    ServiceStaff,
)
from inclusion_core.model.staff import StaffRole
from inclusion_core.periods import days_after
from inclusion_core.values import ABSENT, NOT_ASKED, Reason, Unknown
from inclusion_sif.sample.diary import Diary
from inclusion_sif.sample.procedure import CENTRE
from inclusion_sif.sample.team import Colleague, Team
from inclusion_sif.sample.work.assignments import Responsible
from inclusion_sif.sample.work.cases import Case, Desk, contract_on

__all__ = ["Services"]

MINUTES: tuple[int | Unknown, ...] = (30, 45, 45, 60, 60, 60, 90, 90, NOT_ASKED)
PLACES: tuple[str | Unknown, ...] = (
    *[CENTRE] * 6,
    *["Rīga"] * 5,
    "Jelgava",
    "Daugavpils",
    NOT_ASKED,
)
OLD_ENOUGH = 14
"""The age from which a client is talked with alone."""
GROUP = 8
"""At most so many come to one session."""


class Event(NamedTuple):
    """Something for many, besides clients: how many came is all that is known of them.

    Attributes:
        kind: What it was.
        days: The days on which it took place.
        minutes: How long it took altogether.
        people: How many came of whom there is no list; None where nobody counted.
    """

    kind: ServiceKind
    days: tuple[date, ...]
    minutes: int
    people: int | Unknown | None


EVENTS = (
    Event(ServiceKind.EVENT, (date(2016, 4, 20),), 120, 35),
    Event(ServiceKind.EVENT, (date(2016, 6, 20),), 180, 64),
    Event(ServiceKind.EVENT, (date(2017, 11, 16),), 120, Unknown(Reason.NOT_ASKED)),
    Event(ServiceKind.EVENT, (date(2018, 6, 20),), 180, 80),
    Event(ServiceKind.CAMP, tuple(date(2018, 7, day) for day in (23, 24, 25)), 1440, None),
    Event(ServiceKind.TRAINING, (date(2018, 9, 27),), 240, 12),
    Event(ServiceKind.FAMILY_GROUP_CONFERENCE, (date(2018, 10, 18),), 150, 6),
    Event(ServiceKind.EVENT, (date(2018, 11, 14),), 120, 47),
)
MONTHS_OF_GROUPS = (
    *((2016, month) for month in range(3, 9)),
    *((2018, month) for month in range(6, 13)),
    *((2019, month) for month in (1, 2)),
)


class Services:
    """Draws services."""

    def __init__(self, desk: Desk, team: Team, responsible: Responsible) -> None:
        self._desk, self._team, self._responsible = desk, team, responsible
        self._minutes: Deck[int | Unknown] = Deck(desk.dice, MINUTES)
        self._places: Deck[str | Unknown] = Deck(desk.dice, PLACES)
        self._stayed: Deck[bool] = Deck(desk.dice, (*[True] * 6, False))
        self._by_worker: Deck[bool] = Deck(desk.dice, (True, True, False, False, False))

    def talks(self, case: Case) -> None:
        """Writes the talks with one client: every three to five weeks one."""
        day = self._desk.soon(case.days.first, 10)
        while case.age_on(case.days.first) >= OLD_ENOUGH and day <= case.days.last:
            role = StaffRole.SOCIAL_WORKER if self._by_worker.deal() else StaffRole.SOCIAL_MENTOR
            colleague = self._responsible.on(day, case, role)
            noted_on = max(case.known_from, case.diary.noted_on(day))
            service = self._service(ServiceKind.INDIVIDUAL, (day,), self._minutes.deal())
            self._give(service, [colleague], [case], noted_on)
            day = days_after(day, 21 + self._desk.dice.below(15))

    def for_many(self, cases: Sequence[Case]) -> None:
        """Writes sessions in groups, two a month, and the events."""
        diary = Diary(self._desk.dice)
        for day in self._days_of_groups():
            adults = [case for case in cases if case.is_adult and case.covers(day)]
            service = self._service(ServiceKind.GROUP, (day,), 90)
            self._give(service, self._mentors(day), self._some(adults), diary.noted_on(day))
        for event in EVENTS:
            first, last = event.days[0], event.days[-1]
            guests = _children(cases, first, last) if event.kind is ServiceKind.CAMP else []
            service = self._service(event.kind, event.days, event.minutes)
            noted_on = diary.noted_on(last)
            self._give(service, self._mentors(first), self._some(guests), noted_on)
            if event.people is not None:
                headcount = Headcount(
                    id=self._desk.ids.take("hc"), service_id=service.id, people=event.people
                )
                self._desk.ledger.record(headcount, noted_on)

    def _days_of_groups(self) -> Iterator[date]:
        for year, month in MONTHS_OF_GROUPS:
            first = date(year, month, 2)
            yield days_after(first, self._desk.dice.below(12))
            yield days_after(first, 13 + self._desk.dice.below(12))

    def _mentors(self, day: date) -> list[Colleague]:
        """Two mentors who work on the day."""
        return self._desk.dice.shuffled(self._team.on(day, StaffRole.SOCIAL_MENTOR))[:2]

    def _some(self, cases: Sequence[Case]) -> list[Case]:
        return self._desk.dice.shuffled(cases)[:GROUP]

    def _service(self, kind: ServiceKind, days: Sequence[date], minutes: int | Unknown) -> Service:
        return Service(
            id=self._desk.ids.take("sr"),
            contract_id=contract_on(days[0]).id,
            kind=kind,
            given_on=days[0],
            last_day=days[-1] if len(days) > 1 else ABSENT,
            minutes=minutes,
            place=self._places.deal(),
        )

    def _give(
        self,
        service: Service,
        colleagues: Sequence[Colleague],
        cases: Sequence[Case],
        noted_on: date,
    ) -> None:
        ledger, take = self._desk.ledger, self._desk.ids.take
        ledger.record(service, noted_on)
        for colleague in colleagues:
            staff = ServiceStaff(
                id=take("ss"),
                service_id=service.id,
                staff_assignment_id=colleague.assignment.id,
                minutes=service.minutes,
            )
            ledger.record(staff, noted_on)
        for case in cases:
            attendance = ServiceAttendance(
                id=take("at"),
                service_id=service.id,
                participation_id=case.participation.id,
                minutes=service.minutes if self._stayed.deal() else NOT_ASKED,
            )
            ledger.record(attendance, max(noted_on, case.known_from))


def _children(cases: Sequence[Case], first: date, last: date) -> list[Case]:
    """Who is old enough to go to school, and in the service on both days."""
    return [
        case
        for case in cases
        if case.age_on(first) in range(7, 18) and case.covers(first) and case.covers(last)
    ]

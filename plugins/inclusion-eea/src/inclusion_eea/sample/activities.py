"""What families are given: one record of service for each activity is enough."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import attrs

from inclusion_core.dice import Days, Deck, Dice
from inclusion_core.model.participation import Participation
from inclusion_core.model.service import Service, ServiceAttendance, ServiceKind, ServiceStaff
from inclusion_core.model.staff import CaseAssignment, StaffAssignment, StaffRole
from inclusion_core.periods import days_after, term_from
from inclusion_core.values import ABSENT
from inclusion_eea.facts import MENTORED_MONTHS
from inclusion_eea.programme import PLACES
from inclusion_eea.sample.families import Family, enters
from inclusion_eea.sample.notebook import Notebook
from inclusion_eea.sample.team import Team

__all__ = ["write_activities"]

_ONE_TO_ONE = (StaffRole.PSYCHOLOGIST, StaffRole.LAWYER, StaffRole.FAMILY_ASSISTANT)
_GROUPS = (date(2014, 6, 17), date(2014, 11, 18), date(2015, 3, 17))
_CAMPS = (
    Days(date(2014, 7, 7), date(2014, 7, 11)),
    Days(date(2014, 8, 4), date(2014, 8, 8)),
)
_AT_CAMP = 12
_MENTORED = 6
_MENTORING_BEGINS = Days(date(2015, 1, 12), date(2015, 1, 30))


def write_activities(
    dice: Dice, notebook: Notebook, team: Team, families: Sequence[Family]
) -> None:
    """Writes all activities with all families."""
    activities = _Activities(dice, notebook, team)
    for family in families:
        activities.with_family(family)
    for place in PLACES:
        of_place = [family for family in families if family.place == place]
        for on in _GROUPS:
            activities.group(on, of_place)
    at_camp = {client_id for camp in _CAMPS for client_id in activities.camp(camp, families)}
    activities.mentoring(families, at_camp)


class _Activities:
    """Draws what families are given, and writes it down."""

    def __init__(self, dice: Dice, notebook: Notebook, team: Team) -> None:
        self._dice, self._notebook, self._team = dice, notebook, team
        self._extras: Deck[StaffRole | None] = Deck(dice, (*_ONE_TO_ONE, None))

    def with_family(self, family: Family) -> None:
        """Psychosocial work, and one more activity in the weeks after it, or a conference."""
        worker = self._team.worker_in(family.place)
        visits = (family.participation,)
        self._case(family.participation, worker, Days(family.served_on, family.last_day))
        self._service(family.served_on, ServiceKind.INDIVIDUAL, visits, worker)
        on = min(days_after(family.served_on, 7 + self._dice.below(40)), family.last_day)
        role = self._extras.deal()
        if role is None:
            self._service(on, ServiceKind.FAMILY_GROUP_CONFERENCE, visits, worker)
        else:
            self._service(on, ServiceKind.INDIVIDUAL, visits, self._dice.pick(self._team.of(role)))

    def group(self, on: date, families: Sequence[Family]) -> None:
        """A support group with some of the families that are in the project on a day."""
        there = [each for each in families if each.served_on <= on <= each.last_day]
        chosen = self._dice.shuffled(there)[:8]
        psychologist = self._team.of(StaffRole.PSYCHOLOGIST)[0]
        visits = [each.participation for each in chosen]
        self._service(on, ServiceKind.GROUP, visits, psychologist)

    def camp(self, days: Days, families: Sequence[Family]) -> list[str]:
        """A camp for schoolchildren of families that are in the project; gives who was there."""
        candidates = [
            (family, child.client)
            for family in families
            for child in family.children
            if family.served_on < days.first
            and days.last <= family.last_day
            and child.age in range(7, 14)
        ]
        chosen = self._dice.shuffled(candidates)[:_AT_CAMP]
        visits = [
            enters(self._notebook, child, days, family.place, single=False)
            for family, child in chosen
        ]
        assistant = self._dice.pick(self._team.of(StaffRole.FAMILY_ASSISTANT))
        self._service(days.first, ServiceKind.CAMP, visits, assistant, last_day=days.last)
        return [child.id for _, child in chosen]

    def mentoring(self, families: Sequence[Family], at_camp: set[str]) -> None:
        """Six young people with a volunteer mentor of their own, for six months."""
        candidates = [
            (family, child.client)
            for family in families
            for child in family.children
            if family.served_on < _MENTORING_BEGINS.first
            and child.age in range(14, 17)
            and child.client.id not in at_camp
        ]
        mentors = self._team.of(StaffRole.VOLUNTEER_MENTOR)
        for number, (family, child) in enumerate(self._dice.shuffled(candidates)[:_MENTORED]):
            first_day = self._dice.day(_MENTORING_BEGINS)
            days = Days(first_day, term_from(first_day, MENTORED_MONTHS))
            visit = enters(self._notebook, child, days, family.place, single=False)
            mentor = mentors[number % len(mentors)]
            self._case(visit, mentor, days)
            self._service(first_day, ServiceKind.INDIVIDUAL, (visit,), mentor)

    def _case(self, visit: Participation, staff: StaffAssignment, days: Days) -> None:
        case = CaseAssignment(
            id=self._notebook.key("ca"),
            participation_id=visit.id,
            staff_assignment_id=staff.id,
            first_day=days.first,
        )
        self._notebook.write(days.first, case)
        self._notebook.change(days.last, attrs.evolve(case, last_day=days.last))

    def _service(
        self,
        on: date,
        kind: ServiceKind,
        visits: Sequence[Participation],
        staff: StaffAssignment,
        *,
        last_day: date | None = None,
    ) -> None:
        service = Service(
            id=self._notebook.key("se"),
            contract_id=staff.contract_id,
            kind=kind,
            given_on=on,
            last_day=ABSENT if last_day is None else last_day,
            minutes=60,
        )
        given_by = ServiceStaff(
            id=self._notebook.key("ss"), service_id=service.id, staff_assignment_id=staff.id
        )
        self._notebook.write(on, service, given_by)
        for visit in visits:
            attendance = ServiceAttendance(
                id=self._notebook.key("at"), service_id=service.id, participation_id=visit.id
            )
            self._notebook.write(on, attendance)

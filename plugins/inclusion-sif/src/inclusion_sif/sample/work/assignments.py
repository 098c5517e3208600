"""Whose case is whose: every client has a social worker and a social mentor on every day.

A case goes to whoever has the fewest; when staff leave, their cases go to others, and who comes
later gets some of those who have the most. A mentor has 5 to 20 clients and a social worker 30 to
120 (Cabinet Regulation No 102, points 32.3 and 33.3), once there are as many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import attrs

from inclusion_core.dice import Days
from inclusion_core.model.staff import CaseAssignment, StaffRole
from inclusion_core.periods import days_after
from inclusion_core.values import day_span
from inclusion_sif.sample.diary import Promptly
from inclusion_sif.sample.life import HORIZON, SERVICE_START, day_before
from inclusion_sif.sample.team import Colleague, Team
from inclusion_sif.sample.work.cases import Case, Desk

__all__ = ["Responsible", "share_out"]

ROLES = (StaffRole.SOCIAL_WORKER, StaffRole.SOCIAL_MENTOR)
ENOUGH = 8
"""So many cases a newcomer gets from others."""


@attrs.frozen
class Turn:
    """The days on which one colleague is responsible for a case."""

    colleague: Colleague
    days: Days


@attrs.frozen
class _Held:
    """A case that a colleague has since a day."""

    case: Case
    by: Colleague
    since: date


@attrs.frozen
class Responsible:
    """Who is responsible for which case, by id of the participation and role."""

    turns: Mapping[tuple[str, StaffRole], Sequence[Turn]]

    def on(self, day: date, case: Case, role: StaffRole) -> Colleague:
        """Who has the case on a day."""
        turns = self.turns[case.participation.id, role]
        return next(turn.colleague for turn in turns if turn.days.first <= day <= turn.days.last)


def share_out(desk: Desk, team: Team, cases: Iterable[Case]) -> Responsible:
    """Shares the cases out among the staff, and writes that down."""
    ordered = sorted(cases, key=lambda case: (case.days.first, case.participation.id))
    turns = {
        (key, role): shared
        for role in ROLES
        for key, shared in _Sharing(team, ordered, role).turns.items()
    }
    for case in ordered:
        for role in ROLES:
            for turn in turns[case.participation.id, role]:
                _write(desk, case, turn)
    return Responsible(turns)


class _Sharing:
    """Goes through all days of the service, and keeps who has which case."""

    def __init__(self, team: Team, cases: Sequence[Case], role: StaffRole) -> None:
        self.turns: dict[str, list[Turn]] = defaultdict(list)
        self._held: dict[str, _Held] = {}
        entering: dict[date, list[Case]] = defaultdict(list)
        for case in cases:
            entering[case.days.first].append(case)
        day = SERVICE_START
        while day <= HORIZON:
            self._settle(day, team.on(day, role), entering[day])
            day = days_after(day, 1)
        for held in list(self._held.values()):
            self._let_go(held, HORIZON)

    def _settle(self, day: date, there: Sequence[Colleague], entering: Sequence[Case]) -> None:
        """Lets go of who has left, then gives every case without a colleague to somebody."""
        without = list(entering)
        for held in list(self._held.values()):
            if _last_day(held.case) < day:
                self._let_go(held, _last_day(held.case))
            elif not held.by.works_on(day):
                self._let_go(held, held.by.days.last)
                without.append(held.case)
        for case in without:
            self._take(case, min(there, key=self._load), day)
        for newcomer in (one for one in there if one.days.first == day):
            self._fill_up(newcomer, there, day)

    def _fill_up(self, newcomer: Colleague, there: Sequence[Colleague], day: date) -> None:
        """Gives a newcomer cases of who has the most, as long as both have enough then."""
        while self._load(newcomer) < ENOUGH:
            busiest = max(there, key=self._load)
            if self._load(busiest) <= ENOUGH:
                break
            handed_on = next(held for held in self._held.values() if held.by is busiest)
            self._let_go(handed_on, day_before(day))
            self._take(handed_on.case, newcomer, day)

    def _take(self, case: Case, by: Colleague, day: date) -> None:
        self._held[case.participation.id] = _Held(case, by, day)

    def _let_go(self, held: _Held, last_day: date) -> None:
        del self._held[held.case.participation.id]
        turn = Turn(held.by, Days(held.since, last_day))
        self.turns[held.case.participation.id].append(turn)

    def _load(self, colleague: Colleague) -> int:
        return sum(held.by is colleague for held in self._held.values())


def _last_day(case: Case) -> date:
    """The last day on which the case may still be open."""
    return min(day_span(case.participation.left_on).latest, HORIZON)


def _write(desk: Desk, case: Case, turn: Turn) -> None:
    """Writes a turn.

    What staff decide is noted at once; that a client has left, when it is told, or when the
    colleague leaves.
    """
    last_day = turn.days.last
    ends_with_case = last_day == _last_day(case)
    assignment = CaseAssignment(
        id=desk.ids.take("ca"),
        participation_id=case.participation.id,
        staff_assignment_id=turn.colleague.assignment.id,
        first_day=turn.days.first,
        last_day=case.participation.left_on if ends_with_case else last_day,
    )
    told_on = min(case.diary.noted_on(last_day), turn.colleague.days.last)
    notes = Promptly({last_day: told_on} if ends_with_case else {})
    desk.ledger.tell(assignment, notes, floor=case.known_from)

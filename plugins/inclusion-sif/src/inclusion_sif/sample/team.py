"""Writing down who works when, whom the social workers oversee, and what staff have learned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import attrs

from inclusion_core.dice import Days, Deck, Dice
from inclusion_core.model.staff import (
    Engagement,
    StaffAssignment,
    StaffMember,
    StaffRole,
    StaffTraining,
    Supervision,
)
from inclusion_core.periods import days_after
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay, Unknown, day_span
from inclusion_sif.sample.diary import Promptly
from inclusion_sif.sample.ids import Ids
from inclusion_sif.sample.ledger import Ledger
from inclusion_sif.sample.life import HORIZON
from inclusion_sif.sample.staff import ROSTER, Turn

__all__ = ["Colleague", "Team", "write_team"]

ENGAGEMENTS: tuple[Engagement | Unknown, ...] = (
    *[Engagement.EMPLOYEE] * 6,
    *[Engagement.CONTRACTOR] * 3,
    Engagement.VOLUNTEER,
    NOT_ASKED,
)
TOPICS: tuple[str | Unknown, ...] = (
    *("Starpkultūru saziņa", "Patvēruma procedūra", "Traumu apzinoša pieeja", "Personas dati"),
    NOT_ASKED,
)
MINUTES: tuple[int | Unknown, ...] = (240, 360, 480, 960, NOT_ASKED)


@attrs.frozen(kw_only=True)
class Colleague:
    """Somebody in one role for one unbroken time.

    Attributes:
        who: Tells people apart.
        assignment: The record of it, written on its first day.
        days: The last day is the horizon where it goes on.
    """

    who: str
    assignment: StaffAssignment
    days: Days

    def works_on(self, day: date) -> bool:
        """Whether the day is one of theirs."""
        return self.days.first <= day <= self.days.last


@attrs.frozen
class Team:
    """All of them, in the order of the roster."""

    colleagues: tuple[Colleague, ...]

    def on(self, day: date, role: StaffRole) -> list[Colleague]:
        """Who works in the role on a day."""
        return [one for one in self.colleagues if one.assignment.role is role and one.works_on(day)]

    def known_as(self, who: str, day: date) -> Colleague:
        """The one of that name on a day."""
        return next(one for one in self.colleagues if one.who == who and one.works_on(day))


def write_team(dice: Dice, ids: Ids, ledger: Ledger) -> Team:
    """Writes staff and their roles, each on its first day."""
    engagements: Deck[Engagement | Unknown] = Deck(dice, ENGAGEMENTS)
    members: dict[str, StaffMember] = {}
    colleagues: list[Colleague] = []
    for turn in ROSTER:
        if turn.who not in members:
            employed = turn.role is StaffRole.SOCIAL_WORKER
            member = StaffMember(
                id=ids.take("s"),
                provider_id=turn.contract.provider_id,
                engagement=Engagement.EMPLOYEE if employed else engagements.deal(),
            )
            ledger.record(member, turn.days.first_day)
            members[turn.who] = member
        assignment = _assignment(turn, members[turn.who], ids)
        ledger.tell(assignment, Promptly(), floor=turn.days.first_day)
        days = Days(turn.days.first_day, turn.days.last_day or HORIZON)
        colleagues.append(Colleague(who=turn.who, assignment=assignment, days=days))
    team = Team(tuple(colleagues))
    for supervision in _supervisions(team, ids):
        ledger.tell(supervision, Promptly(), floor=day_span(supervision.first_day).latest)
    for training in _trainings(dice, ids, team, members):
        ledger.record(training, day_span(training.completed_on).latest)
    return team


def _assignment(turn: Turn, member: StaffMember, ids: Ids) -> StaffAssignment:
    return StaffAssignment(
        id=ids.take("sa"),
        staff_member_id=member.id,
        contract_id=turn.contract.id,
        role=turn.role,
        first_day=turn.days.first_day,
        last_day=turn.days.last_day or ABSENT,
    )


def _supervisions(team: Team, ids: Ids) -> Iterator[Supervision]:
    """Each mentor's time, in the parts in which one social worker oversees it."""
    overseen: list[tuple[Colleague, Days]] = []
    for mentor in team.colleagues:
        day = mentor.days.first
        while mentor.assignment.role is StaffRole.SOCIAL_MENTOR and day <= mentor.days.last:
            worker = _least_busy(team.on(day, StaffRole.SOCIAL_WORKER), overseen, day)
            until = min(mentor.days.last, worker.days.last)
            overseen.append((worker, Days(day, until)))
            yield Supervision(
                id=ids.take("sv"),
                supervisor_id=worker.assignment.id,
                supervised_id=mentor.assignment.id,
                first_day=day,
                last_day=ABSENT if until == HORIZON else until,
            )
            day = days_after(until, 1)


def _least_busy(
    workers: Sequence[Colleague], overseen: Iterable[tuple[Colleague, Days]], on: date
) -> Colleague:
    busy = [worker for worker, days in overseen if days.first <= on <= days.last]
    return min(workers, key=busy.count)


def _trainings(
    dice: Dice, ids: Ids, team: Team, members: dict[str, StaffMember]
) -> Iterator[StaffTraining]:
    """One for each colleague, in the weeks after they began; of some only the month is known."""
    topics: Deck[str | Unknown] = Deck(dice, TOPICS)
    minutes: Deck[int | Unknown] = Deck(dice, MINUTES)
    to_the_day = Deck(dice, (*[True] * 5, False))
    for colleague in team.colleagues:
        day = min(days_after(colleague.days.first, 3 + dice.below(60)), colleague.days.last)
        known = to_the_day.deal()
        yield StaffTraining(
            id=ids.take("st"),
            staff_member_id=members[colleague.who].id,
            topic=topics.deal(),
            completed_on=day if known else PartialDay.of_month(day.year, day.month),
            minutes=minutes.deal(),
        )

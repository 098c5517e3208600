"""What becomes of those who left: results within weeks, and work six months after."""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_core.dice import Days, Dice
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.labour import LabourSpell, LabourStatus, WorkKind
from inclusion_core.model.outcome import Evidence, Outcome, OutcomeKind
from inclusion_core.model.participation import Participation
from inclusion_core.periods import days_after, months_after
from inclusion_core.values import ABSENT
from inclusion_esf.sample.cards import Decks
from inclusion_esf.sample.notebook import Notebook

__all__ = ["Afterwards", "Left"]


@attrs.frozen(kw_only=True)
class Left:
    """Somebody who has left.

    Attributes:
        participation: The participation that ended.
        traits: What they were like on entry.
        on: The last day of it.
    """

    participation: Participation
    traits: EntryTraits
    on: date


class Afterwards:
    """Draws what becomes of people, and writes it down when it is learned."""

    def __init__(self, dice: Dice, decks: Decks, notebook: Notebook) -> None:
        self._dice, self._decks, self._notebook = dice, decks, notebook
        self._outcomes = 0
        self._spells = 0
        self._told_until: dict[str, date] = {}

    def write(self, left: Left) -> None:
        """Writes down results, and the answers of those who are asked six months after."""
        kind = self._decks.outcome.deal()
        if kind is not None:
            happened_on = days_after(left.on, self._decks.days_after_leaving.deal())
            self._outcome(left, kind, happened_on)
            if kind is OutcomeKind.EMPLOYMENT and self._dice.below(8) == 0:
                self._outcome(left, OutcomeKind.JOB_SEARCH, days_after(happened_on, 10))
        self._work_on_entry(left)
        self._six_months_after(left)

    def _outcome(self, left: Left, kind: OutcomeKind, happened_on: date) -> None:
        self._outcomes += 1
        learned_on = days_after(happened_on, 5 + self._dice.below(20))
        outcome = Outcome(
            id=f"o-{self._outcomes:04}",
            participation_id=left.participation.id,
            kind=kind,
            happened_on=happened_on,
            learned_on=learned_on,
            evidence=Evidence.DOCUMENT if self._dice.below(3) else Evidence.REGISTER,
        )
        self._notebook.record(outcome, learned_on)

    def _work_on_entry(self, left: Left) -> None:
        """Of those who worked it is told how secure the work was; it lasted until they left."""
        entered_on = left.participation.entered_on
        if left.traits.labour_status is LabourStatus.EMPLOYED and isinstance(entered_on, date):
            since = months_after(entered_on, -8)
            self._tell(left, LabourStatus.EMPLOYED, Days(since, left.on), days_after(entered_on, 2))

    def _six_months_after(self, left: Left) -> None:
        """What is told of the time after leaving holds up to the day on which it is asked."""
        status = self._decks.later.deal()
        if status is None:
            return
        asked_on = days_after(months_after(left.on, 6), self._dice.below(30))
        since = months_after(left.on, 1 + self._dice.below(6))
        self._tell(left, status, Days(since, asked_on), asked_on)
        better = self._decks.better.deal()
        if status is LabourStatus.EMPLOYED and better is not None:
            self._outcome(left, better, days_after(since, 3))

    def _tell(self, left: Left, status: LabourStatus, days: Days, noted_on: date) -> None:
        """Writes down a spell, as far as nothing was told of its days before."""
        client_id = left.participation.client_id
        told_until = self._told_until.get(client_id)
        first_day = days.first if told_until is None else max(days.first, days_after(told_until, 1))
        if first_day > min(days.last, noted_on):
            return
        self._told_until[client_id] = days.last
        self._spells += 1
        works = status is LabourStatus.EMPLOYED
        spell = LabourSpell(
            id=f"l-{self._spells:04}",
            client_id=client_id,
            status=status,
            work=WorkKind.EMPLOYEE if works else ABSENT,
            contract=self._decks.security.deal() if works else ABSENT,
            working_time=self._decks.time.deal() if works else ABSENT,
            first_day=first_day,
        )
        self._notebook.record(spell, noted_on)
        ended_on = max(days.last, days_after(noted_on, 1))
        self._notebook.change(attrs.evolve(spell, last_day=days.last), ended_on)

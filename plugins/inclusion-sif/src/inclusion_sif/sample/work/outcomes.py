"""What the service led to: when it happened, and when the provider learned of it."""

from __future__ import annotations

from datetime import date

from inclusion_core.dice import Deck
from inclusion_core.model.outcome import Evidence, Outcome, OutcomeKind
from inclusion_core.model.participation import LeavingReason
from inclusion_core.periods import days_after
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, PartialDay, Unknown, day_span
from inclusion_sif.sample.life import HORIZON
from inclusion_sif.sample.work.cases import Case, Desk

__all__ = ["Outcomes"]

KINDS = (
    *[OutcomeKind.JOB_SEARCH] * 3,
    *[OutcomeKind.LANGUAGE_LEVEL] * 3,
    *[OutcomeKind.OWN_HOUSING] * 2,
    *[OutcomeKind.TRAINING] * 2,
    *(OutcomeKind.EDUCATION, OutcomeKind.QUALIFICATION, OutcomeKind.SELF_EMPLOYMENT),
)
EVIDENCE: tuple[Evidence | Absent | Unknown, ...] = (
    *[Evidence.CLIENT_STATEMENT] * 3,
    *[Evidence.DOCUMENT] * 3,
    *[Evidence.REGISTER] * 2,
    *(Evidence.STAFF_OBSERVATION, ABSENT, NOT_ASKED),
)


class Outcomes:
    """Draws outcomes."""

    def __init__(self, desk: Desk) -> None:
        self._desk, dice = desk, desk.dice
        self._kinds: Deck[OutcomeKind] = Deck(dice, KINDS)
        self._evidence: Deck[Evidence | Absent | Unknown] = Deck(dice, EVIDENCE)
        self._has_one = Deck(dice, (True, False))
        self._vague = Deck(dice, (*[False] * 7, True))

    def write(self, case: Case, found_work_on: date | None) -> None:
        """Writes what an adult has reached.

        What comes of a plan that was fulfilled may happen in the weeks after.
        """
        if found_work_on is not None:
            self._outcome(case, OutcomeKind.EMPLOYMENT, found_work_on)
        if case.is_adult and self._has_one.deal():
            first = min(days_after(case.days.first, 14), case.days.last)
            happened_on = self._desk.day_between(first, case.days.last)
            if case.participation.leaving_reason is LeavingReason.COMPLETED:
                happened_on = self._desk.soon(case.days.last, 28)
            self._outcome(case, self._kinds.deal(), happened_on)

    def _outcome(self, case: Case, kind: OutcomeKind, happened_on: date) -> None:
        """One of them; what happens too late to be told before the horizon is left out."""
        month = PartialDay.of_month(happened_on.year, happened_on.month)
        if happened_on > HORIZON:
            return
        known = month if self._vague.deal() and month.latest < HORIZON else happened_on
        outcome = Outcome(
            id=self._desk.ids.take("oc"),
            participation_id=case.participation.id,
            kind=kind,
            happened_on=known,
            learned_on=min(self._desk.soon(day_span(known).latest, 20), HORIZON),
            evidence=self._evidence.deal(),
        )
        self._desk.tell(case, outcome)

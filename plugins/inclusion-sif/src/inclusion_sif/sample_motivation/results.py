"""What the programme led to, when, and on what that rests."""

from __future__ import annotations

from datetime import date

from inclusion_core.dice import Days, Deck, Dice
from inclusion_core.model.outcome import Evidence, Outcome, OutcomeKind
from inclusion_core.periods import days_after
from inclusion_sif.sample.ids import Ids
from inclusion_sif.sample_motivation.figures import Results
from inclusion_sif.sample_motivation.stays import Stay

__all__ = ["Outcomes"]

SOONEST = 7
"""So many days after entry, at the earliest."""
EVIDENCE = (
    *[Evidence.DOCUMENT] * 4,
    *[Evidence.REGISTER] * 3,
    Evidence.CLIENT_STATEMENT,
)


class Outcomes:
    """Draws them."""

    def __init__(self, dice: Dice, ids: Ids) -> None:
        self._dice, self._ids = dice, ids
        self._kinds: dict[tuple[OutcomeKind, ...], Deck[OutcomeKind]] = {}
        self._evidence = Deck(dice, EVIDENCE)
        self._twice = Deck(dice, (True, *[False] * 6))

    def kind(self, results: Results) -> OutcomeKind:
        """One of the kinds; all turn up before one comes again."""
        return self._kinds.setdefault(results.kinds, Deck(self._dice, results.kinds)).deal()

    def of(self, stay: Stay, results: Results, first: OutcomeKind, on: date) -> list[Outcome]:
        """The outcome; now and then there is one more, and the person is counted once."""
        kinds = (first, self.kind(results)) if self._twice.deal() else (first,)
        return [self._outcome(stay, kind, on) for kind in kinds]

    def day(self, results: Results, entered_on: date) -> date:
        """A day after entry on which it happened."""
        soonest = max(results.happened.first, days_after(entered_on, SOONEST))
        return self._dice.day(Days(min(soonest, results.happened.last), results.happened.last))

    def _outcome(self, stay: Stay, kind: OutcomeKind, on: date) -> Outcome:
        return Outcome(
            id=self._ids.take("o"),
            participation_id=stay.participation.id,
            kind=kind,
            happened_on=on,
            learned_on=days_after(on, self._dice.below(4)),
            evidence=self._evidence.deal(),
        )

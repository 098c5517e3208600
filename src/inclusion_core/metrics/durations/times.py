"""Times: how many had what first, after how many days, and how many are told apart."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from inclusion_core.metrics.durations.incidence import Incidence, incidence
from inclusion_core.metrics.durations.time_to import REACHED, TimeTo

__all__ = ["Times"]


@attrs.frozen(kw_only=True)
class Times:
    """The times of some subjects to an outcome.

    Attributes:
        time_to: What was timed.
        known_on: The day at whose end those without an outcome are *not yet*.
        outcomes: How many had each outcome first, by days since the beginning; the outcome itself
            is ``reached``, the exits go by their ids.
        not_yet: How many had none so far, by days since the beginning.
        unknown: Of how many it is not known what came first, or when: they are in no number above.
        before: How many had it, or an exit, before the beginning.
        not_begun: For how many it has not begun.
    """

    time_to: TimeTo
    known_on: date
    outcomes: Mapping[str, Mapping[int, int]] = attrs.field(repr=False)
    not_yet: Mapping[int, int] = attrs.field(repr=False)
    unknown: int = 0
    before: int = 0
    not_begun: int = 0

    @property
    def begun(self) -> int:
        """How many are timed: they have begun, and all their days are known."""
        return sum(self.counted(name) for name in self.outcomes) + sum(self.not_yet.values())

    def counted(self, outcome: str = REACHED) -> int:
        """How many had an outcome first, so far."""
        return sum(self.outcomes.get(outcome, {}).values())

    @property
    def incidence(self) -> Incidence:
        """For which part something has happened by each day."""
        return incidence(self.outcomes, self.not_yet)

    @property
    def median(self) -> int | None:
        """The first day by which one half had the outcome; ``None``: not reached."""
        return self.incidence.median(REACHED)

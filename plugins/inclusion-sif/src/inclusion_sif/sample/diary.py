"""When what happens to a client is noted down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

import attrs

from inclusion_core.dice import Dice
from inclusion_core.periods import days_after
from inclusion_sif.sample.figures import APRIL_2016, HALF_YEAR_2018
from inclusion_sif.sample.life import HORIZON

__all__ = ["Diary", "Notes", "Promptly"]

DELAYS = (0, 0, 0, 1, 1, 2, 3, 5)
"""Days from what happened to its note."""

REPORT_DAYS = (APRIL_2016.status_day, HALF_YEAR_2018.status_day, HORIZON)
"""By these days everything that has happened is noted."""


class Notes(Protocol):
    """Says when something was noted down."""

    def noted_on(self, event: date) -> date:
        """The day on which what happened on that day was noted down; it does not come before."""
        ...


@attrs.frozen
class Promptly:
    """Notes of what happened on the day itself.

    Attributes:
        later: The days whose events were noted later, and when.
    """

    later: Mapping[date, date] = attrs.Factory(dict)

    def noted_on(self, event: date) -> date:
        """That day, or the later one."""
        return self.later.get(event, event)


class Diary:
    """The notes about one client: all that happens on one day is noted on one day."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        self._noted: dict[date, date] = {}

    def noted_on(self, event: date) -> date:
        """Within days of the event, and before the next report."""
        if event not in self._noted:
            noted = days_after(event, self._dice.pick(DELAYS))
            self._noted[event] = min([noted, *(day for day in REPORT_DAYS if day >= event)])
        return self._noted[event]

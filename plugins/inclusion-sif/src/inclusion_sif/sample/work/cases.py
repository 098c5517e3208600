"""A participation as the staff work on it, and the desk at which they write."""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_core.dice import Days, Deck, Dice
from inclusion_core.fields import Record
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Contract
from inclusion_core.model.participation import Participation
from inclusion_core.periods import Period, completed_years, days_after
from inclusion_core.values import PartialDay, day_span
from inclusion_sif.sample.diary import Notes
from inclusion_sif.sample.figures import APRIL_2016
from inclusion_sif.sample.funding import FIRST, SECOND
from inclusion_sif.sample.ids import Ids
from inclusion_sif.sample.ledger import Ledger
from inclusion_sif.sample.life import HANDOVER, HORIZON

__all__ = ["Case", "Desk", "contract_on"]

_REPORTED = (APRIL_2016.period, Period(HANDOVER))


@attrs.frozen(kw_only=True)
class Case:
    """One participation.

    Attributes:
        client: Whose, as known in the end.
        participation: The record, as known in the end.
        diary: When what happens to the client is noted.
        known_from: Day on which the participation stands in the records as it is.
    """

    client: Client
    participation: Participation
    diary: Notes
    known_from: date

    @property
    def days(self) -> Days:
        """The days that are surely in the service and in the records."""
        first = day_span(self.participation.entered_on).latest
        return Days(first, min(day_span(self.participation.left_on).earliest, HORIZON))

    @property
    def length(self) -> int:
        """How many days lie between the first and the last."""
        return (self.days.last - self.days.first).days

    @property
    def is_reported(self) -> bool:
        """Whether it has a day in a period that is reported on, or after the last of them."""
        days = Period(*self.days)
        return any(days.overlaps(period) for period in _REPORTED)

    def age_on(self, day: date) -> int:
        """Completed years; who does not tell their birth is taken for an adult."""
        return completed_years(day_span(self.client.born_on).earliest, day)

    @property
    def is_adult(self) -> bool:
        """Whether the client is an adult on entry."""
        return self.age_on(self.days.first) >= 18

    def covers(self, day: date) -> bool:
        """Whether the client is surely served on that day."""
        return self.days.first <= day <= self.days.last


class Desk:
    """What is needed to write about cases: dice, ids and the ledger."""

    def __init__(self, dice: Dice, ids: Ids, ledger: Ledger) -> None:
        self.dice: Dice = dice
        self.ids: Ids = ids
        self.ledger: Ledger = ledger
        self._vague = Deck(dice, (*[False] * 19, True))

    def tell(self, case: Case, record: Record, floor: date | None = None) -> date:
        """Writes a record of the case step by step; gives the first day of it."""
        return self.ledger.tell(record, case.diary, floor=floor or case.known_from)

    def day_between(self, first: date, last: date) -> date:
        """One of these days; the last where the first lies after it."""
        return self.dice.day(Days(min(first, last), last))

    def vaguely(self, day: date, last: date) -> date | PartialDay:
        """The day; now and then the month of it, if that ends by the last day."""
        month = PartialDay.of_month(day.year, day.month)
        return month if month.latest <= last and self._vague.deal() else day

    def soon(self, day: date, within: int) -> date:
        """A day among so many after that day."""
        return days_after(day, 1 + self.dice.below(within))


def contract_on(day: date) -> Contract:
    """The contract under which the service is delivered on a day."""
    return FIRST if day < HANDOVER else SECOND

"""A support window: from when and until when one participant may be supported, and why."""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.parameters import Parameters
from inclusion_core.facts.cases import Standing
from inclusion_core.limits.limit import End, Limit
from inclusion_core.truth import Truth
from inclusion_core.values import DaySpan

__all__ = ["EndDay", "SupportWindow", "window_of"]


@attrs.frozen(kw_only=True)
class EndDay:
    """One thing that ends support, and the day on which it does."""

    end: End
    day: DaySpan = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class SupportWindow:
    """From when and until when one participant may be supported, as things stand.

    What has not happened counts as never: a plan that is not fulfilled ends nothing. What is not
    known leaves a day open: it is an interval of days.

    Attributes:
        limit: The limit.
        standing: Whose.
        on: The day of the question.
        first: First day of support.
        last: Last day of support, inside the window.
        ends: All that can end it, in the order of the limit.
    """

    limit: Limit
    standing: Standing
    on: date
    first: DaySpan = attrs.field(repr=False)
    last: DaySpan = attrs.field(repr=False)
    ends: tuple[EndDay, ...] = attrs.field(repr=False)

    def covers(self, on: date) -> Truth:
        """Whether a day is inside."""
        begun = on >= self.first.latest, on < self.first.earliest
        ended = on > self.last.latest, on <= self.last.earliest
        if begun[1] or ended[0]:
            return Truth.NO
        return Truth.of(True if begun[0] and ended[1] else None)

    @property
    def rank(self) -> tuple[int, date, date]:
        """Orders the windows of one kind of support: the one that counts on the day is greatest."""
        covers = {Truth.NO: 0, Truth.UNKNOWN: 1, Truth.YES: 2}[self.covers(self.on)]
        return covers, self.last.latest, self.first.latest


def window_of(limit: Limit, standing: Standing, on: date) -> SupportWindow:
    """The window that a limit opens for a participant, as things stand."""
    reader = ObjectReader(standing.records, parameters=Parameters(days={"judged_on": on}))
    record = standing.participation
    return SupportWindow(
        limit=limit,
        standing=standing,
        on=on,
        first=reader.day(limit.opens_on, record),
        last=reader.day(limit.closes_on, record),
        ends=tuple(EndDay(end=end, day=reader.day(end.day, record)) for end in limit.all_ends),
    )

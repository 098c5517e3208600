"""The days of a support window: when it opens, what ends it, and what that means for a day."""

from __future__ import annotations

from datetime import date
from enum import Enum

import attrs

from inclusion_core.expr import nodes
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.parameters import Parameters
from inclusion_core.facts.cases import Standing
from inclusion_core.limits.limit import End, Limit
from inclusion_core.limits.reasons import reason_why
from inclusion_core.periods import Period
from inclusion_core.texts import Text, lv
from inclusion_core.truth import Truth
from inclusion_core.values import (
    ABSENT,
    ALWAYS,
    NEVER,
    Day,
    DaySpan,
    PartialDay,
    Unknown,
    between,
)

__all__ = ["EndDay", "RemainingDays", "WindowDays", "WindowState", "reader_of"]


class WindowState(Enum):
    """How a window stands on the day of the question."""

    NOT_BEGUN = "not_begun"
    OPEN = "open"
    ENDED = "ended"
    UNKNOWN = "unknown"
    """It is not known whether the day is inside."""
    NEVER_OPENS = "never_opens"
    """No day is inside, as things stand: it does not begin, or ends before it begins."""

    @property
    def says(self) -> Text:
        """The words for it."""
        return _SAYS[self]


_SAYS = {
    WindowState.NOT_BEGUN: lv("vēl nav sācies").en("not begun"),
    WindowState.OPEN: lv("ilgst").en("open"),
    WindowState.ENDED: lv("beidzies").en("ended"),
    WindowState.UNKNOWN: lv("nav zināms").en("not known"),
    WindowState.NEVER_OPENS: lv("nesākas").en("never opens"),
}


@attrs.frozen(kw_only=True)
class EndDay:
    """One thing that ends support, and the day on which it does."""

    end: End
    day: DaySpan = attrs.field(repr=False)


@attrs.frozen(kw_only=True, repr=False)
class RemainingDays:
    """How many days of support are left, between a least and a most number.

    Attributes:
        least: So many at least; ``None`` where there is no last day.
        most: So many at most; ``None`` where there may be no last day.
    """

    least: int | None
    most: int | None

    @property
    def exact(self) -> int | None:
        """The number, where it is known; ``None`` also where there is no last day."""
        return self.least if self.least == self.most else None


def reader_of(standing: Standing, on: date) -> ObjectReader:
    """What reads the days of a window: as things stand, what has not happened never does."""
    return ObjectReader(standing.records, parameters=Parameters(days={"judged_on": on}))


@attrs.frozen(kw_only=True, repr=False)
class WindowDays:
    """From when and until when one participant may be supported, as things stand.

    What has not happened counts as never: a plan that is not fulfilled ends nothing. What is not
    known leaves a day open: it is an interval of days.

    Attributes:
        limit: The limit.
        standing: Whose.
        on: The day of the question.
        first: Between which days the first day of support lies, both inside.
        last: Between which days the last day lies, both inside; that day is inside the window.
        ends: All that can end it, in the order of the limit.
    """

    limit: Limit
    standing: Standing
    on: date
    first: DaySpan
    last: DaySpan
    ends: tuple[EndDay, ...]

    def __repr__(self) -> str:
        return f"{type(self).__name__}(limit={self.limit.id!r}, on={self.on.isoformat()!r})"

    # The two days.

    @property
    def first_day(self) -> Day:
        """First day of support; absent where it never comes.

        Unknown where not even an interval is known; :attr:`first` tells *not before* and *not
        after*.
        """
        return self._as_day(self.first, [self.limit.opens_on.node])

    @property
    def last_day(self) -> Day:
        """Last day of support, inside the window; absent where nothing ends it.

        Unknown where not even an interval is known; :attr:`last` tells *at the latest* and *at
        least*.
        """
        return self._as_day(
            self.last, [each.end.day.node for each in self.ends if self._opens(each)]
        )

    def _opens(self, each: EndDay) -> bool:
        """Whether an end is what leaves the last day open."""
        return not each.day.exact and (
            each.day.earliest == self.last.earliest or each.day.latest == self.last.latest
        )

    def _as_day(self, span: DaySpan, read: list[nodes.DayNode]) -> Day:
        if span.earliest == NEVER:
            return ABSENT
        if span.exact:
            return span.earliest
        if span.earliest > ALWAYS and span.latest < NEVER:
            return PartialDay(span.earliest, span.latest)
        reader = reader_of(self.standing, self.on)
        return Unknown(reason_why(read, self.standing.participation, reader))

    # What they mean for a day.

    def covers(self, day: date) -> Truth:
        """Whether a day is inside."""
        return between(self.first, DaySpan(day, day), self.last)

    @property
    def inside(self) -> Period | None:
        """The days that are surely inside; ``None`` where there are none."""
        first_day, last_day = self.first.latest, self.last.earliest
        if first_day == NEVER or last_day < first_day:
            return None
        return Period(first_day, None if last_day == NEVER else last_day)

    @property
    def is_empty(self) -> Truth:
        """Whether no day is inside: it never begins, or ends before it begins."""
        if self.inside is not None:
            return Truth.NO
        surely = self.first.earliest == NEVER or self.last.latest < self.first.earliest
        return Truth.YES if surely else Truth.UNKNOWN

    @property
    def state(self) -> WindowState:
        """How the window stands on the day of the question."""
        if self.is_empty is Truth.YES:
            return WindowState.NEVER_OPENS
        covers = self.covers(self.on)
        if covers is Truth.YES:
            return WindowState.OPEN
        if covers is Truth.UNKNOWN:
            return WindowState.UNKNOWN
        return WindowState.NOT_BEGUN if self.on < self.first.earliest else WindowState.ENDED

    @property
    def remaining(self) -> RemainingDays:
        """How many days of support lie ahead, the day of the question and the last day included.

        On the last day it is 1, after it 0. Before the first day, all days of the window count.
        """
        return RemainingDays(
            least=self._days(self.first.latest, self.last.earliest),
            most=self._days(self.first.earliest, self.last.latest),
        )

    def _days(self, first_day: date, last_day: date) -> int | None:
        if first_day == NEVER:
            return 0
        if last_day == NEVER:
            return None
        return max(0, (last_day - max(self.on, first_day)).days + 1)

    @property
    def remaining_days(self) -> int | None:
        """The number of days that lie ahead, as :attr:`remaining`.

        ``None`` where it is not known exactly, or where there is no last day.
        """
        return self.remaining.exact

    # What ends it.

    @property
    def ended_by(self) -> tuple[End, ...]:
        """What ended it: all that came first, where the window has ended by the day."""
        return self._surely_first if self.last.latest < self.on else ()

    @property
    def will_end_by(self) -> tuple[End, ...]:
        """What will end it, as things stand: all that comes first, on the day or after it."""
        return self._surely_first if self.on <= self.last.earliest else ()

    @property
    def may_end_by(self) -> tuple[End, ...]:
        """What may end it, or may have: where days are open, all that may come first.

        Empty where it is known what ends it, and where nothing does.
        """
        if self.ended_by or self.will_end_by or self.first.earliest == NEVER:
            return ()
        may_come = (each for each in self.ends if each.day.earliest < NEVER)
        return tuple(each.end for each in may_come if each.day.earliest <= self.last.latest)

    @property
    def _surely_first(self) -> tuple[End, ...]:
        """The ends than which no other is earlier, however the open days turn out."""
        if self.first.earliest == NEVER:
            return ()
        return tuple(
            each.end
            for each in self.ends
            if each.day.latest < NEVER
            and all(
                each.day.latest <= other.day.earliest for other in self.ends if other is not each
            )
        )

    @property
    def rank(self) -> tuple[int, date, date]:
        """Orders the windows of one kind of support: the one that counts on the day is greatest.

        One that is open, then one that may be, one that is still to begin, one that has ended;
        of several, the latest to end.
        """
        return _RANKS.index(self.state), self.last.latest, self.first.latest


_RANKS = (
    WindowState.NEVER_OPENS,
    WindowState.ENDED,
    WindowState.NOT_BEGUN,
    WindowState.UNKNOWN,
    WindowState.OPEN,
)

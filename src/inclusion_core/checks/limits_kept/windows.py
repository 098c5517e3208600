"""When support may be given to a participant: within a window of it, and within the participation.

A window is worked out once for a participation, or once for each service day where its limit looks
at the day of the question.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property

import attrs

from inclusion_core.checks.days import ONE_DAY
from inclusion_core.expr import nodes
from inclusion_core.expr.generated import GeneratedReader
from inclusion_core.expr.handles import JUDGED_ON
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.limits.limit import End, Limit, Support
from inclusion_core.model.participation import Participation
from inclusion_core.rules.eligibility import Eligibility
from inclusion_core.truth import Truth, all_of
from inclusion_core.values import ABSENT, Day, DaySpan, between, day_span

__all__ = ["Window", "Windows", "in_programme", "looks_at_the_day", "service_days"]


A_YEAR = timedelta(366)
"""How long the time may be in which a service day lies, so that each day of it is looked at."""


def looks_at_the_day(limit: Limit) -> bool:
    """Whether the window of a limit depends on the day of the question."""
    read = (limit.opens_on.node, limit.closes_on.node)
    return any(part == JUDGED_ON.node for node in read for part in nodes.walk(node))


@attrs.frozen
class Window:
    """From when and until when a limit lets a participant be supported, as things stand.

    It is what :class:`~inclusion_core.limits.window.SupportWindow` tells of its two days, without
    its words: here many are asked for.

    Attributes:
        limit: The limit.
        first: Between which days the first day lies.
        last: Between which days the last day lies.
    """

    limit: Limit
    first: DaySpan = attrs.field(repr=False)
    last: DaySpan = attrs.field(repr=False)

    def covers(self, day: DaySpan) -> Truth:
        """Whether a day is inside."""
        return between(self.first, day, self.last)

    def rank(self, day: DaySpan) -> tuple[int, bool, date]:
        """Orders by what counts on a day: what covers it most, then what begun and ended last."""
        covers = (Truth.NO, Truth.UNKNOWN, Truth.YES).index(self.covers(day))
        return covers, self.first.earliest <= day.latest, self.last.latest


@attrs.frozen(kw_only=True)
class Windows:
    """The windows of all participants, by some records.

    Attributes:
        eligibility: The limits of the programme.
        records: The records.
        known_on: The day up to which they are known.
    """

    eligibility: Eligibility
    records: Records = attrs.field(repr=False)
    known_on: date

    def allow(self, support: Support, visit: Participation, days: tuple[DaySpan, ...]) -> Truth:
        """Whether a kind of support may be given to a participant on all of some days."""
        in_windows = all_of(self._allow(support, visit, day) for day in days)
        return in_windows & in_programme(visit, days)

    def _allow(self, support: Support, visit: Participation, day: DaySpan) -> Truth:
        found = Truth.NO
        for limit, looks in self._limits[support.id]:
            covers = self._covers_each if looks else self._covers
            found |= covers(limit, visit, day)
            if found is Truth.YES:
                break
        return found

    def _covers(self, limit: Limit, visit: Participation, day: DaySpan) -> Truth:
        return self._window(limit, visit, None).covers(day)

    def _covers_each(self, limit: Limit, visit: Participation, day: DaySpan) -> Truth:
        """Whether every day on which the service can have been has a window that covers it."""
        if day.latest - day.earliest > A_YEAR:
            return Truth.UNKNOWN
        length = (day.latest - day.earliest).days + 1
        days = (day.earliest + number * ONE_DAY for number in range(length))
        answers = {self._window(limit, visit, on).covers(DaySpan(on, on)) for on in days}
        return answers.pop() if len(answers) == 1 else Truth.UNKNOWN

    def of(self, support: Support, visit: Participation, day: DaySpan) -> list[Window]:
        """The windows of a kind of support, the one that counts on a day first."""
        windows = [
            self._window(limit, visit, self._on(day) if looks else None)
            for limit, looks in self._limits[support.id]
        ]
        return sorted(windows, key=lambda window: window.rank(day), reverse=True)

    def open_ends(self, window: Window, visit: Participation, day: DaySpan) -> Iterator[End]:
        """The ends of a window of which it is not known whether they came before a day."""
        reader = self._reader(self._on(day))
        for end in window.limit.all_ends:
            ends_on = reader.day(end.day, visit)
            if not ends_on.exact and ends_on.earliest < day.latest:
                yield end

    def _on(self, day: DaySpan) -> date:
        """The day of the question; of a service day that is not known, that of the data."""
        return day.earliest if day.exact else self.known_on

    def _window(self, limit: Limit, visit: Participation, on: date | None) -> Window:
        key = (limit.id, visit.id, on)
        made = self._made
        if key not in made:
            reader = self._reader(self.known_on if on is None else on)
            opens_on, closes_on = self._bounds[limit.id]
            first, last = reader.day(opens_on, visit), reader.day(closes_on, visit)
            made[key] = Window(limit, first, last)
        return made[key]

    def _reader(self, on: date) -> GeneratedReader:
        readers = self._readers
        if on not in readers:
            parameters = Parameters(days={"judged_on": on})
            readers[on] = GeneratedReader(self.records, parameters=parameters)
        return readers[on]

    @cached_property
    def _limits(self) -> dict[str, tuple[tuple[Limit, bool], ...]]:
        """By kind of support, its limits; those that look at the day of the question last."""
        found = {
            support.id: [
                (limit, looks_at_the_day(limit))
                for limit in self.eligibility.limits
                if limit.support.id == support.id
            ]
            for support in self.eligibility.supports
        }
        return {key: tuple(sorted(each, key=lambda it: it[1])) for key, each in found.items()}

    @cached_property
    def _bounds(self) -> dict[str, tuple[nodes.DayNode, nodes.DayNode]]:
        return {
            limit.id: (limit.opens_on.node, limit.closes_on.node)
            for limit in self.eligibility.limits
        }

    @cached_property
    def _made(self) -> dict[tuple[str, str, date | None], Window]:
        return {}

    @cached_property
    def _readers(self) -> dict[date, GeneratedReader]:
        return {}


def in_programme(visit: Participation, days: tuple[DaySpan, ...]) -> Truth:
    """Whether a participant is in the programme on all of some days."""
    entered, left = day_span(visit.entered_on), day_span(visit.left_on)
    return all_of(between(entered, day, left) for day in days)


def service_days(given_on: Day, last_day: Day) -> tuple[DaySpan, ...]:
    """The first and the last day of a service; one day where it takes no more."""
    if last_day is ABSENT:
        return (day_span(given_on),)
    return day_span(given_on), day_span(last_day)

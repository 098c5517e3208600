"""The shapes that stand for stays and events: where they lie on an axis, and how sure that is."""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_core.lives.axis import Axis
from inclusion_core.lives.entries import Event, Stay
from inclusion_core.values import ABSENT, DaySpan, PartialDay, Unknown, day_span

__all__ = ["RADIUS", "Bar", "Mark", "Stretch", "bar_of", "mark_of"]

LEAST = 4.0
"""The shortest stretch that can be seen."""
RADIUS = 5.0
"""Of a mark."""


@attrs.frozen
class Stretch:
    """A part of the axis."""

    left: float
    right: float

    @classmethod
    def of(cls, axis: Axis, first: date, last: date) -> Stretch:
        """From one day to another, as far as the axis shows them; wide enough to be seen."""
        left, right = axis.begin(first), axis.end(last)
        if right - left < LEAST:
            left = min(left, axis.right - LEAST)
            right = left + LEAST
        return cls(left, right)

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left


@attrs.frozen(kw_only=True)
class Bar:
    """A stay.

    Attributes:
        whole: All of it.
        sure: The part in which it surely lasts; ``None`` where no day is sure.
        unsure: The parts in which it may last.
        open_from: Where it fades, because nothing is known beyond and it has not ended.
        before: It begins before the axis does.
        after: It ends after the axis does, or has not ended.
    """

    whole: Stretch
    sure: Stretch | None
    unsure: tuple[Stretch, ...]
    open_from: float | None
    before: bool
    after: bool


@attrs.frozen(kw_only=True)
class Mark:
    """An event.

    Attributes:
        at: Its middle.
        around: The days among which it may lie; ``None`` where the day is known.
        planned: It is to happen, or is still to come.
    """

    at: float
    around: Stretch | None
    planned: bool

    @property
    def whole(self) -> Stretch:
        """All that it takes."""
        return self.around or Stretch(self.at - RADIUS, self.at + RADIUS)


def bar_of(stay: Stay, axis: Axis, known_on: date) -> Bar | None:
    """The bar of a stay; ``None`` where nothing of it lies on the axis, or no day is known."""
    first, last = day_span(stay.first_day), _last(stay, known_on)
    nothing_known = isinstance(stay.first_day, Unknown) and isinstance(stay.last_day, Unknown)
    whole = _shown(axis, DaySpan(first.earliest, last.latest))
    if nothing_known or whole is None:
        return None
    lasts = stay.last_day is ABSENT
    if first.latest <= last.earliest:
        sure = _shown(axis, DaySpan(first.latest, last.earliest))
        unsure = tuple(_shown(axis, span) for span in (first, last) if not span.exact)
    else:
        sure, unsure = None, (whole,)
    return Bar(
        whole=Stretch(whole.left, axis.right) if lasts else whole,
        sure=sure,
        unsure=tuple(stretch for stretch in unsure if stretch is not None),
        open_from=whole.right if lasts else None,
        before=first.earliest < axis.first_day and not isinstance(stay.first_day, Unknown),
        after=lasts or last.latest > axis.last_day,
    )


def _last(stay: Stay, known_on: date) -> DaySpan:
    """The last day; of what has not ended the last known one, else any until then."""
    first = day_span(stay.first_day)
    begun = known_on if isinstance(stay.first_day, Unknown) else max(known_on, first.latest)
    if stay.last_day is ABSENT:
        return DaySpan(begun, begun)
    if isinstance(stay.last_day, Unknown):
        return DaySpan(first.earliest, begun)
    return day_span(stay.last_day)


def _shown(axis: Axis, span: DaySpan) -> Stretch | None:
    if span.earliest > axis.last_day or span.latest < axis.first_day:
        return None
    return Stretch.of(axis, *span)


def mark_of(event: Event, axis: Axis, known_on: date) -> Mark | None:
    """The mark of an event; ``None`` where its day is not known, or not on the axis."""
    day = event.day
    planned = event.planned or day_span(day).earliest > known_on
    if isinstance(day, PartialDay):
        around = _shown(axis, day_span(day))
        if around is not None:
            middle = (around.left + around.right) / 2
            return Mark(at=middle, around=around, planned=planned)
    elif isinstance(day, date) and axis.shows(day):
        return Mark(at=axis.middle(day), around=None, planned=planned)
    return None

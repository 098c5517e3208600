"""The days of a drawn record: between which others they may lie, and which of them it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from inclusion_core.testing.strategies.borders import BIRTHDAYS
from inclusion_core.testing.strategies.casebook import Casebook, Values
from inclusion_core.testing.strategies.contents import Content, HowKnown
from inclusion_core.testing.strategies.noticing import FieldName
from inclusion_core.testing.strategies.orderly import Bounds
from inclusion_core.testing.strategies.values import partly
from inclusion_core.values import (
    ABSENT,
    ALWAYS,
    FIRST_DAY,
    LAST_DAY,
    NEVER,
    NOT_ASKED,
    Day,
    Reason,
    Unknown,
    day_span,
)

__all__ = ["NO_BOUNDS", "Room", "any_day", "day_in"]

BORN = "born_on"
ONE_DAY = timedelta(days=1)
INTERVAL = 40
REMEMBERED = 6
"""So many of the latest days are drawn again, or the ones beside them."""

Room = tuple[date, date]
"""The first and the last day that a day may be."""

NO_BOUNDS: Room = (ALWAYS, NEVER)

GAPS: Mapping[HowKnown, Day] = {
    HowKnown.ABSENT: ABSENT,
    HowKnown.UNKNOWN: NOT_ASKED,
    HowKnown.REFUSED: Unknown(Reason.REFUSED),
}


def day_in(
    book: Casebook, name: str, content: Content, values: Values, within: Room = NO_BOUNDS
) -> Day | None:
    """A day of a record; ``None`` where there is no day that it could be.

    Args:
        book: What is there.
        name: The type of the record.
        content: The field.
        values: What the record holds so far.
        within: Between which days it lies besides.
    """
    bounds = book.setting.bounds.get((name, content.name), Bounds())
    first, last = _room(book, name, bounds, values, within)
    must_end = any(
        day_span(day).latest < limit
        for fields, limit in ((bounds.ends_by, book.known_on), (bounds.ends_with, NEVER))
        for day in _days(book, name, fields, values)
    )
    possible = max(first, FIRST_DAY) <= min(last, LAST_DAY)
    how = _way(book, content, must_end=must_end, possible=possible)
    return None if how is None else _day(book, content, how, (first, last))


def any_day(book: Casebook, content: Content) -> Day:
    """A day that is written down without a look at others."""
    return _day(book, content, book.choice(content.options), NO_BOUNDS)


def _way(book: Casebook, content: Content, *, must_end: bool, possible: bool) -> HowKnown | None:
    """How the day is drawn; one that cannot be known may still be absent or unknown."""
    options = content.without(HowKnown.ABSENT) if must_end else content.options
    if not possible:
        options = tuple(each for each in options if each in GAPS)
        if not options:
            return None
    how: HowKnown = book.choice(options) if content.varies else options[0]
    return how


def _day(book: Casebook, content: Content, how: HowKnown, room: Room) -> Day:
    if how in GAPS:
        return GAPS[how]
    day = _one_day(book, content, how, room)
    match how:
        case HowKnown.MONTH:
            return partly(day, 0)
        case HowKnown.YEAR:
            return partly(day, 1)
        case HowKnown.INTERVAL:
            return partly(day, INTERVAL)
        case _:
            book.remember(day)
            return day


def _one_day(book: Casebook, content: Content, how: HowKnown, room: Room) -> date:
    borders = book.setting.borders
    usual = BIRTHDAYS if content.name == BORN else borders.plain
    inside = borders.within(*room, usual)
    if not content.varies or how is HowKnown.PLAIN or how.partial:
        return inside[book.number(len(inside) - 1)] if content.varies else inside[0]
    if how is HowKnown.BORDER:
        near = list(dict.fromkeys((*filter(_may_be_held, _near(book, room)), *inside[:1])))
        return book.choice(near)
    known = (*reversed(book.days[-REMEMBERED:]), *borders.named[:2])
    return book.choice(borders.moved(book.choice(known), *room) or inside)


def _near(book: Casebook, room: Room) -> Iterator[date]:
    """The ends of the room, and the latest days with their neighbours, as far as they lie in it."""
    first, last = room
    if first > ALWAYS:
        yield first
        if first < last:
            yield first + ONE_DAY
    if last < NEVER:
        yield last
        if first < last:
            yield last - ONE_DAY
    for day in book.days[-REMEMBERED:]:
        for beside in (day, day + ONE_DAY, day - ONE_DAY):
            if first <= beside <= last:
                yield beside


def _may_be_held(day: date) -> bool:
    return FIRST_DAY <= day <= LAST_DAY


def _room(book: Casebook, name: str, bounds: Bounds, values: Values, within: Room) -> Room:
    """The days that it may be: whatever is not known of others leaves them open."""
    first, last = within
    for day in _days(book, name, bounds.after, values):
        if day is not ABSENT:
            first = max(first, day_span(day).earliest)
    for day in _days(book, name, bounds.before, values):
        last = min(last, day_span(day).latest)
    return first, min(last, book.known_on) if bounds.past else last


def _days(
    book: Casebook, name: str, fields: tuple[FieldName, ...], values: Mapping[str, Any]
) -> Iterator[Day]:
    """The days of the record itself, or of those that it names."""
    for link, field in fields:
        if not link:
            yield values.get(field, ABSENT)
        else:
            yield getattr(book.linked(name, link, values), field, ABSENT)

"""One more record: whom it names, what it holds, and which others it brings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, cast

from inclusion_core.expr.schema import Field
from inclusion_core.fields import Record
from inclusion_core.testing.strategies.alone import after_the_others
from inclusion_core.testing.strategies.casebook import Casebook, Values
from inclusion_core.testing.strategies.contents import Content
from inclusion_core.testing.strategies.dating import NO_BOUNDS, Room, any_day, day_in
from inclusion_core.testing.strategies.layout import SUBJECT, Menu
from inclusion_core.testing.strategies.orderly import ONLY_WITH, codes_of_days
from inclusion_core.values import ABSENT

__all__ = ["bring", "grow", "key_of"]

MOST_RECORDS = 70
"""No more records come where there are so many."""
MOST_MADE = 3
"""Of one type, so many records are made because another one has to name one."""
MOST_OFFERED = 4
"""From so many records one chooses whom to name."""
CARELESS = 8
"""In a careless caseload, one record of so many is."""


def grow(
    book: Casebook, name: str, given: Mapping[str, Any], within: Mapping[str, Room] = {}
) -> Any:
    """One more record, and all that it brings.

    Args:
        book: What is there.
        name: Its type.
        given: What some of its fields hold.
        within: By field, the first and the last day between which a day lies.

    Returns:
        The record; ``None`` where there is no place for it.
    """
    customs = book.setting.customs_of(name)
    values: Values = {**given}
    careful = not (book.careless and book.number(CARELESS - 1) == CARELESS - 1)
    if careful and customs.before is not None and not customs.before(book, values):
        return None
    key, outer = book.next_key(name), dict(book.begun)
    book.begun[name] = key
    named_all = _names(book, name, values)
    book.begun = outer
    if not named_all:
        return None
    if careful:
        alone = after_the_others(book, name, values)
        if alone is None or not _filled_in(book, name, values, {**within, **alone}):
            return None
    else:
        _filled_in_anyhow(book, name, values)
    if careful and customs.settled is not None:
        customs.settled(book, values)
    record_class: Any = book.setting.layout.schema[name].record_class
    record = record_class(id=key, **values)
    book.add(record)
    if customs.after is not None:
        customs.after(book, record)
    bring(book, book.setting.layout.menus[name], record)
    return record


def bring(book: Casebook, menu: Menu, owner: Record | None) -> None:
    """Further records: of one that is there, or of none."""
    layout = book.setting.layout

    def one_more() -> None:
        name = book.choice(menu.choices)
        if name and len(book.records) < MOST_RECORDS:
            grow(book, name, {} if owner is None else {layout.owners[name]: owner.id})

    for _ in range(menu.slots):
        book.slot(one_more)


# Whom it names.


def _names(book: Casebook, name: str, values: Values) -> bool:
    """Settle whom the record names; whether all of them could be found."""
    customs = book.setting.customs_of(name)
    for field in book.setting.references(name):
        if field.name not in values:
            own = customs.chosen.get(field.name)
            key = key_of(book, name, field, values) if own is None else own(book, values)
            if key is None:
                return False
            values[field.name] = key
    return True


def key_of(book: Casebook, name: str, field: Field, values: Values) -> str | None:
    """The key of a record to be named: one that is there, or one more.

    What both name they must name alike: a meeting of a client names a plan of that client. Where
    none is there and none can be made, because it is the one that is drawn now, it names that.
    """
    to = "" if field.reference is None else field.reference.to
    shared = {
        other.name: values[other.name]
        for other in book.setting.references(to)
        if values.get(other.name) is not None and other.name != field.name
    }
    fitting = [
        record
        for record in book.of(to)
        if all(getattr(record, each) == key for each, key in shared.items())
    ]
    own_type = {values.get(other.name) for other in book.setting.references(name)}
    others = [record for record in fitting if record.id not in own_type]
    if to in book.begun:
        there = [record.id for record in others or fitting]
        key: str = book.choice(there[:MOST_OFFERED] or (book.begun[to],))
        return key
    return named(book, to, others or fitting, shared)


def named(
    book: Casebook,
    to: str,
    fitting: Sequence[Any],
    given: Mapping[str, Any],
    within: Mapping[str, Room] = {},
) -> str | None:
    """The key of one of the fitting records, or of one more that is made to fit."""
    may_come = to != SUBJECT and len(book.of(to)) < MOST_MADE
    offered: tuple[Any, ...] = tuple(fitting[:MOST_OFFERED])
    if may_come:
        offered = (*offered, None)
    if not offered:
        return None
    found = book.choice(offered)
    made = found if found is not None else grow(book, to, given, within)
    return None if made is None else cast("str", made.id)


# What it holds.


def _filled_in(book: Casebook, name: str, values: Values, within: Mapping[str, Room]) -> bool:
    """Fill in the fields that are open yet; whether there was a place for all its days."""
    following = codes_of_days(book.setting.layout.schema[name])
    for content in book.setting.contents[name]:
        if content.name in values:
            continue
        if _is_empty(name, content, values):
            values[content.name] = ABSENT
        elif content.is_day:
            room = within.get(content.name, NO_BOUNDS)
            day = day_in(book, name, content, values, room)
            if day is None:
                return False
            values[content.name] = day
        elif content.name in following:
            is_open = values[following[content.name]] is ABSENT
            values[content.name] = ABSENT if is_open else _drawn(book, content, ABSENT)
        else:
            values[content.name] = _drawn(book, content)
    return True


def _filled_in_anyhow(book: Casebook, name: str, values: Values) -> None:
    for content in book.setting.contents[name]:
        if content.name not in values:
            values[content.name] = (
                any_day(book, content) if content.is_day else _drawn(book, content)
            )


def _is_empty(name: str, content: Content, values: Values) -> bool:
    """Whether what else the record holds leaves nothing to be said here."""
    field, codes = ONLY_WITH.get((name, content.name), ("", ()))
    code = values.get(field)
    return isinstance(code, Enum) and code is not ABSENT and code.value not in codes


def _drawn(book: Casebook, content: Content, *left_out: object) -> object:
    options = content.without(*left_out) if left_out else content.options
    return book.choice(options) if content.varies else options[0]

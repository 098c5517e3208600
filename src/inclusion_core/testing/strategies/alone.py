"""Spells of which one ends before the next begins, such as stays in a household."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any

from inclusion_core.checks.days import ONE_DAY, Stay, stay_of
from inclusion_core.testing.strategies.casebook import Casebook, Values
from inclusion_core.testing.strategies.dating import Room
from inclusion_core.testing.strategies.orderly import Alone
from inclusion_core.values import ABSENT, ALWAYS, NEVER

__all__ = ["after_the_others"]


def after_the_others(book: Casebook, name: str, values: Values) -> Mapping[str, Room] | None:
    """Between which days a spell lies so that it meets no other; ``None`` where there are none.

    Where another one lasts still, the two must agree: the code of that one is settled for this.

    Args:
        book: What is there.
        name: The type of the record.
        values: What it holds so far.
    """
    alone = book.setting.alone.get(name)
    if alone is None:
        return {}
    stays = list(_others(book, name, alone, values))
    lasting = [spell for stay, spell in stays if stay.lasts_until == NEVER]
    if lasting:
        codes = {getattr(spell, alone.code) if alone.code else None for spell in lasting}
        known = {code for code in codes if isinstance(code, Enum) and code is not ABSENT}
        if None in codes or len(known) > 1:
            return None
        for code in known:
            values[alone.code] = code
    ended = [stay.lasts_until for stay, _ in stays if stay.lasts_until < NEVER]
    first = _day_after(max(ended, default=ALWAYS), alone)
    return {"first_day": (first, NEVER), "last_day": (first, NEVER)}


def _others(book: Casebook, name: str, alone: Alone, values: Values) -> Iterator[tuple[Stay, Any]]:
    """The spells of the same client, or person, that are told in order."""

    def whose(key: str) -> str:
        return book.persons.get(key, key) if alone.of_person else key

    for spell in book.of(name):
        stay = stay_of(spell)
        if stay is not None and whose(getattr(spell, alone.of)) == whose(values[alone.of]):
            yield stay, spell


def _day_after(day: date, alone: Alone) -> date:
    return day if alone.shares_a_day or day == ALWAYS else day + ONE_DAY

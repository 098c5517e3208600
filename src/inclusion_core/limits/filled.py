"""The sentence of an author for one case, where everything that stands in it is known."""

from __future__ import annotations

from inclusion_core.expr.handles import DayExpression
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.facts.telling import CodeSlot, Slot, Telling
from inclusion_core.fields import Record
from inclusion_core.texts import SlotValue, Text
from inclusion_core.values import ALWAYS, NEVER

__all__ = ["filled_in"]


def filled_in(telling: Telling, record: Record, reader: ObjectReader) -> Text | None:
    """The sentence with its slots filled; ``None`` where one of them is not exactly known."""
    filled: dict[str, SlotValue] = {}
    for name, slot in telling.slots.items():
        value = _value(slot, record, reader)
        if value is None:
            return None
        filled[name] = value
    return telling.words.filled(**filled)


def _value(slot: Slot, record: Record, reader: ObjectReader) -> SlotValue | None:
    if isinstance(slot, CodeSlot):
        code = reader.code(slot.code, record)
        return slot.words.get(code) if isinstance(code, str) else None
    if isinstance(slot, DayExpression):
        day = reader.day(slot, record)
        return day.earliest if day.exact and ALWAYS < day.earliest < NEVER else None
    number = reader.number(slot, record)
    return number.least if number.least == number.most else None

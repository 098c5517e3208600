"""A value of a record as the JSON of files writes it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

from inclusion_core.values import ABSENT, PartialDay, Unknown, day_text
from inclusion_core.wire.value_forms import decimal_text

__all__ = ["json_value"]


def json_value(value: object) -> object:
    """What a field holds: ``null`` for nothing, an object with the reason for what is not known.

    Example:
        >>> from inclusion_core.values import NOT_ASKED, parse_day
        >>> [json_value(value) for value in (parse_day("2018-04"), ABSENT, NOT_ASKED, 90)]
        ['2018-04', None, {'unknown': 'not_asked'}, 90]
    """
    match value:
        case Unknown():
            return {"unknown": value.reason.value}
        case Enum():
            return None if value is ABSENT else value.value
        case date() | PartialDay():
            return day_text(value)
        case Decimal():
            return decimal_text(value)
        case _:
            return value

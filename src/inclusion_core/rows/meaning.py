"""What a value of a row means, as the JSON value that the strict converter takes."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from uuid import UUID

from inclusion_core.fields import FieldKind
from inclusion_core.rows.row_problems import FAR_DAY, NOT_A_VALUE, NOT_EXACT, TIME_OF_DAY, TRUTH
from inclusion_core.values import FIRST_DAY, LAST_DAY, Absent, PartialDay, Unknown, day_text
from inclusion_core.wire.problems import Refused
from inclusion_core.wire.value_forms import decimal_text

__all__ = ["json_value"]

_DIGITS = re.compile(r"0|-?[1-9]\d{0,17}", re.ASCII)
_MOST_DIGITS = 30
"""No field takes a number with more: one that says ``1E+999999`` is not written out."""
_MOST = 10**_MOST_DIGITS
_IDS = (FieldKind.KEY, FieldKind.REFERENCE)


def json_value(value: object, kind: FieldKind) -> object:
    """The JSON value; ``Refused`` for what could only be guessed.

    Args:
        value: What the row holds, or what the mapping says in its place.
        kind: What the field holds.
    """
    match value:
        case Refused():
            return value
        case None | Absent():
            return None
        case Unknown(reason=reason):
            return {"unknown": reason.value}
        case Enum():
            return json_value(value.value, kind)
        case str():
            return _of_text(str.__str__(value), kind)
        case date():
            return _of_day(value)
        case PartialDay():
            return day_text(value)
        case int() | float() | Decimal():
            return _of_number(value, kind)
        case UUID():
            return str(value)
        case _:
            return Refused(NOT_A_VALUE)


def _of_text(text: str, kind: FieldKind) -> object:
    """A number may stand as digits: rows of a CSV file are all texts."""
    return int(text) if kind is FieldKind.NUMBER and _DIGITS.fullmatch(text) else text


def _of_day(day: date) -> object:
    if isinstance(day, datetime):
        if _is_none(day):
            return Refused(NOT_EXACT)
        if day.tzinfo is not None or day.time() != time.min:
            return Refused(TIME_OF_DAY)
        day = day.date()
    return day.isoformat() if FIRST_DAY <= day <= LAST_DAY else Refused(FAR_DAY)


def _is_none(moment: datetime) -> bool:
    """Whether it is what pandas has in place of no moment: nothing else is unlike itself."""
    return bool(moment != moment)  # noqa: PLR0124  meant so


def _of_number(value: float | Decimal, kind: FieldKind) -> object:
    if isinstance(value, bool):
        return Refused(TRUTH)
    if isinstance(value, int):
        if abs(value) > _MOST:
            return Refused(NOT_A_VALUE)
        return str(int(value)) if kind in (*_IDS, FieldKind.DECIMAL) else int(value)
    if isinstance(value, float) or not value.is_finite() or abs(value.adjusted()) > _MOST_DIGITS:
        return Refused(NOT_EXACT)
    if kind is FieldKind.DECIMAL:
        return decimal_text(value)
    if value != value.to_integral_value():
        return Refused(NOT_EXACT)
    return str(int(value)) if kind in _IDS else int(value)

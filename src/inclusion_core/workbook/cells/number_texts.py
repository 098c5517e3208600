"""Numbers as people and spreadsheets write them, read as the one number that they mean.

A comma is a decimal comma, always; thousands are set apart by blanks or not at all.
"""

from __future__ import annotations

import re
from datetime import time, timedelta
from decimal import Decimal

from inclusion_core.wire.problems import Refused
from inclusion_core.wire.value_forms import decimal_text
from inclusion_core.workbook.cells.cell_problems import (
    DAY_NOT_WANTED,
    LOST_DIGITS,
    NOT_A_DECIMAL,
    NOT_A_NUMBER,
    NOT_MINUTES,
    TRUTH_NOT_WANTED,
)
from inclusion_core.workbook.cells.lexicon import folded
from inclusion_core.workbook.sheets import CellValue

__all__ = ["decimal_in", "digits_of", "minutes_in", "number_in"]

_WHOLE = r"-?(?:\d{1,18}|\d{1,3}(?: \d{3}){1,5})"
_NUMBER = re.compile(rf"({_WHOLE})(?:[.,]00?)?", re.ASCII)
_DECIMAL = re.compile(rf"{_WHOLE}(?:[.,]\d{{1,18}})?", re.ASCII)
_HOURS = re.compile(r"(\d{1,6}):([0-5]\d)(?::00)?", re.ASCII)

_KEPT_DIGITS = 15
"""So many digits of a number does a spreadsheet keep."""


def number_in(cell: CellValue) -> int | Refused:
    """The whole number that a cell means."""
    match cell:
        case bool():
            return Refused(TRUTH_NOT_WANTED)
        case int():
            return cell
        case float():
            return int(cell) if cell.is_integer() else Refused(NOT_A_NUMBER)
        case str():
            written = _NUMBER.fullmatch(_plain(cell))
            return int(written[1].replace(" ", "")) if written else Refused(NOT_A_NUMBER)
        case _:
            return Refused(DAY_NOT_WANTED)


def minutes_in(cell: CellValue) -> int | Refused:
    """The minutes that a cell means: a number of them, or hours and minutes."""
    match cell:
        case time():
            return _whole_minutes(_since_midnight(cell))
        case timedelta():
            return _whole_minutes(cell)
        case str():
            hours = _HOURS.fullmatch(folded(cell))
            if hours is not None:
                return int(hours[1]) * 60 + int(hours[2])
        case _:
            pass
    number = number_in(cell)
    return Refused(NOT_MINUTES) if number == Refused(NOT_A_NUMBER) else number


def _since_midnight(moment: time) -> timedelta:
    return timedelta(
        hours=moment.hour,
        minutes=moment.minute,
        seconds=moment.second,
        microseconds=moment.microsecond,
    )


def _whole_minutes(length: timedelta) -> int | Refused:
    """Minutes, where there are no seconds left; spreadsheets count in parts of a day, nearly."""
    minutes, seconds = divmod(round(length.total_seconds()), 60)
    return Refused(NOT_MINUTES) if seconds else minutes


def decimal_in(cell: CellValue) -> str | Refused:
    """The exact fraction that a cell means, as files write it."""
    match cell:
        case bool():
            return Refused(TRUTH_NOT_WANTED)
        case int() | float():
            return digits_of(cell)
        case str():
            plain = _plain(cell)
            if not _DECIMAL.fullmatch(plain):
                return Refused(NOT_A_DECIMAL)
            return decimal_text(Decimal(plain.replace(" ", "").replace(",", ".")))
        case _:
            return Refused(DAY_NOT_WANTED)


def digits_of(number: float) -> str | Refused:
    """A number cell as text, as the spreadsheet shows it: 12 for 12.0, 83.87.

    A number too long to have been kept whole is refused: two of them may look like one.
    """
    if abs(number) >= 10**_KEPT_DIGITS:
        return Refused(LOST_DIGITS)
    return decimal_text(Decimal(f"{number:.{_KEPT_DIGITS}g}"))


def _plain(text: str) -> str:
    return folded(text).replace("\N{MINUS SIGN}", "-")

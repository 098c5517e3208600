"""How a known value is written, and which value a writing gives; strict both ways.

Each form takes one JSON value (in CSV, the text of a cell) and gives the typed value or raises
:class:`~inclusion_core.wire.problems.RefusedError`, which holds no value.

- day: ``2018-04-15``; a partial one ``2018-04``, ``2018`` or ``2018-04-15/2018-05-02``,
- code: the code of the list,
- number: a JSON integer,
- decimal: a text in plain notation, ``"83.87"``; at most 18 digits before the point and 9 after,
- text: one line of at most 10 000 characters, without control characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import TypeAlias

from inclusion_core.errors import NotADayError
from inclusion_core.fields import Bounds, CodeList
from inclusion_core.values import PartialDay, parse_day
from inclusion_core.wire.problems import Problem, RefusedError, refusal
from inclusion_core.wire.value_problems import (
    CONTROL_CHARACTER,
    EMPTY_TEXT,
    HALF_CHARACTER,
    NOT_A_CODE,
    NOT_A_DAY,
    NOT_A_DECIMAL,
    NOT_A_FULL_DAY,
    NOT_A_NUMBER,
    NOT_A_TEXT,
    NOT_IN_CODE_LIST,
    OUT_OF_BOUNDS,
    TOO_LONG,
)

__all__ = [
    "LONGEST_CODE",
    "LONGEST_TEXT",
    "Form",
    "code_form",
    "code_list_form",
    "day_form",
    "decimal_text",
    "decimal_value",
    "number_form",
    "text_or_nothing",
    "text_value",
]

Form: TypeAlias = Callable[[object], object]
"""From what is written to the value; raises ``RefusedError``."""

LONGEST_TEXT = 10_000
LONGEST_CODE = 100
REMEMBERED_DAYS = 20_000

_BAD_CHARACTER = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_DECIMAL = re.compile(r"(?!-0(?:\.0*)?$)-?(?:0|[1-9]\d{0,17})(?:\.\d{1,9})?", re.ASCII)
_TOO_LONG = TOO_LONG.filled(most=LONGEST_TEXT)


def _text(value: object, otherwise: Problem = NOT_A_TEXT) -> str:
    if type(value) is not str:
        raise refusal(value, otherwise)
    return value


def text_or_nothing(value: object) -> str:
    """One line of text, perhaps an empty one."""
    text = _text(value)
    if len(text) > LONGEST_TEXT:
        raise RefusedError(_TOO_LONG)
    bad = _BAD_CHARACTER.search(text)
    if bad is not None:
        raise RefusedError(HALF_CHARACTER if bad[0] >= "\ud800" else CONTROL_CHARACTER)
    return text


def text_value(value: object) -> str:
    """One line of text; not an empty one, which no cell could tell from nothing."""
    if value == "":
        raise RefusedError(EMPTY_TEXT)
    return text_or_nothing(value)


def code_form(enum: type[Enum]) -> Form:
    """The form of a code of a closed list: gives the member."""
    members: dict[object, Enum] = {member.value: member for member in enum}
    problem = NOT_A_CODE.filled(codes=", ".join(str(code) for code in members))

    def form(value: object) -> Enum:
        member = members.get(_text(value, problem))
        if member is None:
            raise RefusedError(problem)
        return member

    return form


def code_list_form(code_list: CodeList) -> Form:
    """The form of a code of a list that is kept elsewhere."""
    pattern = re.compile(code_list.pattern)
    problem = NOT_IN_CODE_LIST.filled(title=code_list.title)

    def form(value: object) -> str:
        code = text_value(value)
        if len(code) > LONGEST_CODE or not pattern.fullmatch(code):
            raise RefusedError(problem)
        return code

    return form


def day_form(*, may_be_partial: bool) -> Form:
    """The form of a day; days return so often in a register that each is read once."""
    problem = NOT_A_DAY if may_be_partial else NOT_A_FULL_DAY
    parse = lru_cache(maxsize=REMEMBERED_DAYS)(parse_day)

    def form(value: object) -> date | PartialDay:
        try:
            day = parse(_text(value, problem))
        except NotADayError:
            raise RefusedError(problem) from None
        if not may_be_partial and isinstance(day, PartialDay):
            raise RefusedError(problem)
        return day

    return form


def number_form(bounds: Bounds) -> Form:
    """The form of a whole number between two bounds."""
    least, most = bounds.least, bounds.most
    problem = OUT_OF_BOUNDS.filled(least=least, most=most)

    def form(value: object) -> int:
        if type(value) is not int:
            raise refusal(value, NOT_A_NUMBER)
        if not least <= value <= most:
            raise RefusedError(problem)
        return value

    return form


def decimal_value(value: object) -> Decimal:
    """An exact fraction."""
    text = _text(value, NOT_A_DECIMAL)
    if not _DECIMAL.fullmatch(text):
        raise RefusedError(NOT_A_DECIMAL)
    return Decimal(text)


def decimal_text(value: Decimal) -> str:
    """The one way in which a fraction is written: equal values give the same text.

    Example:
        >>> decimal_text(Decimal("83.870")), decimal_text(Decimal("1E+2"))
        ('83.87', '100')
    """
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text

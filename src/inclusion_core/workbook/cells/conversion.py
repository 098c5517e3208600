"""Cells, both ways: what a cell says of a value, and which value a cell means.

Reading is forgiving about form and strict about meaning. Any of the two languages will do; case,
blanks around and doubled blanks do not matter, nor do missing Latvian diacritics where it is still
clear what is meant. A day comes before its month; a comma is a decimal comma.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import TypeAlias
from unicodedata import normalize

from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind
from inclusion_core.texts import LanguageCode
from inclusion_core.values import Absent, PartialDay, Unknown
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.problems import Refused
from inclusion_core.wire.value_forms import decimal_text
from inclusion_core.wire.value_problems import CONTROL_CHARACTER, TOO_LONG
from inclusion_core.workbook.cells.cell_problems import (
    AMBIGUOUS_WORDS,
    DAY_NOT_WANTED,
    DAY_WITH_TIME,
    NOT_A_DAY,
    NOT_A_WORD,
    NUMBER_NOT_A_DAY,
    TRUTH_NOT_WANTED,
)
from inclusion_core.workbook.cells.day_texts import day_in
from inclusion_core.workbook.cells.lexicon import lexicon_of
from inclusion_core.workbook.cells.marks import Marks, mark_of, named
from inclusion_core.workbook.cells.number_texts import decimal_in, digits_of, minutes_in, number_in
from inclusion_core.workbook.sheets import CellValue

__all__ = ["LONGEST_NUMBER", "cell_of", "mark_of", "provider_number", "value_of"]

LONGEST_NUMBER = 200
"""How many characters a provider's own number of a record may have."""

FIRST_DAY_OF_SHEETS = date(1900, 3, 1)
"""The first day that all spreadsheets count alike; earlier ones are written as texts."""

_HALF_A_SECOND = time(microsecond=500_000)
"""Spreadsheets count the time in parts of a day, nearly."""

_YEARS = range(1800, 3000)
_LINE_BREAK = re.compile(r"\s*[\r\n]\s*")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_TOO_LONG = Refused(TOO_LONG.filled(most=LONGEST_NUMBER))


def cell_of(
    value: object, field: Field, words: Vocabulary, language: LanguageCode
) -> str | int | date | None:
    """What a cell says of a value; ``None`` where an empty one says it.

    Args:
        value: An attribute of a record.
        field: Its field.
        words: What codes are called.
        language: In which language.
    """
    marks = Marks(words)
    match value:
        case Absent() | Unknown():
            return None if value == field.empty else mark_of(value, words, language)
        case date():
            return value if value >= FIRST_DAY_OF_SHEETS else value.isoformat()
        case PartialDay():
            return str(value)
        case Decimal():
            return decimal_text(value)
        case int():
            return value
        case Enum():
            called = words.code(value, language)
            found = lexicon_of(words, type(value)).find(called)
            return marks.guarded(called if found == (value,) else str(value.value))
        case _:
            return marks.guarded(str(value))


def value_of(cell: CellValue, field: Field, words: Vocabulary) -> object:
    """The JSON value that a cell means, as the wire converter takes it.

    A mark in any language gives ``None`` or ``{"unknown": "refused"}``; what cannot be understood
    comes as a :class:`~inclusion_core.wire.problems.Refused`.

    Args:
        cell: What the cell holds.
        field: The field in whose column it stands.
        words: What codes are called.
    """
    meant = Marks(words).meaning(cell) if isinstance(cell, str) else cell
    match meant:
        case Refused():
            return meant
        case Absent():
            return None
        case Unknown(reason=reason):
            return {"unknown": reason.value}
        case _ if field.enum is not None:
            return _code(meant, field.enum, words)
        case _ if field.bounds.unit == "minutes":
            return minutes_in(meant)
        case _:
            return _READERS[field.kind](meant, field)


def provider_number(cell: CellValue) -> str | Refused:
    """A provider's own number of a record, in the one form in which two cells can be compared.

    Any text up to 200 characters: compatibility forms of letters and doubled blanks are made
    alike; case counts.
    """
    text = _text(cell)
    if isinstance(text, Refused):
        return text
    number = " ".join(normalize("NFKC", text).split())
    if len(number) > LONGEST_NUMBER:
        return _TOO_LONG
    return Refused(CONTROL_CHARACTER) if _CONTROL.search(number) else number


def _code(cell: CellValue, enum: type[Enum], words: Vocabulary) -> object:
    codes = {str(member.value) for member in enum}
    if isinstance(cell, bool) and {"yes", "no"} <= codes:
        return "yes" if cell else "no"
    text = _text(cell)
    if isinstance(text, Refused):
        return text
    lexicon = lexicon_of(words, enum)
    match lexicon.find(text):
        case [member]:
            return member.value
        case []:
            near = lexicon.near(text) or tuple(enum)
            return Refused(NOT_A_WORD.filled(codes=named(near, words)))
        case several:
            return Refused(AMBIGUOUS_WORDS.filled(codes=named(several, words)))


def _listed(cell: CellValue, field: Field) -> str | Refused:
    """A code of a list kept elsewhere; in the case of letters in which that list writes it."""
    text = _text(cell)
    if isinstance(text, Refused) or field.code_list is None:
        return text
    writings = (text, text.upper(), text.lower())
    return next((each for each in writings if re.fullmatch(field.code_list.pattern, each)), text)


def _day(cell: CellValue, _: Field) -> str | Refused:
    match cell:
        case datetime():
            at_midnight = cell.time() < _HALF_A_SECOND
            return day_in(cell.date().isoformat()) if at_midnight else Refused(DAY_WITH_TIME)
        case date():
            return day_in(cell.isoformat())
        case str():
            return day_in(cell)
        case bool():
            return Refused(TRUTH_NOT_WANTED)
        case int() | float():
            year = number_in(cell)
            return str(year) if year in _YEARS else Refused(NUMBER_NOT_A_DAY)
        case _:
            return Refused(NOT_A_DAY)


def _text(cell: CellValue) -> str | Refused:
    match cell:
        case Refused():
            return cell
        case str():
            return _LINE_BREAK.sub(" ", cell)
        case bool():
            return Refused(TRUTH_NOT_WANTED)
        case int() | float():
            return digits_of(cell)
        case _:
            return Refused(DAY_NOT_WANTED)


Reader: TypeAlias = Callable[[CellValue, Field], object]

_READERS: Mapping[FieldKind, Reader] = {
    FieldKind.KEY: lambda cell, _: provider_number(cell),
    FieldKind.REFERENCE: lambda cell, _: provider_number(cell),
    FieldKind.CODE: _listed,
    FieldKind.DAY: _day,
    FieldKind.NUMBER: lambda cell, _: number_in(cell),
    FieldKind.DECIMAL: lambda cell, _: decimal_in(cell),
    FieldKind.TEXT: lambda cell, _: _text(cell),
}

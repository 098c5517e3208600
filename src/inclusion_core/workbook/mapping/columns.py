"""How a mapping file names columns, and what a number is made of."""

from __future__ import annotations

import re

from inclusion_core.texts import lv
from inclusion_core.workbook.cells.conversion import provider_number
from inclusion_core.workbook.cells.lexicon import folded
from inclusion_core.workbook.letters import index_of
from inclusion_core.workbook.mapping.mapped import (
    ColumnName,
    Condition,
    FixedText,
    Heading,
    Letter,
    NumberPart,
)
from inclusion_core.workbook.mapping.mapping_problems import MISSING_OPTION
from inclusion_core.workbook.mapping.tables import MappingTable

__all__ = [
    "column_of",
    "columns_of",
    "conditions_of",
    "fixed_number_of",
    "number_of",
]

LAST_INDEX = 16_383

_CONDITION = ("column", "equals")
_LETTER = re.compile(r"[A-Za-z]{1,3}", re.ASCII)

A_COLUMN = lv('kolonnas virsrakstu vai {{letter = "C"}}').en(
    'the heading of a column, or {{letter = "C"}}'
)
COLUMNS = lv("sarakstu ar kolonnu virsrakstiem").en("a list of headings of columns")
A_NUMBER = lv('kolonnas virsrakstu, {{letter = "C"}}, {{text = "a"}} vai to sarakstu').en(
    'the heading of a column, {{letter = "C"}}, {{text = "a"}}, or a list of these'
)

A_FIXED_NUMBER = lv("ieraksta numuru pēdiņās").en("the number of a record between quotation marks")


def column_of(table: MappingTable, name: str) -> ColumnName | None:
    """The column that an entry names; nothing, and a fault, where it names none."""
    found = _column(table.entries[name])
    if found is None:
        table.expected(name, A_COLUMN)
    return found


def columns_of(table: MappingTable, name: str) -> tuple[ColumnName, ...]:
    """The columns that a list names."""
    value = table.entries.get(name, [])
    found = [_column(each) for each in value] if isinstance(value, list) else [None]
    known = tuple(column for column in found if column is not None)
    if len(known) < len(found):
        table.expected(name, COLUMNS)
    return known


def number_of(table: MappingTable, name: str) -> tuple[NumberPart, ...]:
    """What a number is made of; nothing, and a fault, where that is not said."""
    value = table.entries[name]
    found = [_part(each) for each in (value if isinstance(value, list) else [value])]
    known = tuple(part for part in found if part is not None)
    if not known or len(known) < len(found):
        table.expected(name, A_NUMBER)
        return ()
    return known


def fixed_number_of(table: MappingTable, name: str) -> tuple[NumberPart, ...]:
    """A number that is the same in every row."""
    value = table.entries[name]
    part = _fixed(value) if isinstance(value, str) else None
    if part is None:
        table.expected(name, A_FIXED_NUMBER)
        return ()
    return (part,)


def conditions_of(table: MappingTable, name: str) -> tuple[Condition, ...]:
    """What must hold for a row to count."""
    found = (_condition(each) for each in table.tables(name))
    return tuple(condition for condition in found if condition is not None)


def _condition(table: MappingTable) -> Condition | None:
    table.only(_CONDITION)
    missing = [name for name in _CONDITION if name not in table]
    for name in missing:
        table.fault("", MISSING_OPTION.filled(name=name))
    if missing:
        return None
    column, equals = column_of(table, "column"), table.texts("equals")
    return None if column is None else Condition(column, equals)


def _column(value: object) -> ColumnName | None:
    match value:
        case str() if folded(value):
            return Heading(value)
        case {"letter": str(letter), **others} if not others and _is_letter(letter):
            return Letter(letter.upper())
        case _:
            return None


def _part(value: object) -> NumberPart | None:
    match value:
        case {"text": str(text), **others} if not others:
            return _fixed(text)
        case _:
            return _column(value)


def _fixed(text: str) -> FixedText | None:
    """A number, or a part of one, that the mapping itself gives."""
    number = provider_number(text)
    return FixedText(number) if isinstance(number, str) and number else None


def _is_letter(letter: str) -> bool:
    return _LETTER.fullmatch(letter) is not None and index_of(letter.upper()) <= LAST_INDEX

"""Values that a mapping file gives itself: constants, and what the provider's own words mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from math import isfinite
from typing import TypeGuard

from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind
from inclusion_core.texts import lv
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.problems import Problem, Refused
from inclusion_core.wire.value_problems import (
    MAY_NOT_BE_ABSENT,
    MAY_NOT_BE_UNKNOWN,
    NOT_IN_CODE_LIST,
)
from inclusion_core.workbook.cells.conversion import value_of
from inclusion_core.workbook.cells.lexicon import folded
from inclusion_core.workbook.mapping.mapping_problems import WORD_TWICE
from inclusion_core.workbook.mapping.tables import MappingTable
from inclusion_core.workbook.sheets import CellValue

__all__ = ["constants_of", "words_of"]

A_WORD = lv('kodu vai vārdus pēdiņās; "" nozīmē tukšu šūnu').en(
    'a code or words between quotation marks; "" stands for an empty cell'
)
A_VALUE = lv("vērtību: tekstu, skaitli vai dienu").en("a value: a text, a number or a day")


def constants_of(
    table: MappingTable, fields: Iterable[Field], vocabulary: Vocabulary
) -> Iterator[tuple[str, object]]:
    """The fields that are the same in every row, with their JSON values."""
    for field in fields:
        if field.name in table:
            value = table.entries[field.name]
            if _may_stand_in_a_cell(value):
                yield field.name, _understood(table, field.name, value, field, vocabulary)
            else:
                table.expected(field.name, A_VALUE)


def words_of(
    table: MappingTable, fields: Iterable[Field], vocabulary: Vocabulary
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The provider's words for each field that has some, with what is to be read instead."""
    for field in fields:
        if field.name in table:
            yield field.name, _meanings(table.table(field.name), field, vocabulary)


def _meanings(table: MappingTable, field: Field, vocabulary: Vocabulary) -> Mapping[str, str]:
    """What each word means; a word is pointed out by its position."""
    meanings: dict[str, str] = {}
    top = MappingTable("", {}, table.faults)
    for position, (word, meaning) in enumerate(table.entries.items(), start=1):
        at = f"{table.path}[{position}]"
        if not isinstance(meaning, str):
            top.expected(at, A_WORD)
            continue
        if meanings.setdefault(folded(word), meaning) != meaning:
            top.fault(at, WORD_TWICE)
        if folded(meaning) and field.kind is not FieldKind.REFERENCE:
            _understood(top, at, meaning, field, vocabulary)
    return meanings


def _understood(
    table: MappingTable, name: str, value: CellValue, field: Field, vocabulary: Vocabulary
) -> object:
    found = value_of(value, field, vocabulary)
    problem = _problem(found, field)
    if problem is not None:
        table.fault(name, problem)
    return found


def _problem(value: object, field: Field) -> Problem | None:
    match value:
        case Refused(problem=problem):
            return problem
        case None if not field.may_be_absent:
            return MAY_NOT_BE_ABSENT
        case dict() if not field.may_be_unknown:
            return MAY_NOT_BE_UNKNOWN
        case str() if field.code_list is not None:
            known = re.fullmatch(field.code_list.pattern, value) is not None
            return None if known else NOT_IN_CODE_LIST.filled(title=field.code_list.title)
        case _:
            return None


def _may_stand_in_a_cell(value: object) -> TypeGuard[CellValue]:
    match value:
        case str():
            return bool(folded(value))
        case float():
            return isfinite(value)
        case _:
            return isinstance(value, (int, date, time))

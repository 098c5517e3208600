"""Plants values that nobody would write by themselves, so that it shows where one is told.

In each record one field is changed, in the next record the next field, so that everything else
stays as it was and checks find things.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
from hypothesis.strategies import from_regex

from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.fields import CodeList, DerivedRecord, FieldKind, Record
from inclusion_core.model.caseload import Caseload
from inclusion_core.testing.conformance.searching import simplest

__all__ = [
    "OF_CODES",
    "OF_DAYS",
    "OF_TEXTS",
    "about_clients",
    "canaries_in",
    "plantable",
    "planted",
    "specimens",
]

TEXT = "KANARIEN"
DAYS = (date(1913, 2, 27), date(2113, 2, 27))
CODES = ("ZZ", "ZZ-9", "zz.canary", "zz", "9999", "999", "99")
NUMBER = 79197919
DECIMAL = Decimal("7919.79")

OF_TEXTS = (TEXT,)
OF_DAYS = ("1913", "2113")
OF_CODES = ("ZZ", "zz.canary", "7919")
_WORD = {each: re.compile(rf"(?<![A-Za-z0-9]){re.escape(each)}") for each in OF_CODES}


def canaries_in(told: str, canaries: Iterable[str]) -> tuple[str, ...]:
    """The planted values that a text tells.

    Example:
        >>> canaries_in("born on 27 February 1913", OF_DAYS)
        ('1913',)
    """
    return tuple(
        each for each in canaries if (_WORD[each].search(told) if each in _WORD else each in told)
    )


def planted(caseload: Caseload, schema: Schema, turn: int) -> Caseload:
    """The caseload with one value planted in each record about a client.

    Args:
        caseload: The records.
        schema: Their types.
        turn: Which field is first; another turn plants in other fields.
    """
    about = about_clients(schema)
    return Caseload.of_records(
        (
            _planted(record, schema[name], place + turn) if name in about else record
            for name, listed in caseload.records.items()
            for place, record in enumerate(listed)
            if not isinstance(record, DerivedRecord)
        ),
        known_on=caseload.known_on,
    )


def about_clients(schema: Schema) -> frozenset[str]:
    """The record types that lead to a client by their references, and the client itself."""
    about = {"client"}
    grown = True
    while grown:
        found = {each.name for each in schema if _named(each) & about}
        grown = not found <= about
        about |= found
    return frozenset(about)


def _named(record_type: RecordType) -> set[str]:
    return {each.reference.to for each in record_type.fields.values() if each.reference is not None}


def _planted(record: Any, record_type: RecordType, place: int) -> Record:
    names = list(plantable(record_type, DAYS[0]))
    changed: Record = record
    if names:
        turn, at = divmod(place, len(names))
        values = plantable(record_type, DAYS[turn % len(DAYS)])
        changed = attrs.evolve(record, **{names[at]: values[names[at]]})
    return changed


def plantable(record_type: RecordType, day: date) -> dict[str, Any]:
    """What can be planted in records of a type, by field."""
    values = {field.name: _canary(field, day) for field in record_type.recorded_fields}
    return {name: value for name, value in values.items() if value is not None}


def _canary(field: Field, day: date) -> Any:
    match field.kind:
        case FieldKind.TEXT:
            return TEXT
        case FieldKind.DAY:
            return day
        case FieldKind.DECIMAL:
            return DECIMAL
        case FieldKind.NUMBER:
            return NUMBER if field.bounds.least <= NUMBER <= field.bounds.most else None
        case FieldKind.CODE if field.code_list is not None:
            return _code(field.code_list)
        case _:
            return None  # a key, a reference, or a code that very many share


def _code(code_list: CodeList) -> str:
    """A code that the list allows: one of these, or else the simplest there is."""
    for each in CODES:
        if re.fullmatch(code_list.pattern, each):
            return each
    return simplest(from_regex(code_list.pattern, fullmatch=True))


def specimens(schema: Schema, known_on: date) -> Caseload:
    """A record of each type, with something in each field; those of one number belong together."""
    return Caseload.of_records(
        (
            record_type.record_class(**_filled(record_type, number))
            for record_type in schema
            if not record_type.derived
            for number in (1, 2, 3)
        ),
        known_on=known_on,
    )


def _filled(record_type: RecordType, number: int) -> dict[str, Any]:
    return {field.name: _usual(record_type, field, number) for field in record_type.recorded_fields}


def _usual(record_type: RecordType, field: Field, number: int) -> Any:
    """What could stand in a field."""
    match field.kind:
        case FieldKind.KEY:
            return f"{record_type.name}-{number}"
        case FieldKind.REFERENCE if field.reference is not None:
            return f"{field.reference.to}-{number}"
        case FieldKind.CODE if field.enum is not None:
            return list(field.enum)[number % len(field.enum)]
        case FieldKind.CODE if field.code_list is not None:
            return _code(field.code_list)
        case FieldKind.DAY:
            return date(2018, 6, number)
        case FieldKind.NUMBER:
            return min(max(number, field.bounds.least), field.bounds.most)
        case FieldKind.DECIMAL:
            return Decimal(number)
        case FieldKind.TEXT:
            return "words"
        case _:  # pragma: exhaustive
            return None

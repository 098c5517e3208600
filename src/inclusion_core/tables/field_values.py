"""The values of a field, from its columns; each different value is judged once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

from inclusion_core.expr.record_columns import ENDS, PARTIAL
from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind
from inclusion_core.values import ABSENT, FIRST_DAY, LAST_DAY, PartialDay, Reason, Unknown
from inclusion_core.wire.identifiers import identifier
from inclusion_core.wire.problems import RefusedError
from inclusion_core.wire.value_forms import (
    code_form,
    code_list_form,
    decimal_value,
    number_form,
    text_value,
)
from inclusion_core.wire.value_problems import NOT_A_FULL_DAY

__all__ = ["ODD", "Columns", "columns_beside", "partial_day", "values_of"]

Columns: TypeAlias = Mapping[str, Sequence[Any]]
"""Plain values by column; one that the table leaves out is not there."""

Take: TypeAlias = Callable[[Any], Any]

ODD = None
"""Stands where the converter is to be asked; no field of a record holds it."""

_REASONS: Mapping[str, Unknown] = {reason.value: Unknown(reason) for reason in Reason}


def columns_beside(field: Field) -> tuple[str, str, str, str]:
    """The column of a field, and those beside it that it may have."""
    first, last = (f"{field.name}_{end}" for end in ENDS)
    return field.name, f"{field.name}_unknown", first, last


def values_of(field: Field, columns: Columns, rows: int) -> tuple[list[Any], bool]:
    """The values of a field, row by row, and whether the converter is to be asked of none."""
    own, *others = columns_beside(field)
    nothing: Any = ABSENT if field.may_be_absent and own in columns else field.empty
    column = columns.get(own)
    known: dict[Any, Any] = {}
    if column is None:
        column = [None] * rows
    else:
        take = _take(field)
        known = {each: _taken(take, each) for each in set(column)}
    known[None] = nothing
    all_good = not any(value is ODD for key, value in known.items() if key is not None) and (
        nothing is not ODD or None not in column
    )
    beside = [columns.get(name) for name in others]
    if all(each is None or each.count(None) == rows for each in beside):
        return list(map(known.__getitem__, column)), all_good
    whole = [[None] * rows if each is None else each for each in beside]
    found = [
        _no_value(field, nothing, why, first, last)
        if value is None
        else known[value]
        if why is first is last is None
        else ODD
        for value, why, first, last in zip(column, *whole, strict=True)
    ]
    return found, False


def _no_value(field: Field, nothing: Any, why: Any, first: Any, last: Any) -> Any:
    if why == PARTIAL:
        return partial_day(first, last) if field.may_be_partial else ODD
    if first is not None or last is not None:
        return ODD
    if why is None:
        return nothing
    return _REASONS.get(why, ODD) if field.may_be_unknown and type(why) is str else ODD


def _taken(take: Take, value: Any) -> Any:
    if value is None:
        return ODD
    try:
        return take(value)
    except RefusedError:
        return ODD


def _take(field: Field) -> Take:
    """What turns a plain value into that of a record; raises ``RefusedError``."""
    match field.kind:
        case FieldKind.KEY | FieldKind.REFERENCE:
            return identifier
        case FieldKind.DAY:
            return _day
        case FieldKind.NUMBER:
            return number_form(field.bounds)
        case FieldKind.DECIMAL:
            return decimal_value
        case FieldKind.CODE if field.code_list is not None:
            return code_list_form(field.code_list)
        case FieldKind.CODE if field.enum is not None:
            return code_form(field.enum)
        case _:
            return text_value


def _day(value: Any) -> date:
    if type(value) is date and FIRST_DAY <= value <= LAST_DAY:
        return value
    raise RefusedError(NOT_A_FULL_DAY)


def partial_day(first: Any, last: Any) -> PartialDay | None:
    """The day that lies between two others; ``None`` where they are no two days in this order."""
    if type(first) is date and type(last) is date and FIRST_DAY <= first < last <= LAST_DAY:
        return PartialDay(first, last)
    return None

"""What may stand in a field, in the words of JSON Schema; one place for documents and folders.

Patterns keep to what regular expressions of all validators know: no look ahead, no look behind.
Where a validator lets ``$`` stand before a last line break, that is excluded beside the pattern.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind
from inclusion_core.values import Reason
from inclusion_core.wire.value_forms import LONGEST_CODE, LONGEST_TEXT

__all__ = [
    "DEFINITIONS",
    "ID",
    "TEXT_OR_NOTHING",
    "JsonSchema",
    "calendar_day",
    "known_value",
    "value",
]

JsonSchema: TypeAlias = Mapping[str, object]

_CENTURY = "(1[89]|2[0-9])"
_YEAR = f"{_CENTURY}[0-9]{{2}}"
_LEAP_YEAR = f"({_CENTURY}(0[48]|[2468][048]|[13579][26])|2[048]00)"
_MONTH = "(0[1-9]|1[0-2])"
_DAY_OF_MONTH = (
    "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    "|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    "|02-(0[1-9]|1[0-9]|2[0-8]))"
)


def calendar_day(years: str, leap_years: str) -> str:
    """The pattern of a day that the calendar has, from those of its years and leap years."""
    return f"({years}-{_DAY_OF_MONTH}|{leap_years}-02-29)"


_DATE = calendar_day(_YEAR, _LEAP_YEAR)
"""Of the years 1800 to 2999."""

FULL_DAY = f"^{_DATE}$"
PARTIAL_DAY = f"^({_YEAR}(-{_MONTH})?|{_DATE}(/{_DATE})?)$"
ID = r"^[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}$"
DECIMAL = r"^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,9})?$"

_LINE_BREAK: JsonSchema = {"pattern": "\n"}
_CONTROL_CHARACTER: JsonSchema = {"pattern": "[\\u0000-\\u001f\\u007f-\\u009f]"}
_MINUS_ZERO: JsonSchema = {"pattern": r"^-0(\.0*)?$"}
_PERSONAL_CODE: tuple[JsonSchema, ...] = (
    {"pattern": "(^|[^0-9])[0-9]{6}-[0-9]{5}([^0-9]|$)"},
    {"pattern": "(^|[^A-Za-z0-9])[0-9]{11}([^A-Za-z0-9]|$)"},
)


def _text(pattern: str, *but_not: JsonSchema, **limits: object) -> JsonSchema:
    excluded = (_LINE_BREAK, *but_not)
    one = excluded[0] if len(excluded) == 1 else {"anyOf": list(excluded)}
    return {"type": "string", "pattern": pattern, **limits, "not": one}


ID_VALUE: JsonSchema = _text(ID, *_PERSONAL_CODE)
"""An id: opaque, and none that looks like a personal code."""

TEXT_OR_NOTHING: JsonSchema = {
    "type": "string",
    "maxLength": LONGEST_TEXT,
    "not": _CONTROL_CHARACTER,
}
"""One line of text, perhaps an empty one."""

UNKNOWN: JsonSchema = {
    "type": "object",
    "properties": {"unknown": {"enum": [reason.value for reason in Reason]}},
    "required": ["unknown"],
    "additionalProperties": False,
}
"""Why a value is not known."""


DEFINITIONS: Mapping[str, JsonSchema] = {
    "Id": ID_VALUE,
    "Day": _text(FULL_DAY, format="date"),
    "PartialDay": _text(PARTIAL_DAY),
    "Decimal": _text(DECIMAL, _MINUS_ZERO),
    "Text": {**TEXT_OR_NOTHING, "minLength": 1},
    "Unknown": UNKNOWN,
}
"""What many fields hold, for the ``$defs`` of a schema; no record type is called so."""


def known_value(field: Field) -> JsonSchema:
    """What a field holds when it is known, in full."""
    name = _definition(field)
    if name:
        return DEFINITIONS[name]
    match field.kind:
        case FieldKind.NUMBER:
            bounds = field.bounds
            return {"type": "integer", "minimum": bounds.least, "maximum": bounds.most}
        case FieldKind.CODE if field.code_list is not None:
            pattern = f"^({field.code_list.pattern})$"
            return _text(pattern, _CONTROL_CHARACTER, minLength=1, maxLength=LONGEST_CODE)
        case _:
            return {"type": "string", "enum": list(field.codes)}


def _definition(field: Field) -> str:
    """What it holds is called so in ``DEFINITIONS``; empty where it has limits of its own."""
    match field.kind:
        case FieldKind.KEY | FieldKind.REFERENCE:
            return "Id"
        case FieldKind.DAY:
            return "PartialDay" if field.may_be_partial else "Day"
        case FieldKind.DECIMAL:
            return "Decimal"
        case FieldKind.TEXT:
            return "Text"
        case _:
            return ""


def value(field: Field) -> JsonSchema:
    """What a field holds, known or not; it refers to ``DEFINITIONS``."""
    name = _definition(field)
    known = _reference(name) if name else known_value(field)
    others: list[JsonSchema] = []
    if field.may_be_absent:
        others.append({"type": "null"})
    if field.may_be_unknown:
        others.append(_reference("Unknown"))
    return {"anyOf": [known, *others]} if others else known


def _reference(name: str) -> JsonSchema:
    return {"$ref": f"#/$defs/{name}"}

"""What may stand in a field, in the words of JSON Schema; one place for documents and folders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind
from inclusion_core.values import Reason
from inclusion_core.wire.value_forms import LONGEST_TEXT

__all__ = ["FULL_DAY", "ID", "PARTIAL_DAY", "JsonSchema", "known_value", "value"]

JsonSchema: TypeAlias = Mapping[str, object]

_YEAR = r"(1[89]|2[0-9])\d{2}"
_MONTH = r"(0[1-9]|1[0-2])"
_DATE = rf"{_YEAR}-{_MONTH}-(0[1-9]|[12]\d|3[01])"

FULL_DAY = rf"^{_DATE}$"
PARTIAL_DAY = rf"^({_YEAR}(-{_MONTH}(-(0[1-9]|[12]\d|3[01]))?)?|{_DATE}/{_DATE})$"
ID = r"^[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}$"
DECIMAL = r"^-?(0|[1-9]\d{0,17})(\.\d{1,9})?$"


def known_value(field: Field) -> JsonSchema:
    """What a field holds when it is known."""
    match field.kind:
        case FieldKind.KEY | FieldKind.REFERENCE:
            return {"type": "string", "pattern": ID}
        case FieldKind.CODE if field.code_list is not None:
            return {"type": "string", "pattern": f"^({field.code_list.pattern})$"}
        case FieldKind.CODE:
            return {"type": "string", "enum": list(field.codes)}
        case FieldKind.DAY if field.may_be_partial:
            return {"type": "string", "pattern": PARTIAL_DAY}
        case FieldKind.DAY:
            return {"type": "string", "pattern": FULL_DAY, "format": "date"}
        case FieldKind.NUMBER:
            bounds = field.bounds
            return {"type": "integer", "minimum": bounds.least, "maximum": bounds.most}
        case FieldKind.DECIMAL:
            return {"type": "string", "pattern": DECIMAL}
        case _:
            return {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT}


def value(field: Field) -> JsonSchema:
    """What a field holds, known or not."""
    others: list[JsonSchema] = []
    if field.may_be_absent:
        others.append({"type": "null"})
    if field.may_be_unknown:
        others.append({"$ref": "#/$defs/unknown"})
    return {"anyOf": [known_value(field), *others]} if others else known_value(field)


UNKNOWN: JsonSchema = {
    "type": "object",
    "properties": {"unknown": {"enum": [reason.value for reason in Reason]}},
    "required": ["unknown"],
    "additionalProperties": False,
}
"""Why a value is not known."""

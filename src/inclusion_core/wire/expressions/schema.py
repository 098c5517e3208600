"""The JSON Schema of an expression, for programs that write one without this library.

It says which kinds, names and values there are. What else the reader refuses (a day that no
calendar has, a row that stands for nothing, slots that differ, too deep a nest) it cannot say.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from inclusion_core.wire.expressions.document import NAMES, SCHEMA_NAME, SCHEMA_VERSION, TYPES
from inclusion_core.wire.expressions.forms import FAMILIES, FORMS
from inclusion_core.wire.expressions.parts import Holds, Inside, Leaf, Listed, ObjectForm, OneOf
from inclusion_core.wire.field_schema import JsonSchema

__all__ = ["expression_schema"]


def expression_schema() -> JsonSchema:
    """The JSON Schema (draft 2020-12) of an expression as a document.

    What an object must be hangs on its kind, so that each is looked at once, however deep it lies.
    """
    types = {
        each.value: {"properties": {"expression": _reference(f"any_{expressed.family}")}}
        for each, expressed in TYPES.items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An expression of inclusion_core",
        "type": "object",
        "properties": {
            "schema": {"const": SCHEMA_NAME},
            "schema_version": {"const": SCHEMA_VERSION},
            "type": {"enum": list(types)},
            "expression": {"type": "object"},
        },
        "required": list(NAMES),
        "additionalProperties": False,
        "allOf": _each("type", types),
        "$defs": {
            **{f"any_{name}": _family(forms) for name, forms in FAMILIES.items()},
            **{kind: _object(form) for kind, form in FORMS.items()},
        },
    }


def _family(forms: tuple[ObjectForm, ...]) -> JsonSchema:
    kinds = [form.kind for form in forms]
    return {
        "type": "object",
        "properties": {"kind": {"enum": kinds}},
        "required": ["kind"],
        "allOf": _each("kind", {kind: _reference(kind) for kind in kinds}),
    }


def _each(name: str, schemas: Mapping[str, JsonSchema]) -> list[JsonSchema]:
    """For each value of a name, what the object must be then."""
    return [
        {"if": {"properties": {name: {"const": value}}, "required": [name]}, "then": schema}
        for value, schema in schemas.items()
    ]


def _reference(name: str) -> JsonSchema:
    return {"$ref": f"#/$defs/{name}"}


def _object(form: ObjectForm) -> JsonSchema:
    kind: dict[str, JsonSchema] = {"kind": {"const": form.kind}} if form.kind else {}
    return {
        "type": "object",
        "properties": kind | {part.name: _value(part.holds) for part in form.parts},
        "required": [*kind, *(part.name for part in form.parts if part.required)],
        "additionalProperties": False,
    }


def _value(holds: Holds) -> JsonSchema:
    match holds:
        case Leaf(schema=schema):
            return schema
        case OneOf(family=family):
            return _reference(f"any_{family}")
        case Inside(form=form):
            return _object(form)
        case Listed():
            return _list(holds)
        case _:
            assert_never(holds)


def _list(listed: Listed) -> JsonSchema:
    made: dict[str, object] = {"type": "array", "items": _value(listed.of)}
    if not listed.may_be_empty:
        made["minItems"] = 1
    if listed.made is frozenset:
        made["uniqueItems"] = True
    return made if listed.instead is None else {"anyOf": [made, listed.instead.schema]}

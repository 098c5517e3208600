"""What JSON Schemas are put together from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from inclusion_core.wire.field_schema import JsonSchema

__all__ = ["codes_of", "described", "either", "list_of", "object_of", "the"]


def the(name: str) -> JsonSchema:
    """What the schema defines under a name."""
    return {"$ref": f"#/$defs/{name}"}


def described(description: str, schema: JsonSchema) -> JsonSchema:
    """A schema, with what it means."""
    return {"description": description, **schema}


def list_of(items: JsonSchema) -> JsonSchema:
    """A list, as long as may be."""
    return {"type": "array", "items": items}


def either(*schemas: JsonSchema) -> JsonSchema:
    """One of several."""
    return {"anyOf": list(schemas)}


def codes_of(members: Iterable[Enum]) -> JsonSchema:
    """One of these codes."""
    return {"enum": [member.value for member in members]}


def object_of(
    may_have: Mapping[str, JsonSchema] | None = None, **fields: JsonSchema
) -> dict[str, object]:
    """An object with these fields and no others.

    Args:
        may_have: Fields that may be left out.
        fields: Those that are always there.
    """
    return {
        "type": "object",
        "properties": {**fields, **(may_have or {})},
        "required": list(fields),
        "additionalProperties": False,
    }

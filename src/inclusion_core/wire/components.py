"""JSON Schemas as the components of an OpenAPI document, which has one place for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from inclusion_core.wire.field_schema import JsonSchema

__all__ = ["components"]

HERE = "#/$defs/"


def components(schemas: Mapping[str, JsonSchema]) -> dict[str, JsonSchema]:
    """The ``components.schemas`` of an OpenAPI 3.1 document.

    What a schema defines for itself stands beside it, under its name and a dot: ``Report.Cell``.
    References lead there.

    Args:
        schemas: JSON Schemas (draft 2020-12), each by the name that it is to have.

    Example:
        >>> day = {"type": "string", "format": "date"}
        >>> spell = {
        ...     "$schema": "https://json-schema.org/draft/2020-12/schema",
        ...     "properties": {"from": {"$ref": "#/$defs/Day"}},
        ...     "$defs": {"Day": day},
        ... }
        >>> found = components({"Spell": spell})
        >>> found["Spell"]
        {'properties': {'from': {'$ref': '#/components/schemas/Spell.Day'}}}
        >>> found["Spell.Day"] == day
        True
    """
    found: dict[str, JsonSchema] = {}
    for name, schema in schemas.items():
        moved = _moved(schema, f"#/components/schemas/{name}.")
        moved.pop("$schema", None)
        parts = moved.pop("$defs", {})
        found |= {name: moved, **{f"{name}.{part}": each for part, each in parts.items()}}
    return found


def _moved(value: Any, there: str) -> Any:
    """A schema whose references lead to another place."""
    if isinstance(value, Mapping):
        moved = {key: _moved(each, there) for key, each in value.items()}
        if "$ref" in moved:
            moved["$ref"] = there + moved["$ref"].removeprefix(HERE)
        return moved
    return [_moved(each, there) for each in value] if isinstance(value, (list, tuple)) else value

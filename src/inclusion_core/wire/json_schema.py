"""JSON Schemas of a journal as one document, and of each record, for programs without this library.

They accept exactly what the reader takes, record by record, but for what no JSON Schema can say:

- of a day between two days, the first must lie before the last,
- a number has no point and no exponent (``1.0`` is a whole number to JSON Schema),
- a text holds no half of a character (a lone surrogate), and no name stands twice in an object,
- the fields of a record go together where its class says how.

Beyond single records the reader looks at histories: whether versions follow from one another. An
older document is read as well; the schema is of what is written today.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.model.versions import Act
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.descriptions import field_descriptions, type_description
from inclusion_core.wire.envelope import ENVELOPE
from inclusion_core.wire.field_schema import (
    DEFINITIONS,
    TEXT_OR_NOTHING,
    JsonSchema,
    value,
)
from inclusion_core.wire.layout import recorded_types
from inclusion_core.wire.tag import SCHEMA_NAME, SCHEMA_VERSION
from inclusion_core.wire.type_versions import current_versions

__all__ = ["json_schema", "record_schema"]

DRAFT = "https://json-schema.org/draft/2020-12/schema"

ENVELOPE_VALUES: Mapping[str, JsonSchema] = {
    "id": {"description": "The key of the record.", **DEFINITIONS["Id"]},
    "version": {
        "description": "1, and one more for each later version.",
        "type": "integer",
        "minimum": 1,
        "maximum": 1_000_000,
    },
    "recorded_on": {
        "description": "The day on which it became known.",
        **DEFINITIONS["Day"],
    },
    "sequence": {
        "description": "Orders what was recorded on one day.",
        "type": "integer",
        "minimum": 0,
        "maximum": 1_000_000_000,
    },
    "recorded_by": {
        "description": "An opaque id of who wrote it.",
        "anyOf": [{"const": ""}, DEFINITIONS["Id"]],
    },
    "act": {"enum": [act.value for act in Act]},
    "why": {
        "description": "Why it was written again; no value of a client.",
        **TEXT_OR_NOTHING,
    },
}
_ENVELOPE: Mapping[str, JsonSchema] = {
    name: {"$ref": f"#/$defs/Version/properties/{name}"} for name in ENVELOPE_VALUES
}
REMOVED: JsonSchema = {
    "properties": {"act": {"enum": [act.value for act in Act if act.removes]}},
    "required": ["act"],
}


def json_schema(schema: Schema, vocabulary: Vocabulary) -> JsonSchema:
    """The JSON Schema (draft 2020-12) of a document with the records of a schema.

    Args:
        schema: The record types that there are, those of plugins among them.
        vocabulary: What they are called; the English words become titles.

    Raises:
        SchemaError: The schema is one that no file can hold.
    """
    types = recorded_types(schema)
    versions = current_versions(schema)
    return {
        "$schema": DRAFT,
        "title": "A journal of inclusion_core",
        "type": "object",
        "properties": {
            "schema": {"const": SCHEMA_NAME},
            "schema_version": {"const": SCHEMA_VERSION},
            "type_versions": {
                "description": "The versions of record types, where that is not the first.",
                "type": "object",
                "properties": {name: {"const": versions.get(name, 1)} for name in types},
                "required": list(versions),
                "additionalProperties": {"type": "integer", "minimum": 1},
            },
            "records": {
                "type": "object",
                "properties": {
                    name: {"type": "array", "items": {"$ref": f"#/$defs/{name}"}} for name in types
                },
                "additionalProperties": False,
            },
        },
        "required": [
            *("schema", "schema_version"),
            *(["type_versions"] if versions else []),
            "records",
        ],
        "additionalProperties": False,
        "$defs": {
            **DEFINITIONS,
            "Version": {"properties": ENVELOPE_VALUES},
            **{name: _version(each, vocabulary) for name, each in types.items()},
        },
    }


def record_schema(record_type: RecordType, vocabulary: Vocabulary) -> JsonSchema:
    """The JSON Schema (draft 2020-12) of one record by itself, without the facts of a version.

    It is what :func:`~inclusion_core.wire.converter.converter_of` takes for the class.

    Args:
        record_type: Its type.
        vocabulary: What it is called; the English words become titles.
    """
    fields = record_type.recorded_fields
    return {
        "$schema": DRAFT,
        **_named(record_type, vocabulary),
        "type": "object",
        "properties": _values(record_type, fields, vocabulary),
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
        "$defs": dict(DEFINITIONS),
    }


def _version(record_type: RecordType, vocabulary: Vocabulary) -> JsonSchema:
    """One version: its envelope, and the fields of the record unless it was taken back."""
    fields = [field for field in record_type.recorded_fields if field.name != "id"]
    return {
        **_named(record_type, vocabulary),
        "type": "object",
        "properties": {**_ENVELOPE, **_values(record_type, fields, vocabulary)},
        "required": ["id", "recorded_on"],
        "additionalProperties": False,
        "if": REMOVED,
        "then": {"propertyNames": {"enum": list(ENVELOPE)}},
        "else": {"required": [field.name for field in fields if field.required]},
    }


def _named(record_type: RecordType, vocabulary: Vocabulary) -> JsonSchema:
    described = type_description(record_type.record_class)
    return {
        "title": vocabulary.type(record_type.name, "en"),
        **({"description": described} if described else {}),
    }


def _values(
    record_type: RecordType, fields: Iterable[Field], vocabulary: Vocabulary
) -> dict[str, JsonSchema]:
    described = field_descriptions(record_type.record_class)
    return {
        field.name: {
            "title": vocabulary.field(record_type.name, field.name, "en"),
            **({"description": described[field.name]} if field.name in described else {}),
            **value(field),
        }
        for field in fields
    }

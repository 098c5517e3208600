"""The JSON Schema of a journal as one document, for programs that write one without this library.

It says which names and forms there are. What else the reader refuses (a day that no calendar has,
an id that tells of a person, a history that does not follow) no JSON Schema can say.
"""

from __future__ import annotations

from collections.abc import Mapping

from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.model.versions import Act
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.envelope import ENVELOPE
from inclusion_core.wire.field_schema import FULL_DAY, ID, UNKNOWN, JsonSchema, value
from inclusion_core.wire.layout import recorded_types
from inclusion_core.wire.tag import SCHEMA_NAME, SCHEMA_VERSION
from inclusion_core.wire.value_forms import LONGEST_TEXT

__all__ = ["json_schema"]

ENVELOPE_VALUES: Mapping[str, JsonSchema] = {
    "id": {"type": "string", "pattern": ID},
    "version": {"type": "integer", "minimum": 1, "maximum": 1_000_000},
    "recorded_on": {"type": "string", "pattern": FULL_DAY, "format": "date"},
    "sequence": {"type": "integer", "minimum": 0, "maximum": 1_000_000_000},
    "recorded_by": {"anyOf": [{"const": ""}, {"type": "string", "pattern": ID}]},
    "act": {"enum": [act.value for act in Act]},
    "why": {"type": "string", "maxLength": LONGEST_TEXT},
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
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A journal of inclusion_core",
        "type": "object",
        "properties": {
            "schema": {"const": SCHEMA_NAME},
            "schema_version": {"const": SCHEMA_VERSION},
            "records": {
                "type": "object",
                "properties": {
                    name: {"type": "array", "items": {"$ref": f"#/$defs/{name}"}} for name in types
                },
                "additionalProperties": False,
            },
        },
        "required": ["schema", "schema_version", "records"],
        "additionalProperties": False,
        "$defs": {
            "unknown": UNKNOWN,
            **{name: _version(each, vocabulary) for name, each in types.items()},
        },
    }


def _version(record_type: RecordType, vocabulary: Vocabulary) -> JsonSchema:
    """One version: its envelope, and the fields of the record unless it was taken back."""
    fields = [field for field in record_type.recorded_fields if field.name != "id"]
    values = {
        field.name: {
            "title": vocabulary.field(record_type.name, field.name, "en"),
            **value(field),
        }
        for field in fields
    }
    return {
        "title": vocabulary.type(record_type.name, "en"),
        "type": "object",
        "properties": {**ENVELOPE_VALUES, **values},
        "required": ["id", "recorded_on"],
        "additionalProperties": False,
        "if": REMOVED,
        "then": {"propertyNames": {"enum": list(ENVELOPE)}},
        "else": {"required": [field.name for field in fields if field.required]},
    }

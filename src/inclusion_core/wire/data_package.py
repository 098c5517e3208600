"""The data package of a journal as a folder of CSV files: which columns it has and what they hold.

The form is that of the Data Package standard, version 2, so that tools which know neither this
library nor its programmes can read a folder and follow its references.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.fields import FieldKind
from inclusion_core.values import Reason
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.field_schema import known_value
from inclusion_core.wire.json_schema import ENVELOPE_VALUES
from inclusion_core.wire.layout import Column, columns_of, recorded_types
from inclusion_core.wire.package_parts import key_and_references, limits, package, resource_name

__all__ = ["data_package"]


def data_package(schema: Schema, vocabulary: Vocabulary) -> Mapping[str, object]:
    """The data package of a folder with the records of a schema.

    A column holds what is known; its companion, ``born_on_unknown``, says why it is empty. Many
    versions of a record stand in one file, so that id and version together are its key.

    Args:
        schema: The record types that there are, those of plugins among them.
        vocabulary: What they are called; the English words become titles.

    Raises:
        SchemaError: The schema is one that no file can hold.
    """
    types = recorded_types(schema)
    resources = (_resource(each, vocabulary) for each in types.values())
    return package("inclusion-core-journal", resources)


def _resource(record_type: RecordType, vocabulary: Vocabulary) -> Mapping[str, object]:
    return {
        "name": resource_name(record_type.name),
        "title": vocabulary.type(record_type.name, "en"),
        "path": f"{record_type.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [
                field
                for column in columns_of(record_type)
                for field in _fields(column, record_type, vocabulary)
            ],
            "missingValues": [""],
            **key_and_references(record_type),
        },
    }


def _fields(
    column: Column, record_type: RecordType, vocabulary: Vocabulary
) -> Iterator[Mapping[str, object]]:
    required = {"required": True} if column.required and not column.companion else {}
    if column.field is None:
        values = ENVELOPE_VALUES[column.name]
        kind = "integer" if column.holds_number else "string"
        yield {"name": column.name, "type": kind, "constraints": limits(values) | required}
        return
    title = vocabulary.field(record_type.name, column.name, "en")
    yield {
        "name": column.name,
        "title": title,
        "type": "integer" if column.field.kind is FieldKind.NUMBER else "string",
        "constraints": limits(known_value(column.field)) | required,
    }
    if column.companion:
        yield {
            "name": column.companion,
            "title": f"{title}: why it is empty",
            "type": "string",
            "constraints": {"enum": ["none", *(reason.value for reason in Reason)]},
        }

"""What the data packages of records have in common, whatever files they describe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from inclusion_core.expr.schema import RecordType

__all__ = ["key_and_references", "limits", "package", "resource_name"]

CONSTRAINTS = ("enum", "pattern", "minimum", "maximum", "minLength", "maxLength")


def package(name: str, resources: Iterable[Mapping[str, object]]) -> Mapping[str, object]:
    """A data package, version 2 of the standard."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": name,
        "resources": [*resources],
    }


def resource_name(record_type: str) -> str:
    """What a record type is called there: a name has no underscores."""
    return record_type.replace("_", "-")


def key_and_references(record_type: RecordType) -> Mapping[str, object]:
    """By what a row is known, and whose ids its fields hold.

    Many versions of a record stand in one file, so that id and version together are its key.
    """
    return {
        "primaryKey": ["id", "version"],
        "foreignKeys": [
            {
                "fields": [field.name],
                "reference": {"resource": resource_name(field.reference.to), "fields": ["id"]},
            }
            for field in record_type.recorded_fields
            if field.reference is not None
        ],
    }


def limits(values: Mapping[str, object]) -> dict[str, object]:
    """What a JSON Schema says of values, as far as a data package can say it."""
    return {name: values[name] for name in CONSTRAINTS if name in values}

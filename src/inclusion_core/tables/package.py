"""The data package of a folder of Parquet files: what its columns hold, and what they refer to.

The form is that of the Data Package standard, as for a folder of CSV; a field has its own type, for
a Parquet file has types too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inclusion_core.expr.record_columns import PARTIAL, kinds_beside
from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.fields import FieldKind
from inclusion_core.tables.layout import ENVELOPE_KINDS, REQUIRED, fields_of, table_types
from inclusion_core.values import Reason
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.field_schema import known_value
from inclusion_core.wire.json_schema import ENVELOPE_VALUES
from inclusion_core.wire.package_parts import key_and_references, limits, package, resource_name

__all__ = ["PACKAGE_FILE", "package_of"]

PACKAGE_FILE = "datapackage.json"

_TYPES: Mapping[FieldKind, str] = {FieldKind.DAY: "date", FieldKind.NUMBER: "integer"}
_NO_NUMBER = ["", "nan"]
"""How a number that is missing looks to tools that read Parquet by way of pandas."""


def package_of(schema: Schema, vocabulary: Vocabulary | None = None) -> Mapping[str, object]:
    """The data package of a folder with the records of a schema.

    After a retraction or an erasure a version holds no value, so that no field but the key, the
    version and its day is required.

    Args:
        schema: The record types that there are.
        vocabulary: What they are called; the English words become titles. ``None`` for no titles.
    """
    resources = (_resource(each, vocabulary) for each in table_types(schema).values())
    return package("inclusion-core-tables", resources)


def _resource(record_type: RecordType, words: Vocabulary | None) -> Mapping[str, object]:
    name = record_type.name
    return {
        "name": resource_name(name),
        **({} if words is None else {"title": words.type(name, "en")}),
        "path": f"{name}.parquet",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": {
            "fields": [*_envelope(), *_fields(record_type, words)],
            **key_and_references(record_type),
        },
    }


def _envelope() -> Iterator[Mapping[str, object]]:
    for name, kind in ENVELOPE_KINDS.items():
        required = {"required": True} if name in (*REQUIRED, "version") else {}
        known = {} if kind is FieldKind.DAY else limits(ENVELOPE_VALUES[name])
        yield _field(name, kind, {**known, **required})


def _fields(record_type: RecordType, words: Vocabulary | None) -> Iterator[Mapping[str, object]]:
    for field in fields_of(record_type):
        title = "" if words is None else words.field(record_type.name, field.name, "en")
        yield from _columns(field, title)


def _columns(field: Field, title: str) -> Iterator[Mapping[str, object]]:
    own = {} if field.kind is FieldKind.DAY else limits(known_value(field))
    reasons = [reason.value for reason in Reason] if field.may_be_unknown else []
    why = {"enum": [*reasons, PARTIAL] if field.may_be_partial else reasons}
    told: dict[str, tuple[str, Mapping[str, object]]] = {
        field.name: (title, own),
        f"{field.name}_unknown": (f"{title}: why it is empty", why),
        f"{field.name}_earliest": (f"{title}: first day on which it can be", {}),
        f"{field.name}_latest": (f"{title}: last day on which it can be", {}),
    }
    for name, kind in kinds_beside(field).items():
        says, constraints = told[name]
        yield _field(name, kind, constraints, says if title else "")


def _field(
    name: str, kind: FieldKind, constraints: Mapping[str, object], title: str = ""
) -> Mapping[str, object]:
    return {
        "name": name,
        **({"title": title} if title else {}),
        "type": _TYPES.get(kind, "string"),
        **({"missingValues": _NO_NUMBER} if kind is FieldKind.NUMBER else {}),
        **({"constraints": constraints} if constraints else {}),
    }

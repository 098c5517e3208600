"""The tables of a schema: one for each record type, a row for each version.

A field ``x`` is a column ``x`` of texts, days or whole numbers. Beside it stand, where they are
needed, ``x_unknown`` with the reason why it is not known and, of a day known in part,
``x_earliest`` and ``x_latest``; both ``x`` and ``x_unknown`` null means that there is none. These
are the columns that tables have on an engine, so that nothing is worked out between them. A
fraction is a text, for SQLite knows none that is exact.

Id and version are the key. A reference is no foreign key: it names a record, not one of its
versions, and what it names may be recorded later, taken back or erased; a check tells where one
leads nowhere. Codes are no constraint either: a list belongs to the schema, which a newer version
extends without touching the rows, and whoever reads a code outside it gets a finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from inclusion_core.errors import SchemaError
from inclusion_core.expr.record_columns import kinds_beside
from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.fields import FieldKind
from inclusion_core.wire.envelope import ENVELOPE
from inclusion_core.wire.layout import recorded_types
from inclusion_core.wire.type_versions import current_versions

__all__ = ["TAG_TABLE", "VERSION", "kinds_of", "tables_of"]

TAG_TABLE = "schema_version"
"""The table that says whose tables these are, and of which version of the schema."""

VERSION = "version"
"""Under which a table says, in its ``info``, of which version its record type is."""

ID = String(100).with_variant(String(100, collation="C"), "postgresql")
"""Ids are sorted as Python sorts them, whatever the language of the server."""

_TYPES: dict[FieldKind, TypeEngine[Any]] = {
    FieldKind.KEY: ID,
    FieldKind.REFERENCE: ID,
    FieldKind.CODE: Text(),
    FieldKind.DAY: Date(),
    FieldKind.NUMBER: BigInteger(),
    FieldKind.DECIMAL: Text(),
    FieldKind.TEXT: Text(),
}

_ENVELOPE: dict[str, FieldKind] = {
    "id": FieldKind.KEY,
    "version": FieldKind.NUMBER,
    "recorded_on": FieldKind.DAY,
    "sequence": FieldKind.NUMBER,
    "recorded_by": FieldKind.TEXT,
    "act": FieldKind.TEXT,
    "why": FieldKind.TEXT,
}

_STRICT = (
    "typeof(id) = 'text' AND typeof(version) = 'integer' AND typeof(act) = 'text' "
    "AND typeof(recorded_on) = 'text' "
    f"AND recorded_on GLOB '{'-'.join('[0-9]' * each for each in (4, 2, 2))}'"
)
"""By these a row is found; SQLite takes anything else too, and would pass the row over."""


def kinds_of(record_type: RecordType) -> dict[str, FieldKind]:
    """What each column of a record type holds: those of the envelope, then those of its fields.

    Raises:
        SchemaError: Two things would stand in one column.
    """
    columns = [*((name, _ENVELOPE[name]) for name in ENVELOPE), *_own(record_type)]
    for name, times in Counter(name for name, _ in columns).items():
        if times > 1:
            raise SchemaError(record_type.name, f"{name!r} would be the name of two columns")
    return dict(columns)


def _own(record_type: RecordType) -> Iterator[tuple[str, FieldKind]]:
    for field in record_type.recorded_fields:
        if field.name != "id":
            yield from kinds_beside(field).items()


def tables_of(schema: Schema) -> MetaData:
    """The tables of a schema, and the one that says so; nothing is made in any database.

    Raises:
        SchemaError: A record type or a field cannot be the name of a table or a column.
    """
    metadata = MetaData()
    Table(
        TAG_TABLE,
        metadata,
        Column("name", ID, primary_key=True),
        Column("schema_version", Integer, nullable=False),
    )
    versions = current_versions(schema)
    for name, record_type in recorded_types(schema).items():
        if name == TAG_TABLE:
            raise SchemaError(name, "a table of the database has this name already; use another")
        Table(
            name,
            metadata,
            *(_column(heading, kind) for heading, kind in kinds_of(record_type).items()),
            CheckConstraint("version >= 1"),
            CheckConstraint(_STRICT).ddl_if(dialect="sqlite"),
            info={VERSION: versions.get(name, 1)},
        )
    return metadata


def _column(name: str, kind: FieldKind) -> Column[Any]:
    """A column; of the fields none must be filled in, for a tombstone has no values."""
    return Column(
        name,
        _TYPES[kind],
        primary_key=name in ("id", "version"),
        autoincrement=False,
        nullable=name not in _ENVELOPE,
        index=kind is FieldKind.REFERENCE,
    )

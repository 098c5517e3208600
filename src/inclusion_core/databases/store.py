"""The store: the tables of a schema in a database, and connections that see them as it does.

The database says under ``schema_version`` whose tables it has. Each connection looks there first:
who upgrades waits for those who have looked, and whoever looks later is told. So nobody writes, or
reads, what is meant for tables that are not there any more.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import Any

import attrs
from sqlalchemy import Connection, Engine, MetaData, Select, Table, select

from inclusion_core.databases import connecting
from inclusion_core.databases.cells import RowForm
from inclusion_core.databases.errors import ForeignDatabaseError
from inclusion_core.databases.shape import TAG_TABLE
from inclusion_core.expr.schema import Schema

__all__ = ["Store", "tags_in"]

CHANGED = "its tables are others since it was opened; open it anew, with the catalogue of today"


def tags_in(connection: Connection, metadata: MetaData) -> dict[str, int]:
    """What the database says of its tables: the version of the schema, and of each type."""
    found = connection.execute(select(metadata.tables[TAG_TABLE]))
    return {row.name: row.schema_version for row in found}


@attrs.frozen(kw_only=True, eq=False)
class Store:
    """The tables of a schema in a database.

    Attributes:
        engine: Of SQLAlchemy; it puts no value into its messages or its log.
        schema: The record types that there are.
        metadata: Their tables, and the one that says so.
        tags: What the database said of its tables when it was opened.
        left: Types of which there are tables, and which the schema does not know.
        questions: What was asked before, by what it is about: putting it together takes longer
            than asking.
    """

    engine: Engine
    schema: Schema
    metadata: MetaData
    tags: Mapping[str, int]
    left: tuple[str, ...] = ()
    questions: dict[tuple[str, str], Select[Any]] = attrs.field(init=False, factory=dict)

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """The table of each record type."""
        return {name: each for name, each in self.metadata.tables.items() if name != TAG_TABLE}

    @cached_property
    def forms(self) -> Mapping[str, RowForm]:
        """How the rows of each type are read and written."""
        return {name: RowForm.of(self.schema[name], self.schema) for name in self.tables}

    @contextmanager
    def reading(self) -> Generator[Connection, None, None]:
        """A connection that sees all as it is at one moment, whoever writes."""
        with connecting.reading(self.engine) as connection:
            self._unchanged(connection)
            yield connection

    @contextmanager
    def writing(self) -> Generator[Connection, None, None]:
        """A connection in which all is written at its end, or nothing."""
        with connecting.writing(self.engine) as connection:
            self._unchanged(connection)
            yield connection

    def _unchanged(self, connection: Connection) -> None:
        if tags_in(connection, self.metadata) != self.tags:
            raise ForeignDatabaseError((CHANGED,))

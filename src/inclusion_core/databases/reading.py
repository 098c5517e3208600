"""Versions read from a database: all of them, or the latest of each record as known on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, exists, select, type_coerce
from sqlalchemy.types import NullType

from inclusion_core.databases.cells import Cells, entries_of, sheet_of, versions_of
from inclusion_core.databases.errors import DamagedRowsError
from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.fields import type_name
from inclusion_core.model.client import Client
from inclusion_core.model.versions import Act, Version
from inclusion_core.wire.layout import recorded_types
from inclusion_core.wire.reading import Part, Reading, part_of, together

__all__ = [
    "CLIENT",
    "Rows",
    "as_known",
    "columns_as_they_are",
    "every_version",
    "good",
    "in_parts",
    "live",
]

CLIENT = type_name(Client)

AT_ONCE = 1_000
"""So many ids stand in one question."""


def as_known(table: Table, on: date) -> ColumnElement[bool]:
    """Whether a row is the last version of its record that had been recorded by a day.

    The version counts, not the day: what the last one says holds.
    """
    later = table.alias()
    superseded = exists().where(
        later.c.id == table.c.id, later.c.version > table.c.version, later.c.recorded_on <= on
    )
    return and_(table.c.recorded_on <= on, ~superseded)


def live(table: Table) -> ColumnElement[bool]:
    """Whether a version leaves anything of its record."""
    return table.c.act.not_in([act.value for act in Act if act.removes])


def columns_as_they_are(table: Table, names: Iterable[str]) -> list[ColumnElement[Any]]:
    """Columns as the driver gives them: a text that is no day is our finding, not its error."""
    return [type_coerce(table.c[name], NullType()).label(name) for name in names]


def in_parts(
    connection: Connection, table: Table, *where: ColumnElement[bool]
) -> Iterator[Sequence[Cells]]:
    """The rows of a table for which a condition holds, by id and version, so many at once."""
    asked = _rows_of(table, *where)
    with connection.execute(asked, execution_options={"yield_per": AT_ONCE}) as found:
        yield from found.mappings().partitions()


def _rows_of(table: Table, *where: ColumnElement[bool]) -> Select[Any]:
    columns = columns_as_they_are(table, table.columns.keys())
    return select(*columns).where(*where).order_by(table.c.id, table.c.version)


def good(rows: Iterable[Cells], record_type: RecordType, schema: Schema) -> tuple[Version, ...]:
    """The versions that rows hold.

    Raises:
        DamagedRowsError: One of them holds none.
    """
    versions, findings = versions_of(rows, sheet_of(record_type, schema))
    if findings:
        raise DamagedRowsError(findings)
    return versions


def every_version(connection: Connection, tables: Mapping[str, Table], schema: Schema) -> Reading:
    """All versions, with findings for the rows that hold none."""
    return together(_parts(connection, tables, schema))


def _parts(connection: Connection, tables: Mapping[str, Table], schema: Schema) -> Iterator[Part]:
    for name, record_type in recorded_types(schema).items():
        sheet = sheet_of(record_type, schema)
        entries = [
            entry
            for rows in in_parts(connection, tables[name])
            for entry in entries_of(rows, sheet)
        ]
        yield part_of(sheet, entries, (), rows_read=len(entries))


class Rows:
    """The records as known on a day, asked for by their ids or by the ids of what they name."""

    def __init__(
        self, connection: Connection, tables: Mapping[str, Table], schema: Schema, known_on: date
    ) -> None:
        self.connection = connection
        self.tables = tables
        self.schema = schema
        self.known_on = known_on

    def of_type(self, name: str) -> Iterator[tuple[Version, ...]]:
        """The versions of a type, in parts."""
        table = self.tables[name]
        for rows in in_parts(self.connection, table, as_known(table, self.known_on)):
            yield good(rows, self.schema[name], self.schema)

    def where_in(self, name: str, column: str, keys: Iterable[str]) -> Iterator[Version]:
        """The versions of a type that hold one of these ids in a column."""
        table, listed = self.tables[name], sorted(set(keys))
        for start in range(0, len(listed), AT_ONCE):
            among = table.c[column].in_(listed[start : start + AT_ONCE])
            asked = _rows_of(table, as_known(table, self.known_on), among)
            rows = self.connection.execute(asked).mappings().all()
            yield from good(rows, self.schema[name], self.schema)

    def clients_after(self, client_id: str, most: int) -> tuple[str, ...]:
        """The ids of the next clients, in order."""
        table = self.tables[CLIENT]
        asked = (
            select(table.c.id)
            .where(as_known(table, self.known_on), live(table), table.c.id > client_id)
            .order_by(table.c.id)
            .limit(most)
        )
        return tuple(self.connection.execute(asked).scalars())

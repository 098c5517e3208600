"""Versions read from a database: all of them, or the latest of each record as known on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import attrs
from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Date,
    Select,
    Table,
    and_,
    bindparam,
    exists,
    select,
    type_coerce,
)
from sqlalchemy.types import NullType

from inclusion_core.databases.cells import Cells, RowForm
from inclusion_core.databases.errors import DamagedRowsError
from inclusion_core.databases.store import Store
from inclusion_core.expr.schema import Schema
from inclusion_core.fields import type_name
from inclusion_core.model.client import Client
from inclusion_core.model.versions import Act, Version
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
    "rows_of_table",
]

CLIENT = type_name(Client)

AT_ONCE = 1_000
"""So many ids stand in one question."""


def as_known(table: Table, on: date | BindParameter[date]) -> ColumnElement[bool]:
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
    connection: Connection, asked: Select[Any], given: Mapping[str, object] = {}
) -> Iterator[Sequence[Cells]]:
    """The rows that a question finds, so many at once."""
    with connection.execute(asked, given, execution_options={"yield_per": AT_ONCE}) as found:
        yield from found.mappings().partitions()


def rows_of_table(table: Table, *where: ColumnElement[bool]) -> Select[Any]:
    """The rows of a table for which a condition holds, by id and version."""
    columns = columns_as_they_are(table, table.columns.keys())
    return select(*columns).where(*where).order_by(table.c.id, table.c.version)


def good(rows: Iterable[Cells], form: RowForm) -> tuple[Version, ...]:
    """The versions that rows hold.

    Raises:
        DamagedRowsError: One of them holds none.
    """
    versions, findings = form.versions(rows)
    if findings:
        raise DamagedRowsError(findings)
    return versions


def every_version(connection: Connection, store: Store) -> Reading:
    """All versions, with findings for the rows that hold none."""
    return together(_parts(connection, store))


def _parts(connection: Connection, store: Store) -> Iterator[Part]:
    for name, form in store.forms.items():
        entries = [
            entry
            for rows in in_parts(connection, rows_of_table(store.tables[name]))
            for entry in form.entries(rows)
        ]
        yield part_of(form.sheet, entries, (), rows_read=len(entries))


@attrs.frozen(eq=False)
class Rows:
    """The records as known on a day, asked for by their ids or by the ids of what they name."""

    connection: Connection
    store: Store
    known_on: date

    @property
    def tables(self) -> Mapping[str, Table]:
        """The table of each record type."""
        return self.store.tables

    @property
    def schema(self) -> Schema:
        """The record types that there are."""
        return self.store.schema

    def of_type(self, name: str) -> Iterator[tuple[Version, ...]]:
        """The versions of a type, in parts."""
        given = {"known_on": self.known_on}
        for rows in in_parts(self.connection, self._asked(name), given):
            yield good(rows, self.store.forms[name])

    def where_in(self, name: str, column: str, keys: Iterable[str]) -> Iterator[Version]:
        """The versions of a type that hold one of these ids in a column."""
        asked, listed = self._asked(name, column), sorted(set(keys))
        for start in range(0, len(listed), AT_ONCE):
            given = {"known_on": self.known_on, "among": listed[start : start + AT_ONCE]}
            rows = self.connection.execute(asked, given).mappings().all()
            yield from good(rows, self.store.forms[name])

    def _asked(self, name: str, column: str = "") -> Select[Any]:
        asked = self.store.questions.get((name, column))
        if asked is None:
            table = self.tables[name]
            known = as_known(table, bindparam("known_on", type_=Date))
            among = (table.c[column].in_(bindparam("among", expanding=True)),) if column else ()
            asked = self.store.questions[name, column] = rows_of_table(table, known, *among)
        return asked

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

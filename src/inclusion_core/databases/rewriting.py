"""Rewriting: what a change of the whole journal takes out really goes, also from the files.

Erasing is such a change. Nobody else writes meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from sqlalchemy import Connection, Engine, Table, bindparam

from inclusion_core.databases.connecting import SQLITE, outside
from inclusion_core.databases.errors import (
    DamagedRowsError,
    ForeignDatabaseError,
    NotSweptError,
)
from inclusion_core.databases.reading import every_version
from inclusion_core.databases.store import Store
from inclusion_core.model.caseload import Journal
from inclusion_core.model.versions import Version
from inclusion_core.wire.writing import rows_of

__all__ = ["Change", "rewrite", "sweep"]

Change: TypeAlias = Callable[[Journal], Journal]
"""From the journal as it is to the journal as it shall be."""

_LEFT = (
    "nobody can tell whether records of the type {} are to go too; install the plugin that "
    "declares it, or take out the table, and its line in schema_version"
)


def rewrite(store: Store, change: Change) -> tuple[str, ...]:
    """Write what a change makes of the journal; the types of which versions were taken out.

    Raises:
        DamagedRowsError: A row holds no version, so that nobody knows whether it is to go.
        ForeignDatabaseError: There are records of types that the schema does not know.
        NotWritableError: What the change gives could not be read back as it is.
    """
    if store.left:
        raise ForeignDatabaseError(tuple(_LEFT.format(name) for name in store.left))
    tables, schema = store.tables, store.schema
    with store.writing() as connection:
        _alone(connection, tables)
        reading = every_version(connection, store)
        if reading.rows_kept != reading.rows_read:
            raise DamagedRowsError(reading.findings)
        after = change(reading.journal)
        rows_of(after, schema)  # refuses the whole before anything is written
        before = {each.order: each for each in reading.journal.versions}
        wanted = {each.order: each for each in after.versions}
        gone = [each for each in before.values() if wanted.get(each.order) != each]
        new = [each for each in wanted.values() if before.get(each.order) != each]
        _take_out(connection, tables, gone)
        for name, rows in rows_of(Journal(tuple(new)), schema).items():
            connection.execute(tables[name].insert(), list(map(store.forms[name].cells, rows)))
    return tuple(sorted({each.record_type for each in gone}))


def _alone(connection: Connection, tables: Mapping[str, Table]) -> None:
    """Keep other writers out; SQLite has only one, and overwrites what is deleted."""
    if connection.dialect.name == SQLITE:
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
    else:
        connection.exec_driver_sql(f"LOCK TABLE {_listed(tables)} IN SHARE ROW EXCLUSIVE MODE")


def _take_out(connection: Connection, tables: Mapping[str, Table], gone: Iterable[Version]) -> None:
    keys: dict[str, list[dict[str, object]]] = {}
    for each in gone:
        key: dict[str, object] = {"its_id": each.record_id, "its_version": each.version}
        keys.setdefault(each.record_type, []).append(key)
    for name, listed in sorted(keys.items()):
        table = tables[name]
        deleting = table.delete().where(
            table.c.id == bindparam("its_id"), table.c.version == bindparam("its_version")
        )
        connection.execute(deleting, listed)


def sweep(engine: Engine, names: Iterable[str]) -> None:
    """Take what was deleted out of the files of the database.

    Raises:
        NotSweptError: Others are reading it still.
    """
    with outside(engine) as connection:
        if connection.dialect.name != SQLITE:
            for name in names:
                connection.exec_driver_sql(f"VACUUM (FULL) {_quoted(name)}")
            return
        busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
        if busy:
            raise NotSweptError


def _listed(names: Iterable[str]) -> str:
    return ", ".join(_quoted(name) for name in sorted(names))


def _quoted(name: str) -> str:
    return f'"{name}"'

"""Opening a database: its tables are made, or compared with those of the schema."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import Connection, Engine, MetaData, inspect

from inclusion_core.databases.connecting import SQLITE, outside, reading, writing
from inclusion_core.databases.differences import (
    Said,
    differences,
    gone,
    missing,
    said_by,
    wanted_tags,
)
from inclusion_core.databases.errors import ForeignDatabaseError
from inclusion_core.databases.shape import TAG_TABLE, tables_of
from inclusion_core.databases.store import Store, tags_in
from inclusion_core.expr.schema import Schema

__all__ = ["add_tags", "alone", "created", "opened", "refuse"]

LOCK = 8_291_144_016
"""The number under which PostgreSQL lets one at a time make tables."""


def alone(connection: Connection) -> None:
    """Let one at a time make tables."""
    if connection.dialect.name != SQLITE:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")


def refuse(problems: Iterable[str]) -> None:
    """Raise where there is any problem."""
    found = tuple(problems)
    if found:
        raise ForeignDatabaseError(found)


def add_tags(connection: Connection, metadata: MetaData) -> None:
    """Let the database say of which types it has tables, where it does not say so yet."""
    there = tags_in(connection, metadata)
    new = [
        {"name": name, "schema_version": version}
        for name, version in wanted_tags(metadata).items()
        if name not in there
    ]
    if new:
        connection.execute(metadata.tables[TAG_TABLE].insert(), new)


def created(engine: Engine, schema: Schema, leaving: Collection[str]) -> Store:
    """The tables of a schema, once those that are missing are made; rows that are there stay.

    Raises:
        ForeignDatabaseError: What is there already is not of this schema.
    """
    metadata = tables_of(schema)
    if engine.dialect.name == SQLITE:
        with outside(engine) as connection:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    with writing(engine) as connection:
        alone(connection)
        if metadata.tables.keys() & set(inspect(connection).get_table_names()):
            said = said_by(connection, schema, metadata, leaving)
            refuse([*_older(said), *differences(connection, metadata, said)])
        metadata.create_all(connection)
        add_tags(connection, metadata)
    return _store(engine, schema, metadata, leaving)


def opened(engine: Engine, schema: Schema, leaving: Collection[str]) -> Store:
    """The tables of a schema, once they are seen to be there.

    Raises:
        ForeignDatabaseError: They are not; it names all that differs, and what to do.
    """
    return _store(engine, schema, tables_of(schema), leaving)


def _store(engine: Engine, schema: Schema, metadata: MetaData, leaving: Collection[str]) -> Store:
    with reading(engine) as connection:
        said = said_by(connection, schema, metadata, leaving)
        refuse(_problems(connection, metadata, said))
    return Store(engine=engine, schema=schema, metadata=metadata, tags=said.tags, left=said.left)


def _problems(connection: Connection, metadata: MetaData, said: Said) -> Iterator[str]:
    yield from _older(said)
    yield from differences(connection, metadata, said)
    if not said.problems:
        once, new = missing(connection, metadata, said)
        yield from map(gone, once)
        yield from (f"there is no table {name} yet; Database.upgrade makes it" for name in new)


def _older(said: Said) -> Iterator[str]:
    for each in said.older:
        yield (
            f"{each.name} is of version {each.version}, an earlier one; Database.upgrade brings "
            "its rows up to that of today"
        )

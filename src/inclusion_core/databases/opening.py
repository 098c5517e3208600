"""Opening a database: its tables are made, or compared with those of the schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs
from sqlalchemy import Connection, Engine, Inspector, MetaData, Table, inspect, select
from sqlalchemy.types import BigInteger, Date, DateTime, Integer, String, TypeEngine

from inclusion_core.databases.connecting import SQLITE, outside, reading, writing
from inclusion_core.databases.errors import ForeignDatabaseError
from inclusion_core.databases.shape import TAG_TABLE, VERSION
from inclusion_core.wire.tag import SCHEMA_NAME, SCHEMA_VERSION

__all__ = ["check", "create"]

LOCK = 8_291_144_016
"""The number under which PostgreSQL lets one at a time make tables."""


def create(engine: Engine, metadata: MetaData) -> None:
    """Make the tables that are missing; rows that are there stay as they are.

    Raises:
        ForeignDatabaseError: What is there already is not of this schema.
    """
    if engine.dialect.name == SQLITE:
        with outside(engine) as connection:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    with writing(engine) as connection:
        if engine.dialect.name != SQLITE:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
        there = set(inspect(connection).get_table_names())
        if there & metadata.tables.keys():
            _raise(_problems(connection, metadata, may_be_missing=True))
        metadata.create_all(connection)
        tag = metadata.tables[TAG_TABLE]
        told = _tags(connection, tag)
        new = [
            {"name": name, "schema_version": version}
            for name, version in _wanted(metadata).items()
            if name not in told
        ]
        if new:
            connection.execute(tag.insert(), new)


def check(engine: Engine, metadata: MetaData) -> None:
    """Raise unless the tables of a database are those of the schema.

    Raises:
        ForeignDatabaseError: They are not; it names all that differs, and what to do.
    """
    with reading(engine) as connection:
        _raise(_problems(connection, metadata, may_be_missing=False))


def _raise(problems: Iterator[str]) -> None:
    found = tuple(problems)
    if found:
        raise ForeignDatabaseError(found)


def _kept(metadata: MetaData) -> tuple[str, ...]:
    return tuple(name for name in metadata.tables if name != TAG_TABLE)


def _wanted(metadata: MetaData) -> dict[str, int]:
    """The versions of the schema and of each record type."""
    types = {name: metadata.tables[name].info[VERSION] for name in _kept(metadata)}
    return {SCHEMA_NAME: SCHEMA_VERSION, **types}


def _tags(connection: Connection, tag: Table) -> dict[str, int]:
    return {row.name: row.schema_version for row in connection.execute(select(tag))}


def _problems(connection: Connection, metadata: MetaData, *, may_be_missing: bool) -> Iterator[str]:
    found = inspect(connection)
    there = set(found.get_table_names())
    if TAG_TABLE not in there:
        yield (
            f"there is no table {TAG_TABLE}; make the tables with Database.create, in a place of "
            "their own where others have such names"
        )
        return
    tag = metadata.tables[TAG_TABLE]
    wrong = tuple(_columns(tag, _Held.found(found, [TAG_TABLE])))
    if wrong:
        yield from wrong
        return
    yield from _tag_problems(_tags(connection, tag), metadata)
    kept = [name for name in _kept(metadata) if name in there]
    held = _Held.found(found, kept)
    for name in _kept(metadata):
        if name in there:
            yield from _columns(metadata.tables[name], held)
        elif not may_be_missing:
            yield f"there is no table {name}; Database.create makes what is missing"


def _tag_problems(tags: Mapping[str, int], metadata: MetaData) -> Iterator[str]:
    if SCHEMA_NAME not in tags:
        yield f"the table {TAG_TABLE} does not name {SCHEMA_NAME}; the tables are somebody else's"
        return
    wanted = _wanted(metadata)
    for name in sorted(tags):
        if name not in wanted:
            yield (
                f"it holds records of the type {name}, which the schema does not know; install "
                "the plugin that declares it and open it with the schema of the catalogue"
            )
        elif tags[name] > wanted[name]:
            yield (
                f"{name} is of version {tags[name]}, newer than {wanted[name]}; update "
                "inclusion-core and its plugins"
            )
        elif tags[name] < wanted[name]:
            yield (
                f"{name} is of version {tags[name]}, older than {wanted[name]}; write the journal "
                "to files with the release that made it, and append it to a new database"
            )


@attrs.frozen
class _Held:
    """The columns and keys of tables that are there, all asked for at once."""

    columns: Mapping[str, Mapping[str, TypeEngine[Any]]]
    keys: Mapping[str, Sequence[str]]

    @classmethod
    def found(cls, there: Inspector, names: Sequence[str]) -> _Held:
        columns = there.get_multi_columns(filter_names=names)
        keys = there.get_multi_pk_constraint(filter_names=names)
        return cls(
            {
                name: {each["name"]: each["type"] for each in its}
                for (_, name), its in columns.items()
            },
            {name: key["constrained_columns"] for (_, name), key in keys.items()},
        )


def _columns(table: Table, held: _Held) -> Iterator[str]:
    """What differs between a table and the one that is there."""
    there = held.columns[table.name]
    for column in table.columns:
        if column.name not in there:
            yield f"table {table.name} has no column {column.name}; add it as {column.type}"
        elif _family(there[column.name]) != _family(column.type):
            yield (
                f"column {column.name} of table {table.name} is {there[column.name]}; "
                f"make it {column.type}"
            )
    for name in there.keys() - set(table.columns.keys()):
        yield (
            f"table {table.name} has a column {name} that the schema does not know; update "
            "inclusion-core and its plugins, or take it out"
        )
    wanted = [column.name for column in table.primary_key]
    if sorted(held.keys[table.name]) != sorted(wanted):
        yield f"the key of table {table.name} is not {', '.join(wanted)}; make it so"


def _family(held: TypeEngine[Any]) -> str:
    for family, kinds in _FAMILIES.items():
        if isinstance(held, kinds):
            return family
    return "other"


_FAMILIES: dict[str, tuple[type, ...]] = {
    "time": (DateTime,),
    "day": (Date,),
    "number": (Integer, BigInteger),
    "text": (String,),
}

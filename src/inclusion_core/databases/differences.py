"""What differs between the tables of a database and those of a schema, and what to do about it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import attrs
from sqlalchemy import Connection, Inspector, MetaData, Table, inspect
from sqlalchemy.types import BigInteger, Date, DateTime, Integer, String, TypeEngine

from inclusion_core.databases.shape import TAG_TABLE, VERSION
from inclusion_core.databases.store import tags_in
from inclusion_core.expr.schema import Schema
from inclusion_core.wire.tag import SCHEMA_NAME, SCHEMA_VERSION
from inclusion_core.wire.type_versions import WrittenType, WrittenTypes, written_types

__all__ = ["Held", "Said", "differences", "family", "gone", "missing", "said_by", "wanted_tags"]


@attrs.frozen(kw_only=True)
class Said:
    """What a database says of its tables, as a schema understands it.

    Attributes:
        tags: What it says.
        older: Types that stand there in an earlier version.
        left: Types that the schema does not know and that shall be left alone.
        problems: What keeps it from being used.
    """

    tags: Mapping[str, int] = attrs.field(factory=dict[str, int])
    older: tuple[WrittenType, ...] = ()
    left: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def wanted_tags(metadata: MetaData) -> dict[str, int]:
    """The versions of the schema and of each record type."""
    tables = metadata.tables.items()
    types = {name: table.info[VERSION] for name, table in tables if name != TAG_TABLE}
    return {SCHEMA_NAME: SCHEMA_VERSION, **types}


def said_by(
    connection: Connection, schema: Schema, metadata: MetaData, leaving: Collection[str]
) -> Said:
    """What a database says of its tables."""
    found = inspect(connection)
    if not found.has_table(TAG_TABLE):
        problem = (
            f"there is no table {TAG_TABLE}; make the tables with Database.create, in a place of "
            "their own where others have such names"
        )
        return Said(problems=(problem,))
    wrong = tuple(_columns(metadata.tables[TAG_TABLE], Held.found(found, [TAG_TABLE])))
    if wrong:
        return Said(problems=wrong)
    tags = tags_in(connection, metadata)
    if SCHEMA_NAME not in tags:
        problem = (
            f"the table {TAG_TABLE} does not name {SCHEMA_NAME}; the tables are somebody else's"
        )
        return Said(tags=tags, problems=(problem,))
    types, wanted = written_types(schema), wanted_tags(metadata)
    left = tuple(sorted(tags.keys() & set(leaving) - wanted.keys()))
    understood = {name: types.get((name, tags[name])) for name in tags.keys() - set(left)}
    problems = [
        _problem(name, tags[name], wanted)
        for name, written in sorted(understood.items())
        if written is None and tags[name] != wanted.get(name)
    ]
    return Said(
        tags=tags,
        older=_older(understood, types),
        left=left,
        problems=(*problems, *_twice(understood)),
    )


def _older(
    understood: Mapping[str, WrittenType | None], types: WrittenTypes
) -> tuple[WrittenType, ...]:
    today = {each.record_type.name: each.version for each in types.values() if not each.changes}
    listed = (written for _, written in sorted(understood.items()) if written is not None)
    return tuple(each for each in listed if each.version < today[each.record_type.name])


def _twice(understood: Mapping[str, WrittenType | None]) -> Iterator[str]:
    """Types that are one today; only somebody who wrote past the library can make them so."""
    names: dict[str, list[str]] = {}
    for name, written in sorted(understood.items()):
        if written is not None:
            names.setdefault(written.record_type.name, []).append(name)
    for name, listed in names.items():
        if len(listed) > 1:
            yield (
                f"{' and '.join(listed)} are one type today, {name}; put the rows of both into "
                "one table, and take the other out"
            )


def _problem(name: str, version: int, wanted: Mapping[str, int]) -> str:
    """Why records of such a type, in such a version, cannot be understood."""
    if name not in wanted:
        return (
            f"it holds records of the type {name}, which the schema does not know; install the "
            "plugin that declares it and open it with the schema of the catalogue, or go on "
            f"without these records by leaving=[{name!r}]"
        )
    if version > wanted[name]:
        return (
            f"{name} is of version {version}, newer than {wanted[name]}; update inclusion-core "
            "and its plugins"
        )
    return (
        f"{name} is of version {version}, which it never had under this name; put the table "
        f"{TAG_TABLE} right"
    )


def differences(connection: Connection, metadata: MetaData, said: Said) -> Iterator[str]:
    """What keeps the tables from being those of the schema, but for such as are missing."""
    yield from said.problems
    if SCHEMA_NAME not in said.tags:
        return
    found = inspect(connection)
    there = set(found.get_table_names())
    passed = {TAG_TABLE, *(each.record_type.name for each in said.older)}
    kept = [name for name in metadata.tables if name in there and name not in passed]
    held = Held.found(found, kept)
    for name in kept:
        yield from _columns(metadata.tables[name], held)


def missing(connection: Connection, metadata: MetaData, said: Said) -> tuple[list[str], list[str]]:
    """Types without a table: those that had one once, and those that are new."""
    there = set(inspect(connection).get_table_names())
    renamed = {each.record_type.name for each in said.older}
    once = sorted(said.tags.keys() - there - {SCHEMA_NAME} - set(said.left))
    new = sorted(metadata.tables.keys() - there - said.tags.keys() - renamed)
    return once, new


def gone(name: str) -> str:
    """What to do about a table that was there once."""
    return (
        f"the table {name} is gone; put it back from a copy, or let Database.create make an empty "
        "one"
    )


@attrs.frozen
class Held:
    """The columns and keys of tables that are there, all asked for at once."""

    columns: Mapping[str, Mapping[str, TypeEngine[Any]]]
    keys: Mapping[str, Sequence[str]]

    @classmethod
    def found(cls, there: Inspector, names: Sequence[str]) -> Held:
        """Those of some tables."""
        columns = there.get_multi_columns(filter_names=names)
        keys = there.get_multi_pk_constraint(filter_names=names)
        return cls(
            {
                name: {each["name"]: each["type"] for each in its}
                for (_, name), its in columns.items()
            },
            {name: key["constrained_columns"] for (_, name), key in keys.items()},
        )


def _columns(table: Table, held: Held) -> Iterator[str]:
    """What differs between a table and the one that is there."""
    there = held.columns[table.name]
    for column in table.columns:
        if column.name not in there:
            yield f"table {table.name} has no column {column.name}; add it as {column.type}"
        elif family(there[column.name]) != family(column.type):
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


def family(held: TypeEngine[Any]) -> str:
    """What a column holds, whatever the database calls it."""
    for name, kinds in _FAMILIES.items():
        if isinstance(held, kinds):
            return name
    return "other"


_FAMILIES: dict[str, tuple[type, ...]] = {
    "time": (DateTime,),
    "day": (Date,),
    "number": (Integer, BigInteger),
    "text": (String,),
}

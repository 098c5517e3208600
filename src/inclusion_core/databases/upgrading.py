"""Upgrading: the tables of an earlier version of the schema become those of today.

All of it is one transaction. Who writes or reads meanwhile is waited for, and whoever comes later
waits until it is done.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TypeAlias

import attrs
from sqlalchemy import Connection, Engine, MetaData, inspect

from inclusion_core.databases.connecting import SQLITE, writing
from inclusion_core.databases.differences import Said, differences, gone, missing, said_by
from inclusion_core.databases.opening import add_tags, alone, refuse
from inclusion_core.databases.shape import TAG_TABLE, tables_of
from inclusion_core.databases.table_upgrade import TableUpgrade
from inclusion_core.expr.schema import Schema

__all__ = ["BroughtUp", "Upgraded", "upgrade"]

_Told: TypeAlias = Callable[[int], object]


@attrs.frozen(kw_only=True)
class BroughtUp:
    """A record type whose rows were of an earlier version.

    Attributes:
        record_type: What it is called today.
        was_called: What its table was called.
        was_version: The version of which its rows were.
        rows: How many there are.
    """

    record_type: str
    was_called: str
    was_version: int
    rows: int


@attrs.frozen(kw_only=True)
class Upgraded:
    """What an upgrade did to a database.

    Attributes:
        made: Record types that have a table now, and had none.
        brought_up: Record types whose rows were of an earlier version.
        left: Record types that nobody knows any more, whose tables are as they were.
    """

    made: tuple[str, ...] = ()
    brought_up: tuple[BroughtUp, ...] = ()
    left: tuple[str, ...] = ()


def upgrade(
    engine: Engine, schema: Schema, leaving: Collection[str], progress: _Told | None
) -> Upgraded:
    """Make the tables of an earlier version those of a schema, and say what was done.

    Raises:
        DamagedRowsError: A row cannot be brought up.
        ForeignDatabaseError: The tables are of a newer version, or of somebody else.
    """
    metadata = tables_of(schema)
    with writing(engine) as connection:
        alone(connection)
        said = said_by(connection, schema, metadata, leaving)
        refuse(said.problems)
        _wait_for_others(connection)
        once, new = missing(connection, metadata, said)
        refuse([*map(gone, once), *differences(connection, metadata, said)])
        upgrades = [
            TableUpgrade.of(connection, each, schema, metadata.tables[each.record_type.name])
            for each in said.older
        ]
        refuse(
            [
                *_taken(connection, said),
                *(problem for each in upgrades for problem in each.problems),
            ]
        )
        brought_up = tuple(_brought_up(upgrades, progress))
        metadata.create_all(connection)
        _say(connection, metadata, said)
    return Upgraded(made=tuple(new), brought_up=brought_up, left=said.left)


def _wait_for_others(connection: Connection) -> None:
    """Let those end who have looked whose tables these are, and nobody look before the end."""
    if connection.dialect.name == SQLITE:
        connection.exec_driver_sql("PRAGMA secure_delete = ON")  # no old value stays in the file
    else:
        connection.exec_driver_sql(f"LOCK TABLE {TAG_TABLE} IN ACCESS EXCLUSIVE MODE")


def _taken(connection: Connection, said: Said) -> Iterator[str]:
    """Names of today that tables of others have."""
    there = set(inspect(connection).get_table_names())
    for each in said.older:
        name = each.record_type.name
        if name != each.name and name in there - said.tags.keys():
            yield f"{each.name} is called {name} today, and another table has that name; rename it"


def _brought_up(upgrades: list[TableUpgrade], progress: _Told | None) -> Iterator[BroughtUp]:
    for number, each in enumerate(upgrades):
        each.step_aside(number)
    for number, each in enumerate(upgrades):
        each.take_name(number)
    done = 0
    for each in upgrades:
        each.make_columns()
        rows = 0
        for several in each.rows_written():
            rows += several
            if progress is not None:
                progress(done + rows)
        each.take_out_columns()
        done += rows
        written = each.written
        yield BroughtUp(
            record_type=written.record_type.name,
            was_called=written.name,
            was_version=written.version,
            rows=rows,
        )


def _say(connection: Connection, metadata: MetaData, said: Said) -> None:
    tag = metadata.tables[TAG_TABLE]
    for each in said.older:
        connection.execute(tag.delete().where(tag.c.name == each.name))
    add_tags(connection, metadata)

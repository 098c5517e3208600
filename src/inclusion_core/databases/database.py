"""A database of cases: appended to, read as known on a day, one case at a time or all."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from json import dumps
from typing import TYPE_CHECKING

import attrs
from sqlalchemy import Engine, Table, func, select

from inclusion_core.databases import opening, rewriting
from inclusion_core.databases.appending import Appender, Told
from inclusion_core.databases.around import cases_around
from inclusion_core.databases.columns import ArrowEngine, arrow_table, engine_taking
from inclusion_core.databases.connecting import engine_of, reading
from inclusion_core.databases.reading import Rows, as_known, every_version, live
from inclusion_core.databases.shape import TAG_TABLE, tables_of
from inclusion_core.expr.schema import Schema
from inclusion_core.facts.cases import Case
from inclusion_core.facts.derived_tables import with_derived
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.caseload import Caseload, Journal
from inclusion_core.model.versions import Act, Version
from inclusion_core.wire.converter import shared_converter
from inclusion_core.wire.reading import Reading
from inclusion_core.wire.tag import TAG

if TYPE_CHECKING:
    from inclusion_core.expr.frames.tables import Tables

__all__ = ["Database"]

CASES = 200
"""So many clients are read at once, when all of them are."""


@attrs.frozen(kw_only=True)
class Database:
    """The versions of the records of a schema, in the tables of a database.

    It can be shared between threads. Every method may raise ``LostConnectionError`` or
    ``BusyError``, after which it can be called again, and ``DatabaseFailedError``.

    Attributes:
        engine: Of SQLAlchemy; it puts no value into its messages or its log.
        schema: The record types that there are.
        tables: The table of each record type.
    """

    engine: Engine = attrs.field(repr=lambda engine: engine.dialect.name)
    schema: Schema = attrs.field(repr=False)
    tables: Mapping[str, Table] = attrs.field(repr=False)

    @classmethod
    def create(cls, where: str | Engine, schema: Schema = SCHEMA) -> Database:
        """Make the tables that are missing, and open the database.

        Raises:
            DatabaseRefusedError: It is neither SQLite nor PostgreSQL.
            ForeignDatabaseError: There are tables of these names that are not of this schema.
            MissingExtraError: The driver is not installed.
        """
        engine = engine_of(where)
        opening.create(engine, tables_of(schema))
        return cls.open(engine, schema)

    @classmethod
    def open(cls, where: str | Engine, schema: Schema = SCHEMA) -> Database:
        """Open a database that is there, once its tables are seen to be those of the schema.

        Args:
            where: An address, ``sqlite:///cases.db`` or ``postgresql+psycopg://host/name``, or an
                engine of SQLAlchemy.
            schema: The record types; of plugins too where it is that of a catalogue.

        Raises:
            DatabaseRefusedError: It is neither SQLite nor PostgreSQL.
            ForeignDatabaseError: Its tables are others; every difference is named.
            MissingExtraError: The driver is not installed.
        """
        engine, metadata = engine_of(where), tables_of(schema)
        opening.check(engine, metadata)
        tables = {name: each for name, each in metadata.tables.items() if name != TAG_TABLE}
        return cls(engine=engine, schema=schema, tables=tables)

    def append(self, versions: Iterable[Version], *, progress: Told | None = None) -> int:
        """Write versions, all of them or none, and say how many are new.

        What is there already is passed over, so that a call can be made again. They are taken a
        thousand at a time, and may come from a generator.

        Args:
            versions: Versions of one record in their order.
            progress: Called with how many are done, while none of them is there for others yet.

        Raises:
            ConflictError: A version does not follow from what is there.
            NotWritableError: A version could not be read back as it is.
        """
        appender = Appender(engine=self.engine, tables=self.tables, schema=self.schema)
        return appender.append(versions, progress)

    def reading(self) -> Reading:
        """All versions, with findings for rows that hold none."""
        with reading(self.engine) as connection:
            return every_version(connection, self.tables, self.schema)

    def caseload(self, known_on: date, *, progress: Told | None = None) -> Caseload:
        """All records as known on a day, in memory.

        Args:
            known_on: The day.
            progress: Called with how many records were read.

        Raises:
            DamagedRowsError: A row that counts on that day holds no version.
        """
        latest: list[Version] = []
        with self._rows(known_on) as rows:
            for name in self.tables:
                for versions in rows.of_type(name):
                    latest += versions
                    if progress is not None:
                        progress(len(latest))
        return Journal(tuple(latest)).as_known_on(known_on)

    def case(self, client_id: str, *, known_on: date) -> Case:
        """One client as known on a day, with all that a question about them may reach.

        Raises:
            DamagedRowsError: A row of theirs holds no version.
            UnknownNameError: There is no such client.
        """
        with self._rows(known_on) as rows:
            return cases_around(rows, (client_id,))[client_id]

    def cases(self, *, known_on: date, progress: Told | None = None) -> Iterator[Case]:
        """Every client as known on a day, by id, a few hundred in memory at once.

        They are read as of the moment at which the first one is asked for.
        """
        done, last = 0, ""
        with self._rows(known_on) as rows:
            while clients := rows.clients_after(last, CASES):
                cases = cases_around(rows, clients)
                for client_id in clients:
                    yield cases[client_id]
                done, last = done + len(clients), clients[-1]
                if progress is not None:
                    progress(done)

    def on_engine(
        self, known_on: date, *, engine: ArrowEngine = "duckdb", types: Iterable[str] = ()
    ) -> Tables:
        """The records as known on a day as tables on an engine, with what is worked out of them.

        The database picks the versions; no record is made of a row, so that codes are taken as
        they stand.

        Args:
            known_on: The day.
            engine: What holds the tables.
            types: Only these record types; empty for all.

        Raises:
            EngineRefusedError: The engine takes no rows of a database.
            MissingExtraError: The engine is not installed.
            SchemaError: A column holds what its field must not.
            UnknownNameError: There is no such record type.
        """
        take = engine_taking(engine)
        from inclusion_core.expr.frames.tables import Tables  # noqa: PLC0415  an extra

        wanted = [self.schema[name].name for name in types] or self.tables
        with reading(self.engine) as connection:
            native = {
                name: take(arrow_table(connection, self.tables[name], self.schema[name], known_on))
                for name in wanted
            }
        return with_derived(Tables.of_native(self.schema, native), known_on)

    def count(self, known_on: date) -> int:
        """How many records are known on a day; what is worked out of them is not counted."""
        with reading(self.engine) as connection:
            return sum(
                connection.execute(
                    select(func.count()).where(as_known(table, known_on), live(table))
                ).scalar_one()
                for table in self.tables.values()
            )

    def fingerprint(self, known_on: date) -> str:
        """SHA-256, in hexadecimal, of what is known on a day; that of the caseload, read in parts.

        Raises:
            DamagedRowsError: A row that counts on that day holds no version.
        """
        converter = shared_converter(self.schema)
        digest = sha256(_line({**TAG, "known_on": known_on.isoformat()}))
        erased: list[list[str]] = []
        with self._rows(known_on) as rows:
            for name in sorted(self.tables):
                for version in (each for part in rows.of_type(name) for each in part):
                    if version.record is not None:
                        digest.update(_line([name, converter.unstructure(version.record)]))
                    elif version.act is Act.ERASED:
                        erased.append([name, version.record_id])
        digest.update(_line(["erased", sorted(erased)]))
        return digest.hexdigest()

    def rewrite(self, change: rewriting.Change) -> None:
        """Write what a change makes of the whole journal; what it leaves out really goes.

        Nobody else writes meanwhile. Erase with ``erased`` of :mod:`inclusion_core.keeping`.

        Raises:
            DamagedRowsError: A row holds no version, so that nobody knows whether it is to go.
            NotSweptError: All is written, but files still hold what went; call :meth:`sweep`.
            NotWritableError: What the change gives could not be read back as it is.
        """
        changed = rewriting.rewrite(self.engine, self.tables, self.schema, change)
        rewriting.sweep(self.engine, changed)

    def sweep(self) -> None:
        """Take what was deleted out of the files of the database.

        Raises:
            NotSweptError: Others are reading it still; call again when they have ended.
        """
        rewriting.sweep(self.engine, self.tables)

    @contextmanager
    def _rows(self, known_on: date) -> Generator[Rows, None, None]:
        with reading(self.engine) as connection:
            yield Rows(connection, self.tables, self.schema, known_on)


def _line(value: object) -> bytes:
    return f"{dumps(value, sort_keys=True, separators=(',', ':'))}\n".encode()

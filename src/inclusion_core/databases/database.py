"""A database of cases: appended to, read as known on a day, one case at a time or all."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from logging import getLogger
from typing import TYPE_CHECKING, Any, TypedDict

import attrs
from sqlalchemy import Engine, Table, func, select

from inclusion_core.databases import opening, rewriting, upgrading
from inclusion_core.databases.appending import Appender, Told
from inclusion_core.databases.around import cases_around
from inclusion_core.databases.columns import ArrowEngine, engine_taking, native_frames
from inclusion_core.databases.connecting import engine_for
from inclusion_core.databases.errors import ConflictError
from inclusion_core.databases.fingerprint import fingerprint_of
from inclusion_core.databases.reading import Rows, as_known, every_version, live
from inclusion_core.databases.store import Store
from inclusion_core.databases.upgrading import Upgraded
from inclusion_core.expr.schema import Schema
from inclusion_core.facts.cases import Case
from inclusion_core.facts.derived_tables import with_derived
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.caseload import Caseload, Journal
from inclusion_core.model.versions import Version
from inclusion_core.wire.reading import Reading

if TYPE_CHECKING:
    from inclusion_core.expr.frames.tables import Tables

__all__ = ["Database"]

_LOG = getLogger("inclusion_core.databases")

CASES = 200
"""So many clients are read at once, when all of them are."""


class ReportTables(TypedDict):
    """What a report is filled in from, as ``ReportData.of_tables`` takes it."""

    tables: Tables
    known_on: date
    fingerprint: str
    records: int


@attrs.frozen(kw_only=True, repr=False)
class Database:
    """The versions of the records of a schema, in the tables of a database.

    It can be shared between threads. Every method may raise ``LostConnectionError`` or
    ``BusyError``, after which it can be called again, and ``DatabaseFailedError``.

    Types of which there are tables, and which the schema does not know, keep a database from being
    opened: a plugin was taken out, and nobody should judge, or erase, without its records unawares.
    Name them in ``leaving`` to go on without; their tables stay as they are.
    """

    store: Store

    @classmethod
    def create(
        cls, where: str | Engine, schema: Schema = SCHEMA, *, leaving: Collection[str] = ()
    ) -> Database:
        """Make the tables that are missing, and open the database.

        Raises:
            DatabaseRefusedError: It is neither SQLite nor PostgreSQL.
            ForeignDatabaseError: There are tables of these names that are not of this schema.
            MissingExtraError: The driver is not installed.
        """
        with engine_for(where) as engine:
            return cls(store=opening.created(engine, schema, leaving))

    @classmethod
    def open(
        cls, where: str | Engine, schema: Schema = SCHEMA, *, leaving: Collection[str] = ()
    ) -> Database:
        """Open a database that is there, once its tables are seen to be those of the schema.

        Args:
            where: An address, ``sqlite:///cases.db`` or ``postgresql+psycopg://host/name``, or an
                engine of SQLAlchemy.
            schema: The record types; of plugins too where it is that of a catalogue.
            leaving: Types that the schema does not know, and whose tables are left alone.

        Raises:
            DatabaseRefusedError: It is neither SQLite nor PostgreSQL.
            ForeignDatabaseError: Its tables are others; every difference is named.
            MissingExtraError: The driver is not installed.
        """
        with engine_for(where) as engine:
            return cls(store=opening.opened(engine, schema, leaving))

    @staticmethod
    def upgrade(
        where: str | Engine,
        schema: Schema = SCHEMA,
        *,
        leaving: Collection[str] = (),
        progress: Told | None = None,
    ) -> Upgraded:
        """Bring the tables of an earlier version up to the schema, all of them or none.

        What was done to record types since is done to their rows, as to those of older files; new
        types get their tables. It waits for those who read or write, and others wait for it; who
        had opened the database before has to open it anew.

        Args:
            where: As for :meth:`open`.
            schema: The record types of today.
            leaving: Types that the schema does not know, and whose tables are left alone.
            progress: Called with how many rows are done.

        Raises:
            DamagedRowsError: Rows cannot be brought up; it names them.
            DatabaseRefusedError: It is neither SQLite nor PostgreSQL.
            ForeignDatabaseError: Its tables are newer, or not of an earlier version.
            MissingExtraError: The driver is not installed.
        """
        with engine_for(where, once=True) as engine:
            done = upgrading.upgrade(engine, schema, leaving, progress)
        told = {"event": "database.upgraded", "record_types": len(done.made + done.brought_up)}
        _LOG.info("%(record_types)d tables are made or brought up", told, extra=told)
        return done

    @property
    def engine(self) -> Engine:
        """Of SQLAlchemy; it puts no value into its messages or its log."""
        return self.store.engine

    @property
    def schema(self) -> Schema:
        """The record types that there are."""
        return self.store.schema

    @property
    def tables(self) -> Mapping[str, Table]:
        """The table of each record type."""
        return self.store.tables

    def __repr__(self) -> str:
        return f"Database({self.engine.dialect.name})"

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
        try:
            written = Appender(store=self.store).append(versions, progress)
        except ConflictError as error:
            told = {
                "event": "database.conflict",
                "record_type": error.record_type,
                "kind": error.kind.value,
            }
            _LOG.warning("a version of %(record_type)s does not follow: %(kind)s", told, extra=told)
            raise
        done = {"event": "database.appended", "versions": written}
        _LOG.info("%(versions)d versions are appended", done, extra=done)
        return written

    def reading(self) -> Reading:
        """All versions, with findings for rows that hold none."""
        with self.store.reading() as connection:
            return every_version(connection, self.store)

    def caseload(self, known_on: date, *, progress: Told | None = None) -> Caseload:
        """All records as known on a day, in memory.

        Args:
            known_on: The day.
            progress: Called with how many records were read.

        Raises:
            DamagedRowsError: A row that counts on that day holds no version.
        """
        return Journal(tuple(self.versions(known_on, progress=progress))).as_known_on(known_on)

    def versions(self, known_on: date, *, progress: Told | None = None) -> Iterator[Version]:
        """The last version of each record as known on a day, a thousand in memory at once.

        They come by type and id, also those of which nothing is left, and are read as of the
        moment at which the first one is asked for.

        Args:
            known_on: The day.
            progress: Called with how many were read.

        Raises:
            DamagedRowsError: A row that counts on that day holds no version.
        """
        done = 0
        with self._rows(known_on) as rows:
            for name in self.tables:
                for versions in rows.of_type(name):
                    yield from versions
                    done += len(versions)
                    if progress is not None:
                        progress(done)

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
        with self._rows(known_on) as rows:
            return self._tables(rows, engine, types)

    def _tables(self, rows: Rows, engine: ArrowEngine, types: Iterable[str]) -> Tables:
        take = engine_taking(engine)
        from inclusion_core.expr.frames.tables import Tables  # noqa: PLC0415  an extra

        native = native_frames(rows, take, types)
        return with_derived(Tables.of_native(self.schema, native), rows.known_on)

    def frames(
        self, known_on: date, *, engine: ArrowEngine = "duckdb", types: Iterable[str] = ()
    ) -> dict[str, Any]:
        """The same as the engine's own frames by record type, without what is worked out of them.

        What ``register`` of :mod:`inclusion_core.frames` takes, or an analysis of one's own.

        Raises:
            EngineRefusedError: The engine takes no rows of a database.
            MissingExtraError: The engine is not installed.
            SchemaError: A column holds what its field must not.
            UnknownNameError: There is no such record type.
        """
        with self._rows(known_on) as rows:
            return native_frames(rows, engine_taking(engine), types)

    def for_report(
        self, known_on: date, *, engine: ArrowEngine = "duckdb", types: Iterable[str] = ()
    ) -> ReportTables:
        """What ``ReportData.of_tables`` takes: the tables on an engine, and their fingerprint.

        All is read as of one moment. The fingerprint is that of the caseload known on that day,
        also where only some types are read.

        Raises:
            DamagedRowsError: A row that counts on that day holds no version.
            EngineRefusedError: The engine takes no rows of a database.
            MissingExtraError: The engine is not installed.
            UnknownNameError: There is no such record type.
        """
        with self._rows(known_on) as rows:
            return {
                "tables": self._tables(rows, engine, types),
                "known_on": known_on,
                "fingerprint": fingerprint_of(rows),
                "records": _count(rows),
            }

    def count(self, known_on: date) -> int:
        """How many records are known on a day; what is worked out of them is not counted."""
        with self._rows(known_on) as rows:
            return _count(rows)

    def fingerprint(self, known_on: date) -> str:
        """SHA-256, in hexadecimal, of what is known on a day; that of the caseload, read in parts.

        Raises:
            DamagedRowsError: A row that counts on that day holds no version.
        """
        with self._rows(known_on) as rows:
            return fingerprint_of(rows)

    def rewrite(self, change: rewriting.Change) -> None:
        """Write what a change makes of the whole journal; what it leaves out really goes.

        Nobody else writes meanwhile. Erase with ``erased`` of :mod:`inclusion_core.keeping`.

        Raises:
            DamagedRowsError: A row holds no version, so that nobody knows whether it is to go.
            ForeignDatabaseError: There are records of types that the schema does not know.
            NotSweptError: All is written, but files still hold what went; call :meth:`sweep`.
            NotWritableError: What the change gives could not be read back as it is.
        """
        changed = rewriting.rewrite(self.store, change)
        told = {"event": "database.rewritten", "record_types": len(changed)}
        _LOG.info("versions in %(record_types)d tables are taken out", told, extra=told)
        rewriting.sweep(self.engine, changed)

    def sweep(self) -> None:
        """Take what was deleted out of the files of the database.

        Raises:
            NotSweptError: Others are reading it still; call again when they have ended.
        """
        rewriting.sweep(self.engine, self.tables)

    @contextmanager
    def _rows(self, known_on: date) -> Generator[Rows, None, None]:
        with self.store.reading() as connection:
            yield Rows(connection, self.store, known_on)


def _count(rows: Rows) -> int:
    asked = (
        select(func.count()).where(as_known(table, rows.known_on), live(table))
        for table in rows.tables.values()
    )
    return sum(rows.connection.execute(each).scalar_one() for each in asked)

"""Connections: one for what is written whole or not at all, one for what is read as of one moment.

What goes wrong is told without the words of the driver, for these hold values.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from inclusion_core.databases.errors import (
    BusyError,
    DatabaseFailedError,
    DatabaseRefusedError,
    LostConnectionError,
)
from inclusion_core.errors import InclusionError, MissingExtraError

__all__ = ["SQLITE", "engine_for", "engine_of", "outside", "reading", "writing"]

SQLITE = "sqlite"
TRIED = (SQLITE, "postgresql")
PATIENCE = "PRAGMA busy_timeout = 30000"
"""So many milliseconds does one wait for others."""

BY_KEY = "SET LOCAL enable_seqscan = off"
"""PostgreSQL knows nothing of rows that the same transaction has written, and would read the whole
table for every look at a few of them."""

LOST = ("08", "57P")
"""What the SQLSTATE of a lost connection begins with, or of a server that goes down."""
WAITED = ("40001", "40P01", "55P03")
"""The SQLSTATE of those who have to try again because others were at the same rows."""


def engine_of(where: str | Engine) -> Engine:
    """An engine that puts no value into its messages or its log.

    Args:
        where: The address of a database, or an engine of one's own; it is left as it is.

    Raises:
        DatabaseRefusedError: It was never tried, or the address leads to none.
        MissingExtraError: The driver is not installed.
    """
    engine = _made(where) if isinstance(where, str) else where
    if engine.dialect.name not in TRIED:
        raise DatabaseRefusedError(engine.dialect.name, "it was not tried")
    ours = engine.execution_options()  # another view of the same pool
    ours.hide_parameters = True
    ours._should_log_debug = _never  # type: ignore[method-assign]  # noqa: SLF001  no option says so
    return ours


def _never() -> bool:
    """Whether rows are logged: SQLAlchemy does so where it is heard in detail, hidden or not."""
    return False


def _made(address: str) -> Engine:
    try:
        url = make_url(address)
        if url.drivername == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
        return create_engine(url, hide_parameters=True)
    except NoSuchModuleError:
        raise DatabaseRefusedError("", "nothing that is installed knows its kind") from None
    except ArgumentError:
        raise DatabaseRefusedError("", "it is none") from None
    except ModuleNotFoundError:
        raise MissingExtraError("postgres", "a database on PostgreSQL") from None


@contextmanager
def engine_for(where: str | Engine, *, once: bool = False) -> Generator[Engine, None, None]:
    """The same engine; one that was made here is closed if anything goes wrong, or is used once."""
    engine = engine_of(where)
    kept = False
    try:
        yield engine
        kept = not once
    finally:
        if isinstance(where, str) and not kept:
            engine.dispose()


@contextmanager
def writing(engine: Engine) -> Generator[Connection, None, None]:
    """A connection in which all is written at its end, or nothing.

    On SQLite there is one writer at a time, from the beginning; others wait.
    """
    with _told(), engine.connect() as connection:
        if connection.dialect.name == SQLITE:
            _begun(connection, "BEGIN IMMEDIATE")
            yield connection
            connection.exec_driver_sql("COMMIT")
        else:
            with connection.begin():
                connection.exec_driver_sql(BY_KEY)
                yield connection


@contextmanager
def reading(engine: Engine) -> Generator[Connection, None, None]:
    """A connection that sees the database as it is at the first question, whoever writes."""
    with _told(), engine.connect() as connection:
        if connection.dialect.name == SQLITE:
            _begun(connection, "BEGIN")
        else:
            connection.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        yield connection


@contextmanager
def outside(engine: Engine) -> Generator[Connection, None, None]:
    """A connection in which each statement counts at once."""
    with _told(), engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT")
        if connection.dialect.name == SQLITE:
            connection.exec_driver_sql(PATIENCE)
        yield connection


def _begun(connection: Connection, begin: str) -> None:
    """Begin on SQLite, whose driver would begin too late, and not at all for readers."""
    connection.execution_options(isolation_level="AUTOCOMMIT")
    connection.exec_driver_sql(PATIENCE)
    connection.exec_driver_sql(begin)


@contextmanager
def _told() -> Generator[None, None, None]:
    try:
        yield
    except SQLAlchemyError as error:
        raise told(error) from None


def told(error: SQLAlchemyError) -> InclusionError:
    """What an error of SQLAlchemy means for who called."""
    if isinstance(error, PoolTimeoutError):
        return BusyError()
    if not isinstance(error, DBAPIError):
        return DatabaseFailedError(type(error).__name__)
    driver = error.orig
    state = getattr(driver, "sqlstate", None)
    name = getattr(driver, "sqlite_errorname", None)
    code = str(state or name or type(driver).__name__)
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")) or code in WAITED:
        return BusyError()
    if str(driver).startswith("Could not decode to UTF-8"):  # which SQLite gives no name
        return DatabaseFailedError("a text is not in UTF-8")
    unreached = code in ("OperationalError", "ConnectionTimeout")
    if error.connection_invalidated or unreached or code.startswith(LOST):
        return LostConnectionError()
    return DatabaseFailedError(code)

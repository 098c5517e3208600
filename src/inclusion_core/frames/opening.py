"""Opens the files of a register on an engine, which reads them when something is asked of them."""

from __future__ import annotations

import atexit
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from glob import escape
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Literal, TypeAlias

import narwhals as nw

from inclusion_core.errors import EngineRefusedError, MissingExtraError
from inclusion_core.expr.frames.engines import EXTRAS, check_engine
from inclusion_core.frames.errors import UnreadableRegisterError

__all__ = ["FileEngine", "Opener", "database_tables", "opened", "opener"]

FileEngine: TypeAlias = Literal["polars", "duckdb", "pyspark"]
"""The engines that read Parquet files lazily."""

Opener: TypeAlias = Callable[[Sequence[Path]], Any]
"""From the files of one table to a native frame."""

MEMORY = "2GB"
"""So much does a DuckDB of our own take; what needs more, it keeps on disk meanwhile."""


def opener(engine: str, session: Any = None) -> Opener:
    """How an engine opens files.

    Args:
        engine: Which.
        session: The Spark session, or a DuckDB connection; ``None`` for a DuckDB of our own.

    Raises:
        EngineRefusedError: It is known to count wrongly, was never tried, reads files only whole,
            or has no session.
        MissingExtraError: It is not installed.
    """
    check_engine(engine)
    if engine == "pyarrow":
        raise EngineRefusedError(engine, "it reads files whole")
    if engine == "pyspark":
        if session is None:
            raise EngineRefusedError(engine, "it runs in a session of yours; give it as session=")
        return lambda files: session.read.parquet(*(str(file) for file in files))
    if engine == "duckdb":
        connection = session or _connection()
        return lambda files: connection.read_parquet(
            [escape(str(file)) for file in files], hive_partitioning=False
        )
    return _polars()


def _polars() -> Opener:
    try:
        import polars as pl  # noqa: PLC0415  an extra
    except ImportError:
        raise MissingExtraError(EXTRAS["polars"], "reading a register on polars") from None
    return lambda files: pl.scan_parquet(list(files), glob=False, hive_partitioning=False)


def _connection() -> Any:
    """A DuckDB in memory, with a bound on how much; what it sets aside, nobody else can read."""
    try:
        import duckdb  # noqa: PLC0415  an extra
    except ImportError:
        raise MissingExtraError(EXTRAS["duckdb"], "reading a register on duckdb") from None
    aside = f"{_private_folder(os.getpid())}/duckdb"
    return duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": aside})


@cache
def _private_folder(process: int) -> str:
    """A folder of this process that only this user can read, gone when it ends."""
    folder = mkdtemp(prefix="inclusion-core-")
    atexit.register(_taken_away, folder, process)
    return folder


def _taken_away(folder: str, process: int) -> None:
    """Take it away; a process forked from the one that made it leaves it alone."""
    if os.getpid() == process:
        shutil.rmtree(folder, ignore_errors=True)


def opened(files: Sequence[Path], open_files: Opener) -> tuple[Any, ...]:
    """A native frame of each file, all with the same columns.

    An engine would fill the columns that a file lacks with nulls, and these read as answers.

    Raises:
        UnreadableRegisterError: A file is none, or has other columns than the first.
    """
    frames: list[Any] = []
    first: Mapping[str, Any] = {}
    for file in files:
        try:
            frames.append(open_files([file]))
            columns = dict(nw.from_native(frames[-1]).collect_schema())
        except Exception:  # noqa: BLE001  engines raise anything
            problem = "it cannot be read as Parquet; write it again"
            raise UnreadableRegisterError(str(file), problem) from None
        first = first or columns
        if columns != first:
            raise UnreadableRegisterError(str(file), _unlike(columns, first, files[0]))
    return tuple(frames)


def _unlike(columns: Mapping[str, Any], first: Mapping[str, Any], other: Path) -> str:
    apart = sorted({name for name, _ in columns.items() ^ first.items()})
    told = ", ".join(
        f"{name} ({columns.get(name, 'missing')} here, {first.get(name, 'missing')} there)"
        for name in apart
    )
    return f"its columns are not those of {other.name}: {told}; write all files alike"


def database_tables(file: Path, session: Any = None) -> Mapping[str, Any]:
    """The tables and views of a DuckDB file, by name, read where they are and never written.

    Raises:
        MissingExtraError: DuckDB is not installed.
        UnreadableRegisterError: It is no such file, holds nothing, or is open for writing.
    """
    connection = session or _connection()
    name = f"register_{len(connection.sql('show databases').fetchall())}"
    path = str(file).replace("'", "''")
    try:
        connection.execute(f"attach '{path}' as {name} (type duckdb, read_only)")
        rows = connection.execute(
            "select table_name from information_schema.tables "
            "where table_catalog = ? and table_schema = 'main' order by 1",
            [name],
        ).fetchall()
    except Exception:  # noqa: BLE001  DuckDB raises several
        problem = "DuckDB cannot read it: it is none of its files, or is open elsewhere for writing"
        raise UnreadableRegisterError(str(file), problem) from None
    if not rows:
        raise UnreadableRegisterError(str(file), "there is no table in it")
    return {table: connection.sql(f"from {name}.main.{_quoted(table)}") for (table,) in rows}


def _quoted(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'

"""A register: the tables of many people, read lazily from wherever they lie.

Nothing is read when a register is opened but the names and kinds of columns; an engine reads what
is needed when something is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from hashlib import sha256
from logging import getLogger
from os import PathLike
from pathlib import Path
from typing import Any, TypeAlias, cast

import attrs
import narwhals as nw

from inclusion_core.errors import UnknownNameError
from inclusion_core.expr.frames import Tables
from inclusion_core.expr.frames.engines import worked_out
from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.facts.derived_tables import with_derived
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.facts.table import FactsTable
from inclusion_core.findings import Finding
from inclusion_core.frames.errors import NoFilesError, UnreadableRegisterError
from inclusion_core.frames.files import (
    DATABASE,
    Files,
    files_of,
    named_files,
)
from inclusion_core.frames.looking import findings_in
from inclusion_core.frames.opening import FileEngine, database_tables, opened, opener
from inclusion_core.frames.versions import latest

__all__ = ["Register", "register"]

BLOCK = 2**20
_LOG = getLogger("inclusion_core.files")

Native: TypeAlias = Mapping[str, Any]
"""Frames of an engine, by record type."""


@attrs.frozen(kw_only=True)
class Register:
    """The tables of a register.

    Attributes:
        recorded: The tables as they were found.
        files: The files behind them, by what they are called inside the register; none for frames
            that were handed over.
        apart: The tables of each file, where these are counted one after the other.
    """

    recorded: Tables = attrs.field(repr=lambda tables: f"<{', '.join(tables.frames)}>")
    files: Mapping[str, Path] = attrs.field(factory=dict[str, Path], repr=False)
    apart: tuple[Tables, ...] = attrs.field(default=(), repr=False)

    @cached_property
    def tables(self) -> Tables:
        """All tables, with what a caseload would work out of its records, as things stand."""
        return self.known(None)

    @property
    def parts(self) -> tuple[Tables, ...]:
        """The same in parts that can be counted one after the other: every row is in one of them.

        A facts table of several files has these for its parts; anything else is one part.
        """
        return self.apart or (self.tables,)

    def known(self, known_on: date | None) -> Tables:
        """All tables, with what a caseload known on a day would work out of its records.

        Two clients are one person where a link holds on that day, or, for ``None``, at all.
        """
        schema = self.recorded.schema.record_types
        of_the_model = schema.keys() >= SCHEMA.record_types.keys()
        return with_derived(self.recorded, known_on) if of_the_model else self.recorded

    def parts_known(self, known_on: date | None) -> tuple[Tables, ...]:
        """The parts, as known on a day."""
        return self.apart or (self.known(known_on),)

    def fingerprint(self) -> str:
        """SHA-256, in hexadecimal, of the names of the files inside the register, and their bytes.

        Another place, another engine or another day gives the same one; the same rows written
        otherwise give another.

        Raises:
            NoFilesError: It is made of frames that were handed over.
        """
        if not self.files:
            raise NoFilesError
        digest = sha256()
        for name, file in self.files.items():
            digest.update(f"{name}\0{file.stat().st_size}\0".encode())
            with file.open("rb") as stream:
                while block := stream.read(BLOCK):
                    digest.update(block)
        return digest.hexdigest()

    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the rows, by table and column, with how many rows and no value.

        Ids that several rows have, codes that are in no list, and references to nobody; all else
        is looked for in records. The register is counted as it stands, whatever is found.

        Raises:
            EngineFailedError: The engine could not read the tables to their end.
        """
        return tuple(findings_in(self.recorded))

    def rows(self, record_type: str = "") -> int:
        """How many records were found: of a type, or of all types together.

        What is worked out of them, such as persons, is not among them.

        Raises:
            UnknownNameError: The register has no table of that type.
        """
        schema = self.recorded.schema
        found = {
            name: frame for name, frame in self.recorded.frames.items() if not schema[name].derived
        }
        if record_type and record_type not in found:
            raise UnknownNameError("table of the register", record_type, found)
        return sum(_rows(found[name]) for name in ((record_type,) if record_type else found))


def register(  # noqa: PLR0913  all that a register depends on
    source: str | PathLike[str] | Mapping[str, Any] | object,
    *,
    schema: Schema = SCHEMA,
    tables: Iterable[FactsTable] = (),
    engine: FileEngine = "polars",
    session: Any = None,
    known_on: date | None = None,
) -> Register:
    """A register, from files or from frames that an engine holds already.

    Which record type a table is of, its name says: a type of the schema, or the rows of a facts
    table. What a caseload works out of its records is worked out of these tables too. Of a table
    that holds versions of records, as a folder of a journal does, the latest of each counts.

    Args:
        source: A folder of Parquet files (``client.parquet``, or ``client/`` with several), one
            Parquet file, a ``.duckdb`` file, native frames by record type, or one native frame,
            which is of the only facts table.
        schema: The types of records.
        tables: The facts tables that may be there, one row for each subject.
        engine: What reads the files; a ``.duckdb`` file is always read by DuckDB, and frames stay
            on the engine that holds them.
        session: A Spark session; or a DuckDB connection, in place of one of our own, which takes
            two gigabytes of memory at most and keeps the rest on disk.
        known_on: Of versions, those that were recorded by this day count; ``None`` takes all.

    Raises:
        UnreadableRegisterError: There is nothing to read, or not in this form.
        UnknownNameError: A table is of no record type; near names are listed.
        EngineRefusedError: The engine is known to count wrongly or was never tried, has no
            session, or there are several.
        MissingExtraError: The engine is not installed.
        SchemaError: A table lacks a column that must be filled in, or has one of another kind.
    """
    flat = {each.record_type.name: each for each in tables}
    names = _Names(schema=schema, flat=flat, known_on=known_on)
    found = _found(source, names, engine, session)
    told = {
        "event": "register.opened",
        "tables": len(found.recorded.frames),
        "files": len(found.files),
    }
    _LOG.info("a register of %(tables)d tables in %(files)d files is opened", told, extra=told)
    return found


def _found(source: object, names: _Names, engine: FileEngine, session: Any) -> Register:
    if not isinstance(source, str | PathLike):
        native = cast("Native", source) if isinstance(source, Mapping) else names.alone(source)
        return _whole(names, native)
    path = Path(cast("str | PathLike[str]", source))
    if path.suffix == DATABASE and path.is_file():
        return _whole(names, database_tables(path, session), {path.name: path})
    files = files_of(path, names.all, names.only)
    return _of_files(names, files, named_files(path, files), engine, session)


@attrs.frozen(kw_only=True)
class _Names:
    """What a table may be called: a type of the schema, or of the rows of a facts table."""

    schema: Schema
    flat: Mapping[str, FactsTable]
    known_on: date | None = None

    @property
    def all(self) -> frozenset[str]:
        return frozenset((*self.schema.record_types, *self.flat))

    @property
    def only(self) -> str:
        """The type of the rows of the only facts table; empty where there are several, or none."""
        return next(iter(self.flat)) if len(self.flat) == 1 else ""

    def alone(self, frame: object) -> Native:
        """One frame without a name."""
        if not self.only:
            problem = "a frame without a name is of the only facts table; give it as tables="
            raise UnreadableRegisterError(type(frame).__name__, problem)
        return {self.only: frame}

    def schema_of(self, found: Iterable[str]) -> Schema:
        """The schema of tables of these names.

        Raises:
            UnknownNameError: One is of no record type.
        """
        types: dict[str, RecordType] = {}
        for name in found:
            if name in self.flat:
                types[name] = self.flat[name].record_type
            elif name in self.schema.record_types:
                types = {**self.schema.record_types, **types}
            else:
                raise UnknownNameError("record type for a table named", name, self.all)
        return Schema(types)


def _whole(names: _Names, native: Native, files: Mapping[str, Path] = {}) -> Register:
    """A register that is counted at once."""
    return Register(recorded=_tables(names, native), files=files)


def _tables(names: _Names, native: Native) -> Tables:
    schema = names.schema_of(native)
    held = {
        name: table if name in names.flat else latest(table, name, names.known_on)
        for name, table in native.items()
    }
    return Tables.of_native(schema, held)


def _of_files(
    names: _Names, files: Files, called: Mapping[str, Path], engine: FileEngine, session: Any
) -> Register:
    open_files = opener(engine, session)
    native = {name: opened(its, open_files) for name, its in files.items()}
    tables = _tables(
        names,
        {
            name: its[0] if len(its) == 1 else open_files(files[name])
            for name, its in native.items()
        },
    )
    apart: tuple[Tables, ...] = ()
    if len(native) == 1:
        ((name, its),) = native.items()
        if name in names.flat and len(its) > 1 and engine != "pyspark":  # which has its own parts
            apart = tuple(_tables(names, {name: each}) for each in its)
    return Register(recorded=tables, files=called, apart=apart)


def _rows(frame: nw.LazyFrame[Any]) -> int:
    found: int = worked_out(frame.select(nw.len())).item()
    return found

"""The tables that a reader reads: one for each record type, on one engine.

A field ``x`` is a column ``x`` of texts, dates or integers. Beside it stand, where they are needed:

- ``x_unknown``: why it is not known; both null means absent,
- ``x_earliest`` and ``x_latest``: the ends of a day that is known in part; ``x`` is then null and
  ``x_unknown`` says ``partial``, so that nobody takes an invented day for a known one.

A table that has none of such values may leave these columns out: the reader then knows that every
day is exact, and is faster. A column that need not be filled in may be missing altogether, as long
as nothing asks for it: what nobody took down is never read as an answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any, Literal, TypeAlias

import attrs
import narwhals as nw

from inclusion_core.errors import EngineRefusedError, MissingExtraError, SchemaError
from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.fields import FieldKind, Record
from inclusion_core.values import ABSENT, PartialDay, Unknown

__all__ = ["PARTIAL", "Engine", "Tables"]

Engine: TypeAlias = Literal["polars", "duckdb"]

PARTIAL = "partial"
"""What ``x_unknown`` says of a day that is known in part."""

REFUSED = {
    "pandas": "its missing values are not null, and conditions on them come out true or false",
    "modin": "it counts as pandas does",
    "cudf": "it counts as pandas does",
    "dask": "its is_in takes a missing value for an answer",
    "ibis": "on some of its engines it gave wrong counts",
}
TESTED = ("polars", "duckdb")

DTYPES: Mapping[FieldKind, Any] = {
    FieldKind.KEY: nw.String,
    FieldKind.REFERENCE: nw.String,
    FieldKind.CODE: nw.String,
    FieldKind.DAY: nw.Date,
    FieldKind.NUMBER: nw.Int64,
    FieldKind.DECIMAL: nw.String,
    FieldKind.TEXT: nw.String,
}

READABLE: Mapping[FieldKind, tuple[Any, ...]] = {
    FieldKind.DAY: (nw.Date, nw.Datetime, nw.Unknown),
    FieldKind.NUMBER: (
        *(nw.Int64, nw.Int32, nw.Int16, nw.Int8),
        *(nw.UInt32, nw.UInt16, nw.UInt8, nw.Unknown),
    ),
}
"""What a column may hold that readers calculate with; a column of nulls is of no known kind.

An engine would turn anything else into a day or a number on its own, wrongly, or fail in words that
hold a value.
"""


@attrs.frozen
class Tables:
    """Lazy tables by record type, all on one engine.

    Attributes:
        schema: What their columns mean.
        frames: A lazy Narwhals frame for each record type.
    """

    schema: Schema
    frames: Mapping[str, nw.LazyFrame[Any]] = attrs.field(repr=False)

    @classmethod
    def of_native(cls, schema: Schema, native: Mapping[str, object]) -> Tables:
        """Tables that an engine holds already: Polars frames, DuckDB relations.

        Raises:
            EngineRefusedError: The engine is known to count wrongly, or was never tried.
            UnknownNameError: A table is of no record type.
            SchemaError: A table lacks a column that must be filled in, or has one of another kind.
        """
        frames = {schema[name].name: _lazy(table) for name, table in native.items()}
        for name, frame in frames.items():
            _check_columns(schema[name], frame.collect_schema())
        return cls(schema, frames)

    @classmethod
    def of_records(
        cls, schema: Schema, records: Mapping[str, Sequence[Record]], *, engine: Engine = "polars"
    ) -> Tables:
        """The tables of records held in memory.

        Raises:
            EngineRefusedError: The engine is not one of those that were tried.
            MissingExtraError: The engine is not installed.
            SchemaError: A record holds what does not belong into its field.
        """
        if engine not in TESTED:
            raise EngineRefusedError(engine, REFUSED.get(engine, "it was not tried"))
        columns = {t.name: _columns(t, records.get(t.name, ())) for t in schema}
        try:
            return cls(schema, _polars(columns) if engine == "polars" else _duckdb(columns))
        except ImportError:
            raise MissingExtraError(engine, f"reading tables on {engine}") from None

    def frame(self, record_type: str) -> nw.LazyFrame[Any]:
        """The table of a record type.

        Raises:
            UnknownNameError: There is no such record type.
            SchemaError: It has no table.
        """
        if record_type not in self.frames:
            raise SchemaError(self.schema[record_type].name, "there is no table of it")
        return self.frames[record_type]

    def column(self, record_type: str, field: str) -> tuple[Field, Sequence[str]]:
        """A field that is to be read, and the names of all columns of its table.

        Raises:
            UnknownNameError: The record type has no such field.
            SchemaError: The table has no such column.
        """
        found = self.schema[record_type].field(field)
        names = self.frame(record_type).collect_schema().names()
        if field not in names:
            raise SchemaError(record_type, f"the table has no column {field}, which is asked for")
        return found, names


def _lazy(table: object) -> nw.LazyFrame[Any]:
    try:
        frame = nw.from_native(table)  # type: ignore[call-overload]
    except TypeError:
        raise EngineRefusedError(type(table).__name__, "it is no dataframe engine") from None
    engine = frame.implementation.value
    if engine not in TESTED:
        raise EngineRefusedError(engine, REFUSED.get(engine, "it was not tried"))
    lazy: nw.LazyFrame[Any] = frame.lazy()
    return lazy


def _check_columns(record_type: RecordType, columns: Mapping[str, Any]) -> None:
    needed = (each for each in record_type.fields.values() if each.required)
    missing = [field.name for field in needed if field.name not in columns]
    if missing:
        raise SchemaError(record_type.name, f"the table has no column {', '.join(missing)}")
    for field in record_type.fields.values():
        readable = READABLE.get(field.kind, ())
        for name in (field.name, f"{field.name}_earliest", f"{field.name}_latest"):
            if readable and name in columns and columns[name] not in readable:
                problem = f"the column {name} is {columns[name]}; cast it to {readable[0]()}"
                raise SchemaError(record_type.name, problem)


Columns: TypeAlias = tuple[dict[str, list[Any]], dict[str, Any]]


def _polars(columns: Mapping[str, Columns]) -> dict[str, nw.LazyFrame[Any]]:
    return {name: _held(name, its, "polars").lazy() for name, its in columns.items()}


def _duckdb(columns: Mapping[str, Columns]) -> dict[str, nw.LazyFrame[Any]]:
    import duckdb  # noqa: PLC0415  an extra, imported where it is used

    connection = duckdb.connect()
    return {
        name: nw.from_native(connection.from_arrow(_held(name, its, "pyarrow").to_native()))
        for name, its in columns.items()
    }


def _held(
    record_type: str, columns: Columns, backend: Literal["polars", "pyarrow"]
) -> nw.DataFrame[Any]:
    """The columns as a frame; what an engine says of a value that it cannot hold is not told."""
    data, schema = columns
    try:
        return nw.from_dict(data, schema, backend=backend)
    except ImportError:
        raise
    except Exception:  # noqa: BLE001  engines raise anything, and their words hold the value
        problem = "a value does not belong into its field; write_journal says which one"
        raise SchemaError(record_type, problem) from None


def _columns(record_type: RecordType, records: Sequence[Record]) -> Columns:
    data: dict[str, list[Any]] = {}
    schema: dict[str, Any] = {}
    for field in record_type.fields.values():
        values = [getattr(record, field.name) for record in records]
        data[field.name] = [_plain(value) for value in values]
        schema[field.name] = DTYPES[field.kind]
        if field.may_be_unknown or field.may_be_partial:
            data[f"{field.name}_unknown"] = [_why(value) for value in values]
            schema[f"{field.name}_unknown"] = nw.String
        if field.may_be_partial:
            for end in ("earliest", "latest"):
                data[f"{field.name}_{end}"] = [_end(value, end) for value in values]
                schema[f"{field.name}_{end}"] = nw.Date
    return data, schema


def _plain(value: Any) -> Any:
    if value is ABSENT or isinstance(value, Unknown | PartialDay):
        return None
    if isinstance(value, Enum):
        return value.value
    return value if isinstance(value, str | int | date) else str(value)


def _why(value: Any) -> str | None:
    if isinstance(value, PartialDay):
        return PARTIAL
    return value.reason.value if isinstance(value, Unknown) else None


def _end(value: Any, end: str) -> date | None:
    found: date | None = getattr(value, end) if isinstance(value, PartialDay) else None
    return found


def unknown_column(field: Field, names: Sequence[str]) -> nw.Expr:
    """Why a field is not known, null where it is; also where the table leaves the column out."""
    name = f"{field.name}_unknown"
    return nw.col(name) if name in names else nw.lit(None, dtype=nw.String)

"""The tables of records in memory, as an engine holds them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any, Literal, TypeAlias

import narwhals as nw

from inclusion_core.errors import EngineRefusedError, SchemaError
from inclusion_core.expr.frames.engines import Engine
from inclusion_core.expr.frames.kinds import DTYPES, PARTIAL
from inclusion_core.expr.schema import RecordType
from inclusion_core.fields import Record
from inclusion_core.values import ABSENT, PartialDay, Unknown

Columns: TypeAlias = tuple[dict[str, list[Any]], dict[str, Any]]
"""Values by column, and what they are."""
Held: TypeAlias = dict[str, nw.LazyFrame[Any]]


def held(columns: Mapping[str, Columns], engine: Engine, session: Any) -> Held:
    """The tables of columns, by record type, on an engine.

    Raises:
        EngineRefusedError: The engine needs a session, and none is given.
        ImportError: The engine is not installed.
        SchemaError: A value does not belong into its field.
    """
    backend: Literal["polars", "pyarrow"] = "polars" if engine == "polars" else "pyarrow"
    take = _taker(engine, session)
    return {name: take(_frame(name, its, backend)) for name, its in columns.items()}


def _taker(engine: Engine, session: Any) -> Callable[[nw.DataFrame[Any]], nw.LazyFrame[Any]]:
    """How an engine takes a table over."""
    if engine == "duckdb":
        import duckdb  # noqa: PLC0415  an extra, imported where it is used

        connection = duckdb.connect()
        return lambda frame: nw.from_native(connection.from_arrow(frame.to_native()))
    if engine == "pyspark":
        if session is None:
            raise EngineRefusedError(engine, "it runs in a session of yours; give it as session=")
        return lambda frame: nw.from_native(session.createDataFrame(frame.to_native()))
    return lambda frame: frame.lazy()


def _frame(
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


def columns_of_records(record_type: RecordType, records: Sequence[Record]) -> Columns:
    """The columns of the table of a record type."""
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

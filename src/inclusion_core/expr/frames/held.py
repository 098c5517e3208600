"""The tables of records in memory, as an engine holds them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, TypeAlias

import narwhals as nw

from inclusion_core.errors import EngineRefusedError, SchemaError
from inclusion_core.expr.frames.engines import Engine
from inclusion_core.expr.frames.kinds import DTYPES
from inclusion_core.expr.record_columns import kinds_beside, plain_columns
from inclusion_core.expr.schema import RecordType
from inclusion_core.fields import Record

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
    fields = record_type.fields.values()
    kinds = {name: kind for field in fields for name, kind in kinds_beside(field).items()}
    return plain_columns(fields, records), {name: DTYPES[kind] for name, kind in kinds.items()}

"""The records as known on a day as tables on an engine: rows go straight to Arrow, in parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any, Literal, TypeAlias

from sqlalchemy import select

from inclusion_core.databases.reading import Rows, as_known, columns_as_they_are, live
from inclusion_core.databases.shape import kinds_of
from inclusion_core.errors import EngineRefusedError, MissingExtraError, SchemaError
from inclusion_core.fields import FieldKind
from inclusion_core.wire.envelope import ENVELOPE

__all__ = ["ArrowEngine", "arrow_table", "engine_taking", "native_frames"]

ArrowEngine: TypeAlias = Literal["polars", "duckdb", "pyarrow"]
"""The engines that take Arrow tables as they are."""

AT_ONCE = 50_000
"""So many rows are Python values at once."""


def native_frames(rows: Rows, take: Callable[[Any], Any], types: Iterable[str]) -> dict[str, Any]:
    """The live records of some types, or of all, as frames of an engine."""
    wanted = [rows.schema[name].name for name in types] or rows.tables
    return {name: take(arrow_table(rows, name)) for name in wanted}


def arrow_table(rows: Rows, name: str) -> Any:
    """The live records of a type as known on the day of the rows, as an Arrow table.

    Raises:
        SchemaError: A column holds what its field must not.
    """
    import pyarrow as pa  # type: ignore[import-untyped]  # noqa: PLC0415  an extra

    table, record_type = rows.tables[name], rows.schema[name]
    kinds = {
        heading: kind
        for heading, kind in kinds_of(record_type).items()
        if heading not in ENVELOPE[1:]
    }
    schema = pa.schema([(heading, _type(kind, pa)) for heading, kind in kinds.items()])
    asked = select(*columns_as_they_are(table, kinds)).where(
        as_known(table, rows.known_on), live(table)
    )
    batches: list[Any] = []
    with rows.connection.execute(asked, execution_options={"yield_per": AT_ONCE}) as found:
        for part in found.partitions():
            columns = zip(*part, strict=True)
            arrays = [
                _array(name, heading, column, schema, pa)
                for heading, column in zip(kinds, columns, strict=True)
            ]
            batches.append(pa.RecordBatch.from_arrays(arrays, schema=schema))
    return pa.Table.from_batches(batches, schema)


def _type(kind: FieldKind, pa: Any) -> Any:
    return {FieldKind.DAY: pa.date32(), FieldKind.NUMBER: pa.int64()}.get(kind, pa.string())


def _array(record_type: str, name: str, column: Iterable[Any], schema: Any, pa: Any) -> Any:
    """A column of Arrow; SQLite has days as texts."""
    wanted = schema.field(name).type
    listed = list(column)
    try:
        if wanted == pa.date32() and any(type(each) is str for each in listed):
            return pa.array(listed, pa.string()).cast(wanted)
        return pa.array(listed, wanted)
    except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError):
        problem = f"the column {name} holds what is no {wanted}; reading() says in which rows"
        raise SchemaError(record_type, problem) from None


def engine_taking(engine: str) -> Any:
    """What makes a frame of an engine out of an Arrow table.

    Raises:
        EngineRefusedError: It does not take Arrow tables, or was not tried.
        MissingExtraError: It is not installed.
    """
    if engine not in _TAKERS:
        raise EngineRefusedError(engine, "it does not take the rows of a database")
    try:
        import_module("pyarrow")
        return _TAKERS[engine]()
    except ModuleNotFoundError:
        raise MissingExtraError(engine, "tables of a database") from None


def _polars() -> Any:
    import polars as pl  # noqa: PLC0415  an extra

    return pl.from_arrow


def _duckdb() -> Any:
    import duckdb  # noqa: PLC0415  an extra

    return duckdb.connect().from_arrow


def _pyarrow() -> Any:
    return lambda table: table


_TAKERS: Mapping[str, Callable[[], Any]] = {
    "polars": _polars,
    "duckdb": _duckdb,
    "pyarrow": _pyarrow,
}

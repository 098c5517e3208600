"""The tables of records in memory, as an engine holds them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import partial
from operator import attrgetter
from typing import Any, Literal, TypeAlias

import attrs
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
        column = list(map(attrgetter(field.name), records))
        said = _Said.of(column)
        data[field.name] = said.of_each(_plain)
        schema[field.name] = DTYPES[field.kind]
        if field.may_be_unknown or field.may_be_partial:
            data[f"{field.name}_unknown"] = said.of_each(_why, Unknown, PartialDay)
            schema[f"{field.name}_unknown"] = nw.String
        if field.may_be_partial:
            for end in ("earliest", "latest"):
                data[f"{field.name}_{end}"] = said.of_each(partial(_end, end=end), PartialDay)
                schema[f"{field.name}_{end}"] = nw.Date
    return data, schema


@attrs.frozen
class _Said:
    """The values of a column, of which something is said; of one that recurs only once.

    Attributes:
        column: The values.
        kinds: Their classes.
        keys: What tells them apart, for each value; empty where hardly any recurs.
        once: Each of them once, by key.
    """

    column: list[Any]
    kinds: set[type[Any]]
    keys: list[int]
    once: dict[int, Any]

    @classmethod
    def of(cls, column: list[Any]) -> _Said:
        if type(next(iter(column), None)) in PLAIN:
            return cls(column, set(map(type, column)), [], {})
        keys = list(map(id, column))
        once = dict(zip(keys, column, strict=True))
        return cls(column, set(map(type, once.values())), keys, once)

    def of_each(self, say: Callable[[Any], Any], *kinds: type[Any]) -> list[Any]:
        """What is said of each value; nothing where there is none of some classes."""
        if kinds and self.kinds.isdisjoint(kinds):
            return [None] * len(self.column)
        if not kinds and self.kinds <= PLAIN:
            return self.column
        if not self.keys:
            return [say(value) for value in self.column]
        said = {key: say(value) for key, value in self.once.items()}
        return list(map(said.__getitem__, self.keys))


PLAIN: frozenset[type] = frozenset({str, int, date})
"""Values that a table holds as they are."""


def _plain(value: Any) -> Any:
    if type(value) in PLAIN:
        return value
    if value is ABSENT or isinstance(value, Unknown | PartialDay):
        return None
    if isinstance(value, Enum):
        return value.value
    return value if isinstance(value, str | int | date) else str(value)


def _why(value: Any) -> str | None:
    if type(value) in PLAIN:
        return None
    if isinstance(value, PartialDay):
        return PARTIAL
    return value.reason.value if isinstance(value, Unknown) else None


def _end(value: Any, end: str) -> date | None:
    found: date | None = getattr(value, end) if isinstance(value, PartialDay) else None
    return found

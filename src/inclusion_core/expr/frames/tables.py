"""The tables that a reader reads: one for each record type, on one engine.

A field ``x`` is a column ``x`` of texts, dates or integers. Beside it stand, where they are needed:

- ``x_unknown``: why it is not known; both null means absent, and not asked where a field may not
  be absent; in one that must be filled in nobody looks for a null,
- ``x_earliest`` and ``x_latest``: the ends of a day that is known in part; ``x`` is then null and
  ``x_unknown`` says ``partial``, so that nobody takes an invented day for a known one.

A table that has none of such values may leave these columns out: the reader then knows that every
day is exact, and is faster. A column that need not be filled in may be missing altogether, as long
as nothing asks for it: what nobody took down is never read as an answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs
import narwhals as nw

from inclusion_core.errors import MissingExtraError, SchemaError
from inclusion_core.expr.frames.engines import (
    EXTRAS,
    Engine,
    check_engine,
    check_one_engine,
    recognised,
)
from inclusion_core.expr.frames.held import columns_of_records, held
from inclusion_core.expr.frames.kinds import AND, fitted
from inclusion_core.expr.frames.pandas_tables import from_pandas
from inclusion_core.expr.record_columns import PARTIAL
from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.fields import Record

__all__ = ["PARTIAL", "Engine", "Tables"]


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
        """Tables that an engine holds already.

        Polars frames, DuckDB relations, PySpark DataFrames and pyarrow Tables are read where they
        are; pandas DataFrames are converted to Polars.

        Raises:
            EngineRefusedError: An engine is known to count wrongly or was never tried, or there
                are several.
            MissingExtraError: A pandas table is given, and Polars is not installed.
            UnknownNameError: A table is of no record type.
            SchemaError: A table lacks a column that must be filled in, or has one of another kind;
                what is wrong with other tables is told with it.
        """
        frames: dict[str, nw.LazyFrame[Any]] = {}
        wrong: list[SchemaError] = []
        for name, table in native.items():
            try:
                frames[schema[name].name] = _frame(schema[name], table)
            except SchemaError as error:
                wrong.append(error)
        if wrong:
            first, *others = wrong
            raise SchemaError(first.record_type, AND.join((first.problem, *map(str, others))))
        check_one_engine(frames)
        return cls(schema, frames)

    @classmethod
    def of_records(
        cls,
        schema: Schema,
        records: Mapping[str, Sequence[Record]],
        *,
        engine: Engine = "polars",
        session: Any = None,
    ) -> Tables:
        """The tables of records held in memory.

        Args:
            schema: What the records are.
            records: Records by type.
            engine: What holds the tables.
            session: The Spark session, where the engine is PySpark.

        Raises:
            EngineRefusedError: The engine is not one of those that were tried, or has no session.
            MissingExtraError: The engine is not installed.
            SchemaError: A record holds what does not belong into its field.
        """
        check_engine(engine)
        columns = {t.name: columns_of_records(t, records.get(t.name, ())) for t in schema}
        try:
            return cls(schema, held(columns, engine, session))
        except ImportError:
            raise MissingExtraError(EXTRAS[engine], f"reading tables on {engine}") from None

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


def _frame(record_type: RecordType, table: object) -> nw.LazyFrame[Any]:
    """A table as readers take it."""
    frame = recognised(table, record_type.name)
    if isinstance(frame, nw.DataFrame):
        is_pandas = frame.implementation.is_pandas()
        frame = from_pandas(record_type, frame) if is_pandas else frame.lazy()
    return fitted(record_type, frame)

"""The same table on each engine."""

from __future__ import annotations

from typing import Any

import duckdb
import polars as pl
import pyarrow as pa
from kernel_lab.random_records import World
from kernel_lab.toy import SCHEMA

from inclusion_core.expr.frames import Tables

LOCAL = ("polars", "duckdb", "pyarrow")
"""The engines that need nothing beside Python."""

PANDAS = ("classic", "nullable", "arrow")
"""The ways in which pandas holds what may be missing."""


def on(engine: str, frame: pl.DataFrame, session: Any = None) -> Any:
    """A Polars frame as a table of an engine; of Spark where a session is given."""
    if engine == "polars":
        return frame.lazy()
    if engine == "duckdb":
        return duckdb.connect().from_arrow(frame.to_arrow())
    return frame.to_arrow() if session is None else session.createDataFrame(frame.to_arrow())


def in_pandas(frame: pl.DataFrame, way: str) -> Any:
    """A Polars frame as a pandas one."""
    table: pa.Table = frame.to_arrow()
    if way == "arrow":
        return frame.to_pandas(use_pyarrow_extension_array=True)
    classic = table.to_pandas()
    return classic.convert_dtypes() if way == "nullable" else classic


def through_pandas(world: World, way: str) -> Tables:
    """The tables of a world, given as pandas frames."""
    held = Tables.of_records(SCHEMA, world)
    return Tables.of_native(
        SCHEMA,
        {
            name: in_pandas(frame.collect("polars").to_native(), way)
            for name, frame in held.frames.items()
        },
    )

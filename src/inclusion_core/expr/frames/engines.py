"""Which dataframe engines may count, which are refused and why."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Any, Literal, TypeAlias, get_args

import narwhals as nw

from inclusion_core.errors import EngineFailedError, EngineRefusedError, InclusionError, SchemaError

Engine: TypeAlias = Literal["polars", "duckdb", "pyarrow", "pyspark"]

ENGINES: tuple[str, ...] = get_args(Engine)
"""Those that were tried, and counted as the reader of objects does."""

REFUSED: Mapping[str, str] = {
    "pandas": "its missing values are not null, and conditions on them come out true or false",
    "modin": "it counts as pandas does",
    "cudf": "it counts as pandas does",
    "dask": "its is_in takes a missing value for an answer",
    "ibis": "on some of its engines it gave wrong counts",
}

EXTRAS: Mapping[Engine, str] = {
    "polars": "polars",
    "duckdb": "duckdb",
    "pyarrow": "pyarrow",
    "pyspark": "spark",
}
"""The extra that brings an engine."""


def check_engine(engine: str) -> None:
    """Raise unless the engine is one of those that were tried.

    Raises:
        EngineRefusedError: It is known to count wrongly, or was never tried.
    """
    if engine not in ENGINES:
        raise EngineRefusedError(engine, REFUSED.get(engine, "it was not tried"))


def recognised(table: object, record_type: str) -> nw.DataFrame[Any] | nw.LazyFrame[Any]:
    """A table that an engine holds; of pandas too, which is to be converted.

    Args:
        table: The table.
        record_type: What its rows are.

    Raises:
        EngineRefusedError: The engine is known to count wrongly, or was never tried.
        SchemaError: Two of its columns have the same name.
    """
    kind = type(table)
    library = kind.__module__.partition(".")[0]
    if library in REFUSED and library != "pandas":  # before Narwhals asks more of it
        check_engine(library)
    try:
        frame: nw.DataFrame[Any] | nw.LazyFrame[Any] = nw.from_native(table)
    except TypeError:
        raise EngineRefusedError(kind.__name__, "it is no dataframe engine") from None
    except nw.exceptions.DuplicateError:  # it names the columns, and one may be called anything
        problem = "two columns of the table have the same name; rename one"
        raise SchemaError(record_type, problem) from None
    if not frame.implementation.is_pandas():
        check_engine(frame.implementation.value)
    return frame


def check_one_engine(frames: Mapping[str, nw.LazyFrame[Any]]) -> None:
    """Raise where tables are held by several engines.

    Raises:
        EngineRefusedError: They are; it names them all.
    """
    engines = sorted({frame.implementation.value for frame in frames.values()})
    if len(engines) > 1:
        why = "tables that are read together are joined, so one engine must hold them all"
        raise EngineRefusedError(" beside ".join(engines), why)


@contextmanager
def told_by(engine: str) -> Generator[None, None, None]:
    """What an engine raises while it works becomes an error that holds no value.

    Raises:
        EngineFailedError: It gave up.
    """
    try:
        yield
    except (InclusionError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001  engines raise anything, with values in their words
        raise EngineFailedError(engine, type(error).__name__) from None


def worked_out(frame: nw.LazyFrame[Any], *, streaming: bool = False) -> nw.DataFrame[Any]:
    """The rows of a table, once its engine has worked them out.

    Args:
        frame: The table.
        streaming: Whether Polars goes through it in parts.

    Raises:
        EngineFailedError: The engine could not read the tables to their end.
    """
    engine = frame.implementation
    how: dict[str, Any] = {"engine": "streaming"} if streaming and engine.is_polars() else {}
    with told_by(engine.value):
        return frame.collect(**how)

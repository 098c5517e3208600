"""Columns handed over to whatever a researcher works with."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from enum import Enum
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from inclusion_core.errors import MissingExtraError

if TYPE_CHECKING:
    import polars as pl

__all__ = [
    "Columns",
    "Kind",
    "arrow_stream",
    "dicts",
    "to_arrow",
    "to_csv",
    "to_pandas",
    "to_polars",
]

NEEDED_FOR = "handing figures over"


class Kind(Enum):
    """What a column holds."""

    TEXT = "text"
    FLAG = "flag"
    COUNT = "count"
    NUMBER = "number"


Columns: TypeAlias = Mapping[str, tuple[Kind, Sequence[Any]]]
"""Values by column, each with what they are."""


def dicts(columns: Columns) -> list[dict[str, Any]]:
    """A dictionary for each row."""
    rows = zip(*(values for _, values in columns.values()), strict=True)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def to_polars(columns: Columns) -> pl.DataFrame:
    """A Polars frame.

    Raises:
        MissingExtraError: Polars is not installed.
    """
    try:
        import polars as pl  # noqa: PLC0415  an extra
    except ImportError:
        raise MissingExtraError("polars", NEEDED_FOR) from None
    kinds: dict[Kind, Any] = {
        Kind.TEXT: pl.String,
        Kind.FLAG: pl.Boolean,
        Kind.COUNT: pl.Int64,
        Kind.NUMBER: pl.Float64,
    }
    schema = {name: kinds[kind] for name, (kind, _) in columns.items()}
    return pl.DataFrame(_plain(columns), schema=schema)


def to_pandas(columns: Columns) -> Any:
    """A pandas frame with nullable kinds, which do not turn whole numbers into fractions.

    Raises:
        MissingExtraError: pandas is not installed.
    """
    try:
        import pandas as pd  # type: ignore[import-untyped]  # noqa: PLC0415  an extra
    except ImportError:
        raise MissingExtraError("pandas", NEEDED_FOR) from None
    kinds: dict[Kind, Any] = {
        Kind.TEXT: "string",
        Kind.FLAG: "boolean",
        Kind.COUNT: "Int64",
        Kind.NUMBER: "Float64",
    }
    plain = _plain(columns)
    return pd.DataFrame(
        {name: pd.array(plain[name], dtype=kinds[kind]) for name, (kind, _) in columns.items()}
    )


def to_arrow(columns: Columns) -> Any:
    """An Arrow table.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # type: ignore[import-untyped]  # noqa: PLC0415  an extra
    except ImportError:
        raise MissingExtraError("pyarrow", NEEDED_FOR) from None
    kinds: dict[Kind, Any] = {
        Kind.TEXT: pa.string(),
        Kind.FLAG: pa.bool_(),
        Kind.COUNT: pa.int64(),
        Kind.NUMBER: pa.float64(),
    }
    plain = _plain(columns)
    return pa.table(
        {name: pa.array(plain[name], kinds[kind]) for name, (kind, _) in columns.items()}
    )


def arrow_stream(columns: Columns, requested_schema: object | None = None) -> object:
    """The columns by the Arrow stream interface, from whichever engine is there.

    Raises:
        MissingExtraError: Neither pyarrow nor Polars is installed.
    """
    try:
        table: Any = to_arrow(columns)
    except MissingExtraError:
        table = to_polars(columns)
    return table.__arrow_c_stream__(requested_schema)


def to_csv(columns: Columns, path: str | PathLike[str]) -> None:
    """Write a CSV file."""
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        rows = zip(*(values for _, values in columns.values()), strict=True)
        writer.writerows([_written(value) for value in row] for row in rows)


def _plain(columns: Columns) -> dict[str, list[Any]]:
    """The values as engines take them: a half is a fraction of two, exactly."""
    return {
        name: [
            float(value) if kind is Kind.NUMBER and value is not None else value for value in values
        ]
        for name, (kind, values) in columns.items()
    }


def _written(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value

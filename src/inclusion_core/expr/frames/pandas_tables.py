"""Tables of pandas, converted to Polars when they are given.

pandas keeps what is missing as NaN, NaT, NA or ``None``, whole numbers with a gap among them as
fractions, and days as times at midnight or as objects. Whatever says exactly what its field holds
is converted; anything else is refused by the name of its column.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

import narwhals as nw

from inclusion_core.errors import MissingExtraError, SchemaError
from inclusion_core.expr.frames.kinds import DTYPES, check_complete, columns_of
from inclusion_core.expr.schema import RecordType
from inclusion_core.fields import FieldKind

OBJECTS: tuple[Any, ...] = (nw.Object, nw.Categorical)
"""What pandas keeps as objects of Python, each of its own kind."""

MOST_EXACT = 2**53
"""Beyond it a fraction skips whole numbers, so that nobody knows which one was meant."""


def from_pandas(record_type: RecordType, table: nw.DataFrame[Any]) -> nw.LazyFrame[Any]:
    """The columns of a pandas table that readers may ask for, on Polars.

    Raises:
        MissingExtraError: Polars is not installed, or what carries columns to it.
        SchemaError: A column is missing, or holds what its field must not.
    """
    check_complete(record_type, table.columns)
    converted = [
        _converted(record_type, table.select(name), kind)
        for name, kind in columns_of(record_type)
        if name in table.columns
    ]
    return nw.concat(converted, how="horizontal").lazy()


def _converted(
    record_type: RecordType, table: nw.DataFrame[Any], kind: FieldKind
) -> nw.DataFrame[Any]:
    """One column, without an index and with null for all that is missing."""
    (name,) = table.columns
    held = table[name]
    if kind is FieldKind.DAY and held.dtype in OBJECTS and not _are_whole_days(held):
        raise SchemaError(record_type.name, _no_whole_days(name))
    try:
        column: nw.Series[Any] = nw.from_native(table.to_polars())[name]
    except ImportError:
        raise MissingExtraError("pandas", "reading tables of pandas") from None
    except Exception:  # noqa: BLE001  pandas and Polars raise anything, and their words hold values
        problem = f"the column {name} mixes values, or holds some that are no {DTYPES[kind]()}"
        raise SchemaError(record_type.name, problem) from None
    if column.null_count() == len(column):
        column = column.cast(DTYPES[kind])
    elif kind is FieldKind.NUMBER and column.dtype.is_float():
        column = _whole_numbers(record_type, column)
    elif isinstance(column.dtype, nw.Datetime) and not _is_midnight(column):
        raise SchemaError(record_type.name, _no_whole_days(name))
    return column.to_frame()


def _are_whole_days(values: nw.Series[Any]) -> bool:
    """Whether no object is a time of a day, or of a zone; Polars would drop it in silence."""
    times = [value for value in values.drop_nulls() if isinstance(value, datetime)]
    return all(each.tzinfo is None and each == datetime.combine(each, time()) for each in times)


def _is_midnight(column: nw.Series[Any]) -> bool:
    """Whether all times of a column stand for days."""
    return bool((column == column.dt.truncate("1d")).all())


def _whole_numbers(record_type: RecordType, column: nw.Series[Any]) -> nw.Series[Any]:
    """Fractions that stand for whole numbers."""
    whole = (column == column.round()) & (column.abs() <= MOST_EXACT)
    if not whole.all():
        problem = f"the column {column.name} holds numbers that are not whole, or too big"
        raise SchemaError(record_type.name, problem)
    return column.cast(nw.Int64)


def _no_whole_days(name: str) -> str:
    return f"the column {name} holds times of a day; keep the day alone"

"""The values of an Arrow column in Python; one that cannot be told stands for its own problem."""

from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

from inclusion_core.wire.file_problems import NOT_UTF_8
from inclusion_core.wire.problems import Refused
from inclusion_core.wire.value_problems import NOT_A_FULL_DAY

__all__ = ["listed"]

_EPOCH = date(1970, 1, 1).toordinal()
_NO_DAY = Refused(NOT_A_FULL_DAY)
_NOT_UTF_8 = Refused(NOT_UTF_8)


def listed(column: Any) -> list[Any]:
    """The values of a column: texts, days, whole numbers, and ``None``."""
    if isinstance(column, pa.ChunkedArray):
        return [value for each in column.chunks for value in listed(each)]
    kind = column.type
    if pa.types.is_dictionary(kind):
        used = column.indices.unique()  # a batch has the dictionary of many
        values = dict(zip(used.to_pylist(), listed(column.dictionary.take(used)), strict=True))
        return list(map(values.__getitem__, column.indices.to_pylist()))
    if pa.types.is_date(kind):
        return _days(column.cast(pa.date32()).cast(pa.int32()).to_pylist())
    try:
        told: list[Any] = column.to_pylist()
    except ValueError:  # of one value; which, only each of them says
        told = [_one(scalar) for scalar in column]
    return told


def _one(scalar: Any) -> Any:
    try:
        return scalar.as_py()
    except ValueError:
        return _NOT_UTF_8


def _days(numbers: list[int | None]) -> list[Any]:
    """Days of their numbers since 1970; they recur so often that each is worked out once."""
    days: dict[int | None, Any] = {number: _day(number) for number in set(numbers)}
    return list(map(days.__getitem__, numbers))


def _day(number: int | None) -> Any:
    if number is None:
        return None
    try:
        return date.fromordinal(_EPOCH + number)
    except (ValueError, OverflowError):
        return _NO_DAY

"""Rows in whatever form they are given, one at a time: as names and values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, cast

import attrs

from inclusion_core.rows.declared import Row
from inclusion_core.rows.errors import NotRowsError

__all__ = ["GivenRows", "rows_in"]

AT_ONCE = 1_000
"""So many rows are fetched from a cursor at once."""


@attrs.frozen(kw_only=True, repr=False)
class GivenRows:
    """The rows of a table, as they come.

    Attributes:
        names: The columns; ``None`` where no row tells them.
        rows: Each row by names of columns; ``None`` for what is no row.
    """

    names: Sequence[str] | None
    rows: Iterator[Row | None]


def rows_in(given: Any, table: str) -> GivenRows:
    """The rows of what is given for a table; they are gone through once, and none is kept.

    Args:
        given: Dicts, named tuples, rows that know their keys, a cursor, an Arrow or Polars table,
            a relation of DuckDB.
        table: What the table is called.

    Raises:
        NotRowsError: There are no rows in it.
    """
    if hasattr(given, "fetchmany") and hasattr(given, "description"):
        return _of_cursor(given, table)
    if hasattr(given, "iter_rows"):
        return _tuples(given.iter_rows(), list(given.columns))
    if hasattr(given, "to_batches"):
        return _of_batches(given.to_batches(), given.schema.names)
    if hasattr(given, "read_next_batch"):
        return _of_batches(given, given.schema.names)
    if isinstance(given, (str, bytes, Mapping)) or not isinstance(given, Iterable):
        raise NotRowsError(table)
    return _peeked(cast("Iterable[object]", given))


def _of_cursor(cursor: Any, table: str) -> GivenRows:
    if cursor.description is None:
        raise NotRowsError(table)
    names = [str(each[0]) for each in cursor.description]
    return _tuples(_fetched(cursor.fetchmany), names)


def _tuples(rows: Iterable[object], names: Sequence[str]) -> GivenRows:
    return GivenRows(names=names, rows=(_named(row, names) for row in rows))


def _fetched(fetch: Callable[[int], Sequence[object]]) -> Iterator[object]:
    while rows := fetch(AT_ONCE):
        yield from rows


def _named(row: Any, names: Sequence[str]) -> Row | None:
    """A row of a cursor, whatever the driver makes of it."""
    if type(row) in (tuple, list):
        return dict(zip(names, row, strict=True))
    return _row(row)


def _of_batches(batches: Iterable[Any], names: Sequence[str]) -> GivenRows:
    rows = chain.from_iterable(batch.to_pylist() for batch in batches)
    return GivenRows(names=names, rows=rows)


def _peeked(several: Iterable[object]) -> GivenRows:
    """Rows that tell their columns themselves: the first one speaks for all."""
    rows = map(_row, several)
    for first in rows:
        names = None if first is None else list(first)
        return GivenRows(names=names, rows=chain([first], rows))
    return GivenRows(names=None, rows=iter(()))


def _row(row: Any) -> Row | None:
    if isinstance(row, Mapping):
        return row
    if hasattr(row, "_asdict"):
        return cast("Row", row._asdict())
    return {name: row[name] for name in row.keys()} if hasattr(row, "keys") else None  # noqa: SIM118

"""The tables of an extract as columns of plain values, and as the bytes of CSV and Parquet files.

Beside a column ``x`` stands ``x_unknown`` with the reason why there is no value and, beside a day
that may be told in part, ``x_earliest`` and ``x_latest``: as facts tables are written, so that they
can be read back and counted. Where ``x`` and ``x_unknown`` are both empty, there is none.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO, StringIO
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Protocol, cast

from inclusion_core.errors import MissingExtraError
from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.extracts.cells import Plain, plain_cells
from inclusion_core.extracts.lines import Joined, Line
from inclusion_core.facts.dictionary import ColumnMeaning
from inclusion_core.fields import FieldKind, Record
from inclusion_core.values import ABSENT

if TYPE_CHECKING:
    from inclusion_core.expr.frames.tables import Tables

__all__ = [
    "ID",
    "JOINED",
    "Lined",
    "csv_of",
    "frame_of",
    "headings",
    "joined_csv",
    "parquet_of",
    "plain_rows",
]

ID = "id"
JOINED = ("person_key", "earlier_key")
"""The columns of the file of persons who have had other pseudonyms."""


class Lined(Protocol):
    """A table that can be written: its name, what its columns mean, and its rows."""

    @property
    def name(self) -> str:
        """What its files are called."""
        ...

    @property
    def columns(self) -> tuple[ColumnMeaning, ...]:
        """The columns, in order."""
        ...

    @property
    def lines(self) -> tuple[Line, ...]:
        """The rows, each with a cell for each column."""
        ...


def headings(column: ColumnMeaning) -> tuple[tuple[str, FieldKind], ...]:
    """A column and those beside it, each with what it holds; the id of a row is always there."""
    name = column.name
    if name == ID:
        return ((ID, FieldKind.KEY),)
    ends = ("earliest", "latest") if column.may_be_partial else ()
    return (
        (name, column.kind),
        (f"{name}_unknown", FieldKind.CODE),
        *((f"{name}_{each}", FieldKind.DAY) for each in ends),
    )


def _all_headings(table: Lined) -> Mapping[str, FieldKind]:
    return dict(each for column in table.columns for each in headings(column))


def plain_rows(table: Lined) -> Iterator[tuple[Plain, ...]]:
    """The rows as plain values, in the order of their headings."""
    for line in table.lines:
        yield tuple(
            plain
            for column, cell in zip(table.columns, line.cells, strict=True)
            for plain in _plain(column, cell)
        )


def _plain(column: ColumnMeaning, cell: Any) -> Iterable[Plain]:
    found = plain_cells(cell, partial=column.may_be_partial)
    return (next(found),) if column.name == ID else found


def csv_of(table: Lined) -> bytes:
    """The table as CSV: UTF-8, commas, a heading."""
    return _csv(tuple(_all_headings(table)), plain_rows(table))


def joined_csv(joined: Sequence[Joined]) -> bytes:
    """The persons who have had other pseudonyms, or may have, as CSV."""
    return _csv(JOINED, ((each.person, each.earlier) for each in joined))


def _csv(heading: Sequence[str], rows: Iterable[Sequence[Plain]]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(heading)
    writer.writerows(rows)  # a day is written as 2018-09-13, nothing as an empty cell
    return text.getvalue().encode()


def parquet_of(table: Lined) -> bytes:
    """The table as Parquet, in columns of texts, days and whole numbers.

    Raises:
        MissingExtraError: Polars is not installed.
    """
    written = BytesIO()
    frame_of(table, "writing Parquet").write_parquet(written)
    return written.getvalue()


def frame_of(table: Lined, needed_for: str = "handing an extract over") -> Any:
    """The table as a Polars frame, in columns of texts, days and whole numbers.

    Args:
        table: The table.
        needed_for: What is said to need Polars, where it is not installed.

    Raises:
        MissingExtraError: Polars is not installed.
    """
    try:
        from inclusion_core.expr.frames import Tables  # noqa: PLC0415  an extra
    except ModuleNotFoundError:
        raise MissingExtraError("polars", needed_for) from None
    kinds = _all_headings(table)
    fields = {name: Field(name=name, kind=kind) for name, kind in kinds.items()}
    record_type = RecordType(name=table.name, record_class=Record, fields=fields, links={})
    rows = [
        cast("Record", SimpleNamespace(**dict(zip(kinds, map(_or_absent, each), strict=True))))
        for each in plain_rows(table)
    ]
    tables: Tables = Tables.of_records(
        Schema({table.name: record_type}), {table.name: rows}, engine="polars"
    )
    native: Any = tables.frame(table.name).to_native()
    return native.collect()


def _or_absent(plain: Plain) -> object:
    return ABSENT if plain is None else plain

"""The rows of a facts table in a file: CSV or Parquet, in the columns that readers take back.

Beside a column ``x`` stands ``x_unknown`` with the reason why there is no answer, and beside a day
``x_earliest`` and ``x_latest`` where it is known in part. Both empty: there is none.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from inclusion_core.errors import MissingExtraError
from inclusion_core.expr.schema import Field, RecordType
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import Record
from inclusion_core.values import ABSENT, PartialDay, Unknown

__all__ = ["csv_of", "write_parquet"]

PARTIAL = "partial"


def csv_of(table: FactsTable, rows: Sequence[Record]) -> str:
    """The rows as CSV, in the order of their ids."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(_headings(table.record_type))
    for row in sorted(rows, key=lambda each: each.id):
        writer.writerow(_cells(table.record_type, row))
    return file.getvalue()


def _headings(record_type: RecordType) -> Iterator[str]:
    for field in record_type.fields.values():
        yield field.name
        yield from (f"{field.name}_{each}" for each in _beside(field))


def _beside(field: Field) -> Iterator[str]:
    """What stands beside a column."""
    if field.may_be_unknown or field.may_be_partial:
        yield "unknown"
    if field.may_be_partial:
        yield from ("earliest", "latest")


def _cells(record_type: RecordType, row: Record) -> Iterator[str]:
    for field in record_type.fields.values():
        value: object = getattr(row, field.name)
        yield _known(value)
        cells = {"unknown": _why(value), "earliest": "", "latest": ""}
        if isinstance(value, PartialDay):
            cells |= {"earliest": _known(value.earliest), "latest": _known(value.latest)}
        yield from (cells[each] for each in _beside(field))


def _known(value: object) -> str:
    """A value as it is written; nothing where it is not known, in part or at all, or absent."""
    match value:
        case date():
            return value.isoformat()
        case str() | int():
            return str(value)
        case Enum() if value is not ABSENT:
            return str(value.value)
        case _:
            return ""


def _why(value: object) -> str:
    if isinstance(value, PartialDay):
        return PARTIAL
    return value.reason.value if isinstance(value, Unknown) else ""


def write_parquet(table: FactsTable, rows: Sequence[Record], path: Path) -> None:
    """Write the rows to a Parquet file, in the order of their ids.

    Raises:
        MissingExtraError: Polars is not installed.
    """
    try:
        from inclusion_core.expr.frames import Tables  # noqa: PLC0415  an extra
    except ModuleNotFoundError:
        raise MissingExtraError("polars", "writing Parquet") from None
    name = table.record_type.name
    ordered = sorted(rows, key=lambda each: each.id)
    tables = Tables.of_records(table.schema, {name: ordered}, engine="polars")
    frame: Any = tables.frame(name).to_native()
    written = io.BytesIO()
    frame.collect().write_parquet(written)
    path.write_bytes(written.getvalue())

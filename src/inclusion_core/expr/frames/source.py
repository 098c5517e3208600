"""From the table of a record type to the columns that readers work with.

Every used field of a row becomes columns whose names begin with what the row is called in the plan:
``case__born_on__lo``. Two underscores, because DuckDB takes a dot for the name of a table.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

import narwhals as nw

from inclusion_core.expr.frames.columns import ABSENT_CODE, Days, literal
from inclusion_core.expr.frames.tables import PARTIAL, Tables, unknown_column
from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind
from inclusion_core.values import ALWAYS, NEVER


def key_column(prefix: str) -> str:
    """The name of the key of a row."""
    return f"{prefix}__id"


def field_column(prefix: str, name: str, part: str = "") -> str:
    """The name of a field of a row, or of one part of it."""
    return f"{prefix}__{name}__{part}" if part else f"{prefix}__{name}"


def source(
    tables: Tables, record_type: str, prefix: str, used: Collection[str], known_on: date | None
) -> nw.LazyFrame[Any]:
    """The table of a record type: its key and the used fields, ready to be worked with."""
    frame = tables.frame(record_type)
    names = frame.collect_schema().names()
    columns = [nw.col("id").alias(key_column(prefix))]
    for name in sorted(used):
        field = tables.schema[record_type].field(name)
        columns += _of_field(field, prefix, names, known_on)
    return frame.select(*columns)


def _of_field(field: Field, prefix: str, names: list[str], known_on: date | None) -> list[nw.Expr]:
    column = nw.col(field.name)
    match field.kind:
        case FieldKind.DAY:
            return _of_day(field, prefix, names, known_on)
        case FieldKind.NUMBER:
            parts = [
                column.fill_null(bound).cast(nw.Int64).alias(field_column(prefix, field.name, end))
                for end, bound in (("lo", field.bounds.least), ("hi", field.bounds.most))
            ]
            return [*parts, _reason(field, prefix, names)]
        case FieldKind.CODE:
            absent = column.is_null() & unknown_column(field, names).is_null()
            code = nw.when(absent).then(nw.lit(ABSENT_CODE)).otherwise(column)
            return [
                code.alias(field_column(prefix, field.name)),
                _reason(field, prefix, names),
            ]
        case _:
            return [column.alias(field_column(prefix, field.name))]


def _of_day(field: Field, prefix: str, names: list[str], known_on: date | None) -> list[nw.Expr]:
    column = nw.col(field.name)
    not_before = NEVER if known_on is None else known_on + timedelta(days=1)
    lo, hi = column.fill_null(literal(not_before)), column.fill_null(literal(NEVER))
    if f"{field.name}_unknown" in names:
        why = unknown_column(field, names)
        lo = nw.when(column.is_null() & ~why.is_null()).then(literal(ALWAYS)).otherwise(lo)
    if f"{field.name}_earliest" in names:
        partial = unknown_column(field, names).fill_null("") == PARTIAL
        lo = nw.when(partial).then(nw.col(f"{field.name}_earliest")).otherwise(lo)
        hi = nw.when(partial).then(nw.col(f"{field.name}_latest")).otherwise(hi)
    return [
        lo.cast(nw.Date).alias(field_column(prefix, field.name, "lo")),
        hi.cast(nw.Date).alias(field_column(prefix, field.name, "hi")),
        _reason(field, prefix, names),
    ]


def _reason(field: Field, prefix: str, names: list[str]) -> nw.Expr:
    """Why it is unknown; empty for an answer, so that null is left for a row that is missing."""
    why = unknown_column(field, names)
    answered = why.is_null() | (why == PARTIAL)
    reason = nw.when(answered).then(nw.lit("")).otherwise(why)
    return reason.alias(field_column(prefix, field.name, "why"))


def day_field(
    tables: Tables, record_type: str, name: str, prefix: str, known_on: date | None
) -> Days:
    """The columns of a day of a row that is there; one column where every day is known."""
    field = tables.schema[record_type].field(name)
    lo, hi = (nw.col(field_column(prefix, name, end)) for end in ("lo", "hi"))
    names = tables.frame(record_type).collect_schema().names()
    inexact = f"{name}_unknown" in names or f"{name}_earliest" in names
    still_to_come = field.may_be_absent and known_on is not None
    return Days(lo, hi) if inexact or still_to_come else Days(lo, lo)


def missing_day_field(prefix: str, name: str) -> Days:
    """The columns of a day of a row that may be missing: any day then."""
    lo, hi = (nw.col(field_column(prefix, name, end)) for end in ("lo", "hi"))
    return Days(lo.fill_null(literal(ALWAYS)), hi.fill_null(literal(NEVER)))

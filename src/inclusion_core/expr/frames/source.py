"""From the table of a record type to the columns that readers work with.

Every used field of a row becomes columns whose names begin with what the row is called in the plan:
``case__born_on__lo``. Two underscores, because DuckDB takes a dot for the name of a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import narwhals as nw

from inclusion_core.expr.frames.columns import (
    ABSENT_CODE,
    Days,
    Flag,
    Numbers,
    as_column,
    literal,
)
from inclusion_core.expr.frames.engines import told_by, worked_out
from inclusion_core.expr.frames.kinds import unknown_column
from inclusion_core.expr.frames.work import Work
from inclusion_core.expr.record_columns import PARTIAL
from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind
from inclusion_core.values import ALWAYS, NEVER, Reason

NOT_ASKED = nw.lit(Reason.NOT_ASKED.value)
"""Why an answer is missing that may not be absent, where nobody says more."""


def key_column(prefix: str) -> str:
    """The name of the key of a row."""
    return f"{prefix}__id"


def field_column(prefix: str, name: str, part: str = "") -> str:
    """The name of a field of a row, or of one part of it."""
    return f"{prefix}__{name}__{part}" if part else f"{prefix}__{name}"


def source(work: Work, record_type: str, prefix: str, keep: Flag = True) -> nw.LazyFrame[Any]:
    """The table of a record type: its key and the used fields, ready to be worked with.

    Args:
        work: Which tables, which fields are used, and how far they are known.
        record_type: Which table.
        prefix: What the names of the columns begin with.
        keep: Which rows to keep, asked of the table as it stands.
    """
    frame = work.tables.frame(record_type)
    if isinstance(keep, nw.Expr):
        frame = frame.filter(keep)
    columns = [nw.col("id").alias(key_column(prefix))]
    for name in sorted(work.used[record_type]):
        columns += _of_field(work, record_type, name, prefix)
    return frame.select(*columns)


def _of_field(work: Work, record_type: str, name: str, prefix: str) -> list[nw.Expr]:
    field, names = work.tables.column(record_type, name)
    found: list[nw.Expr] = []
    if work.reasons:
        found.append(why_of(field, names).alias(field_column(prefix, name, "why")))
    if (record_type, name) in work.told:
        told = as_column(answered(field, names))
        found.append(told.alias(field_column(prefix, name, "told")))
    match field.kind:
        case FieldKind.DAY:
            pair: Days | Numbers = day_of(field, names, work.known_on)
        case FieldKind.NUMBER:
            pair = number_of(field)
        case FieldKind.CODE:
            return [code_of(field, names).alias(field_column(prefix, name)), *found]
        case _:
            return [nw.col(name).alias(field_column(prefix, name))]
    lo, hi = as_column(pair.lo), as_column(pair.hi)
    ends = (lo.alias(field_column(prefix, name, "lo")), hi.alias(field_column(prefix, name, "hi")))
    return [*ends, *found]


def day_of(field: Field, names: Sequence[str], known_on: date | None) -> Days:
    """A day as a table holds it: one that may not be absent is any day where nothing is said."""
    lo, hi = [nw.col(field.name)], [nw.col(field.name)]
    if f"{field.name}_earliest" in names:
        lo.append(nw.col(f"{field.name}_earliest"))
        hi.append(nw.col(f"{field.name}_latest"))
    if field.may_be_absent and f"{field.name}_unknown" in names:
        lo.append(nw.when(~unknown_column(field, names).is_null()).then(literal(ALWAYS)))
    blank = _blank(field, known_on)
    earliest = nw.coalesce(*lo, literal(blank)).cast(nw.Date)
    if len(lo) == 1 and (blank == NEVER or not (field.may_be_absent or field.may_be_unknown)):
        return Days(earliest, earliest)
    return Days(earliest, nw.coalesce(*hi, literal(NEVER)).cast(nw.Date))


def _blank(field: Field, known_on: date | None) -> date:
    """The first day that a day may be of which nothing is said."""
    if field.may_be_unknown and not field.may_be_absent:
        return ALWAYS
    return NEVER if known_on is None else known_on + timedelta(days=1)


def number_of(field: Field) -> Numbers:
    """A number as a table holds it."""
    number = nw.col(field.name)
    return Numbers(
        *(
            number.fill_null(bound).cast(nw.Int64)
            for bound in (field.bounds.least, field.bounds.most)
        )
    )


def code_of(field: Field, names: Sequence[str]) -> nw.Expr:
    """A code as a table holds it: one that may not be absent is unknown where nothing is said."""
    code = nw.col(field.name)
    if not field.may_be_absent:
        return code
    absent = code.is_null() & unknown_column(field, names).is_null()
    return nw.when(absent).then(nw.lit(ABSENT_CODE)).otherwise(code)


def why_of(field: Field, names: Sequence[str]) -> nw.Expr:
    """Why it is unknown; empty for an answer, so that null is left for a row that is missing."""
    why = unknown_column(field, names)
    told = as_column(answered(field, names))
    return nw.when(told).then(nw.lit("")).otherwise(nw.coalesce(why, NOT_ASKED))


def answered(field: Field, names: Sequence[str]) -> Flag:
    """Whether a table holds an answer: a value, a part of one, or that there is none."""
    if not field.may_be_absent:
        told: Flag = ~nw.col(field.name).is_null()
        if f"{field.name}_earliest" in names:
            told = told | ~nw.col(f"{field.name}_earliest").is_null()
        return told
    if f"{field.name}_unknown" not in names:
        return True
    why = unknown_column(field, names)
    return why.is_null() | (why == PARTIAL) if field.kind is FieldKind.DAY else why.is_null()


def is_exact(work: Work, record_type: str, name: str) -> bool:
    """Whether a day is known in every row of a table, so that one column says all of it."""
    return day_of(*work.tables.column(record_type, name), work.known_on).exact


def missing_day_field(prefix: str, name: str) -> Days:
    """The columns of a day of a row that may be missing: any day then."""
    lo, hi = (nw.col(field_column(prefix, name, end)) for end in ("lo", "hi"))
    return Days(lo.fill_null(literal(ALWAYS)), hi.fill_null(literal(NEVER)))


def worked_out_once(frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """The same rows, kept by the engine, which would otherwise work them out at every use.

    pyarrow has worked them out already. Spark finds again what it shuffled, and what it is asked to
    keep it keeps for as long as the session lasts.
    """
    native: Any = frame.to_native()
    if frame.implementation.is_polars():
        native = native.cache()
    elif frame.implementation.is_duckdb():
        with told_by("duckdb"):
            native = native.materialize()
    kept: nw.LazyFrame[Any] = nw.from_native(native).lazy()
    return kept


def collected(frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """The same rows, worked out now and held in memory, for several questions one after another.

    Spark is left as it is: what it is asked to keep it keeps for as long as the session lasts.
    """
    if frame.implementation.is_polars():
        return worked_out(frame, streaming=True).lazy()
    return worked_out_once(frame)

"""What the columns of a table hold, by the kind of their field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import narwhals as nw

from inclusion_core.errors import SchemaError
from inclusion_core.expr.schema import Field, RecordType
from inclusion_core.fields import FieldKind

DTYPES: Mapping[FieldKind, Any] = {
    FieldKind.KEY: nw.String,
    FieldKind.REFERENCE: nw.String,
    FieldKind.CODE: nw.String,
    FieldKind.DAY: nw.Date,
    FieldKind.NUMBER: nw.Int64,
    FieldKind.DECIMAL: nw.String,
    FieldKind.TEXT: nw.String,
}

AND = "; and "
"""Between faults that are told together."""

TEXTS = (nw.String, nw.Categorical, nw.Enum, nw.Unknown)
DAYS = (nw.Date, nw.Datetime, nw.Unknown)
NUMBERS = (
    *(nw.Int64, nw.Int32, nw.Int16, nw.Int8),
    *(nw.UInt32, nw.UInt16, nw.UInt8, nw.Unknown),
)

READABLE: Mapping[FieldKind, tuple[Any, ...]] = {
    FieldKind.KEY: TEXTS,
    FieldKind.REFERENCE: TEXTS,
    FieldKind.CODE: TEXTS,
    FieldKind.DAY: DAYS,
    FieldKind.NUMBER: NUMBERS,
}
"""What a column may hold of which readers ask; a column of nulls is of no known kind.

An engine would turn anything else into a day, a number or a text on its own, wrongly, or fail in
words that hold a value. Of texts and decimals no reader asks.
"""


def columns_of(record_type: RecordType) -> Iterator[tuple[str, FieldKind]]:
    """The columns that readers ask for, where a table has them, each with what it holds."""
    for field in record_type.fields.values():
        if field.kind in READABLE:
            yield field.name, field.kind
            yield f"{field.name}_unknown", FieldKind.CODE
        if field.kind is FieldKind.DAY:
            yield f"{field.name}_earliest", FieldKind.DAY
            yield f"{field.name}_latest", FieldKind.DAY


def check_complete(record_type: RecordType, names: Sequence[str]) -> None:
    """Raise where a column is missing that must be filled in.

    Raises:
        SchemaError: It names the columns.
    """
    needed = (field for field in record_type.fields.values() if field.required)
    missing = [field.name for field in needed if field.name not in names]
    if missing:
        problem = f"the table has no column {', '.join(missing)}; add it"
        raise SchemaError(record_type.name, problem)


def fitted(record_type: RecordType, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """The table with every column as its field has it: texts, dates and whole numbers.

    Raises:
        SchemaError: A column is missing that must be filled in, or holds what it must not.
    """
    held = frame.collect_schema()
    _check(record_type, held)
    any_text = frame.implementation.is_pyarrow()  # it has several, and joins none with another
    casts: list[nw.Expr] = []
    for name, kind in columns_of(record_type):
        if name in held and (
            held[name] != DTYPES[kind] or (any_text and DTYPES[kind] is nw.String)
        ):
            casts.append(nw.col(name).cast(DTYPES[kind]))
    return frame.with_columns(*casts) if casts else frame


def _check(record_type: RecordType, held: Mapping[str, Any]) -> None:
    """Raise where a table does not fit; all that does not is named.

    Raises:
        SchemaError: It says what to do about each column.
    """
    problems: list[str] = []
    checks: list[Callable[[], None]] = [partial(check_complete, record_type, tuple(held))]
    checks += (
        partial(check_kind, record_type, name, kind, held[name])
        for name, kind in columns_of(record_type)
        if name in held
    )
    for check in checks:
        try:
            check()
        except SchemaError as error:
            problems.append(error.problem)
    if problems:
        raise SchemaError(record_type.name, AND.join(problems))


def check_kind(record_type: RecordType, name: str, kind: FieldKind, dtype: Any) -> None:
    """Raise where a column holds what its field must not.

    Raises:
        SchemaError: It names the column and says what to make of it.
    """
    if dtype not in READABLE[kind]:
        problem = f"the column {name} is {dtype}; cast it to {DTYPES[kind]()}"
        raise SchemaError(record_type.name, problem)
    if isinstance(dtype, nw.Datetime) and dtype.time_zone is not None:
        problem = f"the column {name} has times of a zone, which are on different days elsewhere"
        raise SchemaError(record_type.name, f"{problem}; cast it to {nw.Date()}")


def unknown_column(field: Field, names: Sequence[str]) -> nw.Expr:
    """Why a field is not known, null where it is; also where the table leaves the column out."""
    name = f"{field.name}_unknown"
    return nw.col(name) if name in names else nw.lit(None, dtype=nw.String)

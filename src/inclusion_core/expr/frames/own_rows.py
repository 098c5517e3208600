"""A flat table that somebody brings: what is good is kept, what is wrong is counted on its engine.

Only counts leave the engine, never a value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

import attrs
import narwhals as nw

from inclusion_core.errors import SchemaError
from inclusion_core.expr.frames.engines import recognised, worked_out
from inclusion_core.expr.frames.kinds import DTYPES, check_kind
from inclusion_core.expr.frames.own_columns import Cells, Fault, companions
from inclusion_core.expr.frames.pandas_tables import from_pandas
from inclusion_core.expr.schema import Field, RecordType
from inclusion_core.fields import FieldKind
from inclusion_core.values import NOT_ASKED

__all__ = ["Fault", "Found", "own_rows"]

YES_NO = ("yes", "no")
WHOLE = (nw.Int64, nw.Int32, nw.Int16, nw.Int8, nw.UInt64, nw.UInt32, nw.UInt16, nw.UInt8)
Frame = nw.LazyFrame[Any]


@attrs.frozen
class Found:
    """Something wrong with a table, and in how many rows.

    Attributes:
        fault: What.
        column: In which column; empty for one that nobody knows, whose name is not repeated.
        rows: In how many rows; 0 where it is the column itself.
        near: Names of columns that are not there and look like it.
        kind: What its column should hold.
        position: Which of the columns it is, from 1, where nobody knows it.
    """

    fault: Fault
    column: str
    rows: int = 0
    near: tuple[str, ...] = ()
    kind: str = ""
    position: int = 0


def own_rows(record_type: RecordType, table: object) -> tuple[Frame, list[Found]]:
    """A flat table as readers take it, and what is wrong with it.

    Raises:
        EngineRefusedError: Its engine is known to count wrongly, or was never tried.
        MissingExtraError: It is of pandas, and what reads those is not installed.
        SchemaError: It has no column of keys, or no keys stand in it.
    """
    frame = recognised(table, record_type.name)
    names = frame.collect_schema().names()
    if "id" not in names:
        raise SchemaError(record_type.name, "the table has no column id; give each row its own")
    found = [*_strange_columns(record_type, names)]
    taken = _of_pandas if frame.implementation.is_pandas() else _of_engine
    rows, wrong = taken(record_type, frame)
    found += wrong
    fields = [field for field in record_type.fields.values() if field.name != "id"]
    cells = [Cells(field, frozenset(_there(field, rows))) for field in fields]
    cells = [each for each in cells if each.field.name in each.names]
    found += _missing_columns(fields, cells, wrong)
    rows = rows.with_columns(nw.col("id"), *(column for each in cells for column in each.read()))
    counted = _counted(rows, cells)
    found += _found_in_cells(cells, counted)
    rows, lost = _with_own_ids(rows, counted["id"])
    marks = [mark for each in cells for mark in each.marked(counted[each.field.name])]
    held = [column for each in cells for column in each.held(counted[each.field.name])]
    there = {each.field.name for each in cells}
    for field in fields:
        if field.name not in there:
            held += _never_asked(field)
    return rows.with_columns(nw.col("id"), *marks).select("id", *held), [*found, *lost]


# Columns.


def _strange_columns(record_type: RecordType, names: list[str]) -> Iterator[Found]:
    known = [name for field in record_type.fields.values() for name in companions(field)]
    free = [name for name in known if name not in names]
    for position, name in enumerate(names, start=1):
        if name not in known:
            near = get_close_matches(name, free, n=3, cutoff=0.6)
            yield Found(Fault.UNKNOWN_COLUMN, "", near=tuple(near), position=position)


def _missing_columns(
    fields: list[Field], cells: list[Cells], wrong: list[Found]
) -> Iterator[Found]:
    there = {*(each.field.name for each in cells), *(each.column for each in wrong)}
    for field in fields:
        if field.name not in there:
            fault = Fault.MISSING_COLUMN if field.required else Fault.NOT_ASKED_COLUMN
            yield Found(fault, field.name)


def _of_engine(
    record_type: RecordType, frame: nw.DataFrame[Any] | Frame
) -> tuple[Frame, list[Found]]:
    """The columns that hold what their fields hold, cast to it; without the others."""
    rows = frame.lazy()
    dtypes = rows.collect_schema()
    taken: list[nw.Expr] = []
    wrong: list[Found] = []
    for field, name, kind in _columns(record_type):
        if name in dtypes:
            column = _taken(record_type, field, name, kind, dtypes[name])
            if column is None:
                wrong.append(_of_another_kind(record_type, name, kind))
            else:
                taken.append(column)
    return rows.select(*taken), wrong


def _of_another_kind(record_type: RecordType, name: str, kind: FieldKind) -> Found:
    if kind is FieldKind.KEY:
        raise SchemaError(record_type.name, "the column id holds no keys; cast it to String")
    return Found(Fault.WRONG_KIND, name, kind=str(DTYPES[kind]()))


def _columns(record_type: RecordType) -> Iterator[tuple[Field, str, FieldKind]]:
    for field in record_type.fields.values():
        for name in companions(field):
            kind = FieldKind.CODE if name.endswith("_unknown") else field.kind
            yield field, name, field.kind if name == field.name else kind


def _taken(
    record_type: RecordType, field: Field, name: str, kind: FieldKind, dtype: Any
) -> nw.Expr | None:
    """A column as its field has it; ``None`` where it holds something else."""
    column = nw.col(name)
    if isinstance(dtype, nw.Boolean) and name == field.name and field.codes == YES_NO:
        said = nw.when(column).then(nw.lit("yes"))
        return said.otherwise(nw.when(~column).then(nw.lit("no"))).alias(name)
    if kind is FieldKind.KEY and dtype in WHOLE:
        return column.cast(nw.String)
    try:
        check_kind(record_type, name, kind, dtype)
    except SchemaError:
        return None
    return column.cast(DTYPES[kind])


def _of_pandas(record_type: RecordType, frame: Any) -> tuple[Frame, list[Found]]:
    """The same of a table of pandas, converted column by column."""
    parts: list[nw.DataFrame[Any]] = []
    wrong: list[Found] = []
    for field, name, kind in _columns(record_type):
        if name not in frame.columns:
            continue
        alone = Field(name=name, kind=kind, empty=NOT_ASKED, codes=field.codes)
        single = attrs.evolve(record_type, fields={name: alone})
        try:
            part = from_pandas(single, frame.select(name))
        except SchemaError:
            wrong.append(_of_another_kind(record_type, name, kind))
            continue
        column = _taken(record_type, field, name, kind, part.collect_schema()[name])
        if column is None:
            wrong.append(_of_another_kind(record_type, name, kind))
        else:
            parts.append(worked_out(part.select(column)))
    return nw.concat(parts, how="horizontal").lazy(), wrong


def _never_asked(field: Field) -> list[nw.Expr]:
    """The columns of a field that nobody asked for."""
    return [
        nw.lit(None, dtype=DTYPES[field.kind]).alias(field.name),
        nw.lit(NOT_ASKED.reason.value).alias(f"{field.name}_unknown"),
    ]


def _there(field: Field, rows: Frame) -> list[str]:
    names = rows.collect_schema().names()
    return [name for name in companions(field) if name in names]


# Cells.


def _counted(rows: Frame, cells: list[Cells]) -> Mapping[str, Mapping[str, int]]:
    """How many cells each flag holds for, by field; all in one pass."""
    has_id = _has_id()
    found: dict[str, dict[str, int]] = {"id": {}}
    flags: dict[tuple[str, str], nw.Expr] = {("id", "empty"): ~has_id, ("id", "filled"): has_id}
    for each in cells:
        found[each.field.name] = dict.fromkeys(each.flags, 0)
        for name, flag in each.flags.items():
            if isinstance(flag, nw.Expr):
                flags[each.field.name, name] = flag
    names = {key: f"n{place}" for place, key in enumerate(flags)}
    made = rows.select(
        *(flag.cast(nw.Int64).alias(names[key]) for key, flag in flags.items()),
        nw.when(has_id).then(nw.col("id")).alias("key"),
    ).select(*map(_sum, names.values()), nw.col("key").n_unique())
    (row,) = worked_out(made).rows(named=True)
    for (column, name), place in names.items():
        found[column][name] = row[place] or 0
    empty = found["id"]["empty"] > 0
    found["id"]["different"] = row["key"] - int(empty)  # nothing counts as one more
    return found


def _sum(name: str) -> nw.Expr:
    total: nw.Expr = nw.col(name).sum()
    return total.cast(nw.Int64)  # DuckDB sums to a wider type


def _found_in_cells(
    cells: list[Cells], counted: Mapping[str, Mapping[str, int]]
) -> Iterator[Found]:
    for each in cells:
        name = each.field.name
        for fault in (Fault.CONTRADICTORY, each.misfit, Fault.UNKNOWN_REASON):
            if counted[name][fault.value]:
                column = f"{name}_unknown" if fault is Fault.UNKNOWN_REASON else name
                yield Found(fault, column, counted[name][fault.value])


def _has_id() -> nw.Expr:
    return (nw.col("id") != "").fill_null(value=False)


def _with_own_ids(rows: Frame, counted: Mapping[str, int]) -> tuple[Frame, list[Found]]:
    """The rows that can be told apart; of several with one key nobody knows which is right."""
    found: list[Found] = []
    if counted["empty"]:
        found.append(Found(Fault.EMPTY_ID, "id", counted["empty"]))
        rows = rows.filter(_has_id())
    if counted["different"] < counted["filled"]:
        several = (
            rows.select(nw.col("id").alias("key"))
            .group_by("key")
            .agg(nw.len().alias("rows"))
            .filter(nw.col("rows") > 1)
        )
        (row,) = worked_out(several.select(_sum("rows"))).rows(named=True)
        found.append(Found(Fault.DUPLICATE_ID, "id", row["rows"]))
        rows = rows.join(several, left_on="id", right_on="key", how="anti")
    return rows, found

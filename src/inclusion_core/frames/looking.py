"""Looking through the rows of a register on its engine: no row leaves it, and no value is told.

A register is counted as it stands; what would be counted twice or belongs to nobody is found here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import narwhals as nw

from inclusion_core.expr.frames.engines import worked_out
from inclusion_core.expr.frames.tables import Tables
from inclusion_core.expr.schema import Field, RecordType
from inclusion_core.fields import FieldKind
from inclusion_core.findings import Finding, Place
from inclusion_core.frames.register_problems import MISSING_REFERENCE, NOT_IN_LIST, RECORD_TWICE

__all__ = ["findings_in"]

Frame = nw.LazyFrame[Any]


def findings_in(tables: Tables) -> Iterator[Finding]:
    """What is wrong with the rows of tables, by table and column.

    Args:
        tables: The tables as they were found.

    Raises:
        EngineFailedError: The engine could not read the tables to their end.
    """
    for name, frame in sorted(tables.frames.items()):
        record_type = tables.schema[name]
        names = frame.collect_schema().names()
        fields = [field for field in record_type.recorded_fields if field.name in names]
        if twice := _twice(frame):
            yield RECORD_TWICE.filled(rows=twice).at(Place(record_type=name, field="id"))
        yield from _not_in_lists(frame, fields, record_type)
        for field in fields:
            others = None if field.reference is None else tables.frames.get(field.reference.to)
            if others is not None and (nobody := _of_nobody(frame, field.name, others)):
                place = Place(record_type=name, field=field.name)
                yield MISSING_REFERENCE.filled(rows=nobody).at(place)


def _twice(frame: Frame) -> int:
    """How many rows have an id that others have too."""
    times = frame.group_by("id").agg(nw.len().alias("rows"))
    several = times.filter(nw.col("rows") > 1)
    return _sums(several, {"rows": nw.col("rows")})["rows"]


def _not_in_lists(frame: Frame, fields: list[Field], record_type: RecordType) -> Iterator[Finding]:
    coded = [field for field in fields if field.kind is FieldKind.CODE]
    flags = {field.name: _is_not_listed(field).cast(nw.Int64) for field in coded}
    counted = _sums(frame, flags) if flags else {}
    for field in coded:
        if counted[field.name]:
            listed = ", ".join(field.codes) if field.code_list is None else field.code_list.title
            problem = NOT_IN_LIST.filled(rows=counted[field.name], codes=listed)
            yield problem.at(Place(record_type=record_type.name, field=field.name))


def _is_not_listed(field: Field) -> nw.Expr:
    code = nw.col(field.name)
    if field.code_list is not None:
        listed = code.str.contains(f"^(?:{field.code_list.pattern})$")
    else:
        listed = code.is_in(list(field.codes))
    return (~code.is_null() & ~listed).fill_null(value=False)


def _of_nobody(frame: Frame, name: str, others: Frame) -> int:
    """How many rows name what is in no row of another table."""
    named = frame.filter(~nw.col(name).is_null()).select(nw.col(name).alias("named"))
    there = others.select(nw.col("id").alias("there"))
    lost = named.join(there, left_on="named", right_on="there", how="anti")
    return _sums(lost, {"rows": (~nw.col("named").is_null()).cast(nw.Int64)})["rows"]


def _sums(frame: Frame, columns: Mapping[str, nw.Expr]) -> dict[str, int]:
    """The sum of each column, 0 where there are no rows."""
    held = frame.select(**columns)
    summed = held.select(nw.col(name).sum().cast(nw.Int64) for name in columns)
    (row,) = worked_out(summed).rows(named=True)
    return {name: row[name] or 0 for name in columns}

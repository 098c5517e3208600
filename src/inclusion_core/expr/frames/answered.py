"""What is asked of each record that may meet a condition, found on an engine.

The records are chosen there; only what is asked of them leaves it. What it means is said by
:mod:`inclusion_core.expr.answers`, which gives the same answers on records.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import narwhals as nw

from inclusion_core.expr import nodes
from inclusion_core.expr.answers import Answers, Value
from inclusion_core.expr.frames.engines import worked_out
from inclusion_core.expr.frames.flat import FlatColumn, flat
from inclusion_core.expr.frames.reader import FrameReader
from inclusion_core.expr.handles import Condition
from inclusion_core.expr.record_columns import PARTIAL
from inclusion_core.expr.schema import Field
from inclusion_core.fields import Bounds, FieldKind
from inclusion_core.truth import Truth
from inclusion_core.values import ABSENT, PartialDay, Reason, Unknown

__all__ = ["answered"]

ANY_NUMBER = Bounds(-1_000_000_000_000, 1_000_000_000_000)


def answered(
    reader: FrameReader,
    record_type: str,
    among: Condition,
    truths: Mapping[str, Condition],
    values: Mapping[str, nodes.Node],
) -> tuple[Answers, ...]:
    """The same as :func:`~inclusion_core.expr.answers.answers`, on tables."""
    asked = {f"truth_{place}": of for place, of in enumerate(truths.values())}
    frame = reader.read(record_type, {"among": among, **asked})
    chosen = frame.filter(nw.col("among").fill_null(value=True)).select("id", *asked)
    columns = [
        FlatColumn(field=_field(f"value_{place}", node), value=node)
        for place, node in enumerate(values.values())
    ]
    if columns:
        held = flat(reader.tables, record_type, columns, reader.parameters)
        chosen = chosen.join(held, on="id", how="inner")
    return tuple(
        Answers(
            row["id"],
            {name: Truth.of(row[column]) for name, column in zip(truths, asked, strict=True)},
            {
                name: _value(each.field.name, row)
                for name, each in zip(values, columns, strict=True)
            },
        )
        for row in worked_out(chosen.sort("id")).rows(named=True)
    )


def _field(name: str, node: nodes.Node) -> Field:
    """A field that can hold whatever is worked out."""
    kind = FieldKind.CODE
    if isinstance(node, nodes.DayNode):
        kind = FieldKind.DAY
    elif isinstance(node, nodes.NumberNode):
        kind = FieldKind.NUMBER
    return Field(
        name=name,
        kind=kind,
        bounds=ANY_NUMBER,
        may_be_partial=True,
        may_be_absent=True,
        may_be_unknown=True,
    )


def _value(name: str, row: Mapping[str, Any]) -> Value:
    found: date | str | int | None = row[name]
    if found is not None:
        return found
    why: str | None = row.get(f"{name}_unknown")
    if why == PARTIAL:
        return PartialDay(row[f"{name}_earliest"], row[f"{name}_latest"])
    return ABSENT if why is None else Unknown(Reason(why))

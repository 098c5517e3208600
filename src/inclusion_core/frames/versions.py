"""Tables that hold versions of records: of each record the latest one known on a day.

A table whose rows are records has none of the columns ``version``, ``recorded_on`` and ``act``; one
that has them all holds versions, several of one record, which nobody may count as so many.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import narwhals as nw

from inclusion_core.expr.frames.engines import recognised
from inclusion_core.model.versions import Act

__all__ = ["latest"]

MARKS = frozenset({"version", "recorded_on", "act"})
ENVELOPE = (*sorted(MARKS), "recorded_by", "sequence", "why")


def latest(table: Any, record_type: str, known_on: date | None) -> Any:
    """The table as it is; or, where it holds versions, the last one of each record, lazily.

    Records that were retracted or erased by then are not there.

    Args:
        table: A native frame.
        record_type: What its rows are.
        known_on: The day up to which versions count; ``None`` takes all.
    """
    frame = recognised(table, record_type)
    names = frame.collect_schema().names()
    if not set(names) >= MARKS:
        return table
    lazy: nw.LazyFrame[Any] = frame.lazy()
    if known_on is not None:
        lazy = lazy.filter(nw.col("recorded_on") <= nw.lit(known_on, dtype=nw.Date))
    act = nw.col("act").fill_null(Act.RECORDED.value)
    there = lazy.filter(nw.col("version") == nw.col("version").max().over("id")).filter(
        *(act != each.value for each in Act if each.removes)
    )
    return there.drop([name for name in ENVELOPE if name in names]).to_native()

"""Durations on tables: how many records had which of several days first, and after how long.

Days are told apart and counted on the engine, so that only one row for each standing and number of
days leaves it. It gives the same answers as the reader of objects in
:mod:`inclusion_core.metrics.durations.timing`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import narwhals as nw

from inclusion_core.expr.frames.calendar import day_number
from inclusion_core.expr.frames.columns import as_column, literal
from inclusion_core.expr.frames.engines import worked_out
from inclusion_core.expr.frames.reader import FrameReader
from inclusion_core.expr.handles import Condition, DayExpression

__all__ = ["TimedRow", "timed"]


class TimedRow(NamedTuple):
    """How many records share a standing and a number of days.

    Attributes:
        standing: The place of the day that came first, in digits; ``not_yet``; or why there is no
            number of days: ``unknown``, ``before`` or ``not_begun``.
        days: From the beginning to that day, or to the day up to which the tables are known.
        number: How many.
    """

    standing: str
    days: int | None
    number: int


def timed(
    reader: FrameReader,
    record_type: str,
    universe: Condition,
    days: Sequence[DayExpression],
    known_on: date,
) -> list[TimedRow]:
    """What came first, and after how many days, for the records of a type.

    Args:
        reader: Reads the tables as known on the day.
        record_type: What is timed.
        universe: Which of them.
        days: The beginning, then the days of which the first is looked for; on one day the one
            named first goes before.
        known_on: The day up to which the tables are known.

    Returns:
        Rows in no particular order. Raises as
        :meth:`~inclusion_core.expr.frames.reader.FrameReader.read` does.
    """
    named = {f"day_{place}": each for place, each in enumerate(days)}
    frame = reader.read(record_type, {"asked": universe, **named})
    frame = _with_first(frame, len(days))
    found = frame.select(_standing(known_on).alias("standing"), "since", "first", "until")
    found = found.filter(~nw.col("standing").is_null())
    found = found.select("standing", _days(known_on).alias("days"))
    grouped = found.group_by("standing", "days").agg(nw.len().alias("number"))
    return [
        TimedRow(row["standing"], row["days"], row["number"])
        for row in worked_out(grouped, streaming=True).rows(named=True)
    ]


def _with_first(frame: nw.LazyFrame[Any], days: int) -> nw.LazyFrame[Any]:
    """The rows with the beginning and the day that may come first: its two ends and its place."""
    frame = frame.select(
        "asked",
        nw.col("day_0_earliest").alias("since"),
        nw.col("day_0_latest").alias("until"),
        nw.col("day_1_earliest").alias("first"),
        nw.col("day_1_latest").alias("last"),
        nw.lit("0").alias("place"),
        *(f"day_{place}_{end}" for place in range(2, days) for end in ("earliest", "latest")),
    )
    for place in range(2, days):
        earliest, latest = nw.col(f"day_{place}_earliest"), nw.col(f"day_{place}_latest")
        sooner = earliest < nw.col("first")
        frame = frame.with_columns(
            nw.when(sooner).then(earliest).otherwise(nw.col("first")).alias("first"),
            nw.when(sooner).then(latest).otherwise(nw.col("last")).alias("last"),
            nw.when(sooner).then(nw.lit(str(place - 1))).otherwise(nw.col("place")).alias("place"),
        )
    return frame


def _standing(known_on: date) -> nw.Expr:
    """The standing of a row; null where it is not asked about."""
    since, until, first, last = (nw.col(name) for name in ("since", "until", "first", "last"))
    known = literal(known_on)
    found = nw.when(first == last).then(nw.col("place")).otherwise(nw.lit("unknown"))
    for condition, standing in (
        (last < since, "before"),
        (first > known, "not_yet"),
        (since != until, "unknown"),
        (since > known, "not_begun"),
        (nw.col("asked").is_null(), "unknown"),
    ):
        found = nw.when(condition).then(nw.lit(standing)).otherwise(found)
    surely_not = ~as_column(nw.col("asked").fill_null(value=True))
    standing_of: nw.Expr = nw.when(surely_not).then(nw.lit(None, dtype=nw.String)).otherwise(found)
    return standing_of


def _days(known_on: date) -> nw.Expr:
    """The days of a row from its beginning; null where its standing has none."""
    standing = nw.col("standing")
    apart = standing.is_in(["unknown", "before", "not_begun"])
    end = nw.when(standing == "not_yet").then(literal(known_on)).otherwise(nw.col("first"))
    days = day_number(end) - day_number(nw.col("since"))
    found: nw.Expr = nw.when(~apart).then(days).otherwise(nw.lit(None, dtype=nw.Int64))
    return found

"""What follows from several tables together, worked out on their engine, as lazily as it can be.

These are the steps of which a caseload's own working out is made: records that are joined into
groups, the one record that names another, the first record of a group.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs
import narwhals as nw

from inclusion_core.expr.frames.engines import worked_out
from inclusion_core.expr.frames.reader import FrameReader
from inclusion_core.expr.frames.source import day_of
from inclusion_core.expr.frames.tables import Tables
from inclusion_core.expr.handles import Condition

__all__ = [
    "Grouping",
    "grouped",
    "joined_pairs",
    "named_once",
    "smallest_joined",
    "with_frames",
    "with_groups",
    "with_the_one",
]

KEY, FOUND, FIRST, NAME = "derived__key", "derived__found", "derived__first", "derived__name"
DAY_LENGTH = len("2018-04-15")


def with_frames(tables: Tables, **frames: nw.LazyFrame[Any]) -> Tables:
    """The same tables with some others."""
    return attrs.evolve(tables, frames={**tables.frames, **frames})


def joined_pairs(
    tables: Tables, record_type: str, fields: tuple[str, str], holds: Condition, among: str
) -> list[tuple[str, str]]:
    """The pairs of keys that records of a type join, where a condition surely holds.

    They leave the engine, so that there should be few.

    Args:
        tables: The tables.
        record_type: What joins two others: a link.
        fields: Its references to the two.
        holds: Which of them count.
        among: The type of what they join; a link to a record that is not there joins nothing.
    """
    asked = FrameReader(tables).read(record_type, {"holds": holds})
    holding = asked.filter(nw.col("holds").fill_null(value=False)).select(nw.col("id").alias(KEY))
    pairs = tables.frame(record_type).join(holding, left_on="id", right_on=KEY, how="inner")
    keys = tables.frame(among).select(nw.col("id").alias(KEY))
    for field in fields:
        pairs = pairs.join(keys, left_on=field, right_on=KEY, how="semi")
    return [(str(one), str(other)) for one, other in worked_out(pairs.select(*fields)).rows()]


def smallest_joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The smallest key of each group of joined keys, for the keys that are not the smallest."""
    above: dict[str, str] = {}

    def first(key: str) -> str:
        while key in above:
            key = above[key]
        return key

    for pair in pairs:
        one, other = sorted(map(first, pair))
        if one != other:
            above[other] = one
    return {key: first(key) for key in above}


def with_groups(
    tables: Tables, record_type: str, smallest: dict[str, str], column: str
) -> nw.LazyFrame[Any]:
    """The table of a type with the smallest key of the group of each record."""
    own: Any = nw.col("id")
    if smallest:
        others = sorted(smallest)
        named = own.replace_strict(
            others, [smallest[key] for key in others], default=own, return_dtype=nw.String
        )
        own = nw.when(own.is_in(others)).then(named).otherwise(own)
    return tables.frame(record_type).with_columns(own.alias(column))


def named_once(frame: nw.LazyFrame[Any], column: str) -> nw.LazyFrame[Any]:
    """A table of the keys that stand in a column, each once."""
    return frame.select(nw.col(column).alias("id")).unique("id")


def with_the_one(
    tables: Tables, record_type: str, naming: tuple[str, str], column: str
) -> nw.LazyFrame[Any]:
    """The table of a type with the key of the one record that names each of its records.

    Args:
        tables: The tables.
        record_type: What is named.
        naming: The type of what names it, and its reference.
        column: Where the key goes; empty where no record names it, or several do.
    """
    other, field = naming
    ones = (
        tables.frame(other)
        .select(nw.col(field).alias(KEY), nw.col("id").alias(FOUND))
        .group_by(KEY)
        .agg(nw.col(FOUND).min().alias(FIRST), nw.col(FOUND).max().alias(FOUND))
        .filter(nw.col(FIRST) == nw.col(FOUND))
        .select(KEY, FOUND)
    )
    return _looked_up(tables.frame(record_type), "id", ones, column)


@attrs.frozen(kw_only=True)
class Grouping:
    """How records are put into groups.

    Attributes:
        record_type: Their type.
        by: Two ways to what makes the groups, each a reference and a column of what it names.
        first_by: The day by which the first of a group is found; of several that may be, the one
            with the smallest key.
        column: Where the name of the group goes.
    """

    record_type: str
    by: tuple[tuple[str, str], tuple[str, str]]
    first_by: str
    column: str


def grouped(tables: Tables, grouping: Grouping) -> tuple[nw.LazyFrame[Any], nw.LazyFrame[Any]]:
    """The table of a type with the group of each record; and the groups, with their first record.

    A record that leads to nothing is in no group: the name is empty. The groups have the columns
    ``id``, one for each of what makes them, and ``first``.
    """
    frame = tables.frame(grouping.record_type)
    own = [name for name in frame.collect_schema().names() if name != grouping.column]
    day, names = tables.column(grouping.record_type, grouping.first_by)
    earliest, latest = day_of(day, names, None)
    parts = [column for _, column in grouping.by]
    for reference, column in grouping.by:
        to = tables.schema[grouping.record_type].link(reference.removesuffix("_id")).to
        there = tables.frame(to).select(nw.col("id").alias(KEY), nw.col(column).alias(FOUND))
        frame = _looked_up(frame, reference, there, f"{NAME}_{column}", missing=None)
    one, other = (nw.col(f"{NAME}_{column}") for column in parts)
    lost = one.is_null() | other.is_null()
    key = nw.concat_str([one, other], separator="/")
    frame = frame.with_columns(
        nw.when(lost).then(nw.lit("")).otherwise(key).alias(grouping.column),
        nw.concat_str([_text(earliest), _text(latest), nw.col("id")]).alias(FIRST),
    )
    groups = (
        frame.filter(nw.col(grouping.column) != "")
        .group_by(grouping.column, *(f"{NAME}_{column}" for column in parts))
        .agg(nw.col(FIRST).min())
        .select(
            nw.col(grouping.column).alias("id"),
            *(nw.col(f"{NAME}_{column}").alias(column) for column in parts),
            nw.col(FIRST).str.slice(2 * DAY_LENGTH).alias("first"),
        )
    )
    return frame.select(*own, grouping.column), groups


def _text(day: Any) -> nw.Expr:
    """A day as text that is ordered as days are."""
    text: nw.Expr = day.cast(nw.String)
    return text


def _looked_up(
    frame: nw.LazyFrame[Any],
    field: str,
    there: nw.LazyFrame[Any],
    column: str,
    missing: str | None = "",
) -> nw.LazyFrame[Any]:
    """A table with a column more: what another has for the key in a field."""
    own = [name for name in frame.collect_schema().names() if name != column]
    found = nw.col(FOUND) if missing is None else nw.col(FOUND).fill_null(missing)
    return frame.join(there, left_on=field, right_on=KEY, how="left").select(
        *own, found.alias(column)
    )

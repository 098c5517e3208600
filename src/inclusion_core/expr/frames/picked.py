"""The ids of the records that may meet a condition, and what else is asked of these alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import narwhals as nw

from inclusion_core.expr.frames.engines import worked_out
from inclusion_core.expr.frames.reader import FrameReader
from inclusion_core.expr.handles import Condition

__all__ = ["Picked", "picked"]


class Picked(NamedTuple):
    """A record that may meet a condition.

    Attributes:
        id: Its key.
        answers: What was asked of it, by name: whether it surely holds.
    """

    id: str
    answers: Mapping[str, bool]


def picked(
    reader: FrameReader,
    record_type: str,
    condition: Condition,
    asked: Mapping[str, Condition],
    *,
    most: int | None = None,
) -> tuple[Picked, ...]:
    """The records of a type for which a condition holds or may hold, ordered by id.

    They are chosen on the engine; only those that are given leave it.

    Args:
        reader: Reads the tables.
        record_type: What is chosen from.
        condition: Whoever surely does not meet it is left out.
        asked: What to ask of the others, by name.
        most: How many to give, the smallest ids first; ``None`` gives all.
    """
    names = {f"asked_{place}": name for place, name in enumerate(asked)}
    read = {column: asked[name] for column, name in names.items()}
    frame = reader.read(record_type, {"picked": condition, **read})
    found = frame.filter(nw.col("picked").fill_null(value=True)).sort("id")
    if most is not None:
        found = found.head(most)
    return tuple(
        Picked(row["id"], {name: row[column] is True for column, name in names.items()})
        for row in worked_out(found).rows(named=True)
    )
